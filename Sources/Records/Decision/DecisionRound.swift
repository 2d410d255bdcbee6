public import Law
public import Vocabulary

/// One way of a decision from preparation to adoption. An adjustment opens the next (713 Art. 37):
/// the steps are due again.
public struct DecisionRound: Hashable, Sendable {
    /// From 1.
    public let number: Int
    /// The day of the adjustment that opened it; nil for the first.
    public let since: CalendarDate?
    /// The adoption that ended it, if one did.
    public let adoption: Recorded<DecisionAdopted>?
    /// The first day of the next one.
    let until: CalendarDate?

    /// Whether something of that day prepared this round.
    func covers(_ day: CalendarDate) -> Bool {
        if let since, day < since { return false }
        if let adopted = adoption?.on { return day <= adopted }
        return until.map { day <= $0 } ?? true
    }
}

/// The log of a decision as of a day, as known at a moment: what every question is asked of.
struct DecisionPast {
    let log: EventLog
    let date: CalendarDate?
    let moment: Instant?

    /// The facts of one kind that stand, in the order in which they happened.
    func facts<F: Fact>(_ kind: F.Type) -> [Recorded<F>] {
        log.standing(kind, by: date, knownAt: moment)
    }

    /// Those of them that prepared the round.
    func facts<F: Fact>(_ kind: F.Type, in round: DecisionRound) -> [Recorded<F>] {
        facts(kind).filter { fact in fact.on.map(round.covers) ?? false }
    }

    /// In order; the last is the one under way or adopted last. Never empty.
    func rounds() -> [DecisionRound] {
        let adjustments = facts(DecisionAdjusted.self).compactMap(\.on)
        let adoptions = facts(DecisionAdopted.self)
        let starts: [CalendarDate?] = [nil] + adjustments
        return starts.enumerated().map { index, since in
            let next = index + 1 < starts.count ? starts[index + 1] : nil
            let adoption = adoptions.first { fact in
                guard let on = fact.on else { return false }
                return (since.map { on >= $0 } ?? true) && (next.map { on <= $0 } ?? true)
                    && !(index > 0 && isOfEarlierRound(fact, startingBefore: index, starts))
            }
            return DecisionRound(number: index + 1, since: since, adoption: adoption, until: next)
        }
    }

    /// An adjustment on the very day of an adoption follows it.
    private func isOfEarlierRound(
        _ adoption: Recorded<DecisionAdopted>, startingBefore index: Int, _ starts: [CalendarDate?]
    ) -> Bool {
        guard let start = starts[index], adoption.on == start else { return false }
        let adjustments = facts(DecisionAdjusted.self)
        return adoption.position < adjustments[index - 1].position
    }

    /// The round that is under way, or that was adopted last.
    var round: DecisionRound {
        let all = rounds()
        return all[all.count - 1]
    }

    /// The last round that was adopted: the decision in force. Where none was, the one under way.
    var roundInForce: DecisionRound { rounds().last { $0.adoption != nil } ?? round }

    /// Whether something of that day followed the adoption of the round, before the next began.
    func followed(_ day: CalendarDate?, _ round: DecisionRound) -> Bool {
        guard let day, let adopted = round.adoption?.on, day >= adopted else { return false }
        return round.until.map { day <= $0 } ?? true
    }

    func isWaived(_ step: ProceduralStep, in round: DecisionRound) -> Recorded<StepWaived>? {
        facts(StepWaived.self, in: round).last { $0.fact.step == step }
    }
}

extension DecisionFile {
    func past(by date: CalendarDate? = nil, knownAt moment: Instant? = nil) -> DecisionPast {
        DecisionPast(log: log, date: date, moment: moment)
    }

    /// Whether it is not closed, and was adopted on one of those days: what the law says of them
    /// judges it still.
    public func isOpen(adoptedOn days: ClosedRange<CalendarDate>) -> Bool {
        log.standing(DecisionClosed.self).isEmpty && past().exclusion == nil
            && past().rounds().contains { $0.adoption?.on.map(days.contains) ?? false }
    }

    /// Whether it was proposed, initiated or excluded, by all that the register knows.
    public var isRecorded: Bool {
        !log.standing(DecisionProposed.self).isEmpty
            || !log.standing(DecisionInitiated.self).isEmpty
            || !log.standing(DecisionExcluded.self).isEmpty
    }
}
