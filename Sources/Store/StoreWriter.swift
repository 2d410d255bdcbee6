/// The ledger inside one write transaction. What it reads includes what it has written.
///
/// The log only grows: there is no way here to change or remove an entry, a checkpoint or a
/// sealed value (I3). Derived rows (heads, tiles, spans, views, facts) can be replaced.
///
/// A store on another machine may gather what is written and send it later; what then goes wrong
/// is thrown by a later call, at the latest by the commit.
public protocol StoreWriter: StoreReader {
    /// Adds a batch at the end of the log.
    ///
    /// - Precondition: `batch.first` is the size of the ledger (I1), and every salt in
    ///   `batch.sealed` has at least 16 bytes.
    func append(_ batch: AppendBatch) throws(StoreFault)

    /// Keeps a checkpoint for ever.
    func put(_ checkpoint: StoredCheckpoint) throws(StoreFault)

    /// Takes a sealed value and its salt out of the vault, past recovery. An entry of the same
    /// transaction says that it was destroyed by law; nothing else may ask for it.
    func removeSealed(seq: Int, path: String) throws(StoreFault)

    // MARK: Derived rows

    /// Sets a row of a view.
    func setViewRow(
        _ view: String, key: String, position: Int, body: UnsafeRawBufferPointer
    ) throws(StoreFault)

    /// Removes a row of a view, if it is there.
    func removeViewRow(_ view: String, key: String) throws(StoreFault)

    /// Removes every row of a view and its position.
    func removeView(_ view: String) throws(StoreFault)

    /// Records up to which entry (exclusive) a view has followed the log.
    func setViewPosition(_ view: String, _ position: Int) throws(StoreFault)

    /// Sets a fact.
    func setFact(_ name: String, _ value: String) throws(StoreFault)

    /// Removes every tag head, tile, source span and fact, to put them again from the entries.
    func removeDerived() throws(StoreFault)

    /// Sets tag heads.
    func put(heads: [TaggedHead]) throws(StoreFault)

    /// Adds tiles.
    func put(tiles: [StoredTile]) throws(StoreFault)

    /// Adds source spans.
    func put(sources: [SourceSpan]) throws(StoreFault)
}

extension StoreWriter {
    /// Sets a row of a view.
    public func setViewRow(
        _ view: String, key: String, position: Int, body: [UInt8]
    ) throws(StoreFault) {
        var failure: StoreFault?
        body.withUnsafeBytes { bytes in
            do throws(StoreFault) {
                try setViewRow(view, key: key, position: position, body: bytes)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
