import GRDB
import Store

/// One connection with its kept statements. GRDB opens it, serialises what uses it and closes it;
/// the statements run on the engine's C interface.
///
/// - Note: Unchecked, because everything that varies is touched only inside ``use(_:)``, which GRDB
///   serialises.
final class Connection: @unchecked Sendable {
    enum Purpose: Hashable, Sendable {
        case write
        case read(ReadAccess)
        /// The same on a disk where nothing can be written, not even the engine's own files.
        case readUnchanging(ReadAccess)

        fileprivate var preparation: StatementName {
            switch self {
            case .write: .prepareWriter
            case .read(.points), .readUnchanging(.points): .preparePointReader
            case .read(.scan), .readUnchanging(.scan): .prepareScanReader
            }
        }
    }

    let path: String
    private let queue: DatabaseQueue
    private var statements: [StatementName: Statement] = [:]

    /// - Parameter prepare: Runs before anything is read; checks the file, or fills a new one.
    init(
        _ path: String, for purpose: Purpose,
        prepare: @escaping @Sendable (Database) throws -> Void
    ) throws(StoreFault) {
        var configuration = Configuration()
        configuration.readonly = purpose != .write
        configuration.busyMode = .timeout(5)
        configuration.label = "stele"
        configuration.prepareDatabase { database in
            try prepare(database)
            try database.execute(sql: purpose.preparation.sql)
        }
        do {
            queue = try DatabaseQueue(
                path: Self.location(path, purpose), configuration: configuration)
        } catch {
            throw StoreFault(error, path: path)
        }
        self.path = path
    }

    /// An absolute path is never read as a URI; only the unchanging disk needs one.
    private static func location(_ path: String, _ purpose: Purpose) -> String {
        guard case .readUnchanging = purpose else { return path }
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
        try queue.unsafeRead { database in
            guard let connection = database.sqliteConnection else {
                preconditionFailure("the store was used after it was closed")
            }
            return try body(Session(connection: self, handle: connection))
        }
    }

    /// Closes; only the first time counts.
    func close() throws(StoreFault) {
        do {
            queue.unsafeRead { _ in
                for statement in statements.values { statement.finalize() }
                statements = [:]
            }
            try queue.close()
        } catch {
            throw StoreFault(error, path: path)
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

        func statement(_ name: StatementName) throws(StoreFault) -> Statement {
            if let kept = connection.statements[name] { return kept }
            let made = try Statement(name.sql, on: handle, path: connection.path)
            connection.statements[name] = made
            return made
        }

        func run(_ name: StatementName) throws(StoreFault) {
            try statement(name).run()
        }
    }
}
