public import Law
import Records
import Store
import Vocabulary

/// What an import did, row by row added up.
public struct ImportSummary: Sendable {
    public var totals = ImportTotals()
    /// By file, in import order.
    public var files: [(file: String, totals: ImportTotals)] = []
    /// How many entries were appended (or, in a dry run, would have been).
    public var events = 0
}

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
    private let mapping: Mapping
    private let files: [CheckedFile]
    private let report: ImportReport?
    private let words: Words
    private var events = 0
    private var bytesBefore = 0
    private var rows = 0
    private var byFile: [(file: String, totals: ImportTotals)] = []

    /// Checks the whole delivery, so that a fault in any file leaves the ledger as it is.
    ///
    /// - Throws: ``DeliveryFault``.
    public init(
        _ ledger: Ledger, mapping: Mapping, directory: String, report: ImportReport?,
        words: @escaping Words
    ) throws(DeliveryFault) {
        self.ledger = ledger
        self.mapping = mapping
        self.report = report
        self.words = words
        var files: [CheckedFile] = []
        for file in mapping.files { files.append(try CheckedFile(file, in: directory)) }
        self.files = files
    }

    /// Imports everything, or, in a dry run, decides everything and keeps nothing; the ledger may
    /// then be open for reading only.
    public func run(dryRun: Bool, progress: (Progress) -> Void) throws -> ImportSummary {
        try ledger.proveDeliveredRows()
        if dryRun {
            try ledger.rehearse { transaction in
                try importAll(progress) { body in try body(transaction) }
            }
        } else {
            try importAll(progress) { body in try ledger.transact(body) }
        }
        try report?.finish()
        var summary = ImportSummary(files: byFile, events: events)
        for (_, totals) in byFile { summary.totals.add(totals) }
        return summary
    }

    private typealias InTransaction = (_ body: (LedgerTransaction) throws -> Void) throws -> Void

    private func importAll(_ progress: (Progress) -> Void, _ transact: InTransaction) throws {
        for file in files {
            try importFile(file, progress, transact)
            bytesBefore += file.size
        }
    }

    private func importFile(
        _ file: CheckedFile, _ progress: (Progress) -> Void, _ transact: InTransaction
    ) throws {
        let delivered = try file.rows()
        byFile.append((file.mapping.name, ImportTotals()))
        // Rows equal to an older delivery of themselves: either the file states the row twice, or
        // it takes a correction back. Only the end of the file tells.
        var older: [String: MappedRow] = [:]
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
                    outcomes += try take(step, &older, in: transaction)
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
        guard !older.isEmpty else { return }
        var outcomes: [Outcome] = []
        var appended = 0
        try transact { transaction in
            let first = transaction.nextPosition
            for row in older.values.sorted(by: { $0.line < $1.line }) {
                let spans = try self.spans(of: row, in: transaction)
                outcomes.append(try correct(row, spans, in: transaction))
            }
            try transaction.flush()
            appended = transaction.nextPosition - first
        }
        try settle(outcomes, appended: appended, of: file)
    }

    private var totalBytes: Int { files.reduce(0) { $0 + $1.size } }

    // MARK: One row

    private struct Outcome {
        let line: Int
        let key: String?
        let outcome: RowOutcome
        var reason: (code: String, text: String)?
    }

    private func take(
        _ step: MappedStep, _ older: inout [String: MappedRow], in transaction: LedgerTransaction
    ) throws -> [Outcome] {
        switch step {
        case .end: return []
        case .fault(let fault, let key):
            return [
                Outcome(
                    line: fault.line, key: key, outcome: .refused,
                    reason: (fault.code, words(fault)))
            ]
        case .row(let row):
            let spans = try spans(of: row, in: transaction)
            guard let latest = spans.last else { return [try add(row, in: transaction)] }
            if try isDelivered(row, as: latest, in: transaction) {
                // I10: a row that waited for the end of the file is accounted for as well.
                let waited = older.removeValue(forKey: row.key)
                return [waited, row].compactMap { $0.map(already) }
            }
            for span in spans.dropLast() where try isDelivered(row, as: span, in: transaction) {
                return [older.updateValue(row, forKey: row.key)].compactMap { $0.map(already) }
            }
            // What comes later in a file counts.
            let waited = older.removeValue(forKey: row.key)
            return try [waited.map(already), correct(row, spans, in: transaction)]
                .compactMap { $0 }
        }
    }

    private func already(_ row: MappedRow) -> Outcome {
        Outcome(line: row.line, key: row.key, outcome: .already)
    }

    /// A row the ledger does not know yet.
    private func add(_ row: MappedRow, in transaction: LedgerTransaction) throws -> Outcome {
        do {
            try stage(row, in: transaction)
        } catch let refusal as Refusal {
            transaction.discard()
            return refused(row, refusal)
        }
        let positions = transaction.keep(by: recorder, origin: origin(of: row))
        return Outcome(
            line: row.line, key: row.key, outcome: positions.isEmpty ? .already : .imported)
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
        mapped.ask { transaction.past.answer($0) }
        return try transaction.decide(
            try Command(name: mapped.name, reader: mapped.fields, in: ledger.duties)
                .delivered(by: mapping.actor))
    }

    private func refused(_ row: MappedRow, _ refusal: Refusal) -> Outcome {
        Outcome(
            line: row.line, key: row.key, outcome: .refused,
            reason: (refusal.code, words(refusal)))
    }

    private var recorder: LedgerTransaction.Recorder {
        .init(actor: mapping.actor.text, unit: mapping.unit.text, basis: mapping.basis)
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

    /// Whether the row says, byte for byte, what it said when it became `span`.
    private func isDelivered(
        _ row: MappedRow, as span: SourceSpan, in transaction: LedgerTransaction
    ) throws -> Bool {
        try transaction.deliveredRow(at: span.position) == row.raw
    }

    // MARK: Corrections

    /// A row that says something else than before: typed corrections, never edits.
    ///
    /// It is decided as if its earlier entries had never been. What then comes out differently
    /// supersedes the entry it corrects; what no longer comes out is withdrawn; what is new is
    /// added; what is the same stays.
    private func correct(
        _ row: MappedRow, _ spans: [SourceSpan], in transaction: LedgerTransaction
    ) throws -> Outcome {
        let standing = try transaction.standing(spans)
        transaction.past.hide(standing.map(\.position))
        let decided: [Draft]
        do {
            decided = try stage(row, in: transaction)
        } catch let refusal as Refusal {
            transaction.discard()
            return refused(row, refusal)
        }
        transaction.discard()
        let correction: RowCorrection
        do throws(Refusal) {
            correction = try RowCorrection(standing, decided)
        } catch {
            return refused(row, error)
        }
        for draft in correction.drafts { transaction.stage(draft, by: recorder) }
        let positions = transaction.keep(by: recorder, origin: origin(of: row))
        return Outcome(
            line: row.line, key: row.key, outcome: positions.isEmpty ? .already : .corrected)
    }

    // MARK: Telling

    /// Counts and reports what is durable now.
    private func settle(_ outcomes: [Outcome], appended: Int, of file: CheckedFile) throws {
        for outcome in outcomes {
            byFile[byFile.count - 1].totals.count(outcome.outcome)
            try report?.write(
                file: file.mapping.name, line: outcome.line, key: outcome.key,
                outcome: outcome.outcome, reason: outcome.reason)
        }
        rows += outcomes.count
        events += appended
    }
}
