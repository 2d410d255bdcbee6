public import Law
public import Vocabulary

/// The matter is none of those that the Order governs (不属于重大行政决策事项): what is decided in it is
/// no major administrative decision, and no procedural ground arises from it, whenever it arose.
///
/// - Units: `on` of the entry is the day on which that was decided.
/// - Refusals: ``DecisionRefusal/notAnExclusion(_:_:)``,
///   ``DecisionRefusal/recordedOtherwise(_:_:on:)``, ``GeneralRefusal/missing(_:)``.
/// - Source: 713 Art. 3 last paragraph.
public struct DecisionExcluded: DecisionFact {
    public static let type: EventType = "decision.excluded.v1"

    public let decision: DecisionID
    /// Why: *exclusions* in the catalogue of the rulebook.
    public let ground: String
    /// The organ that decided so.
    public let decidedBy: UnitID
    /// The number of the document by which it decided.
    public let instrument: String
    /// What the matter is, in public words, where nobody proposed it.
    public var title: String?
}

extension DecisionExcluded {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        ground = try fields.given("ground", \.ground)
        decidedBy = try fields.given("decidedBy", \.decidedBy)
        instrument = try fields.given("instrument", \.instrument)
        title = try fields.given("title", \.title)
    }

    /// A matter is excluded once, on a ground that the catalogue of the day has, by a unit that is
    /// registered; nobody needs to have proposed it. I14: before any rules it is recorded as given.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard past.subject(decidedBy)?.registration != nil else {
            throw .unknownSubject(decidedBy)
        }
        try past.checkRepeat(self, of: decision, circumstances)
        if let on = circumstances.on, let rules = past.law.decisionBodies(on: on) {
            let codes = rules.catalogue.exclusions.map(\.code)
            guard codes.contains(ground) else { throw .decision(.notAnExclusion(ground, codes)) }
        }
        return past.record(self, circumstances)
    }
}

/// That a matter was excluded, as the page tells it.
public struct Exclusion: Hashable, Sendable {
    public let fact: Recorded<DecisionExcluded>
    /// The ground in the words of the catalogue of the day; nil where no rules of that day have it.
    public let item: Rulebook.Catalogue.Item?
}

extension DecisionPast {
    /// That the matter is excluded, where it is: the Order asks nothing of it.
    var exclusion: Recorded<DecisionExcluded>? { facts(DecisionExcluded.self).last }

    func exclusion(under law: Law) -> Exclusion? {
        exclusion.map { fact in
            let catalogue = fact.on.flatMap(law.decisionBodies(on:))?.catalogue
            return Exclusion(
                fact: fact, item: catalogue?.exclusions.first { $0.code == fact.fact.ground })
        }
    }
}

extension DecisionFile {
    /// No ground of the procedure is suspected where the Order asks for none.
    func checkNotExcluded() throws(Refusal) {
        if let there = past().exclusion {
            throw .decision(.excluded(decision, by: there.position))
        }
    }
}
