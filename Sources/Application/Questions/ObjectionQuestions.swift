internal import Law
public import Records
public import Registry
public import Vocabulary

/// One objection with its times (异议).
public struct ObjectionShow: TimedQuestion {
    public static let spoken = "objection show"
    public static let about: String? = "objection"
    public let objection: ObjectionID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> Named<ObjectionView>? {
        try ledger.objection(objection, at: times).map { view in
            try ledger.naming(view.subjects, in: view, at: times)
        }
    }
}

/// The objections (异议台账).
public struct ObjectionList: ListQuestion {
    public static let spoken = "objection list"
    public var listed: TagKind? { ObjectionID.tagKind }
    public let times: Times
    public let window: ListWindow
    /// Only those to this record.
    public let record: CreditRecordID?
    /// Only those that stand so.
    public let state: ObjectionState?
    /// Only those that wait to be decided or reviewed.
    public let open: Bool

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
        record = try fields.given("record", \.record)
        state = try fields.given("state", \.state)
        open = try fields.given("open", \.open, or: false)
    }

    /// Whether nothing narrows it.
    public var isEveryObjection: Bool {
        record == nil && state == nil && !open && window.after == nil && times.asOf == nil
            && times.knownAt == nil
    }

    public func answer(in ledger: Ledger) throws -> ObjectionsAnswer? {
        ObjectionsAnswer(
            times: ledger.asked(times),
            objections: try ledger.objections(
                at: times, ObjectionFilter(record: record, state: state, isOpenOnly: open),
                in: window))
    }
}

/// One application for repair with its times (信用修复).
public struct RepairShow: TimedQuestion {
    public static let spoken = "repair show"
    public static let about: String? = "repair"
    public let repair: RepairID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        repair = try fields.given("repair", \.repair)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> Named<RepairView>? {
        try ledger.repair(repair, at: times).map { view in
            try ledger.naming(view.subjects, in: view, at: times)
        }
    }
}

/// The applications for repair (信用修复台账).
public struct RepairList: ListQuestion {
    public static let spoken = "repair list"
    public var listed: TagKind? { RepairID.tagKind }
    public let times: Times
    public let window: ListWindow
    /// Only those for this record.
    public let record: CreditRecordID?
    /// Only those that stand so.
    public let state: RepairState?
    /// Only those that wait to be decided.
    public let open: Bool

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
        record = try fields.given("record", \.record)
        state = try fields.given("state", \.state)
        open = try fields.given("open", \.open, or: false)
    }

    /// Whether nothing narrows it.
    public var isEveryRepair: Bool {
        record == nil && state == nil && !open && window.after == nil && times.asOf == nil
            && times.knownAt == nil
    }

    public func answer(in ledger: Ledger) throws -> RepairsAnswer? {
        RepairsAnswer(
            times: ledger.asked(times),
            repairs: try ledger.repairs(
                at: times, RepairFilter(record: record, state: state, isOpenOnly: open),
                in: window))
    }
}

extension ObjectionView {
    /// Whom and which units a page names.
    var subjects: [SubjectID] {
        let units = [course.filing.fact.recordingUnit, course.reviewAsked?.fact.reviewer]
        return [course.subject].compactMap(\.self) + units.compactMap(\.self)
            + course.asked.map(\.fact.source) + (course.told?.fact.viewers ?? [])
    }
}

extension RepairView {
    /// Whom and which units a page names.
    var subjects: [SubjectID] {
        [course.subject, course.application.fact.decider].compactMap(\.self)
    }
}
