public import Law
public import Vocabulary

/// Why an objection is not filed, examined, decided or reviewed.
public enum ObjectionRefusal: RefusalReason {
    case unknown(ObjectionID)
    /// The number belongs to another objection.
    case filedOtherwise(ObjectionID, at: Position)
    /// It re-argues the document, against which there is a remedy of its own.
    case reargues(InstrumentID, kind: Named, remedy: Named)
    /// The rules know no such ground.
    case unknownGround(String, known: [Named])
    /// One on the same ground waits to be decided.
    case pending(ObjectionID, record: CreditRecordID)
    /// Before what it follows.
    case beforeStep(ObjectionID, day: CalendarDate)
    /// The step was taken on another day, or otherwise.
    case stepTaken(ObjectionID, on: CalendarDate)
    case decidedAlready(ObjectionID, on: CalendarDate)
    case refusedAlready(ObjectionID, on: CalendarDate)
    case acceptedAlready(ObjectionID, on: CalendarDate)
    /// Another unit recorded what is objected to.
    case notRecordingUnit(ObjectionID, unit: UnitID)
    /// Nobody asked that source.
    case sourceNotAsked(UnitID, ObjectionID)
    case appraisalRuns(ObjectionID, since: CalendarDate)
    case noAppraisal(ObjectionID)
    /// Who recorded or approved the record does not decide on it.
    case deciderRecorded(Officer, CreditRecordID)
    /// Upheld without saying what becomes of the record, or saying two things.
    case oneConsequence
    /// Not upheld, nothing of the record changes.
    case nothingChanges
    case notUpheld(ObjectionID)
    case notDecided(ObjectionID)
    case reviewNotAsked(ObjectionID)
    /// Who decided does not review.
    case reviewerDecided(UnitID)
    /// Only the credit office reviews.
    case reviewerUnfit(UnitID, organ: Named)
    /// Another unit was asked to review it.
    case notReviewer(ObjectionID, unit: UnitID)

    public var message: Message {
        switch self {
        case .unknown(let id): .refusal("unknownObjection", Self.basis, ["objection": id])
        case .filedOtherwise(let id, let position):
            .refusal(
                "objectionFiledOtherwise", Self.basis, ["objection": id, "position": position])
        case .reargues(let id, let kind, let remedy):
            .refusal(
                "objectionReargues", Self.basis,
                ["instrument": id, "kind": kind, "remedy": remedy])
        case .unknownGround(let ground, let known):
            .refusal(
                "unknownObjectionGround", Self.grounds,
                ["ground": ground, "known": Named.list(known)])
        case .pending(let id, let record):
            .refusal("objectionPending", Self.basis, ["objection": id, "record": record])
        case .beforeStep(let id, let day):
            .refusal("objectionBeforeStep", Self.basis, ["objection": id, "day": day])
        case .stepTaken(let id, let day):
            .refusal("objectionStepTaken", Self.basis, ["objection": id, "day": day])
        case .decidedAlready(let id, let day):
            .refusal("objectionDecidedAlready", Self.basis, ["objection": id, "day": day])
        case .refusedAlready(let id, let day):
            .refusal("objectionRefusedAlready", Self.basis, ["objection": id, "day": day])
        case .acceptedAlready(let id, let day):
            .refusal("objectionAcceptedAlready", Self.basis, ["objection": id, "day": day])
        case .notRecordingUnit(let id, let unit):
            .refusal("objectionOtherUnit", Self.basis, ["objection": id, "unit": unit])
        case .sourceNotAsked(let unit, let id):
            .refusal("objectionSourceNotAsked", Self.pattern, ["unit": unit, "objection": id])
        case .appraisalRuns(let id, let since):
            .refusal("appraisalRuns", Self.pattern, ["objection": id, "since": since])
        case .noAppraisal(let id): .refusal("noAppraisal", Self.pattern, ["objection": id])
        case .deciderRecorded(let officer, let record):
            .refusal(
                "deciderRecorded", Basis.dueProcess, ["person": officer, "record": record])
        case .oneConsequence: .refusal("objectionOneConsequence", Self.basis)
        case .nothingChanges: .refusal("objectionNothingChanges", Self.basis)
        case .notUpheld(let id): .refusal("objectionNotUpheld", Self.told, ["objection": id])
        case .notDecided(let id): .refusal("objectionNotDecided", Self.basis, ["objection": id])
        case .reviewNotAsked(let id):
            .refusal("objectionReviewNotAsked", Self.basis, ["objection": id])
        case .reviewerDecided(let unit):
            .refusal("objectionReviewerDecided", Self.basis, ["unit": unit])
        case .reviewerUnfit(let unit, let organ):
            .refusal("objectionReviewerUnfit", Self.basis, ["unit": unit, "organ": organ])
        case .notReviewer(let id, let unit):
            .refusal("objectionNotReviewer", Self.basis, ["objection": id, "unit": unit])
        }
    }

    private static let basis = Basis.objection
    private static let grounds = "内蒙古自治区社会信用条例#39"
    private static let pattern = "河南省社会信用条例#41"
    private static let told = "征信业管理条例#25"
}

extension Refusal {
    static func objection(_ reason: ObjectionRefusal) -> Refusal { Refusal(reason) }
}
