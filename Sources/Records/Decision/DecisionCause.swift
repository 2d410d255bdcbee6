internal import Law
public import Vocabulary

/// A later decision was made necessary by this one (导致后续决策). It follows from the opening of the
/// later one, which names its cause, and falls with it.
///
/// - Units: `on` of the entry is the day on which the later one was opened.
/// - Source: 713 Art. 38; 追责制度 Art. 3.
public struct DecisionCaused: Fact {
    public static let type: EventType = "decision.caused.v1"

    public let decision: DecisionID
    /// The later decision.
    public let caused: DecisionID
}

extension DecisionCaused {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.derived("decision", \.decision, .tag)
        caused = try fields.derived("caused", \.caused, .tag)
    }

    public static var duty: Duty { .decision }
}

extension DecisionInitiated {
    /// What caused it is recorded, is another, was not caused by it in turn, and began no later. With
    /// its beginning, and not its adoption: what was dragged out causes as much as what was decided.
    func checkCause(over past: some Past, on day: CalendarDate?) throws(Refusal) {
        guard let causedBy else { return }
        let cause = try past.recorded(causedBy)
        var chain = [decision]
        var next: DecisionID? = causedBy
        while let one = next {
            if chain.contains(one) {
                throw .decision(.causesItself(decision, through: chain + [one]))
            }
            chain.append(one)
            next = past.decision(one)?.past().cause(of: one)?.fact.decision
        }
        if let day, let began = cause.began, day < began {
            throw .decision(.causeBeginsLater(causedBy, on: began, caused: decision))
        }
    }
}

extension DecisionFile {
    /// The first day of which something is recorded of the decision itself.
    var began: CalendarDate? {
        log.standing.filter { recorded in
            // What only names it tells nothing of when it began.
            recorded.event.kind?.trail.brings == DecisionID.tagKind
                && recorded.event[DecisionCaused.self] == nil
        }.compactMap(\.on).min()
    }
}

extension DecisionPast {
    /// The decision that made this one necessary: by the entry that the page of that one shows, too.
    func cause(of decision: DecisionID) -> Recorded<DecisionCaused>? {
        facts(DecisionCaused.self).last { $0.fact.caused == decision }
    }

    /// The decisions that it made necessary, in the order of their days.
    func caused(by decision: DecisionID) -> [Recorded<DecisionCaused>] {
        facts(DecisionCaused.self).filter { $0.fact.decision == decision }
    }
}
