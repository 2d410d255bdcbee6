/// Asks to record a recommended sanction (建议处理).
public struct RecommendSanction: DomainCommand, SignedCommand {
    public static let name = "recommendSanction"

    public let `case`: CaseID
    public let subject: SubjectID
    public let measure: Measure
    public let days: Int?
    public let sourceText: String?
    public internal(set) var circumstances: Circumstances

    public init(
        `case`: CaseID, subject: SubjectID, measure: Measure, days: Int? = nil,
        sourceText: String? = nil, circumstances: Circumstances = .init()
    ) {
        self.case = `case`
        self.subject = subject
        self.measure = measure
        self.days = days
        self.sourceText = sourceText
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        measure = try fields.code("measure")
        days = reader.integer("days")
        sourceText = fields.optionalText("sourceText")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [`case`.tag, subject.tag] }
}

/// Asks to record a sanction that took effect (处分、处理).
///
/// - Units: `days` 1…36500, `months` 1…48 (政务处分法 Art. 15); both count the effective day.
public struct ImposeSanction: DomainCommand, SignedCommand {
    public static let name = "imposeSanction"

    public let sanction: SanctionID
    public let `case`: CaseID
    public let subject: SubjectID
    public let measure: Measure
    public let days: Int?
    public let months: Int?
    public let sourceText: String?
    /// What kind of organ imposes it.
    public let authority: Authority?
    /// The organ that imposes it.
    public let organ: UnitID?
    /// The act it is for, as the decision numbers it.
    public let act: String?
    /// The day of the act: it is judged by the rules of that day.
    public let actOn: CalendarDate?
    /// How far it is announced.
    public let announcedTo: AnnouncementRange?
    /// Identical sanctions in effect that it takes up.
    public let combines: [SanctionID]
    public internal(set) var circumstances: Circumstances

    public init(
        sanction: SanctionID, `case`: CaseID, subject: SubjectID, measure: Measure,
        days: Int? = nil, months: Int? = nil, sourceText: String? = nil,
        authority: Authority? = nil, organ: UnitID? = nil, act: String? = nil,
        actOn: CalendarDate? = nil, announcedTo: AnnouncementRange? = nil,
        combines: [SanctionID] = [], circumstances: Circumstances = .init()
    ) {
        self.sanction = sanction
        self.case = `case`
        self.subject = subject
        self.measure = measure
        self.days = days
        self.months = months
        self.sourceText = sourceText
        self.authority = authority
        self.organ = organ
        self.act = act
        self.actOn = actOn
        self.announcedTo = announcedTo
        self.combines = combines
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        sanction = try fields.id("sanction")
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        measure = try fields.code("measure")
        days = reader.integer("days")
        months = reader.integer("months")
        sourceText = fields.optionalText("sourceText")
        authority = try fields.optionalCode("authority")
        organ = try fields.optionalID("organ")
        act = fields.optionalText("act")
        actOn = try fields.date("actOn")
        announcedTo = try fields.optionalCode("announcedTo")
        combines = try fields.ids("combines")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [`case`.tag, sanction.tag, subject.tag] }
}

/// Asks to record that a sanction was not executed (未执行).
public struct RecordNotExecuted: DomainCommand, SignedCommand {
    public static let name = "recordNotExecuted"

    public let sanction: SanctionID
    public let `case`: CaseID
    public let subject: SubjectID
    public let reason: NotExecutedReason
    public internal(set) var circumstances: Circumstances

    public init(
        sanction: SanctionID, `case`: CaseID, subject: SubjectID, reason: NotExecutedReason,
        circumstances: Circumstances = .init()
    ) {
        self.sanction = sanction
        self.case = `case`
        self.subject = subject
        self.reason = reason
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        sanction = try fields.id("sanction")
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        reason = try fields.code("reason")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [`case`.tag, sanction.tag, subject.tag] }
}

/// Asks to record that a sanction was annulled (撤销).
public struct AnnulSanction: DomainCommand, SignedCommand {
    public static let name = "annulSanction"

    public let sanction: SanctionID
    public let `case`: CaseID
    public let subject: SubjectID
    public let by: AnnulledBy
    public let ground: Sealed?
    public internal(set) var circumstances: Circumstances

    public init(
        sanction: SanctionID, `case`: CaseID, subject: SubjectID, by: AnnulledBy,
        ground: Sealed? = nil, circumstances: Circumstances = .init()
    ) {
        self.sanction = sanction
        self.case = `case`
        self.subject = subject
        self.by = by
        self.ground = ground
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        sanction = try fields.id("sanction")
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        by = try fields.code("by")
        ground = reader.sealed("ground")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [`case`.tag, sanction.tag, subject.tag] }
}
