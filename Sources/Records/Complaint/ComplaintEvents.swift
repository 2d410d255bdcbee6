/// Who filed a complaint, by kind; the person's identity is not in the ledger.
public enum ComplaintOrigin: String, Code {
    /// 内部: a colleague or superior.
    case `internal`
    /// 公众: a member of the public.
    case `public`
    /// 不明.
    case unknown
}

/// A complaint or tip was received (受理投诉举报). It says nothing about whether it is true.
///
/// - Invariant: A complaint names nobody; persons are named in a case.
/// - Units: `on` of the entry is the day of receipt.
/// - Refusals: ``Refusal/complaintAlreadyReceived(_:)``.
/// - Source: 新左政发〔2020〕26号 task 19, safeguard 3.
public struct ComplaintReceived: EventPayload {
    public static let type: EventType = "complaint.received.v1"

    public let complaint: ComplaintID
    /// The case it is filed under.
    public let `case`: CaseID?
    /// Day of what is complained of.
    public let incidentOn: CalendarDate?
    public let category: String?
    public let filedBy: ComplaintOrigin
    public let narrative: Sealed?
    public let irregularities: [Irregularity]

    public init(
        complaint: ComplaintID, `case`: CaseID? = nil, incidentOn: CalendarDate? = nil,
        category: String? = nil, filedBy: ComplaintOrigin, narrative: Sealed? = nil,
        irregularities: [Irregularity] = []
    ) {
        self.complaint = complaint
        self.case = `case`
        self.incidentOn = incidentOn
        self.category = category
        self.filedBy = filedBy
        self.narrative = narrative
        self.irregularities = irregularities
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        complaint = try fields.id("complaint")
        self.case = try fields.optionalID("case")
        incidentOn = try fields.date("incidentOn")
        category = fields.optionalText("category")
        filedBy = try fields.code("filedBy")
        narrative = reader.sealed("narrative")
        irregularities = try fields.irregularities()
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", ifPresent: self.case)
        writer.put("category", ifPresent: category)
        writer.put("complaint", complaint)
        writer.put("filedBy", code: filedBy)
        writer.put("incidentOn", ifPresent: incidentOn)
        writer.put(irregularities: irregularities)
        writer.put("narrative", ifPresent: narrative)
    }

    public var tags: [Tag] { Tag.list(`case`?.tag, complaint.tag) }
}
