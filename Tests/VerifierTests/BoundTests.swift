import Chain
import Foundation
import Testing

/// A file that is made to exhaust whoever reads it.
enum Hostile: String, CaseIterable, CustomTestStringConvertible {
    case newlines, newlinesAlone, everySecondLine, longLine, deepNesting, manyTags, manyNumbers
    case largeDescription, largeNotes, manyNotes
    var testDescription: String { rawValue }

    /// Changes a sound bundle. Lines and bytes are as many as six megabytes hold.
    func spoil(_ bundle: URL) throws {
        let file = bundle.appendingPathComponent("entries.jsonl")
        let sound = try Data(contentsOf: file)
        let line = sound.split(separator: 0x0A)[7]
        let text = String(decoding: line, as: UTF8.self)
        func append(_ more: some Sequence<UInt8>) throws { try (sound + more).write(to: file) }
        func filled(_ unit: String) -> String {
            let count = 900_000 / (unit.utf8.count + 1)
            return Array(repeating: unit, count: count).joined(separator: ",")
        }
        switch self {
        case .newlines: try append(Data(repeating: 0x0A, count: 6_000_000))
        case .newlinesAlone: try Data(repeating: 0x0A, count: 6_000_000).write(to: file)
        case .everySecondLine:
            let pair = Data(line) + Data("\nx\n".utf8)
            try append((0..<10_000).map { _ in pair }.joined())
        case .longLine: try append(Data(repeating: 0x61, count: 100_000_000) + [0x0A])
        case .deepNesting:
            try append(Data(repeating: 0x5B, count: 1_000_000) + [0x0A])
        case .manyTags:
            let tags = (0..<50_000).map { "\"a:\($0 + 100_000)\":null" }.joined(separator: ",")
            let many = text.replacing(/"tags":\{.*?\}/, with: "\"tags\":{\(tags)}")
            try append((0..<6).map { _ in Data((many + "\n").utf8) }.joined())
        case .manyNumbers:
            let many = text.replacing(
                "\"data\":{\"ground\":\"3.2\"}", with: "\"data\":{\"a\":[\(filled("1"))]}")
            try append((0..<6).map { _ in Data((many + "\n").utf8) }.joined())
        case .largeDescription:
            try Data(repeating: 0x5B, count: 6_000_000)
                .write(to: bundle.appendingPathComponent("bundle.json"))
        case .largeNotes:
            for number in 0..<6 {
                let note = number % 2 == 0 ? "a\n" : "\n"
                try Data(Array(repeating: note, count: 500_000).joined().utf8)
                    .write(to: bundle.appendingPathComponent("checkpoints/\(number).note"))
            }
        case .manyNotes:
            let note = try Data(
                contentsOf: bundle.appendingPathComponent("checkpoints/000000000012.note"))
            for number in 0..<2_000 {
                try note.write(to: bundle.appendingPathComponent("checkpoints/\(number).note"))
            }
        }
    }
}

@Suite(
    "Whatever a file holds, memory stays bounded and time grows with its size alone", .serialized)
struct BoundTests {
    /// Runs a program and writes how much memory it took into a file. Units: kilobytes.
    private static let measure = """
        import resource, subprocess, sys
        status = subprocess.run(sys.argv[2:]).returncode
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        open(sys.argv[1], "w").write(str(used))
        sys.exit(status)
        """

    @Test("both answer alike, in 64 MB and in seconds", arguments: Hostile.allCases)
    func bounded(_ hostile: Hostile) throws {
        try withTemporaryDirectory { scratch in
            let bundle = scratch.appendingPathComponent("bundle")
            try FileManager.default.copyItem(
                at: Programs.vectors.appendingPathComponent("sound-sha256"), to: bundle)
            try hostile.spoil(bundle)
            var answers: [Answer] = []
            for verifier in Verifier.allCases {
                let command = try verifier.command + ["bundle", "--json"]
                let begin = ContinuousClock.now
                let answer = try Programs.run(
                    URL(fileURLWithPath: "/usr/bin/env"),
                    ["python3", "-c", Self.measure, "memory"] + command, in: scratch)
                let seconds = (ContinuousClock.now - begin) / .seconds(1)
                let memory = try String(
                    contentsOf: scratch.appendingPathComponent("memory"), encoding: .utf8)
                #expect((Int(memory) ?? .max) <= 64 << 10, "\(verifier): \(memory) kB")
                // An idle machine takes a tenth of it.
                #expect(seconds < 30, "\(verifier)")
                #expect(answer.status == 1, "\(verifier) \(answer.error)")
                answers.append(answer)
            }
            #expect(answers[0] == answers[1])
            let found = try Finding(answers[0])
            #expect(found.damages.count <= 110)
        }
    }

    @Test("after a hundred thousand lines that are no entries the rest is not read, and it says so")
    func abandoned() throws {
        try withTemporaryDirectory { scratch in
            let bundle = scratch.appendingPathComponent("bundle")
            try FileManager.default.copyItem(
                at: Programs.vectors.appendingPathComponent("sound-sha256"), to: bundle)
            let file = bundle.appendingPathComponent("entries.jsonl")
            let sound = try Data(contentsOf: file)
            for (strange, isRead) in [(99_999, true), (100_000, false)] {
                let more = Data((isRead ? "" : "more\n").utf8)
                try (sound + Data(repeating: 0x0A, count: strange) + more).write(to: file)
                let answers = try Verifier.allCases.map {
                    try $0.run(["bundle", "--json"], in: scratch)
                }
                #expect(answers[0] == answers[1])
                let found = try Finding(answers[0])
                let kinds = found.damages.compactMap { $0["kind"]?.string }
                #expect(kinds.contains("unread") != isRead)
                // What was not read is not compared.
                #expect(kinds.contains("bundleEntries") == isRead)
                #expect(found.value["entries"]?.integer == 12 + strange)
                #expect(found.value["unlisted"]?.integer == strange - 50)
                #expect(found.proven == [[0, 11, 12], [0, 4, 5]])
            }
        }
    }
}
