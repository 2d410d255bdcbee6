import Foundation
import TestSupport
import Testing

@Suite("What is no ledger is refused in one sentence and left as it is")
struct NotALedgerTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func refused(
        _ path: String, _ status: Int32, _ word: String, with command: [String] = ["verify"]
    ) throws {
        let before = FileManager.default.contents(atPath: path)
        let end = try BuiltProgram.stele.run(command + ["--ledger", path])
        #expect(end.status == status, "\(path): \(end.errorText)")
        #expect(end.errorText.split(separator: "\n").count == 1)
        #expect(end.errorText.contains(word), "\(end.errorText)")
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("nothing, a folder that is not there, a circle of links")
    func nothing() throws {
        try refused(scratch("missing"), 66, "no ledger")
        try refused(scratch("no/such/ledger"), 66, "no ledger")
        let (one, other) = (scratch("one"), scratch("other"))
        try FileManager.default.createSymbolicLink(atPath: one, withDestinationPath: other)
        try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: one)
        try refused(one, 66, "no ledger")
    }

    @Test("an empty file, a text, a folder, another database")
    func foreign() throws {
        try refused(scratch.write("empty", ""), 65, "not a Stele ledger")
        try refused(
            scratch.write("text", String(repeating: "hello\n", count: 9_000)), 65,
            "not a Stele ledger")
        try refused(scratch.path, 65, "not a Stele ledger")
        try DatabaseShell(scratch("other")).run("CREATE TABLE a (b)")
        try refused(scratch("other"), 65, "not a Stele ledger")
        try refused(
            scratch("other"), 65, "not a Stele ledger", with: ["trace", "P-1"])
    }

    @Test("a newer format, another application's mark")
    func format() throws {
        let newer = try scratch.copy(ledger: UnderAttack.ledger("sha256"), as: "newer")
        try Outsider(ledger: newer).run(["PRAGMA user_version = 2"])
        try refused(newer, 65, "newer program")
        let marked = try scratch.copy(ledger: UnderAttack.ledger("sha256"), as: "marked")
        try Outsider(ledger: marked).run(["PRAGMA application_id = 5"])
        try refused(marked, 65, "not a Stele ledger")
    }

    @Test(
        "a file cut short says how much is left",
        arguments: [16, 99, 100, 512, 16_383, 16_384, 16_385, 100_000, 400_000])
    func cut(length: Int) throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: UnderAttack.ledger("sha256")))
        let path = try scratch.write("cut", whole.prefix(length))
        try refused(path, 1, "cut short")
        try refused(path, 1, "cut short", with: ["trace", "P-0001"])
    }

    @Test("a checkpoint needs the ledger's own key")
    func key() throws {
        let ledger = try scratch.copy(ledger: UnderAttack.ledger("sha256"), as: "ledger")
        try FileManager.default.removeItem(atPath: ledger + ".key")
        try refused(ledger, 66, "ledger.key", with: ["checkpoint"])
        let other = try scratch.ledger("other", people: 1)
        try FileManager.default.copyItem(atPath: other + ".key", toPath: ledger + ".key")
        try refused(ledger, 65, "not the one that signs", with: ["checkpoint"])
        try scratch.write("ledger.key", "garbage")
        try refused(ledger, 65, "check the key file", with: ["checkpoint"])
        #expect(try BuiltProgram.stele.verify(ledger).end.status == 0)
    }

    @Test(
        "a new ledger or bundle never takes the place of something, nor a place that is not there")
    func exists() throws {
        let ledger = try scratch.copy(ledger: UnderAttack.ledger("sha256"), as: "ledger")
        try refused(ledger, 73, "exists already", with: ["init"])
        try refused(ledger, 73, "exists already", with: ["demo"])
        try refused(ledger, 73, "exists already", with: ["export", "--to", scratch.path])
        try refused(ledger, 73, "cannot be written", with: ["export", "--to", scratch("a/b")])
        try refused(scratch("a/b"), 73, "cannot be written", with: ["init"])
    }

    @Test("an answer that does not fit the disk is no success")
    func fullOutput() throws {
        let ledger = try UnderAttack.ledger("sha256")
        for command in [["verify"], ["trace", "P-0001"], ["trace", "P-0001", "--json"]] {
            let end = try BuiltProgram.stele.run(
                command + ["--ledger", ledger], outTo: "/dev/full")
            #expect(end.status == 74, "\(command)")
            #expect(end.errorText.contains("No space left"))
        }
    }
}
