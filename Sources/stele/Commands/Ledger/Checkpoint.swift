import ArgumentParser
import Chain
import Registry
import Vocabulary
import Wording

/// `stele checkpoint`: recomputes the root from the lines, signs it, and prints the note that must
/// leave this machine.
struct CheckpointCommand: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "checkpoint", abstract: abstract("help.checkpoint"))
    }

    @OptionGroup var options: LedgerOptions

    @Option(help: help("help.checkpoint.key"))
    var key: String?

    func run(in program: Program) async throws -> ExitStatus {
        let access = try options.ledger(in: program)
        let ledger = try access.writing(as: "stele checkpoint")
        let bar = ProgressBar(program, label: program.text("progress.verify"), unit: .entries)
        defer { bar.finish() }
        let note = try ledger.checkpoint(
            signingWith: access.signingKey(key, for: ledger.identity), cores: program.cores
        ) { bar.show(done: $0, total: $1) }
        bar.finish()
        if options.json {
            var object = CanonicalObject()
            object.set("note", String(decoding: note, as: UTF8.self))
            program.out.json(object)
        } else {
            // Byte for byte what was signed, so that `> file` keeps a valid note; advice goes aside.
            program.out.write(note)
            program.error.line(program.text("checkpoint.keepElsewhere"))
        }
        return .sound
    }
}
