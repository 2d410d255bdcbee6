/// A text and the signatures under it.
///
///     If you think cryptography is the answer to your problem,
///     then you don't know what your problem is.
///
///     — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqf…
///
/// The text ends in a newline; the last blank line separates it from the signatures; each of those
/// is an em dash, a space, the key name, a space, `base64(key hash ‖ signature)` and a newline. The
/// key hash is big-endian. Everything is UTF-8 without control characters other than newline.
///
/// What the text says means nothing before ``verify(trusting:)`` has returned.
///
/// - Source: C2SP signed-note.
public struct SignedNote: Sendable {
    /// One signature line.
    public struct Signature: Sendable {
        public let name: String
        /// The key hash; with the name it says which key to try, and proves nothing.
        public let hash: UInt32
        /// Without the key hash; at least one byte.
        public let bytes: [UInt8]
    }

    /// Longer notes are refused before they are read.
    public static let maximumBytes = 1 << 20
    /// Notes with more signatures are refused, so that nobody is made to verify for ever.
    public static let maximumSignatures = 100

    /// Ends in a newline.
    public let text: String
    /// In the order of their lines; verified or not.
    public private(set) var signatures: [Signature]

    /// An unsigned note.
    /// - Throws: ``NoteFault/tooLong(bytes:)``, ``NoteFault/controlCharacter(offset:)``,
    ///   ``NoteFault/unterminatedText``.
    public init(text: String) throws(NoteFault) {
        try Self.checkCharacters(text.utf8)
        guard text.utf8.last == Self.newline else { throw .unterminatedText }
        self.text = text
        signatures = []
    }

    /// Reads a note; verifies nothing.
    /// - Throws: ``NoteFault``, up to ``NoteFault/malformedSignature(line:)``.
    public init(parsing bytes: [UInt8]) throws(NoteFault) {
        guard bytes.count <= Self.maximumBytes else { throw .tooLong(bytes: bytes.count) }
        guard let whole = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        try Self.checkCharacters(whole.utf8)
        guard let blank = Self.lastBlankLine(of: bytes), blank + 1 < bytes.count else {
            throw .noSignatures
        }
        guard bytes.last == Self.newline else { throw .unterminatedSignatures }
        // Counted before they are cut: a mebibyte of newlines is a million lines.
        let tail = bytes[(blank + 1)...]
        guard tail.count(where: { $0 == Self.newline }) <= Self.maximumSignatures else {
            throw .tooManySignatures
        }
        let lines = tail.dropLast().split(separator: Self.newline, omittingEmptySubsequences: false)
        text = String(decoding: bytes[..<blank], as: UTF8.self)
        signatures = []
        for (index, line) in lines.enumerated() {
            guard let signature = Signature(parsing: line) else {
                throw .malformedSignature(line: index + 1)
            }
            signatures.append(signature)
        }
    }

    /// The note as bytes, as it is written to a file.
    public var bytes: [UInt8] {
        [UInt8]((text + "\n" + signatures.map(\.line).joined()).utf8)
    }

    /// Signs the text, in place of an older signature of the same key.
    public mutating func sign(with key: SigningKey) throws(KeyFault) {
        let signature = Signature(
            name: key.name, hash: key.verifier.hash, bytes: try key.sign([UInt8](text.utf8)))
        signatures.removeAll { $0.claims(key.verifier) }
        signatures.append(signature)
    }

    /// Checks the signatures of the keys one trusts; those of others are passed over.
    ///
    /// - Returns: The keys that signed, in the order of their first lines; never empty.
    /// - Throws: ``NoteFault/ambiguousKey(name:)``; ``NoteFault/wrongSignature(name:)`` if any line
    ///   of a trusted key is wrong, even beside right ones; ``NoteFault/noTrustedSignature``.
    public func verify(
        trusting keys: some Sequence<VerificationKey>
    ) throws(NoteFault) -> [VerificationKey] {
        let trusted = Set(keys)
        let message = [UInt8](text.utf8)
        var signers: [VerificationKey] = []
        for signature in signatures {
            let candidates = trusted.filter { signature.claims($0) }
            guard let key = candidates.first else { continue }
            guard candidates.count == 1 else { throw .ambiguousKey(name: key.name) }
            guard key.verifies(signature.bytes, over: message) else {
                throw .wrongSignature(name: key.name)
            }
            if !signers.contains(key) { signers.append(key) }
        }
        guard !signers.isEmpty else { throw .noTrustedSignature }
        return signers
    }

    fileprivate static let newline: UInt8 = 0x0a

    private static func checkCharacters(_ text: String.UTF8View) throws(NoteFault) {
        guard text.count <= maximumBytes else { throw .tooLong(bytes: text.count) }
        var offset = 0
        for byte in text {
            guard byte >= 0x20 || byte == newline else {
                throw .controlCharacter(offset: offset)
            }
            offset += 1
        }
    }

    /// The offset of the last newline that follows a newline: where the blank line is.
    private static func lastBlankLine(of bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst().last { bytes[$0] == newline && bytes[$0 - 1] == newline }
    }
}

extension SignedNote.Signature {
    private static let lead = [UInt8]("— ".utf8)

    fileprivate init?(parsing line: some Collection<UInt8>) {
        guard line.starts(with: Self.lead) else { return nil }
        let parts = line.dropFirst(Self.lead.count)
            .split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = String(parts[0]), VerificationKey.isName(name),
            let bytes = Base64.decode(parts[1]), bytes.count > 4
        else { return nil }
        self.name = name
        hash = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        self.bytes = [UInt8](bytes.dropFirst(4))
    }

    fileprivate var line: String {
        let prefix = withUnsafeBytes(of: hash.bigEndian) { [UInt8]($0) }
        return "— \(name) \(Base64.encode(prefix + bytes))\n"
    }

    fileprivate func claims(_ key: VerificationKey) -> Bool {
        hash == key.hash && name.utf8.elementsEqual(key.name.utf8)
    }
}

extension String {
    /// Nil unless the bytes are valid UTF-8.
    init?(_ bytes: some Collection<UInt8>) {
        self.init(validating: bytes, as: UTF8.self)
    }
}
