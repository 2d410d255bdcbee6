public import Vocabulary

/// Who made a comment (意见来源).
public enum OpinionOrigin: String, Code {
    /// 公民、法人、其他组织、有关部门、不明.
    case citizen, enterprise, organisation, department, unknown
}

/// Level of risk (风险等级).
public enum RiskLevel: String, Code {
    /// 低风险、中风险、高风险.
    case low, medium, high
}

/// The five statutory steps (法定程序), 追责制度 Art. 5.
public enum ProceduralStep: String, Code {
    /// 公众参与、专家论证、风险评估、合法性审查、集体讨论决定.
    case participation, expertReview, riskAssessment, legalityReview, collectiveDiscussion
}

/// What the review of legality says (合法性审查结论).
public enum LegalityConclusion: String, Code {
    /// 合法、附条件合法（修改后可提交）、不合法.
    case lawful, conditional, unlawful
}

/// What somebody was in the meeting, and so on which of the three bases they answer: 713 Art. 38
/// (参会身份).
public enum Part: String, Code {
    /// 行政首长、其他负责人、承办负责人（直接责任人员）、组成人员、列席.
    case head, leader, lead, member, observer
}

/// What somebody said of it in the meeting (表态).
public enum Opinion: String, Code {
    /// 同意、不同意、保留意见、弃权、未记载.
    case agree, disagree, reserved, abstained, unstated
}

/// How great a loss is (损失程度).
public enum LossDegree: String, Code {
    /// 无、一般损失、重大损失.
    case none, general, major
}

/// How grave an influence is (影响程度).
public enum InfluenceDegree: String, Code {
    /// 无、一般影响、恶劣影响.
    case none, general, severe
}

/// What harm is attributed to (损害归因).
public enum HarmAttribution: String, Code {
    /// 决策错误、久拖不决、执行不当、其他原因.
    case decisionError, undueDelay, execution, other
}

/// Who suspects a ground (发现方式).
public enum Detection: String, Code {
    /// 系统比对、人工提出.
    case machine, people
}
