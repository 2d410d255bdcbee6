/// What a field holds.
public indirect enum FieldForm: Hashable, Sendable {
    case identifier, text, sealed, integer, flag, date, identifiers, texts
    /// One of a closed list.
    case code([String])
    /// Several of a closed list.
    case codes([String])
    case object([Field])
    case objects([Field])

    /// Its name, by which people read what it is.
    public var name: String {
        switch self {
        case .identifier: "identifier"
        case .text: "text"
        case .sealed: "sealed"
        case .integer: "integer"
        case .flag: "flag"
        case .date: "date"
        case .identifiers: "identifiers"
        case .texts: "texts"
        case .code: "code"
        case .codes: "codes"
        case .object: "object"
        case .objects: "objects"
        }
    }

    /// The names of all forms.
    public static let names = [
        "code", "codes", "date", "flag", "identifier", "identifiers", "integer", "object",
        "objects", "sealed", "text", "texts",
    ]
}

/// One field of a record, as its declaration describes it.
public struct Field: Hashable, Sendable {
    /// Who says it.
    public enum Origin: Hashable, Sendable {
        /// Whoever asks for the record to be made.
        case given
        /// The decider; nobody types it.
        case derived
    }

    public let name: String
    public let form: FieldForm
    /// What entries may hold in it, where more stands in them than can be given.
    public let recordedForm: FieldForm
    public let origin: Origin
    /// Whether a record cannot be asked for without it.
    public let isRequired: Bool
    /// The version of the kind that first had it.
    public let since: Int
    /// Whether entries are found by what it holds.
    public let isTag: Bool
    /// What kind of thing its identifiers name, where the field's type says so.
    public let tagKind: TagKind?
    /// Whether it holds the digest of a document.
    public let isDigest: Bool
    /// Whose value it is, where it is sealed.
    public let owner: VaultOwner?
    /// Codes that only deliveries bring.
    public let unoffered: Set<String>

    public init(
        _ name: String, _ form: FieldForm, origin: Origin = .given, isRequired: Bool = false,
        since: Int = 1, isTag: Bool = false, tagKind: TagKind? = nil, isDigest: Bool = false,
        owner: VaultOwner? = nil, recorded: FieldForm? = nil, unoffered: Set<String> = []
    ) {
        self.name = name
        self.form = form
        recordedForm = recorded ?? form
        self.origin = origin
        self.isRequired = isRequired
        self.since = since
        self.isTag = isTag
        self.tagKind = tagKind
        self.isDigest = isDigest
        self.owner = owner
        self.unoffered = unoffered
    }

    /// The codes that people are told of, where it holds one or several; all there are but those that
    /// only deliveries bring.
    public var offered: [String] {
        switch form {
        case .code(let codes), .codes(let codes): codes.filter { !unoffered.contains($0) }
        case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts, .object,
            .objects:
            []
        }
    }
}

/// What the declaration of a field says beside its name and its type.
public enum FieldTrait: Hashable, Sendable {
    /// Entries are found by it: it becomes a tag.
    case tag
    /// A list without which a record cannot be asked for.
    case required
    /// The version of the kind that first had it; 1 where nothing is said.
    case since(Int)
    /// The codes that may be given, where they are not all there are.
    case oneOf([String])
    /// SHA-256 of a document, 64 lower-case hexadecimal digits.
    case digest
}
