import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A document puts on record only as the rules of its day admit")
struct InstrumentTests {
    @Test("what each kind admits, and who is refused")
    func kinds() throws {
        var register = try Register.credit()
        func code(
            _ kind: String, _ organ: String, _ dated: String, _ subject: String,
            _ more: [String: Tree] = [:]
        ) -> String? {
            register.refusal(
                "instrument.register", "I-X",
                Register.document(kind, of: organ, dated: dated, naming: [subject], more),
                on: "2026-05-06", of: "U-JW")?.code
        }
        #expect(code("judgment", "U-JW", "2024-05-06", "P-0021") == "instrumentOrganUnfit")
        #expect(
            code("disciplinarySanction", "U-JW", "2024-05-06", "U-0005") == "instrumentSubjectUnfit"
        )
        #expect(code("gossip", "U-JW", "2024-05-06", "P-0021") == "unknownInstrumentKind")
        #expect(
            code("partyDiscipline", "U-JW", "2024-05-06", "P-0021") == "instrumentKindNotAdmitted")
        #expect(code("recognition", "U-SUP", "2024-05-06", "U-0005") == "provisionNeeded")
        #expect(code("judgment", "U-FY", "2020-12-22", "U-0005") == "noCreditRules")
        #expect(
            code("judgment", "U-FY", "2024-05-06", "U-0005", ["effectiveOn": "2024-05-05"])
                == "effectiveBeforeDated")
        #expect(code("judgment", "U-FY", "2026-05-07", "U-0005") == "registeredBeforeDated")
        #expect(code("judgment", "U-FY", "2024-05-06", "P-9999") == "unknownSubject")
        // Both sides: each of them with nothing wrong is taken.
        try register.act(
            "instrument.register", "I-1",
            Register.document(
                "judgment", of: "U-FY", dated: "2020-12-23", naming: ["U-0005", "P-0021"]),
            on: "2026-05-06")
        try register.act(
            "instrument.register", "I-2",
            Register.document("司法判决", of: "U-FY", dated: "2026-05-06", naming: ["U-0005"]),
            on: "2026-05-06")
        #expect(register.instrument("I-2")?.registration()?.fact.kind == "judgment")
        try register.act(
            "instrument.register", "I-3",
            Register.document(
                "recognition", of: "U-SUP", dated: "2025-06-01", naming: ["U-0005"],
                ["provision": "sme26"]),
            on: "2026-05-06")
    }

    @Test(
        "a breach is confirmed after the order was refused or its time was over, never by whoever broke the promise"
    )
    func breach() throws {
        var register = try Register.credit()
        func document(_ dated: String, of organ: String = "U-SUP", _ more: [String: Tree])
            -> [String: Tree]
        {
            Register.document("confirmedBreach", of: organ, dated: dated, naming: ["U-0005"], more)
        }
        let chain: [String: Tree] = [
            "verifiedOn": "2024-04-22", "orderedOn": "2024-04-22", "orderedUntil": "2024-06-21",
        ]
        func code(_ fields: [String: Tree]) -> String? {
            register.refusal("instrument.register", "I-X", fields, on: "2026-05-06")?.code
        }
        #expect(code(document("2024-07-08", [:])) == "missingFields")
        #expect(code(document("2024-06-20", chain)) == "breachNotSettled")
        #expect(code(document("2024-06-21", chain)) == "breachNotSettled")
        var refused = chain
        refused["refusedOn"] = "2024-06-21"
        #expect(code(document("2024-06-20", refused)) == "breachNotSettled")
        #expect(code(document("2024-07-08", of: "U-0005", chain)) == "ownBreach")
        #expect(code(document("2024-07-08", of: "U-NEW", chain)) == "ownBreach")
        #expect(code(document("2023-08-09", chain)) == "instrumentKindNotYet")
        var backwards = chain
        backwards["verifiedOn"] = "2024-04-23"
        #expect(code(document("2024-07-08", backwards)) == "breachNotSettled")
        try register.act(
            "instrument.register", "I-1", document("2024-06-22", chain), on: "2026-05-06")
        try register.act(
            "instrument.register", "I-2", document("2024-06-21", refused), on: "2026-05-06")
    }

    @Test("asked twice the same it is there once; a number with other content is refused")
    func twice() throws {
        var register = try Register.credit()
        let fields = Register.document(
            "judgment", of: "U-FY", dated: "2024-05-06", naming: ["U-0005"])
        #expect(try register.act("instrument.register", "I-1", fields, on: "2024-06-03").count == 1)
        #expect(try register.act("instrument.register", "I-1", fields, on: "2024-06-03").isEmpty)
        var other = fields
        other["subjects"] = ["P-0021"]
        #expect(
            register.refusal("instrument.register", "I-1", other, on: "2024-06-03")?.code
                == "instrumentRegisteredOtherwise")
    }
}
