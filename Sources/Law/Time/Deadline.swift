/// A deadline as it was computed, with everything that explains it.
///
/// - Source: 民法典 Art. 201 to 203, and the article of its ``rule``.
public struct Deadline: Hashable, Sendable {
    /// A day on the way, and what it is.
    public struct Day: Hashable, Sendable {
        public let date: CalendarDate
        public let nature: DayNature
    }

    public let rule: ClockRule
    /// The day it runs from, which does not count.
    public let start: CalendarDate
    /// The last day before any rolling (届满).
    public let nominalEnd: CalendarDate
    /// The last day on which it is in time.
    public let due: CalendarDate
    /// The rest days it rolled over (顺延), the nominal end first.
    public let rolledOver: [Day]
    /// Of working days: the weekend days that counted because work was done on them.
    public let adjusted: [CalendarDate]
    /// Of working days: the feasts that did not count.
    public let feasts: [String]
    /// What did not count on the way.
    public let pauses: [Pause]
    /// What ``due`` is; nil where no calendar was asked, because the clock does not roll.
    public let nature: DayNature?

    public var source: String { rule.source }

    /// Whether an act on that day is in time.
    public func allows(_ day: CalendarDate) -> Bool { day <= due }
}

extension Calendars {
    /// The one place that computes a deadline.
    ///
    /// The start day does not count; months run to the corresponding day; a last day that is a
    /// rest day rolls to the next that is none, and an adjusted working Sunday is none. Days of a pause
    /// do not count: a day that would have, counts after them.
    public func deadline(
        _ rule: ClockRule, from start: CalendarDate, pausing pauses: [Pause] = []
    ) throws(CalendarMissing) -> Deadline {
        switch rule.span {
        case .workingDays(let count): return try working(count, rule, start, pauses)
        case .days(let count): return try calendar(start.adding(days: count), rule, start, pauses)
        case .months(let count):
            return try calendar(start.adding(months: count), rule, start, pauses)
        }
    }

    /// The last day of a time, as many days later as were no part of it.
    private func extend(
        _ end: CalendarDate, from start: CalendarDate, by pauses: [Pause]
    ) throws(CalendarMissing) -> CalendarDate {
        if pauses.isEmpty { return end }
        var (day, end) = (start, end)
        while day < end {
            day = try following(day)
            if pauses.hold(day) { end = try following(end) }
        }
        return end
    }

    private func calendar(
        _ end: CalendarDate?, _ rule: ClockRule, _ start: CalendarDate, _ pauses: [Pause]
    ) throws(CalendarMissing) -> Deadline {
        guard let last = end else { throw CalendarMissing(year: 10_000) }
        let end = try extend(last, from: start, by: pauses)
        var due = end
        var rolled: [Deadline.Day] = []
        var nature: DayNature?
        if rule.rolls {
            var today = try self.nature(of: due)
            while today.isRestDay {
                rolled.append(.init(date: due, nature: today))
                due = try following(due)
                today = try self.nature(of: due)
            }
            nature = today
        }
        return Deadline(
            rule: rule, start: start, nominalEnd: end, due: due, rolledOver: rolled, adjusted: [],
            feasts: [], pauses: pauses.met(after: start, until: end), nature: nature)
    }

    /// The last of so many working days is a working day, so it never rolls.
    private func working(
        _ count: Int, _ rule: ClockRule, _ start: CalendarDate, _ pauses: [Pause]
    ) throws(CalendarMissing) -> Deadline {
        var day = start
        var left = count
        var adjusted: [CalendarDate] = []
        var feasts: [String] = []
        var nature = DayNature.workday
        while left > 0 {
            day = try following(day)
            nature = try self.nature(of: day)
            if pauses.hold(day) { continue }
            switch nature {
            case .workday: left -= 1
            case .adjustedWorkday:
                left -= 1
                adjusted.append(day)
            case .holiday(let name): if !feasts.contains(name) { feasts.append(name) }
            case .weekend: break
            }
        }
        return Deadline(
            rule: rule, start: start, nominalEnd: day, due: day, rolledOver: [],
            adjusted: adjusted, feasts: feasts, pauses: pauses.met(after: start, until: day),
            nature: nature)
    }
}
