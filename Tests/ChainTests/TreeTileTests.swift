import Chain
import Testing

@Suite("Tiles — C2SP tlog-tiles, 256 wide")
struct TreeTileTests {
    private typealias Tiles = [TileAddress: [UInt8]]

    private func grow(_ leaves: [Digest]) -> (TileBuilder, Tiles) {
        var context = DigestContext(.sha256)
        var builder = TileBuilder()
        var tiles: Tiles = [:]
        for leaf in leaves {
            for (address, bytes) in builder.append(leaf, using: &context) {
                #expect(tiles.updateValue(bytes, forKey: address) == nil)
            }
        }
        return (builder, tiles)
    }

    @Test("a tile holds the subtree hashes of its place, and appears once, when it is full")
    func contents() throws {
        let leaves = Vectors.leaves(66_000)
        let (builder, tiles) = grow(leaves)
        var source = TreeOracleSource(leaves)
        #expect(tiles.count == 257 + 1)
        for (address, bytes) in tiles {
            #expect(bytes.count == TileAddress.bytes)
            for place in [0, 1, 100, 255] {
                let expected = try source.hash(
                    level: 8 * address.level, index: 256 * address.index + place)
                #expect(Array(bytes[place * 32..<place * 32 + 32]) == expected.bytes)
            }
        }
        #expect(tiles[TileAddress(level: 0, index: 256)] != nil)
        #expect(tiles[TileAddress(level: 0, index: 257)] == nil)
        #expect(tiles[TileAddress(level: 1, index: 0)] != nil)
        #expect(builder.edge.map(\.count) == [66_000 % 256, 1, 1])
    }

    @Test("the root is the tree's at every size around a tile's border")
    func roots() {
        var context = DigestContext(.sha256)
        let leaves = Vectors.leaves(800)
        var builder = TileBuilder()
        var frontier = Frontier()
        for leaf in leaves {
            _ = builder.append(leaf, using: &context)
            frontier.append(leaf, using: &context)
            #expect(builder.root(using: &context) == frontier.root(using: &context))
            #expect(builder.frontier == frontier)
        }
    }

    @Test(
        "a builder made again from storage goes on as if it had never stopped",
        arguments: [0, 1, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537, 66_000])
    func resumed(size: Int) throws {
        var context = DigestContext(.sha256)
        let leaves = Vectors.leaves(size + 600)
        var (builder, tiles) = grow([Digest](leaves.prefix(size)))
        var again = try TileBuilder(
            size: size, leaves: [Digest](leaves[(size - size % 256)..<size]), using: &context
        ) { tiles[$0] }
        var third = TileBuilder(size: size, edge: builder.edge, using: &context)
        #expect(again.size == size)
        #expect(third.frontier == builder.frontier)
        for leaf in leaves[size...] {
            let expected = builder.append(leaf, using: &context)
            let found = again.append(leaf, using: &context)
            let other = third.append(leaf, using: &context)
            #expect(found.map(\.0) == expected.map(\.0) && found.map(\.1) == expected.map(\.1))
            #expect(other.map(\.0) == expected.map(\.0) && other.map(\.1) == expected.map(\.1))
        }
        #expect(again.root(using: &context) == builder.root(using: &context))
        #expect(third.root(using: &context) == builder.root(using: &context))
    }

    @Test("proofs made from tiles and the edge are those made from every hash, and hold")
    func proofs() throws {
        var context = DigestContext(.sha256)
        let leaves = Vectors.leaves(66_000)
        let (builder, tiles) = grow(leaves)
        let root = builder.root(using: &context)
        var whole = TreeOracleSource(leaves)
        var source = TileSource(builder, suite: .sha256) { tiles[$0] }
        for index in [0, 1, 255, 256, 300, 32_767, 32_768, 65_279, 65_535, 65_536, 65_791, 65_999] {
            let proof = try InclusionProof.make(
                index: index, size: 66_000, from: &source, using: &context)
            #expect(
                try proof
                    == InclusionProof.make(
                        index: index, size: 66_000, from: &whole, using: &context))
            try InclusionProof.verify(
                proof, leaf: leaves[index], index: index, size: 66_000, root: root,
                using: &context)
        }
        for old in [1, 2, 255, 256, 257, 4_097, 65_535, 65_536, 65_537, 65_999, 66_000] {
            let oldRoot = MerkleTree.root(of: leaves.prefix(old), using: &context)
            let proof = try ConsistencyProof.make(
                old: old, new: 66_000, from: &source, using: &context)
            try ConsistencyProof.verify(
                proof, old: old, new: 66_000, oldRoot: oldRoot, newRoot: root, using: &context)
        }
    }

    @Test("a source follows the tree as it grows, at every size over two tiles")
    func advance() throws {
        var context = DigestContext(.sha256)
        let leaves = Vectors.leaves(600)
        // Stored before they are asked for, as in a ledger.
        let (_, tiles) = grow(leaves)
        var builder = TileBuilder()
        var source = TileSource(builder, suite: .sha256) { tiles[$0] }
        for (index, leaf) in leaves.enumerated() {
            _ = builder.append(leaf, using: &context)
            source.advance(to: builder)
            let asked = index * 37 % (index + 1)
            let proof = try InclusionProof.make(
                index: asked, size: index + 1, from: &source, using: &context)
            try InclusionProof.verify(
                proof, leaf: leaves[asked], index: asked, size: index + 1,
                root: builder.root(using: &context), using: &context)
        }
    }

    @Test("I8: one flipped bit in a stored tile makes a proof that does not hold")
    func flipped() throws {
        var context = DigestContext(.sha256)
        let leaves = Vectors.leaves(1000)
        var (builder, tiles) = grow(leaves)
        let root = builder.root(using: &context)
        tiles[TileAddress(level: 0, index: 1)]![5000] ^= 0x10
        var source = TileSource(builder, suite: .sha256) { [tiles] in tiles[$0] }
        let proof = try InclusionProof.make(index: 300, size: 1000, from: &source, using: &context)
        #expect(throws: ProofFault.rootDiffers) {
            try InclusionProof.verify(
                proof, leaf: leaves[300], index: 300, size: 1000, root: root, using: &context)
        }
    }

    @Test("a tile that is missing or cut is named")
    func missing() {
        var context = DigestContext(.sha256)
        let (builder, tiles) = grow(Vectors.leaves(1000))
        let address = TileAddress(level: 0, index: 2)
        var without = TileSource(builder, suite: .sha256) { $0 == address ? nil : tiles[$0] }
        #expect(throws: TileFault.missing(address)) {
            _ = try InclusionProof.make(index: 600, size: 1000, from: &without, using: &context)
        }
        var cut = TileSource(builder, suite: .sha256) { tiles[$0].map { [UInt8]($0.dropLast()) } }
        #expect(throws: TileFault.wrongLength(address, bytes: 8191)) {
            _ = try InclusionProof.make(index: 600, size: 1000, from: &cut, using: &context)
        }
        #expect(throws: TileFault.missing(TileAddress(level: 0, index: 0))) {
            _ = try TileBuilder(size: 256, leaves: [], using: &context) { _ in nil }
        }
    }
}
