import Foundation
import TestSupport
import Testing

@Suite("One entry is shown and proven only as it was sealed")
struct OneEntryTests {
    private let scratch: Scratch
    private let ledger: String
    private let last: Int

    init() throws {
        scratch = try Scratch()
        ledger = try scratch.ledger("L", people: 150)
        last = try #require(try BuiltProgram.stele.verify(ledger).answer).entries - 1
    }

    private func show(_ entry: Int, of ledger: String) throws -> ProgramEnd {
        try BuiltProgram.stele.run(["show", "\(entry)", "--ledger", ledger])
    }

    private func altered(_ entry: Int) throws -> String {
        let copy = try scratch.copy(ledger: ledger, as: "altered-\(entry)")
        #expect(
            try Outsider(ledger: copy).run([
                "UPDATE entry SET line = CAST(replace(CAST(line AS TEXT), '\"basis\":[\"', '\"basis\":[\"x') AS BLOB) WHERE seq = \(entry)"
            ]))
        return copy
    }

    @Test("an altered line is not shown: by its tile, by the next entry, by the note of the last")
    func altered() throws {
        // Every 256 entries have a tile; behind it the next entry alone tells, and then the note.
        for entry in [5, 255, last - 1, last] {
            #expect(try show(entry, of: ledger).status == 0)
            let copy = try altered(entry)
            let end = try show(entry, of: copy)
            #expect(end.status == 1, "\(entry): \(end.errorText)")
            #expect(end.text.isEmpty && end.errorText.contains("\(entry)"))
            // What became of its neighbour nobody can show either: the altered line may say it.
            let neighbour = try show(entry - 1, of: copy)
            #expect(neighbour.status == 1 && neighbour.errorText.contains("\(entry)"))
        }
    }

    @Test("under a checkpoint even a line whose witnesses were all rewritten is found")
    func rewritten() throws {
        _ = try BuiltProgram.stele.run(["checkpoint", "--ledger", ledger])
        let copy = try scratch.copy(ledger: ledger, as: "copy")
        #expect(
            try Outsider(ledger: copy).run([
                "UPDATE entry SET line = CAST(replace(CAST(line AS TEXT), '\"basis\":[\"', '\"basis\":[\"x') AS BLOB) WHERE seq = \(last)",
                "DELETE FROM meta WHERE name = 'edge'",
            ]))
        #expect(try show(last, of: copy).status == 1)
        #expect(
            try BuiltProgram.stele.run([
                "prove", "\(last)", "--ledger", copy, "--to", scratch("proof"),
            ]).status == 1)
        #expect(!FileManager.default.fileExists(atPath: scratch("proof")))
    }

    @Test("without a checkpoint there is nothing to prove under; nothing is overwritten")
    func proofs() throws {
        func prove(_ more: String...) throws -> ProgramEnd {
            try BuiltProgram.stele.run(
                ["prove", "5", "--ledger", ledger, "--to", scratch("proof")] + more)
        }
        #expect(try prove().status == 66)
        _ = try BuiltProgram.stele.run(["checkpoint", "--ledger", ledger])
        #expect(try prove("--size", "7").status == 66)
        #expect(try prove().status == 0)
        #expect(try prove().status == 73)
        let beyond = try BuiltProgram.stele.run(["prove", "#\(last + 1)", "--ledger", ledger])
        #expect(beyond.status == 66)
        let grown = try BuiltProgram.stele.run([
            "prove", "--since", "5", "--to", scratch("x"), "--ledger", ledger,
        ])
        #expect(grown.status == 64)
    }
}
