internal import Synchronization

/// Something that happened, whatever its kind.
///
/// A kind that this build does not know is an event, too: it stands in a trail as an opaque line
/// with its type, and only deciding over it is refused. So is a known kind that holds a code which
/// nobody here knows: a later release has more of them.
public struct Event: Hashable, Sendable {
    /// What the house knows of its kind; nil for what it cannot read.
    public let kind: EventKind?
    /// The versioned name under which it stands, or will.
    @usableFromInline let stands: EventType?
    @usableFromInline let content: any AnyFact

    /// An event that is to be recorded.
    @inlinable public init<F: Fact>(_ fact: F) {
        kind = F.kind
        stands = nil
        content = FactBox(fact)
    }

    /// An event as an entry of that type holds it.
    @inlinable init<F: Fact>(_ fact: F, kind: EventKind, as type: EventType) {
        self.kind = kind
        stands = type
        content = FactBox(fact)
    }

    /// An event that nobody here can read.
    ///
    /// - Parameter codes: Those that nobody here knows, of a kind that is known; empty: its kind is not.
    public init(opaque type: EventType, for codes: [UnknownCode] = []) {
        kind = nil
        stands = type
        content = OpaqueFact(codes)
    }

    /// The fact, if it is one of that kind.
    @inlinable public subscript<F: Fact>(_ kind: F.Type) -> F? {
        guard content.type == ObjectIdentifier(F.self) else { return nil }
        // The type was compared: a cast that asked again would cost more than all the rest.
        return unsafeDowncast(content, to: FactBox<F>.self).fact
    }

    @inlinable public func `is`<F: Fact>(_ kind: F.Type) -> Bool {
        content.type == ObjectIdentifier(F.self)
    }

    /// The versioned name of the kind.
    public var type: EventType { stands ?? content.version }
    /// Whether nobody here can read it: its kind is not known, or one of its codes.
    public var isOpaque: Bool { kind == nil }
    /// The codes that nobody here knows, where that is why it cannot be read.
    public var unknownCodes: [UnknownCode] { (content as? OpaqueFact)?.codes ?? [] }
    /// Whether it withdraws a record.
    public var isWithdrawal: Bool { kind?.isWithdrawal ?? false }
    /// What its fields hold that entries are found by. The entry may carry more; see
    /// ``RecordedEvent/tags``.
    public var tags: [Tag] { content.tags }
    /// The officials who acted in it, where it was an act.
    public var officials: [Officer] { content.officials }
    /// What it says.
    public var tree: FieldTree { content.tree }
    /// Writes the members of the `data` object.
    public func write(to writer: inout some FieldWriter) { tree.write(to: &writer) }

    /// Whether one may correct the other: the same kind, or kinds that say the same of themselves.
    public func isSameKind(as other: Event) -> Bool {
        guard let kind, let theirs = other.kind else { return false }
        return kind.likeness == theirs.likeness
    }

    /// Two events are the same when every byte they say is.
    public static func == (left: Event, right: Event) -> Bool {
        left.content.type == right.content.type && left.tree == right.tree
            && (!left.isOpaque || left.type == right.type)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(tree) }
}

/// A fact in a box, so that an event is small whatever it says.
@usableFromInline protocol AnyFact: AnyObject, Sendable {
    var type: ObjectIdentifier { get }
    var version: EventType { get }
    var tags: [Tag] { get }
    var officials: [Officer] { get }
    var tree: FieldTree { get }
}

/// What writing a fact tells.
private struct Told {
    let version: EventType
    let tags: [Tag]
    let tree: FieldTree
}

@usableFromInline final class FactBox<F: Fact>: AnyFact {
    @usableFromInline let fact: F
    private let told = Mutex<Told?>(nil)

    @usableFromInline init(_ fact: F) { self.fact = fact }

    @usableFromInline var type: ObjectIdentifier { ObjectIdentifier(F.self) }
    @usableFromInline var version: EventType { telling.version }
    @usableFromInline var tags: [Tag] { telling.tags }
    @usableFromInline var officials: [Officer] {
        ((fact as? any Act)?.acting.officials ?? []).map { Officer($0) }
    }
    @usableFromInline var tree: FieldTree { telling.tree }

    /// Written once, when somebody asks: an event that is decided, staged and sealed is asked for each
    /// of them several times.
    private var telling: Told {
        told.withLock { told in
            if let told { return told }
            let written = fact.writing
            let first = Told(
                version: written.version == 1 ? F.type : F.type.inVersion(written.version),
                tags: Tag.list(written.tags + fact.moreTags), tree: written.tree)
            told = first
            return first
        }
    }
}

private final class OpaqueFact: AnyFact {
    let codes: [UnknownCode]

    init(_ codes: [UnknownCode]) { self.codes = codes }

    var type: ObjectIdentifier { ObjectIdentifier(OpaqueFact.self) }
    var version: EventType { "opaque" }
    var tags: [Tag] { [] }
    var officials: [Officer] { [] }
    var tree: FieldTree { FieldTree() }
}
