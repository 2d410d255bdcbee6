/// The decision was adopted, properly or not (作出决策).
///
/// - Units: `on` of the entry is the day of adoption.
/// - Source: 713 Art. 30; 追责制度 Art. 6 to 10.
public struct DecisionAdopted: Act {
    public static let type: EventType = "decision.adopted.v1"
    public static let act = ActName("decision", "adopt", about: "decision")
    static let rule = "713#30"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("decider", .identifier),
        CommandField("number", .text),
        CommandField("textDigest", .text),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Organ that decided.
    public let decider: UnitID?
    /// Number of the document.
    public let number: String?
    /// SHA-256 of the text adopted.
    public let textDigest: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        decider = try fields.optionalID("decider")
        number = fields.optionalText("number")
        textDigest = fields.optionalText("textDigest")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decider", ifPresent: decider)
        writer.put("decision", decision)
        writer.put("number", ifPresent: number)
        writer.put("textDigest", ifPresent: textDigest)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// The meeting did not adopt it (不予通过).
///
/// - Units: `on` of the entry is the day of the meeting.
/// - Source: 713 Art. 30.
public struct DecisionRejected: Act {
    public static let type: EventType = "decision.rejected.v1"
    public static let act = ActName("decision", "reject", about: "decision")
    static let rule = "713#30"
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

/// The meeting put it off (暂缓决策).
///
/// - Units: `on` of the entry is the day of the meeting.
/// - Source: 713 Art. 30.
public struct DecisionDeferred: Act {
    public static let type: EventType = "decision.deferred.v1"
    public static let act = ActName("decision", "defer", about: "decision")
    static let rule = "713#30"
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

/// Matter, basis and result were published (公布决策).
///
/// - Units: `on` of the entry is the day of publication.
/// - Source: 713 Art. 32; 追责制度 Art. 11.
public struct DecisionPublished: Act {
    public static let type: EventType = "decision.published.v1"
    public static let act = ActName("decision", "publish", about: "decision")
    static let rule = "713#32"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("channels", .texts, isRequired: true),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Where: government web site, public media.
    public let channels: [String]

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        channels = reader.strings("channels") ?? []
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put(list: "channels", channels)
        writer.put("decision", decision)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// It is lawfully not published (依法不公开).
///
/// - Units: `on` of the entry is the day of that decision.
/// - Source: 713 Art. 32; 追责制度 Art. 11.
public struct DecisionWithheld: Act {
    public static let type: EventType = "decision.withheld.v1"
    public static let act = ActName("decision", "withhold", about: "decision")
    static let rule = "713#32"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("ground", .sealed, isRequired: true),
        CommandField("rule", .text, isRequired: true),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Why.
    public let ground: Sealed
    /// Rule that allows it.
    public let rule: String

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        ground = try fields.sealed("ground")
        rule = try fields.text("rule")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("ground", ground)
        writer.put("rule", rule)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// The file of the procedure was archived (决策归档).
///
/// - Units: `on` of the entry is the day of archiving.
/// - Source: 713 Art. 33.
public struct ProcessArchived: Act {
    public static let type: EventType = "decision.archived.v1"
    public static let act = ActName("decision", "archive", about: "decision")
    static let rule = "713#33"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("manifest", .texts, isRequired: true),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// SHA-256 of each archived document.
    public let manifest: [String]

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        manifest = reader.strings("manifest") ?? []
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put(list: "manifest", manifest)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// A unit was charged with carrying it out (确定执行单位).
///
/// - Units: `on` of the entry is the day of the assignment.
/// - Source: 713 Art. 34.
public struct ExecutionAssigned: Act {
    public static let type: EventType = "decision.executionAssigned.v1"
    public static let act = ActName("decision", "assign-execution", about: "decision")
    static let rule = "713#34"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("executor", .identifier, isRequired: true),
        CommandField("officer", .identifier),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Unit that carries it out.
    public let executor: UnitID
    /// Official in charge.
    public let officer: SubjectID?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        executor = try fields.id("executor")
        officer = try fields.optionalID("officer")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("executor", executor)
        writer.put("officer", ifPresent: officer)
    }

    public var tags: [Tag] { Tag.list(decision.tag, executor.tag, officer?.tag) }
}

/// The executing unit reported (报告执行情况).
///
/// - Units: `on` of the entry is the day of the report.
/// - Source: 713 Art. 35.
public struct ExecutionReported: Act {
    public static let type: EventType = "decision.executionReported.v1"
    public static let act = ActName("decision", "report-execution", about: "decision")
    static let rule = "713#35"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("report", .sealed, isRequired: true),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// What it says.
    public let report: Sealed

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        report = try fields.sealed("report")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("decision", decision)
        writer.put("report", report)
    }

    public var tags: [Tag] { [decision.tag] }
}

/// Execution was suspended (中止执行).
///
/// - Units: `on` of the entry is the first day of suspension.
/// - Source: 713 Art. 37.
public struct DecisionSuspended: Act {
    public static let type: EventType = "decision.suspended.v1"
    public static let act = ActName("decision", "suspend", about: "decision")
    static let rule = "713#37"
    public static let fields = [
        CommandField("decision", .identifier, isRequired: true),
        CommandField("reason", .sealed, isRequired: true),
        CommandField("by", .identifier),
    ]

    /// Identifier of the decision.
    public let decision: DecisionID
    /// Why.
    public let reason: Sealed
    /// Who ordered it.
    public let by: SubjectID?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        decision = try fields.id("decision")
        reason = try fields.sealed("reason")
        by = try fields.optionalID("by")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("by", ifPresent: by)
        writer.put("decision", decision)
        writer.put("reason", reason)
    }

    public var tags: [Tag] { Tag.list(decision.tag, by?.tag) }
}

/// Execution was resumed (恢复执行).
///
/// - Units: `on` of the entry is the first day of execution.
/// - Source: 713 Art. 37.
public struct DecisionResumed: Act {
    public static let type: EventType = "decision.resumed.v1"
    public static let act = ActName("decision", "resume", about: "decision")
    static let rule = "713#37"
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
