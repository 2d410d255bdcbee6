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
        let progress: @Sendable (Int, Int) -> Void = { progress(total / 2 + $0 / 2, $1) }
        // Views are made from the entries alone, so they need not wait for the rest.
        let (differing, _) = try comparing(cores: cores) { projector in
            try projector.catchUp(anew: true, progress: Self.adding(up: total, progress))
        }
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
    /// nothing.
    public func checkViews(
        cores: Int, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) throws -> RebuildSummary {
        let total = try size()
        let (derived, views) = try comparing(cores: cores) { projector in
            try ViewCheck(projector: projector)
                .differing(progress: Self.adding(up: total, progress))
        }
        return RebuildSummary(entries: total, rows: try rowCount(), differing: derived + views)
    }

    private func projector(cores: Int) -> Projector {
        Projector(store: store, suite: identity.suite, duties: duties, cores: cores)
    }

    /// Compares tag heads, tiles and delivered rows with the entries, while something is done to the
    /// views.
    private func comparing<Done: Sendable>(
        cores: Int, _ views: @escaping @Sendable (Projector) throws -> Done
    ) throws -> (differing: [String], Done) {
        let check = DerivedCheck(store: store, suite: identity.suite)
        let projector = projector(cores: cores)
        return try together(cores: cores) {
            try check.differing()
        } _: {
            try views(projector)
        }
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

/// Compares the stored views with a fold of the whole log.
struct ViewCheck {
    let projector: Projector

    func differing(progress: @escaping @Sendable (Int) -> Void) throws -> [String] {
        try projector.store.read(.scan) { reader in
            // Views that are behind are not wrong; they are compared with the log they followed, as
            // those folded it who made them.
            let upTo: Int
            let unknown: UnknownKinds
            do {
                upTo = try Projector.followed(in: reader)
                unknown = try UnknownKinds.stored(in: reader)
            } catch LedgerFault.damagedView {
                return ViewName.all
            }
            let fold = try projector.fold(
                0..<min(upTo, reader.size()), ignoring: unknown, progress: progress)
            // What the entries do not hold was never met.
            var differing =
                unknown.isSubset(of: fold.unknown) ? [] : ["fact/\(UnknownKinds.factName)"]
            // A view that an earlier program did not know is behind, too: it has no row.
            let missing = try Projector.missing(in: reader)
            for view in ViewName.all {
                // Row by row, so that the bytes of one view are never all in memory.
                let expected = fold.rows(of: view)
                var seen: Set<String> = []
                try reader.scanView(view) { key, position, row in
                    seen.insert(key)
                    if fold.foreign.contains("\(view)/\(key)") { return }
                    guard let should = expected.row(key), should.position == position,
                        row.dropFirst(CheckedRow.checkBytes).elementsEqual(should.body),
                        !missing.contains(view)
                    else {
                        differing.append("\(view)/\(key)")
                        return
                    }
                }
                if missing.contains(view) { continue }
                for key in expected.keys.sorted()
                where !seen.contains(key) && expected.row(key) != nil
                    && !fold.foreign.contains("\(view)/\(key)")
                {
                    differing.append("\(view)/\(key)")
                }
            }
            return differing
        }
    }
}
