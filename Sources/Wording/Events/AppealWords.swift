internal import Records
internal import Vocabulary

/// What lines of a trail say of a remedy: its stage, its outcome, the deadline that was told.
extension EventWords {
    static let appeal: [EventWords] = [
        .words(AppealFiled.self, of: .appeal) { fact, line in
            line.says(line.route(fact.route, stage: fact.stage))
            line.concerns(fact.subject, fact.sanction)
            line.label(.appealBy, fact.by)
            line.phrase("trace.due", "on", fact.due)
            if fact.late == true { line.phrase("trace.late") }
        },
        .words(AdmissibilityRuled.self, of: .appeal) { fact, line in
            line.says(line.text(fact.admitted ? "trace.admitted" : "trace.inadmissible"))
            line.concerns(fact.subject, fact.sanction)
            line.label(.inadmissibleReason, fact.reason)
            line.phrase("trace.decideBy", "on", fact.due)
        },
        .words(PanelFormed.self, of: .appeal) { fact, line in
            if fact.members.contains(line.subject) {
                line.phrase("trace.in", ["capacity": line.text("trace.panelMember")])
            } else {
                line.count("trace.participants", fact.members.count)
            }
        },
        .words(PanelRecusalDeclared.self, of: .appeal) { fact, line in
            line.named(fact.officer, as: line.text("trace.recused"))
            line.ground(fact.reason)
        },
        .words(AppealHeard.self, of: .appeal) { fact, line in
            line.concerns(fact.subject, fact.sanction)
        },
        .words(AppealExtended.self, of: .appeal) { fact, line in
            line.phrase("trace.decideBy", "on", fact.until)
            line.ground(fact.reason)
        },
        .words(AppealDecided.self, of: .appeal) { fact, line in
            line.says(line.text.label(.appealOutcome, fact.outcome))
            line.concerns(fact.subject, fact.sanction)
            if let measure = fact.measure {
                line.phrase("trace.variedTo", ["measure": line.varied(measure, fact.months)])
            }
            line.ground(fact.ground)
        },
        .words(AppealServed.self, of: .appeal) { fact, line in
            line.concerns(fact.subject, fact.sanction)
            line.phrase("trace.nextUntil", "on", fact.nextUntil)
        },
        .words(AppealWithdrawn.self, of: .appeal) { fact, line in
            line.concerns(fact.subject, fact.sanction)
        },
    ]
}
