import Chain
import Store

extension Audit {
    /// Every checkpoint, the ledger's own and those kept elsewhere, against the lines.
    mutating func compareCheckpoints(
        _ reader: any StoreReader, _ outside: [OutsideCheckpoint]
    ) throws {
        var leaves = LeafReader(suite: suite, recorded: recordedLeaves, subtrees: subtrees)
        for stored in try reader.checkpoints() {
            try compare(
                stored.note, named: "\(stored.size)", keptIn: nil, size: stored.size, reader,
                &leaves)
        }
        for one in outside {
            try compare(one.note, named: one.name, keptIn: one.name, size: nil, reader, &leaves)
        }
        proven.sort { ($1.checkpoint, $0.first) < ($0.checkpoint, $1.first) }
    }

    private mutating func compare(
        _ note: [UInt8], named name: String, keptIn: String?, size stated: Int?,
        _ reader: any StoreReader, _ leaves: inout LeafReader
    ) throws {
        checkpoints += 1
        guard let identity,
            let checkpoint = try? Checkpoint.open(note, trusting: [identity.key]),
            checkpoint.origin == identity.origin, stated ?? checkpoint.size == checkpoint.size
        else {
            damages.append(Damage(.checkpointSignature, place: name))
            return
        }
        guard checkpoint.size <= size else {
            damages.append(Damage(.checkpointBeyondEnd, place: name))
            return
        }
        let at = checkpoint.extensions.lazy.compactMap { line in
            line.hasPrefix("at ") ? String(line.dropFirst(3)) : nil
        }.first
        func range(_ first: Int, _ last: Int) -> ProvenRange {
            ProvenRange(
                first: first, last: last, checkpoint: checkpoint.size, at: at, keptIn: keptIn)
        }
        if try leaves.root(at: checkpoint.size, asRecorded: false, reader) == checkpoint.root {
            if checkpoint.size > 0 { proven.append(range(0, checkpoint.size - 1)) }
            return
        }
        // The lines are not what was vouched for. If only those are wrong that their neighbours
        // disown, then with the recorded hashes in their place the root comes out, and everything
        // else is still proven.
        guard try leaves.root(at: checkpoint.size, asRecorded: true, reader) == checkpoint.root
        else {
            damages.append(Damage(.checkpointRoot, place: name))
            return
        }
        var first = 0
        for bad in recordedLeaves.keys.sorted() where bad < checkpoint.size {
            if bad > first { proven.append(range(first, bad - 1)) }
            first = bad + 1
        }
        if first < checkpoint.size { proven.append(range(first, checkpoint.size - 1)) }
    }
}

/// Roots at any size, from the lines or, for entries that are disowned, from what was recorded.
struct LeafReader: ~Copyable {
    private var digest: DigestContext
    private let recorded: [Int: Digest]
    private let subtrees: [Digest]

    init(suite: Suite, recorded: [Int: Digest], subtrees: [Digest]) {
        digest = DigestContext(suite)
        self.recorded = recorded
        self.subtrees = subtrees
    }

    mutating func root(
        at size: Int, asRecorded: Bool, _ reader: any StoreReader
    ) throws -> Digest? {
        if asRecorded, recorded.isEmpty { return nil }
        let roots = try subtrees(asRecorded: asRecorded, upTo: size, reader)
        return MerkleTree.root(of: roots, using: &digest)
    }

    /// Roots of the 256-wide subtrees of the first `size` entries; the last may be narrower.
    mutating func subtrees(
        asRecorded: Bool, upTo size: Int, _ reader: any StoreReader
    ) throws -> [Digest] {
        let width = TileAddress.width
        var roots = Array(subtrees.prefix(size / width))
        if asRecorded {
            for tile in Set(recorded.keys.map { $0 / width }) where tile < roots.count {
                roots[tile] = try root(
                    of: tile * width..<(tile + 1) * width, asRecorded: true, reader)
            }
        }
        if size % width > 0 {
            roots.append(try root(of: size - size % width..<size, asRecorded: asRecorded, reader))
        }
        return roots
    }

    private mutating func root(
        of range: Range<Int>, asRecorded: Bool, _ reader: any StoreReader
    ) throws -> Digest {
        var leaves = [Digest](repeating: .hole, count: range.count)
        try reader.scanReadable(range) { position, line in
            leaves[position - range.lowerBound] = digest.leaf(line)
        }
        if asRecorded {
            for (position, leaf) in recorded where range.contains(position) {
                leaves[position - range.lowerBound] = leaf
            }
        }
        return MerkleTree.root(of: leaves, using: &digest)
    }
}
