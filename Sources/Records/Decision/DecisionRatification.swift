internal import Law
public import Vocabulary

/// An organ ratified the decision after it had been adopted (事后追认): without competence, or without
/// collective discussion.
///
/// - Invariant: It heals nothing. A step that the Order asks for before the decision (713 Art. 5, 30) is
///   not made up for after it: every suspected ground stays as it was, and is shown with the
///   ratification beside it.
/// - Units: `on` of the entry is the day of the ratification.
/// - Refusals: ``DecisionRefusal/notAdopted(_:by:)``, ``DecisionRefusal/ratifiedAlready(_:by:on:)``,
///   ``SubjectRefusal``: a unit that is not registered.
/// - Source: 713 Art. 30, 38.
public struct DecisionRatified: FollowUpStep {
    public static let type: EventType = "decision.ratified.v1"

    public let decision: DecisionID
    /// The organ that ratified it.
    public let organ: UnitID
    /// Number of the document, or of the minutes.
    public let instrument: String
}

extension DecisionRatified {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
        organ = try fields.given("organ", \.organ)
        instrument = try fields.given("instrument", \.instrument)
    }

    /// Each adoption once by each organ, whichever day is recorded first.
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        guard past.subject(organ)?.registration != nil else { throw .unknownSubject(organ) }
        if file.stands(self, on: on) { return }
        let course = file.past()
        let there = course.ratifications().first {
            $0.fact.fact.organ == organ && $0.round == course.roundRatified(on: on)
        }
        if let there, let day = there.fact.on {
            throw .decision(.ratifiedAlready(decision, by: organ, on: day))
        }
    }
}

/// A ratification with the adoption that it is of.
public struct Ratification: Hashable, Sendable {
    public let fact: Recorded<DecisionRatified>
    /// Which round's.
    public let round: Int

    /// Whether the ground was of that adoption, and had arisen by then: it is told beside it.
    public func covers(_ ground: DossierGround) -> Bool {
        guard round == ground.round, let ratified = fact.on, let arose = ground.on else {
            return false
        }
        return arose <= ratified
    }
}

extension DecisionPast {
    /// The round whose adoption a ratification of that day is of: the last one adopted by then.
    func roundRatified(on day: CalendarDate?) -> Int? {
        guard let day else { return nil }
        return rounds().last { round in round.adoption?.on.map { $0 <= day } ?? false }?.number
    }

    /// In the order in which they were made.
    func ratifications() -> [Ratification] {
        facts(DecisionRatified.self).compactMap { fact in
            roundRatified(on: fact.on).map { Ratification(fact: fact, round: $0) }
        }
    }
}
