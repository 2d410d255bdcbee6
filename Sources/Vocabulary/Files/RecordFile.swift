public import Law

/// All that is recorded under one tag: of a person, a case, a decision, whatever there is.
///
/// A fold that cannot refuse and forgets nothing (I5): what was corrected or withdrawn stays in it and
/// is named as such.
///
/// - Invariant: whatever the order in which entries arrive, the content is the same.
/// - Cost: `apply` is O(1) amortised in the order of positions.
public struct RecordFile: Hashable, Sendable {
    public let tag: Tag
    public private(set) var log = EventLog()

    /// Nothing is known yet.
    public init(_ tag: Tag) { self.tag = tag }

    public init(_ tag: Tag, of entries: some Sequence<RecordedEvent>) {
        self.tag = tag
        for entry in entries { apply(entry) }
    }

    /// I5: cannot fail; an event about something else changes nothing.
    public mutating func apply(_ recorded: RecordedEvent) {
        if recorded.tags.contains(tag) { log.insert(recorded) }
    }

    /// Takes back what came from that position on.
    public mutating func drop(from position: Position) { log.drop(from: position) }

    /// The file as if these entries had never been recorded. What they superseded does not come
    /// back.
    public func hiding(_ positions: some Sequence<Position>) -> RecordFile {
        var file = self
        file.log.hide(positions)
        return file
    }

    /// The first entry that this build cannot read, if there is one: nothing can be decided over it.
    public var opaque: RecordedEvent? { log.entries.first { $0.event.isOpaque } }
}

/// A file as one duty reads it: what it asks of the log, and nothing that it keeps.
public protocol FileView: Hashable, Sendable {
    associatedtype ID: Identifier
    var file: RecordFile { get }
    init(_ file: RecordFile)
}

extension FileView {
    /// Nothing is known yet.
    public init(about id: ID) { self.init(RecordFile(id.tag)) }

    public init(about id: ID, of entries: some Sequence<RecordedEvent>) {
        self.init(RecordFile(id.tag, of: entries))
    }

    /// Whom or what it is about.
    public var id: ID { ID(wellFormed: file.tag.identifier) }
    @inlinable public var log: EventLog { file.log }
    public var supersessions: Supersessions { file.log.supersessions }

    /// What of it stood at that moment; nil: what stands.
    @inlinable public func knowledge(at moment: Instant? = nil) -> Knowledge {
        log.knowledge(at: moment)
    }

    /// Those of some of its facts that stand, in the order recorded.
    @inlinable public func standing<F>(_ facts: (Self) -> [Recorded<F>]) -> [Recorded<F>] {
        let known = knowledge()
        return facts(self).filter { known.counts($0) }
    }

    /// The same with one entry more.
    public mutating func apply(_ recorded: RecordedEvent) {
        var file = file
        file.apply(recorded)
        self = Self(file)
    }
}
