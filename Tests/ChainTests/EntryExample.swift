import Chain
import Foundation

/// The two entries of the documentation of ``EntryView``, read from there, so that it stays true.
enum EntryExample {
    /// The lines, and the leaf hash that stands under each.
    static let documented: [(line: [UInt8], leaf: Digest)] = {
        let rows = source.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0 != "/// ```" }.dropFirst().prefix { $0 != "/// ```" }
        var entries: [(line: [UInt8], leaf: Digest)] = []
        var line = ""
        for row in rows {
            let text = row.dropFirst(4)
            if text.hasPrefix("leaf ") {
                entries.append((Array(line.utf8), Digest(hex: text.dropFirst(5))!))
                line = ""
            } else {
                line += text
            }
        }
        return entries
    }()

    static let lines = documented.map(\.line)

    private static let source: String = {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/Chain/Entry/EntryView.swift")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    /// The second entry, which has every member there is, as members that can be changed.
    static let members: [JSONValue.Member] = {
        (try? JSONValue(parsing: lines[1]))?.members ?? []
    }()

    /// Its line with some members changed; nil takes one away.
    static func line(_ changes: KeyValuePairs<String, JSONValue?> = [:]) -> [UInt8] {
        var members = members
        for (name, value) in changes {
            members.removeAll { $0.key == name }
            if let value { members.append(.init(name, value)) }
        }
        return JSONValue.object(members).canonical
    }

    /// Sound entries of other shapes.
    static let variants: [[UInt8]] = [
        line(["approver": nil, "cause": nil, "on": nil, "onBasis": nil, "supersedes": nil]),
        line(["onBasis": nil, "supersedes": .integer(0), "basis": .array([])]),
        line(["tags": .object([]), "data": .object([])]),
        line([
            "data": .object([.init("a", .array([sealed, .null, .object([.init("b", sealed)])]))])
        ]),
        line(["actor": .string("\u{1}\"\\中"), "unit": .string(""), "approver": .string("😂")]),
    ]

    static let sealed: JSONValue = .object([
        .init("sealed", .string(String(repeating: "0a", count: 32)))
    ])

    static func read<T>(_ line: [UInt8], _ body: (EntryView) throws -> T) throws -> T {
        var tape = LineTape()
        return try line.withUnsafeBytes { try body(EntryView.read($0, tape: &tape)) }
    }

    /// Why a line is no entry; nil if it is one.
    static func fault(_ line: [UInt8]) -> EntryFault? {
        do { try read(line) { _ in } } catch { return error as? EntryFault }
        return nil
    }

    /// Where the value of a member of the outermost object begins.
    static func offset(of name: String, in line: [UInt8]) -> Int {
        var tape = LineTape()
        return line.withUnsafeBytes { line in
            guard (try? tape.parse(line)) != nil else { return -1 }
            return tape.root.member(named: name)?.offset ?? -1
        }
    }
}
