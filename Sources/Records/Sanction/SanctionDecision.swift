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

    var moment: (CalendarDate?, Position) { (on, position) }

    private init(_ imposed: Recorded<SanctionImposed>) {
        position = imposed.position
        on = imposed.on
        measure = imposed.fact.measure
        months = imposed.fact.months
        instrument = imposed.fact.instrument
        isOfChange = false
    }

    private init(_ varied: Recorded<SanctionVaried>) {
        position = varied.position
        on = varied.on
        measure = varied.fact.measure
        months = varied.fact.months
        instrument = nil
        isOfChange = true
    }

    private init(_ rectified: Recorded<SanctionRectified>) {
        position = rectified.position
        on = rectified.on
        measure = rectified.fact.measure
        months = rectified.fact.months
        instrument = rectified.fact.instrument
        isOfChange = true
    }

    /// All of them, in the order in which they were made.
    static func all(
        _ imposed: Recorded<SanctionImposed>, _ variations: [Recorded<SanctionVaried>],
        _ rectifications: [Recorded<SanctionRectified>]
    ) -> [SanctionDecision] {
        let later =
            variations.filter(\.fact.isOwnDecision).map(SanctionDecision.init)
            + rectifications.map(SanctionDecision.init)
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

    /// - Parameter day: By which the decision was made; nil: the last.
    init?(of decisions: [SanctionDecision], by day: CalendarDate? = nil) {
        let last = decisions.lastIndex { one in
            guard let day, let on = one.on else { return true }
            return on <= day
        }
        guard let index = last ?? decisions.indices.first else { return nil }
        decision = decisions[index]
        next = index + 1 < decisions.count ? decisions[index + 1] : nil
    }
}

extension SanctionFile {
    /// The decision that was the last by that day, with what belongs to it; nil: nothing was imposed.
    func decision(
        by day: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> DecisionSpan? {
        guard let imposed = log.latest(SanctionImposed.self, knownAt: moment) else { return nil }
        return DecisionSpan(
            of: SanctionDecision.all(
                imposed, log.standing(SanctionVaried.self, knownAt: moment),
                log.standing(SanctionRectified.self, knownAt: moment)),
            by: day)
    }
}

extension SanctionLife {
    /// The decision that holds on the day, with what belongs to it.
    var span: DecisionSpan? {
        DecisionSpan(of: SanctionDecision.all(imposed, variations, rectifications))
    }
    /// The decision that holds on the day.
    public var decision: SanctionDecision? { span?.decision }
}
