import Chain
import Store
import Synchronization

/// The tree under the newest signed checkpoint, made from stored tiles and from the lines at its
/// right edge, and found to have the root that was signed.
struct SignedTree: Sendable {
    /// How many entries the checkpoint covers.
    let size: Int
    /// When it was signed, RFC 3339, if it says so.
    let at: String?
    let note: [UInt8]
    /// The roots of the whole 256-wide subtrees, from the left.
    let subtrees: [Digest]
    /// The leaves behind them.
    let edge: [Digest]

    /// - Throws: ``LedgerFault/notSound(place:)`` where nothing leads to the signed root.
    init(
        _ checkpoint: Checkpoint, note: [UInt8], _ reader: any StoreReader,
        using digest: inout DigestContext
    ) throws {
        size = checkpoint.size
        at = checkpoint.signedAt
        self.note = note
        let width = TileAddress.width
        let whole = size / width
        var subtrees: [Digest] = []
        subtrees.reserveCapacity(whole + 1)
        for index in 0..<(whole + width - 1) / width {
            let count = min(width, whole - index * width)
            let upper = TileAddress(level: 1, index: index)
            if let hashes = try Self.hashes(upper, reader) {
                subtrees += hashes.prefix(count)
                continue
            }
            // The tile above is not full yet: its hashes come from those below.
            for tile in index * width..<index * width + count {
                let below = try Self.hashes(TileAddress(level: 0, index: tile), reader)
                guard let below else { throw Self.unproven(size) }
                subtrees.append(Self.root(of: below, using: &digest))
            }
        }
        var edge: [Digest] = []
        try reader.scan(whole * width..<size) { position, line in
            guard position == whole * width + edge.count else {
                throw LedgerFault.damaged(entry: whole * width + edge.count)
            }
            edge.append(digest.leaf(line))
        }
        guard whole * width + edge.count == size else {
            throw LedgerFault.damaged(entry: whole * width + edge.count)
        }
        self.subtrees = subtrees
        self.edge = edge
        if !edge.isEmpty { subtrees.append(MerkleTree.root(of: edge, using: &digest)) }
        guard MerkleTree.root(of: subtrees, using: &digest) == checkpoint.root else {
            throw Self.unproven(size)
        }
    }

    /// The checkpoint of that size does not speak for what is stored.
    static func unproven(_ size: Int) -> LedgerFault { .notSound(place: "checkpoint \(size)") }

    /// The hashes of a stored tile; nil where there is none that is whole.
    static func hashes(_ address: TileAddress, _ reader: any StoreReader) throws -> [Digest]? {
        guard let bytes = try reader.readableTile(address), bytes.count == TileAddress.bytes else {
            return nil
        }
        return bytes.withUnsafeBytes { source in
            (0..<TileAddress.width).map {
                Digest(rawBytes: UnsafeRawBufferPointer(rebasing: source[$0 * 32..<$0 * 32 + 32]))
            }
        }
    }

    /// The root over a whole tile's 256 hashes.
    static func root(of hashes: [Digest], using digest: inout DigestContext) -> Digest {
        var level = hashes
        var count = level.count
        while count > 1 {
            count /= 2
            for index in 0..<count {
                level[index] = digest.node(level[2 * index], level[2 * index + 1])
            }
        }
        return level[0]
    }
}

extension Checkpoint {
    /// When it was signed, RFC 3339, from its extension line.
    var signedAt: String? {
        extensions.lazy.compactMap { $0.hasPrefix("at ") ? String($0.dropFirst(3)) : nil }.first
    }
}

/// What was proven of a ledger, kept while it is open: the signed tree, and up to 4,096 tiles of
/// leaves that hash up to it (32 MiB). What is kept never comes from the store alone: a tile is
/// hashed whole, 255 nodes, before it is believed, and then serves every later reading.
///
/// - Note: Unchecked, because everything that varies is touched only under `lock`.
final class ProvenTree: @unchecked Sendable {
    private static let kept = 4_096

    private let identity: LedgerIdentity
    private let lock = Mutex(())
    private var digest: DigestContext
    private var tree: SignedTree?
    private var tiles: [Int: [Digest]] = [:]
    private var occurrences: Occurrences
    private var isTallied = false
    private var compared: Int?

    init(_ identity: LedgerIdentity) {
        self.identity = identity
        digest = DigestContext(identity.suite)
        occurrences = Occurrences()
    }

    /// The tree under the newest signed checkpoint; nil while none is signed.
    ///
    /// - Parameter count: How many entries there are.
    /// - Throws: ``LedgerFault/notSound(place:)``, ``LedgerFault/damaged(entry:)``.
    func signed(_ count: Int, _ reader: any StoreReader) throws -> SignedTree? {
        let issued = try reader.checkpoints()
        let stated = try reader.fact(IssuedCheckpoints.fact)
        guard stated == (issued.isEmpty ? nil : IssuedCheckpoints.text(issued)) else {
            throw LedgerFault.notSound(place: IssuedCheckpoints.fact)
        }
        guard let newest = issued.max(by: { $0.size < $1.size }) else { return nil }
        return try lock.withLock { _ in
            if let tree, tree.size == newest.size, tree.note == newest.note { return tree }
            guard let checkpoint = try? Checkpoint.open(newest.note, trusting: [identity.key]),
                checkpoint.origin == identity.origin, checkpoint.size == newest.size,
                checkpoint.size <= count
            else { throw SignedTree.unproven(newest.size) }
            tiles.removeAll()
            let fresh = try SignedTree(checkpoint, note: newest.note, reader, using: &digest)
            tree = fresh
            return fresh
        }
    }

    /// The leaves of a whole tile under the signed tree.
    ///
    /// - Throws: ``LedgerFault/damaged(entry:)`` for a tile that does not hash up to it.
    func leaves(
        ofTile index: Int, under signed: SignedTree, _ reader: any StoreReader
    ) throws -> [Digest]? {
        if let known = lock.withLock({ _ in tiles[index] }) { return known }
        guard
            let hashes = try SignedTree.hashes(TileAddress(level: 0, index: index), reader)
        else { return nil }
        return lock.withLock { _ in
            guard SignedTree.root(of: hashes, using: &digest) == signed.subtrees[index] else {
                return nil
            }
            if tiles.count >= Self.kept { tiles.removeAll(keepingCapacity: true) }
            tiles[index] = hashes
            return hashes
        }
    }

    /// What the lines say of tags, as far as they were read; `advance` reads on from there.
    func occurrences(
        upTo count: Int, _ advance: (Occurrences) throws -> Occurrences
    ) throws -> Occurrences {
        let known = lock.withLock { _ in occurrences }
        if known.size == count { return known }
        let more = try advance(known.size < count ? known : Occurrences())
        lock.withLock { _ in occurrences = more }
        return more
    }

    /// At how many entries the table of heads was last compared with the lines, since the ledger was
    /// opened.
    var comparedSize: Int? {
        get { lock.withLock { _ in compared } }
        set { lock.withLock { _ in compared = newValue } }
    }

    /// Whether the table of heads was found as it was noted, since the ledger was opened.
    var isNoted: Bool {
        get { lock.withLock { _ in isTallied } }
        set { lock.withLock { _ in isTallied = newValue } }
    }
}

/// Which entries carry which tags, as a keyed sum (``Tally``) over the first lines.
struct Occurrences: Sendable {
    let key: Tally.Key
    private(set) var tally: Tally
    private(set) var size = 0

    init() { self.init(Tally.Key()) }

    init(_ key: Tally.Key) {
        self.key = key
        tally = Tally(key)
    }

    /// Takes in the line after those that were taken in.
    mutating func take(_ entry: EntryView, at position: Int) throws(LedgerFault) {
        for link in entry.tags {
            if let previous = link.previous, previous >= position {
                throw .damaged(entry: position)
            }
            tally.addOccurrence(of: link.utf8, at: position, after: link.previous)
        }
    }

    /// Takes in what was read of the lines up to `end`.
    mutating func add(_ more: Tally, upTo end: Int) {
        tally.add(more)
        size = end
    }

    /// Takes in lines of `range`, proven as they are read.
    mutating func take(_ range: Range<Int>, of reader: ProvenReader) throws {
        var tape = LineTape()
        try reader.scan(range) { position, line in
            guard let entry = try? EntryView.read(line, tape: &tape), entry.seq == position else {
                throw LedgerFault.damaged(entry: position)
            }
            try take(entry, at: position)
        }
        size = range.upperBound
    }

    /// Compares the heads of a ledger that is not too large for it with its lines, before anything
    /// is sealed onto them.
    ///
    /// - Throws: ``LedgerFault/damagedHead(of:)`` for `*`; ``LedgerFault/damaged(entry:)``.
    static func check(_ store: any StoreReader, _ size: Int) throws {
        guard size <= ProvenReader.comparedWhole else { return }
        var occurrences = Occurrences()
        var tape = LineTape()
        try store.scan(0..<size) { position, line in
            guard let entry = try? EntryView.read(line, tape: &tape) else {
                throw LedgerFault.damaged(entry: position)
            }
            try occurrences.take(entry, at: position)
        }
        guard try occurrences.balances(store) else { throw LedgerFault.damagedHead(of: "*") }
    }

    /// Whether every entry is in the chain of each of its tags, and every chain ends in its head.
    func balances(_ reader: any StoreReader) throws -> Bool {
        var left = tally
        var isPossible = true
        try reader.scanHeads { head in
            if !head.head.isPossible { isPossible = false }
            var tag = head.tag
            tag.withUTF8 { left.subtractHead(UnsafeRawBufferPointer($0), head.head) }
        }
        return isPossible && left.isBalanced
    }
}
