public import Law

/// An event with what the ledger recorded about it.
///
/// Two times: `on` is when it happened or took effect, `at` when the ledger learnt of it.
///
/// It never changes, so that logs and files share it instead of copying it.
public final class RecordedEvent: Hashable, Sendable {
    /// The entry's `seq`.
    public let position: Position
    /// When it was recorded.
    public let at: Instant
    /// The day it happened; nil when nobody knows. See ``latest(knownAt:)`` for when it then counts.
    public let on: CalendarDate?
    /// What `on` was imputed from, such as `closed_date`; nil when the source gives the day itself.
    public let onBasis: String?
    public let actor: String
    /// The unit that recorded it.
    public let unit: String
    public let approver: String?
    /// The rules it rests on (I9).
    public let basis: [String]
    /// The entry that led to this one.
    public let cause: Position?
    /// The entry this one corrects or withdraws.
    public let supersedes: Position?
    /// Everything the entry is about, sorted, each once.
    public let tags: [Tag]
    public let event: Event
    /// When the file that it belongs to was closed, where it is undated and that is known.
    @usableFromInline let ending: Ending?

    /// - Parameter tags: Those of the entry; nil: what the event itself says.
    public init(
        position: Position, at: Instant, on: CalendarDate?, onBasis: String? = nil, actor: String,
        unit: String, approver: String? = nil, basis: [String], cause: Position? = nil,
        supersedes: Position? = nil, tags: [Tag]? = nil, event: Event, ending: Ending? = nil
    ) {
        self.position = position
        self.at = at
        self.on = on
        self.onBasis = onBasis
        self.actor = actor
        self.unit = unit
        self.approver = approver
        self.basis = basis
        self.cause = cause
        self.supersedes = supersedes
        self.tags = tags ?? event.tags
        self.event = event
        self.ending = on == nil ? ending : nil
    }

    /// The same, of a file that was closed: what is undated in it had happened by then.
    public func ended(by ending: Ending) -> RecordedEvent {
        RecordedEvent(
            position: position, at: at, on: on, onBasis: onBasis, actor: actor, unit: unit,
            approver: approver, basis: basis, cause: cause, supersedes: supersedes, tags: tags,
            event: event, ending: ending)
    }

    /// The day by which it had happened: its own; of the undated, that of their recording, or the one on
    /// which their file was closed where that is earlier. On it they begin to count.
    ///
    /// - Parameter moment: By what was known then; nil: by all there is.
    @inlinable public func latest(knownAt moment: Instant?) -> CalendarDate {
        on ?? Ending.latest(ending, recorded: at, knownAt: moment)
    }

    /// The fact with its entry, if it is one of that kind.
    @inlinable public subscript<F: Fact>(_ kind: F.Type) -> Recorded<F>? {
        event[kind].map { Recorded(self, $0) }
    }

    public static func == (left: RecordedEvent, right: RecordedEvent) -> Bool {
        if left === right { return true }
        return left.position == right.position && left.at == right.at && left.on == right.on
            && left.onBasis == right.onBasis && left.actor == right.actor
            && left.unit == right.unit && left.approver == right.approver
            && left.basis == right.basis && left.cause == right.cause
            && left.supersedes == right.supersedes && left.tags == right.tags
            && left.event == right.event
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(position)
        hasher.combine(event)
    }
}

/// What a decider wants recorded. The registry adds the rest: position, time, actor, seal.
public struct Draft: Hashable, Sendable {
    public var event: Event
    public var on: CalendarDate?
    public var onBasis: String?
    /// Never empty (I9).
    public var basis: [String]
    public var cause: Position?
    /// Whether the first entry of the same decision led to it; its position is not known yet.
    public var followsFirst = false
    public var supersedes: Position?
    /// The entry whose content it brings back, its sealed values with it.
    public var restores: Position?

    public init(
        event: Event, on: CalendarDate?, onBasis: String? = nil, basis: [String],
        cause: Position? = nil, supersedes: Position? = nil
    ) {
        precondition(!basis.isEmpty, "I9: every event cites its rule")
        self.event = event
        self.on = on
        self.onBasis = onBasis
        self.basis = basis
        self.cause = cause
        self.supersedes = supersedes
    }

    /// The tags the entry must carry.
    public var tags: [Tag] { event.tags }
}
