public import Law
public import Vocabulary

/// The decision that is served and objected to (处分决定): the one that imposed the sanction, or the last by
/// which the organ itself, or the one above it, made another of it. What an appeal made of it is no
/// such decision: its outcome is served by itself, and carried on.
///
/// - Source: 政务处分法 Art. 45, 46, 55; 公务员法 Art. 95, 97.
public struct SanctionDecision: Hashable, Sendable {
    public let position: Position
    public let on: CalendarDate?
    public let measure: Measure
    public let months: Int?
    public let instrument: String?
    /// Whether it made another of what was imposed.
    public let isOfChange: Bool
    /// Whether it made it lighter: then what was told before holds until it is served itself.
    let isLighter: Bool

    var moment: (CalendarDate?, Position) { (on, position) }

    private init(_ imposed: Recorded<SanctionImposed>) {
        position = imposed.position
        on = imposed.on
        measure = imposed.fact.measure
        months = imposed.fact.months
        instrument = imposed.fact.instrument
        isOfChange = false
        isLighter = false
    }

    private init(_ varied: Recorded<SanctionVaried>, isLighter: Bool) {
        position = varied.position
        on = varied.on
        measure = varied.fact.measure
        months = varied.fact.months
        instrument = nil
        isOfChange = true
        self.isLighter = isLighter
    }

    private init(_ rectified: Recorded<SanctionRectified>, isLighter: Bool) {
        position = rectified.position
        on = rectified.on
        measure = rectified.fact.measure
        months = rectified.fact.months
        instrument = rectified.fact.instrument
        isOfChange = true
        self.isLighter = isLighter
    }

    /// All of them, in the order in which they were made.
    static func all(
        _ imposed: Recorded<SanctionImposed>, _ variations: [Recorded<SanctionVaried>],
        _ rectifications: [Recorded<SanctionRectified>], under law: Law
    ) -> [SanctionDecision] {
        let heavier = Set(
            Change.all(of: imposed.fact, variations, rectifications, under: law)
                .filter(\.restarts).compactMap(\.position))
        let later =
            variations.filter(\.fact.isOwnDecision).map {
                SanctionDecision($0, isLighter: true)
            }
            + rectifications.map {
                SanctionDecision($0, isLighter: !heavier.contains($0.position))
            }
        return [SanctionDecision(imposed)] + later.sorted { $0.moment <% $1.moment }
    }
}

extension SanctionVaried {
    /// Whether the organ decided so of itself: then it is a decision with remedies of its own.
    var isOwnDecision: Bool { by == .organ && appeal == nil }
}

/// Which service and which filings belong to one decision: those after it, and before the next.
struct DecisionSpan {
    let decision: SanctionDecision
    let next: SanctionDecision?

    func holds<F: Fact>(_ fact: Recorded<F>) -> Bool {
        if decision.isOfChange && fact.moment <% decision.moment { return false }
        return next.map { fact.moment <% $0.moment } ?? true
    }

    /// - Parameters:
    ///   - day: By which the decision was made; nil: the last.
    ///   - services: Where they are given, one that made it lighter counts once it was served: until
    ///     then the person was told of the one before, and nothing is taken away.
    init?(
        of decisions: [SanctionDecision], by day: CalendarDate? = nil,
        servedBy services: [Recorded<SanctionServed>]? = nil
    ) {
        let made = decisions.filter { one in
            guard let day, let on = one.on else { return true }
            return on <= day
        }
        let known = made.isEmpty ? Array(decisions.prefix(1)) : made
        let counting = known.filter { one in
            guard let services, one.isLighter else { return true }
            return services.contains { !($0.moment <% one.moment) }
        }
        guard let last = counting.last else { return nil }
        decision = last
        next = decisions.first { last.moment <% $0.moment && !known.contains($0) }
    }
}

extension SanctionFile {
    /// The decisions on it, in the order in which they were made.
    func decisions(knownAt moment: Instant? = nil, under law: Law) -> [SanctionDecision] {
        guard let imposed = log.latest(SanctionImposed.self, knownAt: moment) else { return [] }
        return SanctionDecision.all(
            imposed, log.standing(SanctionVaried.self, knownAt: moment),
            log.standing(SanctionRectified.self, knownAt: moment), under: law)
    }

    /// The decision that is objected to by that day, with what belongs to it; nil: nothing was imposed.
    func decision(
        by day: CalendarDate? = nil, knownAt moment: Instant? = nil, under law: Law
    ) -> DecisionSpan? {
        DecisionSpan(
            of: decisions(knownAt: moment, under: law), by: day,
            servedBy: log.standing(SanctionServed.self, by: day, knownAt: moment))
    }
}

extension SanctionLife {
    /// The decision that is objected to on the day, with what belongs to it.
    var span: DecisionSpan? { DecisionSpan(of: decisions, servedBy: services) }
    /// The decision that made it what it is, but for what an appeal made of it.
    public var decision: SanctionDecision? { decisions.last }
}
