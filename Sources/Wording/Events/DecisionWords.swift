internal import Law
internal import Records
internal import Vocabulary

/// What lines of a trail say of a major decision: whose trail it is, that person's part in it; of
/// a ground, that it is only suspected.
extension EventWords {
    static let decision: [EventWords] =
        preparation + review + outcome + execution + responsibility

    private static let preparation: [EventWords] = [
        .words(DecisionProposed.self, of: .decision) { fact, line in line.verbatim(fact.title) },
        .words(DecisionExcluded.self, of: .decision) { fact, line in
            line.add(
                line.rules?.catalogue.exclusions.first { $0.code == fact.ground }
                    .map { line.text.choose($0.chinese, $0.english) } ?? fact.ground)
            line.phrase("trace.by", "subject", fact.decidedBy)
            line.document(fact.instrument)
        },
        .words(DecisionInitiated.self, of: .decision) { fact, line in
            let ofParty = fact.headRole?.isOfParty(under: line.rules) == true
            line.named(fact.head, as: line.text.part(.head, ofParty: ofParty))
            line.named(fact.lead, as: line.text("trace.lead"))
            line.named(fact.leadOfficer, as: line.text("trace.leadOfficer"))
            line.phrase("trace.causedBy", "decision", fact.causedBy)
        },
        .words(ConsultationOpened.self, of: .decision) { fact, line in
            line.phrase("trace.termUntil", "until", fact.until)
            if fact.urgencyReason != nil { line.phrase("dossier.urgent") }
        },
        .heading(ConsultationClosed.self, of: .decision),
        .words(HearingRequired.self, of: .decision) { fact, line in line.cites(fact.rule) },
        .words(HearingHeld.self, of: .decision) { fact, line in
            line.count("trace.participants", fact.participants)
        },
        .words(HearingNotHeld.self, of: .decision) { fact, line in line.ground(fact.reason) },
        .words(OpinionReceived.self, of: .decision) { fact, line in
            line.verbatim(fact.opinion)
            line.label(.opinionOrigin, fact.from)
        },
        .words(OpinionDisposed.self, of: .decision) { fact, line in
            line.verbatim(fact.opinion)
            line.phrase(fact.adopted ? "dossier.opinionAdopted" : "dossier.opinionDeclined")
        },
    ]

    private static let review: [EventWords] = [
        .words(ExpertReviewCompleted.self, of: .decision) { fact, line in
            if fact.experts.contains(line.subject) { line.phrase("trace.asExpert") }
            if fact.conflict == true { line.phrase("trace.conflict") }
        },
        .words(RiskAssessed.self, of: .decision) { fact, line in
            line.says(line.text.label(.riskLevel, fact.level))
            line.phrase(fact.controllable ? "dossier.controllable" : "dossier.uncontrollable")
        },
        .words(RiskConclusionHandled.self, of: .decision) { fact, line in
            line.sealed(fact.measures)
        },
        .words(StepWaived.self, of: .decision) { fact, line in
            line.says(line.text.label(.proceduralStep, fact.step))
            line.ground(fact.ground)
            line.cites(fact.rule)
        },
        .words(LegalityReviewSubmitted.self, of: .decision) { fact, line in
            line.phrase("trace.to", "subject", fact.reviewer)
        },
        .words(LegalityReviewCompleted.self, of: .decision) { fact, line in
            line.says(line.text.label(.legalityConclusion, fact.conclusion))
        },
        .words(MeetingHeld.self, of: .decision) { fact, line in
            guard let own = fact.attendees.first(where: { $0.subject == line.subject }) else {
                return line.count("trace.participants", fact.attendees.count)
            }
            line.phrase(
                "trace.part",
                ["part": line.text.part(own.part, ofParty: own.role.isOfParty(under: line.rules))])
            line.phrase("trace.opinion", ["opinion": line.text.label(.opinion, own.opinion)])
            line.role = line.text.roleThen(own.role)
        },
        .words(PartyCommitteeReported.self, of: .decision) { fact, line in
            line.document(fact.reference)
        },
    ]

    private static let outcome: [EventWords] = [
        .words(DecisionAdopted.self, of: .decision) { fact, line in
            line.phrase("trace.by", "subject", fact.decider)
            line.verbatim(fact.number)
            line.tellsRole()
        },
        .heading(DecisionRejected.self, of: .decision),
        .heading(DecisionDeferred.self, of: .decision),
        .words(DecisionPublished.self, of: .decision) { fact, line in
            line.add(fact.channels.map(harmless).joined(separator: line.text("list.comma")))
        },
        .words(DecisionWithheld.self, of: .decision) { fact, line in
            line.ground(fact.ground)
            line.cites(fact.rule)
        },
        .words(ProcessArchived.self, of: .decision) { fact, line in
            line.count("trace.documents", fact.manifest.count)
        },
        .heading(DecisionClosed.self, of: .decision),
    ]

    private static let execution: [EventWords] = [
        .words(ExecutionAssigned.self, of: .decision) { fact, line in
            line.named(fact.executor, as: line.text("trace.executor"))
            line.named(fact.officer, as: line.text("trace.executionOfficer"))
        },
        .words(SupervisionAssigned.self, of: .decision) { fact, line in
            line.named(
                fact.supervisor, as: line.text.label(.unitCapacity, UnitCapacity.supervising))
            line.document(fact.instrument)
        },
        .words(ExecutionReported.self, of: .decision) { fact, line in line.sealed(fact.report) },
        .words(DecisionSuspended.self, of: .decision) { fact, line in
            line.ground(fact.reason)
            line.phrase("trace.by", "subject", fact.by)
        },
        .heading(DecisionResumed.self, of: .decision),
        .words(DecisionAdjusted.self, of: .decision) { fact, line in line.ground(fact.reason) },
        .words(PostEvaluationOrdered.self, of: .decision) { fact, line in
            line.named(fact.evaluator, as: line.text("trace.evaluator"))
            line.phrase("trace.due", "on", fact.due)
        },
        .words(PostEvaluationCompleted.self, of: .decision) { fact, line in
            line.named(fact.evaluator, as: line.text("trace.evaluator"))
        },
    ]

    private static let responsibility: [EventWords] = [
        .words(HarmConfirmed.self, of: .decision) { fact, line in
            if fact.loss != .none { line.label(.lossDegree, fact.loss) }
            if fact.influence != .none { line.label(.influenceDegree, fact.influence) }
            line.phrase(
                "trace.attribution",
                ["what": line.text.label(.harmAttribution, fact.attribution)])
            line.amount(fact.amount)
            for loss in fact.losses { line.add(line.text.words(loss)) }
            if fact.losses.count > 1, let together = Loss(confirmedIn: fact).whole {
                line.phrase(
                    "trace.lossTogether",
                    [
                        "amount": line.text(
                            "dossier.amount", ["amount": line.text.yuan(together)])
                    ])
            }
            line.document(fact.instrument)
            line.tellsRole()
        },
        .words(DecisionCaused.self, of: .decision) { fact, line in
            line.phrase(
                "trace.caused", ["caused": fact.caused.text, "decision": fact.decision.text])
            line.tellsRole()
        },
        .words(DecisionRatified.self, of: .decision) { fact, line in
            line.phrase("trace.by", "subject", fact.organ)
            line.document(fact.instrument)
            line.phrase("ratification.healsNothing", ["source": line.text.cited("713#30、#38")])
        },
        .words(DecisionDelayIdentified.self, of: .decision) { fact, line in
            line.phrase("trace.shouldDecide", "on", fact.shouldDecideOn)
            line.document(fact.instrument)
        },
        .words(OverridingLawCited.self, of: .decision) { fact, line in line.cites(fact.rule) },
        .words(GroundDetected.self, of: .decision) { fact, line in
            line.says(harmless(fact.ground))
            line.phrase("trace.onlySuspected")
            line.add(
                line.rules?.ground(fact).map { line.text.choose($0.chinese, $0.english) })
            line.body(fact.rulebook)
            line.label(.detection, fact.detectedBy)
            line.evidence(fact.evidence)
            line.tellsRole()
        },
        .words(GroundDismissed.self, of: .decision) { fact, line in
            line.says(harmless(fact.ground))
            line.body(fact.rulebook)
            line.ground(fact.reason)
        },
    ]
}

extension Bodies {
    /// The ground as the body has it that raised it.
    fileprivate func ground(_ raised: GroundDetected) -> Rulebook.Ground? {
        let body = edition(of: RulebookCode(ofEdition: raised.rulebook))
        return body?.ground(raised.ground) ?? ground(raised.ground)?.ground
    }
}
