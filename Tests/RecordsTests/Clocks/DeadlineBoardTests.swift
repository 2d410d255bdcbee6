import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("The deadline board: due soonest first, by unit and by person")
struct DeadlineBoardTests {
    /// Three decisions to publish by 2024-07-02, -03 and -04, and a remedy of the director's.
    private static func story() throws -> ClockStory {
        var register = try Register.sanctioned(on: "2024-06-02", served: "2024-06-05")
        register.now = instant("2024-06-06T02:00:00.000Z")
        var story = ClockStory(register)
        for (index, unit) in ["U-GOV", "U-WATER", "U-GOV"].enumerated() {
            story.register.now = instant("2024-06-0\(6 + index)T02:00:00.000Z")
            try story.act(
                "decision.initiate", "D-\(index)", ["lead": "U-WATER", "head": "P-0003"],
                on: "2024-05-01")
            try story.act(
                "decision.adopt", "D-\(index)", ["decider": .string(unit)],
                on: "2024-06-0\(3 + index)")
        }
        return story
    }

    @Test(
        "every item with its level: later, soon, overdue, escalated",
        arguments: [
            ("2024-06-20", [DeadlineBoard.Level.later, .later, .later, .later]),
            ("2024-06-25", [.dueSoon, .later, .later, .later]),
            ("2024-07-03", [.overdue, .dueSoon, .dueSoon, .dueSoon]),
            ("2024-08-01", [.overdue, .overdue, .overdue]),
            ("2024-08-02", [.escalated, .overdue, .overdue]),
        ])
    func levels(_ day: String, _ levels: [DeadlineBoard.Level]) throws {
        let board = try Self.story().board(asOf: day)
        #expect(board.items.map(\.level) == levels)
        #expect(board.counts.total == levels.count)
        for level in DeadlineBoard.Level.allCases {
            #expect(board.counts[level] == levels.count { $0 == level })
        }
        // What is escalated is overdue; of each unit and person, too.
        let over = levels.count { $0 == .overdue || $0 == .escalated }
        #expect(board.counts.overdue == over)
        #expect(board.units.map(\.counts.overdue).reduce(0, +) == over)
        #expect(
            try Self.story().board(asOf: day, .init(isOverdueOnly: true)).counts.overdue == over)
        let due = board.items.compactMap(\.reading.due)
        #expect(due == due.sorted() && due.count == levels.count)
    }

    @Test("on the last day of its maximum a clock is overdue, on the day after it is escalated")
    func maximum() throws {
        var story = try Self.story()
        var rules = try LawDocuments.region(parent: nil, from: "2021-01-01")
        rules.edit("clocks") { clocks in
            guard var longest = clocks.first(where: { $0.member("code") == "publication" }) else {
                preconditionFailure("the notice has that clock")
            }
            longest.set("code", "publicationMaximum")
            longest.set("span", "35 days")
            clocks.append(longest)
        }
        try LawDocuments.activate(
            rules, at: "2023-12-02T01:00:00.000Z", in: &story.register.law)
        // Adopted on 2024-06-03, to publish by 07-02, by 07-08 at the very longest.
        #expect(story.board(asOf: "2024-07-08").items.first?.reading.maximum == day("2024-07-08"))
        #expect(story.board(asOf: "2024-07-08").items.first?.level == .overdue)
        #expect(story.board(asOf: "2024-07-09").items.first?.level == .escalated)
    }

    @Test("by unit and by person; a person's own remedy and what concerns the person")
    func owners() throws {
        let story = try Self.story()
        let board = story.board(asOf: "2024-06-20")
        #expect(board.units.map(\.owner) == ["U-GOV", "U-WATER"])
        #expect(board.units.map(\.counts.total) == [2, 1])
        #expect(board.persons.map(\.owner) == ["P-0003"])
        #expect(story.board(asOf: "2024-06-20", .init(unit: "U-GOV")).items.count == 2)
        #expect(story.board(asOf: "2024-06-20", .init(person: "P-0003")).items.count == 1)
        #expect(story.board(asOf: "2024-06-20", .init(person: "P-9")).items.isEmpty)
        #expect(story.board(asOf: "2024-07-03", .init(isOverdueOnly: true)).items.count == 1)
    }

    @Test("a lapsed right is no arrears")
    func lapsed() throws {
        let board = try Self.story().board(asOf: "2024-08-02")
        #expect(!board.items.contains { $0.reading.nature == .right })
    }

    @Test(
        "D2 20: deadlines follow the calendar in force; a working Sunday is no rest day; a year that is not loaded is an error"
    )
    func calendars() throws {  // D2 20
        var register = try Register.sanctioned()
        #expect(
            ClockStory(register).board(asOf: "2024-02-01").items.first?.reading.due
                == day("2024-02-18"))
        // Without the adjusted Sundays the 18th is a rest day, and the time rolls.
        let plain = try WorkCalendar(
            year: 2024, source: "虚构",
            rest: [.init(name: "元旦", from: day("2024-01-01"), to: day("2024-01-01"))],
            work: [])
        register.law.load(
            .init(
                plain, digest: "", position: 900, at: instant("2024-02-05T00:00:00.000Z"), by: "x"))
        let story = ClockStory(register)
        #expect(story.board(asOf: "2024-02-10").items.first?.reading.due == day("2024-02-19"))
        let then = story.board(asOf: "2024-02-10", knownAt: "2024-02-04T00:00:00.000Z")
        #expect(then.items.first?.reading.due == day("2024-02-18"))

        var future = ClockStory(try Register.sanctioned(on: "2026-12-10", served: nil))
        future.recordAct("sanction.serve", "S-1", ["route": "A"], on: "2026-12-15")
        let board = future.board(asOf: "2026-12-20")
        #expect(board.items.map(\.level) == [.undetermined])
        #expect(board.items.first?.daysLeft == nil)
        #expect(board.faults.map(\.fault) == [.calendarMissing(2027)])
    }

    @Test("D2 25: the board of a past day, as known then, never changes")
    func knownThen() throws {  // D2 25
        var story = try Self.story()
        func then(_ story: ClockStory) -> DeadlineBoard {
            story.board(asOf: "2024-06-07", knownAt: "2024-06-07T15:59:59.999Z")
        }
        let before = then(story)
        #expect(before.items.count == 3)
        story.register.now = instant("2024-07-01T02:00:00.000Z")
        try story.act("decision.publish", "D-0", ["channels": ["政府网站"]], on: "2024-06-05")
        try story.register.file("A-1", "A", "reexamination", on: "2024-06-06")
        story.register.law.load(
            .init(
                try WorkCalendar(
                    year: 2024, source: "虚构",
                    rest: [.init(name: "元旦", from: day("2024-01-01"), to: day("2024-01-01"))],
                    work: []), digest: "", position: 900, at: story.register.now, by: "x"))
        #expect(then(story) == before)
        #expect(
            story.board(asOf: "2024-06-07").items.map(\.reading.start.slot) == [
                "publication", "publication", "decide/A-1",
            ])
    }

    @Test("every explanation says from when, to when and by which rule")
    func explained() throws {
        for item in try Self.story().board(asOf: "2024-06-20").items {
            let deadline = try #require(item.reading.deadline)
            #expect(deadline.explanationChinese.contains("起算"))
            #expect(deadline.explanationChinese.contains("依据"))
            #expect(deadline.explanationEnglish.contains("Source"))
        }
    }
}
