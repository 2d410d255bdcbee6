import Chain
import Glibc
import Store
import Vocabulary

/// What one run of entries showed.
struct ChunkFindings: Sendable {
    /// How many lines there were.
    var lines = 0
    /// Roots of the 256-wide subtrees of this run, in order; the last may be narrower.
    var subtrees: [Digest] = []
    /// Hash of the run's last line.
    var lastLeaf: Digest?
    /// When the first and last entry that could be read were recorded. Units: milliseconds.
    var firstAt: Int?
    var lastAt: Int?
    /// What the run's first entry recorded as the hash before it.
    var firstPrevious: Digest?
    var tags: Tally
    var sources: Tally
    var damages: [Damage] = []
    /// Entries that are not there or cannot be read, as runs of neighbours: a file full of them must
    /// not cost more than a sound one.
    private(set) var unreadable: [(kind: Damage.Kind, entries: ClosedRange<Int>)] = []
    /// Values whose commitment stands and that the vault does not hold.
    var missingValues: [DestroyedValue] = []
    /// Values that entries say were destroyed, and which entry says so.
    var destroyed: [DestroyedValue: Int] = [:]
    /// Entries whose line does not hash to what its successor recorded, with what it recorded.
    var recordedLeaves: [Int: Digest] = [:]
    /// Entries whose line does not hash to what the stored tile says, with what it says.
    var tileLeaves: [Int: Digest] = [:]
    /// Whether the run's first entry recorded a link at all.
    var hasFirstLink = false

    mutating func cannotRead(_ entry: Int, _ kind: Damage.Kind) {
        if let last = unreadable.last, last.kind == kind, last.entries.upperBound == entry - 1 {
            unreadable[unreadable.count - 1].entries = last.entries.lowerBound...entry
        } else {
            unreadable.append((kind, entry...entry))
        }
    }
}

/// Recomputes a run of entries: line, position, link, time, references, leaf, subtree, tile,
/// sealed values; adds its tags and rows to tallies. One per worker; the scan is the hot loop.
struct ChunkVerifier: ~Copyable {
    private let suite: Suite
    private let key: Tally.Key
    private let duties: DutyRegister
    private var digest: DigestContext
    private var tape = LineTape()
    private var leaves: [Digest] = []

    init(_ suite: Suite, _ duties: DutyRegister, key: Tally.Key) {
        self.suite = suite
        self.duties = duties
        self.key = key
        digest = DigestContext(suite)
        leaves.reserveCapacity(TileAddress.width)
    }

    /// - Parameter range: Begins at a multiple of 256.
    mutating func verify(
        _ range: Range<Int>, of store: any StoreReader, progress: (Int) -> Void
    ) throws -> ChunkFindings {
        var findings = ChunkFindings(tags: Tally(key), sources: Tally(key))
        var commitments: [Commitment] = []
        var expected = range.lowerBound
        leaves.removeAll(keepingCapacity: true)

        try store.scanReadable(range) { position, line in
            while expected < position {
                findings.cannotRead(expected, .missing)
                try close(leaf: nil, at: expected, of: store, &findings)
                expected += 1
            }
            expected = position + 1
            findings.lines += 1
            let leaf = digest.leaf(line)
            read(line, at: position, from: range.lowerBound, &commitments, &findings)
            try close(leaf: leaf, at: position, of: store, &findings)
        }
        while expected < range.upperBound {
            findings.cannotRead(expected, .missing)
            try close(leaf: nil, at: expected, of: store, &findings)
            expected += 1
        }
        if !leaves.isEmpty {
            findings.subtrees.append(MerkleTree.root(of: leaves, using: &digest))
            leaves.removeAll(keepingCapacity: true)
        }
        do {
            try verifySealed(commitments, in: range, of: store, &findings)
        } catch StoreFault.malformed(let detail) {
            findings.damages.append(Damage(.structure, place: "vault: \(detail)"))
        }
        progress(range.count)
        return findings
    }

    /// One line: everything that can be said of it and its link to the line before.
    private mutating func read(
        _ line: UnsafeRawBufferPointer, at position: Int, from first: Int,
        _ commitments: inout [Commitment], _ findings: inout ChunkFindings
    ) {
        let entry: EntryView
        do throws(EntryFault) {
            entry = try EntryView.read(line, tape: &tape)
        } catch {
            findings.cannotRead(position, .line)
            findings.lastLeaf = nil
            return
        }
        if entry.seq != position {
            findings.damages.append(Damage(.sequence, entry: position, trails: entry.trails))
        }
        if position == first {
            findings.firstPrevious = entry.prev
            findings.hasFirstLink = true
        } else if let last = leaves.last ?? findings.lastLeaf, entry.prev != last {
            findings.damages.append(Damage(.link, entry: position - 1))
            if let recorded = entry.prev { findings.recordedLeaves[position - 1] = recorded }
        }
        if let last = findings.lastAt, entry.atMilliseconds < last {
            findings.damages.append(Damage(.time, entry: position, trails: entry.trails))
        }
        if findings.firstAt == nil { findings.firstAt = entry.atMilliseconds }
        findings.lastAt = entry.atMilliseconds
        if (entry.cause ?? -1) >= position || (entry.supersedes ?? -1) >= position {
            findings.damages.append(Damage(.reference, entry: position, trails: entry.trails))
        }
        for link in entry.tags {
            if let previous = link.previous, previous >= position {
                findings.damages.append(Damage(.tagLink, entry: position, trails: entry.trails))
            }
            findings.tags.addOccurrence(of: link.utf8, at: position, after: link.previous)
        }
        if let row = SourceRow(entry) {
            row.key.withUnsafeBytes {
                findings.sources.addSpan($0, position: position, count: row.count)
            }
        }
        if let destroyed = DestroyedValue(entry) { findings.destroyed[destroyed] = position }
        guard entry.sealedCount > 0 else { return }
        let owners = EntryOwners(entry, duties)
        for sealed in entry.sealed {
            commitments.append(
                Commitment(
                    position: position, path: sealed.path, digest: sealed.commitment,
                    owner: owners.of(sealed.path)))
        }
    }

    /// Takes the leaf into the tree; at the end of a tile, compares the tile.
    private mutating func close(
        leaf: Digest?, at position: Int, of store: any StoreReader,
        _ findings: inout ChunkFindings
    ) throws {
        // A missing line leaves a hole that no hash fits; zero stands for it.
        leaves.append(leaf ?? .hole)
        findings.lastLeaf = leaf
        guard leaves.count == TileAddress.width else { return }
        let address = TileAddress(level: 0, index: position / TileAddress.width)
        compare(try store.readableTile(address), at: address, &findings)
        findings.subtrees.append(MerkleTree.root(of: leaves, using: &digest))
        leaves.removeAll(keepingCapacity: true)
    }

    private func compare(
        _ tile: [UInt8]?, at address: TileAddress, _ findings: inout ChunkFindings
    ) {
        guard let tile, tile.count == TileAddress.bytes else {
            findings.damages.append(Damage(.tile, place: address.name))
            return
        }
        let isSame = tile.withUnsafeBytes { tile in
            leaves.withUnsafeBytes { memcmp($0.baseAddress!, tile.baseAddress!, tile.count) == 0 }
        }
        guard !isSame else { return }
        for (index, leaf) in leaves.enumerated() {
            let stored = Digest(bytes: tile[index * 32..<index * 32 + 32])
            guard let stored, stored != leaf else { continue }
            findings.tileLeaves[address.index * TileAddress.width + index] = stored
        }
    }

    // MARK: Sealed values

    private struct Commitment {
        let position: Int
        let path: String
        let digest: Digest
        let owner: ValueOwner

        func isBefore(_ value: SealedValue) -> Bool {
            position == value.seq
                ? Array(path.utf8).lexicographicallyPrecedes(Array(value.path.utf8))
                : position < value.seq
        }
    }

    /// Every commitment has its value and opens with it; the vault holds nothing else.
    private mutating func verifySealed(
        _ commitments: [Commitment], in range: Range<Int>, of store: any StoreReader,
        _ findings: inout ChunkFindings
    ) throws {
        let sorted = commitments.sorted { one, other in
            one.position == other.position
                ? Array(one.path.utf8).lexicographicallyPrecedes(Array(other.path.utf8))
                : one.position < other.position
        }
        var next = 0
        try store.scanSealed(range) { value in
            while next < sorted.count, sorted[next].isBefore(value) {
                findings.missingValues.append(
                    DestroyedValue(entry: sorted[next].position, path: sorted[next].path))
                next += 1
            }
            guard next < sorted.count, sorted[next].position == value.seq,
                sorted[next].path == value.path
            else {
                findings.damages.append(
                    Damage(.sealedUnknown, entry: value.seq, place: value.path))
                return
            }
            let isOwned = sorted[next].owner.isWritten(as: value.subject)
            if !isOwned || !DigestSeal.opens(value, sorted[next].digest, using: &digest) {
                findings.damages.append(Damage(.sealedValue, entry: value.seq, place: value.path))
            }
            next += 1
        }
        for commitment in sorted[next...] {
            findings.missingValues.append(
                DestroyedValue(entry: commitment.position, path: commitment.path))
        }
    }
}
