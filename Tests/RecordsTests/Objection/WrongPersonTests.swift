import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("S3 Wrong person")
struct WrongPersonTests {
    @Test(
        "annulled on 9 October by another officer, the right one entered; clean from then, and as of 20 September as known then on record"
    )
    func story() throws {
        var register = try Register.credit(now: "2024-09-18T04:00:00.000Z")
        register.now = instant("2024-09-18T04:00:00.000Z")
        try register.act(
            "instrument.register", "I-1",
            Register.document(
                "accountability", of: "U-JW", dated: "2024-09-10", naming: ["P-0021", "P-0022"]),
            on: "2024-09-18")
        func enter(
            _ record: String, _ person: String, on day: String, by actor: Officer,
            _ approver: Officer
        ) throws {
            try register.act(
                "dishonesty.propose", record, Register.proposal(on: "I-1", of: person), on: day,
                by: actor, of: "U-JW")
            try register.act(
                "dishonesty.enter", record, on: day, by: actor, of: "U-JW", approvedBy: approver)
        }
        try enter("R-21", "P-0021", on: "2024-09-18", by: "clerk.a", "chief.b")
        register.now = instant("2024-09-25T04:00:00.000Z")
        try register.act(
            "objection.file", "O-1", ["record": "R-21", "objectionGround": "wrongPerson"],
            on: "2024-09-25", of: "U-JW")
        register.now = instant("2024-09-26T04:00:00.000Z")
        try register.act("objection.flag", "O-1", on: "2024-09-26", of: "U-JW")
        try register.act(
            "objection.ask-source", "O-1", ["sourceUnit": "U-JW"], on: "2024-09-26", of: "U-JW")
        register.now = instant("2024-10-08T04:00:00.000Z")
        try register.act(
            "objection.answer-source", "O-1", ["sourceUnit": "U-JW", "answer": "示例答复"],
            on: "2024-10-08", of: "U-JW")
        register.now = instant("2024-10-09T04:00:00.000Z")
        let decided = try register.act(
            "objection.decide", "O-1",
            ["objectionOutcome": "upheld", "reason": "示例理由", "annulledFor": "identity"],
            on: "2024-10-09", by: "clerk.c", of: "U-JW", approvedBy: "chief.d")
        #expect(
            decided.map(\.event.type.name) == [
                "objection.decided.v1", "dishonesty.annulled.v1",
            ])
        try enter("R-22", "P-0022", on: "2024-10-09", by: "clerk.c", "chief.d")
        register.now = instant("2024-10-10T04:00:00.000Z")
        try register.act(
            "objection.tell-viewers", "O-1", ["viewers": ["U-0005", "U-GA"]], on: "2024-10-10",
            of: "U-JW")

        let file = register.file("P-0021")
        func records(_ date: String, _ moment: String? = nil) -> [CreditRecordID] {
            file.status(
                on: day(date), knownAt: moment.map(instant), under: register.law
            ).records.map(\.record)
        }
        #expect(records("2024-10-08") == ["R-21"])
        #expect(records("2024-10-09").isEmpty)
        #expect(records("2026-01-05").isEmpty)
        #expect(records("2024-09-20", "2024-09-20T15:59:59.999Z") == ["R-21"])
        #expect(records("2024-10-09", "2024-10-08T15:59:59.999Z") == ["R-21"])
        let other = register.file("P-0022").status(on: day("2024-10-09"), under: register.law)
        #expect(other.records.map(\.record) == ["R-22"])
        // The trail shows both, and why it fell.
        let trail = register.trail("P-0021")
        #expect(
            trail.items.contains {
                $0.recorded.event[DishonestyAnnulled.self]?.ground == .identity
            })
        let classes = trail.items.map(\.recorded.event.trailClass)
        #expect(classes.contains(.record) && classes.contains(.objection))
    }
}
