import Chain
import Foundation
import Store
import Testing

@testable import Records
@testable import Registry

@Suite("What leaves the machine")
struct PublishingTests {
    @Test("a bundle holds the bytes that are stored, the checkpoints and the key")
    func bundle() throws {  // I2
        let place = try WholeLedger.copy()
        let target = place.directory.appending(path: "bundle")
        let summary = try place.ledger.export(to: target.path + "/", progress: { _, _ in })
        let made = try WholeLedger.made.get()
        #expect(summary.entries == made.size && summary.checkpoints == 2)
        let lines = try Data(contentsOf: target.appending(path: "entries.jsonl"))
            .split(separator: 0x0A, omittingEmptySubsequences: false).map { [UInt8]($0) }
        #expect(try lines == place.lines() + [[]])
        let notes = try FileManager.default.contentsOfDirectory(
            atPath: target.appending(path: "checkpoints").path
        ).sorted().map {
            try [UInt8](Data(contentsOf: target.appending(path: "checkpoints/" + $0)))
        }
        #expect(notes == made.notes)
        let key = try String(contentsOf: target.appending(path: "keys.txt"), encoding: .utf8)
        #expect(key == made.key.verifier.vkey + "\n")
        let bundle = try String(contentsOf: target.appending(path: "bundle.json"), encoding: .utf8)
        #expect(try bundle.contains(place.verify().root.hex))
        // No sealed value leaves.
        let all = String(
            decoding: try Data(contentsOf: target.appending(path: "entries.jsonl")), as: UTF8.self)
        #expect(!all.contains("阿拉坦"))
    }

    @Test("an export never overwrites, and one that fails leaves nothing")
    func exists() throws {
        let place = try WholeLedger.copy()
        let target = place.directory.appending(path: "bundle")
        try Data("mine".utf8).write(to: target)
        #expect(throws: ExportFault.exists(path: target.path)) {
            try place.ledger.export(to: target.path, progress: { _, _ in })
        }
        // Two checkpoints of one size cannot both have its name.
        let twice = try WholeLedger.copy(
            meddling: "INSERT INTO checkpoint SELECT 3, size, note FROM checkpoint WHERE number = 2"
        )
        let broken = twice.directory.appending(path: "bundle").path
        #expect(throws: LedgerFault.notSound(place: "checkpoints")) {
            try twice.ledger.export(to: broken, progress: { _, _ in })
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: twice.directory.path)
        #expect(!left.contains { $0.hasPrefix("bundle") })
    }

    @Test(
        "a checkpoint is signed over the lines, kept, and the same when asked again",
        arguments: Suite.allCases)
    func checkpoint(_ suite: Suite) throws {
        let place = try TestLedger(suite)
        try place.ledger.fill(600)
        let note = try place.ledger.checkpoint(signingWith: place.key, cores: 2) { _, _ in }
        #expect(try place.ledger.checkpoint(signingWith: place.key, cores: 1) { _, _ in } == note)
        let opened = try Checkpoint.open(note, trusting: [place.key.verifier])
        #expect(opened.size == 601 && opened.origin == "test.example/1")
        #expect(try opened.root == place.verify().root)
        #expect(opened.extensions == ["at 2026-01-01T00:00:00.000Z"])
    }

    @Test("another key does not sign")
    func foreignKey() throws {
        let place = try TestLedger()
        let other = try SigningKey.generate(suite: .sha256, name: "test.example/1")
        #expect(
            throws: LedgerFault.foreignKey(
                expected: place.key.verifier.vkey, found: other.verifier.vkey)
        ) { try place.ledger.checkpoint(signingWith: other, cores: 1) { _, _ in } }
        #expect(try place.store.read { try $0.checkpoints() }.isEmpty)
    }

    @Test("a damaged line is never signed over")
    func damaged() throws {  // I8
        let place = try WholeLedger.copy(
            meddling: DamageTests.change("\"actor\":\"demo", "\"actor\":\"dEmo", at: 200))
        let key = try WholeLedger.made.get().key
        #expect(throws: LedgerFault.damaged(entry: 200)) {
            try place.ledger.checkpoint(signingWith: key, cores: 2) { _, _ in }
        }
        #expect(try place.store.read { try $0.checkpoints() }.count == 2)
    }

    @Test("proofs hold for every entry at the edges, at every size", arguments: Suite.allCases)
    func proofs(_ suite: Suite) throws {
        let place = try TestLedger(suite)
        try place.ledger.fill(520)
        var digest = DigestContext(suite)
        for size in [1, 2, 255, 256, 257, 512, 513, 521] {
            for position in [0, 1, 254, 255, 256, 511, 512, 520] where position < size {
                let proof = try place.ledger.proveInclusion(of: position, in: size)
                try InclusionProof.verify(
                    proof.path, leaf: proof.leaf, index: position, size: size, root: proof.root,
                    using: &digest)
                #expect(try proof.line == place.ledger.line(at: position))
            }
            for old in [1, 2, 255, 256, 257, 512] where old <= size {
                let proof = try place.ledger.proveConsistency(from: old, to: size)
                try ConsistencyProof.verify(
                    proof.path, old: old, new: size, oldRoot: proof.oldRoot,
                    newRoot: proof.newRoot, using: &digest)
                #expect(try proof.oldRoot == place.ledger.proveInclusion(of: 0, in: old).root)
            }
        }
        #expect(try place.ledger.proveInclusion(of: 0).root == place.verify().root)
    }

    @Test("a proof out of a damaged tile does not leave the house")
    func damagedProof() throws {
        let place = try WholeLedger.copy(
            meddling: "UPDATE tile SET hashes = zeroblob(1024) WHERE key = 0")
        let size = try WholeLedger.made.get().size
        #expect(throws: LedgerFault.notSound(place: "checkpoint \(size)")) {
            try place.ledger.proveInclusion(of: 3)
        }
    }

    @Test("what is not there is not proven")
    func absent() throws {
        let place = try TestLedger()
        #expect(throws: LedgerFault.noSuchEntry(position: 1, size: 1)) {
            try place.ledger.proveInclusion(of: 1)
        }
        #expect(throws: LedgerFault.noSuchSize(asked: 2, size: 1)) {
            try place.ledger.proveInclusion(of: 0, in: 2)
        }
        #expect(throws: LedgerFault.noSuchSize(asked: 0, size: 1)) {
            try place.ledger.proveConsistency(from: 0)
        }
    }
}
