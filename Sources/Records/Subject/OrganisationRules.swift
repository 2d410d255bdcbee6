public import Vocabulary

extension OrganisationRestructured {
    /// A unit ends in another, once; both are registered. Whoever answered in it goes on answering.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        for unit in [predecessor, successor] {
            guard let registered = past.subject(unit)?.registration else {
                throw .unknownSubject(unit)
            }
            if registered.kind == .person { throw .notAUnit(unit) }
        }
        if predecessor == successor { throw .mergedIntoItself(predecessor) }
        let before = past.subject(predecessor)?.log.standing(OrganisationRestructured.self) ?? []
        for fact in before where fact.fact.predecessor == predecessor {
            if fact.fact == self && fact.on == circumstances.on { return [] }
            throw .alreadyMerged(predecessor, into: fact.fact.successor)
        }
        // A unit that ended takes nothing over; so nothing ever becomes itself by a detour.
        let ended = past.subject(successor)?.log.standing(OrganisationRestructured.self) ?? []
        if let gone = ended.last(where: { $0.fact.predecessor == successor }) {
            throw .alreadyMerged(successor, into: gone.fact.successor)
        }
        return [
            circumstances.draft(self, under: Self.rule)
        ]
    }
}
