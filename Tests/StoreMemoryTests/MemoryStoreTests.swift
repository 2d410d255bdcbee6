import Store
import StoreContract
import StoreMemory
import Testing

/// A ledger in memory, for as long as the test holds it.
private final class MemoryPlace: StorePlace {
    private let ledger = MemoryLedger()

    func writer(named name: String) throws -> any EntryStore {
        try MemoryStore(ledger, for: .writing(as: name))
    }

    func reader() throws -> any EntryStore { try MemoryStore(ledger, for: .reading) }
}

@Suite("A store in memory")
struct MemoryStoreTests {
    @Test("it keeps the contract", arguments: StoreContract.clauses)
    func keeps(_ clause: Clause) throws { try clause.check(MemoryPlace()) }

    @Test("a batch that does not continue the ledger is our own mistake")
    func wrongPlace() async {
        await #expect(processExitsWith: .failure) {
            try MemoryPlace().write { try $0.append(Sample.batch(1..<2)) }
        }
    }

    @Test("a store that was forgotten lets go when nobody holds it")
    func forgotten() throws {
        let place = MemoryPlace()
        do { _ = try place.writer(named: "forgetful") }
        try place.writer(named: "next").close()
    }
}
