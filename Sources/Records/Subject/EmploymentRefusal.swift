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
    /// The person held no such post in the unit on that day.
    case noSuchPost(SubjectID, UnitID, on: CalendarDate)

    public var message: Message {
        switch self {
        case .notInService(let id, let since, let reason):
            .refusal(
                "subjectNotInService", Basis.departed,
                ["subject": id, "since": since, "reason": Named.said("departure", reason)])
        case .alreadyLeft(let id, let since, let reason):
            .refusal(
                "alreadyLeft", Basis.lifelong,
                ["subject": id, "since": since, "reason": Named.said("departure", reason)])
        case .notSuspended(let id): .refusal("notSuspended", Basis.measures, ["subject": id])
        case .noSuchPost(let id, let unit, let on):
            .refusal("noSuchPost", Basis.lifelong, ["subject": id, "unit": unit, "on": on])
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
    public static func noSuchPost(
        _ id: SubjectID, _ unit: UnitID, on: CalendarDate
    ) -> Refusal {
        .employment(.noSuchPost(id, unit, on: on))
    }
    public static func notSuspended(_ id: SubjectID) -> Refusal { .employment(.notSuspended(id)) }
}
