/// Asks to record a post (任职、调任). Whether it was assumed or transferred to follows from the past.
public struct TakePost: DomainCommand, SignedCommand {
    public static let name = "takePost"

    public let subject: SubjectID
    public let unit: UnitID
    /// Title of the unit on that day, copied, not joined.
    public let unitTitle: String?
    public let post: String?
    public let rank: String?
    /// Last day in the post, that day included, where the source gives one.
    public let until: CalendarDate?
    /// Whether the person only acts in the post (主持工作).
    public let isActing: Bool?
    /// The organ that manages the official (干部管理权限).
    public let managingAuthority: UnitID?
    public internal(set) var circumstances: Circumstances

    public init(
        subject: SubjectID, unit: UnitID, unitTitle: String? = nil, post: String? = nil,
        rank: String? = nil, until: CalendarDate? = nil, isActing: Bool? = nil,
        managingAuthority: UnitID? = nil, circumstances: Circumstances = .init()
    ) {
        self.subject = subject
        self.unit = unit
        self.unitTitle = unitTitle
        self.post = post
        self.rank = rank
        self.until = until
        self.isActing = isActing
        self.managingAuthority = managingAuthority
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        subject = try fields.id("subject")
        unit = try fields.id("unit")
        unitTitle = fields.optionalText("unitTitle")
        post = fields.optionalText("post")
        rank = fields.optionalText("rank")
        until = try fields.date("until")
        isActing = reader.bool("isActing")
        managingAuthority = try fields.optionalID("managingAuthority")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [subject.tag, unit.tag] }
}

/// Asks to record the beginning of service (入职).
public struct BeginEmployment: DomainCommand, SignedCommand {
    public static let name = "beginEmployment"

    public let subject: SubjectID
    public let rank: String?
    public internal(set) var circumstances: Circumstances

    public init(subject: SubjectID, rank: String? = nil, circumstances: Circumstances = .init()) {
        self.subject = subject
        self.rank = rank
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        subject = try fields.id("subject")
        rank = fields.optionalText("rank")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [subject.tag] }
}

/// Asks to record the end of service (离任). Without a reason the reason is unknown.
public struct EndEmployment: DomainCommand, SignedCommand {
    public static let name = "endEmployment"

    public let subject: SubjectID
    public let reason: Departure?
    public let lastUnit: UnitID?
    public internal(set) var circumstances: Circumstances

    public init(
        subject: SubjectID, reason: Departure? = nil, lastUnit: UnitID? = nil,
        circumstances: Circumstances = .init()
    ) {
        self.subject = subject
        self.reason = reason
        self.lastUnit = lastUnit
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        subject = try fields.id("subject")
        reason = try fields.optionalCode("reason")
        lastUnit = try fields.optionalID("lastUnit")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [subject.tag] }
}

/// Asks to record a suspension from duty (停职).
public struct SuspendPost: DomainCommand, SignedCommand {
    public static let name = "suspendPost"

    public let subject: SubjectID
    public let sanction: SanctionID?
    public internal(set) var circumstances: Circumstances

    public init(
        subject: SubjectID, sanction: SanctionID? = nil, circumstances: Circumstances = .init()
    ) {
        self.subject = subject
        self.sanction = sanction
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        subject = try fields.id("subject")
        sanction = try fields.optionalID("sanction")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [subject.tag] }
}

/// Asks to record a return to duty (复职).
public struct ReinstatePost: DomainCommand, SignedCommand {
    public static let name = "reinstatePost"

    public let subject: SubjectID
    public let sanction: SanctionID?
    public internal(set) var circumstances: Circumstances

    public init(
        subject: SubjectID, sanction: SanctionID? = nil, circumstances: Circumstances = .init()
    ) {
        self.subject = subject
        self.sanction = sanction
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        subject = try fields.id("subject")
        sanction = try fields.optionalID("sanction")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [subject.tag] }
}
