public import Law

/// Where a statutory clock starts (起算): what the entry says, and no more. When it runs out is
/// computed when somebody asks, by the law as known then.
public struct ClockStart: Hashable, Sendable {
    /// The entry that starts it.
    public let position: Position
    /// When that was recorded.
    public let at: Instant
    /// The day on which it starts.
    public let on: CalendarDate
    /// The day it runs from, where that lies before: of a time that took the place of another.
    public let countedFrom: CalendarDate?
    /// Which clock of its file it is; of one slot only the one started last runs.
    public let slot: String
    /// A clock of the rulebook, `publication`; a stage of a route, `A/recheck/decide`, whose clock
    /// the rulebook names (no stage: the first); or a name of ours for a day that is given.
    public let clock: String
    /// The last day, where the entry gives it.
    public let due: CalendarDate?
    /// The unit that has to act.
    public let unit: UnitID?
    /// The person who may act: whose remedy it is.
    public let person: SubjectID?
    /// Whom it is about.
    public let subject: SubjectID?
    /// Whether an entry of a kind older than these duties started it: it counts only in a file that
    /// has a clock already, so that a register delivered from elsewhere starts none.
    public let isOfOldKind: Bool
    /// What the law makes depend on: who decided, and what.
    public let terms: ClockTerms

    public init(
        position: Position, at: Instant, on: CalendarDate, slot: String, clock: String,
        due: CalendarDate?, unit: UnitID?, person: SubjectID?, subject: SubjectID?,
        isOfOldKind: Bool, terms: ClockTerms = ClockTerms(), countedFrom: CalendarDate? = nil
    ) {
        self.terms = terms
        self.countedFrom = countedFrom
        self.position = position
        self.at = at
        self.on = on
        self.slot = slot
        self.clock = clock
        self.due = due
        self.unit = unit
        self.person = person
        self.subject = subject
        self.isOfOldKind = isOfOldKind
    }

    /// The day it runs from, which does not count.
    public var first: CalendarDate { countedFrom ?? on }
}

/// What decides whether a clock binds at all: the kind of organ that decided, and the measure.
public struct ClockTerms: Hashable, Sendable {
    public var authority: String?
    public var measure: String?

    public init(authority: String? = nil, measure: String? = nil) {
        self.authority = authority
        self.measure = measure
    }
}

/// What ends a clock.
public struct ClockEnd: Hashable, Sendable {
    public let position: Position
    public let at: Instant
    public let on: CalendarDate
    public let slot: String
    /// What it says of who decided, and what, where the law makes the clock depend on it.
    public let terms: ClockTerms

    public init(
        position: Position, at: Instant, on: CalendarDate, slot: String,
        terms: ClockTerms = ClockTerms()
    ) {
        self.terms = terms
        self.position = position
        self.at = at
        self.on = on
        self.slot = slot
    }
}

/// What an entry does to a clock of the file with that tag.
public struct ClockMark: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case start(ClockStart)
        case end(ClockEnd)
    }

    public let tag: Tag
    public let kind: Kind
}

/// What the entries of one kind do to clocks, as its duty declares it.
///
/// - Invariant: No mark lies in a slot whose clock is not declared; a slot is a clock's name, alone or
///   followed by `/` and what tells one from another.
public struct Marks<F: Fact>: Sendable {
    let starts: [String]
    let ends: [String]
    let since: Int
    let marks: @Sendable (F, DatedEntry) -> [ClockMark]

    /// Starts and ends none.
    public static var none: Marks { Marks(starts: [], ends: []) { _, _ in [] } }

    /// Ends those clocks of the file that it is about.
    public static func ending<ID: Identifier>(
        _ clocks: [String], of file: @escaping @Sendable (F) -> ID
    ) -> Marks {
        Marks(starts: [], ends: clocks) { fact, entry in
            clocks.map { entry.end(file(fact).tag, $0) }
        }
    }

    /// - Parameters:
    ///   - since: The first version of the kind that has any: earlier ones are not even read for it.
    ///   - marks: What one entry does; asked only of what is dated.
    public init(
        starts: [String], ends: [String], since: Int = 1,
        marks: @escaping @Sendable (F, DatedEntry) -> [ClockMark]
    ) {
        self.starts = starts
        self.ends = ends
        self.since = since
        self.marks = marks
    }
}

/// The same, of whatever kind.
public struct ClockMarks: Sendable {
    /// The names of the clocks that it may start, and of those that it may end.
    public let starts: [String]
    public let ends: [String]
    public let since: Int
    private let marks: @Sendable (Event, DatedEntry) -> [ClockMark]

    init<F: Fact>(_ marks: Marks<F>) {
        starts = marks.starts
        ends = marks.ends
        since = marks.since
        self.marks = { event, entry in event[F.self].map { marks.marks($0, entry) } ?? [] }
    }

    public var isEmpty: Bool { starts.isEmpty && ends.isEmpty }

    func marks(of event: Event, _ entry: DatedEntry) -> [ClockMark] { marks(event, entry) }
}

/// The envelope of an entry that is dated: what a mark is made from beside the fact.
public struct DatedEntry: Sendable {
    public let position: Position
    public let at: Instant
    public let on: CalendarDate
    /// The unit that recorded it, where the fact names none; nil: nobody said which.
    public let unit: UnitID?

    public init(position: Position, at: Instant, on: CalendarDate, recordedBy unit: String) {
        self.position = position
        self.at = at
        self.on = on
        self.unit = unit == Self.unsaid ? nil : UnitID(unit)
    }

    /// What stands for the unit in an entry whose recorder named none: nobody's time is its time.
    public static let unsaid = "SYS"

    public func start(
        _ tag: Tag, _ slot: String, clock: String? = nil, due: CalendarDate? = nil,
        unit: UnitID? = nil, person: SubjectID? = nil, subject: SubjectID? = nil,
        isOfOldKind: Bool = false, terms: ClockTerms = ClockTerms(),
        countedFrom: CalendarDate? = nil
    ) -> ClockMark {
        ClockMark(
            tag: tag,
            kind: .start(
                ClockStart(
                    position: position, at: at, on: on, slot: slot, clock: clock ?? slot,
                    due: due, unit: unit, person: person, subject: subject,
                    isOfOldKind: isOfOldKind, terms: terms, countedFrom: countedFrom)))
    }

    public func end(_ tag: Tag, _ slot: String, terms: ClockTerms = ClockTerms()) -> ClockMark {
        ClockMark(
            tag: tag,
            kind: .end(ClockEnd(position: position, at: at, on: on, slot: slot, terms: terms)))
    }
}

extension DatedEntry {
    /// What days of a clock begin to count no more, and where they count again (中止计算).
    public static let pausing = "pause"
    public static let resuming = "resume"

    /// From this day on the clock does not count.
    public func pause(_ tag: Tag, _ slot: String) -> ClockMark {
        end(tag, "\(Self.pausing)/\(slot)")
    }

    /// After this day it counts again.
    public func resume(_ tag: Tag, _ slot: String) -> ClockMark {
        end(tag, "\(Self.resuming)/\(slot)")
    }
}

extension RecordedEvent {
    /// What it starts and ends. What nobody can date starts nothing.
    public var clockMarks: [ClockMark] {
        guard let on else { return [] }
        return event.clockMarks(
            of: DatedEntry(position: position, at: at, on: on, recordedBy: unit))
    }
}

extension Event {
    /// What it starts and ends, recorded in that entry.
    public func clockMarks(of entry: DatedEntry) -> [ClockMark] {
        guard let clocks = kind?.clocks, !clocks.isEmpty, (type.version ?? 1) >= clocks.since
        else { return [] }
        return clocks.marks(of: self, entry)
    }
}
