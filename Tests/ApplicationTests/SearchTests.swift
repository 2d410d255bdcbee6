import Chain
import TestSupport
import Testing

@testable import stele

@Suite("Who is looked for is found, by whatever it is or ever was called")
struct SearchTests {
    private let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await done("init --practice --now 2020-01-01")
    }

    private func run(
        _ words: String
    ) async throws -> (status: stele.ExitStatus, out: String, error: String) {
        let out = Output()
        let error = Output()
        let program = try Program(
            arguments: words.split(separator: " ").map { String($0.replacing("␠", with: " ")) },
            environment: [
                "STELE_LANG": "en", "STELE_LEDGER": scratch("l"), "STELE_ACTOR": "clerk.a",
            ], out: out, error: error)
        return (await program.run(), out.text, error.text)
    }

    @discardableResult
    private func done(_ words: String) async throws -> String {
        let end = try await run(words)
        #expect(end.status == .sound, "\(words): \(end.error)")
        return end.out
    }

    private func find(_ words: String, _ more: String = "") async throws -> [JSONValue] {
        let out = try await done("subject find \(words) --json --now 2025-01-01\(more)")
        return try JSONValue(parsing: Array(out.utf8.dropLast())).list("subjects")
    }

    private func found(_ words: String, _ more: String = "") async throws -> [String] {
        try await find(words, more).compactMap { $0.text("subject") }
    }

    @Test("a name is found by script forms, variants, width, case, dots and what nobody sees")
    func forms() async throws {
        try await done("subject register P-1 --kind person --name 龙国峰·Ab\u{200B}c --now 2020-01-02")
        for words in [
            "龙国峰", "龍國峯", "国峰", "囯峯", "龙␠国峰", "龙国峰·ABC", "龙国峰•ａｂｃ", "龍國峯・abc",
            "龙国峰‧abc", "龙国峰．abc", "龙国峰abc", "国\u{200B}峰", "\u{2F00}峰",
        ] {
            let isThere = words != "\u{2F00}峰"
            #expect(try await found(words) == (isThere ? ["P-1"] : []), "\(words)")
        }
        try await done("subject register P-2 --kind person --name 示例昇 --now 2020-01-02")
        #expect(try await found("例升") == ["P-2"])
        #expect(try await found("例生") == [])
    }

    @Test("a number finds exactly whoever goes by it, and a code its unit")
    func numbers() async throws {
        try await done(
            "subject register P-1 --kind person --name 示例甲 --id-number 11010519491231002X --now 2020-01-02"
        )
        try await done(
            "subject register U-1 --kind unit --title 甲局 --code 91350100M000100Y43 --now 2020-01-02"
        )
        for number in [
            "11010519491231002X", "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ",
            "110105491231002", "110105␠19491231␠002X",
        ] {
            #expect(try await found(number) == ["P-1"], "\(number)")
        }
        for number in ["11010519491231002", "110105194912310021", "1010519491231002X"] {
            #expect(try await found(number) == [], "\(number)")
        }
        #expect(try await found("91350100m000100y43") == ["U-1"])
        #expect(try await found("９１３５０１００M000100Y43") == ["U-1"])
    }

    @Test("one number for two people asks, in the program too, and so does one code for two units")
    func taken() async throws {
        let number = "--id-number 11010519491231002X --now 2020-01-02"
        let code = "--code 91350100M000100Y43 --now 2020-01-02"
        try await done("subject register P-1 --kind person --name 示例甲 \(number)")
        try await done("subject register U-1 --kind unit --title 甲局 \(code)")
        let person = "subject register P-2 --kind person --name 示例乙"
        let unit = "subject register U-2 --kind unit --title 乙局 --code 91350100m000100y43"
        for words in [
            "\(person) --id-number 11010519491231002x --now 2020-01-03",
            "\(person) --id-number 110105491231002 --now 2020-01-03", "\(unit) --now 2020-01-03",
        ] {
            let end = try await run(words)
            #expect(end.status == .dataRefused && end.error.contains("-1"), "\(end)")
            #expect(!end.error.contains("1949"), "a refusal tells no number: \(end.error)")
        }
        try await done(
            "\(person) --id-number 11010519491231002x --shared-with P-1 --now 2020-01-03")
        #expect(try await found("11010519491231002X") == ["P-1", "P-2"])
        // What stood before a correction is nobody's any more; a former number is.
        try await done(
            "subject rename U-1 --code 11150726FAKE000134 --on 2020-01-03 --approver chief.b --now 2020-01-04"
        )
        #expect(try await run("\(unit) --now 2020-01-05").status == .dataRefused)
        #expect(try await found("11150726FAKE000134") == ["U-1"])
        #expect(try await found("91350100M000100Y43") == ["U-1"])
        try await done(
            "subject register U-2 --kind unit --title 乙局 --code 11150726FAKE00021Y --now 2020-01-05"
        )
    }

    @Test("several of one name are told apart by unit, post and the end of the number; one is not")
    func apart() async throws {
        try await done("subject register U-1 --kind unit --title 甲局 --now 2020-01-02")
        for (id, number) in [("P-1", "11010519491231002X"), ("P-2", "150726190001010011")] {
            try await done(
                "subject register \(id) --kind person --name 示例甲 --id-number \(number) --now 2020-01-02"
            )
        }
        try await done("subject register P-3 --kind person --name 示例乙 --now 2020-01-02")
        try await done(
            "subject take-post P-1 --unit U-1 --post 科长 --on 2015-01-01 --now 2020-01-03")
        let page = try await done("subject find 示例 --now 2025-01-01")
        #expect(page.contains("…002X") && page.contains("…0011"), "\(page)")
        let lines = page.split(separator: "\n")
        #expect(lines.contains { $0.contains("P-1") && $0.contains("甲局") && $0.contains("科长") })
        let rows = try await find("示例")
        #expect(rows.map { $0["apart"] != nil } == [true, true, false])
        #expect(try await find("示例乙").first?["apart"] == nil)
        #expect(try await !done("subject find P-1 --now 2025-01-01").contains("002X"))
    }

    @Test("a former name and a former title find, and are called former as of their days")
    func former() async throws {
        try await done("subject register U-9 --kind unit --title 示例旧称局 --now 2020-01-02")
        try await done("subject register P-9 --kind person --name 示例旧名 --now 2020-01-02")
        try await done(
            "subject rename U-9 --title 示例新名委 --document 文〔2024〕1号 --on 2024-06-01 --approver chief.b --now 2024-06-02"
        )
        try await done(
            "subject rename P-9 --name 示例新名 --on 2024-06-01 --approver chief.b --now 2024-06-02")
        for (id, old, new) in [("U-9", "旧称局", "新名委"), ("P-9", "例旧名", "例新名")] {
            let now = try #require(try await find(old).first)
            #expect(now.text("subject") == id)
            #expect(now.text("name")?.hasSuffix(new) == true)
            #expect(now["called"]?.text("reason") == "former")
            #expect(now["called"]?.text("day") == "2024-05-31")
            #expect(try await find(new).first?["called"] == nil)
            let before = try #require(try await find(new, " --as-of 2024-05-31").first)
            #expect(before.text("name")?.hasSuffix(old) == true)
            #expect(before["called"]?.text("reason") == "later")
            #expect(before["called"]?.text("day") == "2024-06-01")
            #expect(try await find(new, " --as-of 2024-06-01").first?["called"] == nil)
            let page = try await done("trace \(id) --now 2025-01-01")
            #expect(page.prefix(100).contains(new), "\(page)")
            let shown = try await done("status \(id) --as-of 2024-05-31 --now 2025-01-01")
            #expect(shown.prefix(100).contains(old), "\(shown)")
        }
        let found = try await done("subject find 旧称局 --now 2025-01-01")
        #expect(found.contains("示例旧称局 (until 2024-05-31)"), "\(found)")
    }

    @Test(
        "the number of an instrument finds the entries that carry it, exactly, however it is typed")
    func instruments() async throws {
        try await done("subject register U-9 --kind unit --title 示例局 --now 2020-01-02")
        try await done(
            "subject rename U-9 --title 示例委 --document 虚旗编〔2024〕3号 --on 2024-06-01 --approver chief.b --now 2024-06-02"
        )
        for (words, count) in [
            ("虚旗编〔2024〕3号", 1), ("虚旗编[2024]3号", 1), ("虚旗编（２０２４）３号", 1),
            ("虚旗编〔2024〕13号", 0), ("旗编〔2024〕3号", 0), ("虚旗编〔2024〕", 0),
        ] {
            let out = try await done("subject find \(words) --json --now 2025-01-01")
            let answer = try JSONValue(parsing: Array(out.utf8.dropLast()))
            #expect(answer.list("citing").count == count, "\(words)")
        }
        let page = try await done("subject find 虚旗编〔2024〕3号 --now 2025-01-01")
        #expect(page.contains("subject:U-9"), "\(page)")
    }

    @Test("a title that was corrected finds, too, and says that it was corrected")
    func corrected() async throws {
        let out = try await done(
            "subject register U-9 --kind unit --title 示例错名局 --json --now 2020-01-02")
        let entry = try #require(
            JSONValue(parsing: Array(out.utf8.dropLast())).list("recorded").first?["entry"]?
                .integer)
        try await done(
            "subject register U-9 --title 示例正名局 --correct \(entry) --now 2020-01-03")
        #expect(try await find("错名").first?["called"]?.text("reason") == "corrected")
        #expect(try await find("正名").first?["called"] == nil)
    }

    @Test("people of a unit on a day, and nobody of a unit that there is not")
    func unitList() async throws {
        for unit in ["U-1", "U-2"] {
            try await done("subject register \(unit) --kind unit --title 甲局 --now 2020-01-02")
        }
        for person in ["P-1", "P-2", "P-3"] {
            try await done(
                "subject register \(person) --kind person --name 示例甲 --now 2020-01-02")
        }
        let post = "--post 科员 --now 2020-01-03"
        try await done("subject take-post P-1 --unit U-1 --on 2015-01-01 \(post)")
        try await done("subject take-post P-1 --unit U-2 --on 2018-01-01 \(post)")
        try await done("subject take-post P-2 --unit U-1 --on 2016-01-01 \(post)")
        func list(_ words: String) async throws -> [String] {
            let out = try await done("subject list \(words) --json --now 2020-02-01")
            return try JSONValue(parsing: Array(out.utf8.dropLast())).list("subjects")
                .compactMap { $0.text("subject") }
        }
        #expect(try await list("--unit U-1") == ["P-2"])
        #expect(try await list("--unit U-1 --as-of 2017-12-31") == ["P-1", "P-2"])
        #expect(try await list("--unit U-1 --as-of 2015-12-31") == ["P-1"])
        #expect(try await list("--unit U-2 --as-of 2017-12-31") == [])
        #expect(try await list("--kind unit") == ["U-1", "U-2"])
        #expect(try await list("--limit 2") == ["P-1", "P-2"])
        #expect(try await list("--limit 2 --after P-2") == ["P-3", "U-1"])
        for words in [
            "subject list --unit U-404", "subject list --unit P-1", "case list --person P-404",
        ] {
            let end = try await run("\(words) --now 2020-02-01")
            #expect(end.status != .sound, "\(words)")
        }
        let page = try await done("subject list --unit U-2 --now 2020-02-01")
        #expect(page.contains("P-1") && page.contains("2018-01-01"), "\(page)")
    }

    @Test("complaints, and what became of them, whichever of complaint and case names the other")
    func complaintList() async throws {
        let filed = "--filed-by public --on 2020-01-03 --now 2020-01-03"
        try await done("complaint receive X-1 \(filed)")
        try await done("complaint receive X-2 --case C-2 \(filed)")
        try await done("complaint receive X-3 \(filed)")
        try await done(
            "case open C-1 --complaint X-1 --recorded-from 旧案卷 --on 2020-01-04 --now 2020-01-05")
        try await done("case open C-2 --recorded-from 旧案卷 --on 2020-01-04 --now 2020-01-05")
        try await done("case close C-2 --on 2020-01-06 --now 2020-01-06")
        func list(_ words: String) async throws -> [[String]] {
            let out = try await done("complaint list \(words) --json --now 2020-02-01")
            return try JSONValue(parsing: Array(out.utf8.dropLast())).list("complaints").map {
                [$0.text("complaint") ?? ""]
                    + $0.list("cases").flatMap { [$0.text("case"), $0.text("state")] }
                    .compactMap(\.self)
            }
        }
        #expect(
            try await list("") == [["X-1", "C-1", "open"], ["X-2", "C-2", "closed"], ["X-3"]])
        #expect(try await list("--open") == [["X-1", "C-1", "open"], ["X-3"]])
        #expect(try await list("--as-of 2020-01-03") == [["X-1"], ["X-2"], ["X-3"]])
        #expect(try await list("--limit 1 --after X-1").map(\.first) == ["X-2"])
        #expect(try await done("complaint show X-1 --now 2020-02-01").contains("C-1"))
    }

    @Test("a unit is not the recorder where it is a person, and what is unregistered is said")
    func said() async throws {
        try await done("subject register P-1 --kind person --name 示例甲 --now 2020-01-02")
        try await done("subject register P-2 --kind person --name 示例乙 --now 2020-01-02")
        let end = try await run("subject begin P-1 --on 2010-01-01 --unit P-2 --now 2020-01-03")
        #expect(end.status == .dataRefused && end.error.contains("P-2"), "\(end)")
        try await done("complaint receive X-1 --filed-by public --on 2020-01-03 --now 2020-01-03")
        let opened = try await done(
            "case open C-1 --authority U-404 --on 2020-01-04 --now 2020-01-05")
        #expect(opened.contains("U-404 (authority) is not registered"), "\(opened)")
        let post = try await done(
            "subject take-post P-1 --unit U-404 --on 2020-01-04 --now 2020-01-05")
        #expect(post.contains("unit is not registered"), "\(post)")
    }
}
