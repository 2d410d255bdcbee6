/// The console blocks of a document that promise to be true.
///
/// A block that begins with "```console" is a transcript when the line before it that is not empty
/// is `<!-- tested -->`. In it, `$ words` is a command and what follows, up to the next command, is
/// what it prints; `…` stands for anything on its line, and a line of `…` alone for any lines.
struct Transcript {
    struct Step: Equatable {
        let command: String
        let expected: [String]
    }

    let steps: [Step]

    init(_ document: String) {
        var steps: [Step] = []
        var command: String?
        var expected: [String] = []
        var isInside = false
        var previous = ""
        func finish() {
            if let command { steps.append(Step(command: command, expected: expected)) }
            command = nil
            expected = []
        }
        for line in document.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        {
            if isInside {
                if line.hasPrefix("```") {
                    finish()
                    isInside = false
                } else if line.hasPrefix("$ ") {
                    finish()
                    command = String(line.dropFirst(2))
                } else {
                    expected.append(line)
                }
            } else if line.hasPrefix("```console"), previous == "<!-- tested -->" {
                isInside = true
            }
            if !line.isEmpty { previous = line }
        }
        self.steps = steps
    }

    /// Whether what was printed is what was promised.
    static func matches(_ printed: [String], _ expected: [String]) -> Bool {
        guard let first = expected.first else { return printed.allSatisfy(\.isEmpty) }
        let rest = Array(expected.dropFirst())
        if first == "…" {
            return (0...printed.count).contains { matches(Array(printed.dropFirst($0)), rest) }
        }
        guard let line = printed.first else { return expected.allSatisfy(\.isEmpty) }
        return matches(line: line[...], pieces(first)) && matches(Array(printed.dropFirst()), rest)
    }

    private static func pieces(_ line: String) -> [Substring] {
        line.split(separator: "…", omittingEmptySubsequences: false)
    }

    private static func matches(line: Substring, _ pieces: [Substring]) -> Bool {
        guard let first = pieces.first, line.hasPrefix(first) else { return false }
        var line = line.dropFirst(first.count)
        guard pieces.count > 1 else { return line.isEmpty }
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let found = line.firstRange(of: piece) else { return false }
            line = line[found.upperBound...]
        }
        return line.hasSuffix(pieces.last ?? "")
    }
}
