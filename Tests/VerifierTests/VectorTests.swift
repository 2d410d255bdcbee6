import Chain
import Foundation
import Testing

/// One directory of `schema/vectors`.
struct Vector: CustomTestStringConvertible {
    let name: String
    var testDescription: String { name }
    var directory: URL { Programs.vectors.appendingPathComponent(name) }

    static let all: [Vector] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Programs.vectors.path))
        return (names ?? []).filter { !$0.contains(".") }.sorted().map(Vector.init)
    }()

    func expected() throws -> JSONValue {
        let file = directory.appendingPathComponent("expect.json")
        return try JSONValue(parsing: Array(Data(contentsOf: file)))
    }
}

@Suite("Two verifiers that share no code, over every vector")
struct VectorTests {
    @Test("there are sound ones of both suites, and more than thirty forgeries")
    func enough() throws {
        let sound = try Vector.all.filter { try $0.expected()["sound"]?.bool == true }
        #expect(Vector.all.count - sound.count > 30)
        #expect(Set(sound.map(\.name)).isSuperset(of: ["sound-sha256", "sound-sm3"]))
    }

    // I8: the verifier names the entry and says what is still proven.
    @Test("both find what must be found, where it is, and nothing else", arguments: Vector.all)
    func agreement(_ vector: Vector) throws {
        let expected = try vector.expected()
        let arguments = (expected["arguments"]?.array ?? []).compactMap(\.string)
        var answers: [Answer] = []
        for verifier in Verifier.allCases {
            let subject = expected["proof"]?.string.map { ["proof", $0] } ?? ["."]
            let answer = try verifier.run(subject + ["--json"] + arguments, in: vector.directory)
            let found = try Finding(answer)
            #expect(found.damages == expected["damages"]?.array, "\(verifier)")
            let proven = (expected["proven"]?.array ?? []).map {
                ($0.array ?? []).compactMap(\.integer)
            }
            #expect(found.proven == proven, "\(verifier)")
            #expect(found.isSound == expected["sound"]?.bool, "\(verifier)")
            #expect(answer.status == (found.isSound ? 0 : 1), "\(verifier)")
            answers.append(answer)
        }
        #expect(answers[0] == answers[1])
    }

    @Test("both tell it in the same words, in both languages", arguments: Vector.all, ["zh", "en"])
    func words(_ vector: Vector, _ language: String) throws {
        let expected = try vector.expected()
        let arguments = (expected["arguments"]?.array ?? []).compactMap(\.string)
        let subject = expected["proof"]?.string.map { ["proof", $0] } ?? ["."]
        let answers = try Verifier.allCases.map {
            try $0.run(subject + ["--lang", language] + arguments, in: vector.directory)
        }
        #expect(answers[0] == answers[1])
    }

    @Test("the generator still makes exactly these files")
    func reproducible() throws {
        try withTemporaryDirectory { scratch in
            let made = try Programs.run(
                URL(fileURLWithPath: "/usr/bin/env"),
                [
                    "python3", "-B", Programs.package.appendingPathComponent("tools/vectors").path,
                    scratch.path,
                ], in: scratch)
            #expect(made.status == 0, "\(made.error)")
            let compared = try Programs.run(
                URL(fileURLWithPath: "/usr/bin/env"),
                [
                    "diff", "-r", "-x", "README.md", "-x", ".gitattributes", scratch.path,
                    Programs.vectors.path,
                ], in: scratch)
            #expect(compared.status == 0, "\(compared.out)")
        }
    }
}
