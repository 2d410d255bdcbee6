/// Where a tile stands: `level` counts in steps of eight tree levels, `index` from the left.
///
/// Tile (L, N) holds the 256 hashes of tree level 8·L from 256·N on.
/// - Source: C2SP tlog-tiles.
public struct TileAddress: Hashable, Sendable {
    /// Hashes in a tile.
    public static let width = 256
    /// Bytes in a tile.
    public static let bytes = width * 32

    public let level: Int
    public let index: Int

    /// - Precondition: Neither is negative.
    public init(level: Int, index: Int) {
        precondition(level >= 0 && index >= 0, "a tile's place is not negative")
        self.level = level
        self.index = index
    }
}

/// Why hashes could not be read from tiles.
public enum TileFault: Error, Equatable, Sendable {
    /// A full tile is not there.
    case missing(TileAddress)
    /// A tile has another length than 8,192 bytes.
    case wrongLength(TileAddress, bytes: Int)
}

/// Grows a tree and hands out each tile when its 256th hash is known.
///
/// Only full tiles exist in storage; the unfinished ones are the ``edge``, which is kept here and
/// can be made again from the last entries and the stored tiles.
public struct TileBuilder: Sendable {
    /// `edge[L]` holds the hashes of the unfinished tile at level L, `(size >> 8·L) & 255` of them.
    public private(set) var edge: [[Digest]]
    /// The tree's right edge, which grows in step.
    public private(set) var frontier: Frontier

    /// How many leaves.
    public var size: Int { frontier.size }

    /// The empty tree.
    public init() {
        edge = []
        frontier = Frontier()
    }

    /// Goes on from a known edge.
    /// - Precondition: `edge[L]` holds `(size >> 8·L) & 255` hashes for every level the tree has.
    public init(size: Int, edge: [[Digest]], using context: inout DigestContext) {
        precondition(Self.fits(edge, size: size), "the edge belongs to another size")
        self.edge = []
        var roots: [Digest] = []
        for level in edge.indices {
            // Small subtrees first here; the frontier wants them last.
            roots = Self.perfectRoots(edge[level], using: &context) + roots
            self.edge.append(Self.room)
            self.edge[level].append(contentsOf: edge[level])
        }
        frontier = Frontier(size: size, roots: roots)
    }

    /// Goes on from storage: the upper edge is made from the full tiles below it.
    ///
    /// - Parameters:
    ///   - size: How many entries the ledger has.
    ///   - leaves: The leaf hashes of the last `size % 256` entries, computed from their lines.
    ///   - tile: The stored bytes of a full tile; nil if it is not there.
    /// - Precondition: `leaves.count == size % 256`.
    /// - Throws: ``TileFault``, and what `tile` throws.
    public init(
        size: Int, leaves: [Digest], using context: inout DigestContext,
        tile: (TileAddress) throws -> [UInt8]?
    ) throws {
        precondition(leaves.count == size % TileAddress.width, "the edge belongs to another size")
        var edge = [leaves]
        var level = 1
        while size >> (8 * level) > 0 {
            let count = size >> (8 * level)
            let first = count & ~(TileAddress.width - 1)
            var hashes = Self.room
            for index in first..<count {
                let address = TileAddress(level: level - 1, index: index)
                let below = try Self.hashes(of: address, bytes: tile(address))
                hashes.append(MerkleTree.root(of: below, using: &context))
            }
            edge.append(hashes)
            level += 1
        }
        self.init(size: size, edge: edge, using: &context)
    }

    /// Adds a leaf hash at position ``size``.
    /// - Returns: The tiles this filled, lowest level first; mostly none. Each is 8,192 bytes.
    public mutating func append(
        _ leaf: Digest, using context: inout DigestContext
    ) -> [(TileAddress, [UInt8])] {
        let position = size
        var tiles: [(TileAddress, [UInt8])] = []
        frontier.push(leaf)
        place(leaf, level: 0, position: position, into: &tiles)
        var carry = position
        var treeLevel = 0
        while carry & 1 == 1 {
            let node = frontier.merge(using: &context)
            carry >>= 1
            treeLevel += 1
            if treeLevel & 7 == 0 {
                place(node, level: treeLevel >> 3, position: position, into: &tiles)
            }
        }
        return tiles
    }

    /// The root of the tree; `H("")` of the empty one.
    public func root(using context: inout DigestContext) -> Digest {
        frontier.root(using: &context)
    }

    private mutating func place(
        _ hash: Digest, level: Int, position: Int, into tiles: inout [(TileAddress, [UInt8])]
    ) {
        if level == edge.count { edge.append(Self.room) }
        edge[level].append(hash)
        guard edge[level].count == TileAddress.width else { return }
        let address = TileAddress(level: level, index: position >> (8 * (level + 1)))
        tiles.append((address, edge[level].withUnsafeBytes { [UInt8]($0) }))
        edge[level].removeAll(keepingCapacity: true)
    }

    private static var room: [Digest] {
        var hashes: [Digest] = []
        hashes.reserveCapacity(TileAddress.width)
        return hashes
    }

    /// The hashes in a tile's bytes.
    static func hashes(of address: TileAddress, bytes: [UInt8]?) throws(TileFault) -> [Digest] {
        guard let bytes else { throw .missing(address) }
        guard bytes.count == TileAddress.bytes else {
            throw .wrongLength(address, bytes: bytes.count)
        }
        return bytes.withUnsafeBytes { source in
            (0..<TileAddress.width).map {
                Digest(rawBytes: UnsafeRawBufferPointer(rebasing: source[$0 * 32..<$0 * 32 + 32]))
            }
        }
    }

    /// The roots of the perfect subtrees over hashes of one level, largest first.
    private static func perfectRoots(
        _ hashes: [Digest], using context: inout DigestContext
    ) -> [Digest] {
        var frontier = Frontier()
        for hash in hashes { frontier.append(hash, using: &context) }
        return frontier.roots
    }

    static func fits(_ edge: [[Digest]], size: Int) -> Bool {
        size >= 0 && (edge.count >= 8 || size >> (8 * edge.count) == 0)
            && edge.indices.allSatisfy { edge[$0].count == (size >> (8 * $0)) & 255 }
    }
}
