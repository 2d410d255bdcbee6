/// Why a calendar is not loaded.
public enum CalendarFault: Error, Hashable, Sendable {
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

    public var messageChinese: String { "\(wording.chinese)（\(source)）" }
    public var messageEnglish: String { "\(wording.english) (\(source))" }

    /// The document concerned, or the format.
    public var source: String {
        switch self {
        case .missing, .unknownMember, .impossibleDay: "schema/calendars"
        case .noSource, .noHolidays: "全国年节及纪念日放假办法"
        case .dayOfAnotherYear(_, _, let source), .endsBeforeItBegins(_, let source),
            .dayTwice(_, let source), .notAWeekend(_, let source), .restAndWork(_, let source):
            source
        }
    }

    private var wording: (chinese: String, english: String) {
        switch self {
        case .missing(let member):
            (
                "日历缺少 \(member)，或其写法不对。",
                "The calendar lacks \(member), or it is not written as it should be."
            )
        case .unknownMember(let member):
            ("日历没有 \(member) 这一项，请核对拼写。", "A calendar has no member \(member); check the spelling.")
        case .impossibleDay(let text):
            (
                "日历中的日期「\(text)」不存在或写法不对。",
                "The day “\(text)” does not exist or is not written YYYY-MM-DD."
            )
        case .noSource(let year):
            (
                "\(year) 年日历没有写明国务院办公厅文号。",
                "The calendar of \(year) does not name the State Council's document."
            )
        case .noHolidays(let year):
            ("\(year) 年日历没有任何节假日。", "The calendar of \(year) has no day off.")
        case .dayOfAnotherYear(let day, let year, _):
            ("\(day) 不属于 \(year) 年。", "\(day) is not a day of \(year).")
        case .endsBeforeItBegins(let day, _):
            ("自 \(day) 起的假期止于开始之前。", "The days off from \(day) end before they begin.")
        case .dayTwice(let day, _):
            ("\(day) 列了两次。", "\(day) is listed twice.")
        case .notAWeekend(let day, _):
            (
                "\(day) 是\(day.weekday.chinese)，不能列为调休工作日。",
                "\(day) is a \(day.weekday.english) and cannot be an adjusted working day."
            )
        case .restAndWork(let day, _):
            ("\(day) 既列为放假又列为上班。", "\(day) is listed both as a day off and as a working day.")
        }
    }
}

/// A day's year has no calendar, so nobody can say whether it is a rest day. Never guessed.
public struct CalendarMissing: Error, Hashable, Sendable {
    public let year: Int

    public init(year: Int) { self.year = year }
}
