public import Law
public import Vocabulary

extension LifelongTrail {
    /// What belongs on one subject's trail: its own entries, and the course of every case that had
    /// named it, and of every decision it had a part in, by `knownAt`.
    ///
    /// Of a case the complaint, the opening, the investigators and the closing are shown; what it
    /// says of other people stays on theirs. A naming that was withdrawn still shows its case:
    /// nothing disappears, it is struck through.
    ///
    /// - Parameters:
    ///   - own: The entries that carry the subject's tag, in any order.
    ///   - entries: Gives the entries of a case or of a decision.
    /// - Returns: Each entry once, by position.
    public static func select<Failure: Error>(
        of subject: SubjectID, own: [RecordedEvent], knownAt: Instant? = nil,
        from entries: (Tag) throws(Failure) -> [RecordedEvent]
    ) throws(Failure) -> [RecordedEvent] {
        var files: Set<Tag> = []
        for recorded in own where knownAt.map({ recorded.at <= $0 }) ?? true {
            guard let kind = recorded.event.kind?.trail.brings else { continue }
            files.formUnion(recorded.tags.filter { $0.kind == kind })
        }
        var selected: [Position: RecordedEvent] = [:]
        for recorded in own { selected[recorded.position] = recorded }
        for file in files.sorted() {
            let all = try entries(file)
            let course = Set(all.filter { $0.isCourse(of: file.kind) }.map(\.position))
            // What withdraws a step of the case belongs with it, whomever it names.
            for recorded in all
            where course.contains(recorded.position)
                || recorded.supersedes.map(course.contains) == true
            {
                selected[recorded.position] = selected[recorded.position] ?? recorded
            }
        }
        return selected.values.sorted { $0.position < $1.position }
    }
}

extension RecordedEvent {
    /// Whether it tells how a file of that kind went, rather than what it says of one person.
    fileprivate func isCourse(of kind: TagKind) -> Bool {
        switch event.kind?.trail.course {
        case .of(let file): file == kind
        case .whenNamingNobody(let file):
            file == kind && tags.allSatisfy { $0.kind != SubjectID.tagKind }
        case .some(.none), nil: false
        }
    }
}
