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

    public func answer(in ledger: Ledger) throws -> DossierAnswer? {
        try ledger.dossier(of: decision, asOf: times.asOf, knownAt: times.knownAt).map { dossier in
            DossierAnswer(
                dossier: dossier,
                names: try ledger.names(of: dossier.subjects, knownAt: times.knownAt))
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

    public func answer(in ledger: Ledger) throws -> BackTraceAnswer? {
        try ledger.backTrace(of: decision, asOf: times.asOf, knownAt: times.knownAt).map { trace in
            BackTraceAnswer(
                trace: trace,
                names: try ledger.names(
                    of: (trace.persons + trace.others).map(\.subject), knownAt: times.knownAt))
        }
    }
}

/// The decisions of the ledger (决策台账).
public struct DecisionList: TimedQuestion {
    public static let spoken = "decision list"
    public static let about: String? = nil
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) { times = try fields.times() }

    public func answer(in ledger: Ledger) throws -> DecisionsAnswer? {
        DecisionsAnswer(
            times: ledger.asked(times),
            decisions: try ledger.decisions(asOf: times.asOf, knownAt: times.knownAt))
    }
}

/// The suspected grounds waiting for somebody to look into them (待核查的疑似情形).
public struct DecisionGrounds: TimedQuestion {
    public static let spoken = "decision grounds"
    public static let about: String? = nil
    public let times: Times
    /// Those dismissed or taken up, too.
    public let all: Bool

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        all = try fields.given("all", \.all, or: false)
    }

    public func answer(in ledger: Ledger) throws -> GroundsAnswer? {
        GroundsAnswer(
            times: ledger.asked(times),
            grounds: try ledger.grounds(asOf: times.asOf, knownAt: times.knownAt, all: all))
    }
}

extension Ledger {
    /// The times by which an answer is given.
    func asked(_ times: Times) -> Times {
        Times(asOf: day(times.asOf, times.knownAt), knownAt: times.knownAt)
    }
}
