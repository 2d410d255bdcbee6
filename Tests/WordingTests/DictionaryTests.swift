import Chain
import Foundation
import Records
import Testing
import Vocabulary
import Wording

@Suite("The event dictionary says what the duties declare")
struct DictionaryTests {
    /// `schema/events`; with STELE_WRITE_DICTIONARY set, `tools/dictionary` has it written.
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "schema/events")
    private static let writes =
        ProcessInfo.processInfo.environment["STELE_WRITE_DICTIONARY"] != nil

    @Test(
        "each duty has its page, and the page is what the declaration gives", arguments: Duties.all)
    func pages(duty: Duty) throws {
        let page = DictionaryPage(chinese: try Text(.chinese), english: try Text(.english))
            .page(of: duty)
        let file = Self.folder.appending(path: "\(duty.noun.name).md")
        if Self.writes { try Data(page.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == page)
    }

    @Test("each version of each kind has its golden event", arguments: Duties.register.kinds)
    func goldens(kind: EventKind) throws {
        for type in kind.types {
            let file = Self.folder.appending(path: "\(type).json")
            if Self.writes, !FileManager.default.fileExists(atPath: file.path()) {
                let sample = Sample.object(kind.fields, upTo: type.version ?? 1)
                try Data(sample.bytes + Array("\n".utf8)).write(to: file)
            }
            #expect(FileManager.default.fileExists(atPath: file.path()), "\(type)")
        }
    }
}

/// An object with every field that a kind can have, for a golden event that is not there yet.
private enum Sample {
    private static let hex = String(repeating: "0123456789abcdef", count: 4)

    static func object(_ fields: [Field], upTo version: Int = .max) -> CanonicalObject {
        var object = CanonicalObject()
        for field in fields where field.since <= version { set(field, in: &object) }
        return object
    }

    private static func set(_ field: Field, in object: inout CanonicalObject) {
        switch field.form {
        case .identifier: object.set(field.name, "X-1")
        case .text: object.set(field.name, field.isDigest ? hex : field.name)
        case .sealed:
            var sealed = CanonicalObject()
            sealed.set("sealed", hex)
            object.set(field.name, sealed)
        case .integer: object.set(field.name, 1)
        case .flag: object.set(field.name, true)
        case .date: object.set(field.name, "2024-06-01")
        case .identifiers: object.set(field.name, ["X-1", "X-2"])
        case .texts:
            object.set(field.name, field.isTag ? ["case:C-1", "subject:X-1"] : [field.name])
        case .code(let codes): object.set(field.name, codes[0])
        case .codes(let codes): object.set(field.name, Array(codes.prefix(2)))
        case .object(let inner): object.set(field.name, self.object(inner))
        case .objects(let inner): object.set(field.name, [self.object(inner)])
        }
    }
}
