import Foundation
import Glibc
import TestSupport
import Testing

@Suite("No output hits a file of a ledger")
struct OutputTests {
    private let scratch: Scratch
    private let stele = BuiltProgram.stele
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = try scratch.ledger("ledger", people: 3)
    }

    static let endings = ["", "-wal", "-shm", "-journal", ".writer", ".key", ".key.signed"]

    /// Ways to spell a file beside the ledger.
    private func spellings(_ ending: String) throws -> [String] {
        let link = scratch("link-to\(ending)")
        try? FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: "ledger\(ending)")
        try? FileManager.default.createDirectory(
            atPath: scratch("folder"), withIntermediateDirectories: true)
        return [
            ledger + ending, scratch("./ledger\(ending)"), scratch("folder/../ledger\(ending)"),
            scratch("LEDGER\(ending.uppercased())"), link,
        ]
    }

    @Test(
        "a report, a bundle and a backup are refused there, however it is spelled",
        arguments: endings)
    func refused(ending: String) throws {
        let before = try stele.verify(ledger).answer?.entries
        let delivery = try Delivery(4).arguments(in: scratch, ledger: ledger, "more")
        for path in try spellings(ending) {
            let wasThere = FileManager.default.fileExists(atPath: path)
            for arguments in [
                delivery + ["--report", path], ["export", "--ledger", ledger, "--to", path],
                ["backup", "--ledger", ledger, "--to", path],
                ["backup", "--ledger", ledger, "--to", scratch("c"), "--checkpoint-to", path],
            ] {
                let end = try stele.run(arguments)
                #expect(end.status == 73, "\(path): \(end.errorText)")
                #expect(end.errorText.contains("was left alone"))
            }
            // What programs keep there comes and goes with them; nothing is made.
            #expect(wasThere || !FileManager.default.fileExists(atPath: path))
        }
        #expect(!FileManager.default.fileExists(atPath: scratch("c")))
        let (end, after) = try stele.verify(ledger)
        #expect(end.status == 0 && after?.entries == before)
    }

    @Test("a hard link to one of them is one of them; what stands beside is none")
    func boundary() throws {
        let delivery = try Delivery(4).arguments(in: scratch, ledger: ledger, "more")
        #expect(link(ledger + ".key", scratch("report.csv")) == 0)
        #expect(try stele.run(delivery + ["--report", scratch("report.csv")]).status == 73)
        for name in ["ledger.csv", "ledger-walk", "ledgers.key.csv", "xledger-wal"] {
            #expect(try stele.run(delivery + ["--report", scratch(name)]).status == 0, "\(name)")
        }
    }

    @Test("no new ledger is made where it would be taken for a file of another")
    func newLedger() throws {
        for ending in ["-wal", "-shm", "-journal", ".writer", ".key", ".key.signed"] {
            let path = scratch("ledger2\(ending)")
            try Data().write(to: URL(fileURLWithPath: scratch("ledger2")))
            for command in ["init", "demo"] {
                let end = try stele.run([command, "--ledger", path])
                #expect(end.status == 73, "\(end.errorText)")
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("nor is what is printed redirected into it")
    func redirected() throws {
        for ending in [".writer", "-wal", ".key"] {
            let end = try stele.run(
                ["verify", "--ledger", ledger], outTo: ledger + ending)
            #expect(end.status == 73, "\(end.errorText)")
        }
        #expect(try stele.run(["verify", "--ledger", ledger], outTo: scratch("x")).status == 0)
    }
}

@Suite("A second name of a ledger loses nothing")
struct SecondNameTests {
    private let scratch: Scratch
    private let stele = BuiltProgram.stele
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = try scratch.ledger("ledger", people: 3)
    }

    private func register(_ who: String, in ledger: String) throws -> ProgramEnd {
        try stele.run([
            "subject", "register", who, "--kind", "person", "--name", "示例", "--ledger", ledger,
        ])
    }

    @Test("a hard link is refused under either name, and named; without it all goes on")
    func hardLink() throws {
        let other = scratch("other")
        #expect(link(ledger, other) == 0)
        for path in [ledger, other] {
            let end = try register("P-91", in: path)
            #expect(end.status == 65, "\(end.errorText)")
            #expect(end.errorText.contains(path == ledger ? other : ledger))
        }
        // Nothing lies beside either name, so either may be read.
        #expect(try stele.verify(other).end.status == 0)
        unlink(other)
        #expect(try register("P-91", in: ledger).status == 0)
    }

    @Test("where the log lies beside one name, the other is not read without it")
    func log() throws {
        let reader = try DatabaseShell(ledger)
        try reader.run("BEGIN")
        _ = try reader.rows("SELECT count(*) FROM entry")
        #expect(try register("P-91", in: ledger).status == 0)
        #expect(link(ledger, scratch("other")) == 0)
        let end = try stele.run("verify", "--ledger", scratch("other"))
        #expect(end.status == 65)
        #expect(end.errorText.contains(ledger))
        try FileManager.default.createDirectory(
            atPath: scratch("away"), withIntermediateDirectories: false)
        #expect(rename(scratch("other"), scratch("away/other")) == 0)
        #expect(try stele.run("verify", "--ledger", scratch("away/other")).status == 65)
        try reader.run("COMMIT")
    }

    @Test("a symbolic link is the same ledger, with the same key and lock")
    func symbolicLink() throws {
        let other = scratch("other")
        try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: ledger)
        #expect(try register("P-91", in: other).status == 0)
        #expect(try stele.run("checkpoint", "--ledger", other).status == 0)
        #expect(FileManager.default.fileExists(atPath: ledger + ".key.signed"))
        let holder = try stele.start(
            Delivery(6_000).arguments(in: scratch, ledger: ledger, "held"))
        while access(ledger + ".writer", F_OK) != 0, !holder.hasEnded() { usleep(1_000) }
        #expect(kill(holder.pid, SIGSTOP) == 0)
        let end = try stele.run(
            "subject", "register", "P-92", "--kind", "person", "--name", "示例", "--ledger", other,
            "--wait", "0")
        #expect(end.status == 75)
        // Nor is it another ledger when it is renamed meanwhile.
        #expect(rename(ledger, scratch("renamed")) == 0)
        let renamed = try stele.run(
            "subject", "register", "P-92", "--kind", "person", "--name", "示例", "--ledger",
            scratch("renamed"),
            "--wait", "0")
        #expect(renamed.status == 75)
        kill(holder.pid, SIGCONT)
        let ended = try holder.finish()
        // It ends at its next look at the ledger, be it to read or to write.
        let isTold =
            ended.status == 74 && ended.errorText.contains("renamed or replaced")
            || ended.status == 66 && ended.errorText.contains(ledger)
        #expect(isTold, "\(ended.status) \(ended.errorText)")
        #expect(rename(scratch("renamed"), ledger) == 0)
        #expect(try stele.verify(ledger).end.status == 0)
    }

    @Test("what is left of a killed creation is no second name")
    func draft() throws {
        #expect(link(ledger, ledger + ".new-4711") == 0)
        #expect(try register("P-91", in: ledger).status == 0)
        #expect(!FileManager.default.fileExists(atPath: ledger + ".new-4711"))
    }

    @Test(
        "a file that was mounted alone is refused; its directory is not",
        .enabled(if: getuid() == 0 && BuiltProgram.installed("mount") != nil, "needs mount"))
    func mounted() throws {
        let mount = try #require(BuiltProgram.installed("mount"))
        let umount = try #require(BuiltProgram.installed("umount"))
        let alone = try scratch.write("alone/ledger", Data())
        try FileManager.default.createDirectory(
            atPath: scratch("whole"), withIntermediateDirectories: false)
        try FileManager.default.createDirectory(
            atPath: scratch("inner"), withIntermediateDirectories: false)
        let inner = try scratch.copy(ledger: ledger, as: "inner/ledger")
        guard try mount.run(["--bind", inner, alone]).status == 0 else { return }
        defer { _ = try? umount.run(["-l", alone]) }
        for arguments in [["verify"], ["checkpoint"]] {
            let end = try stele.run(arguments + ["--ledger", alone])
            #expect(end.status == 65, "\(end.errorText)")
        }
        guard try mount.run(["--bind", scratch("inner"), scratch("whole")]).status == 0 else {
            return
        }
        defer { _ = try? umount.run(["-l", scratch("whole")]) }
        #expect(try register("P-91", in: scratch("whole/ledger")).status == 0)
        #expect(try register("P-92", in: inner).status == 0)
    }
}
