import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Who is excluded takes no step in the case, whatever it is — 政务处分法 Art. 47 (D2 18)")
struct RecusalTests {
    /// A command by name, with its fields beside the case.
    struct Attempt: CustomTestStringConvertible {
        let name: String
        let fields: [String: Tree]
        init(_ name: String, _ fields: [String: Tree] = [:]) {
            self.name = name
            self.fields = fields
        }
        var testDescription: String { name }
    }

    static let steps = [
        Attempt("case.notify", ["subject": "P-0002"]),
        Attempt("case.hear-defence", ["subject": "P-0003"]),
        Attempt("case.waive-defence", ["subject": "P-0003", "instrument": "放弃书（虚构）"]),
        Attempt("case.find-mitigation", ["subject": "P-0003", "code": "selfDisclosure"]),
        Attempt(
            "case.transfer", ["subject": "P-0003", "organ": "U-CITY", "reason": "disciplineOrLaw"]),
        Attempt(
            "case.answer-transfer", ["subject": "P-0003", "organ": "U-CITY", "outcome": "accepted"]),
        Attempt("case.notify-expert-department", ["expert": "X-0001", "department": "U-CITY"]),
        Attempt(
            "case.answer-expert",
            ["expert": "X-0001", "department": "U-CITY", "outcome": "已处理（虚构）"]),
        Attempt("case.recommend-benefits", ["subject": "P-0001", "fitting": "removal"]),
        Attempt(
            "case.adjust-benefits",
            [
                "subject": "P-0001", "fitting": "removal", "authority": "supervision",
                "organ": "U-JW", "formerBenefits": "甲（虚构）", "newBenefits": "乙（虚构）",
                "paidFrom": "2024-09-01",
            ]),
        Attempt("case.clear", ["subject": "P-0002", "range": "unit"]),
        Attempt("case.consent", ["subject": "P-0003", "matter": "move", "organ": "U-JW"]),
        Attempt(
            "case.record-judgment",
            ["subject": "P-0003", "penalty": "fine", "instrument": "刑初1号（虚构）"]),
        Attempt("sanction.ratify", ["sanction": "S-1", "organ": "U-CITY", "instrument": "批复1号"]),
        Attempt("case.reopen", ["reason": "新的证据（虚构）"]),
        Attempt("case.recuse", ["officer": "P-0008", "reason": "近亲属（虚构）"]),
        Attempt("sanction.serve", ["sanction": "S-1", "route": "B"]),
        Attempt("sanction.execute", ["sanction": "S-1"]),
        Attempt("sanction.vary", ["sanction": "S-1", "measure": "warning", "by": "organ"]),
        Attempt("case.name-unit", ["unit": "U-CITY", "capacity": "executing"]),
        Attempt("case.determine-unit", ["unit": "U-CITY", "finding": "sustained"]),
        Attempt("openCase"),
        Attempt("namePerson", ["subject": "P-0008"]),
        Attempt("assignInvestigator", ["investigator": "P-0008"]),
        Attempt("recommendFinding", ["subject": "P-0003", "finding": "sustained"]),
        Attempt("makeFinding", ["subject": "P-0003", "finding": "sustained"]),
        Attempt("closeCase"),
        Attempt("recommendSanction", ["subject": "P-0003", "measure": "warning"]),
        Attempt("imposeSanction", ["sanction": "S-2", "subject": "P-0003", "measure": "warning"]),
        Attempt(
            "recordNotExecuted", ["sanction": "S-1", "subject": "P-0003", "reason": "other"]),
        Attempt("annulSanction", ["sanction": "S-1", "subject": "P-0003", "by": "organ"]),
    ]

    private func recused() throws -> Register {
        var register = try Proceedings.found()
        try register.sanction(.demerit, on: "2024-08-20")
        try register.act(
            "case.recuse", "C-2024-01", ["officer": "P-0007", "reason": "近亲属（虚构）"],
            on: "2024-08-21")
        return register
    }

    @Test("neither at the keyboard nor as the second person", arguments: steps)
    func every(step: Attempt) throws {
        let register = try recused()
        let refused = Refusal.case(.recused("P-0007", since: day("2024-08-21")))
        var fields: [String: Tree] = ["case": "C-2024-01"]
        fields.merge(step.fields) { $1 }
        for (actor, approver): (Officer, Officer) in [
            ("P-0007", "chief.b"), ("clerk.a", "P-0007"),
        ] {
            var there = register
            #expect(
                there.refusal(
                    asking: step.name, fields, on: "2024-08-22", by: actor, approvedBy: approver)
                    == refused, "\(step.name) by \(actor)")
        }
        var other = register
        #expect(
            other.refusal(
                asking: step.name, fields, on: "2024-08-22", by: "clerk.a", approvedBy: "chief.b")
                != refused)
    }

    @Test("every act on a case is among them")
    func complete() {
        let told = Set(Self.steps.map(\.name))
        for verb in Duties.register.verbs where verb.noun == "case" {
            #expect(told.contains(verb.name))
        }
    }

    @Test("nothing of the case is withdrawn by them, and they may declare themselves again")
    func withdrawal() throws {
        var register = try recused()
        let finding = try #require(
            register.events.last { $0.event.type == FindingMade.type.inVersion(2) }?.position
                ?? register.events.last { $0.event.type == FindingMade.type }?.position)
        #expect(
            register.refusal(
                asking: "withdrawRecord",
                [
                    "position": .integer(finding), "subject": "P-0003", "case": "C-2024-01",
                    "reason": "误录（虚构）",
                ], on: "2024-08-22", by: "P-0007", approvedBy: "chief.b")
                == .case(.recused("P-0007", since: day("2024-08-21"))))
        #expect(throws: Never.self) {
            try register.act(
                "case.recuse", "C-2024-01", ["officer": "P-0007", "reason": "近亲属（虚构）"],
                on: "2024-08-21", by: "P-0007")
        }
    }

    @Test("every command keeps who asks and who approved")
    func signed() throws {
        for step in Self.steps where !step.name.contains(".") {
            var fields: [String: Tree] = ["case": "C-2024-01", "on": "2024-08-22"]
            fields.merge(step.fields) { $1 }
            let reader = try #require(TreeReader(.object(fields)))
            let command = try Command(name: step.name, reader: reader, in: Duties.register)
            #expect(command.signed(by: "a", approvedBy: "b") != command, "\(step.name)")
        }
    }
}

@Suite("Nobody judges themselves — 政务处分法 Art. 47")
struct OwnCaseTests {
    @Test(
        "who is named in the case neither acts, records nor approves in it",
        arguments: ["investigator", "actor", "approver"])
    func ownCase(part: String) throws {
        var register = try Proceedings.heard()
        let refused = Refusal.case(.ownCase("P-0003"))
        #expect(throws: refused) {
            switch part {
            case "investigator":
                try register.ask(
                    "assignInvestigator", ["case": "C-2024-01", "investigator": "P-0003"],
                    on: "2024-08-01")
            case "actor":
                try register.find("P-0003", .sustained, on: "2024-08-01", by: "P-0003")
            default:
                try register.find("P-0003", .sustained, on: "2024-08-01", approvedBy: "P-0003")
            }
        }
        #expect(refused.source == "政务处分法#47")
    }

    @Test(
        "who is named or excluded destroys no evidence of the case, at either end of the signature")
    func evidence() throws {
        var register = try Proceedings.heard()
        let naming = try #require(register.events.last { $0.event.is(PersonNamed.self) })
        let fields: [String: Tree] = [
            "entry": .integer(naming.position), "path": "reason", "ground": "purposeAchieved",
            "organ": "U-JWJW",
        ]
        let day = naming.at.dateInChina.description
        for (actor, approver): (Officer, Officer) in [("P-0003", "chief.b"), ("chief.b", "p-0003")]
        {
            #expect(
                register.refusal(
                    asking: "destroyValue", fields, on: day, by: actor, approvedBy: approver)
                    == .case(.ownCase("P-0003")))
        }
        let other = register.refusal(
            asking: "destroyValue", fields, on: day, by: "clerk.a", approvedBy: "chief.b")
        #expect(other?.reason(DestructionRefusal.self) != nil)
    }
}
