import Chain
import Testing

@Suite("Checkpoints — C2SP tlog-checkpoint")
struct NoteCheckpointTests {
    private static let example = """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        """

    @Test("the format's own example is read and written to the byte")
    func reads() throws {
        let checkpoint = try Checkpoint(parsing: Self.example)
        #expect(checkpoint.origin == "example.com/behind-the-sofa")
        #expect(checkpoint.size == 20_852_163)
        #expect(checkpoint.root.hex.hasPrefix("0ac5186a91863e8e"))
        #expect(checkpoint.extensions.isEmpty)
        #expect(checkpoint.text == Self.example)
    }

    @Test("extension lines are kept and signed")
    func extensions() throws {
        let text = Self.example + "at 2026-11-24T00:00:00.000Z\nmore\n"
        let checkpoint = try Checkpoint(parsing: text)
        #expect(checkpoint.extensions == ["at 2026-11-24T00:00:00.000Z", "more"])
        #expect(checkpoint.text == text)
        #expect(try checkpoint != Checkpoint(parsing: Self.example))
    }

    @Test("an empty ledger has size 0", arguments: Suite.allCases)
    func empty(suite: Suite) throws {
        var context = DigestContext(suite)
        let root = MerkleTree.root(of: [], using: &context)
        let checkpoint = Checkpoint(origin: "a", size: 0, root: root)
        #expect(checkpoint.text.hasPrefix("a\n0\n"))
        #expect(try Checkpoint(parsing: checkpoint.text) == checkpoint)
    }

    @Test(
        "a signed checkpoint comes back for those who trust the ledger", arguments: Suite.allCases)
    func opens(suite: Suite) throws {
        let origin = "stele.example/east/\(suite.rawValue)"
        let key = try SigningKey.generate(suite: suite, name: origin)
        let witness = try SigningKey.generate(suite: .sha256, name: "witness.example")
        let checkpoint = Checkpoint(
            origin: origin, size: 12, root: Vectors.leaves(1)[0],
            extensions: ["at 2026-11-24T00:00:00.000Z"])
        var note = try checkpoint.signed(by: key)
        try note.sign(with: witness)
        #expect(try Checkpoint.open(note.bytes, trusting: [key.verifier]) == checkpoint)
        let both = [witness.verifier, key.verifier]
        #expect(try Checkpoint.open(note.bytes, trusting: both) == checkpoint)
        #expect(throws: CheckpointFault.notSignedByOrigin) {
            _ = try Checkpoint.open(note.bytes, trusting: [witness.verifier])
        }
        let stranger = try SigningKey.generate(suite: suite, name: origin)
        #expect(throws: NoteFault.noTrustedSignature) {
            _ = try Checkpoint.open(note.bytes, trusting: [stranger.verifier])
        }
    }

    @Test("I8: no bit of a checkpoint's text can be flipped", arguments: Suite.allCases)
    func flipped(suite: Suite) throws {
        let key = try SigningKey.generate(suite: suite, name: "a/\(suite.rawValue)")
        let checkpoint = Checkpoint(origin: key.name, size: 7, root: Vectors.leaves(1)[0])
        let bytes = try checkpoint.signed(by: key).bytes
        for place in 0..<checkpoint.text.utf8.count {
            for bit in 0..<8 {
                var forged = bytes
                forged[place] ^= 1 << bit
                #expect(throws: (any Error).self) {
                    _ = try Checkpoint.open(forged, trusting: [key.verifier])
                }
            }
        }
    }

    @Test("one ledger's key does not speak for another ledger")
    func otherOrigin() throws {
        let key = try SigningKey.generate(suite: .sha256, name: "ledger-a")
        let other = Checkpoint(origin: "ledger-b", size: 1, root: Vectors.leaves(1)[0])
        var note = try SignedNote(text: other.text)
        try note.sign(with: key)
        #expect(throws: CheckpointFault.notSignedByOrigin) {
            _ = try Checkpoint.open(note.bytes, trusting: [key.verifier])
        }
    }

    @Test("each reason for refusing a checkpoint, once, in order of precedence")
    func malformed() {
        let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
        let expected: [(String, CheckpointFault)] = [
            ("a\n1\n\(root)", .unterminated),
            ("", .unterminated),
            ("\n", .tooFewLines),
            ("a\n1\n", .tooFewLines),
            ("a\r\n1\n\(root)\n", .controlCharacter),
            ("\n1\n\(root)\n", .emptyOrigin),
            ("a\n\n\(root)\n", .malformedSize),
            ("a\n01\n\(root)\n", .malformedSize),
            ("a\n00\n\(root)\n", .malformedSize),
            ("a\n-1\n\(root)\n", .malformedSize),
            ("a\n+1\n\(root)\n", .malformedSize),
            ("a\n 1\n\(root)\n", .malformedSize),
            ("a\n1.0\n\(root)\n", .malformedSize),
            ("a\n١\n\(root)\n", .malformedSize),
            ("a\n9223372036854775808\n\(root)\n", .malformedSize),
            ("a\n1\n\n", .malformedRoot),
            ("a\n1\nAAAA\n", .malformedRoot),
            ("a\n1\n\(root.dropLast(2))J=\n", .malformedRoot),
            ("a\n1\n\(root)\n\n", .emptyExtension),
            ("a\n1\n\(root)\nx\n\ny\n", .emptyExtension),
        ]
        for (text, fault) in expected {
            #expect(throws: fault) { _ = try Checkpoint(parsing: text) }
        }
    }

    @Test("the largest size is read")
    func largest() throws {
        let text = "a\n9223372036854775807\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
        #expect(try Checkpoint(parsing: text).size == Int.max)
    }
}
