public import Law
public import Vocabulary

/// Why a decision is pursued for life (终身追责要件): an error or an undue delay, and great harm.
///
/// It is kept apart from the procedural grounds of Art. 6 to 11, which make a breach accountable by
/// itself: a ground never stands in for an error, nor an error for a ground.
///
/// - Source: 追责制度 Art. 3; 713 Art. 38.
public struct LifelongTrigger: Hashable, Sendable {
    /// What went wrong.
    public enum Element: String, Code {
        /// 决策错误、久拖不决.
        case decisionError, undueDelay
    }

    public let element: Element
    public let loss: LossDegree
    public let influence: InfluenceDegree
    /// The day from which both elements are established.
    public let since: CalendarDate
    /// The entries that establish them.
    public let evidence: [Position]
    /// The rule it stands in, by the rules in force when it was decided, or should have been (追责制度
    /// Art. 17: earlier acts are judged by the rules of their day).
    public let source: String
}

/// What is lacking for it, as far as it had come (未具备的要件).
public enum LifelongLack: String, Code {
    /// 未确认损害；损害未注明日期；不属重大损失或者恶劣影响.
    case noHarm, undated, notGreat
    /// 未归因于决策错误或者久拖不决；未作出决策；未认定久拖不决.
    case notAttributed, notAdopted, noDelay
    /// 事项已排除，不属于重大行政决策.
    case excluded
}

extension DecisionFile {
    /// Whether the decision is pursued for life as of that day, by what was known at the moment.
    public func lifelongTrigger(
        on date: CalendarDate? = nil, knownAt moment: Instant? = nil, under law: Law
    ) -> LifelongTrigger? {
        past(by: date, knownAt: moment).lifelong(under: law.known(at: moment)).trigger
    }
}

extension DecisionPast {
    /// Why it is pursued for life; or, where its elements are recorded and yet nobody can say, the
    /// day of which no rules are known; or else what is lacking, of the harm that came nearest.
    func lifelong(
        under law: Law
    ) -> (trigger: LifelongTrigger?, fault: LawFault?, lack: LifelongLack?) {
        if exclusion != nil { return (nil, nil, .excluded) }
        var fault: LawFault?
        var lacks: [LifelongLack] = [.noHarm]
        func source(of day: CalendarDate) -> String? {
            guard let rules = law.decisionBodies(on: day) else {
                fault = fault ?? law.decisionFault(on: day)
                return nil
            }
            return rules.article("XZZ-2020-26#3") == nil ? "713#38" : "XZZ-2020-26#3"
        }
        let delays = facts(DecisionDelayIdentified.self)
        var established: [LifelongTrigger] = []
        for harm in facts(HarmConfirmed.self) {
            let fact = harm.fact
            guard let on = harm.on else {
                lacks.append(.undated)
                continue
            }
            guard fact.loss == .major || fact.influence == .severe else {
                lacks.append(.notGreat)
                continue
            }
            switch fact.attribution {
            case .decisionError:
                guard let adopted = roundInForce.adoption?.on else {
                    lacks.append(.notAdopted)
                    continue
                }
                guard let source = source(of: adopted) else { continue }
                established.append(
                    LifelongTrigger(
                        element: .decisionError, loss: fact.loss, influence: fact.influence,
                        since: on, evidence: [harm.position], source: source))
            case .undueDelay:
                guard let delay = delays.first, let identified = delay.on else {
                    lacks.append(.noDelay)
                    continue
                }
                guard let source = source(of: delay.fact.shouldDecideOn) else { continue }
                established.append(
                    LifelongTrigger(
                        element: .undueDelay, loss: fact.loss, influence: fact.influence,
                        since: max(on, identified),
                        evidence: [delay.position, harm.position].sorted(), source: source))
            case .execution, .other: lacks.append(.notAttributed)
            }
        }
        // The earliest: what is established later does not move the day.
        let trigger = established.min { $0.since < $1.since }
        if trigger != nil { return (trigger, nil, nil) }
        if let fault { return (nil, fault, nil) }
        let order = LifelongLack.allCases
        let nearest = lacks.max {
            (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0)
        }
        return (nil, nil, nearest)
    }
}
