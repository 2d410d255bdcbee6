/// The department in charge of an expert or agency answered (专家主管部门回复).
///
/// - Units: `on` of the entry is the day of the answer.
/// - Source: 追责制度 Art. 15.
public struct ExpertConductAnswered: Act {
    public static let type: EventType = "case.expertAnswered.v1"
    public static let act = ActName("case", "answer-expert", about: "case")
    static let rule = "XZZ-2020-26#15"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("expert", .identifier, isRequired: true),
        CommandField("department", .identifier, isRequired: true),
        CommandField("outcome", .sealed, isRequired: true),
        CommandField("document", .text),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// Expert or agency.
    public let expert: SubjectID
    /// Department that answers.
    public let department: UnitID
    /// What it did.
    public let outcome: Sealed
    /// Number of the answer.
    public let document: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        expert = try fields.id("expert")
        department = try fields.id("department")
        outcome = try fields.sealed("outcome")
        document = fields.optionalText("document")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("department", department)
        writer.put("document", ifPresent: document)
        writer.put("expert", expert)
        writer.put("outcome", outcome)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, expert.tag) }
}

/// For a person retired, departed or dead an adjustment of benefits was recommended (建议调整待遇).
///
/// - Units: `on` of the entry is the day of the recommendation.
/// - Source: 政务处分法 Art. 27.
public struct BenefitAdjustmentRecommended: Act {
    public static let type: EventType = "case.benefitAdjustmentRecommended.v1"
    public static let act = ActName("case", "recommend-benefits", about: "case")
    static let rule = "政务处分法#27"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("subject", .identifier, isRequired: true),
        CommandField("fitting", .code(Measure.codes), isRequired: true),
        CommandField("advice", .sealed),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// Whom it concerns.
    public let subject: SubjectID
    /// The sanction that would have been given.
    public let fitting: Measure
    /// What is recommended.
    public let advice: Sealed?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        fitting = try fields.code("fitting")
        advice = reader.sealed("advice")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("advice", ifPresent: advice)
        writer.put("case", self.case)
        writer.put("fitting", code: fitting)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, subject.tag) }
}

/// It was declared in public that the person is not responsible (澄清正名).
///
/// - Units: `on` of the entry is the day of the declaration.
/// - Source: 中国共产党 and 监察 rules on clarification (澄清正名); 追责制度 Art. 4.
public struct PersonCleared: Act {
    public static let type: EventType = "case.personCleared.v1"
    public static let act = ActName("case", "clear", about: "case")
    static let rule = "XZZ-2020-26#4"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("subject", .identifier, isRequired: true),
        CommandField("range", .code(AnnouncementRange.codes), isRequired: true),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// Who is cleared.
    public let subject: SubjectID
    /// How far it was made known.
    public let range: AnnouncementRange

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        range = try fields.code("range")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("range", code: range)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, subject.tag) }
}

/// A closed case was reopened (重新启动).
///
/// - Units: `on` of the entry is the day of reopening.
/// - Source: 追责制度 Art. 3, 4.
public struct CaseReopened: Act {
    public static let type: EventType = "case.reopened.v1"
    public static let act = ActName("case", "reopen", about: "case", needsApprover: true)
    static let rule = "XZZ-2020-26#4"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("reason", .sealed, isRequired: true),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// Why.
    public let reason: Sealed

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        reason = try fields.sealed("reason")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("reason", reason)
    }

    public var tags: [Tag] { [`case`.tag] }
}
