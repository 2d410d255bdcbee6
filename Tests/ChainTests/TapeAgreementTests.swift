import Chain
import Foundation
import Testing

@Suite("Two readers, one language: the tape of the hot loop and the tree reader")
struct TapeAgreementTests {
    /// Another seed looks elsewhere: STELE_SEED=… runs the same tests with it.
    static let seed =
        ProcessInfo.processInfo.environment["STELE_SEED"].flatMap { UInt64($0) } ?? 20_260_824

    private static func corpus() throws -> [[UInt8]] {
        let refused = StrictReaderTests.refusedByAll + StrictReaderTests.refusedOnTape
        return refused.map(\.bytes).filter { $0.count < 200 }
            + EntryExample.lines + EntryExample.variants
            + ["null", "[]", "{}", "-12", "\"中文\"", #"{"a":[{"b":[1,2,{"c":""}]}],"é":"\u0001"}"#]
            .map { Array($0.utf8) }
    }

    @Test("they agree on every line of the corpus")
    func corpus() throws {
        for bytes in try Self.corpus() {
            let complaint = ReaderProperties.readersAgree(bytes)
            #expect(complaint == nil, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test("they agree on 20,000 mutations of it, and an entry that is read is written the same")
    func mutations() throws {
        var mutator = Mutator(seed: Self.seed, corpus: try Self.corpus(), words: Mutator.jsonWords)
        var taken = 0
        for number in 0..<20_000 {
            let bytes = mutator.next()
            let complaint =
                ReaderProperties.readersAgree(bytes) ?? ReaderProperties.entryIsWrittenAsRead(bytes)
            if case .success = ReaderProperties.onTape(bytes) { taken += 1 }
            guard let complaint else { continue }
            Issue.record(
                "seed \(Self.seed), case \(number): \(complaint)\n\(Array(bytes))")
        }
        // Were all of them refused at the first byte, agreement would say nothing.
        #expect(taken > 500, "seed \(Self.seed): only \(taken) of 20,000 are canonical")
    }

    @Test("notes and checkpoints that are read are written the same, over 5,000 mutations")
    func notes() {
        let root = Base64.encode(Vectors.leaves(1)[0].bytes)
        let note =
            "stele.example/a\n7\n\(root)\nat 2026-11-24T00:00:00.000Z\n\n— stele.example/a AAAAAAA=\n"
        let words = ["\n", "\n\n", "— ", " ", "=", "==", "0", "+", "\u{0}", "\u{A0}", "A", "é"]
        var mutator = Mutator(
            seed: Self.seed, corpus: [Array(note.utf8), Array((note + note).utf8)],
            words: words.map { Array($0.utf8) } + [[0xE2], [0xFF]])
        var taken = 0
        for number in 0..<5000 {
            let bytes = mutator.next()
            if (try? SignedNote(parsing: bytes)) != nil { taken += 1 }
            let complaint = ReaderProperties.noteIsWrittenAsRead(bytes)
            #expect(complaint == nil, "seed \(Self.seed), case \(number): \(Array(bytes))")
        }
        #expect(taken > 100)
    }
}
