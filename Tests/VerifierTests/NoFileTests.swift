import Chain
import Foundation
import Testing

/// What can lie where a file is expected.
enum NoFile: String, CaseIterable {
    case pipe, device, directory

    func make(at place: URL) throws {
        try? FileManager.default.removeItem(at: place)
        switch self {
        case .pipe: #expect(mkfifo(place.path, 0o600) == 0)
        case .device:
            try FileManager.default.createSymbolicLink(
                atPath: place.path, withDestinationPath: "/dev/zero")
        case .directory:
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        }
    }
}

@Suite("What is no regular file is neither waited for nor read")
struct NoFileTests {
    private static let parts = [
        "bundle.json", "keys.txt", "entries.jsonl", "checkpoints/000000000005.note",
    ]

    /// A copy of a sound bundle, to be damaged.
    private func withSoundBundle(_ body: (_ scratch: URL) throws -> Void) throws {
        try withTemporaryDirectory { scratch in
            try FileManager.default.copyItem(
                at: Programs.vectors.appendingPathComponent("sound-sha256"),
                to: scratch.appendingPathComponent("bundle"))
            try body(scratch)
        }
    }

    private func check(_ arguments: [String], _ named: String, in scratch: URL) throws {
        var answers: [Answer] = []
        for verifier in Verifier.allCases {
            let answer = try verifier.run(arguments + ["--lang", "en"], in: scratch)
            #expect(answer.status == 74 && answer.out.isEmpty, "\(verifier) \(answer)")
            #expect(answer.error.contains(named), "\(verifier) \(answer)")
            answers.append(answer)
        }
        #expect(answers[0] == answers[1])
    }

    @Test("in a bundle", arguments: NoFileTests.parts, NoFile.allCases)
    func inside(_ part: String, _ kind: NoFile) throws {
        try withSoundBundle { scratch in
            try kind.make(at: scratch.appendingPathComponent("bundle/" + part))
            try check(["bundle"], part + " is no regular file", in: scratch)
        }
    }

    @Test("beside it: a checkpoint, a key, a proof", arguments: NoFile.allCases)
    func beside(_ kind: NoFile) throws {
        try withSoundBundle { scratch in
            try kind.make(at: scratch.appendingPathComponent("thing"))
            let sentence = "thing is no regular file"
            try check(["bundle", "--checkpoint", "thing"], sentence, in: scratch)
            try check(["bundle", "--key", "thing"], sentence, in: scratch)
            try check(["proof", "thing", "--key", "bundle/keys.txt"], sentence, in: scratch)
        }
    }

    @Test("a bundle with thousands of checkpoints of the longest names is read to its end")
    func longNames() throws {
        try withSoundBundle { scratch in
            let notes = scratch.appendingPathComponent("bundle/checkpoints")
            for number in 0..<3_000 {
                let digits = String(number)
                let name = digits + String(repeating: "n", count: 250 - digits.count) + ".note"
                try Data().write(to: notes.appendingPathComponent(name))
            }
            let answers = try Verifier.allCases.map {
                try $0.run(["bundle", "--json"], in: scratch)
            }
            #expect(answers[0] == answers[1])
            let found = try Finding(answers[0])
            #expect(found.value["checkpoints"]?.integer == 3_002)
            #expect(found.damages.count == 50 && found.value["unlisted"]?.integer == 2_950)
        }
    }

    @Test("a name that is no text is read as it is")
    func namesThatAreNoText() throws {
        try withSoundBundle { scratch in
            let place = scratch.appendingPathComponent("bundle/checkpoints").path + "/"
            let path = Array(place.utf8) + [0xFF, 0xFE] + Array(".note".utf8) + [0]
            let file = path.withUnsafeBytes { bytes -> Int32 in
                let name = bytes.bindMemory(to: CChar.self).baseAddress
                return name.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
            }
            #expect(file >= 0)
            close(file)
            let answers = try Verifier.allCases.map {
                try $0.run(["bundle", "--json"], in: scratch)
            }
            #expect(answers[0] == answers[1])
            #expect(try Finding(answers[0]).damages.count == 1)
        }
    }
}
