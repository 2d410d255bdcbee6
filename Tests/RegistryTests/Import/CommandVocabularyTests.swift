import Records
import Synchronization
import Testing

@testable import Registry

@Suite("What a mapping may say is what Records reads")
struct CommandVocabularyTests {
    @Test("every command but the withdrawal can be mapped, with exactly the fields it reads")
    func agrees() {
        let mapped = CommandVocabulary.standard.fields
        #expect(Set(mapped.keys) == Set(Command.names).subtracting(["withdrawRecord"]))
        for (name, fields) in mapped {
            let reader = Eavesdropper(command: name)
            #expect(throws: Never.self) { try Command(name: name, reader: reader) }
            #expect(reader.asked.names.withLock { $0 } == fields, "\(name)")
        }
    }

    @Test("every command is spelled once, with exactly the fields it reads")
    func spelled() {
        #expect(CommandSpelling.all.map(\.name) == Command.names)
        #expect(Set(CommandSpelling.all.map(\.act)).count == CommandSpelling.all.count)
        for command in CommandSpelling.all {
            #expect(command.fields.first { $0.name == command.act.about }?.isRequired == true)
            let reader = Eavesdropper(command: command.name)
            #expect(throws: Never.self) { try Command(name: command.name, reader: reader) }
            #expect(
                reader.asked.names.withLock { Set($0.keys) }
                    == Set(command.fields.map(\.name) + ["on", "onBasis", "basis"]),
                "\(command.name)")
        }
    }

    @Test("a field is required exactly when the command is refused without it")
    func required() {
        for command in CommandSpelling.all {
            for field in command.fields {
                let reader = Eavesdropper(command: command.name, without: field.name)
                if field.isRequired {
                    #expect(throws: Refusal.missing(field.name), "\(command.name)") {
                        try Command(name: command.name, reader: reader)
                    }
                } else {
                    #expect(throws: Never.self, "\(command.name).\(field.name)") {
                        try Command(name: command.name, reader: reader)
                    }
                }
            }
        }
    }
}

/// Answers every question with something that fits, and remembers what was asked.
private struct Eavesdropper: FieldReader {
    final class Asked: Sendable {
        let names = Mutex<[String: CommandVocabulary.Kind]>([:])
    }

    let command: String
    let without: String?
    let asked = Asked()

    init(command: String, without: String? = nil) {
        self.command = command
        self.without = without
    }

    private func note(_ name: StaticString, _ kind: CommandVocabulary.Kind) {
        asked.names.withLock { $0["\(name)"] = kind }
    }

    private func isLeftOut(_ name: StaticString) -> Bool { without == "\(name)" }

    func string(_ name: StaticString) -> String? {
        note(name, .text)
        if isLeftOut(name) { return nil }
        let spelling = CommandSpelling.all.first { $0.name == command }
        switch spelling?.fields.first(where: { $0.name == "\(name)" })?.kind {
        case .code(let codes): return codes[0]
        case .date: return "2001-02-03"
        default: return "\(name)" == "on" ? "2001-02-03" : "X-1"
        }
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
        return ["X-1"]
    }

    func sealed(_ name: StaticString) -> Sealed? {
        note(name, .sealed)
        if isLeftOut(name) { return nil }
        return .clear("x")
    }

    func object(_ name: StaticString) -> Eavesdropper? { nil }
    func array(_ name: StaticString) -> [Eavesdropper]? { nil }
}
