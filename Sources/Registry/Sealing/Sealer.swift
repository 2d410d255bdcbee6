import Chain
import Law
import Records
import Store
import Vocabulary

/// Places decided events on the chain: position, link, back-pointers, leaf, tiles.
///
/// It remembers the right edge of the ledger between appends so that an append reads nothing but
/// the heads of tags it has not seen lately. What it remembers is only ever taken from a store
/// transaction that was committed; after a failure it forgets, and reads the edge again.
struct Sealer: ~Copyable {
    private struct Edge {
        var last: Digest?
        var lastAt: String
        var tiles: TileBuilder
    }

    /// A head in memory, and the number of the batch that last moved it.
    private struct KnownHead {
        let tag: String
        /// nil while no entry carries the tag.
        var last: Int?
        var count: Int
        var batch: Int
    }

    /// Above this many tags the memory of heads starts afresh, so that it stays small.
    private static let knownHeadsLimit = 50_000

    private var digest: DigestContext
    private var edge: Edge?
    private var heads: [KnownHead] = []
    /// Where a tag is in `heads`: one look-up a tag and entry.
    private var places: [String: Int] = [:]
    /// Where the tags of this batch are in `heads`, entry after entry.
    private var tagPlaces: [Int] = []
    /// Which of `heads` this batch has moved.
    private var touched: [Int] = []
    private var batch = 0
    /// The memory of the last batch, for the next one.
    private var spare = AppendBatch(first: 0)

    init(_ suite: Suite) { digest = DigestContext(suite) }

    /// After a transaction that did not commit.
    mutating func forget() {
        edge = nil
        forgetHeads()
    }

    private mutating func forgetHeads() {
        heads.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }

    /// Takes back a batch that the store has taken in, so that the next one needs no new memory.
    mutating func recycle(_ batch: consuming AppendBatch) { spare = batch }

    /// How many entries the remembered edge stands on; nil when nothing is remembered.
    var knownSize: Int? { edge?.tiles.size }

    /// When the last entry was recorded; nil in an empty ledger.
    mutating func lastRecorded(in store: any StoreReader) throws -> Instant? {
        try readEdge(store)
        guard let edge, edge.tiles.size > 0 else { return nil }
        // What cannot be compared must not be followed by anything.
        guard let at = Instant(edge.lastAt), at.description == edge.lastAt else {
            throw LedgerFault.damaged(entry: edge.tiles.size - 1)
        }
        return at
    }

    /// Seals `events` onto the head of `store`, recorded at `at`, all in one batch.
    ///
    /// - Parameter correctsClock: Whether the last entry's time is said to be wrong.
    /// - Precondition: `at` is not before the last entry's, if that is not wrong.
    mutating func seal(
        _ events: [UnsealedEntry], at: String, correctsClock: Bool = false,
        onto store: any StoreReader
    ) throws -> AppendBatch {
        try readEdge(store)
        guard var edge = edge.take() else { preconditionFailure("the edge was just read") }
        precondition(at >= edge.lastAt || correctsClock, "recorded time never decreases")
        batch += 1
        touched.removeAll(keepingCapacity: true)
        if heads.count > Self.knownHeadsLimit { forgetHeads() }

        var result = AppendBatch(first: 0)
        swap(&result, &spare)
        result.reset(first: edge.tiles.size)
        try find(events, in: store, before: edge.tiles.size)
        var next = 0
        for index in events.indices {  // In place: an entry has a dozen references to count.
            let position = edge.tiles.size
            var tags: [(tag: String, previous: Int?)] = []
            tags.reserveCapacity(events[index].tags.count)
            for tag in events[index].tags {
                tags.append((tag, move(tagPlaces[next], to: position)))
                next += 1
            }
            let draft = EntryDraft(
                actor: events[index].actor, approver: events[index].approver, at: at,
                basis: events[index].basis,
                cause: events[index].cause, data: events[index].data, id: events[index].id,
                on: events[index].on,
                onBasis: events[index].onBasis, supersedes: events[index].supersedes, tags: tags,
                type: events[index].type, unit: events[index].unit)
            var leaf: Digest?
            var length = 0
            result.append { buffer in
                let start = buffer.count
                draft.append(to: &buffer, seq: position, prev: edge.last)
                length = buffer.count - start
                leaf = buffer.withUnsafeBytes {
                    digest.leaf(UnsafeRawBufferPointer(rebasing: $0[start...]))
                }
            }
            guard let leaf else { preconditionFailure("a line was just written") }
            // A line that no reader takes must never be part of the chain.
            guard length <= JSONLimits.entry.bytes else {
                throw LedgerFault.entryTooLarge(bytes: length, limit: JSONLimits.entry.bytes)
            }
            edge.last = leaf
            for (address, hashes) in edge.tiles.append(leaf, using: &digest) {
                result.tiles.append(StoredTile(address: address, hashes: hashes))
            }
            for opening in events[index].openings {
                result.sealed.append(
                    SealedValue(
                        seq: position, path: opening.path, subject: opening.owner,
                        salt: opening.salt, value: opening.value))
            }
            if let source = events[index].source {
                result.sources.append(
                    SourceSpan(
                        delivery: source.delivery, file: source.file, key: source.key,
                        position: position, count: source.count))
            }
        }
        result.heads = touched.map { place in
            let head = heads[place]
            guard let last = head.last else { preconditionFailure("a head was just moved") }
            return TaggedHead(tag: head.tag, head: TagHead(last: last, count: head.count))
        }
        edge.lastAt = at
        self.edge = edge
        return result
    }

    /// Finds the heads of all tags of `events`, in their order, and asks the store once for those
    /// that are not remembered.
    ///
    /// - Parameter first: The position of the first of them: every head lies before it.
    private mutating func find(
        _ events: [UnsealedEntry], in store: any StoreReader, before first: Int
    ) throws {
        tagPlaces.removeAll(keepingCapacity: true)
        let known = heads.count
        for index in events.indices {
            for tag in events[index].tags {
                if let place = places[tag] {
                    tagPlaces.append(place)
                } else {
                    places[tag] = heads.count
                    tagPlaces.append(heads.count)
                    heads.append(KnownHead(tag: tag, last: nil, count: 0, batch: 0))
                }
            }
        }
        guard known < heads.count else { return }
        let stored = try store.heads(of: heads[known...].map(\.tag))
        for (place, head) in zip(known..., stored) {
            guard let head else { continue }
            guard head.isPossible, head.last < first else {
                throw LedgerFault.damagedHead(of: heads[place].tag)
            }
            heads[place].last = head.last
            heads[place].count = head.count
        }
    }

    /// Moves a head to `position` and returns where it was.
    private mutating func move(_ place: Int, to position: Int) -> Int? {
        if heads[place].batch != batch { touched.append(place) }
        let last = heads[place].last
        heads[place].last = position
        heads[place].count += 1
        heads[place].batch = batch
        return last
    }

    private mutating func readEdge(_ store: any StoreReader) throws {
        guard edge == nil else { return }
        try LedgerEdge.check(in: store, using: &digest)
        if try store.size() > 0, try !HeadTally.holds(in: store, using: &digest) {
            throw LedgerFault.damagedHead(of: "*")
        }
        let size = try store.size()
        if size > 0 { try Occurrences.check(store, size) }
        var leaves: [Digest] = []
        var lastAt = ""
        let first = size - size % TileAddress.width
        try store.scan(first..<size) { position, line in
            guard position == first + leaves.count else {
                throw LedgerFault.damaged(entry: first + leaves.count)
            }
            leaves.append(digest.leaf(line))
        }
        guard leaves.count == size - first else {
            throw LedgerFault.damaged(entry: first + leaves.count)
        }
        var last: Digest?
        if size > 0 {
            let isThere: Void? = try store.withLine(at: size - 1) { line in
                last = digest.leaf(line)
                lastAt = try EntryReader.recordedAt(line, at: size - 1)
            }
            guard isThere != nil else { throw LedgerFault.damaged(entry: size - 1) }
        }
        let tiles = try TileBuilder(size: size, leaves: leaves, using: &digest) {
            try store.tile($0)
        }
        edge = Edge(last: last, lastAt: lastAt, tiles: tiles)
    }
}
