import ArgumentParser
import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele deadlines`: every statutory clock that runs, due soonest first.
struct Deadlines: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.deadlines"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Option(help: help("help.deadlines.unit"))
    var unit: String?

    @Option(help: help("help.deadlines.person"))
    var person: String?

    @Flag(help: help("help.deadlines.overdue"))
    var overdue = false

    @Flag(help: help("help.deadlines.explain"))
    var explain = false

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        var selection = DeadlineBoard.Selection(isOverdueOnly: overdue)
        if let unit { selection.unit = try subjectID(unit, in: program) }
        if let person { selection.person = try subjectID(person, in: program) }
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        if options.json {
            program.out.json(
                try ledger.deadlinesJSON(
                    asOf: asked.asOf, knownAt: asked.knownAt, selecting: selection))
            return .sound
        }
        let board = try ledger.deadlines(
            asOf: asked.asOf, knownAt: asked.knownAt, selecting: selection)
        program.out.write(
            DeadlineRenderer(text: program.text, paint: Paint(program.out.terminal))
                .page(board, explain: explain))
        return .sound
    }
}
