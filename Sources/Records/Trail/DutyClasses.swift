/// What the entries of each duty amount to in a trail, told by their type alone.
///
/// A duty has one class and few exceptions; a type that is not of the duty gives nil.
protocol DutyEvent {
    static var types: [EventType] { get }
    static var commonClass: TrailClass { get }
    static var exceptions: [EventType: TrailClass] { get }
    var payload: any EventPayload { get }
}

extension DutyEvent {
    static var exceptions: [EventType: TrailClass] { [:] }

    var trailClass: TrailClass { Self.exceptions[payload.version] ?? Self.commonClass }

    static func trailClass(of type: String) -> TrailClass? {
        guard let known = types.first(where: { $0.name == type }) else { return nil }
        return exceptions[known] ?? commonClass
    }
}

extension DecisionEvent: DutyEvent {
    static let commonClass = TrailClass.decision
    static let exceptions: [EventType: TrailClass] = [
        GroundDetected.type: .suspected, GroundDismissed.type: .cleared,
    ]
}

extension ProceedingEvent: DutyEvent {
    static let commonClass = TrailClass.procedure
    static let exceptions: [EventType: TrailClass] = [PersonCleared.type: .cleared]
}

extension MeasureEvent: DutyEvent {
    static let commonClass = TrailClass.sanction
    static let exceptions: [EventType: TrailClass] = [
        ReputationRestored.type: .remedy, CompensationPaid.type: .remedy,
    ]
}

extension AppealEvent: DutyEvent {
    static let commonClass = TrailClass.remedy
}

extension OrganisationEvent: DutyEvent {
    static let commonClass = TrailClass.procedure
}

extension LawEvent: DutyEvent {
    static let commonClass = TrailClass.procedure
}
