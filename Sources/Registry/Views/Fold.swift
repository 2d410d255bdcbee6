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

    /// Folds one event in.
    mutating func apply(_ event: RecordedEvent) {
        for tag in event.event.tags {
            switch tag.kind {
            case .subject:
                let id = SubjectID(wellFormed: tag.identifier)
                subjects[id, default: Partial()].apply(event, about: id)
            case .case:
                cases[CaseID(wellFormed: tag.identifier), default: Partial()]
                    .apply(event, about: nil)
            case .complaint, .sanction: break
            }
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
        var reader = EntryReader()
        var unreported = 0
        try store.scan(range) { position, line in
            if let event = try reader.event(at: position, line) { fold.apply(event) }
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
    fileprivate mutating func apply(_ event: RecordedEvent, about subject: SubjectID?) {
        index.apply(event, about: subject)
        position = event.position
    }

    fileprivate func merging(_ later: Fold.Partial) -> Fold.Partial {
        var index = index
        index.merge(later.index)
        return Fold.Partial(index: index, position: later.position)
    }
}
