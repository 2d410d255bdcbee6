import Chain
import TestSupport
import Testing
import Wording

@testable import stele

/// A decision adopted on the last day before any body of law that a ledger carries.
enum Before {
    static let decision = "D-2019-001"

    static let steps = [
        ["decision", "propose", decision, "--title", "旧事项（虚构）", "--on", "2019-02-01"],
        ["decision", "adopt", decision, "--decider", "U-ZF", "--on", "2019-08-31"],
    ]
}

@Suite("Every answer names the bodies that judge a decision, or says why none does")
struct JudgingTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @discardableResult
    private func run(
        _ words: [String], in language: Language = .english
    ) async throws -> String {
        let out = Output()
        let error = Output()
        let program = try Program(
            arguments: words,
            environment: [
                "STELE_LEDGER": scratch("l"), "STELE_ACTOR": "R-1", "STELE_UNIT": "U-ZF",
                "STELE_LANG": language.rawValue,
            ], out: out, error: error)
        _ = await program.run()
        #expect(error.text.isEmpty, "\(words): \(error.text)")
        return out.text
    }

    private func answer(_ words: [String]) async throws -> JSONValue {
        try JSONValue(parsing: Array(try await run(words + ["--json"]).utf8.dropLast()))
    }

    private static let notice = "XZZ-2020-26/7"

    @Test("a receipt, the queue and the dossier name whose ground each is, by code and title")
    func named() async throws {
        try await run(["init"])
        try await run(["decision", "propose", "D-1", "--title", "事项（虚构）", "--on", "2021-03-01"])
        let adopt = ["decision", "adopt", "D-1", "--decider", "U-ZF", "--on", "2021-04-20"]
        let receipt = try await answer(adopt)
        let raised = receipt.list("recorded").filter { $0.text("type") == "ground.detected.v1" }
        #expect(!raised.isEmpty)
        let title = "新巴尔虎左旗重大行政决策终身责任追究制度"
        for one in raised {
            #expect(one["body"]?.text("code") == "XZZ-2020-26")
            #expect(one["body"]?.text("title") == title)
        }
        // What is no ground has no body.
        #expect(receipt.list("recorded").first?["body"] == nil)
        let queue = try await answer(["decision", "grounds"])
        // One more is due by now: it was never published.
        let recorded = queue.list("grounds").filter { $0["entry"] != nil }
        #expect(recorded.count == raised.count)
        #expect(queue.list("grounds").allSatisfy { $0["body"]?.text("title") == title })
        #expect(queue.list("unjudged").isEmpty)
        let dossier = try await answer(["decision", "show", "D-1"])
        #expect(dossier.list("bodies").compactMap { $0.text("code") } == ["XZZ-2020-26", "713"])
        for page in [["decision", "grounds"], ["decision", "show", "D-1"]] {
            let chinese = try await run(page, in: .chinese)
            #expect(chinese.contains(Self.notice) && chinese.contains(title), "\(page)")
        }
        let shown = try await run(["decision", "show", "D-1"])
        #expect(shown.contains("Rules applied: \(Self.notice) Rules on") && shown.contains("713/7"))
        #expect(shown.contains("○"))
        try await run(["decision", "propose", "D-2", "--title", "事项（虚构）", "--on", "2021-03-01"])
        let page = try await run(["decision", "adopt", "D-2", "--on", "2021-04-20"], in: .chinese)
        #expect(page.contains("由此提出 \(Self.notice)《\(title)》 的疑似情形 G8.1"))
    }

    @Test("of a day before any body every answer gives exactly that reason, and no other")
    func before() async throws {
        try await run(["init"])
        for step in Before.steps { try await run(step) }
        let reasons: [Language: String] = [
            .english: "The rules in force on 2019-08-31 are about sanctions",
            .chinese: "2019-08-31 施行中的规则只管处分，不管决策程序",
        ]
        for (language, reason) in reasons {
            let shown = try await run(["decision", "show", Before.decision], in: language)
                .replacing("\n", with: " ").replacing("  ", with: " ")
            let isChinese = language == .chinese
            #expect(shown.replacing(" ", with: "").contains(reason.replacing(" ", with: "")))
            #expect(!shown.contains(isChinese ? "未履行" : "missing") && !shown.contains("713"))
            #expect(!shown.contains(isChinese ? "适用规则" : "Rules applied"))
            #expect(!shown.contains(isChinese ? "没有疑似情形" : "No suspected ground"))
            #expect(shown.contains(isChinese ? "无从判断" : "not judged"))
            let queue = try await run(["decision", "grounds"], in: language)
            #expect(queue.contains(reason) && queue.contains(Before.decision))
            let list = try await run(["decision", "list"], in: language)
            #expect(list.contains("—"))
        }
        let dossier = try await answer(["decision", "show", Before.decision])
        #expect(dossier["fault"]?.text("code") == "noDecisionRules")
        #expect(dossier.list("bodies").isEmpty && dossier.list("grounds").isEmpty)
        let states = dossier.list("steps").compactMap { $0.text("state") }
        #expect(states == Array(repeating: "notJudged", count: 5))
        let queue = try await answer(["decision", "grounds"])
        #expect(queue.list("grounds").isEmpty)
        #expect(queue.list("unjudged").compactMap { $0.text("decision") } == [Before.decision])
        #expect(
            queue.list("unjudged").compactMap { $0["fault"]?.text("code") }
                == ["noDecisionRules"])
        let listed = try await answer(["decision", "list"]).list("decisions")
        #expect(listed.compactMap { $0["fault"]?.text("code") } == ["noDecisionRules"])
    }
}
