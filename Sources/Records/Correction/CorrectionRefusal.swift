internal import Law
public import Vocabulary

/// Why a record is not corrected or withdrawn, in order of precedence.
public enum CorrectionRefusal: RefusalReason {
    /// The entry is not in the file of what the command is about.
    case unknownEntry(Position)
    /// The entry no longer stands.
    case alreadySuperseded(Position, by: Position)
    /// A correction concerns the same people and things as what it corrects.
    case ofOthers(Position)
    /// A correction is of the same kind as what it corrects.
    case ofAnotherKind(Position)

    public var wording: RefusalWording {
        switch self {
        case .unknownEntry(let position):
            RefusalWording(
                "unknownEntry", Basis.objection,
                "第 \(position) 条不在所指人员或案件的记录中。请用 `stele trace` 查到正确的条目号。",
                "Entry \(position) is not in the file of the person or case given. Find the right number with "
                    + "`stele trace`.")
        case .alreadySuperseded(let position, let by):
            RefusalWording(
                "alreadySuperseded", Basis.objection,
                "第 \(position) 条已被第 \(by) 条更正或撤回。请针对第 \(by) 条提交。",
                "Entry \(position) was corrected or withdrawn by entry \(by). Submit against entry \(by)."
            )
        case .ofOthers(let position):
            RefusalWording(
                "correctionOfOthers", Basis.objection,
                "更正第 \(position) 条不得改变所涉的人员或事项。请用 `stele withdraw \(position)` 撤回，再重新登记。",
                "A correction of entry \(position) may not change whom or what it concerns. Withdraw it with "
                    + "`stele withdraw \(position)` and record it anew.")
        case .ofAnotherKind(let position):
            RefusalWording(
                "correctionOfAnotherKind", Basis.objection,
                "对第 \(position) 条的更正须与原记录同类。请改用同类命令；若原记录本不应存在，请撤回。",
                "A correction of entry \(position) must be of the same kind. Use the same command; if the "
                    + "record should never have existed, withdraw it.")
        }
    }
}

extension Refusal {
    public static func correction(_ reason: CorrectionRefusal) -> Refusal { Refusal(reason) }
    public static func unknownEntry(_ position: Position) -> Refusal {
        .correction(.unknownEntry(position))
    }
    public static func alreadySuperseded(_ position: Position, by: Position) -> Refusal {
        .correction(.alreadySuperseded(position, by: by))
    }
    public static func correctionOfOthers(_ position: Position) -> Refusal {
        .correction(.ofOthers(position))
    }
    public static func correctionOfAnotherKind(_ position: Position) -> Refusal {
        .correction(.ofAnotherKind(position))
    }
}
