import Chain
import Law
import Records
import Store
import Vocabulary

extension StorePast {
    /// What earlier rows have put into the ledger; nil: the ledger does not hold it.
    func answer(_ fact: LedgerFact, of case: String) -> String? {
        guard let id = CaseID(`case`), let file: CaseFile = view(id) else { return nil }
        let day: CalendarDate? =
            switch fact {
            case .caseClosedOn: file.closedOn
            case .caseOpenedOn: file.openedOn
            case .caseIncidentOn: incidentOn(of: file)
            case .caseReceivedOn: receivedOn(of: file)
            }
        return day?.description
    }
}

extension LedgerTransaction {
    /// What became of a delivered row, oldest first, counting what this transaction will seal.
    func spans(delivery: String, file: String, key: String) throws -> [SourceSpan] {
        try flushIfPending(delivery: delivery, file: file, key: key)
        let spans = try store.sourceSpans(delivery: delivery, file: file, key: key)
        guard spans.allSatisfy({ $0.isPossible(in: sealedSize) }) else {
            throw LedgerFault.damagedRow(file: file, key: key)
        }
        for span in spans { try check(span) }
        return spans
    }

    /// A span is followed only if the entry that it names says itself that it is the first of just
    /// that row (I11): whoever altered the table would have another person's entries withdrawn.
    ///
    /// - Throws: ``LedgerFault/notSound(place:)``.
    private func check(_ span: SourceSpan) throws {
        var tape = LineTape()
        let row = try reading.withLine(at: span.position) { line in
            (try? EntryView.read(line, tape: &tape)).flatMap { SourceRow($0) }
        }
        guard let row = row ?? nil, row.count == span.count,
            row.key == SourceRow.key(span.delivery, span.file, span.key)
        else {
            throw LedgerFault.notSound(place: "source_span \(span.file) \(span.key)")
        }
    }

    /// The row as it was delivered when it became the entries from `position` on.
    func deliveredRow(at position: Int) throws -> [UInt8]? {
        try opener.open(SourceRow.path, at: position)?.text.map { Array($0.utf8) }
    }

    /// The entries of a row that nothing has superseded, with their sealed fields opened.
    func standing(_ spans: [SourceSpan]) throws -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        var superseded: Set<Int> = []
        var reader = EntryReader(past.duties)
        for span in spans {
            let positions = span.position..<span.position + span.count
            try reading.lines(at: Array(positions)) { position, line in
                let read = try line.map { try reader.opened(at: position, $0, by: opener) }
                guard let event = read ?? nil else {
                    throw LedgerFault.damaged(entry: position)
                }
                if let old = event.supersedes { superseded.insert(old) }
                if event.event.isWithdrawal || event.event.is(RowRestated.self) { return }
                events.append(event)
            }
        }
        return events.filter { !superseded.contains($0.position) }
    }
}
