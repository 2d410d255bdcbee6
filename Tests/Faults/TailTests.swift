import Foundation
import TestSupport
import Testing

/// An attacker who owns the machine: program, key, file. What he lacks is the checkpoint that was
/// carried away.
@Suite(
    "A tail that is cut or rewritten whole is found by a checkpoint kept elsewhere, and only by it")
struct TailTests {
    private let scratch: Scratch
    /// After init alone, with 40 people, with 60 more; the same key and origin.
    private let newborn: String
    private let earlier: String
    private let whole: String
    /// Over `whole`, kept elsewhere.
    private let note: String
    private let size: Int

    init() throws {
        scratch = try Scratch()
        whole = scratch("whole")
        _ = try Self.done(["init", "--ledger", whole, "--origin", "stele.example/tail"])
        newborn = try scratch.copy(ledger: whole, as: "newborn")
        _ = try Self.done(Delivery(40).arguments(in: scratch, ledger: whole, "first"))
        earlier = try scratch.copy(ledger: whole, as: "earlier")
        _ = try Self.done(Delivery(100).arguments(in: scratch, ledger: whole, "second"))
        note = try scratch.write(
            "kept.note", try Self.done(["checkpoint", "--ledger", whole]).out)
        size = try #require(try BuiltProgram.stele.verify(whole).answer).entries
    }

    private static func done(_ arguments: [String]) throws -> ProgramEnd {
        let end = try BuiltProgram.stele.run(arguments)
        guard end.status == 0 else { throw SetupFault(arguments, end) }
        return end
    }

    @Test("the ledger itself is proven whole by it, and stays so when it grows")
    func grows() throws {
        let more = try Delivery(120).arguments(in: scratch, ledger: whole, "third")
        _ = try Self.done(more)
        let (end, answer) = try BuiltProgram.stele.verify(whole, "--checkpoint", note)
        #expect(end.status == 0)
        #expect(
            answer?.proven.contains {
                $0.first == 0 && $0.last == size - 1 && $0.keptIn?.hasSuffix("kept.note") == true
            } == true)
    }

    @Test("a tail cut with everything that belongs to it")
    func cut() throws {
        #expect(try BuiltProgram.stele.verify(earlier).end.status == 0, "nothing inside can tell")
        let (end, answer) = try BuiltProgram.stele.verify(earlier, "--checkpoint", note)
        #expect(end.status == 1)
        #expect(answer?.damages.map(\.kind) == ["checkpointBeyondEnd"])
        #expect(answer?.damages.first?.size == size)
        // The entries that are there fit together, and nothing on the page says otherwise.
        #expect(answer?.coherentThrough == answer.map { $0.entries - 1 })
        let page = try BuiltProgram.stele.run(
            "verify", "--ledger", earlier, "--checkpoint", note
        ).text
        #expect(page.hasPrefix("✗ The end is missing: the checkpoint \(note)"), "\(page)")
        #expect(page.contains("are missing at the end (cut off, or an older copy was put back)"))
        #expect(!page.contains("broken") && !page.contains("Damaged"))
    }

    @Test("a tail rewritten, every link and hash recomputed, a new checkpoint signed")
    func rewritten() throws {
        var forged = Delivery(130)
        for index in 40..<130 { forged.people[index].name = "示例·改\(index)" }
        _ = try Self.done(forged.arguments(in: scratch, ledger: earlier, "forged"))
        _ = try Self.done(["checkpoint", "--ledger", earlier])
        #expect(try BuiltProgram.stele.verify(earlier).end.status == 0, "nothing inside can tell")
        let (end, answer) = try BuiltProgram.stele.verify(earlier, "--checkpoint", note)
        #expect(end.status == 1)
        #expect(answer?.damages.map(\.kind) == ["checkpointRoot"])
        // The only checkpoint that agrees was signed later: it says nothing of the history before.
        #expect(answer?.damages.first?.agreesThrough == nil)
        #expect(answer?.coherentThrough == answer.map { $0.entries - 1 })
        let page = try BuiltProgram.stele.run(
            "verify", "--ledger", earlier, "--checkpoint", note
        ).text
        #expect(page.hasPrefix("✗ This ledger has another history than the checkpoint \(note)"))
        #expect(page.contains("they part between entries 0 and \(size - 1)"), "\(page)")
    }

    @Test("a kept file that was mangled is what cannot be used; the ledger is not called damaged")
    func mangled() throws {
        let text = try String(contentsOfFile: note, encoding: .utf8)
        let other = try scratch.write(
            "other.note",
            Self.done(["checkpoint", "--ledger", scratch.ledger("foreign", people: 3)]).out)
        for (name, content, kind, says) in [
            ("crlf", text.replacing("\n", with: "\r\n"), "checkpointLineEnds", "CR LF"),
            ("empty", "", "checkpointMalformed", "no checkpoint"),
            ("half", String(text.dropLast(40)), "checkpointMalformed", "not a whole one"),
            ("another", "id,name\n1,2\n", "checkpointMalformed", "no checkpoint"),
            (
                "forged", text.replacing("\n\(size)\n", with: "\n\(size + 1)\n"),
                "checkpointSignature", "not signed by the ledger's key"
            ),
            (
                "other", try String(contentsOfFile: other, encoding: .utf8), "checkpointOrigin",
                "of another ledger"
            ),
        ] {
            let file = try scratch.write(name, content)
            let (end, answer) = try BuiltProgram.stele.verify(whole, "--checkpoint", file)
            #expect(end.status == 1)
            #expect(answer?.damages.map(\.kind) == [kind], "\(name)")
            #expect(answer?.coherentThrough == size - 1)
            let page = try BuiltProgram.stele.run(
                "verify", "--ledger", whole, "--checkpoint", file
            ).text
            let first = page.split(separator: "\n").first ?? ""
            #expect(first.hasPrefix("✗ The checkpoint ") && first.contains(file), "\(page)")
            #expect(page.contains(says), "\(page)")
            #expect(!page.contains("Damaged"))
        }
    }

    @Test("an older checkpoint still proves what it covers, over the same rewritten tail")
    func olderStillProves() throws {
        let old = try scratch.write(
            "old.note", try Self.done(["checkpoint", "--ledger", earlier]).out)
        let covered = try #require(try BuiltProgram.stele.verify(earlier).answer).entries
        var forged = Delivery(130)
        for index in 40..<130 { forged.people[index].name = "示例·改\(index)" }
        _ = try Self.done(forged.arguments(in: scratch, ledger: earlier, "forged"))
        let (end, answer) = try BuiltProgram.stele.verify(
            earlier, "--checkpoint", note, "--checkpoint", old)
        #expect(end.status == 1)
        #expect(answer?.damages.map(\.kind) == ["checkpointRoot"])
        // Signed after the whole ledger's: nothing follows from it for the history before.
        #expect(answer?.damages.first?.agreesThrough == nil)
        #expect(
            answer?.proven.contains {
                $0.first == 0 && $0.last == covered - 1 && $0.keptIn?.hasSuffix("old.note") == true
            } == true)
    }

    @Test("two checkpoints of one history say where another one left it")
    func fork() throws {
        let ledger = try scratch.copy(ledger: newborn, as: "forking")
        func signed(_ name: String) throws -> String {
            try scratch.write(name, try Self.done(["checkpoint", "--ledger", ledger]).out)
        }
        func register(_ who: String) throws {
            _ = try Self.done([
                "subject", "register", who, "--kind", "unit", "--title", "甲局", "--actor", "a",
                "--unit", "U-1", "--ledger", ledger,
            ])
        }
        try register("U-1")
        let before = try signed("before.note")
        let backup = try scratch.copy(ledger: ledger, as: "backup")
        try register("U-2")
        let after = try signed("after.note")
        // The copy is put back, and work goes on: as long as before, and longer.
        _ = try Self.done([
            "subject", "register", "U-3", "--kind", "unit", "--title", "乙局", "--actor", "a",
            "--unit", "U-1", "--ledger", backup,
        ])
        let (end, answer) = try BuiltProgram.stele.verify(
            backup, "--checkpoint", before, "--checkpoint", after)
        let last = try #require(answer?.damages.first?.size) - 1
        #expect(end.status == 1 && answer?.damages.map(\.kind) == ["checkpointRoot"])
        #expect(answer?.damages.first?.agreesThrough == last - 1)
        let page = try BuiltProgram.stele.run(
            "verify", "--ledger", backup, "--checkpoint", before, "--checkpoint", after)
        #expect(page.text.contains("both are the same; they part at entry \(last)"))
    }

    @Test("the whole ledger replaced by another of the same name and key")
    func replaced() throws {
        var other = Delivery(140)
        for index in other.people.indices { other.people[index].note = "other" }
        _ = try Self.done(other.arguments(in: scratch, ledger: newborn, "other"))
        #expect(try BuiltProgram.stele.verify(newborn).end.status == 0, "nothing inside can tell")
        let (end, answer) = try BuiltProgram.stele.verify(newborn, "--checkpoint", note)
        #expect(end.status == 1)
        #expect(answer?.damages.map(\.kind) == ["checkpointRoot"])
    }

    @Test("a checkpoint of another ledger vouches for nothing")
    func foreign() throws {
        let other = try scratch.ledger("foreign", people: 3)
        let (end, answer) = try BuiltProgram.stele.verify(other, "--checkpoint", note)
        #expect(end.status == 1)
        #expect(answer?.damages.map(\.kind) == ["checkpointOrigin"])
        #expect(answer?.proven.isEmpty == true)
    }

    @Test("one entry changed in the middle: the checkpoint proves all others")
    func middle() throws {
        try Outsider(ledger: whole).run([
            "UPDATE entry SET line = CAST(replace(CAST(line AS TEXT), '\"import\"', '\"impart\"')"
                + " AS BLOB) WHERE seq = 50"
        ])
        let (end, answer) = try BuiltProgram.stele.verify(whole, "--checkpoint", note)
        #expect(end.status == 1)
        #expect(answer?.damages.contains { $0.entry == 50 } == true)
        let proven = (answer?.proven ?? []).filter { $0.keptIn != nil }
            .map { [$0.first, $0.last] }
        #expect(proven.sorted { $0[0] < $1[0] } == [[0, 49], [51, size - 1]])
    }
}
