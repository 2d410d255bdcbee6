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
