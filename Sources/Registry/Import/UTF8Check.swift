/// Strict UTF-8 (RFC 3629) over a stream: no overlong forms, no surrogates, nothing over U+10FFFF.
///
/// State is a few integers, so a character may lie across any buffer boundary.
struct UTF8Check {
    /// Where the first ill-formed sequence begins, in bytes from the start.
    private(set) var firstFault: Int?
    /// Well-formed characters of two or more bytes.
    private(set) var characters = 0
    /// Ill-formed sequences. Checking goes on after one, to tell damage from another encoding.
    private(set) var faults = 0
    /// Where the first character beyond ASCII begins.
    private(set) var firstBeyondASCII: Int?
    /// True while everything beyond ASCII could be read as GB 2312 characters as well.
    private(set) var readsAsChinese = true
    /// NUL bytes; text in UTF-16 without a mark is full of them.
    private(set) var zeroBytes = 0
    /// Bytes seen.
    private(set) var count = 0

    private var remaining = 0
    private var begin = 0
    private var lead: UInt8 = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        let end = bytes.count
        while index < end {
            if remaining == 0 {
                // Whole words of plain ASCII, the usual case.
                while index + 8 <= end {
                    let word = UnsafeRawPointer(bytes.baseAddress! + index)
                        .loadUnaligned(as: UInt64.self)
                    let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
                    if word & 0x8080_8080_8080_8080 != 0 || zeros != 0 { break }
                    index += 8
                }
                if index == end { break }
            }
            step(bytes[index], at: count + index)
            index += 1
        }
        count += end
    }

    /// Ends the stream; a character cut short is a fault at its first byte.
    mutating func finish() {
        if remaining > 0 {
            fault(at: begin)
            remaining = 0
        }
    }

    /// True when the stream ended inside a character and was sound before it.
    var endedInside: Bool { remaining > 0 && firstFault == nil }
    /// Where the character that is open begins.
    var openAt: Int { begin }

    private mutating func fault(at offset: Int) {
        faults += 1
        if firstFault == nil { firstFault = offset }
    }

    private mutating func step(_ byte: UInt8, at offset: Int) {
        if remaining > 0 {
            if byte >= low && byte <= high {
                remaining -= 1
                (low, high) = (0x80, 0xBF)
                if remaining == 0 { characters += 1 }
                if byte < 0xA1 || lead < 0xB0 || lead > 0xDF { readsAsChinese = false }
                return
            }
            fault(at: begin)
            remaining = 0
        }
        if byte < 0x80 {
            if byte == 0 { zeroBytes += 1 }
            return
        }
        begin = offset
        lead = byte
        (low, high) = (0x80, 0xBF)
        if firstBeyondASCII == nil { firstBeyondASCII = offset }
        switch byte {
        case 0xC2...0xDF: remaining = 1
        case 0xE0...0xEF:
            remaining = 2
            if byte == 0xE0 { low = 0xA0 }
            if byte == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            remaining = 3
            if byte == 0xF0 { low = 0x90 }
            if byte == 0xF4 { high = 0x8F }
        default: fault(at: offset)
        }
    }

    /// Whether `count` bytes are well-formed from end to end.
    static func isValid(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var check = UTF8Check()
        check.feed(UnsafeBufferPointer(start: bytes, count: count))
        check.finish()
        return check.firstFault == nil
    }
}
