import Records
import Registry

/// A family of codes that people read as words. The message key is `family.code`.
enum LabelFamily: String, CaseIterable, Sendable {
    case announcementRange, annulledBy, appealBy, appealOutcome, authority, damage, departure
    case detection, eventKind, field, fieldKind, filedBy, finding, harmAttribution, imputation
    case inadmissibleReason, influenceDegree, irregularity, legalityConclusion, lossDegree, measure
    case measureFamily, notExecuted, opinion, opinionOrigin, part, proceduralStep, riskLevel
    case roleBasis, state, subjectKind, transferOutcome, transferReason, unit
    case appealState, caseState, deadlineLevel, decisionState, groundState, sanctionState, stepState
    case confidence, ruleDetection, ruleKind, ruleTerm

    /// Every code that this version can meet; the catalogues have a word for each.
    var codes: [String] {
        func all<Code: RawRepresentable<String> & CaseIterable>(_ type: Code.Type) -> [String] {
            type.allCases.map(\.rawValue)
        }
        switch self {
        case .announcementRange: return all(AnnouncementRange.self)
        case .annulledBy: return all(AnnulledBy.self)
        case .appealBy: return all(AppealBy.self)
        case .appealOutcome: return all(AppealOutcome.self)
        case .appealState: return all(AppealState.self)
        case .authority: return all(Authority.self)
        case .deadlineLevel: return all(DeadlineBoard.Level.self)
        case .damage: return all(Damage.Kind.self)
        case .departure: return all(Departure.self)
        case .detection: return all(Detection.self)
        case .confidence: return all(Confidence.self)
        case .ruleDetection: return all(Rulebook.Detection.self)
        case .ruleKind: return all(RuleLine.Kind.self)
        case .ruleTerm: return all(Rulebook.Term.self)
        case .field: return RecordingVerb.fieldNames
        case .fieldKind: return CommandField.Kind.codes
        case .harmAttribution: return all(HarmAttribution.self)
        case .inadmissibleReason: return all(InadmissibleReason.self)
        case .influenceDegree: return all(InfluenceDegree.self)
        case .legalityConclusion: return all(LegalityConclusion.self)
        case .lossDegree: return all(LossDegree.self)
        case .opinion: return all(Opinion.self)
        case .opinionOrigin: return all(OpinionOrigin.self)
        case .part: return all(Part.self)
        case .proceduralStep: return all(ProceduralStep.self)
        case .riskLevel: return all(RiskLevel.self)
        case .transferOutcome: return all(TransferOutcome.self)
        case .transferReason: return all(TransferReason.self)
        case .caseState: return all(CaseState.self)
        case .sanctionState: return all(SanctionState.self)
        case .decisionState: return all(DecisionState.self)
        case .groundState: return all(GroundState.self)
        case .stepState: return all(StepState.self)
        case .eventKind: return Event.types.map(Self.code)
        case .filedBy: return all(ComplaintOrigin.self)
        case .finding: return all(Finding.self)
        case .imputation:
            return [
                "archive_date", "closed_date", "complaint_date", "employed_from", "incident_date",
                "recorded_date",
            ]
        case .irregularity: return all(Irregularity.self)
        case .measure: return all(Measure.self)
        case .measureFamily: return all(Measure.Family.self)
        case .notExecuted: return all(NotExecutedReason.self)
        case .roleBasis: return all(RoleBasis.self)
        case .state: return ["inPost", "inService", "suspended", "left", "deceased", "unknown"]
        case .subjectKind: return all(SubjectKind.self)
        case .unit: return all(ProgressBar.Unit.self)
        }
    }

    /// The type's name without its version: a new version of a kind keeps its word.
    static func code(of type: EventType) -> String {
        guard let dot = type.name.lastIndex(of: ".") else { return type.name }
        return String(type.name[..<dot])
    }
}

extension Text {
    /// The word for a code; a code that this version does not know is shown as it stands.
    func label(_ family: LabelFamily, _ code: String) -> String {
        lookUp("\(family.rawValue).\(code)") ?? harmless(code)
    }

    func label<Code: RawRepresentable<String>>(_ family: LabelFamily, _ code: Code) -> String {
        label(family, code.rawValue)
    }
}
