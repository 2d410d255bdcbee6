public import Law
public import Vocabulary

/// The person objected to a sanction or measure (提出申诉).
///
/// - Units: `on` of the entry is the day of filing.
/// - Source: 政务处分法 Art. 55; 公务员法 Art. 95 to 97; 追责制度 Art. 16.
public struct AppealFiled: Fact, Act {
    public static let type: EventType = "appeal.filed.v1"
    static let rule = "XZZ-2020-26#16"

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// What is appealed.
    public let sanction: SanctionID
    /// Identifier of the case.
    public var `case`: CaseID?
    /// Who is concerned.
    public var subject: SubjectID?
    /// `A`, `B` or `C`.
    public let route: String
    /// Stage of the route: `reexamination`, `recheck`, `review`, `appeal`, `reappeal`,
    /// `asProvided`.
    public let stage: String
    /// Who files it.
    public var by: AppealBy?
    /// The appeal whose outcome is carried on.
    public var after: AppealID?
    /// Last day to file; absent on a route without a clock.
    public var due: CalendarDate?
    /// Whether it was filed after that day.
    public var late: Bool?
}

extension AppealFiled {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        sanction = try fields.given("sanction", \.sanction, .tag)
        route = try fields.given("route", \.route)
        stage = try fields.given("stage", \.stage)
        by = try fields.given("by", \.by)
        after = try fields.given("after", \.after)
        self.case = try fields.derived("case", \.case, .tag)
        subject = try fields.derived("subject", \.subject, .tag)
        due = try fields.derived("due", \.due)
        late = try fields.derived("late", \.late)
    }

    public static var duty: Duty { .appeal }
    public var acting: Acting { .none }
}

/// It was ruled whether the appeal is examined (受理审查).
///
/// - Units: `on` of the entry is the day of the ruling.
/// - Source: 政务处分法 Art. 55; 公务员法 Art. 95.
public struct AdmissibilityRuled: Fact, Act {
    public static let type: EventType = "appeal.admissibilityRuled.v1"
    static let rule = "XZZ-2020-26#16"

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// Who is concerned.
    public var subject: SubjectID?
    /// What is appealed.
    public var sanction: SanctionID?
    /// Whether it is examined.
    public let admitted: Bool
    /// Why it is not.
    public var reason: InadmissibleReason?
    /// Last day to file, where it was late.
    public var due: CalendarDate?
}

extension AdmissibilityRuled {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        admitted = try fields.given("admitted", \.admitted)
        reason = try fields.given("reason", \.reason)
        subject = try fields.derived("subject", \.subject, .tag)
        sanction = try fields.derived("sanction", \.sanction, .tag)
        due = try fields.derived("due", \.due)
    }

    public static var duty: Duty { .appeal }
    public var acting: Acting { .none }
}

/// A panel was formed: odd, and without those who are to keep away (组成公正委员会).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 公务员申诉规定 (2022) Art. 5; 政务处分法 Art. 47.
public struct PanelFormed: Fact, Act {
    public static let type: EventType = "appeal.panelFormed.v1"
    static let rule = "公务员申诉规定#5"

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// Who is concerned.
    public var subject: SubjectID?
    /// What is appealed.
    public var sanction: SanctionID?
    /// Who decides.
    public var members: [SubjectID] = []
}

extension PanelFormed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        members = try fields.given("members", \.members, .required)
        subject = try fields.derived("subject", \.subject, .tag)
        sanction = try fields.derived("sanction", \.sanction, .tag)
    }

    public static var duty: Duty { .appeal }
    public var acting: Acting { .none }
}

/// A member withdrew or was excluded (回避).
///
/// - Units: `on` of the entry is the first day of recusal.
/// - Source: 政务处分法 Art. 47; 公务员申诉规定 (2022).
public struct PanelRecusalDeclared: Fact, Act {
    public static let type: EventType = "appeal.recusalDeclared.v1"
    static let rule = "政务处分法#47"

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// Who is concerned.
    public var subject: SubjectID?
    /// What is appealed.
    public var sanction: SanctionID?
    /// Who is excluded.
    public let officer: SubjectID
    /// Why.
    public let reason: Sealed
}

extension PanelRecusalDeclared {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        officer = try fields.given("officer", \.officer)
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        subject = try fields.derived("subject", \.subject, .tag)
        sanction = try fields.derived("sanction", \.sanction, .tag)
    }

    public static var duty: Duty { .appeal }
    public var acting: Acting { .none }
}

/// The appeal was heard (审理).
///
/// - Units: `on` of the entry is the day of the hearing.
/// - Source: 政务处分法 Art. 55 to 58; 公务员法 Art. 95.
public struct AppealHeard: Fact, Act {
    public static let type: EventType = "appeal.heard.v1"
    static let rule = "XZZ-2020-26#16"

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// Who is concerned.
    public var subject: SubjectID?
    /// What is appealed.
    public var sanction: SanctionID?
}

extension AppealHeard {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        subject = try fields.derived("subject", \.subject, .tag)
        sanction = try fields.derived("sanction", \.sanction, .tag)
    }

    public static var duty: Duty { .appeal }
    public var acting: Acting { .none }
}

/// The time to decide was extended (延长办理期限).
///
/// - Units: `on` of the entry is the day of the extension.
/// - Source: 公务员法 Art. 96.
public struct AppealExtended: Fact, Act {
    public static let type: EventType = "appeal.extended.v1"
    static let rule = "公务员法#96"

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// Who is concerned.
    public var subject: SubjectID?
    /// What is appealed.
    public var sanction: SanctionID?
    /// Why.
    public let reason: Sealed
    /// Last day to decide now.
    public var until: CalendarDate?
}

extension AppealExtended {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        subject = try fields.derived("subject", \.subject, .tag)
        sanction = try fields.derived("sanction", \.sanction, .tag)
        until = try fields.derived("until", \.until)
    }

    public static var duty: Duty { .appeal }
    public var acting: Acting { .none }
}

/// The appeal was decided; never heavier than before (作出复审、复核、申诉决定).
///
/// - Units: `on` of the entry is the day of the decision.
/// - Source: 政务处分法 Art. 56 to 58; 公务员法 Art. 96.
public struct AppealDecided: Fact, Act {
    public static let type: EventType = "appeal.decided.v1"
    static let rule = "政务处分法#56"

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// Who is concerned.
    public var subject: SubjectID?
    /// What is appealed.
    public var sanction: SanctionID?
    /// Maintained, varied, annulled or remitted.
    public let outcome: AppealOutcome
    /// What it is varied to.
    public var measure: Measure?
    /// Its period in months; absent: that of the rulebook.
    public var months: Int?
    /// Why.
    public var ground: Sealed?
    /// Who decided, where no panel is required.
    public var officers: [SubjectID] = []
}

extension AppealDecided {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        outcome = try fields.given("outcome", \.outcome)
        measure = try fields.given("measure", \.measure)
        months = try fields.given("months", \.months)
        ground = try fields.given("ground", \.ground, owner: .person("subject"))
        officers = try fields.given("officers", \.officers)
        subject = try fields.derived("subject", \.subject, .tag)
        sanction = try fields.derived("sanction", \.sanction, .tag)
    }

    public static var duty: Duty { .appeal }
    public var acting: Acting { .none }
}
