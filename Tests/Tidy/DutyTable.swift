/// Which duty may use which: the table in `Sources/Records/README.md` beside what the code says.
enum DutyTable {
    static let page = "Sources/Records/README.md"

    private struct Source {
        let folder: String
        let code: String
    }

    /// What each folder uses: types that another folder declares, and members that another folder,
    /// and nobody else, gives to types of all.
    static func used(_ files: [TextFile]) -> [String: Set<String>] {
        let pure = files.filter { $0.path.hasSuffix(".swift") }.compactMap { file -> Source? in
            let parts = file.path.split(separator: "/")
            guard parts.count > 3, parts[0] == "Sources",
                ["Law", "Vocabulary", "Records"].contains(parts[1])
            else { return nil }
            return Source(
                folder: parts[1] == "Records" ? String(parts[2]) : "",
                code: SwiftText(file.text).code.joined(separator: "\n"))
        }
        let sources = pure.filter { !$0.folder.isEmpty }
        let types = types(sources)
        let members = members(pure)
        var used: [String: Set<String>] = [:]
        for source in sources {
            let homes =
                source.code.matches(of: /[A-Z]\w+/).compactMap { types[$0.output] }
                + source.code.matches(of: /\.(\w+)/).compactMap { members[$0.output.1] }
            used[source.folder, default: []].formUnion(homes.filter { $0 != source.folder })
        }
        return used.filter { !$0.value.isEmpty }
    }

    /// Which folder declares a type.
    private static func types(_ sources: [Source]) -> [Substring: String] {
        let declaration =
            /(?m)^(?:public |private |fileprivate )?(?:final )?(?:struct|enum|class|protocol) (\w+)/
        var home: [Substring: String] = [:]
        for source in sources {
            for match in source.code.matches(of: declaration) {
                home[match.output.1] = source.folder
            }
        }
        return home
    }

    /// Which folder extends types by a member of a name that nobody else uses for one.
    private static func members(_ sources: [Source]) -> [Substring: String] {
        var homes: [Substring: Set<String>] = [:]
        var added: Set<Substring> = []
        let body =
            /(?m)^(?:public |private |fileprivate )?extension [^\n]*\{\n(?:(?:[ }].*)?\n)*?\}/
        for source in sources {
            for match in source.code.matches(of: /\b(?:func|var|let|case) `?(\w+)/) {
                homes[match.output.1, default: []].insert(source.folder)
            }
            for block in source.code.matches(of: body) {
                let member = /(?m)^    (?:public |package )?(?:static )?(?:func|var|let) (\w+)/
                for match in block.output.matches(of: member) { added.insert(match.output.1) }
            }
        }
        return homes.compactMapValues { $0.count == 1 ? $0.first : nil }
            .filter { added.contains($0.key) && !$0.value.isEmpty }
    }

    /// What the page allows.
    static func allowed(_ page: String) -> [String: Set<String>] {
        var allowed: [String: Set<String>] = [:]
        for row in page.matches(of: /(?m)^\| ([A-Z]\w+) \| ([^|]+) \|/) {
            allowed[String(row.output.1)] = Set(
                row.output.2.split(separator: ",").map {
                    String($0.trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace })
                })
        }
        return allowed
    }

    /// Uses that the page does not allow, and what it allows and nobody uses.
    static func check(_ files: [TextFile]) -> [Finding] {
        let allowed = allowed(files.first { $0.path == page }?.text ?? "")
        let used = used(files)
        return Set(allowed.keys).union(used.keys).sorted().flatMap { folder -> [Finding] in
            let mine = used[folder] ?? []
            let may = allowed[folder] ?? []
            return mine.subtracting(may).sorted()
                .map { Finding(path: "Sources/Records/\(folder)", what: "uses \($0)") }
                + may.subtracting(mine).sorted()
                .map { Finding(path: page, what: "\(folder) does not use \($0)") }
        }
    }
}
