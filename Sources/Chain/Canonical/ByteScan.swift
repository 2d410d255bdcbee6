/// Looks at many bytes at once, for the reader and the writer.
enum ByteScan {
    typealias Bytes = UnsafePointer<UInt8>

    /// Which of 16 bytes end a plain run when reading: `"`, `\`, a control character, or not ASCII.
    /// One lane is 0xFF where it does, else 0; the two words hold lanes 0–7 and 8–15.
    @inline(__always)
    static func readerStops(_ at: Bytes) -> SIMD2<UInt64> {
        let lanes = UnsafeRawPointer(at).loadUnaligned(as: SIMD16<Int8>.self)
        // Signed: a control character is 0…31, and every byte from 0x80 on is negative.
        let stops = (lanes .< 32) .| (lanes .== 0x22) .| (lanes .== 0x5C)
        return unsafeBitCast(stops, to: SIMD2<UInt64>.self)
    }

    /// Which of 16 bytes the writer has to escape: `"`, `\`, or a control character.
    @inline(__always)
    static func writerStops(_ at: Bytes) -> SIMD2<UInt64> {
        let lanes = UnsafeRawPointer(at).loadUnaligned(as: SIMD16<UInt8>.self)
        let stops = (lanes .< 32) .| (lanes .== 0x22) .| (lanes .== 0x5C)
        return unsafeBitCast(stops, to: SIMD2<UInt64>.self)
    }

    /// The first byte from `at` on that ends a plain run, or `end`.
    @inline(__always)
    static func endOfPlainRun(_ at: Bytes, _ end: Bytes) -> Bytes {
        var at = at
        while end - at >= 16 {
            let stops = readerStops(at)
            if stops.x != 0 { return at + stops.x.trailingZeroBitCount >> 3 }
            if stops.y != 0 { return at + 8 + stops.y.trailingZeroBitCount >> 3 }
            at += 16
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
        while end - at >= 16 {
            let stops = writerStops(at)
            if stops.x != 0 { return at + stops.x.trailingZeroBitCount >> 3 }
            if stops.y != 0 { return at + 8 + stops.y.trailingZeroBitCount >> 3 }
            at += 16
        }
        while at < end {
            let byte = at.pointee
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
            at += 1
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
        var sound = SIMD8<UInt16>(repeating: 0)
        var words = (SIMD2<UInt64>(), SIMD2<UInt64>())
        words.0.x = octet(at, &sound)
        words.0.y = octet(at + 16, &sound)
        words.1.x = octet(at + 32, &sound)
        words.1.y = octet(at + 48, &sound)
        let verdict = unsafeBitCast(sound, to: SIMD2<UInt64>.self)
        guard verdict.x | verdict.y == 0 else { return nil }
        return withUnsafeBytes(of: &words) { Digest(rawBytes: $0) }
    }

    /// 16 hexadecimal digits as 8 bytes in memory order; marks `wrong` where a lane is no digit.
    @inline(__always)
    private static func octet(_ at: Bytes, _ wrong: inout SIMD8<UInt16>) -> UInt64 {
        let lanes = UnsafeRawPointer(at).loadUnaligned(as: SIMD16<UInt8>.self)
        let digits = lanes &- 0x30
        let letters = lanes &- 0x61
        let isDigit = digits .< 10
        let isLetter = letters .< 6
        let neither = .!(isDigit .| isLetter)
        wrong |= unsafeBitCast(neither, to: SIMD8<UInt16>.self)
        let nibbles = (letters &+ 10).replacing(with: digits, where: isDigit)
        // Little-endian pairs: the first character, which is the high nibble, is the low byte.
        let pairs = unsafeBitCast(nibbles, to: SIMD8<UInt16>.self)
        let bytes = SIMD8<UInt8>(truncatingIfNeeded: (pairs &<< 4) | (pairs &>> 8))
        return unsafeBitCast(bytes, to: UInt64.self)
    }
}
