internal import Law
internal import Vocabulary

/// What happened to a decision. A decision is no case: nobody could be excluded from a step of it.
protocol DecisionFact: Fact, Act {
    static var rule: String { get }
    var decision: DecisionID { get }
}

extension DecisionFact {
    public static var duty: Duty { .decision }
    public var acting: Acting { .none }

    /// What ends does not end before it starts, where both days are known.
    func checkOrder(
        from start: CalendarDate?, to end: CalendarDate?, _ field: String = "on",
        source: String = Self.rule
    ) throws(Refusal) {
        if let start, let end, end < start {
            throw .decision(.endBeforeStart(field: field, start: start, end: end, source: source))
        }
    }
}

/// What is recorded as it is told, unless something speaks against it.
protocol DecisionStep: DecisionFact {
    /// The file in which it stands, where it can have happened on that day.
    func place(over past: some Past, on: CalendarDate?) throws(Refusal) -> DecisionFile
    /// What else it is held to. Said for every step: one that is held to nothing says that.
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal)
}

extension DecisionStep {
    func place(over past: some Past, on: CalendarDate?) throws(Refusal) -> DecisionFile {
        try past.recorded(decision)
    }

    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try place(over: past, on: circumstances.on)
        try check(in: file, over: past, on: circumstances.on)
        return past.record(self, circumstances)
    }
}

/// A step that is held to nothing but its place.
protocol UncheckedStep: DecisionStep {}

extension UncheckedStep {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {}
}

/// A step that prepares an adoption: dated after it, it prepared nothing.
protocol PreparationStep: DecisionStep {
    var step: ProceduralStep { get }
}

extension PreparationStep {
    func place(over past: some Past, on: CalendarDate?) throws(Refusal) -> DecisionFile {
        try past.prepared(decision, by: step, on: on)
    }
}

/// A step that follows an adoption, and does not come before it.
protocol FollowUpStep: DecisionStep {}

extension FollowUpStep {
    func place(over past: some Past, on: CalendarDate?) throws(Refusal) -> DecisionFile {
        let file = try past.recorded(decision)
        try file.checkAdopted(by: on)
        return file
    }
}

extension Past {
    /// The file of a decision that was proposed or initiated.
    func recorded(_ id: DecisionID) throws(Refusal) -> DecisionFile {
        guard let file = decision(id), file.isRecorded else { throw .decision(.unknown(id)) }
        return file
    }

    /// The file of a decision that could still be prepared on that day.
    func prepared(
        _ id: DecisionID, by step: ProceduralStep, on day: CalendarDate?
    ) throws(Refusal) -> DecisionFile {
        let file = try recorded(id)
        let rounds = file.past().rounds()
        if let day, !rounds.contains(where: { $0.covers(day) }) {
            let adopted = rounds.compactMap(\.adoption?.on).last { $0 < day }
            throw .decision(.stepAfterAdoption(step, adoptedOn: adopted ?? day))
        }
        return file
    }

    /// Records a fact about a decision, and every ground that is recognised because of it.
    ///
    /// - Returns: Empty where the very fact stands already: asked twice, recorded once.
    func record<F: DecisionFact>(_ fact: F, _ circumstances: Circumstances) -> [Draft] {
        let file = decision(fact.decision) ?? DecisionFile(about: fact.decision)
        if file.stands(fact, on: circumstances.on) { return [] }
        return [circumstances.draft(fact, under: F.rule)]
            + file.raising(after: fact, circumstances, law)
    }
}

extension DecisionFile {
    /// A decision is adopted once a round; what comes after that is an adjustment.
    func checkNotAdopted() throws(Refusal) {
        if let adopted = past().round.adoption?.on {
            throw .decision(.alreadyAdopted(decision, on: adopted))
        }
    }

    /// What follows an adoption does not come before it.
    func checkAdopted(by day: CalendarDate?) throws(Refusal) {
        if let day, past(by: day).facts(DecisionAdopted.self).isEmpty {
            throw .decision(.notAdopted(decision, by: day))
        }
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
    func raising(after fact: some Fact, _ circumstances: Circumstances, _ law: Law) -> [Draft] {
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
