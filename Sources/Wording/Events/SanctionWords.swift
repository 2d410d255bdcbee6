internal import Law
internal import Records
internal import Vocabulary

/// What lines of a trail say of sanctions and measures, and of their life after they were imposed.
extension EventWords {
    static let sanction: [EventWords] = [
        .words(SanctionRecommended.self, sign: .recommended) { fact, line in
            line.about(fact.subject)
            line.says(line.text.label(.measure, fact.measure))
            line.phrase("trace.onlyRecommended")
            line.phrase("trace.days", "days", fact.days)
            line.phrase("trace.sourceText", "source", fact.sourceText)
            line.concernsResponsibility()
        },
        .words(SanctionImposed.self) { fact, line in
            line.about(fact.subject)
            line.heading = line.text.label(.measureFamily, fact.measure.family)
            line.says(line.text.label(.measure, fact.measure))
            line.add(fact.sanction.text)
            line.phrase("trace.days", "days", fact.days)
            // Until when it runs hangs on what came since: the status and its own page say it.
            line.phrase("trace.months", "months", fact.months)
            line.phrase("trace.sourceText", "source", fact.sourceText)
            line.phrase("trace.instrument", "instrument", fact.instrument)
            line.marks = fact.irregularities
            line.concernsResponsibility()
        },
        .words(SanctionNotExecuted.self, sign: .lifted) { fact, line in
            line.about(fact.subject)
            line.add(fact.sanction.text)
            line.label(.notExecuted, fact.reason)
            line.concernsResponsibility()
        },
        .words(SanctionAnnulled.self, sign: .lifted) { fact, line in
            line.about(fact.subject)
            line.add(fact.sanction.text)
            line.phrase("trace.annulledBy", ["organ": line.text.label(.annulledBy, fact.by)])
            if let fate = fact.finding { line.says(line.text.label(.findingFate, fate)) }
            line.ground(fact.ground)
            line.concernsResponsibility()
        },
        .words(SanctionServed.self) { fact, line in
            line.concerns(fact.subject, fact.sanction)
            line.add(line.route(fact.route, stage: fact.stage))
            line.phrase("trace.remedyUntil", "until", fact.remedyUntil)
        },
        .words(SanctionExecuted.self) { fact, line in
            line.concerns(fact.subject, fact.sanction)
            line.sealed(fact.note)
        },
        .words(SanctionVaried.self) { fact, line in
            line.concerns(fact.subject, fact.sanction)
            line.says(line.varied(fact.measure, fact.months))
            line.phrase("trace.variedBy", ["organ": line.text.label(.annulledBy, fact.by)])
            line.add(fact.appeal?.text)
        },
        .words(SanctionRectified.self) { fact, line in
            line.concerns(fact.subject, fact.sanction)
            line.says(line.varied(fact.measure, fact.months))
            line.phrase("trace.rectifiedBy", ["organ": line.text.label(.rectifiedBy, fact.by)])
            line.phrase("trace.instrument", "instrument", fact.instrument)
            line.ground(fact.ground)
        },
        .words(SanctionBasisChanged.self) { fact, line in
            line.concerns(fact.subject, fact.sanction)
            line.phrase("trace.instrument", "instrument", fact.instrument)
            line.sealed(fact.note)
        },
        .words(SanctionRatified.self) { fact, line in
            line.concerns(fact.subject, fact.sanction)
            line.phrase("trace.by", "subject", fact.organ)
            line.phrase("trace.instrument", "instrument", fact.instrument)
            line.phrase(
                "ratification.movesNothing", ["source": line.text.cited("政务处分法#8、#44")])
        },
        .words(ReputationRestored.self) { fact, line in
            line.concerns(fact.subject, fact.sanction)
            line.announced(fact.range)
        },
        .words(CompensationPaid.self) { fact, line in
            line.concerns(fact.subject, fact.sanction)
            line.amount(fact.amount)
        },
    ]
}

extension EventLine {
    /// Whom and which sanction a step is about.
    mutating func concerns(_ person: SubjectID?, _ sanction: SanctionID?) {
        about(person)
        add(sanction?.text)
    }
}
