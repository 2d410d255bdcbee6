internal import COpenSSL

/// One reusable hashing state: what every line, node and commitment is hashed with.
///
/// It owns one OpenSSL context. The algorithm is looked up once per process, because looking it up
/// costs more than hashing a tree node; between messages the context is only re-initialised.
/// Make one per thread and keep it.
///
/// - Source: RFC 9162 2.1.1 (the prefixes 0x00 and 0x01 keep a leaf from passing as a node).
public struct DigestContext: ~Copyable {
    /// The suite whose hash this computes.
    public let suite: Suite
    private let context: OpaquePointer

    /// - Precondition: The OpenSSL on this machine offers the suite's hash (SHA-256 and SM3 are in
    ///   its default provider).
    public init(_ suite: Suite) {
        self.suite = suite
        guard let context = EVP_MD_CTX_new(),
            EVP_DigestInit_ex(context, Algorithm.of(suite), nil) == 1
        else { preconditionFailure("OpenSSL cannot start \(suite.rawValue)") }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// `H(0x00 ‖ line)`: the hash of one entry, which its successor records as `prev`.
    public mutating func leaf(_ line: UnsafeRawBufferPointer) -> Digest {
        var prefix: UInt8 = 0x00
        restart()
        absorb(&prefix, 1)
        absorb(line.baseAddress, line.count)
        return finish()
    }

    /// `H(0x01 ‖ left ‖ right)`: the hash of an inner node of the tree.
    public mutating func node(_ left: Digest, _ right: Digest) -> Digest {
        // The prefix is the last byte of the first word, so that one call takes all 65 bytes.
        var block = ((UInt64(0x01) << 56).littleEndian, left.words, right.words)
        return withUnsafeBytes(of: &block) { block in
            restart()
            absorb(block.baseAddress! + 7, 65)
            return finish()
        }
    }

    /// `H(salt ‖ value)`: what an entry holds in place of a sealed value.
    /// - Precondition: `salt` has at least 16 bytes; shorter ones let an ID number be guessed.
    public mutating func commitment(
        salt: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer
    ) -> Digest {
        precondition(salt.count >= 16, "a salt has at least 16 bytes")
        restart()
        absorb(salt.baseAddress, salt.count)
        absorb(value.baseAddress, value.count)
        return finish()
    }

    /// `H(bytes)`, without a prefix.
    public mutating func digest(_ bytes: UnsafeRawBufferPointer) -> Digest {
        restart()
        absorb(bytes.baseAddress, bytes.count)
        return finish()
    }

    /// `H(first ‖ second)`, without joining them in memory.
    public mutating func digest(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer
    ) -> Digest {
        restart()
        absorb(first.baseAddress, first.count)
        absorb(second.baseAddress, second.count)
        return finish()
    }

    // What can fail below is OpenSSL running out of memory or being called wrongly; going on with
    // a half-made hash would be worse than stopping.

    @inline(__always)
    private func restart() {
        let done = EVP_DigestInit_ex(context, nil, nil)
        precondition(done == 1, "OpenSSL refused to restart a hash")
    }

    @inline(__always)
    private func absorb(_ bytes: UnsafeRawPointer?, _ count: Int) {
        let done = EVP_DigestUpdate(context, bytes, count)
        precondition(done == 1, "OpenSSL refused to hash")
    }

    @inline(__always)
    private func finish() -> Digest {
        var words: Digest.Words = (0, 0, 0, 0)
        let done = withUnsafeMutableBytes(of: &words) { target in
            EVP_DigestFinal_ex(
                context, target.baseAddress!.assumingMemoryBound(to: UInt8.self), nil)
        }
        precondition(done == 1, "OpenSSL refused to finish a hash")
        return Digest(words: words)
    }
}

/// The fetched algorithms. Constants of the process: set once, never freed, safe to share because
/// OpenSSL only reads them.
private enum Algorithm {
    nonisolated(unsafe) private static let sha256 = EVP_MD_fetch(nil, "SHA256", nil)
    nonisolated(unsafe) private static let sm3 = EVP_MD_fetch(nil, "SM3", nil)

    static func of(_ suite: Suite) -> OpaquePointer? {
        switch suite {
        case .sha256: sha256
        case .sm3: sm3
        }
    }
}
