public import Chain
import Law
import Store

/// How a ledger stands: what a checkpoint over it would say.
public struct LedgerStanding: Hashable, Sendable {
    public let origin: String
    /// How many entries.
    public let size: Int
    /// The root over all of them.
    public let root: Digest
    /// The newest signed checkpoint that it was proven under; nil: none is signed.
    public var signed: SignedReach?
    /// False where something was listed without being compared with every entry.
    public var isComplete = true
}

/// How far a ledger is proven.
public struct Reach: Hashable, Sendable {
    /// The newest signed checkpoint; nil: none is signed.
    public let signed: SignedReach?
    /// How many entries there are.
    public let size: Int
    /// False where something was listed without being compared with every entry.
    public let isComplete: Bool
}

/// How far the newest signed checkpoint reaches, and how old it is.
public struct SignedReach: Hashable, Sendable {
    /// How many entries it covers.
    public let size: Int
    /// When it was signed, RFC 3339, if it says so.
    public let at: String?
    /// Days from then to the ledger's today, in the banner; nil where it does not say when.
    public let days: Int?
}

extension Ledger {
    /// How the ledger stands now.
    ///
    /// - Cost: The right edge of the tree is hashed, the rest comes from stored tiles; a checkpoint
    ///   recomputes all of it, because it is signed.
    public func standing() throws -> LedgerStanding {
        try read { reader in
            let size = try reader.size()
            return LedgerStanding(
                origin: identity.origin, size: size,
                root: try reader.root() ?? proofs.root(of: size, from: reader),
                signed: try signed(reader), isComplete: !reader.hasListedUncompared)
        }
    }

    /// How far the ledger is proven.
    public func reach() throws -> Reach {
        try read {
            Reach(
                signed: try signed($0), size: $0.count, isComplete: !$0.hasListedUncompared)
        }
    }

    private func signed(_ reader: ProvenReader) throws -> SignedReach? {
        guard let signed = try reader.signed() else { return nil }
        let day = signed.at.flatMap { Instant($0) }?.dateInChina
        return SignedReach(
            size: signed.size, at: signed.at, days: day.map { today.ordinal - $0.ordinal })
    }

    /// Compares the table of heads before it is said that nothing is recorded.
    ///
    /// - Throws: ``LedgerFault/unsound(_:more:)``.
    public func proveNothing() throws {
        try namingDamage { try read { try $0.proveHeads() } }
    }
}

/// A store as a reader shows it: every read sees the same moment.
///
/// - Note: Unchecked: it lives as long as the reader is lent, on the one thread that it is lent to.
struct StoreMoment: EntryStore, @unchecked Sendable {
    let reader: ProvenReader

    func read<Result>(
        _ access: ReadAccess, _ body: (any StoreReader) throws -> Result
    ) throws -> Result {
        try body(reader)
    }

    func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        preconditionFailure("what is lent for asking is not written")
    }

    func rehearse<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        preconditionFailure("what is lent for asking is not written")
    }

    func structureFaults() throws(StoreFault) -> [String] { [] }
    func close() throws(StoreFault) {}
}
