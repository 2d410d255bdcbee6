import Foundation
import TestSupport
import Testing

/// What the ledger or the line above says is not asked for; what is missing is asked for once.
@Suite("What is said already is not asked for", .serialized)
struct NothingTypedTwiceTests {
    private let stele = BuiltProgram.stele
    private let scratch: Scratch
    private let environment: [String: String]

    private struct Receipt: Decodable {
        struct Entry: Decodable { let entry: Int }
        let recorded: [Entry]
    }

    init() throws {
        scratch = try Scratch()
        environment = [
            "STELE_LEDGER": scratch("L"), "STELE_ACTOR": "clerk.a", "STELE_UNIT": "U-JW",
            "STELE_LANG": "zh",
        ]
        for words in [
            "init", "subject register U-1 --kind unit --title 示例局",
            "subject register P-1 --kind person --name 甲",
            "subject register P-2 --kind person --name 乙",
            "case open C-1 --authority U-1 --on 2024-03-04",
            "case name C-1 --subject P-1 --on 2024-03-04",
            "case name C-1 --subject P-2 --on 2024-03-04",
        ] {
            let end = try run(words)
            guard end.status == 0 else { throw SetupFault([words], end) }
        }
    }

    private func run(_ words: String) throws -> ProgramEnd {
        try stele.run(words.split(separator: " ").map(String.init), environment: environment)
    }

    @Test("a file's lines are filled in from the lines above them")
    func lines() throws {
        let file = try scratch.write(
            "a.jsonl",
            Data(
                """
                {"verb":"case open","case":"C-2","authority":"U-1","on":"2024-03-04"}
                {"verb":"case name","case":"C-2","subject":"P-1","on":"2024-03-04"}
                {"verb":"case notify","case":"C-2","on":"2024-03-05"}
                {"verb":"case waive-defence","case":"C-2","on":"2024-03-06","instrument":"x"}
                {"verb":"case determine","case":"C-2","on":"2024-03-10","finding":"属实","approver":"clerk.b"}
                {"verb":"sanction impose","sanction":"S-2","case":"C-2","measure":"警告","authority":"单位","on":"2024-03-11","approver":"clerk.b"}
                {"verb":"sanction serve","sanction":"S-2","on":"2024-03-12"}

                """.utf8))
        let end = try run("record --file \(file)")
        #expect(end.status == 0, "\(end.errorText)")
        #expect(end.text.contains("取自 C-2"))
        let page = try run("sanction show S-2")
        #expect(page.text.contains("P-1") && page.text.contains("2024-03-12"), "\(page.text)")
        // Of two, nothing is taken from above either.
        let two = try scratch.write(
            "b.jsonl", Data(#"{"verb":"case notify","case":"C-1","on":"2024-03-05"}"#.utf8))
        let asked = try run("record --file \(two)")
        #expect(asked.status == 65 && asked.errorText.contains("P-1、P-2"), "\(asked.errorText)")
    }

    @Test("a withdrawal finds its entry; one that is not there is said at once")
    func withdrawal() throws {
        let opened = try run("case open C-3 --authority U-1 --on 2024-03-04 --json")
            .json(Receipt.self).recorded[0].entry
        #expect(try run("withdraw \(opened) --reason 误登").status == 0)
        let none = try run("withdraw 9999 --reason 误登")
        #expect(none.status != 0 && none.errorText.contains("没有第 9999 号记录"))
        #expect(!none.errorText.contains("--"))
    }

    @Test("with two persons named, which one is meant is asked together with the rest")
    func several() throws {
        let asked = try run("case determine C-1")
        for words in ["--subject", "--finding", "--on", "--approver"] {
            #expect(asked.errorText.contains(words), "\(words): \(asked.errorText)")
        }
        let one = try run("case determine C-1 --subject P-1")
        for flag in ["--finding", "--on", "--approver"] {
            #expect(one.errorText.contains(flag), "\(flag): \(one.errorText)")
        }
        let rest = try run("case determine C-1 --subject P-1 --on 2024-05-01 --approver clerk.b")
        #expect(rest.status != 0 && rest.errorText.contains("--finding"), "\(rest.errorText)")
    }

    @Test("a case that an organ here conducts is closed on a day")
    func closing() throws {
        let asked = try run("case close C-1")
        #expect(asked.status != 0 && asked.errorText.contains("--on"), "\(asked.errorText)")
        let closed = try run("case close C-1 --on 2024-06-01")
        #expect(closed.status == 0 && closed.text.contains("备注"), "\(closed.text)")
        let elsewhere = try run("case open C-4 --recorded-from 示监〔2024〕1号 --on 2024-03-04")
        #expect(elsewhere.status == 0)
        #expect(try run("case close C-4").status == 0)
    }

    @Test("a change of name asks for all that it lacks at once")
    func named() throws {
        let renamed = try run("subject rename P-1")
        for flag in ["--on", "--approver", "--name 或 --id-number"] {
            #expect(renamed.errorText.contains(flag), "\(renamed.errorText)")
        }
    }

    @Test("yes and no are understood in words in a file, too")
    func words() throws {
        let file = try scratch.write(
            "c.jsonl",
            Data(
                (#"{"verb":"subject take-post","subject":"P-1","unit":"U-1","post":"局长","#
                    + #""on":"2020-01-05","isActing":"是"}"#).utf8))
        let end = try run("record --file \(file)")
        #expect(end.status == 0, "\(end.errorText)")
    }
}
