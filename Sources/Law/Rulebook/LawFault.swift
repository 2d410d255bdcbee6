/// Why the law gives no answer.
public enum LawFault: Error, Explained, Hashable, Sendable {
    /// The year has no calendar, so its rest days are not known.
    case calendarMissing(Int)
    /// No rules were activated that were in force on the day; the first day that any are in force
    /// from, nil where none were activated at all.
    case noRules(on: CalendarDate, first: CalendarDate?)
    /// Rules were in force on the day, and none of them is about how decisions are made (重大行政决策程序);
    /// the first day that any such are in force from, nil where none were activated at all.
    case noDecisionRules(on: CalendarDate, first: CalendarDate?)
    /// The rules in force know no clock of this code.
    case unknownClock(String)

    public var message: Message {
        switch self {
        case .calendarMissing(let year): .fault("calendarMissing", "民法典#203", ["year": year])
        case .noRules(let day, nil):
            .fault("noRules", "XZZ-2020-26#17", ["day": day], variant: "ever")
        case .noRules(let day, let first?):
            .fault("noRules", "XZZ-2020-26#17", ["day": day, "first": first])
        case .noDecisionRules(let day, nil):
            .fault("noDecisionRules", "XZZ-2020-26#17", ["day": day], variant: "ever")
        case .noDecisionRules(let day, let first?):
            .fault("noDecisionRules", "XZZ-2020-26#17", ["day": day, "first": first])
        case .unknownClock(let code): .fault("unknownClock", "schema/rules", ["code": code])
        }
    }
}
