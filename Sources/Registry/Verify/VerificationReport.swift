public import Chain

/// What a verification found, and what it still proves.
public struct VerificationReport: Sendable {
    /// How many entries were read.
    public var size: Int
    /// Root of the tree over the lines as they are.
    public var root: Digest
    public var origin: String
    public var suite: Suite
    public var damages: [Damage]
    /// How many more damages of the same kinds were found and not listed.
    public var unlisted: Int
    /// Runs of entries that a checkpoint proves in spite of the damage, largest checkpoint first.
    public var proven: [ProvenRange]
    /// How many checkpoints were compared.
    public var checkpoints: Int
    /// How many sealed values were destroyed by law: they are missing, and an entry says why.
    public var destroyed: Int
    /// Up to which entry (inclusive) the chain holds together from entry 0, checkpoints aside;
    /// nil when not even entry 0 is sound.
    public var coherentThrough: Int?

    /// What was not compared, because haste was asked for; damage kinds of ``Damage``.
    public var leftOut: [String] = []

    public var isSound: Bool { damages.isEmpty }

    /// The ledger as its lines are.
    public var standing: LedgerStanding { LedgerStanding(origin: origin, size: size, root: root) }
}

/// A checkpoint that was kept away from the ledger.
public struct OutsideCheckpoint: Sendable {
    /// A name a person recognises, such as the file's.
    public let name: String
    public let note: [UInt8]

    public init(name: String, note: [UInt8]) {
        self.name = name
        self.note = note
    }
}
