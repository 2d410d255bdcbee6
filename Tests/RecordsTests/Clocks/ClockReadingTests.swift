import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Each statutory clock starts and ends with an entry of its own")
struct ClockReadingTests {
    private func initiated() throws -> ClockStory {
        var story = try ClockStory()
        try story.act(
            "decision.initiate", "D-1", ["lead": "U-WATER", "head": "P-0003"], on: "2024-01-02")
        return story
    }

    @Test("comments run to the day announced; what was not answered by then is overdue")
    func consultation() throws {
        var story = try initiated()
        try story.act(
            "decision.open-consultation", "D-1", ["until": "2024-02-20"], on: "2024-01-10")
        try story.act("decision.receive-opinion", "D-1", ["opinion": "1"], on: "2024-01-12")
        try story.act("decision.receive-opinion", "D-1", ["opinion": "2"], on: "2024-01-13")
        try story.act(
            "decision.dispose-opinion", "D-1", ["opinion": "1", "adopted": true], on: "2024-02-01")
        #expect(try story.reading("consultation", asOf: "2024-02-18").state == .running(left: 2))
        let opinion = try story.reading("opinionAnswer", asOf: "2024-02-18")
        #expect(opinion.due == day("2024-02-20") && opinion.start.slot == "opinionAnswer/2")
        try story.act("decision.close-consultation", "D-1", on: "2024-02-16")
        #expect(
            try story.reading("consultation", asOf: "2024-02-18").state
                == .met(on: day("2024-02-16")))
        #expect(try story.reading("opinionAnswer", asOf: "2024-02-18").state == .overdue(by: 2))
        #expect(story.board(asOf: "2024-02-18").items.count == 1)
    }

    @Test("a review of legality has a least time, which is never overdue")
    func legality() throws {
        var story = try initiated()
        try story.act("decision.submit-for-legality", "D-1", ["reviewer": "U-SF"], on: "2024-04-01")
        let running = try story.reading("legalityReviewMinimum", asOf: "2024-04-05")
        // Qingming takes two working days, Sunday the 7th gives one back.
        #expect(running.due == day("2024-04-11") && running.nature == .minimum)
        #expect(running.start.unit == "U-SF")
        #expect(try story.reading("legalityReviewMinimum", asOf: "2024-05-20").state == .reached)
        #expect(story.board(asOf: "2024-05-20").items.map(\.level) == [.minimum])
        try story.act(
            "decision.review-legality", "D-1", ["conclusion": "lawful"], on: "2024-04-12")
        #expect(story.board(asOf: "2024-05-20").items.isEmpty)
    }

    @Test("what is adopted is published within twenty working days, or withheld")
    func publication() throws {
        for end in ["publish", "withhold"] {
            var story = try initiated()
            try story.act("decision.adopt", "D-1", ["decider": "U-GOV"], on: "2024-06-03")
            let running = try story.reading("publication", asOf: "2024-06-10")
            // Dragon boat on Monday the 10th.
            #expect(running.due == day("2024-07-02") && running.start.unit == "U-GOV")
            #expect(try story.reading("publication", asOf: "2024-07-05").state == .overdue(by: 3))
            try story.act(
                "decision.\(end)", "D-1",
                end == "publish"
                    ? ["channels": ["政府网站"]] : ["ground": "国家秘密", "rule": "保守国家秘密法#30"],
                on: "2024-07-05")
            #expect(
                try story.reading("publication", asOf: "2024-08-01").state
                    == .metLate(on: day("2024-07-05"), over: 3))
        }
    }

    @Test(
        "what was not answered when it was decided waits no more", arguments: ["adopt", "reject"])
    func unanswered(end: String) throws {
        var story = try initiated()
        try story.act(
            "decision.open-consultation", "D-1", ["until": "2024-02-20"], on: "2024-01-10")
        try story.act("decision.receive-opinion", "D-1", ["opinion": "1"], on: "2024-01-12")
        try story.act("decision.receive-opinion", "D-1", ["opinion": "2"], on: "2024-01-13")
        story.recordAct("decision.\(end)", "D-1", on: "2024-03-01")
        func waiting(asOf day: String) -> [DeadlineBoard.Level] {
            story.board(asOf: day).items.filter { $0.reading.clock == "opinionAnswer" }
                .map(\.level)
        }
        #expect(waiting(asOf: "2024-02-29") == [.overdue, .overdue])
        #expect(waiting(asOf: "2024-06-01").isEmpty)
    }

    @Test("each evaluator has a day of its own")
    func evaluators() throws {
        var story = try initiated()
        for (evaluator, due) in [("P-60", "2025-03-31"), ("P-61", "2025-04-30")] {
            story.recordAct(
                "decision.order-evaluation", "D-1",
                ["evaluator": .string(evaluator), "due": .string(due)], on: "2024-09-01")
        }
        #expect(
            story.board(asOf: "2025-03-01").items.map(\.reading.start.unit) == ["P-60", "P-61"])
        story.recordAct("decision.evaluate", "D-1", ["evaluator": "P-61"], on: "2025-03-02")
        #expect(story.board(asOf: "2025-03-03").items.map(\.reading.start.unit) == ["P-60"])
        #expect(story.board(asOf: "2025-03-03").items.first?.reading.titleChinese == "决策后评估期限")
    }

    @Test("an evaluation that was ordered is due on the day the order gives")
    func evaluation() throws {
        var story = try initiated()
        try story.act("decision.adopt", "D-1", on: "2024-06-03")
        try story.act("decision.publish", "D-1", ["channels": ["政府网站"]], on: "2024-06-04")
        let order = try story.act(
            "decision.order-evaluation", "D-1", ["evaluator": "P-60", "due": "2025-03-31"],
            on: "2024-09-01")
        let running = try story.reading("postEvaluation", asOf: "2025-03-30")
        #expect(running.state == .running(left: 1) && running.start.unit == "P-60")
        #expect(running.start.position == order && running.deadline == nil)
        try story.act("decision.evaluate", "D-1", ["evaluator": "P-60"], on: "2025-03-31")
        #expect(
            try story.reading("postEvaluation", asOf: "2025-04-01").state
                == .met(on: day("2025-03-31")))
    }

    @Test("six months bind an employer alone: told, and never overdue, until the case is closed")
    func employer() throws {
        var story = try ClockStory()
        story.record(
            CaseOpened(case: "C-9", authority: "U-WATER"), on: "2024-05-20")
        let running = try story.reading("employerDecision", asOf: "2024-06-01")
        #expect(running.due == day("2024-11-20") && running.maximum == day("2025-05-20"))
        #expect(running.start.unit == "U-WATER" && running.nature == .indicative)
        #expect(try story.reading("employerDecision", asOf: "2025-06-01").state == .reached)
        for day in ["2024-11-19", "2024-11-25", "2024-12-21", "2025-06-01"] {
            let board = story.board(asOf: day)
            #expect(board.items.map(\.level) == [.indicative])
            #expect(board.counts[.indicative] == 1 && board.counts.total == 1)
        }
        // One sanction decides on one person.
        story.record(
            SanctionImposed(
                sanction: "S-9", case: "C-9", subject: "P-0003", measure: .warning),
            on: "2024-11-01")
        #expect(story.board(asOf: "2024-11-25").items.map(\.reading.clock) == ["employerDecision"])
        story.record(CaseClosed(case: "C-9"), on: "2024-11-20")
        #expect(story.board(asOf: "2024-12-21").items.isEmpty)
    }

    @Test("a transfer is answered within sixty days by the organ that received it")
    func transfer() throws {
        var story = try ClockStory(Register.sanctioned())
        try story.act(
            "case.transfer", "C-1",
            ["subject": "P-0003", "organ": "U-CITY", "reason": "managementAuthority"],
            on: "2024-05-20")
        let running = try story.reading("transferAnswer", asOf: "2024-06-01")
        #expect(running.due == day("2024-07-19"))
        #expect(running.start.unit == "U-CITY" && running.start.subject == "P-0003")
        try story.act(
            "case.answer-transfer", "C-1",
            ["subject": "P-0003", "organ": "U-CITY", "outcome": "accepted"], on: "2024-07-01")
        #expect(
            try story.reading("transferAnswer", asOf: "2024-08-01").state
                == .met(on: day("2024-07-01")))
    }

    @Test("the department in charge of an expert answers within sixty days")
    func expert() throws {
        var story = try ClockStory(Register.sanctioned())
        story.recordAct(
            "case.notify-expert-department", "C-1", ["expert": "P-70", "department": "U-EDU"],
            on: "2024-05-20")
        #expect(try story.reading("expertAnswer", asOf: "2024-06-01").due == day("2024-07-19"))
        story.recordAct(
            "case.answer-expert", "C-1",
            ["expert": "P-70", "department": "U-EDU", "outcome": "已处理"], on: "2024-08-01")
        #expect(
            try story.reading("expertAnswer", asOf: "2024-08-02").state
                == .metLate(on: day("2024-08-01"), over: 13))
    }

    @Test("post and pay follow a sanction within a month")
    func personnel() throws {
        var story = try ClockStory()
        story.record(
            SanctionImposed(
                sanction: "S-9", case: "C-9", subject: "P-0003", measure: .demotion,
                authority: .supervision, organ: "U-WATER"), on: "2024-01-15")
        let running = try story.reading("personnelChange", asOf: "2024-02-01")
        // 15 February lies in the spring festival, which ends on Sunday the 18th, a working day.
        #expect(running.due == day("2024-02-18") && running.start.unit == "U-WATER")
        story.recordAct("sanction.execute", "S-9", on: "2024-02-10")
        #expect(
            try story.reading("personnelChange", asOf: "2024-03-01").state
                == .met(on: day("2024-02-10")))
    }

    @Test("an annulment asks for the reputation to be restored within thirty days")
    func reputation() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        try register.decide("A-1", "annulled", on: "2024-03-05")
        var story = ClockStory(register)
        let running = try story.reading("reputationRestoration", asOf: "2024-03-10")
        #expect(running.due == day("2024-04-07") && running.start.subject == "P-0003")
        story.recordAct(
            "sanction.restore-reputation", "S-1", ["range": "unit"], on: "2024-03-20")
        #expect(
            try story.reading("reputationRestoration", asOf: "2024-05-01").state
                == .met(on: day("2024-03-20")))
    }

    @Test("a corrected start is no later than its end: it stands where it stood")
    func corrected() throws {
        var story = try initiated()
        let adopted = try story.act("decision.adopt", "D-1", on: "2024-06-03")
        try story.act("decision.publish", "D-1", ["channels": ["政府网站"]], on: "2024-06-04")
        try story.register.correct(
            adopted,
            with: Register.command("decision.adopt", "D-1", on: "2024-06-04")
                .signed(by: "clerk.a", approvedBy: "chief.b"))
        #expect(
            try story.reading("publication", asOf: "2024-08-01").state
                == .met(on: day("2024-06-04")))
    }

    @Test("what withdraws an end leaves the clock running")
    func withdrawn() throws {
        var story = try initiated()
        try story.act("decision.adopt", "D-1", on: "2024-06-03")
        let published = try story.act(
            "decision.publish", "D-1", ["channels": ["政府网站"]], on: "2024-06-04")
        try story.register.ask(
            "withdrawRecord",
            ["position": .integer(published), "reason": "误录", "decision": "D-1"], on: nil,
            approvedBy: "chief.b")
        #expect(try story.reading("publication", asOf: "2024-07-05").state == .overdue(by: 3))
    }
}

extension ClockStory {
    /// Records without deciding: what other rules make of it is not asked here.
    mutating func record(_ fact: some Fact, on day: String) {
        register.record([
            Draft(event: Event(fact), on: RecordsTests.day(day), basis: ["XZZ-2020-26#4"])
        ])
    }

    mutating func recordAct(
        _ name: String, _ about: String, _ fields: [String: Tree] = [:], on day: String
    ) {
        guard let command = try? Register.command(name, about, fields, on: day),
            let fact = command.act as? any Fact
        else { preconditionFailure("\(name) is an act") }
        record(fact, on: day)
    }
}
