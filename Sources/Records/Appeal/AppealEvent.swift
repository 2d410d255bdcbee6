/// Everything that can have happened in a remedy (申诉类).
public enum AppealEvent: Hashable, Sendable {
    case appealFiled(AppealFiled)
    case admissibilityRuled(AdmissibilityRuled)
    case panelFormed(PanelFormed)
    case panelRecusalDeclared(PanelRecusalDeclared)
    case appealHeard(AppealHeard)
    case appealExtended(AppealExtended)
    case appealDecided(AppealDecided)
    case appealServed(AppealServed)
    case appealWithdrawn(AppealWithdrawn)

    /// Reads the data of an entry of the named type; nil for a type that is not of this duty.
    init?(type: String, reader: some FieldReader) throws(MalformedPayload) {
        switch type {
        case AppealFiled.type.name: self = .appealFiled(try AppealFiled(from: reader))
        case AdmissibilityRuled.type.name:
            self = .admissibilityRuled(try AdmissibilityRuled(from: reader))
        case PanelFormed.type.name: self = .panelFormed(try PanelFormed(from: reader))
        case PanelRecusalDeclared.type.name:
            self = .panelRecusalDeclared(try PanelRecusalDeclared(from: reader))
        case AppealHeard.type.name: self = .appealHeard(try AppealHeard(from: reader))
        case AppealExtended.type.name: self = .appealExtended(try AppealExtended(from: reader))
        case AppealDecided.type.name: self = .appealDecided(try AppealDecided(from: reader))
        case AppealServed.type.name: self = .appealServed(try AppealServed(from: reader))
        case AppealWithdrawn.type.name: self = .appealWithdrawn(try AppealWithdrawn(from: reader))
        default: return nil
        }
    }

    /// The fact itself.
    public var payload: any EventPayload {
        switch self {
        case .appealFiled(let fact): fact
        case .admissibilityRuled(let fact): fact
        case .panelFormed(let fact): fact
        case .panelRecusalDeclared(let fact): fact
        case .appealHeard(let fact): fact
        case .appealExtended(let fact): fact
        case .appealDecided(let fact): fact
        case .appealServed(let fact): fact
        case .appealWithdrawn(let fact): fact
        }
    }

    /// Its types, in the order of a life.
    public static let types: [EventType] = [
        AppealFiled.type,
        AdmissibilityRuled.type,
        PanelFormed.type,
        PanelRecusalDeclared.type,
        AppealHeard.type,
        AppealExtended.type,
        AppealDecided.type,
        AppealServed.type,
        AppealWithdrawn.type,
    ]

    /// Reads the fields of an act; nil for a name that is not of this duty.
    init?(act name: String, reader: some FieldReader) throws(MalformedPayload) {
        switch name {
        case AppealFiled.act.name: self = .appealFiled(try AppealFiled(from: reader))
        case AdmissibilityRuled.act.name:
            self = .admissibilityRuled(try AdmissibilityRuled(from: reader))
        case PanelFormed.act.name: self = .panelFormed(try PanelFormed(from: reader))
        case PanelRecusalDeclared.act.name:
            self = .panelRecusalDeclared(try PanelRecusalDeclared(from: reader))
        case AppealHeard.act.name: self = .appealHeard(try AppealHeard(from: reader))
        case AppealExtended.act.name: self = .appealExtended(try AppealExtended(from: reader))
        case AppealDecided.act.name: self = .appealDecided(try AppealDecided(from: reader))
        case AppealServed.act.name: self = .appealServed(try AppealServed(from: reader))
        case AppealWithdrawn.act.name: self = .appealWithdrawn(try AppealWithdrawn(from: reader))
        default: return nil
        }
    }

    /// What can be asked for.
    static let acts: [any Act.Type] = [
        AppealFiled.self,
        AdmissibilityRuled.self,
        PanelFormed.self,
        PanelRecusalDeclared.self,
        AppealHeard.self,
        AppealExtended.self,
        AppealDecided.self,
        AppealServed.self,
        AppealWithdrawn.self,
    ]
}
