import TestSupport
import Testing

@Suite("One entry as a person asks for it")
struct OneEntryStoryTests {
    private let ledger: PracticeLedger

    init() throws {
        ledger = try PracticeLedger(madeOn: "2024-01-01")
        try ledger.record(
            "2024-01-02", "subject", "register", "U-1", "--kind", "unit", "--title", "甲局")
        try ledger.record(
            "2024-01-02", "subject", "register", "P-1", "--kind", "person", "--name", "示例甲")
    }

    private func show(_ entry: Int, _ language: String = "en") throws -> String {
        let end = try ledger.stele.run(
            ["show", "#\(entry)", "--ledger", ledger.path, "--now", "2024-02-01"],
            environment: ["STELE_LANG": language])
        #expect(end.status == 0, "\(end.errorText)")
        return end.text
    }

    @Test("who recorded it, what it says, its name opened, and that no checkpoint covers it yet")
    func registered() throws {
        let entry = try ledger.record(
            "2024-01-03", "subject", "register", "P-2", "--kind", "person", "--name", "示例乙",
            "--unit", "U-1"
        ).recorded[0].entry
        let page = try show(entry)
        for words in [
            "Entry \(entry) · Registered", "recorded by ", "unit: U-1 甲局", "Name: 示例乙",
            "filed under: subject:P-2", "happened on 2024-01-03", "under no checkpoint yet",
        ] {
            #expect(page.contains(words), "\(words) in \(page)")
        }
        let chinese = try show(entry, "zh")
        for words in ["第 \(entry) 号记录 · ", "单位：U-1 甲局", "示例乙", "尚无检查点证明"] {
            #expect(chinese.contains(words), "\(words) in \(chinese)")
        }
    }

    @Test("withdrawn, it says so first; the withdrawal says what it withdraws")
    func withdrawn() throws {
        let entry = try ledger.record(
            "2024-01-03", "subject", "begin", "P-1"
        ).recorded[0].entry
        #expect(!(try show(entry)).contains("✗"))
        let withdrawal = try ledger.record(
            "2024-01-04", "withdraw", "\(entry)", "--subject", "P-1", "--reason", "重复",
            "--approver", "chief.b"
        ).recorded[0].entry
        let page = try show(entry)
        let lines = page.split(separator: "\n")
        #expect(lines.count > 2 && lines[2].contains("✗") && lines[2].contains("#\(withdrawal)"))
        #expect(try show(withdrawal).contains("#\(entry)"))
        // Withdrawn and recorded again: each entry keeps its own answer.
        let again = try ledger.record(
            "2024-01-05", "subject", "begin", "P-1"
        ).recorded[0].entry
        #expect(!(try show(again)).contains("✗"))
        #expect(try show(entry).contains("#\(withdrawal)"))
    }

    @Test("a checkpoint covers what was there, and its age is told")
    func covered() throws {
        let signed = try ledger.stele.run("checkpoint", "--ledger", ledger.path)
        #expect(signed.status == 0)
        #expect(try show(1).contains("proven under the checkpoint of the first"))
        let later = try ledger.record(
            "2024-01-09", "subject", "register", "U-2", "--kind", "unit", "--title", "乙局"
        ).recorded[0].entry
        #expect(try show(later).contains("under no checkpoint yet"))
    }

    @Test("a number that there is not is missing; what is no number is a wrong usage")
    func nothing() throws {
        for (word, status) in [("99999", 66), ("#-1", 64), ("abc", 64), ("##1", 64)] {
            let end = try ledger.stele.run("show", word, "--ledger", ledger.path)
            #expect(end.status == Int32(status), "\(word): \(end.errorText)")
            #expect(end.errorText.split(separator: "\n").count == 1)
        }
    }
}
