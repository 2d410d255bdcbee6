import Chain
import Records
import Store
import Vocabulary

extension LedgerTransaction {
    /// Whether everything that was asked is there, where the decider found nothing to record: what it
    /// goes by may be a part of it, and the past it sees holds commitments where names were sealed.
    ///
    /// - Throws: ``GeneralRefusal/saidOtherwise(_:fields:)`` with the entry that comes nearest.
    func checkThere(_ command: Command) throws {
        var nearest: (entry: RecordedEvent, fields: [String])?
        for entry in candidates(for: command) {
            let opened = try opened(entry)
            let fields = command.differences(from: opened)
            if fields.isEmpty { return }
            if fields.count <= nearest?.fields.count ?? .max { nearest = (opened, fields) }
        }
        guard let nearest else { return }
        if try isDecidedAlike(command, nearest.entry) { return }
        throw Refusal.saidOtherwise(nearest.entry.position, fields: nearest.fields)
    }

    /// The entries that stand of what the command records, in the files of what it is about.
    private func candidates(for command: Command) -> [RecordedEvent] {
        guard let kind = past.duties.kind(ofType: command.verb.records.name) else { return [] }
        var found: [Position: RecordedEvent] = [:]
        for tag in command.concerns {
            for entry in past.file(tag)?.log.standing ?? []
            where entry.event.kind?.likeness == kind.likeness { found[entry.position] = entry }
        }
        return found.values.sorted { $0.position < $1.position }
    }

    /// A draft that brings an entry back with the values that it sealed: they are sealed anew.
    func restored(_ draft: Draft) throws -> Draft {
        guard let position = draft.restores else { return draft }
        guard let entry = past.entry(position) else { throw LedgerFault.damaged(entry: position) }
        var restored = draft
        restored.event = try opened(entry).event
        if let by = restored.event.tree.destroyedBy {
            throw Refusal.destruction(.destroyedAlready(position, by: by))
        }
        return restored
    }

    /// With what it sealed, where the past holds commitments alone.
    func opened(_ entry: RecordedEvent) throws -> RecordedEvent {
        guard entry.event.tree.holdsCommitments else { return entry }
        var reader = EntryReader(past.duties)
        let opener = opener
        let read = try reading.withLine(at: entry.position) {
            try reader.opened(at: entry.position, $0, by: opener)
        }
        guard let event = read ?? nil else { throw LedgerFault.damaged(entry: entry.position) }
        return event
    }

    /// Whether deciding it anew without the entry comes to what the entry says: a decider may write
    /// otherwise than was typed.
    private func isDecidedAlike(_ command: Command, _ entry: RecordedEvent) throws -> Bool {
        do {
            let drafts = try past.deciding {
                try command.decide(over: PastWithout($0, [entry.position]))
            }
            guard let first = drafts.first else { return false }
            return first.on == entry.on && first.event.isSameKind(as: entry.event)
                && entry.event.tree.isSame(asFarAsKept: first.event.tree)
                && command.isApproved(as: entry)
        } catch is Refusal {
            return false
        }
    }
}
