import Foundation
import TestSupport
import Testing

/// What the program asks of the operating system, seen from outside, and refused where a test says.
private struct Traced {
    static let strace = BuiltProgram.installed("strace")

    /// Tried once: some machines let nobody look.
    static let isPossible: Bool = (try? strace?.run(["-f", "true"]).status) == 0

    /// Runs the program; gives what it asked for, one call a line, files by their names.
    static func run(
        _ arguments: [String], calls: String, refusing: String? = nil, in scratch: Scratch
    ) throws -> (end: ProgramEnd, calls: [Substring]) {
        let trace = scratch("trace-\(UUID().uuidString)")
        let end = try #require(strace).run(
            ["-f", "-qq", "-y", "-o", trace, "-e", "trace=\(calls)"]
                + (refusing.map { ["-e", "inject=\($0)"] } ?? [])
                + [BuiltProgram.stele.path] + arguments)
        return (end, try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n"))
    }
}

@Suite(
    "What only the operating system sees",
    .enabled(if: Traced.isPossible, "looking at a program's calls needs strace"))
struct TracedTests {
    private let scratch: Scratch
    private let stele = BuiltProgram.stele

    init() throws { scratch = try Scratch() }

    @Test("a sync that fails is told as neither recorded nor not, and the ledger tells which")
    func unknownOutcome() throws {
        let ledger = try scratch.ledger("ledger", people: 20)
        let before = try #require(try stele.verify(ledger).answer).entries
        let arguments = try Delivery(50).arguments(in: scratch, ledger: ledger, "more")
        let (end, calls) = try Traced.run(
            arguments, calls: "fdatasync", refusing: "fdatasync:error=EIO:when=1+", in: scratch)
        #expect(calls.contains { $0.contains("EIO") })
        #expect(end.status == 69, "\(end.status ?? -1) \(end.errorText)")
        #expect(end.errorText.contains("not known"))
        #expect(end.errorText.contains("one of \(before) does not"))
        let (verified, answer) = try stele.verify(ledger)
        #expect(verified.status == 0)
        #expect(answer?.entries == before)
        let rest = try stele.run(arguments).json(ImportAnswer.self)
        #expect(rest.imported == 30 && rest.already == 20 && rest.refused == 0)
        #expect(try stele.verify(ledger).end.status == 0)
    }

    @Test("a full disk at the sync is called one, and neither recorded nor not")
    func fullAtSync() throws {
        let ledger = try scratch.ledger("ledger", people: 20)
        let before = try #require(try stele.verify(ledger).answer).entries
        let (end, _) = try Traced.run(
            try Delivery(50).arguments(in: scratch, ledger: ledger, "more"), calls: "fdatasync",
            refusing: "fdatasync:error=ENOSPC:when=1+", in: scratch)
        #expect(end.status == 69 && end.errorText.contains("disk was full"), "\(end.errorText)")
        #expect(end.errorText.contains("one of \(before) does not"))
    }

    @Test("a full disk in the middle of an import: how far it came is said, and is true")
    func fullInTheMiddle() throws {
        let seed = try scratch.ledger("seed", people: 20)
        let before = try #require(try stele.verify(seed).answer).entries
        var kept = 0
        for number in [40, 150, 250, 350] {
            let ledger = try scratch.copy(ledger: seed, as: "ledger\(number)")
            let arguments = try Delivery(6_000).arguments(in: scratch, ledger: ledger, "large")
            let (end, _) = try Traced.run(
                arguments, calls: "pwrite64",
                refusing: "pwrite64:error=ENOSPC:when=\(number)", in: scratch)
            if end.status == 0 { continue }
            #expect(end.status == 74, "\(end.errorText)")
            let more = try #require(try stele.verify(ledger).answer).entries - before
            if more > 0 {
                kept += 1
                let digits =
                    "\(more)".count > 3
                    ? "\(more / 1_000),\(String("\(more)".suffix(3)))" : "\(more)"
                #expect(end.errorText.contains("with \(digits) new entries"), "\(more)")
            } else {
                #expect(!end.errorText.contains("new entries"))
            }
            #expect(try stele.run(arguments).status == 0)
        }
        #expect(kept > 0)
    }

    @Test("a read that fails is no damage")
    func unread() throws {
        let ledger = try scratch.ledger("ledger", people: 300)
        var failed = 0
        for number in [3, 6, 9, 12, 20, 30, 40] {
            let (end, _) = try Traced.run(
                ["verify", "--ledger", ledger], calls: "pread64",
                refusing: "pread64:error=EIO:when=\(number)", in: scratch)
            if end.status == 0 { continue }
            failed += 1
            #expect(end.status == 74, "\(number): \(end.text) \(end.errorText)")
            #expect(end.errorText.contains("Try again first"))
        }
        #expect(failed > 0)
    }

    @Test("a rehearsal writes into no file of the ledger, and leaves none beside it")
    func rehearsal() throws {
        let ledger = try scratch.ledger("ledger", people: 20)
        // Whoever reads, be it once, shares memory beside the ledger; a rehearsal adds nothing.
        #expect(try stele.verify(ledger).end.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
        let arguments = try Delivery(3_000).arguments(in: scratch, ledger: ledger, "more")
        let writing = "write,pwrite64,writev,pwritev,ftruncate,fallocate,rename,link,fdatasync"
        func writes(_ arguments: [String]) throws -> [Substring] {
            let (end, calls) = try Traced.run(arguments, calls: writing, in: scratch)
            #expect(end.status == 0, "\(end.errorText)")
            return calls.filter { $0.contains("\(ledger)>") || $0.contains("\(ledger)-wal>") }
        }
        #expect(try writes(arguments + ["--dry-run"]) == [])
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
        #expect(left.filter { !$0.hasPrefix("trace-") && !$0.hasPrefix("more") } == names)
        #expect(try !writes(arguments).isEmpty, "the same delivery in earnest is seen")
    }

    @Test("somebody may rehearse while somebody else writes")
    func besideWriter() throws {
        let ledger = try scratch.ledger("ledger", people: 20)
        let holder = try stele.start(
            Delivery(6_000).arguments(in: scratch, ledger: ledger, "held"))
        while access(ledger + ".writer", F_OK) != 0, !holder.hasEnded() { usleep(1_000) }
        #expect(kill(holder.pid, SIGSTOP) == 0)
        let arguments = try Delivery(50).arguments(in: scratch, ledger: ledger, "more")
        #expect(try stele.run(arguments + ["--wait", "0"]).status == 75)
        #expect(try stele.run(arguments + ["--dry-run"]).status == 0)
        kill(holder.pid, SIGCONT)
        #expect(try holder.finish().status == 0)
    }
}
