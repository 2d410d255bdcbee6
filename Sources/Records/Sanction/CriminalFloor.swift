internal import Law
internal import Vocabulary

/// That a sanction is lighter than what the law leaves after a judgment (政务处分法 Art. 14).
struct BelowFloor {
    let judgment: Recorded<JudgmentRecorded>
    let floor: Rulebook.CriminalFloor
}

extension SubjectFile {
    /// The floor that a sanction lies below: by the last judgment on the act that had taken effect, as the
    /// rules of the day of the act or of the sanction have it, the lighter (政务处分法 Art. 67); nil: none,
    /// or nobody can say.
    ///
    /// - Parameters:
    ///   - measure: What it is, as imposed or as varied since.
    ///   - day: The day of its decision.
    func belowFloor(
        _ fact: SanctionImposed, as measure: Measure, on day: CalendarDate, _ known: Knowledge,
        under law: Law
    ) -> BelowFloor? {
        guard measure.family == .sanction, let rules = law.bodies(on: day),
            let judging = law.rules(judging: fact.actOn ?? day, on: day)
        else { return nil }
        let judgments = log.facts(JudgmentRecorded.self).filter { one in
            one.fact.subject == subject && one.fact.case == fact.case
                && known.counts(one, by: day) && fact.isOn(one.fact.act)
        }
        guard let judgment = judgments.max(by: { $0.isBefore($1) }),
            let floor = judgment.fact.judged.flatMap(judging.floor(of:))
        else { return nil }
        // Whom the measure cannot reach (政务处分法 Art. 22, 23) is given what can be.
        let sorts = personnel(on: day, under: rules)
        if !sorts.isEmpty,
            sorts.allSatisfy({ $0.map { !$0.measures.contains(floor.measure) } ?? false })
        {
            return nil
        }
        let lightest =
            fact.approval == nil ? floor.measure : floor.measureApproved ?? floor.measure
        let isLighter = rules.isHeavier((lightest, nil), than: (measure.rawValue, nil)) == true
        return isLighter ? BelowFloor(judgment: judgment, floor: floor) : nil
    }
}

extension SanctionImposed {
    /// Whether it may be on that act: unless both number theirs, and differently.
    fileprivate func isOn(_ number: String?) -> Bool {
        guard let act, let number else { return true }
        return act.asActNumber == number.asActNumber
    }
}
