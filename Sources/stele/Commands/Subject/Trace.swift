import ArgumentParser
import Chain
import Records
import Registry
import Vocabulary
import Wording

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
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        guard let page = try ledger.page(of: id, asOf: asked.asOf, knownAt: asked.knownAt) else {
            throw Failure(
                status: .inputMissing,
                message: program.text("subject.nothing", ["subject": id.text]))
        }
        if options.json {
            program.out.json(
                TraceRenderer.json(
                    page.trail, status: page.status, registration: page.registration))
        } else {
            let renderer = TraceRenderer(
                text: program.text, paint: Paint(program.out.terminal),
                columns: program.out.terminal.columns,
                law: try ledger.law(knownAt: asked.knownAt))
            program.out.write(
                renderer.page(page.trail, status: page.status, registration: page.registration))
        }
        return .sound
    }
}
