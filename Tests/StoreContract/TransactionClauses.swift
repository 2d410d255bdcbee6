import Chain
import Foundation
import Store
import Synchronization
import Testing

/// A store writes whole or not at all, and reads one moment.
extension StoreContract {
    public static let transactions =
        [
            Clause("nothing of a write is there when its body throws", wholeOrAbsent),
            Clause("after a write that failed the next one succeeds", goesOn),
            Clause("what a closure throws inside a scan comes out as it is", closureErrors),
            Clause(
                "a write that was returned is there for a store that was opened before", visible),
            Clause(
                "many threads write and read, and every batch is whole for all of them", threads),
            Clause("a second writer is refused by name and process id", oneWriter),
            Clause("a store that was opened for reading refuses to write", readingOnly),
            Clause("the structure of a sound store has no faults", sound),
        ]
        + ReadAccess.allCases.map { access in
            Clause(
                "two readers see the moments they began at, while a writer goes on: \(access)"
            ) { try snapshots($0, access) }
        }

    struct Interruption: Error, Equatable {}

    private static func wholeOrAbsent(_ place: any StorePlace) throws {  // I4
        try place.append(0..<2)
        #expect(throws: Interruption.self) {
            try place.write { (writer) throws in
                var batch = Sample.batch(2..<900)
                batch.heads = [Sample.head("case:1", 2, 1)]
                batch.tiles = [Sample.tile(level: 0, index: 0)]
                batch.sealed = [Sample.sealed(2, "name", "甲")]
                batch.sources = [Sample.span("1", at: 2)]
                try writer.append(batch)
                try writer.put(StoredCheckpoint(size: 900, note: [1]))
                try writer.setViewRow("case", key: "1", position: 2, body: [1])
                try writer.setViewPosition("case", 3)
                try writer.setFact("origin", "x")
                throw Interruption()
            }
        }
        try place.read { (reader) throws in
            #expect(try reader.size() == 2)
            #expect(try reader.head(of: "case:1") == nil)
            #expect(try reader.tile(TileAddress(level: 0, index: 0)) == nil)
            #expect(try reader.sealed(seq: 2, path: "name") == nil)
            #expect(try reader.checkpoints().isEmpty)
            #expect(try reader.viewNames().isEmpty)
            #expect(try reader.facts().isEmpty)
        }
    }

    private static func goesOn(_ place: any StorePlace) throws {
        let store = try place.writer()
        #expect(throws: Interruption.self) { try store.write { _ in throw Interruption() } }
        let size = try store.write { (writer) throws in
            try writer.append(Sample.batch(0..<1))
            return try writer.size()
        }
        #expect(size == 1)
        try store.close()
    }

    private static func closureErrors(_ place: any StorePlace) throws {
        let store = try place.writer()
        try store.write { try $0.append(Sample.batch(0..<5)) }
        for access in ReadAccess.allCases {
            #expect(throws: Interruption()) {
                try store.read(access) { try $0.scan(0..<5) { _, _ in throw Interruption() } }
            }
            // The scan that was broken off can be made again.
            #expect(try store.read(access) { try $0.lines(0..<5).count } == 5)
        }
        try store.close()
    }

    private static func visible(_ place: any StorePlace) throws {
        let reader = try place.reader()
        let writer = try place.writer()
        #expect(try reader.read { try $0.size() } == 0)
        try writer.write { try $0.append(Sample.batch(0..<3)) }
        #expect(try reader.read { try $0.size() } == 3)
        #expect(try writer.read { try $0.size() } == 3)
        try writer.close()
        #expect(try reader.read { try $0.size() } == 3)
        try reader.close()
    }

    private static func snapshots(_ place: any StorePlace, _ access: ReadAccess) throws {
        let writer = try place.writer()
        let reader = try place.reader()
        try writer.write { try $0.append(Sample.batch(0..<1)) }
        try reader.read(access) { (first) throws in
            #expect(try first.size() == 1)
            try writer.write { try $0.append(Sample.batch(1..<300)) }
            try writer.read(access) { (second) throws in
                #expect(try second.size() == 300)
                try writer.write { try $0.append(Sample.batch(300..<5000)) }
                #expect(try second.size() == 300)
                #expect(try second.lines(0..<9999).count == 300)
                #expect(try second.line(at: 300) == nil)
            }
            #expect(try first.size() == 1)
            #expect(try first.lines(0..<9999).count == 1)
        }
        #expect(try reader.read(access) { try $0.size() } == 5000)
        try reader.close()
        try writer.close()
    }

    private static func threads(_ place: any StorePlace) throws {
        let store = try place.writer()
        let torn = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            for _ in 0..<20 {
                do {
                    if thread < 4 {
                        try store.write { (writer) throws in
                            let size = try writer.size()
                            try writer.append(Sample.batch(size..<size + 7))
                        }
                    } else {
                        let access: ReadAccess = thread % 2 == 0 ? .points : .scan
                        let counts = try store.read(access) {
                            (try $0.size(), try $0.lines(0..<9999).count)
                        }
                        if counts.0 % 7 != 0 || counts.0 != counts.1 { torn.withLock { $0 += 1 } }
                    }
                } catch {
                    torn.withLock { $0 += 1 }
                }
            }
        }
        #expect(torn.withLock { $0 } == 0)
        #expect(try store.read { try $0.size() } == 4 * 20 * 7)
        try store.close()
    }

    private static func oneWriter(_ place: any StorePlace) throws {
        let first = try place.writer(named: "stele import")
        let holder = StoreFault.busy(writer: "stele import", pid: Int(getpid()))
        #expect(throws: holder) { try place.writer(named: "stele") }
        try first.write { try $0.append(Sample.batch(0..<1)) }
        try first.close()
        let second = try place.writer(named: "stele")
        #expect(try second.read { try $0.size() } == 1)
        try second.close()
    }

    private static func readingOnly(_ place: any StorePlace) throws {
        let store = try place.reader()
        let fault = #expect(throws: StoreFault.self) {
            try store.write { try $0.append(Sample.batch(0..<1)) }
        }
        guard case .readOnly = fault else {
            Issue.record("\(String(describing: fault)) is not a refusal to write")
            return
        }
        #expect(try store.read { try $0.size() } == 0)
        try store.close()
    }

    private static func sound(_ place: any StorePlace) throws {
        let store = try place.writer()
        try store.write { try $0.append(Sample.batch(0..<1000)) }
        #expect(try store.structureFaults().isEmpty)
        try store.close()
        try store.close()  // Closing twice is no mistake.
    }
}
