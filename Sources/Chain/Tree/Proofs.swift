/// Why a proof cannot be made or does not hold, in order of precedence.
public enum ProofFault: Error, Equatable, Sendable {
    /// There is no such entry: the index is negative or not below the size.
    case indexBeyondTree(index: Int, size: Int)
    /// The sizes are not 0 < old ≤ new.
    case impossibleSizes(old: Int, new: Int)
    /// Nodes are missing or left over.
    case wrongLength(expected: Int, found: Int)
    /// The proof leads to another root than the old one.
    case oldRootDiffers
    /// The proof leads to another root than the (new) one.
    case rootDiffers
}

/// Shows that an entry is in the tree: the hashes beside the way from its leaf up to the root,
/// lowest first.
///
/// - Source: RFC 9162 2.1.3.
public enum InclusionProof {
    /// Makes the proof for the leaf at `index` in the tree of the first `size` leaves.
    ///
    /// - Parameter source: Holds at least `size` leaves.
    /// - Throws: ``ProofFault/indexBeyondTree(index:size:)``, and what the source throws.
    public static func make(
        index: Int, size: Int, from source: inout some HashSource & ~Copyable,
        using context: inout DigestContext
    ) throws -> [Digest] {
        guard index >= 0, index < size else {
            throw ProofFault.indexBeyondTree(index: index, size: size)
        }
        let (beside, _) = MerkleTree.way(down: size, to: index) { $0.count == 1 }
        return try MerkleTree.proof(of: beside, from: &source, using: &context)
    }

    /// Returns if the proof holds.
    ///
    /// - Throws: ``ProofFault/indexBeyondTree(index:size:)``,
    ///   ``ProofFault/wrongLength(expected:found:)``, ``ProofFault/rootDiffers``.
    public static func verify(
        _ proof: [Digest], leaf: Digest, index: Int, size: Int, root: Digest,
        using context: inout DigestContext
    ) throws(ProofFault) {
        guard index >= 0, index < size else { throw .indexBeyondTree(index: index, size: size) }
        // Below the level where the ways to this leaf and to the last one part, every step has a
        // node beside it; above, only the steps that come from the right.
        let inner = Int.bitWidth - (index ^ (size - 1)).leadingZeroBitCount
        let expected = inner + (index >> inner).nonzeroBitCount
        guard proof.count == expected else {
            throw .wrongLength(expected: expected, found: proof.count)
        }
        var hash = leaf
        for level in 0..<inner {
            hash =
                index >> level & 1 == 0
                ? context.node(hash, proof[level]) : context.node(proof[level], hash)
        }
        for left in proof[inner...] { hash = context.node(left, hash) }
        guard hash == root else { throw .rootDiffers }
    }
}

/// Shows that a tree only grew: that the first `old` leaves of the new tree are the old tree.
///
/// - Source: RFC 9162 2.1.4.
public enum ConsistencyProof {
    /// Makes the proof between two sizes of one tree.
    ///
    /// - Parameter source: Holds at least `new` leaves.
    /// - Throws: ``ProofFault/impossibleSizes(old:new:)``, and what the source throws.
    public static func make(
        old: Int, new: Int, from source: inout some HashSource & ~Copyable,
        using context: inout DigestContext
    ) throws -> [Digest] {
        guard old > 0, old <= new else { throw ProofFault.impossibleSizes(old: old, new: new) }
        // RFC 9162 SUBPROOF: go down to where the old tree ends.
        var (parts, end) = MerkleTree.way(down: new, to: old - 1) { $0.upperBound == old }
        // If the old tree is a subtree from the left edge, the verifier knows its root already.
        if end.lowerBound > 0 { parts.append(end) }
        return try MerkleTree.proof(of: parts, from: &source, using: &context)
    }

    /// Returns if the proof holds.
    ///
    /// From an empty tree nothing can be proven, since every tree begins so: `old` = 0 is refused.
    ///
    /// - Throws: ``ProofFault``, except ``ProofFault/indexBeyondTree(index:size:)``.
    public static func verify(
        _ proof: [Digest], old: Int, new: Int, oldRoot: Digest, newRoot: Digest,
        using context: inout DigestContext
    ) throws(ProofFault) {
        guard old > 0, old <= new else { throw .impossibleSizes(old: old, new: new) }
        guard old < new else {
            guard proof.isEmpty else { throw .wrongLength(expected: 0, found: proof.count) }
            guard oldRoot == newRoot else { throw .rootDiffers }
            return
        }
        // The last perfect subtree of the old tree, from which both roots are climbed to.
        let shift = old.trailingZeroBitCount
        let index = (old - 1) >> shift
        let last = (new - 1) >> shift
        let inner = Int.bitWidth - (index ^ last).leadingZeroBitCount
        let seeded = index == 0 ? 0 : 1
        let expected = seeded + inner + (index >> inner).nonzeroBitCount
        guard proof.count == expected else {
            throw .wrongLength(expected: expected, found: proof.count)
        }
        var oldHash = seeded == 0 ? oldRoot : proof[0]
        var newHash = oldHash
        let steps = proof[seeded...]
        for (level, beside) in steps.prefix(inner).enumerated() {
            if index >> level & 1 == 1 {
                oldHash = context.node(beside, oldHash)
                newHash = context.node(beside, newHash)
            } else {
                newHash = context.node(newHash, beside)
            }
        }
        for left in steps.dropFirst(inner) {
            oldHash = context.node(left, oldHash)
            newHash = context.node(left, newHash)
        }
        guard oldHash == oldRoot else { throw .oldRootDiffers }
        guard newHash == newRoot else { throw .rootDiffers }
    }
}

extension MerkleTree {
    /// The way from the root of the first `size` leaves down towards one of them: the ranges beside
    /// it, and the one at which it has arrived.
    fileprivate static func way(
        down size: Int, to index: Int, until hasArrived: (Range<Int>) -> Bool
    ) -> (beside: [Range<Int>], end: Range<Int>) {
        var beside: [Range<Int>] = []
        var range = 0..<size
        while !hasArrived(range) {
            let middle = range.lowerBound + split(range.count)
            if index < middle {
                beside.append(middle..<range.upperBound)
                range = range.lowerBound..<middle
            } else {
                beside.append(range.lowerBound..<middle)
                range = middle..<range.upperBound
            }
        }
        return (beside, range)
    }

    /// The roots over these ranges, the last one first.
    fileprivate static func proof(
        of ranges: [Range<Int>], from source: inout some HashSource & ~Copyable,
        using context: inout DigestContext
    ) throws -> [Digest] {
        var proof: [Digest] = []
        proof.reserveCapacity(ranges.count)
        for range in ranges.reversed() {
            proof.append(try root(over: range, from: &source, using: &context))
        }
        return proof
    }

    /// The root over a range as RFC 9162 cuts them: from a multiple of a power of two that is not
    /// smaller than its length.
    fileprivate static func root(
        over range: Range<Int>, from source: inout some HashSource & ~Copyable,
        using context: inout DigestContext
    ) throws -> Digest {
        // From the right, because a lone right end is hashed upwards: its bits, smallest first.
        var end = range.upperBound
        var rest = range.count
        var root: Digest?
        while rest > 0 {
            let level = rest.trailingZeroBitCount
            rest &= rest - 1
            end -= 1 << level
            let subtree = try source.hash(level: level, index: end >> level)
            root = root.map { context.node(subtree, $0) } ?? subtree
        }
        guard let root else { preconditionFailure("a range of a proof is not empty") }
        return root
    }
}
