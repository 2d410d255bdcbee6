internal import Law
public import Vocabulary

extension SubjectRegistered {
    /// A subject is registered once; a unit's predecessor before it.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        if let registered = past.subject(subject)?.registration {
            guard isSame(as: registered) else { throw .alreadyRegistered(subject) }
            return []  // Asked twice, recorded once.
        }
        if let predecessor, past.subject(predecessor)?.registration == nil {
            throw .predecessorUnknown(predecessor)
        }
        return [circumstances.draft(self, under: Basis.integrityRecord)]
    }

    /// Sealed values are compared where both are clear; a commitment alone proves no difference.
    private func isSame(as registered: SubjectRegistered) -> Bool {
        kind == registered.kind && title == registered.title && code == registered.code
            && predecessor == registered.predecessor && rank == registered.rank
            && !name.isKnownToDiffer(from: registered.name)
            && !idNumber.isKnownToDiffer(from: registered.idNumber)
    }
}
