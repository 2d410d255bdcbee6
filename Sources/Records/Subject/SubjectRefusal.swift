internal import Law
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
    /// The predecessor is not in the register.
    case predecessorUnknown(UnitID)

    public var wording: RefusalWording {
        switch self {
        case .unknown(let id):
            RefusalWording(
                "unknownSubject", Basis.integrityRecord,
                "没有登记 \(id)。请用 `stele subject find` 查找，或先登记。",
                "\(id) is not registered. Look with `stele subject find`, or register it first.")
        case .notAPerson(let id):
            RefusalWording(
                "notAPerson", Basis.lifelong,
                "\(id) 登记为单位或机构，不是自然人。请改填责任人的编号。",
                "\(id) is registered as a unit or organisation, not a person. Give the person's identifier."
            )
        case .notAUnit(let id):
            RefusalWording(
                "notAUnit", Basis.lifelong, "\(id) 登记为自然人，不是单位。请改填单位的编号。",
                "\(id) is registered as a person, not a unit. Give the unit's identifier.")
        case .mergedIntoItself(let id):
            RefusalWording(
                "mergedIntoItself", Basis.lifelong, "承接单位与撤并单位同为 \(id)。请核对后改填承接单位。",
                "\(id) is given as both the unit that ended and the one that took over. Check the second."
            )
        case .alreadyMerged(let id, let into):
            RefusalWording(
                "alreadyMerged", Basis.lifelong,
                "\(id) 已并入 \(into)。若原记录有误，请提交更正。",
                "\(id) was merged into \(into) already. If that record is wrong, submit a correction of it."
            )
        case .alreadyRegistered(let id):
            RefusalWording(
                "alreadyRegistered", Basis.objection,
                "\(id) 已登记，内容不同。请核对编号；若原登记有误，请提交更正。",
                "\(id) is registered with other content. Check the identifier; if the registration is wrong, "
                    + "submit a correction of it.")
        case .predecessorUnknown(let id):
            RefusalWording(
                "predecessorUnknown", Basis.lifelong, "前身单位 \(id) 没有登记。请先登记前身单位。",
                "The predecessor \(id) is not registered. Register it first.")
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
