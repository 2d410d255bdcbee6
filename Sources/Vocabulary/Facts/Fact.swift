public import Law

/// Something that happened, as an entry tells it.
///
/// - Invariant: A reader built today reads what was written under any version of the type on any
///   earlier day, and writes it back as it was.
public protocol Fact: FieldRecord {
    /// The kind's first version: `appeal.filed.v1`. A later one is written only by a fact that says
    /// more than an earlier could; see ``FieldTrait/since(_:)``.
    static var type: EventType { get }
    /// The duty whose kind it is.
    static var duty: Duty { get }
    /// The rule that its entry rests on (I9).
    static var rule: String { get }
    /// What it is about beside what its fields say.
    var moreTags: [Tag] { get }
}

extension Fact {
    /// What its kind cites, unless the fact says another.
    public static var rule: String { kind.source }
    public var moreTags: [Tag] { [] }
    /// Everything the fact is about, sorted, each once.
    public var tags: [Tag] { Tag.list(writing.tags + moreTags) }
    /// The version that this very fact is written under.
    public var version: EventType {
        let version = declaredVersion
        return version == 1 ? Self.type : Self.type.inVersion(version)
    }
}

/// A fact that nothing takes back: what it did is done, and neither a correction nor a withdrawal
/// undoes it.
public protocol IrrevocableFact: Fact {}

/// A fact with what a file needs to know about its entry.
public struct Recorded<F: Fact>: Hashable, Sendable {
    public let position: Position
    /// When the ledger learnt of it.
    public let at: Instant
    /// When it happened; nil when unknown.
    public let on: CalendarDate?
    /// Whether `on` was imputed.
    public let isImputed: Bool
    /// How exactly the source gives `on`.
    public let precision: DayPrecision
    public let fact: F
    /// When its file was closed, where it is undated and that is known.
    @usableFromInline let ending: Ending?

    @inlinable public init(_ recorded: RecordedEvent, _ fact: F) {
        position = recorded.position
        at = recorded.at
        on = recorded.on
        precision = DayPrecision(basis: recorded.onBasis)
        isImputed = recorded.onBasis != nil && recorded.onBasis != precision.basis
        self.fact = fact
        ending = recorded.ending
    }

    /// The day by which it had happened; see ``RecordedEvent/latest(knownAt:)``.
    @inlinable public func latest(knownAt moment: Instant?) -> CalendarDate {
        on ?? Ending.latest(ending, recorded: at, knownAt: moment)
    }

    /// The order in which facts of one kind happened; those of one day in the order recorded.
    @inlinable public func isBefore(_ other: Recorded) -> Bool { moment <% other.moment }

    /// When it happened, for comparison with facts of other kinds.
    @inlinable public var moment: (CalendarDate?, Position) { (on, position) }
}

infix operator <% : ComparisonPrecedence

/// Day first, position second; undated last.
public func <% (left: (CalendarDate?, Position), right: (CalendarDate?, Position)) -> Bool {
    switch (left.0, right.0) {
    case (let one?, let two?): one == two ? left.1 < right.1 : one < two
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): left.1 < right.1
    }
}
