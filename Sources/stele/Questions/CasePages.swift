import Application
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

extension CaseShow: Asked {
    static let help = ["": "help.case.show", "file": "help.case.id"]

    func page(_ reply: CaseAnswer, in program: Program) -> String {
        CaseRenderer(
            text: program.text, paint: Paint(program.out.terminal),
            columns: program.out.terminal.columns, names: reply.names
        ).page(reply.view)
    }

    func nothing(in application: Application, _ text: Text) -> String {
        text("case.nothing", ["case": file.text])
    }
}

extension CaseList: Asked {
    static let help = ["": "help.case.list"]

    func page(_ reply: CasesAnswer, in program: Program) -> String {
        let text = program.text
        guard !reply.cases.isEmpty else { return text("cases.none") + "\n" }
        var table = Table(columns: [
            .init(text("cases.column.case")), .init(text("cases.column.state")),
            .init(text("cases.column.opened")),
            .init(text("cases.column.decision")),
            .init(text("cases.column.persons"), alignment: .trailing),
            .init(text("cases.column.sustained"), alignment: .trailing),
        ])
        for one in reply.cases {
            table.add([
                one.case.text, text.label(.caseState, one.state),
                one.openedOn.map { "\($0)" } ?? "", one.decision?.text ?? "",
                text.number(one.persons.count), text.number(one.sustained),
            ])
        }
        return table.rendered(with: Paint(program.out.terminal))
    }
}

extension SanctionShow: Asked {
    static let help = ["": "help.sanction.show", "sanction": "help.sanction.id"]

    func page(_ reply: SanctionAnswer, in program: Program) -> String {
        SanctionRenderer(
            text: program.text, paint: Paint(program.out.terminal),
            columns: program.out.terminal.columns, names: reply.names
        ).page(reply.row)
    }

    func nothing(in application: Application, _ text: Text) -> String {
        text("sanction.nothing", ["sanction": sanction.text])
    }
}

extension SanctionList: Asked {
    static let help = [
        "": "help.sanction.list", "person": "help.sanction.person", "unit": "help.sanction.unit",
    ]

    func page(_ reply: SanctionRegister, in program: Program) -> String {
        let text = program.text
        guard !reply.rows.isEmpty else { return text("sanctions.none") + "\n" }
        var table = Table(columns: [
            .init(text("sanctions.column.sanction")), .init(text("sanctions.column.person")),
            .init(text("sanctions.column.measure")), .init(text("sanctions.column.state")),
            .init(text("sanctions.column.since")), .init(text("sanctions.column.until")),
            .init(text("sanctions.column.remedy")), .init(text("sanctions.column.restoration")),
        ])
        for row in reply.rows {
            table.add([
                row.sanction.text, row.subject.text, text.label(.measure, row.life.measure),
                text.label(.sanctionState, row.state), "\(row.life.since)",
                row.life.lastDay.map { "\($0)" } ?? "",
                row.life.service.map { service in
                    [service.fact.route, service.fact.remedyUntil.map { "\($0)" }]
                        .compactMap { $0 }.joined(separator: " ")
                } ?? "", text.restoration(row.restoration),
            ])
        }
        return table.rendered(with: Paint(program.out.terminal))
    }
}
