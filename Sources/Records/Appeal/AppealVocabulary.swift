public import Law
public import Vocabulary

/// Who files an appeal (申请人).
public enum AppealBy: String, Code {
    /// 本人、近亲属、代理人.
    case `self`, relative, agent
}

/// Why an appeal is not examined (不予受理原因).
public enum InadmissibleReason: String, Code {
    /// 逾期、不属于受理范围、申请人不适格、已有最终决定.
    case outOfTime, notAppealable, notEntitled, alreadyDecided
}

extension InadmissibleReason {
    /// Whether the stage can be filed again: not what came too late, nor what is decided.
    var leavesStageOpen: Bool {
        switch self {
        case .notEntitled, .notAppealable: true
        case .outOfTime, .alreadyDecided: false
        }
    }
}

/// How an appeal ended (申诉结果).
public enum AppealOutcome: String, Code {
    /// 维持、变更、撤销、发回重新处理.
    case maintained, varied, annulled, remitted
}

/// A stage of a remedy as a refusal names it: officers know the word, programs the code.
public struct StageName: Nameable, Hashable, Sendable {
    public let code: String
    public let named: Named

    public init(_ stage: Rulebook.Stage) {
        code = stage.code
        named = .title(chinese: stage.titleChinese, english: stage.titleEnglish)
    }

    /// One that the rules do not name.
    init(unnamed code: String) {
        self.code = code
        named = .text(code)
    }

    /// Where it is to be typed.
    var coded: Named { .words("said.coded", ["title": named, "code": .text(code)]) }
}
