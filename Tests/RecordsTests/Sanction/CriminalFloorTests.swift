import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("After a judgment no sanction is lighter than what the law leaves — 政务处分法 Art. 14")
struct CriminalFloorTests {
    private static func judgment(
        _ penalty: String, _ guilt: String? = nil, months: Int? = nil, deprived: Bool = false,
        _ more: [String: Tree] = [:]
    ) -> [String: Tree] {
        var fields: [String: Tree] = [
            "subject": "P-0003", "penalty": .string(penalty), "instrument": "刑初1号（虚构）",
        ]
        fields["guilt"] = guilt.map(Tree.string)
        fields["months"] = months.map(Tree.integer)
        if deprived { fields["deprived"] = true }
        return fields.merging(more) { $1 }
    }

    private func judged(
        _ fields: [String: Tree], on day: String = "2024-08-01", in register: inout Register
    ) throws(Refusal) {
        try register.act("case.record-judgment", "C-2024-01", fields, on: day)
    }

    private func marks(_ register: Register, on day: String = "2025-01-01") -> [Caution] {
        register.file(WaterProject.director).marks(
            by: RecordsTests.day(day), under: register.law
        ) { register.caseFile($0) ?? CaseFile(about: $0) }.filter {
            $0.code == .belowCriminalFloor
        }
    }

    /// Whether the measure may be imposed after that judgment.
    private func allows(
        _ measure: Measure, after fields: [String: Tree], approval: String? = nil
    ) throws -> Bool {
        var register = try Proceedings.found()
        try judged(fields, in: &register)
        do throws(Refusal) {
            var more: [String: Tree] = [:]
            more["approval"] = approval.map(Tree.string)
            try register.sanction(measure, more)
            #expect(marks(register).isEmpty)
            return true
        } catch {
            #expect(error.code.hasPrefix("belowCriminalFloor"), "\(error)")
            #expect(error.source == "政务处分法#14")
            return false
        }
    }

    @Test("each of the cases of the article, the lightest that it leaves and the one below")
    func floors() throws {
        for (fields, least, below) in [
            (Self.judgment("surveillance", "intent"), Measure.dismissal, Measure.removal),
            (Self.judgment("imprisonment", "intent", months: 6), .dismissal, .removal),
            (Self.judgment("imprisonment", "negligence", months: 37), .dismissal, .removal),
            (Self.judgment("deprivation"), .dismissal, .removal),
            (
                Self.judgment("detention", "negligence", deprived: true), .dismissal, .removal
            ),
            (Self.judgment("fine"), .removal, .demotion),
            (Self.judgment("exempted", "intent"), .removal, .demotion),
            (Self.judgment("notProsecuted"), .removal, .demotion),
        ] as [([String: Tree], Measure, Measure)] {
            #expect(try allows(least, after: fields), "\(fields)")
            #expect(try !allows(below, after: fields, approval: "市监委批复1号"), "\(fields)")
        }
    }

    @Test("negligence, three years to the month or less: removal only as the organ above approves")
    func negligence() throws {
        for fields in [
            Self.judgment("imprisonment", "negligence", months: 36),
            Self.judgment("surveillance", "negligence"),
        ] {
            #expect(try allows(.dismissal, after: fields))
            #expect(try !allows(.removal, after: fields))
            #expect(try allows(.removal, after: fields, approval: "市监委批复1号"))
            #expect(try !allows(.demotion, after: fields, approval: "市监委批复1号"))
        }
        #expect(
            try !allows(
                .removal, after: Self.judgment("imprisonment", "negligence", months: 37),
                approval: "市监委批复1号"))
    }

    @Test("a judgment told after the sanction marks it, one that took effect later does not")
    func later() throws {
        for (effective, isMarked) in [("2024-08-20", true), ("2024-08-21", false)] {
            var register = try Proceedings.found()
            try register.sanction(.warning)
            let imposed = try #require(register.events.last?.position)
            #expect(marks(register).isEmpty)
            try judged(Self.judgment("fine"), on: effective, in: &register)
            let found = marks(register)
            #expect(found.map(\.sanction) == (isMarked ? ["S-1"] : []))
            if isMarked {
                #expect(found[0].entries == [imposed, imposed + 1])
                #expect(found[0].rule == "政务处分法#14")
                // As of the day before, there was neither.
                #expect(marks(register, on: "2024-08-19").isEmpty)
                // Withdrawn, it was never judged.
                try register.perform(
                    WithdrawRecord(
                        position: imposed + 1, reason: .clear("有误"), case: Proceedings.file),
                    Circumstances(on: day("2024-09-20"), actor: "clerk.a", approver: "chief.b"))
                #expect(marks(register).isEmpty)
            }
        }
    }

    @Test("what is recorded from elsewhere is recorded, and marked")
    func recorded() throws {
        var register = try Proceedings.named()
        try register.ask(
            "openCase", ["case": "C-2", "recordedFrom": "市监委〔2024〕2号"], on: "2024-06-01")
        try register.ask(
            "namePerson", ["case": "C-2", "subject": "P-0003", "category": "受贿"],
            on: "2024-06-01")
        try register.act(
            "case.record-judgment", "C-2",
            Self.judgment("imprisonment", "intent", months: 6), on: "2024-06-02")
        try register.sanction(
            .removal, as: "S-2", in: "C-2", on: "2024-06-03",
            ["authority": "supervision", "instrument": "市监委〔2024〕3号"])
        #expect(marks(register).map(\.sanction) == ["S-2"])
        // Varied to what follows from the judgment, it is no longer.
        try register.act(
            "sanction.rectify", "S-2",
            ["measure": "dismissal", "by": "organ", "ground": "适用法律错误"], on: "2024-07-01",
            approvedBy: "chief.b")
        #expect(marks(register).isEmpty)
    }

    @Test("changed after the judgment, a sanction is held to it, too; changed before it, it is not")
    func changed() throws {
        for (effective, isMarked) in [("2024-10-01", true), ("2024-10-02", false)] {
            var register = try Proceedings.found()
            try register.sanction(.warning)
            try judged(Self.judgment("fine"), on: effective, in: &register)
            try register.act(
                "sanction.rectify", "S-1",
                ["measure": "demerit", "by": "organ", "ground": "情节认定有误"],
                on: "2024-10-01", approvedBy: "chief.b")
            #expect(marks(register).map(\.sanction) == (isMarked ? ["S-1"] : []))
            // As of the day before the change it was what was imposed before any judgment.
            #expect(marks(register, on: "2024-09-30").isEmpty)
        }
    }

    @Test("an act of before is held to the lighter of the two floors — 政务处分法 Art. 67")
    func lighter() throws {
        for (penalty, actOn, least) in [
            // 处分条例 Art. 17 asks for dismissal after any penalty, and for nothing without one.
            ("fine", "2020-12-22", Measure.removal), ("fine", "2020-12-23", .removal),
            ("exempted", "2020-12-22", .warning), ("exempted", "2020-12-23", .removal),
            ("deprivation", "2020-12-22", .dismissal),
        ] {
            for measure in [Measure.warning, .demotion, .removal, .dismissal] {
                var register = try Proceedings.found()
                try judged(Self.judgment(penalty), in: &register)
                var code: String?
                do throws(Refusal) {
                    try register.sanction(measure, ["actOn": .string(actOn)])
                } catch { code = error.code }
                let order = Measure.allCases
                let place = try #require(order.firstIndex(of: measure))
                let isLighter = place < (try #require(order.firstIndex(of: least)))
                #expect(
                    code == (isLighter ? "belowCriminalFloor" : nil),
                    "\(penalty) \(actOn) \(measure)")
            }
        }
    }

    @Test("of another act, of another person, or before any floor there is nothing to be below")
    func others() throws {
        var register = try Proceedings.found()
        try judged(Self.judgment("fine", nil, ["act": "X1"]), in: &register)
        try register.sanction(.warning, ["act": "X2"])
        #expect(marks(register).isEmpty)
        var same = try Proceedings.found()
        try judged(Self.judgment("fine", nil, ["act": "Ｘ1"]), in: &same)
        #expect(throws: Refusal.self) { try same.sanction(.warning, ["act": "x 1"]) }
        var person = try Proceedings.heard()
        try judged(Self.judgment("fine", nil, ["subject": "P-0002"]), in: &person)
        try person.find("P-0003", .sustained, on: "2024-08-20")
        try person.sanction(.warning)
        // Accountability measures are none of the six.
        var measure = try Proceedings.found()
        try judged(Self.judgment("fine"), in: &measure)
        try measure.sanction(.admonition)
    }

    @Test("what the floor asks is said, and one number is one judgment")
    func refused() throws {
        var register = try Proceedings.found()
        func refusal(_ fields: [String: Tree], on day: String = "2024-08-01") -> Refusal? {
            register.refusal("case.record-judgment", "C-2024-01", fields, on: day)
        }
        #expect(refusal(Self.judgment("imprisonment", "intent")) == .missing("months"))
        #expect(refusal(Self.judgment("imprisonment", months: 6)) == .missing("guilt"))
        #expect(refusal(Self.judgment("detention")) == .missing("guilt"))
        for months in [0, 1201] {
            #expect(
                refusal(Self.judgment("imprisonment", "intent", months: months))
                    == .outOfRange(field: "months", lowest: 1, highest: 1200))
        }
        #expect(
            refusal(Self.judgment("fine", nil, ["subject": "P-0007"]))
                == .notNamedInCase("P-0007", "C-2024-01"))
        try judged(Self.judgment("fine"), in: &register)
        let count = register.events.count
        try judged(Self.judgment("fine"), in: &register)
        #expect(register.events.count == count)
        #expect(
            refusal(Self.judgment("exempted"))
                == .case(.judgedOtherwise("刑初1号（虚构）", on: day("2024-08-01"))))
        #expect(
            refusal(Self.judgment("fine"), on: "2024-08-02")
                == .case(.judgedOtherwise("刑初1号（虚构）", on: day("2024-08-01"))))
    }

    @Test("the codes are those of the rulebook; before 政务处分法 any sentence means dismissal")
    func codes() throws {
        #expect(
            CriminalPenalty.allCases.map(\.rawValue) == Rulebook.Penalty.allCases.map(\.rawValue))
        #expect(CriminalGuilt.allCases.map(\.rawValue) == Rulebook.Guilt.allCases.map(\.rawValue))
        let law = try LawDocuments.law()
        let fine = Rulebook.Judged(guilt: nil, penalty: .fine, months: nil, isDeprived: false)
        let exempt = Rulebook.Judged(
            guilt: .intent, penalty: .exempted, months: nil, isDeprived: false)
        let before = try #require(law.bodies(on: day("2020-06-30")))
        #expect(before.floor(of: fine)?.measure == "dismissal")
        #expect(before.floor(of: fine)?.source == "处分条例#17" && before.floor(of: exempt) == nil)
        let act = try LawDocuments.rulebook("713-2020")
        #expect(act.inForceFrom == day("2020-07-01"))
        #expect(act.floor(of: fine)?.measure == "removal" && act.floors.count == 5)
        for on in ["2020-12-23", "2025-06-01"] {
            let rules = try #require(law.bodies(on: day(on)))
            #expect(rules.floor(of: fine)?.measure == "removal")
            #expect(rules.floor(of: exempt)?.source == "政务处分法#14")
        }
    }
}
