import Law
import Records
import Vocabulary

/// What an import did, row by row added up.
public struct ImportSummary: Sendable {
    public var totals = ImportTotals()
    /// By file, in import order, and in which encoding each was read.
    public var files: [(file: String, encoding: TextEncoding, totals: ImportTotals)] = []
    /// How many entries were appended (or, in a dry run, would have been).
    public var events = 0
    /// What a delivery that says it is whole lacks of the one before.
    public var missing = MissingRows()
}

/// What became of a row, and what it is told.
extension ImportRunner {
    struct Outcome {
        let line: Int
        let key: String?
        let outcome: RowOutcome
        var reason: (code: String, text: String)?
    }

    /// What was left out of a row that was taken.
    func note(on row: MappedRow) -> (code: String, text: String)? {
        if row.leftOut.isEmpty { return nil }
        let note = RowFault(
            file: row.file, line: row.line, column: nil, reason: .leftOut(columns: row.leftOut))
        return (note.code, words(note))
    }

    func refused(_ fault: RowFault, _ key: String?) -> Outcome {
        Outcome(
            line: fault.line, key: shown(key), outcome: .refused, reason: (fault.code, words(fault))
        )
    }

    func refused(_ row: MappedRow, _ refusal: Refusal) -> Outcome {
        if case .numberTaken(_, let other)? = refusal.reason(IdentityRefusal.self),
            let line = lines[other.text], line != row.line,
            let reason = refusal.reason(IdentityRefusal.self)
        {
            return refused(
                RowFault(
                    file: row.file, line: row.line, column: nil,
                    reason: .numberTwice(line: line, reason), isFilledIn: true), row.key)
        }
        return Outcome(
            line: row.line, key: shown(row.key), outcome: .refused,
            reason: (refusal.code, words(refusal)))
    }

    /// Whoever a table names is registered before it, or in a row above.
    func checkRegistered(_ command: Command, in transaction: LedgerTransaction) throws {
        for named in command.namedSubjects {
            // Who is registered by it is not yet.
            if named.field == "subject" && command.verb.records == SubjectRegistered.type {
                continue
            }
            let file: SubjectFile? = transaction.past.view(named.subject)
            guard file?.registration == nil else { continue }
            throw RowFault.Reason.unregistered(named.subject.text)
        }
    }

    /// A report stands in clear, too: no ID number is repeated in it.
    private func shown(_ key: String?) -> String? {
        key.flatMap { NumberShape.isIdentityNumber($0) ? nil : $0 }
    }
}
