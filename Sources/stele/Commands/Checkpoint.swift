import ArgumentParser
import Chain
import Registry

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
        let ledger = try Ledger.open(path: options.path(in: program), mode: .write)
        let note = try ledger.checkpoint(key: key)
        if options.json {
            var object = CanonicalObject()
            object.set("note", note)
            program.out.json(object)
        } else {
            // Byte for byte what was signed, so that `> file` keeps a valid note; advice goes aside.
            program.out.write(note)
            program.error.line(program.text("checkpoint.keepElsewhere"))
        }
        return .sound
    }
}
