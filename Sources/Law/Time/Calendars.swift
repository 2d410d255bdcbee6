/// The calendars that are loaded, one a year.
public struct Calendars: Hashable, Sendable {
    private var byYear: [Int: WorkCalendar] = [:]

    public init(_ calendars: [WorkCalendar] = []) {
        for calendar in calendars { load(calendar) }
    }

    /// A later calendar of the same year replaces the earlier one: arrangements are revised.
    public mutating func load(_ calendar: WorkCalendar) { byYear[calendar.year] = calendar }

    public var years: [Int] { byYear.keys.sorted() }

    public subscript(year: Int) -> WorkCalendar? { byYear[year] }

    public func nature(of day: CalendarDate) throws(CalendarMissing) -> DayNature {
        guard let calendar = byYear[day.year] else { throw CalendarMissing(year: day.year) }
        return calendar.nature(of: day)
    }

    /// A free weekend day or a holiday.
    public func isRestDay(_ day: CalendarDate) throws(CalendarMissing) -> Bool {
        try nature(of: day).isRestDay
    }

    public func isWorkingDay(_ day: CalendarDate) throws(CalendarMissing) -> Bool {
        try !isRestDay(day)
    }

    /// The `count`th working day after `start`, which is not counted itself.
    public func workingDay(_ count: Int, after start: CalendarDate) throws(CalendarMissing)
        -> CalendarDate
    {
        var day = start
        var left = count
        while left > 0 {
            day = try following(day)
            if try isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// No calendar is ever loaded for the year 10000.
    func following(_ day: CalendarDate) throws(CalendarMissing) -> CalendarDate {
        guard let next = day.next else { throw CalendarMissing(year: day.year + 1) }
        return next
    }
}
