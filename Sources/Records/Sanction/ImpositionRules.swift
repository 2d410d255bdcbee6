internal import Law
public import Vocabulary

extension SanctionImposed {
    /// Who left is not sanctioned (政务处分法 Art. 27). A measure delivered from under other law is
    /// recorded as delivered, and marked. Where rules are in force, they say which measures there are
    /// and for how long.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try check(days, "days", 1...36_500)
        try check(months: months)
        if days != nil && months != nil { throw .sanction(.daysAndMonths) }
        let facts = past.law.facts(of: measure, on: circumstances.on, act: actOn)
        if facts.needsService && circumstances.on == nil {
            throw .missing(all: lacking(over: past, circumstances))
        }
        let person = try past.person(subject)
        if past.caseFile(self.case)?.names(subject) != true {
            try checkService(of: person, facts, on: circumstances.on)
        }
        let file = try past.named(subject, in: self.case)
        let rule = try rule(by: past.law, on: circumstances.on)
        var fact = self
        fact.months =
            months ?? (days == nil ? statutoryMonths(rule, facts, past.law, circumstances.on) : nil)
        let course = file.past()
        let others = OtherSanctions(
            than: fact, of: person, over: past, on: circumstances.on, isGoverned: course.isGoverned)
        fact.replaces = others.sentBack
        let flaws = others.flaws
        fact.irregularities = marks(person, on: circumstances.on)
        for mark in flaws.map(\.mark) where !fact.irregularities.contains(mark) {
            fact.irregularities.append(mark)
        }
        // Asked twice, recorded once.
        if try isThere(fact, on: circumstances.on, person, file) { return [] }

        try checkService(of: person, facts, on: circumstances.on)
        if let rule { try checkPeriod(by: rule, person, past.law, on: circumstances.on) }
        try course.checkConducted(circumstances)
        if let twice = others.twiceByAnotherOrgan { throw twice }
        try course.checkHere(subject, circumstances.on)
        if course.isGoverned {
            if let flaw = flaws.first(where: \.isForbidden) { throw flaw.refusal }
            // What other law delivers is recorded as delivered; an organ here imposes what is here.
            if measure.family == .delivered, let on = circumstances.on,
                let rules = past.law.bodies(on: on)
            {
                throw .sanction(.measureUnknown(measure, on: on, rules.measures.map(\.code)))
            }
            try course.checkManaged(person, over: past)
            if measure.family == .sanction {
                if authority == nil { throw .missing(all: lacking(over: past, circumstances)) }
                try file.past(by: circumstances.on).checkHeard(subject)
                try checkCombined(fact, person, past.law, on: circumstances.on)
            }
            try checkAnnounced(fact, in: course, under: past.law, on: circumstances.on)
            if measure.family == .sanction || measure.family == .accountability {
                try checkRests(on: person, in: course, circumstances.on)
            }
            try circumstances.checkApprover(Self.approvedAs)
        }
        return [
            circumstances.draft(
                fact, under: basis(under: circumstances.on.flatMap(past.law.bodies(on:))))
        ]
    }

    /// The rule it is recorded under: for measures that are no sanctions, that of the law of the day.
    private func basis(under rules: Bodies?) -> String {
        switch measure.family {
        case .accountability, .party:
            rules?.measure(measure.rawValue)?.source ?? measure.rule
        case .sanction, .credit, .delivered: measure.rule
        }
    }

    /// How the command line calls it, for a refusal.
    static let approvedAs = "sanction.impose"

    /// Everything that it has not been told: an organ here says what it is, and has a second person.
    private func lacking(over past: some Past, _ circumstances: Circumstances) -> [String] {
        guard past.caseFile(self.case)?.past().isGoverned == true else {
            return circumstances.on == nil ? ["on"] : []
        }
        let isUnsaid = measure.family == .sanction && authority == nil
        return (isUnsaid ? ["authority"] : []) + circumstances.lacking
    }

    /// The period of the rule. I14: for an act of before any rules nobody can say which is lighter, and
    /// it stays open; in a ledger without rules of the day the program's own table speaks.
    private func statutoryMonths(
        _ rule: Rulebook.MeasureRule?, _ facts: MeasureFacts, _ law: Law, _ day: CalendarDate?
    ) -> Int? {
        if let rule { return rule.months }
        guard measure.family != .delivered, let day, law.bodies(on: day) != nil else {
            return facts.months
        }
        return nil
    }

    private func checkService(
        of person: SubjectFile, _ facts: MeasureFacts, on day: CalendarDate?
    ) throws(Refusal) {
        if facts.needsService, let day { try person.checkInService(on: day) }
    }

    private func marks(_ person: SubjectFile, on day: CalendarDate?) -> [Irregularity] {
        var marks: [Irregularity] = []
        if !person.isSustained(in: self.case, known: person.log.knowledge()) {
            marks.append(.sanctionWithoutSustainedFinding)
        }
        // What was delivered for the last day is not held against its source; the Party's discipline
        // reaches its members wherever they are.
        if measure.family != .party, let on = day, let left = person.departure(on: on),
            left.since < on || measure.family != .delivered
        {
            marks.append(.sanctionAfterLeaving)
        }
        return marks
    }

    /// Whether the number is taken, by this very sanction or by another.
    private func isThere(
        _ fact: SanctionImposed, on day: CalendarDate?, _ person: SubjectFile, _ file: CaseFile
    ) throws(Refusal) -> Bool {
        let there = (person.standing(\.sanctions) + file.standing(\.sanctions)).first {
            $0.fact.sanction == sanction
        }
        guard let there else { return false }
        guard there.on == day && there.fact.isSame(as: fact) else {
            throw .sanctionNumberTaken(sanction)
        }
        return true
    }

    /// The rule of the measure: that of the act's day, or the lighter one of the day of decision
    /// (政务处分法 Art. 67). Nil where on one of the days no rules were in force, and for what other law
    /// delivers.
    private func rule(by law: Law, on day: CalendarDate?) throws(Refusal) -> Rulebook.MeasureRule? {
        guard measure.family != .delivered, let on = day, let now = law.bodies(on: on)
        else { return nil }
        guard let judging = law.rules(judging: actOn ?? on, on: on) else { return nil }
        guard let rule = judging.measure(measure.rawValue) else {
            let known = now.measures.map(\.code).filter { judging.ofTheAct.measure($0) != nil }
            throw .sanction(.measureUnknown(measure, on: actOn ?? on, known))
        }
        return rule
    }

    /// D2 21: the period is the law's; that of identical sanctions together lies between one period
    /// and their sum, and at the most 48 months.
    private func checkPeriod(
        by rule: Rulebook.MeasureRule, _ person: SubjectFile, _ law: Law, on day: CalendarDate?
    ) throws(Refusal) {
        guard let on = day, let rules = law.bodies(on: on) else { return }
        if measure.family == .party && combines.isEmpty { return }  // For reference only.
        let name = MeasureName(measure, nil, in: rules)
        let isOpen = rule.term != .period && rule.term != .momentary && measure != .dismissal
        if days != nil && !isOpen { throw .sanction(.periodInDays(name)) }
        guard !combines.isEmpty else {
            if let months, months != rule.months, !isOpen {
                throw .sanction(.notStatutoryMonths(name, given: months))
            }
            return
        }
        guard let period = rule.months else { throw .sanction(.notCombinable(name)) }
        guard let months else { throw .missing("months") }
        let lives = person.sanctionLives(by: on, under: law)
        var sum = period
        for id in Set(combines).sorted() {
            guard let life = lives.last(where: { $0.sanction == id }), life.measure == measure
            else { throw .sanction(.notIdentical(id, name)) }
            guard life.isInEffect(on: on), case .until(let last) = life.term else {
                throw .sanction(.notRunning(id, on: on))
            }
            sum += on.months(through: last)
        }
        let highest = min(sum, rules.combination.maximumMonths)
        guard (period...highest).contains(months) else {
            throw .sanction(.combinedMonths(given: months, lowest: period, highest: highest))
        }
    }

    /// An opening and a finding come before what rests on them, or else a document that was decided
    /// elsewhere (政务处分法 Art. 44, 49).
    private func checkRests(
        on person: SubjectFile, in course: CasePast, _ day: CalendarDate?
    ) throws(Refusal) {
        if let day, let opened = course.opening?.on, day < opened {
            throw .case(.beforeOpening(self.case, opened: opened))
        }
        if instrument != nil { return }
        let known = person.log.knowledge()
        if !person.isSustained(in: self.case, known: known) {
            throw .sanction(.noFinding(subject, self.case))
        }
        if let day, let found = course.finding(on: subject)?.on, day < found,
            !person.isSustained(in: self.case, known: known, by: day)
        {
            throw .sanction(.beforeFinding(subject, self.case, found: found))
        }
    }

    /// Identical sanctions decided together make one: the later takes up the earlier (政务处分法
    /// Art. 15). Where one runs already and another follows, what is left counts on in the new one.
    private func checkCombined(
        _ fact: SanctionImposed, _ person: SubjectFile, _ law: Law, on day: CalendarDate?
    ) throws(Refusal) {
        guard let on = day else { return }
        for life in person.sanctionLives(by: on, under: law)
        where life.measure == measure && life.isInEffect(on: on)
            && !combines.contains(life.sanction) && !(fact.replaces.contains(life.sanction))
        {
            guard let rules = law.bodies(on: on), case .until = life.term else { continue }
            if rules.combination.running != nil && life.since < on { continue }
            throw .sanction(
                .notCombined(life.sanction, MeasureName(measure, nil, in: rules), on: on))
        }
    }

    /// D2 6: neither the defence nor a mitigation makes heavier what was recommended before it.
    private func checkAnnounced(
        _ fact: SanctionImposed, in course: CasePast, under law: Law, on day: CalendarDate?
    ) throws(Refusal) {
        guard let on = day, let rules = law.bodies(on: on),
            let heard = course.lastWord(for: subject)
        else { return }
        let announced = course.facts(SanctionRecommended.self).last {
            $0.fact.subject == subject && $0.fact.measure.family == measure.family
                && $0.moment <% heard
        }
        guard let announced else { return }
        let isHeavier = rules.isHeavier(
            (measure.rawValue, fact.months), than: (announced.fact.measure.rawValue, nil))
        if isHeavier == true && fact.combines.isEmpty {
            throw .sanction(
                .heavierThanAnnounced(
                    announced: MeasureName(announced.fact.measure, nil, in: rules),
                    proposed: MeasureName(measure, fact.months, in: rules)))
        }
    }
}

extension SanctionImposed {
    /// Whether both impose the same; what was marked then does not matter.
    fileprivate func isSame(as other: SanctionImposed) -> Bool {
        self.case == other.case && subject == other.subject && measure == other.measure
            && days == other.days && months == other.months && sourceText == other.sourceText
            && authority == other.authority && organ == other.organ && act == other.act
            && actOn == other.actOn && announcedTo == other.announcedTo
            && instrument == other.instrument && instrumentKind == other.instrumentKind
            && combines == other.combines && approval == other.approval
    }
}

extension CalendarDate {
    /// The fewest whole months from this day, that day included, that reach `last`; 0 when it lies before.
    func months(through last: CalendarDate) -> Int {
        if last < self { return 0 }
        var count = max(1, (last.year - year) * 12 + last.month - month)
        while let end = lastDay(ofMonths: count), end < last { count += 1 }
        return count
    }
}
