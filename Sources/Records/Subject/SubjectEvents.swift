/// What a subject (主体) is.
public enum SubjectKind: String, Code {
    /// 自然人.
    case person
    /// 机构: an organisation outside the government.
    case organisation
    /// 单位: a government unit.
    case unit
}

/// A person, organisation or unit was entered in the register (主体登记).
///
/// - Invariant: One standing registration per subject; a changed one supersedes it.
/// - Units: `on` of the entry is the day of registration.
/// - Refusals: ``Refusal/alreadyRegistered(_:)``, ``Refusal/predecessorUnknown(_:)``.
/// - Source: 新左政发〔2020〕26号 task 8; PIPL Art. 6 (names and ID numbers are sealed).
public struct SubjectRegistered: EventPayload {
    public static let type: EventType = "subject.registered.v1"

    public let subject: SubjectID
    public let kind: SubjectKind
    /// Of a person.
    public let name: Sealed?
    /// Of a unit or organisation; public.
    public let title: String?
    /// Resident ID (GB 11643) or other personal number.
    public let idNumber: Sealed?
    /// Unified social credit code (GB 32100) or the source's own unit number.
    public let code: String?
    /// The unit whose duties this one took over (机构撤并).
    public let predecessor: UnitID?
    /// Rank or grade as the source gives it.
    public let rank: String?
    public let irregularities: [Irregularity]

    public init(
        subject: SubjectID, kind: SubjectKind, name: Sealed? = nil, title: String? = nil,
        idNumber: Sealed? = nil, code: String? = nil, predecessor: UnitID? = nil,
        rank: String? = nil, irregularities: [Irregularity] = []
    ) {
        self.subject = subject
        self.kind = kind
        self.name = name
        self.title = title
        self.idNumber = idNumber
        self.code = code
        self.predecessor = predecessor
        self.rank = rank
        self.irregularities = irregularities
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        subject = try fields.id("subject")
        kind = try fields.code("kind")
        name = reader.sealed("name")
        title = fields.optionalText("title")
        idNumber = reader.sealed("idNumber")
        code = fields.optionalText("code")
        predecessor = try fields.optionalID("predecessor")
        rank = fields.optionalText("rank")
        irregularities = try fields.irregularities()
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("code", ifPresent: code)
        writer.put("idNumber", ifPresent: idNumber)
        writer.put(irregularities: irregularities)
        writer.put("kind", code: kind)
        writer.put("name", ifPresent: name)
        writer.put("predecessor", ifPresent: predecessor)
        writer.put("rank", ifPresent: rank)
        writer.put("subject", subject)
        writer.put("title", ifPresent: title)
    }

    public var tags: [Tag] { [subject.tag] }
}
