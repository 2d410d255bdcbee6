import Chain
import Dispatch
import Law
import Store
import Synchronization
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("A transaction is whole or never was, on disk and in memory")
struct TransactionTests {
    private struct Interruption: Error {}

    private static func person(_ number: Int) -> Command {
        Command(
            SubjectRegistered(
                subject: SubjectID(wellFormed: "P-\(number)"), kind: .person,
                name: .clear("虚构\(number)")))
    }

    @Test("what a broken-off transaction sealed is forgotten: the next one stands in its place")
    func forgets() throws {  // I4
        let place = try TestLedger()
        try place.ledger.perform(Self.person(1))
        let before = try place.lines()
        #expect(throws: Interruption.self) {
            try place.ledger.transact { transaction in
                for draft in try transaction.decide(Self.person(2)) {
                    transaction.stage(draft, by: Ledger.recorder)
                }
                transaction.keep(by: Ledger.recorder)
                try transaction.flush()
                throw Interruption()
            }
        }
        #expect(try place.lines() == before)
        // Were the registration remembered, this would record nothing.
        #expect(try place.ledger.perform(Self.person(2)) == 2..<3)
        #expect(try place.verify().isSound)
    }

    @Test("what was kept and not yet sealed is forgotten as well")
    func forgetsUnsealed() throws {
        let place = try TestLedger()
        #expect(throws: Interruption.self) {
            try place.ledger.transact { transaction in
                for draft in try transaction.decide(Self.person(2)) {
                    transaction.stage(draft, by: Ledger.recorder)
                }
                transaction.keep(by: Ledger.recorder)
                throw Interruption()
            }
        }
        #expect(try place.ledger.perform(Self.person(2)).count == 1)
        #expect(try place.verify().isSound)
    }

    @Test("what another opening of the store appended in between is seen")
    func otherWriter() throws {
        let place = try TestLedger()
        let other = try place.opened(at: "2026-01-01T00:00:00.000Z")
        for number in 1...6 {
            try (number % 2 == 0 ? place.ledger : other).perform(Self.person(number))
        }
        #expect(try other.perform(Self.person(2)).isEmpty)
        #expect(try place.ledger.size() == 7)
        #expect(try place.verify().damages == [])
    }

    @Test("a decision sees entries that were prepared elsewhere, in its transaction and before it")
    func prepared() throws {
        let place = try TestLedger()
        try place.ledger.perform(Self.person(1))  // Now it is in memory.
        try place.ledger.fill(1, tag: "subject:P-1")
        let known = try place.ledger.transact { $0.past.subject("P-1") }
        #expect(known?.assumptions.count == 1)
    }

    @Test("threads that write and fail beside each other leave one sound chain")
    func threads() throws {
        let place = try TestLedger()
        let ledger = place.ledger
        let faults = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for turn in 0..<25 {
                let number = thread * 100 + turn
                do {
                    if turn % 3 == 2 {
                        try ledger.transact { transaction in
                            for draft in try transaction.decide(Self.person(number)) {
                                transaction.stage(draft, by: Ledger.recorder)
                            }
                            transaction.keep(by: Ledger.recorder)
                            try transaction.flush()
                            throw Interruption()
                        }
                    } else {
                        try ledger.perform(Self.person(number))
                    }
                } catch is Interruption {
                } catch {
                    faults.withLock { $0 += 1 }
                }
            }
        }
        #expect(faults.withLock { $0 } == 0)
        #expect(try ledger.size() == 1 + 4 * 17)
        #expect(try place.verify().damages == [])
    }

    @Test("a clock a moment behind takes the last entry's time; a wrong one is refused")
    func clock() throws {
        let place = try TestLedger(at: "2026-01-01T00:00:10.000Z")
        let behind = try place.opened(at: "2026-01-01T00:00:08.000Z")
        try behind.perform(Self.person(1))
        #expect(
            try place.ledger.trail(of: "P-1" as SubjectID).first?.at
                == instant("2026-01-01T00:00:10.000Z"))
        let wrong = try place.opened(at: "2026-01-01T00:00:07.999Z")
        #expect(
            throws: LedgerFault.clockBehind(
                last: instant("2026-01-01T00:00:10.000Z"), now: instant("2026-01-01T00:00:07.999Z"))
        ) { try wrong.perform(Self.person(2)) }
        #expect(try place.ledger.size() == 2)
    }
}
