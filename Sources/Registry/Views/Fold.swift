import Chain
import Records
import Store

/// What a run of entries says about every subject and case: the partial indices of one fold.
///
/// Folds of neighbouring runs merge into the fold of both, in any grouping (I7); that is how views
/// are built on all cores and followed in steps.
struct Fold: Sendable {
    /// A partial index and the last entry that changed it.
    struct Partial: Sendable {
        var index = TrailIndex()
        var position = 0
    }

    private(set) var subjects: [SubjectID: Partial] = [:]
    private(set) var cases: [CaseID: Partial] = [:]

    /// Folds one entry in: its envelope says nearly all that an index needs.
    ///
    /// - Throws: ``LedgerFault/damaged(entry:)`` for one whose type or fact cannot be read.
    mutating func apply(_ entry: EntryView) throws(LedgerFault) {
        let type = entry.type
        if type == LedgerIdentity.type { return }
        let kind = TrailClass.of(type: type) { entry.data["finding"]?.string }
        guard let kind else { throw .damaged(entry: entry.seq) }
        let registered = kind == .registration ? try registration(entry) : nil
        for link in entry.tags {
            guard let tag = Tag(link.tag) else { throw .damaged(entry: entry.seq) }
            switch tag.kind {
            case .subject:
                let id = SubjectID(wellFormed: tag.identifier)
                subjects[id, default: Partial()].apply(
                    kind, entry, registered?.subject == id ? registered : nil)
            case .case:
                cases[CaseID(wellFormed: tag.identifier), default: Partial()]
                    .apply(kind, entry, nil)
            case .complaint, .sanction, .decision, .appeal, .rulebook, .calendar: break
            }
        }
    }

    private func registration(_ entry: EntryView) throws(LedgerFault) -> SubjectRegistered {
        do throws(MalformedPayload) {
            return try SubjectRegistered(from: CursorReader(entry.data))
        } catch {
            throw .damaged(entry: entry.seq)
        }
    }

    /// Adds what a later run says.
    mutating func merge(_ later: Fold) {
        subjects.merge(later.subjects) { $0.merging($1) }
        cases.merge(later.cases) { $0.merging($1) }
    }

    /// Folds a run of stored entries.
    ///
    /// - Parameter progress: Told from time to time how many entries more were read.
    static func over(
        _ range: Range<Int>, of store: any StoreReader, progress: (Int) -> Void
    ) throws -> Fold {
        var fold = Fold()
        var tape = LineTape()
        var unreported = 0
        try store.scan(range) { position, line in
            guard let entry = try? EntryView.read(line, tape: &tape), entry.seq == position else {
                throw LedgerFault.damaged(entry: position)
            }
            try fold.apply(entry)
            unreported += 1
            if unreported == 8_192 {
                progress(unreported)
                unreported = 0
            }
        }
        progress(unreported)
        return fold
    }
}

extension Fold.Partial {
    fileprivate mutating func apply(
        _ kind: TrailClass, _ entry: EntryView, _ registered: SubjectRegistered?
    ) {
        index.apply(
            kind, at: entry.seq, superseding: entry.supersedes, registering: registered)
        position = entry.seq
    }

    fileprivate func merging(_ later: Fold.Partial) -> Fold.Partial {
        var index = index
        index.merge(later.index)
        return Fold.Partial(index: index, position: later.position)
    }
}
