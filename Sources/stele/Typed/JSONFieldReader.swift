import Chain
import Records
import Vocabulary
import Wording

/// Reads the fields of a command from what was typed and delivered. What is to be sealed comes in
/// clear: the ledger seals it.
struct JSONFieldReader: FieldReader {
    let members: [String: JSONValue]

    init(_ members: [String: JSONValue]) { self.members = members }

    private init(_ members: [JSONValue.Member]) {
        self.members = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    }

    private func value(_ name: StaticString) -> JSONValue? { members["\(name)"] }

    func string(_ name: StaticString) -> String? {
        if case .string(let text) = value(name) { text } else { nil }
    }

    func integer(_ name: StaticString) -> Int? {
        if case .integer(let number) = value(name) { number } else { nil }
    }

    func bool(_ name: StaticString) -> Bool? {
        if case .bool(let truth) = value(name) { truth } else { nil }
    }

    func strings(_ name: StaticString) -> [String]? {
        guard case .array(let elements) = value(name) else { return nil }
        return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    func sealed(_ name: StaticString) -> Sealed? { string(name).map(Sealed.clear) }

    func object(_ name: StaticString) -> JSONFieldReader? {
        if case .object(let inner) = value(name) { JSONFieldReader(inner) } else { nil }
    }

    func array(_ name: StaticString) -> [JSONFieldReader]? {
        guard case .array(let elements) = value(name) else { return nil }
        return elements.compactMap {
            if case .object(let inner) = $0 { JSONFieldReader(inner) } else { nil }
        }
    }
}
