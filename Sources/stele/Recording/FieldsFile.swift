import Chain
import Records
import Vocabulary
import Wording

/// A file with the fields of one recording: one JSON object, strictly read. A member that the verb
/// does not have would lose what it says, so it is refused by name.
struct FieldsFile {
    let path: String
    let verb: Verb
    let text: Text

    private var written: Written { Written(text: text, unclear: .dataRefused) }

    /// `-` is standard input.
    func read() throws(Failure) -> [String: JSONValue] {
        let bytes =
            path == "-"
            ? SmallFile.withoutMark(try SmallFile.readInput(text))
            : try SmallFile.readDocument(path, text)
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
        return try fields(of: members)
    }

    /// What the members of an object say, each held to its field.
    func fields(of members: [JSONValue.Member]) throws(Failure) -> [String: JSONValue] {
        let known = verb.fields + verb.circumstances
        var fields: [String: JSONValue] = [:]
        for member in members {
            fields[member.key] = try checked(member, against: known, within: "")
        }
        return fields
    }

    private func checked(
        _ member: JSONValue.Member, against known: [Field], within place: String
    ) throws(Failure) -> JSONValue {
        let name = place + member.key
        guard let field = known.first(where: { $0.name == member.key }) else {
            throw refused(
                text("file.unknownMember", ["name": name, "path": path, "verb": verb.spoken]))
        }
        switch (field.form, member.value) {
        case (.integer, .integer), (.flag, .bool): return member.value
        case (.integer, .string(let said)) where Written.isAmount(field):
            // A number is fen, as entries hold it; a text is written as people write money.
            if let fen = Written.fen(said) { return .integer(fen) }
            throw refused(text("usage.notAnAmount", ["what": "\(name) \(said)"]))
        case (.flag, .string(let said)):
            // In words; `true` is written without quotes.
            if !said.allSatisfy(\.isASCII), let flag = Written.flag(said) { return .bool(flag) }
        case (.identifier, .string(let said)), (.text, .string(let said)),
            (.sealed, .string(let said)):
            if !said.isEmpty { return member.value }
        case (.date, .string(let said)):
            if !said.isEmpty { return .string(try written.day(said)) }
        case (.code, .string(let said)):
            if !said.isEmpty { return .string(try written.code(said, of: field)) }
        case (.codes, .array(let list)):
            let said = list.compactMap { if case .string(let code) = $0 { code } else { nil } }
            if said.count == list.count {
                return .array(
                    try said.map { code throws(Failure) in
                        .string(try written.code(code, of: field))
                    })
            }
        case (.identifiers, .array(let list)), (.texts, .array(let list)):
            let isRight = list.allSatisfy { if case .string = $0 { true } else { false } }
            if isRight { return member.value }
        case (.object(let inner), .object(let members)):
            return try object(members, of: inner, within: "\(name).")
        case (.objects(let inner), .array(let list)):
            var objects: [JSONValue] = []
            for (index, element) in list.enumerated() {
                let place = "\(name)[\(index)]."
                switch element {
                case .object(let members):
                    objects.append(try object(members, of: inner, within: place))
                case .integer, .string:
                    // Where there is one field only, the value may stand alone.
                    guard inner.count == 1, let only = inner.first else {
                        throw wrongKind(name, field)
                    }
                    let alone = [JSONValue.Member(only.name, element)]
                    objects.append(try object(alone, of: inner, within: place))
                case .null, .bool, .array: throw wrongKind(name, field)
                }
            }
            return .array(objects)
        default: break
        }
        throw wrongKind(name, field)
    }

    private func object(
        _ members: [JSONValue.Member], of known: [Field], within place: String
    ) throws(Failure) -> JSONValue {
        .object(
            try members.map { one throws(Failure) in
                .init(one.key, try checked(one, against: known, within: place))
            })
    }

    private func wrongKind(_ name: String, _ field: Field) -> Failure {
        refused(
            text(
                "file.wrongKind",
                ["name": name, "path": path, "kind": text.label(.fieldKind, field.form.name)]))
    }

    private func refused(_ message: String) -> Failure {
        Failure(status: .dataRefused, message: message)
    }
}
