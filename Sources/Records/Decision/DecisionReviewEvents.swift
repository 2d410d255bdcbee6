/// Experts or agencies reviewed it (专家论证).
///
/// - Units: `on` of the entry is the day of the report.
/// - Source: 713 Art. 19 to 21; 追责制度 Art. 7, 15.
public struct ExpertReviewCompleted: Act {
    public static let type: EventType = "decision.expertReviewed.v1"
    public static let act = ActName("decision", "review-by-experts", about: "decision")
    static let rule = "713#19"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("experts", .identifiers),
        CommandField("interestDeclared", .flag),
        CommandField("conflict", .flag),
        CommandField("reportDigest", .text),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Experts or agencies, as registered.
    public let experts: [SubjectID]
    /// Whether each declared that there is no direct interest.
    public let interestDeclared: Bool?
    /// Whether a direct interest was found.
    public let conflict: Bool?
    /// SHA-256 of the signed report.
    public let reportDigest: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        experts = try fields.ids("experts")
        interestDeclared = reader.bool("interestDeclared")
        conflict = reader.bool("conflict")
        reportDigest = fields.optionalText("reportDigest")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("conflict", ifPresent: conflict)
        writer.put("decision", decision)
        writer.put(ids: "experts", experts)
        writer.put("interestDeclared", ifPresent: interestDeclared)
        writer.put("reportDigest", ifPresent: reportDigest)
    }

    public var tags: [Tag] { Tag.list(Tag.list(decision.tag) + experts.map(\.tag)) }
}

/// The risks were assessed (风险评估).
///
/// - Units: `on` of the entry is the day of the report.
/// - Source: 713 Art. 22 to 24; 追责制度 Art. 8.
public struct RiskAssessed: Act {
    public static let type: EventType = "decision.riskAssessed.v1"
    public static let act = ActName("decision", "assess-risk", about: "decision")
    static let rule = "713#22"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("level", .code(RiskLevel.codes), isRequired: true),
        CommandField("controllable", .flag, isRequired: true),
        CommandField("assessor", .identifier),
        CommandField("reportDigest", .text),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Level of risk.
    public let level: RiskLevel
    /// Whether the risk is found controllable.
    public let controllable: Bool
    /// Who assessed it.
    public let assessor: SubjectID?
    /// SHA-256 of the report.
    public let reportDigest: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        level = try fields.code("level")
        controllable = try fields.flag("controllable")
        assessor = try fields.optionalID("assessor")
        reportDigest = fields.optionalText("reportDigest")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("assessor", ifPresent: assessor)
        writer.put("controllable", controllable)
        writer.put("decision", decision)
        writer.put("level", code: level)
        writer.put("reportDigest", ifPresent: reportDigest)
    }

    public var tags: [Tag] { Tag.list(decision.tag, assessor?.tag) }
}

/// Measures were taken on the conclusion of the assessment (处理风险评估结论).
///
/// - Units: `on` of the entry is the day of the measures.
/// - Source: 713 Art. 24; 追责制度 Art. 8.
public struct RiskConclusionHandled: Act {
    public static let type: EventType = "decision.riskHandled.v1"
    public static let act = ActName("decision", "handle-risk", about: "decision")
    static let rule = "713#24"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("measures", .sealed, isRequired: true),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// What was adjusted or prepared.
    public let measures: Sealed

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        measures = try fields.sealed("measures")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("measures", measures)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// A procedural step does not apply (程序不适用).
///
/// - Units: `on` of the entry is the day of the approval.
/// - Source: 713 Art. 14, 19, 22; 追责制度 Art. 5.
public struct StepWaived: Act {
    public static let type: EventType = "decision.stepWaived.v1"
    public static let act = ActName("decision", "waive", about: "decision", needsApprover: true)
    static let rule = "XZZ-2020-26#5"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("step", .code(ProceduralStep.codes), isRequired: true),
        CommandField("ground", .sealed, isRequired: true),
        CommandField("rule", .text),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Which of the five steps.
    public let step: ProceduralStep
    /// Why it does not apply.
    public let ground: Sealed
    /// Rule under which it does not apply.
    public let rule: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        step = try fields.code("step")
        ground = try fields.sealed("ground")
        rule = fields.optionalText("rule")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("ground", ground)
        writer.put("rule", ifPresent: rule)
        writer.put("step", code: step)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// It was submitted for review of legality (送请合法性审查).
///
/// - Units: `on` of the entry is the day of submission.
/// - Source: 713 Art. 25, 26; 追责制度 Art. 9.
public struct LegalityReviewSubmitted: Act {
    public static let type: EventType = "decision.legalitySubmitted.v1"
    public static let act = ActName("decision", "submit-for-legality", about: "decision")
    static let rule = "713#25"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("reviewer", .identifier),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Unit that reviews.
    public let reviewer: UnitID?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        reviewer = try fields.optionalID("reviewer")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("reviewer", ifPresent: reviewer)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// The review of legality ended (合法性审查意见).
///
/// - Units: `on` of the entry is the day of the opinion.
/// - Source: 713 Art. 25 to 28; 追责制度 Art. 9.
public struct LegalityReviewCompleted: Act {
    public static let type: EventType = "decision.legalityReviewed.v1"
    public static let act = ActName("decision", "review-legality", about: "decision")
    static let rule = "713#27"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("conclusion", .code(LegalityConclusion.codes), isRequired: true),
        CommandField("exploratoryClaim", .flag),
        CommandField("reviewer", .identifier),
        CommandField("documentDigest", .text),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// What the review says.
    public let conclusion: LegalityConclusion
    /// Whether it is submitted as an exploratory reform without a clear national rule, the risk
    /// stated.
    public let exploratoryClaim: Bool?
    /// Unit that reviewed.
    public let reviewer: UnitID?
    /// SHA-256 of the signed opinion.
    public let documentDigest: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        conclusion = try fields.code("conclusion")
        exploratoryClaim = reader.bool("exploratoryClaim")
        reviewer = try fields.optionalID("reviewer")
        documentDigest = fields.optionalText("documentDigest")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("conclusion", code: conclusion)
        writer.put("decision", decision)
        writer.put("documentDigest", ifPresent: documentDigest)
        writer.put("exploratoryClaim", ifPresent: exploratoryClaim)
        writer.put("reviewer", ifPresent: reviewer)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// A meeting discussed it; who sat in it, in which role and with which opinion, is copied (集体讨论).
///
/// - Units: `on` of the entry is the day of the meeting.
/// - Source: 713 Art. 30; 追责制度 Art. 3, 10.
public struct MeetingHeld: Act {
    public static let type: EventType = "decision.discussed.v1"
    public static let act = ActName("decision", "discuss", about: "decision")
    static let rule = "713#30"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        // Nobody at all is told what the law says of it.
        CommandField("attendees", .objects(Attendee.fields)),
        CommandField("headSpokeLast", .flag),
        CommandField("headReasons", .sealed),
        CommandField("minutesDigest", .text),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Who took part: `opinion` (*Opinion*) `part` (*Part*) `role` as in `case.personNamed.v1`
    /// `subject`.
    public var attendees: [Attendee]
    /// Whether the head spoke last.
    public let headSpokeLast: Bool?
    /// Why the head departed from the majority, if the head did.
    public let headReasons: Sealed?
    /// SHA-256 of the minutes; absent when there are none.
    public let minutesDigest: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        attendees = try Attendee.list("attendees", in: reader)
        headSpokeLast = reader.bool("headSpokeLast")
        headReasons = reader.sealed("headReasons")
        minutesDigest = fields.optionalText("minutesDigest")
    }

    public func write(to writer: inout some FieldWriter) {
        Attendee.write(attendees, as: "attendees", to: &writer)
        writer.put("decision", decision)
        writer.put("headReasons", ifPresent: headReasons)
        writer.put("headSpokeLast", ifPresent: headSpokeLast)
        writer.put("minutesDigest", ifPresent: minutesDigest)
    }

    public var tags: [Tag] { Tag.list(Tag.list(decision.tag) + attendees.map(\.subject.tag)) }
}

/// It was reported to the Party committee (请示报告党委).
///
/// - Units: `on` of the entry is the day of the report.
/// - Source: 713 Art. 31.
public struct PartyCommitteeReported: Act {
    public static let type: EventType = "decision.partyReported.v1"
    public static let act = ActName("decision", "report-to-party", about: "decision")
    static let rule = "713#31"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("reference", .text),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Number of the report.
    public let reference: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        reference = fields.optionalText("reference")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("reference", ifPresent: reference)
    }

    public var tags: [Tag] { [decision.tag] }
}
