import Foundation
import TestSupport
import Testing

/// What an officer may get wrong: one sentence with its article, and nothing written.
@Suite("What cannot be recorded", .serialized)
struct BadInputStoryTests {
    private static let decision = "D-2022-001"
    private static let base = Result { try begun() }

    private let ledger: PracticeLedger

    init() throws { ledger = try PracticeLedger(copyOf: Self.base.get()) }

    /// A decision under way, adopted on 2022-03-31.
    private static func begun() throws -> PracticeLedger {
        let ledger = try PracticeLedger(madeOn: "2022-01-04")
        try ledger.unit("U-ZF", "云上旗人民政府（虚构）", on: "2022-01-04")
        try ledger.unit("U-JW", "云上旗纪委监委（虚构）", on: "2022-01-04")
        for person in ["P-0001", "P-0002"] {
            try ledger.official(
                person, "示例·\(person)", "U-ZF", "旗长", managedBy: "U-JW", on: "2022-01-04")
        }
        try ledger.record("2022-02-01", "decision", "propose", decision, "--title", "道路（虚构）")
        try ledger.record(
            "2022-02-01", "decision", "initiate", decision, "--lead", "U-ZF", "--head", "P-0001")
        try ledger.record("2022-03-31", "decision", "adopt", decision, "--decider", "U-ZF")
        return ledger
    }

    private func attendee(_ person: String, _ part: String) -> String {
        "subject=\(person),part=\(part),opinion=agree"
    }

    @Test("a meeting that lists nobody")
    func nobody() throws {
        let file = try ledger.scratch.write("nobody.json", #"{"attendees": []}"#)
        try ledger.refuse(
            "2022-03-30", "decision", "discuss", Self.decision, "--file", file,
            article: ("重大行政决策程序暂行条例第30条", "State Council Order 713 Art. 30"), now: "2022-04-01")
    }

    @Test("a person twice in a meeting")
    func twice() throws {
        try ledger.refuse(
            "2022-03-30", "decision", "discuss", Self.decision,
            "--attendee", attendee("P-0001", "head"), "--attendee", attendee("P-0001", "leader"),
            article: ("重大行政决策程序暂行条例第30条", "State Council Order 713 Art. 30"), now: "2022-04-01")
    }

    @Test("a step dated after the adoption")
    func afterAdoption() throws {
        try ledger.refuse(
            "2022-04-01", "decision", "assess-risk", Self.decision, "--level", "low",
            "--controllable", article: ("追责制度第5条", "Accountability Rules Art. 5"))
    }

    @Test("an end before a start")
    func endBeforeStart() throws {
        try ledger.refuse(
            "2022-03-10", "decision", "open-consultation", Self.decision, "--until",
            "2022-03-01", article: ("重大行政决策程序暂行条例第15条", "State Council Order 713 Art. 15"),
            now: "2022-04-01")
    }

    @Test("a decision adopted twice")
    func adoptedTwice() throws {
        try ledger.refuse(
            "2022-05-01", "decision", "adopt", Self.decision, "--decider", "U-ZF",
            article: ("重大行政决策程序暂行条例第37条", "State Council Order 713 Art. 37"))
    }

    @Test("a measure unknown to the rules in force")
    func unknownMeasure() throws {
        try ledger.record("2022-05-01", "case", "open", "C-1", "--authority", "U-JW")
        try ledger.record("2022-05-01", "case", "name", "C-1", "--subject", "P-0001")
        try ledger.refuse(
            "2022-05-02", "sanction", "impose", "S-1", "--case", "C-1", "--subject", "P-0001",
            "--measure", "reprimand", "--approver", "clerk.b",
            article: ("追责制度第14条", "Accountability Rules Art. 14"))
    }

    @Test("an appeal out of time is accepted, and ruled inadmissible with the day it was due")
    func outOfTime() throws {
        try ledger.record("2022-05-01", "case", "open", "C-1", "--recorded-from", "旧案卷")
        try ledger.record("2022-05-01", "case", "name", "C-1", "--subject", "P-0001")
        try ledger.record(
            "2022-05-02", "sanction", "impose", "S-1", "--case", "C-1", "--subject", "P-0001",
            "--measure", "warning", "--approver", "clerk.b")
        try ledger.record("2022-05-05", "sanction", "serve", "S-1", "--route", "B")
        // Thirty days end on Saturday 4 June; the Dragon Boat Festival lasts until the 5th.
        let receipt = try ledger.record(
            "2022-06-07", "appeal", "file", "A-1", "--sanction", "S-1", "--route", "B", "--stage",
            "review")
        #expect(receipt.types == ["appeal.filed.v1", "appeal.admissibilityRuled.v1"])
        #expect(
            receipt.member("due", of: "appeal.admissibilityRuled.v1") == .text("2022-06-06"))
        #expect(
            receipt.member("reason", of: "appeal.admissibilityRuled.v1") == .text("outOfTime"))
    }

    @Test(
        "a rulebook that contradicts itself or cites nothing",
        arguments: [
            (#""rank": 2"#, #""rank": 1"#), (#""source": "713#15""#, #""source": """#),
        ])
    func rulebook(_ words: (sound: String, wrong: String)) throws {
        let path = Shared.checkout + "/schema/rules/xzz-2020-26-v2.json"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let place = try #require(text.range(of: words.sound))
        let file = try ledger.scratch.write(
            "rules.json",
            text.replacingCharacters(in: place, with: words.wrong)
                .replacingOccurrences(of: #""version": 2"#, with: #""version": 9"#))
        let before = try ledger.size()
        let end = try ledger.stele.run(
            "rules", "activate", file, "--ledger", ledger.path, "--now", "2022-05-01")
        #expect(end.status == 65, "\(end.text)\(end.errorText)")
        #expect(end.errorText.split(separator: "\n").count == 1, "\(end.errorText)")
        #expect(try ledger.size() == before)
    }
}
