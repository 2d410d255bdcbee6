/// Everything that can have happened. No `default:` over it anywhere: a new kind of event does not
/// compile until every fold has thought of it.
public enum Event: Hashable, Sendable {
    case subjectRegistered(SubjectRegistered)
    case employmentBegan(EmploymentBegan)
    case positionAssumed(PositionAssumed)
    case positionTransferred(PositionTransferred)
    case positionSuspended(PositionSuspended)
    case positionReinstated(PositionReinstated)
    case employmentEnded(EmploymentEnded)
    case complaintReceived(ComplaintReceived)
    case caseOpened(CaseOpened)
    case personNamed(PersonNamed)
    case investigatorAssigned(InvestigatorAssigned)
    case findingRecommended(FindingRecommended)
    case findingMade(FindingMade)
    case caseClosed(CaseClosed)
    case sanctionRecommended(SanctionRecommended)
    case sanctionImposed(SanctionImposed)
    case sanctionNotExecuted(SanctionNotExecuted)
    case sanctionAnnulled(SanctionAnnulled)
    case recordWithdrawn(RecordWithdrawn)
    /// A major decision (重大行政决策).
    case decision(DecisionEvent)
    /// The course of an accountability case (责任追究程序).
    case proceeding(ProceedingEvent)
    /// The life of a sanction after it was imposed.
    case measure(MeasureEvent)
    /// A remedy (申诉类).
    case appeal(AppealEvent)
    /// Units (机构撤并).
    case organisation(OrganisationEvent)
    /// The rules by which the ledger judges (规则库).
    case law(LawEvent)

    /// Reads the data of an entry of the named type.
    public init(type: String, reader: some FieldReader) throws(MalformedPayload) {
        switch type {
        case SubjectRegistered.type.name:
            self = .subjectRegistered(try SubjectRegistered(from: reader))
        case EmploymentBegan.type.name: self = .employmentBegan(try EmploymentBegan(from: reader))
        case PositionAssumed.type.name: self = .positionAssumed(try PositionAssumed(from: reader))
        case PositionTransferred.type.name:
            self = .positionTransferred(try PositionTransferred(from: reader))
        case PositionSuspended.type.name:
            self = .positionSuspended(try PositionSuspended(from: reader))
        case PositionReinstated.type.name:
            self = .positionReinstated(try PositionReinstated(from: reader))
        case EmploymentEnded.type.name: self = .employmentEnded(try EmploymentEnded(from: reader))
        case ComplaintReceived.type.name:
            self = .complaintReceived(try ComplaintReceived(from: reader))
        case CaseOpened.type.name: self = .caseOpened(try CaseOpened(from: reader))
        case PersonNamed.type.name: self = .personNamed(try PersonNamed(from: reader))
        case InvestigatorAssigned.type.name:
            self = .investigatorAssigned(try InvestigatorAssigned(from: reader))
        case FindingRecommended.type.name:
            self = .findingRecommended(try FindingRecommended(from: reader))
        case FindingMade.type.name: self = .findingMade(try FindingMade(from: reader))
        case CaseClosed.type.name: self = .caseClosed(try CaseClosed(from: reader))
        case SanctionRecommended.type.name:
            self = .sanctionRecommended(try SanctionRecommended(from: reader))
        case SanctionImposed.type.name: self = .sanctionImposed(try SanctionImposed(from: reader))
        case SanctionNotExecuted.type.name:
            self = .sanctionNotExecuted(try SanctionNotExecuted(from: reader))
        case SanctionAnnulled.type.name:
            self = .sanctionAnnulled(try SanctionAnnulled(from: reader))
        case RecordWithdrawn.type.name: self = .recordWithdrawn(try RecordWithdrawn(from: reader))
        case RecordWithdrawn.extended.name:
            self = .recordWithdrawn(try RecordWithdrawn(from: reader))
        case CaseOpened.extended.name: self = .caseOpened(try CaseOpened(from: reader))
        case PersonNamed.extended.name: self = .personNamed(try PersonNamed(from: reader))
        case FindingMade.extended.name: self = .findingMade(try FindingMade(from: reader))
        case SanctionImposed.extended.name:
            self = .sanctionImposed(try SanctionImposed(from: reader))
        case PositionAssumed.extended.name:
            self = .positionAssumed(try PositionAssumed(from: reader))
        case PositionTransferred.extended.name:
            self = .positionTransferred(try PositionTransferred(from: reader))
        default:
            if let event = try DecisionEvent(type: type, reader: reader) {
                self = .decision(event)
            } else if let event = try ProceedingEvent(type: type, reader: reader) {
                self = .proceeding(event)
            } else if let event = try MeasureEvent(type: type, reader: reader) {
                self = .measure(event)
            } else if let event = try AppealEvent(type: type, reader: reader) {
                self = .appeal(event)
            } else if let event = try OrganisationEvent(type: type, reader: reader) {
                self = .organisation(event)
            } else if let event = try LawEvent(type: type, reader: reader) {
                self = .law(event)
            } else {
                throw MalformedPayload(field: "type", reason: .unknownType)
            }
        }
    }

    /// Reads the fields of an act; nil for a name that no act has.
    init?(act name: String, reader: some FieldReader) throws(MalformedPayload) {
        if let event = try DecisionEvent(act: name, reader: reader) {
            self = .decision(event)
        } else if let event = try ProceedingEvent(act: name, reader: reader) {
            self = .proceeding(event)
        } else if let event = try MeasureEvent(act: name, reader: reader) {
            self = .measure(event)
        } else if let event = try AppealEvent(act: name, reader: reader) {
            self = .appeal(event)
        } else if let event = try OrganisationEvent(act: name, reader: reader) {
            self = .organisation(event)
        } else {
            return nil
        }
    }

    /// The fact itself.
    public var payload: any EventPayload {
        switch self {
        case .subjectRegistered(let fact): fact
        case .employmentBegan(let fact): fact
        case .positionAssumed(let fact): fact
        case .positionTransferred(let fact): fact
        case .positionSuspended(let fact): fact
        case .positionReinstated(let fact): fact
        case .employmentEnded(let fact): fact
        case .complaintReceived(let fact): fact
        case .caseOpened(let fact): fact
        case .personNamed(let fact): fact
        case .investigatorAssigned(let fact): fact
        case .findingRecommended(let fact): fact
        case .findingMade(let fact): fact
        case .caseClosed(let fact): fact
        case .sanctionRecommended(let fact): fact
        case .sanctionImposed(let fact): fact
        case .sanctionNotExecuted(let fact): fact
        case .sanctionAnnulled(let fact): fact
        case .recordWithdrawn(let fact): fact
        case .decision(let event): event.payload
        case .proceeding(let event): event.payload
        case .measure(let event): event.payload
        case .appeal(let event): event.payload
        case .organisation(let event): event.payload
        case .law(let event): event.payload
        }
    }

    /// Every type this build can read, in the order of a case's life.
    public static let types: [EventType] =
        first + OrganisationEvent.types + DecisionEvent.types + ProceedingEvent.types
        + MeasureEvent.types + AppealEvent.types + LawEvent.types

    private static let first: [EventType] = [
        SubjectRegistered.type,
        EmploymentBegan.type,
        PositionAssumed.type,
        PositionAssumed.extended,
        PositionTransferred.type,
        PositionTransferred.extended,
        PositionSuspended.type,
        PositionReinstated.type,
        EmploymentEnded.type,
        ComplaintReceived.type,
        CaseOpened.type,
        CaseOpened.extended,
        PersonNamed.type,
        PersonNamed.extended,
        InvestigatorAssigned.type,
        FindingRecommended.type,
        FindingMade.type,
        FindingMade.extended,
        CaseClosed.type,
        SanctionRecommended.type,
        SanctionImposed.type,
        SanctionImposed.extended,
        SanctionNotExecuted.type,
        SanctionAnnulled.type,
        RecordWithdrawn.type,
        RecordWithdrawn.extended,
    ]

    /// The versioned name of the kind.
    public var type: EventType { payload.version }
    /// Everything the event is about, sorted, each once.
    public var tags: [Tag] { payload.tags }
    /// Writes the members of the `data` object.
    public func write(to writer: inout some FieldWriter) { payload.write(to: &writer) }
}
