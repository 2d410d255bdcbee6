extension SanctionServed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.measure(.sanctionServed(self)), under: Self.rule)]
    }
}

extension SanctionExecuted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.measure(.sanctionExecuted(self)), under: Self.rule)]
    }
}

extension SanctionVaried {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.measure(.sanctionVaried(self)), under: Self.rule)]
    }
}

extension ReputationRestored {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.measure(.reputationRestored(self)), under: Self.rule)]
    }
}

extension CompensationPaid {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.measure(.compensationPaid(self)), under: Self.rule)]
    }
}
