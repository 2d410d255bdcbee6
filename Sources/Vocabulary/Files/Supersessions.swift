public import Law

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
        let one = Supersession(
            superseded: superseded, by: recorded.position, at: recorded.at,
            isWithdrawal: recorded.event.isWithdrawal)
        guard let last = all.last, last.by >= one.by else { return all.append(one) }
        let index = all.firstIndex { $0.by >= one.by } ?? all.endIndex
        if all[index].by != one.by { all.insert(one, at: index) }
    }

    /// Takes back what was said from that position on.
    mutating func drop(from position: Position) {
        while let last = all.last, last.by >= position { all.removeLast() }
    }

    /// What the register knew at that moment; nil means all that it knows.
    func knowledge(at moment: Instant?, hiding hidden: Set<Position>) -> Knowledge {
        var fallen = hidden
        for one in all where moment.map({ one.at <= $0 }) ?? true {
            fallen.insert(one.superseded)
        }
        return Knowledge(moment: moment, superseded: fallen)
    }
}

/// What the register knew at some moment, and what of it still stood then.
public struct Knowledge: Sendable {
    public let moment: Instant?
    public let superseded: Set<Position>

    @inlinable public func counts<F>(_ recorded: Recorded<F>) -> Bool {
        if let moment, recorded.at > moment { return false }
        return superseded.isEmpty || !superseded.contains(recorded.position)
    }

    /// Whether the fact is known, stands, and had happened by the end of that day; one that nobody can
    /// date, at the latest when it was recorded.
    @inlinable public func counts<F>(_ recorded: Recorded<F>, by date: CalendarDate) -> Bool {
        recorded.latest(knownAt: moment) <= date && counts(recorded)
    }
}
