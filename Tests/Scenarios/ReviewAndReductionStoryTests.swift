import TestSupport
import Testing

/// Story S2: a sanction reviewed twice and made lighter.
@Suite("Review and reduction — 政务处分法 Art. 55 to 58", .serialized)
struct ReviewAndReductionStoryTests {
    private static let service = Result { try served() }
    private static let twice = Result { try rechecked() }

    private func served() throws -> PracticeLedger { try .init(copyOf: Self.service.get().ledger) }
    private func rechecked() throws -> PracticeLedger { try .init(copyOf: Self.twice.get()) }

    /// Up to the service of the sanction.
    private static func served() throws -> (
        ledger: PracticeLedger, receipt: PracticeLedger.Receipt
    ) {
        let ledger = try PracticeLedger(madeOn: "2023-09-01")
        try ledger.unit("U-LCJ", "云上旗林草局（虚构）", on: "2023-09-01")
        try ledger.unit("U-JW", "云上旗纪委监委（虚构）", on: "2023-09-01")
        try ledger.official(
            "P-0010", "示例·癸", "U-LCJ", "副局长", managedBy: "U-JW", on: "2023-09-01")
        try ledger.record("2023-09-05", "case", "open", "C-2023-010", "--authority", "U-JW")
        try ledger.record(
            "2023-09-05", "case", "name", "C-2023-010", "--subject", "P-0010", "--category-code",
            "G10.3")
        try ledger.record("2023-11-01", "case", "notify", "C-2023-010", "--subject", "P-0010")
        try ledger.record("2023-11-08", "case", "hear-defence", "C-2023-010", "--subject", "P-0010")
        try ledger.record(
            "2024-01-10", "case", "determine", "C-2023-010", "--subject", "P-0010", "--finding",
            "sustained", "--approver", "clerk.b")
        try ledger.record(
            "2024-01-15", "sanction", "impose", "S-2024-010", "--case", "C-2023-010", "--subject",
            "P-0010", "--measure", "seriousDemerit", "--authority", "supervision", "--organ",
            "U-JW", "--approver", "clerk.b")
        let receipt = try ledger.record(
            "2024-01-18", "sanction", "serve", "S-2024-010", "--route", "A")
        return (ledger, receipt)
    }

    @discardableResult
    private static func decide(
        _ ledger: PracticeLedger, _ day: String, _ appeal: String, _ words: [String]
    ) throws -> PracticeLedger.Receipt {
        try ledger.record(day, ["appeal", "decide", appeal] + words + ["--approver", "clerk.b"])
    }

    private static func file(
        _ ledger: PracticeLedger, _ day: String, _ appeal: String, _ stage: String,
        inTimeUntil due: String
    ) throws {
        let filed = try ledger.record(
            day, "appeal", "file", appeal, "--sanction", "S-2024-010", "--route", "A", "--stage",
            stage)
        let type = stage == "recheck" ? "appeal.filed.v1" : "appeal.filed.v2"
        #expect(filed.types == [type])
        #expect(filed.member("due", of: type) == .text(due))
        #expect(filed.member("late", of: type) == .flag(false))
    }

    /// Up to the recheck filed on 7 April.
    private static func rechecked() throws -> PracticeLedger {
        let (story, service) = try service.get()
        let ledger = try PracticeLedger(copyOf: story)
        // A rest day? No: the Sunday of 18 February 2024 is worked after the Spring Festival.
        #expect(service.member("remedyUntil", of: "sanction.served.v1") == .text("2024-02-18"))
        try file(ledger, "2024-02-08", "A-2024-001", "reexamination", inTimeUntil: "2024-02-18")
        try decide(ledger, "2024-03-05", "A-2024-001", ["--outcome", "maintained"])
        let told = try ledger.record("2024-03-06", "appeal", "serve", "A-2024-001")
        // The corresponding day is Qingming Saturday; the Sunday after it is worked.
        #expect(told.member("nextUntil", of: "appeal.served.v1") == .text("2024-04-07"))
        try file(ledger, "2024-04-07", "A-2024-002", "recheck", inTimeUntil: "2024-04-07")
        return ledger
    }

    @Test("filed on the worked Sunday of 18 February it is in time, on the 19th it is not")
    func sunday() throws {
        let ledger = try served()
        let late = try ledger.record(
            "2024-02-19", "appeal", "file", "A-2024-009", "--sanction", "S-2024-010", "--route",
            "A", "--stage", "reexamination")
        #expect(late.types == ["appeal.filed.v2", "appeal.admissibilityRuled.v1"])
        #expect(
            late.member("due", of: "appeal.admissibilityRuled.v1") == .text("2024-02-18"))
        #expect(late.member("admitted", of: "appeal.admissibilityRuled.v1") == .flag(false))
        let other = try served()
        let inTime = try other.record(
            "2024-02-18", "appeal", "file", "A-2024-009", "--sanction", "S-2024-010", "--route",
            "A", "--stage", "reexamination")
        #expect(inTime.types == ["appeal.filed.v2"])
    }

    private struct TimelineAnswer: Decodable {
        struct Clock: Decodable { let due: String? }
        struct Stage: Decodable {
            let appeal: String
            let deciding: Clock?
        }
        let filing: Clock?
        let stages: [Stage]
    }

    @Test("the timeline gives every day: 18 February, 8 March, 7 April, 7 June")
    func clocks() throws {
        let ledger = try rechecked()
        let answer = try ledger.answer(
            TimelineAnswer.self, "appeal", "show", "A-2024-002", "--as-of", "2024-05-01")
        #expect(answer.filing?.due == "2024-02-18")
        #expect(answer.stages.map(\.appeal) == ["A-2024-001", "A-2024-002"])
        #expect(answer.stages.map(\.deciding?.due) == ["2024-03-08", "2024-06-07"])
        let page = try ledger.ask("appeal", "show", "A-2024-002", "--as-of", "2024-05-01").text
        for day in ["2024-02-18", "2024-03-08", "2024-04-07", "2024-06-07"] {
            #expect(page.contains("due \(day)"), "\(page)")
        }
        let board = try ledger.ask("deadlines", "--as-of", "2024-05-01").text
        #expect(board.contains("2024-06-07"))
    }

    @Test("never heavier: demotion is refused, a measure of another family too")
    func heavier() throws {
        let ledger = try rechecked()
        try ledger.refuse(
            "2024-06-03", "appeal", "decide", "A-2024-002", "--outcome", "varied", "--measure",
            "demotion", "--approver", "clerk.b",
            article: ("政务处分法第56条", "政务处分法 Art. 56"))
        let other = try ledger.ask("status", "P-0010", "--as-of", "2024-06-03").text
        #expect(other.contains("2025-07-14"))
        try ledger.refuse(
            "2024-06-03", "appeal", "decide", "A-2024-002", "--outcome", "varied", "--measure",
            "criticism", "--approver", "clerk.b",
            article: ("政务处分法第56条", "政务处分法 Art. 56"))
    }

    @Test("varied to a warning it ends with 14 July 2024, in effect on every day until then")
    func reduced() throws {
        let ledger = try rechecked()
        let varied = try Self.decide(
            ledger, "2024-06-03", "A-2024-002", ["--outcome", "varied", "--measure", "warning"])
        #expect(varied.types == ["appeal.decided.v1", "sanction.varied.v1"])
        for day in [
            "2024-01-15", "2024-02-08", "2024-03-05", "2024-03-06", "2024-04-07", "2024-06-02",
            "2024-06-03", "2024-07-14",
        ] {
            let status = try ledger.answer(StatusAnswer.self, "status", "P-0010", "--as-of", day)
            #expect(status.sanctions.count == 1, "\(day)")
            #expect(status.sanctions.first?.since == "2024-01-15", "\(day)")
        }
        for day in ["2024-01-14", "2024-07-15"] {
            let status = try ledger.answer(StatusAnswer.self, "status", "P-0010", "--as-of", day)
            #expect(status.sanctions.isEmpty, "\(day)")
        }
        let now = try ledger.answer(
            StatusAnswer.self, "status", "P-0010", "--as-of", "2024-07-01")
        #expect(
            now.sanctions == [.init(measure: "warning", since: "2024-01-15", until: "2024-07-14")])
        let page = try ledger.ask("status", "P-0010", "--as-of", "2024-07-01").text
        #expect(page.contains("2024-07-14"))

        // What was known on 1 May says a serious demerit until 2025, for ever.
        for day in ["2024-05-01", "2024-07-01", "2025-07-14"] {
            let then = try ledger.answer(
                StatusAnswer.self, "status", "P-0010", "--as-of", day, "--known-at", "2024-05-01")
            #expect(
                then.sanctions == [
                    .init(measure: "seriousDemerit", since: "2024-01-15", until: "2025-07-14")
                ], "\(day)")
        }
    }
}
