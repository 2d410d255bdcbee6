public import Law
import Records
import Store
import Vocabulary

/// Takes a delivery in: every row ends as events, as a refusal with its reason, or as already there.
///
/// Rows are decided in batches, one durable transaction a batch, each row whole or not at all. The
/// same transaction records which row its entries came from, so an import that was killed goes on
/// where it stopped when it is started again, and nothing is doubled (I4, I10).
public final class ImportRunner {
    /// How far an import has come. Units: bytes of the delivered files.
    public struct Progress: Sendable {
        public let done: Int
        public let total: Int
        /// The file being read.
        public let file: String
        /// Rows so far.
        public let rows: Int
    }

    /// The words for a reason, in the reader's language.
    public typealias Words = (any Explained) -> String

    /// Rows in one durable transaction.
    static let batchRows = 1_000

    private let ledger: Ledger
    let mapping: Mapping
    private let files: [CheckedFile]
    private let report: ImportReport?
    let words: Words
    private var events = 0
    private var bytesBefore = 0
    private var rows = 0
    private var byFile: [(file: String, encoding: TextEncoding, totals: ImportTotals)] = []
    private var census = KeyCensus()
    /// Read when a row of the file first asks who is called so.
    private var called: CalledSubjects?
    private var roll: DeliveryRoll?
    /// Of a table that was filled in: on which line each row stands that was taken, by its key.
    private(set) var lines: [String: Int] = [:]

    /// Checks the whole delivery, so that a fault in any file leaves the ledger as it is.
    ///
    /// - Parameter encoding: Of every file for which the mapping does not fix one; nil: found out.
    /// - Throws: ``DeliveryFault``.
    public convenience init(
        _ ledger: Ledger, mapping: Mapping, directory: String, encoding: TextEncoding? = nil,
        report: ImportReport?, words: @escaping Words
    ) throws(DeliveryFault) {
        var files: [CheckedFile] = []
        for file in mapping.files where try !CheckedFile.isLeftOut(file, in: directory) {
            files.append(try CheckedFile(file, in: directory, encoding: encoding))
        }
        self.init(ledger, mapping: mapping, files: files, report: report, words: words)
    }

    /// The same for the one file of a mapping, whatever it is called.
    public convenience init(
        _ ledger: Ledger, mapping: Mapping, file path: String, encoding: TextEncoding? = nil,
        report: ImportReport?, words: @escaping Words
    ) throws(DeliveryFault) {
        precondition(mapping.files.count == 1, "a template is one file")
        let file = try CheckedFile(mapping.files[0], at: path, encoding: encoding)
        self.init(ledger, mapping: mapping, files: [file], report: report, words: words)
    }

    private init(
        _ ledger: Ledger, mapping: Mapping, files: [CheckedFile], report: ImportReport?,
        words: @escaping Words
    ) {
        self.ledger = ledger
        self.mapping = mapping
        self.report = report
        self.words = words
        self.files = files
        roll = mapping.isWhole ? DeliveryRoll() : nil
    }

    /// Imports everything, or, in a dry run, decides everything and keeps nothing; the ledger may
    /// then be open for reading only.
    public func run(dryRun: Bool, progress: (Progress) -> Void) throws -> ImportSummary {
        try ledger.proveDeliveredRows()
        var missing = MissingRows()
        if dryRun {
            try ledger.rehearse { transaction in
                missing = try importAll(progress) { body in try body(transaction) }
            }
            try report?.finish()
        } else {
            var isComplete = false
            do {
                missing = try importAll(progress) { body in try ledger.transact(body) }
                isComplete = true
                try report?.finish()
            } catch {
                throw ImportBrokenOff(
                    error, rows: rows, entries: events, isComplete: isComplete) ?? error
            }
        }
        var summary = ImportSummary(files: byFile, events: events, missing: missing)
        for file in byFile { summary.totals.add(file.totals) }
        return summary
    }

    private typealias InTransaction = (_ body: (LedgerTransaction) throws -> Void) throws -> Void

    private func importAll(
        _ progress: (Progress) -> Void, _ transact: InTransaction
    ) throws -> MissingRows {
        for file in files {
            census = try KeyCensus(file)
            lines = [:]
            called = nil
            try importFile(file, progress, transact)
            bytesBefore += file.size
            roll?.close(file.mapping.name, census)
        }
        guard let roll else { return MissingRows() }
        var missing = MissingRows()
        try transact { transaction in
            missing = try roll.missing(of: mapping.delivery, in: transaction)
        }
        for row in missing.rows {
            if let index = byFile.firstIndex(where: { $0.file == row.file }) {
                byFile[index].totals.count(.missing)
            }
            try report?.write(file: row.file, line: nil, key: row.key, outcome: .missing)
        }
        return missing
    }

    private func importFile(
        _ file: CheckedFile, _ progress: (Progress) -> Void, _ transact: InTransaction
    ) throws {
        let delivered = try file.rows()
        byFile.append((file.mapping.name, file.encoding, ImportTotals()))
        report?.name(file.encoding, of: file.mapping.name)
        var isDone = false
        while !isDone {
            // Read outside the transaction: a fault of the file must not look like one of the store.
            var batch: [MappedStep] = []
            while batch.count < Self.batchRows {
                let step = try delivered.next()
                if case .end = step {
                    isDone = true
                    break
                }
                batch.append(step)
            }
            var outcomes: [Outcome] = []
            var appended = 0
            try transact { transaction in
                let first = transaction.nextPosition
                for step in batch {
                    if let outcome = try take(step, in: transaction) { outcomes.append(outcome) }
                }
                try transaction.flush()
                appended = transaction.nextPosition - first
            }
            try settle(outcomes, appended: appended, of: file)
            progress(
                Progress(
                    done: bytesBefore + delivered.bytesRead, total: totalBytes,
                    file: file.mapping.name, rows: rows))
        }
    }

    private var totalBytes: Int { files.reduce(0) { $0 + $1.size } }

    // MARK: One row

    private func take(
        _ step: MappedStep, in transaction: LedgerTransaction
    ) throws -> Outcome? {
        switch step {
        case .end: return nil
        case .fault(let fault, let key): return refused(fault, key)
        case .skipped(let line): return Outcome(line: line, key: nil, outcome: .skipped)
        case .row(let row):
            roll?.take(row)
            if let lines = census.contested[ExactText(row.key)] {
                switch repeats(in: row.file) {
                case .refuse:
                    let others = lines.filter { $0 != row.line }
                    return refused(
                        RowFault(
                            file: row.file, line: row.line, column: nil,
                            reason: .keyTwice(lines: others), isFilledIn: mapping.isTyped),
                        row.key)
                case .last where row.line != lines.last:
                    return Outcome(line: row.line, key: row.key, outcome: .overtaken)
                case .last: break
                }
            }
            guard let latest = try spans(of: row, in: transaction).last else {
                return try add(row, in: transaction)
            }
            if try transaction.deliveredRow(at: latest.position) == row.raw {
                return Outcome(line: row.line, key: row.key, outcome: .already)
            }
            return try correct(row, in: transaction)
        }
    }

    private func repeats(in file: String) -> FileMapping.Repeats {
        mapping.files.first { $0.name == file }?.repeats ?? .refuse
    }

    /// A row the ledger does not know yet.
    private func add(_ row: MappedRow, in transaction: LedgerTransaction) throws -> Outcome {
        do {
            try stage(row, in: transaction)
        } catch let refusal as Refusal {
            transaction.discard()
            return refused(row, refusal)
        } catch let reason as RowFault.Reason {
            transaction.discard()
            return refused(
                RowFault(file: row.file, line: row.line, column: nil, reason: reason), row.key)
        }
        let positions = transaction.keep(by: recorder, origin: origin(of: row))
        if mapping.isTyped { lines[row.key] = row.line }
        return Outcome(
            line: row.line, key: row.key, outcome: positions.isEmpty ? .already : .imported,
            reason: note(on: row))
    }

    /// Decides the commands of a row one after the other, each over what the others gave.
    @discardableResult
    private func stage(_ row: MappedRow, in transaction: LedgerTransaction) throws -> [Draft] {
        try row.commands.flatMap { command in
            let drafts = try decide(command, in: transaction)
            for draft in drafts { transaction.stage(draft, by: recorder) }
            return drafts
        }
    }

    private func decide(
        _ mapped: MappedCommand, in transaction: LedgerTransaction
    ) throws -> [Draft] {
        var mapped = mapped
        try mapped.ask { question in
            switch question.fact {
            case .case(let fact): return transaction.past.answer(fact, of: question.of)
            case .called(let kind):
                let known = try called ?? CalledSubjects(transaction)
                called = known
                return try known.one(kind, called: question.of).text
            }
        }
        let command = try Command(name: mapped.name, reader: mapped.fields, in: ledger.duties)
        guard mapping.isTyped else {
            return try transaction.decide(command.delivered(by: mapping.actor, of: mapping.unit))
        }
        try checkRegistered(command, in: transaction)
        try transaction.checkDay(of: command)
        return try transaction.decide(
            command.signed(
                by: mapping.actor, of: mapping.unit, approvedBy: mapping.approver))
    }

    private var recorder: LedgerTransaction.Recorder {
        .init(
            actor: mapping.actor.text, unit: mapping.unit.text,
            approver: mapping.approver?.text, basis: mapping.basis)
    }

    private func origin(of row: MappedRow) -> DeliveredRow {
        DeliveredRow(
            delivery: mapping.delivery, file: row.file, key: row.key, line: row.line,
            raw: String(decoding: row.raw, as: UTF8.self))
    }

    private func spans(
        of row: MappedRow, in transaction: LedgerTransaction
    ) throws -> [SourceSpan] {
        try transaction.spans(delivery: mapping.delivery, file: row.file, key: row.key)
    }

    // MARK: Corrections

    /// A row that says something else than before: typed corrections, never edits.
    ///
    /// It is decided as if its earlier entries had never been. What then comes out differently
    /// supersedes the entry it corrects; what no longer comes out is withdrawn; what is new is
    /// added; what is the same stays. Where all of it is the same, the row's new text is kept.
    private func correct(
        _ row: MappedRow, in transaction: LedgerTransaction
    ) throws -> Outcome {
        let spans = try spans(of: row, in: transaction)
        let standing = try transaction.standing(spans)
        transaction.past.hide(standing.map(\.position))
        let decided: [Draft]
        do {
            decided = try stage(row, in: transaction)
        } catch let refusal as Refusal {
            transaction.discard()
            return refused(row, refusal)
        } catch let reason as RowFault.Reason {
            transaction.discard()
            return refused(
                RowFault(file: row.file, line: row.line, column: nil, reason: reason), row.key)
        }
        transaction.discard()
        let correction: RowCorrection
        do throws(Refusal) {
            correction = try RowCorrection(standing, decided) { old, draft throws(Refusal) in
                try transaction.checkRedelivery(of: old, as: &draft, by: mapping)
            }
        } catch {
            return refused(row, error)
        }
        if correction.drafts.isEmpty { return try restate(row, standing, spans, in: transaction) }
        if let refusal = try destruction(of: spans, in: transaction) {
            return refused(row, refusal)
        }
        for draft in correction.drafts { transaction.stage(draft, by: recorder) }
        let positions = transaction.keep(by: recorder, origin: origin(of: row))
        return Outcome(
            line: row.line, key: row.key, outcome: positions.isEmpty ? .already : .corrected,
            reason: note(on: row))
    }

    /// Why no entry may carry the row's text any more: it was destroyed by law, and would come back with
    /// whatever the row corrects. That is corrected by hand.
    private func destruction(
        of spans: [SourceSpan], in transaction: LedgerTransaction
    ) throws -> Refusal? {
        for span in spans {
            let text = try transaction.opener.open(SourceRow.path, at: span.position)
            if case .destroyed(_, _, let by) = text {
                return .destruction(.destroyedAlready(span.position, by: by))
            }
        }
        return nil
    }

    /// Keeps the new text of a row that changes nothing of what it became: it is known again the next
    /// time. A text that was destroyed by law does not come back.
    private func restate(
        _ row: MappedRow, _ standing: [RecordedEvent], _ spans: [SourceSpan],
        in transaction: LedgerTransaction
    ) throws -> Outcome {
        let isKept = try spans.allSatisfy {
            try transaction.deliveredRow(at: $0.position) != nil
        }
        if isKept, let first = standing.first {
            let fact = RowRestated(of: first.position, tags: first.tags)
            transaction.stage(Circumstances().draft(fact, under: RowRestated.rule), by: recorder)
            transaction.keep(by: recorder, origin: origin(of: row))
        }
        return Outcome(line: row.line, key: row.key, outcome: .already)
    }

    // MARK: Telling

    /// Counts and reports what is durable now.
    private func settle(_ outcomes: [Outcome], appended: Int, of file: CheckedFile) throws {
        rows += outcomes.count
        events += appended
        for outcome in outcomes {
            byFile[byFile.count - 1].totals.count(outcome.outcome)
            try report?.write(
                file: file.mapping.name, line: outcome.line, key: outcome.key,
                outcome: outcome.outcome, reason: outcome.reason)
        }
    }
}
