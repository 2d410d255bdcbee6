/// Why the law gives no answer.
public enum LawFault: Error, Hashable, Sendable {
    /// The year has no calendar, so its rest days are not known.
    case calendarMissing(Int)
    /// No rules were activated that were in force on the day; the first day that any are in force
    /// from, nil where none were activated at all.
    case noRules(on: CalendarDate, first: CalendarDate?)
    /// The rules in force know no clock of this code.
    case unknownClock(String)

    /// Stable, for machines.
    public var code: String {
        switch self {
        case .calendarMissing: "calendarMissing"
        case .noRules: "noRules"
        case .unknownClock: "unknownClock"
        }
    }

    public var source: String {
        switch self {
        case .calendarMissing: "民法典#203"
        case .noRules: "XZZ-2020-26#17"
        case .unknownClock: "schema/rules"
        }
    }

    public var messageChinese: String { "\(wording.chinese)（\(Basis.chinese(source))）" }
    public var messageEnglish: String { "\(wording.english) (\(Basis.english(source)))" }

    /// Without the article.
    public var chinese: String { wording.chinese }
    /// The same in English.
    public var english: String { wording.english }

    private var wording: (chinese: String, english: String) {
        switch self {
        case .calendarMissing(let year):
            (
                "没有载入 \(year) 年的放假安排，无法判断休息日。请用 `stele rules calendar FILE` 载入国务院公布的安排。",
                "The calendar of \(year) is not loaded, so its rest days are not known. Load the "
                    + "published arrangement with `stele rules calendar FILE`."
            )
        case .noRules(let day, let first):
            (
                "\(day) 没有施行中的规则"
                    + (first.map { "：本账簿所载规则最早自 \($0) 起施行" } ?? "")
                    + "。请用 `stele rules activate FILE` 载入当时施行的规则。",
                "No rules in force on \(day) were activated"
                    + (first.map { ": the earliest of this ledger are in force from \($0)" } ?? "")
                    + ". Activate those of that day with `stele rules activate FILE`."
            )
        case .unknownClock(let code):
            (
                "施行中的规则没有时限 \(code)。请核对代码：`stele rules show`。",
                "The rules in force know no clock \(code). Check the code: `stele rules show`."
            )
        }
    }
}
