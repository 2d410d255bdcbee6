import Chain
import Store

/// Roots at any size, from the lines or, for entries that are disowned, from what was recorded.
struct LeafReader: ~Copyable {
    private var digest: DigestContext
    private let recorded: [Int: Digest]
    private let subtrees: [Digest]

    init(suite: Suite, recorded: [Int: Digest], subtrees: [Digest]) {
        digest = DigestContext(suite)
        self.recorded = recorded
        self.subtrees = subtrees
    }

    mutating func root(
        at size: Int, asRecorded: Bool, _ reader: any StoreReader
    ) throws -> Digest? {
        if asRecorded, recorded.isEmpty { return nil }
        let roots = try subtrees(asRecorded: asRecorded, upTo: size, reader)
        return MerkleTree.root(of: roots, using: &digest)
    }

    /// Roots of the 256-wide subtrees of the first `size` entries; the last may be narrower.
    mutating func subtrees(
        asRecorded: Bool, upTo size: Int, _ reader: any StoreReader
    ) throws -> [Digest] {
        let width = TileAddress.width
        var roots = Array(subtrees.prefix(size / width))
        if asRecorded {
            for tile in Set(recorded.keys.map { $0 / width }) where tile < roots.count {
                roots[tile] = try root(
                    of: tile * width..<(tile + 1) * width, asRecorded: true, reader)
            }
        }
        if size % width > 0 {
            roots.append(try root(of: size - size % width..<size, asRecorded: asRecorded, reader))
        }
        return roots
    }

    private mutating func root(
        of range: Range<Int>, asRecorded: Bool, _ reader: any StoreReader
    ) throws -> Digest {
        var leaves = [Digest](repeating: .hole, count: range.count)
        try reader.scanReadable(range) { position, line in
            leaves[position - range.lowerBound] = digest.leaf(line)
        }
        if asRecorded {
            for (position, leaf) in recorded where range.contains(position) {
                leaves[position - range.lowerBound] = leaf
            }
        }
        return MerkleTree.root(of: leaves, using: &digest)
    }
}
