public import Law
public import Vocabulary

/// All that is recorded about one objection.
public struct ObjectionFile: FileView {
    public typealias ID = ObjectionID
    public let file: RecordFile
    public init(_ file: RecordFile) { self.file = file }

    public var objection: ObjectionID { id }

    /// Nil when by then nothing was filed.
    public func course(
        by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> ObjectionCourse? {
        log.objection(id, by: date, knownAt: moment)
    }
}

/// How an objection went (异议经过).
public struct ObjectionCourse: Hashable, Sendable {
    public let objection: ObjectionID
    public let filing: Recorded<ObjectionFiled>
    public let acceptance: Recorded<ObjectionAccepted>?
    public let refusal: Recorded<ObjectionRefused>?
    public let flag: Recorded<ObjectionFlagged>?
    /// In the order in which they happened, as all lists here.
    public let asked: [Recorded<ObjectionSourceAsked>]
    public let answers: [Recorded<ObjectionSourceAnswered>]
    public let appraisals: [Recorded<ObjectionAppraisalBegan>]
    public let appraised: [Recorded<ObjectionAppraisalEnded>]
    public let decision: Recorded<ObjectionDecided>?
    public let told: Recorded<ObjectionViewersTold>?
    public let reviewAsked: Recorded<ObjectionReviewAsked>?
    public let review: Recorded<ObjectionReviewed>?

    public var record: CreditRecordID { filing.fact.record }
    public var subject: SubjectID? { filing.fact.subject }
    /// Whether it waits to be decided.
    public var isPending: Bool { decision == nil && refusal == nil }
    /// Whether it waits to be decided or reviewed.
    public var isOpen: Bool { isPending || (reviewAsked != nil && review == nil) }
    /// Whether the record is marked for it: until it is decided.
    public var marksRecord: Bool { flag != nil && isPending }
    /// What was decided on it last.
    public var outcome: ObjectionOutcome? { review?.fact.outcome ?? decision?.fact.outcome }

    public var state: ObjectionState {
        if review != nil { return .reviewed }
        switch decision?.fact.outcome {
        case .upheld?: return .upheld
        case .rejected?: return .rejected
        case .unverifiable?: return .unverifiable
        case nil: break
        }
        if refusal != nil { return .refused }
        if !answers.isEmpty { return .checked }
        if flag != nil { return .flagged }
        return acceptance == nil ? .filed : .accepted
    }

    /// The appraisal that goes on.
    var appraisal: Recorded<ObjectionAppraisalBegan>? {
        guard let last = appraisals.last else { return nil }
        return appraised.contains { last.moment <% $0.moment } ? nil : last
    }
}

extension EventLog {
    /// How an objection went, from its own log, from that of its record or of whom it concerns.
    func objection(
        _ id: ObjectionID, by date: CalendarDate?, knownAt moment: Instant?
    ) -> ObjectionCourse? {
        func facts<F: ObjectionFact>(_ kind: F.Type) -> [Recorded<F>] {
            standing(kind, by: date, knownAt: moment).filter { $0.fact.objection == id }
        }
        guard let filing = facts(ObjectionFiled.self).first else { return nil }
        return ObjectionCourse(
            objection: id, filing: filing, acceptance: facts(ObjectionAccepted.self).first,
            refusal: facts(ObjectionRefused.self).first, flag: facts(ObjectionFlagged.self).first,
            asked: facts(ObjectionSourceAsked.self), answers: facts(ObjectionSourceAnswered.self),
            appraisals: facts(ObjectionAppraisalBegan.self),
            appraised: facts(ObjectionAppraisalEnded.self),
            decision: facts(ObjectionDecided.self).first,
            told: facts(ObjectionViewersTold.self).first,
            reviewAsked: facts(ObjectionReviewAsked.self).first,
            review: facts(ObjectionReviewed.self).first)
    }

    /// Every objection to a record, in the order of filing.
    func objections(
        to record: CreditRecordID, by date: CalendarDate?, knownAt moment: Instant?
    ) -> [ObjectionCourse] {
        standing(ObjectionFiled.self, by: date, knownAt: moment)
            .filter { $0.fact.record == record }
            .compactMap { objection($0.fact.objection, by: date, knownAt: moment) }
    }
}

extension Past {
    /// Nil when nothing is recorded under the identifier.
    func objection(_ id: ObjectionID) -> ObjectionFile? { view(id) }

    /// An objection that was filed, and the day of what happens in it, which is not before.
    func course(
        of id: ObjectionID, _ circumstances: Circumstances
    ) throws(Refusal) -> (on: CalendarDate, course: ObjectionCourse) {
        let on = try circumstances.day()
        guard let course = objection(id)?.course() else { throw .objection(.unknown(id)) }
        if let filed = course.filing.on, on < filed {
            throw .objection(.beforeStep(id, day: filed))
        }
        return (on, course)
    }
}
