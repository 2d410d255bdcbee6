internal import Chain
internal import Records
internal import Store
internal import Vocabulary

/// Reads files for an answer, within one reading of the store.
final class FileReading {
    let reader: ProvenReader
    private var entries: EntryReader
    private let opener: Opener?

    /// - Parameter opening: Whether sealed values are opened from the vault.
    init(_ ledger: Ledger, _ reader: ProvenReader, opening: Bool = false) {
        self.reader = reader
        entries = EntryReader(ledger.duties)
        opener = opening ? Opener(ledger.identity.suite, reader, ledger.duties) : nil
    }

    /// Every entry under the tag, oldest first.
    func trail(_ tag: Tag) throws -> [RecordedEvent] {
        if let opener {
            try reader.openedTrail(of: tag.description, using: &entries, opener)
        } else {
            try reader.trail(of: tag.description, using: &entries)
        }
    }

    /// Nil when nothing is recorded under the identifier.
    func view<View: FileView>(_ id: View.ID) throws -> View? {
        let events = try trail(id.tag)
        return events.isEmpty ? nil : View(about: id, of: events)
    }
}
