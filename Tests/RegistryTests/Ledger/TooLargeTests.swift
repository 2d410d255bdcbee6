import Chain
import Law
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("What does not fit into an entry is refused, and the ledger goes on")
struct TooLargeTests {
    @Test("a text beyond the limit is refused before it is part of the chain; the next is recorded")
    func text() async throws {
        let held = try TestLedger()
        let ledger = held.ledger
        defer { withExtendedLifetime(held) {} }
        let long = String(repeating: "y", count: (1 << 20) + 1)
        let command = Command(SubjectRegistered(subject: "U-1", kind: .unit, title: long))
        await #expect(throws: LedgerFault.self) {
            try await ledger.submit(command, actor: "clerk", unit: "U-1")
        }
        let size = try ledger.size()
        let next = Command(SubjectRegistered(subject: "U-1", kind: .unit, title: "短"))
        _ = try await ledger.submit(next, actor: "clerk", unit: "U-1")
        #expect(try ledger.size() == size + 1)
    }

    @Test("what has not happened yet cannot be recorded, but for posts ordered ahead")
    func future() async throws {
        let held = try TestLedger()
        let ledger = held.ledger
        defer { withExtendedLifetime(held) {} }
        let far = Circumstances(on: CalendarDate("9000-01-01"))
        await #expect(throws: Refusal.self) {
            try await ledger.submit(
                Command(CaseOpened(case: CaseID(wellFormed: "C-1"), recordedFrom: "旧案卷"), far),
                actor: "clerk", unit: "U-1")
        }
    }
}
