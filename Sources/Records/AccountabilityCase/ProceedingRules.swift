extension RecusalDeclared {
    /// From that day the officer takes no further part (回避).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        _ = try past.person(officer)
        let course = try past.opened(self.case).past()
        let isThere = course.facts(RecusalDeclared.self).contains {
            $0.payload.officer == officer && $0.on == circumstances.on
        }
        if isThere { return [] }
        try course.checkOpen(on: circumstances.on)
        return [circumstances.draft(.proceeding(.recusalDeclared(self)), under: Self.rule)]
    }
}

extension FactsNotified {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.named(subject, in: self.case)
        if file.acts.stands(self, on: circumstances.on) { return [] }
        let course = file.past()
        try course.checkOpen(on: circumstances.on)
        try course.checkHere(subject, circumstances.on)
        return past.surfacing(
            [circumstances.draft(.proceeding(.factsNotified(self)), under: Self.rule)],
            about: subject, in: course, circumstances)
    }
}

extension DefenceHeard {
    /// Nobody answers to what they were not told.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.named(subject, in: self.case)
        if file.acts.stands(self, on: circumstances.on) { return [] }
        let course = file.past(by: circumstances.on)
        try file.past().checkOpen(on: circumstances.on)
        try file.past().checkHere(subject, circumstances.on)
        guard course.notification(to: subject) != nil else {
            throw .proceeding(.notNotified(subject, self.case))
        }
        return past.surfacing(
            [circumstances.draft(.proceeding(.defenceHeard(self)), under: Self.rule)],
            about: subject, in: file.past(), circumstances)
    }
}

extension DefenceWaived {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.named(subject, in: self.case)
        if file.acts.stands(self, on: circumstances.on) { return [] }
        try file.past().checkOpen(on: circumstances.on)
        try file.past().checkHere(subject, circumstances.on)
        guard file.past(by: circumstances.on).notification(to: subject) != nil else {
            throw .proceeding(.notNotified(subject, self.case))
        }
        return past.surfacing(
            [circumstances.draft(.proceeding(.defenceWaived(self)), under: Self.rule)],
            about: subject, in: file.past(), circumstances)
    }
}

extension MitigationFound {
    /// Of the circumstances that the rules in force know; each rests on entries of the case, of its
    /// decision or of the person.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard let on = circumstances.on else { throw .missing("on") }
        let file = try past.named(subject, in: self.case)
        let course = file.past()
        guard let rules = past.law.rules(on: on) else { throw .law(.noRules(on: on)) }
        guard let rule = rules.mitigation(code) else {
            throw .proceeding(.unknownMitigation(code, rules.mitigations.map(\.code)))
        }
        // A dissent surfaces once, whoever finds it.
        let isThere = course.mitigations(for: subject).contains {
            $0.payload.code == code
                && (code == Self.dissent || $0.on == on && $0.payload.evidence == evidence)
        }
        if isThere { return [] }
        let person = try past.person(subject)
        let decision = course.opening?.payload.decision.flatMap(past.decision)
        for one in evidence {
            let isKnown =
                file.entry(at: one.entry) != nil || person.entry(at: one.entry) != nil
                || decision?.log.entry(at: one.entry) != nil
            if !isKnown { throw .proceeding(.notEvidence(one.entry, self.case)) }
        }
        try course.checkOpen(on: on)
        return past.surfacing(
            [circumstances.draft(.proceeding(.mitigationFound(self)), under: rule.source)],
            about: subject, in: course, circumstances, besides: code)
    }
}

extension CaseTransferred {
    /// One person, or the whole case, lies with one organ at a time.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file =
            if let subject {
                try past.named(subject, in: self.case)
            } else {
                try past.opened(self.case)
            }
        if file.acts.stands(self, on: circumstances.on) { return [] }
        let course = file.past()
        try course.checkOpen(on: circumstances.on)
        if course.opening?.payload.authority == organ {
            throw .proceeding(.transferToItself(self.case, organ))
        }
        if let subject {
            try course.checkHere(subject, circumstances.on)
        } else if let whole = course.wholeTransfer {
            throw .proceeding(.transferredWhole(self.case, to: whole.payload.organ))
        }
        return [circumstances.draft(.proceeding(.caseTransferred(self)), under: Self.rule)]
    }
}

extension TransferAnswered {
    /// An answer comes from the organ to which the person, or the whole case, was handed over.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.opened(self.case)
        if file.acts.stands(self, on: circumstances.on) { return [] }
        let transfers = file.past(by: circumstances.on).facts(CaseTransferred.self)
        let isAwaited = transfers.contains {
            $0.payload.organ == organ
                && ($0.payload.subject == nil || $0.payload.subject == subject)
        }
        guard isAwaited else { throw .proceeding(.notTransferred(self.case, organ)) }
        return [circumstances.draft(.proceeding(.transferAnswered(self)), under: Self.rule)]
    }
}

extension ExpertConductNotified {
    /// Art. 15 concerns the experts and agencies that took part in the decision.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.opened(self.case)
        if file.acts.stands(self, on: circumstances.on) { return [] }
        let decision = file.past().opening?.payload.decision.flatMap(past.decision)
        guard decision?.experts.contains(expert) == true else {
            throw .proceeding(.notAnExpert(expert, self.case))
        }
        return [circumstances.draft(.proceeding(.expertConductNotified(self)), under: Self.rule)]
    }
}

extension ExpertConductAnswered {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.opened(self.case)
        if file.acts.stands(self, on: circumstances.on) { return [] }
        let isAwaited = file.past(by: circumstances.on).facts(ExpertConductNotified.self).contains {
            $0.payload.expert == expert && $0.payload.department == department
        }
        guard isAwaited else { throw .proceeding(.expertNotNotified(expert, department)) }
        return [circumstances.draft(.proceeding(.expertConductAnswered(self)), under: Self.rule)]
    }
}

extension BenefitAdjustmentRecommended {
    /// D2 14: in the place of a sanction that can no longer be given, and of the three that would have
    /// touched the benefits.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard let on = circumstances.on else { throw .missing("on") }
        let file = try past.named(subject, in: self.case)
        if file.acts.stands(self, on: on) { return [] }
        guard try past.person(subject).departure(on: on) != nil else {
            throw .proceeding(.stillInService(subject, on: on))
        }
        switch fitting {
        case .demotion, .removal, .dismissal: break
        default: throw .proceeding(.fittingTooLight(fitting))
        }
        return [
            circumstances.draft(.proceeding(.benefitAdjustmentRecommended(self)), under: Self.rule)
        ]
    }
}

extension PersonCleared {
    /// Nobody is cleared of what they were found responsible for.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.named(subject, in: self.case)
        if file.acts.stands(self, on: circumstances.on) { return [] }
        if let found = file.past(by: circumstances.on).finding(on: subject),
            found.payload.finding == .sustained
        {
            throw .proceeding(.foundResponsible(subject, on: found.on))
        }
        return [circumstances.draft(.proceeding(.personCleared(self)), under: Self.rule)]
    }
}

extension CaseReopened {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.opened(self.case)
        if file.acts.stands(self, on: circumstances.on) { return [] }
        guard file.past(by: circumstances.on).closing != nil else {
            throw .proceeding(.notClosed(self.case))
        }
        return [circumstances.draft(.proceeding(.caseReopened(self)), under: Self.rule)]
    }
}

extension CasePast {
    /// The transfer by which the whole case lies with another organ.
    var wholeTransfer: Fact<CaseTransferred>? {
        guard let last = facts(CaseTransferred.self).last(where: { $0.payload.subject == nil })
        else { return nil }
        let answer = facts(TransferAnswered.self).last {
            $0.payload.subject == nil && $0.payload.organ == last.payload.organ
                && last.moment <% $0.moment
        }
        switch answer?.payload.outcome {
        case .declined, .returned: return nil
        case .accepted, .sanctioned, .notSanctioned, nil: return last
        }
    }
}

extension DecisionFile {
    /// The experts and agencies that reviewed it or assessed its risks.
    var experts: Set<SubjectID> {
        Set(log.standing(ExpertReviewCompleted.self).flatMap(\.payload.experts))
            .union(log.standing(RiskAssessed.self).compactMap(\.payload.assessor))
    }
}
