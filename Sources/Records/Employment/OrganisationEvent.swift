/// Everything that can have happened in units (机构撤并).
public enum OrganisationEvent: Hashable, Sendable {
    case organisationRestructured(OrganisationRestructured)

    /// Reads the data of an entry of the named type; nil for a type that is not of this duty.
    init?(type: String, reader: some FieldReader) throws(MalformedPayload) {
        switch type {
        case OrganisationRestructured.type.name:
            self = .organisationRestructured(try OrganisationRestructured(from: reader))
        default: return nil
        }
    }

    /// The fact itself.
    public var payload: any EventPayload {
        switch self {
        case .organisationRestructured(let fact): fact
        }
    }

    /// Its types, in the order of a life.
    public static let types: [EventType] = [
        OrganisationRestructured.type
    ]

    /// Reads the fields of an act; nil for a name that is not of this duty.
    init?(act name: String, reader: some FieldReader) throws(MalformedPayload) {
        switch name {
        case OrganisationRestructured.act.name:
            self = .organisationRestructured(try OrganisationRestructured(from: reader))
        default: return nil
        }
    }

    /// What can be asked for.
    static let acts: [any Act.Type] = [
        OrganisationRestructured.self
    ]
}
