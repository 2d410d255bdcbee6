import Application
import Law
import Records
import Registry
import Vocabulary
import Wording

/// What is asked of objections (异议) and of repairs (信用修复).
extension Choice {
    static let ofObjections = [
        Choice(
            ObjectionShow.self,
            ["": "help.objection.show", "objection": "help.objection.id"],
            nothing: { asked, text, _ in
                text("objection.nothing", ["objection": asked.objection.text])
            }
        ) { _, reply, sheet in
            ObjectionRenderer(sheet: sheet, names: reply.names).page(reply.about)
        },
        Choice(
            ObjectionList.self,
            listHelp([
                "": "help.objection.list", "record": "help.objection.list.record",
                "state": "help.objection.list.state", "open": "help.objection.list.open",
            ])
        ) { asked, reply, sheet in
            let text = sheet.text
            return sheet.register(
                reply.objections, after: asked.window.after,
                none: text(asked.isEveryObjection ? "objection.none" : "objection.noneSuch"),
                [
                    .init(text("objection.column.objection")) { $0.objection.text },
                    .init(text("objection.column.record")) { $0.course.record.text },
                    .init(text("objection.column.subject")) { $0.course.subject?.text ?? "" },
                    .init(text("objection.column.state")) {
                        text.label(.objectionState, $0.course.state)
                    },
                    .init(text("objection.column.filed")) { text.day($0.course.filing.on) },
                    .init(text("objection.column.due")) { view in
                        view.pending.map { ClockWording(text: text).state($0) } ?? ""
                    },
                ])
        },
        Choice(
            RepairShow.self, ["": "help.repair.show", "repair": "help.repair.id"],
            nothing: { asked, text, _ in text("repair.nothing", ["repair": asked.repair.text]) }
        ) { _, reply, sheet in
            RepairRenderer(sheet: sheet, names: reply.names).page(reply.about)
        },
        Choice(
            RepairList.self,
            listHelp([
                "": "help.repair.list", "record": "help.repair.list.record",
                "state": "help.repair.list.state", "open": "help.repair.list.open",
            ])
        ) { asked, reply, sheet in
            let text = sheet.text
            return sheet.register(
                reply.repairs, after: asked.window.after,
                none: text(asked.isEveryRepair ? "repair.none" : "repair.noneSuch"),
                [
                    .init(text("repair.column.repair")) { $0.repair.text },
                    .init(text("repair.column.record")) { $0.course.record.text },
                    .init(text("repair.column.subject")) { $0.course.subject?.text ?? "" },
                    .init(text("repair.column.state")) {
                        text.label(.repairState, $0.course.state)
                    },
                    .init(text("repair.column.applied")) { text.day($0.course.application.on) },
                    .init(text("repair.column.due")) { view in
                        view.pending.map { ClockWording(text: text).state($0) } ?? ""
                    },
                ])
        },
    ]
}
