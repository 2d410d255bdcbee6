import CSQLite
import Glibc
import Store

extension StoreFault {
    /// What a result code means for the person at the keyboard.
    init(code: Int32, connection: OpaquePointer?, path: String) {
        // An in-memory allocation may fail before there is a connection.
        let message = connection.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
        var system = connection.map { sqlite3_system_errno($0) } ?? 0
        let primary = code & 0xff
        if primary == SQLITE_IOERR || primary == SQLITE_CORRUPT, let connection {
            let last = Self.lastSystemError(connection)
            // The engine tells some failures of a device as damage of the file.
            if primary == SQLITE_CORRUPT, [EIO, ENXIO, ERANGE].contains(last) {
                self = .ioError(detail: String(cString: strerror(last)), code: Int(last))
                return
            }
            if last != 0 { system = last }
        }
        self.init(code: code, message: message, system: system, path: path)
    }

    /// The operating system's last error on the ledger's log or its file; 0 for none.
    private static func lastSystemError(_ connection: OpaquePointer) -> Int32 {
        var number: Int32 = 0
        var log: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log)
        if let log, let methods = log.pointee.pMethods {
            _ = methods.pointee.xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &number)
        }
        if number == 0 {
            sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &number)
        }
        return number
    }

    init(code: Int32, message: String, system: Int32, path: String) {
        switch code & 0xff {
        case SQLITE_FULL: self = .diskFull(path: path)
        case SQLITE_NOTADB: self = .notALedger(path: path)
        // SQLITE_ERROR: our statements are right, so the tables are not what they say.
        case SQLITE_CORRUPT, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_ERROR:
            self = .malformed(detail: message)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(writer: "", pid: 0)
        case SQLITE_READONLY where code != Self.moved: self = .readOnly(path: path)
        case SQLITE_PERM, SQLITE_AUTH: self = .permission(path: path)
        case SQLITE_IOERR where code == Self.shortRead:
            self = .truncated(path: path, found: 0, expected: 0)
        case SQLITE_IOERR, SQLITE_CANTOPEN:
            self = StoreFault(system: system, path: path, detail: message)
        default:
            self = .ioError(detail: "\(message) (\(code))", code: Int(system))
        }
    }

    /// A page that the device did not give is no damage, though the engine's own check lists it among
    /// the damages: `Tree 2 page 7: unable to get the page. error code=266`.
    init?(unreadPage finding: String) {
        guard let mark = finding.firstRange(of: "error code="),
            let code = Int32(finding[mark.upperBound...].prefix { $0.isNumber }),
            code & 0xff == SQLITE_IOERR || code & 0xff == SQLITE_NOMEM
        else { return nil }
        self = .ioError(detail: String(cString: sqlite3_errstr(code)), code: Int(EIO))
    }

    /// What an error number of the operating system means.
    init(system number: Int32, path: String, detail: String) {
        switch number {
        case ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG: self = .missing(path: path)
        case EEXIST: self = .exists(path: path)
        case EACCES, EPERM: self = .permission(path: path)
        case EROFS: self = .readOnly(path: path)
        case ENOSPC, EDQUOT: self = .diskFull(path: path)
        default: self = .ioError(detail: detail, code: Int(number))
        }
    }

    /// The last failure of the operating system in this thread.
    static func system(_ path: String, _ detail: String) -> StoreFault {
        StoreFault(system: errno, path: path, detail: detail)
    }

    // Extended codes are expressions in the C header, which Swift does not import.
    private static let moved = SQLITE_READONLY | (4 << 8)
    private static let shortRead = SQLITE_IOERR | (2 << 8)
}
