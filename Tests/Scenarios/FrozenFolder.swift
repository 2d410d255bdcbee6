import Foundation
import TestSupport
import Testing

/// A list of questions of a frozen ledger.
enum FrozenList: String, CaseIterable, Sendable {
    case questions, recordings

    /// The folder with its answers.
    var answers: String {
        switch self {
        case .questions: "answers"
        case .recordings: "recorded"
        }
    }
}

/// The ledger of an earlier release with the answers of that release's program.
struct FrozenFolder: Sendable, CustomTestStringConvertible {
    let name: String

    var testDescription: String { name }

    private static let root = Shared.checkout + "/Tests/Frozen"
    private var path: String { Self.root + "/" + name }

    /// Every release's.
    static let all: [FrozenFolder] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return names.sorted().filter {
            FileManager.default.fileExists(atPath: "\(root)/\($0)/ledger.stele")
        }.map(FrozenFolder.init)
    }()

    /// The command lines of a list; none where the release has no such list.
    func questions(_ list: FrozenList) throws -> [String] {
        let file = path + "/" + list.rawValue
        guard FileManager.default.fileExists(atPath: file) else { return [] }
        return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            .map(String.init).filter { !$0.hasPrefix("#") }
    }

    /// How many answers of a list there are.
    func answers(_ list: FrozenList) throws -> Int {
        let folder = path + "/" + list.answers
        guard FileManager.default.fileExists(atPath: folder) else { return 0 }
        return try FileManager.default.contentsOfDirectory(atPath: folder).count
    }

    /// What the answer to the question of that number, from 1, is called: `2026-11/answers/017`.
    func title(_ list: FrozenList, _ number: Int) -> String {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        return "\(name)/\(list.answers)/\(padded)"
    }

    /// What was answered then, or, of what changed for a reason, what is to be answered today.
    func answer(_ title: String, isChanged: Bool) throws -> FrozenAnswer {
        let file = Self.root + "/" + (isChanged ? "changed/" : "") + title
        return FrozenAnswer(reading: try String(contentsOfFile: file, encoding: .utf8))
    }

    /// Asks in a copy of its own, so that no question sees what another did.
    func ask(_ question: String, of program: BuiltProgram) throws -> FrozenAnswer {
        let scratch = try Scratch()
        let lists = FrozenList.allCases.flatMap { [$0.rawValue, $0.answers] }
        for part in try FileManager.default.contentsOfDirectory(atPath: path)
        where part != "make" && !lists.contains(part) {
            try FileManager.default.copyItem(atPath: path + "/" + part, toPath: scratch(part))
        }
        var ends: [FrozenEnd] = []
        for command in question.components(separatedBy: " ; ") {
            let words = command.split(separator: " ").map { word in
                (word.hasPrefix("@/") ? scratch.path + word.dropFirst() : String(word))
                    .replacingOccurrences(of: "␠", with: " ")
            }
            let end = try program.run(
                words,
                environment: ["STELE_LEDGER": scratch("ledger.stele"), "STELE_ACTOR": "stele"])
            func told(_ text: String) -> String {
                text.replacingOccurrences(of: scratch.path, with: "@")
            }
            ends.append(
                FrozenEnd(
                    command: command, status: end.status ?? -(end.signal ?? 0),
                    out: told(end.text), error: told(end.errorText)))
        }
        return FrozenAnswer(ends)
    }
}
