import Foundation
import Glibc
import TestSupport
import Testing

/// A folder on a disk of its own; only root can have one.
private final class Disk {
    let path: String

    /// nil where it cannot be had.
    init?(megabytes: Int, in scratch: Scratch) throws {
        path = scratch("disk")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard getuid() == 0, let mount = BuiltProgram.installed("mount"),
            try mount.run(["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path]).status == 0
        else { return nil }
    }

    func remount(_ option: String) throws -> Bool {
        guard let mount = BuiltProgram.installed("mount") else { return false }
        return try mount.run(["-o", "remount,\(option)", path]).status == 0
    }

    /// Tried once.
    static let isPossible: Bool = {
        guard let scratch = try? Scratch() else { return false }
        return (try? Disk(megabytes: 1, in: scratch)) != nil
    }()

    deinit { _ = try? BuiltProgram.installed("umount")?.run(["-l", path]) }
}

@Suite("A disk that is full or read-only costs one sentence and nothing of the ledger", .serialized)
struct DiskTests {
    private let scratch: Scratch
    private let stele = BuiltProgram.stele

    init() throws { scratch = try Scratch() }

    private func isOneSentence(_ end: ProgramEnd, _ status: Int32, _ words: String...) {
        #expect(end.status == status, "\(end.status ?? -1) \(end.errorText)")
        #expect(end.errorText.split(separator: "\n").count == 1)
        #expect(words.contains { end.errorText.contains($0) }, "\(end.errorText)")
    }

    /// Copies a ledger with its key onto a disk, and gives its path there.
    private func place(_ ledger: String, on disk: Disk) throws -> String {
        let there = disk.path + "/ledger"
        for part in ["", ".key"] {
            try FileManager.default.copyItem(atPath: ledger + part, toPath: there + part)
        }
        return there
    }

    @Test(
        "import onto a full disk: what was durable stays, the rest comes when there is room",
        .enabled(if: Disk.isPossible, "a disk of its own needs root and mount"))
    func fullDisk() throws {
        let disk = try #require(try Disk(megabytes: 6, in: scratch))
        let onDisk = try place(scratch.ledger("seed", people: 300, checkpoint: true), on: disk)
        let arguments = try Delivery(9_000).arguments(in: scratch, ledger: onDisk, "large")
        isOneSentence(try stele.run(arguments), 74, "full", "No space")
        let (end, answer) = try stele.verify(onDisk)
        #expect(end.status == 0, "\(end.errorText) \(answer?.damages ?? [])")
        // Whole rows only: each person has two entries, or three who left.
        let entries = try #require(answer).entries
        #expect(try disk.remount("size=64m"))
        let rest = try stele.run(arguments).json(ImportAnswer.self)
        #expect(rest.already + rest.imported == 9_000)
        #expect(rest.refused == 0)
        let (after, whole) = try stele.verify(onDisk)
        #expect(after.status == 0)
        #expect(whole?.entries == entries + rest.events)
    }

    @Test(
        "no room at all: init, checkpoint, rebuild and export leave everything as it was",
        .enabled(if: Disk.isPossible, "a disk of its own needs root and mount"))
    func noRoom() throws {
        let disk = try #require(try Disk(megabytes: 2, in: scratch))
        let onDisk = try place(scratch.ledger("seed", people: 300), on: disk)
        let before = try Outsider.contents(of: onDisk)
        _ = try stele.verify(onDisk)
        let room = open(disk.path + "/ballast", O_WRONLY | O_CREAT, 0o600)
        let block = [UInt8](repeating: 1, count: 4_096)
        while write(room, block, block.count) > 0 {}
        close(room)
        isOneSentence(try stele.run("init", "--ledger", disk.path + "/new"), 74, "full", "No space")
        #expect(!FileManager.default.fileExists(atPath: disk.path + "/new"))
        #expect(!FileManager.default.fileExists(atPath: disk.path + "/new.key"))
        isOneSentence(
            try stele.run("export", "--ledger", onDisk, "--to", disk.path + "/bundle"), 74, "full",
            "No space")
        isOneSentence(try stele.run("checkpoint", "--ledger", onDisk), 74, "full", "No space")
        isOneSentence(try stele.run("rebuild", "--ledger", onDisk), 74, "full", "No space")
        let left = try FileManager.default.contentsOfDirectory(atPath: disk.path)
        #expect(!left.contains { $0.contains(".new-") }, "\(left)")
        #expect(try Outsider.contents(of: onDisk) == before)
        try FileManager.default.removeItem(atPath: disk.path + "/ballast")
        #expect(try stele.verify(onDisk).end.status == 0)
        #expect(try stele.run("checkpoint", "--ledger", onDisk).status == 0)
    }

    @Test(
        "a read-only disk: reading works, writing is refused",
        .enabled(if: Disk.isPossible, "a disk of its own needs root and mount"))
    func readOnlyDisk() throws {
        let disk = try #require(try Disk(megabytes: 16, in: scratch))
        let onDisk = try place(scratch.ledger("seed", people: 30, checkpoint: true), on: disk)
        #expect(try disk.remount("ro"))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: onDisk))
        #expect(try stele.verify(onDisk).end.status == 0)
        #expect(try stele.run("trace", "--ledger", onDisk, "P-0001").status == 0)
        let more = try Delivery(40).arguments(in: scratch, ledger: onDisk, "more")
        for arguments in [
            more, ["checkpoint", "--ledger", onDisk], ["rebuild", "--ledger", onDisk],
            ["init", "--ledger", disk.path + "/new"],
            ["export", "--ledger", onDisk, "--to", onDisk + "-b"],
        ] {
            isOneSentence(try stele.run(arguments), 77, "only be read", "Read-only", "permission")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: onDisk)) == bytes)
    }

    @Test(
        "a user who may only read: reading works, writing is refused",
        .enabled(
            if: getuid() == 0 && BuiltProgram.installed("setpriv") != nil,
            "another user needs root and setpriv"))
    func otherUser() throws {
        let setpriv = try #require(BuiltProgram.installed("setpriv"))
        let ledger = try scratch.ledger("seed", people: 30, checkpoint: true)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: ledger))
        chmod(scratch.path, 0o755)
        #expect(
            (try FileManager.default.attributesOfItem(atPath: ledger)[.posixPermissions] as? Int)
                .map { $0 & 0o007 } == 0)
        chmod(ledger, 0o644)
        // Copied by another process: written here, it would be busy while a neighbour forks.
        let program = scratch("stele")
        let copy = try #require(BuiltProgram.installed("cp"))
        #expect(try copy.run([stele.path, program]).status == 0)
        chmod(program, 0o755)
        let nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups", program]
        let probe = try setpriv.run(nobody + ["verify", "--ledger", ledger])
        #expect(probe.status == 0, "\(probe.errorText)")
        let more = try Delivery(40).arguments(in: scratch, ledger: ledger, "more")
        for arguments in [
            more, ["checkpoint", "--ledger", ledger], ["init", "--ledger", scratch("new")],
            ["export", "--ledger", ledger, "--to", scratch("bundle")],
        ] {
            isOneSentence(
                try setpriv.run(nobody + arguments), 77, "may not", "permission", "Permission")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == bytes)
    }
}
