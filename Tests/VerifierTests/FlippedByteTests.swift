import Chain
import Foundation
import Testing

/// One bit of one byte of one file of a sound bundle.
struct Flip: CustomTestStringConvertible {
    let vector: String
    let file: String
    let position: Int
    let bit: Int
    var testDescription: String { "\(vector)/\(file) byte \(position) bit \(bit)" }

    /// Places spread over each file by a fixed walk; more of them where entries lie.
    static let all: [Flip] = {
        let isFast = ProcessInfo.processInfo.environment["STELE_FAST"] == "1"
        var flips: [Flip] = []
        for vector in ["sound-sha256", "sound-sm3"] {
            for (file, times) in [
                ("entries.jsonl", 40), ("bundle.json", 8), ("keys.txt", 5),
                ("checkpoints/000000000005.note", 5), ("checkpoints/000000000012.note", 8),
            ] {
                let path = Programs.vectors.appendingPathComponent("\(vector)/\(file)")
                let size = (try? Data(contentsOf: path).count) ?? 0
                let count = isFast ? 2 : times
                for number in 0..<count where size > 0 {
                    // The golden ratio spreads any number of points evenly.
                    let share = (Double(number) * 0.618_033_988_75 + 0.31)
                        .truncatingRemainder(dividingBy: 1)
                    flips.append(
                        Flip(
                            vector: vector, file: file, position: Int(share * Double(size)),
                            bit: (number * 5 + 3) % 8))
                }
            }
        }
        return flips
    }()
}

@Suite("One flipped bit in a sound bundle")
struct FlippedByteTests {
    // I8: any one-bit change in any class of stored bytes is found.
    @Test(
        "is found by both, in the same place; in an entry, the entry is named", arguments: Flip.all)
    func found(_ flip: Flip) throws {
        try withTemporaryDirectory { scratch in
            let bundle = scratch.appendingPathComponent("bundle")
            try FileManager.default.copyItem(
                at: Programs.vectors.appendingPathComponent(flip.vector), to: bundle)
            let file = bundle.appendingPathComponent(flip.file)
            var bytes = try Data(contentsOf: file)
            let line = bytes[..<flip.position].count { $0 == 0x0A }
            bytes[flip.position] ^= 1 << flip.bit
            try bytes.write(to: file)

            let answers = try Verifier.allCases.map { try $0.run([".", "--json"], in: bundle) }
            #expect(answers[0] == answers[1])
            #expect(answers[0].status == 1)
            let found = try Finding(answers[0])
            #expect(!found.isSound)
            if flip.file == "entries.jsonl" {
                #expect(found.firstEntry == line)
            } else {
                #expect(found.damages.contains { $0["place"]?.string == flip.file })
                #expect(found.firstEntry == nil)
            }
        }
    }
}
