public import Law
public import Vocabulary

/// Where a sanction stands (处分状态).
public enum SanctionState: String, Code {
    /// 已作出: imposed, not served, and nothing runs on.
    case imposed
    /// 已送达: served, and nothing runs on.
    case served
    /// 生效中、已期满.
    case inEffect, expired
    /// 已变更, and in effect as varied.
    case varied
    /// 已撤销.
    case annulled
    /// 已合并: another of the same kind took it up.
    case combined
    /// 未执行.
    case notExecuted
}

/// The life of one sanction as of a day, as known at a moment: computed, never waited for.
///
/// - Invariant: Neither a ground nor an appeal under way changes it (D2 5, 12): only a variation, an
///   annulment, a combination or the end of its term does.
/// - Source: 政务处分法 Art. 8, 15, 26, 56, 60.
public struct SanctionLife: Hashable, Sendable {
    public let imposed: Recorded<SanctionImposed>
    /// First day; of one that nobody can date, the day by which it had been imposed.
    public let since: CalendarDate
    /// What it is on the day: as imposed, or as varied last.
    public let measure: Measure
    public let months: Int?
    public let term: SanctionTerm
    /// Why nobody can say how long it lasts, where neither its decision nor any rules of its day do.
    public let termFault: LawFault?
    /// In the order in which they happened.
    public let variations: [Recorded<SanctionVaried>]
    public let service: Recorded<SanctionServed>?
    public let execution: Recorded<SanctionExecuted>?
    public let annulment: Recorded<SanctionAnnulled>?
    public let unexecuted: Recorded<SanctionNotExecuted>?
    /// The one that took it up.
    public let combination: Recorded<SanctionImposed>?
    public let restoration: Recorded<ReputationRestored>?
    public let compensations: [Recorded<CompensationPaid>]

    public var sanction: SanctionID { imposed.fact.sanction }
    /// Whether nobody can date it.
    public var isUndated: Bool { imposed.on == nil }

    /// Whether nothing has ended it but, perhaps, its term.
    var stands: Bool { annulment == nil && unexecuted == nil && combination == nil }

    /// Whether it runs on that day.
    public func isInEffect(on date: CalendarDate) -> Bool {
        stands && since <= date && term.covers(date, since: since)
    }

    /// Its last day, where it has one.
    public var lastDay: CalendarDate? {
        if let combined = combination?.on { return combined.adding(days: -1) }
        if case .until(let last) = term { return last }
        return nil
    }

    public func state(on date: CalendarDate) -> SanctionState {
        if annulment != nil { return .annulled }
        if unexecuted != nil { return .notExecuted }
        if combination != nil { return .combined }
        if case .until(let last) = term, last < date { return .expired }
        if isInEffect(on: date) { return variations.isEmpty ? .inEffect : .varied }
        return service == nil ? .imposed : .served
    }
}

extension Law {
    /// Why no rules say how long a measure lasts whose decision does not; nil where it is known, where
    /// there are rules of those days, and of what other law delivers.
    ///
    /// - Parameter days: Those of the act and of the decision.
    fileprivate func fault(
        of term: SanctionTerm, _ measure: Measure, givenOn days: [CalendarDate]
    ) -> LawFault? {
        guard term == .unknown, measure.family != .delivered,
            let day = days.first(where: { bodies(on: $0) == nil })
        else { return nil }
        return .noRules(on: day, first: firstDay)
    }
}

extension SanctionTerm {
    /// A period whose first day nobody knows has no last day that anybody could know.
    fileprivate func from(_ first: CalendarDate?) -> SanctionTerm {
        switch self {
        case .until where first == nil, .momentary where first == nil: .unknown
        case .until, .momentary, .indefinite, .unknown: self
        }
    }

    func covers(_ date: CalendarDate, since: CalendarDate) -> Bool {
        switch self {
        case .until(let last): date <= last
        case .indefinite: true
        case .momentary: date == since
        case .unknown: false
        }
    }
}

extension SubjectFile {
    /// The sanctions imposed on the person by that day, in the order in which they began; those
    /// that nobody can date from the day by which they had been imposed.
    ///
    /// - Parameter law: It says how long a measure lasts, and its settings what the law leaves open:
    ///   whether a period includes its first day, and whether a varied one keeps its start.
    public func sanctionLives(
        by date: CalendarDate, knownAt moment: Instant? = nil, under law: Law
    ) -> [SanctionLife] {
        if sanctions.isEmpty { return [] }
        let known = log.knowledge(at: moment)
        let law = law.known(at: moment)
        func facts<F: Fact>(_ kind: F.Type) -> [Recorded<F>] {
            log.standing(kind, by: date, knownAt: moment)
        }
        let variations = facts(SanctionVaried.self)
        let services = facts(SanctionServed.self)
        let executions = facts(SanctionExecuted.self)
        let restorations = facts(ReputationRestored.self)
        let compensations = facts(CompensationPaid.self)
        let annulled = annulments.filter { known.counts($0, by: date) }
        let undone = unexecuted.filter { known.counts($0, by: date) }
        let imposed = sanctions.filter { known.counts($0, by: date) }
        var combined: [SanctionID: Recorded<SanctionImposed>] = [:]
        for fact in imposed.sorted(by: { $0.isBefore($1) }) {
            let id = fact.fact.sanction
            // What was annulled takes up nothing: those it had combined run on.
            guard !annulled.contains(where: { $0.fact.sanction == id }),
                !undone.contains(where: { $0.fact.sanction == id })
            else { continue }
            for other in fact.fact.combines where other != id {
                combined[other] = combined[other] ?? fact
            }
        }
        var lives: [SanctionLife] = []
        for fact in imposed {
            let since = fact.latest(knownAt: moment)
            let id = fact.fact.sanction
            let mine = variations.filter { $0.fact.sanction == id }
            let measure = mine.last?.fact.measure ?? fact.fact.measure
            let term = fact.term(since: since, variedBy: mine.last, under: law).from(fact.on)
            lives.append(
                SanctionLife(
                    imposed: fact, since: since,
                    measure: measure,
                    months: mine.last.map { $0.fact.months } ?? fact.fact.months,
                    term: term,
                    termFault: law.fault(
                        of: term, measure,
                        givenOn: mine.last.map { [$0.on ?? since] }
                            ?? [fact.fact.actOn ?? since, since]),
                    variations: mine, service: services.last { $0.fact.sanction == id },
                    execution: executions.last { $0.fact.sanction == id },
                    annulment: annulled.last { $0.fact.sanction == id },
                    unexecuted: undone.last { $0.fact.sanction == id },
                    combination: combined[id],
                    restoration: restorations.last { $0.fact.sanction == id },
                    compensations: compensations.filter { $0.fact.sanction == id }))
        }
        return lives.sorted {
            ($0.since, $0.imposed.position) < ($1.since, $1.imposed.position)
        }
    }
}

extension Recorded<SanctionImposed> {
    /// How long it lasts, as imposed or as varied.
    func term(
        since: CalendarDate, variedBy variation: Recorded<SanctionVaried>?, under law: Law
    ) -> SanctionTerm {
        guard let variation else {
            return SanctionTerm(
                days: fact.days, months: fact.months,
                from: first(of: since, under: law.bodies(on: since)),
                otherwise: law.facts(of: fact.measure, on: since, act: fact.actOn).term)
        }
        let varied = variation.fact
        return term(
            since: since, variedTo: varied.measure, for: varied.months, on: variation.on,
            under: law)
    }

    /// How long it lasts, varied on a day.
    func term(
        since: CalendarDate, variedTo measure: Measure, for months: Int?, on day: CalendarDate?,
        under law: Law
    ) -> SanctionTerm {
        let rules = law.bodies(on: since)
        let keepsStart =
            (day.flatMap(law.bodies(on:)) ?? rules)?.flag("variationKeepsOriginalStart") ?? true
        let facts = law.facts(of: measure, on: day ?? since)
        return SanctionTerm(
            days: nil, months: months ?? facts.months,
            from: first(of: keepsStart ? since : day ?? since, under: rules), otherwise: facts.term)
    }

    private func first(of day: CalendarDate, under rules: Bodies?) -> CalendarDate {
        let includesFirstDay = rules?.flag("sanctionPeriodIncludesFirstDay") ?? true
        return includesFirstDay ? day : day.adding(days: 1) ?? day
    }
}
