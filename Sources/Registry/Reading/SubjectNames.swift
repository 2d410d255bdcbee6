import Chain
public import Law
import Records
import Store
public import Vocabulary

extension Ledger {
    /// What people call the subjects: a person's name out of the vault, a unit's public title, by the
    /// registration that stood at the moment. Whoever has neither is absent.
    public func names(
        of subjects: some Sequence<SubjectID>, knownAt: Instant? = nil
    ) throws -> [SubjectID: String] {
        try read { reader in
            let files = FileReading(self, reader)
            let opener = Opener(identity.suite, reader, duties)
            var names: [SubjectID: String] = [:]
            for id in Set(subjects) {
                let file: SubjectFile? = try files.view(id)
                guard let registration = file?.standingRegistration(knownAt: knownAt) else {
                    continue
                }
                names[id] =
                    registration.fact.kind == .person
                    ? try opener.open("name", at: registration.position)?.text
                    : registration.fact.title
            }
            return names
        }
    }
}
