public import Law
public import Vocabulary

/// Why service does not allow what was asked, in order of precedence.
public enum EmploymentRefusal: RefusalReason {
    /// The person had left on the day the measure takes effect. 政务处分法 Art. 27.
    case notInService(SubjectID, since: CalendarDate, reason: Departure)
    /// The person had left already, and did not begin again.
    case alreadyLeft(SubjectID, since: CalendarDate, reason: Departure)
    /// There is no suspension to return from.
    case notSuspended(SubjectID)

    public var wording: RefusalWording {
        switch self {
        case .notInService(let id, let since, let reason):
            RefusalWording(
                "subjectNotInService", Basis.departed,
                "\(id) 已于 \(since) \(reason.chinese)，不能给予该项处分或处理；可以继续调查、作出认定，并提出待遇调整建议。",
                "\(id) left the service on \(since) (\(reason.english)) and cannot receive this measure; go on "
                    + "with the investigation and the finding, and recommend an adjustment of benefits."
            )
        case .alreadyLeft(let id, let since, let reason):
            RefusalWording(
                "alreadyLeft", Basis.lifelong,
                "\(id) 已于 \(since) \(reason.chinese)。若原记录有误，请提交更正；若重新任职，请先登记入职。",
                "\(id) left the service on \(since) (\(reason.english)). If that is wrong, submit a correction "
                    + "of it; if the person came back, record the new beginning first.")
        case .notSuspended(let id):
            RefusalWording(
                "notSuspended", Basis.measures, "\(id) 没有停职记录，无从复职。请核对人员，或先登记停职。",
                "\(id) has no suspension to return from. Check the person, or record the suspension first."
            )
        }
    }
}

extension Refusal {
    public static func employment(_ reason: EmploymentRefusal) -> Refusal { Refusal(reason) }
    public static func subjectNotInService(
        _ id: SubjectID, since: CalendarDate, reason: Departure
    ) -> Refusal {
        .employment(.notInService(id, since: since, reason: reason))
    }
    public static func alreadyLeft(
        _ id: SubjectID, since: CalendarDate, reason: Departure
    ) -> Refusal {
        .employment(.alreadyLeft(id, since: since, reason: reason))
    }
    public static func notSuspended(_ id: SubjectID) -> Refusal { .employment(.notSuspended(id)) }
}

extension Departure {
    fileprivate var chinese: String {
        switch self {
        case .resigned: "辞职"
        case .dismissed: "被辞退"
        case .expelled: "被开除"
        case .retired: "退休"
        case .died: "去世"
        case .unknown: "离任"
        }
    }
    fileprivate var english: String {
        switch self {
        case .resigned: "resigned"
        case .dismissed: "dismissed"
        case .expelled: "expelled"
        case .retired: "retired"
        case .died: "died"
        case .unknown: "reason unknown"
        }
    }
}
