import CSQLite
import Dispatch
import Store

/// One connection with its kept statements, used by one thread at a time.
///
/// - Note: Unchecked, because everything that varies is touched only inside ``use(_:)``, which runs
///   its bodies one after the other.
final class Connection: @unchecked Sendable {
    enum Purpose: Hashable, Sendable {
        case write
        case read(ReadAccess)
        /// The same on a disk where nothing can be written, not even the engine's own files.
        case readUnchanging(ReadAccess)
        /// A file without a name that goes with the connection, in place of the one at the path.
        case scratch

        fileprivate var preparation: StatementName {
            switch self {
            case .write: .prepareWriter
            case .read(.points), .readUnchanging(.points): .preparePointReader
            case .read(.scan), .readUnchanging(.scan): .prepareScanReader
            case .scratch: .prepareScratch
            }
        }

        /// What is not there is never made by opening it.
        fileprivate var flags: Int32 {
            switch self {
            case .write: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
            case .read: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
            case .readUnchanging: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
            case .scratch: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
            }
        }
    }

    /// What a fault names.
    let path: String
    private let handle: OpaquePointer
    private let turns = DispatchQueue(label: "stele.connection")
    private var statements: [StatementName: Statement] = [:]
    private var isOpen = true

    /// - Parameter prepare: Runs before anything is read; checks the file, or fills a new one.
    init(
        _ path: String, for purpose: Purpose, prepare: (Session) throws(StoreFault) -> Void
    ) throws(StoreFault) {
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(Self.location(path, purpose), &handle, purpose.flags, nil)
        guard code == SQLITE_OK, let handle else {
            // The engine gives a connection even when it could not open it, to say why.
            defer { sqlite3_close(handle) }
            throw StoreFault(code: code, connection: handle, path: path)
        }
        self.path = path
        self.handle = handle
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, Self.patienceMilliseconds)
        do throws(StoreFault) {
            let session = Session(connection: self, handle: handle)
            try prepare(session)
            try session.run(script: purpose.preparation.sql)
        } catch {
            try? close()
            throw error
        }
    }

    /// How long the engine waits for another process that is opening or closing the ledger.
    static let patienceMilliseconds: Int32 = 5_000

    /// An absolute path is never read as a URI; only the unchanging disk needs one.
    private static func location(_ path: String, _ purpose: Purpose) -> String {
        switch purpose {
        case .write, .read: return path
        case .scratch: return ""
        case .readUnchanging: break
        }
        let plain = Set("/-._~".utf8)
        let escaped = path.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            if plain.contains(byte)
                || (character.isASCII && (character.isLetter || character.isNumber))
            {
                return String(character)
            }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return "file://" + escaped.joined() + "?immutable=1"
    }

    /// Runs `body` alone on the connection.
    func use<Result>(_ body: (Session) throws -> Result) rethrows -> Result {
        try turns.sync {
            precondition(isOpen, "the store was used after it was closed")
            return try body(Session(connection: self, handle: handle))
        }
    }

    /// Closes; only the first time counts.
    func close() throws(StoreFault) {
        let code = turns.sync {
            guard isOpen else { return SQLITE_OK }
            for statement in statements.values { statement.finalize() }
            statements = [:]
            let code = sqlite3_close(handle)
            isOpen = code != SQLITE_OK
            return code
        }
        guard code == SQLITE_OK else {
            throw StoreFault(code: code, connection: handle, path: path)
        }
    }

    /// The right to run statements, for the length of one ``Connection/use(_:)``.
    struct Session {
        private let connection: Connection
        let handle: OpaquePointer

        fileprivate init(connection: Connection, handle: OpaquePointer) {
            self.connection = connection
            self.handle = handle
        }

        var path: String { connection.path }

        /// The kept statement, or, where a closure inside its own rows asks again, another of its
        /// kind.
        func statement(_ name: StatementName) throws(StoreFault) -> Statement {
            let kept = connection.statements[name]
            if let kept, !kept.isRunning { return kept }
            let made = try Statement(name.sql, on: handle, path: connection.path)
            if kept == nil { connection.statements[name] = made }
            return made
        }

        func run(_ name: StatementName) throws(StoreFault) {
            try statement(name).run()
        }

        /// Runs every statement of a text; what rows they give is lost.
        func run(script: String) throws(StoreFault) {
            let code = sqlite3_exec(handle, script, nil, nil, nil)
            guard code == SQLITE_OK else {
                throw StoreFault(code: code, connection: handle, path: path)
            }
        }
    }
}
