/// The right edge of an append-only tree: what is needed to add a leaf and to know the root.
///
/// It holds the roots of the perfect subtrees that make up the tree, largest first: one for each
/// bit set in the size, so never more than 63. Each append hashes one inner node on average.
///
///     size 6 = 110₂ :   roots [ H(0…3), H(4…5) ]
///
/// - Source: RFC 9162 2.1.1.
public struct Frontier: Hashable, Sendable {
    /// How many leaves.
    public private(set) var size: Int
    /// Largest subtree first; `size.nonzeroBitCount` of them.
    public private(set) var roots: [Digest]

    /// The empty tree.
    public init() {
        size = 0
        roots = []
        // Room for every size there can be: appending never allocates.
        roots.reserveCapacity(64)
    }

    /// Goes on from a known edge.
    /// - Precondition: One root for each bit set in `size`, largest subtree first.
    public init(size: Int, roots: [Digest]) {
        precondition(size >= 0 && roots.count == size.nonzeroBitCount, "one root for each bit")
        self.init()
        self.size = size
        self.roots.append(contentsOf: roots)
    }

    /// Adds a leaf hash at position ``size``.
    @inlinable
    public mutating func append(_ leaf: Digest, using context: inout DigestContext) {
        var carry = size
        push(leaf)
        while carry & 1 == 1 {
            merge(using: &context)
            carry >>= 1
        }
    }

    /// The root of the tree of ``size`` leaves; `H("")` of the empty one.
    public func root(using context: inout DigestContext) -> Digest {
        guard var root = roots.last else {
            return context.digest(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        for left in roots.dropLast().reversed() {
            root = context.node(left, root)
        }
        return root
    }

    /// Adds a leaf without merging; as many merges must follow as ones end the size before it.
    @usableFromInline
    mutating func push(_ leaf: Digest) {
        roots.append(leaf)
        size += 1
    }

    /// Makes one subtree of the last two, which are of equal size.
    @usableFromInline @discardableResult
    mutating func merge(using context: inout DigestContext) -> Digest {
        let right = roots.removeLast()
        let node = context.node(roots[roots.count - 1], right)
        roots[roots.count - 1] = node
        return node
    }
}

/// The whole tree at once, for callers that hold every leaf hash.
public enum MerkleTree {
    /// The root over leaf hashes; `H("")` of none.
    public static func root(
        of leaves: some Sequence<Digest>, using context: inout DigestContext
    ) -> Digest {
        var frontier = Frontier()
        for leaf in leaves { frontier.append(leaf, using: &context) }
        return frontier.root(using: &context)
    }

    /// Where RFC 9162 divides a tree of `size` leaves: the largest power of two below `size`.
    /// - Precondition: `size` ≥ 2.
    static func split(_ size: Int) -> Int {
        1 << (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount)
    }
}
