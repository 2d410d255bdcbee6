internal import Law
internal import Vocabulary

extension Past {
    /// The file of a decision that was proposed or initiated.
    func recorded(_ id: DecisionID) throws(Refusal) -> DecisionFile {
        guard let file = decision(id), file.isRecorded else { throw .decision(.unknown(id)) }
        return file
    }

    /// Records a fact about a decision, and every ground that is recognised because of it.
    ///
    /// - Returns: Empty where the very fact stands already: asked twice, recorded once.
    func record(
        _ fact: some Fact, of id: DecisionID, _ circumstances: Circumstances,
        under rule: String
    ) -> [Draft] {
        let file = decision(id) ?? DecisionFile(about: id)
        if file.stands(fact, on: circumstances.on) { return [] }
        var drafts = [circumstances.draft(fact, under: rule)]
        drafts += file.raising(after: fact, circumstances, law)
        return drafts
    }
}

extension DecisionFile {
    /// Whether that very fact of that day stands. Sealed values cannot be compared, and tell
    /// nothing apart here.
    func stands(_ fact: some Fact, on day: CalendarDate?) -> Bool {
        log.stands(fact, on: day)
    }

    /// The grounds that the file shows once the fact is in it and that were never raised: each
    /// exactly once a round.
    func raising(
        after fact: some Fact, _ circumstances: Circumstances, _ law: Law
    ) -> [Draft] {
        var file = self
        let next = RecordedEvent(
            position: .max, at: Instant(milliseconds: 0), on: circumstances.on,
            actor: "", unit: "", basis: [], event: Event(fact))
        file.apply(next)
        return file.unraised(under: law, today: nil).map { ground in
            draft(of: ground, circumstances)
        }
    }

    /// What is recognised and was never raised, whatever became of it.
    func unraised(under law: Law, today: CalendarDate?) -> [RecognisedGround] {
        // One that an officer withdrew stays withdrawn; one that fell with the adoption it followed
        // from may arise again.
        // What is only hidden while a correction of it is decided has not fallen.
        let fallen = Set(log.supersessions.all.map(\.superseded))
        let raised = log.entries.compactMap { recorded -> (GroundName, Int)? in
            guard let fact = recorded.event[GroundDetected.self] else { return nil }
            if fallen.contains(recorded.position), let cause = recorded.cause,
                fallen.contains(cause)
            {
                return nil
            }
            return (GroundName(fact), fact.round)
        }
        return past().recognisedGrounds(under: law, today: today).filter { one in
            !raised.contains { $0.0 == one.name && $0.1 == one.round }
        }
    }

    /// A ground follows from the entry being recorded; what that entry itself shows is its cause.
    func draft(of ground: RecognisedGround, _ circumstances: Circumstances) -> Draft {
        let fact = GroundDetected(
            decision: decision, ground: ground.ground.code, rulebook: ground.rulebook,
            detectedBy: .machine, round: ground.round,
            evidence: ground.evidence.filter { $0 != .max }.map(Evidence.init),
            exploratoryClaim: ground.isExploratory ? true : nil, note: nil)
        var draft = circumstances.consequence(fact, under: ground.ground.source)
        draft.on = ground.on
        return draft
    }
}
