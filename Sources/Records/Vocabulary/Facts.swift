/// A payload with what a file needs to know about its entry.
public struct Fact<Payload: EventPayload>: Hashable, Sendable {
    public let position: Position
    /// When the ledger learnt of it.
    public let at: Instant
    /// When it happened; nil when unknown.
    public let on: CalendarDate?
    /// Whether `on` was imputed.
    public let isImputed: Bool
    public let payload: Payload

    init(_ recorded: RecordedEvent, _ payload: Payload) {
        position = recorded.position
        at = recorded.at
        on = recorded.on
        isImputed = recorded.onBasis != nil
        self.payload = payload
    }

    /// The order in which facts of one kind happened; those of one day in the order recorded.
    func isBefore(_ other: Fact) -> Bool { (on, position) <% (other.on, other.position) }
}

infix operator <% : ComparisonPrecedence

/// Day first, position second; undated last.
func <% (left: (CalendarDate?, Position), right: (CalendarDate?, Position)) -> Bool {
    switch (left.0, right.0) {
    case (let one?, let two?): one == two ? left.1 < right.1 : one < two
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): left.1 < right.1
    }
}

/// The facts of one kind in a file, in the order of their positions, each once.
///
/// - Invariant: whatever the order in which they arrive, the content is the same.
public struct Facts<Payload: EventPayload>: Hashable, Sendable {
    public private(set) var all: [Fact<Payload>] = []

    /// Appending at the end, as a fold does, is O(1) amortised. A position already there stays.
    mutating func insert(_ fact: Fact<Payload>) {
        guard let last = all.last, last.position >= fact.position else {
            all.append(fact)
            return
        }
        let index = firstIndex(from: fact.position)
        if all[index].position != fact.position { all.insert(fact, at: index) }
    }

    mutating func remove(_ positions: Set<Position>) {
        if all.contains(where: { positions.contains($0.position) }) {
            all.removeAll { positions.contains($0.position) }
        }
    }

    /// The fact at that position.
    subscript(position: Position) -> Fact<Payload>? {
        guard let last = all.last, position <= last.position else { return nil }
        let fact = all[firstIndex(from: position)]
        return fact.position == position ? fact : nil
    }

    /// Index of the first fact at or after `position`, which is at most the last one's.
    private func firstIndex(from position: Position) -> Int {
        var low = 0
        var high = all.count - 1
        while low < high {
            let middle = (low + high) / 2
            if all[middle].position < position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// One entry taking the place of another, or withdrawing it.
public struct Supersession: Hashable, Sendable {
    /// The entry that no longer stands.
    public let superseded: Position
    /// The entry that says so.
    public let by: Position
    /// When the ledger learnt of it.
    public let at: Instant
    /// Whether nothing took its place.
    public let isWithdrawal: Bool
}

/// What no longer stands in a file, in the order in which it was said; the record stays.
public struct Supersessions: Hashable, Sendable {
    public private(set) var all: [Supersession] = []

    mutating func apply(_ recorded: RecordedEvent) {
        guard let superseded = recorded.supersedes else { return }
        var isWithdrawal = false
        if case .recordWithdrawn = recorded.event { isWithdrawal = true }
        insert(
            Supersession(
                superseded: superseded, by: recorded.position, at: recorded.at,
                isWithdrawal: isWithdrawal))
    }

    private mutating func insert(_ one: Supersession) {
        if let last = all.last, last.by >= one.by {
            let index = all.firstIndex { $0.by >= one.by } ?? all.endIndex
            if all[index].by != one.by { all.insert(one, at: index) }
        } else {
            all.append(one)
        }
    }

    mutating func remove(_ positions: Set<Position>) {
        all.removeAll { positions.contains($0.by) }
    }

    /// What the register knew at that moment; nil means all that it knows.
    func knowledge(at moment: Instant?) -> Knowledge {
        var superseded: Set<Position> = []
        for one in all where moment.map({ one.at <= $0 }) ?? true {
            superseded.insert(one.superseded)
        }
        return Knowledge(moment: moment, superseded: superseded)
    }
}

/// What the register knew at some moment, and what of it still stood then.
struct Knowledge {
    let moment: Instant?
    let superseded: Set<Position>

    func counts<Payload>(_ fact: Fact<Payload>) -> Bool {
        if let moment, fact.at > moment { return false }
        return superseded.isEmpty || !superseded.contains(fact.position)
    }

    /// Whether the fact is known, stands, and had happened by the end of that day.
    func counts<Payload>(_ fact: Fact<Payload>, by date: CalendarDate) -> Bool {
        guard let on = fact.on, on <= date else { return false }
        return counts(fact)
    }
}
