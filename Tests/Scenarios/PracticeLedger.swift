import Foundation
import TestSupport
import Testing

/// An empty practice ledger in which a story is told as if it happened: each step is recorded at
/// noon of its own day, by the built program. Everybody in it is invented.
final class PracticeLedger: Sendable {
    let stele = BuiltProgram.stele
    let scratch: Scratch
    let path: String

    init(madeOn day: String) throws {
        scratch = try Scratch()
        path = scratch("story.stele")
        let end = try stele.run("init", "--practice", "--now", day, "--ledger", path)
        guard end.status == 0 else { throw SetupFault(["init"], end) }
    }

    /// A copy, so that a story told once can go on in several ways.
    init(copyOf other: PracticeLedger) throws {
        scratch = try Scratch()
        path = try scratch.copy(ledger: other.path, as: "story.stele")
    }

    /// What a recording answers.
    struct Receipt: Decodable {
        struct Entry: Decodable {
            let entry: Int
            let type: String
            let on: String?
            let cause: Int?
            let data: [String: Field]
        }
        let recorded: [Entry]
    }

    /// A member of an entry's data, as far as a story asks for it.
    enum Field: Decodable, Equatable {
        case text(String), number(Int), flag(Bool), more

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let flag = try? value.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else if let text = try? value.decode(String.self) {
                self = .text(text)
            } else {
                self = .more
            }
        }
    }

    /// Records something of that day, on that day or, for what lies further back, on another.
    @discardableResult
    func record(
        _ day: String, _ words: String..., recordedOn now: String? = nil
    ) throws -> Receipt {
        try record(day, words, recordedOn: now)
    }

    /// The same, of a list of words.
    @discardableResult
    func record(
        _ day: String, _ words: [String], recordedOn now: String? = nil
    ) throws -> Receipt {
        let end = try run(words + ["--on", day, "--now", now ?? day, "--json"])
        guard end.status == 0 else { throw SetupFault(words, end) }
        return try end.json(Receipt.self)
    }

    /// Asks for something that the law does not allow: one sentence with that article in both
    /// languages, status 65, and the ledger as it was. Gives the English sentence.
    @discardableResult
    func refuse(
        _ day: String, _ words: String..., article: (chinese: String, english: String),
        now: String? = nil, location: SourceLocation = #_sourceLocation
    ) throws -> String {
        let before = try size()
        let all = words + ["--on", day, "--now", now ?? day]
        let english = try run(all)
        let chinese = try run(all + ["--lang", "zh"])
        for end in [english, chinese] {
            #expect(end.status == 65, "\(end.text)\(end.errorText)", sourceLocation: location)
            #expect(end.out.isEmpty, sourceLocation: location)
            let lines = end.errorText.split(separator: "\n")
            #expect(lines.count == 1, "\(end.errorText)", sourceLocation: location)
        }
        #expect(
            english.errorText.hasSuffix("(\(article.english))\n"), "\(english.errorText)",
            sourceLocation: location)
        #expect(
            chinese.errorText.hasSuffix("（\(article.chinese)）\n"), "\(chinese.errorText)",
            sourceLocation: location)
        #expect(try size() == before, "something was written", sourceLocation: location)
        return english.errorText
    }

    /// Asks a question on a day after the story.
    func ask(_ words: String..., now: String = "2026-06-30") throws -> ProgramEnd {
        try run(words + ["--now", now])
    }

    func answer<Value: Decodable>(
        _ type: Value.Type, _ words: String..., now: String = "2026-06-30"
    ) throws -> Value {
        let end = try run(words + ["--now", now, "--json"])
        guard end.status == 0 else { throw SetupFault(words, end) }
        return try end.json(type)
    }

    /// How many entries it has, every one of them verified.
    func size() throws -> Int { try #require(try stele.verify(path).answer).entries }

    private func run(_ words: [String]) throws -> ProgramEnd {
        var all = words + ["--ledger", path]
        if words.contains("--on") {
            if !words.contains("--actor") { all += ["--actor", "clerk.a"] }
        }
        return try stele.run(all)
    }

    /// Registers a unit.
    func unit(_ id: String, _ title: String, on day: String) throws {
        try record(day, "subject", "register", id, "--kind", "unit", "--title", title)
    }

    /// Registers an official who has held a post since long.
    func official(
        _ id: String, _ name: String, _ unit: String, _ post: String, managedBy organ: String,
        on day: String
    ) throws {
        try record(day, "subject", "register", id, "--kind", "person", "--name", name)
        try record("2010-07-01", "subject", "begin", id, recordedOn: day)
        try record(
            "2018-01-01", "subject", "take-post", id, "--unit", unit, "--post", post,
            "--managing-authority", organ, recordedOn: day)
    }
}

extension PracticeLedger.Receipt {
    /// The types of what was recorded, in order.
    var types: [String] { recorded.map(\.type) }

    /// A member of the data of the first entry of that type.
    func member(_ name: String, of type: String) -> PracticeLedger.Field? {
        recorded.first { $0.type == type }?.data[name]
    }
}

/// What `status --json` answers, as far as the stories ask.
struct StatusAnswer: Decodable, Equatable {
    struct Sanction: Decodable, Equatable {
        let measure: String
        let since: String
        let until: String?
    }
    struct Employment: Decodable, Equatable { let state: String }
    struct Fact: Decodable, Equatable { let entry: Int }
    let employment: Employment
    let sanctions: [Sanction]
    let findings: [Fact]
    let suspicions: [Fact]
}
