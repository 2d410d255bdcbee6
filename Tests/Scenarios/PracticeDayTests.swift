import Foundation
import TestSupport
import Testing

@Suite("The day of a practice ledger moves only where somebody moves it")
struct PracticeDayTests {
    private let stele = BuiltProgram.stele
    private let scratch: Scratch
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = scratch("P")
        let end = try stele.run("init", "--ledger", ledger, "--practice", "--now", "2026-01-05")
        guard end.status == 0 else { throw SetupFault(["init"], end) }
    }

    private struct Recorded: Decodable {
        struct Notice: Decodable { let message: String }
        let notice: Notice
    }

    private func run(_ words: String...) throws -> ProgramEnd {
        try stele.run(words + ["--ledger", ledger])
    }

    @Test("without --now it stands, and each recording says where and how it is moved")
    func stands() throws {
        let told = try run(
            "subject", "register", "P-1", "--kind", "person", "--name", "示例", "--now", "2026-01-10")
        #expect(told.status == 0 && told.errorText.isEmpty)
        let next = try run("subject", "register", "P-2", "--kind", "person", "--name", "示例")
        #expect(next.status == 0)
        #expect(next.errorText.contains("2026-01-10") && next.errorText.contains("--now"))
        #expect(try run("show", "#\(try size() - 1)").text.contains("2026-01-10"))
        // A day later it may be told; a day earlier it may not.
        #expect(
            try run(
                "subject", "register", "P-3", "--kind", "person", "--name", "示例", "--now",
                "2026-01-11"
            ).status
                == 0)
        #expect(
            try run(
                "subject", "register", "P-4", "--kind", "person", "--name", "示例", "--now",
                "2026-01-10"
            ).status
                == 64)
        // What lies behind its day has not happened in it, whatever the machine's day is.
        let ahead = try run(
            "subject", "register", "P-4", "--kind", "person", "--name", "示例", "--on", "2026-01-12")
        #expect(ahead.status == 65 && ahead.errorText.contains("2026-01-11"))
        let same = try run(
            "subject", "register", "P-4", "--kind", "person", "--name", "示例", "--on", "2026-01-11")
        #expect(same.status == 0)
    }

    @Test("what reads and what signs says nothing of it, and questions are as of its day")
    func asks() throws {
        _ = try run(
            "subject", "register", "P-1", "--kind", "person", "--name", "示例", "--now", "2026-01-10")
        let status = try run("status", "P-1")
        #expect(status.errorText.isEmpty && status.text.contains("2026-01-10"))
        #expect(try run("verify").errorText.contains("practice ledger stands") == false)
        let signed = try run("checkpoint")
        #expect(signed.status == 0 && !signed.errorText.contains("practice ledger stands"))
    }

    @Test("for programs it is an object of its own, and a ledger in earnest never says it")
    func programs() throws {
        let told = try run(
            "subject", "register", "P-1", "--kind", "person", "--name", "示例", "--json")
        let lines = told.errorText.split(separator: "\n")
        let notice = try JSONDecoder().decode(Recorded.self, from: Data(lines[0].utf8))
        #expect(notice.notice.message.contains("2026-01-05"))
        let earnest = scratch("E")
        _ = try stele.run("init", "--ledger", earnest)
        let plain = try stele.run(
            "subject", "register", "P-1", "--kind", "person", "--name", "示例", "--ledger", earnest)
        #expect(plain.status == 0 && plain.errorText.isEmpty)
        #expect(
            try stele.run(
                "subject", "register", "P-2", "--kind", "person", "--name", "示例", "--ledger",
                earnest, "--now",
                "2026-01-10"
            ).status == 64)
    }

    @Test("a file of acts, and a table, are recorded on its day with the same warning")
    func files() throws {
        let acts = try scratch.write(
            "a.jsonl", #"{"verb":"subject register","subject":"P-1","kind":"person","name":"示例"}"#)
        #expect(try run("record", "--file", acts).errorText.contains("2026-01-05"))
        let table = try scratch.write("u.csv", stele.run("template", "units").out)
        #expect(
            try run("import", "--template", "units", table).errorText.contains("2026-01-05"))
    }

    private func size() throws -> Int { try #require(try stele.verify(ledger).answer).entries }
}
