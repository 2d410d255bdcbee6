import Foundation
import TestSupport
import Testing

@Suite("A case from the complaint to its closing, nothing typed twice")
struct CaseToClosingTests {
    /// Each step with its day. What is typed is what an officer types.
    private static let way: [(day: String, words: String)] = [
        ("2024-02-26", "complaint receive X-1 --incident-on 2022-06-10 --filed-by public"),
        ("2024-03-04", "case open C-1 --complaint X-1 --authority U-JW"),
        ("2024-03-05", "case name C-1 --subject P-1 --category 违规审批"),
        ("2024-04-01", "case notify C-1"),
        ("2024-04-03", "case hear-defence C-1"),
        ("2024-04-08", "case determine C-1 --finding sustained --approver chief.b"),
        (
            "2024-04-15",
            "sanction impose S-1 --case C-1 --measure warning --authority supervision "
                + "--instrument 示监处〔2024〕3号 --approver chief.b"
        ),
        ("2024-04-16", "sanction serve S-1"),
        ("2024-04-18", "case close C-1"),
    ]

    private static func made() throws -> PracticeLedger {
        let ledger = try PracticeLedger(madeOn: "2023-01-01")
        try ledger.unit("U-JW", "示例旗纪委监委", on: "2023-01-02")
        try ledger.unit("U-SL", "示例旗水利局", on: "2023-01-02")
        for person in ["P-1", "P-2"] {
            try ledger.official(
                person, "示例·\(person)", "U-SL", "科员", managedBy: "U-JW", on: "2023-01-03")
        }
        return ledger
    }

    /// So many steps of it.
    private static func told(_ steps: Int) throws -> PracticeLedger {
        let ledger = try made()
        for (day, words) in way.prefix(steps) {
            try ledger.record(day, words.split(separator: " ").map(String.init))
        }
        return ledger
    }

    private func errors(
        _ ledger: PracticeLedger, _ words: String, status: Int32 = 65
    ) throws -> (english: String, chinese: String) {
        let before = try ledger.size()
        let all =
            ["--ledger", ledger.path, "--now", "2024-05-06", "--actor", "clerk.a"]
        let typed = words.split(separator: " ").map(String.init)
        let english = try ledger.stele.run(typed + all)
        let chinese = try ledger.stele.run(typed + all + ["--lang", "zh"])
        #expect(english.status == status && chinese.status == status, "\(english.errorText)")
        #expect(english.out.isEmpty && english.errorText.split(separator: "\n").count == 1)
        #expect(try ledger.size() == before, "something was written")
        return (english.errorText, chinese.errorText)
    }

    @Test("at most 11 commands, and of what is typed behind flags nothing twice")
    func way() throws {
        let ledger = try Self.made()
        #expect(Self.way.count <= 11)
        var seen: Set<String> = []
        var receipts: [PracticeLedger.Receipt] = []
        for (day, step) in Self.way {
            let words = step.split(separator: " ").map(String.init)
            for (flag, value) in zip(words, words.dropFirst()) where flag.hasPrefix("--") {
                // Days are facts of each step; a second person signs each act, and nobody is made to
                // have signed another.
                if flag.hasSuffix("-on") || flag == "--approver" { continue }
                #expect(seen.insert(value).inserted, "\(value) is typed twice: \(step)")
            }
            receipts.append(try ledger.record(day, words))
        }
        let types = ["case.factsNotified", "case.defenceHeard", "finding.made", "sanction.imposed"]
        for (receipt, type) in zip(receipts[3...6], types) {
            let entry = try #require(receipt.recorded.first)
            #expect(entry.type.hasPrefix(type))
            #expect(entry.data["subject"] == .text("P-1"))
        }
        let imposed = try #require(receipts[6].recorded.first)
        #expect(imposed.data["organ"] == .text("U-JW"))
        // Asked again, it is there: what was filled in is the same.
        #expect(
            try ledger.record(
                Self.way[6].day, Self.way[6].words.split(separator: " ").map(String.init),
                recordedOn: "2024-05-05"
            ).recorded.isEmpty)
    }

    @Test("the receipt says what was filled in and from where, in both languages")
    func said() throws {
        let ledger = try Self.told(3)
        func tell(_ words: String, _ lang: String) throws -> String {
            let end = try ledger.stele.run(
                words.split(separator: " ").map(String.init) + [
                    "--ledger", ledger.path, "--actor", "clerk.a", "--now", "2024-04-30",
                    "--lang", lang,
                ])
            #expect(end.status == 0, "\(end.errorText)")
            return end.text
        }
        #expect(
            try tell("case notify C-1 --on 2024-04-01", "en")
                .contains("\n  Taken from C-1: --subject P-1\n"))
        #expect(
            try tell("case hear-defence C-1 --on 2024-04-02", "zh")
                .contains("\n  取自 C-1：--subject P-1\n"))
        // What is typed is not said to come from elsewhere.
        #expect(
            try !tell("case notify C-1 --subject P-1 --on 2024-04-03", "en").contains("Taken from"))
    }

    @Test("two persons are not guessed between, nobody is named where nobody is")
    func notGuessed() throws {
        let ledger = try Self.told(2)
        let nobody = try errors(ledger, "case notify C-1 --on 2024-04-01")
        #expect(nobody.english.contains("Nobody is named in C-1"))
        #expect(nobody.english.contains("`stele case name`"))
        #expect(nobody.chinese.contains("`stele case name`"))
        try ledger.record("2024-03-05", "case", "name", "C-1", "--subject", "P-2")
        try ledger.record("2024-03-05", "case", "name", "C-1", "--subject", "P-1")
        for verb in ["case notify C-1", "sanction impose S-1 --case C-1 --measure warning"] {
            let both = try errors(ledger, "\(verb) --on 2024-04-01")
            for text in [both.english, both.chinese] {
                #expect(text.contains("P-1") && text.contains("P-2") && text.contains("--subject"))
            }
        }
        try ledger.record("2024-04-01", "case", "notify", "C-1", "--subject", "P-2")
        let unknown = try errors(ledger, "case notify C-9 --on 2024-04-01")
        #expect(unknown.english.contains("C-9"))
    }

    @Test("what befalls a sanction concerns whom it was imposed on")
    func sanction() throws {
        let ledger = try Self.told(7)
        let receipt = try ledger.record(
            "2024-05-06", "sanction", "not-executed", "S-1", "--reason", "other", "--approver",
            "chief.b")
        let entry = try #require(receipt.recorded.first)
        #expect(entry.data["subject"] == .text("P-1") && entry.data["case"] == .text("C-1"))
        let unknown = try errors(
            ledger, "sanction annul S-9 --by organ --approver chief.b --on 2024-05-06")
        #expect(unknown.english.contains("S-9"))
    }

    @Test("what the rules miss is named whole, by its flags")
    func missing() throws {
        let ledger = try Self.told(5)
        let imposing = "sanction impose S-1 --case C-1 --measure warning"
        #expect(
            try errors(ledger, imposing).english.hasPrefix(
                "stele: --authority, --on, --approver is missing; see stele help sanction impose"))
        #expect(
            try errors(ledger, "\(imposing) --on 2024-04-15").chinese.contains(
                "缺少 --authority、--approver；"))
        #expect(
            try errors(ledger, "case determine C-1 --finding sustained").english.contains(
                "--on, --approver is missing; see stele help case determine"))
        // One alone keeps the sentence that says why.
        #expect(
            try errors(ledger, "case determine C-1 --finding sustained --on 2024-04-08").english
                .contains("second person"))
        #expect(
            try errors(ledger, "case name-unit C-1 --unit U-SL --on 2024-03-06").english.contains(
                "--capacity is missing; see stele help case name-unit"))
        let opening = try errors(ledger, "case open C-2").english
        for flag in ["--authority", "--recorded-from", "--on"] {
            #expect(opening.contains(flag), "\(opening)")
        }
    }
}
