import Foundation
import Store
import StoreContract
import StoreSQLite
import Testing

@Suite("A rehearsal touches no file of the ledger")
struct RehearsalTests {
    @Test("not the ledger, not what lies beside it, however much is rehearsed")
    func untouched() throws {
        let place = try SQLitePlace()
        let writer = try place.writer(named: "the test")
        try writer.write { try $0.append(Sample.batch(0..<50)) }
        func looks() throws -> [String] {
            try place.files.filter { !$0.hasSuffix("-shm") }.map { name in
                let path = place.directory.appending(path: name).path
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                let size = attributes[.size] ?? 0, time = attributes[.modificationDate] ?? ""
                let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).hashValue
                return "\(name) \(size) \(time) \(bytes)"
            }
        }
        let before = try looks()
        #expect(before.count == 3, "the ledger, what is not in it yet, and who writes")
        try writer.rehearse { (rehearsal) throws in
            for first in stride(from: 50, to: 60_050, by: 1_000) {
                try rehearsal.append(Sample.batch(first..<first + 1_000))
            }
            #expect(try looks() == before)
            #expect(try rehearsal.line(at: 60_049) == Sample.line(60_049))
        }
        #expect(try looks() == before)
        try writer.close()
        #expect(try place.files == ["ledger"])
    }
}
