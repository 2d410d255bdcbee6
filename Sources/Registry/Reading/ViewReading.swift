import Chain
import Store
import Vocabulary

extension Ledger {
    /// Every row of a view as of the last entry, as the lines make it. What is stored of the view is
    /// compared with them first, row by row: a view says nothing that the log does not say (I11).
    ///
    /// - Parameter followed: Up to which entry (exclusive) the view has followed the log.
    /// - Throws: ``LedgerFault/damagedView(_:)`` for a view that was altered, with the row where the
    ///   row says something else than the lines; ``LedgerFault/damaged(entry:)``.
    func eachRow<Content: RowContent>(
        of view: String, _ folded: (Fold) -> FoldedView<Content>, following followed: Int,
        _ reader: ProvenReader, _ use: (String, Content) throws -> Void
    ) throws {
        guard followed <= reader.count else { throw LedgerFault.damagedView(view) }
        let unknown = try UnknownKinds.stored(in: reader)
        let isOutgrown = unknown.isOutgrown(by: duties)
        // As those folded it who made the view; then what the log has added since.
        let before = try reader.fold(0..<followed, of: view, in: duties, ignoring: unknown)
        let since = try reader.fold(followed..<reader.count, of: view, in: duties)
        var whole = before
        if !unknown.types.isEmpty {
            whole = try reader.fold(0..<followed, of: view, in: duties)
        }
        whole.merge(since)
        var rows = folded(whole).partials.mapValues(\.content)
        let later = folded(since).partials
        let expected = folded(before)
        var left = expected.keptKeys.subtracting(foreign: before.foreign, of: view)
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
            if before.foreign.contains("\(view)/\(key)") {
                // Only a newer program can say what it holds.
                if let more = later[key] { content.merge(more.content) }
                rows[key] = content
                return
            }
            // Rows that an earlier program made are made anew at the next occasion.
            if isOutgrown { return }
            guard let should = expected.row(key), should.position == position,
                body.elementsEqual(should.body), left.remove(key) != nil
            else { throw LedgerFault.damagedView("\(view)/\(key)") }
        }
        let stored = try reader.fact(ViewTally.factName(of: view))
        guard (stored ?? ViewTally().text(at: 0)) == tally.text(at: followed) else {
            throw LedgerFault.damagedView(view)
        }
        // A row that was taken out must not make somebody unknown, or a deadline unseen.
        if !isOutgrown, let missing = left.min() {
            throw LedgerFault.damagedView("\(view)/\(missing)")
        }
        for key in rows.keys.sorted() {
            if let content = rows[key], !content.isEmpty { try use(key, content) }
        }
    }
}

extension FoldedView {
    /// The keys that have a row.
    fileprivate var keptKeys: Set<String> {
        Set(partials.lazy.filter { !$0.value.content.isEmpty }.map(\.key))
    }
}

extension Set<String> {
    fileprivate func subtracting(foreign: Set<String>, of view: String) -> Set<String> {
        foreign.isEmpty ? self : filter { !foreign.contains("\(view)/\($0)") }
    }
}

extension ProvenReader {
    /// Folds one view of a run of lines, proven as they are read, on all cores where it is long.
    func fold(
        _ range: Range<Int>, of view: String, in duties: DutyRegister,
        ignoring unknown: UnknownKinds = UnknownKinds()
    ) throws -> Fold {
        let isWanted: @Sendable (String, String) -> Bool = { one, _ in one == view }
        var whole = Fold(duties, ignoring: unknown, only: isWanted)
        let parts = try eachPart(of: range) { part, reader in
            try Fold.over(
                part, of: reader, in: duties, ignoring: unknown, only: isWanted,
                progress: { _ in })
        }
        for part in parts { whole.merge(part) }
        return whole
    }
}
