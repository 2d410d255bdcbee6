import Chain

/// Damage of an entry, and of missing ones the last.
struct EntryDamage {
    var entry: Int
    var kind: Damage.Kind
    /// Of entries that are missing from here on the last.
    var through: Int?
}

/// Every line in order: what is damaged, and the tree over the lines as they stand.
///
/// - Source: "What a verifier checks" in `schema/format.md`.
final class FirstPass: Following {
    /// After so many lines that are no entries the rest is not read.
    static let mostStrangeLines = 100_000

    private var frontier = Frontier()
    private var digest: DigestContext
    private var tags = TagTable()
    private var lastAt: (time: Int, entry: Int)?
    private var wantedSizes: [Int]
    private let creation: Damage.Kind?
    private var strangeLines = 0
    private var blamed = Runs()

    /// Roots over the first lines, for the sizes that checkpoints speak of.
    private(set) var roots: [Int: Digest] = [:]
    /// The first damaged entries, as many as a report lists.
    private(set) var listed: [EntryDamage] = []
    /// How many there are.
    private(set) var damaged = 0

    /// - Parameter creation: What is wrong with entry 0 as a creation.
    init(_ suite: Suite, checkpointSizes: some Sequence<Int>, creation: Damage.Kind?) {
        digest = DigestContext(suite)
        wantedSizes = Set(checkpointSizes).sorted(by: >)
        self.creation = creation
        super.init()
        keepRoot()
    }

    /// Whether so much is no entry that the rest was not read.
    var isAbandoned: Bool { strangeLines >= Self.mostStrangeLines }

    /// The root over the lines as they stand in the file.
    func root() -> Digest { frontier.root(using: &digest) }

    /// - Returns: Whether to go on.
    func take(_ line: LineFacts, _ tagFacts: [TagFact], isCutShort: Bool) -> Bool {
        let isPlaced = follow(line, isCutShort: isCutShort)
        frontier.append(line.leaf, using: &digest)
        keepRoot()
        guard line.isReadable else {
            strangeLines += 1
            return !isAbandoned
        }
        guard isPlaced, var place = last else { return true }
        let position = place.position
        if position == 0 { place.second = creation }
        if let lastAt, line.at < lastAt.time, !line.correctsClock {
            if lastAt.entry == before?.position {
                place.waiting = .time
            } else if !blamed.contains(lastAt.entry) {
                place.second = .worse(place.second, .time)
            }
        }
        lastAt = (line.at, position)
        if line.furthestReference >= position { place.second = .worse(place.second, .reference) }
        for index in line.tags { follow(tagFacts[index], &place) }
        last = place
        return true
    }

    private func follow(_ tag: TagFact, _ place: inout Place) {
        let carrier = tags.move(tag.hash, to: place.position)
        guard carrier != tag.previous else { return }
        var mayBeExcused = false
        for other in [tag.previous, carrier] {
            guard let other, other < place.position else { continue }
            if other == before?.position {
                mayBeExcused = true
            } else if blamed.contains(other) {
                return
            }
        }
        if mayBeExcused {
            place.waiting = .worse(place.waiting, .tagLink)
        } else {
            place.second = .worse(place.second, .tagLink)
        }
    }

    override func finish(head: Digest?) {
        super.finish(head: head)
        if lines == 0 { accuse(.missingEntry) }
        if let ahead { tell(EntryDamage(entry: expected, kind: ahead)) }
    }

    override func settled(_ place: Place) {
        if place.first != nil { blamed.add(place.position...place.position) }
        if let kind = place.kind { tell(EntryDamage(entry: place.position, kind: kind)) }
    }

    override func missing(_ range: ClosedRange<Int>, recorded: Digest?, _ kind: Damage.Kind) {
        blamed.add(range)
        tell(EntryDamage(entry: range.lowerBound, kind: kind, through: range.upperBound))
    }

    private func tell(_ damage: EntryDamage) {
        damaged += 1
        if listed.count < Report.listed { listed.append(damage) }
    }

    private func keepRoot() {
        guard wantedSizes.last == lines else { return }
        wantedSizes.removeLast()
        roots[lines] = frontier.root(using: &digest)
    }
}
