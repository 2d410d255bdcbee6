/// The person objected to a sanction or measure (提出申诉).
///
/// - Units: `on` of the entry is the day of filing.
/// - Source: 政务处分法 Art. 55; 公务员法 Art. 95 to 97; 追责制度 Art. 16.
public struct AppealFiled: Act {
    public static let type: EventType = "appeal.filed.v1"
    public static let act = ActName("appeal", "file", about: "appeal")
    static let rule = "XZZ-2020-26#16"
    public static let fields = [
        CommandField("appeal", .identifier, isRequired: true),
        CommandField("sanction", .identifier, isRequired: true),
        CommandField("route", .text, isRequired: true),
        CommandField("stage", .text, isRequired: true),
        CommandField("by", .code(AppealBy.codes)),
        CommandField("after", .identifier),
    ]

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
    public let by: AppealBy?
    /// The appeal whose outcome is carried on.
    public var after: AppealID?
    /// Last day to file; absent on a route without a clock.
    public var due: CalendarDate?
    /// Whether it was filed after that day.
    public var late: Bool?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        appeal = try fields.id("appeal")
        sanction = try fields.id("sanction")
        self.case = try fields.optionalID("case")
        subject = try fields.optionalID("subject")
        route = try fields.text("route")
        stage = try fields.text("stage")
        by = try fields.optionalCode("by")
        after = try fields.optionalID("after")
        due = try fields.date("due")
        late = reader.bool("late")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("after", ifPresent: after)
        writer.put("appeal", appeal)
        writer.put("by", ifPresentCode: by)
        writer.put("case", ifPresent: self.case)
        writer.put("due", ifPresent: due)
        writer.put("late", ifPresent: late)
        writer.put("route", route)
        writer.put("sanction", sanction)
        writer.put("stage", stage)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(appeal.tag, sanction.tag, `case`?.tag, subject?.tag) }
}

/// It was ruled whether the appeal is examined (受理审查).
///
/// - Units: `on` of the entry is the day of the ruling.
/// - Source: 政务处分法 Art. 55; 公务员法 Art. 95.
public struct AdmissibilityRuled: Act {
    public static let type: EventType = "appeal.admissibilityRuled.v1"
    public static let act = ActName("appeal", "rule", about: "appeal")
    static let rule = "XZZ-2020-26#16"
    public static let fields = [
        CommandField("appeal", .identifier, isRequired: true),
        CommandField("admitted", .flag, isRequired: true),
        CommandField("reason", .code(InadmissibleReason.codes)),
    ]

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// Who is concerned.
    public var subject: SubjectID?
    /// What is appealed.
    public var sanction: SanctionID?
    /// Whether it is examined.
    public let admitted: Bool
    /// Why it is not.
    public let reason: InadmissibleReason?
    /// Last day to file, where it was late.
    public var due: CalendarDate?

    init(
        appeal: AppealID, subject: SubjectID?, sanction: SanctionID?, admitted: Bool,
        reason: InadmissibleReason?, due: CalendarDate?
    ) {
        self.appeal = appeal
        self.subject = subject
        self.sanction = sanction
        self.admitted = admitted
        self.reason = reason
        self.due = due
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        appeal = try fields.id("appeal")
        subject = try fields.optionalID("subject")
        sanction = try fields.optionalID("sanction")
        admitted = try fields.flag("admitted")
        reason = try fields.optionalCode("reason")
        due = try fields.date("due")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("admitted", admitted)
        writer.put("appeal", appeal)
        writer.put("due", ifPresent: due)
        writer.put("reason", ifPresentCode: reason)
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(appeal.tag, subject?.tag, sanction?.tag) }
}

/// A panel was formed: odd, and without those who are to keep away (组成公正委员会).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 公务员申诉规定 (2022) Art. 5; 政务处分法 Art. 47.
public struct PanelFormed: Act {
    public static let type: EventType = "appeal.panelFormed.v1"
    public static let act = ActName("appeal", "form-panel", about: "appeal")
    static let rule = "公务员申诉规定#5"
    public static let fields = [
        CommandField("appeal", .identifier, isRequired: true),
        CommandField("members", .identifiers, isRequired: true),
    ]

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// Who is concerned.
    public var subject: SubjectID?
    /// What is appealed.
    public var sanction: SanctionID?
    /// Who decides.
    public let members: [SubjectID]

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        appeal = try fields.id("appeal")
        subject = try fields.optionalID("subject")
        sanction = try fields.optionalID("sanction")
        members = try fields.ids("members")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("appeal", appeal)
        writer.put(ids: "members", members)
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(appeal.tag, subject?.tag, sanction?.tag) }
}

/// A member withdrew or was excluded (回避).
///
/// - Units: `on` of the entry is the first day of recusal.
/// - Source: 政务处分法 Art. 47; 公务员申诉规定 (2022).
public struct PanelRecusalDeclared: Act {
    public static let type: EventType = "appeal.recusalDeclared.v1"
    public static let act = ActName("appeal", "recuse", about: "appeal")
    static let rule = "政务处分法#47"
    public static let fields = [
        CommandField("appeal", .identifier, isRequired: true),
        CommandField("officer", .identifier, isRequired: true),
        CommandField("reason", .sealed, isRequired: true),
    ]

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

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        appeal = try fields.id("appeal")
        subject = try fields.optionalID("subject")
        sanction = try fields.optionalID("sanction")
        officer = try fields.id("officer")
        reason = try fields.sealed("reason")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("appeal", appeal)
        writer.put("officer", officer)
        writer.put("reason", reason)
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(appeal.tag, subject?.tag, sanction?.tag) }
}

/// The appeal was heard (审理).
///
/// - Units: `on` of the entry is the day of the hearing.
/// - Source: 政务处分法 Art. 55 to 58; 公务员法 Art. 95.
public struct AppealHeard: Act {
    public static let type: EventType = "appeal.heard.v1"
    public static let act = ActName("appeal", "hear", about: "appeal")
    static let rule = "XZZ-2020-26#16"
    public static let fields = [
        CommandField("appeal", .identifier, isRequired: true)
    ]

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// Who is concerned.
    public var subject: SubjectID?
    /// What is appealed.
    public var sanction: SanctionID?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        appeal = try fields.id("appeal")
        subject = try fields.optionalID("subject")
        sanction = try fields.optionalID("sanction")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("appeal", appeal)
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(appeal.tag, subject?.tag, sanction?.tag) }
}

/// The time to decide was extended (延长办理期限).
///
/// - Units: `on` of the entry is the day of the extension.
/// - Source: 公务员法 Art. 96.
public struct AppealExtended: Act {
    public static let type: EventType = "appeal.extended.v1"
    public static let act = ActName("appeal", "extend", about: "appeal")
    static let rule = "公务员法#96"
    public static let fields = [
        CommandField("appeal", .identifier, isRequired: true),
        CommandField("reason", .sealed, isRequired: true),
    ]

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

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        appeal = try fields.id("appeal")
        subject = try fields.optionalID("subject")
        sanction = try fields.optionalID("sanction")
        reason = try fields.sealed("reason")
        until = try fields.date("until")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("appeal", appeal)
        writer.put("reason", reason)
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", ifPresent: subject)
        writer.put("until", ifPresent: until)
    }

    public var tags: [Tag] { Tag.list(appeal.tag, subject?.tag, sanction?.tag) }
}

/// The appeal was decided; never heavier than before (作出复审、复核、申诉决定).
///
/// - Units: `on` of the entry is the day of the decision.
/// - Source: 政务处分法 Art. 56 to 58; 公务员法 Art. 96.
public struct AppealDecided: Act {
    public static let type: EventType = "appeal.decided.v1"
    public static let act = ActName("appeal", "decide", about: "appeal", needsApprover: true)
    static let rule = "政务处分法#56"
    public static let fields = [
        CommandField("appeal", .identifier, isRequired: true),
        CommandField("outcome", .code(AppealOutcome.codes), isRequired: true),
        CommandField("measure", .code(Measure.codes)),
        CommandField("months", .integer),
        CommandField("ground", .sealed),
        CommandField("officers", .identifiers),
    ]

    /// Identifier of the appeal.
    public let appeal: AppealID
    /// Who is concerned.
    public var subject: SubjectID?
    /// What is appealed.
    public var sanction: SanctionID?
    /// Maintained, varied, annulled or remitted.
    public let outcome: AppealOutcome
    /// What it is varied to.
    public let measure: Measure?
    /// Its period in months; absent: that of the rulebook.
    public let months: Int?
    /// Why.
    public let ground: Sealed?
    /// Who decided, where no panel is required.
    public let officers: [SubjectID]

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        appeal = try fields.id("appeal")
        subject = try fields.optionalID("subject")
        sanction = try fields.optionalID("sanction")
        outcome = try fields.code("outcome")
        measure = try fields.optionalCode("measure")
        months = reader.integer("months")
        ground = reader.sealed("ground")
        officers = try fields.ids("officers")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("appeal", appeal)
        writer.put("ground", ifPresent: ground)
        writer.put("measure", ifPresentCode: measure)
        writer.put("months", ifPresent: months)
        writer.put(ids: "officers", officers)
        writer.put("outcome", code: outcome)
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(appeal.tag, subject?.tag, sanction?.tag) }
}
