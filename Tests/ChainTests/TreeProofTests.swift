import Chain
import Testing

@Suite("Proofs — RFC 9162 2.1.3 and 2.1.4, against its own recursion")
struct TreeProofTests {
    private static let largest = 130
    private static let oracle = oracles[0]
    private static let roots = rootsBySuite[0]
    private static let oracles = Chain.Suite.allCases.map {
        TreeOracle(suite: $0, leaves: Vectors.leaves(largest, suite: $0))
    }
    private static let rootsBySuite = oracles.map { oracle in
        (0...largest).map { oracle.root(0, $0) }
    }

    /// An expectation costs more than the proof; there are hundreds of thousands of them.
    private func fault(_ body: () throws(ProofFault) -> Void) -> ProofFault? {
        do throws(ProofFault) { try body() } catch { return error }
        return nil
    }

    @Test(
        "the root is the oracle's at every size up to 130, grown or computed whole",
        arguments: [0, 1])
    func roots(suite: Int) {
        let oracle = Self.oracles[suite]
        let roots = Self.rootsBySuite[suite]
        var context = DigestContext(Chain.Suite.allCases[suite])
        var frontier = Frontier()
        for size in 0...Self.largest {
            #expect(frontier.size == size)
            #expect(frontier.root(using: &context) == roots[size])
            let whole = MerkleTree.root(of: oracle.leaves.prefix(size), using: &context)
            #expect(whole == roots[size])
            let resumed = Frontier(size: size, roots: frontier.roots)
            #expect(resumed == frontier)
            if size < Self.largest { frontier.append(oracle.leaves[size], using: &context) }
        }
    }

    @Test(
        "every inclusion proof up to 130 is the oracle's, holds, and fails with one bit flipped",
        arguments: [0, 1])
    func inclusion(suite: Int) throws {
        let oracle = Self.oracles[suite]
        let roots = Self.rootsBySuite[suite]
        var context = DigestContext(Chain.Suite.allCases[suite])
        var source = TreeOracleSource(oracle.leaves, suite: oracle.suite)
        for size in 1...Self.largest {
            for index in 0..<size {
                let leaf = oracle.leaves[index]
                let proof = try InclusionProof.make(
                    index: index, size: size, from: &source, using: &context)
                #expect(proof == oracle.path(index, 0, size))
                try InclusionProof.verify(
                    proof, leaf: leaf, index: index, size: size, root: roots[size],
                    using: &context)
                let bit = (size * 31 + index * 7) % 256
                #expect(throws: ProofFault.rootDiffers) {
                    try InclusionProof.verify(
                        proof, leaf: leaf.flipping(bit: bit), index: index, size: size,
                        root: roots[size], using: &context)
                }
                for place in proof.indices {
                    var forged = proof
                    forged[place] = forged[place].flipping(bit: bit)
                    let fault = fault { () throws(ProofFault) in
                        try InclusionProof.verify(
                            forged, leaf: leaf, index: index, size: size, root: roots[size],
                            using: &context)
                    }
                    if fault != .rootDiffers { Issue.record("\(index) in \(size), node \(place)") }
                }
            }
        }
    }

    @Test(
        "every consistency proof up to 130 is the oracle's, holds, and fails with one bit flipped",
        arguments: [0, 1])
    func consistency(suite: Int) throws {
        let oracle = Self.oracles[suite]
        let roots = Self.rootsBySuite[suite]
        var context = DigestContext(Chain.Suite.allCases[suite])
        var source = TreeOracleSource(oracle.leaves, suite: oracle.suite)
        for new in 1...Self.largest {
            for old in 1...new {
                let proof = try ConsistencyProof.make(
                    old: old, new: new, from: &source, using: &context)
                #expect(proof == oracle.subproof(old, 0, new, true))
                try ConsistencyProof.verify(
                    proof, old: old, new: new, oldRoot: roots[old], newRoot: roots[new],
                    using: &context)
                let bit = (new * 31 + old * 7) % 256
                for place in proof.indices {
                    var forged = proof
                    forged[place] = forged[place].flipping(bit: bit)
                    let fault = fault { () throws(ProofFault) in
                        try ConsistencyProof.verify(
                            forged, old: old, new: new, oldRoot: roots[old],
                            newRoot: roots[new], using: &context)
                    }
                    if fault == nil { Issue.record("\(old) to \(new), node \(place)") }
                }
                #expect(throws: ProofFault.self) {
                    try ConsistencyProof.verify(
                        proof, old: old, new: new, oldRoot: roots[old].flipping(bit: bit),
                        newRoot: roots[new], using: &context)
                }
                #expect(throws: ProofFault.rootDiffers) {
                    try ConsistencyProof.verify(
                        proof, old: old, new: new, oldRoot: roots[old],
                        newRoot: roots[new].flipping(bit: bit), using: &context)
                }
            }
        }
    }

    @Test("a missing or an extra node is refused before anything is hashed")
    func lengths() throws {
        var context = DigestContext(.sha256)
        var source = TreeOracleSource(Self.oracle.leaves)
        let inclusion = try InclusionProof.make(index: 5, size: 13, from: &source, using: &context)
        let consistency = try ConsistencyProof.make(old: 5, new: 13, from: &source, using: &context)
        for (change, difference): (([Digest]) -> [Digest], Int) in [
            ({ $0.dropLast() }, -1), ({ [Digest]($0.dropFirst()) }, -1),
            ({ $0 + [$0[0]] }, 1), ({ [$0[0]] + $0 }, 1),
        ] {
            let one = ProofFault.wrongLength(
                expected: inclusion.count, found: inclusion.count + difference)
            #expect(throws: one) {
                try InclusionProof.verify(
                    change(inclusion), leaf: Self.oracle.leaves[5], index: 5, size: 13,
                    root: Self.roots[13], using: &context)
            }
            let two = ProofFault.wrongLength(
                expected: consistency.count, found: consistency.count + difference)
            #expect(throws: two) {
                try ConsistencyProof.verify(
                    change(consistency), old: 5, new: 13, oldRoot: Self.roots[5],
                    newRoot: Self.roots[13], using: &context)
            }
        }
        #expect(throws: ProofFault.wrongLength(expected: 0, found: 1)) {
            try ConsistencyProof.verify(
                [Self.roots[1]], old: 7, new: 7, oldRoot: Self.roots[7], newRoot: Self.roots[7],
                using: &context)
        }
    }

    @Test("a proof for an entry that is not there is neither made nor believed")
    func beyond() {
        var context = DigestContext(.sha256)
        var source = TreeOracleSource(Self.oracle.leaves)
        for (index, size) in [(-1, 8), (8, 8), (0, 0), (Int.max, 8), (Int.min, 8), (0, -1)] {
            let fault = ProofFault.indexBeyondTree(index: index, size: size)
            #expect(throws: fault) {
                _ = try InclusionProof.make(
                    index: index, size: size, from: &source, using: &context)
            }
            #expect(throws: fault) {
                try InclusionProof.verify(
                    [], leaf: Self.roots[1], index: index, size: size, root: Self.roots[1],
                    using: &context)
            }
        }
        for (old, new) in [(0, 8), (-1, 8), (9, 8), (0, 0), (Int.max, 8), (1, Int.min)] {
            let fault = ProofFault.impossibleSizes(old: old, new: new)
            #expect(throws: fault) {
                _ = try ConsistencyProof.make(old: old, new: new, from: &source, using: &context)
            }
            #expect(throws: fault) {
                try ConsistencyProof.verify(
                    [], old: old, new: new, oldRoot: Self.roots[1], newRoot: Self.roots[1],
                    using: &context)
            }
        }
    }

    @Test("the largest sizes there can be are computed with, not stumbled over")
    func huge() {
        var context = DigestContext(.sha256)
        let some = Self.roots[1]
        #expect(throws: ProofFault.wrongLength(expected: 63, found: 0)) {
            try InclusionProof.verify(
                [], leaf: some, index: 0, size: Int.max, root: some, using: &context)
        }
        #expect(throws: ProofFault.wrongLength(expected: 63, found: 0)) {
            try ConsistencyProof.verify(
                [], old: 1, new: Int.max, oldRoot: some, newRoot: some, using: &context)
        }
        #expect(throws: ProofFault.rootDiffers) {
            try InclusionProof.verify(
                [Digest](repeating: some, count: 63), leaf: some, index: 0, size: Int.max,
                root: some, using: &context)
        }
    }

    @Test("a leaf hash cannot pass as a node, nor a node as a leaf")
    func domains() {
        var context = DigestContext(.sha256)
        let pair = Array(Self.oracle.leaves[0].bytes + Self.oracle.leaves[1].bytes)
        let leaf = pair.withUnsafeBytes { context.leaf($0) }
        #expect(leaf != context.node(Self.oracle.leaves[0], Self.oracle.leaves[1]))
    }
}
