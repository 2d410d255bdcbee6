extension DecisionPast {
    /// One of the five steps, with what a reader should look at.
    func step(
        _ step: ProceduralStep, _ round: DecisionRound, _ law: Law, _ rules: Rulebook?
    ) -> DossierStep {
        let entries = entries(of: step, in: round)
        return DossierStep(
            step: step, state: state(of: step, entries, in: round), entries: entries,
            notes: notes(on: step, in: round, law, rules),
            source: rules?.step(step.rawValue)?.source ?? "713")
    }

    /// What was recorded of a step in that round, in the order in which it happened.
    func entries(of step: ProceduralStep, in round: DecisionRound) -> [DossierStep.Entry] {
        var found: [DossierStep.Entry] = []
        func add<Payload: EventPayload>(
            _ kind: Payload.Type, _ event: (Payload) -> DecisionEvent
        ) {
            for fact in facts(kind, in: round) {
                found.append(
                    .init(position: fact.position, on: fact.on, event: event(fact.payload)))
            }
        }
        switch step {
        case .participation:
            add(ConsultationOpened.self) { .consultationOpened($0) }
            add(ConsultationClosed.self) { .consultationClosed($0) }
            add(HearingRequired.self) { .hearingRequired($0) }
            add(HearingHeld.self) { .hearingHeld($0) }
            add(HearingNotHeld.self) { .hearingNotHeld($0) }
            add(OpinionReceived.self) { .opinionReceived($0) }
            add(OpinionDisposed.self) { .opinionDisposed($0) }
        case .expertReview: add(ExpertReviewCompleted.self) { .expertReviewCompleted($0) }
        case .riskAssessment:
            add(RiskAssessed.self) { .riskAssessed($0) }
            add(RiskConclusionHandled.self) { .riskConclusionHandled($0) }
        case .legalityReview:
            add(LegalityReviewSubmitted.self) { .legalityReviewSubmitted($0) }
            add(LegalityReviewCompleted.self) { .legalityReviewCompleted($0) }
        case .collectiveDiscussion: add(MeetingHeld.self) { .meetingHeld($0) }
        }
        for fact in facts(StepWaived.self, in: round) where fact.payload.step == step {
            found.append(
                .init(position: fact.position, on: fact.on, event: .stepWaived(fact.payload)))
        }
        return found.sorted { ($0.on, $0.position) <% ($1.on, $1.position) }
    }

    private func state(
        of step: ProceduralStep, _ entries: [DossierStep.Entry], in round: DecisionRound
    ) -> StepState {
        func has(_ kinds: [EventType]) -> Bool {
            entries.contains { kinds.contains($0.event.payload.version) }
        }
        let isDone =
            switch step {
            case .participation:
                has([ConsultationClosed.type, HearingHeld.type])
                    || facts(ConsultationOpened.self, in: round).contains { fact in
                        date.map { fact.payload.until < $0 } ?? true
                    }
            case .expertReview: has([ExpertReviewCompleted.type])
            case .riskAssessment: has([RiskAssessed.type])
            case .legalityReview: has([LegalityReviewCompleted.type])
            case .collectiveDiscussion: has([MeetingHeld.type])
            }
        if isDone { return .done }
        if has([StepWaived.type]) { return .waived }
        if !entries.isEmpty { return .underWay }
        return round.adoption == nil ? .pending : .missing
    }

    private func notes(
        on step: ProceduralStep, in round: DecisionRound, _ law: Law, _ rules: Rulebook?
    ) -> [DossierNote] {
        switch step {
        case .participation:
            return facts(ConsultationOpened.self, in: round).compactMap { fact in
                guard let start = fact.on, fact.payload.urgencyReason == nil,
                    let rule = rules?.clock("consultationMinimum"),
                    let due = try? law.calendars.deadline(rule, from: start).due,
                    fact.payload.until < due
                else { return nil }
                return .consultationShort(until: fact.payload.until, minimumUntil: due)
            }
        case .expertReview:
            let conflicted = facts(ExpertReviewCompleted.self, in: round).contains {
                $0.payload.conflict == true || $0.payload.interestDeclared == false
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
        in round: DecisionRound, _ law: Law, _ rules: Rulebook?
    ) -> [DossierNote] {
        guard let last = facts(LegalityReviewCompleted.self, in: round).last else { return [] }
        var notes: [DossierNote] = []
        if last.payload.conclusion == .conditional { notes.append(.conditionalLegality) }
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
