public import Vocabulary

/// A finding was recommended (建议认定). A recommendation is not a finding.
///
/// - Invariant: Never counted in status.
/// - Units: `on` of the entry is the day of the recommendation.
/// - Refusals: ``Refusal/notNamedInCase(_:_:)``.
/// - Source: 追责制度 Art. 4.
public struct FindingRecommended: CaseFact {
    public static let type: EventType = "finding.recommended.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    public var finding = Finding.unknown
    /// The finding as the source codes it.
    public var sourceCode: String?
    /// What followed, as delivered.
    public var outcome: String?
    /// The source's class of that outcome.
    public var outcomeClass: String?
    public var irregularities: [Irregularity] = []
}

extension FindingRecommended {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        finding = try fields.given("finding", \.finding, or: .unknown)
        sourceCode = try fields.given("sourceCode", \.sourceCode)
        outcome = try fields.given("outcome", \.outcome)
        outcomeClass = try fields.given("outcomeClass", \.outcomeClass)
        irregularities = try fields.derived("irregularities", \.irregularities)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// The competent organ found on a person's responsibility (责任认定).
///
/// - Invariant: The latest finding on a person in a case is the one that counts.
/// - Units: `on` of the entry is the day of the finding.
/// - Refusals: ``Refusal/notNamedInCase(_:_:)``.
/// - Source: 追责制度 Art. 3, 4.
public struct FindingMade: CaseFact {
    public static let type: EventType = "finding.made.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    public var finding = Finding.unknown
    /// The finding as the source codes it.
    public var sourceCode: String?
    /// What followed, as delivered.
    public var outcome: String?
    /// The source's class of that outcome.
    public var outcomeClass: String?
    public var irregularities: [Irregularity] = []
    /// The official who decided it.
    public var officer: SubjectID?
    /// Codes of the circumstances that were weighed.
    public var mitigations: [String] = []
}

extension FindingMade {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        finding = try fields.given("finding", \.finding, or: .unknown)
        sourceCode = try fields.given("sourceCode", \.sourceCode)
        outcome = try fields.given("outcome", \.outcome)
        outcomeClass = try fields.given("outcomeClass", \.outcomeClass)
        officer = try fields.given("officer", \.officer, .since(2))
        mitigations = try fields.given("mitigations", \.mitigations, .since(2))
        irregularities = try fields.derived("irregularities", \.irregularities)
    }

    public var acting: Acting { Acting(in: `case`.tag, officials: officer.map { [$0] } ?? []) }
}

/// A circumstance that mitigates or exempts was found (认定减免情形).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 追责制度 Art. 13; 713 Art. 38; 政务处分法 Art. 11, 12.
public struct MitigationFound: CaseFact {
    public static let type: EventType = "case.mitigationFound.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    /// Code of the circumstance: *mitigations* of the rulebook.
    public let code: String
    /// The entries it rests on, each `entry`.
    public var evidence: [Evidence] = []
    /// In words.
    public var note: Sealed?
}

extension MitigationFound {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        code = try fields.given("code", \.code)
        evidence = try fields.given("evidence", \.evidence)
        note = try fields.given("note", \.note, owner: .person("subject"))
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// For a person retired, departed or dead an adjustment of benefits was recommended (建议调整待遇).
///
/// - Units: `on` of the entry is the day of the recommendation.
/// - Source: 政务处分法 Art. 27.
public struct BenefitAdjustmentRecommended: CaseFact {
    public static let type: EventType = "case.benefitAdjustmentRecommended.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    /// The sanction that would have been given.
    public let fitting: Measure
    public var advice: Sealed?
}

extension BenefitAdjustmentRecommended {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        fitting = try fields.given("fitting", \.fitting)
        advice = try fields.given("advice", \.advice, owner: .person("subject"))
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// It was declared in public that the person is not responsible (澄清正名).
///
/// - Units: `on` of the entry is the day of the declaration.
/// - Source: 中国共产党 and 监察 rules on clarification (澄清正名); 追责制度 Art. 4.
public struct PersonCleared: CaseFact {
    public static let type: EventType = "case.personCleared.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    /// How far it was made known.
    public let range: AnnouncementRange
}

extension PersonCleared {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        range = try fields.given("range", \.range)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}
