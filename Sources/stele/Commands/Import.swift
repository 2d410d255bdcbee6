import ArgumentParser
import Chain
import Registry

/// `stele import`: takes a delivery of CSV files in through a mapping.
struct Import: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.import"))
    }

    @OptionGroup var options: LedgerOptions

    @Option(help: help("help.import.mapping"))
    var mapping: String

    @Option(help: help("help.import.report"))
    var report: String?

    @Flag(help: help("help.import.dryRun"))
    var dryRun = false

    @Argument(help: help("help.import.directory"))
    var directory: String

    func run(in program: Program) async throws -> ExitStatus {
        let ledger = try Ledger.open(path: options.path(in: program), mode: dryRun ? .read : .write)
        let bar = ProgressBar(program, label: program.text("progress.import"), unit: .rows)
        let summary = try ledger.importDelivery(
            mapping: mapping, directory: directory, report: report, dryRun: dryRun,
            progress: { bar.show(done: $0.done, total: $0.total) })
        bar.finish()
        if options.json {
            var object = CanonicalObject()
            object.set("alreadyThere", summary.alreadyThere)
            object.set("corrected", summary.corrected)
            object.set("dryRun", dryRun)
            object.set("events", summary.events)
            object.set("refused", summary.refused)
            object.set("rows", summary.rows)
            program.out.json(object)
        } else {
            say(summary, in: program)
        }
        return summary.refused == 0 ? .sound : .dataRefused
    }

    private func say(_ summary: ImportSummary, in program: Program) {
        let text = program.text
        program.out.line(
            text(
                dryRun ? "import.wouldDo" : "import.done",
                [
                    "rows": text.number(summary.rows), "events": text.number(summary.events),
                    "corrected": text.number(summary.corrected),
                    "alreadyThere": text.number(summary.alreadyThere),
                ]))
        guard summary.refused > 0 else { return }
        let refused = text.number(summary.refused)
        program.out.line(
            report.map { text("import.refusedIn", ["refused": refused, "report": harmless($0)]) }
                ?? text("import.refused", ["refused": refused]))
    }
}
