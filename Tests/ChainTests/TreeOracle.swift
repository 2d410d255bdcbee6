import Chain

/// RFC 9162 2.1, written down as it stands there: slow, and with nothing in common with the
/// product but the hash.
struct TreeOracle {
    let suite: Suite
    let leaves: [Digest]
    /// `heads[low][high - low]` is MTH(D[low:high]).
    private let heads: [[Digest]]

    init(suite: Suite, leaves: [Digest]) {
        self.suite = suite
        self.leaves = leaves
        var context = DigestContext(suite)
        let empty = context.digest([])
        var heads = leaves.map { [empty, $0] } + [[empty]]
        // Shorter ranges first: the recursion of the RFC, each step kept instead of taken again.
        for length in 2..<max(2, leaves.count + 1) {
            let k = Self.split(length)
            for low in 0...leaves.count - length {
                let left = heads[low][k]
                let right = heads[low + k][length - k]
                heads[low].append(context.digest([0x01] + left.bytes + right.bytes))
            }
        }
        self.heads = heads
    }

    private static func split(_ count: Int) -> Int {
        var k = 1
        while k * 2 < count { k *= 2 }
        return k
    }

    /// MTH(D[low:high])
    func root(_ low: Int, _ high: Int) -> Digest { heads[low][high - low] }

    /// PATH(m, D[low:high])
    func path(_ m: Int, _ low: Int, _ high: Int) -> [Digest] {
        if high - low == 1 { return [] }
        let k = Self.split(high - low)
        if m < k { return path(m, low, low + k) + [root(low + k, high)] }
        return path(m - k, low + k, high) + [root(low, low + k)]
    }

    /// SUBPROOF(m, D[low:high], known)
    func subproof(_ m: Int, _ low: Int, _ high: Int, _ known: Bool) -> [Digest] {
        if m == high - low { return known ? [] : [root(low, high)] }
        let k = Self.split(high - low)
        if m <= k { return subproof(m, low, low + k, known) + [root(low + k, high)] }
        return subproof(m - k, low + k, high, false) + [root(low, low + k)]
    }
}

/// Every perfect subtree of the oracle, computed once so that all sizes can be gone through.
struct TreeOracleSource: HashSource {
    private let levels: [[Digest]]

    init(_ leaves: [Digest], suite: Suite = .sha256) {
        var context = DigestContext(suite)
        var levels = [leaves]
        while let below = levels.last, below.count > 1 {
            levels.append(
                (0..<below.count / 2).map {
                    context.digest([0x01] + below[2 * $0].bytes + below[2 * $0 + 1].bytes)
                })
        }
        self.levels = levels
    }

    mutating func hash(level: Int, index: Int) throws -> Digest {
        levels[level][index]
    }
}
