public import Law
public import Vocabulary

/// All that is recorded about one application for repair.
public struct RepairFile: FileView {
    public typealias ID = RepairID
    public let file: RecordFile
    public init(_ file: RecordFile) { self.file = file }

    public var repair: RepairID { id }

    /// Nil when by then nothing was applied for.
    public func course(
        by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> RepairCourse? {
        log.repair(id, by: date, knownAt: moment)
    }
}

/// How an application for repair went (修复经过).
public struct RepairCourse: Hashable, Sendable {
    public let repair: RepairID
    public let application: Recorded<RepairApplied>
    public let acceptance: Recorded<RepairAccepted>?
    public let refusal: Recorded<RepairRefused>?
    public let extended: Recorded<RepairExtended>?
    public let decision: Recorded<RepairDecided>?
    public let effect: Recorded<RepairEffected>?
    public let revocation: Recorded<RepairRevoked>?

    public var record: CreditRecordID { application.fact.record }
    public var subject: SubjectID? { application.fact.subject }
    /// Whether it waits to be decided.
    public var isPending: Bool { refusal == nil && decision == nil }
    /// Whether the record is repaired by it.
    public var holds: Bool { effect != nil && revocation == nil }

    public var state: RepairState {
        if revocation != nil { return .revoked }
        if effect != nil { return .effected }
        switch decision?.fact.outcome {
        case .granted?: return .granted
        case .denied?: return .denied
        case nil: break
        }
        if refusal != nil { return .refused }
        return acceptance == nil ? .applied : .accepted
    }
}

extension EventLog {
    /// How an application went, from its own log, from that of its record or of whom it concerns.
    func repair(
        _ id: RepairID, by date: CalendarDate?, knownAt moment: Instant?
    ) -> RepairCourse? {
        func facts<F: RepairFact>(_ kind: F.Type) -> [Recorded<F>] {
            standing(kind, by: date, knownAt: moment).filter { $0.fact.repair == id }
        }
        guard let application = facts(RepairApplied.self).first else { return nil }
        return RepairCourse(
            repair: id, application: application, acceptance: facts(RepairAccepted.self).first,
            refusal: facts(RepairRefused.self).first, extended: facts(RepairExtended.self).first,
            decision: facts(RepairDecided.self).first,
            effect: standing(RepairEffected.self, by: date, knownAt: moment)
                .first { $0.fact.repair == id },
            revocation: facts(RepairRevoked.self).first)
    }

    /// Every application for a record, in the order in which they were made.
    func repairs(
        of record: CreditRecordID, by date: CalendarDate?, knownAt moment: Instant?
    ) -> [RepairCourse] {
        standing(RepairApplied.self, by: date, knownAt: moment)
            .filter { $0.fact.record == record }
            .compactMap { repair($0.fact.repair, by: date, knownAt: moment) }
    }
}

extension Past {
    /// Nil when nothing is recorded under the identifier.
    func repair(_ id: RepairID) -> RepairFile? { view(id) }

    /// An application that was made, and the day of what happens in it, which is not before.
    func course(
        of id: RepairID, _ circumstances: Circumstances
    ) throws(Refusal) -> (on: CalendarDate, course: RepairCourse) {
        let on = try circumstances.day()
        guard let course = repair(id)?.course() else { throw .repair(.unknown(id)) }
        if let applied = course.application.on, on < applied {
            throw .repair(.beforeStep(id, day: applied))
        }
        return (on, course)
    }
}
