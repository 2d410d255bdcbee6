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
}
