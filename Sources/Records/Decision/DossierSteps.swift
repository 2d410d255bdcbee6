internal import Law
internal import Vocabulary

extension DecisionPast {
    /// One of the five steps, with what a reader should look at.
    func step(
        _ step: ProceduralStep, _ round: DecisionRound, _ law: Law, _ rules: Bodies?
    ) -> DossierStep {
        let entries = entries(of: step, in: round)
        let source = rules?.step(step.rawValue)?.source
        return DossierStep(
            step: step,
            state: state(
                of: step, entries, in: round, isAskedFor: source != nil && exclusion == nil),
            entries: entries,
            notes: exclusion == nil ? notes(on: step, in: round, law, rules) : [], source: source)
    }

    /// What was recorded of a step in that round, in the order in which it happened.
    func entries(of step: ProceduralStep, in round: DecisionRound) -> [DossierStep.Entry] {
        var found: [DossierStep.Entry] = []
        func add(_ kind: (some Fact).Type) {
            found += facts(kind, in: round).map { DossierStep.Entry($0) }
        }
        switch step {
        case .participation:
            add(ConsultationOpened.self)
            add(ConsultationClosed.self)
            add(HearingRequired.self)
            add(HearingHeld.self)
            add(HearingNotHeld.self)
            add(OpinionReceived.self)
            add(OpinionDisposed.self)
        case .expertReview: add(ExpertReviewCompleted.self)
        case .riskAssessment:
            add(RiskAssessed.self)
            add(RiskConclusionHandled.self)
        case .legalityReview:
            add(LegalityReviewSubmitted.self)
            add(LegalityReviewCompleted.self)
        case .collectiveDiscussion: add(MeetingHeld.self)
        }
        for fact in facts(StepWaived.self, in: round) where fact.fact.step == step {
            found.append(.init(fact))
        }
        return found.sorted { ($0.on, $0.position) <% ($1.on, $1.position) }
    }

    private func state(
        of step: ProceduralStep, _ entries: [DossierStep.Entry], in round: DecisionRound,
        isAskedFor: Bool
    ) -> StepState {
        func has(_ kind: (some Fact).Type) -> Bool { entries.contains { $0.event.is(kind) } }
        let isDone =
            switch step {
            case .participation:
                has(ConsultationClosed.self) || has(HearingHeld.self)
                    || facts(ConsultationOpened.self, in: round).contains { fact in
                        date.map { fact.fact.until < $0 } ?? true
                    }
            case .expertReview: has(ExpertReviewCompleted.self)
            case .riskAssessment: has(RiskAssessed.self)
            case .legalityReview: has(LegalityReviewCompleted.self)
            case .collectiveDiscussion: has(MeetingHeld.self)
            }
        if isDone { return .done }
        if has(StepWaived.self) { return .waived }
        if !entries.isEmpty { return .underWay }
        // What nobody asked for is not missing.
        if !isAskedFor { return .notJudged }
        return round.adoption == nil ? .pending : .missing
    }

    private func notes(
        on step: ProceduralStep, in round: DecisionRound, _ law: Law, _ rules: Bodies?
    ) -> [DossierNote] {
        switch step {
        case .participation:
            return facts(ConsultationOpened.self, in: round).compactMap { fact in
                guard let start = fact.on, fact.fact.urgencyReason == nil,
                    let rule = rules?.clock("consultationMinimum"),
                    let due = try? law.calendars.deadline(rule, from: start).due,
                    fact.fact.until < due
                else { return nil }
                return .consultationShort(until: fact.fact.until, minimumUntil: due)
            }
        case .expertReview:
            let conflicted = facts(ExpertReviewCompleted.self, in: round).contains {
                $0.fact.conflict == true || $0.fact.interestDeclared == false
            }
            return conflicted ? [.expertInterest] : []
        case .riskAssessment: return []
        case .legalityReview: return legalityNotes(in: round, law, rules)
        case .collectiveDiscussion:
            guard let meeting = facts(MeetingHeld.self, in: round).last,
                let review = facts(LegalityReviewCompleted.self, in: round).last,
                let met = meeting.on, let reviewed = review.on, met < reviewed
            else { return [] }
            return [.discussedBeforeLegality]
        }
    }

    private func legalityNotes(
        in round: DecisionRound, _ law: Law, _ rules: Bodies?
    ) -> [DossierNote] {
        guard let last = facts(LegalityReviewCompleted.self, in: round).last else { return [] }
        var notes: [DossierNote] = []
        if last.fact.conclusion == .conditional { notes.append(.conditionalLegality) }
        let submitted = facts(LegalityReviewSubmitted.self, in: round).last {
            ($0.on, $0.position) <% (last.on, last.position)
        }
        guard let start = submitted?.on, let end = last.on,
            let rule = rules?.clock("legalityReviewMinimum")
        else { return notes }
        do throws(CalendarMissing) {
            let due = try law.calendars.deadline(rule, from: start).due
            if end < due { notes.append(.legalityReviewShort(minimumUntil: due)) }
        } catch {
            notes.append(.calendarMissing(error.year))
        }
        return notes
    }
}
