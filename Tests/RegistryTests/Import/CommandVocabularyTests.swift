import Synchronization
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("What a mapping may say is what Records reads")
struct CommandVocabularyTests {
    @Test("every verb but those by hand can be mapped, with exactly the fields it reads")
    func agrees() {
        let mapped = CommandVocabulary(Duties.register).fields
        let names = Set(Duties.register.verbs.map(\.name))
        #expect(
            Set(mapped.keys)
                == names.subtracting(["withdrawRecord", "destroyValue", "correctClock"]))
        for (name, fields) in mapped {
            let reader = Eavesdropper(command: name)
            #expect(throws: Never.self) {
                try Command(name: name, reader: reader, in: Duties.register)
            }
            #expect(reader.asked.names.withLock { $0 } == fields, "\(name)")
        }
    }

    @Test("every verb is spelled once, with exactly the fields it reads")
    func spelled() {
        let verbs = Duties.register.verbs
        #expect(Set(verbs.map(\.name)).count == verbs.count)
        #expect(Set(verbs.map(\.spoken)).count == verbs.count)
        for verb in verbs {
            #expect(verb.fields.first { $0.name == verb.about }?.isRequired == true)
            let reader = Eavesdropper(command: verb.name)
            #expect(throws: Never.self, "\(verb.name)") {
                try Command(name: verb.name, reader: reader, in: Duties.register)
            }
            #expect(
                reader.asked.names.withLock { Set($0.keys) }.union(reader.asked.nested)
                    == Set(verb.fields.map(\.name) + ["on", "onBasis", "basis"]),
                "\(verb.name)")
        }
    }

    @Test("a field is required exactly when the command is refused without it")
    func required() {
        for verb in Duties.register.verbs {
            for field in verb.fields {
                let reader = Eavesdropper(command: verb.name, without: field.name)
                if field.isRequired, !field.form.isList {
                    #expect(throws: Refusal.missing(field.name), "\(verb.name)") {
                        try Command(name: verb.name, reader: reader, in: Duties.register)
                    }
                } else {
                    #expect(throws: Never.self, "\(verb.name).\(field.name)") {
                        try Command(name: verb.name, reader: reader, in: Duties.register)
                    }
                }
            }
        }
    }
}

extension FieldForm {
    /// An empty list is none; whether it may be, its decider says.
    fileprivate var isList: Bool {
        switch self {
        case .identifiers, .texts, .codes, .objects: true
        case .identifier, .text, .sealed, .integer, .flag, .date, .code, .object: false
        }
    }
}

/// Answers every question with something that fits, and remembers what was asked.
private struct Eavesdropper: FieldReader {
    final class Asked: Sendable {
        let names = Mutex<[String: CommandVocabulary.Kind]>([:])
        /// What no column could hold.
        let parts = Mutex<Set<String>>([])
        var nested: Set<String> { parts.withLock { $0 } }
    }

    let fields: [Field]
    let without: String?
    let asked = Asked()

    init(command: String, without: String? = nil) {
        fields = Duties.register.verb(named: command)?.fields ?? []
        self.without = without
    }

    private func note(_ name: StaticString, _ kind: CommandVocabulary.Kind) {
        asked.names.withLock { $0["\(name)"] = kind }
    }

    private func isLeftOut(_ name: StaticString) -> Bool { without == "\(name)" }

    private func field(_ name: StaticString) -> Field? { fields.first { $0.name == "\(name)" } }

    private func text(_ field: Field?) -> String {
        if field?.isDigest == true { return String(repeating: "9f", count: 32) }
        switch field?.form {
        case .code(let codes), .codes(let codes): return codes[0]
        case .date: return "2001-02-03"
        default: return field?.isTag == true ? "case:X-1" : "X-1"
        }
    }

    func string(_ name: StaticString) -> String? {
        note(name, .text)
        if isLeftOut(name) { return nil }
        if "\(name)" == "on" { return "2001-02-03" }
        return field(name)?.form == .identifier ? "X-1" : text(field(name))
    }

    func integer(_ name: StaticString) -> Int? {
        note(name, .integer)
        if isLeftOut(name) { return nil }
        return 1
    }

    func bool(_ name: StaticString) -> Bool? {
        note(name, .boolean)
        if isLeftOut(name) { return nil }
        return true
    }

    func strings(_ name: StaticString) -> [String]? {
        note(name, .list)
        if isLeftOut(name) { return nil }
        return [field(name)?.form == .identifiers ? "X-1" : text(field(name))]
    }

    func sealed(_ name: StaticString) -> Sealed? {
        note(name, .sealed)
        if isLeftOut(name) { return nil }
        return .clear("x")
    }

    func object(_ name: StaticString) -> Eavesdropper? {
        _ = asked.parts.withLock { $0.insert("\(name)") }
        return nil
    }

    func array(_ name: StaticString) -> [Eavesdropper]? {
        _ = asked.parts.withLock { $0.insert("\(name)") }
        return nil
    }
}
