/// The rules of the house that a reader of the text can hold: each a pure function from what is
/// there to what is wrong.
enum HouseRules {
    static let top: Set<String> = [
        "Package.swift", "Sources", "Tests", "schema", "tools", "README.md", "README.zh.md",
    ]

    /// Only these, `.ci` and dotfiles stand at the top.
    static func topLevel(_ files: [TextFile]) -> [Finding] {
        let names = Set(files.compactMap { $0.path.split(separator: "/").first.map(String.init) })
        return names.subtracting(top).filter { !$0.hasPrefix(".") }.sorted()
            .map { Finding(path: $0, what: "does not belong at the top") }
    }

    static let longest = 400
    /// One file by purpose: an auditor carries `verify.py` to another machine; the parts of answers are
    /// looked up in one place.
    static let mayBeLonger = ["tools/verify.py": 1_600, "schema/answers/parts.md": 1_150]

    /// A file can be read in one sitting. Data may be longer, and what is written from data.
    static func length(_ file: TextFile) -> [Finding] {
        let data = [".json", ".jsonl", ".csv", ".txt"]
        if file.isIn("Tests/Frozen") || file.isIn("schema/events") { return [] }
        let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
        let limit = mayBeLonger[file.path] ?? longest
        guard count > limit, !data.contains(where: file.path.hasSuffix) else { return [] }
        return [Finding(path: file.path, what: "\(count) lines, \(limit) at most")]
    }

    /// Each of the four houses says what it holds.
    static func readmes(_ files: [TextFile]) -> [Finding] {
        let paths = Set(files.map(\.path))
        return ["Sources", "Tests", "schema", "tools"].map { $0 + "/README.md" }
            .filter { !paths.contains($0) }
            .map { Finding(path: $0, what: "is missing") }
    }

    /// Words of the language that this house does without, and where they are at home.
    private static let shunned: [(word: String, home: [String])] = [
        ("try!", []),
        ("print(", ["Sources/stele", "Sources/stele-verify", "tools"]),
        ("debugPrint(", []),
        ("Date()", ["Sources/Registry/Clock"]),
        ("Date.now", ["Sources/Registry/Clock"]),
        ("CLOCK_REALTIME", ["Sources/Registry/Clock"]),
        ("gettimeofday", ["Sources/Registry/Clock"]),
        ("getenv(", ["Sources/stele", "Sources/stele-verify", "tools"]),
        ("environ", ["Sources/stele", "Tests", "tools"]),
        ("ProcessInfo", ["Tests", "tools"]),
        ("@_spi(", []),
        (
            "SystemRandomNumberGenerator",
            [
                "Sources/Registry/Ledger", "Sources/Registry/Verify", "Sources/stele", "Tests",
                "tools",
            ]
        ),
    ]

    static func shunnedWords(_ file: TextFile) -> [Finding] {
        guard file.path.hasSuffix(".swift") else { return [] }
        return SwiftText(file.text).code.enumerated().flatMap { index, line in
            shunned.filter { word, home in
                !home.contains { file.isIn($0) } && contains(line, word)
            }.map {
                Finding(path: file.path, line: index + 1, what: "\($0.word) is not at home here")
            }
        }
    }

    /// `fingerprint(` is not `print(`, nor `environment` `environ`.
    private static func contains(_ line: String, _ word: String) -> Bool {
        func goesOn(_ character: Character?) -> Bool {
            character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
        }
        return line.ranges(of: word).contains { range in
            !goesOn(line[..<range.lowerBound].last)
                && !(goesOn(word.last) && goesOn(line[range.upperBound...].first))
        }
    }

    /// The pure rooms of the domain.
    private static let pure = ["Sources/Law", "Sources/Vocabulary", "Sources/Records"]

    /// I6: `decide` has no clock, randomness or I/O. The pure rooms import nothing from outside, so
    /// what they could reach of them is in the standard library.
    static func impurity(_ file: TextFile) -> [Finding] {
        guard pure.contains(where: { file.isIn($0) }) else { return [] }
        let words = [
            "random(", "randomElement(", "shuffle(", "shuffled(", "SystemRandomNumberGenerator",
            "ContinuousClock", "SuspendingClock", "CommandLine", "readLine(", "print(", "await",
        ]
        return SwiftText(file.text).code.enumerated().flatMap { index, line in
            words.filter { contains(line, $0) }
                .map {
                    Finding(path: file.path, line: index + 1, what: "a pure room reaches \($0)")
                }
        }
    }

    /// A closed list is gone through whole: what a new case means is asked where the list is read, not
    /// swallowed. Texts and numbers have no end, and their switches say so in a comment.
    static func defaults(_ file: TextFile) -> [Finding] {
        guard
            ["Sources/Records", "Sources/Wording", "Sources/Application"].contains(where: {
                file.isIn($0)
            })
        else { return [] }
        let lines = file.lines
        return SwiftText(file.text).code.enumerated().compactMap { index, line in
            let isDefault = line.trimmingPrefix(while: \.isWhitespace).hasPrefix("default:")
            let isExplained = index > 0 && lines[index - 1].contains("// Open:")
            guard isDefault, !isExplained else { return nil }
            return Finding(path: file.path, line: index + 1, what: "default: over a closed list")
        }
    }

    /// No input may reach a mistake of ours that stands for a case in the wrong group.
    static func wrongGroups(_ file: TextFile) -> [Finding] {
        guard file.isIn("Sources"), file.path.hasSuffix(".swift") else { return [] }
        return file.lines.enumerated().compactMap { index, line in
            line.contains(/default:\s*(preconditionFailure|fatalError)/)
                ? Finding(path: file.path, line: index + 1, what: "a group that is not a type")
                : nil
        }
    }

    /// Work that is left to do is an issue, not a comment.
    static func unfinished(_ file: TextFile) -> [Finding] {
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
        return file.lines.enumerated().flatMap { index, line in
            words.filter { contains(String(line), $0) }
                .map { Finding(path: file.path, line: index + 1, what: "says \($0)") }
        }
    }

    /// SQL lives in `.sql` files.
    static func sqlInCode(_ file: TextFile) -> [Finding] {
        guard file.isIn("Sources"), file.path.hasSuffix(".swift") else { return [] }
        let statements = [
            /\bSELECT\s/, /\bINSERT\s+(?:OR|INTO)\s/, /\bUPDATE\s+\w+\s+SET\s/, /\bDELETE\s+FROM\s/,
            /\b(?:CREATE|DROP|ALTER)\s+(?:TABLE|INDEX|TRIGGER)\b/, /\bBEGIN\s+IMMEDIATE/,
            /\bPRAGMA\s+\w+\s*[;=(]?\s*\w/,
        ]
        return SwiftText(file.text).literals.filter { literal in
            statements.contains { literal.text.contains($0) }
        }
        .map { Finding(path: file.path, line: $0.line, what: "SQL outside a .sql file") }
    }

    /// No file knows the machine that it was written on.
    static func machinePaths(_ file: TextFile) -> [Finding] {
        let path = /(^|[^\w.$}~*\/\\-])\/(var\/tmp|tmp|root|home|work|Users|opt|mnt|srv)(\/|\b)/
        return file.lines.enumerated().compactMap { index, line in
            guard let found = line.firstMatch(of: path) else { return nil }
            return Finding(
                path: file.path, line: index + 1, what: "a path of one machine: /\(found.output.2)")
        }
    }

    /// What begins with `#!` can be run, and finds its interpreter by name.
    static func scripts(_ file: TextFile) -> [Finding] {
        guard file.text.hasPrefix("#!") || file.isExecutable else { return [] }
        var findings: [Finding] = []
        if !file.isExecutable { findings.append(Finding(path: file.path, what: "cannot be run")) }
        if !file.text.hasPrefix("#!/usr/bin/env ") {
            findings.append(
                Finding(path: file.path, line: 1, what: "does not begin with #!/usr/bin/env"))
        }
        return findings
    }
}
