public import Vocabulary

/// Experts or agencies reviewed it (专家论证).
///
/// - Units: `on` of the entry is the day of the report.
/// - Source: 713 Art. 19 to 21; 追责制度 Art. 7, 15.
public struct ExpertReviewCompleted: PreparationStep, UncheckedStep {
    public static let type: EventType = "decision.expertReviewed.v1"
    var step: ProceduralStep { .expertReview }

    public let decision: DecisionID
    /// Experts or agencies, as registered.
    public var experts: [SubjectID] = []
    /// Whether each declared that there is no direct interest.
    public var interestDeclared: Bool?
    /// Whether a direct interest was found.
    public var conflict: Bool?
    /// SHA-256 of the signed report.
    public var reportDigest: String?
}

extension ExpertReviewCompleted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        experts = try fields.given("experts", \.experts, .tag)
        interestDeclared = try fields.given("interestDeclared", \.interestDeclared)
        conflict = try fields.given("conflict", \.conflict)
        reportDigest = try fields.given("reportDigest", \.reportDigest, .digest)
    }
}

/// The risks were assessed (风险评估).
///
/// - Units: `on` of the entry is the day of the report.
/// - Source: 713 Art. 22 to 24; 追责制度 Art. 8.
public struct RiskAssessed: PreparationStep, UncheckedStep {
    public static let type: EventType = "decision.riskAssessed.v1"
    var step: ProceduralStep { .riskAssessment }

    public let decision: DecisionID
    public let level: RiskLevel
    /// Whether the risk is found controllable.
    public let controllable: Bool
    public var assessor: SubjectID?
    /// SHA-256 of the report.
    public var reportDigest: String?
}

extension RiskAssessed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        level = try fields.given("level", \.level)
        controllable = try fields.given("controllable", \.controllable)
        assessor = try fields.given("assessor", \.assessor, .tag)
        reportDigest = try fields.given("reportDigest", \.reportDigest, .digest)
    }
}

/// Measures were taken on the conclusion of the assessment (处理风险评估结论).
///
/// - Units: `on` of the entry is the day of the measures.
/// - Source: 713 Art. 24; 追责制度 Art. 8.
public struct RiskConclusionHandled: PreparationStep, UncheckedStep {
    public static let type: EventType = "decision.riskHandled.v1"
    var step: ProceduralStep { .riskAssessment }

    public let decision: DecisionID
    /// What was adjusted or prepared.
    public let measures: Sealed
}

extension RiskConclusionHandled {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        measures = try fields.given("measures", \.measures, owner: .decidingOrgan)
    }
}

/// A procedural step does not apply (程序不适用).
///
/// - Units: `on` of the entry is the day of the approval.
/// - Source: 713 Art. 14, 19, 22; 追责制度 Art. 5.
public struct StepWaived: PreparationStep {
    public static let type: EventType = "decision.stepWaived.v1"

    public let decision: DecisionID
    /// Which of the five steps.
    public let step: ProceduralStep
    /// Why it does not apply.
    public let ground: Sealed
    /// Rule under which it does not apply.
    public var rule: String?
}

extension StepWaived {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        step = try fields.given("step", \.step)
        ground = try fields.given("ground", \.ground, owner: .decidingOrgan)
        rule = try fields.given("rule", \.rule)
    }
}

/// It was submitted for review of legality (送请合法性审查).
///
/// - Units: `on` of the entry is the day of submission.
/// - Source: 713 Art. 25, 26; 追责制度 Art. 9.
public struct LegalityReviewSubmitted: PreparationStep, UncheckedStep {
    public static let type: EventType = "decision.legalitySubmitted.v1"
    var step: ProceduralStep { .legalityReview }

    public let decision: DecisionID
    public var reviewer: UnitID?
}

extension LegalityReviewSubmitted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        reviewer = try fields.given("reviewer", \.reviewer)
    }
}

/// The review of legality ended (合法性审查意见).
///
/// - Units: `on` of the entry is the day of the opinion.
/// - Source: 713 Art. 25 to 28; 追责制度 Art. 9.
public struct LegalityReviewCompleted: PreparationStep {
    public static let type: EventType = "decision.legalityReviewed.v1"
    var step: ProceduralStep { .legalityReview }

    public let decision: DecisionID
    public let conclusion: LegalityConclusion
    /// Whether it is submitted as an exploratory reform without a clear national rule, the risk
    /// stated.
    public var exploratoryClaim: Bool?
    public var reviewer: UnitID?
    /// SHA-256 of the signed opinion.
    public var documentDigest: String?
}

extension LegalityReviewCompleted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        conclusion = try fields.given("conclusion", \.conclusion)
        exploratoryClaim = try fields.given("exploratoryClaim", \.exploratoryClaim)
        reviewer = try fields.given("reviewer", \.reviewer)
        documentDigest = try fields.given("documentDigest", \.documentDigest, .digest)
    }
}

/// A meeting discussed it; who sat in it, in which role and with which opinion, is copied (集体讨论).
///
/// - Units: `on` of the entry is the day of the meeting.
/// - Source: 713 Art. 30; 追责制度 Art. 3, 10.
public struct MeetingHeld: DecisionFact {
    public static let type: EventType = "decision.discussed.v1"

    public let decision: DecisionID
    /// Who took part: `opinion` (*Opinion*) `part` (*Part*) `role` as in `case.personNamed.v1`
    /// `subject`.
    public var attendees: [Attendee] = []
    public var headSpokeLast: Bool?
    /// Why the head departed from the majority, if the head did.
    public var headReasons: Sealed?
    /// SHA-256 of the minutes; absent when there are none.
    public var minutesDigest: String?
}

extension MeetingHeld {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        attendees = try fields.given("attendees", \.attendees, .tag)
        headSpokeLast = try fields.given("headSpokeLast", \.headSpokeLast)
        headReasons = try fields.given("headReasons", \.headReasons, owner: .decidingOrgan)
        minutesDigest = try fields.given("minutesDigest", \.minutesDigest, .digest)
    }
}

/// It was reported to the Party committee (请示报告党委).
///
/// - Units: `on` of the entry is the day of the report.
/// - Source: 713 Art. 31.
public struct PartyCommitteeReported: UncheckedStep {
    public static let type: EventType = "decision.partyReported.v1"

    public let decision: DecisionID
    /// Number of the report.
    public var reference: String?
}

extension PartyCommitteeReported {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        reference = try fields.given("reference", \.reference)
    }
}
