import Application
import Chain
import Law
import Records
import Registry
import Store
import StoreSQLite
import Vocabulary

/// The deadline board, and a long trail.
enum Deadlines {
    private static let asOf = CalendarDate(year: 2026, month: 6, day: 30)

    /// Makes a ledger with the law, `clocks` clocks that run, and a person with `trail` entries.
    static func build(_ options: Options) throws {
        let path = options.text("ledger")
        let key = try SigningKey.generate(suite: .sha256, name: "benchmark.example/deadlines")
        try SQLiteStore.create(at: path) { store in
            try Ledger.found(
                in: store, key: key.verifier, actor: "benchmark", unit: "SYS",
                law: BuiltInLaw.documents)
        }
        let ledger = try Ledger(SQLiteStore(path, for: .writing(as: "benchmark")))
        let clocks = options.number("clocks")
        for start in stride(from: 0, to: clocks, by: 1_000) {
            _ = try ledger.append((start..<min(start + 1_000, clocks)).map(clock))
        }
        var workload = Workload(subjects: 1, seed: 3, isNew: true)
        _ = try ledger.append(workload.next(options.number("trail")))
        try ledger.followViews(cores: 2)
        try ledger.store.close()
        var findings = Findings()
        findings.report()
    }

    /// One clock that still runs on the day: of four kinds, over two years.
    private static func clock(_ number: Int) -> UnsealedEntry {
        let month = padded(1 + number / 28 % 12, 2)
        let day =
            "\(number % 4 == 3 ? 2026 : 2024 + number / 336 % 2)-\(month)-"
            + padded(1 + number % 28, 2)
        let person = "P-" + padded(number % 3_000, 7)
        let unit = "U-" + padded(number % 60, 3)
        var data = CanonicalObject()
        switch number % 4 {
        case 0:
            data.set("decider", unit)
            data.set("decision", "D-\(number)")
            return entry("decision.adopted.v1", day, ["decision:D-\(number)"], data)
        case 1:
            data.set("authority", unit)
            data.set("case", "C-\(number)")
            return entry("case.opened.v2", day, ["case:C-\(number)"], data)
        case 2:
            data.set("appeal", "A-\(number)")
            data.set("route", "A")
            data.set("sanction", "S-\(number)")
            data.set("stage", "recheck")
            data.set("subject", person)
            return entry(
                "appeal.filed.v1", day,
                ["appeal:A-\(number)", "sanction:S-\(number)", "subject:\(person)"], data)
        default:
            data.set("case", "C-\(number)")
            data.set("organ", unit)
            data.set("reason", "managementAuthority")
            data.set("subject", person)
            return entry(
                "case.transferred.v1", "2026-05-" + padded(1 + number % 28, 2),
                ["case:C-\(number)", "subject:\(person)"], data)
        }
    }

    private static func entry(
        _ type: String, _ on: String, _ tags: [String], _ data: CanonicalObject
    ) -> UnsealedEntry {
        UnsealedEntry(
            id: "01900000-0000-7000-8000-000000000000", type: type, actor: "benchmark",
            unit: "U-001", basis: ["XZZ-2020-26#16"], on: on, tags: tags, data: data.bytes)
    }

    /// The board, again and again in one process; beside it, in the same run, what reading its rows
    /// alone costs.
    static func board(_ options: Options) throws {
        let start = now()
        let ledger = try Ledger(SQLiteStore(options.text("ledger"), for: .reading))
        var clocks = try ledger.deadlines(at: Times(asOf: asOf)).items.count
        let first = now() - start
        var times: [Double] = []
        var written: [Double] = []
        var rows: [Double] = []
        var sum = 0
        let application = Application(ledger)
        for _ in 0..<options.number("rounds") {
            rows.append(
                try seconds {
                    try ledger.store.read { reader in
                        var digest = DigestContext(.sha256)
                        try reader.scanView("deadline") { _, _, row in
                            sum &+= digest.digest(row).hashValue
                        }
                    }
                })
            times.append(
                try seconds { clocks = try ledger.deadlines(at: Times(asOf: asOf)).items.count })
            written.append(
                try seconds {
                    sum &+= try application.json(ledger.deadlines(at: Times(asOf: asOf))).count
                })
        }
        var findings = Findings()
        findings.set("clocks", clocks)
        findings.set("firstNs", Int(first * 1e9))
        findings.set("board", percentilesOf: times)
        findings.set("json", percentilesOf: written)
        findings.set("rows", percentilesOf: rows)
        if sum == 42 { print() }
        findings.report()
    }

    /// One person's page of many entries; beside it, in the same run, its lines read and parsed.
    static func longTrail(_ options: Options) throws {
        let ledger = try Ledger(SQLiteStore(options.text("ledger"), for: .reading))
        guard let subject = SubjectID(Workload.identifier(0)) else { fail("no subject") }
        var entries = 0
        var times: [Double] = []
        var lines: [Double] = []
        var sum = 0
        let places = try ledger.trail(of: subject).map(\.position)
        for _ in 0..<options.number("rounds") {
            lines.append(
                try seconds {
                    try ledger.store.read { reader in
                        var tape = LineTape()
                        for place in places {
                            try reader.withLine(at: place) { line in
                                sum &+= try EntryView.read(line, tape: &tape).seq
                            }
                        }
                    }
                })
            times.append(
                try seconds { entries = try ledger.page(of: subject)?.trail.items.count ?? 0 })
        }
        var findings = Findings()
        findings.set("entries", entries)
        findings.set("page", percentilesOf: times)
        findings.set("lines", percentilesOf: lines)
        if sum == 42 { print() }
        findings.report()
    }
}
