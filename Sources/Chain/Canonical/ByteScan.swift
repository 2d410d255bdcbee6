/// Looks at many bytes at once, for the reader and the writer.
enum ByteScan {
    typealias Bytes = UnsafePointer<UInt8>

    // Eight bytes are one word here and are looked at together. (The compiler turns comparisons of
    // vectors into loops over their lanes; arithmetic on a word stays arithmetic on a word.)
    // A borrow can only run upwards out of a lane that is itself marked, so the lowest mark is
    // exact, and only the lowest is ever used.

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The high bit of each lane that holds `"`, `\` or a control character; of those from 0x80 on,
    /// whatever.
    @inline(__always)
    private static func marks(_ word: UInt64) -> UInt64 {
        (word &- ones &* 0x20) | ((word ^ ones &* 0x22) &- ones) | ((word ^ ones &* 0x5C) &- ones)
    }

    /// Which of 8 bytes end a plain run when reading: `"`, `\`, a control character, or not ASCII.
    /// Zero if none does; else the lowest bit set is the high bit of the first that does.
    @inline(__always)
    static func readerStops(_ at: Bytes) -> UInt64 {
        let word = word(at)
        return (marks(word) | word) & highs
    }

    /// Which of 8 bytes the writer has to escape: `"`, `\`, or a control character.
    @inline(__always)
    static func writerStops(_ at: Bytes) -> UInt64 {
        let word = word(at)
        return marks(word) & ~word & highs
    }

    /// The index of the lane that the lowest mark is in.
    @inline(__always)
    static func lane(_ stops: UInt64) -> Int { stops.trailingZeroBitCount >> 3 }

    /// The 8 bytes at `at`, the first the lowest.
    @inline(__always)
    static func word(_ at: Bytes) -> UInt64 {
        UnsafeRawPointer(at).loadUnaligned(as: UInt64.self).littleEndian
    }

    /// The first byte from `at` on that ends a plain run, or `end`.
    @inline(__always)
    static func endOfPlainRun(_ at: Bytes, _ end: Bytes) -> Bytes {
        var at = at
        while end - at >= 8 {
            let stops = readerStops(at)
            if stops != 0 { return at + lane(stops) }
            at += 8
        }
        while at < end {
            let byte = at.pointee
            if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { break }
            at += 1
        }
        return at
    }

    /// The first byte from `at` on that the writer has to escape, or `end`.
    @inline(__always)
    static func endOfLiteralRun(_ at: Bytes, _ end: Bytes) -> Bytes {
        var at = at
        while end - at >= 8 {
            let stops = writerStops(at)
            if stops != 0 { return at + lane(stops) }
            at += 8
        }
        while at < end {
            let byte = at.pointee
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
            at += 1
        }
        return at
    }

    /// Goes over well-formed characters of three bytes, two at a time; stops before a pair that it
    /// cannot vouch for, which need not be wrong.
    @inline(__always)
    static func skipChinese(_ at: Bytes, _ end: Bytes) -> Bytes {
        var at = at
        while end - at >= 8 {
            let word = word(at)
            guard word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 else { break }
            // After E0 and ED not every second byte will do: those two are left to the exact check.
            let first: UInt64 = 0x2001 &>> (word & 0x0F)
            let second: UInt64 = 0x2001 &>> (word >> 24 & 0x0F)
            guard (first | second) & 1 == 0 else { break }
            at += 6
        }
        return at
    }

    /// How many bytes the well-formed sequence of a character outside ASCII has; 0 if ill-formed.
    ///
    /// RFC 3629: nothing overlong, no surrogates, nothing beyond U+10FFFF.
    @inline(__always)
    static func characterLength(_ at: Bytes, _ end: Bytes) -> Int {
        if end - at >= 4 {
            let word = UnsafeRawPointer(at).loadUnaligned(as: UInt32.self).littleEndian
            if word & 0x00C0_C0F0 == 0x0080_80E0 {  // Three bytes: nearly all of Chinese.
                let scalar = (word & 0x0F) << 12 | (word & 0x3F00) >> 2 | (word >> 16) & 0x3F
                return scalar >= 0x800 && scalar & 0xF800 != 0xD800 ? 3 : 0
            }
        }
        return characterLengthInFull(at, end)
    }

    /// Whether U+FEFF stands at `at`.
    static func isByteOrderMark(_ at: Bytes, _ end: Bytes) -> Bool {
        end - at >= 3 && at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF
    }

    @inline(never)
    private static func characterLengthInFull(_ at: Bytes, _ end: Bytes) -> Int {
        func continues(_ index: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
            end - at > index && at[index] >= low && at[index] <= high
        }
        switch at.pointee {
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, 0xA0) && continues(2) ? 3 : 0
        case 0xED: return continues(1, 0x80, 0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, 0x90) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, 0x80, 0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }

    /// 32 bytes written as 64 lower-case hexadecimal digits; nil if one is anything else.
    @inline(__always)
    static func digest(fromHex at: Bytes) -> Digest? {
        var wrong: UInt64 = 0
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        words.0 = quarter(at, &wrong)
        words.1 = quarter(at + 16, &wrong)
        words.2 = quarter(at + 32, &wrong)
        words.3 = quarter(at + 48, &wrong)
        guard wrong == 0 else { return nil }
        return withUnsafeBytes(of: &words) { Digest(rawBytes: $0) }
    }

    /// 16 hexadecimal digits as 8 bytes in memory order.
    @inline(__always)
    private static func quarter(_ at: Bytes, _ wrong: inout UInt64) -> UInt64 {
        (octet(at, &wrong) | octet(at + 8, &wrong) << 32).littleEndian
    }

    /// 8 hexadecimal digits as 4 bytes, the first the lowest; sets bits of `wrong` where a lane is
    /// no digit.
    private static func octet(_ at: Bytes, _ wrong: inout UInt64) -> UInt64 {
        let word = word(at)
        let isLetter = letters(word, &wrong)
        let nibbles = (word & (ones &* 0x0F)) &+ (isLetter >> 7) &* 9
        // Little-endian pairs: the first character, which is the high nibble, is the low byte.
        var bytes = (nibbles << 4 | nibbles >> 8) & 0x00FF_00FF_00FF_00FF
        bytes = (bytes | bytes >> 8) & 0x0000_FFFF_0000_FFFF
        return (bytes | bytes >> 16) & 0xFFFF_FFFF
    }

    /// The high bit of each lane that holds `a` to `f`; sets bits of `wrong` where a lane is no
    /// lower-case hexadecimal digit.
    @inline(__always)
    private static func letters(_ word: UInt64, _ wrong: inout UInt64) -> UInt64 {
        /// The high bit of each lane of an ASCII word that is at least `limit`.
        func atLeast(_ limit: UInt64) -> UInt64 { ((word | highs) &- ones &* limit) & highs }
        let isDigit = atLeast(0x30) & ~atLeast(0x3A)
        let isLetter = atLeast(0x61) & ~atLeast(0x67)
        wrong |= (word & highs) | ((isDigit | isLetter) ^ highs)
        return isLetter
    }

    /// Zero if the 8 bytes of a word are lower-case hexadecimal digits.
    @inline(__always)
    static func nonHex(_ word: UInt64) -> UInt64 {
        var wrong: UInt64 = 0
        _ = letters(word, &wrong)
        return wrong
    }
}
