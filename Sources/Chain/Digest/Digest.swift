/// A 32-byte hash value, held inline: no heap, copied like an integer.
///
/// The text form is exactly 64 lower-case hexadecimal digits; nothing else is read, so that one
/// value has one spelling.
public struct Digest: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline typealias Words = (UInt64, UInt64, UInt64, UInt64)

    /// The bytes in memory order; never interpreted as numbers.
    @usableFromInline var words: Words

    @usableFromInline
    init(words: Words) {
        self.words = words
    }

    /// Copies the bytes.
    /// - Precondition: `rawBytes` holds exactly 32 bytes, at any alignment.
    @inlinable
    public init(rawBytes: UnsafeRawBufferPointer) {
        precondition(rawBytes.count == 32, "a digest has 32 bytes")
        words = rawBytes.loadUnaligned(as: Words.self)
    }

    /// Copies the bytes; nil unless there are exactly 32.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        words = (0, 0, 0, 0)
        Swift.withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    }

    /// Reads 64 lower-case hexadecimal digits; nil for any other text.
    public init?(hex: some StringProtocol) {
        var text = String(hex)
        guard let digest = text.withUTF8({ Digest(hexBytes: UnsafeRawBufferPointer($0)) }) else {
            return nil
        }
        self = digest
    }

    /// Reads 64 lower-case hexadecimal digits in ASCII; nil for any other bytes. Allocates nothing.
    public init?(hexBytes: UnsafeRawBufferPointer) {
        guard hexBytes.count == 64 else { return nil }
        var words: Words = (0, 0, 0, 0)
        let sound = Swift.withUnsafeMutableBytes(of: &words) { target in
            var faults: UInt64 = 0
            for position in 0..<8 {
                let digits = UInt64(
                    littleEndian: hexBytes.loadUnaligned(
                        fromByteOffset: position * 8, as: UInt64.self))
                let bytes = Hexadecimal.bytes(digits)
                // Only the lower-case spelling comes back as it was.
                faults |= Hexadecimal.digits(bytes) ^ digits
                target.storeBytes(
                    of: bytes.littleEndian, toByteOffset: position * 4, as: UInt32.self)
            }
            return faults == 0
        }
        guard sound else { return nil }
        self.words = words
    }

    /// The bytes, as a new array of 32.
    public var bytes: [UInt8] {
        withUnsafeBytes { [UInt8]($0) }
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String {
        String(unsafeUninitializedCapacity: 64) { buffer in
            writeHex(to: buffer.baseAddress!)
            return 64
        }
    }

    /// Lends the 32 bytes.
    @inlinable
    public func withUnsafeBytes<R, E: Error>(
        _ body: (UnsafeRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        try Swift.withUnsafeBytes(of: words, body)
    }

    /// Writes 64 lower-case hexadecimal digits in ASCII, without a terminating zero.
    /// - Precondition: `target` has room for 64 bytes.
    public func writeHex(to target: UnsafeMutablePointer<UInt8>) {
        let target = UnsafeMutableRawPointer(target)
        withUnsafeBytes { source in
            for position in 0..<8 {
                let bytes = UInt32(
                    littleEndian: source.loadUnaligned(
                        fromByteOffset: position * 4, as: UInt32.self))
                target.storeBytes(
                    of: Hexadecimal.digits(bytes).littleEndian, toByteOffset: position * 8,
                    as: UInt64.self)
            }
        }
    }

    public static func == (left: Digest, right: Digest) -> Bool {
        left.words == right.words
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}

extension Digest: CustomStringConvertible {
    /// The same as ``hex``.
    public var description: String { hex }
}

/// Four bytes ↔ eight hexadecimal digits, all at once in one machine word (lowest byte first).
enum Hexadecimal {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let nibbles: UInt64 = 0x0f0f_0f0f_0f0f_0f0f

    @inline(__always)
    static func digits(_ bytes: UInt32) -> UInt64 {
        var spread = UInt64(bytes)
        spread = (spread | spread << 16) & 0x0000_ffff_0000_ffff
        spread = (spread | spread << 8) & 0x00ff_00ff_00ff_00ff
        let values = (spread >> 4 | spread << 8) & nibbles
        // 6 carries a value above nine into the next bit: those are letters, 39 further on.
        let letters = ((values &+ 6 &* ones) >> 4) & ones
        return values &+ 0x30 &* ones &+ 39 &* letters
    }

    /// Any eight bytes; what is not a digit gives a value whose ``digits(_:)`` differ.
    @inline(__always)
    static func bytes(_ digits: UInt64) -> UInt32 {
        let letters = (digits >> 6) & ones
        let values = ((digits & nibbles) &+ 9 &* letters) & nibbles
        var packed = (values << 4 | values >> 8) & 0x00ff_00ff_00ff_00ff
        packed = (packed | packed >> 8) & 0x0000_ffff_0000_ffff
        return UInt32(truncatingIfNeeded: packed | packed >> 16)
    }
}
