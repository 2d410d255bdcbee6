public import Law
public import Vocabulary

/// A post that was taken up, be it the first one or a later one.
public protocol PostTaken: Fact {
    var unit: UnitID { get }
    var unitTitle: String? { get }
    var post: String? { get }
    var rank: String? { get }
    var until: CalendarDate? { get }
    var isActing: Bool? { get }
    var managingAuthority: UnitID? { get }
    var personnel: PersonnelKind? { get }
    var irregularities: [Irregularity] { get }
}

extension PostTaken {
    /// The post alone.
    public var asPost: Post { Post(unit: unit, unitTitle: unitTitle, post: post, rank: rank) }
}

/// A person took up a post (任职).
///
/// - Invariant: Unit, title, post and rank are copied; later changes of the unit alter nothing here.
/// - Units: `on` of the entry is the first day in the post.
/// - Refusals: ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 3; 新左政发〔2020〕26号 task 14 (attribution by tenure).
public struct PositionAssumed: SubjectFact, PostTaken {
    public static let type: EventType = "position.assumed.v1"

    public var subject: SubjectID
    public var unit: UnitID
    /// Title of the unit on that day, copied, not joined.
    public var unitTitle: String?
    public var post: String?
    public var rank: String?
    /// Last day in the post, that day included, where the source gives one.
    public var until: CalendarDate?
    public var irregularities: [Irregularity] = []
    /// Whether the person only acts in the post (主持工作).
    public var isActing: Bool?
    /// The organ that manages the official (干部管理权限).
    public var managingAuthority: UnitID?
    /// What sort of public servant the post makes; absent: its title may tell.
    public var personnel: PersonnelKind?
}

extension PositionAssumed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.derived("subject", \.subject, .tag)
        unit = try fields.derived("unit", \.unit)
        unitTitle = try fields.derived("unitTitle", \.unitTitle)
        post = try fields.derived("post", \.post)
        rank = try fields.derived("rank", \.rank)
        until = try fields.derived("until", \.until)
        irregularities = try fields.derived("irregularities", \.irregularities)
        isActing = try fields.derived("isActing", \.isActing, .since(2))
        managingAuthority = try fields.derived("managingAuthority", \.managingAuthority, .since(2))
        personnel = try fields.derived("personnel", \.personnel, .since(3))
    }
}

/// A person moved from one post to another (转任); the open former post ends the day before.
///
/// - Invariant: I13 of the domain: the former post stays in the trail with its unit and rank.
/// - Units: `on` of the entry is the first day in the new post.
/// - Refusals: ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 3.
public struct PositionTransferred: SubjectFact, PostTaken {
    public static let type: EventType = "position.transferred.v1"

    public var subject: SubjectID
    public var unit: UnitID
    /// Title of the unit on that day, copied, not joined.
    public var unitTitle: String?
    public var post: String?
    public var rank: String?
    /// Last day in the post, that day included, where the source gives one.
    public var until: CalendarDate?
    /// The post held before.
    public var previous: Post?
    public var irregularities: [Irregularity] = []
    /// Whether the person only acts in the post (主持工作).
    public var isActing: Bool?
    /// The organ that manages the official (干部管理权限).
    public var managingAuthority: UnitID?
    /// What sort of public servant the post makes; absent: its title may tell.
    public var personnel: PersonnelKind?
}

extension PositionTransferred {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.derived("subject", \.subject, .tag)
        unit = try fields.derived("unit", \.unit)
        unitTitle = try fields.derived("unitTitle", \.unitTitle)
        post = try fields.derived("post", \.post)
        rank = try fields.derived("rank", \.rank)
        until = try fields.derived("until", \.until)
        previous = try fields.derived("previous", \.previous)
        irregularities = try fields.derived("irregularities", \.irregularities)
        isActing = try fields.derived("isActing", \.isActing, .since(2))
        managingAuthority = try fields.derived("managingAuthority", \.managingAuthority, .since(2))
        personnel = try fields.derived("personnel", \.personnel, .since(3))
    }
}

/// A person was suspended from duty (停职).
///
/// - Invariant: The person was in service on `on`.
/// - Units: `on` of the entry is the first day of suspension.
/// - Refusals: ``Refusal/subjectNotInService(_:since:reason:)``.
/// - Source: 追责制度 Art. 14; 政务处分法 Art. 27.
public struct PositionSuspended: SubjectFact, Act {
    public static let type: EventType = "position.suspended.v1"

    public let subject: SubjectID
    /// The measure that ordered it, if one did.
    public var sanction: SanctionID?
}

extension PositionSuspended {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject, .tag)
        sanction = try fields.given("sanction", \.sanction, .tag)
    }

    public var acting: Acting { .none }
}

/// A suspended person returned to duty (复职).
///
/// - Units: `on` of the entry is the first day back on duty.
/// - Refusals: ``Refusal/notSuspended(_:)``.
/// - Source: 追责制度 Art. 14, 16.
public struct PositionReinstated: SubjectFact, Act {
    public static let type: EventType = "position.reinstated.v1"

    public let subject: SubjectID
    /// The measure that ends with it, if one does.
    public var sanction: SanctionID?
}

extension PositionReinstated {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject, .tag)
        sanction = try fields.given("sanction", \.sanction, .tag)
    }

    public var acting: Acting { .none }
}

/// A person entered public service (入职).
///
/// - Units: `on` of the entry is the first day of service.
/// - Refusals: ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 2.
public struct EmploymentBegan: SubjectFact, Act {
    public static let type: EventType = "employment.began.v1"

    public let subject: SubjectID
    public var rank: String?
    public var irregularities: [Irregularity] = []
}

extension EmploymentBegan {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject, .tag)
        rank = try fields.given("rank", \.rank)
        irregularities = try fields.derived("irregularities", \.irregularities)
    }

    public var acting: Acting { .none }
}

/// A person left public service (离任). Posts still open on that day end with it.
///
/// - Invariant: I13 of the domain: leaving removes nothing from the trail and changes no role snapshot.
/// - Units: `on` of the entry is the day of leaving. On it the person has left; an act of that same
///   day still falls in the post held until then.
/// - Refusals: ``Refusal/unknownSubject(_:)``, ``Refusal/alreadyLeft(_:since:reason:)``.
/// - Source: 追责制度 Art. 3; 政务处分法 Art. 27.
public struct EmploymentEnded: SubjectFact, Act {
    public static let type: EventType = "employment.ended.v1"

    public let subject: SubjectID
    public let reason: Departure
    /// The unit the source names as the last one.
    public var lastUnit: UnitID?
    public var irregularities: [Irregularity] = []
}

extension EmploymentEnded {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject, .tag)
        reason = try fields.given("reason", \.reason, or: .unknown)
        lastUnit = try fields.given("lastUnit", \.lastUnit)
        irregularities = try fields.derived("irregularities", \.irregularities)
    }

    public var acting: Acting { .none }
}
