/// The order of keys: by UTF-16 code units (RFC 8785, section 3.2.3).
///
/// It differs from the order of UTF-8 bytes in one place. Characters beyond U+FFFF are surrogates
/// (D800–DFFF) in UTF-16 and so come *before* U+E000–U+FFFF, while their first byte in UTF-8
/// (F0–F4) comes *after* theirs (EE, EF).
enum KeyOrder {
    typealias Bytes = UnsafePointer<UInt8>

    /// Negative, 0 or positive as `left` sorts before, with or after `right`; both without escapes.
    @inline(__always)
    static func compare(
        _ left: Bytes, _ leftCount: Int, _ right: Bytes, _ rightCount: Int
    ) -> Int {
        let common = min(leftCount, rightCount)
        var index = 0
        while index &+ 8 <= common {
            let a = UnsafeRawPointer(left + index).loadUnaligned(as: UInt64.self).bigEndian
            let b = UnsafeRawPointer(right + index).loadUnaligned(as: UInt64.self).bigEndian
            if a != b {
                let shift = UInt64((a ^ b).leadingZeroBitCount & ~7)
                return compare(
                    UInt8(truncatingIfNeeded: (a &<< shift) &>> 56),
                    UInt8(truncatingIfNeeded: (b &<< shift) &>> 56))
            }
            index &+= 8
        }
        while index < common {
            let a = left[index]
            let b = right[index]
            if a != b { return compare(a, b) }
            index &+= 1
        }
        return leftCount &- rightCount
    }

    /// Whether ASCII keys sort so by their first eight bytes alone; false says nothing.
    ///
    /// - Precondition: Eight bytes can be read from either, and neither has a zero or escapes in it.
    @inline(__always)
    static func clearlyAscends(
        _ left: Bytes, _ leftCount: Int, _ right: Bytes, _ rightCount: Int
    ) -> Bool {
        let a = beginning(left, leftCount)
        let b = beginning(right, rightCount)
        return a < b && (a | b) & 0x8080_8080_8080_8080 == 0
    }

    /// The first eight bytes as a number that compares as they do; zeros for those beyond `count`.
    @inline(__always)
    private static func beginning(_ at: Bytes, _ count: Int) -> UInt64 {
        let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self).bigEndian
        return word & ~(UInt64.max >> UInt64(truncatingIfNeeded: count &* 8))
    }

    /// The first bytes in which two keys differ.
    @inline(__always)
    private static func compare(_ a: UInt8, _ b: UInt8) -> Int {
        Int(lifted(a)) &- Int(lifted(b))
    }

    /// Only lead bytes are EE or EF where two keys first differ, so this lifts U+E000–U+FFFF over
    /// the surrogates.
    @inline(__always)
    private static func lifted(_ byte: UInt8) -> UInt8 {
        byte & 0xFE == 0xEE ? byte | 0x10 : byte
    }

    /// As `compare`, for keys as they stand between their quotes in canonical JSON.
    static func compareCanonical(
        _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
    ) -> Int {
        if left.contains(0x5C) || right.contains(0x5C) { return compareEscaped(left, right) }
        guard let a = left.baseAddress, let b = right.baseAddress else {
            return left.count - right.count
        }
        return compare(
            a.assumingMemoryBound(to: UInt8.self), left.count,
            b.assumingMemoryBound(to: UInt8.self), right.count)
    }

    /// As `compareCanonical`, when one of them is known to have escapes in it.
    @inline(never)
    static func compareEscaped(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer)
        -> Int
    {
        let a = EscapedText.decode(left)
        let b = EscapedText.decode(right)
        return a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                guard let a0 = a.baseAddress, let b0 = b.baseAddress else {
                    return a.count - b.count
                }
                return compare(a0, a.count, b0, b.count)
            }
        }
    }
}

/// What stands between the quotes of a canonical string that has escapes in it.
enum EscapedText {
    /// The UTF-8 that was meant. The escapes are well-formed: a reader has seen them.
    static func decode(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            guard raw[index] == 0x5C else {
                bytes.append(raw[index])
                index += 1
                continue
            }
            let letter = raw[index + 1]
            if letter == UInt8(ascii: "u") {
                let low = raw[index + 5]
                bytes.append(
                    (raw[index + 4] - 0x30) << 4 | (low <= 0x39 ? low - 0x30 : low - 0x57))
                index += 4
            } else {
                // What stands for itself is the quote or the backslash.
                bytes.append(JSONEscape.control(letter) ?? letter)
            }
            index += 2
        }
        return bytes
    }
}
