import Chain
import Law
import Records
import Store
public import Vocabulary

extension Ledger {
    /// What people call the subjects on the day: a person's name out of the vault, a unit's public
    /// title, by what the register knew at the moment. Whoever has neither is absent.
    public func names(
        of subjects: some Sequence<SubjectID>, at times: Times = Times()
    ) throws -> [SubjectID: String] {
        let day = day(of: times)
        return try read { reader in
            let files = FileReading(self, reader)
            let opener = Opener(identity.suite, reader, duties)
            var names: [SubjectID: String] = [:]
            for id in Set(subjects) {
                let file: SubjectFile? = try files.view(id)
                guard let file,
                    let then = file.registration(on: day, knownAt: times.knownAt)
                else { continue }
                names[id] =
                    then.kind == .person
                    ? try file.entry(
                        giving: { $0.name != nil }, on: day, knownAt: times.knownAt
                    ).flatMap { try opener.open("name", at: $0)?.text }
                    : then.title
            }
            return names
        }
    }
}
