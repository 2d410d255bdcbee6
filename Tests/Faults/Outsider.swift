import TestSupport

/// Somebody who has the file and SQL, and knows the format: triggers are taken away for the time of
/// the deed and made again letter for letter.
struct Outsider {
    let ledger: String

    /// Runs statements in one transaction; true if they altered a row.
    @discardableResult
    func run(_ statements: [String], keepingTriggers: Bool = true) throws -> Bool {
        let shell = try DatabaseShell(ledger)
        var changes = 0
        try shell.run("BEGIN IMMEDIATE")
        try shell.withoutTriggers(makingAgain: keepingTriggers) { shell in
            let before = shell.changes
            for statement in statements { try shell.run(statement) }
            changes = shell.changes - before
        }
        try shell.run("COMMIT")
        return changes > 0
    }

    /// Every row of every table, as text: what a reader of the file reads.
    static func contents(of ledger: String) throws -> [String] {
        let shell = try DatabaseShell(ledger, isReadOnly: true)
        var all = try shell.rows("SELECT * FROM sqlite_schema ORDER BY name")
            .map { "schema \($0)" }
        for table in tables {
            for row in try shell.rows("SELECT * FROM \(table) ORDER BY 1, 2") {
                all.append(table + " " + row.map(\.description).joined(separator: "|"))
            }
        }
        return all
    }

    static let tables = [
        "entry", "checkpoint", "vault", "tag_head", "tile", "source_span", "view", "view_position",
        "meta",
    ]
}
