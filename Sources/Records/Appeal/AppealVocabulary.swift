/// Who files an appeal (申请人).
public enum AppealBy: String, Code {
    /// 本人.
    case `self`
    /// 近亲属.
    case relative
    /// 代理人.
    case agent
}

/// Why an appeal is not examined (不予受理原因).
public enum InadmissibleReason: String, Code {
    /// 逾期.
    case outOfTime
    /// 不属于受理范围.
    case notAppealable
    /// 申请人不适格.
    case notEntitled
    /// 已作出终局决定.
    case alreadyDecided
}

/// How an appeal ended (申诉结果).
public enum AppealOutcome: String, Code {
    /// 维持.
    case maintained
    /// 变更.
    case varied
    /// 撤销.
    case annulled
    /// 发回重新处理.
    case remitted
}
