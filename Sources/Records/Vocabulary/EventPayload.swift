/// The versioned name of a kind of event: `sanction.imposed.v1`. A name never changes its meaning.
public struct EventType: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let name: String
    public init(stringLiteral name: String) { self.name = name }
    public var description: String { name }
}

/// A fact, with its fields.
///
/// - Invariant: `init(from:)` reads back exactly what `write(to:)` wrote; a reader built today
///   reads what was written under the same type on any earlier day.
public protocol EventPayload: Sendable, Hashable {
    static var type: EventType { get }
    /// The version that this very fact is written under: ``type``, unless it says more than that
    /// version could.
    var version: EventType { get }
    init(from reader: some FieldReader) throws(MalformedPayload)
    /// Writes the members of the `data` object.
    func write(to writer: inout some FieldWriter)
    /// Everything the fact is about, sorted, each once.
    var tags: [Tag] { get }
}

extension EventPayload {
    public var version: EventType { Self.type }
}

/// The data of an entry is not what its type promises. Names the field, never its value.
public struct MalformedPayload: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: String, Hashable, Sendable {
        case missing, notAnIdentifier, notADate, notOneOfTheCodes, notPositions, unknownType
    }

    public let field: String
    public let reason: Reason

    public init(field: String, reason: Reason) {
        self.field = field
        self.reason = reason
    }

    public var description: String { "\(field): \(reason.rawValue)" }
}

extension MalformedPayload: FieldFailure {
    static func missing(_ field: String) -> Self { .init(field: field, reason: .missing) }
    static func notAnIdentifier(_ field: String) -> Self {
        .init(field: field, reason: .notAnIdentifier)
    }
    static func notADate(_ field: String, _ value: String) -> Self {
        .init(field: field, reason: .notADate)
    }
    static func notOneOf(_ field: String, _ allowed: [String]) -> Self {
        .init(field: field, reason: .notOneOfTheCodes)
    }
}

extension FieldReader {
    /// The fields of an event's data.
    var payload: Fields<Self, MalformedPayload> { Fields(self, MalformedPayload.self) }
    /// The fields of a command.
    var command: Fields<Self, Refusal> { Fields(self, Refusal.self) }
}
