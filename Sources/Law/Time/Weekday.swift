/// A day of the week (星期).
public enum Weekday: Int, Sendable, CaseIterable, Hashable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    public var isWeekend: Bool { self == .saturday || self == .sunday }

    public var chinese: String {
        ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][rawValue - 1]
    }

    public var english: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
    }
}

extension CalendarDate {
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let fromMonday = (ordinal + 3) % 7
        guard let day = Weekday(rawValue: (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1) else {
            preconditionFailure("a week has seven days")
        }
        return day
    }

    /// The corresponding day `months` later, earlier when negative; the last day of that month
    /// where it has no such day: 31 January and one month are the last day of February.
    ///
    /// Nil outside the years 1…9999. Source: 民法典 Art. 202.
    public func adding(months: Int) -> CalendarDate? {
        let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, total >= 12 else { return nil }
        var last = day
        while last >= 28 {
            if let date = CalendarDate(year: total / 12, month: total % 12 + 1, day: last) {
                return date
            }
            last -= 1
        }
        return CalendarDate(year: total / 12, month: total % 12 + 1, day: last)
    }

    /// The next day; nil after 9999-12-31.
    public var next: CalendarDate? { adding(days: 1) }
}
