internal import Law
public import Vocabulary

extension SubjectRegistered {
    /// A subject is registered once, in one spelling: whoever acts is known whatever the case of the
    /// letters, and so is whoever it is about. A unit's predecessor before it.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let fact = shaped
        if let registered = past.subject(subject)?.registration {
            guard fact.isSame(as: registered) else { throw .alreadyRegistered(subject) }
            return []  // Asked twice, recorded once.
        }
        for other in subject.spelledOtherwise where past.subject(other)?.registration != nil {
            throw .subject(.spelledOtherwise(subject, as: other))
        }
        try checkFields()
        if let predecessor, past.subject(predecessor)?.registration == nil {
            throw .predecessorUnknown(predecessor)
        }
        return [
            circumstances.draft(
                try fact.checked(over: past, circumstances), under: Basis.integrityRecord)
        ]
    }

    /// A person's name is sealed, a unit's title is public: neither stands in the other's place.
    private func checkFields() throws(Refusal) {
        func refuse(_ field: String, _ instead: String?) -> Refusal {
            .subject(.fieldOfOtherKind(field: field, instead: instead, kind))
        }
        switch kind {
        case .person:
            if title != nil { throw refuse("title", "name") }
            if code != nil { throw refuse("code", "idNumber") }
            if predecessor != nil { throw refuse("predecessor", nil) }
        case .organisation, .unit:
            if name != nil { throw refuse("name", "title") }
            if idNumber != nil { throw refuse("idNumber", "code") }
        }
    }

    /// Sealed values are compared where both are clear; a commitment alone proves no difference.
    private func isSame(as registered: SubjectRegistered) -> Bool {
        kind == registered.kind && title == registered.title && code == registered.code
            && predecessor == registered.predecessor && rank == registered.rank
            && !name.isKnownToDiffer(from: registered.name)
            && !idNumber.isKnownToDiffer(from: registered.idNumber)
    }
}

extension SubjectID {
    /// The same letters in other cases: all of them where there are few, the plain ones where there
    /// are many.
    var spelledOtherwise: [SubjectID] {
        let letters = text.filter { $0.isLetter }.count
        var spellings: Set = [text.lowercased(), text.uppercased()]
        if letters <= 4 {
            spellings = text.reduce([""]) { beginnings, character in
                Set(
                    beginnings.flatMap {
                        [$0 + character.lowercased(), $0 + character.uppercased()]
                    })
            }
        }
        return spellings.subtracting([text]).sorted().map(SubjectID.init(wellFormed:))
    }
}
