public import Law
public import Vocabulary

/// The outcome was handed to the person: the clock of the next stage starts (送达申诉决定).
///
/// - Units: `on` of the entry is the day of service.
/// - Source: 政务处分法 Art. 55; 公务员法 Art. 95.
public struct AppealServed: AppealStep {
    public static let type: EventType = "appeal.served.v1"
    public static let rule = "XZZ-2020-26#16"

    public let appeal: AppealID
    public var subject: SubjectID?
    public var sanction: SanctionID?
    /// The next stage; absent after the last.
    public var next: String?
    /// Last day to carry it on.
    public var nextUntil: CalendarDate?
}

extension AppealServed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        (subject, sanction) = try fields.concerned()
        next = try fields.derived("next", \.next)
        nextUntil = try fields.derived("nextUntil", \.nextUntil)
    }
}

/// The person withdrew the appeal (撤回申诉).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 公务员申诉规定 (2022).
public struct AppealWithdrawn: AppealStep {
    public static let type: EventType = "appeal.withdrawn.v1"
    public static let rule = "XZZ-2020-26#16"

    public let appeal: AppealID
    public var subject: SubjectID?
    public var sanction: SanctionID?
}

extension AppealWithdrawn {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        (subject, sanction) = try fields.concerned()
    }
}
