import Foundation
import GRDB
import Glibc
import TestSupport

/// Somebody who has the file and SQL, and knows the format: triggers are taken away for the time of
/// the deed and made again letter for letter.
struct Outsider {
    let ledger: String

    /// Runs statements in one transaction; true if they altered a row.
    @discardableResult
    func run(_ statements: [String], keepingTriggers: Bool = true) throws -> Bool {
        var changes = 0
        try act(keepingTriggers: keepingTriggers) { database in
            for statement in statements { try database.execute(sql: statement) }
            changes = database.totalChangesCount
        }
        return changes > 0
    }

    func act(keepingTriggers: Bool = true, _ body: (Database) throws -> Void) throws {
        let queue = try DatabaseQueue(path: ledger)
        try queue.writeWithoutTransaction { database in
            try database.inTransaction {
                let triggers = try Row.fetchAll(
                    database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
                for trigger in triggers {
                    try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
                }
                try body(database)
                if keepingTriggers {
                    for trigger in triggers { try database.execute(sql: trigger["sql"]) }
                }
                return .commit
            }
        }
        try queue.close()
    }

    /// Every row of every table, as text: what a reader of the file reads.
    static func contents(of ledger: String) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: ledger, configuration: configuration)
        defer { try? queue.close() }
        return try queue.read { database in
            let schema = try Row.fetchAll(
                database, sql: "SELECT * FROM sqlite_schema ORDER BY name")
            var all = schema.map { "schema \($0)" }
            for table in tables {
                for row in try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1, 2") {
                    all.append(
                        table + " "
                            + row.databaseValues.map { "\($0.storage)" + text($0) }
                            .joined(separator: "|"))
                }
            }
            return all
        }
    }

    private static func text(_ value: DatabaseValue) -> String {
        guard case .blob(let data) = value.storage else { return "" }
        return data.base64EncodedString()
    }

    static let tables = [
        "entry", "checkpoint", "vault", "tag_head", "tile", "source_span", "view", "view_position",
        "meta",
    ]
}
