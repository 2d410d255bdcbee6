public import Law
internal import Vocabulary

/// An application for repair as a page shows it: as of a day, by what was known at a moment.
///
/// - Invariant: For `knownAt` in the past the answer never changes, whatever is recorded later.
public struct RepairView: Hashable, Sendable {
    public let date: CalendarDate
    public let knownAt: Instant?
    public let course: RepairCourse
    /// Every clock of it, in the order in which they started.
    public let clocks: [ClockReading]
    /// Who decided it.
    public let deciders: [String]
    /// The regime of the day of the application.
    public let regime: CreditRules.Profile?

    public var repair: RepairID { course.repair }
    /// Until when it is to be decided; nil where nothing waits.
    public var pending: ClockReading? { clocks.last(where: \.isOpen) }
}

extension RepairFile {
    /// The page of the application; nil where nothing was applied for by then.
    public func view(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law
    ) -> RepairView? {
        guard let course = course(by: date, knownAt: moment) else { return nil }
        let rules = course.application.on.flatMap { law.known(at: moment).creditLaw(on: $0) }
        return RepairView(
            date: date, knownAt: moment, course: course,
            clocks: log.clocks(of: id.tag, on: date, knownAt: moment, under: law),
            deciders: log.signatories(of: [course.decision?.position].compactMap(\.self)),
            regime: course.application.fact.regime.flatMap { rules?.credit.profile($0) })
    }
}

/// Which applications a list is narrowed to.
public struct RepairFilter: Sendable {
    public let record: CreditRecordID?
    public let state: RepairState?
    /// Only those that wait to be decided.
    public let isOpenOnly: Bool

    public init(
        record: CreditRecordID? = nil, state: RepairState? = nil, isOpenOnly: Bool = false
    ) {
        self.record = record
        self.state = state
        self.isOpenOnly = isOpenOnly
    }

    public func holds(_ course: RepairCourse) -> Bool {
        (record.map { course.record == $0 } ?? true) && (state.map { course.state == $0 } ?? true)
            && (!isOpenOnly || course.isPending)
    }
}
