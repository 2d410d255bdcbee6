internal import Law
public import Vocabulary

extension DecisionAdopted {
    /// Reality is recorded: an improper adoption is accepted, and raises its grounds.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.recorded(decision)
        if file.stands(self, on: circumstances.on) { return [] }
        try past.checkNotAdopted(file)
        let initiated = file.past().facts(DecisionInitiated.self).compactMap(\.on).min()
        if let on = circumstances.on, let initiated, on < initiated {
            throw .decision(.beforeInitiation(initiatedOn: initiated))
        }
        if let on = circumstances.on, let since = file.past().round.since, on < since {
            throw .decision(
                .endBeforeStart(field: "on", start: since, end: on, source: "713#37"))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionRejected {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.recorded(decision)
        if file.stands(self, on: circumstances.on) { return [] }
        try past.checkNotAdopted(file)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionDeferred {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.recorded(decision)
        if file.stands(self, on: circumstances.on) { return [] }
        try past.checkNotAdopted(file)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionPublished {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkAdopted(decision, circumstances)
        if channels.isEmpty { throw .missing("channels") }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionWithheld {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkAdopted(decision, circumstances)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension ProcessArchived {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkAdopted(decision, circumstances)
        if manifest.isEmpty { throw .missing("manifest") }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension ExecutionAssigned {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkAdopted(decision, circumstances)
        guard past.subject(executor)?.registration != nil else { throw .unknownSubject(executor) }
        if let officer { _ = try past.person(officer) }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension ExecutionReported {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkAdopted(decision, circumstances)
        if file.past(by: circumstances.on).facts(ExecutionAssigned.self).isEmpty {
            throw .decision(.notAssigned(decision))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionSuspended {
    /// In urgency the head may suspend (713 Art. 37).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkAdopted(decision, circumstances)
        if file.stands(self, on: circumstances.on) { return [] }
        if let by { _ = try past.person(by) }
        if file.past(by: circumstances.on).isSuspended {
            throw .decision(.alreadySuspended(decision))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionResumed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkAdopted(decision, circumstances)
        if file.stands(self, on: circumstances.on) { return [] }
        if !file.past(by: circumstances.on).isSuspended {
            throw .decision(.notSuspended(decision))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionAdjusted {
    /// Opens the next round: the steps are due again (713 Art. 37).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkAdopted(decision, circumstances)
        if file.stands(self, on: circumstances.on) { return [] }
        guard let adopted = file.past().round.adoption?.on, let on = circumstances.on else {
            throw .decision(.notAdopted(decision, by: circumstances.on ?? CalendarDate.first))
        }
        if on < adopted {
            throw .decision(
                .endBeforeStart(field: "on", start: adopted, end: on, source: Self.rule))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension PostEvaluationOrdered {
    /// Who reviewed or assessed before does not evaluate afterwards (713 Art. 36).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkAdopted(decision, circumstances)
        try circumstances.checkOrder(of: due, "due", source: Self.rule)
        let assessed = file.past().facts(RiskAssessed.self).compactMap(\.fact.assessor)
        let reviewed = file.past().facts(ExpertReviewCompleted.self).flatMap(\.fact.experts)
        if (assessed + reviewed).contains(evaluator) {
            throw .decision(.evaluatorAssessed(evaluator))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension PostEvaluationCompleted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkAdopted(decision, circumstances)
        let isOrdered = file.past(by: circumstances.on).facts(PostEvaluationOrdered.self)
            .contains { $0.fact.evaluator == evaluator }
        guard isOrdered else { throw .decision(.evaluationNotOrdered(evaluator)) }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension HarmConfirmed {
    /// Harm of a decision needs the decision; harm of a delay needs none.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        if attribution == .undueDelay {
            _ = try past.recorded(decision)
        } else {
            try past.checkAdopted(decision, circumstances)
        }
        if let amount, !(0...1 << 52).contains(amount) {
            throw .outOfRange(field: "amount", lowest: 0, highest: 1 << 52)
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionDelayIdentified {
    /// What was decided in time was not dragged out (713 Art. 38).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.recorded(decision)
        if let on = circumstances.on, on < shouldDecideOn {
            throw .decision(
                .endBeforeStart(
                    field: "on", start: shouldDecideOn, end: on, source: Self.rule))
        }
        if let adopted = file.past().rounds().first?.adoption?.on, adopted <= shouldDecideOn {
            throw .decision(.decidedInTime(on: adopted))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension OverridingLawCited {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        _ = try past.recorded(decision)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionClosed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.recorded(decision)
        let all = file.past(by: circumstances.on)
        if all.facts(DecisionRejected.self).isEmpty {
            try past.checkAdopted(decision, circumstances)
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionPast {
    /// Whether the last word on execution is a suspension.
    var isSuspended: Bool {
        guard let last = facts(DecisionSuspended.self).last else { return false }
        return !facts(DecisionResumed.self).contains {
            (last.on, last.position) <% ($0.on, $0.position)
        }
    }
}

extension Past {
    /// A decision is adopted once a round; what comes after that is an adjustment.
    func checkNotAdopted(_ file: DecisionFile) throws(Refusal) {
        if let adopted = file.past().round.adoption?.on {
            throw .decision(.alreadyAdopted(file.decision, on: adopted))
        }
    }

    /// What follows an adoption does not come before it.
    @discardableResult
    func checkAdopted(
        _ id: DecisionID, _ circumstances: Circumstances
    ) throws(Refusal) -> DecisionFile {
        let file = try recorded(id)
        if let on = circumstances.on, file.past(by: on).facts(DecisionAdopted.self).isEmpty {
            throw .decision(.notAdopted(id, by: on))
        }
        return file
    }
}
