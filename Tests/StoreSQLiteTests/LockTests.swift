import Foundation
import Store
import StoreContract
import StoreSQLite
import Synchronization
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

    @Test("a ledger that was moved while it was open is not written on, and is once it is back")
    func movedAway() throws {
        let place = try SQLitePlace()
        let store = try place.writer(named: "the test")
        try store.write { try $0.append(Sample.batch(0..<1)) }
        let away = place.path + ".away"
        try FileManager.default.moveItem(atPath: place.path, toPath: away)
        #expect(throws: StoreFault.moved(path: place.path)) {
            try store.write { try $0.append(Sample.batch(1..<2)) }
        }
        // Nor where another ledger has its name.
        let other = place.directory.appending(path: "other").path
        try SQLiteStore.create(at: other) { _ in }
        try FileManager.default.moveItem(atPath: other, toPath: place.path)
        #expect(throws: StoreFault.moved(path: place.path)) {
            try store.write { try $0.append(Sample.batch(1..<2)) }
        }
        try FileManager.default.removeItem(atPath: place.path)
        try FileManager.default.moveItem(atPath: away, toPath: place.path)
        try store.write { try $0.append(Sample.batch(1..<2)) }
        #expect(try store.read { try $0.size() } == 2)
        try store.close()
    }

    @Test("a writer that waited for the lock of a file that is no ledger's any more does not write")
    func movedMeanwhile() throws {
        let place = try SQLitePlace()
        let writer = try place.writer(named: "first")
        let replaced = Mutex(false)
        let away = place.path + ".away"
        // While the second one waits, the ledger is put aside, and the first lets go.
        let patience = Patience(seconds: 20) { [path = place.path] _, _ in
            let isMoved = rename(path, away) == 0
            replaced.withLock { $0 = isMoved }
            try? writer.close()
        }
        #expect(throws: StoreFault.moved(path: place.path)) {
            try SQLiteStore(place.path, for: .writing(as: "second"), patience: patience)
        }
        let isReplaced = replaced.withLock { $0 }
        #expect(isReplaced)
        // Where it is again, nobody is locked out of it.
        try FileManager.default.moveItem(atPath: away, toPath: place.path)
        let next = try place.writer(named: "third")
        try next.write { try $0.append(Sample.batch(0..<1)) }
        try next.close()
    }

    @Test("a store that was forgotten lets go when nobody holds it")
    func forgotten() throws {
        let place = try SQLitePlace()
        do { _ = try place.writer(named: "forgetful") }
        let store = try place.writer(named: "next")
        try store.close()
    }
}
