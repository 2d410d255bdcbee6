import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A backup is whole, and what is restored from it says what it holds")
struct BackupTests {
    private let scratch: Scratch
    private let stele = BuiltProgram.stele
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = try scratch.ledger("ledger", people: 30, checkpoint: true)
    }

    private var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() }
    }

    @Test("it is taken while somebody writes, verified, with the newest checkpoint beside it")
    func whileWriting() throws {
        let before = try #require(try stele.verify(ledger).answer).entries
        let importer = try stele.start(
            Delivery(8_000).arguments(in: scratch, ledger: ledger, "large"))
        var sizes: [Int] = []
        while !importer.hasEnded(), sizes.count < 3 {
            let copy = scratch("copy\(sizes.count)")
            let end = try stele.run("backup", "--ledger", ledger, "--to", copy)
            #expect(end.status == 0, "\(end.errorText)")
            for ending in ["-wal", "-shm", "-journal", ".new"] {
                #expect(
                    try !files.contains {
                        $0.hasPrefix("copy\(sizes.count)") && $0.contains(ending)
                    })
            }
            // The size that is said is the size that is there.
            let (verified, answer) = try stele.verify(copy, "--checkpoint", copy + ".checkpoint")
            #expect(verified.status == 0)
            sizes.append(try #require(answer).entries)
            #expect(end.text.contains("Copied "))
        }
        #expect(try importer.finish().status == 0)
        #expect(sizes == sizes.sorted() && sizes.allSatisfy { $0 >= before })
    }

    @Test("it never writes over anything, and leaves nothing when it cannot be made")
    func refused() throws {
        let there = try scratch.write("there", "a letter\n")
        for arguments in [
            ["--to", there], ["--to", scratch("new"), "--checkpoint-to", there],
            ["--to", scratch("no/such/folder")],
            ["--to", scratch("new"), "--checkpoint-to", scratch("new")],
        ] {
            let end = try stele.run(["backup", "--ledger", ledger] + arguments)
            #expect(end.status == 73 || end.status == 66, "\(arguments): \(end.errorText)")
            #expect(end.errorText.split(separator: "\n").count == 1)
        }
        #expect(try String(contentsOfFile: there, encoding: .utf8) == "a letter\n")
        #expect(try !files.contains { $0.hasPrefix("new") })
        try Outsider(ledger: ledger).run(["DELETE FROM tag_head WHERE tag = 'subject:P-0001'"])
        let end = try stele.run("backup", "--ledger", ledger, "--to", scratch("new"))
        #expect(end.status == 1, "\(end.errorText)")
        #expect(try !files.contains { $0.hasPrefix("new") })
    }

    @Test("it is restored under a new name only, and a newer checkpoint shows what is missing")
    func restored() throws {
        let copy = scratch("copy")
        #expect(try stele.run("backup", "--ledger", ledger, "--to", copy).status == 0)
        let words = [
            "subject", "register", "P-91", "--kind", "person", "--name", "示例", "--ledger", ledger,
        ]
        #expect(try stele.run(words).status == 0)
        let note = try stele.run("checkpoint", "--ledger", ledger)
        #expect(note.status == 0)
        let kept = try scratch.write("kept", note.out)
        #expect(try stele.run("restore", copy, "--ledger", ledger).status == 73)

        let again = scratch("again")
        #expect(
            try stele.run("restore", copy, "--ledger", again, "--checkpoint", kept).status == 1)
        #expect(!FileManager.default.fileExists(atPath: again))
        let end = try stele.run("restore", copy, "--ledger", again)
        #expect(end.status == 0, "\(end.errorText)")
        let size = try #require(try stele.verify(again).answer).entries
        #expect(try stele.verify(ledger).answer?.entries == size + 1)
        #expect(end.text.contains("Restored \(size) entries"))
        #expect(end.text.contains("--checkpoint FILE"))
        #expect(try stele.verify(again, "--checkpoint", kept).end.status == 1)
        #expect(try stele.verify(again, "--checkpoint", copy + ".checkpoint").end.status == 0)

        // Its key remembers that more was signed.
        for ending in [".key", ".key.signed"] {
            try FileManager.default.copyItem(atPath: ledger + ending, toPath: again + ending)
        }
        let refused = try stele.run("checkpoint", "--ledger", again)
        #expect(refused.status == 1 && refused.errorText.contains("--sign-anyway"))
        #expect(try stele.run(words.dropLast() + [again]).status == 0)
        let signed = try stele.run("checkpoint", "--ledger", again, "--sign-anyway")
        #expect(signed.status == 0, "\(signed.errorText)")
        #expect(signed.text.contains("\ndespite \(size + 1) "))
        let told = try stele.run("checkpoint", "--ledger", again)
        #expect(told.status == 0 && told.text == signed.text)
    }
}

@Suite("The signing key and what it remembers")
struct KeyFileTests {
    private let scratch: Scratch
    private let stele = BuiltProgram.stele
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = try scratch.ledger("ledger", people: 3)
    }

    @Test("a key that others can read is named at every use, in both languages")
    func open() throws {
        for (mode, isNamed) in [
            (0o600, false), (0o640, true), (0o604, true), (0o400, false), (0o610, true),
        ] {
            chmod(ledger + ".key", mode_t(mode))
            let end = try stele.run("checkpoint", "--ledger", ledger)
            #expect(end.status == 0)
            #expect(end.errorText.contains("chmod 600") == isNamed, "\(String(mode, radix: 8))")
            let chinese = try stele.run("checkpoint", "--ledger", ledger, "--lang", "zh")
            #expect(chinese.errorText.contains("签名密钥") == isNamed)
        }
    }

    @Test("what it signed last lies beside it, and is put there whole")
    func remembered() throws {
        for _ in 0..<2 {
            let end = try stele.run("checkpoint", "--ledger", ledger)
            let kept = FileManager.default.contents(atPath: ledger + ".key.signed")
            #expect(end.status == 0 && kept == end.out)
        }
        let elsewhere = scratch("elsewhere.key")
        try FileManager.default.copyItem(atPath: ledger + ".key", toPath: elsewhere)
        let end = try stele.run("checkpoint", "--ledger", ledger, "--key", elsewhere)
        #expect(FileManager.default.contents(atPath: elsewhere + ".signed") == end.out)
        try Data("x".utf8).write(to: URL(fileURLWithPath: elsewhere + ".signed"))
        let refused = try stele.run("checkpoint", "--ledger", ledger, "--key", elsewhere)
        #expect(refused.status == 1 && refused.errorText.contains(".signed"))
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        #expect(!left.contains { $0.contains(".new-") })
    }
}

@Suite("A clock that leaps")
struct LeapTests {
    @Test(
        "an act twenty years ahead is asked about; said to be right, it is recorded",
        .enabled(
            if: BuiltProgram.installed("faketime") != nil, "apt-get install faketime runs this test"
        ))
    func ahead() throws {
        let faketime = try #require(BuiltProgram.installed("faketime"))
        let scratch = try Scratch()
        let ledger = try scratch.ledger("ledger", people: 3)
        let words = [
            "subject", "register", "P-91", "--kind", "person", "--name", "示例", "--ledger", ledger,
        ]
        let fake = ["-f", "@2046-07-01 00:00:00", BuiltProgram.stele.path]
        let refused = try faketime.run(fake + words)
        #expect(refused.status == 64 && refused.errorText.contains("--clock-confirmed"))
        #expect(try faketime.run(fake + words + ["--clock-confirmed"]).status == 0)
    }

    @Test("a practice ledger dated ahead is set right by an act that every verifier knows")
    func corrected() throws {
        let scratch = try Scratch()
        let stele = BuiltProgram.stele
        let ledger = scratch("ledger")
        #expect(
            try stele.run("init", "--ledger", ledger, "--practice", "--now", "2026-01-01").status
                == 0)
        func register(_ who: String, _ now: String) throws -> Int32? {
            try stele.run(
                "subject", "register", who, "--kind", "person", "--name", "示例", "--ledger", ledger,
                "--now", now
            ).status
        }
        #expect(try register("P-1", "2046-01-01") == 0)
        #expect(try register("P-2", "2026-01-02") == 64)
        let wrong = try #require(try stele.verify(ledger).answer).entries - 1
        let end = try stele.run(
            "correct-clock", "\(wrong)", "--reason", "电池耗尽", "--ledger", ledger, "--now",
            "2026-01-02")
        #expect(end.status == 0, "\(end.errorText)")
        #expect(try register("P-2", "2026-01-02") == 0)
        #expect(try stele.verify(ledger).end.status == 0)
        let bundle = scratch("bundle")
        #expect(try stele.run("export", "--ledger", ledger, "--to", bundle).status == 0)
        let verify = BuiltProgram(path: BuiltProgram.beside("stele-verify"))
        #expect(try verify.run(bundle).status == 0)
        let python = try #require(BuiltProgram.installed("python3"))
        #expect(try python.run("-B", Shared.checkout + "/tools/verify.py", bundle).status == 0)
    }
}
