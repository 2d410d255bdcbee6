import Chain
import Records
import Store

/// What a run of entries says about every subject and case: the partial files of one fold.
///
/// Folds of neighbouring runs merge into the fold of both, in any grouping (I7); that is how views
/// are built on all cores and followed in steps.
struct Fold: Sendable {
    /// A partial file and the last entry that changed it.
    struct Partial<File: Sendable>: Sendable {
        var file: File
        var position: Int
    }

    private(set) var subjects: [SubjectID: Partial<SubjectFile>] = [:]
    private(set) var cases: [CaseID: Partial<CaseFile>] = [:]

    /// Folds one event in.
    mutating func apply(_ event: RecordedEvent) {
        for tag in event.event.tags {
            switch tag.kind {
            case .subject:
                let id = SubjectID(wellFormed: tag.identifier)
                Self.apply(
                    event,
                    to: &subjects[id, default: Partial(file: SubjectFile(subject: id), position: 0)]
                )
            case .case:
                let id = CaseID(wellFormed: tag.identifier)
                Self.apply(
                    event, to: &cases[id, default: Partial(file: CaseFile(case: id), position: 0)])
            case .complaint, .sanction: break
            }
        }
    }

    // In place: a file taken out of its table and put back would be moved twice.

    private static func apply(_ event: RecordedEvent, to partial: inout Partial<SubjectFile>) {
        partial.file.apply(event)
        partial.position = event.position
    }

    private static func apply(_ event: RecordedEvent, to partial: inout Partial<CaseFile>) {
        partial.file.apply(event)
        partial.position = event.position
    }

    /// Adds what a later run says.
    mutating func merge(_ later: consuming Fold) {
        for (id, partial) in later.subjects {
            if var mine = subjects.removeValue(forKey: id) {
                mine.file.merge(partial.file)
                mine.position = partial.position
                subjects[id] = mine
            } else {
                subjects[id] = partial
            }
        }
        for (id, partial) in later.cases {
            if var mine = cases.removeValue(forKey: id) {
                mine.file.merge(partial.file)
                mine.position = partial.position
                cases[id] = mine
            } else {
                cases[id] = partial
            }
        }
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
