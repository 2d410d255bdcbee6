/// An event that has been decided and not yet placed on the chain.
///
/// Position, link and back-pointers are missing: only the sealer, inside the transaction that
/// stores the entry, knows them.
public struct UnsealedEntry: Sendable {
    public var id: String
    public var type: String
    public var actor: String
    public var unit: String
    public var approver: String?
    /// Rule or article codes; never empty (I9).
    public var basis: [String]
    public var cause: Int?
    public var supersedes: Int?
    /// The day it occurred, `YYYY-MM-DD`; absent when unknown.
    public var on: String?
    /// Where an imputed day was taken from; absent when the source states the day.
    public var onBasis: String?
    /// Every identity the event concerns, sorted and without repetition.
    public var tags: [String]
    /// The payload as a canonical JSON object.
    public var data: [UInt8]
    /// What opens the commitments in `data`; goes to the vault.
    public var openings: [Opening]
    /// Set on the first event of a delivered row.
    public var source: RowOrigin?

    public init(
        id: String, type: String, actor: String, unit: String, approver: String? = nil,
        basis: [String], cause: Int? = nil, supersedes: Int? = nil, on: String? = nil,
        onBasis: String? = nil, tags: [String], data: [UInt8], openings: [Opening] = [],
        source: RowOrigin? = nil
    ) {
        self.id = id
        self.type = type
        self.actor = actor
        self.unit = unit
        self.approver = approver
        self.basis = basis
        self.cause = cause
        self.supersedes = supersedes
        self.on = on
        self.onBasis = onBasis
        self.tags = tags
        self.data = data
        self.openings = openings
        self.source = source
    }
}

/// The clear value behind one commitment, with its salt.
public struct Opening: Sendable {
    /// Dotted member path inside `data`.
    public var path: String
    /// Whose value it is, and under whose key it will be encrypted: `person:P-0001`.
    public var owner: String?
    /// ``DigestSeal/saltBytes`` random bytes.
    public var salt: [UInt8]
    public var value: [UInt8]
}

/// Which delivered row the following `count` entries came from.
public struct RowOrigin: Hashable, Sendable {
    public var delivery: String
    public var file: String
    public var key: String
    public var count: Int
}
