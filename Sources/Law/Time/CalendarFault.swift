/// Why a calendar is not loaded.
public enum CalendarFault: Error, Explained, Hashable, Sendable {
    /// A member that every calendar has is absent or of another type.
    case missing(String)
    /// A member that no calendar has.
    case unknownMember(String)
    /// Not a day written `YYYY-MM-DD`.
    case impossibleDay(String)
    /// The document of the State Council is not named.
    case noSource(year: Int)
    /// A year without days off was never published.
    case noHolidays(year: Int)
    case dayOfAnotherYear(CalendarDate, year: Int, source: String)
    case endsBeforeItBegins(CalendarDate, source: String)
    case dayTwice(CalendarDate, source: String)
    /// Only a Saturday or Sunday can become a working day.
    case notAWeekend(CalendarDate, source: String)
    case restAndWork(CalendarDate, source: String)

    private static let format = "schema/calendars"
    private static let holidays = "全国年节及纪念日放假办法"

    public var message: Message {
        switch self {
        case .missing(let member):
            .fault("calendarFileMissing", Self.format, ["member": member])
        case .unknownMember(let member):
            .fault("calendarFileUnknownMember", Self.format, ["member": member])
        case .impossibleDay(let text):
            .fault("calendarFileImpossibleDay", Self.format, ["text": text])
        case .noSource(let year): .fault("calendarFileNoSource", Self.holidays, ["year": year])
        case .noHolidays(let year): .fault("calendarFileNoHolidays", Self.holidays, ["year": year])
        case .dayOfAnotherYear(let day, let year, let source):
            .fault("calendarFileDayOfAnotherYear", source, ["day": day, "year": year])
        case .endsBeforeItBegins(let day, let source):
            .fault("calendarFileEndsBeforeItBegins", source, ["day": day])
        case .dayTwice(let day, let source): .fault("calendarFileDayTwice", source, ["day": day])
        case .notAWeekend(let day, let source):
            .fault(
                "calendarFileNotAWeekend", source, ["day": day, "weekday": day.weekday])
        case .restAndWork(let day, let source):
            .fault("calendarFileRestAndWork", source, ["day": day])
        }
    }
}

/// A day's year has no calendar, so nobody can say whether it is a rest day. Never guessed.
public struct CalendarMissing: Error, Hashable, Sendable {
    public let year: Int

    public init(year: Int) { self.year = year }
}
