public import Law

/// Recorded events in the order of their positions, each once, and what no longer stands of them.
///
/// - Invariant: whatever the order in which they arrive, the content is the same. I5: `insert`
///   cannot fail.
public struct EventLog: Hashable, Sendable {
    @usableFromInline private(set) var all: [RecordedEvent] = []
    public private(set) var supersessions = Supersessions()
    @usableFromInline private(set) var hidden: Set<Position> = []

    public init() {}

    /// Every entry, but those that are hidden.
    public var entries: [RecordedEvent] {
        hidden.isEmpty ? all : all.filter { !hidden.contains($0.position) }
    }

    /// How many entries it holds, whether hidden or not.
    public var count: Int { all.count }

    /// Appending at the end, as a fold does, is O(1) amortised. A position already there stays.
    public mutating func insert(_ recorded: RecordedEvent) {
        supersessions.apply(recorded)
        guard let last = all.last, last.position >= recorded.position else {
            all.append(recorded)
            return
        }
        let index = all.firstIndex { $0.position >= recorded.position } ?? all.endIndex
        if all[index].position != recorded.position { all.insert(recorded, at: index) }
    }

    /// Takes back what came from that position on: entries that were decided and are refused.
    public mutating func drop(from position: Position) {
        while let last = all.last, last.position >= position { all.removeLast() }
        supersessions.drop(from: position)
    }

    /// Hides entries as if nobody had known them. What they superseded stays superseded: hiding a
    /// correction never revives what it corrected.
    mutating func hide(_ positions: some Sequence<Position>) { hidden.formUnion(positions) }

    /// What stood at that moment; nil: what stands.
    public func knowledge(at moment: Instant? = nil) -> Knowledge {
        supersessions.knowledge(at: moment, hiding: hidden)
    }

    /// The entries that stand, in the order recorded.
    public var standing: [RecordedEvent] {
        let known = knowledge()
        return all.filter { !known.superseded.contains($0.position) }
    }

    /// The entry at that position.
    public func entry(at position: Position) -> RecordedEvent? {
        hidden.contains(position) ? nil : all.first { $0.position == position }
    }

    /// The facts of one kind, in the order recorded, whether they stand or not.
    @inlinable public func facts<F: Fact>(_ kind: F.Type) -> [Recorded<F>] {
        all.compactMap { recorded in
            guard let fact = recorded.event[F.self] else { return nil }
            return hidden.contains(recorded.position) ? nil : Recorded(recorded, fact)
        }
    }

    /// The facts of one kind that were known at the moment, still stood, and had happened by the
    /// end of that day; in the order in which they happened.
    ///
    /// - Parameter date: Nil: whenever they happened.
    @inlinable public func standing<F: Fact>(
        _ kind: F.Type, by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> [Recorded<F>] {
        let facts = facts(kind)
        if facts.isEmpty { return [] }
        let known = knowledge(at: moment)
        return facts.filter { fact in
            date.map { known.counts(fact, by: $0) } ?? known.counts(fact)
        }.sorted { $0.isBefore($1) }
    }

    /// The last of them to have happened.
    @inlinable public func latest<F: Fact>(
        _ kind: F.Type, by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> Recorded<F>? {
        standing(kind, by: date, knownAt: moment).last
    }

    /// Whether a fact that says the same, of that day, stands. A commitment proves no difference.
    public func stands(_ fact: some Fact, on day: CalendarDate?) -> Bool {
        let known = knowledge()
        let event = Event(fact)
        let mine = event.tree
        let version = event.type
        return all.contains { recorded in
            recorded.on == day && recorded.event.type == version
                && !known.superseded.contains(recorded.position)
                && mine.isCompatible(with: recorded.event.tree)
        }
    }
}
