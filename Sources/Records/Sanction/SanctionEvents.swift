/// A sanction or measure was recommended (建议处理). It binds nobody.
///
/// - Units: `days` counts calendar days; `on` of the entry is the day of the recommendation.
/// - Refusals: ``Refusal/notNamedInCase(_:_:)``.
/// - Source: 追责制度 Art. 14.
public struct SanctionRecommended: EventPayload {
    public static let type: EventType = "sanction.recommended.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    public let measure: Measure
    public let days: Int?
    /// The measure as delivered.
    public let sourceText: String?

    public init(
        `case`: CaseID, subject: SubjectID, measure: Measure, days: Int? = nil,
        sourceText: String? = nil
    ) {
        self.case = `case`
        self.subject = subject
        self.measure = measure
        self.days = days
        self.sourceText = sourceText
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        measure = try fields.code("measure")
        days = reader.integer("days")
        sourceText = fields.optionalText("sourceText")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("days", ifPresent: days)
        writer.put("measure", code: measure)
        writer.put("sourceText", ifPresent: sourceText)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { [`case`.tag, subject.tag] }
}

/// A sanction or measure took effect on a person (处分、处理).
///
/// - Invariant: For the six sanctions and for 停职检查, 引咎辞职, 责令辞职, 免职 the person was in service on
///   `on`: retired, departed and dead persons are investigated, never sanctioned.
/// - Units: `days` are calendar days, `months` calendar months; both count the day `on` of the entry.
/// - Refusals: ``Refusal/notNamedInCase(_:_:)``, ``Refusal/subjectNotInService(_:since:reason:)``,
///   ``Refusal/sanctionNumberTaken(_:)``.
/// - Source: 政务处分法 Art. 7, 8, 27; 追责制度 Art. 14.
public struct SanctionImposed: EventPayload {
    public static let type: EventType = "sanction.imposed.v1"
    /// With what only this version can say: who imposed it, for which act, how far announced, and what it combines.
    public static let extended: EventType = "sanction.imposed.v2"

    public let sanction: SanctionID
    public let `case`: CaseID
    public let subject: SubjectID
    public let measure: Measure
    public let days: Int?
    public let months: Int?
    /// The measure as delivered.
    public let sourceText: String?
    public let irregularities: [Irregularity]
    /// What kind of organ imposed it.
    public let authority: Authority?
    /// The organ that imposed it.
    public let organ: UnitID?
    /// The act it is for, as the decision numbers it.
    public let act: String?
    /// The day of the act: it is judged by the rules of that day.
    public let actOn: CalendarDate?
    /// How far it was announced.
    public let announcedTo: AnnouncementRange?
    /// Identical sanctions that it takes up: their periods end with it.
    public let combines: [SanctionID]

    public init(
        sanction: SanctionID, `case`: CaseID, subject: SubjectID, measure: Measure,
        days: Int? = nil, months: Int? = nil, sourceText: String? = nil,
        irregularities: [Irregularity] = [], authority: Authority? = nil, organ: UnitID? = nil,
        act: String? = nil, actOn: CalendarDate? = nil, announcedTo: AnnouncementRange? = nil,
        combines: [SanctionID] = []
    ) {
        self.sanction = sanction
        self.case = `case`
        self.subject = subject
        self.measure = measure
        self.days = days
        self.months = months
        self.sourceText = sourceText
        self.irregularities = irregularities
        self.authority = authority
        self.organ = organ
        self.act = act
        self.actOn = actOn
        self.announcedTo = announcedTo
        self.combines = combines
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        sanction = try fields.id("sanction")
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        measure = try fields.code("measure")
        days = reader.integer("days")
        months = reader.integer("months")
        sourceText = fields.optionalText("sourceText")
        irregularities = try fields.irregularities()
        authority = try fields.optionalCode("authority")
        organ = try fields.optionalID("organ")
        act = fields.optionalText("act")
        actOn = try fields.date("actOn")
        announcedTo = try fields.optionalCode("announcedTo")
        combines = try fields.ids("combines")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("act", ifPresent: act)
        writer.put("actOn", ifPresent: actOn)
        writer.put("announcedTo", ifPresentCode: announcedTo)
        writer.put("authority", ifPresentCode: authority)
        writer.put("case", self.case)
        writer.put(ids: "combines", combines)
        writer.put("days", ifPresent: days)
        writer.put(irregularities: irregularities)
        writer.put("measure", code: measure)
        writer.put("months", ifPresent: months)
        writer.put("organ", ifPresent: organ)
        writer.put("sanction", sanction)
        writer.put("sourceText", ifPresent: sourceText)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { [`case`.tag, sanction.tag, subject.tag] }

    public var version: EventType {
        authority == nil && organ == nil && act == nil && actOn == nil && announcedTo == nil
            && combines.isEmpty
            ? Self.type : Self.extended
    }
}

/// An imposed sanction was not executed (未执行).
///
/// - Units: From the day `on` of the entry the sanction no longer counts in status.
/// - Refusals: ``Refusal/sanctionUnknown(_:)``.
/// - Source: 政务处分法 Art. 27.
public struct SanctionNotExecuted: EventPayload {
    public static let type: EventType = "sanction.notExecuted.v1"

    public let sanction: SanctionID
    public let `case`: CaseID
    public let subject: SubjectID
    public let reason: NotExecutedReason

    public init(sanction: SanctionID, `case`: CaseID, subject: SubjectID, reason: NotExecutedReason)
    {
        self.sanction = sanction
        self.case = `case`
        self.subject = subject
        self.reason = reason
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        sanction = try fields.id("sanction")
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        reason = try fields.code("reason")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("reason", code: reason)
        writer.put("sanction", sanction)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { [`case`.tag, sanction.tag, subject.tag] }
}

/// An imposed sanction was annulled (撤销). The trail keeps both.
///
/// - Units: From the day `on` of the entry the sanction no longer counts in status.
/// - Refusals: ``Refusal/sanctionUnknown(_:)``, ``Refusal/alreadyAnnulled(_:)``.
/// - Source: 政务处分法 Art. 57, 60; 追责制度 Art. 16.
public struct SanctionAnnulled: EventPayload {
    public static let type: EventType = "sanction.annulled.v1"

    public let sanction: SanctionID
    public let `case`: CaseID
    public let subject: SubjectID
    public let by: AnnulledBy
    /// On what ground, as the decision words it: a narrative, so sealed.
    public let ground: Sealed?

    public init(
        sanction: SanctionID, `case`: CaseID, subject: SubjectID, by: AnnulledBy,
        ground: Sealed? = nil
    ) {
        self.sanction = sanction
        self.case = `case`
        self.subject = subject
        self.by = by
        self.ground = ground
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        sanction = try fields.id("sanction")
        self.case = try fields.id("case")
        subject = try fields.id("subject")
        by = try fields.code("by")
        ground = reader.sealed("ground")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("by", code: by)
        writer.put("case", self.case)
        writer.put("ground", ifPresent: ground)
        writer.put("sanction", sanction)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { [`case`.tag, sanction.tag, subject.tag] }
}
