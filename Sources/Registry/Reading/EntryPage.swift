public import Chain
import Law
public import Records
import Store
public import Vocabulary

/// One entry, who stands behind it, what became of it and what proves it (一条记录).
public struct EntryPage: Sendable {
    public let position: Position
    /// Hash of its line.
    public let leaf: Digest
    /// The entry as a line of its trail; nil for entry 0, by which the ledger was created.
    public let item: TrailItem?
    public let created: Created
    /// Entries that it brought about, as far as they share a tag with it.
    public let broughtAbout: [Position]
    /// The newest checkpoint that covers it; nil: none yet.
    public let covered: Covered?

    /// What every line says.
    public struct Created: Sendable {
        /// When it was recorded, RFC 3339.
        public let at: String
        public let actor: String
        public let approver: String?
        public let unit: String
        public let basis: [String]
        public let type: String
        public let cause: Position?
        /// The ledger, where the entry created it.
        public let ledger: LedgerIdentity?
    }

    /// A checkpoint under which the entry was just proven.
    public struct Covered: Sendable {
        public let size: Int
        /// When it was signed, RFC 3339, if it says so.
        public let at: String?
        /// How old it is; nil where it does not say when it was signed.
        public let days: Int?

        init(_ proven: ProvenEntry, now: Instant) {
            size = proven.proof.size
            at = proven.at
            days = proven.at.flatMap { Instant($0) }.map { signed in
                Int(max(0, now.milliseconds - signed.milliseconds) / 86_400_000)
            }
        }
    }
}

extension Ledger {
    /// One entry, proven before it is shown: by the next entry, its tile, the note of the last entry,
    /// and the newest checkpoint that covers it (I11).
    ///
    /// - Throws: ``LedgerFault/noSuchEntry(position:size:)``; ``LedgerFault/damaged(entry:)`` where
    ///   the line cannot be read, ``LedgerFault/altered(entry:)`` where it is not what one of these
    ///   recorded of it.
    public func entryPage(at position: Position) throws -> EntryPage {
        try store.read { reader in
            let size = try reader.size()
            guard position >= 0, position < size else {
                throw LedgerFault.noSuchEntry(position: position, size: size)
            }
            guard let line = try reader.line(at: position) else {
                throw LedgerFault.damaged(entry: position)
            }
            var witness = EntryWitness(suite: identity.suite)
            let (leaf, created) = try line.withUnsafeBytes { line in
                try witness.check(line, at: position, reader)
            }
            let covered = try provenEntry(position, reader)
            let (item, broughtAbout) = try itsTrail(position, line, reader)
            return EntryPage(
                position: position, leaf: leaf, item: item, created: created,
                broughtAbout: broughtAbout,
                covered: covered.map { .init($0, now: clock.now()) })
        }
    }

    /// The entry as a line of its trail, and what it brought about.
    private func itsTrail(
        _ position: Position, _ line: [UInt8], _ reader: any StoreReader
    ) throws -> (TrailItem?, [Position]) {
        var entries = EntryReader(duties)
        let opener = Opener(identity.suite, reader, duties)
        let event = try line.withUnsafeBytes { try entries.opened(at: position, $0, by: opener) }
        guard let event else { return (nil, []) }
        var beside: [Position: RecordedEvent] = [:]
        for tag in event.tags {
            for other in try reader.trail(of: tag.description, using: &entries) {
                beside[other.position] = other
            }
        }
        beside[position] = event
        let trail = LifelongTrail.build(
            events: beside.values.sorted { $0.position < $1.position })
        let broughtAbout = beside.values.filter { $0.cause == position }.map(\.position).sorted()
        return (trail.items.first { $0.recorded.position == position }, broughtAbout)
    }
}

/// Whether a line is what others recorded of it.
private struct EntryWitness: ~Copyable {
    private var digest: DigestContext
    private var tape = LineTape()

    init(suite: Suite) { digest = DigestContext(suite) }

    mutating func check(
        _ line: UnsafeRawBufferPointer, at position: Position, _ reader: any StoreReader
    ) throws -> (Digest, EntryPage.Created) {
        let leaf = digest.leaf(line)
        let created = try read(line, at: position)
        let next = try reader.withLine(at: position + 1) { line in
            try? EntryView.read(line, tape: &tape).prev
        }
        if let recorded = (next ?? nil) ?? nil, recorded != leaf {
            throw LedgerFault.altered(entry: position)
        }
        let tile = TileAddress(level: 0, index: position / TileAddress.width)
        if let stored = try reader.readableTile(tile), stored.count == TileAddress.bytes {
            let first = position % TileAddress.width * 32
            guard Digest(bytes: stored[first..<first + 32]) == leaf else {
                throw LedgerFault.altered(entry: position)
            }
        }
        if let edge = try LedgerEdge.stored(in: reader), edge.position == position,
            edge.leaf != leaf
        {
            throw LedgerFault.altered(entry: position)
        }
        return (leaf, created)
    }

    private mutating func read(
        _ line: UnsafeRawBufferPointer, at position: Position
    ) throws -> EntryPage.Created {
        guard let entry = try? EntryView.read(line, tape: &tape) else {
            throw LedgerFault.damaged(entry: position)
        }
        guard entry.seq == position else { throw LedgerFault.altered(entry: position) }
        return EntryPage.Created(
            at: Instant(milliseconds: Int64(entry.atMilliseconds)).description,
            actor: entry.actor, approver: entry.approver, unit: entry.unit, basis: entry.basis,
            type: entry.type, cause: entry.cause,
            ledger: position == 0 ? try? LedgerIdentity.read(line) : nil)
    }
}
