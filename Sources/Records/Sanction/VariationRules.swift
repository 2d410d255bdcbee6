internal import Law
internal import Vocabulary

/// What a sanction is varied to.
struct Variation {
    let rule: Rulebook.MeasureRule
    /// Its whole period: as given, or the law's.
    let months: Int?
}

extension SanctionFile {
    /// The act that changed it last; nil: it is as it was imposed.
    var change: Change? {
        Change(log.latest(SanctionVaried.self), log.latest(SanctionRectified.self))
    }

    /// What it is now.
    var measureNow: Measure? {
        change?.measure ?? log.latest(SanctionImposed.self)?.fact.measure
    }

    /// The appeals that the person carried against it, but for those withdrawn or not examined: after
    /// one nothing becomes heavier (政务处分法 Art. 56).
    func contested(by day: CalendarDate? = nil) -> [Recorded<AppealFiled>] {
        let withdrawn = Set(log.standing(AppealWithdrawn.self).map(\.fact.appeal))
        let unexamined = Set(
            log.standing(AdmissibilityRuled.self).filter { !$0.fact.admitted }.map(\.fact.appeal))
        return log.standing(AppealFiled.self).filter { filed in
            !withdrawn.contains(filed.fact.appeal) && !unexamined.contains(filed.fact.appeal)
                && (day.map { day in filed.on.map { $0 <= day } ?? true } ?? true)
        }
    }

    /// What it may be varied to, whoever varies it: within its family, lighter by rank and then by
    /// months, for the period of the law, and never for longer than it would have lasted.
    ///
    /// - Source: 政务处分法 Art. 8, 15, 56, 58.
    func variation(
        to measure: Measure, for months: Int?, on day: CalendarDate, under law: Law
    ) throws(Refusal) -> Variation {
        try check(months: months)
        guard let imposed = log.latest(SanctionImposed.self) else {
            throw .sanction(.unknown(sanction))
        }
        let rules = try law.rules(inForceOn: day)
        guard let rule = rules.measure(measure.rawValue) else {
            throw .sanction(.measureUnknown(measure, on: day, rules.measures.map(\.code)))
        }
        let period = months ?? rule.months
        let last = change
        let now = last?.measure ?? imposed.fact.measure
        let term = last.map { $0.months } ?? imposed.fact.months
        let before = MeasureName(now, term, in: rules)
        let after = MeasureName(measure, period, in: rules)
        guard rules.measure(now.rawValue)?.family == rule.family else {
            throw .sanction(.otherFamily(now: before, proposed: after))
        }
        guard rules.isHeavier((now.rawValue, term), than: (rule.code, period)) == true else {
            throw .sanction(.notLighter(now: before, proposed: after))
        }
        // Of one kind, a combined period is shortened; another kind has the period of the law.
        let isLawful: Bool
        if measure != now {
            isLawful = period == rule.months
        } else if let least = rule.months {
            isLawful = (period ?? least) >= least
        } else {
            isLawful = rule.term != .indefinite && rule.term != .momentary
        }
        if let months, !isLawful {
            throw .sanction(
                .notStatutoryMonths(MeasureName(measure, nil, in: rules), given: months))
        }
        // Where a period begins anew, a shorter one can end later.
        if let since = imposed.on,
            case .until(let end) = imposed.term(since: since, changedBy: last, under: law)
        {
            let varied = imposed.term(
                since: since, changedBy: Change(measure: measure, months: period, on: day),
                under: law)
            switch varied {
            case .until(let later) where later > end:
                throw .sanction(.endsLater(now: end, proposed: later))
            case .indefinite: throw .sanction(.notLighter(now: before, proposed: after))
            case .until, .momentary, .unknown: break
            }
        }
        return Variation(rule: rule, months: period)
    }
}
