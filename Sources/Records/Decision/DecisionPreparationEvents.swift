/// A major decision was proposed (提出决策事项).
///
/// - Units: `on` of the entry is the day of the proposal.
/// - Source: 713 Art. 3, 12.
public struct DecisionProposed: Act {
    public static let type: EventType = "decision.proposed.v1"
    public static let act = ActName("decision", "propose", about: "decision")
    static let rule = "713#12"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("title", .text, isRequired: true),
        CommandField("catalogueItem", .text),
        CommandField("proposer", .identifier),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// What is to be decided, in public words.
    public let title: String
    /// Item of the decision catalogue: *catalogue* of the rulebook.
    public let catalogueItem: String?
    /// Unit that proposes.
    public let proposer: UnitID?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        title = try fields.text("title")
        catalogueItem = fields.optionalText("catalogueItem")
        proposer = try fields.optionalID("proposer")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("catalogueItem", ifPresent: catalogueItem)
        writer.put("decision", decision)
        writer.put("proposer", ifPresent: proposer)
        writer.put("title", title)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// The procedure was opened: who leads it and who answers for it as head (启动决策程序).
///
/// - Units: `on` of the entry is the day of the opening.
/// - Source: 713 Art. 13; 追责制度 Art. 5.
public struct DecisionInitiated: Act {
    public static let type: EventType = "decision.initiated.v1"
    public static let act = ActName("decision", "initiate", about: "decision")
    static let rule = "713#13"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("lead", .identifier, isRequired: true),
        CommandField("head", .identifier, isRequired: true),
        CommandField("leadOfficer", .identifier),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Unit that prepares it (承办单位).
    public let lead: UnitID
    /// Head of the deciding organ (行政首长).
    public let head: SubjectID
    /// Official directly responsible for preparing it (直接责任人员).
    public let leadOfficer: SubjectID?

    /// What the head was on that day: copied.
    public var headRole: RoleSnapshot?
    /// What that official was on that day: copied.
    public var leadOfficerRole: RoleSnapshot?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        lead = try fields.id("lead")
        head = try fields.id("head")
        leadOfficer = try fields.optionalID("leadOfficer")
        headRole = try RoleSnapshot(at: "headRole", in: reader)
        leadOfficerRole = try RoleSnapshot(at: "leadOfficerRole", in: reader)
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("head", head)
        if let headRole { writer.object("headRole") { headRole.write(to: &$0) } }
        writer.put("lead", lead)
        writer.put("leadOfficer", ifPresent: leadOfficer)
        if let leadOfficerRole {
            writer.object("leadOfficerRole") { leadOfficerRole.write(to: &$0) }
        }
    }

    public var tags: [Tag] { Tag.list(decision.tag, lead.tag, head.tag, leadOfficer?.tag) }
}

/// Comments of the public were invited (公开征求意见).
///
/// - Units: `on` of the entry is the first day of the invitation.
/// - Source: 713 Art. 14, 15; 追责制度 Art. 6.
public struct ConsultationOpened: Act {
    public static let type: EventType = "decision.consultationOpened.v1"
    public static let act = ActName("decision", "open-consultation", about: "decision")
    static let rule = "713#15"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("until", .date, isRequired: true),
        CommandField("channels", .texts),
        CommandField("urgencyReason", .sealed),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Last day for comments.
    public let until: CalendarDate
    /// Where it was announced.
    public let channels: [String]
    /// Why the time was shortened, if it was.
    public let urgencyReason: Sealed?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        until = try fields.day("until")
        channels = reader.strings("channels") ?? []
        urgencyReason = reader.sealed("urgencyReason")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put(list: "channels", channels)
        writer.put("decision", decision)
        writer.put("until", until.description)
        writer.put("urgencyReason", ifPresent: urgencyReason)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// The invitation of comments ended (征求意见结束).
///
/// - Units: `on` of the entry is the day of the end.
/// - Source: 713 Art. 15.
public struct ConsultationClosed: Act {
    public static let type: EventType = "decision.consultationClosed.v1"
    public static let act = ActName("decision", "close-consultation", about: "decision")
    static let rule = "713#15"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true)
    ]

    /// Identifier of the decision.
    public let decision: DecisionID

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// A rule requires a hearing (应当听证).
///
/// - Units: `on` of the entry is the day on which it was established.
/// - Source: 713 Art. 16; 追责制度 Art. 6.
public struct HearingRequired: Act {
    public static let type: EventType = "decision.hearingRequired.v1"
    public static let act = ActName("decision", "require-hearing", about: "decision")
    static let rule = "713#16"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("rule", .text, isRequired: true),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Law, regulation or rule that requires it.
    public let rule: String

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        rule = try fields.text("rule")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("rule", rule)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// A hearing was held (举行听证).
///
/// - Units: `on` of the entry is the day of the hearing.
/// - Source: 713 Art. 16, 17.
public struct HearingHeld: Act {
    public static let type: EventType = "decision.hearingHeld.v1"
    public static let act = ActName("decision", "hold-hearing", about: "decision")
    static let rule = "713#16"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("participants", .integer),
        CommandField("materialsSentOn", .date),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// How many took part.
    public let participants: Int?
    /// Day on which the participants received the material.
    public let materialsSentOn: CalendarDate?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        participants = reader.integer("participants")
        materialsSentOn = try fields.date("materialsSentOn")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("materialsSentOn", ifPresent: materialsSentOn)
        writer.put("participants", ifPresent: participants)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// It was decided to hold no hearing (未举行听证).
///
/// - Units: `on` of the entry is the day of that decision.
/// - Source: 713 Art. 16; 追责制度 Art. 6.
public struct HearingNotHeld: Act {
    public static let type: EventType = "decision.hearingNotHeld.v1"
    public static let act = ActName("decision", "skip-hearing", about: "decision")
    static let rule = "713#16"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("reason", .sealed, isRequired: true),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Why.
    public let reason: Sealed

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        reason = try fields.sealed("reason")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("reason", reason)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// A comment was received (收到意见).
///
/// - Units: `on` of the entry is the day of receipt.
/// - Source: 713 Art. 15, 18; 追责制度 Art. 6.
public struct OpinionReceived: Act {
    public static let type: EventType = "decision.opinionReceived.v1"
    public static let act = ActName("decision", "receive-opinion", about: "decision")
    static let rule = "713#18"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("opinion", .text, isRequired: true),
        CommandField("from", .code(OpinionOrigin.codes)),
        CommandField("gist", .sealed),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Number of the comment within the decision.
    public let opinion: String
    /// Who made it, by kind.
    public let from: OpinionOrigin?
    /// What it says.
    public let gist: Sealed?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        opinion = try fields.text("opinion")
        from = try fields.optionalCode("from")
        gist = reader.sealed("gist")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("from", ifPresentCode: from)
        writer.put("gist", ifPresent: gist)
        writer.put("opinion", opinion)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// A comment was adopted or answered (处理意见).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 713 Art. 18; 追责制度 Art. 6.
public struct OpinionDisposed: Act {
    public static let type: EventType = "decision.opinionDisposed.v1"
    public static let act = ActName("decision", "dispose-opinion", about: "decision")
    static let rule = "713#18"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("opinion", .text, isRequired: true),
        CommandField("adopted", .flag, isRequired: true),
        CommandField("reason", .sealed),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Number of the comment within the decision.
    public let opinion: String
    /// Whether it was adopted.
    public let adopted: Bool
    /// Why, or why not.
    public let reason: Sealed?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        opinion = try fields.text("opinion")
        adopted = try fields.flag("adopted")
        reason = reader.sealed("reason")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("adopted", adopted)
        writer.put("decision", decision)
        writer.put("opinion", opinion)
        writer.put("reason", ifPresent: reason)
    }

    public var tags: [Tag] { [decision.tag] }
}
