import Records

/// A plain value tree: the serialisation the tests run the records over. Members are sorted by
/// their UTF-8 bytes, which for the ASCII names used here is the canonical order.
enum Tree: Equatable, Sendable {
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([Tree])
    case object([String: Tree])

    var json: String {
        switch self {
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .string(let value): Tree.quoted(value)
        case .array(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }
                .map { "\(Tree.quoted($0.key)):\($0.value.json)" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    /// What `write` wrote.
    static func of(_ write: (inout TreeWriter) -> Void) -> Tree {
        var writer = TreeWriter()
        write(&writer)
        return .object(writer.members)
    }

    /// Reads JSON without white space, numbers other than integers, or escapes other than `\"`
    /// and `\\`: all that golden events hold. Nil for anything else.
    static func parse(_ text: String) -> Tree? {
        var rest = Array(text.unicodeScalars)[...]
        guard let tree = parse(&rest), rest.isEmpty else { return nil }
        return tree
    }

    private static func parse(_ rest: inout ArraySlice<Unicode.Scalar>) -> Tree? {
        switch rest.first {
        case "{":
            rest.removeFirst()
            var members: [String: Tree] = [:]
            while rest.first != "}" {
                if !members.isEmpty { guard rest.popFirst() == "," else { return nil } }
                guard case .string(let name)? = parse(&rest), members[name] == nil,
                    rest.popFirst() == ":", let value = parse(&rest)
                else { return nil }
                members[name] = value
            }
            rest.removeFirst()
            return .object(members)
        case "[":
            rest.removeFirst()
            var values: [Tree] = []
            while rest.first != "]" {
                if !values.isEmpty { guard rest.popFirst() == "," else { return nil } }
                guard let value = parse(&rest) else { return nil }
                values.append(value)
            }
            rest.removeFirst()
            return .array(values)
        case "\"":
            rest.removeFirst()
            var text = String.UnicodeScalarView()
            while let scalar = rest.popFirst() {
                if scalar == "\"" { return .string(String(text)) }
                if scalar == "\\" {
                    guard let escaped = rest.popFirst(), escaped == "\"" || escaped == "\\" else {
                        return nil
                    }
                    text.append(escaped)
                } else {
                    text.append(scalar)
                }
            }
            return nil
        default:
            let word = rest.prefix { $0 == "-" || $0.properties.isAlphabetic || ("0"..."9" ~= $0) }
            rest.removeFirst(word.count)
            var text = String.UnicodeScalarView()
            text.append(contentsOf: word)
            switch String(text) {
            case "true": return .bool(true)
            case "false": return .bool(false)
            default: return Int(String(text)).map(Tree.integer)
            }
        }
    }
}

struct TreeWriter: FieldWriter {
    var members: [String: Tree] = [:]

    mutating func put(_ name: String, _ value: String) { members[name] = .string(value) }
    mutating func put(_ name: String, _ value: Int) { members[name] = .integer(value) }
    mutating func put(_ name: String, _ value: Bool) { members[name] = .bool(value) }
    mutating func put(_ name: String, _ value: [String]) {
        members[name] = .array(value.map(Tree.string))
    }
    mutating func put(_ name: String, _ value: Sealed) {
        switch value {
        case .clear(let text): members[name] = .string(text)
        case .commitment(let hex): members[name] = .object(["sealed": .string(hex)])
        }
    }
    mutating func object(_ name: String, _ body: (inout Self) -> Void) {
        members[name] = Tree.of(body)
    }
    mutating func array(_ name: String, count: Int, _ body: (Int, inout Self) -> Void) {
        members[name] = .array((0..<count).map { index in Tree.of { body(index, &$0) } })
    }
}

struct TreeReader: FieldReader {
    let members: [String: Tree]

    init?(_ tree: Tree?) {
        guard case .object(let members)? = tree else { return nil }
        self.members = members
    }

    /// The fields of a command, as a mapping hands them over.
    init(_ fields: [String: String]) { members = fields.mapValues(Tree.string) }

    private func member(_ name: StaticString) -> Tree? { members["\(name)"] }

    func string(_ name: StaticString) -> String? {
        if case .string(let value)? = member(name) { return value }
        return nil
    }
    func integer(_ name: StaticString) -> Int? {
        if case .integer(let value)? = member(name) { return value }
        return nil
    }
    func bool(_ name: StaticString) -> Bool? {
        if case .bool(let value)? = member(name) { return value }
        return nil
    }
    func strings(_ name: StaticString) -> [String]? {
        guard case .array(let values)? = member(name) else { return nil }
        let texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        return texts.count == values.count ? texts : nil
    }
    func sealed(_ name: StaticString) -> Sealed? {
        switch member(name) {
        case .string(let text)?: return .clear(text)
        case .object(let members)?:
            if case .string(let hex)? = members["sealed"] { return .commitment(hex) }
            return nil
        default: return nil
        }
    }
    func object(_ name: StaticString) -> TreeReader? { TreeReader(member(name)) }
    func array(_ name: StaticString) -> [TreeReader]? {
        guard case .array(let values)? = member(name) else { return nil }
        let readers = values.compactMap { TreeReader($0) }
        return readers.count == values.count ? readers : nil
    }
}
