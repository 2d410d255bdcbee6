import Chain
import Law
import Records
import Store
import Vocabulary

/// Reads entries back into events. A reader is kept by one thread and used for line after line.
struct EntryReader: ~Copyable {
    private var tape = LineTape()
    private let duties: DutyRegister

    init(_ duties: DutyRegister) { self.duties = duties }

    /// The event in a line, its sealed fields opened from the vault; nil for the ledger's own entry
    /// 0.
    ///
    /// - Throws: ``LedgerFault/damaged(entry:)`` for a line that is no entry or whose data is not
    ///   what its type promises; ``LedgerFault/damagedValue(entry:)``.
    mutating func opened(
        at position: Int, _ line: UnsafeRawBufferPointer, by opener: Opener
    ) throws -> RecordedEvent? {
        let entry = try view(at: position, line)
        return try opener.reading(at: position) { open in
            try Self.event(entry, at: position, in: duties) { OpeningReader($0, open: open) }
        }
    }

    /// The same with its sealed fields closed.
    mutating func read(
        at position: Int, _ line: UnsafeRawBufferPointer
    ) throws(LedgerFault) -> RecordedEvent? {
        try Self.event(try view(at: position, line), at: position, in: duties) { CursorReader($0) }
    }

    private mutating func view(
        at position: Int, _ line: UnsafeRawBufferPointer
    ) throws(LedgerFault) -> EntryView {
        do throws(EntryFault) {
            return try EntryView.read(line, tape: &tape)
        } catch {
            throw .damaged(entry: position)
        }
    }

    private static func event(
        _ entry: EntryView, at position: Int, in duties: DutyRegister,
        reading fields: (JSONCursor) -> some FieldReader
    ) throws(LedgerFault) -> RecordedEvent? {
        let type = entry.type
        if type == LedgerIdentity.type { return nil }
        var tags: [Tag] = []
        for link in entry.tags {
            guard let tag = Tag(link.tag) else { throw .damaged(entry: position) }
            tags.append(tag)
        }
        guard let event = try? duties.event(type: type, reader: fields(entry.data)) else {
            throw .damaged(entry: position)
        }
        return RecordedEvent(
            position: position, at: Instant(milliseconds: Int64(entry.atMilliseconds)),
            on: entry.on.flatMap { CalendarDate($0) }, onBasis: entry.onBasis,
            actor: entry.actor, unit: entry.unit, approver: entry.approver, basis: entry.basis,
            cause: entry.cause, supersedes: entry.supersedes, tags: tags, event: event)
    }

    /// Position of the entry before this one that carries `tag`; nil if this is the first.
    mutating func previous(
        of tag: String, at position: Int, _ line: UnsafeRawBufferPointer
    ) throws(LedgerFault) -> Int? {
        try Self.previous(of: tag, in: try view(at: position, line), at: position)
    }

    /// The event in a line and where the tag's chain goes on from it.
    mutating func link(
        _ tag: String, at position: Int, _ line: UnsafeRawBufferPointer
    ) throws(LedgerFault) -> (event: RecordedEvent?, previous: Int?) {
        let entry = try view(at: position, line)
        return (
            try Self.event(entry, at: position, in: duties) { CursorReader($0) },
            try Self.previous(of: tag, in: entry, at: position)
        )
    }

    private static func previous(
        of tag: String, in entry: EntryView, at position: Int
    ) throws(LedgerFault) -> Int? {
        for link in entry.tags where link.utf8.elementsEqual(tag.utf8) { return link.previous }
        throw .damaged(entry: position)
    }

    /// When an entry was recorded, RFC 3339.
    static func recordedAt(
        _ line: UnsafeRawBufferPointer, at position: Int
    ) throws(LedgerFault) -> String {
        var tape = LineTape()
        guard let root = tape.root(of: line), let at = root["at"]?.string else {
            throw .damaged(entry: position)
        }
        return at
    }
}

extension StoreReader {
    /// Every entry that carries `tag`, oldest first, found by walking back from its head.
    ///
    /// - Throws: ``LedgerFault/damaged(entry:)`` where the chain of the tag is broken: a trail
    ///   with a hole in it is never passed off as whole.
    func trail(of tag: String, using reader: inout EntryReader) throws -> [RecordedEvent] {
        try walk(tag) { position, line in try reader.link(tag, at: position, line) }
    }

    /// The same, with sealed values opened from the vault.
    ///
    /// - Parameter kind: Only those of entries that carry a tag of that kind; nil: all.
    func openedTrail(
        of tag: String, using reader: inout EntryReader, _ opener: Opener,
        under kind: TagKind? = nil
    ) throws -> [RecordedEvent] {
        try walk(tag) { position, line in
            let link = try reader.link(tag, at: position, line)
            if let kind, link.event?.tags.contains(where: { $0.kind == kind }) != true {
                return link
            }
            return (try reader.opened(at: position, line, by: opener), link.previous)
        }
    }

    private func walk(
        _ tag: String,
        _ read: (Int, UnsafeRawBufferPointer) throws -> (event: RecordedEvent?, previous: Int?)
    ) throws -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        let walked = try trail(of: tag) { position, line in
            let link = try read(position, line)
            if let event = link.event { events.append(event) }
            return link.previous
        }
        guard let walked else { return [] }
        if let position = walked.brokenAt { throw LedgerFault.damaged(entry: position) }
        guard walked.head.isPossible, events.count == walked.head.count else {
            throw LedgerFault.damagedHead(of: tag)
        }
        return events.reversed()
    }
}
