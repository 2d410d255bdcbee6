public import Law
public import Vocabulary

/// Why a record is not corrected or withdrawn, in order of precedence.
public enum CorrectionRefusal: RefusalReason {
    /// The entry is not in the file of what the command is about.
    case unknownEntry(Position)
    /// What the entry did cannot be taken back.
    case irrevocable(Position)
    /// The entry no longer stands.
    case alreadySuperseded(Position, by: Position)
    /// Nothing can be brought back with it: it corrects no other entry.
    case correctsNothing(Position)
    /// A correction concerns the same people and things as what it corrects.
    case ofOthers(Position)
    /// A correction is of the same kind as what it corrects.
    case ofAnotherKind(Position)
    /// It follows from a decision that stands: both fall together.
    case followsFrom(Position, cause: Position)

    public var message: Message {
        switch self {
        case .unknownEntry(let position):
            .refusal("unknownEntry", Basis.objection, ["position": position])
        case .irrevocable(let position):
            .refusal("irrevocable", Basis.objection, ["position": position])
        case .alreadySuperseded(let position, let by):
            .refusal("alreadySuperseded", Basis.objection, ["position": position, "by": by])
        case .correctsNothing(let position):
            .refusal("correctsNothing", Basis.objection, ["position": position])
        case .ofOthers(let position):
            .refusal("correctionOfOthers", Basis.objection, ["position": position])
        case .ofAnotherKind(let position):
            .refusal("correctionOfAnotherKind", Basis.objection, ["position": position])
        case .followsFrom(let position, let cause):
            .refusal(
                "followsFromDecision", Basis.objection, ["position": position, "cause": cause])
        }
    }
}

extension Refusal {
    public static func correction(_ reason: CorrectionRefusal) -> Refusal { Refusal(reason) }
    public static func unknownEntry(_ position: Position) -> Refusal {
        .correction(.unknownEntry(position))
    }
    public static func irrevocable(_ position: Position) -> Refusal {
        .correction(.irrevocable(position))
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
