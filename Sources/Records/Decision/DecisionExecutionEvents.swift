/// The decision was reopened to be adjusted; the steps are due again (调整决策).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 713 Art. 37.
public struct DecisionAdjusted: Act {
    public static let type: EventType = "decision.adjusted.v1"
    public static let act = ActName("decision", "adjust", about: "decision")
    static let rule = "713#37"
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

/// An evaluation after adoption was ordered (决定开展后评估).
///
/// - Units: `on` of the entry is the day of the order.
/// - Source: 713 Art. 36; 追责制度 Art. 11.
public struct PostEvaluationOrdered: Act {
    public static let type: EventType = "decision.evaluationOrdered.v1"
    public static let act = ActName("decision", "order-evaluation", about: "decision")
    static let rule = "713#36"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("evaluator", .identifier, isRequired: true),
        CommandField("due", .date, isRequired: true),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Who evaluates; not who assessed before.
    public let evaluator: SubjectID
    /// Last day for the report.
    public let due: CalendarDate

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        evaluator = try fields.id("evaluator")
        due = try fields.day("due")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("due", due.description)
        writer.put("evaluator", evaluator)
    }

    public var tags: [Tag] { Tag.list(decision.tag, evaluator.tag) }
}

/// The evaluation was completed (完成后评估).
///
/// - Units: `on` of the entry is the day of the report.
/// - Source: 713 Art. 36; 追责制度 Art. 11.
public struct PostEvaluationCompleted: Act {
    public static let type: EventType = "decision.evaluated.v1"
    public static let act = ActName("decision", "evaluate", about: "decision")
    static let rule = "713#36"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("evaluator", .identifier, isRequired: true),
        CommandField("reportDigest", .text),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Who evaluated.
    public let evaluator: SubjectID
    /// SHA-256 of the report.
    public let reportDigest: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        evaluator = try fields.id("evaluator")
        reportDigest = fields.optionalText("reportDigest")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("evaluator", evaluator)
        writer.put("reportDigest", ifPresent: reportDigest)
    }

    public var tags: [Tag] { Tag.list(decision.tag, evaluator.tag) }
}

/// The competent organ established what harm followed and from what (认定损失、影响).
///
/// - Units: `on` of the entry is the day on which it was established.
/// - Source: 追责制度 Art. 3; 713 Art. 38.
public struct HarmConfirmed: Act {
    public static let type: EventType = "decision.harmConfirmed.v1"
    public static let act = ActName(
        "decision", "confirm-harm", about: "decision", needsApprover: true)
    static let rule = "XZZ-2020-26#3"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("loss", .code(LossDegree.codes), isRequired: true),
        CommandField("influence", .code(InfluenceDegree.codes), isRequired: true),
        CommandField("attribution", .code(HarmAttribution.codes), isRequired: true),
        CommandField("amount", .integer),
        CommandField("instrument", .text, isRequired: true),
        CommandField("organ", .identifier),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// How great the loss is.
    public let loss: LossDegree
    /// How grave the influence is.
    public let influence: InfluenceDegree
    /// What the organ attributes it to.
    public let attribution: HarmAttribution
    /// Loss in fen (分).
    public let amount: Int?
    /// Number of the document that establishes it.
    public let instrument: String
    /// Organ that established it.
    public let organ: UnitID?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        loss = try fields.code("loss")
        influence = try fields.code("influence")
        attribution = try fields.code("attribution")
        amount = reader.integer("amount")
        instrument = try fields.text("instrument")
        organ = try fields.optionalID("organ")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("amount", ifPresent: amount)
        writer.put("attribution", code: attribution)
        writer.put("decision", decision)
        writer.put("influence", code: influence)
        writer.put("instrument", instrument)
        writer.put("loss", code: loss)
        writer.put("organ", ifPresent: organ)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// A decision that should have been made was dragged out (认定久拖不决).
///
/// - Units: `on` of the entry is the day on which it was established.
/// - Source: 713 Art. 38; 追责制度 Art. 3.
public struct DecisionDelayIdentified: Act {
    public static let type: EventType = "decision.delayIdentified.v1"
    public static let act = ActName("decision", "identify-delay", about: "decision")
    static let rule = "713#38"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("shouldDecideOn", .date, isRequired: true),
        CommandField("instrument", .text),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Day by which it should have been decided.
    public let shouldDecideOn: CalendarDate
    /// Number of the document that establishes it.
    public let instrument: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        shouldDecideOn = try fields.day("shouldDecideOn")
        instrument = fields.optionalText("instrument")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("instrument", ifPresent: instrument)
        writer.put("shouldDecideOn", shouldDecideOn.description)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// Another law governs the responsibility for it (引用特别规定).
///
/// - Units: `on` of the entry is the day of the citation.
/// - Source: 追责制度 Art. 3 para. 2, 12.
public struct OverridingLawCited: Act {
    public static let type: EventType = "decision.overridingLawCited.v1"
    public static let act = ActName("decision", "cite-overriding-law", about: "decision")
    static let rule = "XZZ-2020-26#12"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("rule", .text, isRequired: true),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Law or regulation that prevails.
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

/// Nothing more is due in the procedure (决策归结).
///
/// - Units: `on` of the entry is the day of closing.
/// - Source: 713 Art. 33.
public struct DecisionClosed: Act {
    public static let type: EventType = "decision.closed.v1"
    public static let act = ActName("decision", "close", about: "decision")
    static let rule = "713#33"
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

/// A ground of Articles 6 to 11 is suspected; it is no finding (提出疑似情形).
///
/// - Units: `on` of the entry is the day on which it arose.
/// - Source: 追责制度 Art. 6 to 11.
public struct GroundDetected: Act {
    public static let type: EventType = "ground.detected.v1"
    public static let act = ActName("decision", "raise-ground", about: "decision")
    static let rule = "XZZ-2020-26#6"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("ground", .text, isRequired: true),
        CommandField("evidence", .objects(Evidence.fields)),
        CommandField("note", .sealed),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Code of the ground: `G9.2`.
    public let ground: String
    /// Code and version of the rulebook: `XZZ-2020-26/1`.
    public let rulebook: String
    /// Machine or people.
    public let detectedBy: Detection
    /// Which adoption: 1, and one more after each adjustment.
    public let round: Int
    /// The entries it rests on, each `entry`.
    public var evidence: [Evidence]
    /// Whether an exploratory reform was claimed.
    public let exploratoryClaim: Bool?
    /// Why an official suspects it.
    public let note: Sealed?

    init(
        decision: DecisionID, ground: String, rulebook: String, detectedBy: Detection, round: Int,
        evidence: [Evidence], exploratoryClaim: Bool?, note: Sealed?
    ) {
        self.decision = decision
        self.ground = ground
        self.rulebook = rulebook
        self.detectedBy = detectedBy
        self.round = round
        self.evidence = evidence
        self.exploratoryClaim = exploratoryClaim
        self.note = note
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        ground = try fields.text("ground")
        rulebook = reader.string("rulebook") ?? ""
        detectedBy = try fields.optionalCode("detectedBy") ?? .people
        round = reader.integer("round") ?? 0
        evidence = try Evidence.list("evidence", in: reader)
        exploratoryClaim = reader.bool("exploratoryClaim")
        note = reader.sealed("note")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("detectedBy", code: detectedBy)
        Evidence.write(evidence, as: "evidence", to: &writer)
        writer.put("exploratoryClaim", ifPresent: exploratoryClaim)
        writer.put("ground", ground)
        writer.put("note", ifPresent: note)
        writer.put("round", round)
        writer.put("rulebook", rulebook)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// The competent organ dismissed a suspected ground (排除疑似情形).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 追责制度 Art. 4.
public struct GroundDismissed: Act {
    public static let type: EventType = "ground.dismissed.v1"
    public static let act = ActName(
        "decision", "dismiss-ground", about: "decision", needsApprover: true)
    static let rule = "XZZ-2020-26#4"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("ground", .text, isRequired: true),
        CommandField("reason", .sealed, isRequired: true),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Code of the ground.
    public let ground: String
    /// Which adoption.
    public var round: Int?
    /// Why.
    public let reason: Sealed

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        ground = try fields.text("ground")
        round = reader.integer("round")
        reason = try fields.sealed("reason")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("ground", ground)
        writer.put("reason", reason)
        writer.put("round", ifPresent: round)
    }

    public var tags: [Tag] { [decision.tag] }
}
