public import Vocabulary

/// Major administrative decisions (重大行政决策): 713; 追责制度 Art. 3 to 12.
extension Duty {
    public static let decision = Duty(
        noun: Noun("decision", tag: .decision, hasClocks: true),
        kinds: participation + review + adoption + execution + responsibility,
        verbs: [
            verb(DecisionProposed.self, "propose", .byRule),
            verb(DecisionInitiated.self, "initiate", .byRule),
            verb(ConsultationOpened.self, "open-consultation", .byRule),
            verb(ConsultationClosed.self, "close-consultation", .byRule),
            verb(HearingRequired.self, "require-hearing", .byRule),
            verb(HearingHeld.self, "hold-hearing", .byRule),
            verb(HearingNotHeld.self, "skip-hearing", .byRule),
            verb(OpinionReceived.self, "receive-opinion", .byRule),
            verb(OpinionDisposed.self, "dispose-opinion", .byRule),
            verb(ExpertReviewCompleted.self, "review-by-experts", .byRule),
            verb(RiskAssessed.self, "assess-risk", .byRule),
            verb(RiskConclusionHandled.self, "handle-risk", .byRule),
            verb(StepWaived.self, "waive", .required),
            verb(LegalityReviewSubmitted.self, "submit-for-legality", .byRule),
            verb(LegalityReviewCompleted.self, "review-legality", .byRule),
            verb(MeetingHeld.self, "discuss", .byRule),
            verb(PartyCommitteeReported.self, "report-to-party", .byRule),
            verb(DecisionAdopted.self, "adopt", .byRule),
            verb(DecisionRejected.self, "reject", .byRule),
            verb(DecisionDeferred.self, "defer", .byRule),
            verb(DecisionPublished.self, "publish", .byRule),
            verb(DecisionWithheld.self, "withhold", .byRule),
            verb(ProcessArchived.self, "archive", .byRule),
            verb(ExecutionAssigned.self, "assign-execution", .byRule),
            verb(ExecutionReported.self, "report-execution", .byRule),
            verb(DecisionSuspended.self, "suspend", .byRule),
            verb(DecisionResumed.self, "resume", .byRule),
            verb(DecisionAdjusted.self, "adjust", .byRule),
            verb(PostEvaluationOrdered.self, "order-evaluation", .byRule),
            verb(PostEvaluationCompleted.self, "evaluate", .byRule),
            verb(HarmConfirmed.self, "confirm-harm", .required),
            verb(DecisionDelayIdentified.self, "identify-delay", .byRule),
            verb(OverridingLawCited.self, "cite-overriding-law", .byRule),
            verb(DecisionClosed.self, "close", .byRule),
            Verb(
                DetectGrounds.self, "decision", "detect-grounds", about: "decision",
                named: "detectGrounds", records: GroundDetected.self, dating: .required,
                second: .byRule, delivery: .mapped),
            verb(GroundDetected.self, "raise-ground", .byRule),
            verb(GroundDismissed.self, "dismiss-ground", .required),
        ],
        guards: [])

    private static func verb<A: Act & Fact>(_ act: A.Type, _ verb: String, _ second: Verb.Second)
        -> Verb
    {
        Verb(
            act, "decision", verb, about: "decision", named: nil, records: act, dating: .required,
            second: second, delivery: .mapped)
    }
}

// MARK: The kinds, in the order of a life

extension Duty {
    private static let participation = [
        EventKind(
            DecisionProposed.self, source: "713#12", trail: .step, clocks: .none, alike: nil),
        EventKind(
            DecisionInitiated.self, source: "713#13", trail: .step, clocks: .none, alike: nil),
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
        EventKind(HearingRequired.self, source: "713#16", trail: .step, clocks: .none, alike: nil),
        EventKind(HearingHeld.self, source: "713#16", trail: .step, clocks: .none, alike: nil),
        EventKind(HearingNotHeld.self, source: "713#16", trail: .step, clocks: .none, alike: nil),
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

    private static let review = [
        EventKind(
            ExpertReviewCompleted.self, source: "713#19", trail: .step, clocks: .none, alike: nil),
        EventKind(RiskAssessed.self, source: "713#22", trail: .step, clocks: .none, alike: nil),
        EventKind(
            RiskConclusionHandled.self, source: "713#24", trail: .step, clocks: .none, alike: nil),
        EventKind(
            StepWaived.self, source: "XZZ-2020-26#5", trail: .step, clocks: .none, alike: nil),
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
        EventKind(MeetingHeld.self, source: "713#30", trail: .step, clocks: .none, alike: nil),
        EventKind(
            PartyCommitteeReported.self, source: "713#31", trail: .step, clocks: .none, alike: nil),
    ]

    private static let adoption = [
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
        EventKind(
            DecisionDeferred.self, source: "713#30", trail: .course, clocks: .none, alike: nil),
        EventKind(
            DecisionPublished.self, source: "713#32", trail: .step,
            clocks: .ending([ClockName.publication]) { $0.decision }, alike: nil),
        EventKind(
            DecisionWithheld.self, source: "713#32", trail: .step,
            clocks: .ending([ClockName.publication]) { $0.decision }, alike: nil),
        EventKind(ProcessArchived.self, source: "713#33", trail: .step, clocks: .none, alike: nil),
    ]

    private static let execution = [
        EventKind(
            ExecutionAssigned.self, source: "713#34", trail: .step, clocks: .none, alike: nil),
        EventKind(
            ExecutionReported.self, source: "713#35", trail: .step, clocks: .none, alike: nil),
        EventKind(
            DecisionSuspended.self, source: "713#37", trail: .course, clocks: .none, alike: nil),
        EventKind(
            DecisionResumed.self, source: "713#37", trail: .course, clocks: .none, alike: nil),
        EventKind(
            DecisionAdjusted.self, source: "713#37", trail: .course, clocks: .none, alike: nil),
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

    private static let responsibility = [
        EventKind(
            HarmConfirmed.self, source: "XZZ-2020-26#3", trail: .course, clocks: .none, alike: nil),
        EventKind(
            DecisionDelayIdentified.self, source: "713#38", trail: .course, clocks: .none,
            alike: nil),
        EventKind(
            OverridingLawCited.self, source: "XZZ-2020-26#12", trail: .course, clocks: .none,
            alike: nil),
        EventKind(DecisionClosed.self, source: "713#33", trail: .step, clocks: .none, alike: nil),
        EventKind(
            GroundDetected.self, source: "XZZ-2020-26#6", trail: .ground(.suspected),
            clocks: .none, alike: nil),
        EventKind(
            GroundDismissed.self, source: "XZZ-2020-26#4", trail: .ground(.cleared),
            clocks: .none, alike: nil),
    ]
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

extension Marks {
    /// Ends those clocks of the decision that it names.
    fileprivate static func ending(
        _ clocks: [String], of decision: @escaping @Sendable (F) -> DecisionID
    ) -> Marks {
        Marks(starts: [], ends: clocks) { fact, entry in
            clocks.map { entry.end(decision(fact).tag, $0) }
        }
    }
}
