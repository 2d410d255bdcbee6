public import Law
public import Vocabulary

/// An objection as a page shows it: as of a day, by what was known at a moment.
///
/// - Invariant: For `knownAt` in the past the answer never changes, whatever is recorded later.
public struct ObjectionView: Hashable, Sendable {
    public let date: CalendarDate
    public let knownAt: Instant?
    public let course: ObjectionCourse
    /// Every clock of it, in the order in which they started.
    public let clocks: [ClockReading]
    /// Who decided and reviewed it, in that order.
    public let deciders: [String]
    /// What was annulled or corrected by it.
    public let changes: [RecordedEvent]
    /// The ground, as the rules of its day name it; nil where they do not.
    public let ground: CreditRules.Ground?

    public var objection: ObjectionID { course.objection }
    /// Until when it is to be decided or reviewed; nil where nothing waits.
    public var pending: ClockReading? {
        clocks.last {
            $0.isOpen && [ObjectionClock.decide, ObjectionClock.review].contains($0.start.slot)
        }
    }
}

extension ObjectionFile {
    /// The page of the objection; nil where nothing was filed by then.
    ///
    /// - Parameter record: The file of a record.
    public func view(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law,
        record: (CreditRecordID) throws -> DishonestyFile?
    ) rethrows -> ObjectionView? {
        guard let course = course(by: date, knownAt: moment) else { return nil }
        let rulings = [course.decision?.position, course.review?.position].compactMap(\.self)
        let known = try record(course.record)?.log
        let standing = known?.knowledge(at: moment)
        let changes = known?.entries.filter { entry in
            guard let cause = entry.cause, rulings.contains(cause) else { return false }
            return standing?.superseded.contains(entry.position) == false
        }
        let rules = course.filing.on.flatMap { law.known(at: moment).creditLaw(on: $0) }
        return ObjectionView(
            date: date, knownAt: moment, course: course,
            clocks: log.clocks(of: id.tag, on: date, knownAt: moment, under: law),
            deciders: log.signatories(of: rulings), changes: changes ?? [],
            ground: rules?.credit.objectionGround(course.filing.fact.ground))
    }
}

extension EventLog {
    /// The clocks of a file, from its own log.
    func clocks(
        of tag: Tag, on date: CalendarDate, knownAt moment: Instant?, under law: Law
    ) -> [ClockReading] {
        var clocks = ClockLog()
        for entry in entries { clocks.apply(entry, under: tag) }
        var reader = ClockReader(law: law, asOf: date, knownAt: moment)
        return reader.readings(of: clocks, under: tag)
    }

    /// Who recorded and approved these entries.
    func signatories(of positions: [Position]) -> [String] {
        positions.compactMap(entry(at:)).flatMap { [$0.actor, $0.approver].compactMap(\.self) }
    }
}

/// Which objections a list is narrowed to.
public struct ObjectionFilter: Sendable {
    public let record: CreditRecordID?
    public let state: ObjectionState?
    /// Only those that wait to be decided or reviewed.
    public let isOpenOnly: Bool

    public init(
        record: CreditRecordID? = nil, state: ObjectionState? = nil, isOpenOnly: Bool = false
    ) {
        self.record = record
        self.state = state
        self.isOpenOnly = isOpenOnly
    }

    public func holds(_ course: ObjectionCourse) -> Bool {
        (record.map { course.record == $0 } ?? true) && (state.map { course.state == $0 } ?? true)
            && (!isOpenOnly || course.isOpen)
    }
}
