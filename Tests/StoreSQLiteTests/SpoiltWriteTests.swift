import Store
import StoreContract
import StoreSQLite
import Testing

@Suite("A write that failed spoils its transaction")
struct SpoiltWriteTests {
    @Test("even if the caller goes on: the fault comes out, and nothing of it is there")
    func spoilt() throws {  // I4
        let place = try SQLitePlace()
        let store = try place.writer(named: "the test")
        try store.write { try $0.append(Sample.batch(0..<2)) }
        var isRefused = false
        #expect(throws: StoreFault.self) {
            try store.write { (writer) throws in
                var batch = Sample.batch(2..<4)
                batch.sealed = [Sample.sealed(2, "name", "甲"), Sample.sealed(2, "name", "乙")]
                // The lines are in, the second value is refused, and the caller does not care.
                do { try writer.append(batch) } catch { isRefused = true }
                try writer.setFact("origin", "x")
            }
        }
        #expect(isRefused)
        try store.read { (reader) throws in
            try #require(try reader.size() == 2)
            #expect(try reader.fact("origin") == nil)
            #expect(try reader.sealed(seq: 2, path: "name") == nil)
        }
        // The next one is not spoilt by it.
        try store.write { try $0.append(Sample.batch(2..<3)) }
        #expect(try store.read { try $0.size() } == 3)
        try store.close()
    }
}
