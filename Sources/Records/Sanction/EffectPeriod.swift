public import Law
public import Vocabulary

/// What a measure keeps a person from, and for how long (影响期).
///
/// - Source: the effect's own; 政务处分法 Art. 19 to 21.
public struct EffectPeriod: Hashable, Sendable {
    public let sanction: SanctionID
    /// The entry that imposed it.
    public let position: Position
    /// What it is on the day.
    public let measure: Measure
    public let effect: Rulebook.Effect
    public var bars: [Rulebook.Bar] { effect.bars }
    public let from: CalendarDate
    /// ``SanctionTerm/until(_:)`` its last day, ``SanctionTerm/indefinite``, or unknown.
    public let term: SanctionTerm

    /// Whether it keeps from it on that day; of unknown length it is shown as such.
    public func covers(_ date: CalendarDate) -> Bool {
        guard from <= date else { return false }
        return switch term {
        case .until(let last): date <= last
        case .indefinite, .unknown: true
        case .momentary: date == from
        }
    }
}

extension SubjectFile {
    /// The effects of every sanction that stands, in the order in which they began.
    func effectPeriods(
        of lives: [SanctionLife], knownAt moment: Instant? = nil, under law: Law
    ) -> [EffectPeriod] {
        lives.filter(\.stands).flatMap { life -> [EffectPeriod] in
            guard !life.isUndated, let rules = law.bodies(on: life.since),
                let rule = rules.measure(life.measure.rawValue)
            else { return [] }
            let sorts = personnel(on: life.since, knownAt: moment, under: rules).compactMap(\.self)
            if let sort = sorts.first(where: \.hasOwnEffectsOnly),
                rules.family(rule.family)?.code == Measure.Family.sanction.rawValue
            {
                return sort.effects.map { effect in
                    EffectPeriod(
                        sanction: life.sanction, position: life.imposed.position,
                        measure: life.measure, effect: effect,
                        from: life.first(of: effect, under: rules),
                        term: life.term(of: effect, under: rules))
                }
            }
            if isOfUncovered(life, knownAt: moment, under: rules) { return [] }
            return rule.effects.map { effect in
                let own = sorts.lazy.flatMap(\.effects).first { $0.code == effect.code }
                return EffectPeriod(
                    sanction: life.sanction, position: life.imposed.position,
                    measure: life.measure, effect: own ?? effect,
                    from: life.first(of: own ?? effect, under: rules),
                    term: life.term(of: own ?? effect, under: rules))
            }
        }
    }

    /// Whether it is one of the six on somebody of whom the rules of its day know nothing.
    private func isOfUncovered(
        _ life: SanctionLife, knownAt moment: Instant?, under rules: Bodies
    ) -> Bool {
        life.measure.family == .sanction
            && isUncovered(on: life.since, knownAt: moment, under: rules)
    }

    /// What says that nothing at hand says what it bars; nil: something does.
    func settingOfUncovered(
        _ life: SanctionLife, knownAt moment: Instant?, under law: Law
    ) -> Rulebook.Setting? {
        guard life.stands, !life.isUndated, let rules = law.bodies(on: life.since),
            isOfUncovered(life, knownAt: moment, under: rules)
        else { return nil }
        return rules.setting("otherPersonnelUncovered")
    }

    /// The effects of one sanction.
    public func effectPeriods(
        of life: SanctionLife, knownAt moment: Instant? = nil, under law: Law
    ) -> [EffectPeriod] {
        effectPeriods(of: [life], knownAt: moment, under: law)
    }
}

extension SanctionLife {
    /// The first day of an effect of it: what it had not before it was made heavier it has since then.
    fileprivate func first(of effect: Rulebook.Effect, under rules: Bodies) -> CalendarDate {
        let before = rules.measure(imposed.fact.measure.rawValue)?.effects ?? []
        return before.contains { $0.code == effect.code } ? since : becameOn
    }

    /// How long an effect of it lasts.
    fileprivate func term(of effect: Rulebook.Effect, under rules: Bodies) -> SanctionTerm {
        let months = rules.months(of: effect)
        switch effect.lasting {
        case .measure: return term
        case .months:
            guard let months, let last = first(of: effect, under: rules).lastDay(ofMonths: months)
            else { return .unknown }
            return .until(last)
        case .monthsAfter:
            guard let months, case .until(let end) = term,
                let last = end.adding(days: 1)?.lastDay(ofMonths: months)
            else { return .unknown }
            return .until(last)
        case .year:
            return CalendarDate(year: since.year, month: 12, day: 31).map(SanctionTerm.until)
                ?? .unknown
        }
    }
}
