internal import Law
public import Vocabulary

extension SanctionServed {
    /// The clock of the remedy starts with service, and the person is told when it runs out. I14: where
    /// the law gives no day yet, or no rules are known of the day, it is served all the same.
    ///
    /// What the organ made of it since is another decision, served by itself, with a time of its own.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let served = try past.imposed(sanction, by: on)
        guard let span = DecisionSpan(of: served.file.decisions(under: past.law), by: on) else {
            throw .sanction(.unknown(sanction))
        }
        if let there = served.file.log.standing(SanctionServed.self).last(where: span.holds) {
            if there.on == on && (route.isEmpty || there.fact.route == route) { return [] }
            throw .sanction(.servedAlready(sanction, on: there.on ?? on))
        }
        if served.isAnnulled(by: on) { throw .alreadyAnnulled(sanction) }
        var fact = concerning(served.fact)
        // For the Party's discipline the law of the state has no remedy, and no time (参考).
        if served.fact.measure.family == .party {
            if !route.isEmpty { throw .sanction(.partyRemedy(sanction)) }
            fact.stage = nil
            fact.remedyUntil = nil
            return [circumstances.draft(fact, under: served.fact.measure.rule)]
        }
        fact.route = try past.route(
            route, against: served.fact, decidedOn: span.decision.on, on: on)
        let first = past.law.bodies(on: on)?.route(fact.route)?.stages.first
        fact.stage = first?.code
        fact.remedyUntil = past.limit(first?.fileClock, from: on, askedOn: on).due
        return [circumstances.draft(fact, under: Self.rule)]
    }
}

extension SanctionExecuted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let executed = try past.imposed(sanction, by: on)
        let fact = concerning(executed.fact)
        if executed.stands(fact, on: on) { return [] }
        if executed.isAnnulled(by: on) { throw .alreadyAnnulled(sanction) }
        return [circumstances.draft(fact, under: Self.rule)]
    }
}

/// A sanction becomes another of its family, or of another length.
protocol SanctionChange: SanctionStep {
    var measure: Measure { get }
    var months: Int? { get set }
    /// Whether it may become that.
    func check(
        in file: SanctionFile, over past: some Past, on day: CalendarDate
    ) throws(Refusal) -> ProposedChange
}

extension SanctionChange {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        try Records.check(months: months)
        let changed = try past.imposed(sanction, by: on)
        var fact = concerning(changed.fact)
        fact.months = months ?? past.law.bodies(on: on)?.measure(measure.rawValue)?.months
        if changed.stands(fact, on: on) { return [] }
        if changed.isAnnulled(by: on) { throw .alreadyAnnulled(sanction) }
        fact.months = try check(in: changed.file, over: past, on: on).months
        try past.checkReach(of: measure, from: changed.fact, on: on)
        return [circumstances.draft(fact, under: Self.rule)]
    }
}

extension SanctionVaried {
    /// D2 4: within its family, by rank and then by months, and only lighter.
    func check(
        in file: SanctionFile, over past: some Past, on day: CalendarDate
    ) throws(Refusal) -> ProposedChange {
        if let appeal, past.appeal(appeal)?.course() == nil { throw .appeal(.unknown(appeal)) }
        return try file.variation(to: measure, for: months, on: day, under: past.law)
    }
}

extension SanctionRectified {
    /// Within its family, and only where the person did not appeal: then nothing becomes heavier
    /// (政务处分法 Art. 55, 56).
    func check(
        in file: SanctionFile, over past: some Past, on day: CalendarDate
    ) throws(Refusal) -> ProposedChange {
        let proposed = try file.proposed(measure, for: months, on: day, under: past.law)
        if proposed.before == proposed.after { throw .sanction(.unchanged(proposed.before)) }
        if let months, proposed.rule.term == .period, months != proposed.rule.months {
            throw proposed.notStatutory(months)
        }
        let isHeavier = proposed.rules.isHeavier(
            (measure.rawValue, proposed.months), than: (proposed.now.rawValue, proposed.term))
        if isHeavier != false, let appeal = file.contested().first {
            let authority = file.log.latest(SanctionImposed.self)?.fact.authority
            throw .sanction(.contested(sanction, appeal.fact.appeal, by: authority))
        }
        return proposed
    }
}

extension SanctionBasisChanged {
    /// The sanction stands until it is dealt with anew; the page says that it is to be.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let changed = try past.imposed(sanction, by: on)
        let fact = concerning(changed.fact)
        if changed.stands(fact, on: on) { return [] }
        if changed.isAnnulled(by: on) { throw .alreadyAnnulled(sanction) }
        return [circumstances.draft(fact, under: Self.rule)]
    }
}

extension SanctionRatified {
    /// Once by each organ, of what still stands on that day.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        guard past.subject(organ)?.registration != nil else { throw .unknownSubject(organ) }
        let ratified = try past.imposed(sanction, by: on)
        let fact = concerning(ratified.fact)
        if ratified.stands(fact, on: on) { return [] }
        if ratified.isAnnulled(by: on) { throw .alreadyAnnulled(sanction) }
        let there = ratified.file.log.standing(SanctionRatified.self).first {
            $0.fact.organ == organ
        }
        if let day = there?.on {
            throw .sanction(.ratifiedAlready(sanction, by: organ, on: day))
        }
        return [circumstances.draft(fact, under: Self.rule)]
    }
}

extension ReputationRestored {
    /// D2 7: as far as the sanction had been made known, no less.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let restored = try past.imposed(sanction, by: on)
        guard restored.isAnnulled(by: on) else { throw .sanction(.notAnnulled(sanction)) }
        if let announced = restored.fact.announcedTo, announced != range {
            throw .sanction(.otherRange(sanction, announced: announced))
        }
        if let there = restored.file.log.latest(ReputationRestored.self) {
            if there.on == on && there.fact.range == range { return [] }
            throw .sanction(.restoredAlready(sanction, on: there.on ?? on))
        }
        return [circumstances.draft(concerning(restored.fact), under: Self.rule)]
    }
}

extension CompensationPaid {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        try check(amount, "amount", 1...Self.highestAmount)
        let paid = try past.imposed(sanction, by: on)
        guard paid.isAnnulled(by: on) || paid.isVaried(by: on) else {
            throw .sanction(.nothingToCompensate(sanction))
        }
        let fact = concerning(paid.fact)
        if paid.stands(fact, on: on) { return [] }
        return [circumstances.draft(fact, under: Self.rule)]
    }

    /// Ten thousand million yuan, in fen.
    private static let highestAmount = 1_000_000_000_000
}

/// A sanction with its file: what the acts on it are decided over.
private struct ImposedSanction {
    let file: SanctionFile
    let fact: SanctionImposed

    func isAnnulled(by day: CalendarDate) -> Bool {
        file.log.latest(SanctionAnnulled.self, by: day) != nil
    }

    func isVaried(by day: CalendarDate) -> Bool {
        file.log.latest(SanctionVaried.self, by: day) != nil
            || file.log.latest(SanctionRectified.self, by: day) != nil
    }

    /// Whether that very fact of that day stands: asked twice, recorded once.
    func stands(_ fact: some Fact, on day: CalendarDate) -> Bool {
        file.log.stands(fact, on: day)
    }
}

extension Past {
    /// A sanction becomes nothing that such persons cannot receive, where an organ here decides
    /// (政务处分法 Art. 22, 23, 50).
    fileprivate func checkReach(
        of measure: Measure, from imposed: SanctionImposed, on day: CalendarDate
    ) throws(Refusal) {
        guard measure != imposed.measure, caseFile(imposed.case)?.past().isGoverned == true else {
            return
        }
        let flaws = try person(imposed.subject).flaws(of: measure, on: day, under: law)
        if let flaw = flaws.first(where: \.isForbidden) { throw flaw.refusal }
    }

    /// The sanction of that number, on a day not before it was imposed.
    fileprivate func imposed(
        _ id: SanctionID, by day: CalendarDate
    ) throws(Refusal) -> ImposedSanction {
        guard let file = sanction(id), let imposed = file.log.latest(SanctionImposed.self) else {
            throw .sanction(.unknown(id))
        }
        if let on = imposed.on, day < on {
            throw .sanction(.beforeImposition(id, imposed: on))
        }
        return ImposedSanction(file: file, fact: imposed.fact)
    }
}
