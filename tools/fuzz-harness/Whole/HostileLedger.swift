import Chain
import Glibc
import Law
import Store
import StoreSQLite

@testable import Registry
@testable import stele

/// A ledger that somebody altered, who has the file, a database shell and no key, or one whose
/// entries no officer would record, soundly chained: whatever is asked of it, there is an answer, or
/// a sentence that says what is damaged or refused.
///
/// The first byte says what is done, bit by bit: 1 entries are appended that no decider has seen,
/// 2 rows are altered, 4 everything is computed anew that no key protects, 8 something is recorded,
/// 16 the views are built again, 32 an entry itself may be among the altered rows, 64 it is not
/// verified. Of the questions, the next byte chooses two.
@Sendable func hostileLedgerIsAnsweredOrRefused(_ bytes: [UInt8]) -> String? {
    var hostility = Hostility(bytes)
    let what = hostility.byte()
    let asked = hostility.byte()
    let path = MadeLedger.one.copy(as: "hostile")
    if what & 1 != 0 || what & 3 == 0 { appendUndecided(&hostility, to: path) }
    if what & 2 != 0 {
        guard alter(&hostility, path, sparingEntries: what & 32 == 0) else { return nil }
        if what & 4 != 0 { try? UnkeyedChecks.recompute(path) }
    }
    var runs = [questions[asked % questions.count], questions[(asked / 3 + 7) % questions.count]]
    if what & 64 == 0 { runs.append(["verify"] + (asked & 1 == 0 ? [] : ["--json"])) }
    if what & 8 != 0 { runs.append(acts[asked % acts.count]) }
    if what & 16 != 0 {
        runs += [asked & 2 == 0 ? ["rebuild"] : ["rebuild", "--check"], ["verify"]]
    }
    for words in runs {
        let begin = SystemClock().now().milliseconds
        let end = run(words + ["--ledger", path])
        if isTelling {
            let took = SystemClock().now().milliseconds - begin
            print("\(words.joined(separator: " ")): \(end.status), \(took) ms \(end.error)")
        }
        if end.status == .internalError {
            return "`\(words.joined(separator: " "))`: \(end.error)"
        }
    }
    return nil
}

/// Whether what is run is told, to look into a finding: `STELE_FUZZ_TELL=1`.
private let isTelling = getenv("STELE_FUZZ_TELL") != nil

private let questions: [[String]] = {
    let hero = "P-0001"
    return [
        ["status", hero], ["trace", hero], ["trace", "P-9999", "--json"], ["status", "P-0056"],
        ["subject", "find", "甲"], ["case", "show", "C-2020-901"], ["case", "list"],
        ["case", "show", "C-2024-904", "--json"], ["sanction", "list"], ["appeal", "list"],
        ["sanction", "show", "S-2020-901-P0001"], ["appeal", "show", "A-2024-002"],
        ["decision", "list"], ["decision", "show", "D-2021-003"], ["complaint", "list"],
        ["decision", "grounds"],
        ["decision", "responsible", "D-2021-003", "--as-of", "2024-05-10"],
        ["deadlines", "--as-of", "2024-03-20"], ["deadlines"], ["rules", "list"],
        ["rules", "show", "XZZ-2020-26/7"], ["show", "415"], ["show", "790"], ["prove", "415"],
        ["status", hero, "--as-of", "2020-12-31", "--known-at", "2020-06-30"],
        ["trace", hero, "--as-of", "2020-12-31"], ["trace", "P-0056", "--json"], ["show", "796"],
        ["show", "0"], ["export", "--to", "/dev/null/x"],
    ]
}()

private let acts: [[String]] = [
    ["subject", "register", "P-8888", "--kind", "person", "--on", "2020-01-01"],
    ["subject", "register", "P-0001", "--kind", "person", "--on", "2020-01-01"],
    [
        "withdraw", "415", "--subject", "P-0001", "--on", "2024-05-01", "--reason", "x",
        "--approver", "R-2", "--basis", "y",
    ],
    ["checkpoint"],
    ["decision", "detect-grounds", "D-2021-003", "--on", "2024-05-01"],
    [
        "destroy", "5", "--on", "2024-05-01", "--path", "name", "--organ", "U-1", "--ground", "x",
        "--approver", "R-2",
    ],
    ["import", MadeLedger.one.folder, "--mapping", MadeLedger.one.folder + "/mapping.json"],
    [
        "import", MadeLedger.one.folder, "--mapping", MadeLedger.one.folder + "/mapping.json",
        "--dry-run",
    ],
    ["case", "close", "C-2024-904", "--on", "2025-01-01", "--basis", "x"],
    ["backup", "--to", "/dev/null/x"],
]

// MARK: Entries that no decider has seen

private struct MadeEntry {
    let type: String
    let on: String?
    let onBasis: String?
    let cause: Int?
    let supersedes: Int?
    let basis: [String]
    let tags: [String]
    let data: JSONValue
    /// All of it, as it stands in its line.
    let whole: JSONValue

    /// Whether the format takes an entry with other data, of another type: what no program that keeps
    /// it would write is not appended, and is met among the altered rows.
    func isEntry(with data: JSONValue, type: String) -> Bool {
        guard case .object(let members) = whole else { return false }
        let line = JSONValue.object(
            members.map { member in
                switch member.key {
                case "data": .init("data", data)
                case "type": .init("type", .string(type))
                default: member
                }
            }
        ).canonical
        var tape = LineTape()
        return line.withUnsafeBytes { (try? EntryView.read($0, tape: &tape)) != nil }
    }
}

private let made: (entries: [MadeEntry], values: [JSONValue]) = {
    let path = MadeLedger.one.copy(as: "read")
    var entries: [MadeEntry] = []
    var values: [JSONValue] = []
    do {
        let store = try SQLiteStore(path, for: .reading)
        try store.read(.scan) { (reader) throws in
            try reader.scan(0..<Int.max) { _, line in
                let entry = try JSONValue(parsing: line)
                guard let type = entry["type"]?.string, let data = entry["data"] else { return }
                entries.append(
                    MadeEntry(
                        type: type, on: entry["on"]?.string, onBasis: entry["onBasis"]?.string,
                        cause: entry["cause"]?.integer, supersedes: entry["supersedes"]?.integer,
                        basis: entry["basis"]?.array?.compactMap(\.string) ?? ["x"],
                        tags: entry["tags"]?.members?.map(\.key) ?? [], data: data,
                        whole: entry))
                values += data.members?.map(\.value) ?? []
            }
        }
    } catch {
        fatalError("the ledger that was made cannot be read: \(error)")
    }
    return (entries, values)
}()

private func appendUndecided(_ hostility: inout Hostility, to path: String) {
    guard let store = try? SQLiteStore(path, for: .writing(as: "the fuzzer")) else { return }
    defer { try? store.close() }
    guard let ledger = try? Ledger(store, clock: MadeLedger.one.clock) else { return }
    var entries: [UnsealedEntry] = []
    for number in 0...hostility.number(below: 3) {
        let model = made.entries[hostility.number(below: made.entries.count)]
        let other = made.entries[hostility.number(below: made.entries.count)]
        let bits = hostility.byte()
        var data = model.data
        for _ in 0...(bits & 1) { data = hostility.altered(data, among: made.values) }
        let type = bits & 4 == 0 ? model.type : other.type
        guard model.isEntry(with: data, type: type) else { continue }
        let tags = bits & 2 == 0 ? model.tags : other.tags + model.tags.prefix(1)
        entries.append(
            UnsealedEntry(
                id: "01890000-0000-7000-8000-00000000000\(number)",
                type: type, actor: "R-1", unit: "SYS",
                basis: model.basis,
                cause: bits & 8 == 0 ? model.cause : hostility.number(below: 800),
                supersedes: bits & 16 == 0 ? model.supersedes : hostility.number(below: 800),
                on: bits & 32 == 0
                    ? model.on : hostility.one(of: ["0001-01-01", "9999-12-31", "2024-02-29"]),
                onBasis: model.onBasis,
                tags: Set(tags).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) },
                data: data.canonical))
    }
    _ = try? ledger.append(entries)
    if hostility.byte() & 1 == 0 { try? ledger.followViews(cores: 1) { _, _ in } }
}

// MARK: Rows that somebody altered

private struct Table {
    let name: String
    let key: [String]
    let columns: [String]
    let count: Int
}

private let tables: [Table] = {
    do {
        let shell = try DatabaseShell(MadeLedger.one.copy(as: "tables"))
        return try [
            "entry", "checkpoint", "vault", "tag_head", "tile", "source_span", "view",
            "view_position", "meta",
        ].map { name in
            var key: [String] = []
            var columns: [String] = []
            for row in try shell.rows("PRAGMA table_info(\(name))") {
                guard case .text(let column) = row[1], case .integer(let place) = row[5] else {
                    continue
                }
                columns.append(column)
                if place > 0 { key.append(column) }
            }
            guard
                case .integer(let count)? = try shell.rows("SELECT count(*) FROM \(name)")[0].first
            else { fatalError("no count of \(name)") }
            return Table(name: name, key: key, columns: columns, count: Int(count))
        }
    } catch {
        fatalError("the ledger that was made cannot be read: \(error)")
    }
}()

/// Lets go of what the engine itself would refuse, types above all, and takes it up again letter for
/// letter: the file describes itself as before.
///
/// - Returns: False where the engine refused even so, and nothing is asked.
private func alter(
    _ hostility: inout Hostility, _ path: String, sparingEntries: Bool
) -> Bool {
    let tables = sparingEntries ? Array(tables.dropFirst()) : tables
    do {
        let shell = try DatabaseShell(path)
        try shell.run(
            """
            CREATE TEMP TABLE kept AS SELECT rowid AS place, * FROM sqlite_schema;
            PRAGMA writable_schema = ON;
            DELETE FROM sqlite_schema WHERE type = 'trigger';
            UPDATE sqlite_schema SET sql = replace(replace(replace(sql,
                ') STRICT, WITHOUT', ') WITHOUT'), ') STRICT', ')'), ' NOT NULL', '')
                WHERE type = 'table';
            PRAGMA writable_schema = RESET;
            """)
        for _ in 0...hostility.number(below: 4) where !hostility.isEmpty {
            let table = hostility.one(of: tables)
            let key = table.key.joined(separator: ", ")
            let row = hostility.number(below: max(1, table.count))
            let place =
                "(\(key)) = (SELECT \(key) FROM \(table.name) ORDER BY \(key) LIMIT 1 OFFSET \(row))"
            let column = hostility.one(of: table.columns)
            switch hostility.number(below: 12) {
            case 0: try? shell.run("DELETE FROM \(table.name) WHERE \(place)")
            case 1:
                let values = table.columns.map {
                    $0 == column ? hostility.sql(instead: $0, in: table.name) : $0
                }
                try? shell.run(
                    "INSERT OR REPLACE INTO \(table.name) SELECT \(values.joined(separator: ", "))"
                        + " FROM \(table.name) WHERE \(place)")
            case 2:
                let value = hostility.sql(instead: column, in: table.name)
                try? shell.run("UPDATE OR REPLACE \(table.name) SET \(column) = \(value)")
            default:
                let value = hostility.sql(instead: column, in: table.name)
                try? shell.run(
                    "UPDATE OR REPLACE \(table.name) SET \(column) = \(value) WHERE \(place)")
            }
        }
        try shell.run(
            """
            PRAGMA writable_schema = ON;
            DELETE FROM sqlite_schema;
            INSERT INTO sqlite_schema (rowid, type, name, tbl_name, rootpage, sql)
                SELECT place, type, name, tbl_name, rootpage, sql FROM kept;
            DROP TABLE kept;
            PRAGMA writable_schema = RESET;
            PRAGMA wal_checkpoint(TRUNCATE);
            """)
        return true
    } catch {
        return false
    }
}
