public import Law

/// A plain value tree: the serialisation the tests run the law and the records over. Members are sorted by
/// their UTF-8 bytes, which for the ASCII names used here is the canonical order.
public enum Tree: Equatable, Sendable {
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([Tree])
    case object([String: Tree])

    public var json: String {
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

    /// Reads JSON without white space, numbers other than integers, or escapes other than `\"`
    /// and `\\`: all that golden events hold. Nil for anything else.
    public static func parse(_ text: String) -> Tree? {
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

/// Reads the members of one object of a tree.
public struct TreeReader: DocumentReader {
    public let members: [String: Tree]

    public init?(_ tree: Tree?) {
        guard case .object(let members)? = tree else { return nil }
        self.members = members
    }

    /// The fields of a command, as a mapping hands them over.
    public init(_ fields: [String: String]) { members = fields.mapValues(Tree.string) }

    public var memberNames: [String] { Array(members.keys) }

    private func member(_ name: StaticString) -> Tree? { members["\(name)"] }

    public func string(_ name: StaticString) -> String? {
        if case .string(let value)? = member(name) { return value }
        return nil
    }
    public func integer(_ name: StaticString) -> Int? {
        if case .integer(let value)? = member(name) { return value }
        return nil
    }
    public func bool(_ name: StaticString) -> Bool? {
        if case .bool(let value)? = member(name) { return value }
        return nil
    }
    public func strings(_ name: StaticString) -> [String]? {
        guard case .array(let values)? = member(name) else { return nil }
        let texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        return texts.count == values.count ? texts : nil
    }
    public func object(_ name: StaticString) -> TreeReader? { TreeReader(member(name)) }
    public func array(_ name: StaticString) -> [TreeReader]? {
        guard case .array(let values)? = member(name) else { return nil }
        let readers = values.compactMap { TreeReader($0) }
        return readers.count == values.count ? readers : nil
    }
}
