internal import Law
public import Vocabulary

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
        if file.log.stands(self, on: circumstances.on) { return [] }
        let course = file.past()
        try course.checkOpen(on: circumstances.on)
        if course.opening?.fact.authority == organ {
            throw .case(.transferToItself(self.case, organ))
        }
        if let subject {
            try course.checkHere(subject, circumstances.on)
        } else if let whole = course.wholeTransfer {
            throw .case(.transferredWhole(self.case, to: whole.fact.organ))
        }
        return [circumstances.draft(self, under: Self.rule)]
    }
}

extension TransferAnswered {
    /// An answer comes from the organ to which the person, or the whole case, was handed over.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.opened(self.case)
        if file.log.stands(self, on: circumstances.on) { return [] }
        let transfers = file.past(by: circumstances.on).facts(CaseTransferred.self)
        let isAwaited = transfers.contains {
            $0.fact.organ == organ
                && ($0.fact.subject == nil || $0.fact.subject == subject)
        }
        guard isAwaited else { throw .case(.notTransferred(self.case, organ)) }
        return [circumstances.draft(self, under: Self.rule)]
    }
}

extension ExpertConductNotified {
    /// Art. 15 concerns the experts and agencies that took part in the decision.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.opened(self.case)
        if file.log.stands(self, on: circumstances.on) { return [] }
        let decision = file.past().opening?.fact.decision.flatMap(past.decision)
        guard decision?.experts.contains(expert) == true else {
            throw .case(.notAnExpert(expert, self.case))
        }
        return [circumstances.draft(self, under: Self.rule)]
    }
}

extension ExpertConductAnswered {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.opened(self.case)
        if file.log.stands(self, on: circumstances.on) { return [] }
        let isAwaited = file.past(by: circumstances.on).facts(ExpertConductNotified.self).contains {
            $0.fact.expert == expert && $0.fact.department == department
        }
        guard isAwaited else { throw .case(.expertNotNotified(expert, department)) }
        return [circumstances.draft(self, under: Self.rule)]
    }
}

extension DecisionFile {
    /// The experts and agencies that reviewed it or assessed its risks.
    var experts: Set<SubjectID> {
        Set(log.standing(ExpertReviewCompleted.self).flatMap(\.fact.experts))
            .union(log.standing(RiskAssessed.self).compactMap(\.fact.assessor))
    }
}
