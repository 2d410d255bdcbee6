import Chain
import Store
import Synchronization

/// What inclusion proofs are made from, kept from one proof to the next.
///
/// The right edge of the tree costs up to 65,000 hashes to make, a proof 250. Nothing kept is
/// trusted either: every proof is checked before it is given out.
///
/// - Note: Unchecked, because everything that varies is touched only under `lock`.
final class ProofMemory: @unchecked Sendable {
    /// A ledger that has grown by more is read afresh.
    private static let followed = 1 << 16

    private let suite: Suite
    private let lock = Mutex(())
    private var digest: DigestContext
    private var hashes: StoredHashes?
    private var reader: (any StoreReader)?

    init(_ suite: Suite) {
        self.suite = suite
        digest = DigestContext(suite)
    }

    /// Proves that the entry at `position` is among the first `size`; both are there.
    func prove(_ position: Int, in size: Int, from reader: any StoreReader) throws -> EntryProof {
        guard let line = try reader.line(at: position) else {
            throw LedgerFault.damaged(entry: position)
        }
        return try lock.withLock { _ in
            self.reader = reader
            defer { self.reader = nil }
            do {
                try remember(size, reader)
                return try proof(position, line)
            } catch {
                hashes = nil
                throw error
            }
        }
    }

    /// The root over the first `size` entries.
    func root(of size: Int, from reader: any StoreReader) throws -> Digest {
        try lock.withLock { _ in
            do {
                try remember(size, reader)
            } catch {
                hashes = nil
                throw error
            }
            guard let root = hashes?.root else { preconditionFailure("the hashes were just read") }
            return root
        }
    }

    private func remember(_ size: Int, _ reader: any StoreReader) throws {
        if let kept = hashes?.tiles.size, kept <= size, size - kept <= Self.followed {
            if kept < size { try hashes?.follow(to: size, reader) }
            return
        }
        hashes = nil
        hashes = try StoredHashes(size: size, suite: suite, reader) { [unowned self] address in
            try self.reader?.tile(address)
        }
    }

    private func proof(_ position: Int, _ line: [UInt8]) throws -> EntryProof {
        guard let size = hashes?.tiles.size, let root = hashes?.root,
            let path = try hashes?.path(to: position)
        else { preconditionFailure("the hashes were just read") }
        let leaf = line.withUnsafeBytes { digest.leaf($0) }
        // The tiles are not trusted: a proof that does not hold must not leave the house.
        do throws(ProofFault) {
            try InclusionProof.verify(
                path, leaf: leaf, index: position, size: size, root: root, using: &digest)
        } catch {
            throw LedgerFault.damaged(entry: position)
        }
        return EntryProof(
            position: position, size: size, line: line, leaf: leaf, path: path, root: root)
    }
}
