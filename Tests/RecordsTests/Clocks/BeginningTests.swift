import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("From when a time runs, whom it binds, and with what it ends")
struct BeginningTests {
    private func filed(_ route: String, _ stage: String) throws -> ClockStory {
        var register = try Register.sanctioned(route: route)
        try register.file("A-1", route, stage, on: "2024-02-05")
        return ClockStory(register)
    }

    private func accept(_ story: inout ClockStory, on day: String = "2024-02-20") throws {
        try story.act("appeal.rule", "A-1", ["admitted": true], on: day)
    }

    @Test("an appeal is decided within sixty days of acceptance, and before that no time runs")
    func appeal() throws {
        var story = try filed("B", "appeal")
        let waiting = try story.reading("B.appeal.decide", asOf: "2024-06-01")
        #expect(waiting.state == .open && waiting.due == nil)
        #expect(waiting.beginning == .awaitingAcceptance)
        // It waits for somebody, and the board says so.
        let board = story.board(asOf: "2024-06-01")
        #expect(board.items.map(\.level) == [.undetermined] && board.counts.total == 1)
        try accept(&story)
        let running = try story.reading("B.appeal.decide", asOf: "2024-02-20")
        // Sixty days from 20 February end on Saturday 2024-04-20.
        #expect(running.due == day("2024-04-22") && running.start.on == day("2024-02-20"))
        #expect(running.beginning == .acceptance && running.state == .running(left: 62))
        #expect(try story.reading("B.appeal.decide", asOf: "2024-02-19").due == nil)
        #expect(
            try story.reading("B.appeal.decide", asOf: "2024-04-23").state == .overdue(by: 1))
        // Recorded late, it counts from its day.
        var late = try filed("B", "appeal")
        late.register.now = instant("2024-03-20T02:00:00.000Z")
        try accept(&late)
        #expect(try late.reading("B.appeal.decide", asOf: "2024-04-01").due == day("2024-04-22"))
    }

    @Test("thirty more days count from where the sixty end")
    func extended() throws {
        var story = try filed("B", "appeal")
        try accept(&story)
        try story.act("appeal.extend", "A-1", ["reason": "案情复杂"], on: "2024-04-22")
        // From Saturday 2024-04-20, the nominal end: Monday 2024-05-20.
        #expect(try story.reading("extension", asOf: "2024-05-01").due == day("2024-05-20"))
    }

    @Test("a review runs from the day the application came in, whenever it was accepted")
    func review() throws {
        var story = try filed("B", "review")
        #expect(try story.reading("B.review.decide", asOf: "2024-02-10").due == day("2024-03-06"))
        try accept(&story)
        let running = try story.reading("B.review.decide", asOf: "2024-02-21")
        #expect(running.due == day("2024-03-06") && running.beginning == nil)
    }

    @Test("of route A a setting says it; without acceptance it runs from filing for now")
    func supervision() throws {
        var story = try filed("A", "reexamination")
        let before = try story.reading("A.reexamination.decide", asOf: "2024-02-10")
        #expect(before.due == day("2024-03-05"))
        #expect(before.beginning == .filingForNow("routeADecisionStart"))
        try accept(&story)
        let running = try story.reading("A.reexamination.decide", asOf: "2024-02-21")
        #expect(running.due == day("2024-03-20"))
        #expect(running.beginning == .acceptanceBySetting("routeADecisionStart"))
        // As of a day before it was accepted, nobody knew.
        let then = try story.reading("A.reexamination.decide", asOf: "2024-02-19")
        #expect(then.due == day("2024-03-05"))
    }

    @Test("what was decided before the acceptance was recorded was in time")
    func decidedUnaccepted() throws {
        var story = try filed("B", "appeal")
        try story.act(
            "appeal.form-panel", "A-1", ["members": ["P-31", "P-32", "P-33"]], on: "2024-03-05")
        try story.act("appeal.decide", "A-1", ["outcome": "maintained"], on: "2024-06-03")
        #expect(
            try story.reading("B.appeal.decide", asOf: "2024-07-01").state
                == .met(on: day("2024-06-03")))
    }

    // MARK: post and pay

    private func imposed(_ measure: Measure, _ authority: Authority?) throws -> ClockStory {
        var story = try ClockStory()
        story.record(
            SanctionImposed(
                sanction: "S-9", case: "C-9", subject: "P-0003", measure: measure,
                authority: authority, organ: "U-WATER"), on: "2024-01-15")
        return story
    }

    @Test(
        "post and pay change after demotion and heavier, of a supervision organ alone",
        arguments: [
            (Measure.warning, false), (.demerit, false), (.seriousDemerit, false),
            (.demotion, true), (.removal, true), (.dismissal, true), (.admonition, false),
            (.dutyRemoval, false),
        ])
    func personnel(measure: Measure, isThere: Bool) throws {
        let codes = try imposed(measure, .supervision).readings(asOf: "2024-02-01").map(\.clock)
        #expect(codes == (isThere ? ["personnelChange"] : []))
        #expect(try imposed(measure, .employer).readings(asOf: "2024-02-01").isEmpty)
        // Nobody said who decided: told, and never overdue.
        let unsaid = try imposed(measure, nil).readings(asOf: "2024-09-01")
        #expect(unsaid.map(\.nature) == (isThere ? [.indicative] : []))
        #expect(unsaid.map(\.state) == (isThere ? [.reached] : []))
    }

    @Test("at the longest six months, after which it is escalated")
    func longest() throws {
        let running = try imposed(.demotion, .supervision).reading(
            "personnelChange", asOf: "2024-02-19")
        #expect(running.maximum == day("2024-07-15") && running.state == .overdue(by: 1))
    }

    @Test("what it was varied to decides whether post and pay change")
    func varied() throws {
        for (measure, state) in [
            (Measure.demerit, ClockReading.State.met(on: day("2024-02-05"))),
            (.demotion, .overdue(by: 1)),
        ] {
            var story = try imposed(.removal, .supervision)
            story.record(
                SanctionVaried(
                    sanction: "S-9", case: "C-9", subject: "P-0003", measure: measure, by: .organ),
                on: "2024-02-05")
            #expect(try story.reading("personnelChange", asOf: "2024-02-19").state == state)
            #expect(
                try story.reading("personnelChange", asOf: "2024-02-04").state
                    == .running(left: 14))
        }
    }

    // MARK: the employer's half year

    private func opened() throws -> ClockStory {
        var story = try ClockStory()
        story.record(CaseOpened(case: "C-9", authority: "U-WATER"), on: "2024-05-20")
        for person in ["P-0003", "P-0004"] {
            story.record(
                PersonNamed(case: "C-9", subject: SubjectID(wellFormed: person)), on: "2024-06-03")
        }
        return story
    }

    private func deciding(_ story: ClockStory, asOf day: String) -> [String] {
        story.readings(asOf: day).filter { $0.clock == "employerDecision" }
            .map { "\($0.start.subject?.text ?? "") \($0.due?.description ?? "") \($0.stateCode)" }
    }

    private func impose(
        _ authority: Authority?, on person: SubjectID, _ day: String, _ story: inout ClockStory
    ) {
        story.record(
            SanctionImposed(
                sanction: SanctionID(wellFormed: "S-\(person.text)"), case: "C-9", subject: person,
                measure: .warning,
                authority: authority, organ: "U-WATER"), on: day)
    }

    @Test("it runs for each person from the opening of the case, and ends with the decision")
    func employer() throws {
        var story = try opened()
        #expect(
            deciding(story, asOf: "2024-06-10")
                == ["P-0003 2024-11-20 running", "P-0004 2024-11-20 running"])
        // Before anybody is named it is that of the case.
        #expect(deciding(story, asOf: "2024-06-02") == [" 2024-11-20 running"])
        impose(.employer, on: "P-0003", "2024-11-20", &story)
        #expect(
            deciding(story, asOf: "2024-11-21")
                == ["P-0003 2024-11-20 met", "P-0004 2024-11-20 reached"])
        impose(.employer, on: "P-0004", "2024-11-21", &story)
        #expect(
            deciding(story, asOf: "2024-12-01")
                == ["P-0003 2024-11-20 met", "P-0004 2024-11-20 metLate"])
        #expect(story.board(asOf: "2024-12-01").items.isEmpty)
    }

    @Test("it binds no supervision organ, and ends with whoever is cleared, handed over or gone")
    func otherEnds() throws {
        var story = try opened()
        impose(.supervision, on: "P-0003", "2025-01-10", &story)
        #expect(deciding(story, asOf: "2025-02-01") == ["P-0004 2024-11-20 reached"])
        var found = try opened()
        found.record(
            FindingMade(case: "C-9", subject: "P-0003", finding: .sustained), on: "2024-07-01")
        #expect(deciding(found, asOf: "2024-07-02").count { $0.hasSuffix("running") } == 2)
        found.record(
            FindingMade(case: "C-9", subject: "P-0004", finding: .unfounded), on: "2024-07-01")
        #expect(deciding(found, asOf: "2024-07-02").last == "P-0004 2024-11-20 met")
        var cleared = try opened()
        cleared.record(
            PersonCleared(case: "C-9", subject: "P-0003", range: .unit), on: "2024-07-01")
        #expect(deciding(cleared, asOf: "2024-07-02").first == "P-0003 2024-11-20 met")
        var closed = try opened()
        closed.record(CaseClosed(case: "C-9"), on: "2024-07-01")
        #expect(deciding(closed, asOf: "2024-07-02").allSatisfy { $0.hasSuffix("met") })
        #expect(deciding(closed, asOf: "2024-07-02").count == 2)
    }

    @Test("a case that is opened again is decided again, from that day")
    func reopened() throws {
        var story = try opened()
        impose(.employer, on: "P-0003", "2024-07-01", &story)
        story.record(CaseClosed(case: "C-9"), on: "2024-07-02")
        story.record(CaseReopened(case: "C-9", reason: .clear("新证据")), on: "2024-08-01")
        #expect(deciding(story, asOf: "2024-08-02").last == " 2025-02-05 running")
        impose(.employer, on: "P-0004", "2024-09-02", &story)
        #expect(deciding(story, asOf: "2024-09-03").last == " 2025-02-05 met")
    }

    // MARK: whose time it is

    @Test("nobody's time is that of a unit which nobody named")
    func owners() throws {
        var story = try opened()
        story.record(
            SanctionAnnulled(sanction: "S-9", case: "C-9", subject: "P-0003", by: .organ),
            on: "2024-07-01")
        let units = story.readings(asOf: "2024-07-02").map(\.start.unit)
        #expect(!units.contains("SYS") && units.contains("U-WATER"))
        let entry = DatedEntry(
            position: 1, at: instant("2024-01-01T00:00:00.000Z"), on: day("2024-01-01"),
            recordedBy: DatedEntry.unsaid)
        #expect(entry.unit == nil)
        // The organ that imposed it is the one that restores, and the one that decides first.
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        #expect(try register.filed("A-1").organ == register.sanctioning)
    }
}

extension Register {
    fileprivate var sanctioning: UnitID? {
        sanction("S-1")?.log.latest(SanctionImposed.self)?.fact.organ
    }
}
