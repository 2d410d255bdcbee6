import Chain
import Foundation
import Store
import Testing

/// Every store that must keep the contract. A PostgreSQL store is one more case here, and runs all
/// suites of this folder.
enum StoreKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite

    var testDescription: String { rawValue }

    /// A new, empty ledger, open for writing.
    func place() throws -> any StorePlace {
        switch self {
        case .sqlite: try SQLitePlace()
        }
    }
}

/// Where one ledger of a test lives. It is removed with the place.
protocol StorePlace: AnyObject, Sendable {
    /// Opens the ledger for writing; at most one at a time.
    func writer(named name: String) throws -> any EntryStore
    /// Opens the ledger for reading.
    func reader() throws -> any EntryStore
}

extension StorePlace {
    func writer() throws -> any EntryStore { try writer(named: "the test") }

    /// Writes once and closes.
    func write(_ body: (any StoreWriter) throws -> Void) throws {
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
enum Sample {
    /// A line that tells its position; not canonical JSON, which no store looks at.
    static func line(_ seq: Int) -> [UInt8] {
        Array("{\"seq\":\(seq),\"text\":\"第\(seq)条\"}".utf8)
    }

    /// Lines at `range` and nothing else.
    static func batch(_ range: Range<Int>) -> AppendBatch {
        var batch = AppendBatch(first: range.lowerBound)
        for seq in range { batch.append(line(seq)) }
        return batch
    }

    /// A tile whose bytes tell its place.
    static func tile(level: Int, index: Int) -> StoredTile {
        StoredTile(
            address: TileAddress(level: level, index: index),
            hashes: (0..<StoredTile.byteCount).map { UInt8(truncatingIfNeeded: $0 ^ index ^ level) }
        )
    }

    static func sealed(_ seq: Int, _ path: String, _ value: String) -> SealedValue {
        SealedValue(
            seq: seq, path: path, subject: "P-1", salt: Array(repeating: 7, count: 16),
            value: Array(value.utf8))
    }

    static func span(_ key: String, at position: Int, count: Int = 1) -> SourceSpan {
        SourceSpan(
            delivery: "2020-01", file: "people.csv", key: key, position: position, count: count)
    }

    static func head(_ tag: String, _ last: Int, _ count: Int) -> TaggedHead {
        TaggedHead(tag: tag, head: TagHead(last: last, count: count))
    }
}

extension StoreReader {
    /// Every line in a range, copied.
    func lines(_ range: Range<Int>) throws -> [StoredEntry] {
        var lines: [StoredEntry] = []
        try scan(range) { lines.append(StoredEntry(seq: $0, line: Array($1))) }
        return lines
    }
}
