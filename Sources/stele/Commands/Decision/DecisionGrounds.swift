import ArgumentParser
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

/// `stele decision grounds`: the suspected grounds waiting for somebody to look into them.
struct DecisionGrounds: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "grounds", abstract: abstract("help.decision.grounds"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Flag(help: help("help.decision.grounds.all"))
    var all = false

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        let queue = try ledger.grounds(asOf: asked.asOf, knownAt: asked.knownAt, all: all)
        if options.json {
            var object = CanonicalObject()
            object.set("grounds", queue.map(Self.json))
            program.out.json(object)
            return .sound
        }
        guard !queue.isEmpty else {
            program.out.line(program.text("grounds.none"))
            return .sound
        }
        program.out.line(program.text("dossier.onlySuspected"))
        var table = Table(columns: [
            .init(program.text("grounds.column.decision")),
            .init(program.text("grounds.column.adopted")),
            .init(program.text("grounds.column.ground")),
            .init(program.text("grounds.column.words")),
            .init(program.text("grounds.column.state")),
            .init(program.text("grounds.column.evidence")),
        ])
        for one in queue {
            let words =
                program.text.language == .chinese ? one.ground.chinese : one.ground.english
            table.add([
                one.decision.text, one.adoptedOn.map { "\($0)" } ?? "", one.ground.ground, words,
                program.text.label(.groundState, one.ground.state),
                one.ground.evidence.map { "#\($0)" }.joined(separator: " "),
            ])
        }
        program.out.write(table.rendered(with: Paint(program.out.terminal)))
        return .sound
    }

    private static func json(_ one: QueuedGround) -> CanonicalObject {
        var fields = JSONFields()
        one.ground.write(to: &fields)
        if let adopted = one.adoptedOn { fields.put("adoptedOn", adopted.description) }
        fields.put("decision", one.decision.text)
        if let title = one.title { fields.put("title", title) }
        return fields.object
    }
}
