public import Law
public import Vocabulary

/// The person objected to a sanction or measure (提出申诉).
///
/// - Units: `on` of the entry is the day of filing.
/// - Source: 政务处分法 Art. 55; 公务员法 Art. 95 to 97; 追责制度 Art. 16.
public struct AppealFiled: AppealFact {
    public static let type: EventType = "appeal.filed.v1"
    public static let rule = "XZZ-2020-26#16"

    public let appeal: AppealID
    public let sanction: SanctionID
    public var `case`: CaseID?
    public var subject: SubjectID?
    /// `A`, `B` or `C`; left out, the one that follows from who decided, and on whom.
    public var route: String
    /// Stage of the route: `reexamination`, `recheck`, `review`, `appeal`, `reappeal`,
    /// `asProvided`; left out, the one that is next.
    public var stage: String
    public var by: AppealBy?
    /// The appeal whose outcome is carried on.
    public var after: AppealID?
    /// Last day to file; absent on a route without a clock.
    public var due: CalendarDate?
    /// Whether it was filed after that day.
    public var late: Bool?
    /// The organ that decides it: at the first stage, the one that imposed the sanction.
    public var organ: UnitID?
}

extension AppealFiled {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        sanction = try fields.given("sanction", \.sanction, .tag)
        route = try fields.given("route", \.route, or: "")
        stage = try fields.given("stage", \.stage, or: "")
        by = try fields.given("by", \.by)
        after = try fields.given("after", \.after)
        organ = try fields.given("organ", \.organ, .since(2))
        self.case = try fields.derived("case", \.case, .tag)
        subject = try fields.derived("subject", \.subject, .tag)
        due = try fields.derived("due", \.due)
        late = try fields.derived("late", \.late)
    }
}

/// It was ruled whether the appeal is examined (受理审查).
///
/// - Units: `on` of the entry is the day of the ruling.
/// - Source: 政务处分法 Art. 55; 公务员法 Art. 95.
public struct AdmissibilityRuled: AppealStep {
    public static let type: EventType = "appeal.admissibilityRuled.v1"
    public static let rule = "XZZ-2020-26#16"

    public let appeal: AppealID
    public var subject: SubjectID?
    public var sanction: SanctionID?
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
        (subject, sanction) = try fields.concerned()
        due = try fields.derived("due", \.due)
    }
}

/// A panel was formed: odd, and without those who are to keep away (组成公正委员会).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 公务员申诉规定 (2022) Art. 5; 政务处分法 Art. 47.
public struct PanelFormed: AppealStep {
    public static let type: EventType = "appeal.panelFormed.v1"

    public let appeal: AppealID
    public var subject: SubjectID?
    public var sanction: SanctionID?
    /// Who decides.
    public var members: [SubjectID] = []
}

extension PanelFormed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        members = try fields.given("members", \.members, .required)
        (subject, sanction) = try fields.concerned()
    }
}

/// A member withdrew or was excluded (回避).
///
/// - Units: `on` of the entry is the first day of recusal.
/// - Source: 政务处分法 Art. 47; 公务员申诉规定 (2022).
public struct PanelRecusalDeclared: AppealStep {
    public static let type: EventType = "appeal.recusalDeclared.v1"

    public let appeal: AppealID
    public var subject: SubjectID?
    public var sanction: SanctionID?
    public let officer: SubjectID
    public let reason: Sealed
}

extension PanelRecusalDeclared {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        officer = try fields.given("officer", \.officer)
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        (subject, sanction) = try fields.concerned()
    }
}

/// The appeal was heard (审理).
///
/// - Units: `on` of the entry is the day of the hearing.
/// - Source: 政务处分法 Art. 55 to 58; 公务员法 Art. 95.
public struct AppealHeard: AppealStep {
    public static let type: EventType = "appeal.heard.v1"
    public static let rule = "XZZ-2020-26#16"

    public let appeal: AppealID
    public var subject: SubjectID?
    public var sanction: SanctionID?
}

extension AppealHeard {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        (subject, sanction) = try fields.concerned()
    }
}

/// The time to decide was extended (延长办理期限).
///
/// - Units: `on` of the entry is the day of the extension.
/// - Source: 公务员法 Art. 96.
public struct AppealExtended: AppealStep {
    public static let type: EventType = "appeal.extended.v1"

    public let appeal: AppealID
    public var subject: SubjectID?
    public var sanction: SanctionID?
    public let reason: Sealed
    /// Last day to decide now.
    public var until: CalendarDate?
}

extension AppealExtended {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal, .tag)
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        (subject, sanction) = try fields.concerned()
        until = try fields.derived("until", \.until)
    }
}

/// The appeal was decided; never heavier than before (作出复审、复核、申诉决定).
///
/// - Units: `on` of the entry is the day of the decision.
/// - Source: 政务处分法 Art. 56 to 58; 公务员法 Art. 96.
public struct AppealDecided: AppealStep {
    public static let type: EventType = "appeal.decided.v1"

    public let appeal: AppealID
    public var subject: SubjectID?
    public var sanction: SanctionID?
    /// Maintained, varied, annulled or remitted.
    public let outcome: AppealOutcome
    /// What it is varied to.
    public var measure: Measure?
    /// Its period in months; absent: that of the rulebook.
    public var months: Int?
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
        (subject, sanction) = try fields.concerned()
    }
}
