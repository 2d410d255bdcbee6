import Foundation
import Testing

@testable import stele

@Suite("Many acts stand in one file, and are recorded whole or not at all")
struct RecordManyTests {
    /// A new ledger in a folder of its own.
    private struct Desk {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("stele-\(UUID().uuidString)").path
        var ledger: String { folder + "/l.stele" }

        init() async throws {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            let made = try await ProgramRun("init", "--ledger", ledger)
            #expect(made.status == .sound, "\(made.error)")
        }

        func record(
            _ lines: [String], _ more: String..., actor: String = "clerk.a"
        ) async throws -> ProgramRun {
            let file = folder + "/acts.jsonl"
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
            return try await ProgramRun(
                arguments: ["record", "--file", file, "--ledger", ledger] + more,
                environment: ["STELE_ACTOR": actor])
        }

        func size() async throws -> String {
            let run = try await ProgramRun("verify", "--ledger", ledger, "--json")
            return try #require(run.out.firstMatch(of: /"size":([0-9]+)/)).1.description
        }

        func close() { try? FileManager.default.removeItem(atPath: folder) }
    }

    private static let unit =
        #"{"verb":"subject register","subject":"U-1","kind":"单位","title":"虚构局"}"#

    private func person(_ number: Int) -> [String] {
        [
            #"{"verb":"subject register","subject":"P-\#(number)","kind":"自然人","name":"虚构\#(number)"}"#,
            #"{"verb":"subject take-post","subject":"P-\#(number)","unit":"U-1","post":"科员","on":"2024年1月5日"}"#,
        ]
    }

    @Test("ten people with their posts take one command, each decided over the ones before it")
    func ten() async throws {
        let desk = try await Desk()
        defer { desk.close() }
        let run = try await desk.record([Self.unit, ""] + (1...10).flatMap(person) + [""])
        #expect(run.status == .sound, "\(run.error)")
        #expect(
            run.out.split(separator: "\n").count >= 21, "\(run.out)")
        let status = try await ProgramRun("status", "P-10", "--ledger", desk.ledger)
        #expect(status.out.contains("科员"))
        let verified = try await ProgramRun("verify", "--ledger", desk.ledger)
        #expect(verified.status == .sound)
    }

    @Test("what is wrong with any line is told with its number, and nothing is written")
    func whole() async throws {
        let desk = try await Desk()
        defer { desk.close() }
        let before = try await desk.size()
        let run = try await desk.record(
            [Self.unit] + person(1) + [
                #"{"verb":"subject takepost","subject":"P-1"}"#, "[]", #"{"subject":"P-1"}"#,
                #"{"verb":"sanction impose","sanction":"S-1"}"#,
                #"{"verb":"subject leave","subject":"P-1","reason":"退体","on":"2024-02-05"}"#,
                #"{"verb":"subject leave","subject":"P-1","reason":"退休","on":"5/1/2024"}"#,
            ])
        #expect(run.status == .dataRefused)
        for line in 4...9 { #expect(run.error.contains("第 \(line) 行"), "\(line) in \(run.error)") }
        for line in 1...3 { #expect(!run.error.contains("第 \(line) 行")) }
        #expect(run.error.contains("subject take-post"))
        #expect(run.error.contains("retired 退休"))
        #expect(run.error.split(separator: "\n").count == 1)
        #expect(try await desk.size() == before)
    }

    @Test("what the law refuses is told of every line it refuses, and nothing is written")
    func decided() async throws {
        let desk = try await Desk()
        defer { desk.close() }
        let before = try await desk.size()
        let run = try await desk.record(
            [Self.unit] + person(1) + [
                #"{"verb":"subject leave","subject":"P-1","reason":"退休","on":"2999-01-01","actor":"../x"}"#
            ])
        #expect(run.status == .dataRefused)
        #expect(run.error.contains("第 4 行"))
        let future = #"{"verb":"case open","case":"C-1","on":"2999-01-01","subject":"P-1"}"#
        let two = try await desk.record([Self.unit, future] + person(1) + [future])
        #expect(two.status == .dataRefused)
        #expect(two.error.contains("第 2 行"))
        #expect(two.error.contains("第 5 行"))
        #expect(try await desk.size() == before)
    }

    @Test("a rehearsal tells the same and writes nothing")
    func rehearsal() async throws {
        let desk = try await Desk()
        defer { desk.close() }
        let before = try await desk.size()
        let run = try await desk.record([Self.unit] + person(1), "--dry-run")
        #expect(run.status == .sound, "\(run.error)")
        #expect(run.out.contains("3 件"))
        #expect(try await desk.size() == before)
        let nobody = try await desk.record([Self.unit], "--dry-run", actor: "")
        #expect(nobody.status == .dataRefused)
        #expect(nobody.error.contains("第 1 行"))
    }

    @Test("an empty file is no recording")
    func empty() async throws {
        let desk = try await Desk()
        defer { desk.close() }
        let run = try await desk.record(["", "  "])
        #expect(run.status == .dataRefused)
        #expect(run.error.contains("没有要登记的内容"))
    }
}
