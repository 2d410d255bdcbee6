public import Chain
import Law
import Records
import Store
import Vocabulary

/// What leaves the machine: checkpoints and proofs.
extension Ledger {
    /// Signs a checkpoint over everything there is, keeps a copy and returns the signed note.
    ///
    /// The root is recomputed from the lines before it is signed (I8): a flipped bit in a stored
    /// hash must never get a signature.
    ///
    /// - Throws: ``LedgerFault/foreignKey(expected:found:)``; ``LedgerFault/damaged(entry:)`` when
    ///   lines and links do not fit together.
    public func checkpoint(
        signingWith key: SigningKey, cores: Int, progress: @escaping LedgerVerifier.Progress
    ) throws -> [UInt8] {
        try checkpoint(
            signingWith: key, after: nil, despiteIt: false, cores: cores, progress: progress
        ).note
    }

    /// The same, where it is known what the key signed last.
    ///
    /// - Parameters:
    ///   - before: The newest checkpoint that the key is known to have signed.
    ///   - despiteIt: Whether it is signed even if the ledger is not what `before` says, as after a
    ///     restored backup. The checkpoint then says so itself, in a line `despite SIZE ROOT`.
    /// - Throws: Also ``LedgerFault/signedOtherwise(signed:size:)`` and
    ///   ``LedgerFault/clockBehind(last:now:)``.
    public func checkpoint(
        signingWith key: SigningKey, after before: OutsideCheckpoint?, despiteIt: Bool, cores: Int,
        progress: @escaping LedgerVerifier.Progress
    ) throws -> SignedCheckpoint {
        guard key.verifier == identity.key else {
            throw LedgerFault.foreignKey(expected: identity.key.vkey, found: key.verifier.vkey)
        }
        let report = try LedgerVerifier(store, duties: duties, cores: cores).verify(
            against: before.map { [$0] } ?? [], progress: progress)
        let isOfBefore = { (damage: Damage) in
            damage.place == before?.name && damage.kind.isOfCheckpoint
        }
        if let damage = report.damages.first(where: { !isOfBefore($0) }) {
            throw LedgerFault(damage)
        }
        let isOther = report.damages.contains(where: isOfBefore)
        let signed = before.flatMap { try? Checkpoint.open($0.note, trusting: [identity.key]) }
        if isOther, !despiteIt {
            throw LedgerFault.signedOtherwise(signed: signed?.size, size: report.size)
        }
        var extensions = ["at \(try signingTime())"]
        if isOther, let signed { extensions.append("despite \(signed.size) \(signed.root.hex)") }
        return try store.write { writer in
            // What was appended meanwhile is not covered, and need not be.
            let checkpoint = Checkpoint(
                origin: identity.origin, size: report.size, root: report.root,
                extensions: extensions)
            if let kept = try writer.checkpoints().first(where: { $0.size == report.size }) {
                // Nothing is signed, so what was signed last stays what it is.
                return SignedCheckpoint(
                    note: kept.note, size: report.size, isNewest: !isOther)
            }
            let note = try checkpoint.signed(by: key).bytes
            try writer.put(StoredCheckpoint(size: report.size, note: note))
            let issued = try writer.checkpoints()
            try writer.setFact(IssuedCheckpoints.fact, IssuedCheckpoints.text(issued))
            return SignedCheckpoint(note: note, size: report.size, isNewest: true)
        }
    }

    /// A checkpoint is not made before what it covers. In a ledger for trial, where time is told, it is
    /// made with it.
    private func signingTime() throws -> Instant {
        let now = clock.now()
        let last = try lastRecorded()
        guard now < last else { return now }
        guard identity.isForTrial || last.milliseconds - now.milliseconds <= Self.patience else {
            throw LedgerFault.clockBehind(last: last, now: now)
        }
        return last
    }

    /// Proves that an entry is in the ledger of the first `size` entries.
    ///
    /// - Throws: ``LedgerFault/noSuchEntry(position:size:)``, ``LedgerFault/noSuchSize(asked:size:)``.
    public func proveInclusion(of position: Int, in size: Int? = nil) throws -> EntryProof {
        try read { reader in
            let all = try reader.size()
            let size = size ?? all
            guard size > 0, size <= all else {
                throw LedgerFault.noSuchSize(asked: size, size: all)
            }
            guard position >= 0, position < size else {
                throw LedgerFault.noSuchEntry(position: position, size: size)
            }
            return try proofs.prove(position, in: size, from: reader)
        }
    }

    /// Proves that the ledger of the first `new` entries begins with that of the first `old`.
    public func proveConsistency(from old: Int, to new: Int? = nil) throws -> GrowthProof {
        try read { reader in
            let all = try reader.size()
            let new = new ?? all
            guard old > 0, old <= new, new <= all else {
                throw LedgerFault.noSuchSize(asked: new > all ? new : old, size: all)
            }
            return try GrowthProof(old: old, new: new, suite: identity.suite, reader)
        }
    }
}

/// A checkpoint that was signed.
public struct SignedCheckpoint: Sendable {
    /// The signed note, byte for byte.
    public let note: [UInt8]
    /// How many entries it covers.
    public let size: Int
    /// Whether it is now the newest that the key has signed.
    public let isNewest: Bool
}

/// The hashes that lead from one entry to a root.
public struct EntryProof: Sendable {
    public let position: Int
    public let size: Int
    public let line: [UInt8]
    public let leaf: Digest
    public let path: [Digest]
    public let root: Digest
}

/// The hashes that lead from an earlier root and a later one to the same history.
public struct GrowthProof: Sendable {
    public let old: Int
    public let new: Int
    public let path: [Digest]
    public let oldRoot: Digest
    public let newRoot: Digest

    init(old: Int, new: Int, suite: Suite, _ reader: any StoreReader) throws {
        var digest = DigestContext(suite)
        var hashes = try StoredHashes(size: new, suite: suite, reader)
        self.old = old
        self.new = new
        path = try ConsistencyProof.make(old: old, new: new, from: &hashes.source, using: &digest)
        newRoot = hashes.root
        oldRoot = try StoredHashes(size: old, suite: suite, reader).root
        do throws(ProofFault) {
            try ConsistencyProof.verify(
                path, old: old, new: new, oldRoot: oldRoot, newRoot: newRoot, using: &digest)
        } catch {
            throw LedgerFault.damaged(entry: old)
        }
    }
}

/// The subtree hashes of the first `size` entries: from stored tiles, and at the right edge from
/// the lines.
struct StoredHashes: ~Copyable {
    var source: TileSource
    /// The tree itself: its size, its right edge.
    private(set) var tiles: TileBuilder
    private(set) var root: Digest
    private var digest: DigestContext

    init(size: Int, suite: Suite, _ reader: any StoreReader) throws {
        try self.init(size: size, suite: suite, reader) { try reader.tile($0) }
    }

    /// - Parameter tile: Asked for tiles from now on.
    init(
        size: Int, suite: Suite, _ reader: any StoreReader,
        tile: @escaping (TileAddress) throws -> [UInt8]?
    ) throws {
        digest = DigestContext(suite)
        let leaves = try Self.leaves(size - size % TileAddress.width..<size, reader, &digest)
        tiles = try TileBuilder(size: size, leaves: leaves, using: &digest) {
            try reader.tile($0)
        }
        root = tiles.root(using: &digest)
        source = TileSource(tiles, suite: suite, tile: tile)
    }

    /// Follows the ledger to a later size.
    mutating func follow(to size: Int, _ reader: any StoreReader) throws {
        for leaf in try Self.leaves(tiles.size..<size, reader, &digest) {
            _ = tiles.append(leaf, using: &digest)  // Those tiles are stored by now.
        }
        root = tiles.root(using: &digest)
        source.advance(to: tiles)
    }

    /// The inclusion path of the entry at `position`.
    mutating func path(to position: Int) throws -> [Digest] {
        try InclusionProof.make(index: position, size: tiles.size, from: &source, using: &digest)
    }

    private static func leaves(
        _ range: Range<Int>, _ reader: any StoreReader, _ digest: inout DigestContext
    ) throws -> [Digest] {
        var leaves: [Digest] = []
        leaves.reserveCapacity(range.count)
        try reader.scan(range) { _, line in leaves.append(digest.leaf(line)) }
        guard leaves.count == range.count else {
            throw LedgerFault.damaged(entry: range.lowerBound + leaves.count)
        }
        return leaves
    }
}
