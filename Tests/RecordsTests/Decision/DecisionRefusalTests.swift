import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("What cannot have happened is refused, with its article, and nothing is recorded")
struct DecisionRefusalTests {
    private let id = "D-2021-001"

    private static func told() throws -> Register { try WaterProject.told() }

    @Test("a meeting that lists nobody, or a person twice, or two heads")
    func meetings() throws {
        var register = try WaterProject.register()
        try WaterProject.open(&register)
        #expect(
            register.refusal("decision.discuss", id, [:], on: "2021-04-20")
                == .decision(.meetingOfNobody))
        func meeting(_ people: [(String, String)]) -> [String: Tree] {
            [
                "attendees": .array(
                    people.map {
                        ["subject": .string($0), "part": .string($1), "opinion": "agree"]
                    }
                )
            ]
        }
        #expect(
            register.refusal(
                "decision.discuss", id, meeting([("P-0001", "head"), ("P-0001", "member")]),
                on: "2021-04-20") == .decision(.attendeeTwice("P-0001")))
        #expect(
            register.refusal(
                "decision.discuss", id, meeting([("P-0001", "head"), ("P-0002", "head")]),
                on: "2021-04-20") == .decision(.twoHeads("P-0001", "P-0002")))
        #expect(
            register.refusal(
                "decision.discuss", id, meeting([("P-9999", "head")]), on: "2021-04-20")
                == .unknownSubject("P-9999"))
    }

    @Test("a step dated after the adoption it should have prepared")
    func afterAdoption() throws {
        var register = try Self.told()
        let steps: [(String, [String: Tree], ProceduralStep)] = [
            ("decision.open-consultation", ["until": "2021-06-30"], .participation),
            ("decision.review-by-experts", [:], .expertReview),
            ("decision.assess-risk", ["level": "low", "controllable": true], .riskAssessment),
            ("decision.review-legality", ["conclusion": "lawful"], .legalityReview),
            ("decision.discuss", ["attendees": WaterProject.attendees], .collectiveDiscussion),
        ]
        for (act, fields, step) in steps {
            #expect(
                register.refusal(act, id, fields, on: "2021-04-21")
                    == .decision(.stepAfterAdoption(step, adoptedOn: day("2021-04-20"))))
        }
    }

    @Test("an end before its start")
    func order() throws {
        var register = try WaterProject.register()
        try WaterProject.open(&register)
        #expect(
            register.refusal(
                "decision.open-consultation", id, ["until": "2021-03-09"], on: "2021-03-10")
                == .decision(
                    .endBeforeStart(
                        field: "until", start: day("2021-03-10"), end: day("2021-03-09"))))
        try register.act("decision.submit-for-legality", id, [:], on: "2021-04-01")
        #expect(
            register.refusal(
                "decision.review-legality", id, ["conclusion": "lawful"], on: "2021-03-31")
                == .decision(
                    .endBeforeStart(
                        field: "on", start: day("2021-04-01"), end: day("2021-03-31"),
                        source: "713#26")))
        #expect(
            register.refusal("decision.adopt", id, [:], on: "2021-02-28")
                == .decision(.beforeInitiation(initiatedOn: day("2021-03-01"))))
    }

    @Test("a decision adopted twice, or otherwise; asked again the same, it is recorded once")
    func twice() throws {
        var register = try Self.told()
        #expect(try WaterProject.adopt(&register).isEmpty)
        for act in ["decision.adopt", "decision.reject", "decision.defer"] {
            #expect(
                register.refusal(act, id, [:], on: "2021-05-06")
                    == .decision(.alreadyAdopted("D-2021-001", on: day("2021-04-20"))))
        }
    }

    @Test("neither legality review nor collective discussion can be waived: 713 Art. 25, 30")
    func notWaivable() throws {
        var register = try WaterProject.register()
        try WaterProject.open(&register)
        for step in [ProceduralStep.legalityReview, .collectiveDiscussion] {
            let refusal = register.refusal(
                "decision.waive", id,
                ["step": .string(step.rawValue), "ground": "时间紧（虚构）"], on: "2021-03-05",
                approvedBy: "clerk.b")
            guard case .stepNotWaivable(step, let source)? = refusal?.reason(DecisionRefusal.self)
            else {
                Issue.record("waived \(step)")
                continue
            }
            #expect(!source.isEmpty)
        }
        #expect(
            register.refusal(
                "decision.waive", id, ["step": "expertReview", "ground": "非专业事项（虚构）"],
                on: "2021-03-05") == .needsApprover("decision.waive"))
    }

    @Test("what follows an adoption does not come before it")
    func notAdopted() throws {
        var register = try WaterProject.register()
        try WaterProject.open(&register)
        let acts: [(String, [String: Tree])] = [
            ("decision.publish", ["channels": ["网站（虚构）"]]),
            ("decision.withhold", ["ground": "涉密（虚构）", "rule": "713#32"]),
            ("decision.archive", ["manifest": [WaterProject.digest]]),
            ("decision.assign-execution", ["executor": "U-SLJ"]),
            ("decision.suspend", ["reason": "汛情（虚构）"]),
            ("decision.adjust", ["reason": "水源变化（虚构）"]),
            (
                "decision.confirm-harm",
                [
                    "loss": "major", "influence": "none", "attribution": "decisionError",
                    "instrument": "审报1号（虚构）",
                ]
            ),
        ]
        for (act, fields) in acts {
            #expect(
                register.refusal(act, id, fields, on: "2021-05-06", approvedBy: "clerk.b")
                    == .decision(.notAdopted("D-2021-001", by: day("2021-05-06"))))
        }
    }

    @Test("who assessed the risk does not evaluate afterwards: 713 Art. 36")
    func evaluator() throws {
        var register = try WaterProject.register()
        try WaterProject.open(&register)
        try register.act(
            "decision.assess-risk", id,
            ["level": "low", "controllable": true, "assessor": "O-1"], on: "2021-04-01")
        try WaterProject.adopt(&register)
        #expect(
            register.refusal(
                "decision.order-evaluation", id, ["evaluator": "O-1", "due": "2022-04-20"],
                on: "2022-01-10") == .decision(.evaluatorAssessed("O-1")))
        #expect(
            register.refusal(
                "decision.evaluate", id, ["evaluator": "O-2"], on: "2022-02-10")
                == .decision(.evaluationNotOrdered("O-2")))
    }

    @Test("a delay that was none, an unknown decision, item, opinion or ground")
    func unknowns() throws {
        var register = try Self.told()
        #expect(
            register.refusal(
                "decision.identify-delay", id, ["shouldDecideOn": "2021-04-20"], on: "2021-06-01")
                == .decision(.decidedInTime(on: day("2021-04-20"))))
        #expect(
            register.refusal("decision.adopt", "D-9", [:], on: "2021-06-01")
                == .decision(.unknown("D-9")))
        guard
            case .notInCatalogue("moonshot", let items)? = register.refusal(
                "decision.propose", "D-8", ["title": "登月（虚构）", "catalogueItem": "moonshot"],
                on: "2021-06-01")?.reason(DecisionRefusal.self)
        else {
            Issue.record("an item outside the catalogue")
            return
        }
        #expect(items.contains("publicConstruction") || !items.isEmpty)
        guard
            case .unknownGround("G6.9", let codes)? = register.refusal(
                "decision.raise-ground", id, ["ground": "G6.9"], on: "2021-06-01")?
                .reason(DecisionRefusal.self)
        else {
            Issue.record("a ground outside the rulebook")
            return
        }
        #expect(codes.contains("G6.1"))
        #expect(
            register.refusal(
                "decision.raise-ground", id,
                ["ground": "G7.2", "evidence": [["entry": 0]]], on: "2021-06-01")
                == .decision(.notEvidence(0)))
        #expect(
            register.refusal("decision.resume", id, [:], on: "2021-06-01")
                == .decision(.notSuspended("D-2021-001")))
        #expect(
            register.refusal(
                "decision.report-execution", id, ["report": "进展（虚构）"], on: "2021-06-01")
                == .decision(.notAssigned("D-2021-001")))
    }
}
