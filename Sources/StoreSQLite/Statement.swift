import CSQLite
import Store

/// One prepared statement of one connection, kept for as long as the connection lives.
///
/// Values that are lent to ``bind(_:lent:)`` are not copied: they must stay until the statement
/// has run. Columns are lent from the engine's page until the next step.
final class Statement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    private let path: String
    /// Whether its rows are being read.
    private(set) var isRunning = false
    private var isFinal = false

    init(_ sql: String, on connection: OpaquePointer, path: String) throws(StoreFault) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else {
            throw StoreFault(code: code, connection: connection, path: path)
        }
        self.handle = handle
        self.connection = connection
        self.path = path
    }

    deinit { finalize() }

    /// Called before the connection closes; the statement is of no use afterwards.
    func finalize() {
        if !isFinal { sqlite3_finalize(handle) }
        isFinal = true
    }

    // MARK: Binding. The numbers are those in the SQL: 1 for ?1.

    /// Binds values in the order of the SQL, from ?1. Appending and reading a line, of which every
    /// microsecond counts, bind one by one.
    func binding<each Value: Bindable>(_ value: repeat each Value) -> Statement {
        var index: Int32 = 1
        for value in repeat each value {
            value.bind(to: self, at: index)
            index += 1
        }
        return self
    }

    func bind(_ index: Int32, _ value: Int) {
        sqlite3_bind_int64(handle, index, Int64(value))
    }

    func bind(_ index: Int32, _ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) {
                _ = sqlite3_bind_text64(
                    handle, index, $0.baseAddress, UInt64($0.count), Self.copied,
                    UInt8(SQLITE_UTF8))
            }
        }
    }

    func bind(_ index: Int32, _ value: String?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    func bind(_ index: Int32, _ value: [UInt8]) {
        value.withUnsafeBytes { bind(index, $0, Self.copied) }
    }

    func bind(_ index: Int32, lent value: UnsafeRawBufferPointer) {
        bind(index, value, nil)
    }

    /// SQLITE_TRANSIENT, which C spells as a cast of −1.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private func bind(
        _ index: Int32, _ value: UnsafeRawBufferPointer, _ lifetime: sqlite3_destructor_type?
    ) {
        if let address = value.baseAddress, !value.isEmpty {
            sqlite3_bind_blob64(handle, index, address, UInt64(value.count), lifetime)
        } else {
            sqlite3_bind_zeroblob(handle, index, 0)
        }
    }

    // MARK: Running

    /// Runs a statement that gives no rows that matter.
    @inline(__always)
    func run() throws(StoreFault) {
        let code = sqlite3_step(handle)
        // After a failed step, reset repeats the code; the fault is read before.
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failed(code) }
        sqlite3_reset(handle)
    }

    /// Runs the statement that commits.
    ///
    /// - Throws: ``StoreFault/unknownOutcome(detail:)`` where the device failed: the end of the
    ///   transaction may lie in the write-ahead file, whole, and be found there by whoever recovers
    ///   it. Too little room is told before anything of the end is written.
    func commit() throws(StoreFault) {
        let code = sqlite3_step(handle)
        guard code != SQLITE_DONE else {
            sqlite3_reset(handle)
            return
        }
        let fault = failed(code)
        if code & 0xff != SQLITE_IOERR { throw fault }
        if case .diskFull = fault, code == SQLITE_IOERR | (3 << 8) { throw fault }
        let isFull = if case .diskFull = fault { true } else { false }
        throw .unknownOutcome(detail: String(cString: sqlite3_errstr(code)), isFull: isFull)
    }

    /// Calls `body` for every row.
    @inline(__always)
    func forEachRow(_ body: (borrowing Row) throws -> Void) throws {
        start()
        defer { stop() }
        while try next() { try body(Row(handle: handle)) }
    }

    /// The first row, if there is one.
    @inline(__always)
    func firstRow<Result>(_ body: (borrowing Row) throws -> Result) throws -> Result? {
        start()
        defer { stop() }
        return try next() ? body(Row(handle: handle)) : nil
    }

    /// Every row, copied.
    func rows<Result>(_ body: (borrowing Row) -> Result) throws(StoreFault) -> [Result] {
        start()
        defer { stop() }
        var all: [Result] = []
        while try next() { all.append(body(Row(handle: handle))) }
        return all
    }

    /// The first row, copied, if there is one.
    func first<Result>(_ body: (borrowing Row) -> Result) throws(StoreFault) -> Result? {
        start()
        defer { stop() }
        return try next() ? body(Row(handle: handle)) : nil
    }

    private func start() {
        precondition(!isRunning, "a running statement is never handed out")
        isRunning = true
    }

    private func stop() {
        sqlite3_reset(handle)
        isRunning = false
    }

    private func next() throws(StoreFault) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else { throw failed(code) }
        return false
    }

    private func failed(_ code: Int32) -> StoreFault {
        let fault = StoreFault(code: code, connection: connection, path: path)
        sqlite3_reset(handle)
        return fault
    }
}

/// What a question mark in the SQL can stand for.
protocol Bindable {
    func bind(to statement: Statement, at index: Int32)
}

extension Int: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(index, self) }
}

extension String: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(index, self) }
}

extension String?: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(index, self) }
}

extension [UInt8]: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(index, self) }
}

/// The row a statement stands on. Columns count from 0.
struct Row: ~Copyable {
    fileprivate let handle: OpaquePointer

    func integer(_ column: Int32) -> Int {
        Int(sqlite3_column_int64(handle, column))
    }

    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    /// Lent until the next step.
    @inline(__always)
    func lent(_ column: Int32) -> UnsafeRawBufferPointer {
        // The address first: asking for the count may not convert the value afterwards.
        let address = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(
            start: address, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func bytes(_ column: Int32) -> [UInt8] {
        Array(lent(column))
    }

    func text(_ column: Int32) -> String {
        String(decoding: lent(column), as: UTF8.self)
    }
}
