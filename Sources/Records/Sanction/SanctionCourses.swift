internal import Law
internal import Vocabulary

/// What became of all sanctions of one person, each beside the others.
struct SanctionCourses {
    private let law: Law
    private let moment: Instant?
    /// In the order in which they began.
    private let imposed: [Imposed]
    private let variations: [Recorded<SanctionVaried>]
    private let rectifications: [Recorded<SanctionRectified>]
    private let basisChanges: [Recorded<SanctionBasisChanged>]
    private let ratifications: [Recorded<SanctionRatified>]
    private let services: [Recorded<SanctionServed>]
    private let executions: [Recorded<SanctionExecuted>]
    private let restorations: [Recorded<ReputationRestored>]
    private let compensations: [Recorded<CompensationPaid>]
    private let annulled: [Recorded<SanctionAnnulled>]
    private let undone: [Recorded<SanctionNotExecuted>]
    private let reinstated: [Recorded<PositionReinstated>]

    private struct Imposed {
        let recorded: Recorded<SanctionImposed>
        let since: CalendarDate
        var fact: SanctionImposed { recorded.fact }
        var id: SanctionID { recorded.fact.sanction }
    }

    init(
        of person: SubjectFile, by date: CalendarDate, knownAt moment: Instant?, under law: Law
    ) {
        self.law = law
        self.moment = moment
        let known = person.log.knowledge(at: moment)
        func facts<F: Fact>(_ kind: F.Type) -> [Recorded<F>] {
            person.log.standing(kind, by: date, knownAt: moment)
        }
        imposed = person.sanctions.filter { known.counts($0, by: date) }
            .map { Imposed(recorded: $0, since: $0.latest(knownAt: moment)) }
            .sorted { ($0.since, $0.recorded.position) < ($1.since, $1.recorded.position) }
        variations = facts(SanctionVaried.self)
        rectifications = facts(SanctionRectified.self)
        basisChanges = facts(SanctionBasisChanged.self)
        ratifications = facts(SanctionRatified.self)
        services = facts(SanctionServed.self)
        executions = facts(SanctionExecuted.self)
        restorations = facts(ReputationRestored.self)
        compensations = facts(CompensationPaid.self)
        annulled = person.annulments.filter { known.counts($0, by: date) }
        undone = person.unexecuted.filter { known.counts($0, by: date) }
        reinstated = person.reinstatements.filter { known.counts($0, by: date) }
    }

    /// Earlier ones first: what is left of one counts on in the next.
    func lives() -> [SanctionLife] {
        let combined = combinations
        let replaced = replacements
        let absorbed = absorptions(but: Set(combined.keys).union(replaced.keys))
        var lives: [SanctionLife] = []
        for one in imposed {
            let id = one.id
            let varied = variations.filter { $0.fact.sanction == id }
            let rectified = rectifications.filter { $0.fact.sanction == id }
            let changes = Change.all(of: one.fact, varied, rectified, under: law)
            let change = changes.last
            let remainder = remainder(before: one, change, in: lives)
            let measure = change?.measure ?? one.fact.measure
            let term = term(of: one, change, after: remainder)
            lives.append(
                SanctionLife(
                    imposed: one.recorded, since: one.since, measure: measure,
                    months: change.map { $0.months } ?? one.fact.months,
                    term: term,
                    termFault: law.fault(
                        of: term, measure,
                        givenOn: change.map { [$0.on ?? one.since] }
                            ?? [one.fact.actOn ?? one.since, one.since]),
                    variations: varied, rectifications: rectified,
                    basisChanges: basisChanges.filter { $0.fact.sanction == id },
                    ratifications: ratifications.filter { $0.fact.sanction == id },
                    lastChange: change, hadEnded: hadEnded(one, by: changes, in: lives),
                    decisions: SanctionDecision.all(
                        one.recorded, varied, rectified, under: law),
                    services: services.filter { $0.fact.sanction == id },
                    execution: executions.last { $0.fact.sanction == id },
                    annulment: annulled.last { $0.fact.sanction == id },
                    unexecuted: undone.last { $0.fact.sanction == id },
                    combination: combined[id], absorption: absorbed[id],
                    replacement: replaced[id],
                    // What has no period of its own takes up none.
                    remainder: term.hasLastDay ? remainder : nil,
                    restoration: restorations.last { $0.fact.sanction == id },
                    compensations: compensations.filter { $0.fact.sanction == id }))
        }
        return lives
    }

    /// What was annulled or not executed takes up nothing: those it had combined run on.
    private func isGone(_ id: SanctionID) -> Bool {
        annulled.contains { $0.fact.sanction == id } || undone.contains { $0.fact.sanction == id }
    }

    private func measure(of one: Imposed) -> Measure {
        Change.all(
            of: one.fact, variations.filter { $0.fact.sanction == one.id },
            rectifications.filter { $0.fact.sanction == one.id }, under: law
        ).last?.measure ?? one.fact.measure
    }

    /// Whether its period was over when the last act made it heavier.
    private func hadEnded(
        _ one: Imposed, by changes: [Change], in lives: [SanctionLife]
    ) -> Bool {
        guard let last = changes.last, last.restarts, let on = last.on else { return false }
        let before = changes.dropLast().last
        let term = term(of: one, before, after: remainder(before: one, before, in: lives))
        guard case .until(let end) = term else { return false }
        return end < on
    }

    // MARK: Beside one another

    /// What took up each of them and stands; where one of a chain is gone, what it had taken up stays with
    /// what took it up itself.
    private var combinations: [SanctionID: Recorded<SanctionImposed>] {
        let takers = takers { $0.combines }
        func standing(
            _ id: SanctionID, but seen: Set<SanctionID>
        ) -> Recorded<SanctionImposed>? {
            let all = takers[id] ?? []
            if let first = all.first(where: { !isGone($0.fact.sanction) }) { return first }
            return all.map(\.fact.sanction).filter { !seen.contains($0) }.lazy
                .compactMap { standing($0, but: seen.union([$0])) }.first
        }
        var taken: [SanctionID: Recorded<SanctionImposed>] = [:]
        for id in takers.keys { taken[id] = standing(id, but: [id]) }
        return taken
    }

    /// What was sent back and decided anew does not come back with what took its place, whatever becomes
    /// of that.
    private var replacements: [SanctionID: Recorded<SanctionImposed>] {
        takers { $0.replaces }.compactMapValues(\.first)
    }

    /// What takes up each of them, in the order in which it was imposed.
    private func takers(
        _ which: (SanctionImposed) -> [SanctionID]
    ) -> [SanctionID: [Recorded<SanctionImposed>]] {
        var takers: [SanctionID: [Recorded<SanctionImposed>]] = [:]
        for fact in inOrder {
            for other in which(fact.fact) where other != fact.fact.sanction {
                takers[other, default: []].append(fact)
            }
        }
        return takers
    }

    private var inOrder: [Recorded<SanctionImposed>] {
        imposed.map(\.recorded).sorted { $0.isBefore($1) }
    }

    /// Of those decided together the heaviest alone is executed (政务处分法 Art. 15): imposed on one day,
    /// by one organ. One of the same kind absorbs nothing, it combines.
    private func absorptions(
        but others: Set<SanctionID>
    ) -> [SanctionID: Recorded<SanctionImposed>] {
        var absorbed: [SanctionID: Recorded<SanctionImposed>] = [:]
        let candidates = imposed.filter {
            $0.fact.measure.family == .sanction && $0.recorded.on != nil
                && !isGone($0.id) && !others.contains($0.id)
        }
        guard candidates.count > 1 else { return [:] }
        for one in candidates {
            guard let rules = law.bodies(on: one.since), rules.combination.executesHeaviest
            else { continue }
            for heavier in candidates
            where heavier.since == one.since && heavier.fact.isDecidedTogether(with: one.fact)
                && rules.isHeavier(
                    (measure(of: heavier).rawValue, nil), than: (measure(of: one).rawValue, nil))
                    == true
            {
                if let there = absorbed[one.id],
                    rules.isHeavier(
                        (there.fact.measure.rawValue, nil),
                        than: (measure(of: heavier).rawValue, nil)) == true
                {
                    continue
                }
                absorbed[one.id] = heavier.recorded
            }
        }
        return absorbed
    }

    /// What is left of those that run when a new one is imposed (处分条例 Art. 10(2)).
    private func remainder(
        before one: Imposed, _ change: Change?, in lives: [SanctionLife]
    ) -> SanctionLife.Remainder? {
        guard one.fact.measure.family == .sanction, one.fact.combines.isEmpty,
            one.fact.replaces.isEmpty, one.fact.days == nil, one.recorded.on != nil,
            change?.restarts != true,
            law.bodies(on: one.since)?.combination.running != nil
        else { return nil }
        var longest: SanctionLife.Remainder?
        for life in lives
        where life.stands && life.measure.family == .sanction && life.since < one.since {
            guard case .until(let last) = life.term, one.since <= last,
                longest.map({ $0.until < last }) ?? true
            else { continue }
            longest = SanctionLife.Remainder(sanction: life.sanction, until: last)
        }
        return longest
    }

    // MARK: How long one lasts

    private func term(
        of one: Imposed, _ change: Change?, after remainder: SanctionLife.Remainder?
    ) -> SanctionTerm {
        var term = one.recorded.term(since: start(of: one), changedBy: change, under: law)
            .from(one.recorded.on)
        if one.fact.measure == .suspensionPending, change == nil, case .indefinite = term,
            let back = reinstatement(after: one)
        {
            term = .until(back)
        }
        guard let remainder, case .until = term,
            let next = remainder.until.adding(days: 1)
        else { return term }
        let whole = one.recorded.term(since: next, changedBy: change, under: law)
        guard case .until(let last) = whole,
            let cap = law.bodies(on: one.since)?.combination.maximumMonths,
            let latest = one.since.lastDay(ofMonths: cap)
        else { return whole }
        return .until(min(last, latest))
    }

    /// One decided anew after a remittal counts what was served of the one that it replaces.
    private func start(of one: Imposed) -> CalendarDate {
        guard !one.fact.replaces.isEmpty,
            law.bodies(on: one.since)?.flag("replacementKeepsOriginalStart") == true
        else { return one.since }
        let first = imposed.filter { one.fact.replaces.contains($0.id) }.map(\.since).min()
        return first.map { min($0, one.since) } ?? one.since
    }

    /// The last day of a suspension: the day before the person returned to duty.
    private func reinstatement(after one: Imposed) -> CalendarDate? {
        reinstated.filter { back in
            (back.fact.sanction.map { $0 == one.id } ?? true)
                && back.on.map { $0 > one.since } ?? false
        }.compactMap(\.on).min()?.adding(days: -1)
    }
}

extension SanctionImposed {
    /// Whether both were decided on at once: by one organ, so far as both say which.
    func isDecidedTogether(with other: SanctionImposed) -> Bool {
        guard sanction != other.sanction, authority == other.authority else { return false }
        if let organ, let theirs = other.organ, organ != theirs { return false }
        return true
    }
}
