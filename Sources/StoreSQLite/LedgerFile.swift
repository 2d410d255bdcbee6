import CSQLite
import Glibc
import Store

/// Decides whether a file is a ledger of this format, before anything of it is believed.
enum LedgerFile {
    /// The path with every symbolic link resolved, so that two names of one ledger share a lock.
    static func resolved(_ path: String) throws(StoreFault) -> String {
        guard let found = realpath(path, nil) else { throw .system(path, "cannot find \(path)") }
        defer { free(found) }
        let path = String(cString: found)
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system(path, "cannot look at \(path)") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notALedger(path: path) }
        return path
    }

    /// Whether commits lie beside the ledger that are not in it yet.
    static func hasWriteAheadFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    /// Reads the first 100 bytes, the size and the description of the tables.
    static func inspect(_ session: Connection.Session) throws(StoreFault) {
        let path = session.path
        // A checkpoint that is under way writes the new size first, so a file that looks cut is
        // looked at again.
        if try missingEnd(session.handle, path: path) != nil,
            let end = try missingEnd(session.handle, path: path)
        {
            throw StoreFault.truncated(path: path, found: end.found, expected: end.expected)
        }
        let found = try SchemaRow.all(in: session)
        if let foreign = found.first(where: { !SchemaRow.expected.contains($0) }) {
            throw StoreFault.malformed(
                detail: "\(foreign.type) \(foreign.name) is not of the format")
        }
        if let absent = SchemaRow.expected.first(where: { !found.contains($0) }) {
            throw StoreFault.malformed(detail: "\(absent.type) \(absent.name) is absent")
        }
    }

    /// https://www.sqlite.org/fileformat.html#the_database_header
    ///
    /// - Returns: the file's bytes and those it should have, if they are fewer.
    private static func missingEnd(
        _ connection: OpaquePointer, path: String
    ) throws(StoreFault) -> (found: Int, expected: Int)? {
        let file = try OpenFile(connection, path: path)
        let header = try file.header()
        guard header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw .notALedger(path: path)
        }
        let found = try file.size()
        guard found >= header.count else { return (found, header.count) }
        guard header.bigEndian(at: 68) == Format.applicationID else {
            throw .notALedger(path: path)
        }
        let format = header.bigEndian(at: 60)
        if format > Format.version {
            throw .newerFormat(found: format, supported: Format.version)
        }
        guard format == Format.version else { throw .malformed(detail: "format \(format)") }

        let pageSize = Int(header[16]) << 8 | Int(header[17])
        let expected = header.bigEndian(at: 28) * (pageSize == 1 ? 65_536 : pageSize)
        return found < expected && !hasWriteAheadFile(path) ? (found, expected) : nil
    }
}

/// The numbers in the file's header that say whose it is; their home is `schema/sqlite.sql`.
enum Format {
    static let applicationID = pragma("application_id")
    static let version = pragma("user_version")

    private static func pragma(_ name: String) -> Int {
        let marker = "PRAGMA \(name) = "
        for line in EmbeddedSQL.schema.split(separator: "\n") where line.hasPrefix(marker) {
            if let value = Int(line.dropFirst(marker.count).prefix { $0 != ";" }) { return value }
        }
        preconditionFailure("schema/sqlite.sql does not set \(name)")
    }
}

/// One table, index or trigger as the file describes it.
struct SchemaRow: Hashable, Sendable {
    let type: String
    let name: String
    let table: String
    let sql: String

    /// What a new ledger's file says of itself.
    static let expected: [SchemaRow] = {
        do throws(StoreFault) {
            var rows: [SchemaRow] = []
            let database = try Connection(":memory:", for: .write) { (session) throws(StoreFault) in
                try session.run(script: EmbeddedSQL.schema)
                rows = try all(in: session)
            }
            try database.close()
            return rows
        } catch {
            preconditionFailure("schema/sqlite.sql: \(error)")
        }
    }()

    static func all(in session: Connection.Session) throws(StoreFault) -> [SchemaRow] {
        try session.statement(.fileSchema).rows {
            SchemaRow(
                type: $0.text(0), name: $0.text(1), table: $0.text(2), sql: $0.text(3))
        }
    }
}

/// The ledger's file through the engine's own descriptor. Opening and closing another one would
/// drop the locks that connections of this process hold on it.
private struct OpenFile {
    private let file: UnsafeMutablePointer<sqlite3_file>
    private let methods: UnsafePointer<sqlite3_io_methods>

    init(_ connection: OpaquePointer, path: String) throws(StoreFault) {
        var file: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard let file, let methods = file.pointee.pMethods else { throw .missing(path: path) }
        self.file = file
        self.methods = methods
    }

    /// The first 100 bytes; zeros where the file is shorter.
    func header() throws(StoreFault) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 100)
        let code = methods.pointee.xRead(file, &header, Int32(header.count), 0)
        // The primary code of a short read is that of any read error; the rest is zeroed then.
        guard code == SQLITE_OK || code == SQLITE_IOERR | (2 << 8) else {
            throw .ioError(detail: "cannot read the first page (\(code))", code: Int(errno))
        }
        return header
    }

    func size() throws(StoreFault) -> Int {
        var size: sqlite3_int64 = 0
        let code = methods.pointee.xFileSize(file, &size)
        guard code == SQLITE_OK else {
            throw .ioError(detail: "cannot tell the file's size (\(code))", code: Int(errno))
        }
        return Int(size)
    }
}

extension [UInt8] {
    fileprivate func bigEndian(at offset: Int) -> Int {
        self[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
