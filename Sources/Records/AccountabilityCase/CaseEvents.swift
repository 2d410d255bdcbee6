/// A case was opened (立案), with or without a known person.
///
/// - Units: `on` of the entry is the day of opening.
/// - Refusals: none; asked twice, recorded once.
/// - Source: 追责制度 Art. 3, 4.
public struct CaseOpened: EventPayload {
    public static let type: EventType = "case.opened.v1"

    public let `case`: CaseID
    public let complaint: ComplaintID?

    public init(`case`: CaseID, complaint: ComplaintID? = nil) {
        self.case = `case`
        self.complaint = complaint
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        complaint = try fields.optionalID("complaint")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("complaint", ifPresent: complaint)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, complaint?.tag) }
}

/// A person was named in a case (列为责任人). This is a suspicion, never a finding.
///
/// - Invariant: `role` is what the person was when it happened; it never changes afterwards.
/// - Units: `on` of the entry is the day of naming.
/// - Refusals: ``Refusal/unknownCase(_:)``, ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 3: whether or not transferred, departed, resigned or retired.
public struct PersonNamed: EventPayload {
    public static let type: EventType = "case.personNamed.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    public let role: RoleSnapshot
    /// The unit written down at intake.
    public let recordedUnit: UnitID?
    /// What the person is said to have done, as delivered.
    public let category: String?
    public let categoryCode: String?
    public let irregularities: [Irregularity]

    public init(
        `case`: CaseID, subject: SubjectID, role: RoleSnapshot, recordedUnit: UnitID? = nil,
        category: String? = nil, categoryCode: String? = nil, irregularities: [Irregularity] = []
    ) {
        self.case = `case`
        self.subject = subject
        self.role = role
        self.recordedUnit = recordedUnit
        self.category = category
        self.categoryCode = categoryCode
        self.irregularities = irregularities
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        role = try RoleSnapshot(in: reader)
        recordedUnit = try fields.optionalID("recordedUnit")
        category = fields.optionalText("category")
        categoryCode = fields.optionalText("categoryCode")
        irregularities = try fields.irregularities()
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("category", ifPresent: category)
        writer.put("categoryCode", ifPresent: categoryCode)
        writer.put(irregularities: irregularities)
        writer.put("recordedUnit", ifPresent: recordedUnit)
        writer.object("role") { role.write(to: &$0) }
        writer.put("subject", subject)
    }

    public var tags: [Tag] { [`case`.tag, subject.tag] }
}

/// An investigator was assigned to a case (确定调查人).
///
/// - Units: `on` of the entry is the day of assignment.
/// - Refusals: ``Refusal/unknownCase(_:)``, ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 4; 监察法 on recusal (回避).
public struct InvestigatorAssigned: EventPayload {
    public static let type: EventType = "case.investigatorAssigned.v1"

    public let `case`: CaseID
    public let investigator: SubjectID
    public let irregularities: [Irregularity]

    public init(`case`: CaseID, investigator: SubjectID, irregularities: [Irregularity] = []) {
        self.case = `case`
        self.investigator = investigator
        self.irregularities = irregularities
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        investigator = try fields.id("investigator")
        irregularities = try fields.irregularities()
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("investigator", investigator)
        writer.put(irregularities: irregularities)
    }

    public var tags: [Tag] { [`case`.tag, investigator.tag] }
}

/// A finding was recommended (建议认定). A recommendation is not a finding.
///
/// - Invariant: Never counted in status.
/// - Units: `on` of the entry is the day of the recommendation.
/// - Refusals: ``Refusal/notNamedInCase(_:_:)``.
/// - Source: 追责制度 Art. 4.
public struct FindingRecommended: EventPayload {
    public static let type: EventType = "finding.recommended.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    public let finding: Finding
    /// The finding as the source codes it.
    public let sourceCode: String?
    /// What followed, as delivered.
    public let outcome: String?
    /// The source's class of that outcome.
    public let outcomeClass: String?
    public let irregularities: [Irregularity]

    public init(
        `case`: CaseID, subject: SubjectID, finding: Finding, sourceCode: String? = nil,
        outcome: String? = nil, outcomeClass: String? = nil, irregularities: [Irregularity] = []
    ) {
        self.case = `case`
        self.subject = subject
        self.finding = finding
        self.sourceCode = sourceCode
        self.outcome = outcome
        self.outcomeClass = outcomeClass
        self.irregularities = irregularities
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        finding = try fields.code("finding")
        sourceCode = fields.optionalText("sourceCode")
        outcome = fields.optionalText("outcome")
        outcomeClass = fields.optionalText("outcomeClass")
        irregularities = try fields.irregularities()
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("finding", code: finding)
        writer.put(irregularities: irregularities)
        writer.put("outcome", ifPresent: outcome)
        writer.put("outcomeClass", ifPresent: outcomeClass)
        writer.put("sourceCode", ifPresent: sourceCode)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { [`case`.tag, subject.tag] }
}

/// The competent organ found on a person's responsibility (责任认定).
///
/// - Invariant: The latest finding on a person in a case is the one that counts.
/// - Units: `on` of the entry is the day of the finding.
/// - Refusals: ``Refusal/notNamedInCase(_:_:)``.
/// - Source: 追责制度 Art. 3, 4.
public struct FindingMade: EventPayload {
    public static let type: EventType = "finding.made.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    public let finding: Finding
    /// The finding as the source codes it.
    public let sourceCode: String?
    /// What followed, as delivered.
    public let outcome: String?
    /// The source's class of that outcome.
    public let outcomeClass: String?
    public let irregularities: [Irregularity]

    public init(
        `case`: CaseID, subject: SubjectID, finding: Finding, sourceCode: String? = nil,
        outcome: String? = nil, outcomeClass: String? = nil, irregularities: [Irregularity] = []
    ) {
        self.case = `case`
        self.subject = subject
        self.finding = finding
        self.sourceCode = sourceCode
        self.outcome = outcome
        self.outcomeClass = outcomeClass
        self.irregularities = irregularities
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        finding = try fields.code("finding")
        sourceCode = fields.optionalText("sourceCode")
        outcome = fields.optionalText("outcome")
        outcomeClass = fields.optionalText("outcomeClass")
        irregularities = try fields.irregularities()
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("finding", code: finding)
        writer.put(irregularities: irregularities)
        writer.put("outcome", ifPresent: outcome)
        writer.put("outcomeClass", ifPresent: outcomeClass)
        writer.put("sourceCode", ifPresent: sourceCode)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { [`case`.tag, subject.tag] }
}

/// A case was closed (结案).
///
/// - Units: `on` of the entry is the day of closing.
/// - Refusals: ``Refusal/unknownCase(_:)``.
/// - Source: 追责制度 Art. 4.
public struct CaseClosed: EventPayload {
    public static let type: EventType = "case.closed.v1"

    public let `case`: CaseID
    public let irregularities: [Irregularity]

    public init(`case`: CaseID, irregularities: [Irregularity] = []) {
        self.case = `case`
        self.irregularities = irregularities
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        irregularities = try fields.irregularities()
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put(irregularities: irregularities)
    }

    public var tags: [Tag] { [`case`.tag] }
}
