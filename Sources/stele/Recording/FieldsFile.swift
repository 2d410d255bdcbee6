import Chain
import Records

/// A file with the fields of one recording: one JSON object, strictly read. A member that the verb
/// does not have would lose what it says, so it is refused by name.
struct FieldsFile {
    let path: String
    let verb: RecordingVerb
    let text: Text

    /// `-` is standard input.
    func read() throws(Failure) -> [String: JSONValue] {
        let bytes = try SmallFile.read(path == "-" ? "/dev/stdin" : path, text)
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw Failure(
                status: .dataRefused,
                message: text("file.notJSON", ["path": path, "byte": text.number(error.offset)]))
        }
        guard case .object(let members) = value else {
            throw Failure(status: .dataRefused, message: text("file.notAnObject", ["path": path]))
        }
        let known = verb.fields + verb.circumstances
        var fields: [String: JSONValue] = [:]
        for member in members {
            fields[member.key] = try checked(member, against: known, within: "")
        }
        return fields
    }

    private func checked(
        _ member: JSONValue.Member, against known: [CommandField], within place: String
    ) throws(Failure) -> JSONValue {
        let name = place + member.key
        guard let field = known.first(where: { $0.name == member.key }) else {
            throw refused(
                text("file.unknownMember", ["name": name, "path": path, "verb": verb.spoken]))
        }
        switch (field.kind, member.value) {
        case (.integer, .integer), (.flag, .bool): return member.value
        case (.identifier, .string(let said)), (.text, .string(let said)),
            (.sealed, .string(let said)), (.date, .string(let said)), (.code, .string(let said)):
            if !said.isEmpty { return member.value }
        case (.identifiers, .array(let list)), (.texts, .array(let list)):
            let isRight = list.allSatisfy { if case .string = $0 { true } else { false } }
            if isRight { return member.value }
        case (.objects(let inner), .array(let list)):
            var objects: [JSONValue] = []
            for (index, element) in list.enumerated() {
                switch element {
                case .object(let members):
                    var read: [JSONValue.Member] = []
                    for one in members {
                        let value = try checked(one, against: inner, within: "\(name)[\(index)].")
                        read.append(.init(one.key, value))
                    }
                    objects.append(.object(read))
                case .integer, .string:
                    // Where there is one field only, the value may stand alone.
                    guard inner.count == 1, let only = inner.first else {
                        throw wrongKind(name, field)
                    }
                    let value = try checked(
                        .init(only.name, element), against: inner, within: "\(name)[\(index)].")
                    objects.append(.object([.init(only.name, value)]))
                case .null, .bool, .array: throw wrongKind(name, field)
                }
            }
            return .array(objects)
        default: break
        }
        throw wrongKind(name, field)
    }

    private func wrongKind(_ name: String, _ field: CommandField) -> Failure {
        refused(
            text(
                "file.wrongKind",
                ["name": name, "path": path, "kind": text.label(.fieldKind, field.kind.code)]))
    }

    private func refused(_ message: String) -> Failure {
        Failure(status: .dataRefused, message: message)
    }
}

extension CommandField.Kind {
    /// Its name, by which people read what it is.
    var code: String {
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
        case .objects: "objects"
        }
    }

    static let codes = [
        "code", "date", "flag", "identifier", "identifiers", "integer", "objects", "sealed", "text",
        "texts",
    ]
}
