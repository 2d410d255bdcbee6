/// Everything that can have happened in the life of a sanction (处分的送达、变更、恢复).
public enum MeasureEvent: Hashable, Sendable {
    case sanctionServed(SanctionServed)
    case sanctionExecuted(SanctionExecuted)
    case sanctionVaried(SanctionVaried)
    case reputationRestored(ReputationRestored)
    case compensationPaid(CompensationPaid)

    /// Reads the data of an entry of the named type; nil for a type that is not of this duty.
    init?(type: String, reader: some FieldReader) throws(MalformedPayload) {
        switch type {
        case SanctionServed.type.name: self = .sanctionServed(try SanctionServed(from: reader))
        case SanctionExecuted.type.name:
            self = .sanctionExecuted(try SanctionExecuted(from: reader))
        case SanctionVaried.type.name: self = .sanctionVaried(try SanctionVaried(from: reader))
        case ReputationRestored.type.name:
            self = .reputationRestored(try ReputationRestored(from: reader))
        case CompensationPaid.type.name:
            self = .compensationPaid(try CompensationPaid(from: reader))
        default: return nil
        }
    }

    /// The fact itself.
    public var payload: any EventPayload {
        switch self {
        case .sanctionServed(let fact): fact
        case .sanctionExecuted(let fact): fact
        case .sanctionVaried(let fact): fact
        case .reputationRestored(let fact): fact
        case .compensationPaid(let fact): fact
        }
    }

    /// Its types, in the order of a life.
    public static let types: [EventType] = [
        SanctionServed.type,
        SanctionExecuted.type,
        SanctionVaried.type,
        ReputationRestored.type,
        CompensationPaid.type,
    ]

    /// Reads the fields of an act; nil for a name that is not of this duty.
    init?(act name: String, reader: some FieldReader) throws(MalformedPayload) {
        switch name {
        case SanctionServed.act.name: self = .sanctionServed(try SanctionServed(from: reader))
        case SanctionExecuted.act.name: self = .sanctionExecuted(try SanctionExecuted(from: reader))
        case SanctionVaried.act.name: self = .sanctionVaried(try SanctionVaried(from: reader))
        case ReputationRestored.act.name:
            self = .reputationRestored(try ReputationRestored(from: reader))
        case CompensationPaid.act.name: self = .compensationPaid(try CompensationPaid(from: reader))
        default: return nil
        }
    }

    /// What can be asked for.
    static let acts: [any Act.Type] = [
        SanctionServed.self,
        SanctionExecuted.self,
        SanctionVaried.self,
        ReputationRestored.self,
        CompensationPaid.self,
    ]
}
