import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A case refuses what the rules do not allow: one sentence, the article, nothing written")
struct CaseRefusalTests {
    @Test("a case on a decision needs the decision, and opens once")
    func opening() throws {
        var register = try Proceedings.opened()
        let fields: [String: Tree] = [
            "case": "C-2024-01", "authority": "U-JW", "decision": "D-2021-001",
            "grounds": ["G6.1", "G8.1", "G9.2"],
        ]
        #expect(try register.ask("openCase", fields, on: "2024-05-20").isEmpty)
        #expect(
            register.refusal(
                asking: "openCase", ["case": "C-2", "decision": "D-404"], on: "2024-05-20")?.code
                == "unknownDecision")
        expectRefusal(
            register.refusal(
                asking: "openCase", fields.merging(["authority": "U-CITY"]) { $1 },
                on: "2024-05-20"), code: "openedOtherwise", source: "XZZ-2020-26-T12")
        #expect(
            register.refusal(
                asking: "openCase", ["case": "C-2", "authority": "U-JW", "grounds": ["G99.1"]],
                on: "2024-05-20")?.code == "unknownGround")
        #expect(
            register.refusal(asking: "openCase", ["case": "C-2", "authority": "U-JW"], on: nil)
                == .missing("on"))
        #expect(
            register.events(about: WaterProject.decision.tag).last?.event.type
                == CaseOpened.type.inVersion(2))
    }

    @Test("a person is named on the decision of the case, on one of the three bases")
    func naming() throws {
        var register = try Proceedings.opened()
        expectRefusal(
            register.refusal(
                asking: "namePerson",
                ["case": "C-2024-01", "subject": "P-0003", "decision": "D-404"],
                on: "2024-05-20"), code: "notOnDecision", source: "XZZ-2020-26#3")
        #expect(
            register.refusal(
                asking: "namePerson",
                ["case": "C-2024-01", "subject": "P-0003", "responsibility": "observer"],
                on: "2024-05-20") == .notOneOf("responsibility", ["head", "leader", "lead"]))
    }

    @Test("nothing happens in a case before it was opened, nor once it is closed")
    func closed() throws {
        var register = try Proceedings.found()
        expectRefusal(
            register.refusal("case.notify", "C-2024-01", ["subject": "P-0002"], on: "2024-05-19"),
            code: "beforeOpening", source: "XZZ-2020-26#4")
        expectRefusal(
            register.refusal(
                "case.reopen", "C-2024-01", ["reason": "新证据（虚构）"], on: "2024-09-01",
                approvedBy: "chief.b"), code: "notClosed", source: "XZZ-2020-26#4")
        try register.ask("closeCase", ["case": "C-2024-01"], on: "2024-09-01")
        expectRefusal(
            register.refusal("case.notify", "C-2024-01", ["subject": "P-0002"], on: "2024-09-02"),
            code: "caseClosed", source: "XZZ-2020-26#4")
        expectRefusal(
            register.refusal(asking: "closeCase", ["case": "C-2024-01"], on: "2024-09-02"),
            code: "caseClosed", source: "XZZ-2020-26#4")
        #expect(register.view(on: "2024-09-02")?.state == .closed)

        try register.act(
            "case.reopen", "C-2024-01", ["reason": "新证据（虚构）"], on: "2024-10-01",
            approvedBy: "chief.b")
        #expect(register.view(on: "2024-10-01")?.state == .reopened)
        try register.notify("P-0002", on: "2024-10-08")
        try register.ask("closeCase", ["case": "C-2024-01"], on: "2024-11-01")
        #expect(register.view(on: "2024-11-01")?.state == .closed)
        #expect(register.view(on: "2024-10-31")?.state != .closed)
    }

    @Test("a case is reopened from the day on which it was closed, and not before it")
    func reopened() throws {
        var register = try Proceedings.found()
        try register.ask("closeCase", ["case": "C-2024-01"], on: "2024-09-01")
        func refusal(on day: String) -> Refusal? {
            var register = register
            return register.refusal(
                "case.reopen", "C-2024-01", ["reason": "新证据（虚构）"], on: day,
                approvedBy: "chief.b")
        }
        expectRefusal(refusal(on: "2024-08-31"), code: "notClosed", source: "XZZ-2020-26#4")
        #expect(refusal(on: "2024-09-01") == nil && refusal(on: "2024-09-02") == nil)
    }

    @Test("closing with somebody named and neither found upon nor handed over is marked")
    func unfinished() throws {
        for (transferred, marks) in [(false, [Irregularity.findingMissing]), (true, [])] {
            var register = try Proceedings.opened()
            try register.ask(
                "namePerson", ["case": "C-2024-01", "subject": "P-0001"], on: "2024-05-20")
            if transferred {
                try register.transfer("P-0001", on: "2024-05-21")
            }
            let closed = try register.ask("closeCase", ["case": "C-2024-01"], on: "2024-09-01")
            guard let fact = closed.first?.event[CaseClosed.self] else {
                Issue.record("not closed")
                return
            }
            #expect(fact.irregularities == marks)
        }
    }

    @Test("a mitigation is one that the rules know, and rests on what is on file")
    func mitigation() throws {
        var register = try Proceedings.named()
        expectRefusal(
            register.refusal(
                "case.find-mitigation", "C-2024-01", ["subject": "P-0003", "code": "goodMood"],
                on: "2024-06-01"), code: "unknownMitigation", source: "XZZ-2020-26#13")
        let entry = register.events.count + 7
        expectRefusal(
            register.refusal(
                "case.find-mitigation", "C-2024-01",
                [
                    "subject": "P-0003", "code": "lossAverted",
                    "evidence": [["entry": .integer(entry)]],
                ], on: "2024-06-01"), code: "notCaseEvidence", source: "XZZ-2020-26#4")
        let recorded = try register.act(
            "case.find-mitigation", "C-2024-01", ["subject": "P-0003", "code": "lossAverted"],
            on: "2024-06-01")
        #expect(recorded.first?.basis.first == "政务处分法#11")
        var heard = try Proceedings.heard()
        var refused: Refusal?
        do throws(Refusal) {
            try heard.find("P-0003", .sustained, on: "2024-08-20", ["mitigations": ["slight"]])
        } catch {
            refused = error
        }
        expectRefusal(refused, code: "mitigationNotFound", source: "XZZ-2020-26#13")
    }

    @Test("a department is told of experts who took part in the decision, and answers for those")
    func experts() throws {
        var register = try WaterProject.register()
        try register.perform(SubjectRegistered(subject: "X-0001", kind: .person))
        try register.perform(SubjectRegistered(subject: "X-0002", kind: .organisation))
        try WaterProject.open(&register)
        try register.act(
            "decision.review-by-experts", "D-2021-001", ["experts": ["X-0001"]], on: "2021-03-28")
        try register.act(
            "decision.assess-risk", "D-2021-001",
            ["level": "low", "controllable": true, "assessor": "X-0002"], on: "2021-03-29")
        try WaterProject.discuss(&register)
        try WaterProject.adopt(&register)
        try register.ask(
            "openCase", ["case": "C-2024-01", "decision": "D-2021-001"], on: "2024-05-20")
        expectRefusal(
            register.refusal(
                "case.notify-expert-department", "C-2024-01",
                ["expert": "P-0003", "department": "U-OTHER"], on: "2024-06-01"),
            code: "notAnExpert", source: "XZZ-2020-26#15")
        expectRefusal(
            register.refusal(
                "case.answer-expert", "C-2024-01",
                ["expert": "X-0001", "department": "U-OTHER", "outcome": "已约谈（虚构）"],
                on: "2024-06-01"), code: "expertNotNotified", source: "XZZ-2020-26#15")
        for expert in ["X-0001", "X-0002"] {
            try register.act(
                "case.notify-expert-department", "C-2024-01",
                ["expert": .string(expert), "department": "U-OTHER"], on: "2024-06-01")
        }
        try register.act(
            "case.answer-expert", "C-2024-01",
            ["expert": "X-0001", "department": "U-OTHER", "outcome": "已约谈（虚构）"],
            on: "2024-07-01")
        let view = try #require(register.view(on: "2024-07-01"))
        #expect(view.experts.map { $0.answer != nil } == [true, false])
    }

    @Test("nobody is cleared of what they were found responsible for")
    func clearing() throws {
        var register = try Proceedings.found()
        expectRefusal(
            register.refusal(
                "case.clear", "C-2024-01", ["subject": "P-0003", "range": "unit"],
                on: "2024-09-01"), code: "foundResponsible", source: "XZZ-2020-26#4")
        #expect(
            register.refusal(
                "case.clear", "C-2024-01", ["subject": "P-0007", "range": "unit"],
                on: "2024-09-01") == .notNamedInCase("P-0007", Proceedings.file))
        try register.notify("P-0002")
        try register.hear("P-0002")
        try register.find("P-0002", .exonerated, on: "2024-08-20")
        try register.act(
            "case.clear", "C-2024-01", ["subject": "P-0002", "range": "unit"], on: "2024-09-01",
            approvedBy: "chief.b")
        #expect(register.view(on: "2024-09-01")?.persons[1].clearing != nil)
    }
}

@Suite("Retired, departed or dead: investigated, not sanctioned — 政务处分法 Art. 27 (D2 14)")
struct DepartedTests {
    private static let needService: [Measure] = [
        .warning, .demerit, .seriousDemerit, .demotion, .removal, .dismissal, .suspensionPending,
        .blamedResignation, .orderedResignation, .dutyRemoval,
    ]

    @Test("the ten are refused for the retired head with Art. 27, transferred or not, named or not")
    func refused() throws {
        for step in 0..<3 {
            var register = step == 0 ? try Proceedings.opened() : try Proceedings.named()
            if step == 2 {
                try register.transfer("P-0001", on: "2024-05-20")
            }
            for measure in Self.needService {
                var refused: Refusal?
                do throws(Refusal) {
                    try register.sanction(measure, of: "P-0001", approvedBy: nil)
                } catch {
                    refused = error
                }
                #expect(refused?.source == "政务处分法#27", "\(measure) at step \(step)")
            }
        }
    }

    @Test("resigned and dead likewise", arguments: [Departure.resigned, .dismissed, .died])
    func others(reason: Departure) throws {
        var register = try Proceedings.named()
        try register.perform(EmploymentEnded(subject: "P-0003", reason: reason), on("2024-06-30"))
        for measure in Self.needService {
            #expect(throws: Refusal.self) { try register.sanction(measure) }
        }
    }

    @Test("notification, defence, finding and advice on benefits go on")
    func goesOn() throws {
        var register = try Proceedings.heard("P-0001")
        #expect(try register.find("P-0001", .sustained, on: "2024-08-20").count == 1)
        let recorded = try register.act(
            "case.recommend-benefits", "C-2024-01", ["subject": "P-0001", "fitting": "removal"],
            on: "2024-08-21")
        #expect(recorded.first?.basis.first == "政务处分法#27")
        #expect(register.view(on: "2024-08-21")?.persons.first?.benefitAdvice.count == 1)
    }

    @Test(
        "advice in the place of each of the three that would have touched the benefits",
        arguments: ["demotion", "removal", "dismissal"])
    func fitting(measure: String) throws {
        var register = try Proceedings.named()
        #expect(
            try register.act(
                "case.recommend-benefits", "C-2024-01",
                ["subject": "P-0001", "fitting": .string(measure)], on: "2024-08-21"
            ).count == 1)
    }

    @Test("no advice for who is in service, nor in the place of a lighter sanction")
    func advice() throws {
        var register = try Proceedings.named()
        expectRefusal(
            register.refusal(
                "case.recommend-benefits", "C-2024-01",
                ["subject": "P-0003", "fitting": "removal"], on: "2024-08-21"),
            code: "stillInService", source: "政务处分法#27")
        for measure in ["warning", "demerit", "seriousDemerit", "dutyRemoval", "criticism"] {
            expectRefusal(
                register.refusal(
                    "case.recommend-benefits", "C-2024-01",
                    ["subject": "P-0001", "fitting": .string(measure)], on: "2024-08-21"),
                code: "fittingTooLight", source: "政务处分法#27")
        }
    }
}
