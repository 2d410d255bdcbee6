import Chain
import Store

/// Everything in a ledger at one moment.
struct MemoryContents: Sendable {
    var lines = SortedMap<Int, [UInt8]>()
    var heads = SortedMap<Bytes, TagHead>()
    /// By level and index.
    var tiles = SortedMap<Pair<Int, Int>, [UInt8]>()
    var checkpoints: [StoredCheckpoint] = []
    /// By position and path.
    var sealed = SortedMap<Pair<Int, Bytes>, SealedValue>()
    /// By delivery, file, key and position.
    var spans = SortedMap<Pair<Pair<Bytes, Bytes>, Pair<Bytes, Int>>, SourceSpan>()
    /// By view and key.
    var rows = SortedMap<Pair<Bytes, Bytes>, ViewRow>()
    var viewPositions = SortedMap<Bytes, Int>()
    var facts = SortedMap<Bytes, String>()
}

/// Reading at one moment.
class MemorySnapshot: StoreReader {
    fileprivate(set) var contents: MemoryContents

    init(_ contents: MemoryContents) { self.contents = contents }

    // MARK: Entries

    func size() -> Int { contents.lines.lastKey.map { $0 + 1 } ?? 0 }

    func withLine<Result>(
        at seq: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result? {
        try contents.lines[seq]?.withUnsafeBytes(body)
    }

    func scan(_ range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws -> Void) throws {
        try contents.lines.scan(from: range.lowerBound) { (seq, line) throws in
            guard seq < range.upperBound else { return false }
            try line.withUnsafeBytes { try body(seq, $0) }
            return true
        }
    }

    func entries(in range: Range<Int>) -> (count: Int, last: Int?) {
        let inside = range.clamped(to: 0..<size())
        return (inside.count, inside.last)
    }

    func entries(outside range: Range<Int>, limit: Int) -> [Int] {
        Array((0..<size()).lazy.filter { !range.contains($0) }.prefix(limit))
    }

    // MARK: Tags

    func head(of tag: String) -> TagHead? { contents.heads[Bytes(tag)] }

    func tags(prefix: String, after: String?, limit: Int) -> [TaggedHead] {
        precondition(limit >= 0, "a limit is not negative")
        let start = max(Bytes(prefix), after.map(Bytes.init) ?? Bytes(prefix))
        var found: [TaggedHead] = []
        contents.heads.scan(from: start) { tag, head in
            guard found.count < limit, tag.utf8.starts(with: prefix.utf8) else { return false }
            if tag != after.map(Bytes.init) { found.append(TaggedHead(tag: tag.text, head: head)) }
            return true
        }
        return found
    }

    func countTags(prefix: String, after: String?) -> Int {
        tags(prefix: prefix, after: after, limit: .max).count
    }

    func scanHeads(_ body: (TaggedHead) throws -> Void) throws {
        try contents.heads.scan { (tag, head) throws in
            try body(TaggedHead(tag: tag.text, head: head))
            return true
        }
    }

    // MARK: Tree

    func tile(_ address: TileAddress) -> [UInt8]? {
        contents.tiles[Pair(address.level, address.index)]
    }

    func scanTiles(_ body: (TileAddress, [UInt8]) throws -> Void) throws {
        try contents.tiles.scan { (place, hashes) throws in
            try body(TileAddress(level: place.first, index: place.second), hashes)
            return true
        }
    }

    func checkpoints() -> [StoredCheckpoint] { contents.checkpoints }

    // MARK: Vault

    func sealed(seq: Int, path: String) -> SealedValue? { contents.sealed[Pair(seq, Bytes(path))] }

    func scanSealed(_ range: Range<Int>, _ body: (SealedValue) throws -> Void) throws {
        try contents.sealed.scan(from: Pair(range.lowerBound, Bytes(""))) { (key, value) throws in
            guard key.first < range.upperBound else { return false }
            try body(value)
            return true
        }
    }

    func sealed(outside range: Range<Int>, limit: Int) -> [SealedValue] {
        var found: [SealedValue] = []
        contents.sealed.scan { key, value in
            if !range.contains(key.first) && found.count < limit { found.append(value) }
            return found.count < limit
        }
        return found
    }

    // MARK: Delivered files

    func sourceSpans(delivery: String, file: String, key: String) -> [SourceSpan] {
        let row = Pair(Pair(Bytes(delivery), Bytes(file)), Pair(Bytes(key), Int.min))
        var found: [SourceSpan] = []
        contents.spans.scan(from: row) { place, span in
            guard place.first == row.first, place.second.first == row.second.first else {
                return false
            }
            found.append(span)
            return true
        }
        return found
    }

    func scanSources(_ body: (SourceSpan) throws -> Void) throws {
        try contents.spans.scan { (_, span) throws in
            try body(span)
            return true
        }
    }

    // MARK: Views

    func viewPosition(_ view: String) -> Int? { contents.viewPositions[Bytes(view)] }

    func viewNames() -> [String] {
        var names: Set<Bytes> = []
        contents.viewPositions.scan { view, _ in names.insert(view).inserted || true }
        contents.rows.scan { place, _ in names.insert(place.first).inserted || true }
        return names.sorted().map(\.text)
    }

    func viewKeys(_ view: String, prefix: String, after: String?, limit: Int) -> [String] {
        var keys: [Bytes] = []
        let (name, after) = (Bytes(view), after.map(Bytes.init))
        contents.rows.scan { place, _ in
            guard place.first == name, place.second.utf8.starts(with: prefix.utf8),
                after.map({ $0 < place.second }) ?? true
            else { return true }
            keys.append(place.second)
            return true
        }
        return keys.sorted().prefix(limit).map(\.text)
    }

    func viewRow(_ view: String, key: String) -> ViewRow? {
        contents.rows[Pair(Bytes(view), Bytes(key))]
    }

    func scanView(
        _ view: String,
        _ body: (_ key: String, _ position: Int, _ row: UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let view = Bytes(view)
        try contents.rows.scan(from: Pair(view, Bytes(""))) { (place, row) throws in
            guard place.first == view else { return false }
            try row.body.withUnsafeBytes { try body(row.key, row.position, $0) }
            return true
        }
    }

    // MARK: The store itself

    func fact(_ name: String) -> String? { contents.facts[Bytes(name)] }

    func facts() -> [(name: String, value: String)] {
        var all: [(name: String, value: String)] = []
        contents.facts.scan { name, value in
            all.append((name.text, value))
            return true
        }
        return all
    }
}

/// Writing inside one transaction: a copy of the contents that becomes the ledger, or does not.
final class MemoryTransaction: MemorySnapshot, StoreWriter {
    func append(_ batch: AppendBatch) {
        // I1: the one place where positions are given out.
        precondition(batch.first == size(), "a batch continues the ledger where it ends")
        batch.forEachLine { seq, line in contents.lines[seq] = Array(line) }
        put(heads: batch.heads)
        put(tiles: batch.tiles)
        for value in batch.sealed {
            precondition(value.salt.count >= 16, "a shorter salt lets an enumerable value leak")
            contents.sealed[Pair(value.seq, Bytes(value.path))] = value
        }
        put(sources: batch.sources)
    }

    func removeSealed(seq: Int, path: String) { contents.sealed[Pair(seq, Bytes(path))] = nil }

    func put(_ checkpoint: StoredCheckpoint) { contents.checkpoints.append(checkpoint) }

    func setViewRow(_ view: String, key: String, position: Int, body: UnsafeRawBufferPointer) {
        contents.rows[Pair(Bytes(view), Bytes(key))] = ViewRow(
            key: key, position: position, body: Array(body))
    }

    func removeViewRow(_ view: String, key: String) {
        contents.rows[Pair(Bytes(view), Bytes(key))] = nil
    }

    func removeView(_ view: String) {
        var places: [Pair<Bytes, Bytes>] = []
        contents.rows.scan(from: Pair(Bytes(view), Bytes(""))) { place, _ in
            guard place.first == Bytes(view) else { return false }
            places.append(place)
            return true
        }
        for place in places { contents.rows[place] = nil }
        contents.viewPositions[Bytes(view)] = nil
    }

    func setViewPosition(_ view: String, _ position: Int) {
        contents.viewPositions[Bytes(view)] = position
    }

    func setFact(_ name: String, _ value: String) { contents.facts[Bytes(name)] = value }

    func removeDerived() {
        let empty = MemoryContents()
        contents.heads = empty.heads
        contents.tiles = empty.tiles
        contents.spans = empty.spans
        contents.facts = empty.facts
    }

    func put(heads: [TaggedHead]) {
        for head in heads { contents.heads[Bytes(head.tag)] = head.head }
    }

    func put(tiles: [StoredTile]) {
        for tile in tiles {
            contents.tiles[Pair(tile.address.level, tile.address.index)] = tile.hashes
        }
    }

    func put(sources: [SourceSpan]) {
        for span in sources {
            let place = Pair(
                Pair(Bytes(span.delivery), Bytes(span.file)), Pair(Bytes(span.key), span.position))
            contents.spans[place] = span
        }
    }
}
