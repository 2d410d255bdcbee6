import Application
import Law
import Records
import Registry
import Vocabulary
import Wording

/// What is asked of appeals (复审、复核、申诉) and of deadlines (期限).
extension Choice {
    static let ofClocks = [
        Choice(
            AppealShow.self, ["": "help.appeal.show", "appeal": "help.appeal.id"],
            nothing: { asked, text, _ in text("appeal.nothing", ["appeal": asked.appeal.text]) }
        ) { _, reply, sheet in AppealRenderer(sheet: sheet).page(reply) },
        Choice(
            AppealList.self,
            listHelp([
                "": "help.appeal.list", "open": "help.appeal.open", "person": "help.appeal.person",
            ])
        ) { asked, reply, sheet in
            let text = sheet.text
            return sheet.register(
                reply.appeals, after: asked.window.after,
                none: asked.isEveryAppeal ? text("appeals.none") : text("appeals.noneSuch"),
                [
                    .init(text("appeals.column.sanction")) { $0.sanction.text },
                    .init(text("appeals.column.person")) { $0.subject.text },
                    .init(text("appeals.column.measure")) { one in
                        one.measure.map { text.label(.measure, $0) }
                            ?? text.label(.appealState, AppealState.annulled)
                    },
                    .init(text("appeals.column.stage")) { one in
                        let last = one.stages.last
                        let title = last.map { text.choose($0.titleChinese, $0.titleEnglish) }
                        return [last?.appeal.text, title].compactMap(\.self)
                            .joined(separator: " ")
                    },
                    .init(text("appeals.column.state")) { one in
                        one.stages.last.map { text.label(.appealState, $0.state) } ?? ""
                    },
                    .init(text("appeals.column.due")) { one in
                        one.clocks.last { $0.isOpen }?.due?.description
                            ?? one.finalSince.map { text("appeal.final", ["day": "\($0)"]) } ?? ""
                    },
                ])
        },
        Choice(
            DeadlinesQuestion.self,
            listHelp([
                "": "help.deadlines", "after": "help.deadlines.after",
                "explain": "help.deadlines.explain", "overdue": "help.deadlines.overdue",
                "person": "help.deadlines.person", "unit": "help.deadlines.unit",
            ])
        ) { asked, reply, sheet in
            DeadlineRenderer(sheet: sheet).page(
                reply, explain: asked.explain, after: asked.window.after)
        },
    ]
}
