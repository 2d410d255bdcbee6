public import Law
public import Vocabulary

/// The decision was reopened to be adjusted; the steps are due again (调整决策).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 713 Art. 37.
public struct DecisionAdjusted: FollowUpStep {
    public static let type: EventType = "decision.adjusted.v1"

    public let decision: DecisionID
    public let reason: Sealed
}

extension DecisionAdjusted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        reason = try fields.given("reason", \.reason, owner: .decidingOrgan)
    }
}

/// An evaluation after adoption was ordered (决定开展后评估).
///
/// - Units: `on` of the entry is the day of the order.
/// - Source: 713 Art. 36; 追责制度 Art. 11.
public struct PostEvaluationOrdered: FollowUpStep {
    public static let type: EventType = "decision.evaluationOrdered.v1"

    public let decision: DecisionID
    /// Who evaluates; not who assessed before.
    public let evaluator: SubjectID
    /// Last day for the report.
    public let due: CalendarDate
}

extension PostEvaluationOrdered {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        evaluator = try fields.given("evaluator", \.evaluator, .tag)
        due = try fields.given("due", \.due)
    }
}

/// The evaluation was completed (完成后评估).
///
/// - Units: `on` of the entry is the day of the report.
/// - Source: 713 Art. 36; 追责制度 Art. 11.
public struct PostEvaluationCompleted: FollowUpStep {
    public static let type: EventType = "decision.evaluated.v1"

    public let decision: DecisionID
    public let evaluator: SubjectID
    /// SHA-256 of the report.
    public var reportDigest: String?
}

extension PostEvaluationCompleted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        evaluator = try fields.given("evaluator", \.evaluator, .tag)
        reportDigest = try fields.given("reportDigest", \.reportDigest, .digest)
    }
}

/// The competent organ established what harm followed and from what (认定损失、影响).
///
/// - Units: `on` of the entry is the day on which it was established.
/// - Source: 追责制度 Art. 3; 713 Art. 38.
public struct HarmConfirmed: DecisionStep {
    public static let type: EventType = "decision.harmConfirmed.v1"

    public let decision: DecisionID
    /// How great the loss is.
    public let loss: LossDegree
    /// How grave the influence is.
    public let influence: InfluenceDegree
    /// What the organ attributes it to.
    public let attribution: HarmAttribution
    /// Loss in fen (分), where the document does not divide it.
    public var amount: Int?
    /// Number of the document that establishes it.
    public let instrument: String
    public var organ: UnitID?
    /// The loss in parts; the whole is computed, never stored.
    public var losses: [ConfirmedLoss] = []
}

extension HarmConfirmed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        loss = try fields.given("loss", \.loss)
        influence = try fields.given("influence", \.influence)
        attribution = try fields.given("attribution", \.attribution)
        amount = try fields.given("amount", \.amount)
        instrument = try fields.given("instrument", \.instrument)
        organ = try fields.given("organ", \.organ)
        losses = try fields.given("lossParts", \.losses, .since(2))
    }
}

/// A decision that should have been made was dragged out (认定久拖不决).
///
/// - Units: `on` of the entry is the day on which it was established.
/// - Source: 713 Art. 38; 追责制度 Art. 3.
public struct DecisionDelayIdentified: DecisionStep {
    public static let type: EventType = "decision.delayIdentified.v1"

    public let decision: DecisionID
    /// Day by which it should have been decided.
    public let shouldDecideOn: CalendarDate
    /// Number of the document that establishes it.
    public var instrument: String?
}

extension DecisionDelayIdentified {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        shouldDecideOn = try fields.given("shouldDecideOn", \.shouldDecideOn)
        instrument = try fields.given("instrument", \.instrument)
    }
}

/// Another law governs the responsibility for it (引用特别规定).
///
/// - Units: `on` of the entry is the day of the citation.
/// - Source: 追责制度 Art. 3 para. 2, 12.
public struct OverridingLawCited: UncheckedStep {
    public static let type: EventType = "decision.overridingLawCited.v1"

    public let decision: DecisionID
    /// Law or regulation that prevails.
    public let rule: String
}

extension OverridingLawCited {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        rule = try fields.given("rule", \.rule)
    }
}

/// Nothing more is due in the procedure (决策办结).
///
/// - Units: `on` of the entry is the day of closing.
/// - Source: 713 Art. 33.
public struct DecisionClosed: DecisionStep {
    public static let type: EventType = "decision.closed.v1"

    public let decision: DecisionID
}

extension DecisionClosed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
    }
}

/// A ground of Articles 6 to 11 is suspected; it is no finding (提出疑似情形).
///
/// - Units: `on` of the entry is the day on which it arose.
/// - Source: 追责制度 Art. 6 to 11.
public struct GroundDetected: DecisionFact {
    public static let type: EventType = "ground.detected.v1"

    public let decision: DecisionID
    /// Code of the ground: `G9.2`; asked for after its body, `XZZ-2020-26:G9.2`, where several have
    /// one of that code.
    public let ground: String
    /// Code and version of the rulebook: `XZZ-2020-26/1`.
    public var rulebook: String
    /// Machine or people.
    public var detectedBy: Detection
    /// Which adoption: 1, and one more after each adjustment.
    public var round: Int
    /// The entries it rests on, each `entry`.
    public var evidence: [Evidence] = []
    /// Whether an exploratory reform was claimed.
    public var exploratoryClaim: Bool?
    /// Why an official suspects it.
    public var note: Sealed?
}

extension GroundDetected {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        ground = try fields.given("ground", \.ground)
        evidence = try fields.given("evidence", \.evidence)
        note = try fields.given("note", \.note, owner: .decidingOrgan)
        rulebook = try fields.derived("rulebook", \.rulebook, or: "")
        detectedBy = try fields.derived("detectedBy", \.detectedBy, or: .people)
        round = try fields.derived("round", \.round, or: 0)
        exploratoryClaim = try fields.derived("exploratoryClaim", \.exploratoryClaim)
    }
}

/// The competent organ dismissed a suspected ground (排除疑似情形).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 追责制度 Art. 4.
public struct GroundDismissed: DecisionFact {
    public static let type: EventType = "ground.dismissed.v1"

    public let decision: DecisionID
    /// Code of the ground; after its body, `XZZ-2020-26:G9.2`, where several have one of that code.
    public var ground: String
    /// Code and version of the rulebook, where the code alone does not tell whose ground it is.
    public var rulebook: String?
    public var round: Int?
    public let reason: Sealed
}

extension GroundDismissed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        ground = try fields.given("ground", \.ground)
        reason = try fields.given("reason", \.reason, owner: .decidingOrgan)
        rulebook = try fields.derived("rulebook", \.rulebook, .since(2))
        round = try fields.derived("round", \.round)
    }
}
