import CSQLite
import Dispatch
import Glibc
public import Store
import Synchronization

/// A ledger in one SQLite file. The tables are in `schema/sqlite.sql`.
///
/// Files beside the ledger: `<ledger>-wal` holds commits that are not in the ledger yet and
/// belongs to it; `<ledger>-shm` is shared memory of the processes that have it open;
/// `<ledger>.writer` says who writes. When a writer closes, the ledger is one file again, unless a
/// reader holds it at an earlier moment; see ``settle()``.
public final class SQLiteStore: EntryStore {
    /// What a ledger is opened for.
    public enum Opening: Hashable, Sendable {
        /// Never writes to the ledger; any number may read beside one writer.
        case reading
        /// Reads a file that nothing else has open and that has no log, such as a fresh copy; nothing
        /// is made beside it.
        case readingAlone
        /// Holds the one right to write. The name is shown to a second writer that is refused.
        case writing(as: String)
    }

    /// The ledger's path, absolute and without symbolic links.
    public let path: String
    private let file: FileIdentity
    private let lock: WriterLock?
    private let writer: Connection?
    private let readers: ReaderPool
    private let underWay = DispatchGroup()
    private let closed = Mutex(false)
    /// What is known of the last commit's end; see ``EntryStore``.
    private let doubt = Mutex<StoreFault?>(nil)

    /// Opens a ledger.
    ///
    /// - Parameter patience: How long to wait while another opening of it writes.
    /// - Throws: ``StoreFault`` for whatever is at the path instead of a ledger of this format, and
    ///   ``StoreFault/busy(writer:pid:)`` when another opening of it writes.
    public init(
        _ path: String, for opening: Opening, patience: Patience = .none
    ) throws(StoreFault) {
        let path = try LedgerFile.resolved(path)
        guard let file = FileIdentity(path) else { throw .missing(path: path) }
        self.path = path
        self.file = file
        OpenLedgers.enter(file)
        do throws(StoreFault) {
            switch opening {
            case .reading:
                try OnlyName.check(path, isForWriting: false)
                lock = nil
                writer = nil
                readers = try ReaderPool(path)
            case .readingAlone:
                lock = nil
                writer = nil
                readers = try ReaderPool(path, unchanging: true)
            case .writing(let name):
                let lock = try WriterLock(ledger: path, file, writer: name, patience: patience)
                do throws(StoreFault) {
                    // While this waited the ledger may have got another name, or its name another
                    // ledger.
                    guard FileIdentity(path) == file else { throw StoreFault.moved(path: path) }
                    try OnlyName.check(path, isForWriting: true)
                    writer = try Self.openWriter(path)
                    readers = try ReaderPool(path)
                } catch {
                    lock.release()
                    throw error
                }
                self.lock = lock
            }
        } catch {
            OpenLedgers.leave(file)
            throw error
        }
    }

    deinit {
        // Whoever forgets to close lets go all the same; a fault here has nobody to be told to.
        try? close()
    }

    private static func openWriter(_ path: String) throws(StoreFault) -> Connection {
        try Connection(path, for: .write) { (session) throws(StoreFault) in
            try LedgerFile.inspect(session)
            // The engine falls back to reading where it may not write.
            if sqlite3_db_readonly(session.handle, "main") != 0 {
                throw StoreFault.onUnwritableFile(path)
            }
        }
    }

    public func read<Result>(
        _ access: ReadAccess, _ body: (any StoreReader) throws -> Result
    ) throws -> Result {
        enter()
        defer { underWay.leave() }
        return try readers.lend(access) { connection in
            try connection.use { session in
                try session.run(.begin)
                defer { try? session.run(.rollback) }  // A read has nothing to lose.
                return try body(Snapshot(session))
            }
        }
    }

    public func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        guard let writer else { throw StoreFault.readOnly(path: path) }
        enter()
        defer { underWay.leave() }
        // Its log lies beside the old name: who opens it under the new one would not find it.
        guard FileIdentity(path) == file else { throw StoreFault.moved(path: path) }
        return try writer.use { session in
            if let fault = doubt.withLock(\.self) { throw fault }
            do {
                return try session.write(body)
            } catch let fault as StoreFault {
                if case .unknownOutcome = fault { doubt.withLock { $0 = fault } }
                throw fault
            }
        }
    }

    /// What is rehearsed lies in a file of the engine's own that has no name and goes with its
    /// connection; in the directory that `SQLITE_TMPDIR` or `TMPDIR` names, so there must be room.
    public func rehearse<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        try read(.points) { base in
            let scratch = try Connection(path, for: .scratch) { (session) throws(StoreFault) in
                try session.run(script: EmbeddedSQL.schema)
            }
            defer { try? scratch.close() }  // What is dropped has nothing to lose.
            return try scratch.use { session in
                try session.rehearse { try body(Overlay(over: base, in: $0)) }
            }
        }
    }

    public func structureFaults() throws(StoreFault) -> [String] {
        do {
            enter()
            defer { underWay.leave() }
            return try readers.lend(.scan) { connection in
                try connection.use { session in
                    let faults = try session.statement(.structureFaults).rows { $0.text(0) }
                        .filter { $0 != "ok" }
                    if let fault = faults.lazy.compactMap(StoreFault.init(unreadPage:)).first {
                        throw fault
                    }
                    return faults + (try Self.numberFaults(session))
                }
            }
        } catch {
            guard let fault = error as? StoreFault else {
                preconditionFailure("only a store fault is thrown here")
            }
            // Too damaged even to be checked.
            if case .malformed(let detail) = fault { return [detail] }
            throw fault
        }
    }

    /// Checkpoints are numbered from 1 in the order of issue; only the store sees the numbers.
    private static func numberFaults(_ session: Connection.Session) throws(StoreFault) -> [String] {
        let isInOrder = try session.statement(.checkpointNumbers).first {
            $0.integer(0) == 0 || ($0.integer(1) == 1 && $0.integer(2) == $0.integer(0))
        }
        return isInOrder == false ? ["checkpoint: the numbers are not those that were given"] : []
    }

    public func close() throws(StoreFault) {
        _ = try shut(waiting: .milliseconds(250))
    }

    /// Closes, and folds every commit into the ledger's file before it does, so that the file can be
    /// copied.
    ///
    /// A reader that looks at the ledger as it was before the last commits holds the place where they
    /// would go; it is waited for, but not for long.
    ///
    /// - Returns: The file in which commits were left, which belongs to the ledger until the next
    ///   writer has folded it; nil when the ledger's file is the whole ledger.
    public func settle() throws(StoreFault) -> String? {
        try shut(waiting: .seconds(2)) ? nil : path + "-wal"
    }

    /// - Returns: Whether the ledger's file holds every commit.
    private func shut(waiting patience: Duration) throws(StoreFault) -> Bool {
        guard
            closed.withLock({ was in
                defer { was = true }; return !was
            })
        else { return true }
        underWay.wait()
        defer {
            lock?.release()
            OpenLedgers.leave(file)
        }
        try readers.close()
        guard let writer else { return true }
        // A full disk may forbid it. Nothing is lost then: the commits stay where they are durable,
        // and the next opening finds them there.
        let isWhole = (try? writer.use { session in try session.fold(patience) }) ?? false
        try writer.close()
        return isWhole
    }

    /// Lends a connection that reads everything once.
    func lendForScan<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        enter()
        defer { underWay.leave() }
        return try readers.lend(.scan, body)
    }

    private func enter() {
        underWay.enter()
        precondition(!closed.withLock { $0 }, "the store was used after it was closed")
    }
}

extension Connection.Session {
    /// One durable transaction: the only way anything is written.
    func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        try run(.beginWrite)
        let transaction = Transaction(self)
        do {
            let result = try body(transaction)
            if let fault = transaction.fault { throw fault }
            try statement(.commit).commit()
            // What was destroyed must not stay in the ledger's file until somebody closes it. Where
            // a reader is in the way it goes with the next opening or closing.
            if transaction.hasDestroyed { _ = try? fold(.zero) }
            return result
        } catch {
            // The engine has rolled back by itself after some failures.
            if sqlite3_get_autocommit(handle) == 0 { try? run(.rollback) }
            throw error
        }
    }

    /// Copies every commit into the ledger's file and empties the write-ahead file.
    ///
    /// - Parameter patience: For readers of earlier moments.
    /// - Returns: Whether the ledger's file holds every commit.
    func fold(_ patience: Duration) throws(StoreFault) -> Bool {
        let end = ContinuousClock.now + patience
        // The engine would wait with the readers' door closed; others shall go on reading.
        sqlite3_busy_timeout(handle, 20)
        defer { sqlite3_busy_timeout(handle, Connection.patienceMilliseconds) }
        while true {
            let row = try statement(.emptyWriteAheadFile).first {
                (isBusy: $0.integer(0) != 0, commits: $0.integer(1), folded: $0.integer(2))
            }
            guard let row else { return false }
            if !row.isBusy || (row.commits >= 0 && row.commits == row.folded) { return true }
            guard ContinuousClock.now < end else { return false }
            usleep(10_000)
        }
    }

    /// One transaction that ends with its connection.
    func rehearse<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        try run(.beginWrite)
        let transaction = Transaction(self)
        let result = try body(transaction)
        if let fault = transaction.fault { throw fault }
        return result
    }
}
