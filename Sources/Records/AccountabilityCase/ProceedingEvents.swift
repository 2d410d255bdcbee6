/// An official withdrew or was excluded from the case (回避).
///
/// - Units: `on` of the entry is the first day of recusal.
/// - Source: 政务处分法 Art. 47; 追责制度 Art. 4.
public struct RecusalDeclared: Act {
    public static let type: EventType = "case.recusalDeclared.v1"
    public static let act = ActName("case", "recuse", about: "case")
    static let rule = "政务处分法#47"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("officer", .identifier, isRequired: true),
        CommandField("reason", .sealed, isRequired: true),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// Who is excluded.
    public let officer: SubjectID
    /// Why.
    public let reason: Sealed

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        officer = try fields.id("officer")
        reason = try fields.sealed("reason")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("officer", officer)
        writer.put("reason", reason)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, officer.tag) }
}

/// The person was told the facts and reasons before a finding (事实告知).
///
/// - Units: `on` of the entry is the day of notification.
/// - Source: 政务处分法 Art. 43; 追责制度 Art. 4.
public struct FactsNotified: Act {
    public static let type: EventType = "case.factsNotified.v1"
    public static let act = ActName("case", "notify", about: "case")
    static let rule = "政务处分法#43"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("subject", .identifier, isRequired: true),
        CommandField("officer", .identifier),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// Who was told.
    public let subject: SubjectID
    /// Official who told it.
    public let officer: SubjectID?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        officer = try fields.optionalID("officer")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("officer", ifPresent: officer)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, subject.tag) }
}

/// The person's statement was heard (听取陈述申辩).
///
/// - Units: `on` of the entry is the day of hearing.
/// - Source: 政务处分法 Art. 43; 追责制度 Art. 4.
public struct DefenceHeard: Act {
    public static let type: EventType = "case.defenceHeard.v1"
    public static let act = ActName("case", "hear-defence", about: "case")
    static let rule = "政务处分法#43"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("subject", .identifier, isRequired: true),
        CommandField("points", .sealed),
        CommandField("accepted", .sealed),
        CommandField("officer", .identifier),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// Who was heard.
    public let subject: SubjectID
    /// What was said.
    public let points: Sealed?
    /// Which points were accepted.
    public let accepted: Sealed?
    /// Official who heard it.
    public let officer: SubjectID?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        points = reader.sealed("points")
        accepted = reader.sealed("accepted")
        officer = try fields.optionalID("officer")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("accepted", ifPresent: accepted)
        writer.put("case", self.case)
        writer.put("officer", ifPresent: officer)
        writer.put("points", ifPresent: points)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, subject.tag) }
}

/// The person declared in writing to make no statement (放弃陈述申辩).
///
/// - Units: `on` of the entry is the day of the declaration.
/// - Source: 政务处分法 Art. 43; 追责制度 Art. 4.
public struct DefenceWaived: Act {
    public static let type: EventType = "case.defenceWaived.v1"
    public static let act = ActName("case", "waive-defence", about: "case")
    static let rule = "政务处分法#43"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("subject", .identifier, isRequired: true),
        CommandField("instrument", .text, isRequired: true),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// Who waived.
    public let subject: SubjectID
    /// Number or digest of the declaration.
    public let instrument: String

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        instrument = try fields.text("instrument")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("instrument", instrument)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, subject.tag) }
}

/// A circumstance that mitigates or exempts was found (认定减免情形).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 追责制度 Art. 13; 713 Art. 38; 政务处分法 Art. 11, 12.
public struct MitigationFound: Act {
    public static let type: EventType = "case.mitigationFound.v1"
    public static let act = ActName("case", "find-mitigation", about: "case")
    static let rule = "XZZ-2020-26#13"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("subject", .identifier, isRequired: true),
        CommandField("code", .text, isRequired: true),
        CommandField("evidence", .objects(Evidence.fields)),
        CommandField("note", .sealed),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// Whom it concerns.
    public let subject: SubjectID
    /// Code of the circumstance: *mitigations* of the rulebook.
    public let code: String
    /// The entries it rests on, each `entry`.
    public var evidence: [Evidence]
    /// In words.
    public let note: Sealed?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        code = try fields.text("code")
        evidence = try Evidence.list("evidence", in: reader)
        note = reader.sealed("note")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("code", code)
        Evidence.write(evidence, as: "evidence", to: &writer)
        writer.put("note", ifPresent: note)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, subject.tag) }
}

/// The case, or one person in it, was handed to another organ (移送).
///
/// - Units: `on` of the entry is the day of handing over.
/// - Source: 追责制度 Art. 14; 监察法 on management authority (管理权限).
public struct CaseTransferred: Act {
    public static let type: EventType = "case.transferred.v1"
    public static let act = ActName("case", "transfer", about: "case")
    static let rule = "XZZ-2020-26#14"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("subject", .identifier),
        CommandField("organ", .identifier, isRequired: true),
        CommandField("reason", .code(TransferReason.codes), isRequired: true),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// The person handed over; absent: the whole case.
    public let subject: SubjectID?
    /// Organ that takes it.
    public let organ: UnitID
    /// Why.
    public let reason: TransferReason

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.optionalID("subject")
        organ = try fields.id("organ")
        reason = try fields.code("reason")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("organ", organ)
        writer.put("reason", code: reason)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, subject?.tag) }
}

/// The other organ answered (移送结果).
///
/// - Units: `on` of the entry is the day of the answer.
/// - Source: 追责制度 Art. 14.
public struct TransferAnswered: Act {
    public static let type: EventType = "case.transferAnswered.v1"
    public static let act = ActName("case", "answer-transfer", about: "case")
    static let rule = "XZZ-2020-26#14"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("subject", .identifier),
        CommandField("organ", .identifier, isRequired: true),
        CommandField("outcome", .code(TransferOutcome.codes), isRequired: true),
        CommandField("document", .text),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// The person handed over; absent: the whole case.
    public let subject: SubjectID?
    /// Organ that answers.
    public let organ: UnitID
    /// What it says.
    public let outcome: TransferOutcome
    /// Number of the document.
    public let document: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.optionalID("subject")
        organ = try fields.id("organ")
        outcome = try fields.code("outcome")
        document = fields.optionalText("document")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("document", ifPresent: document)
        writer.put("organ", organ)
        writer.put("outcome", code: outcome)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, subject?.tag) }
}

/// The department in charge of an expert or agency was told what was found (通报专家主管部门).
///
/// - Units: `on` of the entry is the day of the letter.
/// - Source: 追责制度 Art. 15.
public struct ExpertConductNotified: Act {
    public static let type: EventType = "case.expertNotified.v1"
    public static let act = ActName("case", "notify-expert-department", about: "case")
    static let rule = "XZZ-2020-26#15"
    public static let fields = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("expert", .identifier, isRequired: true),
        CommandField("department", .identifier, isRequired: true),
        CommandField("document", .text),
    ]

    /// Identifier of the case.
    public let `case`: CaseID
    /// Expert or agency.
    public let expert: SubjectID
    /// Department told.
    public let department: UnitID
    /// Number of the letter.
    public let document: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        expert = try fields.id("expert")
        department = try fields.id("department")
        document = fields.optionalText("document")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("department", department)
        writer.put("document", ifPresent: document)
        writer.put("expert", expert)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, expert.tag) }
}
