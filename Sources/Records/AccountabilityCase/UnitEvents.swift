public import Vocabulary

/// In what a unit failed (单位失职情形).
///
/// - Source: 713 Art. 34, 39, 40; 政务处分法 Art. 39.
public enum UnitFailing: String, Code {
    /// 未按规定履行决策程序、失职渎职、弄虚作假.
    case proceduresNotKept, dereliction, falsification
    /// 拒不执行、推诿执行、拖延执行，瞒报、谎报或者漏报.
    case executionRefused, executionShirked, executionDelayed, concealment
    /// 不履行监督检查等职责（不作为）: there need be no decision.
    case inaction
}

extension UnitFailing {
    fileprivate var source: String {
        switch self {
        case .proceduresNotKept, .dereliction, .falsification: "713#39"
        case .executionRefused, .executionShirked, .executionDelayed, .concealment: "713#40"
        case .inaction: "713#34"
        }
    }
}

/// A unit was named in a case as answerable beside its people (列为责任单位). This is a suspicion, never
/// a finding.
///
/// - Units: `on` of the entry is the day of naming.
/// - Refusals: ``SubjectRefusal``: unknown case or unit; ``CaseRefusal/closed(_:on:)``.
/// - Source: 713 Art. 34, 39, 40.
public struct UnitNamed: CaseFact {
    public static let type: EventType = "case.unitNamed.v1"

    public let `case`: CaseID
    public let unit: UnitID
    /// As what it answers; left out, as the decision of the case shows it.
    public var capacity: UnitCapacity?
    /// The decision that the unit answers for; where there was none, it answers for what it left undone.
    public var decision: DecisionID?
    public var failing: UnitFailing?
}

extension UnitNamed {
    /// The rule by which it answers. The Order governs decisions; where there was none, who leads the
    /// unit and who was directly responsible answer for what it left undone (政务处分法 Art. 10, 39).
    var answersUnder: String {
        if decision == nil { return "政务处分法#39" }
        return (failing?.source ?? capacity?.source) ?? UnitCapacity.organising.source
    }
}

extension UnitNamed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        unit = try fields.given("unit", \.unit, .tag)
        capacity = try fields.given("capacity", \.capacity)
        failing = try fields.given("failing", \.failing, .since(2))
        decision = try fields.derived("decision", \.decision, .tag)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}

/// The competent organ found on a unit's responsibility (单位责任认定). None of the sanctions of persons
/// follows from it: the deciding organ orders that it be put right (责令改正).
///
/// - Invariant: The latest finding on a unit in a case is the one that counts.
/// - Units: `on` of the entry is the day of the finding.
/// - Refusals: ``CaseRefusal/unitNotNamed(_:_:)``, ``CaseRefusal/closed(_:on:)``.
/// - Source: 713 Art. 34, 39, 40.
public struct UnitFindingMade: CaseFact {
    public static let type: EventType = "finding.unitMade.v1"

    public let `case`: CaseID
    public let unit: UnitID
    public let finding: Finding
    /// Number of the document.
    public var instrument: String?
    /// What the unit was ordered to put right, in public words.
    public var rectification: String?
}

extension UnitFindingMade {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        unit = try fields.given("unit", \.unit, .tag)
        finding = try fields.given("finding", \.finding)
        instrument = try fields.given("instrument", \.instrument)
        rectification = try fields.given("rectification", \.rectification)
    }

    public var acting: Acting { Acting(in: `case`.tag) }
}
