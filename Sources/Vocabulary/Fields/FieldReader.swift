public import Law

/// Reads the members of one object. Nil: the member is absent or of another type.
public protocol FieldReader {
    func string(_ name: StaticString) -> String?
    func integer(_ name: StaticString) -> Int?
    func bool(_ name: StaticString) -> Bool?
    func strings(_ name: StaticString) -> [String]?
    func sealed(_ name: StaticString) -> Sealed?
    func object(_ name: StaticString) -> Self?
    func array(_ name: StaticString) -> [Self]?
}

/// Writes the members of one object. Members may come in any order; a writer is quickest when they
/// come sorted, and they do.
public protocol FieldWriter {
    mutating func put(_ name: String, _ value: String)
    mutating func put(_ name: String, _ value: Int)
    mutating func put(_ name: String, _ value: Bool)
    mutating func put(_ name: String, _ value: [String])
    /// A clear value is written as a string, a commitment as `{"sealed":hex}`.
    mutating func put(_ name: String, _ value: Sealed)
    mutating func object(_ name: String, _ body: (inout Self) -> Void)
    /// An array of `count` objects; `body` writes the members of each.
    mutating func array(_ name: String, count: Int, _ body: (Int, inout Self) -> Void)
}

extension FieldWriter {
    /// An absent value writes no member.
    public mutating func put(_ name: String, ifPresent value: String?) {
        if let value { put(name, value) }
    }
    public mutating func put(_ name: String, ifPresent value: Int?) {
        if let value { put(name, value) }
    }
    public mutating func put(_ name: String, ifPresent value: Sealed?) {
        if let value { put(name, value) }
    }
    public mutating func put(_ name: String, ifPresent value: CalendarDate?) {
        if let value { put(name, value.description) }
    }
    public mutating func put(_ name: String, ifPresent value: (some Identifier)?) {
        if let value { put(name, value.text) }
    }
    public mutating func put(_ name: String, _ value: some Identifier) { put(name, value.text) }
    public mutating func put(_ name: String, code value: some RawRepresentable<String>) {
        put(name, value.rawValue)
    }
    public mutating func put(
        _ name: String, ifPresentCode value: (some RawRepresentable<String>)?
    ) {
        if let value { put(name, value.rawValue) }
    }
    public mutating func put(_ name: String, ifPresent value: Bool?) {
        if let value { put(name, value) }
    }
    /// An empty list writes no member.
    public mutating func put(list name: String, _ values: [String]) {
        if !values.isEmpty { put(name, values) }
    }
    /// An empty list writes no member.
    public mutating func put(ids name: String, _ values: [some Identifier]) {
        if !values.isEmpty { put(name, values.map(\.text)) }
    }
}
