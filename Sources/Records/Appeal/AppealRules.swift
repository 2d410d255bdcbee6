import Law
public import Vocabulary

extension AppealFiled {
    /// Filed late it is accepted, and in the same decision ruled out with the day it was due: the
    /// person is told, and the record shows both. I14: where the law gives no last day, nothing is said
    /// of one.
    ///
    /// - Source: 监察法 Art. 49; 公务员法 Art. 95.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let appealed = try past.appealed(sanction, by: on)
        if let there = past.appeal(appeal)?.course()?.filing {
            guard there.on == on, asksTheSame(as: there.fact) else {
                throw .appeal(.numberTaken(appeal))
            }
            return []  // Asked twice, recorded once.
        }
        if appealed.imposed.fact.measure.family == .party {
            throw .sanction(.partyRemedy(sanction))
        }
        if let imposed = appealed.imposed.on, on < imposed {
            throw .appeal(.beforeSanction(sanction, imposed: imposed))
        }
        if let annulment = appealed.annulment {
            throw .appeal(.nothingToAppeal(sanction, annulled: annulment.on ?? on))
        }
        var fact = self
        fact.case = appealed.imposed.fact.case
        fact.subject = appealed.imposed.fact.subject
        if route.isEmpty, let told = appealed.service?.fact.route { fact.route = told }
        // What is wrong with a route is first that it is none, then that another was told.
        try appealed.checkTold(route: fact.route, under: past.law.bodies(on: on))
        do throws(Refusal) {
            // Judged when it was told; where nothing was told, when it is asked.
            let told = appealed.service?.on.map { min($0, on) }
            fact.route = try past.route(
                fact.route, against: appealed.imposed.fact, decidedOn: appealed.decision.on,
                on: told ?? on)
        } catch {
            if case .unknownRoute(let route, let known) = error.reason(SanctionRefusal.self) {
                throw .appeal(.unknownRoute(route, known))
            }
            throw error
        }
        if let organ { try past.checkUnit(organ) }
        guard let rules = past.law.bodies(on: on) else {
            // I14: of a day without rules nobody knows the stages, nor when their time runs out.
            if stage.isEmpty { throw .missing("stage") }
            try appealed.checkUnused(fact.route, StageName(unnamed: stage), over: past)
            try appealed.checkFiled(after, fact.route)
            fact.due = nil
            fact.late = nil
            return [circumstances.draft(fact, under: Self.rule)]
        }
        if stage.isEmpty, let route = rules.route(fact.route) {
            let used = appealed.filings.filter {
                $0.fact.route == route.code
                    && past.appeal($0.fact.appeal)?.course()?.leavesStageOpen != true
            }
            fact.stage = appealed.stage(after: used, of: route)
        }
        let stage = try AppealStage(of: fact, in: rules)
        // The organ that decided decides first; which is above it, the register does not know.
        if stage.isFirst && organ == nil { fact.organ = appealed.imposed.fact.organ }
        let start = try stage.start(of: fact, against: appealed, over: past, on: on)
        let limit = past.limit(start.clock, from: start.day, askedOn: on)
        fact.after = start.after
        fact.due = limit.due
        fact.late = limit.isLate(on: on)
        var filed = circumstances.draft(fact, under: Self.rule)
        filed.basis.cite(stage.stage.source)
        guard fact.late == true else { return [filed] }
        let ruling = AdmissibilityRuled(
            appeal: appeal, subject: fact.subject, sanction: sanction, admitted: false,
            reason: .outOfTime, due: fact.due)
        return [filed, circumstances.consequence(ruling, under: stage.stage.source)]
    }

    private func asksTheSame(as there: AppealFiled) -> Bool {
        there.sanction == sanction && (route.isEmpty || there.route == route)
            && (stage.isEmpty || there.stage == stage) && (organ == nil || there.organ == organ)
            && there.by == by && (after == nil || there.after == after)
    }
}

extension AdmissibilityRuled {
    /// Ruled once. Out of time is what the clock says is, not what an officer says, as long as the clock
    /// says anything.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        _ = try circumstances.day()
        if !admitted && reason == nil { throw .missing("reason") }
        let (on, course) = try past.course(of: appeal, circumstances)
        if let ruling = course.ruling {
            guard ruling.on == on, ruling.fact.admitted == admitted,
                admitted || ruling.fact.reason == reason
            else { throw .appeal(.ruledAlready(appeal, on: ruling.on ?? on)) }
            return []
        }
        try course.checkPending(on: on)
        let filing = course.filing.fact
        let isLate = !admitted && reason == .outOfTime
        if isLate && filing.late == false { throw .appeal(.inTime(appeal, due: filing.due)) }
        var fact = self
        fact.reason = admitted ? nil : reason
        fact.due = isLate ? filing.due : nil
        return fact.drafts(in: course, circumstances)
    }
}

extension AppealHeard {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: appeal, circumstances)
        if course.hearings.contains(where: { $0.on == on }) { return [] }
        try course.checkPending(on: on)
        return drafts(in: course, circumstances)
    }
}

extension AppealExtended {
    /// Once, before the time is over, and only where the law knows an extension: it is nothing but
    /// the new last day, and without rules or a calendar there is none to record. It is counted from
    /// where the time to decide ends by the calendar, so that a rest day is not gained twice.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: appeal, circumstances)
        if let there = course.extensions.last {
            guard there.on == on else {
                throw .appeal(.extendedAlready(appeal, until: there.fact.until ?? on))
            }
            return []
        }
        try course.checkPending(on: on)
        let filing = course.filing.fact
        let filed = course.filing.on ?? on
        let rules = try past.law.rules(inForceOn: filed)
        let stage = rules.route(filing.route)?.stage(filing.stage)
        let name = stage.map { StageName($0) } ?? StageName(unnamed: filing.stage)
        let none = Refusal.appeal(
            .noExtension(
                route: filing.route, stage: name, source: stage?.source ?? Basis.remedies))
        guard let stage, let clock = stage.extensionClock else { throw none }
        // From the day from which the time to decide runs: what has not begun is not extended.
        let accepted = course.ruling?.on ?? on
        let begun = rules.decideStart(stage) == .acceptance ? accepted : filed
        if rules.decideStart(stage) == .acceptance && course.ruling == nil {
            throw .appeal(.notAccepted(appeal))
        }
        guard let normal = try past.limit(stage.decideClock, from: begun, askedOn: on).deadline()
        else { throw none }
        if !normal.allows(on) { throw .appeal(.extensionTooLate(appeal, due: normal.due)) }
        let extended = try past.limit(clock, from: normal.nominalEnd, askedOn: on).deadline()
        var fact = self
        fact.until = extended?.due
        return fact.drafts(in: course, circumstances)
    }
}

extension AppealServed {
    /// The clock of the next stage runs from here, if there is one and something is left to object
    /// to. I14: it is served whether or not its last day can be computed.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: appeal, circumstances)
        guard let decision = course.decision else { throw .appeal(.notDecided(appeal)) }
        if let decided = decision.on, on < decided {
            throw .appeal(.servedBeforeDecision(appeal, decided: decided))
        }
        if let there = course.service {
            guard there.on == on else {
                throw .appeal(.servedAlready(appeal, on: there.on ?? on))
            }
            return []
        }
        let filing = course.filing.fact
        var fact = self
        fact.next = nil
        fact.nextUntil = nil
        let stages = past.law.bodies(on: on)?.route(filing.route)?.stages ?? []
        if decision.fact.outcome.leavesSomething,
            let index = stages.firstIndex(where: { $0.code == filing.stage }),
            index + 1 < stages.count
        {
            let next = stages[index + 1]
            fact.next = next.code
            fact.nextUntil = past.limit(next.fileClock, from: on, askedOn: on).due
        }
        return fact.drafts(in: course, circumstances)
    }
}

extension AppealWithdrawn {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: appeal, circumstances)
        if course.withdrawal?.on == on { return [] }
        try course.checkPending(on: on)
        return drafts(in: course, circumstances)
    }
}

extension AppealOutcome {
    /// Whether the person may still object: not to what was annulled, nor to what the organ decides
    /// anew, which is a decision with remedies of its own.
    var leavesSomething: Bool {
        switch self {
        case .maintained, .varied: true
        case .annulled, .remitted: false
        }
    }
}
