/// Recorded events in the order of their positions, each once, and what no longer stands of them.
///
/// - Invariant: whatever the order in which they arrive, the content is the same. I5: `insert`
///   cannot fail.
public struct EventLog: Hashable, Sendable {
    public private(set) var entries: [RecordedEvent] = []
    public private(set) var supersessions = Supersessions()

    public init() {}

    /// Appending at the end, as a fold does, is O(1) amortised. A position already there stays.
    mutating func insert(_ recorded: RecordedEvent) {
        defer { supersessions.apply(recorded) }
        guard let last = entries.last, last.position >= recorded.position else {
            entries.append(recorded)
            return
        }
        let index = entries.firstIndex { $0.position >= recorded.position } ?? entries.endIndex
        if entries[index].position != recorded.position { entries.insert(recorded, at: index) }
    }

    /// Takes note of what an entry that is kept elsewhere withdraws or corrects.
    mutating func note(_ recorded: RecordedEvent) { supersessions.apply(recorded) }

    mutating func remove(_ positions: Set<Position>) {
        entries.removeAll { positions.contains($0.position) }
        supersessions.remove(positions)
    }

    /// The event recorded at that position and its day.
    func entry(at position: Position) -> (event: Event, on: CalendarDate?)? {
        entries.first { $0.position == position }.map { ($0.event, $0.on) }
    }

    /// The facts of one kind, in the order recorded.
    func facts<Payload: EventPayload>(_ kind: Payload.Type) -> [Fact<Payload>] {
        entries.compactMap { recorded in
            (recorded.event.payload as? Payload).map { Fact(recorded, $0) }
        }
    }

    /// The facts of one kind that were known at the moment, still stood, and had happened by the
    /// end of that day; in the order in which they happened.
    ///
    /// - Parameter date: Nil: whenever they happened, the undated too.
    func standing<Payload: EventPayload>(
        _ kind: Payload.Type, by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> [Fact<Payload>] {
        let known = supersessions.knowledge(at: moment)
        return facts(kind).filter { fact in
            date.map { known.counts(fact, by: $0) } ?? known.counts(fact)
        }.sorted { $0.isBefore($1) }
    }

    /// The last of them to have happened.
    func latest<Payload: EventPayload>(
        _ kind: Payload.Type, by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> Fact<Payload>? {
        standing(kind, by: date, knownAt: moment).last
    }
}

extension EventLog {
    /// Whether a fact that says the same, of that day, stands. A commitment proves no difference.
    func stands(_ fact: some EventPayload, on day: CalendarDate?) -> Bool {
        let known = supersessions.knowledge(at: nil)
        var mine = ComparableFields()
        fact.write(to: &mine)
        return entries.contains { recorded in
            guard recorded.on == day, recorded.event.type == fact.version,
                !known.superseded.contains(recorded.position)
            else { return false }
            var theirs = ComparableFields()
            recorded.event.write(to: &theirs)
            return mine.isCompatible(with: theirs)
        }
    }
}
