import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A sanction lives its exact term — 政务处分法 Art. 8, 15 (D2 21)")
struct SanctionTermTests {
    @Test(
        "the six: 6, 12, 18 and twice 24 months, the first day included",
        arguments: [
            (Measure.warning, 6, "2024-07-14"), (.demerit, 12, "2025-01-14"),
            (.seriousDemerit, 18, "2025-07-14"), (.demotion, 24, "2026-01-14"),
            (.removal, 24, "2026-01-14"),
        ])
    func periods(measure: Measure, months: Int, last: String) throws {
        var register = try Reprimand.register()
        let imposed = try register.reprimand(measure, as: "S-1")
        guard let fact = imposed.first?.event[SanctionImposed.self] else {
            Issue.record("nothing was imposed")
            return
        }
        #expect(fact.months == months)
        #expect(register.inEffect(on: last) == ["\(measure.rawValue) \(last)"])
        let next = try #require(day(last).adding(days: 1))
        #expect(register.inEffect(on: "\(next)").isEmpty)
        #expect(register.row("S-1", on: "\(next)")?.state == .expired)
    }

    @Test("where the setting says so, the first day does not count")
    func firstDayExcluded() throws {
        var register = try Reprimand.register()
        register.law = try LawDocuments.law(setting: "sanctionPeriodIncludesFirstDay", to: false)
        try register.reprimand(.warning, as: "S-1")
        #expect(register.inEffect(on: "2024-01-15") == ["warning 2024-07-15"])
    }

    @Test("dismissal has no end, and no period can be given to it")
    func dismissal() throws {
        var register = try Reprimand.register()
        expectRefusal(
            register.refusal(
                asking: "imposeSanction",
                [
                    "sanction": "S-1", "case": "C-2024-10", "subject": "P-0010",
                    "measure": "dismissal", "months": 24,
                ], on: "2024-01-15"), code: "notStatutoryMonths", source: "政务处分法#8")
        try register.reprimand(.dismissal, as: "S-1")
        #expect(register.inEffect(on: "2044-01-15") == ["dismissal"])
    }

    @Test("months other than the law's are refused, and days, and both")
    func otherPeriods() throws {
        var register = try Reprimand.register()
        for months in [5, 7, 12, 48] {
            #expect(throws: Refusal.self) {
                try register.reprimand(.warning, as: "S-1", ["months": .integer(months)])
            }
        }
        for (fields, code) in [
            (["months": Tree.integer(7)], "notStatutoryMonths"),
            (["days": 180], "periodInDays"),
            (["days": 180, "months": 6], "daysAndMonths"),
        ] {
            var refused: Refusal?
            do throws(Refusal) {
                try register.reprimand(.warning, as: "S-1", fields)
            } catch {
                refused = error
            }
            expectRefusal(refused, code: code, source: "政务处分法#8")
        }
        #expect(try register.reprimand(.warning, as: "S-1", ["months": 6]).count == 1)
    }

    @Test("identical sanctions combine from one period to what remains of all, at most 48 months")
    func combination() throws {
        var register = try Reprimand.register()
        try register.reprimand(.removal, as: "S-1", in: "C-2024-10", on: "2024-01-15")
        func combine(_ months: Int) throws(Refusal) {
            try register.reprimand(
                .removal, as: "S-2", in: "C-2024-11", on: "2024-01-15",
                ["combines": ["S-1"], "months": .integer(months)])
        }
        for months in [23, 49] {
            #expect(throws: Refusal.self) { try combine(months) }
        }
        #expect(throws: Never.self) { try combine(48) }
        #expect(register.inEffect(on: "2024-01-15") == ["removal 2028-01-14"])
        #expect(register.inEffect(on: "2028-01-15").isEmpty)
    }

    @Test("what was combined to 48 months is combined once more to no more than 48")
    func combinedTwice() throws {
        var register = try Reprimand.register()
        try register.reprimand(.removal, as: "S-1", in: "C-2024-10", on: "2024-01-15")
        try register.reprimand(
            .removal, as: "S-2", in: "C-2024-11", on: "2024-01-15",
            ["combines": ["S-1"], "months": 48])
        func combine(_ months: Int) throws(Refusal) {
            try register.reprimand(
                .removal, as: "S-3", in: "C-2024-11", on: "2024-02-15",
                ["combines": ["S-2"], "months": .integer(months)])
        }
        // Forty-seven of its months remain, and one period is twenty-four.
        #expect(
            throws: Refusal.sanction(.combinedMonths(given: 23, lowest: 24, highest: 48))
        ) { try combine(23) }
        for months in [49, 71, 72] {
            #expect(throws: Refusal.self) { try combine(months) }
        }
        try combine(48)
        #expect(register.inEffect(on: "2024-02-15") == ["removal 2028-02-14"])
    }

    @Test(
        "of two that take up the same sanction, the one imposed first does, whichever is told first"
    )
    func takenUpTwice() throws {
        var register = try Reprimand.register()
        try register.reprimand(.warning, as: "S-1", on: "2024-01-15")
        let fields: [String: Tree] = ["combines": ["S-1"], "months": 6]
        // The later one is recorded when nobody knows of the earlier one yet.
        try register.reprimand(.warning, as: "S-3", in: "C-2024-11", on: "2024-06-15", fields)
        try register.reprimand(.warning, as: "S-2", in: "C-2024-11", on: "2024-05-15", fields)
        let taken = try #require(register.row("S-1", on: "2024-06-20"))
        #expect(taken.life.combination?.fact.sanction == "S-2")
        #expect(taken.life.lastDay == day("2024-05-14"))
    }

    @Test("what has run already is not combined: two months of ten remain, so at most eight")
    func remaining() throws {
        var register = try Reprimand.register()
        try register.reprimand(.warning, as: "S-1", on: "2024-01-15")
        func combine(_ months: Int) throws(Refusal) {
            try register.reprimand(
                .warning, as: "S-2", in: "C-2024-11", on: "2024-05-15",
                ["combines": ["S-1"], "months": .integer(months)])
        }
        #expect(
            throws: Refusal.sanction(.combinedMonths(given: 9, lowest: 6, highest: 8))
        ) { try combine(9) }
        #expect(
            throws: Refusal.sanction(.combinedMonths(given: 5, lowest: 6, highest: 8))
        ) { try combine(5) }
        try combine(8)
        #expect(register.inEffect(on: "2024-05-14") == ["warning 2024-07-14"])
        #expect(register.inEffect(on: "2024-05-15") == ["warning 2025-01-14"])
        let taken = try #require(register.row("S-1", on: "2024-05-15"))
        #expect(taken.state == .combined && taken.life.lastDay == day("2024-05-14"))
    }

    @Test("only identical sanctions of the same person that run on the day combine")
    func notCombinable() throws {
        var register = try Reprimand.register()
        try register.reprimand(.warning, as: "S-1", on: "2024-01-15")
        try register.sanction(.demerit, of: "P-0011", as: "S-9", in: "C-2024-10", on: "2024-01-15")
        func refusal(_ measure: String, _ other: String, on day: String) -> Refusal? {
            register.refusal(
                asking: "imposeSanction",
                [
                    "sanction": "S-2", "case": "C-2024-11", "subject": "P-0010",
                    "measure": .string(measure), "months": 12, "combines": [.string(other)],
                ], on: day)
        }
        for (measure, other, day, code) in [
            ("demerit", "S-1", "2024-05-15", "notIdentical"),
            ("demerit", "S-9", "2024-05-15", "notIdentical"),
            ("warning", "S-1", "2024-07-15", "notRunning"),
            ("dismissal", "S-1", "2024-05-15", "notCombinable"),
            ("warning", "S-1", "2024-05-15", "combinedMonths"),
        ] {
            expectRefusal(refusal(measure, other, on: day), code: code, source: "政务处分法#15")
        }
    }

    @Test("a combination that is annulled lets the ones it took up run on")
    func combinationAnnulled() throws {
        var register = try Reprimand.register()
        try register.reprimand(.demerit, as: "S-1", on: "2024-01-15")
        try register.reprimand(
            .demerit, as: "S-2", in: "C-2024-11", on: "2024-05-15",
            ["combines": ["S-1"], "months": 20])
        try register.perform(
            SanctionAnnulled(sanction: "S-2", case: "C-2024-11", subject: "P-0010", by: .court),
            approved("2024-09-01"))
        #expect(register.inEffect(on: "2024-08-31") == ["demerit 2026-01-14"])
        #expect(register.inEffect(on: "2024-09-01") == ["demerit 2025-01-14"])
    }

    @Test("a measure unknown to the rules in force is refused with its article")
    func unknownMeasure() throws {
        var register = try Reprimand.register()
        register.law = try LawDocuments.law(without: "admonition")
        expectRefusal(
            register.refusal(
                asking: "imposeSanction",
                [
                    "sanction": "S-1", "case": "C-2024-10", "subject": "P-0010",
                    "measure": "admonition",
                ], on: "2024-01-15"), code: "measureUnknown", source: "XZZ-2020-26#14")
    }

    @Test("an act is judged by the rules of its day, the lighter where they changed since")
    func lighterRule() throws {
        var register = try Reprimand.register()
        register.law = try LawDocuments.law(months: 9, of: "warning", in: "xzz-2020-26-v2")
        try register.reprimand(.warning, as: "S-1", on: "2025-07-01", ["actOn": "2023-05-01"])
        #expect(register.inEffect(on: "2025-07-01") == ["warning 2025-12-31"])
        try register.reprimand(
            .warning, as: "S-2", in: "C-2024-11", on: "2026-02-01", ["actOn": "2025-08-01"])
        #expect(register.inEffect(on: "2026-02-01") == ["warning 2026-10-31"])
    }

    @Test("Party discipline is for reference: recorded as given, in service or not")
    func party() throws {
        var register = try Reprimand.register()
        try register.perform(EmploymentEnded(subject: "P-0010", reason: .retired), on("2023-12-31"))
        #expect(try register.reprimand(.partyWarning, as: "S-1", ["months": 12]).count == 1)
    }

    @Test("without any activated law it is recorded as before")
    func noLaw() throws {
        var register = try Reprimand.register()
        register.law = Law()
        #expect(try register.reprimand(.warning, as: "S-1", ["months": 7]).count == 1)
    }
}
