/// A person took up a post (任职).
///
/// - Invariant: Unit, title, post and rank are copied; later changes of the unit alter nothing here.
/// - Units: `on` of the entry is the first day in the post.
/// - Refusals: ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 3; 新左政发〔2020〕26号 task 14 (attribution by tenure).
public struct PositionAssumed: EventPayload {
    public static let type: EventType = "position.assumed.v1"
    /// With what only this version can say: an acting post and the managing authority.
    public static let extended: EventType = "position.assumed.v2"

    public let subject: SubjectID
    public let unit: UnitID
    /// Title of the unit on that day, copied, not joined.
    public let unitTitle: String?
    public let post: String?
    public let rank: String?
    /// Last day in the post, that day included, where the source gives one.
    public let until: CalendarDate?
    public let irregularities: [Irregularity]
    /// Whether the person only acts in the post (主持工作).
    public let isActing: Bool?
    /// The organ that manages the official (干部管理权限).
    public let managingAuthority: UnitID?

    public init(
        subject: SubjectID, unit: UnitID, unitTitle: String? = nil, post: String? = nil,
        rank: String? = nil, until: CalendarDate? = nil, irregularities: [Irregularity] = [],
        isActing: Bool? = nil, managingAuthority: UnitID? = nil
    ) {
        self.subject = subject
        self.unit = unit
        self.unitTitle = unitTitle
        self.post = post
        self.rank = rank
        self.until = until
        self.irregularities = irregularities
        self.isActing = isActing
        self.managingAuthority = managingAuthority
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        subject = try fields.id("subject")
        unit = try fields.id("unit")
        unitTitle = fields.optionalText("unitTitle")
        post = fields.optionalText("post")
        rank = fields.optionalText("rank")
        until = try fields.date("until")
        irregularities = try fields.irregularities()
        isActing = reader.bool("isActing")
        managingAuthority = try fields.optionalID("managingAuthority")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put(irregularities: irregularities)
        writer.put("isActing", ifPresent: isActing)
        writer.put("managingAuthority", ifPresent: managingAuthority)
        writer.put("post", ifPresent: post)
        writer.put("rank", ifPresent: rank)
        writer.put("subject", subject)
        writer.put("unit", unit)
        writer.put("unitTitle", ifPresent: unitTitle)
        writer.put("until", ifPresent: until)
    }

    public var tags: [Tag] { [subject.tag] }

    public var version: EventType {
        isActing == nil && managingAuthority == nil
            ? Self.type : Self.extended
    }
}

/// A person moved from one post to another (调任); the open former post ends the day before.
///
/// - Invariant: I13 of the domain: the former post stays in the trail with its unit and rank.
/// - Units: `on` of the entry is the first day in the new post.
/// - Refusals: ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 3.
public struct PositionTransferred: EventPayload {
    public static let type: EventType = "position.transferred.v1"
    /// With what only this version can say: an acting post and the managing authority.
    public static let extended: EventType = "position.transferred.v2"

    public let subject: SubjectID
    public let unit: UnitID
    /// Title of the unit on that day, copied, not joined.
    public let unitTitle: String?
    public let post: String?
    public let rank: String?
    /// Last day in the post, that day included, where the source gives one.
    public let until: CalendarDate?
    /// The post held before.
    public let previous: Post?
    public let irregularities: [Irregularity]
    /// Whether the person only acts in the post (主持工作).
    public let isActing: Bool?
    /// The organ that manages the official (干部管理权限).
    public let managingAuthority: UnitID?

    public init(
        subject: SubjectID, unit: UnitID, unitTitle: String? = nil, post: String? = nil,
        rank: String? = nil, until: CalendarDate? = nil, previous: Post? = nil,
        irregularities: [Irregularity] = [], isActing: Bool? = nil, managingAuthority: UnitID? = nil
    ) {
        self.subject = subject
        self.unit = unit
        self.unitTitle = unitTitle
        self.post = post
        self.rank = rank
        self.until = until
        self.previous = previous
        self.irregularities = irregularities
        self.isActing = isActing
        self.managingAuthority = managingAuthority
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        subject = try fields.id("subject")
        unit = try fields.id("unit")
        unitTitle = fields.optionalText("unitTitle")
        post = fields.optionalText("post")
        rank = fields.optionalText("rank")
        until = try fields.date("until")
        previous = try Post(previousIn: reader)
        irregularities = try fields.irregularities()
        isActing = reader.bool("isActing")
        managingAuthority = try fields.optionalID("managingAuthority")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put(irregularities: irregularities)
        writer.put("isActing", ifPresent: isActing)
        writer.put("managingAuthority", ifPresent: managingAuthority)
        writer.put("post", ifPresent: post)
        if let previous { writer.object("previous") { previous.write(to: &$0) } }
        writer.put("rank", ifPresent: rank)
        writer.put("subject", subject)
        writer.put("unit", unit)
        writer.put("unitTitle", ifPresent: unitTitle)
        writer.put("until", ifPresent: until)
    }

    public var tags: [Tag] { [subject.tag] }

    public var version: EventType {
        isActing == nil && managingAuthority == nil
            ? Self.type : Self.extended
    }
}

/// A person was suspended from duty (停职).
///
/// - Invariant: The person was in service on `on`.
/// - Units: `on` of the entry is the first day of suspension.
/// - Refusals: ``Refusal/subjectNotInService(_:since:reason:)``.
/// - Source: 追责制度 Art. 14; 政务处分法 Art. 27.
public struct PositionSuspended: EventPayload {
    public static let type: EventType = "position.suspended.v1"

    public let subject: SubjectID
    /// The measure that ordered it, if one did.
    public let sanction: SanctionID?

    public init(subject: SubjectID, sanction: SanctionID? = nil) {
        self.subject = subject
        self.sanction = sanction
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        subject = try fields.id("subject")
        sanction = try fields.optionalID("sanction")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { Tag.list(sanction?.tag, subject.tag) }
}

/// A suspended person returned to duty (复职).
///
/// - Units: `on` of the entry is the first day back on duty.
/// - Refusals: ``Refusal/notSuspended(_:)``.
/// - Source: 追责制度 Art. 14, 16.
public struct PositionReinstated: EventPayload {
    public static let type: EventType = "position.reinstated.v1"

    public let subject: SubjectID
    /// The measure that ends with it, if one does.
    public let sanction: SanctionID?

    public init(subject: SubjectID, sanction: SanctionID? = nil) {
        self.subject = subject
        self.sanction = sanction
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        subject = try fields.id("subject")
        sanction = try fields.optionalID("sanction")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { Tag.list(sanction?.tag, subject.tag) }
}

/// A person entered public service (入职).
///
/// - Units: `on` of the entry is the first day of service.
/// - Refusals: ``Refusal/unknownSubject(_:)``, ``Refusal/notAPerson(_:)``.
/// - Source: 追责制度 Art. 2.
public struct EmploymentBegan: EventPayload {
    public static let type: EventType = "employment.began.v1"

    public let subject: SubjectID
    public let rank: String?
    public let irregularities: [Irregularity]

    public init(subject: SubjectID, rank: String? = nil, irregularities: [Irregularity] = []) {
        self.subject = subject
        self.rank = rank
        self.irregularities = irregularities
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        subject = try fields.id("subject")
        rank = fields.optionalText("rank")
        irregularities = try fields.irregularities()
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put(irregularities: irregularities)
        writer.put("rank", ifPresent: rank)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { [subject.tag] }
}

/// A person left public service (离任). Posts still open on that day end with it.
///
/// - Invariant: I13 of the domain: leaving removes nothing from the trail and changes no role snapshot.
/// - Units: `on` of the entry is the day of leaving. On it the person has left; an act of that same
///   day still falls in the post held until then.
/// - Refusals: ``Refusal/unknownSubject(_:)``, ``Refusal/alreadyLeft(_:since:reason:)``.
/// - Source: 追责制度 Art. 3; 政务处分法 Art. 27.
public struct EmploymentEnded: EventPayload {
    public static let type: EventType = "employment.ended.v1"

    public let subject: SubjectID
    public let reason: Departure
    /// The unit the source names as the last one.
    public let lastUnit: UnitID?
    public let irregularities: [Irregularity]

    public init(
        subject: SubjectID, reason: Departure, lastUnit: UnitID? = nil,
        irregularities: [Irregularity] = []
    ) {
        self.subject = subject
        self.reason = reason
        self.lastUnit = lastUnit
        self.irregularities = irregularities
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        subject = try fields.id("subject")
        reason = try fields.code("reason")
        lastUnit = try fields.optionalID("lastUnit")
        irregularities = try fields.irregularities()
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put(irregularities: irregularities)
        writer.put("lastUnit", ifPresent: lastUnit)
        writer.put("reason", code: reason)
        writer.put("subject", subject)
    }

    public var tags: [Tag] { [subject.tag] }
}
