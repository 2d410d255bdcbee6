import Chain
import Store

/// Puts the findings of the runs together and compares the rest of the store with them.
struct Audit {
    let size: Int
    let suite: Suite
    let identity: LedgerIdentity?
    var damages: [Damage] = []
    /// Roots of the 256-wide subtrees of the whole ledger, from the lines.
    var subtrees: [Digest] = []
    /// Entries whose line does not hash to what others recorded of it, with what they recorded.
    var recordedLeaves: [Int: Digest] = [:]
    /// The same entries, ascending, once all are known.
    var disowned: [Int] = []
    /// What stored tiles say of entries whose line hashes to something else.
    private var tileLeaves: [Int: Digest] = [:]
    var proven: [ProvenRange] = []
    var checkpoints = 0
    /// How many values were destroyed by law, and are missing for that reason.
    private(set) var destroyedValues = 0
    /// How many damages more there were than are kept.
    private(set) var uncounted = 0
    private var missingValues: [DestroyedValue] = []
    private var destroyed: [DestroyedValue: Int] = [:]
    var root: Digest
    private var tags: Tally?
    private var sources: Tally?

    init(size: Int, suite: Suite, identity: LedgerIdentity?) {
        self.size = size
        self.suite = suite
        self.identity = identity
        var digest = DigestContext(suite)
        root = MerkleTree.root(of: [], using: &digest)
    }

    var isSound: Bool { damages.isEmpty && tagsAreSound && rowsAreSound }

    mutating func add(_ more: [Damage]) { damages += more }

    /// Joins neighbouring runs: the link and the time across each seam, the tallies, the tree.
    mutating func join(_ runs: [ChunkFindings]) {
        var previous: ChunkFindings?
        var first = 0
        for run in runs {
            damages += run.damages
            uncounted += run.unlisted
            missingValues += run.missingValues
            destroyed.merge(run.destroyed) { mine, _ in mine }
            recordedLeaves.merge(run.recordedLeaves) { mine, _ in mine }
            tileLeaves.merge(run.tileLeaves) { mine, _ in mine }
            subtrees += run.subtrees
            if run.hasFirstLink {
                if let previous, let last = previous.lastLeaf, run.firstPrevious != last {
                    damages.append(Damage(.link, entry: first - 1))
                    if let recorded = run.firstPrevious { recordedLeaves[first - 1] = recorded }
                }
                if previous == nil, run.firstPrevious != nil {
                    damages.append(Damage(.link, entry: 0))
                }
            }
            if let before = previous?.lastAt, let after = run.firstAt, after < before,
                !run.firstCorrectsClock
            {
                damages.append(Damage(.time, entry: first))
            }
            if tags == nil {
                tags = run.tags
                sources = run.sources
            } else {
                tags?.add(run.tags)
                sources?.add(run.sources)
            }
            previous = run
            first += LedgerVerifier.chunk
        }
        joinMissing()
        attributeLinks()
        var digest = DigestContext(suite)
        // Subtrees are perfect up to the last, which may be narrower; so the tree over their roots,
        // divided as RFC 9162 divides it, is the tree over the leaves.
        root = MerkleTree.root(of: subtrees, using: &digest)
    }

    /// Missing entries of neighbouring runs are one gap.
    private mutating func joinMissing() {
        var joined: [Damage] = []
        for damage in damages {
            if damage.kind == .missing, let last = joined.last, last.kind == .missing,
                let first = last.entry, let entry = damage.entry,
                (last.through ?? first) + 1 == entry
            {
                joined[joined.count - 1] = Damage(
                    .missing, entry: first, through: damage.through ?? entry)
            } else {
                joined.append(damage)
            }
        }
        damages = joined
    }

    /// A broken link has two ends: was the line changed, or the link that the next line records?
    /// The stored tile knows the hash, too; where there is none, a line that its own successor
    /// disowns is the changed one.
    private mutating func attributeLinks() {
        let broken = Set(damages.lazy.filter { $0.kind == .link }.compactMap(\.entry))
        let tiled = size / TileAddress.width * TileAddress.width
        var innocent: Set<Int> = []
        for entry in broken where entry + 1 < size {
            let isLineSound = entry < tiled ? tileLeaves[entry] == nil : broken.contains(entry + 1)
            if isLineSound { innocent.insert(entry) }
        }
        damages = damages.map { damage in
            guard damage.kind == .link, let entry = damage.entry, innocent.contains(entry) else {
                return damage
            }
            return Damage(.link, entry: entry + 1)
        }
        for entry in innocent { recordedLeaves[entry] = nil }
        let lines = Set(damages.lazy.filter { $0.kind == .line }.compactMap(\.entry))
        let gaps = damages.filter { $0.kind == .missing }.compactMap { damage in
            damage.entry.map { $0...(damage.through ?? $0) }
        }.sorted { $0.lowerBound < $1.lowerBound }
        var gap = 0
        // A tile that disagrees with a line which its successor confirms is itself wrong.
        for (entry, leaf) in tileLeaves.sorted(by: { $0.key < $1.key }) {
            if recordedLeaves[entry] == leaf { continue }
            while gap < gaps.count, gaps[gap].upperBound < entry { gap += 1 }
            let isMissing = gap < gaps.count && gaps[gap].contains(entry)
            if broken.contains(entry) || isMissing || lines.contains(entry) {
                recordedLeaves[entry] = recordedLeaves[entry] ?? leaf
            } else {
                let tile = TileAddress(level: 0, index: entry / TileAddress.width)
                damages.append(Damage(.tile, place: tile.name))
            }
        }
    }

    /// What the file says of itself is what entry 0 says.
    mutating func compareIdentity(_ reader: any StoreReader) throws {
        guard let identity else {
            if !damages.contains(where: { $0.entry == 0 }) {
                damages.append(Damage(.identity, entry: 0))
            }
            return
        }
        var expected = Dictionary(uniqueKeysWithValues: identity.facts.map { ($0.name, $0.value) })
        let issued = try reader.checkpoints()
        if !issued.isEmpty { expected[IssuedCheckpoints.fact] = IssuedCheckpoints.text(issued) }
        for (name, value) in try reader.facts() {
            if name == LedgerEdge.factName || name == HeadTally.factName || ViewTally.isFact(name) {
                continue
            }
            if expected.removeValue(forKey: name) != value {
                damages.append(Damage(.identity, place: name))
            }
        }
        for name in expected.keys.sorted() { damages.append(Damage(.identity, place: name)) }
    }

    /// Tiles above level 0; level 0 was compared line by line.
    mutating func compareTiles(_ reader: any StoreReader) throws {
        var digest = DigestContext(suite)
        // Where a line was changed, the tiles above still tell the truth about what it was.
        var leaves = LeafReader(suite: suite, recorded: recordedLeaves, subtrees: subtrees)
        var hashes = try leaves.subtrees(asRecorded: true, upTo: size, reader)
        var level = 1
        while hashes.count >= TileAddress.width {
            // The last subtree may be narrower than a tile's hash; it belongs to no full tile.
            let whole = size >> (8 * level)
            var above: [Digest] = []
            for index in 0..<whole / TileAddress.width {
                let address = TileAddress(level: level, index: index)
                let part = hashes[index * TileAddress.width..<(index + 1) * TileAddress.width]
                let bytes = part.withUnsafeBytes { [UInt8]($0) }
                if try reader.tile(address) != bytes {
                    damages.append(Damage(.tile, place: address.name))
                }
                above.append(MerkleTree.root(of: part, using: &digest))
            }
            hashes = above
            level += 1
        }
        try reader.scanTiles { address, _ in
            guard address.index >= size >> (8 * (address.level + 1)) else { return }
            damages.append(Damage(.tile, place: address.name))
        }
    }

    /// What is missing from the vault must have been destroyed by law, and what was is not there.
    mutating func compareDestroyed(_ reader: any StoreReader) throws {
        for value in missingValues {
            if destroyed[value] == nil {
                damages.append(Damage(.sealedMissing, entry: value.entry, place: value.path))
            } else {
                destroyedValues += 1
            }
        }
        for value in destroyed.keys
        where try reader.sealed(seq: value.entry, path: value.path) != nil {
            damages.append(Damage(.sealedUnknown, entry: value.entry, place: value.path))
        }
    }

    /// Heads against what the lines carry.
    mutating func compareTags(_ reader: any StoreReader, _ key: Tally.Key) throws {
        tagsAreSound = false
        var heads = tags ?? Tally(key)
        try reader.scanHeads { head in
            // A head of nothing would weigh nothing.
            if !head.head.isPossible {
                damages.append(Damage(.head, trails: [head.tag], place: head.tag))
            }
            var tag = head.tag
            tag.withUTF8 { heads.subtractHead(UnsafeRawBufferPointer($0), head.head) }
        }
        tagsAreSound = heads.isBalanced
    }

    /// Delivered rows against what the lines carry.
    mutating func compareRows(_ reader: any StoreReader, _ key: Tally.Key) throws {
        rowsAreSound = false
        var rows = sources ?? Tally(key)
        try reader.scanSources { span in
            SourceRow.key(span.delivery, span.file, span.key).withUnsafeBytes {
                rows.subtractSpan($0, position: span.position, count: span.count)
            }
        }
        rowsAreSound = rows.isBalanced
    }

    /// How many buckets of rows (``ViewSums``) differ beside those that are named.
    var unnamedRows = 0
    private(set) var tagsAreSound = true
    private(set) var rowsAreSound = true

    /// The report, damages in order of place.
    func report(limit: Int) -> VerificationReport {
        let sorted = damages.uniqued().sorted { one, other in
            (one.entry ?? Int.max) < (other.entry ?? Int.max)
        }
        let firstBad = sorted.first?.entry
        let broken = sorted.contains { damage in
            damage.entry == nil && !damage.kind.isAside && !damage.kind.isOfCheckpoint
        }
        return VerificationReport(
            size: size, root: root, origin: identity?.origin ?? "", suite: suite,
            damages: Array(sorted.prefix(limit)),
            unlisted: max(0, sorted.count - limit) + uncounted + unnamedRows,
            proven: proven, checkpoints: checkpoints, destroyed: destroyedValues,
            coherentThrough: firstBad.map { $0 > 0 ? $0 - 1 : nil }
                ?? (size > 0 && !broken ? size - 1 : nil))
    }
}

extension Damage.Kind {
    /// Damage beside the entries: the chain itself is untouched by it.
    var isAside: Bool {
        switch self {
        case .head, .tile, .sealedValue, .sealedMissing, .sealedUnknown, .source, .view,
            .identity, .structure, .checkpointLineEnds, .checkpointMalformed, .checkpointOrigin,
            .checkpointSignature, .checkpointName:
            true
        case .line, .sequence, .missing, .link, .edge, .time, .reference, .tagLink, .checkpointRoot,
            .checkpointBeyondEnd:
            false
        }
    }
}

extension Damage.Kind {
    /// It says something of a checkpoint; whether the entries fit together is another matter.
    public var isOfCheckpoint: Bool {
        switch self {
        case .checkpointLineEnds, .checkpointMalformed, .checkpointOrigin, .checkpointSignature,
            .checkpointName, .checkpointRoot, .checkpointBeyondEnd:
            true
        case .line, .sequence, .missing, .link, .edge, .time, .reference, .tagLink, .head, .tile,
            .sealedValue, .sealedMissing, .sealedUnknown, .source, .view, .identity, .structure:
            false
        }
    }
}

extension [Damage] {
    /// Each damage once, in order.
    func uniqued() -> [Damage] {
        var seen: Set<Damage> = []
        return filter { seen.insert($0).inserted }
    }
}
