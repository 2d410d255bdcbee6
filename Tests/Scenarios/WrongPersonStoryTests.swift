import TestSupport
import Testing

/// Stories S3 and S4: a record on the wrong person, and one that is repaired.
@Suite("A record is objected to and falls, or is repaired — task 12 of the notice", .serialized)
struct WrongPersonStoryTests {
    /// What a status tells of records.
    private struct Status: Decodable {
        struct Record: Decodable, Equatable {
            let record: String
            let state: String
        }
        let records: [Record]?
    }

    private struct Board: Decodable {
        struct Item: Decodable {
            let clock: String
            let level: String
        }
        let items: [Item]
    }

    private struct Shown: Decodable {
        struct Clock: Decodable {
            let clock: String
            let due: String?
            let escalatedTo: String?
        }
        let state: String
        let deciders: [String]
        let clocks: [Clock]

        func due(_ clock: String) -> String? { clocks.last { $0.clock == clock }?.due }
    }

    private static func founded(on day: String) throws -> PracticeLedger {
        let ledger = try PracticeLedger(madeOn: day)
        for (unit, title) in [
            ("U-JW", "云上旗纪委监委（虚构）"), ("U-0005", "云上旗市容局（虚构）"),
            ("U-GA", "云上旗公安局（虚构）"), ("U-XYB", "云上旗信用办（虚构）"),
        ] {
            try ledger.unit(unit, title, on: day)
        }
        return ledger
    }

    /// Entered by `clerk.a` and `chief.b`.
    private static func enter(
        _ ledger: PracticeLedger, _ record: String, on document: String, of subject: String,
        _ day: String, unit: String, by actor: String = "clerk.a", _ approver: String = "chief.b",
        _ more: [String] = []
    ) throws {
        try ledger.record(
            day,
            [
                "dishonesty", "propose", record, "--instrument", document, "--subject", subject,
                "--act-on", "2024-01-08", "--act", "示例行为", "--nexus", "inOffice", "--unit", unit,
                "--actor", actor,
            ] + more)
        try ledger.record(
            day, "dishonesty", "enter", record, "--unit", unit, "--actor", actor, "--approver",
            approver)
    }

    @Test("S3: objected on 25 September, upheld on 9 October by another officer, clean from then")
    func wrongPerson() throws {
        let ledger = try Self.founded(on: "2024-09-02")
        for person in ["P-0021", "P-0022"] {
            try ledger.official(
                person, "示例·同名", "U-0005", "科长", managedBy: "U-JW", on: "2024-09-02")
        }
        try ledger.record(
            "2024-09-18", "instrument", "register", "I-1", "--kind", "accountability", "--organ",
            "U-JW", "--number", "示例问责〔2024〕1号", "--dated", "2024-09-10", "--subjects",
            "P-0021", "--subjects", "P-0022")
        try Self.enter(ledger, "R-21", on: "I-1", of: "P-0021", "2024-09-18", unit: "U-JW")
        let filing = [
            "objection", "file", "O-1", "--record", "R-21", "--objection-ground", "wrongPerson",
            "--unit", "U-JW",
        ]
        try ledger.refuse(
            "2024-09-25", "objection", "file", "O-1", "--record", "R-21", "--objection-ground",
            "wrongPerson", "--against", "instrument", "--unit", "U-JW",
            article: ("26号文任务12", "the notice, task 12"))
        try ledger.record("2024-09-25", filing)
        func shown(_ day: String) throws -> Shown {
            try ledger.answer(Shown.self, "objection", "show", "O-1", "--as-of", day)
        }
        #expect(try shown("2024-09-25").due("objection.flag") == "2024-09-26")
        #expect(try shown("2024-09-25").due("objection.own") == "2024-09-29")
        try ledger.record("2024-09-26", "objection", "flag", "O-1", "--unit", "U-JW")
        try ledger.record(
            "2024-09-26", "objection", "ask-source", "O-1", "--source-unit", "U-JW", "--unit",
            "U-JW")
        #expect(try shown("2024-09-26").due("objection.source") == "2024-10-10")
        #expect(try shown("2024-10-11").clocks.contains { $0.escalatedTo == "creditOffice" })
        // The board of the credit office has it from the day after, without an entry.
        func board(_ day: String) throws -> [String] {
            try ledger.answer(Board.self, "deadlines", "--unit", "U-XYB", "--as-of", day).items
                .map { "\($0.clock) \($0.level)" }
        }
        #expect(try board("2024-10-10").isEmpty)
        #expect(try board("2024-10-11") == ["objection.source escalated"])
        try ledger.record(
            "2024-10-08", "objection", "answer-source", "O-1", "--source-unit", "U-JW", "--answer",
            "示例答复", "--unit", "U-JW")
        let ruling = [
            "objection", "decide", "O-1", "--objection-outcome", "upheld", "--reason", "示例理由",
            "--annulled-for", "identity", "--unit", "U-JW",
        ]
        let decided = try ledger.record(
            "2024-10-09", ruling + ["--actor", "clerk.c", "--approver", "chief.d"])
        #expect(decided.types == ["objection.decided.v1", "dishonesty.annulled.v1"])
        try Self.enter(
            ledger, "R-22", on: "I-1", of: "P-0022", "2024-10-09", unit: "U-JW", by: "clerk.c",
            "chief.d")
        try ledger.record(
            "2024-10-10", "objection", "tell-viewers", "O-1", "--viewers", "U-0005", "--viewers",
            "U-GA", "--unit", "U-JW")
        func records(_ words: String...) throws -> [Status.Record] {
            let end = try ledger.stele.run(
                ["status", "P-0021", "--json", "--ledger", ledger.path, "--now", "2026-06-30"]
                    + words)
            return try end.json(Status.self).records ?? []
        }
        #expect(try records("--as-of", "2024-10-09").isEmpty)
        #expect(try records("--as-of", "2024-10-08").map(\.state) == ["flagged"])
        #expect(
            try records("--as-of", "2024-09-20", "--known-at", "2024-09-20").map(\.record)
                == ["R-21"])
        let after = try shown("2024-10-10")
        #expect(after.state == "upheld" && after.deciders == ["clerk.c", "chief.d"])
        let paper = try ledger.ask("print", "objection-decision", "O-1", "--lang", "zh")
        #expect(paper.status == 0 && paper.text.contains("异议处理决定书"))
        let trail = try ledger.ask("trace", "P-0021", "--lang", "zh")
        #expect(trail.text.contains("撤销失信记录") && trail.text.contains("主体错误"))
    }

    @Test("S4: refused in June, applied on 13 July, granted on 16 July; the trail is whole")
    func repaired() throws {
        let ledger = try Self.founded(on: "2026-04-01")
        try ledger.record(
            "2026-04-10", "instrument", "register", "I-1", "--kind", "administrativePenalty",
            "--organ", "U-GA", "--number", "示例罚字〔2026〕1号", "--dated", "2026-04-10",
            "--subjects", "U-0005")
        try Self.enter(
            ledger, "R-1", on: "I-1", of: "U-0005", "2026-04-10", unit: "U-GA",
            by: "clerk.a", "chief.b",
            ["--catalogue", "nationalBasic", "--edition", "2025", "--credit-item", "A-1"])
        try ledger.record(
            "2026-04-13", "dishonesty", "grade", "R-1", "--grade", "general", "--standard", "示例标准",
            "--unit", "U-GA")
        let notice = try ledger.ask(
            "print", "notice-record", "R-1", "--lang", "zh", now: "2026-04-14")
        #expect(notice.status == 0 && notice.text.contains("2026年7月11日"))
        let early = try ledger.refuse(
            "2026-06-20", "repair", "apply", "X-1", "--record", "R-1", "--promise",
            "示例承诺〔2026〕1号", article: ("信用修复管理办法", "信用修复管理办法"))
        #expect(early.contains("2026-07-10") && early.contains("2026-07-11"))
        try ledger.record(
            "2026-06-30", "dishonesty", "rectify", "R-1", "--proof", "示例证明", "--unit", "U-GA")
        try ledger.record(
            "2026-07-13", "repair", "apply", "X-1", "--record", "R-1", "--promise",
            "示例承诺〔2026〕1号")
        try ledger.record("2026-07-14", "repair", "accept", "X-1", "--unit", "U-GA")
        let shown = try ledger.answer(Shown.self, "repair", "show", "X-1", now: "2026-07-15")
        #expect(shown.due("repair.decide") == "2026-07-17")
        #expect(shown.due("repair.overall") == "2026-07-27")
        let granted = try ledger.record(
            "2026-07-16", "repair", "decide", "X-1", "--repair-outcome", "granted", "--unit",
            "U-GA", "--actor", "clerk.c", "--approver", "chief.d")
        #expect(granted.types == ["repair.decided.v1", "repair.effected.v1"])
        let status = try ledger.answer(Status.self, "status", "U-0005", now: "2026-07-16")
        #expect(status.records == nil)
        let before = try ledger.answer(
            Status.self, "status", "U-0005", "--as-of", "2026-07-15", now: "2026-07-16")
        #expect(before.records == [.init(record: "R-1", state: "entered")])
        let trail = try ledger.ask("trace", "U-0005", "--lang", "zh", now: "2026-07-16")
        #expect(trail.text.contains("列入政务失信记录") && trail.text.contains("修复生效"))
        let paper = try ledger.ask(
            "print", "repair-decision", "X-1", "--lang", "zh", now: "2026-07-16")
        #expect(paper.status == 0 && paper.text.contains("准予修复"))
    }
}
