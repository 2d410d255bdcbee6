import Testing

/// One thing an outsider does to a ledger, and how verify must name it.
struct Deed: Sendable, CustomTestStringConvertible {
    let name: String
    let statements: [String]
    /// Kind of the damage that must be among those named; nil: refused before anything is read.
    let kind: String?
    /// Entry that must be named with it.
    var entry: Int?
    /// Place that must be named with it.
    var place: String?
    /// Trail that must be named with it.
    var trail: String?

    var testDescription: String { name }

    init(
        _ name: String, _ statements: String..., kind: String?, entry: Int? = nil,
        place: String? = nil, trail: String? = nil
    ) {
        self.name = name
        self.statements = statements
        self.kind = kind
        self.entry = entry
        self.place = place
        self.trail = trail
    }
}

extension Deed {
    // The ledger under attack: entry 0, those of the built-in law, then three or two entries for each of
    // 300 people. Entry 100 lies in a full tile, the last entry beyond the last full one.

    /// Registers P-0000 and holds its name and delivered row; three later P-0001 is registered.
    static let first = 28
    static let last = first + 642

    static let entry: [Deed] = [
        Deed(
            "a byte of a line in a full tile",
            "UPDATE entry SET line = CAST(replace(CAST(line AS TEXT), '\"retired\"', '\"resigned\"')"
                + " AS BLOB) WHERE seq = \(first + 2)",
            kind: "link", entry: first + 2, trail: "subject:P-0000"),
        Deed(
            "a byte behind a line",
            "UPDATE entry SET line = CAST(line || ' ' AS BLOB) WHERE seq = 100",
            kind: "notCanonical", entry: 100),
        Deed(
            "a byte of the last line",
            "UPDATE entry SET line = CAST(replace(CAST(line AS TEXT), '\"import\"', '\"impart\"')"
                + " AS BLOB) WHERE seq = \(last)",
            kind: "lastEntry", entry: last),
        Deed(
            "a byte of entry 0",
            "UPDATE entry SET line = CAST(replace(CAST(line AS TEXT), 'XZZ', 'XZY') AS BLOB)"
                + " WHERE seq = 0",
            kind: "link", entry: 0),
        Deed(
            "entry 0 made unreadable", "UPDATE entry SET line = x'00' WHERE seq = 0",
            kind: "notCanonical", entry: 0),
        Deed(
            "a line emptied", "UPDATE entry SET line = x'' WHERE seq = 77", kind: "notCanonical",
            entry: 77),
        Deed(
            "an entry removed", "DELETE FROM entry WHERE seq = 50", kind: "missingEntry", entry: 50),
        Deed("entry 0 removed", "DELETE FROM entry WHERE seq = 0", kind: "missingEntry", entry: 0),
        Deed("the last entry removed", "DELETE FROM entry WHERE seq = \(last)", kind: "tagHead"),
        Deed("every entry removed", "DELETE FROM entry", kind: "identity"),
        Deed(
            "two entries changed places", "UPDATE entry SET seq = -2 WHERE seq = 10",
            "UPDATE entry SET seq = 10 WHERE seq = 11", "UPDATE entry SET seq = 11 WHERE seq = -2",
            kind: "sequence", entry: 10),
        Deed(
            "an entry moved far away", "UPDATE entry SET seq = \(last + 10) WHERE seq = \(last)",
            kind: "missingEntry", entry: last),
        Deed(
            "an entry before the first", "INSERT INTO entry VALUES (-1, x'7b7d')", kind: "sequence",
            place: "entry -1"),
        Deed(
            "an entry at the largest position there is",
            "INSERT INTO entry VALUES (9223372036854775807, x'7b7d')", kind: "sequence",
            place: "entry 9223372036854775807"),
        Deed(
            "an entry absurdly far away", "INSERT INTO entry VALUES (100000000000, x'7b7d')",
            kind: "sequence", place: "entry 100000000000"),
        Deed(
            "a line stood again at the end",
            "INSERT INTO entry SELECT \(last + 1), line FROM entry WHERE seq = 5", kind: "sequence",
            entry: last + 1),
        Deed(
            "something foreign at the end", "INSERT INTO entry VALUES (\(last + 1), x'7b7d')",
            kind: "notCanonical", entry: last + 1),
    ]

    static let checkpoint: [Deed] = [
        Deed(
            "a byte of the note",
            "UPDATE checkpoint SET note = CAST(replace(CAST(note AS TEXT), 'stele', 'stela') AS BLOB)",
            kind: "checkpointOrigin", place: "\(last + 1)"),
        Deed(
            "a byte behind the note", "UPDATE checkpoint SET note = CAST(note || x'0a' AS BLOB)",
            kind: "checkpointMalformed", place: "\(last + 1)"),
        Deed(
            "the size", "UPDATE checkpoint SET size = size - 1", kind: "checkpointName",
            place: "\(last)"),
        Deed("the number", "UPDATE checkpoint SET number = number + 1", kind: "structure"),
        Deed("a row removed", "DELETE FROM checkpoint", kind: "identity", place: "checkpoints"),
        Deed(
            "a row put twice",
            "INSERT INTO checkpoint (size, note) SELECT size, note FROM checkpoint",
            kind: "identity", place: "checkpoints"),
    ]

    static let vault: [Deed] = [
        Deed(
            "the value", "UPDATE vault SET value = x'41' WHERE seq = \(first) AND path = 'name'",
            kind: "sealedValue", entry: first, place: "name", trail: "subject:P-0000"),
        Deed(
            "the salt",
            "UPDATE vault SET salt = zeroblob(16) WHERE seq = \(first) AND path = 'name'",
            kind: "sealedValue", entry: first, place: "name"),
        Deed(
            "a byte moved from the value into the salt",
            "UPDATE vault SET salt = CAST(salt || substr(value, 1, 1) AS BLOB), "
                + "value = substr(value, 2) WHERE seq = \(first) AND path = 'name'",
            kind: "sealedValue", entry: first, place: "name"),
        Deed(
            "whose it is",
            "UPDATE vault SET subject = 'P-0200' WHERE seq = \(first) AND path = 'name'",
            kind: "sealedValue", entry: first, place: "name"),
        Deed(
            "whose it is, to nobody", "UPDATE vault SET subject = NULL WHERE seq = \(first)",
            kind: "sealedValue", entry: first),
        Deed(
            "the position", "UPDATE vault SET seq = 9999 WHERE seq = \(first) AND path = 'name'",
            kind: "sealedMissing", entry: first, place: "name"),
        Deed(
            "the path", "UPDATE vault SET path = 'nama' WHERE seq = \(first) AND path = 'name'",
            kind: "sealedUnknown", entry: first, place: "nama"),
        Deed(
            "a row removed", "DELETE FROM vault WHERE seq = \(first) AND path = 'name'",
            kind: "sealedMissing", entry: first, place: "name"),
        Deed(
            "a row added",
            "INSERT INTO vault VALUES (\(first + 2), 'name', NULL, zeroblob(16), x'41')",
            kind: "sealedUnknown", entry: first + 2, place: "name"),
        Deed(
            "a row of an entry beyond the end",
            "INSERT INTO vault VALUES (999999, 'name', NULL, zeroblob(16), x'41')",
            kind: "sealedUnknown", place: "vault 999999 name"),
        Deed(
            "a row of an entry before the first",
            "INSERT INTO vault VALUES (-1, 'name', NULL, zeroblob(16), x'41')",
            kind: "sealedUnknown", place: "vault -1 name"),
    ]

    private static let head = "WHERE tag = 'subject:P-0001'"

    static let tagHead: [Deed] = [
        Deed(
            "the tag", "UPDATE tag_head SET tag = 'subject:P-9' \(head)", kind: "tagHead",
            place: "subject:P-0001", trail: "subject:P-0001"),
        Deed(
            "the position, by one", "UPDATE tag_head SET last = last - 1 \(head)", kind: "tagHead",
            place: "subject:P-0001"),
        Deed(
            "the position, beyond the end", "UPDATE tag_head SET last = 99999 \(head)",
            kind: "tagHead", place: "subject:P-0001"),
        Deed(
            "the count", "UPDATE tag_head SET count = count + 1 \(head)", kind: "tagHead",
            place: "subject:P-0001"),
        Deed(
            "the count, to the smallest number",
            "UPDATE tag_head SET count = -9223372036854775808 \(head)", kind: "tagHead",
            place: "subject:P-0001"),
        Deed(
            "a row removed", "DELETE FROM tag_head \(head)", kind: "tagHead",
            place: "subject:P-0001"),
        Deed(
            "a row added", "INSERT INTO tag_head VALUES ('subject:P-9', 3, 1)", kind: "tagHead",
            place: "subject:P-9"),
        Deed(
            "a row of nothing added", "INSERT INTO tag_head VALUES ('subject:P-9', -1, 0)",
            kind: "tagHead", place: "subject:P-9"),
    ]

    static let tile: [Deed] = [
        Deed(
            "the hashes", "UPDATE tile SET hashes = zeroblob(1024) WHERE key = 3", kind: "tile",
            place: "0/0"),
        Deed(
            "a strip cut", "UPDATE tile SET hashes = substr(hashes, 1, 1000) WHERE key = 3",
            kind: "tile", place: "0/0"),
        Deed(
            "a hash moved to the strip before",
            "UPDATE tile SET hashes = CAST(hashes || (SELECT substr(hashes, 1, 32) FROM tile"
                + " WHERE key = 4) AS BLOB) WHERE key = 3",
            "UPDATE tile SET hashes = substr(hashes, 33) WHERE key = 4", kind: "tile", place: "0/0"),
        Deed("the key", "UPDATE tile SET key = 1015 WHERE key = 15", kind: "tile", place: "0/1"),
        Deed("a strip removed", "DELETE FROM tile WHERE key = 3", kind: "tile", place: "0/0"),
        Deed("every strip removed", "DELETE FROM tile", kind: "tile", place: "0/1"),
        Deed(
            "a strip of an unfinished tile", "INSERT INTO tile VALUES (16, zeroblob(1024))",
            kind: "tile", place: "0/2"),
        Deed("an empty strip", "INSERT INTO tile VALUES (16, x'')", kind: "tile", place: "0/2"),
        Deed("a strip before the first", "INSERT INTO tile VALUES (-16, x'00')", kind: "tile"),
        Deed(
            "a strip at the largest key", "INSERT INTO tile VALUES (9223372036854775807, x'00')",
            kind: "tile"),
        Deed(
            "a strip of a level that is not there",
            "INSERT INTO tile VALUES (281474976710656, zeroblob(1024))", kind: "tile", place: "1/0"),
    ]

    private static let span = "WHERE key = 'P-0001'"

    static let sourceSpan: [Deed] =
        [
            "delivery = 'x'", "file = 'x'", "key = 'x'", "position = \(first + 4)", "count = 3",
            "count = -1",
        ]
        .map {
            Deed(
                $0, "UPDATE source_span SET \($0) \(span)", kind: "sourceRow", entry: first + 3,
                trail: "subject:P-0001")
        } + [
            Deed(
                "a row removed", "DELETE FROM source_span \(span)", kind: "sourceRow",
                entry: first + 3,
                trail: "subject:P-0001"),
            Deed(
                "a row put twice",
                "INSERT INTO source_span SELECT delivery, file, key, \(first + 4), count FROM source_span \(span)",
                kind: "sourceRow", place: "people.csv P-0001"),
            Deed(
                "a row added", "INSERT INTO source_span VALUES ('d', 'f', 'k', \(first), 1)",
                kind: "sourceRow", place: "f k"),
        ]

    private static let row = "WHERE name = 'subject' AND key = 'P-0001'"

    static let view: [Deed] =
        [
            ("the name", "name = 'case'", "case/P-0001"), ("an unknown name", "name = 'x'", "x"),
            ("the key", "key = 'P-x'", "subject/P-x"),
            ("the position", "position = position + 1", "subject/P-0001"),
            ("the position, below 0", "position = -1", "subject/P-0001"),
            ("a byte behind the row", "body = CAST(body || ' ' AS BLOB)", "subject/P-0001"),
            ("the row, emptied", "body = x''", "subject/P-0001"),
            ("the row, its check alone", "body = substr(body, 1, 32)", "subject/P-0001"),
        ].map { Deed($0, "UPDATE view SET \($1) \(row)", kind: "view", place: $2) } + [
            Deed("a row removed", "DELETE FROM view \(row)", kind: "view", place: "subject"),
            Deed("every row removed", "DELETE FROM view", kind: "view", place: "subject"),
            Deed(
                "a row added", "INSERT INTO view VALUES ('subject', 'P-9', 0, x'00')", kind: "view",
                place: "subject/P-9"),
            Deed(
                "a row of an unknown view", "INSERT INTO view VALUES ('x', 'P-9', 0, x'00')",
                kind: "view", place: "x"),
        ]

    static let viewPosition: [Deed] =
        ["position = position - 1", "position = 0", "position = -3", "position = position + 1"].map
    {
        Deed(
            $0, "UPDATE view_position SET \($0) WHERE name = 'subject'", kind: "view",
            place: "subject")
    } + [
        Deed(
            "all of them alike", "UPDATE view_position SET position = 0", kind: "view",
            place: "case"),
        Deed(
            "the name", "UPDATE view_position SET name = 'x' WHERE name = 'case'", kind: "view",
            place: "x"),
        Deed(
            "a row removed", "DELETE FROM view_position WHERE name = 'case'", kind: "view",
            place: "case"),
        Deed(
            "a row added", "INSERT INTO view_position VALUES ('x', 1)", kind: "view", place: "x"),
    ]

    static let meta: [Deed] =
        ["createdAt", "format", "origin", "publicKey", "suite", "checkpoints"].flatMap {
            (fact: String) -> [Deed] in
            [
                Deed(
                    "\(fact), its value",
                    "UPDATE meta SET value = value || '0' WHERE name = '\(fact)'",
                    kind: "identity", place: fact),
                Deed(
                    "\(fact), its name",
                    "UPDATE meta SET name = name || '0' WHERE name = '\(fact)'",
                    kind: "identity", place: fact),
                Deed(
                    "\(fact), removed", "DELETE FROM meta WHERE name = '\(fact)'", kind: "identity",
                    place: fact),
            ]
        }
        + ["case", "subject"].flatMap { (view: String) -> [Deed] in
            [
                Deed(
                    "view.\(view), its value",
                    "UPDATE meta SET value = value || '0' WHERE name = 'view.\(view)'",
                    kind: "view",
                    place: view),
                Deed(
                    "view.\(view), removed", "DELETE FROM meta WHERE name = 'view.\(view)'",
                    kind: "view", place: view),
            ]
        } + [
            Deed(
                "a fact added", "INSERT INTO meta VALUES ('x', '1')", kind: "identity", place: "x"),
            Deed(
                "the tally of an unknown view", "INSERT INTO meta VALUES ('view.x', '1:1:1')",
                kind: "identity", place: "view.x"),
            Deed(
                "a tally spelt otherwise",
                "UPDATE meta SET value = upper(value) WHERE name = "
                    + "'view.subject' AND upper(value) <> value", kind: "view", place: "subject"),
        ]

    /// What the file says of its own tables.
    static let schema: [Deed] = [
        Deed("a table added", "CREATE TABLE x (a)", kind: nil),
        Deed("an index added", "CREATE INDEX x ON entry (line)", kind: nil),
        Deed("a view added", "CREATE VIEW x AS SELECT 1", kind: nil),
        Deed(
            "a trigger added", "CREATE TRIGGER x AFTER INSERT ON entry BEGIN SELECT 1; END",
            kind: nil),
        Deed("statistics added", "ANALYZE", kind: nil),
        Deed(
            "a table made again without its comments", "DROP TABLE meta",
            "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT,"
                + " WITHOUT ROWID", kind: nil),
        Deed("a table removed", "DROP TABLE tile", kind: nil),
        Deed("an older format", "PRAGMA user_version = 0", kind: nil),
    ]
}
