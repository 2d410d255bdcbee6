import StoreSQLite
import Synchronization

/// The ledgers that one run of the program has open for writing, to be closed before it ends: what it
/// answered is then in the ledger's own file.
final class OpenedLedgers: Sendable {
    private let stores = Mutex<[SQLiteStore]>([])

    func keep(_ store: SQLiteStore) { stores.withLock { $0.append(store) } }

    /// Closes them all.
    ///
    /// - Returns: The files that belong to their ledgers until the next writer has closed.
    func settle() -> [String] {
        let stores = stores.withLock { stores in
            defer { stores = [] }
            return stores
        }
        // What was recorded is durable where it is, whatever closing meets.
        return stores.compactMap { store in
            do { return try store.settle() } catch { return store.path + "-wal" }
        }
    }
}
