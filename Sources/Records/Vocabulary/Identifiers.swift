/// The position of an entry in the ledger: its `seq`, from 0.
public typealias Position = Int

/// A name that identifies something in the ledger.
///
/// - Invariant: 1…64 of `A–Z a–z 0–9 . _ -`, beginning with a letter or digit, so that it is safe in
///   a tag, a path and a command line. It is a pseudonym: never a name, never an ID number.
public protocol Identifier: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The kind of tag under which entries about it are found.
    static var tagKind: Tag.Kind { get }
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
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// The tag under which entries about it are found.
    public var tag: Tag { Tag(kind: Self.tagKind, wellFormed: text) }
}

func isWellFormedIdentifier(_ text: String) -> Bool {
    var count = 0
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            break
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            if count == 0 { return false }
        default: return false
        }
        count += 1
        if count > 64 { return false }
    }
    return count > 0
}

/// A person, organisation or unit (主体).
public struct SubjectID: Identifier {
    public static let tagKind = Tag.Kind.subject
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// A unit (单位) is a subject, too: it has a registration, a predecessor and a trail.
public typealias UnitID = SubjectID

/// An accountability case (责任追究案件).
public struct CaseID: Identifier {
    public static let tagKind = Tag.Kind.case
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// A complaint or tip (投诉举报).
public struct ComplaintID: Identifier {
    public static let tagKind = Tag.Kind.complaint
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// A sanction or measure imposed on one person in one case (处分、处理).
public struct SanctionID: Identifier {
    public static let tagKind = Tag.Kind.sanction
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// A major decision (重大行政决策).
public struct DecisionID: Identifier {
    public static let tagKind = Tag.Kind.decision
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// An appeal: a re-examination, review or appeal of a sanction (复审、复核、申诉).
public struct AppealID: Identifier {
    public static let tagKind = Tag.Kind.appeal
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// What an entry is about: `subject:P-0001`. Entries with one tag form a chain of their own.
public struct Tag: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The kinds of things entries are found by.
    public enum Kind: String, Sendable, CaseIterable {
        case appeal, calendar, `case`, complaint, decision, rulebook, sanction, subject
    }

    public let kind: Kind
    public let identifier: String

    init(kind: Kind, wellFormed identifier: String) {
        self.kind = kind
        self.identifier = identifier
    }

    /// Reads `kind:identifier`; nil when the kind is unknown or the identifier is not well formed.
    public init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            let kind = Kind(rawValue: String(text[..<colon]))
        else { return nil }
        let identifier = String(text[text.utf8.index(after: colon)...])
        guard isWellFormedIdentifier(identifier) else { return nil }
        self.init(kind: kind, wellFormed: identifier)
    }

    /// The tags that are there, sorted, each once.
    static func list(_ tags: Tag?...) -> [Tag] { list(tags.compactMap { $0 }) }

    /// The same, of a list.
    static func list(_ tags: [Tag]) -> [Tag] { Set(tags).sorted() }

    /// `kind:identifier`.
    public var description: String { "\(kind.rawValue):\(identifier)" }

    public static func < (left: Self, right: Self) -> Bool {
        left.kind == right.kind
            ? left.identifier < right.identifier : left.kind.rawValue < right.kind.rawValue
    }
}
