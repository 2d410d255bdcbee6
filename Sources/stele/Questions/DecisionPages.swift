import Application
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

extension DecisionShow: Asked {
    static let help = ["": "help.decision.show", "decision": "help.decision.id"]

    func page(_ reply: DossierAnswer, in program: Program) -> String {
        DossierRenderer(
            text: program.text, paint: Paint(program.out.terminal),
            columns: program.out.terminal.columns, names: reply.names
        ).page(reply.dossier)
    }

    func nothing(in application: Application, _ text: Text) -> String {
        text("decision.nothing", ["decision": decision.text])
    }
}

extension DecisionResponsible: Asked {
    static let help = ["": "help.decision.responsible", "decision": "help.decision.id"]

    func page(_ reply: BackTraceAnswer, in program: Program) -> String {
        BackTraceRenderer(
            text: program.text, paint: Paint(program.out.terminal),
            columns: program.out.terminal.columns, names: reply.names
        ).page(reply.trace)
    }

    func nothing(in application: Application, _ text: Text) -> String {
        text("decision.nothing", ["decision": decision.text])
    }
}

extension DecisionList: Asked {
    static let help = ["": "help.decision.list"]

    func page(_ reply: DecisionsAnswer, in program: Program) -> String {
        let text = program.text
        guard !reply.decisions.isEmpty else { return text("decisions.none") + "\n" }
        var table = Table(columns: [
            .init(text("decisions.column.decision")), .init(text("decisions.column.title")),
            .init(text("decisions.column.state")), .init(text("decisions.column.adopted")),
            .init(text("decisions.column.grounds"), alignment: .trailing),
            .init(text("decisions.column.lifelong")),
        ])
        for dossier in reply.decisions {
            table.add([
                dossier.decision.text, dossier.title ?? "",
                text.label(.decisionState, dossier.state),
                dossier.adoption?.on.map { "\($0)" } ?? "", text.number(dossier.openGrounds),
                text(dossier.trigger == nil ? "decisions.no" : "decisions.yes"),
            ])
        }
        return table.rendered(with: Paint(program.out.terminal))
    }
}

extension DecisionGrounds: Asked {
    static let help = ["": "help.decision.grounds", "all": "help.decision.grounds.all"]

    func page(_ reply: GroundsAnswer, in program: Program) -> String {
        let text = program.text
        guard !reply.grounds.isEmpty else { return text("grounds.none") + "\n" }
        var table = Table(columns: [
            .init(text("grounds.column.decision")), .init(text("grounds.column.adopted")),
            .init(text("grounds.column.ground")), .init(text("grounds.column.words")),
            .init(text("grounds.column.state")), .init(text("grounds.column.evidence")),
        ])
        for one in reply.grounds {
            table.add([
                one.decision.text, one.adoptedOn.map { "\($0)" } ?? "", one.ground.ground,
                text.choose(one.ground.chinese, one.ground.english),
                text.label(.groundState, one.ground.state),
                one.ground.evidence.map { "#\($0)" }.joined(separator: " "),
            ])
        }
        return text("dossier.onlySuspected") + "\n"
            + table.rendered(with: Paint(program.out.terminal))
    }
}
