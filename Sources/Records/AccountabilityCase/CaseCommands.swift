/// Asks to open a case (立案), on a decision or otherwise.
public struct OpenCase: DomainCommand, SignedCommand {
    public static let name = "openCase"

    public let `case`: CaseID
    public let complaint: ComplaintID?
    /// The organ that opens it.
    public let authority: UnitID?
    public let decision: DecisionID?
    /// The suspected grounds it is opened on: `G9.2`.
    public let grounds: [String]
    public internal(set) var circumstances: Circumstances

    public init(
        `case`: CaseID, complaint: ComplaintID? = nil, authority: UnitID? = nil,
        decision: DecisionID? = nil, grounds: [String] = [], circumstances: Circumstances = .init()
    ) {
        self.case = `case`
        self.complaint = complaint
        self.authority = authority
        self.decision = decision
        self.grounds = grounds
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        self.case = try fields.id("case")
        complaint = try fields.optionalID("complaint")
        authority = try fields.optionalID("authority")
        decision = try fields.optionalID("decision")
        grounds = reader.strings("grounds") ?? []
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { Tag.list(`case`.tag, decision?.tag) }
}

/// Asks to name a person in a case (列为责任人). The role is taken from the post held on the day of the
/// incident; failing that from the unit written down at intake. In a case on a decision it is the
/// one copied when the meeting was recorded.
public struct NamePerson: DomainCommand, SignedCommand {
    public static let name = "namePerson"

    public let `case`: CaseID
    public let subject: SubjectID
    public let recordedUnit: UnitID?
    public let category: String?
    public let categoryCode: String?
    /// The decision of the case; it may be left out.
    public let decision: DecisionID?
    /// On which of the three bases: `head`, `leader`, `lead`; absent: as in the decision's file.
    public let responsibility: Part?
    public internal(set) var circumstances: Circumstances

    public init(
        `case`: CaseID, subject: SubjectID, recordedUnit: UnitID? = nil, category: String? = nil,
        categoryCode: String? = nil, decision: DecisionID? = nil, responsibility: Part? = nil,
        circumstances: Circumstances = .init()
    ) {
        self.case = `case`
        self.subject = subject
        self.recordedUnit = recordedUnit
        self.category = category
        self.categoryCode = categoryCode
        self.decision = decision
        self.responsibility = responsibility
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        recordedUnit = try fields.optionalID("recordedUnit")
        category = fields.optionalText("category")
        categoryCode = fields.optionalText("categoryCode")
        decision = try fields.optionalID("decision")
        responsibility = try fields.optionalCode("responsibility")
        if let responsibility, !Part.bases.contains(responsibility) {
            throw .notOneOf("responsibility", Part.bases.map(\.rawValue))
        }
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] {
        Tag.list(`case`.tag, decision?.tag, subject.tag, recordedUnit?.tag)
    }
}

/// Asks to record who investigates (确定调查人).
public struct AssignInvestigator: DomainCommand, SignedCommand {
    public static let name = "assignInvestigator"

    public let `case`: CaseID
    public let investigator: SubjectID
    public internal(set) var circumstances: Circumstances

    public init(`case`: CaseID, investigator: SubjectID, circumstances: Circumstances = .init()) {
        self.case = `case`
        self.investigator = investigator
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        self.case = try fields.id("case")
        investigator = try fields.id("investigator")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [`case`.tag, investigator.tag] }
}

/// Asks to record a recommended finding (建议认定).
public struct RecommendFinding: DomainCommand, SignedCommand {
    public static let name = "recommendFinding"

    public let `case`: CaseID
    public let subject: SubjectID
    public let finding: Finding?
    public let sourceCode: String?
    public let outcome: String?
    public let outcomeClass: String?
    public internal(set) var circumstances: Circumstances

    public init(
        `case`: CaseID, subject: SubjectID, finding: Finding? = nil, sourceCode: String? = nil,
        outcome: String? = nil, outcomeClass: String? = nil, circumstances: Circumstances = .init()
    ) {
        self.case = `case`
        self.subject = subject
        self.finding = finding
        self.sourceCode = sourceCode
        self.outcome = outcome
        self.outcomeClass = outcomeClass
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        finding = try fields.optionalCode("finding")
        sourceCode = fields.optionalText("sourceCode")
        outcome = fields.optionalText("outcome")
        outcomeClass = fields.optionalText("outcomeClass")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [`case`.tag, subject.tag] }
}

/// Asks to record a finding (责任认定). Without one it is unknown and marked.
public struct MakeFinding: DomainCommand, SignedCommand {
    public static let name = "makeFinding"

    public let `case`: CaseID
    public let subject: SubjectID
    public let finding: Finding?
    public let sourceCode: String?
    public let outcome: String?
    public let outcomeClass: String?
    /// The official who decides it.
    public let officer: SubjectID?
    /// Codes of circumstances weighed; those that were found are added.
    public let mitigations: [String]
    public internal(set) var circumstances: Circumstances

    public init(
        `case`: CaseID, subject: SubjectID, finding: Finding? = nil, sourceCode: String? = nil,
        outcome: String? = nil, outcomeClass: String? = nil, officer: SubjectID? = nil,
        mitigations: [String] = [], circumstances: Circumstances = .init()
    ) {
        self.case = `case`
        self.subject = subject
        self.finding = finding
        self.sourceCode = sourceCode
        self.outcome = outcome
        self.outcomeClass = outcomeClass
        self.officer = officer
        self.mitigations = mitigations
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        finding = try fields.optionalCode("finding")
        sourceCode = fields.optionalText("sourceCode")
        outcome = fields.optionalText("outcome")
        outcomeClass = fields.optionalText("outcomeClass")
        officer = try fields.optionalID("officer")
        mitigations = reader.strings("mitigations") ?? []
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [`case`.tag, subject.tag] }
}

/// Asks to record that a case was closed (结案).
public struct CloseCase: DomainCommand, SignedCommand {
    public static let name = "closeCase"

    public let `case`: CaseID
    public internal(set) var circumstances: Circumstances

    public init(`case`: CaseID, circumstances: Circumstances = .init()) {
        self.case = `case`
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        self.case = try fields.id("case")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [`case`.tag] }
}
