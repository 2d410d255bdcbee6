public import Law
public import Vocabulary

/// A case in a list, told by its own entries, and those of the sanctions imposed in it.
public struct CaseSummary: Hashable, Sendable {
    public let `case`: CaseID
    public let state: CaseState
    public let openedOn: CalendarDate?
    /// Days since it was opened, on the day that is asked about; nil where it is closed, or nobody says
    /// when it was opened.
    public let ageDays: Int?
    public let authority: UnitID?
    public let decision: DecisionID?
    /// The persons named, in the order in which they were.
    public let persons: [SubjectID]
    /// Where they served when it happened, and the organ that conducts it.
    public let units: Set<UnitID>
    /// How many of them were found responsible.
    public let sustained: Int
}

/// Which cases are asked for; nothing said: all of them.
public struct CaseFilter: Hashable, Sendable {
    /// Only those that are not closed.
    public let isOpen: Bool
    /// Only those that it conducts, or in which somebody is named who served there.
    public let unit: UnitID?
    /// Only those in which they are named.
    public let person: SubjectID?
    /// Only those that were opened in that year.
    public let year: Int?
    /// Only those that stand at this stage.
    public let stage: CaseState?
    /// Only those under way that were opened at least so many days ago.
    public let olderThan: Int?

    public init(
        isOpen: Bool = false, unit: UnitID? = nil, person: SubjectID? = nil, year: Int? = nil,
        stage: CaseState? = nil, olderThan: Int? = nil
    ) {
        self.isOpen = isOpen
        self.unit = unit
        self.person = person
        self.year = year
        self.stage = stage
        self.olderThan = olderThan
    }

    public func holds(_ one: CaseSummary) -> Bool {
        (!isOpen || one.state != .closed) && (unit.map(one.units.contains) ?? true)
            && (person.map(one.persons.contains) ?? true)
            && (year.map { one.openedOn?.year == $0 } ?? true)
            && (stage.map { one.state == $0 } ?? true)
            && (olderThan.map { days in one.ageDays.map { $0 >= days } ?? false } ?? true)
    }
}

extension CaseFile {
    /// Nil where nothing was known of it.
    ///
    /// - Parameter sanction: Gives the file of a sanction imposed in it: one that was sent back on appeal
    ///   reopens the case.
    public func summary<Failure: Error>(
        on date: CalendarDate, knownAt moment: Instant? = nil,
        sanction: (SanctionID) throws(Failure) -> SanctionFile?
    ) throws(Failure) -> CaseSummary? {
        guard var state = state(on: date, knownAt: moment) else { return nil }
        let course = past(by: date, knownAt: moment)
        let imposed = course.facts(SanctionImposed.self)
        let replaced = Set(imposed.flatMap(\.fact.replaces))
        for one in imposed where !replaced.contains(one.fact.sanction) {
            let file = try sanction(one.fact.sanction)
            state = state.reopened(if: file?.remittal(by: date, knownAt: moment) != nil)
        }
        let persons = course.persons
        let openedOn = course.opening?.on
        return CaseSummary(
            case: self.case, state: state, openedOn: openedOn,
            ageDays: state == .closed ? nil : openedOn.map { date.ordinal - $0.ordinal },
            authority: course.opening?.fact.authority,
            decision: course.opening?.fact.decision, persons: persons,
            units: Set(
                persons.compactMap { course.naming(of: $0)?.fact.role.unit }
                    + [course.opening?.fact.authority].compactMap(\.self)),
            sustained: persons.count {
                course.standingFinding(on: $0)?.fact.finding == .sustained
            })
    }
}
