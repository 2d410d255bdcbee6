internal import Law
internal import Vocabulary

/// What a sanction is, and what it is to become: of one family, by the rules in force that day.
struct ProposedChange {
    let rules: Bodies
    let now: Measure
    /// The period that it has now, in months.
    let term: Int?
    let rule: Rulebook.MeasureRule
    /// Its whole period: as given, or the law's.
    let months: Int?

    var before: MeasureName { MeasureName(now, term, in: rules) }
    var after: MeasureName {
        MeasureName(Measure(rawValue: rule.code) ?? now, months, in: rules)
    }

    /// Another period than the law's is none.
    func notStatutory(_ given: Int) -> Refusal {
        .sanction(
            .notStatutoryMonths(
                MeasureName(Measure(rawValue: rule.code) ?? now, nil, in: rules), given: given))
    }
}

extension SanctionFile {
    /// The act that changed it last; nil: it is as it was imposed.
    func change(under law: Law) -> Change? {
        guard let imposed = log.latest(SanctionImposed.self) else { return nil }
        return Change.all(
            of: imposed.fact, log.standing(SanctionVaried.self),
            log.standing(SanctionRectified.self), under: law
        ).last
    }

    /// The appeals that the person carried against it, but for those withdrawn or not examined: after
    /// one nothing becomes heavier (政务处分法 Art. 56). One that a single officer took out of the record
    /// was filed all the same.
    func contested(by day: CalendarDate? = nil) -> [Recorded<AppealFiled>] {
        let withdrawn = Set(log.standing(AppealWithdrawn.self).map(\.fact.appeal))
        let unexamined = Set(
            log.standing(AdmissibilityRuled.self).filter { !$0.fact.admitted }.map(\.fact.appeal))
        return (log.standing(AppealFiled.self) + filingsErasedByOne).filter { filed in
            !withdrawn.contains(filed.fact.appeal) && !unexamined.contains(filed.fact.appeal)
                && (day.map { day in filed.on.map { $0 <= day } ?? true } ?? true)
        }
    }

    private var filingsErasedByOne: [Recorded<AppealFiled>] {
        let erased = log.supersessions.all.filter {
            $0.isWithdrawal && log.entry(at: $0.by)?.approver == nil
        }.map(\.superseded)
        return log.facts(AppealFiled.self).filter { erased.contains($0.position) }
    }

    /// What it is to become, whoever changes it.
    func proposed(
        _ measure: Measure, for months: Int?, on day: CalendarDate, under law: Law
    ) throws(Refusal) -> ProposedChange {
        try check(months: months)
        guard let imposed = log.latest(SanctionImposed.self) else {
            throw .sanction(.unknown(sanction))
        }
        let rules = try law.rules(inForceOn: day)
        guard let rule = rules.measure(measure.rawValue) else {
            throw .sanction(.measureUnknown(measure, on: day, rules.measures.map(\.code)))
        }
        let last = change(under: law)
        let proposed = ProposedChange(
            rules: rules, now: last?.measure ?? imposed.fact.measure,
            term: last.map { $0.months } ?? imposed.fact.months, rule: rule,
            months: months ?? rule.months)
        guard rules.measure(proposed.now.rawValue)?.family == rule.family else {
            throw .sanction(.otherFamily(now: proposed.before, proposed: proposed.after))
        }
        return proposed
    }

    /// What it may be varied to, whoever varies it: within its family, lighter by rank and then by
    /// months, for the period of the law, and never for longer than it would have lasted.
    ///
    /// - Source: 政务处分法 Art. 8, 15, 56, 58.
    func variation(
        to measure: Measure, for months: Int?, on day: CalendarDate, under law: Law
    ) throws(Refusal) -> ProposedChange {
        let proposed = try proposed(measure, for: months, on: day, under: law)
        let (rule, period) = (proposed.rule, proposed.months)
        let notLighter = Refusal.sanction(
            .notLighter(now: proposed.before, proposed: proposed.after))
        guard
            proposed.rules.isHeavier(
                (proposed.now.rawValue, proposed.term), than: (rule.code, period)) == true
        else { throw notLighter }
        // Of one kind, a combined period is shortened; another kind has the period of the law.
        let isLawful: Bool
        if measure != proposed.now {
            isLawful = period == rule.months
        } else if let least = rule.months {
            isLawful = (period ?? least) >= least
        } else {
            isLawful = rule.term != .indefinite && rule.term != .momentary
        }
        if let months, !isLawful { throw proposed.notStatutory(months) }
        // Where a period begins anew, a shorter one can end later.
        let last = change(under: law)
        if let imposed = log.latest(SanctionImposed.self), let since = imposed.on,
            case .until(let end) = imposed.term(since: since, changedBy: last, under: law)
        {
            let varied = imposed.term(
                since: since, changedBy: Change(measure: measure, months: period, on: day),
                under: law)
            switch varied {
            case .until(let later) where later > end:
                throw .sanction(.endsLater(now: end, proposed: later))
            case .indefinite: throw notLighter
            case .until, .momentary, .unknown: break
            }
        }
        return proposed
    }
}
