public import Law

/// A name that identifies something in the ledger.
///
/// - Invariant: 1…64 of `A–Z a–z 0–9 . _ -`, beginning with a letter or digit, so that it is safe in
///   a tag, a path and a command line. It is a pseudonym: never a name, never an ID number.
public protocol Identifier: Comparable, CustomStringConvertible, FieldValue, ListedValue, Nameable {
    /// The kind of tag under which entries about it are found.
    static var tagKind: TagKind { get }
    /// The identifier as written.
    var text: String { get }
    /// Takes a text that is known to be well formed.
    init(wellFormed text: String)
}

extension Identifier {
    /// Nil when the text is not 1…64 of `A–Z a–z 0–9 . _ -` beginning with a letter or digit.
    public init?(_ text: String) {
        guard isWellFormedIdentifier(text) else { return nil }
        self.init(wellFormed: text)
    }

    public var description: String { text }
    public var named: Named { .text(text) }
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// The tag under which entries about it are found.
    public var tag: Tag { Tag(kind: Self.tagKind, wellFormed: text) }
}

/// A person, organisation or unit (主体): whoever a ledger of accountability is about.
public struct SubjectID: Identifier {
    public static let tagKind: TagKind = "subject"
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// A unit (单位) is a subject, too: it has a registration, a predecessor and a trail.
public typealias UnitID = SubjectID
