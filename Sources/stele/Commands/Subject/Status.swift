import ArgumentParser
import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele status`: what binds a subject today, or on another day.
struct Status: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.status"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Argument(help: help("help.trace.subject"))
    var subject: String

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        let id = try subjectID(subject, in: program)
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        guard let page = try ledger.page(of: id, asOf: asked.asOf, knownAt: asked.knownAt) else {
            throw Failure(
                status: .inputMissing,
                message: program.text("subject.nothing", ["subject": id.text]))
        }
        if options.json {
            program.out.json(StatusRenderer.json(page.status))
        } else {
            let renderer = StatusRenderer(
                text: program.text, paint: Paint(program.out.terminal),
                columns: program.out.terminal.columns)
            program.out.write(renderer.page(page.status, registration: page.registration))
        }
        return .sound
    }
}
