import Chain

/// The first pass: every line in order, from facts to suspicions.
///
/// - Source: "What a verifier checks" in `schema/format.md`.
struct ChainWalk: ~Copyable {
    /// A suspicion that other damage may explain.
    struct TimeFault {
        var entry: Int
        var against: Int
    }
    struct TagFault {
        var entry: Int
        var pointsAt: Int?
        var lastCarrier: Int?
    }

    private(set) var lines = 0
    private(set) var placement = Placement()
    private var frontier = Frontier()
    private var digest: DigestContext
    private var tags = TagTable()
    private var lastAt: (time: Int, entry: Int)?
    private var wantedSizes: [Int]

    /// Roots over the first lines, for the sizes that checkpoints speak of.
    private(set) var roots: [Int: Digest] = [:]
    /// Damage that stands whatever else is found.
    private(set) var primary: [Int: Damage.Kind] = [:]
    /// Positions of missing entries, ascending.
    private(set) var gaps: [ClosedRange<Int>] = []
    /// Entries whose leaf hash is not what the next one records, ascending.
    private(set) var broken: [Int] = []
    /// Leaf hashes as the next entries record them, of entries that are missing or differ.
    private(set) var recorded: [Int: Digest] = [:]
    private(set) var references: [Int] = []
    private(set) var times: [TimeFault] = []
    private(set) var tagFaults: [TagFault] = []

    init(_ suite: Suite, checkpointSizes: some Sequence<Int>) {
        digest = DigestContext(suite)
        wantedSizes = Set(checkpointSizes).sorted(by: >)
        keepRoot()
    }

    /// The last entry's position and leaf hash.
    var last: (position: Int, leaf: Digest)? {
        placement.lastLeaf.map { (placement.expected - 1, $0) }
    }

    /// The root over the lines as they stand in the file.
    mutating func root() -> Digest { frontier.root(using: &digest) }

    mutating func take(
        _ line: LineFacts, _ tagFacts: [TagFact], _ chunk: UnsafeRawBufferPointer,
        isCutShort: Bool
    ) {
        frontier.append(line.leaf, using: &digest)
        lines += 1
        keepRoot()
        let before = placement.lastLeaf
        let position: Int
        switch placement.place(line) {
        case .extra(let missing):
            add(isCutShort ? .truncated : .sequence, missing)
            return
        case .next(let at):
            position = at
            if !line.isReadable { add(isCutShort ? .truncated : .notCanonical, at) }
            if line.isReadable, at > 0, line.prev != before { disown(at - 1, line.prev) }
        case .misnumbered(let at):
            position = at
            add(.sequence, at)
        case .afterGap(let missing, let at):
            position = at
            add(.missingEntry, missing)
            gaps.append(missing...at - 1)
            recorded[at - 1] = line.prev
        }
        if isCutShort { add(.truncated, position) }
        guard line.isReadable else { return }
        if let lastAt, line.at < lastAt.time, !line.correctsClock {
            times.append(TimeFault(entry: position, against: lastAt.entry))
        }
        lastAt = (line.at, position)
        if line.furthestReference >= position { references.append(position) }
        for index in line.tags {
            let tag = tagFacts[index]
            let bytes = UnsafeRawBufferPointer(
                rebasing: chunk[tag.start..<tag.start + tag.count])
            let carrier = tags.move(bytes, hash: tag.hash, to: position)
            if carrier != tag.previous {
                tagFaults.append(
                    TagFault(entry: position, pointsAt: tag.previous, lastCarrier: carrier))
            }
        }
    }

    /// Notes that something outside the line records another leaf hash for it.
    mutating func disown(_ entry: Int, _ leaf: Digest?) {
        broken.append(entry)
        if let leaf { recorded[entry] = leaf }
    }

    private mutating func add(_ kind: Damage.Kind, _ entry: Int) {
        if let known = primary[entry], known.rank <= kind.rank { return }
        primary[entry] = kind
    }

    private mutating func keepRoot() {
        guard wantedSizes.last == lines else { return }
        wantedSizes.removeLast()
        roots[lines] = frontier.root(using: &digest)
    }
}
