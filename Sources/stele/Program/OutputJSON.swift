import Application
import Chain
import Registry

extension Output {
    /// One JSON object on one line: the same answer is the same bytes.
    ///
    /// It is in canonical form but for characters that would steer a terminal, which stand as
    /// escapes: DEL, C1 controls, line separators and changes of direction. They occur in texts
    /// alone, so the object is the same.
    func json(_ object: CanonicalObject) { json(object.bytes) }

    /// The same, with the ledger as it stands.
    func json(_ object: CanonicalObject, of ledger: LedgerStanding) {
        var object = object
        object.set("ledger", Application.object { ledger.write(to: &$0) })
        json(object)
    }

    /// The same, of an object that was written as bytes.
    func json(_ object: [UInt8]) {
        write((Self.maySteer(object) ? Self.escaped(object) : object) + [0x0a])
    }

    /// Whether one of those characters can be in it. Most answers have none, and some are large.
    private static func maySteer(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                switch bytes[index] {
                case 0x7F, 0xC2: return true
                case 0xE2:
                    // U+2000…U+207F; of these the quotation marks “ ” ‘ ’ and … steer nothing.
                    guard index + 2 < bytes.count else { return true }
                    switch (bytes[index + 1], bytes[index + 2]) {
                    case (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9):
                        return true
                    default: continue
                    }
                default: continue
                }
            }
            return false
        }
    }

    private static func escaped(_ object: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(object.count + 1)
        for scalar in String(decoding: object, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        return bytes
    }
}
