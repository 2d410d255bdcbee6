import Chain
import Store

/// Writing inside one transaction.
///
/// Once a write has failed the transaction cannot be committed any more, even if the caller goes
/// on: part of a batch would be there (I4).
final class Transaction: Snapshot, StoreWriter {
    /// The first write that failed.
    private(set) var fault: StoreFault?

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
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.addCheckpoint)
            statement.bind(1, checkpoint.size)
            statement.bind(2, checkpoint.note)
            try statement.run()
        }
    }

    private func put(sealed: [SealedValue]) throws(StoreFault) {
        guard !sealed.isEmpty else { return }
        let statement = try session.statement(.addSealed)
        for value in sealed {
            precondition(value.salt.count >= 16, "a shorter salt lets an enumerable value leak")
            statement.bind(1, value.seq)
            statement.bind(2, value.path)
            statement.bind(3, value.subject)
            statement.bind(4, value.salt)
            statement.bind(5, value.value)
            try statement.run()
        }
    }

    func removeSealed(seq: Int, path: String) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.removeSealed)
            statement.bind(1, seq)
            statement.bind(2, path)
            try statement.run()
        }
    }

    // MARK: Derived rows

    func put(heads: [TaggedHead]) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.setHead)
            for head in heads {
                statement.bind(1, head.tag)
                statement.bind(2, head.head.last)
                statement.bind(3, head.head.count)
                try statement.run()
            }
        }
    }

    func put(tiles: [StoredTile]) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.addStrip)
            for tile in tiles {
                for (strip, key) in TileStrips.keys(of: tile.address).enumerated() {
                    let start = strip * TileStrips.byteCount
                    statement.bind(1, key)
                    statement.bind(2, Array(tile.hashes[start..<start + TileStrips.byteCount]))
                    try statement.run()
                }
            }
        }
    }

    func put(sources: [SourceSpan]) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.addSpan)
            for span in sources {
                statement.bind(1, span.delivery)
                statement.bind(2, span.file)
                statement.bind(3, span.key)
                statement.bind(4, span.position)
                statement.bind(5, span.count)
                try statement.run()
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
            let statement = try session.statement(.setViewRow)
            statement.bind(1, view)
            statement.bind(2, key)
            statement.bind(3, position)
            statement.bind(4, lent: body)
            try statement.run()
        }
    }

    func removeViewRow(_ view: String, key: String) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.removeViewRow)
            statement.bind(1, view)
            statement.bind(2, key)
            try statement.run()
        }
    }

    func removeView(_ view: String) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            for name in [StatementName.removeViewRows, .removeViewPosition] {
                let statement = try session.statement(name)
                statement.bind(1, view)
                try statement.run()
            }
        }
    }

    func setViewPosition(_ view: String, _ position: Int) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.setViewPosition)
            statement.bind(1, view)
            statement.bind(2, position)
            try statement.run()
        }
    }

    func setFact(_ name: String, _ value: String) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let statement = try session.statement(.setFact)
            statement.bind(1, name)
            statement.bind(2, value)
            try statement.run()
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
