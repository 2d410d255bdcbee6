import ArgumentParser
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

/// `stele decision list`: the decisions of the ledger.
struct DecisionList: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: abstract("help.decision.list"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        let decisions = try ledger.decisions(asOf: asked.asOf, knownAt: asked.knownAt)
        if options.json {
            var object = CanonicalObject()
            object.set("decisions", decisions.map(Self.json))
            program.out.json(object)
            return .sound
        }
        guard !decisions.isEmpty else {
            program.out.line(program.text("decisions.none"))
            return .sound
        }
        var table = Table(columns: [
            .init(program.text("decisions.column.decision")),
            .init(program.text("decisions.column.title")),
            .init(program.text("decisions.column.state")),
            .init(program.text("decisions.column.adopted")),
            .init(program.text("decisions.column.grounds"), alignment: .trailing),
            .init(program.text("decisions.column.lifelong")),
        ])
        for dossier in decisions {
            table.add([
                dossier.decision.text, dossier.title ?? "",
                program.text.label(.decisionState, dossier.state),
                dossier.adoption?.on.map { "\($0)" } ?? "",
                program.text.number(dossier.openGrounds),
                program.text(dossier.trigger == nil ? "decisions.no" : "decisions.yes"),
            ])
        }
        program.out.write(table.rendered(with: Paint(program.out.terminal)))
        return .sound
    }

    private static func json(_ dossier: Dossier) -> CanonicalObject {
        var object = CanonicalObject()
        if let adopted = dossier.adoption?.on { object.set("adoptedOn", adopted.description) }
        object.set("decision", dossier.decision.text)
        object.set("lifelong", dossier.trigger != nil)
        object.set("openGrounds", dossier.openGrounds)
        object.set("state", dossier.state.rawValue)
        if let title = dossier.title { object.set("title", title) }
        return object
    }
}

extension Dossier {
    /// Suspected grounds that nobody has looked into yet.
    fileprivate var openGrounds: Int {
        grounds.count { $0.state == .open || $0.state == .due }
    }
}
