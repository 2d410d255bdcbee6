import Vocabulary

/// A value as somebody gives it or an entry holds it.
enum Value: Equatable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([Value])
    case object([String: Value])

    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .number(number) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral values: Value...) { self = .list(values) }
    init(dictionaryLiteral members: (String, Value)...) {
        self = .object(Dictionary(members) { first, _ in first })
    }
}

/// The members of one object in memory; a commitment is `{"sealed": hex}`.
struct Values: FieldReader, Sendable, ExpressibleByDictionaryLiteral {
    var members: [String: Value]

    init(_ members: [String: Value]) { self.members = members }
    init(dictionaryLiteral members: (String, Value)...) {
        self.members = Dictionary(members) { first, _ in first }
    }

    /// The same with one member otherwise; nil takes it away.
    func with(_ name: String, _ value: Value?) -> Values {
        var values = self
        values.members[name] = value
        return values
    }

    private subscript(_ name: StaticString) -> Value? { members["\(name)"] }

    func string(_ name: StaticString) -> String? {
        if case .text(let text)? = self[name] { text } else { nil }
    }
    func integer(_ name: StaticString) -> Int? {
        if case .number(let number)? = self[name] { number } else { nil }
    }
    func bool(_ name: StaticString) -> Bool? {
        if case .flag(let flag)? = self[name] { flag } else { nil }
    }
    func strings(_ name: StaticString) -> [String]? {
        guard case .list(let values)? = self[name] else { return nil }
        let texts = values.compactMap { if case .text(let text) = $0 { text } else { nil } }
        return texts.count == values.count ? texts : nil
    }
    func sealed(_ name: StaticString) -> Sealed? {
        guard case .object(let members)? = self[name], case .text(let hex)? = members["sealed"]
        else { return nil }
        return .commitment(hex)
    }
    func object(_ name: StaticString) -> Values? {
        if case .object(let members)? = self[name] { Values(members) } else { nil }
    }
    func array(_ name: StaticString) -> [Values]? {
        guard case .list(let values)? = self[name] else { return nil }
        return values.compactMap {
            if case .object(let members) = $0 { Values(members) } else { nil }
        }
    }
}

/// Collects members in the order in which they are written.
struct Written: FieldWriter {
    private(set) var names: [String] = []
    private(set) var members: [String: Value] = [:]

    static func by(_ write: (inout Written) -> Void) -> Written {
        var writer = Written()
        write(&writer)
        return writer
    }

    private mutating func take(_ name: String, _ value: Value) {
        names.append(name)
        members[name] = value
    }

    mutating func put(_ name: String, _ value: String) { take(name, .text(value)) }
    mutating func put(_ name: String, _ value: Int) { take(name, .number(value)) }
    mutating func put(_ name: String, _ value: Bool) { take(name, .flag(value)) }
    mutating func put(_ name: String, _ value: [String]) {
        take(name, .list(value.map(Value.text)))
    }
    mutating func put(_ name: String, _ value: Sealed) {
        switch value {
        case .clear(let text): take(name, .text(text))
        case .commitment(let hex), .destroyed(let hex, _, _):
            take(name, ["sealed": .text(hex)])
        }
    }
    mutating func object(_ name: String, _ body: (inout Self) -> Void) {
        take(name, .object(Written.by(body).members))
    }
    mutating func array(_ name: String, count: Int, _ body: (Int, inout Self) -> Void) {
        take(
            name,
            .list(
                (0..<count).map { index in .object(Written.by { body(index, &$0) }.members) }))
    }
}
