import ArgumentParser
import Chain
import Records
import Registry

/// `stele trace`: one subject's whole trail.
struct Trace: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.trace"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Argument(help: help("help.trace.subject"))
    var subject: String

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        let id = try subjectID(subject, in: program)
        let ledger = try Ledger.open(path: options.path(in: program), mode: .read)
        _ = (asked, id, ledger)
        return .sound
    }
}
