public import Vocabulary

/// What a subject (主体) is.
public enum SubjectKind: String, Code {
    /// 自然人.
    case person
    /// 机构: an organisation outside the government.
    case organisation
    /// 单位: a government unit.
    case unit
}

/// A person, organisation or unit was entered in the register (主体登记).
///
/// - Invariant: One standing registration per subject; a changed one supersedes it.
/// - Units: `on` of the entry is the day of registration.
/// - Refusals: ``Refusal/alreadyRegistered(_:)``, ``Refusal/predecessorUnknown(_:)``.
/// - Source: 新左政发〔2020〕26号 task 8; PIPL Art. 6 (names and ID numbers are sealed).
public struct SubjectRegistered: SubjectFact, Act {
    public static let type: EventType = "subject.registered.v1"

    public let subject: SubjectID
    public let kind: SubjectKind
    /// Of a person.
    public var name: Sealed?
    /// Of a unit or organisation; public.
    public var title: String?
    /// Resident ID (GB 11643) or other personal number.
    public var idNumber: Sealed?
    /// Unified social credit code (GB 32100) or the source's own unit number.
    public var code: String?
    /// The unit whose duties this one took over (机构撤并).
    public var predecessor: UnitID?
    /// Rank or grade as the source gives it.
    public var rank: String?
    public var irregularities: [Irregularity] = []
    /// Who else goes by the number, on purpose.
    public var sharedWith: SubjectID?
}

extension SubjectRegistered {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject, .tag)
        kind = try fields.given("kind", \.kind)
        name = try fields.given("name", \.name, owner: .person("subject"))
        idNumber = try fields.given("idNumber", \.idNumber, owner: .person("subject"))
        title = try fields.given("title", \.title)
        code = try fields.given("code", \.code)
        predecessor = try fields.given("predecessor", \.predecessor)
        rank = try fields.given("rank", \.rank)
        irregularities = try fields.derived("irregularities", \.irregularities)
        sharedWith = try fields.given("sharedWith", \.sharedWith, .since(2))
    }

    public var acting: Acting { .none }
    public var concerns: [Tag] { Tag.list(subject.tag, predecessor?.tag) }
}
