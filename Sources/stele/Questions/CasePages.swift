import Application
import Law
import Records
import Registry
import Vocabulary
import Wording

/// What is asked of cases (案件) and sanctions (处分).
extension Choice {
    static let ofCases = [
        Choice(
            CaseShow.self, ["": "help.case.show", "file": "help.case.id"],
            nothing: { asked, text, _ in text("case.nothing", ["case": asked.file.text]) }
        ) { _, reply, sheet in
            CaseRenderer(sheet: sheet, names: reply.names).page(reply.about)
        },
        Choice(
            CaseList.self,
            listHelp([
                "": "help.case.list", "open": "help.case.list.open",
                "unit": "help.case.list.unit", "person": "help.case.list.person",
                "year": "help.case.list.year", "stage": "help.case.list.stage",
                "olderThan": "help.case.list.olderThan",
            ])
        ) { asked, reply, sheet in
            let text = sheet.text
            let counts = reply.stages.map { one in
                text.label(.caseState, one.stage) + " " + text.number(one.count)
            }
            let total = text(
                "cases.total",
                [
                    "count": text.number(reply.cases.rows.count),
                    "stages": counts.joined(separator: text("list.comma")),
                ])
            return sheet.register(
                reply.cases, after: asked.window.after,
                // "None" is said of what was asked for (I12).
                none: asked.isEveryCase ? text("cases.none") : text("cases.noneSuch"),
                [
                    .init(text("cases.column.case")) { $0.case.text },
                    .init(text("cases.column.state")) { text.label(.caseState, $0.state) },
                    .init(text("cases.column.opened")) { $0.openedOn?.description ?? "" },
                    .init(text("cases.column.age"), .trailing) {
                        $0.ageDays.map { text.number($0) } ?? ""
                    },
                    .init(text("cases.column.decision")) { $0.decision?.text ?? "" },
                    .init(text("cases.column.persons"), .trailing) {
                        text.number($0.persons.count)
                    },
                    .init(text("cases.column.sustained"), .trailing) {
                        text.number($0.sustained)
                    },
                ]) + (reply.cases.rows.isEmpty ? "" : sheet.folded(total))
        },
        Choice(
            SanctionShow.self, ["": "help.sanction.show", "sanction": "help.sanction.id"],
            nothing: { asked, text, _ in
                text("sanction.nothing", ["sanction": asked.sanction.text])
            }
        ) { _, reply, sheet in
            SanctionRenderer(sheet: sheet, names: reply.names).page(
                reply.about.row, marks: reply.about.marks, elsewhere: reply.about.elsewhere)
        },
        Choice(
            SanctionList.self,
            listHelp([
                "": "help.sanction.list", "person": "help.sanction.person",
                "unit": "help.sanction.unit",
            ])
        ) { asked, reply, sheet in
            let text = sheet.text
            return sheet.register(
                Windowed(rows: reply.rows, more: reply.more, next: reply.next),
                after: asked.window.after,
                none: asked.isEverySanction ? text("sanctions.none") : text("sanctions.noneSuch"),
                [
                    .init(text("sanctions.column.sanction")) { $0.sanction.text },
                    .init(text("sanctions.column.person")) { $0.subject.text },
                    .init(text("sanctions.column.measure")) {
                        text.label(.measure, $0.life.measure)
                    },
                    .init(text("sanctions.column.state")) { text.state($0) },
                    .init(text("sanctions.column.since")) { row in
                        text.day(
                            row.life.since, isImputed: row.life.imposed.isImputed,
                            isUndated: row.life.isUndated, row.life.imposed.precision)
                    },
                    .init(text("sanctions.column.until")) { $0.life.lastDay?.description ?? "" },
                    .init(text("sanctions.column.remedy")) { row in
                        let served = row.life.service?.fact
                        return [served?.route, served?.remedyUntil?.description]
                            .compactMap(\.self).joined(separator: " ")
                    },
                    .init(text("sanctions.column.restoration")) {
                        text.restoration($0.restoration)
                    },
                ]) + sheet.hanging(reply.rows)
        },
    ]
}

extension Sheet {
    /// Below a register: the settings on which the last days in it hang.
    fileprivate func hanging(_ rows: [SanctionRow]) -> String {
        var met: Set<String> = []
        let settings = rows.flatMap(\.settings).filter { met.insert($0.code).inserted }
        if settings.isEmpty { return "" }
        let named = settings.map {
            text(
                "sanctions.hangOne",
                ["setting": $0.code, "confidence": text.label(.confidence, $0.confidence)])
        }
        let line = text("sanctions.hang", ["settings": named.joined(separator: text("list.comma"))])
        return Layout.wrap(line, to: max(24, columns)).joined(separator: "\n") + "\n"
    }
}
