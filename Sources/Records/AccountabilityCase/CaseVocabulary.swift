public import Vocabulary

/// What was found on a person's responsibility in a case (认定结论).
public enum Finding: String, Code {
    /// 属实: responsibility is established.
    case sustained
    /// 未能认定: not established on the evidence.
    case notSustained
    /// 不属实: it did not happen.
    case unfounded
    /// 不予追责: it happened and was proper.
    case exonerated
    /// 未签署材料: closed because the complainant swore no affidavit.
    case noAffidavit
    /// 来源未作说明: a code the source does not explain.
    case unexplained
    /// 不明: the source gives none.
    case unknown

    public static let unoffered = Set(
        [Finding.noAffidavit, .unexplained, .unknown].map(\.rawValue))
}

/// How the role in a snapshot is known.
public enum RoleBasis: String, Code {
    /// 事发时任职: the post the register shows for the day of the incident.
    case postHeldOnIncident = "post-held-on-incident"
    /// 受理时登记: the unit written down at intake.
    case recordedAtIntake = "recorded-at-intake"
    /// 无从得知.
    case none
}

/// What a person was when it happened (当时职务).
///
/// - Invariant: Copied into the event and never joined to today's post, so that no transfer, merger
///   or retirement detaches responsibility.
/// - Source: 追责制度 Art. 3.
public struct RoleSnapshot: Hashable, Sendable {
    public var unit: UnitID?
    public var unitTitle: String?
    public var post: String?
    public var rank: String?
    public let basis: RoleBasis
}

extension RoleSnapshot: FieldPart {
    public static var blank: RoleSnapshot { RoleSnapshot(basis: .none) }

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        unit = try fields.given("unit", \.unit)
        unitTitle = try fields.given("unitTitle", \.unitTitle)
        post = try fields.given("post", \.post)
        rank = try fields.given("rank", \.rank)
        basis = try fields.given("basis", \.basis)
    }
}

extension Finding {
    /// Whether it answers the suspicion, either way. A source that gives no conclusion, or one that
    /// it does not explain, clears nobody and finds nobody: the suspicion stays what it was.
    public var isAnswer: Bool {
        switch self {
        case .sustained, .notSustained, .unfounded, .exonerated, .noAffidavit: true
        case .unexplained, .unknown: false
        }
    }
}

/// Why a case is handed over (移送原因).
public enum TransferReason: String, Code {
    /// 干部管理权限、涉嫌违纪违法、其他管辖.
    case managementAuthority, disciplineOrLaw, otherJurisdiction
}

/// What the other organ answered (移送结果).
public enum TransferOutcome: String, Code {
    /// 受理、不予受理、已作处分、不予处分、退回.
    case accepted, declined, sanctioned, notSanctioned, returned
}

extension Part {
    /// The three bases on which somebody answers for a decision: 713 Art. 38 (首长、其他负责人、直接责任人员).
    public static let bases: [Part] = [.head, .leader, .lead]
}

/// Where a case stands (案件状态).
public enum CaseState: String, Code {
    /// 疑似: something was reported or somebody named, and nothing was opened.
    case suspected
    /// 已立案、已告知、已听取申辩、已认定、已移送、已办结.
    case open, notified, defended, determined, transferred, closed
    /// 已重新启动: nothing has happened since.
    case reopened
}
