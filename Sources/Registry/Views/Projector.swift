import Chain
import Records
import Store

/// Keeps the stored views up with the log, and builds them anew.
///
/// No dual writes: a view follows the log from the position stored with it, in its own
/// transaction, and catches up whenever it is asked to.
struct Projector {
    /// Entries folded before rows are written: bounds memory. Making views anew takes longer steps,
    /// because every step writes most rows again.
    static let step = 1 << 14
    static let longStep = 1 << 20

    let store: any EntryStore
    let suite: Suite
    let cores: Int
    var step = Self.step

    /// Brings every view up to the last entry.
    ///
    /// - Parameters:
    ///   - anew: From entry 0; what is stored is dropped when the first rows are there to replace it.
    ///   - progress: Told how many entries more were followed.
    /// - Throws: ``LedgerFault/damagedView(_:)`` for views that were altered.
    func catchUp(anew: Bool = false, progress: @escaping @Sendable (Int) -> Void) throws {
        let (size, start) = try store.read { reader in
            (try reader.size(), anew ? 0 : try Self.followed(in: reader))
        }
        var isFirst = anew
        var from = start
        while from < size {
            let range = from..<min(from + (anew ? Self.longStep : step), size)
            let fold = try fold(range, progress: progress)
            try store.write { writer in
                if isFirst { try drop(in: writer) }
                // Another thread may have followed in between; what it wrote stands.
                guard try Self.followed(in: writer) == range.lowerBound else { return }
                try write(fold, upTo: range.upperBound, in: writer)
            }
            isFirst = false
            from = range.upperBound
        }
    }

    /// How far the views have followed the log, all alike; 0 when they were never built.
    ///
    /// - Throws: ``LedgerFault/damagedView(_:)`` when what the store says of it does not agree.
    static func followed(in reader: any StoreReader) throws -> Int {
        var common: Int?
        for view in ViewName.all {
            let position = try reader.viewPosition(view)
            let text = try reader.fact(ViewTally.factName(of: view))
            let expected = position.flatMap { text.flatMap { ViewTally($0) }?.text(at: $0) }
            guard text == expected, common ?? position ?? 0 == position ?? 0 else {
                throw LedgerFault.damagedView(view)
            }
            common = position ?? 0
        }
        return common ?? 0
    }

    private func drop(in writer: any StoreWriter) throws {
        // Whatever is there: rows of a view that nobody knows, too.
        for view in try writer.viewNames() { try writer.removeView(view) }
        for view in ViewName.all {
            try writer.setFact(ViewTally.factName(of: view), ViewTally().text(at: 0))
            try writer.setViewPosition(view, 0)
        }
    }

    /// Folds a run of entries on all cores.
    func fold(
        _ range: Range<Int>, progress: @escaping @Sendable (Int) -> Void
    ) throws -> Fold {
        let folds = try range.split(into: cores).mapOnAllCores(cores) { part in
            try store.read(.scan) { try Fold.over(part, of: $0, progress: progress) }
        }
        var whole = Fold()
        for fold in folds { whole.merge(fold) }
        return whole
    }

    private func write(_ fold: Fold, upTo position: Int, in writer: any StoreWriter) throws {
        var rows = try RowWriter(writer, suite: suite)
        try write(fold.subjects, of: ViewName.subject, to: &rows)
        try write(fold.cases, of: ViewName.case, to: &rows)
        try rows.finish(at: position)
    }

    /// Writes rows in the order of their keys, which is the order they lie in: written in any
    /// other, every row would move its neighbours.
    private func write<ID: Identifier>(
        _ partials: [ID: Fold.Partial], of view: String, to rows: inout RowWriter
    ) throws {
        let order = partials.keys.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
        for id in order {
            guard let partial = partials[id] else { continue }
            var index = partial.index
            if let stored = try rows.body(view, key: id.text) {
                index = try stored.withUnsafeBytes { try TrailIndex.reading($0) }
                index.merge(partial.index)
            }
            try rows.put(view, key: id.text, position: partial.position, index.viewBody)
        }
    }
}
