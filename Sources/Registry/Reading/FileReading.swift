internal import Chain
internal import Records
internal import Store
internal import Vocabulary

/// Reads files for an answer, within one reading of the store.
final class FileReading {
    let reader: ProvenReader
    private var entries: EntryReader
    private let opener: Opener?
    private let opensUnder: TagKind?
    /// Of the cases that were asked about.
    private var endings: [CaseID: Ending?] = [:]

    /// - Parameters:
    ///   - opening: Whether sealed values are opened from the vault.
    ///   - kind: Only those of entries that carry a tag of that kind; nil: all.
    init(
        _ ledger: Ledger, _ reader: ProvenReader, opening: Bool = false, under kind: TagKind? = nil
    ) {
        self.reader = reader
        opensUnder = kind
        entries = EntryReader(ledger.duties)
        opener = opening ? Opener(ledger.identity.suite, reader, ledger.duties) : nil
    }

    /// Every entry under the tag, oldest first; what nobody can date knows when its case was closed.
    func trail(_ tag: Tag) throws -> [RecordedEvent] {
        let events = try read(tag)
        guard events.contains(where: { $0.on == nil }) else { return events }
        return try events.map { event in
            guard event.on == nil, let id: CaseID = event.tags.first(),
                let ending = try ending(of: id, reading: tag, events)
            else { return event }
            return event.ended(by: ending)
        }
    }

    private func ending(
        of id: CaseID, reading tag: Tag, _ events: [RecordedEvent]
    ) throws -> Ending? {
        if let known = endings[id] { return known }
        let own = id.tag == tag ? events : try read(id.tag)
        let ending = CaseFile(about: id, of: own).ending
        endings.updateValue(ending, forKey: id)
        return ending
    }

    private func read(_ tag: Tag) throws -> [RecordedEvent] {
        if let opener {
            try reader.openedTrail(
                of: tag.description, using: &entries, opener, under: opensUnder)
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
