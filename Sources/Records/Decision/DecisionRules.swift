extension DecisionProposed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionProposed(self)), under: Self.rule)]
    }
}

extension DecisionInitiated {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionInitiated(self)), under: Self.rule)]
    }
}

extension ConsultationOpened {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.consultationOpened(self)), under: Self.rule)]
    }
}

extension ConsultationClosed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.consultationClosed(self)), under: Self.rule)]
    }
}

extension HearingRequired {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.hearingRequired(self)), under: Self.rule)]
    }
}

extension HearingHeld {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.hearingHeld(self)), under: Self.rule)]
    }
}

extension HearingNotHeld {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.hearingNotHeld(self)), under: Self.rule)]
    }
}

extension OpinionReceived {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.opinionReceived(self)), under: Self.rule)]
    }
}

extension OpinionDisposed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.opinionDisposed(self)), under: Self.rule)]
    }
}

extension ExpertReviewCompleted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.expertReviewCompleted(self)), under: Self.rule)]
    }
}

extension RiskAssessed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.riskAssessed(self)), under: Self.rule)]
    }
}

extension RiskConclusionHandled {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.riskConclusionHandled(self)), under: Self.rule)]
    }
}

extension StepWaived {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.stepWaived(self)), under: Self.rule)]
    }
}

extension LegalityReviewSubmitted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.legalityReviewSubmitted(self)), under: Self.rule)]
    }
}

extension LegalityReviewCompleted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.legalityReviewCompleted(self)), under: Self.rule)]
    }
}

extension MeetingHeld {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.meetingHeld(self)), under: Self.rule)]
    }
}

extension PartyCommitteeReported {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.partyCommitteeReported(self)), under: Self.rule)]
    }
}

extension DecisionAdopted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionAdopted(self)), under: Self.rule)]
    }
}

extension DecisionRejected {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionRejected(self)), under: Self.rule)]
    }
}

extension DecisionDeferred {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionDeferred(self)), under: Self.rule)]
    }
}

extension DecisionPublished {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionPublished(self)), under: Self.rule)]
    }
}

extension DecisionWithheld {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionWithheld(self)), under: Self.rule)]
    }
}

extension ProcessArchived {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.processArchived(self)), under: Self.rule)]
    }
}

extension ExecutionAssigned {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.executionAssigned(self)), under: Self.rule)]
    }
}

extension ExecutionReported {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.executionReported(self)), under: Self.rule)]
    }
}

extension DecisionSuspended {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionSuspended(self)), under: Self.rule)]
    }
}

extension DecisionResumed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionResumed(self)), under: Self.rule)]
    }
}

extension DecisionAdjusted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionAdjusted(self)), under: Self.rule)]
    }
}

extension PostEvaluationOrdered {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.postEvaluationOrdered(self)), under: Self.rule)]
    }
}

extension PostEvaluationCompleted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.postEvaluationCompleted(self)), under: Self.rule)]
    }
}

extension HarmConfirmed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.harmConfirmed(self)), under: Self.rule)]
    }
}

extension DecisionDelayIdentified {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionDelayIdentified(self)), under: Self.rule)]
    }
}

extension OverridingLawCited {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.overridingLawCited(self)), under: Self.rule)]
    }
}

extension DecisionClosed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.decisionClosed(self)), under: Self.rule)]
    }
}

extension GroundDismissed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        [circumstances.draft(.decision(.groundDismissed(self)), under: Self.rule)]
    }
}
