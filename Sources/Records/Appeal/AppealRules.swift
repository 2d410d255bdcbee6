extension AppealFiled {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.appeal(.appealFiled(self)), under: Self.rule)]
    }
}

extension AdmissibilityRuled {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.appeal(.admissibilityRuled(self)), under: Self.rule)]
    }
}

extension PanelFormed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.appeal(.panelFormed(self)), under: Self.rule)]
    }
}

extension PanelRecusalDeclared {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.appeal(.panelRecusalDeclared(self)), under: Self.rule)]
    }
}

extension AppealHeard {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.appeal(.appealHeard(self)), under: Self.rule)]
    }
}

extension AppealExtended {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.appeal(.appealExtended(self)), under: Self.rule)]
    }
}

extension AppealDecided {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.appeal(.appealDecided(self)), under: Self.rule)]
    }
}

extension AppealServed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.appeal(.appealServed(self)), under: Self.rule)]
    }
}

extension AppealWithdrawn {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.appeal(.appealWithdrawn(self)), under: Self.rule)]
    }
}
