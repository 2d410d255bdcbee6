import Chain
import Store

/// Puts the findings of the runs together and compares the rest of the store with them.
struct Audit {
    let size: Int
    let suite: Suite
    let identity: LedgerIdentity?
    var damages = DamageList()
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
            for (kind, entries) in run.unreadable {
                damages += entries.lazy.map { Damage(kind, entry: $0) }
            }
            missingValues += run.missingValues
            destroyed.merge(run.destroyed) { mine, _ in mine }
            merge(run)
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
            if let before = previous?.lastAt, let after = run.firstAt, after < before {
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
        attributeLinks()
        var digest = DigestContext(suite)
        // Subtrees are perfect up to the last, which may be narrower; so the tree over their roots,
        // divided as RFC 9162 divides it, is the tree over the leaves.
        root = MerkleTree.root(of: subtrees, using: &digest)
    }

    /// What was recorded of damaged entries; of more than are kept only that their tiles differ.
    private mutating func merge(_ run: ChunkFindings) {
        if !damages.isFull { recordedLeaves.merge(run.recordedLeaves) { mine, _ in mine } }
        if tileLeaves.count < DamageList.most {
            tileLeaves.merge(run.tileLeaves) { mine, _ in mine }
        } else {
            for tile in Set(run.tileLeaves.keys.map { $0 / TileAddress.width }).sorted() {
                damages.append(
                    Damage(.tile, place: TileAddress(level: 0, index: tile).name))
            }
        }
    }

    /// A broken link has two ends: was the line changed, or the link that the next line records?
    /// The stored tile knows the hash, too; where there is none, a line that its own successor
    /// disowns is the changed one.
    private mutating func attributeLinks() {
        let broken = Set(damages.kept.lazy.filter { $0.kind == .link }.compactMap(\.entry))
        let tiled = size / TileAddress.width * TileAddress.width
        var innocent: Set<Int> = []
        for entry in broken where entry + 1 < size {
            let isLineSound = entry < tiled ? tileLeaves[entry] == nil : broken.contains(entry + 1)
            if isLineSound { innocent.insert(entry) }
        }
        damages.change { damage in
            guard damage.kind == .link, let entry = damage.entry, innocent.contains(entry) else {
                return damage
            }
            return Damage(.link, entry: entry + 1)
        }
        for entry in innocent { recordedLeaves[entry] = nil }
        // A tile that disagrees with a line which its successor confirms is itself wrong.
        let unreadable = Set(
            damages.kept.lazy.filter { $0.kind == .line || $0.kind == .missing }
                .compactMap(\.entry))
        var wrong: Set<Int> = []
        for (entry, leaf) in tileLeaves.sorted(by: { $0.key < $1.key }) {
            if recordedLeaves[entry] == leaf { continue }
            if broken.contains(entry) || unreadable.contains(entry) {
                recordedLeaves[entry] = recordedLeaves[entry] ?? leaf
            } else if wrong.insert(entry / TileAddress.width).inserted {
                let tile = TileAddress(level: 0, index: entry / TileAddress.width)
                damages.append(Damage(.tile, place: tile.name))
            }
        }
    }

    /// What the file says of itself is what entry 0 says.
    mutating func compareIdentity(_ reader: any StoreReader) throws {
        guard let identity else {
            if !damages.kept.contains(where: { $0.entry == 0 }) {
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

    private(set) var tagsAreSound = true
    private(set) var rowsAreSound = true

    /// Each stored row of a view by its check, each view by its tally.
    mutating func compareViews(_ reader: any StoreReader) throws {
        var digest = DigestContext(suite)
        for view in try reader.viewNames() where !ViewName.all.contains(view) {
            damages.append(Damage(.view, place: view))
        }
        if let text = try reader.fact(UnknownKinds.factName), UnknownKinds(text) == nil {
            damages.append(Damage(.view, place: UnknownKinds.factName))
        }
        // All views follow the log in one transaction; one that an earlier program did not know was
        // never built.
        let positions = try ViewName.all.compactMap { try reader.viewPosition($0) }
        if let first = positions.first, positions.contains(where: { $0 != first }) {
            damages.append(Damage(.view, place: "position"))
        }
        for view in ViewName.all {
            var tally = ViewTally()
            try reader.scanView(view) { key, position, row in
                tally.add(row)
                let body = CheckedRow.open(
                    row, view: view, key: key, position: position, using: &digest)
                if body == nil || position >= size {
                    damages.append(Damage(.view, place: "\(view)/\(key)"))
                }
            }
            let stored = try reader.fact(ViewTally.factName(of: view))
            let followed = try reader.viewPosition(view)
            // A view that was never built has no row, no position and no tally.
            let expected =
                followed == nil && tally == ViewTally() ? nil : tally.text(at: followed ?? 0)
            if stored != expected || followed ?? 0 > size {
                damages.append(Damage(.view, place: view))
            }
        }
    }

    /// The report, damages in order of place.
    func report(limit: Int) -> VerificationReport {
        let sorted = damages.kept.uniqued().sorted { one, other in
            (one.entry ?? Int.max) < (other.entry ?? Int.max)
        }
        let firstBad = sorted.first?.entry
        let broken = sorted.contains { damage in
            damage.entry == nil && !damage.kind.isAside && !damage.kind.isOfCheckpoint
        }
        return VerificationReport(
            size: size, root: root, origin: identity?.origin ?? "", suite: suite,
            damages: Array(sorted.prefix(limit)),
            unlisted: max(0, sorted.count - limit) + damages.dropped,
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
        default: false
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
