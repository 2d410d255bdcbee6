import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("What the organ makes of its own decision is a decision — 政务处分法 Art. 46, 54, 55(2), 56")
struct RedecisionTests {
    private static let id: SanctionID = "S-2024-10"

    /// 警告 of 15 January 2024 by a supervision organ, served on the 18th; 降级 since 3 June.
    private func rectified(
        _ from: Measure = .warning, to measure: String = "demotion", on day: String = "2024-06-03"
    ) throws -> Register {
        var register = try Reprimand.register()
        try register.reprimand(
            from, as: "S-2024-10", ["authority": "supervision", "organ": "U-JY"])
        try register.act("sanction.serve", "S-2024-10", on: "2024-01-18")
        register.now = instant("2024-12-01T01:00:00.000Z")
        try rectify(&register, to: measure, on: day)
        return register
    }

    private func rectify(_ register: inout Register, to measure: String, on day: String) throws {
        try register.act(
            "sanction.rectify", "S-2024-10",
            [
                "measure": .string(measure), "by": "organ", "ground": "事实有误（虚构）",
                "instrument": "虚构〔2024〕9号",
            ], on: day, approvedBy: "chief.b")
    }

    private func marks(_ register: Register, by text: String) -> [Irregularity] {
        register.file(Reprimand.person).marks(by: day(text), under: register.law) {
            register.view($0) ?? CaseFile(about: $0)
        }.map(\.code)
    }

    @Test("made heavier it is served anew, with a month of its own, and can be objected to")
    func served() throws {
        var register = try rectified()
        #expect(register.row(on: "2024-06-03")?.life.service == nil)
        #expect(register.row(on: "2024-06-03")?.life.formerServices.count == 1)
        let recorded = try register.act("sanction.serve", "S-2024-10", on: "2024-06-05")
        // One month from 5 June: 5 July, a Friday.
        #expect(recorded.first?.event[SanctionServed.self]?.remedyUntil == day("2024-07-05"))
        #expect(
            register.refusal("sanction.serve", "S-2024-10", on: "2024-06-06")
                == .sanction(.servedAlready(Self.id, on: day("2024-06-05"))))
        let row = try #require(register.row(on: "2024-07-05"))
        #expect(row.isRemedyOpen == true && row.remedyUntil == day("2024-07-05"))
        #expect(register.row(on: "2024-07-06")?.isRemedyOpen == false)
        var late = register
        let filed = try register.act(
            "appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-07-05")
        #expect(filed.first?.event[AppealFiled.self]?.late == false)
        let missed = try late.act(
            "appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-07-06")
        #expect(missed.first?.event[AppealFiled.self]?.late == true)
    }

    @Test("what had been objected to before is not what is objected to now")
    func filings() throws {
        var register = try Reprimand.register()
        try register.reprimand(.seriousDemerit, as: "S-2024-10", ["authority": "supervision"])
        try register.act("sanction.serve", "S-2024-10", on: "2024-01-18")
        register.now = instant("2024-12-01T01:00:00.000Z")
        try register.act("appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-01-25")
        try register.act(
            "appeal.decide", "A-1", ["outcome": "maintained"], on: "2024-02-05",
            approvedBy: "chief.b")
        // Lighter it may become all the same.
        try rectify(&register, to: "warning", on: "2024-03-01")
        try register.act("sanction.serve", "S-2024-10", on: "2024-03-04")
        let filed = try register.act(
            "appeal.file", "A-2", ["sanction": "S-2024-10"], on: "2024-03-11")
        #expect(filed.first?.event[AppealFiled.self]?.stage == "reexamination")
        let file = try #require(register.sanction(Self.id))
        let read = AppealTimeline(of: file, under: register.law, asOf: day("2024-03-10")) {
            register.appeal($0)
        }
        let timeline = try #require(read)
        #expect(timeline.measure == .warning && timeline.months == 6)
        #expect(timeline.service?.on == day("2024-03-04"))
        #expect(timeline.filing?.due == day("2024-04-07"))
        #expect(timeline.finalSince == nil)
    }

    @Test("the month to change post and pay runs from the decision that made it 降级")
    func personnel() throws {
        var story = ClockStory(try rectified())
        #expect(
            !story.readings(asOf: "2024-06-02").contains { $0.clock == ClockName.personnel })
        let reading = try story.reading(ClockName.personnel, asOf: "2024-06-04")
        #expect(reading.start.on == day("2024-06-03") && reading.due == day("2024-07-03"))
        #expect(reading.nature == .duty && reading.start.unit == "U-JY")
        try story.act("sanction.execute", "S-2024-10", on: "2024-06-20")
        #expect(
            try story.reading(ClockName.personnel, asOf: "2024-06-21").state
                == .met(on: day("2024-06-20")))
    }

    @Test("what was told of the former decision runs until the new one is served, and no longer")
    func formerClock() throws {
        var register = try rectified(on: "2024-02-01")
        func clocks(_ text: String) -> [ClockReading] {
            ClockStory(register).readings(asOf: text).filter {
                $0.start.slot == ClockName.remedy
            }
        }
        #expect(clocks("2024-01-31").map(\.start.on) == [day("2024-01-18")])
        #expect(clocks("2024-02-01").map(\.start.on) == [day("2024-01-18")])
        try register.act("sanction.serve", "S-2024-10", on: "2024-02-05")
        #expect(clocks("2024-02-05").map(\.start.on) == [day("2024-02-05")])
    }

    @Test("made lighter it takes nothing away: what was told holds until it is served itself")
    func lighter() throws {
        var register = try rectified(.seriousDemerit, to: "warning", on: "2024-03-01")
        #expect(register.row(on: "2024-03-02")?.remedyUntil == day("2024-02-18"))
        #expect(register.row(on: "2024-03-02")?.isRemedyOpen == false)
        var late = register
        let missed = try late.act(
            "appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-03-03")
        #expect(missed.first?.event[AppealFiled.self]?.late == true)
        try register.act("sanction.serve", "S-2024-10", on: "2024-03-04")
        #expect(register.row(on: "2024-03-04")?.isRemedyOpen == true)
    }

    @Test("made 开除, it ends the service on its own day, and before that it was what it was")
    func dismissed() throws {
        let register = try rectified(to: "dismissal")
        func status(_ text: String) -> CurrentStatus {
            register.file(Reprimand.person).status(on: day(text), under: register.law)
        }
        #expect(status("2024-06-02").employment == .inPost)
        #expect(status("2024-06-02").sanctions.map(\.measure) == [.warning])
        let after = status("2024-06-03")
        #expect(after.employment == .left(reason: .expelled, on: day("2024-06-03")))
        #expect(after.posts.isEmpty)
        #expect(after.sanctions.map(\.measure) == [.dismissal])
        #expect(after.sanctions.map(\.since) == [day("2024-06-03")])
        // It never was a bar to enter the service before it was made.
        #expect(
            after.bars.filter { $0.bars.contains(.recruitment) }.map(\.from)
                == [day("2024-06-03")])
    }

    @Test("made lighter than 开除 by the organ itself, it gives the post back")
    func dismissalRectified() throws {
        let register = try rectified(.dismissal, to: "warning", on: "2024-02-05")
        let file = register.file(Reprimand.person)
        #expect(
            file.status(on: day("2024-02-04"), under: register.law).employment
                == .left(reason: .expelled, on: day("2024-01-15")))
        #expect(file.status(on: day("2024-02-05"), under: register.law).employment == .inPost)
    }

    @Test(
        "made lighter it runs from its first day, made heavier from the decision less what was served",
        arguments: [
            // 18 months from 15 January 2024, cut to 6: 14 July 2024.
            (Measure.seriousDemerit, "warning", "2024-06-03", "2024-07-14"),
            // 12 months from 3 June 2024 end on 2 June 2025; 140 days were served: 13 January 2025.
            (Measure.warning, "demerit", "2024-06-03", "2025-01-13"),
        ])
    func runs(from: Measure, to: String, on: String, last: String) throws {
        let register = try rectified(from, to: to, on: on)
        let life = try #require(register.row(on: on)?.life)
        #expect(life.lastDay == day(last))
        let settings = life.settings(under: register.law).map(\.code)
        #expect(settings.contains("rectificationCountsServed") == (to == "demerit"))
        #expect(settings.contains("variationKeepsOriginalStart") == (to == "warning"))
    }

    @Test("made heavier when its period was over, that is said; on its last day it is not")
    func afterEnd() throws {
        // 警告 of 15 January ends on 14 July.
        let over = try rectified(on: "2024-07-15")
        #expect(marks(over, by: "2024-07-15").contains(.heavierAfterEnd))
        #expect(!marks(over, by: "2024-07-14").contains(.heavierAfterEnd))
        let running = try rectified(on: "2024-07-14")
        #expect(!marks(running, by: "2024-12-01").contains(.heavierAfterEnd))
    }
}
