internal import Law
public import Records
internal import Registry
public import Vocabulary

/// A family of codes that people read as words. The message key is `family.code`.
public enum LabelFamily: String, CaseIterable, Sendable {
    case announcementRange, annulledBy, appealBy, appealOutcome, authority, damage, departure
    case detection, eventKind, field, fieldKind, filedBy, finding, harmAttribution, imputation
    case lifelongLack
    case inadmissibleReason, influenceDegree, irregularity, legalityConclusion, lossDegree, measure
    case measureFamily, notExecuted, opinion, opinionOrigin, part, proceduralStep, riskLevel
    case roleBasis, state, subjectKind, transferOutcome, transferReason, unit
    case appealState, caseState, deadlineLevel, decisionState, groundState, sanctionState, stepState
    case confidence, destructionGround, ruleDetection, ruleKind, ruleTerm
    case bar, findingFate, instrumentKind, personnelKind, postEnding, rectifiedBy
    case printField, remedyAct, ruleConcerned, template
    case catalogueScope, dishonestyFall, dishonestyState, linkRelation, nexus, ruleProvision
    case leniencyFactor, objectionBy, objectionChannel, objectionOutcome, objectionState
    case objectionTarget, repairChannel, repairFall, repairOutcome, repairState
    case consentMatter, criminalGuilt, criminalPenalty, lossKind, unitCapacity, unitFailing

    /// Every code that can be met; the catalogues have a word for each.
    ///
    /// - Parameter duties: Those whose kinds and fields are to have words.
    public func codes(in duties: DutyRegister = Duties.register) -> [String] {
        func all<Listed: RawRepresentable<String> & CaseIterable>(_ type: Listed.Type) -> [String] {
            type.allCases.map(\.rawValue)
        }
        switch self {
        case .bar: return all(Rulebook.Bar.self)
        case .catalogueScope: return all(CatalogueScope.self)
        case .dishonestyFall: return all(DishonestyFall.self)
        case .dishonestyState: return all(DishonestyState.self)
        case .leniencyFactor: return all(LeniencyFactor.self)
        case .linkRelation: return all(LinkRelation.self)
        case .objectionBy: return all(ObjectionBy.self)
        case .objectionChannel: return all(ObjectionChannel.self)
        case .objectionOutcome: return all(ObjectionOutcome.self)
        case .objectionState: return all(ObjectionState.self)
        case .objectionTarget: return all(ObjectionTarget.self)
        case .repairChannel: return all(RepairChannel.self)
        case .repairFall: return all(RepairFall.self)
        case .repairOutcome: return all(RepairOutcome.self)
        case .repairState: return all(RepairState.self)
        case .nexus: return all(Nexus.self)
        case .ruleProvision: return all(RuleProvision.self)
        case .findingFate: return all(FindingFate.self)
        case .instrumentKind: return all(InstrumentKind.self)
        case .personnelKind: return all(PersonnelKind.self)
        case .postEnding: return all(PostEnding.self)
        case .rectifiedBy: return all(RectifiedBy.self)
        case .printField: return all(PrintField.self)
        case .remedyAct: return Self.stages
        case .template: return all(TemplateNoun.self)
        case .announcementRange: return all(AnnouncementRange.self)
        case .annulledBy: return all(AnnulledBy.self)
        case .appealBy: return all(AppealBy.self)
        case .appealOutcome: return all(AppealOutcome.self)
        case .appealState: return all(AppealState.self)
        case .authority: return all(Authority.self)
        case .deadlineLevel: return all(DeadlineBoard.Level.self)
        case .damage: return all(Damage.Kind.self)
        case .departure: return all(Departure.self)
        case .destructionGround: return all(DestructionGround.self)
        case .detection: return all(Detection.self)
        case .confidence: return all(Confidence.self)
        case .ruleConcerned: return all(CreditRules.Concerned.self)
        case .ruleDetection: return all(Rulebook.Detection.self)
        case .ruleKind: return all(RuleLine.Kind.self)
        case .ruleTerm: return all(Rulebook.Term.self)
        case .field: return duties.fieldNames
        case .fieldKind: return FieldForm.names
        case .harmAttribution: return all(HarmAttribution.self)
        case .lifelongLack: return all(LifelongLack.self)
        case .inadmissibleReason: return all(InadmissibleReason.self)
        case .influenceDegree: return all(InfluenceDegree.self)
        case .legalityConclusion: return all(LegalityConclusion.self)
        case .lossDegree: return all(LossDegree.self)
        case .criminalGuilt: return all(CriminalGuilt.self)
        case .criminalPenalty: return all(CriminalPenalty.self)
        case .consentMatter: return all(ConsentMatter.self)
        case .lossKind: return all(LossKind.self)
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
        case .eventKind: return duties.kinds.map(\.name)
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
        case .unit: return all(ProgressUnit.self)
        case .unitFailing: return all(UnitFailing.self)
        case .unitCapacity: return all(UnitCapacity.self)
        }
    }

    /// The stages of a remedy, as rulebooks code them: at each the law has its own word for what one
    /// does, 申请复审, 申请复核, 提出申诉.
    private static let stages = [
        "reexamination", "recheck", "review", "appeal", "reappeal", "asProvided",
    ]

    /// The family which has exactly these codes.
    static func of(_ codes: [String]) -> LabelFamily? { byCodes[Set(codes)] }

    /// Families of the codes that fields hold.
    private static let byCodes: [Set<String>: LabelFamily] = {
        let others: Set<LabelFamily> = [.field, .fieldKind, .eventKind]
        return Dictionary(
            allCases.filter { !others.contains($0) }.map { (Set($0.codes()), $0) },
            uniquingKeysWith: { first, _ in first })
    }()
}

/// What is counted while something long runs.
public enum ProgressUnit: String, CaseIterable, Sendable {
    case entries, rows
}

extension DutyRegister {
    /// What every recording takes beside the fields of its verb, and what is said to a program.
    private static let ofEveryRecording = [
        "actor", "approver", "basis", "clear", "correct", "file", "now", "on", "onBasis",
        "recorderUnit",
        "unit",
    ]

    /// Those that mean another thing where they are of another form: they have a word of their own there.
    private static let otherwiseThere = [
        "act.sealed", "authority.code", "ground.code", "instrument.identifier", "kind.text",
        "rule.identifier",
    ]

    /// The names of all fields of all verbs and kinds, and of what their objects hold; sorted.
    fileprivate var fieldNames: [String] {
        func names(_ fields: [Field]) -> [String] {
            fields.flatMap { [$0.name] + names($0.form.parts) }
        }
        let all = names(verbs.flatMap(\.fields)) + names(kinds.flatMap(\.fields))
        return Set(all + Self.ofEveryRecording + Self.otherwiseThere).sorted()
    }
}

extension Text {
    /// What somebody was in a decision. Who came from a Party organ headed no administration.
    public func part(_ part: Part, ofParty: Bool) -> String {
        ofParty && part == .head ? self("dossier.partyHead") : label(.part, part)
    }

    /// The word for a field, as its help says it.
    public func label(of field: Field) -> String {
        lookUp("\(LabelFamily.field.rawValue).\(field.name).\(field.form.name)")
            ?? label(.field, field.name)
    }

    /// What a field is called beside what it holds: its word without what help adds to it.
    func heading(of field: Field) -> String {
        let label = label(of: field)
        let end = label.firstIndex { "\u{FF1A}\u{FF1B}:;".contains($0) } ?? label.endIndex
        return String(label[..<end])
    }

    /// The word for a code; a code that this version does not know is shown as it stands.
    public func label(_ family: LabelFamily, _ code: String) -> String {
        lookUp("\(family.rawValue).\(code)") ?? harmless(code)
    }

    public func label<Code: RawRepresentable<String>>(_ family: LabelFamily, _ code: Code) -> String
    {
        label(family, code.rawValue)
    }
}
