/// Everything that can have happened in the rules by which the ledger judges (规则库).
public enum LawEvent: Hashable, Sendable {
    case rulebookActivated(RulebookActivated)
    case calendarLoaded(CalendarLoaded)

    /// Reads the data of an entry of the named type; nil for a type that is not of this duty.
    init?(type: String, reader: some FieldReader) throws(MalformedPayload) {
        switch type {
        case RulebookActivated.type.name:
            self = .rulebookActivated(try RulebookActivated(from: reader))
        case CalendarLoaded.type.name: self = .calendarLoaded(try CalendarLoaded(from: reader))
        default: return nil
        }
    }

    /// The fact itself.
    public var payload: any EventPayload {
        switch self {
        case .rulebookActivated(let fact): fact
        case .calendarLoaded(let fact): fact
        }
    }

    /// Its types, in the order of a life.
    public static let types: [EventType] = [
        RulebookActivated.type,
        CalendarLoaded.type,
    ]
}
