/// An event with what the ledger recorded about it.
///
/// Two times: `on` is when it happened or took effect, `at` when the ledger learnt of it.
public struct RecordedEvent: Hashable, Sendable {
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
    public let event: Event

    public init(
        position: Position, at: Instant, on: CalendarDate?, onBasis: String? = nil, actor: String,
        unit: String, approver: String? = nil, basis: [String], cause: Position? = nil,
        supersedes: Position? = nil, event: Event
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
        self.event = event
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

/// When something happened and on what it rests: the fields that every command has.
///
/// Read from `on`, `onBasis` and `basis`; each may be absent.
public struct Circumstances: Hashable, Sendable {
    public var on: CalendarDate?
    /// What `on` was imputed from. Without `on` it has no meaning and is dropped.
    public var onBasis: String?
    /// Instruments and rules cited beside the rule the decider itself applies.
    public var basis: [String]
    /// Who records it, where that matters to the decision.
    public var actor: String?
    /// The second person, for what needs one (双人复核).
    public var approver: String?

    public init(on: CalendarDate? = nil, onBasis: String? = nil, basis: [String] = []) {
        self.on = on
        self.onBasis = on == nil ? nil : onBasis
        self.basis = basis
    }

    init(from reader: some FieldReader) throws(Refusal) {
        self.init(
            on: try reader.command.date("on"), onBasis: reader.string("onBasis"),
            basis: reader.strings("basis") ?? [])
    }

    /// The same, signed by whom it is recorded and approved.
    public func signed(by actor: String, approvedBy approver: String?) -> Self {
        var signed = self
        signed.actor = actor
        signed.approver = approver
        return signed
    }

    /// What follows at once from the first fact of the same decision.
    func consequence(_ event: Event, under rule: String) -> Draft {
        var draft = draft(event, under: rule)
        draft.followsFirst = true
        return draft
    }

    /// The fact under these circumstances, resting on `rule` first.
    func draft(_ event: Event, under rule: String) -> Draft {
        Draft(
            event: event, on: on, onBasis: onBasis,
            basis: [rule] + basis.filter { $0 != rule })
    }
}
