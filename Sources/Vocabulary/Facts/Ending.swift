public import Law

/// When a file was closed, and when the ledger learnt of it: what is undated in it had happened by then.
public struct Ending: Hashable, Sendable {
    public let on: CalendarDate
    public let knownFrom: Instant

    public init(on: CalendarDate, knownFrom: Instant) {
        self.on = on
        self.knownFrom = knownFrom
    }

    /// The latest day of what nobody can date. What was recorded had happened.
    public static func latest(
        _ ending: Ending?, recorded: Instant, knownAt moment: Instant?
    ) -> CalendarDate {
        let recorded = recorded.dateInChina
        guard let ending, moment.map({ ending.knownFrom <= $0 }) ?? true else { return recorded }
        return min(ending.on, recorded)
    }
}
