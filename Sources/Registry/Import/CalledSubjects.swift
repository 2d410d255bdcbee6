import Chain
import Law
import Records
import Store
import Vocabulary

/// Who is called how, as far as it was recorded when it was first asked.
struct CalledSubjects {
    private var byName: [String: [(id: SubjectID, kind: SubjectKind)]] = [:]

    /// Reads every registration that stands, opened from the vault.
    init(_ transaction: LedgerTransaction) throws {
        var reader = EntryReader(transaction.past.duties)
        let opener = transaction.opener
        try transaction.reading.eachTag(of: SubjectID.tagKind) { tag in
            let log = try RecordFile(
                tag,
                of: transaction.reading.openedTrail(of: tag.description, using: &reader, opener)
            ).log
            guard let fact = log.latest(SubjectRegistered.self)?.fact,
                fact.subject.tag == tag
            else { return }
            // By whatever name it went: old papers carry the old one.
            let renamed = log.standing(SubjectRenamed.self).map(\.fact).filter {
                $0.subject.tag == tag
            }
            let names =
                [fact.name?.text, fact.title] + renamed.flatMap { [$0.name?.text, $0.title] }
            for name in Set(names.compactMap { $0.map(ReadText.folded) }) {
                byName[name, default: []].append((fact.subject, fact.kind))
            }
        }
    }

    /// The one that is called so.
    ///
    /// - Throws: ``RowFault/Reason/nobodyCalled``, ``RowFault/Reason/severalCalled(_:)``.
    func one(_ kind: SubjectKind?, called name: String) throws(RowFault.Reason) -> SubjectID {
        let found = (byName[ReadText.folded(name)] ?? []).filter { one in
            kind.map { one.kind == $0 } ?? true
        }
        guard let first = found.first else { throw .nobodyCalled }
        guard found.count == 1 else { throw .severalCalled(found.count) }
        return first.id
    }
}
