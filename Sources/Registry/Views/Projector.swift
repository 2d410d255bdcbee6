import Chain
import Dispatch
import Records
import Store
import Synchronization

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
    /// - Parameter progress: Told how many entries more were followed.
    func catchUp(progress: @escaping @Sendable (Int) -> Void) throws {
        let (size, start) = try store.read { reader in
            let positions = try ViewName.all.map { try reader.viewPosition($0) ?? 0 }
            return (try reader.size(), positions.min() ?? 0)
        }
        var from = start
        while from < size {
            let range = from..<min(from + Self.step, size)
            let fold = try fold(range, progress: progress)
            try store.write { try write(fold, upTo: range.upperBound, in: $0) }
            from = range.upperBound
        }
    }

    /// Drops every view; ``catchUp(progress:)`` then builds it from entry 0.
    func drop(in writer: any StoreWriter) throws {
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
        let parts = range.split(into: cores)
        let results = Mutex([Result<Fold, any Error>?](repeating: nil, count: parts.count))
        DispatchQueue.concurrentPerform(iterations: parts.count) { index in
            let result = Result {
                try store.read(.scan) {
                    UncheckedBox(try Fold.over(parts[index], of: $0, progress: progress))
                }
            }
            results.withLock { $0[index] = result.map(\.value) }
        }
        var whole = Fold()
        for result in results.withLock({ $0 }) {
            guard let result else { preconditionFailure("every part was folded") }
            whole.merge(try result.get())
        }
        return whole
    }

    private func write(_ fold: Fold, upTo position: Int, in writer: any StoreWriter) throws {
        var rows = try RowWriter(writer, suite: suite)
        for (id, partial) in fold.subjects {
            var file = partial.file
            if let stored = try rows.body(ViewName.subject, key: id.text) {
                file = try SubjectFile.reading(stored)
                file.merge(partial.file)
            }
            try rows.put(ViewName.subject, key: id.text, position: partial.position, file.viewBody)
            if let row = DirectoryRow.body(of: file) {
                try rows.put(ViewName.directory, key: id.text, position: partial.position, row)
            } else {
                try rows.remove(ViewName.directory, key: id.text)
            }
        }
        for (id, partial) in fold.cases {
            var file = partial.file
            if let stored = try rows.body(ViewName.case, key: id.text) {
                file = try CaseFile.reading(stored)
                file.merge(partial.file)
            }
            try rows.put(ViewName.case, key: id.text, position: partial.position, file.viewBody)
        }
        try rows.finish(at: position)
    }
}

/// Carries a value out of a closure that cannot promise `Sendable`; it is handed over, not shared.
struct UncheckedBox<Value>: @unchecked Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}

extension Range<Int> {
    /// Up to `count` runs of about the same length that make up the range.
    func split(into pieces: Int) -> [Range<Int>] {
        guard !isEmpty else { return [] }
        let size = (count + pieces - 1) / pieces
        return stride(from: lowerBound, to: upperBound, by: size).map {
            $0..<Swift.min($0 + size, upperBound)
        }
    }
}
