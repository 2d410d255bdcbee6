import Chain
import Foundation
import Testing

@Suite("What the verifiers say to the shell")
struct UsageTests {
    private let sound = Programs.vectors.appendingPathComponent("sound-sha256")

    @Test(
        "a command line that cannot be understood is 64, with one reason and the usage",
        arguments: [
            [], ["--jsn", "."], [".", "."], [".", "--lang", "fr"], [".", "--checkpoint"],
            [".", "--key", "expect.json"], ["proof", "bundle.json"], ["proof", "a", "b"],
            [
                ".", "--key",
                "stele.example/x+00000000+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            ],
        ])
    func usage(_ arguments: [String]) throws {
        for verifier in Verifier.allCases {
            let answer = try verifier.run(arguments, in: sound)
            #expect(answer.status == 64, "\(verifier)")
            #expect(answer.out.isEmpty && !answer.error.isEmpty, "\(verifier)")
        }
    }

    @Test(
        "what is not there is 66, and is named",
        arguments: [
            (["nowhere"], "nowhere/bundle.json"), ([".", "--checkpoint", "no.note"], "no.note"),
            ([".", "--key", "no.key"], "no.key"), (["checkpoints"], "checkpoints/bundle.json"),
            (["proof", "no.proof", "--key", "keys.txt"], "no.proof"),
        ])
    func missing(_ arguments: [String], _ named: String) throws {
        for verifier in Verifier.allCases {
            let answer = try verifier.run(arguments, in: sound)
            #expect(answer.status == 66, "\(verifier)")
            #expect(answer.error.contains(named), "\(verifier)")
        }
    }

    @Test(
        "a part of the bundle that is missing is 66",
        arguments: ["bundle.json", "keys.txt", "entries.jsonl"])
    func missingPart(_ name: String) throws {
        try withSoundBundle { bundle, scratch in
            try FileManager.default.removeItem(at: bundle.appendingPathComponent(name))
            for verifier in Verifier.allCases {
                let answer = try verifier.run(["bundle"], in: scratch)
                #expect(answer.status == 66, "\(verifier)")
                #expect(answer.error.contains(name), "\(verifier)")
            }
        }
    }

    /// A copy of a sound bundle, to be damaged.
    private func withSoundBundle(_ body: (_ bundle: URL, _ scratch: URL) throws -> Void) throws {
        try withTemporaryDirectory { scratch in
            let bundle = scratch.appendingPathComponent("bundle")
            try FileManager.default.copyItem(at: sound, to: bundle)
            try body(bundle, scratch)
        }
    }

    @Test("what cannot be read is 74")
    func unreadable() throws {
        try withSoundBundle { bundle, scratch in
            let entries = bundle.appendingPathComponent("entries.jsonl")
            try FileManager.default.removeItem(at: entries)
            try FileManager.default.createDirectory(at: entries, withIntermediateDirectories: true)
            for verifier in Verifier.allCases {
                #expect(try verifier.run(["bundle"], in: scratch).status == 74, "\(verifier)")
            }
        }
    }

    @Test("a line of a hundred megabytes is one bad entry, in little memory")
    func longLine() throws {
        try withSoundBundle { bundle, scratch in
            let entries = bundle.appendingPathComponent("entries.jsonl")
            let file = try FileHandle(forWritingTo: entries)
            try file.seekToEnd()
            let block = Data(repeating: 0x61, count: 1 << 20)
            for _ in 0..<100 { try file.write(contentsOf: block) }
            try file.write(contentsOf: Data([0x0A]))
            try file.close()
            var answers: [Answer] = []
            for verifier in Verifier.allCases {
                answers.append(try verifier.run(["bundle", "--json"], in: scratch))
            }
            #expect(answers[0] == answers[1])
            #expect(try Finding(answers[0]).firstEntry == 12)
        }
    }

    @Test("it says plainly under which key checkpoints were checked")
    func whichKey() throws {
        let given = try Verifier.swift.run([".", "--json", "--key", "keys.txt"], in: sound)
        let own = try Verifier.swift.run([".", "--json"], in: sound)
        #expect(try Finding(given).value["keySource"]?.string == "given")
        #expect(try Finding(own).value["keySource"]?.string == "entry0")
    }
}
