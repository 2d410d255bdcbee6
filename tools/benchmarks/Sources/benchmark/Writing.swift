import Chain
import Law
import Registry
import Store
import StoreSQLite

/// Phases that write.
enum Writing {
    /// A new ledger, open for writing.
    private static func found(_ origin: String, _ options: Options) throws -> Ledger {
        let path = options.text("ledger")
        let suite = Suite(rawValue: options.text("suite")) ?? .sha256
        let key = try SigningKey.generate(suite: suite, name: origin)
        try SQLiteStore.create(at: path) { store in
            try Ledger.found(in: store, key: key.verifier, actor: "benchmark", unit: "SYS")
        }
        return try Ledger(SQLiteStore(path, for: .writing(as: "benchmark")))
    }

    /// Makes a ledger of `entries` entries.
    static func build(_ options: Options) throws {
        let ledger = try found("benchmark.example/ledger", options)
        var workload = Workload(
            subjects: options.number("subjects"), seed: 1, isNew: true)
        var left = options.number("entries") - 1
        while left > 0 {
            _ = try ledger.append(workload.next(min(left, 1_000)))
            left -= 1_000
        }
        try ledger.store.close()
        var findings = Findings()
        findings.report()
    }

    /// Appends at so many entries per durable commit.
    static func append(_ options: Options) throws {
        let ledger = try Ledger(
            SQLiteStore(options.text("ledger"), for: .writing(as: "benchmark")))
        let each = options.number("each")
        let commits = options.number("entries") / each
        var workload = Workload(
            subjects: options.number("subjects"), seed: UInt64(options.number("seed")),
            isNew: false)
        // The entries exist before the clock runs, a few commits at a time, so that what is
        // measured is appending and memory holds no more than a writer would.
        var time = 0.0
        var done = 0
        while done < commits {
            let round = min(commits - done, max(1, 10_000 / each))
            let batches = (0..<round).map { _ in workload.next(each) }
            time += try seconds {
                for batch in batches { _ = try ledger.append(batch) }
            }
            done += round
        }
        var findings = Findings()
        findings.set("perSecond", commits * each, in: time)
        findings.set("commits", commits)
        findings.report()
        try ledger.store.close()
    }

    /// Appends one by one from many tasks that share commits.
    static func writers(_ options: Options) async throws {
        let ledger = try Ledger(
            SQLiteStore(options.text("ledger"), for: .writing(as: "benchmark")))
        let writers = options.number("writers")
        let each = options.number("entries") / writers
        var workload = Workload(
            subjects: options.number("subjects"), seed: UInt64(options.number("seed")),
            isNew: false)
        let work = (0..<writers).map { _ in workload.next(each) }
        let start = now()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for entries in work {
                group.addTask {
                    for entry in entries { _ = try await ledger.submit([entry]) }
                }
            }
            try await group.waitForAll()
        }
        let time = now() - start
        var findings = Findings()
        findings.set("perSecond", writers * each, in: time)
        findings.report()
        try ledger.store.close()
    }

    /// Imports a delivery through the deciders into a new ledger.
    static func `import`(_ options: Options) throws {
        let ledger = try found("benchmark.example/import", options)
        let mapping = try Mapping(parsing: bytes(of: options.text("mapping")))
        var imported: ImportSummary?
        let time = try seconds {
            let runner = try ImportRunner(
                ledger, mapping: mapping, directory: options.text("directory"), report: nil,
                words: { $0.code })
            imported = try runner.run(dryRun: false) { _ in }
        }
        guard let summary = imported else { fail("nothing was imported") }
        var findings = Findings()
        findings.set("perSecond", summary.events, in: time)
        findings.set("events", summary.events)
        findings.set("rows", summary.totals.rows)
        findings.set("refused", summary.totals[.refused])
        findings.report()
        try ledger.store.close()
    }
}
