import Chain
import Store

extension Ledger {
    /// Compares the table of delivered rows with the entries, before a delivery is compared with it:
    /// a row that was taken out would be recorded twice, one slipped in not at all (I11).
    ///
    /// - Throws: ``LedgerFault/notSound(place:)``; ``LedgerFault/damaged(entry:)``.
    func proveDeliveredRows() throws {
        try read(.scan) { reader in
            let key = Tally.Key()
            let parts = try reader.eachPart(of: 0..<reader.count) { part, reader in
                var tally = Tally(key)
                var tape = LineTape()
                try reader.scan(part) { position, line in
                    guard let entry = try? EntryView.read(line, tape: &tape) else {
                        throw LedgerFault.damaged(entry: position)
                    }
                    guard let row = SourceRow(entry) else { return }
                    row.key.withUnsafeBytes {
                        tally.addSpan($0, position: position, count: row.count)
                    }
                }
                return tally
            }
            var rows = Tally(key)
            for part in parts { rows.add(part) }
            try reader.scanSources { span in
                SourceRow.key(span.delivery, span.file, span.key).withUnsafeBytes {
                    rows.subtractSpan($0, position: span.position, count: span.count)
                }
            }
            guard rows.isBalanced else { throw LedgerFault.notSound(place: "source_span") }
        }
    }
}
