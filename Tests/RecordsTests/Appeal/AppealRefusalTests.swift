import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A refused remedy says which rule, and what to do next")
struct AppealRefusalTests {
    @Test("that on aggravation names both measures and their months")
    func heavier() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        let refusal = register.refusalOfDeciding(
            "A-1", "varied", ["measure": "demotion"], on: "2024-03-05")
        guard case .heavier(let appealed, let proposed)? = refusal?.reason(AppealRefusal.self)
        else {
            Issue.record("it is refused as heavier")
            return
        }
        #expect(appealed.measure == .seriousDemerit && appealed.months == 18)
        #expect(proposed.measure == .demotion && proposed.months == 24)
    }

    @Test("what cannot be filed is refused, and nothing is recorded")
    func filing() throws {
        let recheck = try stageName("A", "recheck")
        let reexamination = try stageName("A", "reexamination")
        var register = try Register.sanctioned()
        func ask(
            _ appeal: String, _ fields: [String: Tree], on day: String = "2024-02-08"
        ) -> Refusal? {
            register.refusal("appeal.file", appeal, fields, on: day)
        }
        #expect(
            ask("A-1", ["sanction": "S-9", "route": "A", "stage": "reexamination"])
                == .appeal(.sanctionUnknown("S-9")))
        #expect(
            ask(
                "A-1", ["sanction": "S-1", "route": "A", "stage": "reexamination"], on: "2024-01-14"
            )
                == .appeal(.beforeSanction("S-1", imposed: day("2024-01-15"))))
        #expect(
            ask("A-1", ["sanction": "S-1", "route": "Z", "stage": "reexamination"])
                == .appeal(.unknownRoute("Z", ["A", "B", "C"])))
        #expect(
            ask("A-1", ["sanction": "S-1", "route": "B", "stage": "review"])
                == .appeal(.routeNotTold(told: "A", asked: "B")))
        #expect(
            ask("A-1", ["sanction": "S-1", "route": "A", "stage": "review"])
                == .appeal(
                    .unknownStage(
                        route: "A", stage: "review",
                        [reexamination, recheck])))
        #expect(
            ask("A-1", ["sanction": "S-1", "route": "A", "stage": "recheck"])
                == .appeal(
                    .stageTooEarly(
                        stage: recheck, needs: reexamination)))
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        #expect(
            ask(
                "A-1", ["sanction": "S-1", "route": "A", "stage": "reexamination"], on: "2024-02-09"
            )
                == .appeal(.numberTaken("A-1")))
        #expect(
            ask("A-2", ["sanction": "S-1", "route": "A", "stage": "reexamination"])
                == .appeal(.alreadyFiled(stage: reexamination, first: "A-1")))
        #expect(
            ask("A-2", ["sanction": "S-1", "route": "A", "stage": "recheck"])
                == .appeal(.previousPending("A-1")))
        #expect(
            ask("A-2", ["sanction": "S-1", "route": "A", "stage": "recheck", "after": "A-7"])
                == .appeal(.notPrevious("A-7")))
    }

    @Test("what cannot follow is refused, and nothing is recorded")
    func course() throws {
        var register = try Register.sanctioned()
        #expect(
            register.refusal("appeal.hear", "A-1", on: "2024-02-10") == .appeal(.unknown("A-1")))
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        #expect(
            register.refusal("appeal.hear", "A-1", on: "2024-02-07")
                == .appeal(.beforeFiling("A-1", filed: day("2024-02-08"))))
        #expect(
            register.refusal("appeal.serve", "A-1", on: "2024-02-10")
                == .appeal(.notDecided("A-1")))
        #expect(
            register.refusal(
                "appeal.rule", "A-1", ["admitted": false, "reason": "outOfTime"], on: "2024-02-10")
                == .appeal(.inTime("A-1", due: day("2024-02-18"))))
        #expect(
            register.refusal("appeal.rule", "A-1", ["admitted": false], on: "2024-02-10")
                == .missing("reason"))
        try register.act("appeal.rule", "A-1", ["admitted": true], on: "2024-02-10")
        #expect(
            register.refusal(
                "appeal.rule", "A-1", ["admitted": false, "reason": "notEntitled"],
                on: "2024-02-11") == .appeal(.ruledAlready("A-1", on: day("2024-02-10"))))
        try register.decide("A-1", "maintained", on: "2024-03-05")
        #expect(
            register.refusal("appeal.withdraw", "A-1", on: "2024-03-06")
                == .appeal(.decidedAlready("A-1", on: day("2024-03-05"))))
        #expect(
            register.refusal("appeal.serve", "A-1", on: "2024-03-04")
                == .appeal(.servedBeforeDecision("A-1", decided: day("2024-03-05"))))
        try register.act("appeal.serve", "A-1", on: "2024-03-06")
        #expect(
            register.refusal("appeal.serve", "A-1", on: "2024-03-07")
                == .appeal(.servedAlready("A-1", on: day("2024-03-06"))))
        var withdrawn = try Register.sanctioned()
        try withdrawn.file("A-1", "A", "reexamination", on: "2024-02-08")
        try withdrawn.act("appeal.withdraw", "A-1", on: "2024-02-10")
        #expect(
            withdrawn.refusalOfDeciding("A-1", "maintained", on: "2024-03-05")
                == .appeal(.withdrawn("A-1", on: day("2024-02-10"))))
    }
}
