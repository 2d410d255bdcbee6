import Chain
import Store

/// Writing inside one transaction.
///
/// Once a write has failed the transaction cannot be committed any more, even if the caller goes
/// on: part of a batch would be there (I4).
final class Transaction: Snapshot, StoreWriter {
    /// The first write that failed.
    private(set) var fault: StoreFault?
    /// Whether a sealed value left the vault.
    private(set) var hasDestroyed = false

    func append(_ batch: AppendBatch) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            // I1: the one place where positions are given out.
            let size = try size()
            precondition(batch.first == size, "a batch continues the ledger where it ends")
            let statement = try session.statement(.appendEntry)
            try batch.forEachLine { (seq, line) throws(StoreFault) in
                statement.bind(1, seq)
                statement.bind(2, lent: line)
                try statement.run()
            }
            try put(heads: batch.heads)
            try put(tiles: batch.tiles)
            try put(sealed: batch.sealed)
            try put(sources: batch.sources)
        }
    }

    func put(_ checkpoint: StoredCheckpoint) throws(StoreFault) {
        try run(.addCheckpoint, checkpoint.size, checkpoint.note)
    }

    private func put(sealed: [SealedValue]) throws(StoreFault) {
        guard !sealed.isEmpty else { return }
        let statement = try session.statement(.addSealed)
        for value in sealed {
            precondition(value.salt.count >= 16, "a shorter salt lets an enumerable value leak")
            try statement.binding(value.seq, value.path, value.subject, value.salt, value.value)
                .run()
        }
    }

    func removeSealed(seq: Int, path: String) throws(StoreFault) {
        try run(.removeSealed, seq, path)
        hasDestroyed = true
    }

    // MARK: Derived rows

    func put(heads: [TaggedHead]) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.setHead)
            for head in heads {
                try statement.binding(head.tag, head.head.last, head.head.count).run()
            }
        }
    }

    func put(tiles: [StoredTile]) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.addStrip)
            for tile in tiles {
                for (strip, key) in TileStrips.keys(of: tile.address).enumerated() {
                    let start = strip * TileStrips.byteCount
                    let hashes = Array(tile.hashes[start..<start + TileStrips.byteCount])
                    try statement.binding(key, hashes).run()
                }
            }
        }
    }

    func put(sources: [SourceSpan]) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.addSpan)
            for span in sources {
                try statement.binding(
                    span.delivery, span.file, span.key, span.position, span.count
                ).run()
            }
        }
    }

    func removeDerived() throws(StoreFault) {
        try writing { () throws(StoreFault) in
            for name in [
                StatementName.removeHeads, .removeTiles, .removeSpans, .removeFacts,
            ] {
                try session.run(name)
            }
        }
    }

    func setViewRow(
        _ view: String, key: String, position: Int, body: UnsafeRawBufferPointer
    ) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.setViewRow).binding(view, key, position)
            statement.bind(4, lent: body)
            try statement.run()
        }
    }

    func removeViewRow(_ view: String, key: String) throws(StoreFault) {
        try run(.removeViewRow, view, key)
    }

    func removeView(_ view: String) throws(StoreFault) {
        try run(.removeViewRows, view)
        try run(.removeViewPosition, view)
    }

    func setViewPosition(_ view: String, _ position: Int) throws(StoreFault) {
        try run(.setViewPosition, view, position)
    }

    func setFact(_ name: String, _ value: String) throws(StoreFault) {
        try run(.setFact, name, value)
    }

    /// One statement, once.
    private func run<each Value: Bindable>(
        _ name: StatementName, _ value: repeat each Value
    ) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            try session.statement(name).binding(repeat each value).run()
        }
    }

    private func writing(_ body: () throws(StoreFault) -> Void) throws(StoreFault) {
        do throws(StoreFault) {
            try body()
        } catch {
            fault = fault ?? error
            throw error
        }
    }
}
