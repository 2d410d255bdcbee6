public import Vocabulary

/// Who made a comment (意见来源).
public enum OpinionOrigin: String, Code {
    /// 公民.
    case citizen
    /// 法人.
    case enterprise
    /// 其他组织.
    case organisation
    /// 有关部门.
    case department
    /// 不明.
    case unknown
}

/// Level of risk (风险等级).
public enum RiskLevel: String, Code {
    /// 低风险.
    case low
    /// 中风险.
    case medium
    /// 高风险.
    case high
}

/// The five statutory steps (法定程序), 追责制度 Art. 5.
public enum ProceduralStep: String, Code {
    /// 公众参与.
    case participation
    /// 专家论证.
    case expertReview
    /// 风险评估.
    case riskAssessment
    /// 合法性审查.
    case legalityReview
    /// 集体讨论决定.
    case collectiveDiscussion
}

/// What the review of legality says (合法性审查结论).
public enum LegalityConclusion: String, Code {
    /// 合法.
    case lawful
    /// 附条件合法：修改后可提交.
    case conditional
    /// 不合法.
    case unlawful
}

/// What somebody was in the meeting, and so on which of the three bases they answer: 713 Art. 38
/// (参会身份).
public enum Part: String, Code {
    /// 行政首长.
    case head
    /// 其他负责人.
    case leader
    /// 承办负责人、直接责任人员.
    case lead
    /// 组成人员.
    case member
    /// 列席.
    case observer
}

/// What somebody said of it in the meeting (表态).
public enum Opinion: String, Code {
    /// 同意.
    case agree
    /// 不同意.
    case disagree
    /// 保留意见.
    case reserved
    /// 弃权.
    case abstained
    /// 未记载.
    case unstated
}

/// How great a loss is (损失程度).
public enum LossDegree: String, Code {
    /// 无.
    case none
    /// 一般损失.
    case general
    /// 重大损失.
    case major
}

/// How grave an influence is (影响程度).
public enum InfluenceDegree: String, Code {
    /// 无.
    case none
    /// 一般影响.
    case general
    /// 恶劣影响.
    case severe
}

/// What harm is attributed to (损害归因).
public enum HarmAttribution: String, Code {
    /// 决策错误.
    case decisionError
    /// 久拖不决.
    case undueDelay
    /// 执行不当.
    case execution
    /// 其他原因.
    case other
}

/// Who suspects a ground (发现方式).
public enum Detection: String, Code {
    /// 系统比对.
    case machine
    /// 人工提出.
    case people
}
