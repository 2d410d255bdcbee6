public import Law
public import Vocabulary

/// Why the rules on decisions do not allow what was asked, in order of precedence.
///
/// The ledger records reality: an improper decision is accepted and raises its grounds. Refused is
/// only what cannot have happened, or what would leave the record without meaning.
public enum DecisionRefusal: RefusalReason {
    /// Neither proposed nor initiated.
    case unknown(DecisionID)
    /// Recorded already, with other content.
    case recordedOtherwise(DecisionID, EventType, on: CalendarDate)
    /// The catalogue in force has no such item.
    case notInCatalogue(String, [String])
    /// The catalogue in force excludes no such matter. 713 Art. 3.
    case notAnExclusion(String, [String])
    /// The matter is excluded, and no ground of the procedure arises from it. 713 Art. 3.
    case excluded(DecisionID, by: Position)
    /// Something ends before it starts; the rule that sets the order.
    case endBeforeStart(
        field: String, start: CalendarDate, end: CalendarDate, source: String = "713#15")
    /// Comments cannot be closed that were never invited.
    case consultationNotOpened(DecisionID)
    /// The comment is not in the register.
    case opinionUnknown(String)
    /// A step that no rule allows to do without. 713 Art. 25, 30.
    case stepNotWaivable(ProceduralStep, source: String)
    /// A meeting that lists nobody. 713 Art. 30.
    case meetingOfNobody
    /// A person twice in one meeting. 713 Art. 30.
    case attendeeTwice(SubjectID)
    /// More than one head in one meeting. 713 Art. 30.
    case twoHeads(SubjectID, SubjectID)
    /// A step of the procedure dated after the adoption it should have prepared.
    case stepAfterAdoption(ProceduralStep, adoptedOn: CalendarDate)
    /// Adopted already. 713 Art. 30, 37.
    case alreadyAdopted(DecisionID, on: CalendarDate)
    /// Adopted before the procedure was opened.
    case beforeInitiation(initiatedOn: CalendarDate)
    /// What follows an adoption, without one.
    case notAdopted(DecisionID, by: CalendarDate)
    /// Execution is suspended already, or is not.
    case alreadySuspended(DecisionID)
    case notSuspended(DecisionID)
    /// Nobody was charged with carrying it out.
    case notAssigned(DecisionID)
    /// Who assessed before does not evaluate afterwards. 713 Art. 36.
    case evaluatorAssessed(SubjectID)
    /// No such evaluation was ordered.
    case evaluationNotOrdered(SubjectID)
    /// A decision made in time was not dragged out.
    case decidedInTime(on: CalendarDate)
    /// A loss is said whole or in parts, not both. 713 Art. 38.
    case lossWholeAndParts(DecisionID)
    /// One part of a loss twice in one confirmation. 713 Art. 38.
    case lossTwice(String)
    /// A decision that would be its own cause, through those in between.
    case causesItself(DecisionID, through: [DecisionID])
    /// A cause that began after what it caused.
    case causeBeginsLater(DecisionID, on: CalendarDate, caused: DecisionID)
    /// The organ ratified that adoption already. 713 Art. 38.
    case ratifiedAlready(DecisionID, by: UnitID, on: CalendarDate)
    /// The rules in force know no such ground.
    case unknownGround(String, [String])
    /// Several bodies of law have a ground of that code.
    case groundOfSeveral(String, [String])
    /// The ground was not raised, or is dismissed already.
    case groundNotOpen(String)
    /// Evidence that lies outside the file of the decision.
    case notEvidence(Position)

    public var message: Message {
        switch self {
        case .unknown(let id): .refusal("unknownDecision", "schema/events", ["decision": id])
        case .recordedOtherwise(let id, let type, let on):
            // The Chinese sentence says 同类事项, and no code.
            .refusal(
                "recordedOtherwise", "XZZ-2020-26-T12",
                [
                    "decision": id, "on": on,
                    "type": Named.title(chinese: "", english: " (\(type))"),
                ])
        case .notInCatalogue(let item, let items):
            .refusal("notInCatalogue", "713#3", ["item": item, "items": items])
        case .notAnExclusion(let ground, let codes):
            .refusal("notAnExclusion", "713#3", ["codes": codes, "ground": ground])
        case .excluded(let id, let position):
            .refusal("decisionExcluded", "713#3", ["decision": id, "position": position])
        case .endBeforeStart(let field, let start, let end, let source):
            .refusal("endBeforeStart", source, ["field": field, "end": end, "start": start])
        case .consultationNotOpened(let id):
            .refusal("consultationNotOpened", "713#15", ["decision": id])
        case .opinionUnknown(let opinion):
            .refusal("opinionUnknown", "713#18", ["opinion": opinion])
        case .stepNotWaivable(let step, let source):
            .refusal("stepNotWaivable", source, ["step": Named.said("proceduralStep", step)])
        case .meetingOfNobody: .refusal("meetingOfNobody", "713#30")
        case .attendeeTwice(let id): .refusal("attendeeTwice", "713#30", ["subject": id])
        case .twoHeads(let one, let two): .refusal("twoHeads", "713#30", ["one": one, "two": two])
        case .stepAfterAdoption(let step, let adoptedOn):
            .refusal(
                "stepAfterAdoption", "XZZ-2020-26#5",
                ["adoptedOn": adoptedOn, "step": Named.said("proceduralStep", step)])
        case .alreadyAdopted(let id, let on):
            .refusal("alreadyAdopted", "713#37", ["decision": id, "on": on])
        case .beforeInitiation(let initiatedOn):
            .refusal("beforeInitiation", "713#13", ["initiatedOn": initiatedOn])
        case .notAdopted(let id, let by):
            .refusal("notAdopted", "713#32", ["by": by, "decision": id])
        case .alreadySuspended(let id): .refusal("alreadySuspended", "713#37", ["decision": id])
        case .notSuspended(let id): .refusal("decisionNotSuspended", "713#37", ["decision": id])
        case .notAssigned(let id): .refusal("notAssigned", "713#34", ["decision": id])
        case .evaluatorAssessed(let id): .refusal("evaluatorAssessed", "713#36", ["subject": id])
        case .evaluationNotOrdered(let id):
            .refusal("evaluationNotOrdered", "713#36", ["subject": id])
        case .decidedInTime(let on): .refusal("decidedInTime", "713#38", ["on": on])
        case .lossWholeAndParts(let id):
            .refusal("lossWholeAndParts", "713#38", ["decision": id])
        case .lossTwice(let item): .refusal("lossTwice", "713#38", ["item": item])
        case .causesItself(let id, let through):
            .refusal(
                "causesItself", "713#38", ["decision": id, "through": through.map(\.text)])
        case .causeBeginsLater(let cause, let on, let caused):
            .refusal("causeBeginsLater", "713#38", ["cause": cause, "decision": caused, "on": on])
        case .ratifiedAlready(let id, let organ, let on):
            .refusal("ratifiedAlready", "713#38", ["decision": id, "on": on, "organ": organ])
        case .unknownGround(let code, let codes):
            .refusal("unknownGround", "XZZ-2020-26#6", ["code": code, "codes": codes])
        case .groundOfSeveral(let code, let names):
            .refusal("groundOfSeveral", "XZZ-2020-26#6", ["code": code, "names": names])
        case .groundNotOpen(let code): .refusal("groundNotOpen", "XZZ-2020-26#4", ["code": code])
        case .notEvidence(let position):
            .refusal("notEvidence", "XZZ-2020-26#4", ["position": position])
        }
    }
}

extension Refusal {
    public static func decision(_ reason: DecisionRefusal) -> Refusal { Refusal(reason) }
}
