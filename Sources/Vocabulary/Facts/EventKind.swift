internal import Synchronization

/// What the house knows of one kind of fact: declared by its duty, once, without defaults.
public final class EventKind: Sendable {
    /// The kind's first type.
    public let type: EventType
    /// The rule that asks for it (I9): `政务处分法#55`.
    public let source: String
    public let trail: TrailPlace
    public let clocks: ClockMarks
    /// The kinds that may correct one another have one likeness: the first one's type.
    public let likeness: EventType
    /// Whether neither a correction nor a withdrawal takes it back.
    public let isIrrevocable: Bool
    /// Whether it is recorded as it is asked for, so that some verb asks for it.
    let isAct: Bool
    let fact: ObjectIdentifier
    private let describing: @Sendable () -> [Field]
    private let storing: @Sendable () -> [String]
    private let described = Mutex<[Field]?>(nil)
    private let reading:
        @Sendable (any FieldReader, EventKind, EventType) throws(FieldFault) -> Event

    /// - Parameters:
    ///   - alike: The kind whose corrections may be of this kind and the other way round; nil: none
    ///     but itself.
    public init<F: Fact>(
        _ fact: F.Type, source: String, trail: TrailPlace, clocks: Marks<F>,
        alike: (any Fact.Type)?
    ) {
        type = F.type
        self.source = source
        self.trail = trail
        self.clocks = ClockMarks(clocks)
        likeness = alike?.type ?? F.type
        isIrrevocable = F.self is any IrrevocableFact.Type
        isAct = F.self is any Act.Type
        self.fact = ObjectIdentifier(F.self)
        describing = { F.fields }
        storing = { F.properties }
        reading = { (reader, kind, type) throws(FieldFault) -> Event in
            Event(try F(recorded: reader), kind: kind, as: type)
        }
    }

    /// A kind that starts and ends no clock, and that corrects nothing but itself.
    public static func plain<F: Fact>(
        _ fact: F.Type, _ source: String, _ trail: TrailPlace
    ) -> EventKind {
        EventKind(fact, source: source, trail: trail, clocks: .none, alike: nil)
    }

    /// Its fields, in the order in which one would give them; described when somebody asks, so that
    /// a program that starts describes what it needs and not a hundred kinds.
    public var fields: [Field] {
        described.withLock { known in
            let fields = known ?? describing()
            known = fields
            return fields
        }
    }
    /// The names of what a fact of it stores: each is to be a field.
    var properties: [String] { storing() }
    /// Its versions, the first one first.
    public var types: [EventType] {
        [type] + (1..<latestVersion).map { type.inVersion($0 + 1) }
    }

    private var latestVersion: Int { fields.map(\.since).max() ?? 1 }

    /// Whether a type is this kind in one of its versions.
    func isKind(of other: EventType) -> Bool {
        if other == type { return true }
        guard let version = other.version, version <= latestVersion else { return false }
        return other == type.inVersion(version)
    }

    /// Whether entries of that type, one of its versions, start or end clocks.
    public func marksClocks(as type: EventType) -> Bool {
        !clocks.isEmpty && (clocks.since == 1 || (type.version ?? 1) >= clocks.since)
    }

    /// `appeal.filed`.
    public var name: String { String(type.base) }
    /// Whether it withdraws what it supersedes, and puts nothing in its place.
    public var isWithdrawal: Bool {
        if case .always(.correction) = trail.class { true } else { false }
    }

    /// Reads the data of an entry of that type.
    public func read(_ reader: some FieldReader, as type: EventType) throws(FieldFault) -> Event {
        try reading(reader, self, type)
    }

    /// What an entry amounts to, told without reading its fact.
    ///
    /// - Parameter code: The code that a field of it holds; asked for only where the class depends on
    ///   one.
    /// - Throws: ``FieldFault/unknownCodes(_:)`` where the code is none of those that the kind lists,
    ///   ``FieldFault/missing(_:)`` where there is none.
    public func trailClass(
        code: (StaticString) -> String?
    ) throws(FieldFault) -> TrailClass {
        switch trail.class {
        case .always(let one): return one
        case .by(let field, let classes):
            guard let code = code(field) else { throw .missing("\(field)") }
            if let one = classes[code] { return one }
            let known = classes.keys.sorted()
            guard let unknown = UnknownCode(code, at: "\(field)", known: known) else {
                throw .notOneOf("\(field)", known)
            }
            throw .unknownCodes([unknown])
        }
    }

    /// Whether a code can be read in the field at that path, as ``UnknownCode/path`` is written.
    public func knows(_ code: String, at path: String) -> Bool {
        fields.codes(at: path).contains(code)
    }

    /// Whether there is a field with codes at that path.
    public func holdsCodes(at path: String) -> Bool { !fields.codes(at: path).isEmpty }
}

extension Fact {
    /// What its duty declares of it.
    public static var kind: EventKind {
        guard let kind = duty.kind(of: Self.self) else {
            preconditionFailure("\(type) is not declared by its duty, \(duty.noun.name)")
        }
        return kind
    }
}

extension Event {
    /// What it amounts to in a trail.
    public var trailClass: TrailClass {
        guard let kind else { return .opaque }
        switch kind.trail.class {
        case .always(let one): return one
        case .by(let field, let classes):
            return tree.text("\(field)").flatMap { classes[$0] } ?? .opaque
        }
    }
}
