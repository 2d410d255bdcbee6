import Application
import Chain
import Registry
import Vocabulary
import Wording

/// `stele import`: takes a delivery of CSV files in through a mapping.
struct Import: Directive {
    static let spoken = "import"
    static let about: String? = "directory"
    static let help = [
        "": "help.import",
        "directory": "help.import.directory",
        "dryRun": "help.import.dryRun",
        "mapping": "help.import.mapping",
        "report": "help.import.report",
    ]
    let mapping: String
    let report: String?
    let dryRun: Bool
    let directory: String

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        mapping = try fields.given("mapping", \.mapping)
        report = try fields.given("report", \.report)
        dryRun = try fields.given("dryRun", \.dryRun, or: false)
        directory = try fields.given("directory", \.directory)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let mapping = try Mapping(
            parsing: SmallFile.read(mapping, program.text), for: program.duties)
        let access = try program.access(typed)
        let ledger = try dryRun ? access.reading() : access.writing(as: "stele import")
        let report = try report.map { path throws(ReportFault) in try ImportReport(path: path) }
        let runner = try ImportRunner(
            ledger, mapping: mapping, directory: directory, report: report,
            words: program.text.choose)
        let bar = ProgressBar(program, label: program.text("progress.import"), unit: .rows)
        defer { bar.finish() }
        let summary = try runner.run(dryRun: dryRun) { progress in
            bar.show(done: progress.done, total: progress.total, counted: progress.rows)
        }
        bar.finish()
        if !dryRun {
            let following = ProgressBar(
                program, label: program.text("progress.views"), unit: .entries)
            defer { following.finish() }
            try ledger.followViews(cores: program.cores) { following.show(done: $0, total: $1) }
        }
        if typed.wantsJSON {
            program.out.json(json(summary), of: try ledger.standing())
        } else {
            say(summary, in: program)
        }
        return summary.totals[.refused] == 0 ? .sound : .dataRefused
    }

    private func say(_ summary: ImportSummary, in program: Program) {
        let text = program.text
        let values = [
            "rows": text.number(summary.totals.rows), "events": text.number(summary.events),
            "corrected": text.number(summary.totals[.corrected]),
            "alreadyThere": text.number(summary.totals[.already]),
        ]
        program.out.line(dryRun ? text("import.wouldDo", values) : text("import.done", values))
        guard summary.totals[.refused] > 0 else { return }
        let refused = text.number(summary.totals[.refused])
        program.out.line(
            report.map { text("import.refusedIn", ["refused": refused, "report": harmless($0)]) }
                ?? text("import.refused", ["refused": refused]))
    }

    /// One object: `rows`, `imported`, `corrected`, `already`, `refused` (rows), `events` (entries
    /// appended), `dryRun`, and `files[]` with the same counts under `file`.
    private func json(_ summary: ImportSummary) -> CanonicalObject {
        var object = counts(summary.totals)
        object.set("dryRun", dryRun)
        object.set("events", summary.events)
        object.set(
            "files",
            summary.files.map { file, totals in
                var one = counts(totals)
                one.set("file", file)
                return one
            })
        return object
    }

    private func counts(_ totals: ImportTotals) -> CanonicalObject {
        var object = CanonicalObject()
        for outcome in RowOutcome.allCases { object.set(outcome.rawValue, totals[outcome]) }
        object.set("rows", totals.rows)
        return object
    }
}
