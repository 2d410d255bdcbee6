/// Why a case is handed over (移送原因).
public enum TransferReason: String, Code {
    /// 干部管理权限.
    case managementAuthority
    /// 涉嫌违纪违法.
    case disciplineOrLaw
    /// 其他管辖.
    case otherJurisdiction
}

/// What the other organ answered (移送结果).
public enum TransferOutcome: String, Code {
    /// 受理.
    case accepted
    /// 不予受理.
    case declined
    /// 已作处分.
    case sanctioned
    /// 不予处分.
    case notSanctioned
    /// 退回.
    case returned
}

extension Part {
    /// The three bases on which somebody answers for a decision: 713 Art. 38 (首长、其他负责人、直接责任人员).
    public static let bases: [Part] = [.head, .leader, .lead]
}

/// Where a case stands (案件状态).
public enum CaseState: String, Code {
    /// 疑似: something was reported or somebody named, and nothing was opened.
    case suspected
    /// 已立案.
    case open
    /// 已告知.
    case notified
    /// 已听取申辩.
    case defended
    /// 已认定.
    case determined
    /// 已移送.
    case transferred
    /// 已结案.
    case closed
    /// 已重新启动: nothing has happened since.
    case reopened
}
