internal import Law
public import Vocabulary

/// As what a unit answers for a decision beside its people (责任单位).
///
/// - Source: 713 Art. 34, 39, 40.
public enum UnitCapacity: String, Code {
    /// 承办单位、执行单位、监督单位.
    case organising, executing, supervising
}

/// A unit was charged with supervising how the decision is carried out (确定监督单位).
///
/// - Units: `on` of the entry is the day of the assignment.
/// - Refusals: ``GeneralRefusal``, ``SubjectRefusal``: no unit, or one that is not registered.
/// - Source: 713 Art. 34.
public struct SupervisionAssigned: DecisionStep {
    public static let type: EventType = "decision.supervisionAssigned.v1"

    public let decision: DecisionID
    /// Unit that supervises.
    public let supervisor: UnitID
    /// Number of the document that says so.
    public var instrument: String?
}

extension SupervisionAssigned {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        supervisor = try fields.given("supervisor", \.supervisor, .tag)
        instrument = try fields.given("instrument", \.instrument)
    }

    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        guard past.subject(supervisor)?.registration != nil else {
            throw .unknownSubject(supervisor)
        }
    }
}

/// A unit that answers for a decision beside its people (责任单位).
public struct ResponsibleUnit: Hashable, Sendable {
    public let unit: UnitID
    public let capacity: UnitCapacity
    /// The entries that show it.
    public let evidence: [Position]
    /// What it became, where it was merged or replaced since.
    public let successor: UnitID?
}

extension UnitCapacity {
    /// The rule by which a unit answers as this.
    public var source: String {
        switch self {
        case .organising: "713#39"
        case .executing: "713#40"
        case .supervising: "713#34"
        }
    }
}

extension DecisionPast {
    /// The units that prepared it, carried it out or supervised that; each once for each, in the order
    /// of the law.
    func units() -> [(unit: UnitID, capacity: UnitCapacity, evidence: [Position])] {
        var found: [(unit: UnitID, capacity: UnitCapacity, evidence: [Position])] = []
        func note(_ unit: UnitID, _ capacity: UnitCapacity, _ position: Position) {
            let there = found.firstIndex { $0.unit == unit && $0.capacity == capacity }
            if let there {
                found[there].evidence.append(position)
            } else {
                found.append((unit, capacity, [position]))
            }
        }
        for one in facts(DecisionInitiated.self) { note(one.fact.lead, .organising, one.position) }
        for one in facts(ExecutionAssigned.self) {
            note(one.fact.executor, .executing, one.position)
        }
        for one in facts(SupervisionAssigned.self) {
            note(one.fact.supervisor, .supervising, one.position)
        }
        return found
    }
}
