import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("In a case of an organ the six keep to the law — 政务处分法 Art. 15, 16, 43 (D2 16, 17, 21)")
struct GovernedSanctionTests {
    private func refusal(_ attempt: () throws(Refusal) -> Void) -> Refusal? {
        do throws(Refusal) { try attempt() } catch { return error }
        return nil
    }

    @Test("none of the six without having been told, nor without having been heard")
    func toldAndHeard() throws {
        var register = try Proceedings.named()
        #expect(throws: Refusal.case(.notNotified("P-0003", Proceedings.file))) {
            try register.sanction(.warning)
        }
        // An accountability measure is no sanction of the six, but it rests on a finding, too.
        #expect(throws: Refusal.sanction(.noFinding("P-0003", Proceedings.file))) {
            try register.sanction(.criticism, as: "S-9")
        }
        try register.notify("P-0003")
        #expect(throws: Refusal.case(.notHeard("P-0003", Proceedings.file))) {
            try register.sanction(.warning)
        }
        try register.hear("P-0003")
        // Heard on 25 July, so not on the day before.
        #expect(throws: Refusal.case(.notHeard("P-0003", Proceedings.file))) {
            try register.sanction(.warning, on: "2024-07-24")
        }
        #expect(throws: Refusal.sanction(.noFinding("P-0003", Proceedings.file))) {
            try register.sanction(.warning)
        }
        // A document that was decided elsewhere stands for it: a judgment, for one.
        var judged = register
        #expect(
            try judged.sanction(
                .warning, ["instrument": "（虚构）刑初1号", "instrumentKind": "criminalJudgment"]
            ).count == 1)
        try register.find("P-0003", .sustained, on: "2024-08-20")
        #expect(try register.sanction(.criticism, as: "S-9").count == 1)
        #expect(try register.sanction(.warning).count == 1)
    }

    @Test("the six say who imposes them; other measures need not")
    func authority() throws {
        var register = try Proceedings.found()
        func ask(_ measure: String) -> Refusal? {
            register.refusal(
                asking: "imposeSanction",
                [
                    "sanction": "S-1", "case": "C-2024-01", "subject": "P-0003",
                    "measure": .string(measure),
                ], on: "2024-08-20", approvedBy: "chief.b")
        }
        #expect(ask("warning") == .missing("authority"))
        #expect(try register.sanction(.admonition).count == 1)
    }

    @Test(
        "one act, one of both organs: without a number on either side the case tells",
        arguments: [
            (nil, nil, true), ("1", nil, true), (nil, "1", true), ("1", "1", true),
            ("1", "2", false),
        ] as [(String?, String?, Bool)])
    func once(first: String?, second: String?, isRefused: Bool) throws {
        var register = try Proceedings.found()
        func act(_ number: String?) -> [String: Tree] { number.map { ["act": .string($0)] } ?? [:] }
        try register.sanction(.warning, act(first))
        let refused = refusal { () throws(Refusal) in
            try register.sanction(
                .demerit, as: "S-2",
                ["authority": "employer"].merging(act(second)) { $1 })
        }
        #expect((refused == .sanction(.sanctionedTwice(by: "S-1"))) == isRefused)
        #expect((refused == nil) == !isRefused)
    }

    @Test("identical ones decided together make one; a later one follows what is left of the first")
    func combined() throws {
        var register = try Proceedings.found()
        try register.sanction(.warning, ["act": "1"])
        let refused = refusal { () throws(Refusal) in
            try register.sanction(.warning, as: "S-2", ["act": "2"])
        }
        expectRefusal(refused, code: "notCombined", source: "政务处分法#15")
        #expect(refused?.message.values["sanction"] == .text("S-1"))
        var together = register
        #expect(
            try together.sanction(
                .warning, as: "S-2", ["act": "2", "combines": ["S-1"], "months": 9]
            ).count == 1)
        #expect(together.director("S-1", on: "2024-09-20")?.state == .combined)
        // To 19 February 2025, and six months more; once the first is over, six months of its own.
        try register.sanction(.warning, as: "S-2", on: "2024-09-20", ["act": "2"])
        #expect(register.director("S-2", on: "2024-09-20")?.life.lastDay == day("2025-08-19"))
        #expect(register.director("S-1", on: "2024-09-20")?.life.lastDay == day("2025-02-19"))
        try register.sanction(.warning, as: "S-3", on: "2025-08-20", ["act": "3"])
        #expect(register.director("S-3", on: "2025-08-20")?.life.lastDay == day("2026-02-19"))
    }

    @Test("what is delivered from elsewhere may run side by side, unheard and unsigned")
    func delivered() throws {
        var register = try Reprimand.register()
        try register.reprimand(.warning, as: "S-1")
        #expect(try register.reprimand(.warning, as: "S-2", in: "C-2024-11").count == 1)
    }
}

extension Register {
    /// The line of a sanction of the director.
    fileprivate func director(_ number: SanctionID, on text: String) -> SanctionRow? {
        file("P-0003").sanctionRows(on: day(text), under: law).first { $0.sanction == number }
    }
}

@Suite("The rules in force say what a measure is (D2 5)")
struct MeasureLawTests {
    @Test("停职检查 runs until something ends it")
    func suspension() throws {
        var register = try Reprimand.register()
        try register.reprimand(.suspensionPending, as: "S-1")
        #expect(register.inEffect(on: "2026-01-15") == ["suspensionPending"])
        #expect(register.row("S-1", on: "2026-01-15")?.state == .inEffect)
    }

    @Test("Party measures last as the rulebook says")
    func party() throws {
        var register = try Reprimand.register()
        try register.reprimand(.partyWarning, as: "S-1")
        try register.reprimand(.partyExpulsion, as: "S-2")
        #expect(register.inEffect(on: "2024-01-15") == ["partyWarning", "partyExpulsion"])
        #expect(register.inEffect(on: "2024-01-16") == ["partyExpulsion"])
    }

    @Test("other rules, another term: the program's own table does not speak")
    func otherTerm() throws {
        var register = try Reprimand.register()
        register.law = try LawDocuments.law(
            term: "momentary", needsService: true, of: "suspensionPending")
        try register.reprimand(.suspensionPending, as: "S-1")
        #expect(register.inEffect(on: "2024-01-15") == ["suspensionPending"])
        #expect(register.inEffect(on: "2024-01-16").isEmpty)
    }

    @Test("other rules, other service: who left receives what needs none, and not what needs some")
    func otherService() throws {
        for (measure, needsService) in [(Measure.suspensionPending, false), (.criticism, true)] {
            var register = try Reprimand.register()
            register.law = try LawDocuments.law(
                term: "momentary", needsService: needsService, of: measure.rawValue)
            try register.perform(
                EmploymentEnded(subject: Reprimand.person, reason: .retired), on("2023-12-31"))
            var isRefused = false
            do throws(Refusal) {
                try register.reprimand(measure, as: "S-1")
            } catch {
                isRefused = error.source == "政务处分法#27"
            }
            #expect(isRefused == needsService, "\(measure)")
        }
    }

    @Test(
        "the role shown beside a sanction is that of the naming known to have happened by the day")
    func naming() throws {
        var register = Register(now: "2024-01-15T01:00:00.000Z")
        for (id, kind) in [
            ("U-1", SubjectKind.unit), ("U-2", .unit), ("P-0010", .person),
        ] {
            try register.perform(SubjectRegistered(subject: SubjectID(wellFormed: id), kind: kind))
        }
        try register.perform(CaseOpened(case: "C-1", recordedFrom: "旧案卷"), on("2023-12-01"))
        for (unit, day) in [("U-1", "2023-12-01"), ("U-2", "2024-06-01")] {
            try register.perform(
                PersonNamed(
                    case: "C-1", subject: "P-0010", recordedUnit: UnitID(wellFormed: unit),
                    category: "违规（虚构）"), on(day))
        }
        try register.perform(
            FindingMade(case: "C-1", subject: "P-0010", finding: .sustained), on("2024-01-10"))
        try register.sanction(.warning, of: "P-0010", in: "C-1", on: "2024-01-15")
        for (text, unit) in [("2024-05-31", "U-1"), ("2024-06-01", "U-2")] {
            #expect(register.row("S-1", on: text)?.unit == UnitID(wellFormed: unit))
            let status = register.file("P-0010").status(on: day(text), under: register.law)
            #expect(status.findings.first?.role?.unit == UnitID(wellFormed: unit))
        }
    }
}
