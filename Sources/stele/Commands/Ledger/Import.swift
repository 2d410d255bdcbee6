import Application
import Chain
import Registry
import Vocabulary
import Wording

/// `stele import`: takes a delivery of CSV files in through a mapping.
struct Import: Writing {
    static let spoken = "import"
    static let about: String? = "directory"
    static let help = [
        "": "help.import", "directory": "help.import.directory", "dryRun": "help.import.dryRun",
        "mapping": "help.import.mapping", "report": "help.import.report",
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
            parsing: SmallFile.readDocument(mapping, program.text), for: program.duties)
        let access = try program.access(typed)
        let ledger = try dryRun ? access.reading() : access.writing(as: "stele import")
        let report = try report.map { try ImportReport(path: access.output($0)) }
        let runner = try ImportRunner(
            ledger, mapping: mapping, directory: directory, report: report,
            words: { program.text.sentence(of: $0) })
        let summary = try program.showing(program.text("progress.import"), .rows) { bar in
            try ledger.namingDamage {
                try runner.run(dryRun: dryRun) { progress in
                    bar.show(done: progress.done, total: progress.total, counted: progress.rows)
                }
            }
        }
        if !dryRun {
            do {
                try program.showing(program.text("progress.views")) { bar in
                    try ledger.followViews(cores: program.cores) { bar.show(done: $0, total: $1) }
                }
            } catch {
                throw ImportBrokenOff(
                    error, rows: summary.totals.rows, entries: summary.events, isComplete: true)
                    ?? error
            }
        }
        try program.tell(typed, of: ledger) {
            write(summary, to: &$0)
        } lines: {
            lines(summary, in: program.text)
        }
        return summary.totals[.refused] == 0 ? .sound : .dataRefused
    }

    private func lines(_ summary: ImportSummary, in text: Text) -> [String] {
        let values = [
            "rows": text.number(summary.totals.rows), "events": text.number(summary.events),
            "corrected": text.number(summary.totals[.corrected]),
            "alreadyThere": text.number(summary.totals[.already]),
        ]
        let done = dryRun ? text("import.wouldDo", values) : text("import.done", values)
        var lines = [done]
        if summary.totals[.overtaken] > 0 {
            let overtaken = text.number(summary.totals[.overtaken])
            lines.append(text("import.overtaken", ["overtaken": overtaken]))
        }
        if !summary.missing.rows.isEmpty { lines.append(missing(summary.missing, in: text)) }
        guard summary.totals[.refused] > 0 else { return lines }
        let refused = text.number(summary.totals[.refused])
        lines.append(
            report.map { text("import.refusedIn", ["refused": refused, "report": harmless($0)]) }
                ?? text("import.refused", ["refused": refused]))
        return lines
    }

    private func missing(_ missing: MissingRows, in text: Text) -> String {
        let rows = text.number(missing.rows.count)
        let persons = text.number(missing.subjects.count)
        if let report {
            return text(
                "import.missingIn", ["rows": rows, "persons": persons, "report": harmless(report)])
        }
        let first = missing.rows.prefix(Self.shown).map { harmless("\($0.file) \($0.key)") }
            .joined(separator: text("list.comma"))
        return text(
            "import.missing",
            [
                "rows": rows, "persons": persons,
                "first": missing.rows.count > Self.shown ? first + "…" : first,
            ])
    }

    /// How many missing rows a page names.
    private static let shown = 5

    /// One object: `rows`, `imported`, `corrected`, `already`, `refused` (rows), `events` (entries
    /// appended), `dryRun`, and `files[]` with the same counts under `file` and `encoding`;
    /// `missingSubjects`: whom a whole delivery no longer names.
    private func write(_ summary: ImportSummary, to object: inout AnswerWriter) {
        write(summary.totals, to: &object)
        object.put("dryRun", dryRun)
        object.put("events", summary.events)
        object.list("files", summary.files) { one, inner in
            write(one.totals, to: &inner)
            inner.put("encoding", one.encoding.label)
            inner.put("file", one.file)
        }
        object.put("missingSubjects", summary.missing.subjects.map(\.text))
    }

    private func write(_ totals: ImportTotals, to object: inout AnswerWriter) {
        for outcome in RowOutcome.allCases { object.put(outcome.rawValue, totals[outcome]) }
        object.put("rows", totals.rows)
    }
}
