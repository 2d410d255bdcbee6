import Chain
import Foundation
import Law
import Store
import StoreSQLite
import TestSupport

@testable import Registry
@testable import stele

/// A ledger that somebody alters who has the file and a database shell, and no key.
struct AttackedLedger: Sendable {
    /// The file as it was: the demonstration and a delivery under a checkpoint, an act after it.
    let bytes: Data
    let hero: String
    /// Every column of every table, with the rows that are altered in it.
    let attacks: [Attack]

    /// One value in one column, or one row gone.
    struct Attack: Sendable, CustomStringConvertible {
        let table: String
        /// What is done, as words.
        let description: String
        let sql: String
        /// Whether something unkeyed stands beside the table that could be computed anew.
        var hasTally: Bool {
            ["checkpoint", "tag_head", "view", "view_position", "meta"].contains(table)
        }
    }

    static let made = Task { try await AttackedLedger() }

    private init() async throws {
        let scratch = try Scratch()
        try scratch.write("in/people.csv", Delivery(3).csv)
        try scratch.write("mapping.json", Delivery.mapping)
        let path = scratch("l")
        func run(_ words: String...) async throws -> String {
            let out = Output()
            let error = Output()
            let program = try Program(
                arguments: words + ["--ledger", path], environment: ["STELE_ACTOR": "R-1"],
                out: out, error: error)
            let status = await program.run()
            // Of the delivered rows, those about people of the demonstration are refused.
            guard status == .sound || words[0] == "import" else {
                throw Broken(words: words, error: error.text)
            }
            return out.text
        }
        let demo = try await run("demo", "--json")
        _ = try await run("import", scratch("in"), "--mapping", scratch("mapping.json"))
        _ = try await run("checkpoint")
        _ = try await run(
            "subject", "register", "P-9999", "--kind", "person", "--name", "示例", "--on",
            "2020-01-01")
        let answer = try JSONValue(parsing: Array(demo.utf8.dropLast()))
        guard case .object(let members) = answer,
            case .string(let hero)? = members.first(where: { $0.key == "hero" })?.value
        else { throw Broken(words: ["demo"], error: demo) }
        self.hero = hero
        let shell = try DatabaseShell(path)
        try shell.run("PRAGMA wal_checkpoint(TRUNCATE)")
        attacks = try Self.attacks(shell, hero)
        bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    }

    struct Broken: Error {
        let words: [String]
        let error: String
    }

    /// The rows of a table that are altered, by a condition that only they meet.
    private static func rows(_ hero: String) -> [(table: String, rows: [String])] {
        let finding =
            "seq = (SELECT min(seq) FROM entry WHERE CAST(line AS TEXT) LIKE '%\"type\":\"finding.made%' AND CAST(line AS TEXT) LIKE '%\"subject:\(hero)\"%')"
        return [
            ("entry", [finding, "seq = (SELECT max(seq) FROM entry)"]),
            ("checkpoint", ["number = 1"]),
            (
                "vault",
                ["path = 'name' AND seq = (SELECT min(seq) FROM vault WHERE path = 'name')"]
            ),
            (
                "tag_head",
                [
                    "tag = 'subject:\(hero)'",
                    "tag = (SELECT max(tag) FROM tag_head WHERE tag LIKE 'sanction:%')",
                    "tag = (SELECT max(tag) FROM tag_head WHERE tag LIKE 'complaint:%')",
                    "tag = 'calendar:2024'",
                ]
            ),
            ("tile", ["key = 8"]),
            ("source_span", ["key = (SELECT min(key) FROM source_span)"]),
            (
                "view",
                [
                    "name = 'subject' AND key = '\(hero)'",
                    "name = 'deadline' AND key = (SELECT max(key) FROM view WHERE name = 'deadline')",
                    "name = 'case' AND key = (SELECT min(key) FROM view WHERE name = 'case')",
                ]
            ),
            ("view_position", ["name = 'deadline'", "name = 'subject'"]),
            (
                "meta",
                ["edge", "heads", "view.deadline", "checkpoints", "origin"]
                    .map { "name = '\($0)'" }
            ),
        ]
    }

    private static func attacks(_ shell: DatabaseShell, _ hero: String) throws -> [Attack] {
        var attacks: [Attack] = []
        for (table, rows) in rows(hero) {
            for row in rows {
                guard
                    case .integer(1)? = try shell.rows(
                        "SELECT count(*) FROM \(table) WHERE \(row)"
                    ).first?.first
                else { throw Broken(words: [table], error: row) }
                attacks.append(
                    Attack(
                        table: table, description: "\(table) without \(row)",
                        sql: "DELETE FROM \(table) WHERE \(row)"))
                for column in try shell.rows("PRAGMA table_info(\(table))") {
                    guard case .text(let name) = column[1], case .text(let type) = column[2]
                    else { continue }
                    for value in values(of: name, type, in: table) {
                        attacks.append(
                            Attack(
                                table: table, description: "\(table).\(name) = \(value), \(row)",
                                sql:
                                    "UPDATE OR REPLACE \(table) SET \(name) = \(value) WHERE \(row)"
                            ))
                    }
                }
            }
        }
        attacks += [
            Attack(table: "view", description: "no view", sql: "DELETE FROM view"),
            Attack(
                table: "view", description: "views that were never built",
                sql:
                    "DELETE FROM view; DELETE FROM view_position; DELETE FROM meta WHERE name LIKE 'view.%'"
            ),
            Attack(table: "tag_head", description: "no head", sql: "DELETE FROM tag_head"),
            Attack(table: "tile", description: "no tile", sql: "DELETE FROM tile"),
        ]
        return attacks
    }

    /// Other values for a column, as SQL.
    private static func values(of column: String, _ type: String, in table: String) -> [String] {
        switch (table, column, type) {
        case ("entry", "line", _):
            [
                "CAST(replace(CAST(line AS TEXT), '\"finding\":\"sustained\"', '\"finding\":\"unfounded\"') AS BLOB)",
                "CAST(replace(CAST(line AS TEXT), '\"on\":\"20', '\"on\":\"19') AS BLOB)",
                "(SELECT line FROM entry WHERE seq = 5)",
            ]
        case ("view", "body", _):
            [
                "CAST(replace(CAST(body AS TEXT), '\"on\":\"20', '\"on\":\"21') AS BLOB)",
                "(SELECT body FROM view AS other WHERE other.name = view.name ORDER BY other.key LIMIT 1 OFFSET 1)",
                "CAST(substr(body, 1, length(body) - 1) || x'20' AS BLOB)",
            ]
        case (_, _, "INTEGER"): ["\(column) - 1", "\(column) + 1"]
        case (_, _, "BLOB"):
            ["CAST(substr(\(column), 1, length(\(column)) - 1) || x'00' AS BLOB)", "x'00'"]
        default: ["\(column) || 'x'", "'1:0:0'"]
        }
    }
}

extension AttackedLedger {
    /// The ledger after an attack, in a folder of its own, open as everybody opens it.
    ///
    /// - Parameter recomputing: Whether what stands beside the altered rows without any key is
    ///   computed anew: the tallies of heads, views and checkpoints, and the check of each row.
    /// - Returns: Nil where the engine itself refuses the alteration.
    func ledger(
        after attack: Attack?, recomputing: Bool, in scratch: Scratch
    ) throws -> Ledger? {
        let path = scratch("attacked")
        for tail in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + tail)
        }
        try bytes.write(to: URL(fileURLWithPath: path))
        if let attack {
            let shell = try DatabaseShell(path)
            do {
                try shell.withoutTriggers { try $0.run(attack.sql) }
            } catch is DatabaseShell.Refusal {
                return nil
            }
            try shell.run("PRAGMA wal_checkpoint(TRUNCATE)")
        }
        if recomputing { try UnkeyedChecks.recompute(path) }
        return try Ledger(
            SQLiteStore(path, for: .reading),
            clock: FixedClock(Instant(milliseconds: 1_800_000_000_000)))
    }
}
