import Chain
import Law
import Records
import Store
import Synchronization
import Vocabulary

/// What a rebuild did or found.
public struct RebuildSummary: Sendable {
    public let entries: Int
    /// Rows of all views.
    public let rows: Int
    /// What differed: `view/key`, `tagHead/tag`, `tile/level/index`, `sourceRow/…`.
    public let differing: [String]
}

extension Ledger {
    /// Brings the stored views up to the last entry.
    public func followViews(
        cores: Int, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws {
        // Decisions are over for now; folding needs the memory (an import stays flat).
        try releaseFiles()
        try projector(cores: cores).catchUp(progress: Self.adding(up: try size(), progress))
    }

    /// Makes everything that is derived anew from the entries: tag heads, tiles, delivered rows,
    /// views. Looks first: what is evidence is never mended away (I11).
    ///
    /// - Throws: ``LedgerFault/evidence(_:)`` when what is there disagrees on what was recorded.
    public func rebuild(
        cores: Int, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) throws -> RebuildSummary {
        let total = try size()
        let report = try LedgerVerifier(store, duties: duties, cores: cores)
            .verify(listing: .max) { progress($0 / 2, $1) }
        let evidence = try store.read { try Evidence(report, in: $0).damages }
        if !evidence.isEmpty { throw LedgerFault.evidence(evidence) }
        try projector(cores: cores).catchUp(
            anew: true,
            progress: Self.adding(up: total) { done, total in
                progress(total / 2 + done / 2, total)
            })
        let differing = report.damages.compactMap(\.derived)
        if !differing.isEmpty {
            try store.write { try Derivation(suite: identity.suite).rewrite($0) }
        }
        return RebuildSummary(entries: total, rows: try rowCount(), differing: differing)
    }

    /// Makes every stored view anew from the entries.
    public func rebuildViews(
        cores: Int, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) throws {
        try projector(cores: cores)
            .catchUp(anew: true, progress: Self.adding(up: try size(), progress))
    }

    /// Whether everything that is derived is, byte for byte, what the entries give (I7). Changes
    /// nothing, in memory that does not grow with the ledger.
    ///
    /// - Throws: ``LedgerFault/evidence(_:)`` where a rebuild would be refused.
    public func checkViews(
        cores: Int, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) throws -> RebuildSummary {
        let report = try LedgerVerifier(store, duties: duties, cores: cores)
            .verify(listing: .max, progress: progress)
        let evidence = try store.read { try Evidence(report, in: $0).damages }
        if !evidence.isEmpty { throw LedgerFault.evidence(evidence) }
        return RebuildSummary(
            entries: report.size, rows: try rowCount(),
            differing: report.damages.compactMap(\.derived))
    }

    private func projector(cores: Int) -> Projector {
        Projector(store: store, suite: identity.suite, duties: duties, cores: cores)
    }

    private func rowCount() throws -> Int {
        try store.read { reader in
            var rows = 0
            for view in ViewName.all { try reader.scanView(view) { _, _, _ in rows += 1 } }
            return rows
        }
    }

    private static func adding(
        up total: Int, _ progress: @escaping @Sendable (Int, Int) -> Void
    ) -> @Sendable (Int) -> Void {
        let counter = Counter()
        return { more in progress(counter.add(more), total) }
    }
}

/// Adds up from many threads.
private final class Counter: Sendable {
    private let sum = Atomic(0)

    func add(_ more: Int) -> Int { sum.wrappingAdd(more, ordering: .relaxed).newValue }
}

extension Damage {
    /// What is to be made anew from the entries, by the name of its table and its key; nil for what
    /// follows from nothing else.
    fileprivate var derived: String? {
        let place = place ?? entry.map { "#\($0)" } ?? ""
        return switch kind {
        case .head: "tagHead/\(place)"
        case .tile: "tile/\(place)"
        case .source: "sourceRow/\(place)"
        case .view: place.hasPrefix("view.") ? "fact/\(place)" : place
        case .identity: "fact/\(place)"
        case .edge, .line, .sequence, .missing, .link, .time, .reference, .tagLink, .sealedValue,
            .sealedMissing, .sealedUnknown, .structure, .checkpointLineEnds, .checkpointMalformed,
            .checkpointOrigin, .checkpointSignature, .checkpointName, .checkpointRoot,
            .checkpointBeyondEnd:
            nil
        }
    }
}
