public import Vocabulary

/// An official withdrew or was excluded from the case (回避).
///
/// - Units: `on` of the entry is the first day of recusal.
/// - Source: 政务处分法 Art. 47; 追责制度 Art. 4.
public struct RecusalDeclared: CaseFact {
    public static let type: EventType = "case.recusalDeclared.v1"

    public let `case`: CaseID
    public let officer: SubjectID
    public let reason: Sealed
}

extension RecusalDeclared {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        officer = try fields.given("officer", \.officer, .tag)
        reason = try fields.given("reason", \.reason, owner: .officer("officer"))
    }

    public var acting: Acting { Acting(in: `case`.tag, bySelf: officer) }
}

/// The person was told the facts and reasons before a finding (事实告知).
///
/// - Units: `on` of the entry is the day of notification.
/// - Source: 政务处分法 Art. 43; 追责制度 Art. 4.
public struct FactsNotified: DefenceStep {
    public static let type: EventType = "case.factsNotified.v1"
    static let isAnswer = false

    public let `case`: CaseID
    public let subject: SubjectID
    /// Official who told it.
    public var officer: SubjectID?
}

extension FactsNotified {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        officer = try fields.given("officer", \.officer)
    }

    public var acting: Acting { Acting(in: `case`.tag, officials: officer.map { [$0] } ?? []) }
}

/// The person's statement was heard (听取陈述申辩).
///
/// - Units: `on` of the entry is the day of hearing.
/// - Source: 政务处分法 Art. 43; 追责制度 Art. 4.
public struct DefenceHeard: DefenceStep {
    public static let type: EventType = "case.defenceHeard.v1"
    static let isAnswer = true

    public let `case`: CaseID
    public let subject: SubjectID
    public var points: Sealed?
    /// Which points were accepted.
    public var accepted: Sealed?
    /// Official who heard it.
    public var officer: SubjectID?
}

extension DefenceHeard {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        points = try fields.given("points", \.points, owner: .person("subject"))
        accepted = try fields.given("accepted", \.accepted, owner: .person("subject"))
        officer = try fields.given("officer", \.officer)
    }

    public var acting: Acting { Acting(in: `case`.tag, officials: officer.map { [$0] } ?? []) }
}

/// The person declared in writing to make no statement (放弃陈述申辩).
///
/// - Units: `on` of the entry is the day of the declaration.
/// - Source: 政务处分法 Art. 43; 追责制度 Art. 4.
public struct DefenceWaived: DefenceStep {
    public static let type: EventType = "case.defenceWaived.v1"
    static let isAnswer = true

    public let `case`: CaseID
    public let subject: SubjectID
    /// Number or digest of the declaration.
    public let instrument: String
}

extension DefenceWaived {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        instrument = try fields.given("instrument", \.instrument)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}
