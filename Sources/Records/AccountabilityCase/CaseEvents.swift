public import Vocabulary

/// A case was opened (立案), with or without a known person.
///
/// - Units: `on` of the entry is the day of opening.
/// - Refusals: none; asked twice, recorded once.
/// - Source: 追责制度 Art. 3, 4.
public struct CaseOpened: CaseFact {
    public static let type: EventType = "case.opened.v1"

    public let `case`: CaseID
    public var complaint: ComplaintID?
    /// The organ that opened it, by management authority (管理权限).
    public var authority: UnitID?
    /// The decision whose responsibility is examined.
    public var decision: DecisionID?
    /// The suspected grounds it is opened on: `G9.2`; after its body, `XZZ-2020-26:G9.2`, where
    /// several raised one of that code.
    public var grounds: [String] = []
    /// The document that a case conducted elsewhere is recorded from (依据文书): its procedure was not
    /// kept here.
    public var recordedFrom: String?
    /// The number of the decision to open it (文号).
    public var instrument: String?
}

extension CaseOpened {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        complaint = try fields.given("complaint", \.complaint, .tag)
        authority = try fields.given("authority", \.authority, .since(2))
        decision = try fields.given("decision", \.decision, .tag, .since(2))
        grounds = try fields.given("grounds", \.grounds, .since(2))
        recordedFrom = try fields.given("recordedFrom", \.recordedFrom, .since(3))
        instrument = try fields.given("instrument", \.instrument, .since(3))
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// A person was named in a case (列为责任人). This is a suspicion, never a finding.
///
/// - Invariant: `role` is what the person was when it happened; it never changes afterwards.
/// - Units: `on` of the entry is the day of naming.
/// - Refusals: ``Refusal/unknownCase(_:)``, ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 3: whether or not transferred, departed, resigned or retired.
public struct PersonNamed: CaseFact {
    public static let type: EventType = "case.personNamed.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    public var role = RoleSnapshot.blank
    /// The unit written down at intake.
    public var recordedUnit: UnitID?
    /// What the person is said to have done, as delivered.
    public var category: String?
    public var categoryCode: String?
    public var irregularities: [Irregularity] = []
    /// The decision that the person answers for.
    public var decision: DecisionID?
    /// On which of the three bases: `head`, `leader`, `lead`.
    public var responsibility: Part?
    /// What the person said of it in the meeting, copied.
    public var opinion: Opinion?
}

extension PersonNamed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        recordedUnit = try fields.given("recordedUnit", \.recordedUnit)
        category = try fields.given("category", \.category)
        categoryCode = try fields.given("categoryCode", \.categoryCode)
        decision = try fields.given("decision", \.decision, .tag, .since(2))
        responsibility = try fields.given(
            "responsibility", \.responsibility, .oneOf(Part.bases.map(\.rawValue)), .since(2))
        role = try fields.derived("role", \.role)
        irregularities = try fields.derived("irregularities", \.irregularities)
        opinion = try fields.derived("opinion", \.opinion, .since(2))
    }

    public var acting: Acting { Acting(in: `case`.tag) }
    public var concerns: [Tag] { Tag.list(declaredTags + [recordedUnit?.tag].compactMap(\.self)) }
}

/// An investigator was assigned to a case (确定调查人).
///
/// - Units: `on` of the entry is the day of assignment.
/// - Refusals: ``Refusal/unknownCase(_:)``, ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 4; 监察法 on recusal (回避).
public struct InvestigatorAssigned: CaseFact {
    public static let type: EventType = "case.investigatorAssigned.v1"

    public let `case`: CaseID
    public let investigator: SubjectID
    public var irregularities: [Irregularity] = []
}

extension InvestigatorAssigned {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        investigator = try fields.given("investigator", \.investigator, .tag)
        irregularities = try fields.derived("irregularities", \.irregularities)
    }

    public var acting: Acting { Acting(in: `case`.tag, officials: [investigator]) }
}

/// A case was closed (结案).
///
/// - Units: `on` of the entry is the day of closing.
/// - Refusals: ``Refusal/unknownCase(_:)``.
/// - Source: 追责制度 Art. 4.
public struct CaseClosed: CaseFact {
    public static let type: EventType = "case.closed.v1"

    public let `case`: CaseID
    public var irregularities: [Irregularity] = []
}

extension CaseClosed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        irregularities = try fields.derived("irregularities", \.irregularities)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// A closed case was reopened (重新启动).
///
/// - Units: `on` of the entry is the day of reopening.
/// - Source: 追责制度 Art. 3, 4.
public struct CaseReopened: CaseFact {
    public static let type: EventType = "case.reopened.v1"

    public let `case`: CaseID
    public let reason: Sealed
}

extension CaseReopened {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        // What the organ says of its own case, which stands for it.
        reason = try fields.given("reason", \.reason, owner: .unit("case"))
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}
