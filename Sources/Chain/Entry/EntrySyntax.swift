/// How the strings of an entry are spelled.
public enum EntrySyntax {
    /// Whether a text is a tag: `kind:identifier`, the kind in `[a-z]+`, the identifier 1 to 64
    /// of `[A-Za-z0-9._-]` of which the first is a letter or a digit.
    public static func isTag(_ text: String) -> Bool { spelled(text, isTag) }

    /// Whether a text is a day of the calendar, `YYYY-MM-DD`, from year 0001 to 9999.
    public static func isDate(_ text: String) -> Bool {
        spelled(text) { $0.count == 10 && day(at: $0.baseAddress!) != nil }
    }

    /// Whether a text is an instant, `YYYY-MM-DDTHH:MM:SS.mmmZ`.
    public static func isInstant(_ text: String) -> Bool { spelled(text) { instant($0) != nil } }

    /// Whether a text is the versioned name of an event: `sanction.imposed.v1`.
    public static func isType(_ text: String) -> Bool { spelled(text, isType) }

    /// Whether a text is a UUID of version 7, in lower case (RFC 9562).
    public static func isIdentifier(_ text: String) -> Bool { spelled(text, isIdentifier) }

    private static func spelled(_ text: String, _ check: (UnsafeRawBufferPointer) -> Bool) -> Bool {
        var text = text
        return text.withUTF8 { !$0.isEmpty && check(UnsafeRawBufferPointer($0)) }
    }

    /// Some of the ASCII characters, one bit each, so that a check is a shift and not a branch.
    private struct Characters {
        /// Those below `@`.
        let low: UInt64
        /// Those from `@` on.
        let high: UInt64

        @inline(__always)
        func contains(_ byte: UInt8) -> Bool {
            let half = byte & 0x40 == 0 ? low : high
            return (half &>> UInt64(byte)) & ~UInt64(byte >> 7) & 1 != 0
        }
    }

    /// `[A-Za-z0-9]`
    private static let alphanumeric = Characters(
        low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)
    /// `[A-Za-z0-9._-]`
    private static let identifying = Characters(
        low: 0x03FF_6000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
    /// `[89ab]`
    private static let variant = Characters(low: 0x0300_0000_0000_0000, high: 0x0000_0006_0000_0000)

    @inline(__always)
    private static func isLower(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// See ``isTag(_:)-(String)``.
    @inline(__always)
    static func isTag(_ text: UnsafeRawBufferPointer) -> Bool {
        let count = text.count
        var at = 0
        while at < count, isLower(text[at]) { at &+= 1 }
        guard at > 0, at < count, text[at] == UInt8(ascii: ":") else { return false }
        at &+= 1
        let length = count &- at
        guard length >= 1, length <= 64, alphanumeric.contains(text[at]) else { return false }
        at &+= 1
        while at < count {
            guard identifying.contains(text[at]) else { return false }
            at &+= 1
        }
        return true
    }

    /// `[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+\.v[0-9]+`
    @inline(__always)
    static func isType(_ text: UnsafeRawBufferPointer) -> Bool {
        let count = text.count
        guard count > 0, isLower(text[0]) else { return false }
        var dots = 0
        var lastDot = 0
        var at = 1
        while at < count {
            if text[at] == UInt8(ascii: ".") {
                guard dots == 0 || at > lastDot &+ 1 else { return false }
                dots &+= 1
                lastDot = at
            } else if !alphanumeric.contains(text[at]) {
                return false
            }
            at &+= 1
        }
        guard dots >= 2, count >= lastDot &+ 3, text[lastDot &+ 1] == UInt8(ascii: "v") else {
            return false
        }
        at = lastDot &+ 2
        while at < count {
            guard isDigit(text[at]) else { return false }
            at &+= 1
        }
        return true
    }

    /// `xxxxxxxx-xxxx-7xxx-[89ab]xxx-xxxxxxxxxxxx`
    @inline(__always)
    static func isIdentifier(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count == 36, let base = text.baseAddress else { return false }
        let at = base.assumingMemoryBound(to: UInt8.self)
        // Eight bytes at a time, the first the lowest: the hyphens and the version must be what
        // they are, and once found to be so pass for digits.
        let second = ByteScan.word(at + 8) ^ 0x0037_2D00_0000_002D
        let third = ByteScan.word(at + 16) ^ 0x2D00_0000_002D_0000
        var wrong = second & 0x00FF_FF00_0000_00FF | third & 0xFF00_0000_00FF_0000
        wrong |= ByteScan.nonHex(ByteScan.word(at))
        wrong |= ByteScan.nonHex(second | 0x0030_3000_0000_0030)
        wrong |= ByteScan.nonHex(third | 0x3000_0000_0030_0000)
        wrong |= ByteScan.nonHex(ByteScan.word(at + 24))
        wrong |= ByteScan.nonHex(ByteScan.word(at + 28))
        return wrong == 0 && variant.contains(at[19])
    }

    /// Days from 1970-01-01 to the day spelled in 10 bytes as `YYYY-MM-DD`; nil if the calendar
    /// has no such day. Years 0001 to 9999, Gregorian.
    @inline(__always)
    static func day(at text: UnsafeRawPointer) -> Int? {
        var wrong = 0
        let year = pair(text, 0, &wrong) &* 100 &+ pair(text, 2, &wrong)
        let month = pair(text, 5, &wrong)
        let day = pair(text, 8, &wrong)
        wrong |= Int(byte(text, 4) ^ 0x2D) | Int(byte(text, 7) ^ 0x2D)
        guard wrong == 0, year >= 1, month >= 1, month <= 12, day >= 1 else { return nil }
        let isLeap = year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = month == 2 ? (isLeap ? 29 : 28) : 30 &+ (month ^ (month >> 3)) & 1
        guard day <= length else { return nil }
        // The year begins in March here, so that a leap day is the last of it.
        let shifted = month <= 2 ? year &- 1 : year
        let era = shifted / 400
        let ofEra = shifted &- era &* 400
        let ofYear = (153 &* (month > 2 ? month &- 3 : month &+ 9) &+ 2) / 5 &+ day &- 1
        return era &* 146_097 &+ ofEra &* 365 &+ ofEra / 4 &- ofEra / 100 &+ ofYear &- 719_468
    }

    /// Milliseconds from 1970-01-01T00:00:00.000Z to the instant spelled in 24 bytes; nil if there
    /// is no such instant. A 60th second is not taken.
    @inline(__always)
    static func instant(_ text: UnsafeRawBufferPointer) -> Int? {
        guard text.count == 24, let base = text.baseAddress, let day = day(at: base) else {
            return nil
        }
        var wrong = 0
        let hour = pair(base, 11, &wrong)
        let minute = pair(base, 14, &wrong)
        let second = pair(base, 17, &wrong)
        let last = Int(byte(base, 22) &- 0x30)
        let thousandths = pair(base, 20, &wrong) &* 10 &+ last
        wrong |= Int(byte(base, 10) ^ UInt8(ascii: "T")) | Int(byte(base, 13) ^ 0x3A)
        wrong |= Int(byte(base, 16) ^ 0x3A) | Int(byte(base, 19) ^ 0x2E)
        wrong |= Int(byte(base, 23) ^ UInt8(ascii: "Z")) | (last > 9 ? 1 : 0)
        guard wrong == 0, hour < 24, minute < 60, second < 60 else { return nil }
        return ((day &* 24 &+ hour) &* 60 &+ minute) &* 60_000 &+ second &* 1000 &+ thousandths
    }

    @inline(__always)
    private static func byte(_ text: UnsafeRawPointer, _ at: Int) -> UInt8 {
        text.load(fromByteOffset: at, as: UInt8.self)
    }

    /// The number that two digits spell.
    @inline(__always)
    private static func pair(_ text: UnsafeRawPointer, _ at: Int, _ wrong: inout Int) -> Int {
        let tens = byte(text, at) &- 0x30
        let ones = byte(text, at &+ 1) &- 0x30
        wrong |= tens > 9 || ones > 9 ? 1 : 0
        return Int(tens) &* 10 &+ Int(ones)
    }
}
