public import Law
public import Vocabulary

/// A case in a list, told by its own entries alone.
public struct CaseSummary: Hashable, Sendable {
    public let `case`: CaseID
    public let state: CaseState
    public let openedOn: CalendarDate?
    public let authority: UnitID?
    public let decision: DecisionID?
    /// The persons named, in the order in which they were.
    public let persons: [SubjectID]
    /// How many of them were found responsible.
    public let sustained: Int
}

extension CaseFile {
    /// Nil where nothing was known of it.
    public func summary(on date: CalendarDate, knownAt moment: Instant? = nil) -> CaseSummary? {
        guard let state = state(on: date, knownAt: moment) else { return nil }
        let course = past(by: date, knownAt: moment)
        let persons = course.persons
        return CaseSummary(
            case: self.case, state: state, openedOn: course.opening?.on,
            authority: course.opening?.fact.authority,
            decision: course.opening?.fact.decision, persons: persons,
            sustained: persons.count { course.finding(on: $0)?.fact.finding == .sustained })
    }
}
