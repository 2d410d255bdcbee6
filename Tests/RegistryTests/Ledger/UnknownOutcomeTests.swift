import Chain
import Records
import Store
import Testing

@testable import Registry

@Suite("When nobody can tell whether a commit happened, the ledger says so, and goes on rightly")
struct UnknownOutcomeTests {
    private static func entry(_ tag: String) -> UnsealedEntry {
        var data = CanonicalObject()
        data.set("subject", tag)
        data.set("unit", "U-1")
        return UnsealedEntry(
            id: "01900000-0000-7000-8000-000000000000", type: "position.assumed.v1",
            actor: "test", unit: "U-TEST", basis: ["XZZ-2020-26"], tags: ["subject:\(tag)"],
            data: data.bytes)
    }

    @Test(
        "the caller is told what size means which, and what was remembered is forgotten",
        arguments: [true, false])
    func told(happens: Bool) throws {
        let place = try TestLedger()
        try place.ledger.fill(3)
        let doubtful = DoubtfulStore(place.store, happens: happens)
        let ledger = try Ledger(doubtful, clock: FixedClock(instant("2026-01-02T00:00:00.000Z")))
        #expect(throws: LedgerFault.unknownOutcome(from: 4, to: 6)) {
            try ledger.fill(2)
        }
        #expect(try ledger.size() == (happens ? 6 : 4))
        doubtful.mend()
        // Somebody else's entries fill the place, so that the size alone gives nothing away.
        if !happens { try place.ledger.fill(2, tag: "subject:P-OTHER") }
        try ledger.fill(2)
        #expect(try ledger.size() == 8)
        #expect(try place.verify().damages == [])
    }

    @Test("all who shared the commit are told, and nobody else", arguments: [true, false])
    func shared(happens: Bool) async throws {
        let place = try TestLedger()
        let doubtful = DoubtfulStore(place.store, happens: happens)
        let ledger = try Ledger(doubtful, clock: FixedClock(instant("2026-01-02T00:00:00.000Z")))
        let told = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<16 {
                group.addTask {
                    do {
                        _ = try await ledger.submit([Self.entry("P-\(number)")])
                        return false
                    } catch LedgerFault.unknownOutcome(let from, let to, _) {
                        return from < to
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(told == 16)
        #expect(try ledger.size() == (happens ? 17 : 1))
        doubtful.mend()
        let receipt = try await ledger.submit([Self.entry("P-0")])
        #expect(receipt.positions == (happens ? 17..<18 : 1..<2))
        #expect(try place.verify().damages == [])
    }
}
