public import Records
public import Registry
public import Vocabulary

/// The remedies against one sanction, with the clocks on them (救济时间轴).
public struct AppealShow: TimedQuestion {
    public static let spoken = "appeal show"
    public static let about: String? = "appeal"
    /// An appeal, or the sanction that is appealed.
    public let appeal: AppealID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> AppealTimeline? {
        try ledger.appeals(with: appeal, at: times)
            ?? ledger.appeals(against: SanctionID(wellFormed: appeal.text), at: times)
    }
}

/// Every sanction that was appealed or can be (可申诉、已申诉的处分).
public struct AppealList: ListQuestion {
    public static let spoken = "appeal list"
    public var listed: TagKind? { SanctionID.tagKind }
    public let times: Times
    public let window: ListWindow
    public let person: SubjectID?
    /// Only what is not final yet.
    public let open: Bool

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
        person = try fields.given("person", \.person)
        open = try fields.given("open", \.open, or: false)
    }

    /// Whether nothing narrows it.
    public var isEveryAppeal: Bool { !open && person == nil && window.after == nil }

    public func answer(in ledger: Ledger) throws -> AppealsAnswer? {
        AppealsAnswer(
            times: ledger.asked(times),
            appeals: try ledger.appeals(of: person, openOnly: open, at: times, in: window))
    }

    public func unrecorded(in ledger: Ledger) throws -> Unrecorded? {
        try ledger.unrecorded(person: person) { true }
    }
}

/// Every statutory clock that runs, due soonest first (期限看板).
public struct DeadlinesQuestion: ListQuestion {
    public static let spoken = "deadlines"
    public var listed: TagKind? { nil }
    public let times: Times
    public let window: ListWindow
    public let unit: UnitID?
    public let person: SubjectID?
    public let overdue: Bool
    /// Whether a page says how each was computed; for programs it always stands there.
    public let explain: Bool

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
        if let place = window.after, !DeadlineBoard.isPlace(place) {
            throw .notADate("after", text: place)
        }
        unit = try fields.given("unit", \.unit)
        person = try fields.given("person", \.person)
        overdue = try fields.given("overdue", \.overdue, or: false)
        explain = try fields.given("explain", \.explain, or: false)
    }

    public func answer(in ledger: Ledger) throws -> DeadlineBoard? {
        var selection = DeadlineBoard.Selection(isOverdueOnly: overdue)
        selection.unit = unit
        selection.person = person
        return try ledger.deadlines(at: times, selecting: selection, in: window)
    }

    public func unrecorded(in ledger: Ledger) throws -> Unrecorded? {
        try ledger.unrecorded(person: person, unit: unit) {
            try answer(in: ledger)?.items.isEmpty == false
        }
    }
}
