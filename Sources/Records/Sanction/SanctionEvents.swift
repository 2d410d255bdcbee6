public import Law
public import Vocabulary

/// A sanction or measure was recommended (建议处理). It binds nobody.
///
/// - Units: `days` counts calendar days; `on` of the entry is the day of the recommendation.
/// - Refusals: ``Refusal/notNamedInCase(_:_:)``.
/// - Source: 追责制度 Art. 14.
public struct SanctionRecommended: SanctionFact {
    public static let type: EventType = "sanction.recommended.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    public let measure: Measure
    public var days: Int?
    /// The measure as delivered.
    public var sourceText: String?
}

extension SanctionRecommended {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        measure = try fields.given("measure", \.measure)
        days = try fields.given("days", \.days)
        sourceText = try fields.given("sourceText", \.sourceText)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// A sanction or measure took effect on a person (处分、处理).
///
/// - Invariant: For the six sanctions and for 停职检查, 引咎辞职, 责令辞职, 免职 the person was in service on
///   `on`: retired, departed and dead persons are investigated, never sanctioned.
/// - Units: `days` are calendar days, `months` calendar months; both count the day `on` of the entry.
/// - Refusals: ``Refusal/notNamedInCase(_:_:)``, ``Refusal/subjectNotInService(_:since:reason:)``,
///   ``Refusal/sanctionNumberTaken(_:)``.
/// - Source: 政务处分法 Art. 7, 8, 27; 追责制度 Art. 14.
public struct SanctionImposed: SanctionFact {
    public static let type: EventType = "sanction.imposed.v1"

    public let sanction: SanctionID
    public let `case`: CaseID
    public let subject: SubjectID
    public let measure: Measure
    public var days: Int?
    public var months: Int?
    /// The measure as delivered.
    public var sourceText: String?
    public var irregularities: [Irregularity] = []
    /// What kind of organ imposed it.
    public var authority: Authority?
    public var organ: UnitID?
    /// The act it is for, as the decision numbers it.
    public var act: String?
    /// The day of the act: it is judged by the rules of that day.
    public var actOn: CalendarDate?
    /// How far it was announced.
    public var announcedTo: AnnouncementRange?
    /// Identical sanctions that it takes up: their periods end with it.
    public var combines: [SanctionID] = []
    /// The number of its decision (文号); several people's are joined by it.
    public var instrument: String?
    /// What that document is.
    public var instrumentKind: InstrumentKind?
    /// Sanctions for the same act that were sent back and that it takes the place of.
    public var replaces: [SanctionID] = []
    /// The number by which the organ above approved it, where the law asks for that (政务处分法 Art. 14).
    public var approval: String?
}

extension SanctionImposed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        measure = try fields.given("measure", \.measure)
        days = try fields.given("days", \.days)
        months = try fields.given("months", \.months)
        sourceText = try fields.given("sourceText", \.sourceText)
        authority = try fields.given("authority", \.authority, .since(2))
        organ = try fields.given("organ", \.organ, .since(2))
        act = try fields.given("act", \.act, .since(2))
        actOn = try fields.given("actOn", \.actOn, .since(2))
        announcedTo = try fields.given("announcedTo", \.announcedTo, .since(2))
        combines = try fields.given("combines", \.combines, .since(2))
        instrument = try fields.given("instrument", \.instrument, .since(3))
        instrumentKind = try fields.given("instrumentKind", \.instrumentKind, .since(3))
        approval = try fields.given("approval", \.approval, .since(4))
        replaces = try fields.derived("replaces", \.replaces, .since(3))
        irregularities = try fields.derived("irregularities", \.irregularities)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

extension SanctionImposed {
    /// Whether it says who imposed it, for which act or what it combines: what an older entry, and a
    /// register delivered from elsewhere, does not.
    var isExtended: Bool { declaredVersion > 1 }

    /// What the law makes clocks depend on.
    var clockTerms: ClockTerms {
        ClockTerms(authority: authority?.rawValue, measure: measure.rawValue)
    }
}

/// An imposed sanction was not executed (未执行).
///
/// - Units: From the day `on` of the entry the sanction no longer counts in status.
/// - Refusals: ``Refusal/sanctionUnknown(_:)``, ``GeneralRefusal/needsApprover(_:)``: two imposed it
///   (I15).
/// - Source: 政务处分法 Art. 27.
public struct SanctionNotExecuted: SanctionFact {
    public static let type: EventType = "sanction.notExecuted.v1"

    public let sanction: SanctionID
    public let `case`: CaseID
    public let subject: SubjectID
    public let reason: NotExecutedReason
}

extension SanctionNotExecuted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        reason = try fields.given("reason", \.reason)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// An imposed sanction was annulled (撤销). The trail keeps both.
///
/// - Units: From the day `on` of the entry the sanction no longer counts in status.
/// - Refusals: ``Refusal/sanctionUnknown(_:)``, ``Refusal/alreadyAnnulled(_:)``,
///   ``GeneralRefusal/needsApprover(_:)``: two imposed it (I15).
/// - Source: 政务处分法 Art. 57, 60; 追责制度 Art. 16.
public struct SanctionAnnulled: SanctionFact {
    public static let type: EventType = "sanction.annulled.v1"

    public let sanction: SanctionID
    public let `case`: CaseID
    public let subject: SubjectID
    public let by: AnnulledBy
    /// On what ground, as the decision words it: a narrative, so sealed.
    public var ground: Sealed?
    /// What the decision says of the finding that the sanction rests on; absent: nothing.
    public var finding: FindingFate?
}

extension SanctionAnnulled {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        by = try fields.given("by", \.by)
        ground = try fields.given("ground", \.ground, owner: .person("subject"))
        finding = try fields.given("finding", \.finding, .since(2))
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}
