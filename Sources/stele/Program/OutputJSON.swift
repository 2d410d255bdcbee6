import Chain

extension Output {
    /// One JSON object on one line: the same answer is the same bytes.
    ///
    /// It is in canonical form but for characters that would steer a terminal, which stand as
    /// escapes: DEL, C1 controls, line separators and changes of direction. They occur in texts
    /// alone, so the object is the same.
    func json(_ object: CanonicalObject) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(object.bytes.count + 1)
        for scalar in String(decoding: object.bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        write(bytes + [0x0a])
    }
}
