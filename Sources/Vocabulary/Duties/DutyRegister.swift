/// The duties of a house, found by what mappings, entries and officers call their kinds and verbs.
public final class DutyRegister: Sendable {
    public let duties: [Duty]
    /// Every kind, in the order of the duties.
    public let kinds: [EventKind]
    /// Every verb, in the order of the duties.
    public let verbs: [Verb]
    public let guards: [any CommandGuard]
    /// The kinds of files in which clocks run.
    public let clockedTags: Set<TagKind>
    /// By their first types and, of the names of later ones, by what stands before the version.
    private let kindOfType: [String: EventKind]
    private let kindOfBase: [Substring: EventKind]
    private let verbOfName: [String: Verb]

    public init(_ duties: [Duty]) {
        self.duties = duties
        kinds = duties.flatMap(\.kinds)
        verbs = duties.flatMap(\.verbs)
        guards = duties.flatMap(\.guards)
        clockedTags = Set(duties.filter(\.noun.hasClocks).map(\.noun.tag))
        kindOfType = Dictionary(
            kinds.map { ($0.type.name, $0) }, uniquingKeysWith: { first, _ in first })
        kindOfBase = Dictionary(
            kinds.map { ($0.type.base, $0) }, uniquingKeysWith: { first, _ in first })
        verbOfName = Dictionary(
            verbs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same house with more duties.
    public func adding(_ more: [Duty]) -> DutyRegister { DutyRegister(duties + more) }

    /// What the house knows of a type; nil: a newer program wrote it.
    public func kind(ofType name: String) -> EventKind? {
        if let kind = kindOfType[name] { return kind }
        let type = EventType(name)
        guard let kind = kindOfBase[type.base], kind.isKind(of: type) else { return nil }
        return kind
    }
    public func verb(named name: String) -> Verb? { verbOfName[name] }
    func verb<A: Act>(of act: A.Type) -> Verb? {
        verbs.first { $0.act == ObjectIdentifier(A.self) }
    }
    /// Every type that can be read.
    public var types: [EventType] { kinds.flatMap(\.types) }
    /// Every word that verbs stand behind, in the order of the duties, each once.
    public var nouns: [String] {
        var seen: Set<String> = []
        return verbs.map(\.noun).filter { seen.insert($0).inserted }
    }
    /// Whether entries of that type start or end clocks.
    public func marksClocks(_ type: String) -> Bool {
        kind(ofType: type)?.marksClocks(as: EventType(type)) ?? false
    }

    /// Reads the data of an entry of the named type. One whose type nobody knows, or one of its codes,
    /// is opaque.
    public func event(type name: String, reader: some FieldReader) throws(FieldFault) -> Event {
        guard let kind = kind(ofType: name) else { return Event(opaque: EventType(name)) }
        do throws(FieldFault) {
            return try kind.read(reader, as: EventType(name))
        } catch {
            guard case .unknownCodes(let codes) = error else { throw error }
            return Event(opaque: EventType(name), for: codes)
        }
    }
}
