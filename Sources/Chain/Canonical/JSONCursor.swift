/// A value on a ``LineTape``: what it is, and the way to what is inside it.
///
/// It is a pointer, nothing more: good until the tape takes its next line, and only while the
/// bytes of the line stay where they are.
public struct JSONCursor {
    let line: UnsafePointer<UInt8>
    let tokens: UnsafePointer<LineTape.Token>
    let index: Int

    @inline(__always) var token: LineTape.Token { tokens[index] }

    /// Whether the value is `null`.
    public var isNull: Bool { token.kind == LineTape.Kind.null }
    /// Whether the value is an object.
    public var isObject: Bool { token.kind == LineTape.Kind.object }
    /// Whether the value is an array.
    public var isArray: Bool { token.kind == LineTape.Kind.array }
    /// Whether the value is a string.
    public var isString: Bool { token.kind & LineTape.Kind.isText != 0 }

    /// The integer, or nil if the value is something else.
    public var integer: Int? {
        token.kind == LineTape.Kind.integer ? Int(token.payload) : nil
    }

    /// The truth value, or nil if the value is something else.
    public var bool: Bool? {
        switch token.kind {
        case LineTape.Kind.yes: true
        case LineTape.Kind.no: false
        default: nil
        }
    }

    /// How many members or elements; nil if the value is neither object nor array.
    public var count: Int? { isObject || isArray ? token.count : nil }

    /// The string, or nil if the value is something else.
    public var string: String? {
        guard isString else { return nil }
        if token.kind & LineTape.Kind.escaped == 0 { return String(decoding: raw, as: UTF8.self) }
        return String(decoding: EscapedText.decode(raw), as: UTF8.self)
    }

    /// The canonical bytes of the whole value, as they stand in the line.
    public var bytes: UnsafeRawBufferPointer {
        guard isString else { return raw }
        return UnsafeRawBufferPointer(
            start: line + token.start - 1, count: Int(token.end) - token.start + 2)
    }

    /// Where the value begins in the line. Units: bytes.
    public var offset: Int { isString ? token.start - 1 : token.start }

    /// What lies between start and end of the token: of a string, what its quotes enclose.
    @inline(__always) var raw: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: line + token.start, count: Int(token.end) &- token.start)
    }

    /// The token after this value.
    @inline(__always) var next: Int {
        let token = token
        return token.kind == LineTape.Kind.object || token.kind == LineTape.Kind.array
            ? token.next : index &+ 1
    }

    @inline(__always) func at(_ index: Int) -> JSONCursor {
        JSONCursor(line: line, tokens: tokens, index: index)
    }

    /// The value of a member; nil if there is none, or if this is no object.
    public subscript(name: StaticString) -> JSONCursor? {
        member(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// The value of a member; nil if there is none, or if this is no object.
    public func member(named name: String) -> JSONCursor? {
        var name = name
        return name.withUTF8 { member(UnsafeRawBufferPointer($0)) }
    }

    private func member(_ name: UnsafeRawBufferPointer) -> JSONCursor? {
        guard isObject else { return nil }
        var index = index + 1
        let end = token.next
        while index < end {
            let key = at(index)
            let value = at(index + 1)
            if key.isText(name) { return value }
            index = value.next
        }
        return nil
    }

    @inline(__always)
    private func isText(_ text: UnsafeRawBufferPointer) -> Bool {
        if token.kind & LineTape.Kind.escaped == 0 { return raw.isSame(as: text) }
        return EscapedText.decode(raw).elementsEqual(text)
    }

    /// The members in their order; none if this is no object.
    public var members: Members {
        Members(cursor: at(index + 1), end: isObject ? token.next : 0)
    }

    /// The elements in their order; none if this is no array.
    public var elements: Elements {
        Elements(cursor: at(index + 1), end: isArray ? token.next : 0)
    }

    /// The strings of an array that holds nothing else; nil otherwise.
    public var strings: [String]? {
        guard isArray else { return nil }
        var strings: [String] = []
        strings.reserveCapacity(token.count)
        for element in elements {
            guard let string = element.string else { return nil }
            strings.append(string)
        }
        return strings
    }

    /// A copy that outlives tape and line.
    public var value: JSONValue {
        switch token.kind {
        case LineTape.Kind.null: .null
        case LineTape.Kind.no: .bool(false)
        case LineTape.Kind.yes: .bool(true)
        case LineTape.Kind.integer: .integer(Int(token.payload))
        case LineTape.Kind.array: .array(elements.map(\.value))
        case LineTape.Kind.object:
            .object(members.map { .init($0.key.string ?? "", $0.value.value) })
        default: .string(string ?? "")
        }
    }

    /// The members of an object: each key, itself a string, with its value.
    public struct Members: Sequence, IteratorProtocol {
        var cursor: JSONCursor
        let end: Int

        /// The next member, in canonical order.
        public mutating func next() -> (key: JSONCursor, value: JSONCursor)? {
            guard cursor.index < end else { return nil }
            let key = cursor
            let value = cursor.at(cursor.index + 1)
            cursor = cursor.at(value.next)
            return (key, value)
        }
    }

    /// The elements of an array.
    public struct Elements: Sequence, IteratorProtocol {
        var cursor: JSONCursor
        let end: Int

        /// The next element.
        public mutating func next() -> JSONCursor? {
            guard cursor.index < end else { return nil }
            let element = cursor
            cursor = cursor.at(cursor.next)
            return element
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether both hold the same bytes.
    @inline(__always)
    func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        var index = 0
        while index &+ 8 <= count {
            guard
                loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    == other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            else { return false }
            index &+= 8
        }
        while index < count {
            guard self[index] == other[index] else { return false }
            index &+= 1
        }
        return true
    }
}
