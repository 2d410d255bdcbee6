internal import Law
public import Vocabulary

extension FindingRecommended {
    /// A recommendation concerns a person named in the case.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.named(subject, in: self.case)
        var fact = self
        fact.irregularities = finding == .unknown ? [.findingMissing] : []
        let isThere = file.standing(\.recommendedFindings).contains {
            $0.on == circumstances.on && $0.fact == fact
        }
        if isThere { return [] }  // Asked twice, recorded once.
        return [circumstances.draft(fact, under: Basis.dueProcess)]
    }
}

extension FindingMade {
    /// A finding concerns a person named in the case, in service or not. In a case opened by an organ or
    /// on a decision it comes after the person's right to be told and heard (政务处分法 Art. 43).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.named(subject, in: self.case)
        let course = file.past()
        var fact = self
        fact.mitigations = try weighed(course, past)
        fact.irregularities = finding == .unknown ? [.findingMissing] : []
        let isThere = course.facts(FindingMade.self).contains {
            $0.on == circumstances.on && asksTheSame(as: $0.fact)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        try course.checkConducted(circumstances)
        try course.checkHere(subject, circumstances.on)
        if course.isGoverned {
            guard let on = circumstances.on else { throw .missing(all: circumstances.lacking) }
            try course.checkOpen(on: on)
            try course.checkManaged(past.person(subject), over: past)
            try file.past(by: on).checkHeard(subject)
            try circumstances.checkApprover(Self.approvedAs)
        }
        return past.surfacing(
            [circumstances.draft(fact, under: Basis.dueProcess)], about: subject,
            in: course, circumstances)
    }

    /// How the command line calls it, for a refusal.
    static let approvedAs = "case.determine"

    /// Every circumstance found for the person is weighed; one that was not found cannot be. A dissent
    /// that surfaces with the finding is weighed in it.
    private func weighed(_ course: CasePast, _ past: some Past) throws(Refusal) -> [String] {
        var found = Set(course.mitigations(for: subject).map(\.fact.code))
        if let dissent = past.dissent(of: subject, in: course) { found.insert(dissent.code) }
        for code in mitigations where !found.contains(code) {
            throw .case(.mitigationNotFound(code, subject))
        }
        return found.sorted()
    }

    private func asksTheSame(as there: FindingMade) -> Bool {
        there.subject == subject && there.finding == finding && there.sourceCode == sourceCode
            && there.outcome == outcome && there.outcomeClass == outcomeClass
            && there.officer == officer
    }
}

extension MitigationFound {
    /// Of the circumstances that the rules in force know; each rests on entries of the case, of its
    /// decision or of the person. I14: before any rules it is recorded as found.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let file = try past.named(subject, in: self.case)
        let course = file.past()
        let rules = past.law.bodies(on: on)
        let rule = rules?.mitigation(code)
        if let rules, rule == nil {
            throw .case(.unknownMitigation(code, rules.mitigations.map(\.code)))
        }
        // A dissent surfaces once, whoever finds it.
        let isThere = course.mitigations(for: subject).contains {
            $0.fact.code == code
                && (code == Self.dissent || $0.on == on && $0.fact.evidence == evidence)
        }
        if isThere { return [] }
        let person = try past.person(subject)
        let decision = course.opening?.fact.decision.flatMap(past.decision)
        for one in evidence {
            let isKnown =
                file.tells(one.entry) || person.tells(one.entry)
                || decision?.log.entry(at: one.entry) != nil
            if !isKnown { throw .case(.notEvidence(one.entry, self.case)) }
        }
        try course.checkOpen(on: on)
        return past.surfacing(
            [circumstances.draft(self, under: rule?.source ?? Self.rule)],
            about: subject, in: course, circumstances, besides: code)
    }
}

extension FileView {
    /// Whether the entry stands in the file and says something: what withdraws another does not.
    fileprivate func tells(_ entry: Position) -> Bool {
        log.entry(at: entry).map { !$0.event.isWithdrawal } ?? false
    }
}

extension BenefitAdjustmentRecommended {
    /// D2 14: in the place of a sanction that can no longer be given, and of the three that would have
    /// touched the benefits.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let file = try past.named(subject, in: self.case)
        if file.log.stands(self, on: on) { return [] }
        guard try past.person(subject).departure(on: on) != nil else {
            throw .case(.stillInService(subject, on: on))
        }
        guard [.demotion, .removal, .dismissal].contains(fitting) else {
            throw .case(.fittingTooLight(fitting))
        }
        return [circumstances.draft(self, under: Self.rule)]
    }
}

extension PersonCleared {
    /// How the command line calls it, for a refusal.
    static let approvedAs = "case.clear"

    /// Nobody is cleared of what they were found responsible for.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.named(subject, in: self.case)
        if file.log.stands(self, on: circumstances.on) { return [] }
        let person = try past.person(subject)
        if let found = file.past(by: circumstances.on).finding(on: subject),
            found.fact.finding == .sustained,
            !person.isUnfounded(found, known: person.log.knowledge(), by: circumstances.on)
        {
            throw .case(.foundResponsible(subject, on: found.on))
        }
        // I15: it ends the investigation as a finding would.
        if file.past().isGoverned { try circumstances.checkApprover(Self.approvedAs) }
        return [circumstances.draft(self, under: Self.rule)]
    }
}
