import Foundation
import Store
import StoreContract
import StoreSQLite
import Testing

@Suite("What is not a ledger of this format is refused, and left as it is")
struct FileTests {
    private func fault(_ place: SQLitePlace, _ opening: SQLiteStore.Opening = .reading)
        -> StoreFault?
    {
        #expect(throws: StoreFault.self) { try SQLiteStore(place.path, for: opening) }
    }

    @Test("nothing there, a directory, an empty file, another file")
    func foreign() throws {
        let place = try SQLitePlace()
        let url = URL(fileURLWithPath: place.path)
        #expect(throws: StoreFault.missing(path: place.path + "x")) {
            try SQLiteStore(place.path + "x", for: .reading)
        }
        #expect(throws: StoreFault.self) {
            try SQLiteStore(place.directory.path, for: .reading)
        }
        for bytes in [Data(), Data("a letter to the bureau\n".utf8), Data(count: 100_000)] {
            try bytes.write(to: url)
            for opening in [SQLiteStore.Opening.reading, .writing(as: "test")] {
                guard case .notALedger = fault(place, opening) else {
                    Issue.record("\(bytes.count) bytes are no ledger")
                    continue
                }
            }
            #expect(try place.bytes == bytes)
        }
    }

    @Test("another database, a newer format")
    func otherFormat() throws {
        let other = try SQLitePlace()
        try other.meddle("PRAGMA application_id = 7")
        guard case .notALedger = fault(other) else {
            Issue.record("another program's database is no ledger")
            return
        }
        let newer = try SQLitePlace()
        try newer.meddle("PRAGMA user_version = 2")
        let bytes = try newer.bytes
        #expect(fault(newer, .writing(as: "test")) == .newerFormat(found: 2, supported: 1))
        #expect(try newer.bytes == bytes)
    }

    @Test("a table or trigger too many, and one too few")
    func schema() throws {
        for sql in [
            "CREATE TABLE motto (text TEXT)", "DROP TRIGGER entry_never_changes",
            "CREATE TRIGGER late AFTER INSERT ON entry BEGIN DELETE FROM vault; END",
            "CREATE INDEX by_line ON entry (line)",
        ] {
            let place = try SQLitePlace()
            try place.meddle(sql)
            guard case .malformed = fault(place) else {
                Issue.record("\(sql) goes unnoticed")
                continue
            }
        }
    }

    @Test("a file whose end is missing")
    func truncated() throws {
        let place = try SQLitePlace()
        try place.write { try $0.append(Sample.batch(0..<9_000)) }
        let bytes = try place.bytes
        try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: place.path))
        #expect(
            fault(place)
                == .truncated(
                    path: place.path, found: bytes.count / 2, expected: bytes.count))
    }

    @Test("a gap in the numbers of checkpoints is a fault of the structure")
    func checkpointNumbers() throws {
        let place = try SQLitePlace()
        try place.write { (writer) throws in
            try writer.put(StoredCheckpoint(size: 0, note: [1]))
        }
        try place.meddle("INSERT INTO checkpoint VALUES (3, 0, x'01')")
        let store = try place.reader()
        #expect(
            try store.structureFaults() == ["checkpoint: the numbers are not those that were given"]
        )
        try store.close()
    }

    @Test("reading leaves the file and its directory as they were")
    func readingOnly() throws {
        let place = try SQLitePlace()
        try place.write { try $0.append(Sample.batch(0..<50)) }
        let bytes = try place.bytes
        let store = try place.reader()
        #expect(try store.read(.scan) { try $0.lines(0..<99).count } == 50)
        try store.close()
        #expect(try place.bytes == bytes)
    }
}
