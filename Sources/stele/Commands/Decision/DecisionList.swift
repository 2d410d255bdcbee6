import ArgumentParser
import Chain
import Records
import Registry

/// `stele decision list`: the decisions of the ledger.
struct DecisionList: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: abstract("help.decision.list"))
    }

    @OptionGroup var options: LedgerOptions

    func run(in program: Program) async throws -> ExitStatus {
        let ledger = try options.ledger(in: program).reading()
        let decisions = try ledger.tags(of: .decision)
        if options.json {
            var object = CanonicalObject()
            object.set(
                "decisions",
                decisions.map { decision in
                    var one = CanonicalObject()
                    one.set("decision", decision.tag.identifier)
                    one.set("entries", decision.entries)
                    return one
                })
            program.out.json(object)
            return .sound
        }
        guard !decisions.isEmpty else {
            program.out.line(program.text("decision.none"))
            return .sound
        }
        var table = Table(columns: [
            .init(program.text("decision.column.id")),
            .init(program.text("decision.column.entries"), alignment: .trailing),
        ])
        for decision in decisions {
            table.add([decision.tag.identifier, program.text.number(decision.entries)])
        }
        program.out.write(table.rendered(with: Paint(program.out.terminal)))
        return .sound
    }
}
