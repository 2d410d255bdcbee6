public import Chain

/// What entry 0 says of the ledger: the promises that everything else is checked against.
public struct LedgerIdentity: Hashable, Sendable {
    public static let format = 1
    static let type = "ledger.created.v1"
    /// How the origin of a practice ledger begins: every checkpoint of it shows that it is one.
    public static let practicePrefix = "practice."
    /// How the origin of the demonstration begins.
    public static let demonstrationPrefix = "stele.example/demo/"

    /// Names the ledger in its checkpoints.
    public let origin: String
    public let suite: Suite
    /// The key that signs its checkpoints.
    public let key: VerificationKey
    /// When it was created, RFC 3339.
    public let createdAt: String

    /// Whether it is for practice: only there may somebody say what time it is.
    public var isPractice: Bool { origin.hasPrefix(Self.practicePrefix) }

    /// Whether what is in it was told: for practice, or the demonstration.
    var isForTrial: Bool { Self.isForTrial(origin: origin) }

    /// The same, by the name of the ledger alone.
    public static func isForTrial(origin: String) -> Bool {
        origin.hasPrefix(practicePrefix) || origin.hasPrefix(demonstrationPrefix)
    }

    static func read(_ line: UnsafeRawBufferPointer) throws(LedgerFault) -> LedgerIdentity {
        var tape = LineTape()
        guard let root = tape.root(of: line), root["type"]?.string == type,
            let data = root["data"], data["format"]?.integer == format,
            let origin = data["origin"]?.string,
            let suite = data["suite"]?.string.flatMap(Suite.init(rawValue:)),
            let vkey = data["publicKey"]?.string, let key = try? VerificationKey(vkey: vkey),
            key.suite == suite, key.name.utf8.elementsEqual(origin.utf8),
            let createdAt = root["at"]?.string
        else { throw .damaged(entry: 0) }
        return LedgerIdentity(origin: origin, suite: suite, key: key, createdAt: createdAt)
    }

    /// The payload of entry 0.
    var data: [UInt8] {
        var data = CanonicalObject()
        data.set("format", Self.format)
        data.set("origin", origin)
        data.set("publicKey", key.vkey)
        data.set("suite", suite.rawValue)
        return data.bytes
    }

    /// What the store keeps beside the entries, to be compared with entry 0.
    var facts: [(name: String, value: String)] {
        [
            ("createdAt", createdAt), ("format", String(Self.format)), ("origin", origin),
            ("publicKey", key.vkey), ("suite", suite.rawValue),
        ]
    }
}
