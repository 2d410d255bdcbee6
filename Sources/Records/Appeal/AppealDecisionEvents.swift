/// The outcome was handed to the person: the clock of the next stage starts (送达申诉决定).
///
/// - Units: `on` of the entry is the day of service.
/// - Source: 政务处分法 Art. 55; 公务员法 Art. 95.
public struct AppealServed: Act {
    public static let type: EventType = "appeal.served.v1"
    public static let act = ActName("appeal", "serve", about: "appeal")
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
    /// The next stage; absent after the last.
    public var next: String?
    /// Last day to carry it on.
    public var nextUntil: CalendarDate?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        appeal = try fields.id("appeal")
        subject = try fields.optionalID("subject")
        sanction = try fields.optionalID("sanction")
        next = fields.optionalText("next")
        nextUntil = try fields.date("nextUntil")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("appeal", appeal)
        writer.put("next", ifPresent: next)
        writer.put("nextUntil", ifPresent: nextUntil)
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(appeal.tag, subject?.tag, sanction?.tag) }
}

/// The person withdrew the appeal (撤回申诉).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 公务员申诉规定 (2022).
public struct AppealWithdrawn: Act {
    public static let type: EventType = "appeal.withdrawn.v1"
    public static let act = ActName("appeal", "withdraw", about: "appeal")
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
