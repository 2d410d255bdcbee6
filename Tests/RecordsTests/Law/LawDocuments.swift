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

// MARK: Law that says something else

extension LawDocuments {
    /// The built-in law with another answer to a question that the law leaves open.
    static func law(setting code: String, to value: Bool) throws -> Law {
        try law { _, document in
            document.edit("settings", code) { $0["value"] = .bool(value) }
        }
    }

    /// The built-in law without a measure.
    static func law(without measure: String) throws -> Law {
        try law { _, document in
            document.edit("measures") { $0.removeAll { $0.member("code") == .string(measure) } }
        }
    }

    /// The built-in law in which a measure lasts otherwise and asks for service or not.
    static func law(term: String, needsService: Bool, of measure: String) throws -> Law {
        try law { _, document in
            document.edit("measures", measure) {
                $0["term"] = .string(term)
                $0["needsService"] = .bool(needsService)
            }
        }
    }

    /// The built-in law in which one edition gives a measure another period.
    static func law(months: Int, of measure: String, in edition: String) throws -> Law {
        try law { name, document in
            guard name == edition else { return }
            document.edit("measures", measure) { $0["months"] = .integer(months) }
        }
    }

    private static func law(_ change: (String, inout Tree) -> Void) throws -> Law {
        let at = try #require(Instant("2020-01-05T01:00:00.000Z"))
        var law = Law()
        for (index, edition) in editions.enumerated() {
            var document = try tree("rules/\(edition).json")
            change(edition, &document)
            let rulebook = try Rulebook(from: #require(TreeReader(document)))
            law.activate(.init(rulebook, digest: "", position: index + 1, at: at, by: "init"))
        }
        for (index, year) in years.enumerated() {
            law.load(.init(try calendar(year), digest: "", position: 9 + index, at: at, by: "init"))
        }
        return law
    }
}

extension Tree {
    fileprivate func member(_ name: String) -> Tree? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// Changes the list of that name.
    fileprivate mutating func edit(_ list: String, _ change: (inout [Tree]) -> Void) {
        guard case .object(var members) = self, case .array(var entries)? = members[list] else {
            preconditionFailure("no list \(list)")
        }
        change(&entries)
        members[list] = .array(entries)
        self = .object(members)
    }

    /// Changes the entry of that code in the list of that name.
    fileprivate mutating func edit(
        _ list: String, _ code: String, _ change: (inout [String: Tree]) -> Void
    ) {
        edit(list) { entries in
            for index in entries.indices where entries[index].member("code") == .string(code) {
                guard case .object(var members) = entries[index] else { continue }
                change(&members)
                entries[index] = .object(members)
            }
        }
    }
}
