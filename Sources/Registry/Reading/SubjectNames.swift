import Chain
public import Records
import Store

extension Ledger {
    /// What people call the subjects: a person's name out of the vault, a unit's public title, by the
    /// registration that stood at the moment. Whoever has neither is absent.
    public func names(
        of subjects: some Sequence<SubjectID>, knownAt: Instant? = nil
    ) throws -> [SubjectID: String] {
        try store.read { reader in
            var entries = EntryReader()
            let opener = Opener(identity.suite, reader)
            var names: [SubjectID: String] = [:]
            for id in Set(subjects) {
                var file = SubjectFile(subject: id)
                for event in try reader.trail(of: id.tag.description, using: &entries) {
                    if case .subjectRegistered = event.event { file.apply(event) }
                    if event.supersedes != nil { file.apply(event) }
                }
                guard let registration = file.standingRegistration(knownAt: knownAt) else {
                    continue
                }
                names[id] =
                    registration.payload.kind == .person
                    ? try opener.open("name", at: registration.position)
                    : registration.payload.title
            }
            return names
        }
    }
}
