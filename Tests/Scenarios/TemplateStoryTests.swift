import Foundation
import TestSupport
import Testing

/// What an officer fills in comes back as if it had been typed, row by row.
@Suite("A table that was filled in", .serialized)
struct TemplateStoryTests {
    private let stele = BuiltProgram.stele
    private let scratch: Scratch
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = scratch("L")
        let end = try stele.run("init", "--ledger", ledger)
        guard end.status == 0 else { throw SetupFault(["init"], end) }
    }

    private struct Table: Decodable {
        struct Column: Decodable {
            let name: String, note: String, example: String, isRequired: Bool
        }
        let columns: [Column]
        let noun: String
    }

    private struct Taken: Decodable {
        let rows: Int, imported: Int, already: Int, corrected: Int, refused: Int, skipped: Int
        let events: Int
    }

    private static let nouns = ["units", "people", "posts", "cases", "sanctions"]

    private func template(_ noun: String, _ more: String...) throws -> Data {
        let end = try stele.run(["template", noun] + more)
        guard end.status == 0 else { throw SetupFault(["template"], end) }
        return end.out
    }

    /// The table with rows added as a spreadsheet saves them: CRLF, columns behind the last one that
    /// are empty, quotes where somebody put them.
    private func filled(_ noun: String, _ rows: [[String]], as name: String = "t.csv") throws
        -> String
    {
        let lines = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + ",,\r\n" }
        return try scratch.write(name, try template(noun) + Data(lines.joined().utf8))
    }

    private func take(
        _ noun: String, _ file: String, _ more: String...
    ) throws -> (end: ProgramEnd, taken: Taken) {
        let end = try stele.run(
            ["import", "--ledger", ledger, "--template", noun, file, "--json"] + more)
        return (end, try end.json(Taken.self))
    }

    /// An identity number of somebody who does not exist, with its check digit.
    private static func number(_ sequence: Int) -> String {
        let digits = "15072619900101" + String(sequence + 1000).suffix(3)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return digits + String(Array("10X98765432")[sum % 11])
    }

    private static let units = [
        ["U-SL", "示例旗水利局", "单位", "", ""], ["U-JW", "示例旗纪委监委", "机构", "", ""],
    ]

    private static func people(post: String = "科员") -> [[String]] {
        (1...10).map { index in
            [
                "P-\(index)", "示例·第\(index)", number(index), "U-SL", post, "一级科员",
                "2020年5月\(index)日",
                "公务员、参照管理人员", "",
            ]
        }
    }

    @Test("it has Chinese headings, notes and an example, in UTF-8 with a mark or in GB18030")
    func tables() throws {
        for noun in Self.nouns {
            let bytes = try template(noun)
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
            let lines = text.components(separatedBy: "\r\n")
            #expect(lines.count == 4 && lines[3].isEmpty)
            #expect(lines[1].hasPrefix("说明：") && lines[2].hasPrefix("示例："))
            let table = try stele.run("template", noun, "--json").json(Table.self)
            #expect(table.noun == noun)
            #expect(lines[0] == table.columns.map(\.name).joined(separator: ","))
            #expect(table.columns.contains { $0.isRequired })
            let chinese = try template(noun, "--encoding", "gb18030")
            #expect(try Self.converted(chinese, "gb18030", "utf-8") == Data(text.utf8))
        }
        let list = try stele.run("template", "--list")
        #expect(list.status == 0)
        for noun in Self.nouns { #expect(list.text.contains(noun)) }
    }

    @Test("it is written to a file that was not there; a wrong name is answered with the nearest")
    func written() throws {
        let file = scratch("people.csv")
        #expect(try stele.run("template", "people", "--out", file).status == 0)
        #expect(FileManager.default.contents(atPath: file) == (try template("people")))
        #expect(try stele.run("template", "people", "--out", file).status == 73)
        #expect(try stele.run("template", "people", "--out", ledger + "-wal").status == 73)
        let wrong = try stele.run("template", "poeple")
        #expect(wrong.status == 64 && wrong.errorText.contains("people"))
        #expect(try stele.run("template").status == 64)
    }

    @Test("empty, it says that notes and the example were passed over, and records nothing")
    func empty() throws {
        for noun in Self.nouns {
            let (end, taken) = try take(noun, try filled(noun, []))
            #expect(end.status == 0 && taken.skipped == 2 && taken.events == 0, "\(noun)")
        }
        let said = try stele.run(
            "import", "--ledger", ledger, "--template", "people", try filled("people", []))
        #expect(said.text.contains("2 rows are notes or the example"))
    }

    @Test("ten people with their posts take two commands, and a second time add nothing")
    func tenPeople() throws {
        let units = try take("units", try filled("units", Self.units))
        #expect(units.end.status == 0 && units.taken.imported == 2)
        let file = try filled("people", Self.people())
        let first = try take("people", file)
        #expect(first.end.status == 0, "\(first.end.errorText)")
        #expect(first.taken.imported == 10 && first.taken.events == 20)
        let status = try stele.run("status", "--ledger", ledger, "P-7", "--as-of", "2020-06-01")
        #expect(status.text.contains("示例旗水利局 科员"))
        let found = try stele.run("subject", "find", "--ledger", ledger, Self.number(7))
        #expect(found.text.contains("P-7"))
        let again = try take("people", file)
        #expect(again.taken.already == 10 && again.taken.events == 0)
        // Saved anew in the other encoding, it is the same.
        let saved = try Data(contentsOf: URL(fileURLWithPath: file)).dropFirst(3)
        let encoded = try Self.converted(Data(saved), "utf-8", "gb18030")
        let other = try take("people", try scratch.write("g.csv", encoded), "--encoding", "gb18030")
        #expect(other.end.status == 0 && other.taken.already == 10 && other.taken.events == 0)
        // What was changed is corrected.
        var changed = Self.people()
        changed[2][4] = "副科长"
        let corrected = try take("people", try filled("people", changed, as: "c.csv"))
        #expect(corrected.taken.corrected == 1 && corrected.taken.already == 9)
        let after = try stele.run("status", "--ledger", ledger, "P-3", "--as-of", "2020-06-01")
        #expect(after.text.contains("副科长"))
        #expect(try stele.verify(ledger).answer?.sound == true)
    }

    /// By somebody else's converter.
    private static func converted(_ bytes: Data, _ from: String, _ to: String) throws -> Data {
        let python = try #require(BuiltProgram.installed("python3"))
        let scratch = try Scratch()
        let program =
            "import sys;sys.stdout.buffer.write("
            + "open(sys.argv[1],'rb').read().decode(sys.argv[2]).encode(sys.argv[3]))"
        return try python.run(["-c", program, scratch.write("in", bytes), from, to]).out
    }

    @Test("each row is held to what typing is held to, and its refusal names what is wrong")
    func refused() throws {
        _ = try take("units", try filled("units", Self.units))
        var people = Self.people()
        people[0][2] = "1.50726E+17"
        people[1][2] = String(Self.number(2).dropLast()) + (Self.number(2).last == "1" ? "2" : "1")
        people[2][6] = "2020年2月30日"
        people[3][7] = "公务人员"
        people[4][0] = ""
        people[5][3] = "U-NONE"
        let report = scratch("report.csv")
        let (end, taken) = try take(
            "people", try filled("people", people), "--report", report, "--lang", "zh")
        #expect(end.status == 65 && taken.refused == 6 && taken.imported == 4)
        let lines = try String(contentsOfFile: report, encoding: .utf8)
        for words in [
            "身份证件号码 已被表格软件改成科学计数", "校验位应为", "“2020年2月30日”这一天不存在", "“公务人员”填错了；请改填 ",
            "“公务员、参照管理人员”", "缺少 人员编号", "U-NONE 尚未登记",
        ] {
            #expect(lines.contains(words), "\(words)\n\(lines)")
        }
        // No number of anybody stands in the report.
        #expect(!lines.contains(Self.number(2)))
    }

    @Test("a sanction needs its case, and what it rests on; whoever records does not approve")
    func sanctions() throws {
        _ = try take("units", try filled("units", Self.units))
        _ = try take("people", try filled("people", Self.people()))
        let twice = [["C-1", "P-1", "2024-03-04", "U-JW", "示监立〔2024〕1号", "", "", "违规审批"]]
        #expect(try take("cases", try filled("cases", twice)).taken.refused == 1)
        let cases = [
            ["C-1", "P-1", "2024-03-04", "", "示监立〔2024〕1号", "", "", "违规审批"],
            ["C-1", "P-2", "2024-03-04", "", "示监立〔2024〕1号", "", "", "违规审批"],
        ]
        let opened = try take("cases", try filled("cases", cases))
        #expect(opened.taken.imported == 2 && opened.taken.events == 3, "\(opened.end.text)")
        let sanctions = [
            [
                "S-1", "C-1", "P-1", "警告", "2024-04-15", "监察机关", "U-JW", "示监处〔2024〕3号", "处分决定、问责决定",
                "",
            ]
        ]
        let file = try filled("sanctions", sanctions, as: "s.csv")
        let same = try stele.run(
            "import", "--ledger", ledger, "--template", "sanctions", file, "--approver", "clerk.a")
        #expect(same.status == 65 && same.errorText.contains("clerk.a"))
        // What an organ here conducts is not shortened by filling in a table: nothing was found yet.
        let own = [["C-2", "P-3", "2024-03-04", "U-JW", "", "", "", "违规审批"]]
        #expect(try take("cases", try filled("cases", own)).taken.imported == 1)
        var early = sanctions[0]
        (early[0], early[1], early[2], early[7]) = ("S-2", "C-2", "P-3", "")
        let both = try take(
            "sanctions", try filled("sanctions", [sanctions[0], early], as: "b.csv"), "--approver",
            "chief.b")
        #expect(both.end.status == 65 && both.taken.imported == 1 && both.taken.refused == 1)
        let signed = try take("sanctions", file, "--approver", "chief.b")
        #expect(signed.end.status == 0 && signed.taken.already == 1)
        let page = try stele.run(
            "sanction", "show", "--ledger", ledger, "S-1", "--as-of", "2024-05-01")
        #expect(page.text.contains("2024-10-14"))
    }

    @Test("who signs goes with a template alone, and only one of the two says how it is read")
    func wrongUse() throws {
        let file = try filled("people", [])
        let mapping = try scratch.write("m.json", "{}")
        let both = try stele.run(
            "import", "--ledger", ledger, "--template", "people", "--mapping", mapping, file)
        #expect(both.status == 64)
        let signed = try stele.run(
            "import", "--ledger", ledger, "--mapping", mapping, file, "--approver", "chief.b")
        #expect(signed.status == 64 && signed.errorText.contains("--approver"))
        let neither = try stele.run("import", "--ledger", ledger)
        #expect(neither.status == 64)
        #expect(
            neither.errorText.contains("--mapping") && neither.errorText.contains("<directory>"))
        let nobody = try stele.run(
            ["import", "--ledger", ledger, "--template", "people", file],
            environment: ["STELE_ACTOR": ""])
        #expect(nobody.status == 65)
    }
}
