public import Records
public import Registry
public import Vocabulary

/// One decision's dossier (决策档案).
public struct DecisionShow: TimedQuestion {
    public static let spoken = "decision show"
    public static let about: String? = "decision"
    public let decision: DecisionID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> Named<Dossier>? {
        try ledger.dossier(of: decision, at: times).map { dossier in
            try ledger.naming(dossier.subjects, in: dossier, at: times)
        }
    }
}

/// Who answers for a decision, and where they are (责任倒查).
public struct DecisionResponsible: TimedQuestion {
    public static let spoken = "decision responsible"
    public static let about: String? = "decision"
    public let decision: DecisionID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> Named<BackTrace>? {
        try ledger.backTrace(of: decision, at: times).map { trace in
            let persons = trace.persons + trace.others
            return try ledger.naming(
                persons.map(\.subject) + trace.units.map(\.unit), in: trace, at: times)
        }
    }
}

/// The decisions of the ledger (决策台账).
public struct DecisionList: ListQuestion {
    public static let spoken = "decision list"
    public var listed: TagKind? { DecisionID.tagKind }
    public let times: Times
    public let window: ListWindow

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
    }

    public func answer(in ledger: Ledger) throws -> DecisionsAnswer? {
        DecisionsAnswer(
            times: ledger.asked(times), decisions: try ledger.decisions(at: times, in: window))
    }
}

/// The suspected grounds waiting for somebody to look into them (待核查的疑似情形).
public struct DecisionGrounds: ListQuestion {
    public static let spoken = "decision grounds"
    public var listed: TagKind? { DecisionID.tagKind }
    public let times: Times
    /// Of decisions, whose grounds are listed.
    public let window: ListWindow
    /// Those dismissed or taken up, too.
    public let all: Bool

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
        all = try fields.given("all", \.all, or: false)
    }

    public func answer(in ledger: Ledger) throws -> GroundsAnswer? {
        let decisions = try ledger.decisions(at: times, in: window)
        let grounds = QueuedGround.queue(of: decisions.rows, all: all)
        return GroundsAnswer(
            times: ledger.asked(times),
            grounds: Windowed(rows: grounds, more: decisions.more, next: decisions.next),
            unjudged: decisions.rows.compactMap(UnjudgedDecision.init))
    }
}
