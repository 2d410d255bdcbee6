import Store
import StoreContract
import Testing

@Suite("A store in one SQLite file")
struct SQLiteContractTests {
    @Test("it keeps the contract", arguments: StoreContract.clauses)
    func keeps(_ clause: Clause) throws { try clause.check(SQLitePlace()) }

    @Test("a batch that does not continue the ledger is our own mistake")
    func wrongPlace() async {
        await #expect(processExitsWith: .failure) {
            try SQLitePlace().write { try $0.append(Sample.batch(1..<2)) }
        }
    }
}
