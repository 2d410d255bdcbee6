import Chain
import Foundation
import Testing

@Suite("What stele export writes")
struct ExportTests {
    @Test("is verified by both, under a checkpoint kept elsewhere", arguments: ["sha256", "sm3"])
    func export(_ suite: String) throws {
        try withTemporaryDirectory { scratch in
            let stele = try Programs.built("stele")
            for arguments in [
                ["demo", "--ledger", "L", "--suite", suite],
                ["checkpoint", "--ledger", "L", "--json"],
                ["export", "--ledger", "L", "--to", "bundle"],
            ] {
                let answer = try Programs.run(stele, arguments, in: scratch)
                #expect(answer.status == 0, "\(arguments) \(answer.error)")
                if arguments[0] == "checkpoint" {
                    let note = try JSONValue(parsing: Array(answer.out.utf8))["note"]?.string
                    try Data((note ?? "").utf8)
                        .write(to: scratch.appendingPathComponent("kept.note"))
                }
            }
            var answers: [Answer] = []
            for verifier in Verifier.allCases {
                answers.append(
                    try verifier.run(
                        ["bundle", "--json", "--checkpoint", "kept.note"], in: scratch))
            }
            #expect(answers[0] == answers[1])
            let found = try Finding(answers[0])
            #expect(answers[0].status == 0, "\(answers[0])")
            #expect(found.value["checkpoints"]?.integer == 2)
            #expect(found.value["suite"]?.string == suite)
            let entries = found.value["entries"]?.integer ?? 0
            #expect(entries > 100)
            #expect(found.proven == [[0, entries - 1, entries], [0, entries - 1, entries]])
        }
    }

    @Test("one entry, proven by one file, is verified by both", arguments: ["sha256", "sm3"])
    func proof(_ suite: String) throws {
        try withTemporaryDirectory { scratch in
            let stele = try Programs.built("stele")
            func run(_ arguments: String...) throws -> Answer {
                let answer = try Programs.run(stele, arguments + ["--ledger", "L"], in: scratch)
                #expect(answer.status == 0, "\(arguments) \(answer.error)")
                return answer
            }
            _ = try run("demo", "--suite", suite)
            let note = try run("checkpoint").out
            try Data(note.utf8).write(to: scratch.appendingPathComponent("kept.note"))
            for entry in ["0", "5", "#300", "700"] {
                let file = "\(entry).tlog-proof"
                let told = try run("prove", entry, "--to", file, "--json").out
                let key = try JSONValue(parsing: Array(told.utf8))["key"]?.string ?? ""
                let arguments = ["proof", file, "--key", key, "--checkpoint", "kept.note"]
                let answers = try Verifier.allCases.map {
                    try $0.run(arguments + ["--json"], in: scratch)
                }
                #expect(answers[0] == answers[1])
                #expect(answers[0].status == 0, "\(answers[0])")
                let found = try Finding(answers[0])
                #expect(found.value["entry"]?.integer == Int(entry.replacing("#", with: "")))
                let page = try Verifier.swift.run(arguments + ["--lang", "en"], in: scratch)
                #expect(page.out.hasPrefix("✓ Entry "))
            }
        }
    }
}
