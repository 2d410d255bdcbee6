import CSQLite
import Dispatch
public import Store
import Synchronization

/// A ledger in one SQLite file. The tables are in `schema/sqlite.sql`.
///
/// Files beside the ledger: `<ledger>-wal` holds commits that are not in the ledger yet and
/// belongs to it; `<ledger>-shm` is shared memory of the processes that have it open;
/// `<ledger>.writer` says who writes. When the last writer closes, the ledger is one file again.
public final class SQLiteStore: EntryStore {
    /// What a ledger is opened for.
    public enum Opening: Hashable, Sendable {
        /// Never writes to the ledger; any number may read beside one writer.
        case reading
        /// Holds the one right to write. The name is shown to a second writer that is refused.
        case writing(as: String)
    }

    /// The ledger's path, absolute and without symbolic links.
    public let path: String
    private let lock: WriterLock?
    private let writer: Connection?
    private let readers: ReaderPool
    private let underWay = DispatchGroup()
    private let closed = Mutex(false)
    /// What is known of the last commit's end; see ``EntryStore``.
    private let doubt = Mutex<StoreFault?>(nil)

    /// Opens a ledger.
    ///
    /// - Throws: ``StoreFault`` for whatever is at the path instead of a ledger of this format, and
    ///   ``StoreFault/busy(writer:pid:)`` when another opening of it writes.
    public init(_ path: String, for opening: Opening) throws(StoreFault) {
        let path = try LedgerFile.resolved(path)
        self.path = path
        switch opening {
        case .reading:
            lock = nil
            writer = nil
            readers = try ReaderPool(path)
        case .writing(let name):
            let lock = try WriterLock(ledger: path, writer: name)
            do throws(StoreFault) {
                writer = try Self.openWriter(path)
                readers = try ReaderPool(path)
            } catch {
                lock.release()
                throw error
            }
            self.lock = lock
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
        guard
            closed.withLock({ was in
                defer { was = true }; return !was
            })
        else { return }
        underWay.wait()
        defer { lock?.release() }
        try readers.close()
        guard let writer else { return }
        // A full disk may forbid it. Nothing is lost then: the commits stay where they are durable,
        // and the next opening finds them there.
        try? writer.use { session in try session.run(.emptyWriteAheadFile) }
        try writer.close()
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
            if transaction.hasDestroyed { try? run(.emptyWriteAheadFile) }
            return result
        } catch {
            // The engine has rolled back by itself after some failures.
            if sqlite3_get_autocommit(handle) == 0 { try? run(.rollback) }
            throw error
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
