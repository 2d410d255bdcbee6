import Chain
import Store
import Vocabulary

extension Ledger {
    /// Every row of a view as of the last entry: the stored ones, and what the log has added since.
    ///
    /// - Parameter followed: Up to which entry (exclusive) the view has followed the log.
    /// - Throws: ``LedgerFault/damagedView(_:)`` for a view that was altered.
    func eachRow<Content: RowContent>(
        of view: String, _ folded: (Fold) -> FoldedView<Content>, following followed: Int,
        _ reader: any StoreReader, _ use: (String, Content) throws -> Void
    ) throws {
        let size = try reader.size()
        guard followed <= size else { throw LedgerFault.damagedView(view) }
        // What says something of kinds that whoever made the view did not know is nowhere but in
        // the log.
        let isOutgrown = try UnknownKinds.stored(in: reader).isOutgrown(by: duties)
        let from = isOutgrown ? 0 : followed
        var added: [String: FoldedView<Content>.Partial] = [:]
        if from < size {
            let fold = try Fold.over(from..<size, of: reader, in: duties, progress: { _ in })
            added = folded(fold).partials
        }
        var digest = DigestContext(identity.suite)
        var tape = LineTape(limits: .file)
        var tally = ViewTally()
        try reader.scanView(view) { key, position, row in
            tally.add(row)
            let body = CheckedRow.open(
                row, view: view, key: key, position: position, using: &digest)
            guard let body, var content = try? Content.reading(body, on: &tape) else {
                throw LedgerFault.damagedView(view)
            }
            if isOutgrown { return }
            if let more = added.removeValue(forKey: key) { content.merge(more.content) }
            try use(key, content)
        }
        // A row that was taken out must not make somebody unknown, or a deadline unseen.
        let stored = try reader.fact(ViewTally.factName(of: view))
        guard (stored ?? ViewTally().text(at: 0)) == tally.text(at: followed) else {
            throw LedgerFault.damagedView(view)
        }
        for (key, partial) in added where !partial.content.isEmpty {
            try use(key, partial.content)
        }
    }
}
