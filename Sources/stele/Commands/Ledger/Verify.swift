import ArgumentParser
import Chain
import Registry
import Vocabulary
import Wording

/// `stele verify`: recomputes everything, against any number of checkpoints kept elsewhere.
struct Verify: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.verify"))
    }

    @OptionGroup var options: LedgerOptions

    @Option(name: .customLong("checkpoint"), help: help("help.verify.checkpoint"))
    var checkpoints: [String] = []

    @Option(help: help("help.verify.cores"))
    var cores: Int?

    func run(in program: Program) async throws -> ExitStatus {
        let kept = try checkpoints.map { path in
            OutsideCheckpoint(name: path, note: try SmallFile.read(path, program.text))
        }
        // Not as a ledger: one whose first entry is damaged is still looked at.
        let store = try options.ledger(in: program).store()
        let bar = ProgressBar(program, label: program.text("progress.verify"), unit: .entries)
        defer { bar.finish() }
        let verifier = LedgerVerifier(
            store, cores: cores ?? program.cores)
        let found = try verifier.verify(against: kept) { bar.show(done: $0, total: $1) }
        bar.finish()
        if options.json {
            program.out.json(VerificationRenderer.json(found))
        } else {
            let renderer = VerificationRenderer(
                text: program.text, paint: Paint(program.out.terminal))
            program.out.write(renderer.page(found, hasOutsideCheckpoint: !kept.isEmpty))
        }
        return found.isSound ? .sound : .damaged
    }
}
