import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Units answer beside persons: organising, executing, supervising — 713 Art. 34, 39, 40")
struct ResponsibleUnitTests {
    private let id = "D-2021-001"

    private func executed() throws -> Register {
        var register = try WaterProject.told()
        try register.act(
            "decision.assign-execution", id, ["executor": "U-OTHER"], on: "2021-05-01")
        try register.act(
            "decision.assign-supervision", id, ["supervisor": "U-ZF", "instrument": "文2号"],
            on: "2021-05-02")
        return register
    }

    private func units(_ register: Register, on day: String) throws -> [ResponsibleUnit] {
        try #require(register.decision(WaterProject.decision))
            .backTrace(on: RecordsTests.day(day), under: register.law) { register.subject($0) }
            .units
    }

    private func opened() throws -> Register {
        var register = try executed()
        try register.act(
            "openCase", "C-1", ["decision": .string(id), "authority": "U-JW"], on: "2021-06-01")
        return register
    }

    @Test("each is in the back-trace from its day on, with its entry and its article")
    func backTrace() throws {
        let register = try executed()
        let all = try units(register, on: "2021-05-02")
        #expect(all.map(\.unit) == ["U-SLJ", "U-OTHER", "U-ZF"])
        #expect(all.map(\.capacity) == [.organising, .executing, .supervising])
        #expect(all.map(\.capacity.source) == ["713#39", "713#40", "713#34"])
        #expect(all.allSatisfy { $0.evidence.count == 1 })
        #expect(try units(register, on: "2021-05-01").count == 2)
        #expect(try units(register, on: "2021-04-30").map(\.unit) == ["U-SLJ"])
    }

    @Test("a supervising unit must be registered, and be a unit")
    func supervisor() throws {
        var register = try executed()
        for (unit, refusal) in [
            ("U-404", Refusal.unknownSubject("U-404")), ("P-0001", .notAUnit("P-0001")),
        ] {
            #expect(
                register.refusal(
                    "decision.assign-supervision", id, ["supervisor": .string(unit)],
                    on: "2021-05-03") == refusal)
        }
    }

    @Test(
        "named in a case with the capacity that the decision shows, or that is said; asked twice once"
    )
    func named() throws {
        var register = try opened()
        #expect(
            register.refusal("namePerson", "C-1", ["subject": "U-SLJ"], on: "2021-06-02")
                == .notAPerson("U-SLJ"))
        try register.act("case.name-unit", "C-1", ["unit": "U-SLJ"], on: "2021-06-02")
        #expect(
            try register.act("case.name-unit", "C-1", ["unit": "U-SLJ"], on: "2021-06-03").isEmpty)
        #expect(
            register.refusal("case.name-unit", "C-1", ["unit": "U-JW"], on: "2021-06-02")
                == .missing("capacity"))
        try register.act(
            "case.name-unit", "C-1", ["unit": "U-JW", "capacity": "supervising"], on: "2021-06-02")
        let namings = register.events.compactMap { $0.event[UnitNamed.self] }
        #expect(namings.map(\.capacity) == [.organising, .supervising])
        #expect(namings.allSatisfy { $0.decision == WaterProject.decision })
        #expect(
            register.refusal("case.name-unit", "C-1", ["unit": "P-0001"], on: "2021-06-02")
                == .notAUnit("P-0001"))
        #expect(
            register.refusal("case.name-unit", "C-1", ["unit": "U-404"], on: "2021-06-02")
                == .unknownSubject("U-404"))
    }

    @Test(
        "a finding on it with a second person, none before it is named, and no sanction of persons")
    func found() throws {
        var register = try opened()
        let fields: [String: Tree] = [
            "unit": "U-SLJ", "finding": "sustained", "rectification": "补充风险评估（虚构）",
        ]
        func refusal(by approver: Officer?) -> Refusal? {
            register.refusal(
                "case.determine-unit", "C-1", fields, on: "2021-06-10", approvedBy: approver)
        }
        #expect(refusal(by: "chief.b") == .case(.unitNotNamed("U-SLJ", "C-1")))
        try register.act("case.name-unit", "C-1", ["unit": "U-SLJ"], on: "2021-06-02")
        #expect(refusal(by: nil) == .needsApprover("case.determine-unit"))
        let before = try view(register)
        #expect(before.units.map(\.unit) == ["U-SLJ"] && before.units[0].findings.isEmpty)
        try register.act(
            "case.determine-unit", "C-1", fields, on: "2021-06-10", approvedBy: "chief.b")
        #expect(try view(register).units[0].findings.map(\.fact.finding) == [.sustained])
        #expect(try view(register, on: "2021-06-09").units[0].findings.isEmpty)
        #expect(
            register.refusal(
                "imposeSanction", "S-1",
                ["subject": "U-SLJ", "case": "C-1", "measure": "warning"], on: "2021-06-11",
                approvedBy: "chief.b") == .notAPerson("U-SLJ"))
    }

    @Test(
        "a case closed with a unit on which nothing was found says so; with a finding it does not")
    func closed() throws {
        for isFound in [false, true] {
            var register = try opened()
            try register.act("case.name-unit", "C-1", ["unit": "U-SLJ"], on: "2021-06-02")
            if isFound {
                try register.act(
                    "case.determine-unit", "C-1", ["unit": "U-SLJ", "finding": "unfounded"],
                    on: "2021-06-10", approvedBy: "chief.b")
            }
            try register.act("closeCase", "C-1", on: "2021-06-20", approvedBy: "chief.b")
            let closing = register.events.compactMap { $0.event[CaseClosed.self] }.last
            #expect(closing?.irregularities == (isFound ? [] : [.findingMissing]))
            #expect(
                register.refusal("case.name-unit", "C-1", ["unit": "U-OTHER"], on: "2021-06-21")
                    == .case(.closed("C-1", on: day("2021-06-20"))))
        }
    }

    @Test(
        "without any decision a unit answers for what it left undone, by another law than the Order"
    )
    func inaction() throws {
        var register = try WaterProject.register()
        // Replay 4: departments look away for years; nobody ever decided anything.
        try register.act("openCase", "C-1", ["authority": "U-JW"], on: "2021-06-01")
        #expect(
            register.refusal(
                "case.name-unit", "C-1", ["unit": "U-SLJ", "failing": "inaction"],
                on: "2021-06-02") == .missing("capacity"))
        let fields: [String: Tree] = [
            "unit": "U-SLJ", "capacity": "supervising", "failing": "inaction",
        ]
        let named = try register.act("case.name-unit", "C-1", fields, on: "2021-06-02")
        #expect(named.map(\.basis.first) == ["政务处分法#39"])
        #expect(try register.act("case.name-unit", "C-1", fields, on: "2021-06-03").isEmpty)
        try register.ask(
            "namePerson", ["case": "C-1", "subject": "P-0003", "category": "不履行监督职责"],
            on: "2021-06-02")
        let found = try register.act(
            "case.determine-unit", "C-1", ["unit": "U-SLJ", "finding": "sustained"],
            on: "2021-06-10", approvedBy: "chief.b")
        #expect(found.map(\.basis.first) == ["政务处分法#39"])
        let page = try view(register)
        #expect(page.units.first?.namings.map(\.fact.failing) == [.inaction])
        #expect(page.units.first?.namings.first?.fact.decision == nil)
        // The same of a decision rests on the Order.
        var decided = try opened()
        let late = try decided.act(
            "case.name-unit", "C-1", ["unit": "U-SLJ", "failing": "falsification"],
            on: "2021-06-02")
        #expect(late.map(\.basis.first) == ["713#39"])
        let idle = try decided.act(
            "case.name-unit", "C-1",
            ["unit": "U-OTHER", "capacity": "supervising", "failing": "inaction"],
            on: "2021-06-02")
        #expect(idle.map(\.basis.first) == ["713#34"])
    }

    private func view(_ register: Register, on day: String = "2021-07-01") throws -> CaseView {
        let file = try #require(register.caseFile("C-1"))
        let view = file.view(
            on: RecordsTests.day(day), under: register.law,
            decision: { register.decision($0) }, complaint: { register.file($0.tag) },
            file: { register.subject($0) })
        return try #require(view)
    }
}
