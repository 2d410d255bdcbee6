public import Law

/// Why anything at all may be refused, whatever it is about.
public enum GeneralRefusal: RefusalReason {
    /// A name that no command has.
    case unknownCommand(String)
    /// A required field is absent.
    case missing(String)
    /// Several required fields are absent.
    case missingTogether([String])
    /// The text is not 1…64 of `A–Z a–z 0–9 . _ -`.
    case notAnIdentifier(String)
    /// The day does not exist, or is not written `YYYY-MM-DD`. `value` is empty unless it is made
    /// of digits and separators alone: anything else might be somebody's name.
    case impossibleDate(field: String, value: String)
    /// The value is none of the codes the field knows.
    case notOneOf(String, [String])
    /// The same, where one of them is near to what was typed.
    case nearOneOf(String, [String], nearest: String)
    /// The number is outside what the field can hold.
    case outOfRange(field: String, lowest: Int, highest: Int, source: String)
    /// What has not happened yet cannot be recorded as having happened.
    case notYet(CalendarDate, today: CalendarDate)
    /// What will be known at a moment that has not passed yet nobody can say.
    case notYetKnown(Instant, now: Instant)
    /// A digest that is none: not 64 hexadecimal digits.
    case notADigest(String)
    /// A weighty act without a second person behind it (双人复核).
    case needsApprover(String)
    /// Recorded and approved by the same person.
    case approverIsRecorder(Officer)
    /// Nobody said who records it.
    case nobodyActs
    /// Who acts is no identifier; the nearest that is registered, if any is near.
    case notAnOfficer(field: String, nearest: String?)
    /// What must be known to decide was written by a newer program: a kind that is not known here.
    case opaqueEntry(Position, type: String)
    /// It is recorded, but not everything that is asked: the entry, and the fields in which it says
    /// something else.
    case saidOtherwise(Position, fields: [String])
    /// The law that is activated gives no answer.
    case law(LawFault)

    private static let format = "schema/events"

    public var message: Message {
        switch self {
        case .unknownCommand(let name): .refusal("unknownCommand", Self.format, ["name": name])
        case .missing(let field): .refusal("missingField", Self.format, ["field": field])
        case .missingTogether(let fields):
            .refusal("missingFields", Self.format, ["fields": fields])
        case .notAnIdentifier(let field): .refusal("notAnIdentifier", Self.format, ["field": field])
        case .impossibleDate(let field, ""):
            .refusal("impossibleDate", Self.format, ["field": field], variant: "unshown")
        case .impossibleDate(let field, let value):
            .refusal("impossibleDate", Self.format, ["field": field, "value": value])
        case .notOneOf(let field, let allowed):
            .refusal(
                "notOneOfTheCodes", field == "measure" ? Basis.measures : Self.format,
                ["field": field, "allowed": allowed])
        case .nearOneOf(let field, let allowed, let nearest):
            .refusal(
                "nearOneOfTheCodes", field == "measure" ? Basis.measures : Self.format,
                ["field": field, "allowed": allowed, "nearest": nearest])
        case .outOfRange(let field, let lowest, let highest, let source):
            .refusal("outOfRange", source, ["field": field, "lowest": lowest, "highest": highest])
        case .notYet(let day, let today):
            .refusal("notYet", Basis.dueProcess, ["day": day, "today": today])
        case .notYetKnown(let moment, let now):
            .refusal(
                "notYetKnown", Basis.dueProcess,
                ["moment": moment.description, "now": now.description])
        case .notADigest(let field): .refusal("notADigest", "713#33", ["field": field])
        case .needsApprover(let act): .refusal("needsApprover", Basis.dueProcess, ["act": act])
        case .approverIsRecorder(let person):
            .refusal("approverIsRecorder", Basis.dueProcess, ["person": person])
        case .nobodyActs: .refusal("nobodyActs", Basis.dueProcess)
        case .notAnOfficer(let field, nil):
            .refusal("notAnOfficer", Basis.dueProcess, ["field": field])
        case .notAnOfficer(let field, let nearest?):
            .refusal(
                "notAnOfficer", Basis.dueProcess, ["field": field, "nearest": nearest],
                variant: "nearest")
        case .opaqueEntry(let position, let type):
            .refusal("opaqueEntry", Self.format, ["position": position, "type": type])
        case .saidOtherwise(let position, let fields):
            .refusal("saidOtherwise", Basis.objection, ["position": position, "fields": fields])
        case .law(let fault): fault.message
        }
    }

    /// The fields that are absent; empty where something else is wrong.
    public var lacking: [String] {
        switch self {
        case .missing(let field): [field]
        case .missingTogether(let fields): fields
        case _: []
        }
    }
}

extension Refusal {
    public static func unknownCommand(_ name: String) -> Self {
        Self(GeneralRefusal.unknownCommand(name))
    }
    public static func missing(_ field: String) -> Self { Self(GeneralRefusal.missing(field)) }
    /// Everything that is absent, in one refusal.
    public static func missing(all fields: [String]) -> Self {
        fields.count == 1
            ? missing(fields[0]) : Self(GeneralRefusal.missingTogether(fields))
    }
    public static func notAnIdentifier(_ field: String) -> Self {
        Self(GeneralRefusal.notAnIdentifier(field))
    }
    public static func impossibleDate(field: String, value: String) -> Self {
        Self(GeneralRefusal.impossibleDate(field: field, value: value))
    }
    public static func notOneOf(_ field: String, _ allowed: [String]) -> Self {
        Self(GeneralRefusal.notOneOf(field, allowed))
    }
    /// - Parameter nearest: The one of them that may be meant.
    public static func notOneOf(_ field: String, _ allowed: [String], nearest: String?) -> Self {
        guard let nearest else { return notOneOf(field, allowed) }
        return Self(GeneralRefusal.nearOneOf(field, allowed, nearest: nearest))
    }
    /// - Parameter source: The rule that sets the range.
    public static func outOfRange(
        field: String, lowest: Int, highest: Int, source: String = "schema/events"
    ) -> Self {
        Self(
            GeneralRefusal.outOfRange(
                field: field, lowest: lowest, highest: highest, source: source))
    }
    public static func notYet(_ day: CalendarDate, today: CalendarDate) -> Self {
        Self(GeneralRefusal.notYet(day, today: today))
    }
    public static func notYetKnown(_ moment: Instant, now: Instant) -> Self {
        Self(GeneralRefusal.notYetKnown(moment, now: now))
    }
    public static func notADigest(_ field: String) -> Self {
        Self(GeneralRefusal.notADigest(field))
    }
    public static func needsApprover(_ act: String) -> Self {
        Self(GeneralRefusal.needsApprover(act))
    }
    public static func approverIsRecorder(_ person: Officer) -> Self {
        Self(GeneralRefusal.approverIsRecorder(person))
    }
    public static var nobodyActs: Self { Self(GeneralRefusal.nobodyActs) }
    public static func notAnOfficer(field: String, nearest: String?) -> Self {
        Self(GeneralRefusal.notAnOfficer(field: field, nearest: nearest))
    }
    public static func opaqueEntry(_ position: Position, type: String) -> Self {
        Self(GeneralRefusal.opaqueEntry(position, type: type))
    }
    public static func saidOtherwise(_ position: Position, fields: [String]) -> Self {
        Self(GeneralRefusal.saidOtherwise(position, fields: fields))
    }
    public static func law(_ fault: LawFault) -> Self { Self(GeneralRefusal.law(fault)) }

    /// What is wrong with a field of what was asked.
    public init(_ fault: FieldFault) {
        self =
            switch fault {
            case .missing(let field), .notPositions(let field): .missing(field)
            case .notAnIdentifier(let field): .notAnIdentifier(field)
            case .notADate(let field, let value): .impossibleDate(field: field, value: value)
            case .notOneOf(let field, let codes): .notOneOf(field, codes)
            case .unknownCodes(let codes): .notOneOf(fault.field, codes.first?.known ?? [])
            case .notADigest(let field): .notADigest(field)
            }
    }
}
