import Chain
public import Law
import Records
import Store
import Synchronization
public import Vocabulary

extension Ledger {
    /// The law that is activated, or, with a moment, that was activated by then.
    ///
    /// - Throws: ``LedgerFault/damaged(entry:)`` for a document that is not what its entry's digest
    ///   says, or that cannot be read.
    public func law(knownAt moment: Instant? = nil) throws -> Law {
        try readLaw().law.known(at: moment)
    }

    /// The entries of law that nobody here can read, in the order recorded; with a moment, those
    /// recorded by then. Where there are any, ``law(knownAt:)`` is not the whole law.
    public func unreadLaw(knownAt moment: Instant? = nil) throws -> [RecordedEvent] {
        try readLaw().unread.filter { one in moment.map { one.at <= $0 } ?? true }
    }

    private func readLaw() throws -> LawMemory.Read {
        try read { reader in
            let size = try reader.size()
            if let read = lawMemory.read(at: size) { return read }
            var unread: [RecordedEvent] = []
            let law = try Law.activated(in: reader, by: duties) { unread.append($0) }
            let read = LawMemory.Read(law: law, unread: unread)
            lawMemory.remember(read, at: size)
            return read
        }
    }
}

/// The law as it was last read; good as long as the ledger has not grown.
final class LawMemory: Sendable {
    struct Read {
        let law: Law
        /// The entries of law that nobody here can read.
        let unread: [RecordedEvent]
    }

    private let state = Mutex<(size: Int, read: Read)?>(nil)

    func read(at size: Int) -> Read? { state.withLock { $0?.size == size ? $0?.read : nil } }

    func remember(_ read: Read, at size: Int) { state.withLock { $0 = (size, read) } }
}

extension Law {
    /// Reads every document that was activated. They lie under tags of their own, so that this
    /// costs what the law costs, not what the ledger does.
    ///
    /// - Parameter unknown: Is told of an entry of the law that nobody here can read.
    static func activated(
        in reader: any StoreReader, by duties: DutyRegister,
        unknown: (RecordedEvent) -> Void = { _ in }
    ) throws -> Law {
        var events: [RecordedEvent] = []
        var entries = EntryReader(duties)
        for kind in [TagKind.rulebook, .calendar] {
            var after: String?
            while let heads = try next(kind, after, reader) {
                for head in heads {
                    events += try reader.trail(of: head.tag, using: &entries)
                }
                after = heads.last?.tag
            }
        }
        var law = Law()
        for event in events.sorted(by: { $0.position < $1.position }) {
            if event.event.isOpaque { unknown(event) }
            try law.apply(event)
        }
        return law
    }

    private static func next(_ kind: TagKind, _ after: String?, _ reader: any StoreReader) throws
        -> [TaggedHead]?
    {
        // A document of which nobody knew would be no law.
        let heads = try reader.listed(kind, after: after, limit: 256)
        return heads.isEmpty ? nil : heads
    }

    /// Adds what an entry activated; other events are no law.
    mutating func apply(_ recorded: RecordedEvent) throws(LedgerFault) {
        if let fact = recorded.event[RulebookActivated.self] {
            guard let document = try? LawDocument(rulebook: Array(fact.document.utf8)),
                case .rulebook(let book) = document.content, document.digest == fact.digest,
                book.code.text == fact.rulebook, book.version == fact.version
            else { throw .damaged(entry: recorded.position) }
            activate(activation(book, fact.digest, recorded))
        } else if let fact = recorded.event[CalendarLoaded.self] {
            guard let document = try? LawDocument(calendar: Array(fact.document.utf8)),
                case .calendar(let calendar) = document.content,
                document.digest == fact.digest, calendar.year == fact.calendarYear
            else { throw .damaged(entry: recorded.position) }
            load(activation(calendar, fact.digest, recorded))
        }
    }

    private func activation<Content>(
        _ content: Content, _ digest: String, _ recorded: RecordedEvent
    ) -> Activation<Content> {
        Activation(
            content, digest: digest, position: recorded.position, at: recorded.at,
            by: recorded.actor)
    }
}

extension Event {
    /// Whether it puts law into the ledger.
    var changesLaw: Bool { `is`(RulebookActivated.self) || `is`(CalendarLoaded.self) }
}
