internal import Law
internal import Records
internal import Vocabulary

/// What lines of a trail say of complaints, and of accountability cases and their course.
extension EventWords {
    static let complaint: [EventWords] = [
        .words(ComplaintReceived.self) { fact, line in
            if fact.complaint.text != fact.case?.text { line.add(fact.complaint.text) }
            line.label(.filedBy, fact.filedBy)
            line.phrase("trace.incident", "on", fact.incidentOn)
            line.phrase("trace.category", "category", fact.category)
            line.marks = fact.irregularities
        }
    ]

    static let accountabilityCase: [EventWords] = naming + proceeding + findings

    private static let naming: [EventWords] = [
        .heading(CaseOpened.self),
        .words(PersonNamed.self) { fact, line in
            line.about(fact.subject)
            line.phrase("trace.onlySuspected")
            line.phrase("trace.category", "category", fact.category ?? fact.categoryCode)
            line.marks = fact.irregularities
            line.concernsResponsibility()
        },
        .words(UnitNamed.self) { fact, line in
            line.about(fact.unit)
            line.phrase("trace.onlySuspected")
            line.label(.unitCapacity, fact.capacity)
            line.label(.unitFailing, fact.failing)
            line.add(fact.decision?.text)
        },
        .words(UnitFindingMade.self) { fact, line in
            line.says(line.text.label(.finding, fact.finding))
            line.about(fact.unit)
            line.verbatim(fact.rectification)
            line.document(fact.instrument)
        },
        .words(InvestigatorAssigned.self) { fact, line in
            if fact.investigator == line.subject {
                line.phrase("trace.investigates")
            } else {
                line.phrase("trace.investigator", "subject", fact.investigator)
            }
            line.marks = fact.irregularities
        },
        .words(CaseClosed.self) { fact, line in line.marks = fact.irregularities },
        .words(CaseReopened.self) { fact, line in line.ground(fact.reason) },
    ]

    private static let proceeding: [EventWords] = [
        .words(RecusalDeclared.self) { fact, line in
            line.named(fact.officer, as: line.text("trace.recused"))
            line.ground(fact.reason)
        },
        .words(FactsNotified.self) { fact, line in
            line.about(fact.subject)
            line.named(fact.officer, as: line.text("trace.officer"))
        },
        .words(DefenceHeard.self) { fact, line in
            line.about(fact.subject)
            line.phrase("trace.accepted", "points", fact.accepted.map(line.text.words))
            line.named(fact.officer, as: line.text("trace.officer"))
        },
        .words(DefenceWaived.self) { fact, line in
            line.about(fact.subject)
            line.document(fact.instrument)
        },
        .words(CaseTransferred.self) { fact, line in
            line.about(fact.subject)
            line.phrase("trace.to", "subject", fact.organ)
            line.label(.transferReason, fact.reason)
        },
        .words(TransferAnswered.self) { fact, line in
            line.about(fact.subject)
            line.says(line.text.label(.transferOutcome, fact.outcome))
            line.phrase("trace.by", "subject", fact.organ)
            line.document(fact.document)
        },
        .words(ExpertConductNotified.self) { fact, line in
            line.named(fact.expert, as: line.text("trace.expert"))
            line.phrase("trace.to", "subject", fact.department)
            line.document(fact.document)
        },
        .words(ExpertConductAnswered.self) { fact, line in
            line.named(fact.expert, as: line.text("trace.expert"))
            line.phrase("trace.by", "subject", fact.department)
            line.sealed(fact.outcome)
            line.document(fact.document)
        },
    ]

    private static let findings: [EventWords] = [
        .words(FindingRecommended.self, sign: .recommended) { fact, line in
            line.about(fact.subject)
            line.says(line.text.label(.finding, fact.finding))
            line.phrase("trace.onlyRecommended")
            line.phrase("trace.outcome", "outcome", fact.outcome)
            line.marks = fact.irregularities
            line.concernsResponsibility()
        },
        .words(FindingMade.self) { fact, line in
            line.about(fact.subject)
            line.says(line.text.label(.finding, fact.finding))
            line.phrase("trace.outcome", "outcome", fact.outcome)
            line.marks = fact.irregularities
            line.concernsResponsibility()
        },
        .words(MitigationFound.self) { fact, line in
            line.about(fact.subject)
            let known = line.rules?.mitigation(fact.code)
            line.add(
                known.map { line.text.choose($0.chinese, $0.english) } ?? harmless(fact.code))
            line.evidence(fact.evidence)
        },
        .words(BenefitAdjustmentRecommended.self) { fact, line in
            line.about(fact.subject)
            line.phrase("trace.onlyRecommended")
            line.phrase(
                "trace.fitting", ["measure": line.text.label(.measure, fact.fitting)])
            line.sealed(fact.advice)
        },
        .words(BenefitsAdjusted.self) { fact, line in
            line.about(fact.subject)
            line.phrase("trace.fitting", ["measure": line.text.label(.measure, fact.fitting)])
            line.add(
                "\(line.text.words(fact.formerBenefits)) → \(line.text.words(fact.newBenefits))")
            line.phrase("trace.benefitsSince", "since", fact.paidFrom)
            line.label(.authority, fact.authority)
            line.phrase("trace.by", "subject", fact.organ)
            line.phrase("trace.carriedOutBy", "unit", fact.executor)
            line.document(fact.instrument)
            line.phrase("trace.remedyUntil", "until", fact.remedyUntil)
        },
        .words(PersonCleared.self) { fact, line in
            line.about(fact.subject)
            line.announced(fact.range)
        },
        .words(JudgmentRecorded.self) { fact, line in
            line.about(fact.subject)
            line.label(.criminalGuilt, fact.guilt)
            line.says(line.text.label(.criminalPenalty, fact.penalty))
            line.phrase("trace.months", "months", fact.months)
            if fact.deprived == true { line.phrase("trace.deprived") }
            line.document(fact.instrument)
        },
        .words(ConsentGiven.self) { fact, line in
            line.about(fact.subject)
            line.says(line.text.label(.consentMatter, fact.matter))
            line.phrase("trace.by", "subject", fact.organ)
            line.document(fact.instrument)
        },
    ]
}
