/// Which room may import what. SwiftPM does not hold this: an import that is not declared builds
/// as soon as the module is somewhere in the graph.
enum ImportTable {
    /// Every room of `Sources`, the rooms above it that it may import, and what from outside.
    static let rooms: [String: (rooms: Set<String>, outside: Set<String>)] = [
        "COpenSSL": ([], []),
        "CSQLite": ([], []),
        "CTime": ([], []),
        "Chain": ([], ["COpenSSL", "Glibc", "Musl", "Darwin"]),
        "Law": ([], []),
        "Vocabulary": (["Law"], ["Synchronization"]),
        "Records": (["Law", "Vocabulary"], []),
        "Store": (["Chain"], []),
        "StoreMemory": (["Chain", "Store"], ["Glibc", "Dispatch", "Synchronization"]),
        "StoreSQLite": (
            ["Chain", "Store"],
            ["CSchema", "CSQLite", "Glibc", "Dispatch", "Synchronization"]
        ),
        "Registry": (
            ["Chain", "Law", "Vocabulary", "Records", "Store"],
            ["CSchema", "CTime", "Glibc", "Dispatch", "Synchronization"]
        ),
        "Wording": (["Chain", "Law", "Vocabulary", "Records", "Store", "Registry"], ["CSchema"]),
        "Application": (
            ["Chain", "Law", "Vocabulary", "Records", "Store", "Registry", "Wording"], []
        ),
        "stele": (
            [
                "Chain", "Law", "Vocabulary", "Records", "Store", "StoreSQLite", "StoreMemory",
                "Registry", "Wording", "Application",
            ],
            ["CSchema", "Glibc", "Dispatch", "Synchronization"]
        ),
        "stele-verify": (["Chain"], ["Glibc", "Dispatch"]),
    ]

    static func check(_ file: TextFile) -> [Finding] {
        let parts = file.path.split(separator: "/").map(String.init)
        guard parts.first == "Sources", parts.count > 2, file.path.hasSuffix(".swift") else {
            return []
        }
        guard let allowed = rooms[parts[1]] else {
            return [Finding(path: file.path, what: "\(parts[1]) is not a room of the table")]
        }
        return imports(of: file).compactMap { line, module in
            if allowed.rooms.contains(module) || allowed.outside.contains(module) { return nil }
            return Finding(
                path: file.path, line: line, what: "\(parts[1]) may not import \(module)")
        }
    }

    static func imports(of file: TextFile) -> [(line: Int, module: String)] {
        let kinds = "struct|class|enum|protocol|typealias|func|let|var|actor"
        // `public import A`, `@testable import A`, `import struct A.B`, two on one line, backticks.
        let pattern = "(?:^|[;\\s])import\\s+(?:(?:\(kinds))\\s+)?`?([A-Za-z_][A-Za-z0-9_]*)"
        guard let expression = try? Regex(pattern, as: (Substring, Substring).self) else {
            return []
        }
        return SwiftText(file.text).code.enumerated().flatMap { index, line in
            line.matches(of: expression).map { (index + 1, String($0.output.1)) }
        }
    }
}
