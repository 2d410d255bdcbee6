import Chain
import Law
import Records
import Store
import Vocabulary

/// Writes rows of views with their checks, and keeps each view's tally.
struct RowWriter: ~Copyable {
    private let writer: any StoreWriter
    private var digest: DigestContext
    private var tallies: [String: ViewTally] = [:]

    init(_ writer: any StoreWriter, suite: Suite) throws {
        self.writer = writer
        digest = DigestContext(suite)
        for view in ViewName.all {
            let text = try writer.fact(ViewTally.factName(of: view))
            tallies[view] = text.flatMap(ViewTally.init) ?? ViewTally()
        }
    }

    /// Rows in the order of `keys`; nil where there is none.
    func stored(_ view: String, keys: [String]) throws -> [ViewRow?] {
        try writer.viewRows(view, keys: keys)
    }

    /// The body of a stored row.
    ///
    /// - Throws: ``LedgerFault/damagedView(_:)`` for a row whose check does not hold: what was
    ///   altered must not get a new check.
    mutating func body(of row: ViewRow, in view: String) throws -> [UInt8] {
        let body = row.body.withUnsafeBytes { bytes in
            CheckedRow.open(
                bytes, view: view, key: row.key, position: row.position, using: &digest
            )
            .map { [UInt8]($0) }
        }
        guard let body else { throw LedgerFault.damagedView(view) }
        return body
    }

    /// Writes a row in the place of `old`, the one that is stored under its key.
    mutating func put(
        _ view: String, key: String, position: Int, _ body: [UInt8], replacing old: ViewRow?
    ) throws {
        if let old { tallies[view, default: ViewTally()].subtract(old.body) }
        let row = CheckedRow.seal(body, view: view, key: key, position: position, using: &digest)
        tallies[view, default: ViewTally()].add(row)
        try writer.setViewRow(view, key: key, position: position, body: row)
    }

    /// Records how far the views have followed the log, their tallies, and the last entry.
    mutating func finish(at position: Int) throws {
        for view in ViewName.all {
            try writer.setViewPosition(view, position)
            try writer.setFact(
                ViewTally.factName(of: view), (tallies[view] ?? ViewTally()).text(at: position))
        }
        try LedgerEdge.move(in: writer, using: &digest)
        try HeadTally.move(in: writer, using: &digest)
    }
}
