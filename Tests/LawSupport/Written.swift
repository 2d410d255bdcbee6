public import Law

extension CalendarDate {
    /// A day written out in a test; one that does not exist is a mistake of ours.
    public init(written text: String) {
        guard let date = Self(text) else { preconditionFailure("no such day in a test") }
        self = date
    }
}

extension Instant {
    /// The same, of a moment.
    public init(written text: String) {
        guard let instant = Self(text) else { preconditionFailure("no such instant in a test") }
        self = instant
    }
}
