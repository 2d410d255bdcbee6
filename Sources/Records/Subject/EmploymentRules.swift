internal import Law
public import Vocabulary

extension EmploymentBegan {
    /// Service begins for a registered person; an unknown first day is marked.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let person = try past.person(subject)
        let isThere = person.standing(\.beginnings).contains {
            $0.on == circumstances.on && $0.fact.rank == rank
        }
        if isThere { return [] }  // Asked twice, recorded once.
        var fact = self
        fact.irregularities = circumstances.on == nil ? [.beginUnknown] : []
        if let on = circumstances.on, person.departure(on: on)?.died != nil {
            fact.irregularities.append(.afterDeath)
        }
        return [circumstances.draft(fact, under: Basis.lifelong)]
    }
}

extension EmploymentEnded {
    /// A person leaves once per service; death may follow a retirement.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let person = try past.person(subject)
        let isThere = person.standing(\.endings).contains {
            $0.on == circumstances.on && $0.fact.reason == reason
                && $0.fact.lastUnit == lastUnit
        }
        if isThere { return [] }  // Asked twice, recorded once.
        if let on = circumstances.on,
            let left = person.recordedDeparture(on: on, known: person.knowledge()),
            reason != .died || left.died != nil
        {
            throw .alreadyLeft(subject, since: left.since, reason: left.reason)
        }
        var fact = self
        fact.irregularities =
            person.begins(onlyAfter: circumstances.on) ? [.endedBeforeBegan] : []
        if let on = circumstances.on, person.goesOn(after: on, died: reason == .died) {
            fact.irregularities.append(reason == .died ? .afterDeath : .postAfterLeaving)
        }
        return [circumstances.draft(fact, under: Basis.lifelong)]
    }
}

extension PositionSuspended {
    /// Only a person in service is suspended (政务处分法 Art. 27).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let person = try past.person(subject)
        let on = try circumstances.day()
        let isThere = person.standing(\.suspensions).contains {
            $0.on == on && $0.fact.sanction == sanction
        }
        if isThere { return [] }  // Asked twice, recorded once.
        try past.checkImposed(sanction, on: subject, circumstances)
        try person.checkInService(on: on)
        return [circumstances.draft(self, under: Basis.measures)]
    }
}

extension PositionReinstated {
    /// Only who was suspended returns to duty.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let person = try past.person(subject)
        let on = try circumstances.day()
        let isThere = person.standing(\.reinstatements).contains {
            $0.on == on && $0.fact.sanction == sanction
        }
        if isThere { return [] }  // Asked twice, recorded once.
        try past.checkImposed(sanction, on: subject, circumstances)
        try person.checkInService(on: on)
        guard person.isSuspended(on: on, known: person.knowledge()) else {
            throw .notSuspended(subject)
        }
        return [circumstances.draft(self, under: Basis.remedies)]
    }
}

extension SubjectFile {
    /// Who left is neither suspended nor sanctioned; on the day of leaving the person has left already.
    ///
    /// - Source: 政务处分法 Art. 27.
    func checkInService(on day: CalendarDate) throws(Refusal) {
        guard let left = departure(on: day) else { return }
        // What is decided together with a dismissal was decided while in service.
        if left.since == day, recordedDeparture(on: day, known: knowledge()) == nil { return }
        throw .subjectNotInService(subject, since: left.since, reason: left.reason)
    }

    /// Whether service has a first day, and only ones after this day.
    fileprivate func begins(onlyAfter day: CalendarDate?) -> Bool {
        guard let day else { return false }
        let first = standing(\.beginnings).compactMap(\.on).min()
        return first.map { day < $0 } ?? false
    }

    /// Whether a post is recorded to begin after the day, without service having begun anew; after a
    /// death, service too.
    fileprivate func goesOn(after day: CalendarDate, died: Bool) -> Bool {
        let posts =
            standing(\.assumptions).compactMap(\.on) + standing(\.transfers).compactMap(\.on)
        let begun = standing(\.beginnings).compactMap(\.on).filter { $0 > day }
        if died && !begun.isEmpty { return true }
        return posts.contains { post in
            post > day && (died || !begun.contains { $0 <= post })
        }
    }

    /// Whether the last word on duty by that day is a suspension.
    func isSuspended(on date: CalendarDate, known: Knowledge) -> Bool {
        var suspended: (CalendarDate?, Position)?
        for fact in suspensions where known.counts(fact, by: date) {
            if suspended.map({ $0 <% fact.moment }) ?? true { suspended = fact.moment }
        }
        guard let suspended else { return false }
        for fact in reinstatements where known.counts(fact, by: date) {
            if suspended <% fact.moment { return false }
        }
        for fact in beginnings where known.counts(fact, by: date) {
            if suspended <% fact.moment { return false }
        }
        return true
    }
}

extension Past {
    /// A sanction that is named was imposed on the person; registers deliver in any order.
    fileprivate func checkImposed(
        _ sanction: SanctionID?, on subject: SubjectID, _ circumstances: Circumstances
    ) throws(Refusal) {
        guard let sanction, !circumstances.isDelivered else { return }
        let isThere = file(sanction.tag)?.log.standing(SanctionImposed.self).contains {
            $0.fact.subject == subject
        }
        if isThere != true { throw .sanctionUnknown(sanction) }
    }
}
