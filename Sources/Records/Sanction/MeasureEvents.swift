/// The decision was handed to the person, who was told how to object and until when (送达).
///
/// - Units: `on` of the entry is the day of service: the clock of the remedy starts.
/// - Source: 政务处分法 Art. 45, 55; 公务员法 Art. 95; 追责制度 Art. 16.
public struct SanctionServed: Act {
    public static let type: EventType = "sanction.served.v1"
    public static let act = ActName("sanction", "serve", about: "sanction")
    static let rule = "XZZ-2020-26#16"
    public static let fields = [
        CommandField("sanction", .identifier, isRequired: true),
        CommandField("route", .text, isRequired: true),
    ]

    /// Identifier of the sanction or measure.
    public let sanction: SanctionID
    /// Identifier of the case.
    public var `case`: CaseID?
    /// Whom it concerns.
    public var subject: SubjectID?
    /// Route of remedy told: `A`, `B` or `C`.
    public let route: String
    /// First stage of the route.
    public var stage: String?
    /// Last day to object, as told; absent on a route without a clock.
    public var remedyUntil: CalendarDate?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        sanction = try fields.id("sanction")
        self.case = try fields.optionalID("case")
        subject = try fields.optionalID("subject")
        route = try fields.text("route")
        stage = fields.optionalText("stage")
        remedyUntil = try fields.date("remedyUntil")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", ifPresent: self.case)
        writer.put("remedyUntil", ifPresent: remedyUntil)
        writer.put("route", route)
        writer.put("sanction", sanction)
        writer.put("stage", ifPresent: stage)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(sanction.tag, `case`?.tag, subject?.tag) }
}

/// What the decision orders was done: post, grade, pay, dossier (执行).
///
/// - Units: `on` of the entry is the day of execution.
/// - Source: 政务处分法 Art. 54.
public struct SanctionExecuted: Act {
    public static let type: EventType = "sanction.executed.v1"
    public static let act = ActName("sanction", "execute", about: "sanction")
    static let rule = "政务处分法#54"
    public static let fields = [
        CommandField("sanction", .identifier, isRequired: true),
        CommandField("note", .sealed),
    ]

    /// Identifier of the sanction or measure.
    public let sanction: SanctionID
    /// Identifier of the case.
    public var `case`: CaseID?
    /// Whom it concerns.
    public var subject: SubjectID?
    /// What was done.
    public let note: Sealed?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        sanction = try fields.id("sanction")
        self.case = try fields.optionalID("case")
        subject = try fields.optionalID("subject")
        note = reader.sealed("note")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", ifPresent: self.case)
        writer.put("note", ifPresent: note)
        writer.put("sanction", sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(sanction.tag, `case`?.tag, subject?.tag) }
}

/// A later lawful act made it lighter; the trail keeps both (变更).
///
/// - Units: `on` of the entry is the day of that act.
/// - Source: 政务处分法 Art. 58, 60; 追责制度 Art. 16.
public struct SanctionVaried: Act {
    public static let type: EventType = "sanction.varied.v1"
    public static let act = ActName("sanction", "vary", about: "sanction", needsApprover: true)
    static let rule = "政务处分法#58"
    public static let fields = [
        CommandField("sanction", .identifier, isRequired: true),
        CommandField("measure", .code(Measure.codes), isRequired: true),
        CommandField("months", .integer),
        CommandField("by", .code(AnnulledBy.codes), isRequired: true),
        CommandField("appeal", .identifier),
    ]

    /// Identifier of the sanction or measure.
    public let sanction: SanctionID
    /// Identifier of the case.
    public var `case`: CaseID?
    /// Whom it concerns.
    public var subject: SubjectID?
    /// What it became.
    public let measure: Measure
    /// Its period in months; absent: that of the rulebook.
    public var months: Int?
    /// Who varied it.
    public let by: AnnulledBy
    /// The appeal it follows from.
    public let appeal: AppealID?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        sanction = try fields.id("sanction")
        self.case = try fields.optionalID("case")
        subject = try fields.optionalID("subject")
        measure = try fields.code("measure")
        months = reader.integer("months")
        by = try fields.code("by")
        appeal = try fields.optionalID("appeal")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("appeal", ifPresent: appeal)
        writer.put("by", code: by)
        writer.put("case", ifPresent: self.case)
        writer.put("measure", code: measure)
        writer.put("months", ifPresent: months)
        writer.put("sanction", sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(sanction.tag, `case`?.tag, subject?.tag, appeal?.tag) }
}

/// After an annulment the person's reputation was restored (恢复名誉).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 政务处分法 Art. 60.
public struct ReputationRestored: Act {
    public static let type: EventType = "sanction.reputationRestored.v1"
    public static let act = ActName("sanction", "restore-reputation", about: "sanction")
    static let rule = "政务处分法#60"
    public static let fields = [
        CommandField("sanction", .identifier, isRequired: true),
        CommandField("range", .code(AnnouncementRange.codes), isRequired: true),
    ]

    /// Identifier of the sanction or measure.
    public let sanction: SanctionID
    /// Identifier of the case.
    public var `case`: CaseID?
    /// Whom it concerns.
    public var subject: SubjectID?
    /// How far it was made known: as far as the sanction had been.
    public let range: AnnouncementRange

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        sanction = try fields.id("sanction")
        self.case = try fields.optionalID("case")
        subject = try fields.optionalID("subject")
        range = try fields.code("range")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", ifPresent: self.case)
        writer.put("range", code: range)
        writer.put("sanction", sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(sanction.tag, `case`?.tag, subject?.tag) }
}

/// Compensation was paid after an annulment or variation (赔偿).
///
/// - Units: `on` of the entry is the day of payment.
/// - Source: 政务处分法 Art. 60.
public struct CompensationPaid: Act {
    public static let type: EventType = "sanction.compensationPaid.v1"
    public static let act = ActName("sanction", "pay-compensation", about: "sanction")
    static let rule = "政务处分法#60"
    public static let fields = [
        CommandField("sanction", .identifier, isRequired: true),
        CommandField("amount", .integer, isRequired: true),
    ]

    /// Identifier of the sanction or measure.
    public let sanction: SanctionID
    /// Identifier of the case.
    public var `case`: CaseID?
    /// Whom it concerns.
    public var subject: SubjectID?
    /// Fen (分).
    public let amount: Int

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        sanction = try fields.id("sanction")
        self.case = try fields.optionalID("case")
        subject = try fields.optionalID("subject")
        amount = try fields.position("amount")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("amount", amount)
        writer.put("case", ifPresent: self.case)
        writer.put("sanction", sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(sanction.tag, `case`?.tag, subject?.tag) }
}
