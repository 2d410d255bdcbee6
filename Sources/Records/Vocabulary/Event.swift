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
        default: throw MalformedPayload(field: "type", reason: .unknownType)
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
        }
    }

    /// Every type this build can read, in the order of a case's life.
    public static let types: [EventType] = [
        SubjectRegistered.type,
        EmploymentBegan.type,
        PositionAssumed.type,
        PositionTransferred.type,
        PositionSuspended.type,
        PositionReinstated.type,
        EmploymentEnded.type,
        ComplaintReceived.type,
        CaseOpened.type,
        PersonNamed.type,
        InvestigatorAssigned.type,
        FindingRecommended.type,
        FindingMade.type,
        CaseClosed.type,
        SanctionRecommended.type,
        SanctionImposed.type,
        SanctionNotExecuted.type,
        SanctionAnnulled.type,
        RecordWithdrawn.type,
    ]

    /// The versioned name of the kind.
    public var type: EventType { Swift.type(of: payload).type }
    /// Everything the event is about, sorted, each once.
    public var tags: [Tag] { payload.tags }
    /// Writes the members of the `data` object.
    public func write(to writer: inout some FieldWriter) { payload.write(to: &writer) }
}
