extension OpenCase {
    /// A case is opened once, with or without a known person.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        if let file = past.caseFile(self.case), file.isOpened { return [] }
        let fact = CaseOpened(case: self.case, complaint: complaint)
        return [circumstances.draft(.caseOpened(fact), under: Basis.lifelong)]
    }
}

extension NamePerson {
    /// The role held then is copied; whoever left since is named all the same (追责制度 Art. 3).
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let person = try past.person(subject)
        let file = try past.opened(self.case)
        let known = file.supersessions.knowledge(at: nil)
        let isThere = file.namings.all.contains {
            $0.payload.subject == subject && $0.payload.category == category
                && $0.payload.categoryCode == categoryCode
                && $0.payload.recordedUnit == recordedUnit && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.

        var marks: [Irregularity] = []
        if let named = circumstances.on ?? file.receivedOn, person.departure(on: named) != nil {
            marks.append(.namedAfterLeaving)
        }
        if category == nil && categoryCode == nil { marks.append(.categoryMissing) }
        let investigates = file.investigators.all.contains {
            $0.payload.investigator == subject && known.counts($0)
        }
        if investigates { marks.append(.investigatorIsAccused) }

        let fact = PersonNamed(
            case: self.case, subject: subject, role: role(of: person, in: file, past),
            recordedUnit: recordedUnit, category: category, categoryCode: categoryCode,
            irregularities: marks)
        return [circumstances.draft(.personNamed(fact), under: Basis.lifelong)]
    }

    /// What the person was when it happened. A rank is given only where a source ties it to the
    /// post: today's rank says nothing about then.
    private func role(of person: SubjectFile, in file: CaseFile, _ past: some Past)
        -> RoleSnapshot
    {
        if let day = file.incidentOn, let held = person.post(on: day)?.post {
            return RoleSnapshot(
                unit: held.unit, unitTitle: held.unitTitle, post: held.post, rank: held.rank,
                basis: .postHeldOnIncident)
        }
        if let recordedUnit {
            return RoleSnapshot(
                unit: recordedUnit, unitTitle: past.subject(recordedUnit)?.registration?.title,
                basis: .recordedAtIntake)
        }
        return RoleSnapshot(basis: .none)
    }
}

extension AssignInvestigator {
    /// An investigator who is accused in the same case is marked: it happened.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        _ = try past.person(investigator)
        let file = try past.opened(self.case)
        let known = file.supersessions.knowledge(at: nil)
        let isThere = file.investigators.all.contains {
            $0.payload.investigator == investigator && $0.on == circumstances.on
                && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        let fact = InvestigatorAssigned(
            case: self.case, investigator: investigator,
            irregularities: file.names(investigator) ? [.investigatorIsAccused] : [])
        return [circumstances.draft(.investigatorAssigned(fact), under: Basis.dueProcess)]
    }
}

extension RecommendFinding {
    /// A recommendation concerns a person named in the case.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let file = try past.named(subject, in: self.case)
        let known = file.supersessions.knowledge(at: nil)
        let finding = self.finding ?? .unknown
        let fact = FindingRecommended(
            case: self.case, subject: subject, finding: finding, sourceCode: sourceCode,
            outcome: outcome, outcomeClass: outcomeClass,
            irregularities: finding == .unknown ? [.findingMissing] : [])
        let isThere = file.recommendedFindings.all.contains {
            $0.on == circumstances.on && $0.payload == fact && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        return [circumstances.draft(.findingRecommended(fact), under: Basis.dueProcess)]
    }
}

extension MakeFinding {
    /// A finding concerns a person named in the case, in service or not.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let file = try past.named(subject, in: self.case)
        let known = file.supersessions.knowledge(at: nil)
        let finding = self.finding ?? .unknown
        let fact = FindingMade(
            case: self.case, subject: subject, finding: finding, sourceCode: sourceCode,
            outcome: outcome, outcomeClass: outcomeClass,
            irregularities: finding == .unknown ? [.findingMissing] : [])
        let isThere = file.findings.all.contains {
            $0.on == circumstances.on && $0.payload == fact && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        return [circumstances.draft(.findingMade(fact), under: Basis.dueProcess)]
    }
}

extension CloseCase {
    /// A case closed before its complaint, or with a person named and not found upon, is marked.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let file = try past.opened(self.case)
        let known = file.supersessions.knowledge(at: nil)
        let isThere = file.closings.all.contains {
            $0.on == circumstances.on && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        var marks: [Irregularity] = []
        if let on = circumstances.on, let received = file.receivedOn, on < received {
            marks.append(.closedBeforeReceived)
        }
        let found = Set(
            file.findings.all.lazy.filter { known.counts($0) }.map(\.payload.subject))
        let isUnfinished = file.namings.all.contains {
            known.counts($0) && !found.contains($0.payload.subject)
        }
        if isUnfinished { marks.append(.findingMissing) }
        let fact = CaseClosed(case: self.case, irregularities: marks)
        return [circumstances.draft(.caseClosed(fact), under: Basis.dueProcess)]
    }
}

extension Past {
    /// The file of a case in which the person is named.
    func named(_ subject: SubjectID, in id: CaseID) throws(Refusal) -> CaseFile {
        _ = try person(subject)
        let file = try opened(id)
        guard file.names(subject) else { throw .notNamedInCase(subject, id) }
        return file
    }
}
