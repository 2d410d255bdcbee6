internal import Law
internal import Vocabulary

/// The act that changed a sanction last.
struct Change: Hashable, Sendable {
    let measure: Measure
    let months: Int?
    let on: CalendarDate?
    let position: Position?
    /// Whether it made heavier what was there, so that it runs anew. What became lighter, whoever made it
    /// so, runs from where it began (政务处分法 Art. 58).
    let restarts: Bool

    init(measure: Measure, months: Int?, on: CalendarDate?) {
        self.measure = measure
        self.months = months
        self.on = on
        position = nil
        restarts = false
    }

    private init(
        _ measure: Measure, _ months: Int?, on: CalendarDate?, at position: Position,
        restarts: Bool
    ) {
        self.measure = measure
        self.months = months
        self.on = on
        self.position = position
        self.restarts = restarts
    }

    /// Every act that changed it, in the order in which they happened.
    static func all(
        of imposed: SanctionImposed, _ variations: [Recorded<SanctionVaried>],
        _ rectifications: [Recorded<SanctionRectified>], under law: Law
    ) -> [Change] {
        let acts =
            variations.map {
                (moment: $0.moment, measure: $0.fact.measure, months: $0.fact.months, own: false)
            }
            + rectifications.map {
                (moment: $0.moment, measure: $0.fact.measure, months: $0.fact.months, own: true)
            }
        var now: (Measure, Int?) = (imposed.measure, imposed.months)
        return acts.sorted { $0.moment <% $1.moment }.map { act in
            let isLighter =
                act.moment.0.flatMap(law.bodies(on:))?.isHeavier(
                    (act.measure.rawValue, act.months), than: (now.0.rawValue, now.1)) == false
            now = (act.measure, act.months)
            return Change(
                act.measure, act.months, on: act.moment.0, at: act.moment.1,
                restarts: act.own && !isLighter)
        }
    }
}

extension Recorded<SanctionImposed> {
    /// How long it lasts, as imposed or as changed last.
    func term(
        since: CalendarDate, changedBy change: Change?, under law: Law
    ) -> SanctionTerm {
        guard let change else {
            return SanctionTerm(
                days: fact.days, months: fact.months,
                from: first(of: since, under: law.bodies(on: since)),
                otherwise: law.facts(of: fact.measure, on: on ?? since, act: fact.actOn).term)
        }
        let rules = law.bodies(on: since)
        let today = change.on.flatMap(law.bodies(on:)) ?? rules
        let day = change.on ?? since
        let facts = law.facts(of: change.measure, on: day)
        let keepsStart =
            change.restarts ? false : today?.flag("variationKeepsOriginalStart") ?? true
        let term = SanctionTerm(
            days: nil, months: change.months ?? facts.months,
            from: first(of: keepsStart ? since : day, under: rules), otherwise: facts.term)
        guard change.restarts, today?.flag("rectificationCountsServed") ?? true,
            case .until(let last) = term, let on, on < day
        else { return term }
        let served = day.ordinal - on.ordinal
        return last.adding(days: -served).map { .until(max($0, day)) } ?? term
    }

    private func first(of day: CalendarDate, under rules: Bodies?) -> CalendarDate {
        let includesFirstDay = rules?.flag("sanctionPeriodIncludesFirstDay") ?? true
        return includesFirstDay ? day : day.adding(days: 1) ?? day
    }
}
