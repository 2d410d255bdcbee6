import Foundation
import Store
import StoreContract
import StoreSQLite
import Testing

@Suite("One writer at a time in the whole world of a ledger")
struct LockTests {
    @Test("another name of the same file is the same ledger")
    func otherName() throws {
        let place = try SQLitePlace()
        let link = place.directory.appending(path: "link").path
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: place.path)
        let writer = try place.writer(named: "first")
        #expect(throws: StoreFault.busy(writer: "first", pid: Int(getpid()))) {
            try SQLiteStore(link, for: .writing(as: "second"))
        }
        try writer.close()
        #expect(try place.files == ["ledger", "link"])
    }

    @Test("what a killed writer leaves beside the ledger locks nobody out")
    func afterCrash() async throws {
        let place = try SQLitePlace()
        // A process that ends in the middle of a write, without closing anything.
        await #expect(processExitsWith: .failure) { [path = place.path as String] in
            let store = try SQLiteStore(path, for: .writing(as: "doomed"))
            try store.write { try $0.append(Sample.batch(0..<7)) }
            try store.write { (writer) throws in
                try writer.append(Sample.batch(7..<4_000))
                exit(9)
            }
        }
        #expect(try place.files.contains("ledger.writer"))
        let store = try place.writer(named: "heir")
        #expect(try store.read { try $0.size() } == 7)
        try store.write { try $0.append(Sample.batch(7..<9)) }
        #expect(try store.structureFaults().isEmpty)
        try store.close()
        #expect(try place.files == ["ledger"])
    }

    @Test("a store that was forgotten lets go when nobody holds it")
    func forgotten() throws {
        let place = try SQLitePlace()
        do { _ = try place.writer(named: "forgetful") }
        let store = try place.writer(named: "next")
        try store.close()
    }
}
