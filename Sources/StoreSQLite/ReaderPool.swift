import Glibc
import Store
import Synchronization

/// Read-only connections, opened when needed and kept for the next read.
final class ReaderPool: Sendable {
    /// More are opened when more read at once, and closed again afterwards.
    private static let keptPerAccess = 8

    private let path: String
    /// Nothing can be written beside the ledger, so nothing changes it either.
    private let unchanging: Bool
    private let idle = Mutex<[ReadAccess: [Connection]]>([:])

    /// Opens the first connection, so that a file that is not a ledger is refused at once.
    ///
    /// - Parameter unchanging: Whether nobody else has the file open, and it has no log.
    init(_ path: String, unchanging isAlone: Bool = false) throws(StoreFault) {
        self.path = path
        if isAlone {
            unchanging = true
            let first = try Self.open(path, .readUnchanging(.points))
            idle.withLock { $0[.points] = [first] }
            return
        }
        var unchanging = false
        let first: Connection
        do throws(StoreFault) {
            first = try Self.open(path, .read(.points))
        } catch {
            // The engine keeps files beside a ledger even to read it. Where it cannot, and no commit
            // lies beside the ledger, the file alone is the ledger.
            guard Self.isFixed(path) || Self.hasNoRoom(error, path),
                !LedgerFile.hasWriteAheadFile(path)
            else { throw error }
            unchanging = true
            first = try Self.open(path, .readUnchanging(.points))
        }
        self.unchanging = unchanging
        idle.withLock { $0[.points] = [first] }
    }

    func lend<Result>(
        _ access: ReadAccess, _ body: (Connection) throws -> Result
    ) throws -> Result {
        let connection =
            try idle.withLock { $0[access]?.popLast() }
            ?? Self.open(path, unchanging ? .readUnchanging(access) : .read(access))
        defer {
            let isKept = idle.withLock { idle in
                guard idle[access, default: []].count < Self.keptPerAccess else { return false }
                idle[access, default: []].append(connection)
                return true
            }
            if !isKept { try? connection.close() }
        }
        return try body(connection)
    }

    func close() throws(StoreFault) {
        let connections = idle.withLock { idle in
            defer { idle = [:] }
            return idle.values.flatMap(\.self)
        }
        for connection in connections { try connection.close() }
    }

    private static func open(
        _ path: String, _ purpose: Connection.Purpose
    ) throws(StoreFault) -> Connection {
        try Connection(path, for: purpose, prepare: LedgerFile.inspect)
    }

    /// Whether the disk is too full for those files, while nobody writes.
    private static func hasNoRoom(_ fault: StoreFault, _ path: String) -> Bool {
        switch fault {
        case .diskFull, .ioError: access(path + ".writer", F_OK) != 0
        default: false
        }
    }

    /// Whether this user can create nothing in the ledger's directory.
    private static func isFixed(_ path: String) -> Bool {
        access(directory(of: path), W_OK) != 0
    }
}

/// The directory of an absolute path.
func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
}

extension StoreFault {
    /// Why a file that is there cannot be written: the disk, or this user.
    static func onUnwritableFile(_ path: String) -> StoreFault {
        access(path, W_OK) != 0 && errno == EACCES
            ? .permission(path: path) : .readOnly(path: path)
    }
}
