internal import Law
internal import Vocabulary

extension DecisionAdopted {
    /// Reality is recorded: an improper adoption is accepted, and raises its grounds.
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if file.stands(self, on: on) { return }
        try file.checkNotAdopted()
        let initiated = file.past().facts(DecisionInitiated.self).compactMap(\.on).min()
        if let on, let initiated, on < initiated {
            throw .decision(.beforeInitiation(initiatedOn: initiated))
        }
        try checkOrder(from: file.past().round.since, to: on, source: "713#37")
    }
}

extension DecisionRejected {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if !file.stands(self, on: on) { try file.checkNotAdopted() }
    }
}

extension DecisionDeferred {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if !file.stands(self, on: on) { try file.checkNotAdopted() }
    }
}

extension DecisionPublished {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if channels.isEmpty { throw .missing("channels") }
    }
}

extension ProcessArchived {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if manifest.isEmpty { throw .missing("manifest") }
    }
}

extension ExecutionAssigned {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        guard past.subject(executor)?.registration != nil else { throw .unknownSubject(executor) }
        if let officer { _ = try past.person(officer) }
    }
}

extension ExecutionReported {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if file.past(by: on).facts(ExecutionAssigned.self).isEmpty {
            throw .decision(.notAssigned(decision))
        }
    }
}

extension DecisionSuspended {
    /// In urgency the head may suspend (713 Art. 37).
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if file.stands(self, on: on) { return }
        if let by { _ = try past.person(by) }
        if file.past(by: on).isSuspended { throw .decision(.alreadySuspended(decision)) }
    }
}

extension DecisionResumed {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if file.stands(self, on: on) { return }
        if !file.past(by: on).isSuspended { throw .decision(.notSuspended(decision)) }
    }
}

extension DecisionAdjusted {
    /// Opens the next round: the steps are due again (713 Art. 37).
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if file.stands(self, on: on) { return }
        guard let adopted = file.past().round.adoption?.on, let on else {
            throw .decision(.notAdopted(decision, by: on ?? CalendarDate.first))
        }
        try checkOrder(from: adopted, to: on)
    }
}

extension PostEvaluationOrdered {
    /// Who reviewed or assessed before does not evaluate afterwards (713 Art. 36).
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        try checkOrder(from: on, to: due, "due")
        let assessed = file.past().facts(RiskAssessed.self).compactMap(\.fact.assessor)
        let reviewed = file.past().facts(ExpertReviewCompleted.self).flatMap(\.fact.experts)
        if (assessed + reviewed).contains(evaluator) {
            throw .decision(.evaluatorAssessed(evaluator))
        }
    }
}

extension PostEvaluationCompleted {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        let isOrdered = file.past(by: on).facts(PostEvaluationOrdered.self)
            .contains { $0.fact.evaluator == evaluator }
        guard isOrdered else { throw .decision(.evaluationNotOrdered(evaluator)) }
    }
}

extension DecisionDelayIdentified {
    /// What was decided in time was not dragged out (713 Art. 38).
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        try checkOrder(from: shouldDecideOn, to: on)
        if let adopted = file.past().rounds().first?.adoption?.on, adopted <= shouldDecideOn {
            throw .decision(.decidedInTime(on: adopted))
        }
    }
}

extension DecisionClosed {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if file.past(by: on).facts(DecisionRejected.self).isEmpty {
            try file.checkAdopted(by: on)
        }
    }
}

extension DecisionPast {
    /// Whether the last word on execution is a suspension.
    var isSuspended: Bool {
        guard let last = facts(DecisionSuspended.self).last else { return false }
        return !facts(DecisionResumed.self).contains { last.moment <% $0.moment }
    }
}
