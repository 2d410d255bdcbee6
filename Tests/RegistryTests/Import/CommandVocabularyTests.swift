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
}

/// Answers every question with something that fits, and remembers what was asked.
private struct Eavesdropper: FieldReader {
    final class Asked: Sendable {
        let names = Mutex<[String: CommandVocabulary.Kind]>([:])
    }

    let command: String
    let asked = Asked()

    private func note(_ name: StaticString, _ kind: CommandVocabulary.Kind) {
        asked.names.withLock { $0["\(name)"] = kind }
    }

    func string(_ name: StaticString) -> String? {
        note(name, .text)
        switch "\(name)" {
        case "on", "until", "incidentOn": return "2001-02-03"
        case "kind": return "person"
        case "finding": return "sustained"
        case "measure": return "warning"
        case "filedBy": return "public"
        case "by": return "court"
        case "reason": return command == "recordNotExecuted" ? "departed" : "retired"
        default: return "X-1"
        }
    }

    func integer(_ name: StaticString) -> Int? {
        note(name, .integer)
        return 1
    }

    func bool(_ name: StaticString) -> Bool? {
        note(name, .boolean)
        return true
    }

    func strings(_ name: StaticString) -> [String]? {
        note(name, .list)
        return ["X-1"]
    }

    func sealed(_ name: StaticString) -> Sealed? {
        note(name, .sealed)
        return .clear("x")
    }

    func object(_ name: StaticString) -> Eavesdropper? { nil }
    func array(_ name: StaticString) -> [Eavesdropper]? { nil }
}
