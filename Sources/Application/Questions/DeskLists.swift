internal import Law
public import Records
public import Registry
public import Vocabulary

/// The registered subjects with their posts; of a unit, who serves there on the day (在编人员名单).
public struct SubjectList: ListQuestion {
    public static let spoken = "subject list"
    public var listed: TagKind? { SubjectID.tagKind }
    public let times: Times
    public let window: ListWindow
    /// Only those who hold a post there.
    public let unit: UnitID?
    public let kind: SubjectKind?

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
        unit = try fields.given("unit", \.unit)
        kind = try fields.given("kind", \.kind)
    }

    /// Whether nothing narrows it.
    public var isEverySubject: Bool { unit == nil && kind == nil && window.after == nil }

    public func answer(in ledger: Ledger) throws -> SubjectsAnswer? {
        SubjectsAnswer(
            times: ledger.asked(times),
            subjects: try ledger.subjectList(at: times, unit: unit, kind: kind, in: window))
    }

    public func unrecorded(in ledger: Ledger) throws -> Unrecorded? {
        try ledger.unrecorded(unit: unit) {
            try answer(in: ledger)?.subjects.rows.isEmpty == false
        }
    }
}

/// The complaints, and what became of them (信访举报台账).
public struct ComplaintList: ListQuestion {
    public static let spoken = "complaint list"
    public var listed: TagKind? { ComplaintID.tagKind }
    public let times: Times
    public let window: ListWindow
    /// Only those that led to no case yet, or to one that is not closed.
    public let open: Bool

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
        open = try fields.given("open", \.open, or: false)
    }

    /// Whether nothing narrows it.
    public var isEveryComplaint: Bool {
        !open && window.after == nil && times.asOf == nil && times.knownAt == nil
    }

    public func answer(in ledger: Ledger) throws -> ComplaintsAnswer? {
        ComplaintsAnswer(
            times: ledger.asked(times),
            complaints: try ledger.complaints(at: times, isOpen: open, in: window))
    }
}
