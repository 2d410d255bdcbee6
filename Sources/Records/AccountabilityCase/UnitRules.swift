internal import Law
public import Vocabulary

extension UnitNamed {
    /// As what the unit answers the naming says, or the decision that the case is about shows.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard past.subject(unit)?.registration != nil else { throw .unknownSubject(unit) }
        let file = try past.opened(self.case)
        let course = file.past()
        let about = course.opening?.fact.decision
        let shown = about.flatMap(past.decision)?.past().units().first { $0.unit == unit }
        guard let capacity = capacity ?? shown?.capacity else { throw .missing("capacity") }
        let isThere = course.facts(UnitNamed.self).contains {
            $0.fact.unit == unit && $0.fact.capacity == capacity
                && (failing == nil || $0.fact.failing == failing)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        try course.checkOpen(on: circumstances.on)
        var fact = self
        fact.capacity = capacity
        fact.decision = about
        return [circumstances.draft(fact, under: fact.answersUnder)]
    }
}

extension UnitFindingMade {
    /// A finding concerns a unit named in the case.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.opened(self.case)
        if file.log.stands(self, on: circumstances.on) { return [] }
        let course = file.past()
        let named = course.facts(UnitNamed.self).last { $0.fact.unit == unit }
        guard let named else { throw .case(.unitNotNamed(unit, self.case)) }
        try course.checkOpen(on: circumstances.on)
        return [circumstances.draft(self, under: named.fact.answersUnder)]
    }
}

/// A unit named in a case: as what, and what was found (责任单位).
public struct CaseUnit: Hashable, Sendable {
    public let unit: UnitID
    /// As often as it was named in another capacity.
    public let namings: [Recorded<UnitNamed>]
    /// In the order in which they were made; the last counts.
    public let findings: [Recorded<UnitFindingMade>]
    /// What it became, where it was merged or replaced since.
    public let successor: UnitID?
}

extension CasePast {
    /// The units named, each once, in the order in which they were.
    var units: [UnitID] {
        var seen: Set<UnitID> = []
        return facts(UnitNamed.self).map(\.fact.unit).filter { seen.insert($0).inserted }
    }

    /// Whether a unit was named and nothing was found on it.
    var hasUnitWithoutFinding: Bool {
        let found = Set(facts(UnitFindingMade.self).map(\.fact.unit))
        return !found.isSuperset(of: units)
    }
}
