import Chain
import Law
import Records
import Store
import Vocabulary

/// One write transaction: decides over the past, stages what was decided, seals it onto the head.
final class LedgerTransaction {
    /// Who records, on whose behalf.
    struct Recorder: Sendable {
        var actor: String
        var unit: String
        var approver: String?
        /// Rules cited by every entry of this recorder, after those of the decider.
        var basis: [String] = []
    }

    /// When everything in this transaction is recorded.
    let now: Instant
    let store: any StoreWriter
    /// The same store, each line proven before it is lent.
    let reading: any StoreReader
    private let writing: Writing
    /// Whether it says that the time of the last entry is wrong.
    private let correctsClock: Bool
    private var pending: [UnsealedEntry] = []
    private var staged: [(draft: Draft, position: Int)] = []
    private(set) var sealedSize: Int
    private var pendingRows: Set<RowOrigin> = []
    /// What leaves the vault with the entries that say so.
    private var destroyed: [(entry: Position, path: String)] = []
    /// Whether the last entry is noted when the transaction ends, so that nobody changes it unseen: an
    /// officer's act has no successor to vouch for it. Entries that come by the thousand wait for the
    /// views to be caught up.
    private(set) var notesEdge = false
    /// Whether pending entries are unknown to the past.
    private var holdsPrepared = false

    init(
        _ store: any StoreWriter, _ writing: Writing, now: Instant, correctsClock: Bool = false,
        reading: any StoreReader
    ) throws {
        self.correctsClock = correctsClock
        self.store = store
        self.reading = reading
        self.writing = writing
        self.now = now
        sealedSize = try store.size()
    }

    /// Where the next staged event will stand.
    var nextPosition: Int { sealedSize + pending.count + staged.count }

    /// Opens what earlier entries sealed.
    private(set) lazy var opener = Opener(writing.suite, reading, writing.past.duties)

    /// The past with everything staged in it.
    var past: StorePast { writing.past }

    /// Decides a command over the past. What it gives is not staged yet; an empty list: all that it
    /// says is there.
    func decide(_ command: Command) throws -> [Draft] {
        if holdsPrepared { try flush() }
        let drafts = try inVault(try writing.past.deciding { try command.decide(over: $0) })
        if drafts.isEmpty { try checkThere(command) }
        return drafts
    }

    /// Decides what takes the place of an earlier entry.
    func decide(_ command: Command, superseding position: Position) throws -> [Draft] {
        if holdsPrepared { try flush() }
        // Whether a name is changed can be told from the name alone.
        past.opening = { try self.opened($0) }
        defer { past.opening = nil }
        return try inVault(
            try writing.past.deciding { try command.decide(over: $0, superseding: position) })
    }

    /// What is to leave the vault lies in it and is what its entry commits to: a destruction by law
    /// never covers up what somebody took out or altered. The delivered row in which a value came
    /// holds it, too, and goes with it.
    ///
    /// - Throws: ``LedgerFault/damagedValue(entry:)``, ``DestructionRefusal/nothingSealed(_:path:_:)``.
    private func inVault(_ drafts: [Draft]) throws -> [Draft] {
        let drafts = try drafts.map(restored)
        var all = drafts
        for draft in drafts {
            guard let fact = draft.event[ValueDestroyed.self] else { continue }
            guard try opener.open(fact.path, at: fact.entry)?.text != nil else {
                let sealed = past.entry(fact.entry)?.event.tree.sealedPaths ?? []
                throw Refusal.destruction(.nothingSealed(fact.entry, path: fact.path, sealed))
            }
            guard fact.path != SourceRow.path, let row = try rowEntry(of: fact.entry),
                try opener.open(SourceRow.path, at: row)?.text != nil,
                let tags = past.entry(row)?.tags
            else { continue }
            var more = draft
            more.event = Event(fact.together(with: SourceRow.path, of: row, tags))
            more.followsFirst = true
            all.append(more)
        }
        return all
    }

    /// The entry that holds the delivered row of which `entry` is a part: the first one that it became.
    private func rowEntry(of entry: Position) throws -> Position? {
        guard entry >= 0, let at = past.entry(entry)?.at else { return nil }
        var tape = LineTape()
        // What one row became was recorded at one moment.
        for position in (0...entry).reversed() {
            let count = try reading.withLine(at: position) { line -> Int? in
                guard let read = try? EntryView.read(line, tape: &tape) else {
                    throw LedgerFault.damaged(entry: position)
                }
                if let row = SourceRow(read) { return row.count }
                return read.at == at.description ? 0 : nil
            }
            guard let count = count ?? nil else { return nil }
            if count > 0 { return position + count > entry ? position : nil }
        }
        return nil
    }

    /// Makes a decided event part of the past of what is decided next.
    func stage(_ draft: Draft, by recorder: Recorder) {
        let position = nextPosition
        var draft = draft
        // What follows from the first fact of a decision names its entry.
        if draft.followsFirst { draft.cause = draft.cause ?? staged.first?.position }
        staged.append((draft, position))
        writing.past.stage(
            RecordedEvent(
                position: position, at: now, on: draft.on, onBasis: draft.onBasis,
                actor: recorder.actor, unit: recorder.unit, approver: recorder.approver,
                basis: draft.basis, cause: draft.cause, supersedes: draft.supersedes,
                event: draft.event))
    }

    /// Whether everything staged fits into an entry, before it shares a batch with others.
    func checkSizes() throws {
        for item in staged {
            let bytes = entry(item.draft, by: Recorder(actor: "", unit: ""), origin: nil).data
                .count
            // The envelope takes a little, too.
            let limit = JSONLimits.entry.bytes - (1 << 14)
            guard bytes <= limit else {
                throw LedgerFault.entryTooLarge(bytes: bytes, limit: limit)
            }
        }
    }

    func noteEdge() { notesEdge = true }

    /// Drops what was staged since the last ``keep(by:origin:)``.
    func discard() {
        staged.removeAll(keepingCapacity: true)
        writing.past.discard()
    }

    /// Keeps what was staged, to be sealed.
    ///
    /// - Parameter origin: The delivered row it came from; the row itself is sealed into the first
    ///   of its events, so that nothing delivered is lost and the same row is known again.
    /// - Returns: The positions.
    @discardableResult
    func keep(by recorder: Recorder, origin: DeliveredRow? = nil) -> Range<Int> {
        let first = sealedSize + pending.count
        for (index, item) in staged.enumerated() {
            if let fact = item.draft.event[ValueDestroyed.self] {
                destroyed.append((fact.entry, fact.path))
            }
            pending.append(
                entry(
                    item.draft, by: recorder,
                    origin: index == 0 ? origin.map { ($0, staged.count) } : nil))
        }
        if let origin, !staged.isEmpty {
            pendingRows.insert(
                RowOrigin(
                    delivery: origin.delivery, file: origin.file, key: origin.key, count: 0))
        }
        staged.removeAll(keepingCapacity: true)
        writing.past.keep()
        return first..<sealedSize + pending.count
    }

    /// Adds entries that were prepared elsewhere; what is decided after them sees them.
    func keep(_ entries: [UnsealedEntry]) {
        precondition(staged.isEmpty, "staged events are kept or dropped first")
        if pending.isEmpty { pending = entries } else { pending += entries }
        holdsPrepared = true
    }

    /// Seals what was kept if the row is among it, so that the store can be asked about the row.
    func flushIfPending(delivery: String, file: String, key: String) throws {
        let row = RowOrigin(delivery: delivery, file: file, key: key, count: 0)
        if pendingRows.contains(row) { try flush() }
    }

    /// Seals what was kept and hands it to the store.
    func flush() throws {
        precondition(staged.isEmpty, "staged events are kept or dropped first")
        try past.check()
        guard !pending.isEmpty else { return }
        let batch = try writing.sealer.seal(
            pending, at: now.description, correctsClock: correctsClock, onto: store)
        try store.append(batch)
        for value in destroyed { try store.removeSealed(seq: value.entry, path: value.path) }
        destroyed.removeAll()
        writing.sealer.recycle(batch)
        sealedSize += pending.count
        pending = []
        pendingRows.removeAll(keepingCapacity: true)
        if holdsPrepared {
            // Files in memory do not have them; they are folded again from the store.
            past.forget()
            holdsPrepared = false
        }
        // A rehearsal is one long transaction: what it remembers is bounded here, too.
        past.relieve()
    }

    private func entry(
        _ draft: Draft, by recorder: Recorder, origin: (row: DeliveredRow, count: Int)?
    ) -> UnsealedEntry {
        let tags = draft.tags
        var sealing = PayloadSealing(writing.seal, of: tags.first(), by: recorder.actor)
        var object = sealing.object(draft.event.tree)
        if let (row, count) = origin {
            var source = CanonicalObject()
            source.set("delivery", row.delivery)
            source.set("events", count)
            source.set("file", row.file)
            source.set("key", row.key)
            source.set("line", row.line)
            // A delivered row is of whomever it became entries about.
            source.set("row", sealing.close(row.raw, path: SourceRow.path))
            object.set("source", source)
        }
        return UnsealedEntry(
            id: writing.seal.identifier(at: now), type: draft.event.type.name,
            actor: recorder.actor, unit: recorder.unit, approver: recorder.approver,
            basis: draft.basis + recorder.basis.filter { !draft.basis.contains($0) },
            cause: draft.cause, supersedes: draft.supersedes, on: draft.on?.description,
            onBasis: draft.onBasis, tags: tags.map(\.description), data: object.bytes,
            openings: sealing.openings,
            source: origin.map {
                RowOrigin(
                    delivery: $0.row.delivery, file: $0.row.file, key: $0.row.key,
                    count: $0.count)
            })
    }
}

/// One delivered row, as it was delivered.
struct DeliveredRow {
    let delivery: String
    let file: String
    let key: String
    let line: Int
    /// All its columns as canonical JSON.
    let raw: String
}
