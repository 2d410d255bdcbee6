import Foundation
import Glibc
import TestSupport
import Testing

@Suite("I4, I10: killed at any moment and started again, nothing is doubled or half-applied")
struct KillTests {
    private let stele = BuiltProgram.stele

    /// Entries without what is drawn at random or taken from the clock, and what hangs on it.
    private func story(_ ledger: String) throws -> [String] {
        let scratch = try Scratch()
        let end = try stele.run("export", "--ledger", ledger, "--to", scratch("bundle"))
        guard end.status == 0 else { throw SetupFault(["export"], end) }
        let text = try String(contentsOfFile: scratch("bundle/entries.jsonl"), encoding: .utf8)
        return text.split(separator: "\n").map { line in
            String(line)
                .replacing(/"at":"[^"]*"/, with: "at")
                .replacing(/"id":"[^"]*"/, with: "id")
                .replacing(/"prev":("[^"]*"|null)/, with: "prev")
                .replacing(/"publicKey":"[^"]*"/, with: "key")
                .replacing(/"sealed":"[^"]*"/, with: "sealed")
        }
    }

    /// Starts, kills after so many milliseconds; true if it had ended before.
    private func killed(_ arguments: [String], after milliseconds: Int) throws -> Bool {
        let running = try stele.start(arguments)
        usleep(UInt32(milliseconds) * 1_000)
        let hadEnded = running.hasEnded()
        running.stop(SIGKILL)
        return hadEnded
    }

    @Test("import, killed again and again, ends like one that was let alone")
    func imports() throws {
        let scratch = try Scratch()
        let alone = try scratch.ledger("alone", people: 4_500)
        let ledger = scratch("killed")
        _ = try stele.run("init", "--ledger", ledger, "--origin", "stele.example/tests")
        let arguments = try Delivery(4_500).arguments(in: scratch, ledger: ledger, "again")
        var random = SeededNumbers(5)
        var kills = 0
        while try !killed(arguments, after: 100 + random.below(1_200)), kills < 40 {
            kills += 1
            let (end, answer) = try stele.verify(ledger)
            #expect(end.status == 0, "after kill \(kills): \(answer?.damages ?? [])")
        }
        let end = try stele.run(arguments)
        #expect(end.status == 0, "\(end.errorText)")
        #expect(kills > 0, "it was killed at least once")
        #expect(try story(ledger) == story(alone))
        #expect(try stele.verify(ledger).end.status == 0)
        #expect(try stele.run("rebuild", "--check", "--ledger", ledger).status == 0)
    }

    @Test("init: either there is a ledger, or the next one is made", arguments: 0..<8)
    func inits(round: Int) throws {
        let scratch = try Scratch()
        let ledger = scratch("ledger")
        _ = try killed(["init", "--ledger", ledger], after: 4 + round * 6)
        if FileManager.default.fileExists(atPath: ledger) {
            #expect(FileManager.default.fileExists(atPath: ledger + ".key"))
        } else {
            #expect(try stele.run("init", "--ledger", ledger).status == 0)
        }
        #expect(try stele.verify(ledger).end.status == 0)
        #expect(try stele.run("checkpoint", "--ledger", ledger).status == 0)
    }

    @Test("demo: what is there is sound", arguments: [60, 200, 500])
    func demos(milliseconds: Int) throws {
        let scratch = try Scratch()
        let ledger = scratch("ledger")
        _ = try killed(["demo", "--ledger", ledger], after: milliseconds)
        guard FileManager.default.fileExists(atPath: ledger) else { return }
        #expect(try stele.verify(ledger).end.status == 0)
    }

    @Test("checkpoint, export and rebuild leave the ledger sound, and work afterwards")
    func others() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger("ledger", people: 300)
        let bundle = scratch("bundle")
        for round in 0..<8 {
            for arguments in [
                ["checkpoint", "--ledger", ledger], ["rebuild", "--ledger", ledger],
                ["export", "--ledger", ledger, "--to", bundle],
            ] {
                _ = try killed(arguments, after: 10 + round * 15)
            }
            let (end, answer) = try stele.verify(ledger)
            #expect(end.status == 0, "round \(round): \(answer?.damages ?? [])")
            try? FileManager.default.removeItem(atPath: bundle)
        }
        #expect(try stele.run("checkpoint", "--ledger", ledger).status == 0)
        #expect(try stele.run("export", "--ledger", ledger, "--to", bundle).status == 0)
        #expect(try stele.run("rebuild", "--ledger", ledger).status == 0)
        #expect(try stele.run("rebuild", "--check", "--ledger", ledger).status == 0)
        #expect(try stele.verify(ledger).end.status == 0)
    }
}
