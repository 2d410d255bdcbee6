/// Asks to record a complaint (受理投诉举报). Without a case number it is filed under its own number,
/// so that receiving it twice is seen.
public struct ReceiveComplaint: DomainCommand, SignedCommand {
    public static let name = "receiveComplaint"

    public let complaint: ComplaintID
    public let `case`: CaseID?
    public let incidentOn: CalendarDate?
    public let category: String?
    public let filedBy: ComplaintOrigin?
    public let narrative: Sealed?
    public internal(set) var circumstances: Circumstances

    public init(
        complaint: ComplaintID, `case`: CaseID? = nil, incidentOn: CalendarDate? = nil,
        category: String? = nil, filedBy: ComplaintOrigin? = nil, narrative: Sealed? = nil,
        circumstances: Circumstances = .init()
    ) {
        self.complaint = complaint
        self.case = `case`
        self.incidentOn = incidentOn
        self.category = category
        self.filedBy = filedBy
        self.narrative = narrative
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        complaint = try fields.id("complaint")
        self.case = try fields.optionalID("case")
        incidentOn = try fields.date("incidentOn")
        category = fields.optionalText("category")
        filedBy = try fields.optionalCode("filedBy")
        narrative = reader.sealed("narrative")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [file.tag, complaint.tag] }
}
