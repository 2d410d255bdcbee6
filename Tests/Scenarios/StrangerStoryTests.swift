import Records
import Stranger
import TestSupport
import Testing
import Vocabulary
import Wording

@testable import stele

/// A ledger in which instruments are lent (器具借用), asked through the command line of a program into
/// which that duty was registered, and of one that has never heard of it.
private struct LendingLedger {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        for words in [
            ["init", "--practice", "--now", "2026-01-01"],
            [
                "subject", "register", "P-1", "--kind", "person", "--name", "示例·甲", "--now",
                "2026-01-02",
            ],
            [
                "subject", "register", "P-2", "--kind", "person", "--name", "示例·乙", "--now",
                "2026-01-02",
            ],
            [
                "subject", "register", "U-1", "--kind", "unit", "--title", "示例局", "--now",
                "2026-01-02",
            ],
        ] {
            let end = try await run(words)
            try #require(end.status == .sound, "\(words): \(end.error)")
        }
    }

    /// - Parameter isKnown: Whether the program knows the duty.
    func run(
        _ words: [String], in language: Language = .english, isKnown: Bool = true
    ) async throws -> (status: stele.ExitStatus, out: String, error: String) {
        let out = Output()
        let error = Output()
        let program = try Program(
            arguments: words,
            environment: [
                "STELE_LEDGER": scratch("l"), "STELE_ACTOR": "clerk.a", "STELE_UNIT": "U-1",
                "STELE_LANG": language.rawValue,
            ], out: out, error: error,
            duties: isKnown ? Duties.register.adding([.loan]) : Duties.register,
            words: isKnown
                ? [.english: LoanWords.english, .chinese: LoanWords.chinese] : [:])
        return (await program.run(), out.text, error.text)
    }

    /// Records one thing; the number of its entry.
    @discardableResult
    func record(_ words: String, _ more: [String] = []) async throws -> Int {
        let end = try await run(words.split(separator: " ").map(String.init) + more)
        try #require(end.status == .sound, "\(words): \(end.error)")
        let digits = end.out.drop { !$0.isNumber }.prefix { $0.isNumber }
        return try #require(Int(digits), "\(end.out)")
    }

    func lend(_ loan: String, due: String = "2026-02-05", _ more: [String] = []) async throws -> Int
    {
        try await record(
            "loan lend \(loan) --borrower P-1 --lender U-1 --device 水准仪 --due \(due)"
                + " --on 2026-01-05 --now 2026-01-06", more)
    }
}

@Suite("The story of a duty of which nothing under Sources has heard")
struct StrangerStoryTests {
    @Test("recorded by flags, from a file and from a mapping, it is one and the same")
    func waysIn() async throws {
        let ledger = try await LendingLedger()
        _ = try await ledger.lend("L-1", ["--purpose", "测河道", "--accessories", "脚架"])
        let file = try ledger.scratch.write(
            "loan.json",
            """
            {"borrower": "P-1", "lender": "U-1", "device": "水准仪", "due": "2026-02-05",
             "on": "2026-01-05", "purpose": "测河道", "accessories": ["脚架"]}
            """)
        try await ledger.record("loan lend L-2 --now 2026-01-06", ["--file", file])
        let unknown = try ledger.scratch.write("wrong.json", #"{"borower": "P-1"}"#)
        let refused = try await ledger.run(["loan", "lend", "L-9", "--file", unknown])
        #expect(refused.status == .dataRefused && refused.error.contains("borower"))

        try ledger.scratch.write("delivery/loans.csv", "id,who,due,why\nL-3,P-1,2026-02-05,测河道\n")
        let mapping = try ledger.scratch.write(
            "mapping.json",
            """
            {"format": 1, "delivery": "loans", "actor": "import", "unit": "U-1",
             "basis": ["XZZ-2020-26-T8"], "dateFormats": ["YYYY-MM-DD"],
             "files": [{"name": "loans.csv",
              "columns": {"id": "required", "who": "required", "due": "required", "why": "required"},
              "key": ["id"],
              "rows": [{"command": "loan.lend", "fields": {"loan": "id", "borrower": "who",
               "lender": {"constant": "U-1"}, "device": {"constant": "水准仪"},
               "due": {"date": "due"}, "on": {"constant": "2026-01-05"},
               "accessories": {"constant": ["脚架"]},
               "purpose": {"column": "why", "sealed": true}}}]}]}
            """)
        let words = ["import", "--mapping", mapping, ledger.scratch("delivery")]
        let imported = try await ledger.run(words)
        #expect(imported.status == .sound, "\(imported.error)")
        #expect(try await ledger.run(words, isKnown: false).status == .dataRefused)

        var said: Set<String> = []
        for loan in ["L-1", "L-2", "L-3"] {
            let shown = try await ledger.run(["loan", "show", loan], in: .chinese)
            #expect(shown.status == .sound)
            let line = try #require(
                shown.out.split(separator: "\n").first { $0.contains("借出器具") }, "\(shown.out)")
            // All but the number of the entry and of the loan.
            let words = line.drop { $0 != "借" }.prefix { $0 != "#" }
            said.insert(String(words).replacing(loan, with: "L"))
            #expect(shown.out.contains("测河道") && shown.out.contains("脚架"))
        }
        #expect(said.count == 1, "\(said)")
        let list = try await ledger.run(["loan", "list"])
        for loan in ["L-1", "L-2", "L-3"] { #expect(list.out.contains(loan)) }
    }

    @Test("refused, it names its article in both languages, and the ledger stays as it was")
    func refused() async throws {
        let ledger = try await LendingLedger()
        _ = try await ledger.lend("L-1")
        let early = ["loan", "notice", "L-1", "--on", "2026-02-05", "--now", "2026-02-06"]
        let english = try await ledger.run(early)
        #expect(english.status == .dataRefused)
        #expect(english.error.contains("not overdue") && english.error.contains("Art. 6"))
        let chinese = try await ledger.run(early, in: .chinese)
        #expect(chinese.error.contains("尚未逾期") && chinese.error.contains("器具借用办法第6条"))
        let alone = ["loan", "lose", "L-1", "--on", "2026-02-06", "--now", "2026-02-06"]
        #expect(try await ledger.run(alone).status == .dataRefused)
        let list = try await ledger.run(["loan", "show", "L-1"])
        #expect(!list.out.contains("Overdue notice") && !list.out.contains("Instrument lost"))
        #expect(try await ledger.run(alone + ["--approver", "clerk.b"]).status == .sound)
    }

    @Test("on the board in both languages, corrected, withdrawn, and on the trail with all of it")
    func life() async throws {
        let ledger = try await LendingLedger()
        let wrong = try await ledger.lend("L-1", due: "2026-02-04")
        let right = try await ledger.lend("L-1", due: "2026-02-20", ["--correct", "\(wrong)"])
        #expect(right == wrong + 1)
        let other = try await ledger.lend("L-2")
        func board(_ day: String, _ language: Language) async throws -> String {
            let end = try await ledger.run(["deadlines", "--now", day], in: language)
            #expect(end.status == .sound)
            return end.out
        }
        let english = try await board("2026-03-01", .english)
        #expect(english.contains("Return of the instrument") && english.contains("loan:L-1"))
        #expect(english.contains("2026-02-20") && !english.contains("2026-02-04"))
        let chinese = try await board("2026-03-01", .chinese)
        #expect(chinese.contains("归还期限") && chinese.contains("loan:L-2"))
        try await ledger.record("loan notice L-1 --on 2026-02-25 --now 2026-03-01")
        try await ledger.record(
            "withdraw \(other) --about loan:L-2 --reason 误录 --on 2026-03-01 --now 2026-03-01")
        #expect(try await !board("2026-03-01", .english).contains("loan:L-2"))
        try await ledger.record(
            "loan return L-1 --condition damaged --on 2026-03-01 --now 2026-03-01")
        #expect(try await !board("2026-03-01", .english).contains("loan:L-1"))

        let trail = try await ledger.run(["trace", "P-1"])
        for words in ["Instrument lent", "Overdue notice", "Instrument returned", "damaged"] {
            #expect(trail.out.contains(words), "\(words): \(trail.out)")
        }
        let inChinese = try await ledger.run(["trace", "P-1"], in: .chinese)
        for words in ["借出器具", "催还器具", "归还器具", "损坏", "水准仪"] {
            #expect(inChinese.out.contains(words), "\(words): \(inChinese.out)")
        }
        let json = try await ledger.run(["trace", "P-1", "--json"])
        for kind in ["procedure", "suspected", "cleared", "correction"] {
            #expect(json.out.contains("\"\(kind)\""), "\(kind)")
        }
    }

    @Test("exported, verified and rebuilt, also by a program that does not know it")
    func outside() async throws {
        let ledger = try await LendingLedger()
        let lent = try await ledger.lend("L-1")
        for isKnown in [true, false, true] {
            for words in [["verify"], ["rebuild"], ["rebuild", "--check"]] {
                let end = try await ledger.run(words, isKnown: isKnown)
                #expect(end.status == .sound, "\(words), \(isKnown): \(end.out)\(end.error)")
            }
            let board = try await ledger.run(
                ["deadlines", "--now", "2026-03-01"], isKnown: isKnown)
            #expect(board.out.contains("loan:L-1") == isKnown)
            let target = ledger.scratch("bundle-\(isKnown)")
            if isKnown == false {
                #expect(try await ledger.run(["export", "--to", target]).status == .sound)
                let verified = try BuiltProgram(path: BuiltProgram.beside("stele-verify"))
                    .run(target)
                #expect(verified.status == 0, "\(verified.errorText)")
            }
        }
        for language in Language.allCases {
            let page = try await ledger.run(["trace", "P-1"], in: language, isKnown: false)
            #expect(page.status == .sound && page.out.contains("loan.lent.v1"))
        }
        // It shows what it cannot read; only deciding over it is refused, by name.
        let begin = ["subject", "begin", "P-1", "--on", "2020-01-01", "--now", "2026-03-01"]
        let refused = try await ledger.run(begin, isKnown: false)
        #expect(refused.status == .dataRefused)
        #expect(refused.error.contains("loan.lent.v1") && refused.error.contains("\(lent)"))
        #expect(
            try await ledger.run(
                ["subject", "begin", "P-2"] + begin.dropFirst(3), isKnown: false
            ).status == .sound)
    }
}
