public import Vocabulary

/// The decision was adopted, properly or not (作出决策).
///
/// - Units: `on` of the entry is the day of adoption.
/// - Source: 713 Art. 30; 追责制度 Art. 6 to 10.
public struct DecisionAdopted: DecisionStep {
    public static let type: EventType = "decision.adopted.v1"

    public let decision: DecisionID
    public var decider: UnitID?
    public var number: String?
    /// SHA-256 of the text adopted.
    public var textDigest: String?
}

extension DecisionAdopted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        decider = try fields.given("decider", \.decider)
        number = try fields.given("number", \.number)
        textDigest = try fields.given("textDigest", \.textDigest, .digest)
    }
}

/// The meeting did not adopt it (不予通过).
///
/// - Units: `on` of the entry is the day of the meeting.
/// - Source: 713 Art. 30.
public struct DecisionRejected: DecisionStep {
    public static let type: EventType = "decision.rejected.v1"

    public let decision: DecisionID
}

extension DecisionRejected {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
    }
}

/// The meeting put it off (暂缓决策).
///
/// - Units: `on` of the entry is the day of the meeting.
/// - Source: 713 Art. 30.
public struct DecisionDeferred: DecisionStep {
    public static let type: EventType = "decision.deferred.v1"

    public let decision: DecisionID
}

extension DecisionDeferred {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
    }
}

/// Matter, basis and result were published (公布决策).
///
/// - Units: `on` of the entry is the day of publication.
/// - Source: 713 Art. 32; 追责制度 Art. 11.
public struct DecisionPublished: FollowUpStep {
    public static let type: EventType = "decision.published.v1"

    public let decision: DecisionID
    /// Where: government web site, public media.
    public var channels: [String] = []
}

extension DecisionPublished {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        channels = try fields.given("channels", \.channels, .required)
    }
}

/// It is lawfully not published (依法不公开).
///
/// - Units: `on` of the entry is the day of that decision.
/// - Source: 713 Art. 32; 追责制度 Art. 11.
public struct DecisionWithheld: FollowUpStep, UncheckedStep {
    public static let type: EventType = "decision.withheld.v1"

    public let decision: DecisionID
    public let ground: Sealed
    /// Rule that allows it.
    public let rule: String
}

extension DecisionWithheld {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        ground = try fields.given("ground", \.ground, owner: .decidingOrgan)
        rule = try fields.given("rule", \.rule)
    }
}

/// The file of the procedure was archived (决策归档).
///
/// - Units: `on` of the entry is the day of archiving.
/// - Source: 713 Art. 33.
public struct ProcessArchived: FollowUpStep {
    public static let type: EventType = "decision.archived.v1"

    public let decision: DecisionID
    /// SHA-256 of each archived document.
    public var manifest: [String] = []
}

extension ProcessArchived {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        manifest = try fields.given("manifest", \.manifest, .required, .digest)
    }
}

/// A unit was charged with carrying it out (确定执行单位).
///
/// - Units: `on` of the entry is the day of the assignment.
/// - Source: 713 Art. 34.
public struct ExecutionAssigned: FollowUpStep {
    public static let type: EventType = "decision.executionAssigned.v1"

    public let decision: DecisionID
    /// Unit that carries it out.
    public let executor: UnitID
    /// Official in charge.
    public var officer: SubjectID?
}

extension ExecutionAssigned {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        executor = try fields.given("executor", \.executor, .tag)
        officer = try fields.given("officer", \.officer, .tag)
    }
}

/// The executing unit reported (报告执行情况).
///
/// - Units: `on` of the entry is the day of the report.
/// - Source: 713 Art. 35.
public struct ExecutionReported: FollowUpStep {
    public static let type: EventType = "decision.executionReported.v1"

    public let decision: DecisionID
    /// What it says.
    public let report: Sealed
}

extension ExecutionReported {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        report = try fields.given("report", \.report, owner: .decidingOrgan)
    }
}

/// Execution was suspended (中止执行).
///
/// - Units: `on` of the entry is the first day of suspension.
/// - Source: 713 Art. 37.
public struct DecisionSuspended: FollowUpStep {
    public static let type: EventType = "decision.suspended.v1"

    public let decision: DecisionID
    public let reason: Sealed
    /// Who ordered it.
    public var by: SubjectID?
}

extension DecisionSuspended {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        reason = try fields.given("reason", \.reason, owner: .decidingOrgan)
        by = try fields.given("by", \.by, .tag)
    }
}

/// Execution was resumed (恢复执行).
///
/// - Units: `on` of the entry is the first day of execution.
/// - Source: 713 Art. 37.
public struct DecisionResumed: FollowUpStep {
    public static let type: EventType = "decision.resumed.v1"

    public let decision: DecisionID
}

extension DecisionResumed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
    }
}
