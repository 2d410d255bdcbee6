import Foundation
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Golden events: what was written once reads for ever")
struct GoldenEventTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("schema/events")

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// The dictionary, all its pages.
    private static func pages() throws -> String {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".md") && $0 != "codes.md" }.map(text).joined(separator: "\n")
    }

    @Test(
        "every type has one, and it reads and writes back to the same bytes",
        arguments: Duties.register.types
    )
    func golden(type: EventType) throws {
        let file = try Self.text("\(type).json")
        #expect(file.hasSuffix("}\n") && !file.hasSuffix("\n\n"))
        let line = String(file.dropLast())
        let reader = try #require(TreeReader(Tree.parse(line)))
        let event = try Duties.register.event(type: type.name, reader: reader)
        #expect(event.type == type)
        #expect(Tree.of(event.write).json == line)
    }

    @Test("every golden event belongs to a type")
    func noStranger() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let names = files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
        #expect(Set(names) == Set(Duties.register.types.map(\.name)))
    }

    @Test(
        "a golden event of the newest version shows every field its type can have",
        arguments: Duties.register.kinds.compactMap(\.types.last))
    func complete(type: EventType) throws {
        let reader = try #require(
            TreeReader(Tree.parse(String(Self.text("\(type).json").dropLast()))))
        let kind = try #require(Duties.register.kind(ofType: type.name))
        #expect(Set(kind.fields.map(\.name)) == Set(reader.members.keys))
    }

    @Test(
        "a golden event of an older version shows every field there was",
        arguments: Duties.register.types)
    func older(type: EventType) throws {
        let reader = try #require(
            TreeReader(Tree.parse(String(Self.text("\(type).json").dropLast()))))
        let kind = try #require(Duties.register.kind(ofType: type.name))
        let version = try #require(type.version)
        let fields = kind.fields.filter { $0.since <= version }
        #expect(Set(fields.map(\.name)) == Set(reader.members.keys))
    }

    @Test("the dictionary tells every type and every field of it", arguments: Duties.register.types)
    func dictionary(type: EventType) throws {
        let sections = try Self.pages().components(separatedBy: "\n## ")
        let section = try #require(
            sections.first {
                $0.prefix { $0 != "\n" }.contains("`\(type)`")
            })
        let reader = try #require(
            TreeReader(Tree.parse(String(Self.text("\(type).json").dropLast()))))
        for field in reader.members.keys {
            #expect(section.contains("| `\(field)` |"), "\(type) does not tell \(field)")
        }
    }

    @Test("the dictionary tells every code, and gives no code that is none")
    func codes() throws {
        let told = try Self.text("codes.md")
        let codes = Duties.register.kinds.flatMap { Self.codes(of: $0.fields) }
        #expect(Set(codes).count > 100)
        for code in codes { #expect(told.contains("| `\(code)` |"), "\(code) is not told") }
        let rows = told.components(separatedBy: "\n| `").dropFirst()
            .compactMap { $0.components(separatedBy: "`").first }
        #expect(Set(rows) == Set(codes))
    }

    /// The codes of all fields, those of their parts too.
    private static func codes(of fields: [Field]) -> [String] {
        fields.flatMap { field -> [String] in
            switch field.form {
            case .code(let codes), .codes(let codes): codes
            case .object(let inner), .objects(let inner): Self.codes(of: inner)
            case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts: []
            }
        }
    }

    @Test(
        "a field that is missing or malformed is named, its value is not",
        arguments: Duties.register.types)
    func malformed(type: EventType) throws {
        let reader = try #require(
            TreeReader(Tree.parse(String(Self.text("\(type).json").dropLast()))))
        for (field, value) in reader.members {
            guard case .string(let text) = value, SubjectID(text) != nil else { continue }
            var members = reader.members
            members[field] = .string("虚构 甲")
            let broken = try #require(TreeReader(.object(members)))
            do throws(FieldFault) {
                let event = try Duties.register.event(type: type.name, reader: broken)
                // Free text takes any text.
                #expect(Tree.of(event.write) == .object(members))
            } catch {
                #expect(error.field == field)
                #expect(!error.description.contains("虚构"))
            }
        }
        #expect(throws: FieldFault.self) {
            try Duties.register.event(type: type.name, reader: TreeReader([:]))
        }
    }

    @Test("an unknown type is kept as it stands, not guessed")
    func unknownType() throws {
        for name in ["sanction.imposed.v9", "paper.folded.v1"] {
            let event = try Duties.register.event(
                type: name, reader: TreeReader(["sanction": "S-1"]))
            #expect(event.isOpaque && event.kind == nil && event.type.name == name)
            #expect(event.trailClass == .opaque && event.tags.isEmpty)
        }
    }

    @Test("random events read back as they were written")
    func random() throws {
        var source = RandomEvents(seed: 11)
        for recorded in source.sequence(600) {
            let tree = Tree.of(recorded.event.write)
            let reader = try #require(TreeReader(Tree.parse(tree.json)))
            #expect(
                try Duties.register.event(type: recorded.event.type.name, reader: reader)
                    == recorded.event)
        }
    }
}
