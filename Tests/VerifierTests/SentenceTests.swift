import Chain
import Foundation
import Testing

/// What a person reads first, where nothing is wrong with the entries.
struct FirstSentence: CustomTestStringConvertible {
    let vector: String
    let first: String
    let also: String
    var testDescription: String { vector }
}

@Suite("The first sentence says what it is that is not as it should be")
struct SentenceTests {
    @Test(
        "a file that cannot be used, another ledger's, another history, an end that is missing",
        arguments: [
            FirstSentence(
                vector: "checkpoint-kept-with-carriage-returns",
                first: "✗ The checkpoint file kept.note cannot be used.", also: "CR LF"),
            FirstSentence(
                vector: "checkpoint-kept-is-empty",
                first: "✗ The checkpoint file kept.note cannot be used.", also: "no checkpoint"),
            FirstSentence(
                vector: "checkpoint-of-another-ledger",
                first: "✗ The checkpoint kept.note is of another ledger",
                also: "it claims to be of stele.example/west-banner/sha256 (unproven)"),
            FirstSentence(
                vector: "history-parts-at-a-known-entry",
                first: "✗ This ledger has another history than the checkpoint second.note",
                also: "up to entry 7 both are the same; they part at entry 8"),
            FirstSentence(
                vector: "history-parts-between-two-checkpoints",
                first: "✗ This ledger has another history than the checkpoint kept.note",
                also: "up to entry 4 both are the same; they part between entries 5 and 9"),
            FirstSentence(
                vector: "history-parts-at-the-same-length",
                first: "✗ This ledger has another history than the checkpoint kept.note",
                also: "they part between entries 0 and 11; no earlier checkpoint says it more"),
            FirstSentence(
                vector: "end-is-missing-after-a-copy-was-put-back",
                first: "✗ The end is missing: the checkpoint kept.note vouches for entries",
                also: "at least 3 are missing at the end"),
        ])
    func entriesFit(_ sentence: FirstSentence) throws {
        let directory = Programs.vectors.appendingPathComponent(sentence.vector)
        let arguments = try Vector(name: sentence.vector).expected()["arguments"]?.array ?? []
        for verifier in Verifier.allCases {
            let page = try verifier.run(
                [".", "--lang", "en"] + arguments.compactMap(\.string), in: directory)
            #expect(page.status == 1)
            #expect(page.out.hasPrefix(sentence.first), "\(page.out)")
            #expect(page.out.contains(sentence.also), "\(page.out)")
            // Not one page may say both that the chain holds and that it does not.
            #expect(page.out.contains("the chain holds together"))
            #expect(!page.out.contains("Damaged") && !page.out.contains("does not hold"))
        }
    }

    @Test("where an entry is damaged, too, that comes first")
    func entriesDamaged() throws {
        let directory = Programs.vectors.appendingPathComponent("removed-three-entries")
        for verifier in Verifier.allCases {
            let page = try verifier.run([".", "--lang", "en"], in: directory)
            #expect(page.out.hasPrefix("✗ Damaged or forged: 9 entries"), "\(page.out)")
            #expect(!page.out.contains("both are the same") && !page.out.contains("they part"))
        }
    }

    @Test("it says plainly under which key checkpoints were checked", arguments: ["zh", "en"])
    func whichKey(_ language: String) throws {
        let directory = Programs.vectors.appendingPathComponent("sound-sm3")
        for verifier in Verifier.allCases {
            let page = try verifier.run([".", "--lang", language], in: directory)
            #expect(page.out.contains(language == "en" ? "No key was given" : "没有给出公钥"))
        }
    }
}
