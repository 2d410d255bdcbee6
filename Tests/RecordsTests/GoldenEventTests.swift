import Foundation
import Records
import Testing

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
        "every type has one, and it reads and writes back to the same bytes", arguments: Event.types
    )
    func golden(type: EventType) throws {
        let file = try Self.text("\(type).json")
        #expect(file.hasSuffix("}\n") && !file.hasSuffix("\n\n"))
        let line = String(file.dropLast())
        let reader = try #require(TreeReader(Tree.parse(line)))
        let event = try Event(type: type.name, reader: reader)
        #expect(event.type == type)
        #expect(Tree.of(event.write).json == line)
    }

    @Test("every golden event belongs to a type")
    func noStranger() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let names = files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
        #expect(Set(names) == Set(Event.types.map(\.name)))
    }

    @Test(
        "a golden event of the newest version shows every field its type can have",
        arguments: Event.types.filter { type in
            !Event.types.contains { $0.name == type.name.dropLast(2) + "v2" && $0 != type }
        })
    func complete(type: EventType) throws {
        let reader = try #require(
            TreeReader(Tree.parse(String(Self.text("\(type).json").dropLast()))))
        let event = try Event(type: type.name, reader: reader)
        let declared = Mirror(reflecting: event.payload).children.compactMap(\.label)
        #expect(Set(declared) == Set(reader.members.keys))
    }

    @Test("the dictionary tells every type and every field of it", arguments: Event.types)
    func dictionary(type: EventType) throws {
        let sections = try Self.pages().components(separatedBy: "\n## ")
        let section = try #require(sections.first { $0.hasPrefix("`\(type)`") })
        let reader = try #require(
            TreeReader(Tree.parse(String(Self.text("\(type).json").dropLast()))))
        for field in reader.members.keys {
            #expect(section.contains("| `\(field)` |"), "\(type) does not tell \(field)")
        }
    }

    @Test("the dictionary tells every code, and gives no code that is none")
    func codes() throws {
        let told = try Self.text("codes.md")
        let codes =
            OpinionOrigin.codes + RiskLevel.codes + ProceduralStep.codes + LegalityConclusion.codes
            + Part.codes + Opinion.codes + LossDegree.codes + InfluenceDegree.codes
            + HarmAttribution.codes + Detection.codes + TransferReason.codes
            + TransferOutcome.codes + AnnouncementRange.codes + AppealBy.codes
            + InadmissibleReason.codes + AppealOutcome.codes + Authority.codes
            + SubjectKind.allCases.map(\.rawValue) + Departure.allCases.map(\.rawValue)
            + ComplaintOrigin.allCases.map(\.rawValue) + Finding.allCases.map(\.rawValue)
            + RoleBasis.allCases.map(\.rawValue) + Measure.allCases.map(\.rawValue)
            + NotExecutedReason.allCases.map(\.rawValue) + AnnulledBy.allCases.map(\.rawValue)
            + Irregularity.allCases.map(\.rawValue)
        for code in codes { #expect(told.contains("| `\(code)` |"), "\(code) is not told") }
        let rows = told.components(separatedBy: "\n| `").dropFirst()
            .compactMap { $0.components(separatedBy: "`").first }
        #expect(Set(rows) == Set(codes))
    }

    @Test("a field that is missing or malformed is named, its value is not", arguments: Event.types)
    func malformed(type: EventType) throws {
        let reader = try #require(
            TreeReader(Tree.parse(String(Self.text("\(type).json").dropLast()))))
        for (field, value) in reader.members {
            guard case .string(let text) = value, SubjectID(text) != nil else { continue }
            var members = reader.members
            members[field] = .string("虚构 甲")
            let broken = try #require(TreeReader(.object(members)))
            do throws(MalformedPayload) {
                let event = try Event(type: type.name, reader: broken)
                // Free text takes any text.
                #expect(Tree.of(event.write) == .object(members))
            } catch {
                #expect(error.field == field)
                #expect(!error.description.contains("虚构"))
            }
        }
        #expect(throws: MalformedPayload.self) {
            try Event(type: type.name, reader: TreeReader([:]))
        }
    }

    @Test("an unknown type is refused, not guessed")
    func unknownType() {
        #expect(throws: MalformedPayload(field: "type", reason: .unknownType)) {
            try Event(type: "sanction.imposed.v3", reader: TreeReader([:]))
        }
    }

    @Test("random events read back as they were written")
    func random() throws {
        var source = RandomEvents(seed: 11)
        for recorded in source.sequence(600) {
            let tree = Tree.of(recorded.event.write)
            let reader = try #require(TreeReader(Tree.parse(tree.json)))
            #expect(
                try Event(type: recorded.event.type.name, reader: reader) == recorded.event)
        }
    }
}
