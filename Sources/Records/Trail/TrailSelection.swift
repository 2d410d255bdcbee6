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
            if case .personNamed(let fact) = recorded.event, fact.subject == subject {
                files.insert(fact.case.tag)
            }
            if let decision = recorded.event.decision { files.insert(decision.tag) }
        }
        var selected: [Position: RecordedEvent] = [:]
        for recorded in own { selected[recorded.position] = recorded }
        for file in files.sorted() {
            let all = try entries(file)
            let course = Set(all.filter { $0.event.isCourse(of: file.kind) }.map(\.position))
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
    /// Whether it tells how a case or a decision went, rather than what it says of one person.
    fileprivate func isCourse(of kind: Tag.Kind) -> Bool {
        switch self {
        case .complaintReceived, .caseOpened, .investigatorAssigned, .caseClosed:
            kind == .case
        case .proceeding(let event):
            kind == .case && event.payload.tags.allSatisfy { $0.kind != .subject }
        case .decision(let event): kind == .decision && event.isCourse
        case .recordWithdrawn, .subjectRegistered, .positionAssumed, .positionTransferred,
            .positionSuspended, .positionReinstated, .employmentBegan, .employmentEnded,
            .personNamed, .findingRecommended, .findingMade, .sanctionRecommended,
            .sanctionImposed, .sanctionNotExecuted, .sanctionAnnulled, .measure, .appeal,
            .organisation, .law:
            false
        }
    }
}

extension DecisionEvent {
    /// What became of the decision; the steps that prepared it stand in its dossier.
    fileprivate var isCourse: Bool {
        switch self {
        case .decisionAdopted, .decisionRejected, .decisionDeferred, .decisionAdjusted,
            .decisionSuspended, .decisionResumed, .harmConfirmed, .decisionDelayIdentified,
            .overridingLawCited, .groundDetected, .groundDismissed:
            true
        case .decisionProposed, .decisionInitiated, .consultationOpened, .consultationClosed,
            .hearingRequired, .hearingHeld, .hearingNotHeld, .opinionReceived, .opinionDisposed,
            .expertReviewCompleted, .riskAssessed, .riskConclusionHandled, .stepWaived,
            .legalityReviewSubmitted, .legalityReviewCompleted, .meetingHeld,
            .partyCommitteeReported, .decisionPublished, .decisionWithheld, .processArchived,
            .executionAssigned, .executionReported, .postEvaluationOrdered,
            .postEvaluationCompleted, .decisionClosed:
            false
        }
    }
}
