internal import Law

/// The position of an entry in the ledger: its `seq`, from 0.
public typealias Position = Int

/// A kind of thing that entries are found by: `subject`, `case`, `decision`.
///
/// - Invariant: 1…32 of `a–z A–Z`, beginning with a small letter. Which there are is what the duties
///   say; one that nobody here knows is kept as it stands.
public struct TagKind: Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    public let name: String

    public init(stringLiteral name: String) { self.name = name }

    /// Nil when the text is no name of a kind.
    public init?(_ text: some StringProtocol) {
        guard let first = text.utf8.first, (97...122).contains(first), text.utf8.count <= 32,
            text.utf8.allSatisfy({ (97...122).contains($0) || (65...90).contains($0) })
        else { return nil }
        name = String(text)
    }

    public var description: String { name }
    public static func < (left: Self, right: Self) -> Bool { left.name < right.name }
}

/// What an entry is about: `subject:P-0001`. Entries with one tag form a chain of their own.
public struct Tag: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let kind: TagKind
    public let identifier: String

    public init(kind: TagKind, wellFormed identifier: String) {
        self.kind = kind
        self.identifier = identifier
    }

    /// Reads `kind:identifier`; nil when either is not well formed.
    public init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            let kind = TagKind(text[..<colon])
        else { return nil }
        let identifier = String(text[text.utf8.index(after: colon)...])
        guard isWellFormedIdentifier(identifier) else { return nil }
        self.init(kind: kind, wellFormed: identifier)
    }

    /// The tags that are there, sorted, each once.
    public static func list(_ tags: Tag?...) -> [Tag] { list(tags.compactMap { $0 }) }

    /// The same, of a list.
    public static func list(_ tags: [Tag]) -> [Tag] {
        tags.count < 2 ? tags : Set(tags).sorted()
    }

    /// `kind:identifier`.
    public var description: String { "\(kind.name):\(identifier)" }

    public static func < (left: Self, right: Self) -> Bool {
        left.kind == right.kind
            ? left.identifier < right.identifier : left.kind.name < right.kind.name
    }
}

extension Sequence<Tag> {
    /// The first of that kind, as the identifier that it is.
    public func first<ID: Identifier>(_ kind: ID.Type = ID.self) -> ID? {
        first { $0.kind == ID.tagKind }.map { ID(wellFormed: $0.identifier) }
    }
}
