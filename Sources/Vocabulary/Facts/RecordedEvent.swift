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
    /// The day it happened; nil when nobody knows. Undated events stand in the trail, never in
    /// status.
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

    /// - Parameter tags: Those of the entry; nil: what the event itself says.
    public init(
        position: Position, at: Instant, on: CalendarDate?, onBasis: String? = nil, actor: String,
        unit: String, approver: String? = nil, basis: [String], cause: Position? = nil,
        supersedes: Position? = nil, tags: [Tag]? = nil, event: Event
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
