import Chain
import Store

/// Reading inside one transaction.
class Snapshot: StoreReader {
    let session: Connection.Session

    init(_ session: Connection.Session) {
        self.session = session
    }

    // MARK: Entries

    func size() throws(StoreFault) -> Int {
        let last = try session.statement(.lastSeq).first { $0.isNull(0) ? -1 : $0.integer(0) } ?? -1
        return min(max(last, -1), Self.lastPosition) + 1
    }

    /// Positions go no further, so that what is computed from a damaged one cannot overflow.
    private static let lastPosition = 1 << 44

    func entries(in range: Range<Int>) throws(StoreFault) -> (count: Int, last: Int?) {
        try session.statement(.entriesIn).binding(range.lowerBound, range.upperBound)
            .first { ($0.integer(0), $0.isNull(1) ? nil : $0.integer(1)) }
            ?? (0, nil)
    }

    func entries(outside range: Range<Int>, limit: Int) throws(StoreFault) -> [Int] {
        try session.statement(.entriesOutside).binding(range.lowerBound, range.upperBound, limit)
            .rows { $0.integer(0) }
    }

    func withLine<Result>(
        at seq: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result? {
        let statement = try session.statement(.lineAt)
        statement.bind(1, seq)
        return try statement.firstRow { try body($0.lent(0)) }
    }

    func scan(_ range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws -> Void) throws {
        try session.statement(.linesFrom).binding(range.lowerBound, range.upperBound)
            .forEachRow { try body($0.integer(0), $0.lent(1)) }
    }

    // MARK: Tags

    func head(of tag: String) throws(StoreFault) -> TagHead? {
        try session.statement(.headOf).binding(tag)
            .first { TagHead(last: $0.integer(0), count: $0.integer(1)) }
    }

    func tags(prefix: String, after: String?, limit: Int) throws(StoreFault) -> [TaggedHead] {
        precondition(limit >= 0, "a limit is not negative")
        let (first, isIncluded) = Self.start(of: prefix, after)
        let found = try session.statement(.headsFrom)
            .binding(first, isIncluded, limit).rows(Self.taggedHead)
        return Array(found.prefix { $0.tag.utf8.starts(with: prefix.utf8) })
    }

    func countTags(prefix: String, after: String?) throws(StoreFault) -> Int {
        let (first, isIncluded) = Self.start(of: prefix, after)
        return try session.statement(.headsBetween)
            .binding(first, isIncluded, Self.end(of: prefix))
            .first { $0.integer(0) } ?? 0
    }

    /// Where reading begins, and 1 where that text itself is included.
    private static func start(of prefix: String, _ after: String?) -> (String, Int) {
        let after = after.flatMap { $0.utf8.lexicographicallyPrecedes(prefix.utf8) ? nil : $0 }
        return (after ?? prefix, after == nil ? 1 : 0)
    }

    /// The first text, in the order of UTF-8 bytes, behind all that begin with `prefix`.
    private static func end(of prefix: String) -> String {
        var scalars = Array(prefix.unicodeScalars)
        while let last = scalars.popLast() {
            // Behind the surrogates, which no text holds.
            let next = last.value == 0xD7FF ? 0xE000 : last.value + 1
            guard let scalar = Unicode.Scalar(next) else { continue }
            var end = String.UnicodeScalarView(scalars)
            end.append(scalar)
            return String(end)
        }
        return String(repeating: "\u{10FFFF}", count: 64)
    }

    func scanHeads(_ body: (TaggedHead) throws -> Void) throws {
        try session.statement(.allHeads).forEachRow { try body(Self.taggedHead($0)) }
    }

    private static func taggedHead(_ row: borrowing Row) -> TaggedHead {
        TaggedHead(tag: row.text(0), head: TagHead(last: row.integer(1), count: row.integer(2)))
    }

    // MARK: Tree

    func tile(_ address: TileAddress) throws(StoreFault) -> [UInt8]? {
        let keys = TileStrips.keys(of: address)
        let statement = try session.statement(.strips).binding(keys.lowerBound, keys.upperBound)
        var isThere = false
        var hashes: [UInt8] = []
        hashes.reserveCapacity(StoredTile.byteCount)
        _ = try statement.rows { row in
            isThere = true
            let strip = row.lent(1)
            // A strip of another length would shift the hashes behind it.
            if strip.count == TileStrips.byteCount { hashes.append(contentsOf: strip) }
        }
        return isThere ? hashes : nil
    }

    func scanTiles(_ body: (TileAddress, [UInt8]) throws -> Void) throws {
        let statement = try session.statement(.allStrips)
        var current: TileAddress?
        var hashes: [UInt8] = []
        try statement.forEachRow { row in
            let address = TileStrips.address(of: row.integer(0))
            if let current, current != address {
                try body(current, hashes)
                hashes.removeAll(keepingCapacity: true)
            }
            current = address
            hashes.append(contentsOf: row.lent(1))
        }
        if let current { try body(current, hashes) }
    }

    func checkpoints() throws(StoreFault) -> [StoredCheckpoint] {
        try session.statement(.allCheckpoints).rows {
            StoredCheckpoint(size: $0.integer(0), note: $0.bytes(1))
        }
    }

    // MARK: Vault

    func sealed(seq: Int, path: String) throws(StoreFault) -> SealedValue? {
        try session.statement(.sealedAt).binding(seq, path).first(Self.sealedValue)
    }

    func scanSealed(_ range: Range<Int>, _ body: (SealedValue) throws -> Void) throws {
        try session.statement(.sealedFrom).binding(range.lowerBound, range.upperBound)
            .forEachRow { try body(Self.sealedValue($0)) }
    }

    func sealed(outside range: Range<Int>, limit: Int) throws(StoreFault) -> [SealedValue] {
        try session.statement(.sealedOutside).binding(range.lowerBound, range.upperBound, limit)
            .rows(Self.sealedValue)
    }

    private static func sealedValue(_ row: borrowing Row) -> SealedValue {
        SealedValue(
            seq: row.integer(0), path: row.text(1), subject: row.isNull(2) ? nil : row.text(2),
            salt: row.bytes(3), value: row.bytes(4))
    }

    // MARK: Delivered files

    func sourceSpans(
        delivery: String, file: String, key: String
    ) throws(StoreFault) -> [SourceSpan] {
        try session.statement(.spansOf).binding(delivery, file, key).rows(Self.span)
    }

    func scanSources(_ body: (SourceSpan) throws -> Void) throws {
        try session.statement(.allSpans).forEachRow { try body(Self.span($0)) }
    }

    private static func span(_ row: borrowing Row) -> SourceSpan {
        SourceSpan(
            delivery: row.text(0), file: row.text(1), key: row.text(2), position: row.integer(3),
            count: row.integer(4))
    }

    // MARK: Views

    func viewPosition(_ view: String) throws(StoreFault) -> Int? {
        try session.statement(.viewPosition).binding(view).first { $0.integer(0) }
    }

    func viewNames() throws(StoreFault) -> [String] {
        try session.statement(.viewNames).rows { $0.text(0) }
    }

    func viewKeys(
        _ view: String, prefix: String, after: String?, limit: Int
    ) throws(StoreFault) -> [String] {
        let (first, isIncluded) = Self.start(of: prefix, after)
        let found = try session.statement(.viewKeysFrom)
            .binding(view, first, isIncluded, limit).rows { $0.text(0) }
        return Array(found.prefix { $0.utf8.starts(with: prefix.utf8) })
    }

    func viewRow(_ view: String, key: String) throws(StoreFault) -> ViewRow? {
        try session.statement(.viewRow).binding(view, key).first {
            ViewRow(key: $0.text(0), position: $0.integer(1), body: $0.bytes(2))
        }
    }

    func scanView(
        _ view: String,
        _ body: (_ key: String, _ position: Int, _ row: UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try session.statement(.viewRows).binding(view)
            .forEachRow { try body($0.text(0), $0.integer(1), $0.lent(2)) }
    }

    // MARK: The store itself

    func fact(_ name: String) throws(StoreFault) -> String? {
        try session.statement(.factNamed).binding(name).first { $0.text(0) }
    }

    func facts() throws(StoreFault) -> [(name: String, value: String)] {
        try session.statement(.allFacts).rows { (name: $0.text(0), value: $0.text(1)) }
    }
}

/// A tile lies in eight strips of 32 hashes; see `schema/sqlite.sql`.
enum TileStrips {
    static let count = 8
    static let byteCount = StoredTile.byteCount / count

    /// The keys of a tile's strips.
    static func keys(of address: TileAddress) -> Range<Int> {
        precondition(address.level < 1 << 14 && address.index < 1 << 45, "no such tile")
        let first = address.level << 48 | address.index << 3
        return first..<first + count
    }

    static func address(of key: Int) -> TileAddress {
        // A damaged key may be negative; then it names a tile that no tree has.
        let level = key < 0 ? 0x7fff : key >> 48
        return TileAddress(level: level, index: key >> 3 & 0x1fff_ffff_ffff)
    }
}
