import Chain
public import Store
public import Testing

/// What every store keeps, whatever it is made of. A test target runs its own store through it:
///
///     @Test("it keeps the contract", arguments: StoreContract.clauses)
///     func keeps(_ clause: Clause) throws { try clause.check(MyPlace()) }
public enum StoreContract {
    public static let clauses = log + derived + batches + transactions + rehearsals
}

/// One sentence of the contract, and what shows whether a store keeps it.
public struct Clause: Sendable, CustomTestStringConvertible {
    public let sentence: String
    /// Told where a new, empty ledger lies.
    public let check: @Sendable (any StorePlace) throws -> Void

    init(_ sentence: String, _ check: @escaping @Sendable (any StorePlace) throws -> Void) {
        self.sentence = sentence
        self.check = check
    }

    public var testDescription: String { sentence }
}

/// Where one ledger of a test lives. It is removed with the place.
public protocol StorePlace: AnyObject, Sendable {
    /// Opens the ledger for writing; at most one at a time.
    func writer(named name: String) throws -> any EntryStore
    /// Opens the ledger for reading.
    func reader() throws -> any EntryStore
}

extension StorePlace {
    public func writer() throws -> any EntryStore { try writer(named: "the test") }

    /// Reads once and closes.
    public func read(_ body: (any StoreReader) throws -> Void) throws {
        let store = try reader()
        try store.read(body)
        try store.close()
    }

    /// Appends lines at `range`, and what else comes with them.
    func append(_ range: Range<Int>, _ rest: (inout AppendBatch) -> Void = { _ in }) throws {
        var batch = Sample.batch(range)
        rest(&batch)
        try write { try $0.append(batch) }
    }

    /// Writes once and closes.
    public func write(_ body: (any StoreWriter) throws -> Void) throws {
        let store = try writer()
        do {
            try store.write(body)
        } catch {
            try store.close()
            throw error
        }
        try store.close()
    }
}

/// What tests put into a ledger.
public enum Sample {
    /// A line that tells its position; not canonical JSON, which no store looks at.
    public static func line(_ seq: Int) -> [UInt8] {
        Array("{\"seq\":\(seq),\"text\":\"第\(seq)条\"}".utf8)
    }

    /// Lines at `range` and nothing else.
    public static func batch(_ range: Range<Int>) -> AppendBatch {
        var batch = AppendBatch(first: range.lowerBound)
        for seq in range { batch.append(line(seq)) }
        return batch
    }

    /// A tile whose bytes tell its place.
    public static func tile(level: Int, index: Int) -> StoredTile {
        StoredTile(
            address: TileAddress(level: level, index: index),
            hashes: (0..<StoredTile.byteCount).map { UInt8(truncatingIfNeeded: $0 ^ index ^ level) }
        )
    }

    public static func sealed(_ seq: Int, _ path: String, _ value: String) -> SealedValue {
        SealedValue(
            seq: seq, path: path, subject: "P-1", salt: Array(repeating: 7, count: 16),
            value: Array(value.utf8))
    }

    public static func span(_ key: String, at position: Int, count: Int = 1) -> SourceSpan {
        SourceSpan(
            delivery: "2020-01", file: "people.csv", key: key, position: position, count: count)
    }

    public static func head(_ tag: String, _ last: Int, _ count: Int) -> TaggedHead {
        TaggedHead(tag: tag, head: TagHead(last: last, count: count))
    }
}

/// One entry as a scan lends it, copied.
public struct ScannedLine {
    public let seq: Int
    public let line: [UInt8]
}

extension StoreReader {
    /// Every line in a range, copied.
    public func lines(_ range: Range<Int>) throws -> [ScannedLine] {
        var lines: [ScannedLine] = []
        try scan(range) { lines.append(ScannedLine(seq: $0, line: Array($1))) }
        return lines
    }
}
