/// All that is recorded under one tag, folded.
///
/// A fold that cannot refuse and forgets nothing (I5): what was corrected or withdrawn stays in it and
/// is named as such. Whatever the order in which entries arrive, the content is the same.
public protocol TrailFile: Hashable, Sendable {
    associatedtype ID: Identifier
    /// Nothing is known yet.
    init(about id: ID)
    /// An event about something else changes nothing.
    mutating func apply(_ recorded: RecordedEvent)
    /// The file as if these entries had never been recorded, nor what they superseded.
    func removing(_ positions: some Sequence<Position>) -> Self
}

extension SubjectFile: TrailFile {
    public init(about id: SubjectID) { self.init(subject: id) }
}

extension CaseFile: TrailFile {
    public init(about id: CaseID) { self.init(case: id) }
}

extension DecisionFile: TrailFile {
    public init(about id: DecisionID) { self.init(decision: id) }
}

extension SanctionFile: TrailFile {
    public init(about id: SanctionID) { self.init(sanction: id) }
}

extension AppealFile: TrailFile {
    public init(about id: AppealID) { self.init(appeal: id) }
}
