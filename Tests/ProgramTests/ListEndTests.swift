import Testing
import Wording

@testable import stele

@Suite(
    "A list that begins behind a place says what follows it, and never that there is none at all")
struct ListEndTests {
    /// Each goes on by identifier.
    private static let lists = [
        ["decision", "list"], ["case", "list"], ["sanction", "list"], ["complaint", "list"],
        ["appeal", "list"], ["subject", "list"],
    ]

    @Test("behind the last none follow; behind what is not there nothing is listed (I12)")
    func ends() async throws {
        let desk = try await DeskPages()
        for words in Self.lists {
            let whole = try await desk.run(words + ["--limit", "100000"]).out
            let last = try #require(
                whole.split(separator: "\n").filter { $0.contains(/^[A-Z]+-/) }
                    .map { $0.prefix { $0 != " " } }
                    .max { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "\(words)")
            let end = try await desk.run(words + ["--after", String(last)])
            #expect(end.status == .sound, "\(words) \(end.error)")
            #expect(end.out.hasPrefix("\(last) 之后没有了。\n"), "\(words) \(end.out)")
            let json = try await desk.run(words + ["--after", String(last), "--json"])
            #expect(json.status == .sound)
        }
        for words in Self.lists + [["decision", "grounds"]] {
            for more in [[], ["--json"]] {
                let unknown = try await desk.run(words + ["--after", "X-NOPE"] + more)
                #expect(unknown.status == .inputMissing && unknown.out.isEmpty, "\(words)")
                #expect(unknown.error.contains("X-NOPE"), "\(words) \(unknown.error)")
            }
        }
    }

    @Test("where it is the last decision, no ground follows either")
    func grounds() async throws {
        let desk = try await DeskPages()
        let decisions = try await desk.done("decision", "list", "--limit", "1000")
        let last = try #require(
            decisions.split(separator: "\n").last { $0.hasPrefix("D-") }?
                .prefix { $0 != " " })
        let end = try await desk.done("decision", "grounds", "--after", String(last))
        #expect(end.hasPrefix("\(last) 之后没有了。\n"))
        let board = try await desk.done("deadlines", "--after", "9999-99-99/9")
        #expect(board.contains("9999-99-99/9 之后没有了。"))
    }

    @Test("a part of no lines is refused, of one line it is not")
    func limits() async throws {
        let desk = try await DeskPages()
        for words in Self.lists + [
            ["decision", "grounds"], ["deadlines"], ["subject", "find", "P"],
        ] {
            for limit in ["0", "-5"] {
                for more in [[], ["--json"]] {
                    let end = try await desk.run(words + ["--limit", limit] + more)
                    #expect(end.status == .usage && end.out.isEmpty, "\(words) \(limit)")
                    #expect(end.error.contains("--limit"), "\(words) \(end.error)")
                }
            }
            #expect(try await desk.run(words + ["--limit", "1"]).status == .sound, "\(words)")
        }
    }
}
