/// What the documents of the house promise about each other.
enum SchemaRules {
    /// I1 to I10 of the house: each named at the code that keeps it and at a test that attacks it.
    static let invariants = (1...10).map { "I\($0)" }

    static func invariantsNamed(_ files: [TextFile]) -> [Finding] {
        ["Sources", "Tests"].flatMap { house in
            // These two files name all of them and attack none.
            let texts = files.filter {
                $0.isIn(house) && $0.path.hasSuffix(".swift")
                    && !$0.path.hasPrefix("Tests/Tidy/Schema")
            }.map(\.text)
            return invariants.filter { name in !texts.contains { names($0, name) } }
                .map { Finding(path: house, what: "\($0) is named nowhere") }
        }
    }

    private static func names(_ text: String, _ invariant: String) -> Bool {
        text.ranges(of: invariant).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            return ![before, after].contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
        }
    }

    /// Every golden event has its section in the dictionary, and the other way round.
    static func dictionary(_ files: [TextFile]) -> [Finding] {
        let page = "schema/events/README.md"
        let golden = Set(
            files.filter { $0.isIn("schema/events") && $0.path.hasSuffix(".json") }
                .map { String($0.name.dropLast(5)) })
        let sections = Set(
            files.filter { $0.isIn("schema/events") && $0.path.hasSuffix(".md") }.flatMap {
                $0.text.matches(of: /(?m)^## (`[^\n]*)/).flatMap { heading in
                    heading.output.1.matches(of: /`([a-zA-Z.0-9]+)`/).map { String($0.output.1) }
                }
            })
        return golden.subtracting(sections).sorted()
            .map { Finding(path: page, what: "no section for \($0)") }
            + sections.subtracting(golden).sorted()
            .map { Finding(path: page, what: "no golden event for \($0)") }
    }

    /// What the binary embeds is there and is found under its own name.
    static func embedded(_ files: [TextFile]) -> [Finding] {
        guard let source = files.first(where: { $0.path == "schema/embed.c" }) else {
            return [Finding(path: "schema/embed.c", what: "is missing")]
        }
        let taken = source.text.matches(of: /(?m)^#embed "([^"]+)"/).map { String($0.output.1) }
        let rows = source.text.matches(of: /\{"([^"]+)", \w+, sizeof \w+\}/)
            .map { String($0.output.1) }
        let paths = Set(files.map(\.path))
        return taken.filter { !paths.contains("schema/" + $0) }
            .map { Finding(path: source.path, what: "embeds \($0), which is not there") }
            + Set(taken).symmetricDifference(rows).sorted()
            .map { Finding(path: source.path, what: "\($0) is embedded or listed, not both") }
    }
}
