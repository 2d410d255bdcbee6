public import Law
public import Vocabulary

/// Why a subject cannot be registered, restructured or meant, in order of precedence.
public enum SubjectRefusal: RefusalReason {
    /// Nothing is registered under the identifier.
    case unknown(SubjectID)
    /// Registered, but a unit or organisation.
    case notAPerson(SubjectID)
    /// Registered, but a person.
    case notAUnit(SubjectID)
    /// A unit does not become itself.
    case mergedIntoItself(UnitID)
    /// The unit ended in another already.
    case alreadyMerged(UnitID, into: UnitID)
    /// Registered already, with other content.
    case alreadyRegistered(SubjectID)
    /// Registered already, in letters of another case.
    case spelledOtherwise(SubjectID, as: SubjectID)
    /// A field of a unit that is given of a person, or the other way; and the one that is meant, if any.
    case fieldOfOtherKind(field: String, instead: String?, SubjectKind)
    /// The predecessor is not in the register.
    case predecessorUnknown(UnitID)

    public var message: Message {
        switch self {
        case .unknown(let id): .refusal("unknownSubject", "schema/events", ["subject": id])
        case .notAPerson(let id): .refusal("notAPerson", Basis.lifelong, ["subject": id])
        case .notAUnit(let id): .refusal("notAUnit", Basis.lifelong, ["subject": id])
        case .mergedIntoItself(let id): .refusal("mergedIntoItself", Basis.lifelong, ["unit": id])
        case .alreadyMerged(let id, let into):
            .refusal("alreadyMerged", Basis.lifelong, ["unit": id, "into": into])
        case .alreadyRegistered(let id):
            .refusal("alreadyRegistered", Basis.objection, ["subject": id])
        case .spelledOtherwise(let id, let other):
            .refusal("spelledOtherwise", Basis.integrityRecord, ["subject": id, "as": other])
        case .fieldOfOtherKind(let field, let instead, let kind):
            .refusal(
                "fieldOfOtherKind", Basis.integrityRecord,
                ["field": field.named, "kind": Named.said("subjectKind", kind)].merging(
                    instead.map { ["instead": $0.named] } ?? [:]
                ) { $1 },
                variant: instead == nil ? "none" : nil)
        case .predecessorUnknown(let id):
            .refusal("predecessorUnknown", Basis.lifelong, ["unit": id])
        }
    }
}

extension Refusal {
    public static func subject(_ reason: SubjectRefusal) -> Refusal { Refusal(reason) }
    public static func unknownSubject(_ id: SubjectID) -> Refusal { .subject(.unknown(id)) }
    public static func notAPerson(_ id: SubjectID) -> Refusal { .subject(.notAPerson(id)) }
    public static func notAUnit(_ id: SubjectID) -> Refusal { .subject(.notAUnit(id)) }
    public static func mergedIntoItself(_ id: UnitID) -> Refusal {
        .subject(.mergedIntoItself(id))
    }
    public static func alreadyMerged(_ id: UnitID, into: UnitID) -> Refusal {
        .subject(.alreadyMerged(id, into: into))
    }
    public static func alreadyRegistered(_ id: SubjectID) -> Refusal {
        .subject(.alreadyRegistered(id))
    }
    public static func predecessorUnknown(_ id: UnitID) -> Refusal {
        .subject(.predecessorUnknown(id))
    }
}
