/// Numbers, the same for every reader: integers only.
enum JSONNumber {
    typealias Bytes = UnsafePointer<UInt8>

    /// The integer at `at`, which is a digit or a minus sign; moves `at` behind it.
    @inline(__always)
    static func integer(_ at: inout Bytes, _ end: Bytes, _ base: Bytes) throws(JSONFault) -> Int {
        let start = at
        let isNegative = at.pointee == UInt8(ascii: "-")
        if isNegative { at += 1 }
        let digits = at
        var value = 0
        while at < end {
            let digit = at.pointee &- 0x30
            guard digit < 10 else { break }
            // 18 digits fit; longer ones are out of range whatever they say.
            if at - digits < 18 { value = value &* 10 &+ Int(digit) }
            at += 1
        }
        let length = at - digits
        if length == 0 {
            throw JSONFault(at < end ? .unexpectedByte : .unexpectedEnd, at: at - base)
        }
        if length > 1 && digits.pointee == UInt8(ascii: "0") {
            throw JSONFault(.leadingZero, at: start - base)
        }
        if at < end {
            let byte = at.pointee
            if byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
                throw JSONFault(.float, at: start - base)
            }
        }
        if length > 16 || value > largestInteger {
            throw JSONFault(.integerOutOfRange, at: start - base)
        }
        if isNegative && value == 0 { throw JSONFault(.negativeZero, at: start - base) }
        return isNegative ? -value : value
    }
}

/// Escapes, the same for every reader.
enum JSONEscape {
    typealias Bytes = UnsafePointer<UInt8>

    /// The control character that a letter behind a backslash stands for.
    static func control(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        default: nil
        }
    }

    /// The character that the `\uXXXX` at `at`, or the two of a surrogate pair, stand for.
    ///
    /// Six bytes, or twelve if it is beyond U+FFFF.
    static func scalar(_ at: Bytes, _ end: Bytes, _ base: Bytes)
        throws(JSONFault) -> Unicode.Scalar
    {
        let high = try codeUnit(at, end, base)
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00, end - at >= 8, at[6] == UInt8(ascii: "\\"), at[7] == UInt8(ascii: "u")
        else { throw JSONFault(.loneSurrogate, at: at - base) }
        let low = try codeUnit(at + 6, end, base)
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(
                0x1_0000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
        else { throw JSONFault(.loneSurrogate, at: at - base) }
        return scalar
    }

    /// The code unit of the six-byte escape `\uXXXX` at `at`.
    private static func codeUnit(_ at: Bytes, _ end: Bytes, _ base: Bytes)
        throws(JSONFault) -> UInt16
    {
        var unit: UInt16 = 0
        for index in 2..<6 {
            guard end - at > index else { throw JSONFault(.unexpectedEnd, at: end - base) }
            let digit: UInt8
            switch at[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = at[index] - 0x30
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = at[index] - 0x57
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = at[index] - 0x37
            default: throw JSONFault(.badEscape, at: at - base)
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
