public import Vocabulary

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
    /// The decision that the unit answers for.
    public var decision: DecisionID?
}

extension UnitNamed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        unit = try fields.given("unit", \.unit, .tag)
        capacity = try fields.given("capacity", \.capacity)
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
