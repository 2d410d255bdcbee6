import Application
import Chain
import Law
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
        "template": "help.import.template", "encoding": "help.import.encoding",
        "actor": "field.actor", "unit": "field.recorderUnit", "approver": "help.import.approver",
    ]
    let mapping: String?
    let template: TemplateNoun?
    let report: String?
    let dryRun: Bool
    /// Of a table that was filled in, the file.
    let directory: String
    let encoding: TableEncoding?
    let actor: String?
    let unit: String?
    let approver: String?
    let now: String?

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        mapping = try fields.given("mapping", \.mapping)
        template = try fields.given("template", \.template)
        try fields.require("mapping", unless: mapping != nil || template != nil)
        report = try fields.given("report", \.report)
        dryRun = try fields.given("dryRun", \.dryRun, or: false)
        directory = try fields.given("directory", \.directory)
        encoding = try fields.given("encoding", \.encoding)
        actor = try fields.given("actor", \.actor)
        unit = try fields.given("unit", \.unit)
        approver = try fields.given("approver", \.approver)
        now = try fields.given("now", \.now)
    }

    /// A mapping says by whom it is imported; of a table that was filled in, whoever imports it does.
    private func check(_ text: Text) throws(Failure) {
        if mapping != nil && template != nil {
            throw Failure(status: .usage, message: text("import.templateOrMapping"))
        }
        let signed = [("--actor", actor), ("--unit", unit), ("--approver", approver)]
        if template == nil, let what = signed.first(where: { $0.1 != nil })?.0 {
            throw Failure(
                status: .usage, message: text("import.templateOnly", ["what": what]))
        }
    }

    private func read(_ typed: Typed, in program: Program) throws -> Mapping {
        guard let template else {
            return try Mapping(
                parsing: SmallFile.readDocument(mapping ?? "", program.text),
                for: program.duties)
        }
        try Signature(typed, unit: "unit", in: program.environment).checkNamed()
        return try ImportTemplate(template, for: program.duties).mapping
    }

    /// Who signs what was filled in, as they are registered.
    private func signed(
        _ mapping: Mapping, _ typed: Typed, _ ledger: Ledger, in program: Program
    ) throws -> Mapping {
        if !mapping.isTyped { return mapping }
        let application = Application(ledger)
        let signature = Signature(typed, unit: "unit", in: program.environment)
        guard
            let signed = try application.signed(
                mapping, by: signature.actor(application), of: signature.recorderUnit(),
                approver: signature.approver(application))
        else { throw Refusal.nobodyActs }
        return signed
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        try check(program.text)
        let read = try read(typed, in: program)
        let now = try typed.now(in: program.text)
        let access = try program.access(typed)
        let ledger =
            try dryRun ? access.reading(at: now) : access.writing(as: "stele import", at: now)
        let mapping = try signed(read, typed, ledger, in: program)
        let report = try report.map { try ImportReport(path: access.output($0)) }
        let words = { @Sendable (reason: any Explained) in program.text.sentence(of: reason) }
        let runner =
            try template == nil
            ? ImportRunner(
                ledger, mapping: mapping, directory: directory, encoding: encoding?.read,
                report: report, words: words)
            : ImportRunner(
                ledger, mapping: mapping, file: directory, encoding: encoding?.read,
                report: report, words: words)
        let first = try ledger.size()
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
        let marks =
            try mapping.isTyped && !dryRun ? ledger.marks(broughtBy: first..<ledger.size()) : []
        try program.tell(typed, of: ledger) {
            write(summary, to: &$0)
        } lines: {
            lines(summary, in: program.text)
                + marks.map { program.text.mark($0, as: "record.mark") }
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
        if summary.totals[.skipped] > 0 {
            let skipped = text.number(summary.totals[.skipped])
            lines.append(text("import.skipped", ["skipped": skipped]))
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
