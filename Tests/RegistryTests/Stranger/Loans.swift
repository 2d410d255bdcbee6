import Chain
import Foundation
import Law
import Stranger
import Testing
import Vocabulary

@testable import Records
@testable import Registry

/// Registers with a duty of which the house has not heard.
enum Registers {
    /// Ours alone.
    static let ours = Duties.register
    /// With the lending of instruments.
    static let lending = ours.adding([.loan])
    /// With its second edition.
    static let lendingAgain = ours.adding([.loanSecondEdition])
}

/// A ledger of the lending of instruments, P-1 and P-2 registered.
struct Loans {
    let place: TestLedger
    var ledger: Ledger { place.ledger }

    init(_ duties: DutyRegister = Registers.lending) throws {
        place = try TestLedger(
            at: "2026-03-20T01:00:00.000Z", law: BuiltInLaw.documents, duties: duties)
        for person in ["P-1", "P-2"] as [SubjectID] {
            try place.ledger.perform(
                SubjectRegistered(subject: person, kind: .person, name: .clear("示例·\(person)")))
        }
    }

    static func command(_ name: String, _ json: String, in duties: DutyRegister) throws -> Command {
        let reader = try #require(ValueReader(JSONValue(parsing: Array(json.utf8))))
        return try Command(name: name, reader: reader, in: duties)
    }

    /// Asks for something by name, as an officer does.
    @discardableResult
    func ask(
        _ name: String, _ json: String, superseding: Position? = nil, approver: Officer? = nil,
        of ledger: Ledger? = nil
    ) async throws -> Receipt {
        let ledger = ledger ?? self.ledger
        return try await ledger.submit(
            try Self.command(name, json, in: ledger.duties), superseding: superseding,
            actor: "clerk.a", unit: "U-TEST", approver: approver)
    }

    /// Lends one to a person; the entry.
    @discardableResult
    func lend(
        _ loan: String, to person: String = "P-1", on day: String = "2026-01-05",
        due: String = "2026-02-05", more: String = "", superseding: Position? = nil,
        of ledger: Ledger? = nil
    ) async throws -> Position {
        try await ask(
            "loan.lend",
            """
            {"loan":"\(loan)","borrower":"\(person)","lender":"U-TEST","device":"水准仪",
             "due":"\(due)","on":"\(day)"\(more)}
            """, superseding: superseding, of: ledger
        ).positions.lowerBound
    }

    func refusal(_ body: () async throws -> Void) async throws -> Refusal? {
        let before = try place.lines()
        do {
            try await body()
            return nil
        } catch let refusal as Refusal {
            #expect(try place.lines() == before)
            return refusal
        }
    }

    /// What runs, as `loan:L-1 2026-02-05 overdue`.
    func board(of ledger: Ledger? = nil) throws -> [String] {
        try (ledger ?? self.ledger).deadlines(at: Times(asOf: day("2026-03-01"))).items.map {
            "\($0.reading.tag) \($0.reading.due?.description ?? "-") \($0.level)"
        }
    }

    /// Sound, and all that is derived is what the entries give.
    func check(_ ledger: Ledger? = nil) throws {
        let ledger = ledger ?? self.ledger
        let verifier = LedgerVerifier(ledger.store, duties: ledger.duties, cores: 2)
        #expect(try verifier.verify().damages == [])
        #expect(try ledger.checkViews(cores: 2) { _, _ in }.differing == [])
    }
}
