import Law
import LawSupport
public import Vocabulary

@testable import Records

extension Tree {
    /// What `write` wrote.
    static func of(_ write: (inout TreeWriter) -> Void) -> Tree {
        var writer = TreeWriter()
        write(&writer)
        return .object(writer.members)
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
        case .commitment(let hex), .destroyed(let hex, _, _):
            members[name] = .object(["sealed": .string(hex)])
        }
    }
    mutating func object(_ name: String, _ body: (inout Self) -> Void) {
        members[name] = Tree.of(body)
    }
    mutating func array(_ name: String, count: Int, _ body: (Int, inout Self) -> Void) {
        members[name] = .array((0..<count).map { index in Tree.of { body(index, &$0) } })
    }
}

extension TreeReader: FieldReader {
    func sealed(_ name: StaticString) -> Sealed? {
        switch members["\(name)"] {
        case .string(let text)?: return .clear(text)
        case .object(let members)?:
            if case .string(let hex)? = members["sealed"] { return .commitment(hex) }
            return nil
        default: return nil
        }
    }
}
