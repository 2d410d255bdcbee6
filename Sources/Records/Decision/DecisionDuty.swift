public import Vocabulary

/// Major administrative decisions (重大行政决策): 713; 追责制度 Art. 3 to 12.
extension Duty {
    public static let decision = Duty(
        noun: Noun("decision", tag: .decision, hasClocks: true),
        kinds: participation + review + adoption + execution + responsibility,
        verbs: [
            .step(DecisionProposed.self, "decision", "propose", .byRule),
            .step(DecisionExcluded.self, "decision", "exclude", .required),
            .step(DecisionInitiated.self, "decision", "initiate", .byRule),
            .step(ConsultationOpened.self, "decision", "open-consultation", .byRule),
            .step(ConsultationClosed.self, "decision", "close-consultation", .byRule),
            .step(HearingRequired.self, "decision", "require-hearing", .byRule),
            .step(HearingHeld.self, "decision", "hold-hearing", .byRule),
            .step(HearingNotHeld.self, "decision", "skip-hearing", .byRule),
            .step(OpinionReceived.self, "decision", "receive-opinion", .byRule),
            .step(OpinionDisposed.self, "decision", "dispose-opinion", .byRule),
            .step(ExpertReviewCompleted.self, "decision", "review-by-experts", .byRule),
            .step(RiskAssessed.self, "decision", "assess-risk", .byRule),
            .step(RiskConclusionHandled.self, "decision", "handle-risk", .byRule),
            .step(StepWaived.self, "decision", "waive", .required),
            .step(LegalityReviewSubmitted.self, "decision", "submit-for-legality", .byRule),
            .step(LegalityReviewCompleted.self, "decision", "review-legality", .byRule),
            .step(MeetingHeld.self, "decision", "discuss", .byRule),
            .step(PartyCommitteeReported.self, "decision", "report-to-party", .byRule),
            .step(DecisionAdopted.self, "decision", "adopt", .byRule),
            .step(DecisionRejected.self, "decision", "reject", .byRule),
            .step(DecisionDeferred.self, "decision", "defer", .byRule),
            .step(DecisionPublished.self, "decision", "publish", .byRule),
            .step(DecisionWithheld.self, "decision", "withhold", .byRule),
            .step(ProcessArchived.self, "decision", "archive", .byRule),
            .step(ExecutionAssigned.self, "decision", "assign-execution", .byRule),
            .step(SupervisionAssigned.self, "decision", "assign-supervision", .byRule),
            .step(ExecutionReported.self, "decision", "report-execution", .byRule),
            .step(DecisionSuspended.self, "decision", "suspend", .byRule),
            .step(DecisionResumed.self, "decision", "resume", .byRule),
            .step(DecisionAdjusted.self, "decision", "adjust", .byRule),
            .step(PostEvaluationOrdered.self, "decision", "order-evaluation", .byRule),
            .step(PostEvaluationCompleted.self, "decision", "evaluate", .byRule),
            .step(DecisionRatified.self, "decision", "ratify", .required),
            .step(HarmConfirmed.self, "decision", "confirm-harm", .required),
            .step(DecisionDelayIdentified.self, "decision", "identify-delay", .byRule),
            .step(OverridingLawCited.self, "decision", "cite-overriding-law", .byRule),
            .step(DecisionClosed.self, "decision", "close", .byRule),
            Verb(
                DetectGrounds.self, "decision", "detect-grounds", about: "decision",
                named: "detectGrounds", records: GroundDetected.self, dating: .required,
                second: .byRule, delivery: .mapped),
            .step(GroundDetected.self, "decision", "raise-ground", .byRule),
            .step(GroundDismissed.self, "decision", "dismiss-ground", .required),
        ],
        guards: [])
}

// MARK: The kinds, in the order of a life

extension Duty {
    private static let participation: [EventKind] = [
        .plain(DecisionProposed.self, "713#12", .step),
        EventKind(
            DecisionExcluded.self, source: "713#3", trail: .course,
            clocks: Marks(starts: [ClockName.excluded], ends: [ClockName.excluded]) {
                fact, entry in
                // It begins, too: of what only ends a file keeps nothing before its first clock.
                [
                    entry.start(fact.decision.tag, ClockName.excluded, unit: nil),
                    entry.end(fact.decision.tag, ClockName.excluded),
                ]
            }, alike: nil),
        .plain(DecisionInitiated.self, "713#13", .step),
        EventKind(
            ConsultationOpened.self, source: "713#15", trail: .step,
            clocks: Marks(starts: [ClockName.consultation], ends: []) { fact, entry in
                [
                    entry.start(
                        fact.decision.tag, ClockName.consultation, due: fact.until,
                        unit: entry.unit)
                ]
            }, alike: nil),
        EventKind(
            ConsultationClosed.self, source: "713#15", trail: .step,
            clocks: .ending([ClockName.consultation]) { $0.decision }, alike: nil),
        .plain(HearingRequired.self, "713#16", .step),
        .plain(HearingHeld.self, "713#16", .step),
        .plain(HearingNotHeld.self, "713#16", .step),
        EventKind(
            OpinionReceived.self, source: "713#18", trail: .step,
            clocks: Marks(starts: [ClockName.opinion], ends: []) { fact, entry in
                [
                    entry.start(
                        fact.decision.tag, ClockName.opinion(fact.opinion),
                        clock: ClockName.opinion, unit: entry.unit)
                ]
            }, alike: nil),
        EventKind(
            OpinionDisposed.self, source: "713#18", trail: .step,
            clocks: Marks(starts: [], ends: [ClockName.opinion]) { fact, entry in
                [entry.end(fact.decision.tag, ClockName.opinion(fact.opinion))]
            }, alike: nil),
    ]

    private static let review: [EventKind] = [
        .plain(ExpertReviewCompleted.self, "713#19", .step),
        .plain(RiskAssessed.self, "713#22", .step),
        .plain(RiskConclusionHandled.self, "713#24", .step),
        .plain(StepWaived.self, "XZZ-2020-26#5", .step),
        EventKind(
            LegalityReviewSubmitted.self, source: "713#25", trail: .step,
            clocks: Marks(starts: [ClockName.legality], ends: []) { fact, entry in
                [
                    entry.start(
                        fact.decision.tag, ClockName.legality, unit: fact.reviewer ?? entry.unit)
                ]
            }, alike: nil),
        EventKind(
            LegalityReviewCompleted.self, source: "713#27", trail: .step,
            clocks: .ending([ClockName.legality]) { $0.decision }, alike: nil),
        .plain(MeetingHeld.self, "713#30", .step),
        .plain(PartyCommitteeReported.self, "713#31", .step),
    ]

    private static let adoption: [EventKind] = [
        EventKind(
            DecisionAdopted.self, source: "713#30", trail: .course,
            clocks: Marks(starts: [ClockName.publication], ends: ClockName.ofPreparation) {
                fact, entry in
                // What was not finished by then is a suspected ground, and waits for nobody any
                // more.
                ClockName.ofPreparation.map { entry.end(fact.decision.tag, $0) } + [
                    entry.start(
                        fact.decision.tag, ClockName.publication, unit: fact.decider ?? entry.unit)
                ]
            }, alike: nil),
        EventKind(
            DecisionRejected.self, source: "713#30", trail: .course,
            clocks: .ending(ClockName.ofPreparation) { $0.decision }, alike: nil),
        .plain(DecisionDeferred.self, "713#30", .course),
        EventKind(
            DecisionPublished.self, source: "713#32", trail: .step,
            clocks: .ending([ClockName.publication]) { $0.decision }, alike: nil),
        EventKind(
            DecisionWithheld.self, source: "713#32", trail: .step,
            clocks: .ending([ClockName.publication]) { $0.decision }, alike: nil),
        .plain(ProcessArchived.self, "713#33", .step),
    ]

    private static let execution: [EventKind] = [
        .plain(ExecutionAssigned.self, "713#34", .step),
        .plain(SupervisionAssigned.self, "713#34", .step),
        .plain(ExecutionReported.self, "713#35", .step),
        .plain(DecisionSuspended.self, "713#37", .course),
        .plain(DecisionResumed.self, "713#37", .course),
        .plain(DecisionAdjusted.self, "713#37", .course),
        EventKind(
            PostEvaluationOrdered.self, source: "713#36", trail: .step,
            clocks: Marks(starts: [ClockName.evaluation], ends: []) { fact, entry in
                [
                    entry.start(
                        fact.decision.tag, ClockName.evaluation(fact.evaluator),
                        clock: ClockName.evaluation, due: fact.due, unit: fact.evaluator)
                ]
            }, alike: nil),
        EventKind(
            PostEvaluationCompleted.self, source: "713#36", trail: .step,
            clocks: Marks(starts: [], ends: [ClockName.evaluation]) { fact, entry in
                [entry.end(fact.decision.tag, ClockName.evaluation(fact.evaluator))]
            }, alike: nil),
    ]

    private static let responsibility: [EventKind] = [
        .plain(DecisionRatified.self, "713#38", .course),
        .plain(HarmConfirmed.self, "XZZ-2020-26#3", .course),
        .plain(DecisionCaused.self, "713#38", .course),
        .plain(DecisionDelayIdentified.self, "713#38", .course),
        .plain(OverridingLawCited.self, "XZZ-2020-26#12", .course),
        .plain(DecisionClosed.self, "713#33", .step),
        .plain(GroundDetected.self, "XZZ-2020-26#6", .ground(.suspected)),
        .plain(GroundDismissed.self, "XZZ-2020-26#4", .ground(.cleared)),
    ]
}

extension TagKind {
    public static let decision: TagKind = "decision"
}

extension TrailPlace {
    /// What prepared the decision or followed it: it stands in the dossier, and on the trail of
    /// whom it names.
    fileprivate static let step = ofDecision(.decision, course: .none)
    /// What became of the decision: it stands on the trail of everybody who had a part in it.
    fileprivate static let course = ofDecision(.decision, course: .of(.decision))

    /// What is suspected of the decision, or no longer, stands there too.
    fileprivate static func ground(_ class: TrailClass) -> TrailPlace {
        ofDecision(`class`, course: .of(.decision))
    }

    private static func ofDecision(_ class: TrailClass, course: Course) -> TrailPlace {
        TrailPlace(
            .always(`class`), shows: nil, role: .ofDecision, course: course, brings: .decision)
    }
}

extension ClockName {
    /// What runs before the decision, and for nobody after it.
    fileprivate static let ofPreparation = [consultation, legality, opinion]
}
