public import Law

/// The two times of a question: what was true on a day, what the register said at a moment.
public struct Times: Hashable, Sendable {
    /// Nil: today, or the day of `knownAt`.
    public let asOf: CalendarDate?
    /// By what was recorded, and what was law, up to that moment; nil: by all there is.
    public let knownAt: Instant?

    public init(asOf: CalendarDate? = nil, knownAt: Instant? = nil) {
        self.asOf = asOf
        self.knownAt = knownAt
    }
}

extension Ledger {
    /// What time the ledger's clock says it is.
    public var now: Instant { clock.now() }

    /// The day that the ledger's clock says it is, in the banner.
    public var today: CalendarDate { day(of: Times()) }

    /// The day that is asked about. One asked for by what was known then is judged by the day it
    /// was known on, so that the answer never changes (D2 25, I25).
    public func day(of times: Times) -> CalendarDate {
        let today = clock.now().dateInChina
        return times.asOf ?? times.knownAt.map { min($0.dateInChina, today) } ?? today
    }

    /// The times by which an answer is given.
    public func asked(_ times: Times) -> Times {
        Times(asOf: day(of: times), knownAt: times.knownAt)
    }
}
