import CSQLite

/// Somebody who opens a database file with tools of their own: SQL in, rows out.
public final class DatabaseShell {
    /// What the engine said.
    public struct Refusal: Error {
        public let message: String
    }

    /// One value, told apart by its type.
    public enum Value: Hashable, Sendable, CustomStringConvertible {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case blob([UInt8])

        public var description: String {
            switch self {
            case .null: "null"
            case .integer(let value): "\(value)"
            case .real(let value): "\(value)"
            case .text(let value): value.debugDescription
            case .blob(let value): "blob " + Self.hex(value)
            }
        }

        private static func hex(_ bytes: [UInt8]) -> String {
            let digits = [UInt8]("0123456789abcdef".utf8)
            var hex: [UInt8] = []
            hex.reserveCapacity(2 * bytes.count)
            for byte in bytes {
                hex.append(digits[Int(byte >> 4)])
                hex.append(digits[Int(byte & 15)])
            }
            return String(decoding: hex, as: UTF8.self)
        }
    }

    private let connection: OpaquePointer

    /// Opens the file, or makes an empty one.
    public init(_ path: String, isReadOnly: Bool = false) throws {
        var connection: OpaquePointer?
        let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let code = sqlite3_open_v2(path, &connection, flags, nil)
        guard code == SQLITE_OK, let connection else {
            defer { sqlite3_close(connection) }
            throw Refusal(message: connection.map { String(cString: sqlite3_errmsg($0)) } ?? "")
        }
        self.connection = connection
        sqlite3_busy_timeout(connection, 5_000)
    }

    deinit { sqlite3_close(connection) }

    /// Runs statements.
    public func run(_ sql: String) throws {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw refusal }
    }

    /// Every row of one query.
    public func rows(_ sql: String) throws -> [[Value]] {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
            throw refusal
        }
        defer { sqlite3_finalize(statement) }
        var rows: [[Value]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                rows.append((0..<sqlite3_column_count(statement)).map { value($0, of: statement) })
            case SQLITE_DONE: return rows
            default: throw refusal
            }
        }
    }

    /// How many rows were altered since the file was opened.
    public var changes: Int { Int(sqlite3_total_changes(connection)) }

    /// Runs `body` with the triggers out of the way, and makes them again letter for letter.
    public func withoutTriggers(
        makingAgain: Bool = true, _ body: (DatabaseShell) throws -> Void
    ) throws {
        let triggers = try rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for case .text(let name) in triggers.map({ $0[0] }) { try run("DROP TRIGGER \(name)") }
        try body(self)
        guard makingAgain else { return }
        for case .text(let sql) in triggers.map({ $0[1] }) { try run(sql) }
    }

    private func value(_ column: Int32, of statement: OpaquePointer?) -> Value {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            let bytes = bytes(column, of: statement)
            return .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB: return .blob(bytes(column, of: statement))
        default: return .null
        }
    }

    private func bytes(_ column: Int32, of statement: OpaquePointer?) -> [UInt8] {
        let address = sqlite3_column_blob(statement, column)
        return Array(
            UnsafeRawBufferPointer(
                start: address, count: Int(sqlite3_column_bytes(statement, column))))
    }

    private var refusal: Refusal { Refusal(message: String(cString: sqlite3_errmsg(connection))) }
}
