import Foundation
import Records
import Testing

extension TreeReader: DocumentReader {
    var memberNames: [String] { Array(members.keys) }
}

/// The built-in law, read from the checkout.
enum LawDocuments {
    static let schema = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("schema")

    static let editions = ["713-2019", "xzz-2020-26", "xzz-2020-26-v2"]
    static let years = Array(2019...2026)

    static func tree(_ path: String) throws -> Tree {
        let text = try String(contentsOf: schema.appendingPathComponent(path), encoding: .utf8)
        return try #require(Tree.parse(compact(text)))
    }

    static func rulebook(_ edition: String) throws -> Rulebook {
        try Rulebook(from: #require(TreeReader(tree("rules/\(edition).json"))))
    }

    static func calendar(_ year: Int) throws -> WorkCalendar {
        try WorkCalendar(from: #require(TreeReader(tree("calendars/\(year).json"))))
    }

    static func calendars() throws -> Calendars { Calendars(try years.map(calendar)) }

    /// Everything, as if activated on one morning.
    static func law() throws -> Law {
        let at = try #require(Instant("2026-01-05T01:00:00.000Z"))
        var law = Law()
        for (index, edition) in editions.enumerated() {
            law.activate(
                .init(try rulebook(edition), digest: "", position: index + 1, at: at, by: "init"))
        }
        for (index, year) in years.enumerated() {
            law.load(.init(try calendar(year), digest: "", position: 9 + index, at: at, by: "init"))
        }
        return law
    }

    /// Without the white space that people write between tokens.
    private static func compact(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var quoted = false
        var escaped = false
        for scalar in text.unicodeScalars {
            if quoted {
                quoted = escaped || scalar != "\""
                escaped = !escaped && scalar == "\\"
            } else if scalar == "\"" {
                quoted = true
            } else if scalar == " " || scalar == "\n" {
                continue
            }
            out.append(scalar)
        }
        return String(out)
    }
}
