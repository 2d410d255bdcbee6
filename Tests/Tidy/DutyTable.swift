/// Which duty may use which: the table in `Sources/Records/README.md` beside what the code says.
enum DutyTable {
    static let page = "Sources/Records/README.md"

    /// What each folder uses, by the names of types that another folder declares.
    static func used(_ files: [TextFile]) -> [String: Set<String>] {
        let sources = files.filter { $0.isIn("Sources/Records") && $0.path.hasSuffix(".swift") }
            .compactMap { file -> (folder: String, code: String)? in
                let parts = file.path.split(separator: "/")
                guard parts.count == 4 else { return nil }
                return (String(parts[2]), SwiftText(file.text).code.joined(separator: "\n"))
            }
        var home: [Substring: String] = [:]
        let declaration =
            /(?m)^(?:public |private |fileprivate )?(?:struct|enum|class|protocol) (\w+)/
        for source in sources {
            for match in source.code.matches(of: declaration) {
                home[match.output.1] = source.folder
            }
        }
        var used: [String: Set<String>] = [:]
        for source in sources {
            for word in source.code.matches(of: /[A-Z]\w+/) {
                guard let other = home[word.output], other != source.folder else { continue }
                used[source.folder, default: []].insert(other)
            }
        }
        return used
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
