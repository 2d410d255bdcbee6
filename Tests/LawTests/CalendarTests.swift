import Law
import LawSupport
import Testing

@Suite("The calendar of rest days — 民法典 Art. 203; the State Council's arrangements")
struct CalendarTests {
    @Test(
        "a day is what the arrangement of its year says",
        arguments: [
            ("2024-02-18", false), ("2024-04-06", true), ("2024-04-07", false),
            ("2024-09-29", false), ("2021-04-05", true), ("2020-02-01", true),
            ("2020-02-02", true), ("2020-02-03", false), ("2019-05-03", true),
            ("2019-05-05", false), ("2026-01-04", false), ("2025-09-30", false),
            ("2025-10-08", true), ("2024-06-08", true),
        ])
    func restDays(text: String, rests: Bool) throws {
        let calendars = try LawDocuments.calendars()
        #expect(try calendars.isRestDay(day(text)) == rests)
        #expect(try calendars.isWorkingDay(day(text)) == !rests)
    }

    @Test("each built-in year names its document, its seven feasts and no more than the year has")
    func builtIn() throws {
        for year in LawDocuments.years {
            let calendar = try LawDocuments.calendar(year)
            #expect(calendar.year == year)
            #expect(calendar.source.hasPrefix("国办发明电〔\(year - 1)〕"))
            let feasts = calendar.rest.flatMap { $0.name.split(separator: "、").map(String.init) }
            #expect(
                Set(feasts) == ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"])
        }
    }

    @Test("a year that is not loaded is an error, on a weekday as on a Sunday")
    func missingYear() throws {
        let calendars = try LawDocuments.calendars()
        for text in ["2018-12-31", "2027-01-04", "2027-01-03"] {
            let one = day(text)
            #expect(throws: CalendarMissing(year: one.year)) { try calendars.isRestDay(one) }
        }
    }

    @Test("a later arrangement of the same year replaces the earlier one")
    func revised() throws {
        var calendars = Calendars()
        let feast = WorkCalendar.Holiday(
            name: "劳动节", from: day("2019-05-01"), to: day("2019-05-01"))
        calendars.load(try WorkCalendar(year: 2019, source: "甲", rest: [feast], work: []))
        #expect(try calendars.isWorkingDay(day("2019-05-02")))
        calendars.load(try LawDocuments.calendar(2019))
        #expect(try calendars.isRestDay(day("2019-05-02")))
        #expect(calendars.years == [2019])
    }

    @Test("the week of 1970 and of 2024")
    func weekdays() throws {
        #expect(day("1970-01-01").weekday == .thursday)
        #expect(day("1969-12-28").weekday == .sunday)
        #expect(day("0001-01-01").weekday == .monday)
        #expect(day("2024-02-18").weekday == .sunday)
        #expect(day("2024-02-29").weekday == .thursday)
    }

    // Each spoils one thing in a calendar that reads.
    private static func spoilt(_ change: (inout [String: Tree]) -> Void) throws -> TreeReader {
        var reader = try #require(TreeReader(LawDocuments.tree("calendars/2024.json")))
        var members = reader.members
        change(&members)
        reader = try #require(TreeReader(Tree.object(members)))
        return reader
    }

    private static func feast(_ from: String, _ to: String) -> Tree {
        .object(["name": .string("节"), "from": .string(from), "to": .string(to)])
    }

    @Test("a calendar that contradicts itself or cites nothing is refused, with its source")
    func faults() throws {
        let source = "国办发明电〔2023〕7号"
        let april = day("2024-04-04")
        let cases: [(CalendarFault, (inout [String: Tree]) -> Void)] = [
            (.noSource(year: 2024), { $0["source"] = .string(" ") }),
            (.missing("source"), { $0["source"] = nil }),
            (.missing("year"), { $0["year"] = .string("2024") }),
            (.missing("rest"), { $0["rest"] = nil }),
            (.missing("rest"), { $0["rest"] = .array([.string("2024-01-01")]) }),
            (.missing("work"), { $0["work"] = nil }),
            (.missing("work"), { $0["work"] = .array([.integer(20_240_204)]) }),
            (.unknownMember("works"), { $0["works"] = .array([]) }),
            (.noHolidays(year: 2024), { $0["rest"] = .array([]) }),
            (.impossibleDay("2024-02-30"), { $0["work"] = .array([.string("2024-02-30")]) }),
            (
                .notAWeekend(day("2024-02-19"), source: source),
                { $0["work"] = .array([.string("2024-02-19")]) }
            ),
            (
                .restAndWork(day("2024-04-06"), source: source),
                { $0["work"] = .array([.string("2024-04-06")]) }
            ),
            (
                .dayOfAnotherYear(day("2023-12-31"), year: 2024, source: source),
                { $0["work"] = .array([.string("2023-12-31")]) }
            ),
            (
                .dayOfAnotherYear(day("2025-01-01"), year: 2024, source: source),
                { $0["rest"] = .array([Self.feast("2024-12-30", "2025-01-01")]) }
            ),
            (
                .endsBeforeItBegins(april, source: source),
                { $0["rest"] = .array([Self.feast("2024-04-04", "2024-04-03")]) }
            ),
            (
                .dayTwice(april, source: source),
                {
                    $0["rest"] = .array([
                        Self.feast("2024-04-03", "2024-04-04"),
                        Self.feast("2024-04-04", "2024-04-05"),
                    ])
                }
            ),
            (
                .dayTwice(day("2024-02-18"), source: source),
                { $0["work"] = .array([.string("2024-02-18"), .string("2024-02-18")]) }
            ),
        ]
        for (fault, change) in cases {
            let reader = try Self.spoilt(change)
            #expect(throws: fault) { try WorkCalendar(from: reader) }
            #expect(!fault.source.isEmpty)
        }
    }
}
