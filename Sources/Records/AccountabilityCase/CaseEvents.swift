/// A case was opened (立案), with or without a known person.
///
/// - Units: `on` of the entry is the day of opening.
/// - Refusals: none; asked twice, recorded once.
/// - Source: 追责制度 Art. 3, 4.
public struct CaseOpened: EventPayload {
    public static let type: EventType = "case.opened.v1"
    /// With what only this version can say: the organ, the decision and the grounds.
    public static let extended: EventType = "case.opened.v2"

    public let `case`: CaseID
    public let complaint: ComplaintID?
    /// The organ that opened it, by management authority (管理权限).
    public let authority: UnitID?
    /// The decision whose responsibility is examined.
    public let decision: DecisionID?
    /// The suspected grounds it is opened on: `G9.2`.
    public let grounds: [String]

    public init(
        `case`: CaseID, complaint: ComplaintID? = nil, authority: UnitID? = nil,
        decision: DecisionID? = nil, grounds: [String] = []
    ) {
        self.case = `case`
        self.complaint = complaint
        self.authority = authority
        self.decision = decision
        self.grounds = grounds
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        complaint = try fields.optionalID("complaint")
        authority = try fields.optionalID("authority")
        decision = try fields.optionalID("decision")
        grounds = reader.strings("grounds") ?? []
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("authority", ifPresent: authority)
        writer.put("case", self.case)
        writer.put("complaint", ifPresent: complaint)
        writer.put("decision", ifPresent: decision)
        writer.put(list: "grounds", grounds)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, complaint?.tag, decision?.tag) }

    public var version: EventType {
        authority == nil && decision == nil && grounds.isEmpty
            ? Self.type : Self.extended
    }
}

/// A person was named in a case (列为责任人). This is a suspicion, never a finding.
///
/// - Invariant: `role` is what the person was when it happened; it never changes afterwards.
/// - Units: `on` of the entry is the day of naming.
/// - Refusals: ``Refusal/unknownCase(_:)``, ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 3: whether or not transferred, departed, resigned or retired.
public struct PersonNamed: EventPayload {
    public static let type: EventType = "case.personNamed.v1"
    /// With what only this version can say: the decision, the basis of responsibility and the opinion.
    public static let extended: EventType = "case.personNamed.v2"

    public let `case`: CaseID
    public let subject: SubjectID
    public let role: RoleSnapshot
    /// The unit written down at intake.
    public let recordedUnit: UnitID?
    /// What the person is said to have done, as delivered.
    public let category: String?
    public let categoryCode: String?
    public let irregularities: [Irregularity]
    /// The decision that the person answers for.
    public let decision: DecisionID?
    /// On which of the three bases: `head`, `leader`, `lead`.
    public let responsibility: Part?
    /// What the person said of it in the meeting, copied.
    public let opinion: Opinion?

    public init(
        `case`: CaseID, subject: SubjectID, role: RoleSnapshot, recordedUnit: UnitID? = nil,
        category: String? = nil, categoryCode: String? = nil, irregularities: [Irregularity] = [],
        decision: DecisionID? = nil, responsibility: Part? = nil, opinion: Opinion? = nil
    ) {
        self.case = `case`
        self.subject = subject
        self.role = role
        self.recordedUnit = recordedUnit
        self.category = category
        self.categoryCode = categoryCode
        self.irregularities = irregularities
        self.decision = decision
        self.responsibility = responsibility
        self.opinion = opinion
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
        decision = try fields.optionalID("decision")
        responsibility = try fields.optionalCode("responsibility")
        opinion = try fields.optionalCode("opinion")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("category", ifPresent: category)
        writer.put("categoryCode", ifPresent: categoryCode)
        writer.put("decision", ifPresent: decision)
        writer.put(irregularities: irregularities)
        writer.put("opinion", ifPresentCode: opinion)
        writer.put("recordedUnit", ifPresent: recordedUnit)
        writer.put("responsibility", ifPresentCode: responsibility)
        writer.object("role") { role.write(to: &$0) }
        writer.put("subject", subject)
    }

    public var tags: [Tag] { Tag.list(`case`.tag, decision?.tag, subject.tag) }

    public var version: EventType {
        decision == nil && responsibility == nil && opinion == nil
            ? Self.type : Self.extended
    }
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
    /// With what only this version can say: who decided it and what was weighed.
    public static let extended: EventType = "finding.made.v2"

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
    /// The official who decided it.
    public let officer: SubjectID?
    /// Codes of the circumstances that were weighed.
    public let mitigations: [String]

    public init(
        `case`: CaseID, subject: SubjectID, finding: Finding, sourceCode: String? = nil,
        outcome: String? = nil, outcomeClass: String? = nil, irregularities: [Irregularity] = [],
        officer: SubjectID? = nil, mitigations: [String] = []
    ) {
        self.case = `case`
        self.subject = subject
        self.finding = finding
        self.sourceCode = sourceCode
        self.outcome = outcome
        self.outcomeClass = outcomeClass
        self.irregularities = irregularities
        self.officer = officer
        self.mitigations = mitigations
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
        officer = try fields.optionalID("officer")
        mitigations = reader.strings("mitigations") ?? []
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("finding", code: finding)
        writer.put(irregularities: irregularities)
        writer.put(list: "mitigations", mitigations)
        writer.put("officer", ifPresent: officer)
        writer.put("outcome", ifPresent: outcome)
        writer.put("outcomeClass", ifPresent: outcomeClass)
        writer.put("sourceCode", ifPresent: sourceCode)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { [`case`.tag, subject.tag] }

    public var version: EventType {
        officer == nil && mitigations.isEmpty
            ? Self.type : Self.extended
    }
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
