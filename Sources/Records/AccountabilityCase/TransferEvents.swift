public import Vocabulary

/// The case, or one person in it, was handed to another organ (移送).
///
/// - Units: `on` of the entry is the day of handing over.
/// - Source: 追责制度 Art. 14; 监察法 on management authority (管理权限).
public struct CaseTransferred: CaseFact {
    public static let type: EventType = "case.transferred.v1"

    public let `case`: CaseID
    /// The person handed over; absent: the whole case.
    public var subject: SubjectID?
    /// Organ that takes it.
    public let organ: UnitID
    public let reason: TransferReason
}

extension CaseTransferred {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        organ = try fields.given("organ", \.organ)
        reason = try fields.given("reason", \.reason)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// The other organ answered (移送结果).
///
/// - Units: `on` of the entry is the day of the answer.
/// - Source: 追责制度 Art. 14.
public struct TransferAnswered: CaseFact {
    public static let type: EventType = "case.transferAnswered.v1"

    public let `case`: CaseID
    /// The person handed over; absent: the whole case.
    public var subject: SubjectID?
    /// Organ that answers.
    public let organ: UnitID
    /// What it says.
    public let outcome: TransferOutcome
    public var document: String?
}

extension TransferAnswered {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        organ = try fields.given("organ", \.organ)
        outcome = try fields.given("outcome", \.outcome)
        document = try fields.given("document", \.document)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// The department in charge of an expert or agency was told what was found (通报专家主管部门).
///
/// - Units: `on` of the entry is the day of the letter.
/// - Source: 追责制度 Art. 15.
public struct ExpertConductNotified: CaseFact {
    public static let type: EventType = "case.expertNotified.v1"

    public let `case`: CaseID
    public let expert: SubjectID
    /// Department told.
    public let department: UnitID
    /// Number of the letter.
    public var document: String?
}

extension ExpertConductNotified {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        expert = try fields.given("expert", \.expert, .tag)
        department = try fields.given("department", \.department)
        document = try fields.given("document", \.document)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// The department in charge of an expert or agency answered (专家主管部门回复).
///
/// - Units: `on` of the entry is the day of the answer.
/// - Source: 追责制度 Art. 15.
public struct ExpertConductAnswered: CaseFact {
    public static let type: EventType = "case.expertAnswered.v1"

    public let `case`: CaseID
    public let expert: SubjectID
    /// Department that answers.
    public let department: UnitID
    /// What it did.
    public let outcome: Sealed
    /// Number of the answer.
    public var document: String?
}

extension ExpertConductAnswered {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        expert = try fields.given("expert", \.expert, .tag)
        department = try fields.given("department", \.department)
        outcome = try fields.given("outcome", \.outcome, owner: .unit("department"))
        document = try fields.given("document", \.document)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}
