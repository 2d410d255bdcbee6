import Law
import LawSupport
import Testing

@Suite("Days of a pause do not count towards a time")
struct PauseTests {
    private func rule(_ code: String) throws -> ClockRule {
        try #require(try LawDocuments.law().bodies(on: day("2026-01-05"))?.clock(code))
    }

    private func due(
        _ code: String, from start: String, _ pauses: [(String, String)]
    ) throws -> Deadline {
        try LawDocuments.law().calendars.deadline(
            try rule(code), from: day(start),
            pausing: pauses.compactMap { Pause(first: day($0.0), last: day($0.1)) })
    }

    @Test("working days within it are counted after it; rest days within it cost nothing")
    func workingDays() throws {
        // Monday 2 March 2026, seven working days: to Wednesday of the week after.
        #expect(try due("objection.source", from: "2026-03-02", []).due == day("2026-03-11"))
        let paused = try due("objection.source", from: "2026-03-02", [("2026-03-04", "2026-03-06")])
        #expect(paused.due == day("2026-03-16"))
        #expect(paused.pauses.count == 1)
        #expect(
            try due("objection.source", from: "2026-03-02", [("2026-03-07", "2026-03-08")]).due
                == day("2026-03-11"))
        // Behind the last day, and on the first, which never counted.
        #expect(
            try due("objection.source", from: "2026-03-02", [("2026-03-12", "2026-03-20")]).due
                == day("2026-03-11"))
        let first = try due("objection.source", from: "2026-03-02", [("2026-03-02", "2026-03-02")])
        #expect(first.due == day("2026-03-11") && first.pauses.isEmpty)
        // The last day itself.
        #expect(
            try due("objection.source", from: "2026-03-02", [("2026-03-11", "2026-03-11")]).due
                == day("2026-03-12"))
    }

    @Test(
        "calendar days and months end as many days later; several pauses add up, and overlaps do not"
    )
    func calendarDays() throws {
        // Thirty days from 2 March: 1 April, a Wednesday.
        #expect(try due("creditComplaint.answer", from: "2026-03-02", []).due == day("2026-04-01"))
        #expect(
            try due("creditComplaint.answer", from: "2026-03-02", [("2026-03-10", "2026-03-10")])
                .due == day("2026-04-02"))
        let several = [("2026-03-10", "2026-03-11"), ("2026-03-11", "2026-03-12")]
        let twice = try due("creditComplaint.answer", from: "2026-03-02", several)
        #expect(twice.nominalEnd == day("2026-04-04"))
        // One that begins within the days added counts, too.
        let later = [("2026-03-10", "2026-03-10"), ("2026-04-02", "2026-04-02")]
        #expect(
            try due("creditComplaint.answer", from: "2026-03-02", later).nominalEnd
                == day("2026-04-03"))
        #expect(
            try due("repair.bar", from: "2026-03-02", [("2026-12-30", "2027-01-02")]).due
                == day("2027-03-06"))
    }

    @Test("the explanation says which days were no part of it")
    func explained() throws {
        let paused = try due("objection.source", from: "2026-03-02", [("2026-03-04", "2026-03-06")])
        #expect(paused.explanationChinese.contains("2026-03-04 至 2026-03-06 不计入期限"))
        #expect(paused.explanationEnglish.contains("2026-03-04 to 2026-03-06"))
        #expect(
            try !due("objection.source", from: "2026-03-02", []).explanationChinese.contains(
                "不计入期限"))
    }

    @Test("a pause that ends before it begins is none")
    func none() {
        #expect(Pause(first: day("2026-03-05"), last: day("2026-03-04")) == nil)
        #expect(Pause(first: day("2026-03-05"), last: day("2026-03-05")) != nil)
    }
}
