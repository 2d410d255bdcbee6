extension RecusalDeclared {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.recusalDeclared(self)), under: Self.rule)]
    }
}

extension FactsNotified {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.factsNotified(self)), under: Self.rule)]
    }
}

extension DefenceHeard {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.defenceHeard(self)), under: Self.rule)]
    }
}

extension DefenceWaived {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.defenceWaived(self)), under: Self.rule)]
    }
}

extension MitigationFound {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.mitigationFound(self)), under: Self.rule)]
    }
}

extension CaseTransferred {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.caseTransferred(self)), under: Self.rule)]
    }
}

extension TransferAnswered {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.transferAnswered(self)), under: Self.rule)]
    }
}

extension ExpertConductNotified {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.expertConductNotified(self)), under: Self.rule)]
    }
}

extension ExpertConductAnswered {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.expertConductAnswered(self)), under: Self.rule)]
    }
}

extension BenefitAdjustmentRecommended {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.benefitAdjustmentRecommended(self)), under: Self.rule)]
    }
}

extension PersonCleared {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.personCleared(self)), under: Self.rule)]
    }
}

extension CaseReopened {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.proceeding(.caseReopened(self)), under: Self.rule)]
    }
}
