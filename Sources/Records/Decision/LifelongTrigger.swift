/// Why a decision is pursued for life (终身追责要件): an error or an undue delay, and great harm.
///
/// It is kept apart from the procedural grounds of Art. 6 to 11, which make a breach accountable by
/// itself: a ground never stands in for an error, nor an error for a ground.
///
/// - Source: 追责制度 Art. 3; 713 Art. 38.
public struct LifelongTrigger: Hashable, Sendable {
    /// What went wrong.
    public enum Element: String, Code {
        /// 决策错误.
        case decisionError
        /// 久拖不决.
        case undueDelay
    }

    public let element: Element
    public let loss: LossDegree
    public let influence: InfluenceDegree
    /// The day from which both elements are established.
    public let since: CalendarDate
    /// The entries that establish them.
    public let evidence: [Position]
}

extension DecisionFile {
    /// Whether the decision is pursued for life as of that day, by what was known at the moment.
    public func lifelongTrigger(
        on date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> LifelongTrigger? {
        past(by: date, knownAt: moment).lifelongTrigger
    }
}

extension DecisionPast {
    var lifelongTrigger: LifelongTrigger? {
        let delays = facts(DecisionDelayIdentified.self)
        for harm in facts(HarmConfirmed.self) {
            let fact = harm.payload
            guard fact.loss == .major || fact.influence == .severe, let on = harm.on else {
                continue
            }
            switch fact.attribution {
            case .decisionError:
                return LifelongTrigger(
                    element: .decisionError, loss: fact.loss, influence: fact.influence,
                    since: on, evidence: [harm.position])
            case .undueDelay:
                guard let delay = delays.first, let identified = delay.on else { continue }
                return LifelongTrigger(
                    element: .undueDelay, loss: fact.loss, influence: fact.influence,
                    since: max(on, identified), evidence: [delay.position, harm.position].sorted())
            case .execution, .other: continue
            }
        }
        return nil
    }
}
