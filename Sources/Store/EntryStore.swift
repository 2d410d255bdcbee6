/// What a read is going to do, so that a store can serve it well. It never changes what is read.
public enum ReadAccess: Sendable, CaseIterable {
    /// Few entries, anywhere: a trail, a proof, one person's view.
    case points
    /// All entries of a range, in order: verification, export, rebuilding. Memory stays flat.
    case scan
}

/// Durable, append-only storage of sealed entries, and of what is derived from them.
///
/// Every implementation passes the same suite, `Tests/StoreContract`:
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
/// 8. A read waits for nobody, however long another read goes on: a verification of hours holds up
///    neither a trail nor a commit, and a read may begin inside another.
/// 9. A write that may or may not have happened is not passed off as either; see below.
/// 10. A rehearsal shows what a write would show, and leaves no trace in the ledger.
///
/// A store is *not* trusted: whoever alters one is detected, not obeyed. So a store checks that
/// what it opens is one of its own and holds nothing foreign, and returns damage instead of
/// repairing it. Confidentiality is not its promise either: it holds sealed values as they are
/// given.
///
/// ## The three ends of a write
///
/// It returned: everything is there, for good. It threw: nothing is there, and the same may be
/// tried again once the reason is gone. It threw ``StoreFault/unknownOutcome(detail:)``: the commit
/// was on its way when the disk or the line failed, and nobody can tell which of the two it is.
/// From then on this opening of the store refuses every write with the same fault. The caller
/// forgets what it remembers of the ledger and never repeats blindly: it opens the ledger anew and,
/// *inside the write that would repeat*, compares the size and the last entry with those from
/// before. What is there by then stays; what is not there by then never comes, once that write has
/// returned.
///
/// A store may be used from any thread. Writes wait for each other. A body must not call `write`
/// of the same store.
public protocol EntryStore: Sendable {
    /// Runs `body` on a snapshot.
    func read<Result>(
        _ access: ReadAccess, _ body: (any StoreReader) throws -> Result
    ) throws -> Result

    /// Runs `body` in one durable transaction: committed when it returns, as if never begun when
    /// it throws. A store that was opened for reading throws ``StoreFault/readOnly(path:)``.
    func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result

    /// Runs `body` as a write over a snapshot, and drops what it wrote. Nothing that belongs to the
    /// ledger is touched, so this is a read: it needs no right to write, and a writer goes on.
    /// Memory stays bounded however much is rehearsed.
    func rehearse<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result

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
