/// A value that an outsider must not read: a name, an ID number, a narrative.
///
/// The chain holds the commitment; the value and its salt lie in the vault.
public enum Sealed: Hashable, Sendable {
    /// The value itself: not yet sealed, or opened from the vault.
    case clear(String)
    /// H(salt ‖ value) as 64 lower-case hexadecimal digits.
    case commitment(String)

    /// Whether two sealed values are known to differ. A commitment cannot be compared with a
    /// clear value without its salt, nor with a commitment under another salt.
    func isKnownToDiffer(from other: Sealed) -> Bool {
        if case .clear(let one) = self, case .clear(let two) = other { return one != two }
        return false
    }
}

/// Writes the members of one object. The registry implements it over canonical JSON.
///
/// Members may come in any order; a writer is quickest when they come sorted, and they do.
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

extension FieldWriter {
    /// An absent value writes no member.
    mutating func put(_ name: String, ifPresent value: String?) {
        if let value { put(name, value) }
    }
    mutating func put(_ name: String, ifPresent value: Int?) {
        if let value { put(name, value) }
    }
    mutating func put(_ name: String, ifPresent value: Sealed?) {
        if let value { put(name, value) }
    }
    mutating func put(_ name: String, ifPresent value: CalendarDate?) {
        if let value { put(name, value.description) }
    }
    mutating func put(_ name: String, ifPresent value: (some Identifier)?) {
        if let value { put(name, value.text) }
    }
    mutating func put(_ name: String, _ value: some Identifier) { put(name, value.text) }
    mutating func put(_ name: String, code value: some RawRepresentable<String>) {
        put(name, value.rawValue)
    }
    mutating func put(_ name: String, ifPresentCode value: (some RawRepresentable<String>)?) {
        if let value { put(name, value.rawValue) }
    }
    mutating func put(_ name: String, ifPresent value: Bool?) {
        if let value { put(name, value) }
    }
    /// An empty list writes no member.
    mutating func put(list name: String, _ values: [String]) {
        if !values.isEmpty { put(name, values) }
    }
    /// An empty list writes no member.
    mutating func put(ids name: String, _ values: [some Identifier]) {
        if !values.isEmpty { put(name, values.map(\.text)) }
    }
    /// An empty list writes no member.
    mutating func put(irregularities: [Irregularity]) {
        if !irregularities.isEmpty { put("irregularities", irregularities.map(\.rawValue)) }
    }
}

/// What can be wrong with one field, told as a malformed payload or as a refusal.
protocol FieldFailure: Error {
    static func missing(_ field: String) -> Self
    static func notAnIdentifier(_ field: String) -> Self
    static func notADate(_ field: String, _ value: String) -> Self
    static func notOneOf(_ field: String, _ allowed: [String]) -> Self
}

/// Typed access to the fields of one object; nothing intermediate is built.
struct Fields<Reader: FieldReader, Failure: FieldFailure> {
    let reader: Reader

    init(_ reader: Reader, _ failure: Failure.Type) { self.reader = reader }

    func text(_ name: StaticString) throws(Failure) -> String {
        guard let value = reader.string(name) else { throw .missing("\(name)") }
        return value
    }

    func optionalText(_ name: StaticString) -> String? { reader.string(name) }

    func id<ID: Identifier>(_ name: StaticString) throws(Failure) -> ID {
        guard let id: ID = try optionalID(name) else { throw .missing("\(name)") }
        return id
    }

    func optionalID<ID: Identifier>(_ name: StaticString) throws(Failure) -> ID? {
        guard let text = reader.string(name) else { return nil }
        guard let id = ID(text) else { throw .notAnIdentifier("\(name)") }
        return id
    }

    func date(_ name: StaticString) throws(Failure) -> CalendarDate? {
        guard let text = reader.string(name) else { return nil }
        guard let date = CalendarDate(text) else { throw .notADate("\(name)", text) }
        return date
    }

    /// A date that must be there.
    func day(_ name: StaticString) throws(Failure) -> CalendarDate {
        guard let date = try date(name) else { throw .missing("\(name)") }
        return date
    }

    func flag(_ name: StaticString) throws(Failure) -> Bool {
        guard let value = reader.bool(name) else { throw .missing("\(name)") }
        return value
    }

    func sealed(_ name: StaticString) throws(Failure) -> Sealed {
        guard let value = reader.sealed(name) else { throw .missing("\(name)") }
        return value
    }

    /// Identifiers in a list that may be absent.
    func ids<ID: Identifier>(_ name: StaticString) throws(Failure) -> [ID] {
        var list: [ID] = []
        for text in reader.strings(name) ?? [] {
            guard let id = ID(text) else { throw .notAnIdentifier("\(name)") }
            list.append(id)
        }
        return list
    }

    func position(_ name: StaticString) throws(Failure) -> Position {
        guard let position = reader.integer(name) else { throw .missing("\(name)") }
        return position
    }

    func code<Code: RawRepresentable<String> & CaseIterable>(
        _ name: StaticString
    ) throws(Failure) -> Code {
        guard let code: Code = try optionalCode(name) else { throw .missing("\(name)") }
        return code
    }

    func optionalCode<Code: RawRepresentable<String> & CaseIterable>(
        _ name: StaticString
    ) throws(Failure) -> Code? {
        guard let text = reader.string(name) else { return nil }
        guard let code = Code(rawValue: text) else {
            throw .notOneOf("\(name)", Code.allCases.map(\.rawValue))
        }
        return code
    }

    func irregularities() throws(Failure) -> [Irregularity] {
        guard let texts = reader.strings("irregularities") else { return [] }
        var list: [Irregularity] = []
        for text in texts {
            guard let one = Irregularity(rawValue: text) else {
                throw .notOneOf("irregularities", Irregularity.allCases.map(\.rawValue))
            }
            list.append(one)
        }
        return list
    }
}
