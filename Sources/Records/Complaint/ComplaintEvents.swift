public import Law
public import Vocabulary

/// Who filed a complaint, by kind; the person's identity is not in the ledger.
public enum ComplaintOrigin: String, Code {
    /// 内部: a colleague or superior.
    case `internal`
    /// 公众: a member of the public.
    case `public`
    /// 不明.
    case unknown
}

/// A complaint or tip was received (受理信访举报). It says nothing about whether it is true.
///
/// - Invariant: A complaint names nobody; persons are named in a case.
/// - Units: `on` of the entry is the day of receipt.
/// - Refusals: ``Refusal/complaintAlreadyReceived(_:)``.
/// - Source: 新左政发〔2020〕26号 task 19, safeguard 3.
public struct ComplaintReceived: Fact, Act {
    public static let type: EventType = "complaint.received.v1"

    public let complaint: ComplaintID
    /// The case it is filed under.
    public var `case`: CaseID?
    /// Day of what is complained of.
    public var incidentOn: CalendarDate?
    public var category: String?
    public let filedBy: ComplaintOrigin
    public var narrative: Sealed?
    public var irregularities: [Irregularity] = []
}

extension ComplaintReceived {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        complaint = try fields.given("complaint", \.complaint, .tag)
        self.case = try fields.given("case", \.case, .tag)
        incidentOn = try fields.given("incidentOn", \.incidentOn)
        category = try fields.given("category", \.category)
        filedBy = try fields.given("filedBy", \.filedBy, or: .unknown)
        narrative = try fields.given("narrative", \.narrative, owner: .complainant("complaint"))
        irregularities = try fields.derived("irregularities", \.irregularities)
    }

    public static var duty: Duty { .complaint }
    public var acting: Acting { .none }
    public var concerns: [Tag] { [file.tag, complaint.tag] }
}
