/// The statutory rest days and adjusted working days of one year (放假安排), as the State Council
/// published them.
///
/// - Invariant: Every day lies in the year; a working day is a Saturday or Sunday and no holiday;
///   the document is named.
/// - Source: 全国年节及纪念日放假办法; the document in ``source``.
public struct WorkCalendar: Hashable, Sendable {
    /// Days off for one feast, both included: `清明节`, 4 to 6 April.
    public struct Holiday: Hashable, Sendable {
        public let name: String
        public let from: CalendarDate
        public let to: CalendarDate

        public init(name: String, from: CalendarDate, to: CalendarDate) {
            self.name = name
            self.from = from
            self.to = to
        }

        func contains(_ day: CalendarDate) -> Bool { from <= day && day <= to }
    }

    public let year: Int
    /// The number of the document: `国办发明电〔2023〕7号`.
    public let source: String
    /// The days off, in order.
    public let rest: [Holiday]
    /// The weekend days on which work is done instead (调休), in order.
    public let work: [CalendarDate]

    public init(year: Int, source: String, rest: [Holiday], work: [CalendarDate])
        throws(CalendarFault)
    {
        guard source.contains(where: { !$0.isWhitespace }) else { throw .noSource(year: year) }
        guard !rest.isEmpty else { throw .noHolidays(year: year) }
        let rest = rest.sorted { $0.from < $1.from }
        for (index, holiday) in rest.enumerated() {
            guard holiday.from <= holiday.to else {
                throw .endsBeforeItBegins(holiday.from, source: source)
            }
            for day in [holiday.from, holiday.to] where day.year != year {
                throw .dayOfAnotherYear(day, year: year, source: source)
            }
            if index > 0, rest[index - 1].to >= holiday.from {
                throw .dayTwice(holiday.from, source: source)
            }
        }
        let work = work.sorted()
        for (index, day) in work.enumerated() {
            guard day.year == year else {
                throw .dayOfAnotherYear(day, year: year, source: source)
            }
            guard day.weekday.isWeekend else { throw .notAWeekend(day, source: source) }
            if rest.contains(where: { $0.contains(day) }) {
                throw .restAndWork(day, source: source)
            }
            if index > 0, work[index - 1] == day { throw .dayTwice(day, source: source) }
        }
        self.year = year
        self.source = source
        self.rest = rest
        self.work = work
    }

    /// Reads a document of `schema/calendars`.
    public init(from reader: some DocumentReader) throws(CalendarFault) {
        try Self.only(["year", "source", "rest", "work"], of: reader)
        guard let year = reader.integer("year") else { throw .missing("year") }
        guard let source = reader.string("source") else { throw .missing("source") }
        guard let list = reader.array("rest") else { throw .missing("rest") }
        guard let days = reader.strings("work") else { throw .missing("work") }
        var rest: [Holiday] = []
        for one in list {
            try Self.only(["name", "from", "to"], of: one)
            guard let name = one.string("name"), !name.isEmpty else { throw .missing("rest.name") }
            rest.append(
                Holiday(
                    name: name, from: try Self.day(one.string("from"), "rest.from"),
                    to: try Self.day(one.string("to"), "rest.to")))
        }
        var work: [CalendarDate] = []
        for day in days { work.append(try Self.day(day, "work")) }
        try self.init(year: year, source: source, rest: rest, work: work)
    }

    private static func day(_ text: String?, _ member: String) throws(CalendarFault)
        -> CalendarDate
    {
        guard let text else { throw .missing(member) }
        guard let day = CalendarDate(text) else { throw .impossibleDay(text) }
        return day
    }

    private static func only(_ known: [String], of reader: some DocumentReader)
        throws(CalendarFault)
    {
        for name in reader.memberNames where !known.contains(name) { throw .unknownMember(name) }
    }

    func nature(of day: CalendarDate) -> DayNature {
        if let holiday = rest.first(where: { $0.contains(day) }) { return .holiday(holiday.name) }
        guard day.weekday.isWeekend else { return .workday }
        return work.contains(day) ? .adjustedWorkday : .weekend
    }
}

/// What a day is under the calendar of its year.
public enum DayNature: Hashable, Sendable {
    case workday
    /// 调休: a Saturday or Sunday on which work is done.
    case adjustedWorkday
    /// A Saturday or Sunday that is free.
    case weekend
    /// 法定节假日 and the days off around it, by the feast.
    case holiday(String)

    public var isRestDay: Bool {
        switch self {
        case .weekend, .holiday: true
        case .workday, .adjustedWorkday: false
        }
    }
}

/// Reads the members of one object of a document of law. Nil: the member is absent or of another
/// type.
///
/// Its lists hold nothing but what was asked for: an array with one element of another type is
/// of another type, and reads as nil.
public protocol DocumentReader {
    /// Which members there are, so that a misspelt one is not lost.
    var memberNames: [String] { get }
    func string(_ name: StaticString) -> String?
    func integer(_ name: StaticString) -> Int?
    func bool(_ name: StaticString) -> Bool?
    func strings(_ name: StaticString) -> [String]?
    func object(_ name: StaticString) -> Self?
    func array(_ name: StaticString) -> [Self]?
}
