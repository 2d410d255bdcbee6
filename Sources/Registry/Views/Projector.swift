import Chain
import Records
import Store

/// Keeps the stored views up with the log, and builds them anew.
///
/// No dual writes: a view follows the log from the position stored with it, in its own
/// transaction, and catches up whenever it is asked to.
struct Projector {
    /// Entries folded before rows are written: bounds memory.
    static let step = 1 << 20

    let store: any EntryStore
    let suite: Suite
    let cores: Int

    /// Brings every view up to the last entry.
    ///
    /// - Parameters:
    ///   - anew: From entry 0; what is stored is dropped when the first rows are there to replace it.
    ///   - progress: Told how many entries more were followed.
    func catchUp(anew: Bool = false, progress: @escaping @Sendable (Int) -> Void) throws {
        let (size, start) = try store.read { reader in
            let positions = try ViewName.all.map { try reader.viewPosition($0) ?? 0 }
            return (try reader.size(), positions.min() ?? 0)
        }
        var isFirst = anew
        var from = anew ? 0 : start
        while from < size {
            let range = from..<min(from + Self.step, size)
            let fold = try fold(range, progress: progress)
            try store.write { writer in
                if isFirst { try drop(in: writer) }
                try write(fold, upTo: range.upperBound, in: writer)
            }
            isFirst = false
            from = range.upperBound
        }
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
        try write(fold.subjects, of: ViewName.subject, to: &rows) { id, partial, stored in
            var file = partial.file
            if let stored {
                file = try SubjectFile.reading(stored)
                file.merge(partial.file)
            }
            return [
                .init(view: ViewName.subject, key: id.text, body: file.viewBody),
                .init(view: ViewName.directory, key: id.text, body: DirectoryRow.body(of: file)),
            ]
        }
        try write(fold.cases, of: ViewName.case, to: &rows) { id, partial, stored in
            var file = partial.file
            if let stored {
                file = try CaseFile.reading(stored)
                file.merge(partial.file)
            }
            return [.init(view: ViewName.case, key: id.text, body: file.viewBody)]
        }
        try rows.finish(at: position)
    }

    /// One row to be written; without a body, to be removed.
    private struct Row: Sendable {
        let view: String
        let key: String
        let body: [UInt8]?
    }

    /// Files whose rows are in memory at a time.
    private static let filesAtOnce = 512

    /// Turns files into rows on all cores and writes them in the order of their keys, which is the
    /// order they lie in: written in any other, every row would move its neighbours.
    private func write<ID: Identifier, File: Sendable>(
        _ files: [ID: Fold.Partial<File>], of view: String, to rows: inout RowWriter,
        _ render: @Sendable (ID, Fold.Partial<File>, [UInt8]?) throws -> [Row]
    ) throws {
        let order = files.keys.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
        var next = 0
        while next < order.count {
            let keys = Array(order[next..<min(next + Self.filesAtOnce, order.count)])
            next += keys.count
            var pieces: [(ID, Fold.Partial<File>, [UInt8]?)] = []
            for id in keys {
                guard let partial = files[id] else { continue }
                pieces.append((id, partial, try rows.body(view, key: id.text)))
            }
            let work = pieces
            let results = try work.indices.mapOnAllCores(cores) { index in
                let (id, partial, stored) = work[index]
                return (partial.position, try render(id, partial, stored))
            }
            for (position, made) in results {
                for row in made {
                    if let body = row.body {
                        try rows.put(row.view, key: row.key, position: position, body)
                    } else {
                        try rows.remove(row.view, key: row.key)
                    }
                }
            }
        }
    }
}
