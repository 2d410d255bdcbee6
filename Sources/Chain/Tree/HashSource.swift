/// Gives the hashes of perfect subtrees, from which proofs are made.
///
/// A source is *not* trusted: a proof made from wrong hashes does not verify.
public protocol HashSource: ~Copyable {
    /// The root of the subtree over the `1 << level` leaves from `index << level` on; at level 0
    /// the leaf hash itself.
    /// - Precondition: The subtree lies wholly inside the tree.
    mutating func hash(level: Int, index: Int) throws -> Digest
}

/// Reads subtree hashes from stored tiles and the unfinished right edge.
///
/// A tile is read and hashed up once, then kept: the last one at level 0, up to 256 above it
/// (4 MiB), because every proof passes through those.
public struct TileSource: HashSource, ~Copyable {
    /// How many leaves.
    public private(set) var size: Int

    private let tile: (TileAddress) throws -> [UInt8]?
    private var context: DigestContext
    private var edge: [Subtrees]
    private var lowest: (index: Int, subtrees: Subtrees)?
    private var upper: [TileAddress: Subtrees] = [:]

    /// - Parameters:
    ///   - builder: Gives the size and the unfinished tiles.
    ///   - suite: The ledger's.
    ///   - tile: The stored bytes of a full tile; nil if it is not there.
    public init(
        _ builder: borrowing TileBuilder, suite: Suite,
        tile: @escaping (TileAddress) throws -> [UInt8]?
    ) {
        size = 0
        edge = []
        context = DigestContext(suite)
        self.tile = tile
        advance(to: builder)
    }

    /// Follows a tree that has grown; the tiles kept stay, since a full tile never changes.
    /// - Precondition: `builder` holds the same tree, later.
    public mutating func advance(to builder: borrowing TileBuilder) {
        precondition(builder.size >= size, "a ledger does not shrink")
        size = builder.size
        edge = []
        for hashes in builder.edge { edge.append(Subtrees(over: hashes, using: &context)) }
    }

    /// - Throws: ``TileFault``, and what reading a tile throws.
    public mutating func hash(level: Int, index: Int) throws -> Digest {
        precondition(
            level >= 0 && level < Int.bitWidth - 1 && index >= 0 && index < size >> level,
            "the subtree lies inside the tree")
        let inside = level & 7
        let first = index << inside
        let address = TileAddress(level: level >> 3, index: first >> 8)
        let offset = (first & 255) >> inside
        let full = size >> (8 * (address.level + 1))
        guard address.index < full else { return edge[address.level].hash(inside, offset) }
        if address.level == 0 {
            if let lowest, lowest.index == address.index {
                return lowest.subtrees.hash(inside, offset)
            }
            let subtrees = try read(address)
            lowest = (address.index, subtrees)
            return subtrees.hash(inside, offset)
        }
        if let subtrees = upper[address] { return subtrees.hash(inside, offset) }
        let subtrees = try read(address)
        if upper.count == 256 { upper.removeAll(keepingCapacity: true) }
        upper[address] = subtrees
        return subtrees.hash(inside, offset)
    }

    private mutating func read(_ address: TileAddress) throws -> Subtrees {
        let hashes = try TileBuilder.hashes(of: address, bytes: tile(address))
        return Subtrees(over: hashes, using: &context)
    }
}

/// Every perfect subtree over up to 256 hashes of one tile, level by level.
private struct Subtrees {
    private let levels: [[Digest]]

    init(over hashes: [Digest], using context: inout DigestContext) {
        var levels = [hashes]
        // The level of the whole tile is the next tile level's own.
        while levels.count < 8, let below = levels.last, below.count > 1 {
            var above: [Digest] = []
            above.reserveCapacity(below.count / 2)
            for index in 0..<below.count / 2 {
                above.append(context.node(below[2 * index], below[2 * index + 1]))
            }
            levels.append(above)
        }
        self.levels = levels
    }

    func hash(_ level: Int, _ index: Int) -> Digest {
        levels[level][index]
    }
}
