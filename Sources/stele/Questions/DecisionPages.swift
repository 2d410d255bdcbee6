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
        Choice(
            DecisionList.self,
            listHelp(["": "help.decision.list"])
        ) { asked, reply, sheet in
            let text = sheet.text
            let unknown = text("decisions.cannotSay")
            let decisions = sheet.register(
                reply.decisions, after: asked.window.after, none: text("decisions.none"),
                [
                    .init(text("decisions.column.decision")) { $0.decision.text },
                    .init(text("decisions.column.title")) { $0.title ?? "" },
                    .init(text("decisions.column.state")) { text.label(.decisionState, $0.state) },
                    .init(text("decisions.column.adopted")) {
                        $0.adoption?.on?.description ?? ""
                    },
                    .init(text("decisions.column.grounds"), .trailing) {
                        $0.groundsFault == nil ? text.number($0.openGrounds) : unknown
                    },
                    .init(text("decisions.column.lifelong")) {
                        $0.triggerFault == nil
                            ? text($0.trigger == nil ? "decisions.no" : "decisions.yes") : unknown
                    },
                ])
            let hasUnknown = reply.decisions.rows.contains {
                $0.groundsFault != nil || $0.triggerFault != nil
            }
            return hasUnknown ? decisions + sheet.folded(text("decisions.unjudged")) : decisions
        },
        Choice(
            DecisionGrounds.self,
            listHelp([
                "": "help.decision.grounds", "all": "help.decision.grounds.all",
                "limit": "help.decision.grounds.limit",
            ])
        ) { asked, reply, sheet in
            let text = sheet.text
            let listed = reply.grounds.rows
            let more = sheet.more(
                reply.grounds.more, reply.grounds.next, saying: "grounds.more")
            let grounds = sheet.register(
                listed,
                none: sheet.none(
                    reply.grounds.more, after: asked.window.after, text("grounds.none")),
                [
                    .init(text("grounds.column.decision")) { $0.decision.text },
                    .init(text("grounds.column.adopted")) { $0.adoptedOn?.description ?? "" },
                    .init(text("grounds.column.ground")) { $0.ground.ground },
                    .init(text("grounds.column.body")) { $0.ground.body.edition },
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
            // Where nobody could look, nothing is said of what is there.
            let unjudged = reply.unjudged.map {
                sheet.folded(
                    text(
                        "grounds.unjudged",
                        ["decision": $0.decision.text, "reason": text.sentence(of: $0.fault)]))
            }.joined()
            if listed.isEmpty { return (reply.unjudged.isEmpty ? grounds : unjudged) + more }
            return sheet.folded(text("dossier.onlySuspected")) + grounds
                + bodies(listed.map(\.ground.body), sheet) + unjudged + more
        },
        Choice(
            DecisionResponsible.self,
            ["": "help.decision.responsible", "decision": "help.decision.id"],
            nothing: { asked, text, _ in noDecision(asked.decision, text) }
        ) { _, reply, sheet in
            BackTraceRenderer(sheet: sheet, names: reply.names).page(reply.about)
        },
    ]

    /// Whose grounds they are, each body once, in the order in which the table names them.
    private static func bodies(_ bodies: [BodyName], _ sheet: Sheet) -> String {
        var seen: Set<BodyName> = []
        return bodies.filter { seen.insert($0).inserted }
            .map { sheet.folded(sheet.text.called($0)) }.joined()
    }

    private static func noDecision(_ decision: DecisionID, _ text: Text) -> String {
        text("decision.nothing", ["decision": decision.text])
    }
}
