/// What a read is going to do, so that a store can serve it well. It never changes what is read.
public enum ReadAccess: Sendable, CaseIterable {
    /// Few entries, anywhere: a trail, a proof, one person's view.
    case points
    /// All entries of a range, in order: verification, export, rebuilding. Memory stays flat.
    case scan
}

/// Durable, append-only storage of sealed entries, and of what is derived from them.
///
/// Every implementation passes the same contract tests:
/// 1. Positions are contiguous from 0 (I1).
/// 2. A write is whole or absent (I4): when the body throws, or the process is killed, or the
///    disk is full, nothing of it is there.
/// 3. Once `write` returns, what it wrote outlives a power cut.
/// 4. Bytes come back exactly (I2).
/// 5. A read sees the ledger as it was at one moment between two writes, from its first look to
///    its last, while a writer goes on.
/// 6. There is one writer at a time in the whole world of a ledger; a second one is refused by
///    ``StoreFault/busy(writer:pid:)`` when it opens.
/// 7. Entries and checkpoints cannot be changed or removed through the store, and an
///    implementation makes its engine refuse it too (I3).
///
/// A store is *not* trusted: whoever alters one is detected, not obeyed. So a store checks that
/// what it opens is one of its own and holds nothing foreign, and returns damage instead of
/// repairing it. Confidentiality is not its promise either: it holds sealed values as they are
/// given.
///
/// A store may be used from any thread. Writes wait for each other; reads wait for nobody. A body
/// must not call `write` of the same store.
public protocol EntryStore: Sendable {
    /// Runs `body` on a snapshot.
    func read<Result>(
        _ access: ReadAccess, _ body: (any StoreReader) throws -> Result
    ) throws -> Result

    /// Runs `body` in one durable transaction: committed when it returns, as if never begun when
    /// it throws. A store that was opened for reading throws ``StoreFault/readOnly(path:)``.
    func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result

    /// What is wrong with the store's own structure, in its own terms; empty when sound. Reads
    /// everything once.
    func structureFaults() throws(StoreFault) -> [String]

    /// Lets go of the ledger. Waits for what is under way; reading or writing afterwards is a
    /// mistake. Closing twice is not.
    func close() throws(StoreFault)
}

extension EntryStore {
    /// Runs `body` on a snapshot, for few entries anywhere.
    public func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
        try read(.points, body)
    }
}
