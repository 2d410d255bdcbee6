public import Vocabulary

/// Who objects (异议人).
public enum ObjectionBy: String, Code {
    /// 本人、本单位；受委托的代理人.
    case `self`, agent
}

/// Where it was handed in (提出渠道).
public enum ObjectionChannel: String, Code {
    /// 列入单位窗口、信用中国网站、信用办.
    case unit, creditChina, creditOffice
}

/// Against what it is raised (异议对象).
public enum ObjectionTarget: String, Code {
    /// 记录本身.
    case record
    /// 依据文书: it re-argues what has a remedy of its own.
    case instrument
}

/// What was decided on it (异议处理结果).
public enum ObjectionOutcome: String, Code {
    /// 成立、不成立、无法核实.
    case upheld, rejected, unverifiable
}

/// How far an objection has come (异议状态).
public enum ObjectionState: String, Code {
    /// 已提出、已受理、不予受理、已标注、已核查.
    case filed, accepted, refused, flagged, checked
    /// 成立、不成立、无法核实、已复核.
    case upheld, rejected, unverifiable, reviewed
}
