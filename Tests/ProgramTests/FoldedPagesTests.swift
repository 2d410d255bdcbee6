import Testing
import Wording

@testable import stele

@Suite("On a terminal every page keeps to its width")
struct FoldedPagesTests {
    private static let pages = [
        ["trace", "P-0001"], ["status", "P-0001"], ["subject", "list"], ["subject", "find", "甲"],
        ["decision", "list"], ["decision", "show", "D-2021-003"], ["decision", "grounds", "--all"],
        ["decision", "responsible", "D-2021-003"], ["case", "list"],
        ["case", "show", "C-2020-901"], ["complaint", "list"], ["sanction", "list"],
        ["sanction", "show", "S-2025-906"], ["appeal", "list"], ["appeal", "show", "A-2024-002"],
        ["deadlines"], ["deadlines", "--explain"], ["rules", "list"], ["rules", "show"],
        ["show", "100"],
    ]

    @Test("no line is wider, but for a word that is wider itself", arguments: [40, 60, 80])
    func width(_ columns: Int) async throws {
        let desk = try await DeskPages()
        for words in Self.pages {
            for language in Language.allCases {
                let end = try await desk.run(words, columns: columns, language: language)
                try #require(end.status == .sound, "\(words): \(end.error)")
                for line in end.out.split(separator: "\n") {
                    let widest = line.split(separator: " ").map { Layout.widestPiece(String($0)) }
                    if widest.max() ?? 0 > columns - 10 { continue }
                    #expect(
                        DisplayWidth.of(String(line)) <= columns,
                        "\(words) \(language) at \(columns): \(line)")
                }
            }
        }
    }

    @Test("in a pipe a row is a line, and no cell is cut")
    func pipe() async throws {
        let desk = try await DeskPages(demonstration: false)
        let post = "办公室主任兼综合协调科科长兼机关党委专职副书记兼法治建设领导小组办公室副主任"
        try await desk.done(
            "subject", "register", "U-JW", "--kind", "unit", "--title", "示例旗纪委监委")
        try await desk.done(
            "subject", "register", "P-1", "--kind", "person", "--name", "示例·甲")
        try await desk.done(
            "subject", "take-post", "P-1", "--unit", "U-JW", "--post", post, "--on", "2020-01-02")
        let list = try await desk.done("subject", "list")
        #expect(list.contains(post) && !list.contains("…"))
    }

    @Test("a heading and a word stay whole; where they find no room, a row is a block")
    func words() async throws {
        let table = Table<[String]>([
            .init("案件编号") { $0[0] }, .init("被调查人数", .trailing) { $0[1] }, .init("说明") { $0[2] },
        ])
        let rows = [["C-2020-901", "3", "经查未按照规定组织风险评估"], ["C-2", "", "短"]]
        func lines(_ width: Int) -> [String] {
            table.rendered(rows, with: Paint(.plain), foldingAt: width)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        let beside = lines(34)
        #expect(beside.first?.hasPrefix("案件编号    被调查人数  说明") ?? false)
        #expect(beside.contains { $0.hasPrefix("C-2020-901") && $0.contains("3  经查") })
        // 10 + 2 + 10 + 2 + 4: one column less, and the words find no room beside each other.
        #expect(lines(28).first?.hasPrefix("案件编号    被调查人数") ?? false)
        let blocks = lines(27)
        #expect(blocks.first == "案件编号    C-2020-901")
        #expect(blocks[1] == "被调查人数  3")
        #expect(blocks.contains("") && blocks.contains("说明        短"))
        #expect(blocks.count { $0.hasPrefix("被调查人数") } == 1)
    }
}
