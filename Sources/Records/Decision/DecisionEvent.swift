/// Everything that can have happened in a major decision (重大行政决策).
public enum DecisionEvent: Hashable, Sendable {
    case decisionProposed(DecisionProposed)
    case decisionInitiated(DecisionInitiated)
    case consultationOpened(ConsultationOpened)
    case consultationClosed(ConsultationClosed)
    case hearingRequired(HearingRequired)
    case hearingHeld(HearingHeld)
    case hearingNotHeld(HearingNotHeld)
    case opinionReceived(OpinionReceived)
    case opinionDisposed(OpinionDisposed)
    case expertReviewCompleted(ExpertReviewCompleted)
    case riskAssessed(RiskAssessed)
    case riskConclusionHandled(RiskConclusionHandled)
    case stepWaived(StepWaived)
    case legalityReviewSubmitted(LegalityReviewSubmitted)
    case legalityReviewCompleted(LegalityReviewCompleted)
    case meetingHeld(MeetingHeld)
    case partyCommitteeReported(PartyCommitteeReported)
    case decisionAdopted(DecisionAdopted)
    case decisionRejected(DecisionRejected)
    case decisionDeferred(DecisionDeferred)
    case decisionPublished(DecisionPublished)
    case decisionWithheld(DecisionWithheld)
    case processArchived(ProcessArchived)
    case executionAssigned(ExecutionAssigned)
    case executionReported(ExecutionReported)
    case decisionSuspended(DecisionSuspended)
    case decisionResumed(DecisionResumed)
    case decisionAdjusted(DecisionAdjusted)
    case postEvaluationOrdered(PostEvaluationOrdered)
    case postEvaluationCompleted(PostEvaluationCompleted)
    case harmConfirmed(HarmConfirmed)
    case decisionDelayIdentified(DecisionDelayIdentified)
    case overridingLawCited(OverridingLawCited)
    case decisionClosed(DecisionClosed)
    case groundDetected(GroundDetected)
    case groundDismissed(GroundDismissed)

    /// Reads the data of an entry of the named type; nil for a type that is not of this duty.
    init?(type: String, reader: some FieldReader) throws(MalformedPayload) {
        switch type {
        case DecisionProposed.type.name:
            self = .decisionProposed(try DecisionProposed(from: reader))
        case DecisionInitiated.type.name:
            self = .decisionInitiated(try DecisionInitiated(from: reader))
        case ConsultationOpened.type.name:
            self = .consultationOpened(try ConsultationOpened(from: reader))
        case ConsultationClosed.type.name:
            self = .consultationClosed(try ConsultationClosed(from: reader))
        case HearingRequired.type.name: self = .hearingRequired(try HearingRequired(from: reader))
        case HearingHeld.type.name: self = .hearingHeld(try HearingHeld(from: reader))
        case HearingNotHeld.type.name: self = .hearingNotHeld(try HearingNotHeld(from: reader))
        case OpinionReceived.type.name: self = .opinionReceived(try OpinionReceived(from: reader))
        case OpinionDisposed.type.name: self = .opinionDisposed(try OpinionDisposed(from: reader))
        case ExpertReviewCompleted.type.name:
            self = .expertReviewCompleted(try ExpertReviewCompleted(from: reader))
        case RiskAssessed.type.name: self = .riskAssessed(try RiskAssessed(from: reader))
        case RiskConclusionHandled.type.name:
            self = .riskConclusionHandled(try RiskConclusionHandled(from: reader))
        case StepWaived.type.name: self = .stepWaived(try StepWaived(from: reader))
        case LegalityReviewSubmitted.type.name:
            self = .legalityReviewSubmitted(try LegalityReviewSubmitted(from: reader))
        case LegalityReviewCompleted.type.name:
            self = .legalityReviewCompleted(try LegalityReviewCompleted(from: reader))
        case MeetingHeld.type.name: self = .meetingHeld(try MeetingHeld(from: reader))
        case PartyCommitteeReported.type.name:
            self = .partyCommitteeReported(try PartyCommitteeReported(from: reader))
        case DecisionAdopted.type.name: self = .decisionAdopted(try DecisionAdopted(from: reader))
        case DecisionRejected.type.name:
            self = .decisionRejected(try DecisionRejected(from: reader))
        case DecisionDeferred.type.name:
            self = .decisionDeferred(try DecisionDeferred(from: reader))
        case DecisionPublished.type.name:
            self = .decisionPublished(try DecisionPublished(from: reader))
        case DecisionWithheld.type.name:
            self = .decisionWithheld(try DecisionWithheld(from: reader))
        case ProcessArchived.type.name: self = .processArchived(try ProcessArchived(from: reader))
        case ExecutionAssigned.type.name:
            self = .executionAssigned(try ExecutionAssigned(from: reader))
        case ExecutionReported.type.name:
            self = .executionReported(try ExecutionReported(from: reader))
        case DecisionSuspended.type.name:
            self = .decisionSuspended(try DecisionSuspended(from: reader))
        case DecisionResumed.type.name: self = .decisionResumed(try DecisionResumed(from: reader))
        case DecisionAdjusted.type.name:
            self = .decisionAdjusted(try DecisionAdjusted(from: reader))
        case PostEvaluationOrdered.type.name:
            self = .postEvaluationOrdered(try PostEvaluationOrdered(from: reader))
        case PostEvaluationCompleted.type.name:
            self = .postEvaluationCompleted(try PostEvaluationCompleted(from: reader))
        case HarmConfirmed.type.name: self = .harmConfirmed(try HarmConfirmed(from: reader))
        case DecisionDelayIdentified.type.name:
            self = .decisionDelayIdentified(try DecisionDelayIdentified(from: reader))
        case OverridingLawCited.type.name:
            self = .overridingLawCited(try OverridingLawCited(from: reader))
        case DecisionClosed.type.name: self = .decisionClosed(try DecisionClosed(from: reader))
        case GroundDetected.type.name: self = .groundDetected(try GroundDetected(from: reader))
        case GroundDismissed.type.name: self = .groundDismissed(try GroundDismissed(from: reader))
        default: return nil
        }
    }

    /// The fact itself.
    public var payload: any EventPayload {
        switch self {
        case .decisionProposed(let fact): fact
        case .decisionInitiated(let fact): fact
        case .consultationOpened(let fact): fact
        case .consultationClosed(let fact): fact
        case .hearingRequired(let fact): fact
        case .hearingHeld(let fact): fact
        case .hearingNotHeld(let fact): fact
        case .opinionReceived(let fact): fact
        case .opinionDisposed(let fact): fact
        case .expertReviewCompleted(let fact): fact
        case .riskAssessed(let fact): fact
        case .riskConclusionHandled(let fact): fact
        case .stepWaived(let fact): fact
        case .legalityReviewSubmitted(let fact): fact
        case .legalityReviewCompleted(let fact): fact
        case .meetingHeld(let fact): fact
        case .partyCommitteeReported(let fact): fact
        case .decisionAdopted(let fact): fact
        case .decisionRejected(let fact): fact
        case .decisionDeferred(let fact): fact
        case .decisionPublished(let fact): fact
        case .decisionWithheld(let fact): fact
        case .processArchived(let fact): fact
        case .executionAssigned(let fact): fact
        case .executionReported(let fact): fact
        case .decisionSuspended(let fact): fact
        case .decisionResumed(let fact): fact
        case .decisionAdjusted(let fact): fact
        case .postEvaluationOrdered(let fact): fact
        case .postEvaluationCompleted(let fact): fact
        case .harmConfirmed(let fact): fact
        case .decisionDelayIdentified(let fact): fact
        case .overridingLawCited(let fact): fact
        case .decisionClosed(let fact): fact
        case .groundDetected(let fact): fact
        case .groundDismissed(let fact): fact
        }
    }

    /// Its types, in the order of a life.
    public static let types: [EventType] = [
        DecisionProposed.type,
        DecisionInitiated.type,
        ConsultationOpened.type,
        ConsultationClosed.type,
        HearingRequired.type,
        HearingHeld.type,
        HearingNotHeld.type,
        OpinionReceived.type,
        OpinionDisposed.type,
        ExpertReviewCompleted.type,
        RiskAssessed.type,
        RiskConclusionHandled.type,
        StepWaived.type,
        LegalityReviewSubmitted.type,
        LegalityReviewCompleted.type,
        MeetingHeld.type,
        PartyCommitteeReported.type,
        DecisionAdopted.type,
        DecisionRejected.type,
        DecisionDeferred.type,
        DecisionPublished.type,
        DecisionWithheld.type,
        ProcessArchived.type,
        ExecutionAssigned.type,
        ExecutionReported.type,
        DecisionSuspended.type,
        DecisionResumed.type,
        DecisionAdjusted.type,
        PostEvaluationOrdered.type,
        PostEvaluationCompleted.type,
        HarmConfirmed.type,
        DecisionDelayIdentified.type,
        OverridingLawCited.type,
        DecisionClosed.type,
        GroundDetected.type,
        GroundDismissed.type,
    ]

    /// Reads the fields of an act; nil for a name that is not of this duty.
    init?(act name: String, reader: some FieldReader) throws(MalformedPayload) {
        switch name {
        case DecisionProposed.act.name: self = .decisionProposed(try DecisionProposed(from: reader))
        case DecisionInitiated.act.name:
            self = .decisionInitiated(try DecisionInitiated(from: reader))
        case ConsultationOpened.act.name:
            self = .consultationOpened(try ConsultationOpened(from: reader))
        case ConsultationClosed.act.name:
            self = .consultationClosed(try ConsultationClosed(from: reader))
        case HearingRequired.act.name: self = .hearingRequired(try HearingRequired(from: reader))
        case HearingHeld.act.name: self = .hearingHeld(try HearingHeld(from: reader))
        case HearingNotHeld.act.name: self = .hearingNotHeld(try HearingNotHeld(from: reader))
        case OpinionReceived.act.name: self = .opinionReceived(try OpinionReceived(from: reader))
        case OpinionDisposed.act.name: self = .opinionDisposed(try OpinionDisposed(from: reader))
        case ExpertReviewCompleted.act.name:
            self = .expertReviewCompleted(try ExpertReviewCompleted(from: reader))
        case RiskAssessed.act.name: self = .riskAssessed(try RiskAssessed(from: reader))
        case RiskConclusionHandled.act.name:
            self = .riskConclusionHandled(try RiskConclusionHandled(from: reader))
        case StepWaived.act.name: self = .stepWaived(try StepWaived(from: reader))
        case LegalityReviewSubmitted.act.name:
            self = .legalityReviewSubmitted(try LegalityReviewSubmitted(from: reader))
        case LegalityReviewCompleted.act.name:
            self = .legalityReviewCompleted(try LegalityReviewCompleted(from: reader))
        case MeetingHeld.act.name: self = .meetingHeld(try MeetingHeld(from: reader))
        case PartyCommitteeReported.act.name:
            self = .partyCommitteeReported(try PartyCommitteeReported(from: reader))
        case DecisionAdopted.act.name: self = .decisionAdopted(try DecisionAdopted(from: reader))
        case DecisionRejected.act.name: self = .decisionRejected(try DecisionRejected(from: reader))
        case DecisionDeferred.act.name: self = .decisionDeferred(try DecisionDeferred(from: reader))
        case DecisionPublished.act.name:
            self = .decisionPublished(try DecisionPublished(from: reader))
        case DecisionWithheld.act.name: self = .decisionWithheld(try DecisionWithheld(from: reader))
        case ProcessArchived.act.name: self = .processArchived(try ProcessArchived(from: reader))
        case ExecutionAssigned.act.name:
            self = .executionAssigned(try ExecutionAssigned(from: reader))
        case ExecutionReported.act.name:
            self = .executionReported(try ExecutionReported(from: reader))
        case DecisionSuspended.act.name:
            self = .decisionSuspended(try DecisionSuspended(from: reader))
        case DecisionResumed.act.name: self = .decisionResumed(try DecisionResumed(from: reader))
        case DecisionAdjusted.act.name: self = .decisionAdjusted(try DecisionAdjusted(from: reader))
        case PostEvaluationOrdered.act.name:
            self = .postEvaluationOrdered(try PostEvaluationOrdered(from: reader))
        case PostEvaluationCompleted.act.name:
            self = .postEvaluationCompleted(try PostEvaluationCompleted(from: reader))
        case HarmConfirmed.act.name: self = .harmConfirmed(try HarmConfirmed(from: reader))
        case DecisionDelayIdentified.act.name:
            self = .decisionDelayIdentified(try DecisionDelayIdentified(from: reader))
        case OverridingLawCited.act.name:
            self = .overridingLawCited(try OverridingLawCited(from: reader))
        case DecisionClosed.act.name: self = .decisionClosed(try DecisionClosed(from: reader))
        case GroundDetected.act.name: self = .groundDetected(try GroundDetected(from: reader))
        case GroundDismissed.act.name: self = .groundDismissed(try GroundDismissed(from: reader))
        default: return nil
        }
    }

    /// What can be asked for.
    static let acts: [any Act.Type] = [
        DecisionProposed.self,
        DecisionInitiated.self,
        ConsultationOpened.self,
        ConsultationClosed.self,
        HearingRequired.self,
        HearingHeld.self,
        HearingNotHeld.self,
        OpinionReceived.self,
        OpinionDisposed.self,
        ExpertReviewCompleted.self,
        RiskAssessed.self,
        RiskConclusionHandled.self,
        StepWaived.self,
        LegalityReviewSubmitted.self,
        LegalityReviewCompleted.self,
        MeetingHeld.self,
        PartyCommitteeReported.self,
        DecisionAdopted.self,
        DecisionRejected.self,
        DecisionDeferred.self,
        DecisionPublished.self,
        DecisionWithheld.self,
        ProcessArchived.self,
        ExecutionAssigned.self,
        ExecutionReported.self,
        DecisionSuspended.self,
        DecisionResumed.self,
        DecisionAdjusted.self,
        PostEvaluationOrdered.self,
        PostEvaluationCompleted.self,
        HarmConfirmed.self,
        DecisionDelayIdentified.self,
        OverridingLawCited.self,
        DecisionClosed.self,
        GroundDetected.self,
        GroundDismissed.self,
    ]
}
