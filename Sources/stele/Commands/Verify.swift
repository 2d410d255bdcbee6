import ArgumentParser
import Chain
import Registry

/// `stele verify`: recomputes everything, against any number of checkpoints kept elsewhere.
struct Verify: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.verify"))
    }

    @OptionGroup var options: LedgerOptions

    @Option(name: .customLong("checkpoint"), help: help("help.verify.checkpoint"))
    var checkpoints: [String] = []

    func run(in program: Program) async throws -> ExitStatus {
        let ledger = try Ledger.open(path: options.path(in: program), mode: .read)
        let bar = ProgressBar(program, label: program.text("progress.verify"), unit: .entries)
        let found = try ledger.verify(
            checkpoints: checkpoints, progress: { bar.show(done: $0.done, total: $0.total) })
        bar.finish()
        if options.json {
            program.out.json(VerificationRenderer.json(found))
        } else {
            let renderer = VerificationRenderer(
                text: program.text, paint: Paint(program.out.terminal))
            program.out.write(renderer.page(found))
        }
        return found.isSound ? .sound : .damaged
    }
}
