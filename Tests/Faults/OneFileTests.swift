import Foundation
import Glibc
import TestSupport
import Testing

@Suite("When a command ends, the ledger is one file")
struct OneFileTests {
    private let scratch: Scratch
    private let stele = BuiltProgram.stele
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = try scratch.ledger("ledger", people: 3)
    }

    private func register(_ who: String, _ more: String...) throws -> ProgramEnd {
        try stele.run(
            ["subject", "register", who, "--kind", "person", "--name", "示例", "--ledger", ledger]
                + more)
    }

    /// What a plain copy of the one file holds.
    private func sizeOfCopy() throws -> Int? {
        let copy = scratch("copy")
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: ledger, toPath: copy)
        let (end, answer) = try stele.verify(copy)
        #expect(end.status == 0)
        return answer?.entries
    }

    @Test("a copy of it holds what was confirmed, while others read all the time")
    func besideReaders() throws {
        var size = try #require(try sizeOfCopy())
        var readers = try (0..<2).map { _ in
            try stele.start(["status", "P-0001", "--ledger", ledger])
        }
        for number in 1...8 {
            for (index, reader) in readers.enumerated() where reader.hasEnded() {
                readers[index] = try stele.start(["status", "P-0001", "--ledger", ledger])
            }
            let end = try register("P-9\(number)")
            #expect(end.status == 0 && end.errorText == "")
            size += 1
            #expect(try sizeOfCopy() == size)
        }
    }

    @Test("who reads it as it was before is waited for; then the second file is named")
    func besideLongReader() throws {
        let before = try #require(try sizeOfCopy())
        let reader = try DatabaseShell(ledger)
        try reader.run("BEGIN")
        _ = try reader.rows("SELECT count(*) FROM entry")
        let end = try register("P-91")
        #expect(end.status == 0)
        #expect(end.errorText.split(separator: "\n").count == 1)
        #expect(end.errorText.contains(ledger + "-wal belongs to it"))
        let asked = try register("P-92", "--json")
        #expect(asked.status == 0 && asked.errorText.hasPrefix(#"{"notice":{"message":""#))
        #expect(try sizeOfCopy() == before)
        try reader.run("COMMIT")
        #expect(try register("P-93").errorText == "")
        #expect(try sizeOfCopy() == before + 3)
    }

    @Test("an import, a checkpoint and a rebuild end so, too")
    func everyWriter() throws {
        for (arguments, more) in [
            (try Delivery(40).arguments(in: scratch, ledger: ledger, "more"), 79),
            (["checkpoint", "--ledger", ledger], 0), (["rebuild", "--ledger", ledger], 0),
        ] {
            let before = try #require(try stele.verify(ledger).answer).entries
            let end = try stele.run(arguments)
            #expect(end.status == 0, "\(end.errorText)")
            #expect(!FileManager.default.fileExists(atPath: ledger + "-wal") || isEmpty("-wal"))
            #expect(try sizeOfCopy() == before + more)
        }
    }

    private func isEmpty(_ ending: String) -> Bool {
        FileManager.default.contents(atPath: ledger + ending)?.isEmpty ?? true
    }
}

@Suite("A writer waits for the writer before it")
struct WaitingTests {
    private let scratch: Scratch
    private let stele = BuiltProgram.stele
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = try scratch.ledger("ledger", people: 3)
    }

    private func words(_ who: String) -> [String] {
        ["subject", "register", who, "--kind", "person", "--name", "示例", "--ledger", ledger]
    }

    @Test("twelve recordings at one moment are all recorded")
    func twelve() throws {
        let before = try #require(try stele.verify(ledger).answer).entries
        let clerks = try (0..<12).map { try stele.start(words("P-9\($0)")) }
        for clerk in clerks {
            let end = try clerk.finish()
            #expect(end.status == 0, "\(end.errorText)")
            // Said once, if it had to wait at all.
            #expect(end.errorText.split(separator: "\n").count <= 1)
        }
        #expect(try stele.verify(ledger).answer?.entries == before + 12)
    }

    @Test("who does not end is waited for as long as was said, and no longer")
    func stuck() throws {
        let holder = try stele.start(
            Delivery(6_000).arguments(in: scratch, ledger: ledger, "held"))
        let note = ledger + ".writer"
        while (FileManager.default.contents(atPath: note) ?? Data()).isEmpty, !holder.hasEnded() {
            usleep(1_000)
        }
        #expect(kill(holder.pid, SIGSTOP) == 0)
        for arguments in [words("P-91"), ["checkpoint", "--ledger", ledger]] {
            let start = ContinuousClock.now
            let end = try stele.run(arguments + ["--wait", "1"])
            let took = ContinuousClock.now - start
            #expect(end.status == 75)
            #expect(took >= .seconds(1) && took < .seconds(8), "\(took)")
            let lines = end.errorText.split(separator: "\n")
            #expect(lines.count == 2 && lines[0].contains("waiting for up to 1 seconds"))
            #expect(
                lines.allSatisfy { $0.contains("stele import") && $0.contains("\(holder.pid)") })
        }
        let patient = try stele.start(words("P-92"))
        usleep(200_000)
        #expect(!patient.hasEnded())
        #expect(kill(holder.pid, SIGCONT) == 0)
        #expect(try holder.finish().status == 0)
        #expect(try patient.finish().status == 0)
        #expect(try stele.run(words("P-93") + ["--wait", "-1"]).status == 64)
        #expect(try stele.run(words("P-93") + ["--wait", "0"]).status == 0)
    }
}
