import CSQLite
import Glibc
import Store

extension SQLiteStore {
    /// Copies the ledger as it is at one moment, whoever else is writing, into a new file.
    ///
    /// The copy is made as `<path>.new-<process id>`, and gets its name when it is complete, durable
    /// and approved of. Never overwrites.
    ///
    /// - Parameter check: Looks at the finished copy before it gets its name; what it throws leaves
    ///   nothing behind.
    /// - Throws: ``StoreFault/exists(path:)``, what `check` throws.
    public func copy<Result>(
        to path: String, _ check: (SQLiteStore) throws -> Result
    ) throws -> Result {
        let path = try Self.place(path)
        let draft = "\(path).new-\(getpid())"
        let leftovers = [draft, draft + "-wal", draft + "-shm", draft + "-journal"]
        for leftover in leftovers { unlink(leftover) }
        defer { for leftover in leftovers { unlink(leftover) } }
        do {
            try fill(draft)
            try Self.sync(draft)
        } catch let fault as StoreFault {
            throw fault.told(of: path, insteadOf: draft)
        }
        let copy = try SQLiteStore(draft, for: .readingAlone)
        let result: Result
        do {
            result = try check(copy)
            try copy.close()
        } catch {
            try? copy.close()
            throw error
        }
        try Self.publish(draft, as: path)
        try Self.sync(directory(of: path))
        return result
    }

    private func fill(_ draft: String) throws {
        try Self.makeEmpty(draft)
        let target = try Connection(draft, for: .write) { _ in }
        do {
            try lendForScan { source in
                try source.use { source in
                    try target.use { try $0.takeAll(from: source) }
                }
            }
        } catch {
            try? target.close()
            throw error
        }
        try target.close()
    }
}

extension Connection.Session {
    /// Takes every page over from another ledger, in one step, so that all of it is of one moment.
    fileprivate func takeAll(from source: Connection.Session) throws(StoreFault) {
        guard let backup = sqlite3_backup_init(handle, "main", source.handle, "main") else {
            throw StoreFault(code: sqlite3_errcode(handle), connection: handle, path: path)
        }
        let code = sqlite3_backup_step(backup, -1)
        let end = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, end == SQLITE_OK else {
            throw StoreFault(
                code: code == SQLITE_DONE ? end : code, connection: handle, path: path)
        }
    }
}

extension StoreFault {
    /// The same fault, said of the name that was asked for.
    func told(of path: String, insteadOf draft: String) -> StoreFault {
        switch self {
        case .diskFull(draft): .diskFull(path: path)
        case .readOnly(draft): .readOnly(path: path)
        case .permission(draft): .permission(path: path)
        case .unknownOutcome(let detail, let isFull):
            // Without its name the draft is no ledger.
            isFull ? .diskFull(path: path) : .ioError(detail: detail, code: 0)
        default: self
        }
    }
}
