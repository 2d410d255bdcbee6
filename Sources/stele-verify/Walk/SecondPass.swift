import Chain

/// Only when something is wrong: the tree as the neighbours of damaged entries recorded it, and
/// whose trails the damage touches.
///
/// If that tree has the root that a checkpoint vouches for, everything but the damaged entries is
/// still proven.
struct SecondPass: ~Copyable {
    private var placement = Placement()
    private var frontier = Frontier()
    private var digest: DigestContext
    private let attribution: Attribution
    private var wantedSizes: [Int]
    private var isWhole = true
    private(set) var roots: [Int: Digest] = [:]
    private(set) var trails: [Int: Set<String>] = [:]

    init(_ suite: Suite, _ attribution: Attribution, checkpointSizes: some Sequence<Int>) {
        digest = DigestContext(suite)
        self.attribution = attribution
        wantedSizes = Set(checkpointSizes).sorted(by: >)
    }

    mutating func take(_ line: LineFacts, _ tags: [TagFact], _ chunk: UnsafeRawBufferPointer) {
        let place = placement.place(line)
        guard let position = place.position else { return }
        if case .afterGap(let missing, _) = place {
            // One missing entry is known by its hash; of more only the last is.
            if missing == position - 1, let leaf = attribution.recorded[missing] {
                grow(leaf)
            } else {
                isWhole = false
            }
        }
        grow(attribution.recorded[position] ?? line.leaf)
        for index in line.tags {
            let tag = tags[index]
            let told = [attribution.told(position), tag.previous.flatMap(attribution.told)]
            for entry in told.compactMap({ $0 }) {
                let bytes = chunk[tag.start..<tag.start + tag.count]
                trails[entry, default: []].insert(String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    private mutating func grow(_ leaf: Digest) {
        guard isWhole else { return }
        frontier.append(leaf, using: &digest)
        while let size = wantedSizes.last, size <= frontier.size {
            wantedSizes.removeLast()
            if size == frontier.size { roots[size] = frontier.root(using: &digest) }
        }
    }
}
