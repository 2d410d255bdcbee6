public import Law
public import Vocabulary

/// Why a name or a number cannot stand for somebody, in order of precedence. No number is repeated in a
/// refusal: it is nobody's business but the vault's.
public enum IdentityRefusal: RefusalReason {
    /// A number that is none; nil: a field of a person or of a unit.
    case unsound(field: String, NumberShape.Flaw)
    /// An identifier that is somebody's ID number.
    case asIdentifier(field: String)
    /// Somebody else goes by that number.
    case numberTaken(field: String, by: SubjectID)
    /// The one named beside it goes by another number.
    case notShared(field: String, with: SubjectID)

    public var message: Message {
        switch self {
        case .unsound(let field, .rounded):
            .refusal("numberRounded", Basis.integrityRecord, ["field": field])
        case .unsound(let field, .length(let count, let expected)):
            .refusal(
                "numberLength", Basis.integrityRecord,
                ["field": field, "count": count, "expected": expected])
        case .unsound(let field, .character(let place)):
            .refusal("numberCharacter", Basis.integrityRecord, ["field": field, "place": place])
        case .unsound(let field, .date):
            .refusal("numberDate", Basis.integrityRecord, ["field": field])
        case .unsound(let field, .checkDigit(let expected, let given)):
            .refusal(
                "numberCheckDigit", Basis.integrityRecord,
                ["field": field, "expected": String(expected), "given": String(given)])
        case .asIdentifier(let field):
            .refusal("numberAsIdentifier", Basis.integrityRecord, ["field": field])
        case .numberTaken(let field, let other):
            .refusal("numberTaken", Basis.integrityRecord, ["field": field, "other": other])
        case .notShared(let field, let other):
            .refusal("numberNotShared", Basis.integrityRecord, ["field": field, "other": other])
        }
    }
}

extension Refusal {
    public static func identity(_ reason: IdentityRefusal) -> Refusal { Refusal(reason) }
}
