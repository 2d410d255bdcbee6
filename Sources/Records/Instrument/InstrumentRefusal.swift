public import Law
public import Vocabulary

/// Why a document is not registered, changed or annulled.
public enum InstrumentRefusal: RefusalReason {
    /// The rules of that day say nothing of records of dishonesty.
    case noCreditRules(CalendarDate)
    /// No kind of that name; the names of those there are.
    case unknownKind(String, known: [String])
    /// The kind counts only from a later day.
    case kindNotYet(String, from: CalendarDate, source: String)
    /// The kind counts only where a setting says so, and it does not.
    case kindNotAdmitted(String, setting: String, source: String)
    /// It would have effect before it was made.
    case effectiveBeforeDated(dated: CalendarDate)
    /// It would have been registered before it was made.
    case registeredBeforeDated(dated: CalendarDate)
    /// Such documents come from other organs.
    case organUnfit(UnitID, kind: String, organs: [String])
    /// Such documents do not concern such subjects.
    case subjectUnfit(SubjectID, kind: String)
    /// The kind exists under named provisions only.
    case provisionNeeded(kind: String, provisions: [String])
    /// The breach was confirmed before the order to put it right was refused or its time was over.
    case breachNotSettled(until: CalendarDate)
    /// Who broke a promise, or took over from whoever did, does not confirm it.
    case ownBreach(UnitID)
    /// The number belongs to another document.
    case registeredOtherwise(InstrumentID, at: Position)
    case unknown(InstrumentID)
    case annulledAlready(InstrumentID, on: CalendarDate)
    /// The day lies before that of the document.
    case beforeInstrument(InstrumentID, dated: CalendarDate)
    /// The document does not name them.
    case notNamed(SubjectID, InstrumentID)
    /// Everybody would be released: then it is annulled.
    case nobodyLeft(InstrumentID)
    /// Neither a sanction nor a case is named, or both are.
    case oneSource
    /// The sanction does not stand.
    case notStanding(SanctionID)
    /// No kind of document is made of such a measure.
    case noKind(measure: MeasureName, source: String)
    /// It is a document already.
    case adoptedAlready(SanctionID, as: InstrumentID)
    /// Nothing in the case became a document, or more than one.
    case notOneDecision(CaseID, sanctions: [SanctionID])
    /// Nobody knows which organ decided, or on which day.
    case decisionUnknown(SanctionID)

    public var message: Message {
        switch self {
        case .noCreditRules(let day): .refusal("noCreditRules", Self.basis, ["day": day])
        case .unknownKind(let kind, let known):
            .refusal("unknownInstrumentKind", Self.basis, ["kind": kind, "known": known])
        case .kindNotYet(let kind, let from, let source):
            .refusal("instrumentKindNotYet", source, ["kind": kind, "from": from])
        case .kindNotAdmitted(let kind, let setting, let source):
            .refusal("instrumentKindNotAdmitted", source, ["kind": kind, "setting": setting])
        case .effectiveBeforeDated(let dated):
            .refusal("effectiveBeforeDated", Self.basis, ["dated": dated])
        case .registeredBeforeDated(let dated):
            .refusal("registeredBeforeDated", Self.basis, ["dated": dated])
        case .organUnfit(let organ, let kind, let organs):
            .refusal(
                "instrumentOrganUnfit", Self.basis,
                ["organ": organ, "kind": kind, "organs": organs])
        case .subjectUnfit(let subject, let kind):
            .refusal("instrumentSubjectUnfit", Self.basis, ["subject": subject, "kind": kind])
        case .provisionNeeded(let kind, let provisions):
            .refusal("provisionNeeded", Self.basis, ["kind": kind, "provisions": provisions])
        case .breachNotSettled(let until):
            .refusal("breachNotSettled", Self.breach, ["until": until])
        case .ownBreach(let unit): .refusal("ownBreach", Self.breach, ["unit": unit])
        case .registeredOtherwise(let id, let position):
            .refusal(
                "instrumentRegisteredOtherwise", Self.basis,
                ["instrument": id, "position": position])
        case .unknown(let id): .refusal("unknownInstrument", Self.basis, ["instrument": id])
        case .annulledAlready(let id, let day):
            .refusal("instrumentAnnulledAlready", Self.basis, ["instrument": id, "day": day])
        case .beforeInstrument(let id, let dated):
            .refusal("beforeInstrument", Self.basis, ["instrument": id, "dated": dated])
        case .notNamed(let subject, let id):
            .refusal("notNamedInInstrument", Self.basis, ["subject": subject, "instrument": id])
        case .nobodyLeft(let id):
            .refusal("nobodyLeftInInstrument", Self.basis, ["instrument": id])
        case .oneSource: .refusal("instrumentOneSource", Self.basis)
        case .notStanding(let id):
            .refusal("sanctionNotStanding", Self.basis, ["sanction": id])
        case .noKind(let measure, let source):
            .refusal("noInstrumentKind", source, ["measure": measure])
        case .adoptedAlready(let id, let instrument):
            .refusal("adoptedAlready", Self.basis, ["sanction": id, "instrument": instrument])
        case .notOneDecision(let id, let sanctions):
            .refusal("notOneDecision", Self.basis, ["case": id, "sanctions": sanctions])
        case .decisionUnknown(let id):
            .refusal("decisionUnknown", Self.basis, ["sanction": id])
        }
    }

    private static let basis = Basis.integrityRecord
    private static let breach = "发改财金〔2023〕1103号"
}

extension Refusal {
    static func instrument(_ reason: InstrumentRefusal) -> Refusal { Refusal(reason) }
}
