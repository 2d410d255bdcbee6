/// What a ledger says of itself at one size; kept elsewhere, it is what catches a tail that was cut
/// or rewritten whole.
///
///     stele.example/east-banner/sha256
///     20852163
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///     at 2026-11-24T00:00:00.000Z
///
/// Lines: the origin; the size in decimal without leading zeros; the root in Base 64; then any
/// number of extension lines, none empty. This is the text of a ``SignedNote``.
///
/// - Source: C2SP tlog-checkpoint.
public struct Checkpoint: Sendable {
    /// Which ledger: not empty, one line.
    public let origin: String
    /// How many entries.
    public let size: Int
    /// The root of the tree over them.
    public let root: Digest
    /// Signed with the rest, with no meaning to others.
    public let extensions: [String]

    /// - Precondition: `origin` and the extensions are single lines and not empty; `size` ≥ 0.
    public init(origin: String, size: Int, root: Digest, extensions: [String] = []) {
        precondition(size >= 0, "a size is not negative")
        precondition(
            ([origin] + extensions).allSatisfy { line in
                !line.isEmpty && line.utf8.allSatisfy { $0 >= 0x20 }
            }, "a line of a checkpoint is not empty and has no control characters")
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note; verifies nothing.
    public init(parsing text: String) throws(CheckpointFault) {
        guard text.utf8.last == 0x0a else { throw .unterminated }
        let lines = text.utf8.dropLast().split(
            separator: 0x0a, maxSplits: 3, omittingEmptySubsequences: false)
        guard lines.count >= 3 else { throw .tooFewLines }
        guard text.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0a }) else { throw .controlCharacter }
        guard !lines[0].isEmpty else { throw .emptyOrigin }
        guard let size = Self.size(lines[1]) else { throw .malformedSize }
        guard let root = Base64.decode(lines[2]).flatMap({ Digest(bytes: $0) }) else {
            throw .malformedRoot
        }
        self.size = size
        self.root = root
        origin = String(decoding: lines[0], as: UTF8.self)
        extensions = lines.count > 3 ? try Self.extensions(lines[3]) : []
    }

    /// Line by line, since a note may have half a million of them.
    private static func extensions(
        _ text: Substring.UTF8View
    ) throws(CheckpointFault) -> [String] {
        var extensions: [String] = []
        var rest = text
        while true {
            let end = rest.firstIndex(of: 0x0a)
            let line = rest[..<(end ?? rest.endIndex)]
            guard !line.isEmpty else { throw .emptyExtension }
            extensions.append(String(decoding: line, as: UTF8.self))
            guard let end else { return extensions }
            rest = rest[rest.index(after: end)...]
        }
    }

    /// The text to be signed; ends in a newline.
    public var text: String {
        ([origin, String(size), Base64.encode(root.bytes)] + extensions)
            .map { $0 + "\n" }.joined()
    }

    /// The checkpoint as a note with one signature.
    /// - Precondition: The key's name is the origin.
    public func signed(by key: SigningKey) throws -> SignedNote {
        precondition(key.name.utf8.elementsEqual(origin.utf8), "a ledger signs under its origin")
        var note = try SignedNote(text: text)
        try note.sign(with: key)
        return note
    }

    /// Reads and verifies in one step: the only way to a checkpoint that may be believed.
    ///
    /// - Parameters:
    ///   - note: The bytes of the signed note.
    ///   - keys: The keys one trusts. Witnesses' keys may be among them.
    /// - Throws: ``NoteFault``; ``CheckpointFault``, of which
    ///   ``CheckpointFault/notSignedByOrigin`` if only others than the ledger itself have signed,
    ///   so that a ledger's key cannot speak for another ledger.
    public static func open(
        _ note: [UInt8], trusting keys: some Sequence<VerificationKey>
    ) throws -> Checkpoint {
        let note = try SignedNote(parsing: note)
        let signers = try note.verify(trusting: keys)
        let checkpoint = try Checkpoint(parsing: note.text)
        guard signers.contains(where: { $0.name.utf8.elementsEqual(checkpoint.origin.utf8) })
        else { throw CheckpointFault.notSignedByOrigin }
        return checkpoint
    }

    private static func size(_ digits: Substring.UTF8View) -> Int? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.first != 0x30 || digits.count == 1
        else { return nil }
        return Int(Substring(digits))
    }
}

// Compared as bytes, as they are signed.
extension Checkpoint: Equatable {
    public static func == (left: Checkpoint, right: Checkpoint) -> Bool {
        left.size == right.size && left.root == right.root
            && left.text.utf8.elementsEqual(right.text.utf8)
    }
}

/// Why a text is not a checkpoint, in order of precedence.
public enum CheckpointFault: Error, Equatable, Sendable {
    /// The last line does not end in a newline.
    case unterminated
    /// Fewer than three lines.
    case tooFewLines
    /// A control character inside a line.
    case controlCharacter
    case emptyOrigin
    /// Not a decimal number without leading zeros, or beyond 2^63−1.
    case malformedSize
    /// Not the Base 64 of 32 bytes.
    case malformedRoot
    case emptyExtension
    /// Well signed by a trusted key, but none with the name of this ledger.
    case notSignedByOrigin
}
