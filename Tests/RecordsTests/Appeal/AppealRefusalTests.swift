import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A refused remedy says which rule, and what to do next")
struct AppealRefusalTests {
    @Test("each in one sentence, in both languages, with its article and a code of its own")
    func texts() throws {
        for reason in AppealRefusal.samples {
            let refusal = Refusal.appeal(reason)
            #expect(refusal.messageChinese.hasSuffix("（\(Basis.chinese(refusal.source))）"))
            #expect(refusal.messageEnglish.hasSuffix("(\(Basis.english(refusal.source)))"))
            #expect(refusal.source.contains("#"), "\(refusal.code)")
            #expect(refusal.messageChinese.contains("请"), "\(refusal.code)")
        }
        // Out of time though in time has a text with and one without a day.
        let codes = Set(AppealRefusal.samples.map { Refusal.appeal($0).code })
        #expect(codes.count == AppealRefusal.samples.count - 1)
    }

    @Test("officers read the words they know; a code stands only where it is to be typed")
    func words() throws {
        let recheck = try stageName("A", "recheck")
        let reexamination = try stageName("A", "reexamination")
        func chinese(_ refusal: AppealRefusal) -> String { Refusal.appeal(refusal).messageChinese }
        #expect(
            chinese(.alreadyFiled(stage: recheck, first: "A-1"))
                == "对该处分已提出复核（A-1）。请在 A-1 上继续办理。（追责制度第16条）")
        #expect(
            chinese(.stageTooEarly(stage: recheck, needs: reexamination))
                .hasPrefix("复核须在复审作出决定之后提出。请先登记复审（reexamination）及其结果。"))
        #expect(
            chinese(.unknownStage(route: "A", stage: "x", [reexamination, recheck]))
                .contains("请改用：复审（reexamination）、复核（recheck）。"))
        #expect(chinese(.noExtension(route: "A", stage: recheck)).hasPrefix("途径 A 的复核不能延长"))
        #expect(chinese(.measureNotVaried(.remitted)).hasPrefix("结果为「发回重新处理」的决定"))
        let range = Refusal.sanction(.otherRange("S-1", announced: .banner))
        #expect(range.messageChinese.contains("「全旗」"))
        #expect(!range.messageEnglish.contains("“banner”"))
    }

    @Test("the sentence on aggravation names both measures and their months")
    func heavier() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        let refusal = register.refusalOfDeciding(
            "A-1", "varied", ["measure": "demotion"], on: "2024-03-05")
        #expect(
            refusal?.messageChinese
                == "申诉不得加重：原为「记大过（18 个月）」，拟改「降级（24 个月）」。请改为不重于原处分，或予以维持。（政务处分法第56条）")
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
            ask("A-1", ["sanction": "S-1", "route": "D", "stage": "reexamination"])
                == .appeal(.unknownRoute("D", ["A", "B", "C"])))
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
