/// The private key a ledger signs its checkpoints with, and the name it signs under.
///
/// - Source: RFC 8032 (Ed25519, suite `sha256`); GB/T 32918.2 with SM3 and the default identity
///   `1234567812345678` (suite `sm3`).
public struct SigningKey: Sendable {
    /// What others verify with.
    public let verifier: VerificationKey
    /// The private key in PEM (PKCS #8), not encrypted: guard it like the ledger's seal (印章).
    public let pem: String
    private let handle: KeyHandle

    private init(_ handle: KeyHandle, name: String) throws(KeyFault) {
        self.handle = handle
        verifier = try VerificationKey(
            name: name, suite: handle.suite, publicKey: handle.publicKey())
        pem = try handle.pem()
    }

    /// Reads an unencrypted private key.
    ///
    /// - Parameters:
    ///   - pem: PKCS #8, Ed25519 or SM2; the suite follows from it.
    ///   - name: The key name; the ledger's origin.
    /// - Throws: ``KeyFault/unreadablePEM``, ``KeyFault/unknownAlgorithm``,
    ///   ``KeyFault/invalidName``.
    public init(pem: String, name: String) throws(KeyFault) {
        try self.init(KeyHandle.reading(pem: pem), name: name)
    }

    /// Makes a new key from the system's randomness.
    /// - Throws: ``KeyFault/invalidName``, or ``KeyFault/library(_:)``.
    public static func generate(suite: Suite, name: String) throws(KeyFault) -> SigningKey {
        try SigningKey(KeyHandle.generate(suite), name: name)
    }

    /// The suite this key belongs to.
    public var suite: Suite { verifier.suite }
    /// The key name.
    public var name: String { verifier.name }

    /// A signature of 64 bytes. Ed25519 gives the same every time, SM2 another every time.
    public func sign(_ message: [UInt8]) throws(KeyFault) -> [UInt8] {
        try handle.sign(message)
    }
}
