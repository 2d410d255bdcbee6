import Application
import Chain
import Foundation
import Law
import Records
import Testing
import Vocabulary
import Wording

@testable import stele

@Suite("A file of fields is read strictly")
struct FieldsFileTests {
    private func read(_ json: String, as verb: String = "decision discuss") throws -> [String:
        JSONValue]
    {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("stele-\(UUID().uuidString).json").path
        try Data(json.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let verb = try #require(Duties.register.verbs.first { $0.spoken == verb })
        return try FieldsFile(path: path, verb: verb, text: Text(.english)).read()
    }

    @Test("lists, objects, flags and who records it")
    func sound() throws {
        let fields = try read(
            """
            {"decision":"D-1","headSpokeLast":false,"on":"2021-04-20","actor":"clerk.a",
             "attendees":[{"subject":"P-1","part":"head","opinion":"agree"}],"basis":["R"]}
            """)
        #expect(fields.count == 6)
        let evidence = try read(#"{"evidence":[12,{"entry":15}]}"#, as: "case find-mitigation")
        let reader = JSONFieldReader(evidence)
        #expect(reader.array("evidence")?.map { $0.integer("entry") } == [12, 15])
    }

    @Test(
        "what is not as it should be is refused by name",
        arguments: [
            (#"{"decision":"D-1","descision":"D-2"}"#, "\"descision\""),
            (#"{"attendees":[{"subject":"P-1","rank":"x"}]}"#, "\"attendees[0].rank\""),
            (#"{"headSpokeLast":"true"}"#, "\"headSpokeLast\""),
            (#"{"basis":"R"}"#, "\"basis\""),
            (#"{"basis":[1]}"#, "\"basis\""),
            (#"{"attendees":["P-1"]}"#, "\"attendees\""),
            (#"{"attendees":{}}"#, "\"attendees\""),
            (#"{"decision":""}"#, "\"decision\""),
            (#"{"decision":null}"#, "\"decision\""),
            (#"{"headReasons":{"sealed":"00"}}"#, "\"headReasons\""),
            (#"{"correct":3}"#, "\"correct\""),
            (#"{"decision":"D-1","decision":"D-2"}"#, "not sound JSON"),
            (#"["D-1"]"#, "one JSON object"),
            (#"{"decision":"D-1"} x"#, "not sound JSON"),
            ("", "not sound JSON"),
        ])
    func refused(_ json: String, _ expected: String) throws {
        do {
            _ = try read(json)
            Issue.record("\(json) was taken")
        } catch let failure as Failure {
            #expect(failure.status == .dataRefused)
            #expect(failure.message.contains(expected), "\(failure.message)")
            #expect(failure.message.hasSuffix("correct it."))
        }
    }

    @Test("a file that is not there")
    func missing() throws {
        let verb = try #require(Duties.register.verbs.first)
        #expect(throws: Failure.self) {
            try FieldsFile(path: "no/such", verb: verb, text: Text(.english)).read()
        }
    }
}

@Suite("Instants as they are typed")
struct MomentsTests {
    @Test(
        "RFC 3339, in UTC or with a distance from it",
        arguments: [
            ("2024-02-29T08:00:00Z", "2024-02-29T08:00:00.000Z"),
            ("2024-02-29T08:00:00.5Z", "2024-02-29T08:00:00.500Z"),
            ("2024-02-29T08:00:00.123456789Z", "2024-02-29T08:00:00.123Z"),
            ("2024-02-29T08:00:00+08:00", "2024-02-29T00:00:00.000Z"),
            ("2024-03-01T01:30:00-05:30", "2024-03-01T07:00:00.000Z"),
            ("2024-03-01T07:59:59.999+08:00", "2024-02-29T23:59:59.999Z"),
        ])
    func read(_ typed: String, _ meant: String) {
        #expect(Moment(typed)?.instant.description == meant)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "2024-02-30T08:00:00Z", "2024-02-29T08:00:00", "2024-02-29T24:00:00Z",
            "2024-02-29T08:00:00+8:00", "2024-02-29T08:00:00+08:60", "2024-02-29T08:00:00.Z",
            "2024-02-29 08:00:00Z", "0001-01-01T00:00:00+08:00", "２024-02-29T08:00:00Z",
            "2024-02-29T08:00:00.+1Z",
        ])
    func refused(_ typed: String) { #expect(Moment(typed) == nil) }

    @Test("a day alone is noon in the banner for --now, and its end for --known-at")
    func days() throws {
        let noon = try Typed.instant("2024-05-01", in: Text(.english))
        #expect(noon.description == "2024-05-01T04:00:00.000Z")
        #expect(Moment("2024-05-01")?.instant.description == "2024-05-01T15:59:59.999Z")
    }
}
