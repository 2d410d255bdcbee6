import Chain
import Records
import Store

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

    /// The body of a row; nil if there is no such row.
    ///
    /// A row whose check does not hold counts as absent here: it is replaced, and `verify` and
    /// `rebuild --check` are what names it.
    func body(_ view: String, key: String) throws -> [UInt8]? {
        try writer.viewRow(view, key: key).map { Array($0.body.dropFirst(CheckedRow.checkBytes)) }
    }

    mutating func put(_ view: String, key: String, position: Int, _ body: [UInt8]) throws {
        if let old = try writer.viewRow(view, key: key) {
            tallies[view, default: ViewTally()].subtract(old.body)
        }
        let row = CheckedRow.seal(body, view: view, key: key, position: position, using: &digest)
        tallies[view, default: ViewTally()].add(row)
        try writer.setViewRow(view, key: key, position: position, body: row)
    }

    mutating func remove(_ view: String, key: String) throws {
        guard let old = try writer.viewRow(view, key: key) else { return }
        tallies[view, default: ViewTally()].subtract(old.body)
        try writer.removeViewRow(view, key: key)
    }

    /// Records how far the views have followed the log, and their tallies.
    func finish(at position: Int) throws {
        for view in ViewName.all {
            try writer.setViewPosition(view, position)
            try writer.setFact(
                ViewTally.factName(of: view), (tallies[view] ?? ViewTally()).text(at: position))
        }
    }
}
