internal import Law
public import Vocabulary

extension RepairApplied {
    /// D2 9: once the least time is over and it was put right, with a promise. The regime is that of the
    /// day of the application, the least time that of the document.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        if let there = past.repair(repair)?.course()?.application {
            guard there.on == on, asksTheSame(as: there.fact) else {
                throw .repair(.appliedOtherwise(repair, at: there.position))
            }
            return []  // Asked twice, recorded once.
        }
        let course = try past.entered(record, on: on)
        try course.checkRepairable(on: on)
        if let bar = past.bar(on: course.subject, by: on) {
            throw .repair(.barred(until: bar.until, from: bar.from))
        }
        let document = try past.registered(course.proposal.fact.instrument).registration.fact
        let period = course.publicPeriod(ofDocumentDated: document.dated, under: past.law)
        if period.isUngraded { throw .repair(.notGraded(record)) }
        let earliest = period.minimum?.next
        if let minimum = period.minimum, let earliest, on < earliest {
            throw .repair(.minimumRuns(until: minimum, from: earliest))
        }
        let profile = try past.repairRegime(of: course, on: on)
        try checkPapers(course, profile, on: on)
        var fact = self
        fact.subject = course.subject
        fact.decider = document.organ
        fact.regime = profile?.code
        fact.earliest = earliest
        return [circumstances.draft(fact, under: profile?.source ?? Basis.objection)]
    }

    private func asksTheSame(as there: RepairApplied) -> Bool {
        there.record == record && there.promise == promise && there.proof == proof
            && there.certificate == certificate && there.channel == channel
    }

    /// Performed: certified by whoever confirmed a breach, or put right by the day; and promised.
    private func checkPapers(
        _ course: DishonestyCourse, _ profile: CreditRules.Profile?, on day: CalendarDate
    ) throws(Refusal) {
        let isPutRight = course.rectification.map { $0.on.map { $0 <= day } ?? true } ?? false
        if profile?.repairAtOnce == true {
            if certificate == nil && !isPutRight { throw .repair(.noCertificate(record)) }
        } else if !isPutRight {
            throw .repair(.notRectified(record))
        }
        if promise == nil { throw .repair(.noPromise) }
    }
}

extension DishonestyCourse {
    /// Neither repaired nor about to be.
    fileprivate func checkRepairable(on day: CalendarDate) throws(Refusal) {
        if let done = repairs.first(where: \.holds) {
            throw .repair(.repairedAlready(record, on: done.effect?.on ?? day))
        }
        if let pending = repairs.first(where: \.isPending) {
            throw .repair(.pending(pending.repair, record: record))
        }
    }
}

extension Past {
    /// The regime by which a record is repaired on a day; of a person's, as a setting says.
    fileprivate func repairRegime(
        of course: DishonestyCourse, on day: CalendarDate
    ) throws(Refusal) -> CreditRules.Profile? {
        let law = try creditLaw(on: day)
        if subject(course.subject)?.registration?.kind == .person,
            let code = law.rules.text("personRepairRegime")
        {
            return law.credit.profile(code)
        }
        return law.credit.profile(
            inside: course.catalogue.scope.isInside, kind: course.proposal.fact.kind, on: day)
    }

    /// Until when nothing of a subject is repaired, because a repair was taken back.
    fileprivate func bar(
        on subject: SubjectID, by day: CalendarDate
    ) -> (until: CalendarDate, from: CalendarDate)? {
        let revoked = self.subject(subject)?.log.standing(RepairRevoked.self, by: day) ?? []
        let until = revoked.filter { $0.fact.subject == subject }
            .compactMap(\.fact.barredUntil).max()
        guard let until, day <= until, let from = until.next else { return nil }
        return (until, from)
    }

    /// The organ that confirmed what is repaired (谁认定、谁修复), where it is said for which unit.
    fileprivate func checkConfirming(
        _ course: RepairCourse, _ circumstances: Circumstances
    ) throws(Refusal) {
        try checkConfirming(try proposed(course.record).course, circumstances)
    }
}

extension RepairAccepted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: repair, circumstances)
        if try course.took(course.acceptance, on: on) { return [] }
        try past.checkConfirming(course, circumstances)
        try course.checkPending(on: on)
        return drafts(in: course, circumstances, under: "国办发〔2025〕22号")
    }
}

extension RepairRefused {
    /// With everything that is missing, said at once.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: repair, circumstances)
        if papers.isEmpty { throw .repair(.noPapers) }
        if let there = course.refusal {
            guard there.on == on, there.fact.papers == papers else {
                throw .repair(.refusedAlready(repair, on: there.on ?? on))
            }
            return []
        }
        try past.checkConfirming(course, circumstances)
        if let accepted = course.acceptance {
            throw .repair(.acceptedAlready(repair, on: accepted.on ?? on))
        }
        try course.checkPending(on: on)
        return drafts(in: course, circumstances, under: "国办发〔2025〕22号")
    }
}

extension RepairExtended {
    /// Once, from where the time to decide ends.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: repair, circumstances)
        if let there = course.extended {
            guard there.on == on else {
                throw .repair(.extendedAlready(repair, on: there.on ?? on))
            }
            return []
        }
        try past.checkConfirming(course, circumstances)
        try course.checkPending(on: on)
        let accepted = try course.accepted(by: on)
        var fact = self
        fact.extendedFrom =
            try past.limit(RepairClock.decide, from: accepted, askedOn: on).deadline()?.nominalEnd
        return fact.drafts(in: course, circumstances, under: "国办发〔2025〕22号")
    }
}

extension RepairDecided {
    /// By two of the organ that confirmed the matter, who had no hand in the record; granted, it takes
    /// effect at once.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: repair, circumstances)
        if let there = course.decision {
            guard there.on == on, there.fact.outcome == outcome else {
                throw .repair(.decidedAlready(repair, on: there.on ?? on))
            }
            return []  // Asked twice, recorded once.
        }
        try past.checkConfirming(course, circumstances)
        try course.checkPending(on: on)
        _ = try course.accepted(by: on)
        let (file, onRecord) = try past.proposed(course.record)
        if let officer = file.recorder(among: circumstances) {
            throw .repair(.deciderRecorded(officer, course.record))
        }
        if outcome == .denied && reason == nil { throw .repair(.noReason) }
        let decided = drafts(in: course, circumstances, under: Basis.objection)
        guard outcome == .granted else { return decided }
        try onRecord.checkStanding(on: on)
        let effect = RepairEffected(
            repair: repair, record: course.record, subject: onRecord.subject)
        return decided + [circumstances.consequence(effect, under: Basis.objection)]
    }
}

extension RepairRevoked {
    /// For what remains of its time it is shown again; for some time nothing is repaired.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: repair, circumstances)
        guard let effect = course.effect else { throw .repair(.notEffected(repair)) }
        if let day = effect.on, on < day { throw .repair(.beforeStep(repair, day: day)) }
        if let there = course.revocation {
            guard there.on == on, there.fact.ground == ground else {
                throw .repair(.stepTaken(repair, on: there.on ?? on))
            }
            return []  // Asked twice, recorded once.
        }
        try past.checkConfirming(course, circumstances)
        var fact = self
        fact.barredUntil = try past.limit(RepairClock.bar, from: on, askedOn: on).deadline()?.due
        return fact.drafts(in: course, circumstances, under: "信用修复管理办法")
    }
}

extension RepairCourse {
    /// Whether a step was taken on that day; on another, it is refused.
    fileprivate func took<F: RepairFact>(
        _ there: Recorded<F>?, on day: CalendarDate
    ) throws(Refusal) -> Bool {
        guard let there else { return false }
        guard there.on == day else { throw .repair(.stepTaken(repair, on: there.on ?? day)) }
        return true
    }

    /// Something can still be done in it.
    fileprivate func checkPending(on day: CalendarDate) throws(Refusal) {
        if let decision { throw .repair(.decidedAlready(repair, on: decision.on ?? day)) }
        if let refusal { throw .repair(.refusedAlready(repair, on: refusal.on ?? day)) }
    }

    /// The day on which it was accepted, which is not later.
    fileprivate func accepted(by day: CalendarDate) throws(Refusal) -> CalendarDate {
        guard let acceptance else { throw .repair(.notAccepted(repair)) }
        let accepted = acceptance.on ?? day
        if day < accepted { throw .repair(.beforeStep(repair, day: accepted)) }
        return accepted
    }
}
