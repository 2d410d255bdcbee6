import Law
import Records
import Vocabulary

/// RFC 9562 version 7 identifiers: time-ordered, made from an instant and randomness that the
/// caller supplies (I6).
enum EntryIdentifier {
    private static let digits = Array("0123456789abcdef".utf8)

    static func make(
        at instant: Instant, using random: inout some RandomNumberGenerator
    ) -> String {
        let milliseconds = UInt64(truncatingIfNeeded: instant.milliseconds) & 0xFFFF_FFFF_FFFF
        let first = milliseconds << 16 | 0x7000 | random.next() & 0x0FFF
        let second = 0x8000_0000_0000_0000 | random.next() >> 2
        return String(unsafeUninitializedCapacity: 36) { buffer in
            var index = 0
            func put(_ word: UInt64, nibbles: Range<Int>) {
                for nibble in nibbles {
                    buffer[index] = digits[Int(word >> UInt64(60 - 4 * nibble) & 0xF)]
                    index += 1
                }
            }
            func dash() {
                buffer[index] = UInt8(ascii: "-")
                index += 1
            }
            put(first, nibbles: 0..<8)
            dash()
            put(first, nibbles: 8..<12)
            dash()
            put(first, nibbles: 12..<16)
            dash()
            put(second, nibbles: 0..<4)
            dash()
            put(second, nibbles: 4..<16)
            return index
        }
    }
}
