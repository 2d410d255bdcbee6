import Chain
import Dispatch
public import Records
public import Store
import Synchronization
public import Vocabulary

/// Recomputes a whole ledger from its lines and compares everything that is stored with it.
///
/// Nothing stored is believed: hashes, heads, tiles, sealed values, row origins and checkpoints
/// are recomputed from the lines, on every core, in memory that does not grow with the ledger. Only
/// when something is wrong a second, slower pass names it exactly.
public struct LedgerVerifier: Sendable {
    /// How far a verification has come. Units: entries.
    public typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

    /// Entries that one worker takes at a time; a multiple of 256.
    static let chunk = 4_096
    /// How many damages of one run are kept one by one; of a run after so many in all, fewer.
    static let keptOfRun = 1_024
    static let keptInAll = 100_000
    static let keptBeyond = 16
    /// How many damages a report lists.
    static let listed = 1_000
    /// How many runs of entries are listed that one checkpoint proves.
    static let listedRuns = 50

    let store: any EntryStore
    let duties: DutyRegister
    let cores: Int

    /// - Parameter cores: How many threads may work.
    public init(_ store: any EntryStore, duties: DutyRegister = Duties.register, cores: Int) {
        self.store = store
        self.duties = duties
        self.cores = max(1, cores)
    }

    /// Verifies everything, against the ledger's own checkpoints and any kept elsewhere.
    ///
    /// - Parameter entriesOnly: Leaves out what the rows of the views say; the report says so.
    /// - Throws: What the store throws when the ledger cannot be read at all.
    public func verify(
        against outside: [OutsideCheckpoint] = [], entriesOnly: Bool = false,
        progress: @escaping Progress = { _, _ in }
    ) throws -> VerificationReport {
        try verify(
            against: outside, entriesOnly: entriesOnly, listing: Self.listed, progress: progress)
    }

    /// The same, of what must be sound to go on.
    ///
    /// - Throws: The first damage, as a ``LedgerFault``.
    public func requireSound(
        against outside: [OutsideCheckpoint] = [], progress: @escaping Progress
    ) throws -> VerificationReport {
        let report = try verify(against: outside, progress: progress)
        if let damage = report.damages.first { throw LedgerFault(damage) }
        return report
    }

    /// - Parameter listed: How many damages are listed.
    func verify(
        against outside: [OutsideCheckpoint] = [], entriesOnly: Bool = false, listing listed: Int,
        progress: @escaping Progress
    ) throws -> VerificationReport {
        // One snapshot holds still for everything that is compared with the entries; the workers
        // read entries below its size, which never change.
        try store.read(.scan) { reader in
            let claimed = try reader.size()
            let identity = try identity(in: reader)
            let suite = try identity?.suite ?? suiteByFact(reader)
            let key = Tally.Key()
            let stored = entriesOnly ? nil : Self.views(reader, key, duties)
            let ((size, runs, views), structure) = try together(cores: cores) {
                try verifyRuns(reader, claimed, suite, key, stored, progress)
            } _: { [store] in
                try store.structureFaults()
            }
            var audit = Audit(size: size, suite: suite, identity: identity)
            audit.join(runs)
            try audit.compare("entry") {
                try $0.findStrays(reader, claimed: claimed, limit: Self.listed)
            }
            try audit.compare("meta") {
                try $0.compareIdentity(reader)
                try $0.compareEdge(reader)
            }
            try audit.compare("tile") { try $0.compareTiles(reader) }
            try audit.compare("tag_head") {
                try $0.compareTags(reader, key)
                try $0.compareHeadTally(reader)
            }
            try audit.compare("source_span") { try $0.compareRows(reader, key) }
            try audit.compare("vault") { try $0.compareDestroyed(reader) }
            try audit.compare("view") { try $0.compareViews(reader, views) }
            try audit.compare("checkpoint") { try $0.compareCheckpoints(reader, outside) }
            audit.settleEdge()
            audit.add(structure.map { Damage(.structure, place: $0) })
            if !audit.isSound { try audit.compare("tag_head") { try $0.nameTagDamage(reader) } }
            var report = audit.report(limit: listed)
            if entriesOnly { report.leftOut = ["view"] }
            return report
        }
    }

    /// What the views hold; nil where they cannot be read, which is told when they are compared.
    private static func views(
        _ reader: any StoreReader, _ key: Tally.Key, _ duties: DutyRegister
    ) -> ViewSums? {
        (try? ViewSums(key, of: reader, duties)).flatMap { $0 }
    }

    /// Entry 0 is unreadable: what the file says of itself is the next best guess at its suite.
    private func suiteByFact(_ reader: any StoreReader) throws -> Suite {
        let fact: String?
        do throws(StoreFault) {
            fact = try reader.fact("suite")
        } catch {
            guard case .malformed = error else { throw error }
            fact = nil
        }
        return fact.flatMap(Suite.init(rawValue:)) ?? .sha256
    }

    /// What entry 0 says; nil where it says nothing that can be read. A device that failed is no damage.
    private func identity(in reader: any StoreReader) throws -> LedgerIdentity? {
        do {
            return try reader.withLine(at: 0) { try LedgerIdentity.read($0) }
        } catch StoreFault.malformed {
            return nil
        } catch is LedgerFault {
            return nil
        }
    }

    /// Verifies every run of the ledger, up to the last entry that belongs to it.
    ///
    /// One entry with a position far beyond the others would make verifying endless; where a run
    /// is empty, the entries are counted, and what lies absurdly far behind them is a stray.
    private func verifyRuns(
        _ reader: any StoreReader, _ claimed: Int, _ suite: Suite, _ key: Tally.Key,
        _ views: ViewSums?, _ progress: @escaping Progress
    ) throws -> (size: Int, runs: [ChunkFindings], views: ViewSums?) {
        let attempt = try verifyRuns(claimed, suite, key, views, stopsAtEmptyRun: true, progress)
        if let attempt { return (claimed, attempt.runs, attempt.views) }
        let count = try reader.entries(in: 0..<claimed).count
        let believed = min(claimed, 2 * count + 16 * Self.chunk)
        let size = try reader.entries(in: 0..<believed).last.map { $0 + 1 } ?? 0
        let whole = try verifyRuns(size, suite, key, views, stopsAtEmptyRun: false, progress)
        return (size, whole?.runs ?? [], whole?.views)
    }

    /// - Returns: nil if it stopped at a run without a single entry.
    private func verifyRuns(
        _ size: Int, _ suite: Suite, _ key: Tally.Key, _ views: ViewSums?, stopsAtEmptyRun: Bool,
        _ progress: @escaping Progress
    ) throws -> (runs: [ChunkFindings], views: ViewSums?)? {
        let count = (size + Self.chunk - 1) / Self.chunk
        let next = Atomic(0)
        let done = Atomic(0)
        let results = Mutex<[Int: ChunkFindings]>([:])
        let stopped = Atomic(false)
        let kept = Atomic(0)
        let sums = Mutex(views)
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: min(cores, max(1, count))) { _ in
            do {
                try store.read(.scan) { reader in
                    var verifier = ChunkVerifier(
                        suite, duties, key: key, views: views?.emptied())
                    defer {
                        if let mine = verifier.views { sums.withLock { $0?.add(mine) } }
                    }
                    while true {
                        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard index < count, !stopped.load(ordering: .relaxed),
                            failure.withLock({ $0 == nil })
                        else { return }
                        let first = index * Self.chunk
                        let range = first..<min(first + Self.chunk, size)
                        let limit =
                            kept.load(ordering: .relaxed) < Self.keptInAll
                            ? Self.keptOfRun : Self.keptBeyond
                        let findings = try verifier.verify(range, of: reader, keeping: limit) {
                            read in
                            let so = done.wrappingAdd(read, ordering: .relaxed).newValue
                            progress(so, size)
                        }
                        if stopsAtEmptyRun, findings.lines == 0 {
                            return stopped.store(true, ordering: .relaxed)
                        }
                        kept.add(findings.damages.count, ordering: .relaxed)
                        results.withLock { $0[index] = findings }
                    }
                }
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        if stopped.load(ordering: .relaxed) { return nil }
        let runs = results.withLock { results in
            (0..<count).map { index in
                guard let result = results[index] else {
                    preconditionFailure("every run was verified")
                }
                return result
            }
        }
        return (runs, sums.withLock { $0 })
    }
}
