internal import Law
public import Records
public import Registry
public import Vocabulary

/// One record of dishonesty, from its document to its end (政务失信记录).
public struct DishonestyShow: TimedQuestion {
    public static let spoken = "dishonesty show"
    public static let about: String? = "record"
    public let record: CreditRecordID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> Named<DishonestyView>? {
        try ledger.dishonesty(record, at: times).map { view in
            try ledger.naming(view.subjects, in: view, at: times)
        }
    }
}

/// The records of dishonesty (政务失信记录台账).
public struct DishonestyList: ListQuestion {
    public static let spoken = "dishonesty list"
    public var listed: TagKind? { CreditRecordID.tagKind }
    public let times: Times
    public let window: ListWindow
    /// Only those on this unit or person.
    public let subject: SubjectID?
    /// Only those that this unit recorded.
    public let unit: UnitID?
    /// Only those that stand so.
    public let state: DishonestyState?

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
        subject = try fields.given("subject", \.subject)
        unit = try fields.given("unit", \.unit)
        state = try fields.given("state", \.state)
    }

    /// Whether nothing narrows it.
    public var isEveryRecord: Bool {
        subject == nil && unit == nil && state == nil && window.after == nil
            && times.asOf == nil && times.knownAt == nil
    }

    public func answer(in ledger: Ledger) throws -> DishonestyAnswer? {
        DishonestyAnswer(
            times: ledger.asked(times),
            records: try ledger.dishonesty(
                at: times, DishonestyFilter(subject: subject, unit: unit, state: state),
                in: window))
    }

    public func unrecorded(in ledger: Ledger) throws -> Unrecorded? {
        if let subject, try !ledger.registration(of: subject).isMentioned {
            return .nothing(subject)
        }
        return try ledger.unrecorded(unit: unit) {
            try answer(in: ledger)?.records.rows.isEmpty == false
        }
    }
}

extension DishonestyView {
    /// Everybody and every organ that a page names.
    var subjects: [SubjectID] {
        let links = course.links.flatMap { [$0.fact.person, $0.fact.unit] }
        let organs = [document?.fact.organ] + course.orders.map(\.fact.organ)
        return [subject] + (links + organs).compactMap(\.self)
    }
}
