import Foundation
import Glibc
import TestSupport
import Testing

/// What one line of an export says, as far as it is asked here.
private struct Line: Decodable {
    let seq: Int
    let type: String
    let supersedes: Int?
    let tags: [String: Int?]
}

@Suite("A delivery comes, comes again, and comes corrected")
struct DeliveryStoryTests {
    private let stele = BuiltProgram.stele
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func lines(_ ledger: String) throws -> [String] {
        let bundle = scratch(UUID().uuidString)
        let end = try stele.run("export", "--ledger", ledger, "--to", bundle)
        guard end.status == 0 else { throw SetupFault(["export"], end) }
        return try String(contentsOfFile: bundle + "/entries.jsonl", encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    private func empty(_ name: String) throws -> String {
        _ = try stele.run("init", "--ledger", scratch(name), "--origin", "stele.example/tests")
        return scratch(name)
    }

    @Test("the same delivery again adds nothing")
    func again() throws {
        let ledger = try scratch.ledger("ledger", people: 50)
        let before = try lines(ledger)
        let again = try stele.run(Delivery(50).arguments(in: scratch, ledger: ledger))
            .json(ImportAnswer.self)
        #expect(again.events == 0 && again.already == 50)
        #expect(try lines(ledger) == before)
    }

    @Test(
        "a corrected row appends typed corrections that name what they supersede, and edits nothing"
    )
    func corrected() throws {
        let ledger = try scratch.ledger("ledger", people: 50)
        let before = try lines(ledger)
        var delivery = Delivery(50)
        delivery.people[3].begin = "2001-02-03"  // P-0003 entered service on another day.
        delivery.people[7].end = ""  // P-0007 never left.
        let arguments = try delivery.arguments(in: scratch, ledger: ledger)
        let answer = try stele.run(arguments).json(ImportAnswer.self)
        #expect(answer.corrected == 2 && answer.already == 48 && answer.refused == 0)
        let after = try lines(ledger)
        #expect(Array(after.prefix(before.count)) == before)
        let added = try after.dropFirst(before.count).map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        let moved = try #require(added.first { $0.tags.keys.contains("subject:P-0003") })
        #expect(moved.type == "employment.began.v1")
        let superseded = try JSONDecoder().decode(
            Line.self, from: Data(before[#require(moved.supersedes)].utf8))
        #expect(superseded.type == "employment.began.v1")
        #expect(superseded.tags.keys.contains("subject:P-0003"))
        let withdrawn = try #require(added.first { $0.tags.keys.contains("subject:P-0007") })
        #expect(withdrawn.type == "record.withdrawn.v3" && withdrawn.supersedes != nil)
        #expect(try stele.run(arguments).json(ImportAnswer.self).events == 0)
        #expect(try stele.verify(ledger).end.status == 0)
    }

    @Test("UTF-8, UTF-8 with a mark and GB18030 give the same events")
    func encodings() throws {
        let text = Delivery(40).csv
        let plain = Data(text.utf8)
        let files = [plain, Data([0xEF, 0xBB, 0xBF]) + plain, try gb18030(text)]
        let mapping = try scratch.write("mapping.json", Delivery.mapping)
        let stories = try files.enumerated().map { index, file in
            let ledger = try empty("ledger\(index)")
            try scratch.write("folder\(index)/people.csv", file)
            let end = try stele.run(
                "import", "--ledger", ledger, "--mapping", mapping, scratch("folder\(index)"))
            #expect(end.status == 0, "\(end.errorText)")
            return try stele.run("trace", "--ledger", ledger, "P-0007").text
                + lines(ledger).map {
                    $0.replacing(/"(at|id|publicKey|sealed)":"[^"]*"/, with: "")
                        .replacing(/"prev":("[^"]*"|null)/, with: "")
                }.joined(separator: "\n")
        }
        #expect(stories.first?.contains("示例·7") == true)
        #expect(Set(stories).count == 1)
    }

    @Test("a rehearsal counts the same and leaves the file as it was, byte for byte")
    func dryRun() throws {
        let ledger = try scratch.ledger("ledger", people: 20)
        let before = try Data(contentsOf: URL(fileURLWithPath: ledger))
        let arguments = try Delivery(60).arguments(in: scratch, ledger: ledger)
        let rehearsal = try stele.run(arguments + ["--dry-run"]).json(ImportAnswer.self)
        #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == before)
        #expect(rehearsal.imported == 40 && rehearsal.already == 20)
        let performance = try stele.run(arguments).json(ImportAnswer.self)
        #expect(performance.events == rehearsal.events)
        #expect(performance.imported == rehearsal.imported)
    }

    /// What a spreadsheet saves on a Chinese desktop.
    private func gb18030(_ text: String) throws -> Data {
        let converter = iconv_open("GB18030", "UTF-8")
        try #require(converter != iconv_t(bitPattern: -1))
        defer { iconv_close(converter) }
        var input = Array(text.utf8CString)
        var output = [CChar](repeating: 0, count: input.count * 2)
        var (left, room) = (input.count - 1, output.count)
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var to = output.baseAddress
                _ = iconv(converter, &from, &left, &to, &room)
            }
        }
        try #require(left == 0)
        return Data(output.prefix(output.count - room).map(UInt8.init(bitPattern:)))
    }
}
