public import Law
public import Vocabulary

/// A major decision was proposed (提出决策事项).
///
/// - Units: `on` of the entry is the day of the proposal.
/// - Source: 713 Art. 3, 12.
public struct DecisionProposed: DecisionFact {
    public static let type: EventType = "decision.proposed.v1"

    public let decision: DecisionID
    /// What is to be decided, in public words.
    public let title: String
    /// Item of the decision catalogue: *catalogue* of the rulebook.
    public var catalogueItem: String?
    public var proposer: UnitID?
}

extension DecisionProposed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        title = try fields.given("title", \.title)
        catalogueItem = try fields.given("catalogueItem", \.catalogueItem)
        proposer = try fields.given("proposer", \.proposer)
    }
}

/// The procedure was opened: who leads it and who answers for it as head (启动决策程序).
///
/// - Units: `on` of the entry is the day of the opening.
/// - Source: 713 Art. 13; 追责制度 Art. 5.
public struct DecisionInitiated: DecisionFact {
    public static let type: EventType = "decision.initiated.v1"

    public let decision: DecisionID
    /// Unit that prepares it (承办单位).
    public let lead: UnitID
    /// Head of the deciding organ (行政首长).
    public let head: SubjectID
    /// Official directly responsible for preparing it (直接责任人员).
    public var leadOfficer: SubjectID?
    /// What the head was on that day: copied.
    public var headRole: RoleSnapshot?
    /// What that official was on that day: copied.
    public var leadOfficerRole: RoleSnapshot?
    /// The earlier decision that made this one necessary.
    public var causedBy: DecisionID?
}

extension DecisionInitiated {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        lead = try fields.given("lead", \.lead, .tag)
        head = try fields.given("head", \.head, .tag)
        leadOfficer = try fields.given("leadOfficer", \.leadOfficer, .tag)
        causedBy = try fields.given("causedBy", \.causedBy, .since(2))
        headRole = try fields.derived("headRole", \.headRole)
        leadOfficerRole = try fields.derived("leadOfficerRole", \.leadOfficerRole)
    }
}

/// Comments of the public were invited (公开征求意见).
///
/// - Units: `on` of the entry is the first day of the invitation.
/// - Source: 713 Art. 14, 15; 追责制度 Art. 6.
public struct ConsultationOpened: PreparationStep {
    public static let type: EventType = "decision.consultationOpened.v1"
    var step: ProceduralStep { .participation }

    public let decision: DecisionID
    /// Last day for comments.
    public let until: CalendarDate
    /// Where it was announced.
    public var channels: [String] = []
    /// Why the time was shortened, if it was.
    public var urgencyReason: Sealed?
}

extension ConsultationOpened {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        until = try fields.given("until", \.until)
        channels = try fields.given("channels", \.channels)
        urgencyReason = try fields.given("urgencyReason", \.urgencyReason, owner: .decidingOrgan)
    }
}

/// The invitation of comments ended (征求意见结束).
///
/// - Units: `on` of the entry is the day of the end.
/// - Source: 713 Art. 15.
public struct ConsultationClosed: PreparationStep {
    public static let type: EventType = "decision.consultationClosed.v1"
    var step: ProceduralStep { .participation }

    public let decision: DecisionID
}

extension ConsultationClosed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
    }
}

/// A rule requires a hearing (应当听证).
///
/// - Units: `on` of the entry is the day on which it was established.
/// - Source: 713 Art. 16; 追责制度 Art. 6.
public struct HearingRequired: PreparationStep, UncheckedStep {
    public static let type: EventType = "decision.hearingRequired.v1"
    var step: ProceduralStep { .participation }

    public let decision: DecisionID
    /// Law, regulation or rule that requires it.
    public let rule: String
}

extension HearingRequired {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        rule = try fields.given("rule", \.rule)
    }
}

/// A hearing was held (举行听证).
///
/// - Units: `on` of the entry is the day of the hearing.
/// - Source: 713 Art. 16, 17.
public struct HearingHeld: PreparationStep {
    public static let type: EventType = "decision.hearingHeld.v1"
    var step: ProceduralStep { .participation }

    public let decision: DecisionID
    /// How many took part.
    public var participants: Int?
    /// Day on which the participants received the material.
    public var materialsSentOn: CalendarDate?
}

extension HearingHeld {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        participants = try fields.given("participants", \.participants)
        materialsSentOn = try fields.given("materialsSentOn", \.materialsSentOn)
    }
}

/// It was decided to hold no hearing (未举行听证).
///
/// - Units: `on` of the entry is the day of that decision.
/// - Source: 713 Art. 16; 追责制度 Art. 6.
public struct HearingNotHeld: PreparationStep, UncheckedStep {
    public static let type: EventType = "decision.hearingNotHeld.v1"
    var step: ProceduralStep { .participation }

    public let decision: DecisionID
    public let reason: Sealed
}

extension HearingNotHeld {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        reason = try fields.given("reason", \.reason, owner: .decidingOrgan)
    }
}

/// A comment was received (收到意见).
///
/// - Units: `on` of the entry is the day of receipt.
/// - Source: 713 Art. 15, 18; 追责制度 Art. 6.
public struct OpinionReceived: PreparationStep {
    public static let type: EventType = "decision.opinionReceived.v1"
    var step: ProceduralStep { .participation }

    public let decision: DecisionID
    /// Number of the comment within the decision.
    public let opinion: String
    /// Who made it, by kind.
    public var from: OpinionOrigin?
    /// What it says.
    public var gist: Sealed?
}

extension OpinionReceived {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        opinion = try fields.given("opinion", \.opinion)
        from = try fields.given("from", \.from)
        gist = try fields.given("gist", \.gist, owner: .complainant("opinion"))
    }
}

/// A comment was adopted or answered (处理意见).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 713 Art. 18; 追责制度 Art. 6.
public struct OpinionDisposed: PreparationStep {
    public static let type: EventType = "decision.opinionDisposed.v1"
    var step: ProceduralStep { .participation }

    public let decision: DecisionID
    /// Number of the comment within the decision.
    public let opinion: String
    public let adopted: Bool
    /// Why, or why not.
    public var reason: Sealed?
}

extension OpinionDisposed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        opinion = try fields.given("opinion", \.opinion)
        adopted = try fields.given("adopted", \.adopted)
        reason = try fields.given("reason", \.reason, owner: .decidingOrgan)
    }
}
