import TestSupport
import Testing
import Wording

@testable import stele

@Suite("A page says what is known, by which entry, and no more")
struct DeskSentencesTests {
    /// A case of which nobody knows when it was closed, unless it is said.
    private func undated(closedOn closing: [String] = []) async throws -> DeskPages {
        let desk = try await DeskPages(demonstration: false)
        for words in [
            ["subject", "register", "U-JW", "--kind", "unit", "--title", "示例旗纪委监委"],
            ["subject", "register", "P-1", "--kind", "person", "--name", "示例·甲"],
            [
                "complaint", "receive", "X-1", "--incident-on", "2022-06-10", "--filed-by",
                "public",
                "--on", "2024-02-26",
            ],
            [
                "case", "open", "C-1", "--complaint", "X-1", "--recorded-from", "示例字〔2024〕1号",
                "--on",
                "2024-03-04",
            ],
            [
                "case", "name", "C-1", "--subject", "P-1", "--category", "违规审批", "--on",
                "2024-03-04",
            ],
            ["case", "close", "C-1"] + closing,
        ] {
            let end = try await desk.run(words)
            try #require(end.status == .sound, "\(words): \(end.error)")
        }
        return desk
    }

    @Test("a closing that nobody dated has no day on any page")
    func closing() async throws {
        let desk = try await undated()
        for page in [["status", "P-1"], ["trace", "P-1"]] {
            let line = try #require(
                try await desk.run(page).out.split(separator: "\n")
                    .first { $0.contains("未载明认定") })
            #expect(line.contains(/日期不明，至迟 [0-9-]{10}/), "\(line)")
        }
        let json = try await desk.done("status", "P-1", "--json")
        #expect(json.contains("\"closedLatest\":") && !json.contains("\"closedOn\":"))
        #expect(try await desk.done("case", "show", "C-1").contains("日期不明"))
    }

    @Test("a closing with its day says it")
    func dated() async throws {
        let desk = try await undated(closedOn: ["--on", "2024-06-01"])
        #expect(try await desk.done("status", "P-1").contains("，2024-06-01 结案"))
        let json = try await desk.done("status", "P-1", "--json")
        #expect(json.contains("\"closedOn\":\"2024-06-01\""))
    }

    @Test("a case shows the complaint it rests on, one without shows none")
    func complaint() async throws {
        let desk = try await undated()
        let page = try await desk.done("case", "show", "C-1")
        let line = try #require(page.split(separator: "\n").first { $0.contains("X-1") })
        #expect(line.contains("信访举报 X-1 于 2024-02-26 收到 #"))
        #expect(line.contains("2022-06-10"))
        try await desk.done(
            "case", "open", "C-2", "--recorded-from", "示监立〔2024〕1号", "--on", "2024-03-04")
        #expect(try await !desk.done("case", "show", "C-2").contains("信访举报"))
    }

    @Test("a field is called by what it is in that entry; times are those of the banner")
    func entries() async throws {
        let desk = try await undated()
        try await desk.done(
            "case", "open", "C-3", "--authority", "U-JW", "--on", "2024-03-04")
        let pages = try await (20..<60).asyncMap { try await desk.run("show", "\($0)").out }
        let opening = try #require(pages.first { $0.contains("立案机关：U-JW") })
        #expect(opening.contains(/登记时间：[0-9-]{10} [0-9:]{5} \(UTC\+8\)/))
        for page in pages { #expect(!page.contains("处分时为") && !page.contains(/[0-9]Z/)) }
        try await desk.done("checkpoint")
        #expect(try await !desk.done("verify").contains(/[0-9]Z/))
        #expect(try await desk.done("verify").contains("(UTC+8) 签发"))
        let demo = try await DeskPages()
        let imposed = try await demo.done("sanction", "show", "S-2025-906", "--json")
        let entry = try #require(imposed.firstMatch(of: /"imposed":\{.*?"entry":([0-9]+)/))
        let shown = try await demo.done("show", String(entry.output.1))
        #expect(shown.contains("作出机关的类别：") && !shown.contains("立案机关"))
    }

    @Test("a certificate cites the entry by which somebody left, and of whom it is")
    func certificate() async throws {
        let desk = try await undated()
        try await desk.done(
            "subject", "take-post", "P-1", "--unit", "U-JW", "--post", "科长", "--on", "2020-01-02")
        let left = try await desk.done(
            "subject", "leave", "P-1", "--reason", "retired", "--on", "2023-02-28")
        let entry = try #require(left.firstMatch(of: /第 ([0-9]+) 号记录/)).output.1
        let page = try await desk.done("print", "certificate", "P-1", "--on", "2024-03-01")
        #expect(page.contains("已离任（2023-02-28 退休）（第 \(entry) 号记录）"), "\(page)")
        let cited = try #require(page.split(separator: "\n").first { $0.contains("下列记录制作") })
        #expect(cited.contains(entry), "\(cited)")
        // Of a unit that holds no post, too, it is said by which entry it is that.
        let unit = try await desk.done("print", "certificate", "U-JW", "--on", "2024-03-01")
        #expect(unit.contains("下列记录制作") && unit.contains("不任职"))
        #expect(!unit.split(separator: "\n").contains { $0.hasSuffix("- ") || $0 == "  -" })
    }

    @Test("no document is made of a day to come, of today it is")
    func future() async throws {
        let scratch = try await DeskPages(demonstration: false).scratch
        let stele = { (words: [String]) async throws -> (stele.ExitStatus, String) in
            let error = Output()
            let program = try Program(
                arguments: words + ["--lang", "zh"],
                environment: [
                    "STELE_LEDGER": scratch("practice"), "STELE_ACTOR": "a", "STELE_UNIT": "U",
                ], out: Output(), error: error)
            return (await program.run(), error.text)
        }
        #expect(try await stele(["init", "--practice", "--now", "2024-05-01"]).0 == .sound)
        let register = ["subject", "register", "P-1", "--kind", "person", "--name", "示例·甲"]
        #expect(try await stele(register + ["--now", "2024-05-02"]).0 == .sound)
        for (words, flag) in [
            (["print", "certificate", "P-1"], "--on"), (["print", "trail", "P-1"], "--as-of"),
        ] {
            let today = try await stele(words + [flag, "2024-05-02", "--now", "2024-05-02"])
            #expect(today.0 == .sound, "\(today.1)")
            let tomorrow = try await stele(words + [flag, "2024-05-03", "--now", "2024-05-02"])
            #expect(tomorrow.0 == .dataRefused && tomorrow.1.contains("2024-05-03"))
        }
    }

    @Test("a backup that is not there is none to be made anew")
    func restore() async throws {
        let desk = try await DeskPages(demonstration: false)
        let end = try await desk.run("restore", "nofile", "--ledger", desk.scratch("new"))
        #expect(end.status == .inputMissing && !end.error.contains("init"))
        #expect(end.error.contains("nofile"))
    }
}

extension Sequence {
    fileprivate func asyncMap<Made>(_ make: (Element) async throws -> Made) async rethrows -> [Made]
    {
        var made: [Made] = []
        for element in self { made.append(try await make(element)) }
        return made
    }
}
