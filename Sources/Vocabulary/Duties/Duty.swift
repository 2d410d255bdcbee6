/// A kind of thing that records are about (事项): a word of the command line and a tag.
public struct Noun: Hashable, Sendable {
    /// `appeal`.
    public let name: String
    /// The tag under which its entries are found.
    public let tag: TagKind
    /// Whether clocks run in its files.
    public let hasClocks: Bool

    public init(_ name: String, tag: TagKind, hasClocks: Bool) {
        self.name = name
        self.tag = tag
        self.hasClocks = hasClocks
    }
}

/// A duty of the notice (职责), whole: what can happen in it, and how it is asked for.
///
/// A duty is declared in one value in its own folder, and the house reads its kinds from here. Another
/// room names a kind only where it has more to say or do than the declaration tells: a composed line
/// of a trail, a page of its own, what leaves the vault.
public final class Duty: Sendable {
    public let noun: Noun
    /// In the order of a life.
    public let kinds: [EventKind]
    /// What can be asked to be recorded, in the order of a life.
    public let verbs: [Verb]
    /// What it holds every act to, its own and those of others.
    public let guards: [any CommandGuard]
    private let places: [ObjectIdentifier: Int]

    public init(noun: Noun, kinds: [EventKind], verbs: [Verb], guards: [any CommandGuard]) {
        self.noun = noun
        self.kinds = kinds
        self.verbs = verbs
        self.guards = guards
        places = Dictionary(
            kinds.enumerated().map { ($1.fact, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func kind<F: Fact>(of fact: F.Type) -> EventKind? {
        places[ObjectIdentifier(F.self)].map { kinds[$0] }
    }
}
