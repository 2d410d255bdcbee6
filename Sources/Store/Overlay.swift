public import Chain

/// A ledger as it would be after a write that is never made: what is written lies in a second,
/// passing store, and whatever is not there is read from the ledger.
///
/// The lines of the overlay lie in the second store from 0 on; everything else lies there as it is
/// said to. So the second store need know nothing of the first, and its memory is the overlay's.
///
/// - Note: A scan over everything derived first gathers the keys that the overlay holds. Rehearsals
///   make none.
public final class Overlay {
    private let base: any StoreReader
    private let top: any StoreWriter
    private let baseSize: Int
    /// What was taken away from the ledger's own rows.
    private var isDerivedRemoved = false
    private var removedViews: Set<String> = []
    private var removedRows: Set<RowKey> = []

    private struct RowKey: Hashable {
        let view: String
        let key: Bytes
    }

    /// - Parameters:
    ///   - base: What is read, and left as it is.
    ///   - top: Takes what is written; empty.
    public init(over base: any StoreReader, in top: any StoreWriter) throws(StoreFault) {
        self.base = base
        self.top = top
        baseSize = try base.size()
    }

    /// Tag heads, tiles, spans and facts of the ledger below; nil when they were removed.
    private var derived: (any StoreReader)? { isDerivedRemoved ? nil : base }

    private func rows(of view: String) -> (any StoreReader)? {
        removedViews.contains(view) ? nil : base
    }

    /// `range` as the second store counts.
    private func lifted(_ range: Range<Int>) -> Range<Int> {
        let above = range.clamped(to: baseSize..<max(baseSize, range.upperBound))
        return above.lowerBound - baseSize..<above.upperBound - baseSize
    }

    private func below(_ range: Range<Int>) -> Range<Int> { range.clamped(to: Int.min..<baseSize) }

    /// What the overlay holds, in order, on its way into a scan of what lies below.
    private struct Above<Key: Hashable> {
        let keys: [Key]
        let isBefore: (Key, Key) -> Bool
        var next = 0

        /// Lends what stands before `key`; true if the scan's own row is to be lent then.
        mutating func isBelow(_ key: Key, _ lend: (Key) throws -> Void) rethrows -> Bool {
            while next < keys.count, isBefore(keys[next], key) {
                try lend(keys[next])
                next += 1
            }
            return next == keys.count || keys[next] != key
        }

        /// Lends what is left.
        mutating func rest(_ lend: (Key) throws -> Void) rethrows {
            for key in keys[next...] { try lend(key) }
        }
    }
}

extension Overlay: StoreReader {
    // MARK: Entries

    public func size() throws(StoreFault) -> Int { baseSize + (try top.size()) }

    public func withLine<Result>(
        at seq: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result? {
        seq < baseSize
            ? try base.withLine(at: seq, body) : try top.withLine(at: seq - baseSize, body)
    }

    public func walk(
        from position: Int, _ step: (Int, UnsafeRawBufferPointer) throws -> Int?
    ) throws -> Int? {
        var start = position
        if position >= baseSize {
            var below: Int?
            let broken = try top.walk(from: position - baseSize) { lifted, line in
                let next = try step(lifted + baseSize, line)
                if let next, next < baseSize {
                    below = next
                    return nil
                }
                return next.map { $0 - baseSize }
            }
            if let broken { return broken + baseSize }
            guard let below else { return nil }
            start = below
        }
        return try base.walk(from: start, step)
    }

    public func scan(
        _ range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try base.scan(below(range), body)
        try top.scan(lifted(range)) { try body($0 + baseSize, $1) }
    }

    public func entries(in range: Range<Int>) throws(StoreFault) -> (count: Int, last: Int?) {
        let under = try base.entries(in: below(range))
        let over = try top.entries(in: lifted(range))
        return (under.count + over.count, over.last.map { $0 + baseSize } ?? under.last)
    }

    public func entries(outside range: Range<Int>, limit: Int) throws(StoreFault) -> [Int] {
        let under = try base.entries(outside: range, limit: limit)
        let over = try top.entries(outside: lifted(range), limit: limit)
        return Array((under + over.map { $0 + baseSize }).prefix(limit))
    }

    // MARK: Tags

    public func head(of tag: String) throws(StoreFault) -> TagHead? {
        if let head = try top.head(of: tag) { return head }
        return try derived?.head(of: tag)
    }

    public func heads(of tags: [String]) throws(StoreFault) -> [TagHead?] {
        var heads = try top.heads(of: tags)
        let absent = heads.indices.filter { heads[$0] == nil }
        if let derived, !absent.isEmpty {
            let below = try derived.heads(of: absent.map { tags[$0] })
            for (index, head) in zip(absent, below) { heads[index] = head }
        }
        return heads
    }

    public func tags(
        prefix: String, after: String?, limit: Int
    ) throws(StoreFault) -> [TaggedHead] {
        let over = try top.tags(prefix: prefix, after: after, limit: limit)
        let under = try derived?.tags(prefix: prefix, after: after, limit: limit) ?? []
        var known = Set(over.map { Array($0.tag.utf8) })
        let all = over + under.filter { known.insert(Array($0.tag.utf8)).inserted }
        return Array(all.sorted { Self.bytesAscend($0.tag, $1.tag) }.prefix(limit))
    }

    public func countTags(prefix: String, after: String?) throws(StoreFault) -> Int {
        var count = 0
        var after = after
        while true {
            let page = try tags(prefix: prefix, after: after, limit: 1_024)
            guard let last = page.last else { return count }
            count += page.count
            after = last.tag
        }
    }

    public func scanHeads(_ body: (TaggedHead) throws -> Void) throws {
        var keys: [Bytes] = []
        try top.scanHeads { keys.append(Bytes($0.tag)) }
        var above = Above(keys: keys) { $0.precedes($1) }
        func lend(_ key: Bytes) throws {
            if let head = try top.head(of: key.text) {
                try body(TaggedHead(tag: key.text, head: head))
            }
        }
        try derived?.scanHeads { head in
            if try above.isBelow(Bytes(head.tag), lend) { try body(head) }
        }
        try above.rest(lend)
    }

    // MARK: Tree

    public func tile(_ address: TileAddress) throws(StoreFault) -> [UInt8]? {
        if let tile = try top.tile(address) { return tile }
        return try derived?.tile(address)
    }

    public func scanTiles(_ body: (TileAddress, [UInt8]) throws -> Void) throws {
        var keys: [TileAddress] = []
        try top.scanTiles { address, _ in keys.append(address) }
        var above = Above(keys: keys) { ($0.level, $0.index) < ($1.level, $1.index) }
        func lend(_ address: TileAddress) throws {
            if let hashes = try top.tile(address) { try body(address, hashes) }
        }
        try derived?.scanTiles { address, hashes in
            if try above.isBelow(address, lend) { try body(address, hashes) }
        }
        try above.rest(lend)
    }

    public func checkpoints() throws(StoreFault) -> [StoredCheckpoint] {
        try base.checkpoints() + top.checkpoints()
    }

    // MARK: Vault

    public func sealed(seq: Int, path: String) throws(StoreFault) -> SealedValue? {
        if seq < baseSize { return try base.sealed(seq: seq, path: path) }
        return try top.sealed(seq: seq, path: path)
    }

    public func scanSealed(_ range: Range<Int>, _ body: (SealedValue) throws -> Void) throws {
        try base.scanSealed(below(range), body)
        try top.scanSealed(range, body)
    }

    public func sealed(outside range: Range<Int>, limit: Int) throws(StoreFault) -> [SealedValue] {
        let under = try base.sealed(outside: range, limit: limit)
        let over = try top.sealed(outside: range, limit: limit)
        return Array((under + over).prefix(limit))
    }

    // MARK: Delivered files

    public func sourceSpans(
        delivery: String, file: String, key: String
    ) throws(StoreFault) -> [SourceSpan] {
        let under = try derived?.sourceSpans(delivery: delivery, file: file, key: key) ?? []
        let over = try top.sourceSpans(delivery: delivery, file: file, key: key)
        return (under + over).sorted { $0.position < $1.position }
    }

    public func scanSources(_ body: (SourceSpan) throws -> Void) throws {
        var spans: [SourceSpan] = []
        try top.scanSources { spans.append($0) }
        var above = Above(keys: spans) { one, other in
            for part in [\SourceSpan.delivery, \.file, \.key]
            where one[keyPath: part] != other[keyPath: part] {
                return Self.bytesAscend(one[keyPath: part], other[keyPath: part])
            }
            return one.position < other.position
        }
        try derived?.scanSources { span in
            if try above.isBelow(span, body) { try body(span) }
        }
        try above.rest(body)
    }

    // MARK: Views

    public func viewPosition(_ view: String) throws(StoreFault) -> Int? {
        if let position = try top.viewPosition(view) { return position }
        return try rows(of: view)?.viewPosition(view)
    }

    public func viewNames() throws(StoreFault) -> [String] {
        let under = try base.viewNames().filter { !removedViews.contains($0) }
        let over = try top.viewNames()
        return (under + over.filter { !under.contains($0) }).sorted(by: Self.bytesAscend)
    }

    public func viewKeys(
        _ view: String, prefix: String, after: String?, limit: Int
    ) throws(StoreFault) -> [String] {
        let over = try top.viewKeys(view, prefix: prefix, after: after, limit: limit)
        var known = Set(over.map(Bytes.init))
        // As many more as may have been removed.
        let under =
            try rows(of: view)?.viewKeys(
                view, prefix: prefix, after: after, limit: limit + removedRows.count) ?? []
        let kept = under.filter {
            !removedRows.contains(RowKey(view: view, key: Bytes($0)))
                && known.insert(Bytes($0)).inserted
        }
        return Array((over + kept).sorted(by: Self.bytesAscend).prefix(limit))
    }

    public func viewRow(_ view: String, key: String) throws(StoreFault) -> ViewRow? {
        if let row = try top.viewRow(view, key: key) { return row }
        if removedRows.contains(RowKey(view: view, key: Bytes(key))) { return nil }
        return try rows(of: view)?.viewRow(view, key: key)
    }

    public func viewRows(_ view: String, keys: [String]) throws(StoreFault) -> [ViewRow?] {
        var found = try top.viewRows(view, keys: keys)
        let absent = found.indices.filter {
            found[$0] == nil && !removedRows.contains(RowKey(view: view, key: Bytes(keys[$0])))
        }
        if let rows = rows(of: view), !absent.isEmpty {
            let below = try rows.viewRows(view, keys: absent.map { keys[$0] })
            for (index, row) in zip(absent, below) { found[index] = row }
        }
        return found
    }

    public func scanView(
        _ view: String,
        _ body: (_ key: String, _ position: Int, _ row: UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var keys: [Bytes] = []
        try top.scanView(view) { key, _, _ in keys.append(Bytes(key)) }
        var above = Above(keys: keys) { $0.precedes($1) }
        func lend(_ key: Bytes) throws {
            guard let row = try top.viewRow(view, key: key.text) else { return }
            try row.body.withUnsafeBytes { try body(row.key, row.position, $0) }
        }
        try rows(of: view)?.scanView(view) { key, position, row in
            if removedRows.contains(RowKey(view: view, key: Bytes(key))) { return }
            if try above.isBelow(Bytes(key), lend) { try body(key, position, row) }
        }
        try above.rest(lend)
    }

    // MARK: The store itself

    public func fact(_ name: String) throws(StoreFault) -> String? {
        if let fact = try top.fact(name) { return fact }
        return try derived?.fact(name)
    }

    public func facts() throws(StoreFault) -> [(name: String, value: String)] {
        let over = try top.facts()
        let under = try derived?.facts() ?? []
        return (over + under.filter { fact in !over.contains { $0.name == fact.name } })
            .sorted { Self.bytesAscend($0.name, $1.name) }
    }

    private static func bytesAscend(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// A text told apart by its bytes: two spellings that look alike are two keys.
    private struct Bytes: Hashable {
        let utf8: [UInt8]

        init(_ text: String) { utf8 = Array(text.utf8) }

        var text: String { String(decoding: utf8, as: UTF8.self) }

        func precedes(_ other: Bytes) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
    }
}

extension Overlay: StoreWriter {
    public func append(_ batch: AppendBatch) throws(StoreFault) {
        precondition(batch.first >= baseSize, "a batch continues the ledger where it ends")
        try top.append(batch.beginning(at: batch.first - baseSize))
    }

    /// Of the ledger's own values none is taken out: a rehearsal never writes to it.
    public func removeSealed(seq: Int, path: String) throws(StoreFault) {
        if seq >= baseSize { try top.removeSealed(seq: seq, path: path) }
    }

    public func put(_ checkpoint: StoredCheckpoint) throws(StoreFault) { try top.put(checkpoint) }

    public func setViewRow(
        _ view: String, key: String, position: Int, body: UnsafeRawBufferPointer
    ) throws(StoreFault) {
        try top.setViewRow(view, key: key, position: position, body: body)
    }

    public func removeViewRow(_ view: String, key: String) throws(StoreFault) {
        removedRows.insert(RowKey(view: view, key: Bytes(key)))
        try top.removeViewRow(view, key: key)
    }

    public func removeView(_ view: String) throws(StoreFault) {
        removedViews.insert(view)
        try top.removeView(view)
    }

    public func setViewPosition(_ view: String, _ position: Int) throws(StoreFault) {
        try top.setViewPosition(view, position)
    }

    public func setFact(_ name: String, _ value: String) throws(StoreFault) {
        try top.setFact(name, value)
    }

    public func removeDerived() throws(StoreFault) {
        isDerivedRemoved = true
        try top.removeDerived()
    }

    public func put(heads: [TaggedHead]) throws(StoreFault) { try top.put(heads: heads) }

    public func put(tiles: [StoredTile]) throws(StoreFault) { try top.put(tiles: tiles) }

    public func put(sources: [SourceSpan]) throws(StoreFault) { try top.put(sources: sources) }
}
