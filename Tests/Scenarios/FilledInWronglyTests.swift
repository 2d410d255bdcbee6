import Foundation
import TestSupport
import Testing

/// What an officer fills in wrongly is refused with the line, and nothing that was filled in is lost.
@Suite("A table that was filled in wrongly", .serialized)
struct FilledInWronglyTests {
    private let stele = BuiltProgram.stele
    private let scratch: Scratch
    private let environment: [String: String]

    init() throws {
        scratch = try Scratch()
        environment = [
            "STELE_LEDGER": scratch("L"), "STELE_ACTOR": "clerk.a", "STELE_UNIT": "U-JW",
            "STELE_LANG": "zh",
        ]
        let first = [
            ["init"], ["subject", "register", "U-1", "--kind", "unit", "--title", "示例局"],
        ]
        for words in first {
            let end = try stele.run(words, environment: environment)
            guard end.status == 0 else { throw SetupFault(words, end) }
        }
    }

    /// Fictional: a division's code, a day and a sequence that nobody has, with its check digit.
    private static let number = "150726198001010018"
    private static let headings = [
        "people": "人员编号,姓名,身份证号,单位编号,职务,职级,任职日期,人员类别,干部管理机关编号",
        "units": "编号,名称,类别,统一社会信用代码,前身单位编号",
        "sanctions": "处分编号,案件编号,人员编号,种类,决定日期,机关类别,决定机关编号,文号,文书种类,月数",
    ]

    /// What became of each line: `imported`, or what the refusal says.
    private func told(
        _ noun: String, _ rows: String..., more: String = ""
    ) throws -> [Int: String] {
        struct Line: Decodable {
            let line: Int?, outcome: String?, reason: String?, key: String?
        }
        let heading = (Self.headings[noun] ?? "") + more
        let table = try scratch.write(
            "t.csv", Data(([heading] + rows).joined(separator: "\n").utf8 + [0x0A]))
        let report = scratch("r\(UUID().uuidString).jsonl")
        let end = try stele.run(
            ["import", "--template", noun, table, "--report", report], environment: environment)
        #expect(!end.errorText.contains(Self.number) && !end.text.contains(Self.number))
        var told: [Int: String] = [:]
        for text in try String(contentsOfFile: report, encoding: .utf8).split(separator: "\n") {
            let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
            #expect(line.key != Self.number)
            guard let number = line.line else { continue }
            told[number] = line.reason ?? line.outcome
        }
        return told
    }

    private func run(_ words: String...) throws -> ProgramEnd {
        try stele.run(words, environment: environment)
    }

    @Test("one ID number for two people is refused, whichever form it is in, naming both lines")
    func numberTwice() throws {
        let told = try told(
            "people", "P-1,甲,\(Self.number),,,,,,", "P-2,乙,\(Self.number),,,,,,",
            "P-3,丙,150726800101001,,,,,,", "P-4,丁,,,,,,,")
        #expect(told[2] == "imported" && told[5] == "imported")
        for line in [3, 4] {
            #expect(told[line]?.contains("与第 2 行号码相同") == true, "\(told[line] ?? "")")
            #expect(told[line]?.contains("P-1") == true)
        }
    }

    @Test("so is one credit code for two units")
    func codeTwice() throws {
        let told = try told(
            "units", "U-5,局五,单位,91350100M000100Y43,", "U-6,局六,单位,91350100M000100Y43,")
        #expect(told[2] == "imported")
        #expect(told[3]?.contains("与第 2 行号码相同") == true)
    }

    @Test("so it is in a file of acts")
    func numberTwiceInActs() throws {
        let act = #"{"verb":"subject register","kind":"person","name":"甲","idNumber":"#
        let file = try scratch.write(
            "a.jsonl",
            Data(
                """
                \(act)"\(Self.number)","subject":"P-1"}
                \(act)"150726800101001","subject":"P-2"}

                """.utf8))
        let end = try run("record", "--file", file)
        #expect(end.status == 65)
        #expect(end.errorText.contains("第 2 行：") && end.errorText.contains("第 1 行"))
        #expect(end.errorText.contains("P-1") && !end.errorText.contains(Self.number))
    }

    @Test("a column from which nothing would be recorded is refused, and what is missing is named")
    func unused() throws {
        let told = try told(
            "people", "P-5,戊,,,局长,乡科级正职,2020/1/5,,,", "P-6,己,,U-1,局长,,2020-1-5,公务员,,",
            "P-7,庚,,,,,,,,备注一", more: ",备注")
        #expect(told[2] == "职务、职级、任职日期 已填，而 单位编号 为空，无从登记；请补上 单位编号，或清空前者。")
        #expect(told[3] == "imported")
        #expect(told[4]?.contains("本表没有列 备注") == true)
        #expect(try run("find", "P-5").status != 0)
    }

    @Test("everything that a row lacks is named at once")
    func lacking() throws {
        let told = try told("people", ",,\(Self.number),,,,,,")
        #expect(told[2] == "缺少 人员编号、姓名；请补上。")
    }

    @Test("a unit that is not registered is refused on its line")
    func unregistered() throws {
        let told = try told("people", "P-6,己,,U-9,局长,,2020-01-05,公务员,")
        #expect(told[2] == "U-9 尚未登记；请先登记，或更正编号。")
    }

    @Test(
        "each word of a label that names two is understood, and a wrong one is answered word by word"
    )
    func words() throws {
        let told = try told(
            "sanctions", "S-1,C-1,P-1,警告,2024-04-15,任免机关,U-1,x,处分决定,",
            "S-2,C-1,P-1,警告,2024-04-15,任免,U-1,x,处分决定,")
        // Both words are taken; what is refused is the person, who is not there.
        #expect(told[2]?.contains("P-1 尚未登记") == true, "\(told[2] ?? "")")
        #expect(told[3]?.contains("“任免机关”") == true && told[3]?.contains("映射") == false)
    }

    @Test("nobody's ID number becomes an identifier; a credit code may")
    func identifiers() throws {
        let told = try told("people", "\(Self.number),庚,,,,,,,")
        #expect(told[2]?.contains("不能作编号") == true, "\(told[2] ?? "")")
        for number in [Self.number, "150726198001010017", "15072619800101001x", "150726800101001"] {
            let words = [
                ["subject", "register", number, "--kind", "person", "--name", "庚"],
                [
                    "subject", "register", "P-8", "--kind", "person", "--name", "庚", "--actor",
                    number,
                ],
                [
                    "subject", "take-post", "P-1", "--unit", number, "--post", "局长", "--on",
                    "2020-01-05",
                ],
                ["complaint", "receive", number, "--on", "2020-01-05"],
                ["case", "open", number, "--authority", "U-1", "--on", "2020-01-05"],
            ]
            for words in words {
                let end = try stele.run(words, environment: environment)
                #expect(end.status != 0 && end.errorText.contains("不能作编号"), "\(words.prefix(2))")
                #expect(!end.errorText.contains(number))
            }
        }
        for code in ["91350100M000100Y43", "150726198013010018", "990726198001010018"] {
            #expect(
                try run("subject", "register", code, "--kind", "unit", "--title", "局").status == 0)
        }
    }

    @Test("a name in clear stands in no person's registration, a sealed one in no unit's")
    func otherKind() throws {
        let title = try run("subject", "register", "P-70", "--kind", "person", "--title", "张三")
        #expect(title.status == 65 && title.errorText.contains("登记自然人不能填"))
        let name = try run("subject", "register", "U-70", "--kind", "unit", "--name", "示例局")
        #expect(name.status == 65 && name.errorText.contains("登记单位不能填"))
        for id in ["P-70", "U-70"] { #expect(try run("find", id).status != 0) }
    }

    @Test("whose name a sanction bears, two change; what else a registration says, one")
    func renamed() throws {
        func done(_ words: String) throws {
            let end = try stele.run(
                words.split(separator: " ").map(String.init), environment: environment)
            guard end.status == 0 else { throw SetupFault([words], end) }
        }
        struct Receipt: Decodable {
            struct Entry: Decodable { let entry: Int }
            let recorded: [Entry]
        }
        let registered = try run(
            "subject", "register", "P-1", "--kind", "person", "--name", "甲", "--json"
        ).json(Receipt.self).recorded[0].entry
        func corrected(_ entry: Int, _ words: String...) throws -> ProgramEnd {
            try stele.run(
                ["subject", "register", "P-1", "--correct", "\(entry)"] + words,
                environment: environment)
        }
        // As long as nothing is decided, one corrects a slip.
        #expect(try corrected(registered, "--name", "甲甲").status == 0)
        try done("case open C-1 --recorded-from 示监〔2024〕1号 --on 2024-03-04")
        try done("case name C-1 --subject P-1 --on 2024-03-04")
        try done(
            "case determine C-1 --on 2024-03-10 --finding sustained --approver clerk.b")
        let standing = registered + 1
        let alone = try corrected(standing, "--name", "乙")
        #expect(alone.status == 65 && alone.errorText.contains("--approver"))
        let numbered = try corrected(standing, "--id-number", Self.number)
        #expect(numbered.status == 65 && numbered.errorText.contains("--approver"))
        let withdrawn = try run("withdraw", "\(standing)", "--subject", "P-1", "--reason", "误登")
        #expect(withdrawn.status == 65 && withdrawn.errorText.contains("--approver"))
        let ranked = try corrected(standing, "--rank", "科员", "--json")
        #expect(ranked.status == 0)
        let next = try ranked.json(Receipt.self).recorded[0].entry
        #expect(try corrected(next, "--name", "乙", "--approver", "clerk.b").status == 0)
    }
}
