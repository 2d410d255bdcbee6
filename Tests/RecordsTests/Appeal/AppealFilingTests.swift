import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Filing an appeal — 监察法 Art. 49, 公务员法 Art. 95")
struct AppealFilingTests {
    @Test("late it is accepted, and in the same decision ruled out with the day it was due")
    func late() throws {
        var register = try Register.sanctioned()
        let entries = try register.file("A-1", "A", "reexamination", on: "2024-02-19")
        #expect(entries.count == 2)
        let course = try #require(register.appealFile("A-1").course())
        #expect(course.filing.fact.late == true)
        #expect(course.ruling?.fact.admitted == false)
        #expect(course.ruling?.fact.reason == .outOfTime)
        #expect(course.ruling?.fact.due == day("2024-02-18"))
        #expect(entries[1].cause == entries[0].position)
        #expect(course.state == .inadmissible)
        #expect(
            register.refusalOfDeciding("A-1", "maintained", on: "2024-03-01")
                == .appeal(.inadmissible("A-1", on: day("2024-02-19"))))
        // The decision is final since the day after.
        #expect(try register.timeline(asOf: "2024-03-01").finalSince == day("2024-02-19"))
    }

    @Test("before service it is in time: the person knew", arguments: ["A", "B"])
    func beforeService(route: String) throws {
        var register = try Register.sanctioned(served: nil)
        let stage = route == "A" ? "reexamination" : "review"
        #expect(try register.file("A-1", route, stage, on: "2024-01-16").count == 1)
        #expect(try register.filed("A-1").late == false)
        // Served afterwards, the person is not told to file again.
        try register.serve(on: "2024-01-18", route: route)
        let filing = try register.timeline(asOf: "2024-02-10").filing
        #expect(filing?.state == .met(on: day("2024-01-16")))
    }

    @Test(
        "filed before the service, on its day or after it, and told in either order: the right is used",
        arguments: ["2024-01-17", "2024-01-18", "2024-01-19"], [true, false])
    func aroundTheService(filed: String, isServedFirst: Bool) throws {
        var register = try Register.sanctioned(served: isServedFirst ? "2024-01-18" : nil)
        try register.file("A-1", "A", "reexamination", on: filed)
        if !isServedFirst { try register.serve(on: "2024-01-18") }
        let filing = try register.timeline(asOf: "2024-03-01").filing
        #expect(filing?.state == .met(on: day(filed)))
    }

    @Test("on a route without a clock it is never late")
    func routeC() throws {
        var register = try Register.sanctioned(route: "C")
        #expect(try register.file("A-1", "C", "asProvided", on: "2026-01-01").count == 1)
        #expect(try register.filed("A-1").due == nil)
        #expect(try register.filed("A-1").late == false)
        #expect(try register.timeline(asOf: "2026-01-02").clocks.isEmpty)
    }

    @Test("the decider names case and subject, whatever was given")
    func derived() throws {
        var register = try Register.sanctioned()
        try register.act(
            "appeal.file", "A-1",
            [
                "sanction": "S-1", "route": "A", "stage": "reexamination", "subject": "P-9",
                "case": "C-9", "late": true, "due": "2030-01-01",
            ], on: "2024-02-08")
        let filed = try register.filed("A-1")
        #expect(filed.subject == "P-0003" && filed.case == "C-1")
        #expect(filed.late == false && filed.due == day("2024-02-18"))
    }

    @Test("an employer's decision may be appealed directly, within thirty days of service")
    func direct() throws {
        var register = try Register.sanctioned(route: "B")
        #expect(try register.file("A-1", "B", "appeal", on: "2024-02-17").count == 1)
        // 2024-02-17 is the thirtieth day, a Saturday at the end of the spring festival.
        #expect(try register.filed("A-1").due == day("2024-02-18"))
        var late = try Register.sanctioned(route: "B")
        #expect(try late.file("A-1", "B", "appeal", on: "2024-02-19").count == 2)
    }

    @Test("after a review the appeal runs fifteen days from its service, then a second appeal")
    func chain() throws {
        var register = try Register.sanctioned(route: "B")
        try register.file("A-1", "B", "review", on: "2024-02-01")
        try register.decide("A-1", "maintained", on: "2024-02-26")
        try register.act("appeal.serve", "A-1", on: "2024-02-27")
        try register.file("A-2", "B", "appeal", on: "2024-03-13")
        #expect(try register.filed("A-2").due == day("2024-03-13"))
        #expect(try register.filed("A-2").after == "A-1")
        try register.act(
            "appeal.form-panel", "A-2", ["members": ["P-21", "P-22", "P-23"]], on: "2024-03-20")
        try register.decide("A-2", "maintained", on: "2024-05-01")
        try register.act("appeal.serve", "A-2", on: "2024-05-06")
        try register.file("A-3", "B", "reappeal", on: "2024-06-05")
        #expect(try register.filed("A-3").due == day("2024-06-05"))
    }

    @Test(
        "who carries it on before the outcome is served has a month from that day, told before or after",
        arguments: [true, false])
    func carriedOnBeforeService(isServiceKnown: Bool) throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        try register.decide("A-1", "maintained", on: "2024-03-05")
        if isServiceKnown { try register.act("appeal.serve", "A-1", on: "2024-03-20") }
        // A month from 7 March: a working Sunday in Qingming.
        try register.file("A-2", "A", "recheck", on: "2024-03-07")
        #expect(try register.filed("A-2").due == day("2024-04-07"))
        #expect(try register.filed("A-2").late == false)
    }

    @Test("what was withdrawn is filed again while the time runs, which runs as it ran")
    func withdrawn() throws {
        // Served on 2024-01-18: a month ends on Sunday 2024-02-18, a working day.
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        try register.act("appeal.withdraw", "A-1", on: "2024-02-12")
        let open = try register.timeline(asOf: "2024-02-13")
        #expect(open.isOpen && open.filing?.state == .running(left: 5))
        #expect(open.filing?.due == day("2024-02-18"))
        var inTime = register
        try inTime.file("A-2", "A", "reexamination", on: "2024-02-18")
        #expect(try inTime.filed("A-2").late == false)
        #expect(try inTime.timeline(asOf: "2024-02-19").isOpen)
        // Too late it is ruled out, by the same last day, and what is over is final.
        try register.file("A-2", "A", "reexamination", on: "2024-02-19")
        #expect(try register.filed("A-2").due == day("2024-02-18"))
        #expect(try register.timeline(asOf: "2024-02-20").finalSince == day("2024-02-19"))
    }

    @Test("what was withdrawn when the time was over is final from that day")
    func withdrawnLate() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        try register.act("appeal.withdraw", "A-1", on: "2024-03-04")
        #expect(try register.timeline(asOf: "2024-03-03").isOpen)
        #expect(try register.timeline(asOf: "2024-03-05").finalSince == day("2024-03-04"))
    }

    @Test(
        "a second stage that was withdrawn is filed again too, and a pending or decided one is not")
    func withdrawnLater() throws {
        let recheck = try stageName("A", "recheck")
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        try register.decide("A-1", "maintained", on: "2024-03-05")
        try register.act("appeal.serve", "A-1", on: "2024-03-06")
        try register.file("A-2", "A", "recheck", on: "2024-03-08")
        #expect(
            register.refusalOfFiling("A-3", "recheck", on: "2024-03-11")
                == .appeal(.alreadyFiled(stage: recheck, first: "A-2")))
        try register.act("appeal.withdraw", "A-2", on: "2024-03-12")
        try register.file("A-3", "A", "recheck", on: "2024-04-07")
        #expect(try register.filed("A-3").late == false)
        #expect(try register.filed("A-3").after == "A-1")
        try register.decide("A-3", "maintained", on: "2024-05-06")
        #expect(
            register.refusalOfFiling("A-4", "recheck", on: "2024-05-07")
                == .appeal(
                    .stageDecided(stage: recheck, first: "A-3", on: day("2024-05-06"))))
    }

    @Test("what was ruled out for good does not send anybody on to it")
    func ruledOut() throws {
        let reexamination = try stageName("A", "reexamination")
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-19")
        #expect(
            register.refusalOfFiling("A-2", "reexamination", on: "2024-02-20")
                == .appeal(
                    .stageRuledOut(stage: reexamination, first: "A-1", on: day("2024-02-19"))))
    }

    @Test("what Route B does not list is filed all the same: people rule on it")
    func notListed() throws {
        var register = try Register.sanctioned(.criticism, route: "B")
        #expect(try register.file("A-1", "B", "review", on: "2024-02-01").count == 1)
        try register.act(
            "appeal.rule", "A-1", ["admitted": false, "reason": "notAppealable"],
            on: "2024-02-05")
        #expect(register.appealFile("A-1").course()?.state == .inadmissible)
    }

    @Test(
        "who may not file uses nobody's right up: the stage is filed again while time runs",
        arguments: [("notEntitled", true), ("notAppealable", true), ("alreadyDecided", false)])
    func foreign(reason: String, isOpen: Bool) throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-02")
        #expect(
            try register.timeline(asOf: "2024-02-04").filing?.state == .met(on: day("2024-02-02")))
        try register.act(
            "appeal.rule", "A-1", ["admitted": false, "reason": .string(reason)], on: "2024-02-05")
        let timeline = try register.timeline(asOf: "2024-02-06")
        #expect((timeline.filing?.state == .running(left: 12)) == isOpen)
        #expect(timeline.isOpen == isOpen)
        #expect(try register.timeline(asOf: "2024-02-19").isOpen == false)
        let own: [String: Tree] = ["sanction": "S-1", "route": "A", "stage": "reexamination"]
        var other = register
        #expect((other.refusal("appeal.file", "A-2", own, on: "2024-02-08") == nil) == isOpen)
        guard isOpen else { return }
        #expect(try register.file("A-2", "A", "reexamination", on: "2024-02-08").count == 1)
        let filing = try register.timeline(asOf: "2024-02-10").filing
        #expect(filing?.state == .met(on: day("2024-02-08")))
        #expect(
            register.refusal("appeal.file", "A-3", own, on: "2024-02-09")?.code == "alreadyFiled")
    }

    @Test("D2 25: a timeline of a past moment is read by the law known then")
    func knownLaw() throws {  // D2 25
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        let moment = "2024-03-01T00:00:00.000Z"
        #expect(
            try register.timeline(asOf: "2024-03-01", knownAt: moment).stages.last?.titleChinese
                == "复审")
        register.law = try LawDocuments.law(since: "2024-06-01T00:00:00.000Z")
        #expect(
            try register.timeline(asOf: "2024-03-01", knownAt: moment).stages.last?.titleChinese
                == "reexamination")
        #expect(try register.timeline(asOf: "2024-03-01").stages.last?.titleChinese == "复审")
    }

    @Test("asked twice, it is recorded once")
    func twice() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        #expect(try register.file("A-1", "A", "reexamination", on: "2024-02-08").isEmpty)
    }
}
