/// A public key with the name it signs under: whom an auditor trusts.
///
/// The text form (a "vkey") is `name+hash+base64(type ‖ key)`:
///
///     PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW
///
/// where `hash` is eight lower-case hexadecimal digits, the first four bytes of
/// `SHA-256(name ‖ "\n" ‖ type ‖ key)`. `type` is 0x01 for Ed25519 (32 bytes of key), and 0xff
/// followed by `sm2sm3` for SM2 with SM3 (65 bytes of key: 04 ‖ x ‖ y). The hash tells keys apart;
/// it proves nothing.
///
/// - Source: C2SP signed-note; 0xff is its space for algorithms without an assigned byte.
public struct VerificationKey: Sendable {
    /// Non-empty, without spaces, plus signs and control characters.
    public let name: String
    public let suite: Suite
    /// 32 bytes (Ed25519), or 65 bytes 04‖x‖y (SM2).
    public let publicKey: [UInt8]
    /// The key hash, big-endian as it stands in a signature.
    public let hash: UInt32
    private let handle: KeyHandle

    /// - Throws: ``KeyFault/invalidName``, ``KeyFault/wrongLength(expected:found:)``,
    ///   ``KeyFault/invalidKey``.
    public init(name: String, suite: Suite, publicKey: [UInt8]) throws(KeyFault) {
        guard Self.isName(name) else { throw .invalidName }
        guard publicKey.count == suite.publicKeyLength else {
            throw .wrongLength(expected: suite.publicKeyLength, found: publicKey.count)
        }
        guard PublicPoint.isSound(publicKey, suite: suite) else { throw .invalidKey }
        handle = try KeyHandle.importing(publicKey: publicKey, suite: suite)
        self.name = name
        self.suite = suite
        self.publicKey = publicKey
        hash = Self.hash(name: name, encoding: suite.signatureType + publicKey)
    }

    /// Reads the text form. Nothing but its one spelling is taken.
    /// - Throws: Any ``KeyFault`` but the two of private keys.
    public init(vkey: String) throws(KeyFault) {
        let parts = vkey.utf8.split(separator: 0x2b, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .malformed }
        guard let name = String(parts[0]), Self.isName(name) else { throw .invalidName }
        guard let encoding = Base64.decode(parts[2]) else { throw .malformed }
        let suite = Suite.allCases.first { encoding.starts(with: $0.signatureType) }
        guard let suite else { throw .unknownAlgorithm }
        try self.init(
            name: name, suite: suite,
            publicKey: [UInt8](encoding.dropFirst(suite.signatureType.count)))
        guard parts[1].elementsEqual(Self.hexadecimal(hash).utf8) else { throw .hashMismatch }
    }

    /// The text form.
    public var vkey: String {
        "\(name)+\(Self.hexadecimal(hash))+\(Base64.encode(suite.signatureType + publicKey))"
    }

    /// True only for this key's signature over exactly these bytes.
    /// - Parameter signature: 64 bytes: R‖S or r‖s. Any other length is false.
    public func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        handle.verifies(signature, over: message)
    }

    /// Whether a key may be called so: not empty, no Unicode space, plus sign or control character.
    public static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace
            }
    }

    private static func hash(name: String, encoding: [UInt8]) -> UInt32 {
        var context = DigestContext(.sha256)
        let message = [UInt8](name.utf8) + [0x0a] + encoding
        let digest = message.withUnsafeBytes { context.digest($0) }
        return digest.withUnsafeBytes { UInt32(bigEndian: $0.load(as: UInt32.self)) }
    }

    private static func hexadecimal(_ hash: UInt32) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}

// Names are compared as bytes: Swift's string equality would take two spellings of one accented
// letter for the same name.
extension VerificationKey: Hashable {
    public static func == (left: VerificationKey, right: VerificationKey) -> Bool {
        left.suite == right.suite && left.publicKey == right.publicKey
            && left.name.utf8.elementsEqual(right.name.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }
}

extension Suite {
    /// What precedes the key's own bytes in a vkey and in what the key hash is made of.
    fileprivate var signatureType: [UInt8] {
        switch self {
        case .sha256: [0x01]
        case .sm3: [0xff] + [UInt8]("sm2sm3".utf8)
        }
    }
}
