import Chain

/// Only when something is wrong: the tree as the neighbours of damaged entries recorded it, and
/// whose trails the listed damage touches.
///
/// If that tree has the root that a checkpoint vouches for, everything but the damaged entries is
/// still proven.
final class SecondPass: Following {
    private var frontier = Frontier()
    private var digest: DigestContext
    private let listed: [EntryDamage]
    private let listedAt: Set<Int>
    private var wantedSizes: [Int]
    private var isWhole = true
    private(set) var roots: [Int: Digest] = [:]
    /// Entries that are known by what their neighbours record and not by their lines.
    private(set) var holes = Runs()
    private var trails: [Int: Set<String>] = [:]

    init(_ suite: Suite, _ listed: [EntryDamage], checkpointSizes: some Sequence<Int>) {
        digest = DigestContext(suite)
        self.listed = listed
        listedAt = Set(listed.map(\.entry))
        wantedSizes = Set(checkpointSizes).sorted(by: >)
        super.init()
    }

    /// The tags of the entry and of those that point at it, sorted; the first of them.
    func trails(of entry: Int) -> [String] {
        Array((trails[entry] ?? []).sorted().prefix(Report.listedTrails))
    }

    func take(
        _ line: LineFacts, _ tags: [TagFact], _ chunk: UnsafeRawBufferPointer, isCutShort: Bool
    ) {
        guard follow(line, isCutShort: isCutShort), line.isReadable, let place = last else {
            return
        }
        let own = told(place.position)
        for index in line.tags {
            let tag = tags[index]
            let other = tag.previous.flatMap(told)
            for entry in Set([own, other].compactMap { $0 }) {
                let bytes = chunk[tag.start..<tag.start + tag.count]
                trails[entry, default: []].insert(String(decoding: bytes, as: UTF8.self))
                guard let all = trails[entry], all.count > 4 * Report.listedTrails else { continue }
                trails[entry] = Set(all.sorted().prefix(Report.listedTrails))
            }
        }
    }

    /// Where what is known of `entry` is listed: itself, or the first of a gap.
    private func told(_ entry: Int) -> Int? {
        if listedAt.contains(entry) { return entry }
        return listed.first { damage in
            damage.through.map { damage.entry <= entry && entry <= $0 } ?? false
        }?.entry
    }

    override func settled(_ place: Place) {
        if place.recorded != nil { holes.add(place.position...place.position) }
        grow(place.recorded ?? place.leaf)
    }

    override func missing(_ range: ClosedRange<Int>, recorded: Digest?, _ kind: Damage.Kind) {
        holes.add(range.upperBound...range.upperBound)
        // One missing entry is known by its hash; of more only the last is.
        if range.count == 1, let recorded { grow(recorded) } else { isWhole = false }
    }

    private func grow(_ leaf: Digest) {
        guard isWhole else { return }
        frontier.append(leaf, using: &digest)
        while let size = wantedSizes.last, size <= frontier.size {
            wantedSizes.removeLast()
            if size == frontier.size { roots[size] = frontier.root(using: &digest) }
        }
    }
}
