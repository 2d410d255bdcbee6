extension TakePost {
    /// The first post is assumed, every later one transferred to; whether it begins after leaving
    /// or in an unregistered unit is marked, not refused.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let person = try past.person(subject)
        let known = person.supersessions.knowledge(at: nil)
        let registeredUnit = past.subject(unit)?.registration
        let title = unitTitle ?? registeredUnit?.title

        func isThere<Payload>(_ fact: Fact<Payload>, _ held: Post, until: CalendarDate?) -> Bool {
            fact.on == circumstances.on && held.unit == unit && held.post == post
                && held.rank == rank && until == self.until && known.counts(fact)
        }
        for fact in person.assumptions.all
        where isThere(fact, fact.payload.asPost, until: fact.payload.until)
            && fact.payload.isActing == isActing
            && fact.payload.managingAuthority == managingAuthority
        {
            return []  // Asked twice, recorded once.
        }
        for fact in person.transfers.all
        where isThere(fact, fact.payload.asPost, until: fact.payload.until)
            && fact.payload.isActing == isActing
            && fact.payload.managingAuthority == managingAuthority
        {
            return []
        }

        if let on = circumstances.on, let until, until < on, circumstances.actor != nil {
            throw .decision(
                .endBeforeStart(field: "until", start: on, end: until, source: Basis.lifelong))
        }
        var marks: [Irregularity] = []
        if circumstances.on == nil { marks.append(.beginUnknown) }
        if let on = circumstances.on, person.departure(on: on, known: known) != nil {
            marks.append(.postAfterLeaving)
        }
        if registeredUnit == nil { marks.append(.unitNotRegistered) }

        let event: Event =
            if let previous = person.postBefore(circumstances.on, known: known) {
                .positionTransferred(
                    .init(
                        subject: subject, unit: unit, unitTitle: title, post: post, rank: rank,
                        until: until, previous: previous, irregularities: marks,
                        isActing: isActing, managingAuthority: managingAuthority))
            } else {
                .positionAssumed(
                    .init(
                        subject: subject, unit: unit, unitTitle: title, post: post, rank: rank,
                        until: until, irregularities: marks, isActing: isActing,
                        managingAuthority: managingAuthority))
            }
        return [circumstances.draft(event, under: Basis.lifelong)]
    }

}

extension BeginEmployment {
    /// Service begins for a registered person; an unknown first day is marked.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let person = try past.person(subject)
        let known = person.supersessions.knowledge(at: nil)
        let isThere = person.beginnings.all.contains {
            $0.on == circumstances.on && $0.payload.rank == rank && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        let fact = EmploymentBegan(
            subject: subject, rank: rank,
            irregularities: circumstances.on == nil ? [.beginUnknown] : [])
        return [circumstances.draft(.employmentBegan(fact), under: Basis.lifelong)]
    }
}

extension EndEmployment {
    /// A person leaves once per service; death may follow a retirement.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let person = try past.person(subject)
        let known = person.supersessions.knowledge(at: nil)
        let reason = self.reason ?? .unknown
        let isThere = person.endings.all.contains {
            $0.on == circumstances.on && $0.payload.reason == reason
                && $0.payload.lastUnit == lastUnit && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        if let on = circumstances.on, let left = person.departure(on: on, known: known),
            reason != .died || left.died != nil
        {
            throw .alreadyLeft(subject, since: left.since, reason: left.reason)
        }
        let fact = EmploymentEnded(
            subject: subject, reason: reason, lastUnit: lastUnit,
            irregularities: endsBeforeBeginning(of: person, known) ? [.endedBeforeBegan] : [])
        return [circumstances.draft(.employmentEnded(fact), under: Basis.lifelong)]
    }

    /// Whether service has a first day, and only ones after this day.
    private func endsBeforeBeginning(of person: SubjectFile, _ known: Knowledge) -> Bool {
        guard let on = circumstances.on else { return false }
        var first: CalendarDate?
        for fact in person.beginnings.all where known.counts(fact) {
            if let began = fact.on { first = first.map { min($0, began) } ?? began }
        }
        return first.map { on < $0 } ?? false
    }
}

extension SuspendPost {
    /// Only a person in service is suspended (政务处分法 Art. 27).
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let person = try past.person(subject)
        let known = person.supersessions.knowledge(at: nil)
        guard let on = circumstances.on else { throw .missing("on") }
        let isThere = person.suspensions.all.contains {
            $0.on == on && $0.payload.sanction == sanction && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        if let left = person.departure(on: on, known: known) {
            throw .subjectNotInService(subject, since: left.since, reason: left.reason)
        }
        let fact = PositionSuspended(subject: subject, sanction: sanction)
        return [circumstances.draft(.positionSuspended(fact), under: Basis.measures)]
    }
}

extension ReinstatePost {
    /// Only who was suspended returns to duty.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let person = try past.person(subject)
        let known = person.supersessions.knowledge(at: nil)
        guard let on = circumstances.on else { throw .missing("on") }
        let isThere = person.reinstatements.all.contains {
            $0.on == on && $0.payload.sanction == sanction && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        if let left = person.departure(on: on, known: known) {
            throw .subjectNotInService(subject, since: left.since, reason: left.reason)
        }
        guard person.isSuspended(on: on, known: known) else { throw .notSuspended(subject) }
        let fact = PositionReinstated(subject: subject, sanction: sanction)
        return [circumstances.draft(.positionReinstated(fact), under: Basis.remedies)]
    }
}

extension SubjectFile {
    /// Whether the last word on duty by that day is a suspension.
    func isSuspended(on date: CalendarDate, known: Knowledge) -> Bool {
        var suspended: (CalendarDate?, Position)?
        for fact in suspensions.all where known.counts(fact, by: date) {
            let moment = (fact.on, fact.position)
            if suspended.map({ $0 <% moment }) ?? true { suspended = moment }
        }
        guard let suspended else { return false }
        for fact in reinstatements.all where known.counts(fact, by: date) {
            if suspended <% (fact.on, fact.position) { return false }
        }
        for fact in beginnings.all where known.counts(fact, by: date) {
            if suspended <% (fact.on, fact.position) { return false }
        }
        return true
    }
}
