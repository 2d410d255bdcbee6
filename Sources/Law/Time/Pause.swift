/// Days within a time that do not count towards it (不计入期限的期间), both ends among them.
public struct Pause: Hashable, Sendable {
    public let first: CalendarDate
    public let last: CalendarDate

    /// Nil where it ends before it begins: then every day counts.
    public init?(first: CalendarDate, last: CalendarDate) {
        if last < first { return nil }
        self.first = first
        self.last = last
    }

    func holds(_ day: CalendarDate) -> Bool { first <= day && day <= last }
}

extension [Pause] {
    func hold(_ day: CalendarDate) -> Bool { contains { $0.holds(day) } }

    /// Those that a time from one day to another meets, in the order of their days.
    func met(after start: CalendarDate, until end: CalendarDate) -> [Pause] {
        filter { start < $0.last && $0.first <= end }.sorted { $0.first < $1.first }
    }
}
