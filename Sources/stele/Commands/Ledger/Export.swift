import ArgumentParser
import Chain
import Registry
import Vocabulary
import Wording

/// `stele export`: writes the bundle that two independent programs can verify.
struct Export: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.export"))
    }

    @OptionGroup var options: LedgerOptions

    @Option(help: help("help.export.to"))
    var to: String

    func run(in program: Program) async throws -> ExitStatus {
        let ledger = try options.ledger(in: program).reading()
        let bar = ProgressBar(program, label: program.text("progress.export"), unit: .entries)
        defer { bar.finish() }
        let done = try ledger.export(
            to: to, progress: { bar.show(done: $0, total: $1) })
        bar.finish()
        if options.json {
            var object = CanonicalObject()
            object.set("checkpoints", done.checkpoints)
            object.set("directory", to)
            object.set("entries", done.entries)
            program.out.json(object)
        } else {
            program.out.line(
                program.text(
                    "export.done",
                    [
                        "directory": harmless(to), "entries": program.text.number(done.entries),
                        "checkpoints": program.text.number(done.checkpoints),
                    ]))
        }
        return .sound
    }
}
