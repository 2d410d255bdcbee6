import Store
import StoreContract
import TestSupport
import Testing

/// I3: the engine itself refuses what the store offers no way to do.
@Suite(
    "Neither an entry nor a checkpoint can be changed or removed, not even with a database shell")
struct AppendOnlyTests {
    @Test(
        "the engine refuses the statement, and nothing has changed",
        arguments: [
            "UPDATE entry SET line = x'7b7d' WHERE seq = 1",
            "UPDATE entry SET seq = 9 WHERE seq = 2",
            "DELETE FROM entry WHERE seq = 2",
            "DELETE FROM entry",
            "UPDATE checkpoint SET note = x'00'",
            "UPDATE checkpoint SET size = 1",
            "DELETE FROM checkpoint",
        ])
    func refused(statement: String) throws {
        let place = try SQLitePlace()
        try place.write { writer in
            try writer.append(Sample.batch(0..<3))
            try writer.put(StoredCheckpoint(size: 3, note: Array("note".utf8)))
        }
        #expect(throws: DatabaseShell.Refusal.self) { try place.meddle(statement) }
        let reader = try place.reader()
        let lines = try reader.read { try $0.lines(0..<3) }
        let sizes = try reader.read { try $0.checkpoints().map(\.size) }
        try reader.close()
        #expect(lines.map(\.line) == (0..<3).map(Sample.line))
        #expect(sizes == [3])
    }
}
