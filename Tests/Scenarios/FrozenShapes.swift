import Chain
import Foundation
import TestSupport

/// How an answer of before reads in the shape of today: `Tests/Frozen/shapes.json`, which says
/// itself how it is written.
struct FrozenShapes: Decodable, Sendable {
    let rename: [String: [String: String]]
    let gone: [String: [String]]
    let added: [String: [String]]
    /// Answers that differ for a reason other than shape, with that reason.
    let changed: [String: String]
    /// How the lines below the answer on a page of today begin.
    let foot: [String]

    static func read() throws -> FrozenShapes {
        let path = Shared.checkout + "/Tests/Frozen/shapes.json"
        return try JSONDecoder().decode(
            FrozenShapes.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static let asked: [String: Set<String>] = [
        "subject": ["find"], "decision": ["show", "list", "grounds", "responsible"],
        "case": ["show", "list"], "sanction": ["show", "list"], "appeal": ["show", "list"],
        "rules": ["show", "list", "check"], "complaint": [],
    ]

    /// What kind of answer a command has: `trace`, `decision show`, `receipt`.
    static func kind(of command: String) -> String {
        let words = command.split(separator: " ").prefix(2).map(String.init)
        guard let first = words.first else { return "" }
        if first == "withdraw" { return "receipt" }
        guard let questions = asked[first] else { return first }
        return words.count == 2 && questions.contains(words[1]) ? "\(first) \(words[1])" : "receipt"
    }

    /// Both answers as they are compared.
    func fitted(_ before: FrozenAnswer, _ today: FrozenAnswer) -> (then: String, today: String) {
        var old = before
        var new = today
        for index in old.ends.indices where index < new.ends.count {
            let command = old.ends[index].command
            guard command.split(separator: " ").contains("--json") else {
                old.ends[index].out = withoutFoot(old.ends[index].out)
                new.ends[index].out = withoutFoot(new.ends[index].out)
                continue
            }
            for (part, kind) in [(\FrozenEnd.out, Self.kind(of: command)), (\.error, "error")] {
                let pair = fitted(
                    old.ends[index][keyPath: part], new.ends[index][keyPath: part], kind)
                guard let pair else { continue }
                old.ends[index][keyPath: part] = pair.then
                new.ends[index][keyPath: part] = pair.today
            }
        }
        return (old.text, new.text)
    }

    /// A page without what stands below the answer.
    private func withoutFoot(_ page: String) -> String {
        var lines = page.split(separator: "\n", omittingEmptySubsequences: false)[...]
        guard lines.last == "" else { return page }
        lines = lines.dropLast()
        let whole = lines.count
        while let last = lines.last, foot.contains(where: { last.hasPrefix($0) }) {
            lines = lines.dropLast()
        }
        guard lines.count < whole, lines.last == "" else { return page }
        return lines.dropLast().map { $0 + "\n" }.joined()
    }

    /// Nil where no rule touches the kind, or where one is no object on one line in canonical form.
    private func fitted(
        _ before: String, _ today: String, _ kind: String
    ) -> (then: String, today: String)? {
        let renames = (rename["*"] ?? [:]).merging(rename[kind] ?? [:]) { $1 }
        let left = Set((gone["*"] ?? []) + (gone[kind] ?? []))
        let joined = Set((added["*"] ?? []) + (added[kind] ?? []))
        if renames.isEmpty && left.isEmpty && joined.isEmpty { return nil }
        guard today.hasSuffix("\n"), CanonicalObject.isCanonical(today.utf8.dropLast()),
            let one = try? JSONValue(parsing: Array(before.utf8)),
            let two = try? JSONValue(parsing: Array(today.utf8))
        else { return nil }
        return (
            Self.line(Self.reshaped(one, renaming: renames, without: left)),
            Self.line(Self.reshaped(two, renaming: [:], without: joined))
        )
    }

    private static func line(_ value: JSONValue) -> String {
        String(decoding: value.canonical, as: UTF8.self) + "\n"
    }

    /// A rule `name` holds everywhere, `.name.inner` from the top; arrays are no step.
    private static func reshaped(
        _ value: JSONValue, renaming: [String: String], without: Set<String>, at path: String = ""
    ) -> JSONValue {
        switch value {
        case .array(let elements):
            .array(
                elements.map { reshaped($0, renaming: renaming, without: without, at: path) })
        case .object(let members):
            .object(
                members.compactMap { member in
                    let here = path + "." + member.key
                    if without.contains(member.key) || without.contains(here) { return nil }
                    return .init(
                        renaming[here] ?? renaming[member.key] ?? member.key,
                        reshaped(member.value, renaming: renaming, without: without, at: here))
                })
        case .null, .bool, .integer, .string: value
        }
    }
}
