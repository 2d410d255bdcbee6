extension OpenCase {
    /// A case is opened once, with or without a known person; on a decision only where one is recorded.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let isExtended = authority != nil || decision != nil || !grounds.isEmpty
        if isExtended && circumstances.on == nil { throw .missing("on") }
        if let decision { _ = try past.recorded(decision) }
        if let opening = past.caseFile(self.case)?.past().opening {
            let there = opening.payload
            let isSame =
                there.authority == authority && there.decision == decision
                && there.grounds == grounds
            if isExtended && !isSame {
                throw .proceeding(.openedOtherwise(self.case, on: opening.on))
            }
            return []  // Asked twice, recorded once.
        }
        if let on = circumstances.on, let rules = past.law.rules(on: on) {
            for code in grounds where rules.ground(code) == nil {
                throw .decision(.unknownGround(code, rules.grounds.map(\.code)))
            }
        }
        let fact = CaseOpened(
            case: self.case, complaint: complaint, authority: authority, decision: decision,
            grounds: grounds)
        return [circumstances.draft(.caseOpened(fact), under: Basis.lifelong)]
    }
}

extension NamePerson {
    /// The role held then is copied; whoever left since is named all the same (追责制度 Art. 3).
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let person = try past.person(subject)
        let file = try past.opened(self.case)
        let course = file.past()
        let onDecision = course.opening?.payload.decision
        if let decision, decision != onDecision {
            throw .proceeding(.notOnDecision(self.case, decision))
        }
        // What surfaces with it must have a day, or no view as of a day would show it.
        if course.isGoverned && circumstances.on == nil { throw .missing("on") }
        let part = past.participation(of: subject, in: course)
        let basis =
            responsibility ?? part.map(\.part).flatMap { Part.bases.contains($0) ? $0 : nil }
        let known = file.supersessions.knowledge(at: nil)
        let isThere = file.namings.all.contains {
            $0.payload.subject == subject && $0.payload.category == category
                && $0.payload.categoryCode == categoryCode
                && $0.payload.recordedUnit == recordedUnit
                && $0.payload.responsibility == basis && known.counts($0)
        }
        if isThere {
            // Asked twice, recorded once; what has come to light since surfaces all the same.
            return past.surfacing([], about: subject, in: course, circumstances)
        }

        var marks: [Irregularity] = []
        if let named = circumstances.on ?? file.receivedOn, person.departure(on: named) != nil {
            marks.append(.namedAfterLeaving)
        }
        if category == nil && categoryCode == nil && onDecision == nil {
            marks.append(.categoryMissing)
        }
        let investigates = file.investigators.all.contains {
            $0.payload.investigator == subject && known.counts($0)
        }
        if investigates { marks.append(.investigatorIsAccused) }

        let fact = PersonNamed(
            case: self.case, subject: subject,
            role: role(of: person, with: part, in: file, past), recordedUnit: recordedUnit,
            category: category, categoryCode: categoryCode, irregularities: marks,
            decision: onDecision, responsibility: basis, opinion: part?.opinion)
        return past.surfacing(
            [circumstances.draft(.personNamed(fact), under: Basis.lifelong)], about: subject,
            in: course, circumstances)
    }

    /// What the person was when it happened. A rank is given only where a source ties it to the
    /// post: today's rank says nothing about then.
    ///
    /// On a decision it is the one copied into the entry of the meeting; of who was not there, the post
    /// held on the day of adoption.
    private func role(
        of person: SubjectFile, with part: Participation?, in file: CaseFile, _ past: some Past
    ) -> RoleSnapshot {
        if let role = part?.role, role.basis != .none { return role }
        let decided = file.past().opening?.payload.decision.flatMap(past.decision)?.past()
            .decisiveDay
        if let day = decided ?? file.incidentOn {
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
    /// A finding concerns a person named in the case, in service or not. In a case opened by an organ or
    /// on a decision it comes after the person's right to be told and heard (政务处分法 Art. 43).
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let file = try past.named(subject, in: self.case)
        let course = file.past()
        let finding = self.finding ?? .unknown
        let weighed = try weighed(course, past)
        let fact = FindingMade(
            case: self.case, subject: subject, finding: finding, sourceCode: sourceCode,
            outcome: outcome, outcomeClass: outcomeClass,
            irregularities: finding == .unknown ? [.findingMissing] : [], officer: officer,
            mitigations: weighed)
        let isThere = course.counting(file.findings).contains {
            $0.on == circumstances.on && isSame(as: $0.payload, fact)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        try course.checkHere(subject, circumstances.on)
        if course.isGoverned {
            guard let on = circumstances.on else { throw .missing("on") }
            try course.checkOpen(on: on)
            try course.checkManaged(past.person(subject), over: past)
            try file.past(by: on).checkHeard(subject)
            try circumstances.checkApprover(Self.approvedAs)
        }
        return past.surfacing(
            [circumstances.draft(.findingMade(fact), under: Basis.dueProcess)], about: subject,
            in: course, circumstances)
    }

    /// How the command line calls it, for a refusal.
    static let approvedAs = "case.determine"

    /// Every circumstance found for the person is weighed; one that was not found cannot be. A dissent
    /// that surfaces with the finding is weighed in it.
    private func weighed(_ course: CasePast, _ past: some Past) throws(Refusal) -> [String] {
        var found = Set(course.mitigations(for: subject).map(\.payload.code))
        if let dissent = past.dissent(of: subject, in: course) { found.insert(dissent.code) }
        for code in mitigations where !found.contains(code) {
            throw .proceeding(.mitigationNotFound(code, subject))
        }
        return found.sorted()
    }

    private func isSame(as there: FindingMade, _ fact: FindingMade) -> Bool {
        there.subject == fact.subject && there.finding == fact.finding
            && there.sourceCode == fact.sourceCode && there.outcome == fact.outcome
            && there.outcomeClass == fact.outcomeClass && there.officer == fact.officer
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
        let course = file.past()
        if course.isGoverned { try course.checkOpen(on: circumstances.on) }
        var marks: [Irregularity] = []
        if let on = circumstances.on, let received = file.receivedOn, on < received {
            marks.append(.closedBeforeReceived)
        }
        let found = Set(
            file.findings.all.lazy.filter { known.counts($0) }.map(\.payload.subject))
        let isUnfinished = file.namings.all.contains {
            known.counts($0) && !found.contains($0.payload.subject)
                && course.transfer(of: $0.payload.subject) == nil
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
