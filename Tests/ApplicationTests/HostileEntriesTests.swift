import Application
import Chain
import Foundation
import Law
import Store
import StoreSQLite
import TestSupport
import Testing
import Vocabulary
import Wording

@testable import Registry
@testable import stele

// Stored values never trap: whoever may write can chain what no officer would record.
@Suite("Entries that nobody decided, soundly chained")
struct HostileEntriesTests {
    /// One entry of the demonstration.
    private struct Model {
        let type: String
        let basis: [String]
        let tags: [String]
        let data: JSONValue

        init?(_ line: JSONValue) {
            guard let type = line["type"]?.string, let data = line["data"],
                let basis = line["basis"]?.array, let tags = line["tags"]?.members
            else { return nil }
            self.type = type
            self.data = data
            self.basis = basis.compactMap(\.string)
            self.tags = tags.map(\.key)
        }
    }

    /// What a leaf becomes; nil where it stays.
    typealias Alteration = @Sendable (JSONValue) -> JSONValue?

    private static let largest = 1 << 53 - 1

    private static func integers(as value: Int) -> Alteration {
        { if case .integer = $0 { .integer(value) } else { nil } }
    }

    private static func days(as value: String) -> Alteration {
        { leaf in leaf.string.flatMap { CalendarDate($0) } == nil ? nil : .string(value) }
    }

    /// The value once for each leaf that is altered, with that leaf altered.
    private static func altered(_ value: JSONValue, _ alter: Alteration) -> [JSONValue] {
        switch value {
        case .object(let members):
            members.indices.flatMap { index in
                altered(members[index].value, alter).map { inner in
                    var members = members
                    members[index] = .init(members[index].key, inner)
                    return .object(members)
                }
            }
        case .array(let elements):
            elements.indices.flatMap { index in
                altered(elements[index], alter).map { inner in
                    var elements = elements
                    elements[index] = inner
                    return .array(elements)
                }
            }
        default: alter(value).map { [$0] } ?? []
        }
    }

    @Test(
        "every number and every day in them may be the first or the last there is",
        arguments: [
            ("the largest number", integers(as: largest)),
            ("the least number", integers(as: -largest)),
            ("a number below zero", integers(as: -1)), ("zero", integers(as: 0)),
            ("the last day", days(as: "9999-12-31")), ("the first day", days(as: "0001-01-01")),
        ] as [(String, Alteration)])
    func extremes(name: String, alter: @escaping Alteration) async throws {
        let made = try await AttackedLedger.made.value
        let scratch = try Scratch()
        let path = scratch("l")
        try made.bytes.write(to: URL(fileURLWithPath: path))
        let entries = try append(to: path, alter)
        #expect(entries > 5, "\(name)")
        for words in try questions(path) {
            let error = Output()
            let program = try Program(
                arguments: words + ["--ledger", path], environment: ["STELE_LANG": "en"],
                out: Output(), error: error)
            let status = await program.run()
            #expect(status != .internalError, "\(words): \(error.text)")
        }
    }

    /// Appends each kind of entry that the demonstration has, with each leaf altered in turn.
    private func append(to path: String, _ alter: Alteration) throws -> Int {
        let store = try SQLiteStore(path, for: .writing(as: "the test"))
        defer { try? store.close() }
        var seen: Set<String> = []
        var models: [Model] = []
        try store.read(.scan) { (reader) throws in
            try reader.scan(1..<Int.max) { _, line in
                guard let model = Model(try JSONValue(parsing: line)),
                    seen.insert(model.type).inserted
                else { return }
                models.append(model)
            }
        }
        let ledger = try Ledger(store, clock: FixedClock(SystemClock().now()))
        let entries = models.flatMap { model in
            Self.altered(model.data, alter).map { data in
                UnsealedEntry(
                    id: "01890000-0000-7000-8000-000000000000", type: model.type, actor: "R-1",
                    unit: "SYS", basis: model.basis, on: "2024-05-01", tags: model.tags,
                    data: data.canonical)
            }
        }
        _ = try ledger.append(entries)
        try ledger.followViews(cores: 2) { _, _ in }
        return entries.count
    }

    /// Every list, and of each kind of thing that the entries are about, those asked about that most
    /// entries carry.
    private func questions(_ path: String) throws -> [[String]] {
        let shell = try DatabaseShell(path)
        let rows = try shell.rows(
            """
            SELECT tag FROM (SELECT tag, row_number() OVER (
                PARTITION BY substr(tag, 1, instr(tag, ':')) ORDER BY count DESC, tag) AS place
                FROM tag_head WHERE last > 795) WHERE place <= 4
            """)
        let about = rows.flatMap { row -> [[String]] in
            guard case .text(let tag) = row[0], let colon = tag.firstIndex(of: ":") else {
                return []
            }
            let id = String(tag[tag.index(after: colon)...])
            switch tag[..<colon] {
            case "subject": return [["trace", id], ["status", id, "--json"]]
            case "decision":
                return [["decision", "show", id], ["decision", "responsible", id, "--json"]]
            case "case": return [["case", "show", id]]
            case "sanction": return [["sanction", "show", id]]
            case "appeal": return [["appeal", "show", id]]
            default: return []
            }
        }
        let lists = ["case", "sanction", "appeal", "decision"].map { [$0, "list"] }
        return about + lists + [
            ["deadlines"], ["deadlines", "--as-of", "9999-12-31"], ["decision", "grounds"],
            ["rules", "list"], ["subject", "find", "甲"], ["verify"], ["rebuild", "--check"],
        ]
    }
}
