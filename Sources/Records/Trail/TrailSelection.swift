extension LifelongTrail {
    /// What belongs on one subject's trail: its own entries, and the course of every case that had
    /// named it by `knownAt`.
    ///
    /// Of a case the complaint, the opening, the investigators and the closing are shown; what it
    /// says of other people stays on theirs. A naming that was withdrawn still shows its case:
    /// nothing disappears, it is struck through.
    ///
    /// - Parameters:
    ///   - own: The entries that carry the subject's tag, in any order.
    ///   - entries: Gives the entries of a case.
    /// - Returns: Each entry once, by position.
    public static func select<Failure: Error>(
        of subject: SubjectID, own: [RecordedEvent], knownAt: Instant? = nil,
        casesFrom entries: (CaseID) throws(Failure) -> [RecordedEvent]
    ) throws(Failure) -> [RecordedEvent] {
        var cases: Set<CaseID> = []
        for recorded in own where knownAt.map({ recorded.at <= $0 }) ?? true {
            if case .personNamed(let fact) = recorded.event, fact.subject == subject {
                cases.insert(fact.case)
            }
        }
        var selected: [Position: RecordedEvent] = [:]
        for recorded in own { selected[recorded.position] = recorded }
        for file in cases.sorted() {
            let all = try entries(file)
            let course = Set(all.filter { $0.event.isCourseOfCase }.map(\.position))
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

extension Event {
    /// Whether it tells how a case went, rather than what it says of one person.
    fileprivate var isCourseOfCase: Bool {
        switch self {
        case .complaintReceived, .caseOpened, .investigatorAssigned, .caseClosed: true
        case .proceeding(let event): event.payload.tags.allSatisfy { $0.kind != .subject }
        case .recordWithdrawn, .subjectRegistered, .positionAssumed, .positionTransferred,
            .positionSuspended,
            .positionReinstated, .employmentBegan, .employmentEnded, .personNamed,
            .findingRecommended, .findingMade, .sanctionRecommended, .sanctionImposed,
            .sanctionNotExecuted, .sanctionAnnulled, .decision, .measure, .appeal, .organisation,
            .law:
            false
        }
    }
}
