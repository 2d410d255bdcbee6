import Chain
import Law
import Records
import Store
import Vocabulary

/// Keeps the stored views up with the log, and builds them anew.
///
/// No dual writes: a view follows the log from the position stored with it, in its own
/// transaction, and catches up whenever it is asked to.
struct Projector {
    /// Entries folded before rows are written: bounds memory. Making views anew takes longer steps,
    /// because every step writes most rows again.
    static let step = 1 << 14
    static let longStep = 1 << 18
    /// Rows asked for in one call: bounds memory.
    private static let page = 256

    let store: any EntryStore
    let suite: Suite
    let duties: DutyRegister
    let cores: Int
    var step = Self.step

    /// Brings every view up to the last entry. Views that an earlier program made without knowing a
    /// kind that is known here are made anew; so are those of a newer program, where a kind turns up
    /// that only it knows: rows of two makings do not merge.
    ///
    /// - Parameters:
    ///   - anew: From entry 0; what is stored is dropped when the first rows are there to replace it.
    ///   - progress: Told how many entries more were followed.
    /// - Throws: ``LedgerFault/damagedView(_:)`` for views that were altered.
    func catchUp(anew: Bool = false, progress: @escaping @Sendable (Int) -> Void) throws {
        let (size, start, missing, unknown) = try store.read { reader in
            anew
                ? (try reader.size(), 0, [], UnknownKinds())
                : (
                    try reader.size(), try Self.followed(in: reader), try Self.missing(in: reader),
                    try UnknownKinds.stored(in: reader)
                )
        }
        if unknown.isOutgrown(by: duties) { return try catchUp(anew: true, progress: progress) }
        if start > 0 && !missing.isEmpty { try add(missing, upTo: start, progress: progress) }
        var isFirst = anew
        var from = start
        while from < size {
            let range = from..<min(from + (anew ? Self.longStep : step), size)
            let fold = try fold(range, progress: progress)
            if start > 0, !fold.unknown.isSubset(of: unknown) {
                return try catchUp(anew: true, progress: progress)
            }
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

    /// Makes views that an earlier program did not know, as far as the others have followed.
    private func add(
        _ views: [String], upTo end: Int, progress: @escaping @Sendable (Int) -> Void
    ) throws {
        var fold = Fold(duties)
        var from = 0
        while from < end {
            let range = from..<min(from + Self.longStep, end)
            fold.merge(try self.fold(range, progress: progress))
            from = range.upperBound
        }
        try store.write { writer in
            guard try Self.followed(in: writer) == end,
                try Self.missing(in: writer) == views
            else { return }
            for view in views + ViewName.retired.sorted() { try writer.removeView(view) }
            var rows = try RowWriter(writer, suite: suite)
            for view in views { try write(fold.rows(of: view), of: view, to: &rows) }
            try rows.finish(at: end)
        }
    }

    /// How far the views have followed the log, all alike; 0 when they were never built. A view
    /// that was never built beside others has nothing to say.
    ///
    /// - Throws: ``LedgerFault/damagedView(_:)`` when what the store says of it does not agree.
    static func followed(in reader: any StoreReader) throws -> Int {
        var common: Int?
        for view in ViewName.all {
            guard let position = try followed(view, in: reader) else { continue }
            guard common ?? position == position else { throw LedgerFault.damagedView(view) }
            common = position
        }
        return common ?? 0
    }

    /// How far one view has followed the log; nil when it was never built.
    static func followed(_ view: String, in reader: any StoreReader) throws -> Int? {
        let position = try reader.viewPosition(view)
        let text = try reader.fact(ViewTally.factName(of: view))
        let expected = position.flatMap { text.flatMap { ViewTally($0) }?.text(at: $0) }
        guard text == expected, try (0...reader.size()).contains(position ?? 0) else {
            throw LedgerFault.damagedView(view)
        }
        return position
    }

    /// The views that were never built.
    static func missing(in reader: any StoreReader) throws -> [String] {
        try ViewName.all.filter { try followed($0, in: reader) == nil }
    }

    private func drop(in writer: any StoreWriter) throws {
        // Whatever is there: rows of a view that nobody knows, too.
        for view in try writer.viewNames() { try writer.removeView(view) }
        for view in ViewName.all {
            try writer.setFact(ViewTally.factName(of: view), ViewTally().text(at: 0))
            try writer.setViewPosition(view, 0)
        }
        try UnknownKinds.forget(in: writer)
    }

    /// Folds a run of entries on all cores.
    func fold(
        _ range: Range<Int>, ignoring ignored: UnknownKinds = UnknownKinds(),
        progress: @escaping @Sendable (Int) -> Void
    ) throws -> Fold {
        let folds = try range.split(into: cores).mapOnAllCores(cores) { part in
            try store.read(.scan) {
                try Fold.over(part, of: $0, in: duties, ignoring: ignored, progress: progress)
            }
        }
        var whole = Fold(duties, ignoring: ignored)
        for fold in folds { whole.merge(fold) }
        return whole
    }

    private func write(_ fold: Fold, upTo position: Int, in writer: any StoreWriter) throws {
        var rows = try RowWriter(writer, suite: suite)
        for view in ViewName.all { try write(fold.rows(of: view), of: view, to: &rows) }
        try UnknownKinds.note(fold.unknown, in: writer)
        try rows.finish(at: position)
    }

    /// Writes rows in the order of their keys, which is the order they lie in: written in any
    /// other, every row would move its neighbours.
    private func write(
        _ folded: any FoldedRows, of view: String, to rows: inout RowWriter
    ) throws {
        let order = folded.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for page in stride(from: 0, to: order.count, by: Self.page) {
            let keys = Array(order[page..<min(page + Self.page, order.count)])
            for (key, old) in zip(keys, try rows.stored(view, keys: keys)) {
                let stored = try old.map { try rows.body(of: $0, in: view) }
                let row = try stored.map { try folded.row(key, onto: $0) } ?? folded.row(key)
                if let row {
                    try rows.put(view, key: key, position: row.position, row.body, replacing: old)
                }
            }
        }
    }
}
