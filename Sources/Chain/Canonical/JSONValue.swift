/// A JSON value as a tree, for what is small: mappings, fixtures, bundle descriptions.
///
/// Two values are equal when their canonical bytes are. (Swift compares strings by what they look
/// like; `é` as one character and as two is one key to Swift and two keys to JSON.)
public indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// −(2^53−1) … 2^53−1; there are no other numbers here.
    case integer(Int)
    case string(String)
    case array([JSONValue])
    /// Members in any order, no key twice.
    case object([Member])

    /// One member of an object.
    public struct Member: Sendable {
        /// Its name.
        public let key: String
        /// What it says.
        public let value: JSONValue

        /// A member.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// Reads what a person or another program wrote: white space, any order of keys and any escape
    /// are fine; floats, a key twice, half a surrogate pair, bytes after the value are not.
    ///
    /// - Throws: ``JSONFault`` for the first byte that is wrong.
    public init(parsing bytes: [UInt8], limits: JSONLimits = .file) throws(JSONFault) {
        var outcome: Result<JSONValue, JSONFault> = .failure(JSONFault(.unexpectedEnd, at: 0))
        bytes.withUnsafeBytes { bytes in
            outcome = Result { () throws(JSONFault) in
                try JSONValue(parsing: bytes, limits: limits)
            }
        }
        self = try outcome.get()
    }

    /// As ``init(parsing:limits:)-([UInt8],_)``, from memory.
    public init(parsing bytes: UnsafeRawBufferPointer, limits: JSONLimits = .file)
        throws(JSONFault)
    {
        guard bytes.count <= limits.bytes else { throw JSONFault(.tooLarge, at: limits.bytes) }
        guard let base = bytes.baseAddress, bytes.count > 0 else {
            throw JSONFault(.unexpectedEnd, at: 0)
        }
        let start = base.assumingMemoryBound(to: UInt8.self)
        var reader = JSONReader(base: start, end: start + bytes.count, depthLimit: limits.depth)
        self = try reader.whole()
    }

    /// The one spelling of this value (RFC 8785).
    ///
    /// - Precondition: No key stands twice in one object; integers are within ±(2^53−1).
    public var canonical: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    func append(to bytes: inout [UInt8]) {
        switch self {
        case .null: CanonicalText.append(null: (), to: &bytes)
        case .bool(let value): CanonicalText.append(value, to: &bytes)
        case .integer(let value): CanonicalText.append(value, to: &bytes)
        case .string(let value): CanonicalText.append(value, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            var object = CanonicalObject()
            for member in members { object.set(member.key, member.value) }
            bytes += object.bytes
        }
    }

    /// The value of a member; nil if there is none, or if this is no object.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key.utf8.elementsEqual(name.utf8) }?.value
    }

    /// The string, or nil if the value is something else.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The integer, or nil if the value is something else.
    public var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The truth value, or nil if the value is something else.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The elements, or nil if the value is no array.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members in the order of the file, or nil if the value is no object.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// Whether the value is `null`.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }
}

extension JSONValue: Equatable {
    /// Whether both have the same canonical bytes.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        left.canonical == right.canonical
    }
}
