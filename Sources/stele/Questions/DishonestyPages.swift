import Application
import Law
import Records
import Registry
import Vocabulary
import Wording

/// What is asked of records of dishonesty (政务失信记录).
extension Choice {
    static let ofDishonesty = [
        Choice(
            DishonestyShow.self,
            ["": "help.dishonesty.show", "record": "help.dishonesty.record"],
            nothing: { asked, text, _ in
                text("dishonesty.nothing", ["record": asked.record.text])
            }
        ) { _, reply, sheet in
            DishonestyRenderer(sheet: sheet, names: reply.names).page(reply.about)
        },
        Choice(
            DishonestyList.self,
            listHelp([
                "": "help.dishonesty.list", "subject": "help.dishonesty.list.subject",
                "unit": "help.dishonesty.list.unit", "state": "help.dishonesty.list.state",
            ])
        ) { asked, reply, sheet in
            let text = sheet.text
            return sheet.register(
                reply.records, after: asked.window.after,
                none: text(asked.isEveryRecord ? "dishonesty.none" : "dishonesty.noneSuch"),
                [
                    .init(text("dishonesty.column.record")) { $0.record.text },
                    .init(text("dishonesty.column.subject")) { $0.subject.text },
                    .init(text("dishonesty.column.document")) {
                        $0.document.map { harmless($0.fact.number) }
                            ?? $0.course.proposal.fact.instrument.text
                    },
                    .init(text("dishonesty.column.state")) {
                        text.label(.dishonestyState, $0.state)
                    },
                    .init(text("dishonesty.column.until")) { view in
                        view.shownUntil.map { "\($0)" } ?? view.continuing?.fact.number ?? ""
                    },
                ])
        },
    ]
}
