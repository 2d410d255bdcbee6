import Chain
import Foundation
import Store
import StoreSQLite
import Testing

@testable import Records
@testable import Registry

@Suite("A ledger begins with what it is")
struct FoundingTests {
    @Test(
        "entry 0 names origin, suite and key, and the file says the same",
        arguments: Suite.allCases)
    func founding(_ suite: Suite) throws {
        let place = try TestLedger(suite)
        let identity = place.ledger.identity
        #expect(identity.suite == suite)
        #expect(identity.origin == "test.example/1")
        #expect(identity.key == place.key.verifier)
        #expect(identity.createdAt == "2026-01-01T00:00:00.000Z")
        #expect(try place.ledger.size() == 1)
        #expect(try place.verify().isSound)
        try place.store.read { (reader) throws in
            #expect(try reader.fact("suite") == suite.rawValue)
            #expect(try reader.fact("origin") == "test.example/1")
        }
    }

    @Test("a store without entry 0 is a creation that was cut short")
    func unfinished() throws {
        let place = try TestLedger()
        let empty = place.directory.appending(path: "empty").path
        try SQLiteStore.create(at: empty) { _ in }
        let store = try SQLiteStore(empty, for: .reading)
        #expect(throws: LedgerFault.unfinished) { try Ledger(store) }
        try store.close()
    }

    @Test("an entry 0 that cannot be read is named")
    func unreadable() throws {
        #expect(throws: LedgerFault.damaged(entry: 0)) {
            try WholeLedger.copy(
                meddling: DamageTests.change("ledger.created", "ledger.creAted", at: 0))
        }
    }
}
