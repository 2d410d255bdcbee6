extension ImposeSanction {
    /// Who left is not sanctioned (政务处分法 Art. 27). A measure delivered from under other law is
    /// recorded as delivered, and marked. Where rules are in force, they say which measures there are
    /// and for how long.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        try check(days, "days", 1...36_500)
        try check(months, "months", 1...48)
        if days != nil && months != nil { throw .measure(.daysAndMonths) }
        let facts = past.law.facts(of: measure, on: circumstances.on, act: actOn)
        if facts.needsService && circumstances.on == nil { throw .missing("on") }
        let person = try past.person(subject)
        if past.caseFile(self.case)?.names(subject) != true {
            try checkService(of: person, facts)
        }
        let file = try past.named(subject, in: self.case)
        let rule = try rule(by: past.law)
        let fact = SanctionImposed(
            self, months: months ?? (days == nil ? rule.map(\.months) ?? facts.months : nil),
            marks: marks(person))
        if try isThere(fact, person, file) { return [] }  // Asked twice, recorded once.

        try checkService(of: person, facts)
        if let rule { try checkPeriod(by: rule, person, past.law) }
        try checkOnce(person)
        let course = file.past()
        try course.checkHere(subject, circumstances.on)
        if course.isGoverned {
            // What other law delivers is recorded as delivered; an organ here imposes what is here.
            if measure.family == .delivered, let on = circumstances.on,
                let rules = past.law.rules(on: on)
            {
                throw .measure(.measureUnknown(measure, on: on, rules.measures.map(\.code)))
            }
            try course.checkManaged(person, over: past)
            if measure.family == .sanction {
                if authority == nil { throw .missing("authority") }
                try file.past(by: circumstances.on).checkHeard(subject)
                try checkCombined(person, past.law)
            }
            try checkAnnounced(fact, in: course, under: past.law)
            try circumstances.checkApprover(ImposeSanction.approvedAs)
        }
        return [circumstances.draft(.sanctionImposed(fact), under: measure.rule)]
    }

    /// How the command line calls it, for a refusal.
    static let approvedAs = "sanction.impose"

    /// On the day of leaving the person has left already.
    private func checkService(of person: SubjectFile, _ facts: MeasureFacts) throws(Refusal) {
        guard facts.needsService, let on = circumstances.on else { return }
        if let left = person.departure(on: on) {
            throw .subjectNotInService(subject, since: left.since, reason: left.reason)
        }
    }

    private func marks(_ person: SubjectFile) -> [Irregularity] {
        var marks: [Irregularity] = []
        if !person.isSustained(in: self.case, known: person.supersessions.knowledge(at: nil)) {
            marks.append(.sanctionWithoutSustainedFinding)
        }
        // What was delivered for the last day is not held against its source.
        if let on = circumstances.on, let left = person.departure(on: on),
            left.since < on || measure.family != .delivered
        {
            marks.append(.sanctionAfterLeaving)
        }
        return marks
    }

    /// Whether the number is taken, by this very sanction or by another.
    private func isThere(
        _ fact: SanctionImposed, _ person: SubjectFile, _ file: CaseFile
    ) throws(Refusal) -> Bool {
        let known = person.supersessions.knowledge(at: nil)
        let there =
            person.sanctions.all.first { $0.payload.sanction == sanction && known.counts($0) }
            ?? file.sanctions.all.first {
                $0.payload.sanction == sanction
                    && file.supersessions.knowledge(at: nil).counts($0)
            }
        guard let there else { return false }
        guard there.on == circumstances.on && there.payload.isSame(as: fact) else {
            throw .sanctionNumberTaken(sanction)
        }
        return true
    }

    /// The rule of the measure: that of the act's day, or the lighter one of the day of decision
    /// (政务处分法 Art. 67). Nil where no rules were in force, and for what other law delivers.
    private func rule(by law: Law) throws(Refusal) -> Rulebook.MeasureRule? {
        guard measure.family != .delivered, let on = circumstances.on, let now = law.rules(on: on)
        else { return nil }
        if let actOn, law.rules(on: actOn) == nil { throw .law(.noRules(on: actOn)) }
        let judging = law.rules(judging: actOn ?? on, on: on)
        guard let rule = judging?.measure(measure.rawValue) else {
            let then = actOn.flatMap(law.rules(on:)) ?? now
            let known = now.measures.map(\.code).filter { then.measure($0) != nil }
            throw .measure(.measureUnknown(measure, on: actOn ?? on, known))
        }
        return rule
    }

    /// D2 21: the period is the law's; that of identical sanctions together lies between one period
    /// and their sum, and at the most 48 months.
    private func checkPeriod(
        by rule: Rulebook.MeasureRule, _ person: SubjectFile, _ law: Law
    ) throws(Refusal) {
        guard let on = circumstances.on, let rules = law.rules(on: on) else { return }
        if measure.family == .party && combines.isEmpty { return }  // For reference only.
        let name = MeasureName(measure, nil, in: rules)
        let isOpen = rule.term != .period && rule.term != .momentary && measure != .dismissal
        if days != nil && !isOpen { throw .measure(.periodInDays(name)) }
        guard !combines.isEmpty else {
            if let months, months != rule.months, !isOpen {
                throw .measure(.notStatutoryMonths(name, given: months))
            }
            return
        }
        guard let period = rule.months else { throw .measure(.notCombinable(name)) }
        guard let months else { throw .missing("months") }
        let lives = person.sanctionLives(by: on, under: law)
        var sum = period
        for id in Set(combines).sorted() {
            guard let life = lives.last(where: { $0.sanction == id }), life.measure == measure
            else { throw .measure(.notIdentical(id, name)) }
            guard life.isInEffect(on: on), case .until(let last) = life.term else {
                throw .measure(.notRunning(id, on: on))
            }
            sum += on.months(through: last)
        }
        let highest = min(sum, rules.combination.maximumMonths)
        guard (period...highest).contains(months) else {
            throw .measure(.combinedMonths(given: months, lowest: period, highest: highest))
        }
    }

    /// D2 16: one act, one sanction; an accountability measure may stand beside it.
    private func checkOnce(_ person: SubjectFile) throws(Refusal) {
        guard measure.family == .sanction, let authority else { return }
        let known = person.supersessions.knowledge(at: nil)
        let annulled = Set(
            person.annulments.all.lazy.filter { known.counts($0) }.map(\.payload.sanction))
        for fact in person.sanctions.all where known.counts(fact) {
            let other = fact.payload
            guard other.measure.family == .sanction, let by = other.authority, by != authority,
                !annulled.contains(other.sanction),
                isOneAct(with: other)
            else { continue }
            throw .measure(.sanctionedTwice(by: other.sanction))
        }
    }

    /// By the number of the act, where both give one; else one case is about one act.
    private func isOneAct(with other: SanctionImposed) -> Bool {
        guard let act, let number = other.act else { return other.case == self.case }
        return number == act
    }

    /// Identical sanctions do not run side by side: the later one takes up the earlier (政务处分法
    /// Art. 15).
    private func checkCombined(_ person: SubjectFile, _ law: Law) throws(Refusal) {
        guard let on = circumstances.on else { return }
        for life in person.sanctionLives(by: on, under: law)
        where life.measure == measure && life.isInEffect(on: on)
            && !combines.contains(life.sanction)
        {
            guard let rules = law.rules(on: on), case .until = life.term else { continue }
            throw .measure(
                .notCombined(life.sanction, MeasureName(measure, nil, in: rules), on: on))
        }
    }

    /// D2 6: neither the defence nor a mitigation makes heavier what was recommended before it.
    private func checkAnnounced(
        _ fact: SanctionImposed, in course: CasePast, under law: Law
    ) throws(Refusal) {
        guard let on = circumstances.on, let rules = law.rules(on: on),
            let heard = course.lastWord(for: subject)
        else { return }
        let announced = course.counting(course.file.recommendedSanctions).last {
            $0.payload.subject == subject && $0.payload.measure.family == measure.family
                && ($0.on, $0.position) <% heard
        }
        guard let announced else { return }
        let isHeavier = rules.isHeavier(
            (measure.rawValue, fact.months), than: (announced.payload.measure.rawValue, nil))
        if isHeavier == true && fact.combines.isEmpty {
            throw .measure(
                .heavierThanAnnounced(
                    announced: MeasureName(announced.payload.measure, nil, in: rules),
                    proposed: MeasureName(measure, fact.months, in: rules)))
        }
    }
}

extension SanctionImposed {
    init(_ command: ImposeSanction, months: Int?, marks: [Irregularity]) {
        self.init(
            sanction: command.sanction, case: command.case, subject: command.subject,
            measure: command.measure, days: command.days, months: months,
            sourceText: command.sourceText, irregularities: marks, authority: command.authority,
            organ: command.organ, act: command.act, actOn: command.actOn,
            announcedTo: command.announcedTo, combines: command.combines)
    }

    /// Whether both impose the same; what was marked then does not matter.
    fileprivate func isSame(as other: SanctionImposed) -> Bool {
        self.case == other.case && subject == other.subject && measure == other.measure
            && days == other.days && months == other.months && sourceText == other.sourceText
            && authority == other.authority && organ == other.organ && act == other.act
            && actOn == other.actOn && announcedTo == other.announcedTo
            && combines == other.combines
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
