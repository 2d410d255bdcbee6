extension OrganisationRestructured {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.organisation(.organisationRestructured(self)), under: Self.rule)]
    }
}
