/// Everything that can have happened in the course of an accountability case (责任追究程序).
public enum ProceedingEvent: Hashable, Sendable {
    case recusalDeclared(RecusalDeclared)
    case factsNotified(FactsNotified)
    case defenceHeard(DefenceHeard)
    case defenceWaived(DefenceWaived)
    case mitigationFound(MitigationFound)
    case caseTransferred(CaseTransferred)
    case transferAnswered(TransferAnswered)
    case expertConductNotified(ExpertConductNotified)
    case expertConductAnswered(ExpertConductAnswered)
    case benefitAdjustmentRecommended(BenefitAdjustmentRecommended)
    case personCleared(PersonCleared)
    case caseReopened(CaseReopened)

    /// Reads the data of an entry of the named type; nil for a type that is not of this duty.
    init?(type: String, reader: some FieldReader) throws(MalformedPayload) {
        switch type {
        case RecusalDeclared.type.name: self = .recusalDeclared(try RecusalDeclared(from: reader))
        case FactsNotified.type.name: self = .factsNotified(try FactsNotified(from: reader))
        case DefenceHeard.type.name: self = .defenceHeard(try DefenceHeard(from: reader))
        case DefenceWaived.type.name: self = .defenceWaived(try DefenceWaived(from: reader))
        case MitigationFound.type.name: self = .mitigationFound(try MitigationFound(from: reader))
        case CaseTransferred.type.name: self = .caseTransferred(try CaseTransferred(from: reader))
        case TransferAnswered.type.name:
            self = .transferAnswered(try TransferAnswered(from: reader))
        case ExpertConductNotified.type.name:
            self = .expertConductNotified(try ExpertConductNotified(from: reader))
        case ExpertConductAnswered.type.name:
            self = .expertConductAnswered(try ExpertConductAnswered(from: reader))
        case BenefitAdjustmentRecommended.type.name:
            self = .benefitAdjustmentRecommended(try BenefitAdjustmentRecommended(from: reader))
        case PersonCleared.type.name: self = .personCleared(try PersonCleared(from: reader))
        case CaseReopened.type.name: self = .caseReopened(try CaseReopened(from: reader))
        default: return nil
        }
    }

    /// The fact itself.
    public var payload: any EventPayload {
        switch self {
        case .recusalDeclared(let fact): fact
        case .factsNotified(let fact): fact
        case .defenceHeard(let fact): fact
        case .defenceWaived(let fact): fact
        case .mitigationFound(let fact): fact
        case .caseTransferred(let fact): fact
        case .transferAnswered(let fact): fact
        case .expertConductNotified(let fact): fact
        case .expertConductAnswered(let fact): fact
        case .benefitAdjustmentRecommended(let fact): fact
        case .personCleared(let fact): fact
        case .caseReopened(let fact): fact
        }
    }

    /// Its types, in the order of a life.
    public static let types: [EventType] = [
        RecusalDeclared.type,
        FactsNotified.type,
        DefenceHeard.type,
        DefenceWaived.type,
        MitigationFound.type,
        CaseTransferred.type,
        TransferAnswered.type,
        ExpertConductNotified.type,
        ExpertConductAnswered.type,
        BenefitAdjustmentRecommended.type,
        PersonCleared.type,
        CaseReopened.type,
    ]

    /// Reads the fields of an act; nil for a name that is not of this duty.
    init?(act name: String, reader: some FieldReader) throws(MalformedPayload) {
        switch name {
        case RecusalDeclared.act.name: self = .recusalDeclared(try RecusalDeclared(from: reader))
        case FactsNotified.act.name: self = .factsNotified(try FactsNotified(from: reader))
        case DefenceHeard.act.name: self = .defenceHeard(try DefenceHeard(from: reader))
        case DefenceWaived.act.name: self = .defenceWaived(try DefenceWaived(from: reader))
        case MitigationFound.act.name: self = .mitigationFound(try MitigationFound(from: reader))
        case CaseTransferred.act.name: self = .caseTransferred(try CaseTransferred(from: reader))
        case TransferAnswered.act.name: self = .transferAnswered(try TransferAnswered(from: reader))
        case ExpertConductNotified.act.name:
            self = .expertConductNotified(try ExpertConductNotified(from: reader))
        case ExpertConductAnswered.act.name:
            self = .expertConductAnswered(try ExpertConductAnswered(from: reader))
        case BenefitAdjustmentRecommended.act.name:
            self = .benefitAdjustmentRecommended(try BenefitAdjustmentRecommended(from: reader))
        case PersonCleared.act.name: self = .personCleared(try PersonCleared(from: reader))
        case CaseReopened.act.name: self = .caseReopened(try CaseReopened(from: reader))
        default: return nil
        }
    }

    /// What can be asked for.
    static let acts: [any Act.Type] = [
        RecusalDeclared.self,
        FactsNotified.self,
        DefenceHeard.self,
        DefenceWaived.self,
        MitigationFound.self,
        CaseTransferred.self,
        TransferAnswered.self,
        ExpertConductNotified.self,
        ExpertConductAnswered.self,
        BenefitAdjustmentRecommended.self,
        PersonCleared.self,
        CaseReopened.self,
    ]
}
