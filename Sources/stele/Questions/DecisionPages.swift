import Application
import Law
import Records
import Registry
import Vocabulary
import Wording

/// What is asked of decisions (决策).
extension Choice {
    static let ofDecisions = [
        Choice(
            DecisionShow.self, ["": "help.decision.show", "decision": "help.decision.id"],
            nothing: { asked, text, _ in noDecision(asked.decision, text) }
        ) { _, reply, sheet in
            DossierRenderer(sheet: sheet, names: reply.names).page(reply.about)
        },
        Choice(DecisionList.self, ["": "help.decision.list"]) { _, reply, sheet in
            let text = sheet.text
            return sheet.register(
                reply.decisions, none: text("decisions.none"),
                [
                    .init(text("decisions.column.decision")) { $0.decision.text },
                    .init(text("decisions.column.title")) { $0.title ?? "" },
                    .init(text("decisions.column.state")) { text.label(.decisionState, $0.state) },
                    .init(text("decisions.column.adopted")) {
                        $0.adoption?.on?.description ?? ""
                    },
                    .init(text("decisions.column.grounds"), .trailing) {
                        text.number($0.openGrounds)
                    },
                    .init(text("decisions.column.lifelong")) {
                        text($0.trigger == nil ? "decisions.no" : "decisions.yes")
                    },
                ])
        },
        Choice(
            DecisionGrounds.self, ["": "help.decision.grounds", "all": "help.decision.grounds.all"]
        ) { _, reply, sheet in
            let text = sheet.text
            let grounds = sheet.register(
                reply.grounds, none: text("grounds.none"),
                [
                    .init(text("grounds.column.decision")) { $0.decision.text },
                    .init(text("grounds.column.adopted")) { $0.adoptedOn?.description ?? "" },
                    .init(text("grounds.column.ground")) { $0.ground.ground },
                    .init(text("grounds.column.words")) {
                        text.choose($0.ground.chinese, $0.ground.english)
                    },
                    .init(text("grounds.column.state")) {
                        text.label(.groundState, $0.ground.state)
                    },
                    .init(text("grounds.column.evidence")) {
                        $0.ground.evidence.map { "#\($0)" }.joined(separator: " ")
                    },
                ])
            return reply.grounds.isEmpty ? grounds : text("dossier.onlySuspected") + "\n" + grounds
        },
        Choice(
            DecisionResponsible.self,
            ["": "help.decision.responsible", "decision": "help.decision.id"],
            nothing: { asked, text, _ in noDecision(asked.decision, text) }
        ) { _, reply, sheet in
            BackTraceRenderer(sheet: sheet, names: reply.names).page(reply.about)
        },
    ]

    private static func noDecision(_ decision: DecisionID, _ text: Text) -> String {
        text("decision.nothing", ["decision": decision.text])
    }
}
