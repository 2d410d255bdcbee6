import Chain
import Store
import Vocabulary

extension Ledger {
    /// Every row of a view as of the last entry, in the order of the keys.
    ///
    /// In a ledger whose lists are compared with every line, the rows are those that the lines make,
    /// and what is stored is compared with them first: a view says nothing that the log does not say
    /// (I11). In a larger one they are the stored rows under their checks and the view's tally;
    /// whoever shows one reads its file.
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
        // Rows that an earlier program made, and a view that lags far behind, are made anew.
        if !isOutgrown, reader.count - followed <= ProvenReader.comparedWhole,
            !reader.comparesLists()
        {
            return try eachStoredRow(of: view, folded, following: followed, reader, use)
        }
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
        for key in rows.keys.sorted(by: Self.bytesAscend) {
            if let content = rows[key], !content.isEmpty { try use(key, content) }
        }
    }

    /// The stored rows, and what the log has added since.
    private func eachStoredRow<Content: RowContent>(
        of view: String, _ folded: (Fold) -> FoldedView<Content>, following followed: Int,
        _ reader: ProvenReader, _ use: (String, Content) throws -> Void
    ) throws {
        var later = folded(try reader.fold(followed..<reader.count, of: view, in: duties)).partials
        var unseen = later.keys.sorted(by: Self.bytesAscend)[...]
        var digest = DigestContext(identity.suite)
        var tape = LineTape(limits: .file)
        var tally = ViewTally()
        func useNew(before key: String?) throws {
            while let next = unseen.first, key.map({ Self.bytesAscend(next, $0) }) ?? true {
                unseen.removeFirst()
                if let content = later[next]?.content, !content.isEmpty { try use(next, content) }
            }
        }
        try reader.scanView(view) { key, position, row in
            tally.add(row)
            let body = CheckedRow.open(
                row, view: view, key: key, position: position, using: &digest)
            guard let body, var content = try? Content.reading(body, on: &tape) else {
                throw LedgerFault.damagedView("\(view)/\(key)")
            }
            try useNew(before: key)
            if let more = later.removeValue(forKey: key) { content.merge(more.content) }
            if unseen.first == key { unseen.removeFirst() }
            if !content.isEmpty { try use(key, content) }
        }
        try useNew(before: nil)
        let stored = try reader.fact(ViewTally.factName(of: view))
        guard (stored ?? ViewTally().text(at: 0)) == tally.text(at: followed) else {
            throw LedgerFault.damagedView(view)
        }
    }

    private static func bytesAscend(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
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
