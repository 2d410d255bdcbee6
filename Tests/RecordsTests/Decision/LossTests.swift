import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A loss is said in parts and adds up; with what the decision made necessary, too")
struct LossTests {
    /// Replay 4 in fen: 172.9 million yuan to build, 155 million to move.
    private static let build = 17_290_000_000
    private static let move = 15_500_000_000

    private static func part(
        _ item: String, _ amount: Int, _ kind: String = "direct", on day: String? = nil
    ) -> Tree {
        var members: [String: Tree] = [
            "item": .string(item), "lossKind": .string(kind), "amount": .integer(amount),
        ]
        members["lossOn"] = day.map(Tree.string)
        members["assessment"] = "审计报告〔2023〕3号（虚构）"
        return .object(members)
    }

    private static func fields(
        _ losses: [Tree], amount: Int? = nil, attribution: String = "decisionError"
    ) -> [String: Tree] {
        var members: [String: Tree] = [
            "loss": "major", "influence": "severe", "attribution": .string(attribution),
            "instrument": "文1号",
        ]
        if !losses.isEmpty { members["lossParts"] = .array(losses) }
        members["amount"] = amount.map(Tree.integer)
        return members
    }

    private func confirm(
        _ losses: [Tree], amount: Int? = nil, on day: String, of decision: String = "D-2021-001",
        attribution: String = "decisionError", in register: inout Register
    ) throws {
        try register.act(
            "decision.confirm-harm", decision,
            Self.fields(losses, amount: amount, attribution: attribution), on: day,
            approvedBy: "chief.b")
    }

    private func loss(
        _ register: Register, on day: String = "2024-06-01", of decision: DecisionID = "D-2021-001",
        knownAt moment: Instant? = nil
    ) throws -> Loss {
        try #require(register.decision(decision)).loss(
            on: RecordsTests.day(day), knownAt: moment
        ) { register.decision($0) }
    }

    @Test("parts of one confirmation add up, by kind and as a whole, each on its day")
    func parts() throws {
        var register = try WaterProject.told()
        #expect(try loss(register).whole == nil && loss(register).withCaused == nil)
        try confirm(
            [
                Self.part("建设投入", Self.build, on: "2021-12-31"),
                Self.part("迁移支出", Self.move, on: "2023-05-08"),
                Self.part("停工影响", 1, "indirect"),
            ], on: "2023-05-08", in: &register)
        #expect(try loss(register, on: "2023-05-07").whole == nil)
        let all = try loss(register, on: "2023-05-08")
        #expect(all.whole == 32_790_000_001)
        #expect(all.whole(of: .direct) == 32_790_000_000 && all.whole(of: .indirect) == 1)
        #expect(all.parts.map(\.item) == ["建设投入", "迁移支出", "停工影响"])
        #expect(all.parts.map(\.lossOn) == [day("2021-12-31"), day("2023-05-08"), nil])
        #expect(!all.isPlain && all.withCaused == all.whole)
    }

    @Test("a part confirmed later adds, one confirmed anew replaces; in any order of recording")
    func later() throws {
        let told: [(String, [Tree], Int?)] = [
            ("2023-05-08", [Self.part("建设投入", 100), Self.part("利息", 7, "indirect")], nil),
            ("2023-09-01", [Self.part("迁移支出", 50)], nil),
            ("2024-01-10", [Self.part("建设投入", 80, "indirect")], nil),
            ("2024-02-10", [], 3),
        ]
        var all: [Loss] = []
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            var register = try WaterProject.told()
            for index in order {
                let (on, losses, amount) = told[index]
                try confirm(losses, amount: amount, on: on, in: &register)
            }
            #expect(try loss(register, on: "2023-08-31").whole == 107)
            #expect(try loss(register, on: "2024-01-09").whole == 157)
            #expect(try loss(register, on: "2024-01-10").whole == 137)
            let last = try loss(register)
            #expect(last.whole == 140 && last.whole(of: .direct) == 50)
            #expect(last.whole(of: .indirect) == 87)
            #expect(last.parts.map(\.item) == ["建设投入", "利息", "迁移支出", nil])
            #expect(
                last.parts.map(\.on) == [
                    day("2024-01-10"), day("2023-05-08"), day("2023-09-01"), day("2024-02-10"),
                ])
            // The page says which entry took the place of which.
            let first = register.events.first { $0.on == day("2023-05-08") }?.position
            #expect(last.parts.map(\.replaces) == [[first].compactMap(\.self), [], [], []])
            all.append(last)
        }
        #expect(all[0].parts.map(\.amount) == all[1].parts.map(\.amount))
    }

    @Test("what was not divided is one part: said again it replaces; corrected it is as corrected")
    func undivided() throws {
        var register = try WaterProject.told()
        try confirm([], amount: 300, on: "2023-05-08", in: &register)
        #expect(try loss(register).isPlain && loss(register).whole == 300)
        try confirm([], amount: 280, on: "2023-06-08", in: &register)
        #expect(try loss(register).whole == 280 && !loss(register).isPlain)
        let wrong = try #require(register.events.last?.position)
        let right = try Register.command(
            "decision.confirm-harm", "D-2021-001",
            Self.fields([Self.part("建设投入", 280)]), on: "2023-06-08"
        ).signed(by: "clerk.a", approvedBy: "chief.b")
        register.now = instant("2024-01-01T00:00:00.000Z")
        try register.correct(wrong, with: right)
        // No longer of the undivided part: it adds.
        #expect(try loss(register).whole == 580)
        // What the register knew before is what it said.
        #expect(try loss(register, knownAt: instant("2023-12-31T00:00:00.000Z")).whole == 280)
    }

    @Test("whole and parts at once, a part twice, a day ahead, an amount out of range")
    func refused() throws {
        var register = try WaterProject.told()
        func refusal(_ losses: [Tree], amount: Int? = nil) -> Refusal? {
            register.refusal(
                "decision.confirm-harm", "D-2021-001", Self.fields(losses, amount: amount),
                on: "2023-05-08", approvedBy: "chief.b")
        }
        #expect(
            refusal([Self.part("甲", 1)], amount: 1)
                == .decision(.lossWholeAndParts("D-2021-001")))
        #expect(refusal([Self.part("甲", 1), Self.part("甲", 2)]) == .decision(.lossTwice("甲")))
        #expect(
            refusal([Self.part("甲", 1, on: "2023-05-09")])
                == .decision(
                    .endBeforeStart(
                        field: "on", start: day("2023-05-09"), end: day("2023-05-08"),
                        source: "XZZ-2020-26#3")))
        for amount in [-1, (1 << 52) + 1] {
            #expect(
                refusal([Self.part("甲", amount)])
                    == .outOfRange(field: "amount", lowest: 0, highest: 1 << 52))
        }
        try confirm(
            [Self.part("甲", 0, on: "2023-05-08"), Self.part("乙", 1 << 52)], on: "2023-05-08",
            in: &register)
        #expect(try loss(register).whole == 1 << 52)
    }

    // MARK: A decision caused by another

    private func initiate(
        _ id: String, causedBy cause: String?, on day: String, in register: inout Register
    ) throws(Refusal) -> [RecordedEvent] {
        var fields: [String: Tree] = ["lead": "U-SLJ", "head": "P-0001"]
        fields["causedBy"] = cause.map(Tree.string)
        return try register.act("decision.initiate", id, fields, on: day)
    }

    @Test("no decision but delay, then one to move it: the second adds to the first, on both pages")
    func caused() throws {
        var register = try WaterProject.register()
        try register.act("decision.propose", "D-1", ["title": "观景塔"], on: "2016-01-04")
        let recorded = try initiate("D-2", causedBy: "D-1", on: "2021-02-01", in: &register)
        #expect(
            recorded.map(\.event.type) == [
                DecisionInitiated.type.inVersion(2), DecisionCaused.type,
            ])
        // Asked twice, recorded once.
        #expect(try initiate("D-2", causedBy: "D-1", on: "2021-02-01", in: &register).isEmpty)
        try register.act("decision.adopt", "D-2", on: "2021-03-01")
        try confirm(
            [], amount: Self.move, on: "2023-05-08", of: "D-2", in: &register)
        #expect(try loss(register, of: "D-1").whole == nil)
        #expect(try loss(register, of: "D-1").withCaused == Self.move)
        try confirm(
            [], amount: Self.build, on: "2023-06-08", of: "D-1", attribution: "undueDelay",
            in: &register)
        let first = try loss(register, of: "D-1")
        #expect(first.whole == Self.build && first.withCaused == 32_790_000_000)
        #expect(first.caused.map(\.decision) == ["D-2"] && !first.isPlain)
        #expect(first.caused.map(\.on) == [day("2021-02-01")])
        // Before it was opened nothing was caused; what is not confirmed yet is not known.
        #expect(try loss(register, on: "2021-01-31", of: "D-1").caused.isEmpty)
        #expect(try loss(register, on: "2021-02-01", of: "D-1").caused.map(\.amount) == [nil])
        let page = try #require(
            register.decision("D-2")?.dossier(on: day("2024-01-01"), under: register.law))
        #expect(page.cause?.fact.decision == "D-1" && page.loss.caused.isEmpty)
        // Each page tells the link once.
        #expect(!page.others.contains { $0.event.is(DecisionCaused.self) })
        let cause = try #require(
            register.decision("D-1")?.dossier(on: day("2024-01-01"), under: register.law))
        #expect(!cause.others.contains { $0.event.is(DecisionCaused.self) })
        #expect(cause.initiation == nil && cause.cause == nil)
    }

    @Test("a chain adds up to its end, and a branch to its fork")
    func chain() throws {
        var register = try WaterProject.register()
        try register.act("decision.propose", "D-1", ["title": "观景塔"], on: "2016-01-04")
        for (id, cause, on) in [
            ("D-2", "D-1", "2021-02-01"), ("D-3", "D-2", "2021-03-01"),
            ("D-4", "D-1", "2021-01-01"), ("D-5", "D-3", "2021-04-01"),
        ] {
            _ = try initiate(id, causedBy: cause, on: on, in: &register)
            try confirm(
                [], amount: Int(id.dropFirst(2)).map { 1 << (4 * $0) } ?? 0, on: "2023-05-08",
                of: id, attribution: "undueDelay", in: &register)
        }
        let all = try loss(register, of: "D-1")
        #expect(all.caused.map(\.decision) == ["D-4", "D-2"])
        #expect(all.caused.map(\.amount) == [0x10000, 0x101100])
        #expect(all.whole == nil && all.withCaused == 0x111100)
        #expect(try loss(register, of: "D-3").withCaused == 0x101000)
    }

    @Test("the link falls with the opening that says it, and moves where that is corrected")
    func withdrawn() throws {
        var register = try WaterProject.register()
        for id in ["D-1", "D-9"] {
            try register.act("decision.propose", id, ["title": "观景塔"], on: "2016-01-04")
        }
        let opened = try #require(
            try initiate("D-2", causedBy: "D-1", on: "2021-02-01", in: &register).first)
        let fields: [String: Tree] = ["lead": "U-SLJ", "head": "P-0001", "causedBy": "D-9"]
        let moved = try register.correct(
            opened.position,
            with: try Register.command("decision.initiate", "D-2", fields, on: "2021-02-01")
                .signed(by: "clerk.a", approvedBy: nil))
        #expect(try loss(register, of: "D-1").caused.isEmpty)
        #expect(try loss(register, of: "D-9").caused.map(\.decision) == ["D-2"])
        try register.perform(
            WithdrawRecord(about: "D-2", at: try #require(moved.first).position),
            Circumstances(on: day("2021-03-01"), actor: "clerk.a", approver: "chief.b"))
        #expect(try loss(register, of: "D-9").caused.isEmpty)
    }

    @Test("a cause is there, is another, closes no circle, and began no later")
    func causeRefused() throws {
        var register = try WaterProject.register()
        func refusal(_ id: String, _ cause: String, _ on: String) -> Refusal? {
            register.refusal(
                "decision.initiate", id,
                ["lead": "U-SLJ", "head": "P-0001", "causedBy": .string(cause)], on: on)
        }
        #expect(refusal("D-2", "D-1", "2021-02-01") == .decision(.unknown("D-1")))
        try register.act("decision.propose", "D-1", ["title": "观景塔"], on: "2021-02-02")
        #expect(
            refusal("D-2", "D-1", "2021-02-01")
                == .decision(.causeBeginsLater("D-1", on: day("2021-02-02"), caused: "D-2")))
        let first = try initiate("D-1", causedBy: nil, on: "2021-02-02", in: &register)
        // The day itself is not later.
        _ = try initiate("D-2", causedBy: "D-1", on: "2021-02-02", in: &register)
        _ = try initiate("D-3", causedBy: "D-2", on: "2021-02-02", in: &register)
        try register.act("decision.propose", "D-4", ["title": "观景塔"], on: "2021-02-02")
        #expect(
            refusal("D-4", "D-4", "2021-02-02")
                == .decision(.causesItself("D-4", through: ["D-4", "D-4"])))
        // Only a correction could close a circle: who comes first is there first.
        let closing = try Register.command(
            "decision.initiate", "D-1", ["lead": "U-SLJ", "head": "P-0001", "causedBy": "D-3"],
            on: "2021-02-02"
        ).signed(by: "clerk.a", approvedBy: nil)
        #expect(
            throws: Refusal.decision(
                .causesItself("D-1", through: ["D-1", "D-3", "D-2", "D-1"]))
        ) { try register.correct(first[0].position, with: closing) }
    }
}

extension WithdrawRecord {
    /// Of an entry about a decision.
    init(about decision: String, at position: Position) throws {
        let reader = TreeReader(
            .object([
                "position": .integer(position), "reason": "登记有误",
                "decision": .string(decision),
            ]))
        guard let reader else { preconditionFailure("an object can be read") }
        try self.init(asked: reader)
    }
}
