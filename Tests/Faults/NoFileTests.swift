import Foundation
import TestSupport
import Testing

@Suite("The program neither waits for a pipe nor reads a device where it was given a file")
struct NoFileTests {
    private let scratch: Scratch
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = try scratch.ledger("L", people: 3)
    }

    private func things() throws -> [String] {
        let pipe = scratch("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        return [pipe, "/dev/zero", "/dev/tty", scratch.path]
    }

    @Test("a checkpoint, a key, a mapping, fields, a law: one sentence, and an input is missing")
    func inputs() throws {
        for thing in try things() {
            for command in [
                ["verify", "--checkpoint", thing], ["checkpoint", "--key", thing],
                ["import", scratch.path, "--mapping", thing],
                ["subject", "register", "--file", thing], ["rules", "check", thing],
            ] {
                let end = try BuiltProgram.stele.run(
                    command + ["--ledger", ledger], timeoutSeconds: 20)
                #expect(!end.timedOut && end.status == 66, "\(command) \(end.errorText)")
                #expect(end.errorText.split(separator: "\n").count == 1)
                #expect(end.errorText.contains("is no regular file"), "\(end.errorText)")
            }
        }
    }

    @Test("a file of a delivery")
    func delivery() throws {
        let arguments = try Delivery(3).arguments(in: scratch, ledger: ledger, "in")
        let folder = scratch("in")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let file = try #require(names.first { $0.hasSuffix(".csv") })
        for make in [
            { (path: String) in #expect(mkfifo(path, 0o600) == 0) },
            { (path: String) in
                try? FileManager.default.createSymbolicLink(
                    atPath: path, withDestinationPath: "/dev/zero")
            },
        ] {
            try FileManager.default.removeItem(atPath: folder + "/" + file)
            make(folder + "/" + file)
            let end = try BuiltProgram.stele.run(arguments, timeoutSeconds: 20)
            #expect(!end.timedOut && end.status == 66, "\(end.errorText)")
            #expect(end.errorText.contains("is no regular file"), "\(end.errorText)")
        }
    }

    @Test("a ledger, and the key beside one")
    func ledgers() throws {
        for thing in try things() {
            let end = try BuiltProgram.stele.run(["verify", "--ledger", thing], timeoutSeconds: 20)
            #expect(!end.timedOut && end.status == 65, "\(end.errorText)")
        }
        try FileManager.default.removeItem(atPath: ledger + ".key")
        #expect(mkfifo(ledger + ".key", 0o600) == 0)
        let end = try BuiltProgram.stele.run(
            ["checkpoint", "--ledger", ledger], timeoutSeconds: 20)
        #expect(!end.timedOut && end.status == 66, "\(end.errorText)")
    }
}
