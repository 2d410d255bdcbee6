public import Chain
import Store

/// How a ledger stands: what a checkpoint over it would say.
public struct LedgerStanding: Hashable, Sendable {
    public let origin: String
    /// How many entries.
    public let size: Int
    /// The root over all of them.
    public let root: Digest
}

extension Ledger {
    /// How the ledger stands now.
    ///
    /// - Cost: The right edge of the tree is hashed, the rest comes from stored tiles; a checkpoint
    ///   recomputes all of it, because it is signed.
    public func standing() throws -> LedgerStanding {
        try store.read { reader in
            let size = try reader.size()
            return LedgerStanding(
                origin: identity.origin, size: size, root: try proofs.root(of: size, from: reader))
        }
    }
}

/// A store as a reader shows it: every read sees the same moment.
///
/// - Note: Unchecked: it lives as long as the reader is lent, on the one thread that it is lent to.
struct StoreMoment: EntryStore, @unchecked Sendable {
    let reader: any StoreReader

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
