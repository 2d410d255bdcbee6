internal import Law
public import Vocabulary

extension CaseOpened {
    /// A case is opened once, with or without a known person; on a decision only where one is recorded.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let isExtended =
            authority != nil || decision != nil || !grounds.isEmpty || recordedFrom != nil
            || instrument != nil
        if isExtended && circumstances.on == nil { throw .missing("on") }
        let file: DecisionFile? = if let decision { try past.recorded(decision) } else { nil }
        var fact = self
        if let opening = past.caseFile(self.case)?.past().opening {
            let there = opening.fact
            if there.grounds != grounds {
                fact.grounds = try spelling(in: file, under: past.law, on: circumstances.on)
            }
            let isSame =
                there.authority == authority && there.decision == decision
                && there.grounds == fact.grounds && there.recordedFrom == recordedFrom
                && there.instrument == instrument
            if isExtended && !isSame {
                throw .case(.openedOtherwise(self.case, on: opening.on))
            }
            return []  // Asked twice, recorded once.
        }
        // Registers deliver in any order; who types a number means a complaint that is there.
        if let complaint, !circumstances.isDelivered,
            past.file(complaint.tag)?.log.latest(ComplaintReceived.self) == nil
        {
            throw .unknownComplaint(complaint)
        }
        fact.grounds = try spelling(in: file, under: past.law, on: circumstances.on)
        // Either an organ here conducts it, and keeps the rights of the person, or it says whence it is.
        if recordedFrom != nil && authority != nil { throw .case(.conductedAndRecorded) }
        if !circumstances.isDelivered && authority == nil && decision == nil && recordedFrom == nil
        {
            throw .case(.nobodyConducts(self.case, isUndated: circumstances.on == nil))
        }
        return [circumstances.draft(fact, under: Basis.lifelong)]
    }

    /// The grounds as they are written: each after its body where the decision has its code of
    /// several.
    private func spelling(
        in file: DecisionFile?, under law: Law, on day: CalendarDate?
    ) throws(Refusal) -> [String] {
        let rules = day.flatMap(law.decisionBodies(on:))
        var spelled: [String] = []
        for text in grounds {
            if let file {
                spelled.append(try file.spelling(of: text, under: rules))
            } else {
                _ = try rules?.ground(meantBy: text)
                spelled.append(text)
            }
        }
        return spelled
    }
}

extension PersonNamed {
    /// The role held then is copied; whoever left since is named all the same (追责制度 Art. 3).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let person = try past.person(subject)
        let file = try past.opened(self.case)
        let course = file.past()
        let onDecision = course.opening?.fact.decision
        if let decision, decision != onDecision {
            throw .case(.notOnDecision(self.case, decision))
        }
        // What surfaces with it must have a day, or no view as of a day would show it.
        if course.isGoverned && circumstances.on == nil { throw .missing("on") }
        let part = past.participation(of: subject, in: course)
        let basis =
            responsibility ?? part.map(\.part).flatMap { Part.bases.contains($0) ? $0 : nil }
        let isThere = file.standing(\.namings).contains {
            $0.fact.subject == subject && $0.fact.category == category
                && $0.fact.categoryCode == categoryCode
                && $0.fact.recordedUnit == recordedUnit && $0.fact.responsibility == basis
        }
        if isThere {
            // Asked twice, recorded once; what has come to light since surfaces all the same.
            return past.surfacing([], about: subject, in: course, circumstances)
        }

        var marks: [Irregularity] = []
        if let named = circumstances.on ?? past.receivedOn(of: file),
            person.departure(on: named) != nil
        {
            marks.append(.namedAfterLeaving)
        }
        if category == nil && categoryCode == nil && onDecision == nil {
            marks.append(.categoryMissing)
        }
        let investigates = file.standing(\.investigators).contains {
            $0.fact.investigator == subject
        }
        if investigates { marks.append(.investigatorIsAccused) }

        var fact = self
        fact.role = roleThen(of: person, with: part, in: file, past)
        let day = past.decisionDay(of: file) ?? past.incidentOn(of: file) ?? circumstances.on
        if fact.role.isOfParty(under: past.law.scope(on: day)) { marks.append(.partyOfficial) }
        fact.irregularities = marks
        fact.decision = onDecision
        fact.responsibility = basis
        fact.opinion = part?.opinion
        return past.surfacing(
            [circumstances.draft(fact, under: Basis.lifelong)], about: subject,
            in: course, circumstances)
    }

    /// What the person was when it happened. A rank is given only where a source ties it to the
    /// post: today's rank says nothing about then.
    ///
    /// On a decision it is the one copied into the entry of the meeting; of who was not there, the post
    /// held on the day of adoption.
    private func roleThen(
        of person: SubjectFile, with part: Participation?, in file: CaseFile, _ past: some Past
    ) -> RoleSnapshot {
        if let role = part?.role, role.basis != .none { return role }
        if let day = past.decisionDay(of: file) ?? past.incidentOn(of: file) {
            let role = person.role(on: day)
            if role.basis != .none { return role }
        }
        if let recordedUnit {
            return RoleSnapshot(
                unit: recordedUnit, unitTitle: past.subject(recordedUnit)?.registration?.title,
                basis: .recordedAtIntake)
        }
        return RoleSnapshot(basis: .none)
    }
}

extension Past {
    /// The day of the decision that the case is about.
    fileprivate func decisionDay(of file: CaseFile) -> CalendarDate? {
        file.past().opening?.fact.decision.flatMap(decision)?.past().decisiveDay
    }
}

extension InvestigatorAssigned {
    /// An investigator who is accused in the same case is marked: it happened.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        _ = try past.person(investigator)
        let file = try past.opened(self.case)
        let isThere = file.standing(\.investigators).contains {
            $0.fact.investigator == investigator && $0.on == circumstances.on
        }
        if isThere { return [] }  // Asked twice, recorded once.
        var fact = self
        fact.irregularities = file.names(investigator) ? [.investigatorIsAccused] : []
        return [circumstances.draft(fact, under: Basis.dueProcess)]
    }
}

extension CaseClosed {
    /// A case closed before its complaint, or with a person named and not found upon, is marked.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.opened(self.case)
        let isThere = file.standing(\.closings).contains { $0.on == circumstances.on }
        if isThere { return [] }  // Asked twice, recorded once.
        let course = file.past()
        if course.isGoverned {
            // What an organ here closes it closes on a day; an old register may not know it.
            if !circumstances.isDelivered { _ = try circumstances.day() }
            try course.checkOpen(on: circumstances.on)
        }
        var marks: [Irregularity] = []
        if let on = circumstances.on, let received = past.receivedOn(of: file), on < received {
            marks.append(.closedBeforeReceived)
        }
        let found = Set(file.standing(\.findings).map(\.fact.subject))
        let isUnfinished = file.standing(\.namings).contains {
            !found.contains($0.fact.subject) && course.transfer(of: $0.fact.subject) == nil
        }
        if isUnfinished || course.hasUnitWithoutFinding { marks.append(.findingMissing) }
        var fact = self
        fact.irregularities = marks
        return [circumstances.draft(fact, under: Basis.dueProcess)]
    }
}

extension CaseReopened {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.opened(self.case)
        if file.log.stands(self, on: circumstances.on) { return [] }
        guard file.past(by: circumstances.on).closing != nil else {
            throw .case(.notClosed(self.case))
        }
        return [circumstances.draft(self, under: Self.rule)]
    }
}
