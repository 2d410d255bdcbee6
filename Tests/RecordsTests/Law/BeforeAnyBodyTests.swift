import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// I14: a fact is never refused, and never changed, for want of a value that is only derived from it.
@Suite("A day before any body of law: recorded, and answered with exactly that reason")
struct BeforeAnyBodyTests {
    private let id = "D-2016-001"
    private let first = day("2019-09-01")

    /// Adopted in 2016, without any step; the earliest rules are of 2019.
    private func old() throws -> Register {
        var register = try WaterProject.register()
        register.law = try LawDocuments.law(since: SecondBody.opened)
        try register.act(
            "decision.propose", id, ["title": "旧事项（虚构）", "catalogueItem": "notInAnyCatalogue"],
            on: "2016-02-01")
        try register.act(
            "decision.initiate", id, ["lead": "U-SLJ", "head": "P-0001"], on: "2016-03-01")
        try register.act(
            "decision.waive", id, ["step": "legalityReview", "ground": "当时不要求（虚构）"],
            on: "2016-03-10", approvedBy: "clerk.b")
        try register.act("decision.adopt", id, ["decider": "U-ZF"], on: "2016-04-20")
        return register
    }

    private func expectReason(
        _ fault: LawFault?, on text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            fault == .noRules(on: day(text), first: first), sourceLocation: sourceLocation)
    }

    // I14.
    @Test("a decision is recorded with its item and its waiver, and raises nothing")
    func decision() throws {
        let register = try old()
        #expect(register.events.last?.event.is(DecisionAdopted.self) == true)
        let dossier = try #require(
            register.decision("D-2016-001")?.dossier(on: day("2021-06-01"), under: register.law))
        #expect(dossier.catalogueItem == "notInAnyCatalogue" && dossier.grounds.isEmpty)
        #expect(dossier.bodies.isEmpty && dossier.triggerFault == nil)
        expectReason(dossier.fault, on: "2016-04-20")
        #expect(dossier.groundsFault == dossier.fault)
        #expect(dossier.fault?.code == "noRules")
    }

    @Test("the first day of the first body has one, the day before has none")
    func edge() throws {
        for (text, isThere) in [("2019-08-31", false), ("2019-09-01", true)] {
            var register = try WaterProject.register()
            register.law = try LawDocuments.law(since: SecondBody.opened)
            let refusal = register.refusal(
                "decision.propose", id, ["title": "旧事项（虚构）", "catalogueItem": "none"], on: text)
            #expect((refusal?.code == "notInCatalogue") == isThere)
            #expect((refusal == nil) == !isThere)
        }
    }

    @Test("no step is missing that no body asked for; from the first day of one each is")
    func steps() throws {
        for (text, isThere) in [("2019-08-31", false), ("2019-09-01", true)] {
            var register = try WaterProject.register()
            register.law = try LawDocuments.law(since: SecondBody.opened)
            try register.act(
                "decision.initiate", id, ["lead": "U-SLJ", "head": "P-0001"], on: "2016-03-01")
            try register.act("decision.adopt", id, ["decider": "U-ZF"], on: text)
            let dossier = try #require(
                register.decision("D-2016-001")?.dossier(
                    on: day("2021-06-01"), under: register.law))
            #expect(dossier.steps.allSatisfy { $0.state == (isThere ? .missing : .notJudged) })
            #expect(dossier.steps.allSatisfy { ($0.source != nil) == isThere })
            #expect(dossier.bodies.map(\.edition) == (isThere ? ["713/6"] : []))
            #expect((dossier.fault == nil) == isThere)
            if !isThere { expectReason(dossier.fault, on: text) }
        }
        // What was done and what was waived is shown as it was recorded.
        let dossier = try #require(
            old().decision("D-2016-001")?.dossier(on: day("2021-06-01"), under: old().law))
        let waived = dossier.steps.filter { $0.state == .waived }
        #expect(waived.map(\.step) == [.legalityReview] && waived.allSatisfy { $0.source == nil })
    }

    @Test("asking the machine for its grounds, and raising one, need rules: the reason is given")
    func grounds() throws {
        var register = try old()
        for (act, fields) in [
            ("detectGrounds", [:]), ("decision.raise-ground", ["ground": "G9.2"]),
        ] as [(String, [String: Tree])] {
            let refusal = register.refusal(act, id, fields, on: "2021-06-01")
            guard case .law(let fault)? = refusal?.reason(GeneralRefusal.self) else {
                Issue.record("\(act): \(refusal?.code ?? "recorded")")
                continue
            }
            expectReason(fault, on: "2016-04-20")
        }
        // A round that is judged is judged, whatever was before it.
        try register.act("decision.adjust", id, ["reason": "旧事重提（虚构）"], on: "2021-05-01")
        try register.act("decision.adopt", id, ["number": "2"], on: "2021-05-06")
        #expect(
            register.refusal("detectGrounds", id, [:], on: "2021-07-01") == nil)
        let dossier = try #require(
            register.decision("D-2016-001")?.dossier(on: day("2021-07-01"), under: register.law))
        #expect(dossier.fault == nil && dossier.grounds.contains { $0.ground == "G11.1" })
    }

    @Test("great harm of an old decision: nobody can say whether it is pursued for life, and why")
    func lifelong() throws {
        var register = try old()
        try register.act(
            "decision.confirm-harm", id,
            [
                "loss": "major", "influence": "severe", "attribution": "decisionError",
                "instrument": "审报（虚构）",
            ], on: "2020-05-10", approvedBy: "clerk.b")
        let file = try #require(register.decision("D-2016-001"))
        let dossier = try #require(file.dossier(on: day("2021-06-01"), under: register.law))
        #expect(dossier.trigger == nil)
        expectReason(dossier.triggerFault, on: "2016-04-20")
        let trace = file.backTrace(on: day("2021-06-01"), under: register.law) {
            register.subject($0)
        }
        #expect(trace.trigger == nil && trace.triggerFault == dossier.triggerFault)
        #expect(dossier.triggerFault?.code == "noRules")
        // Where the elements are not recorded, that is the reason, and no other is given.
        let before = try #require(file.dossier(on: day("2020-05-09"), under: register.law))
        #expect(before.trigger == nil && before.triggerFault == nil)
    }

    // I14.
    @Test("a case is opened on grounds, and a circumstance found, that nobody can look up")
    func caseOfBefore() throws {
        var register = try Register.sanctioned(served: nil)
        try register.act(
            "openCase", "C-2", ["authority": "U-WATER", "grounds": ["G9.2", "旧规#1"]],
            on: "2016-05-01")
        try register.act(
            "namePerson", "C-2", ["subject": "P-0003"], on: "2016-05-02")
        try register.act(
            "case.find-mitigation", "C-2", ["subject": "P-0003", "code": "oldCircumstance"],
            on: "2016-06-01")
        let found = try #require(register.events.last)
        #expect(found.event[MitigationFound.self]?.code == "oldCircumstance")
        #expect(found.basis.first == "XZZ-2020-26#13")
    }

    // I14.
    @Test("a sanction for an act of before: the months it is given, or none, never those of today")
    func sanction() throws {
        for (months, expected) in [(nil, nil), (7, 7)] as [(Tree?, Int?)] {
            var register = try Register.sanctioned(served: nil)
            var fields: [String: Tree] = [
                "case": "C-1", "subject": "P-0003", "measure": "warning", "actOn": "2015-05-01",
            ]
            fields["months"] = months
            let events = try register.act("imposeSanction", "S-2", fields, on: "2024-02-01")
            let fact = try #require(events.first?.event[SanctionImposed.self])
            #expect(fact.months == expected && fact.actOn == day("2015-05-01"))
            let status = register.file(Register.director).status(
                on: day("2024-03-01"), under: register.law)
            #expect(status.sanctions.contains { $0.fact.sanction == "S-2" } == (months != nil))
            let open = status.sanctionsOfUnknownTerm
            #expect(open.map(\.fact.sanction) == (months == nil ? ["S-2"] : []))
            if months == nil { expectReason(open.first?.termFault, on: "2015-05-01") }
        }
        var register = try Register.sanctioned(served: nil)
        let events = try register.act(
            "imposeSanction", "S-2",
            ["case": "C-1", "subject": "P-0003", "measure": "warning", "actOn": "2021-05-01"],
            on: "2024-02-01")
        #expect(events.first?.event[SanctionImposed.self]?.months == 6)
    }

    /// A serious demerit of 2016 served on its day, and what followed.
    private func served() throws -> Register {
        var register = try Register.sanctioned(on: "2016-01-15", served: nil)
        try register.serve(on: "2016-01-18", route: "X")
        return register
    }

    // I14.
    @Test("service, appeal, panel, hearing, outcome and its service are recorded without a day")
    func remedies() throws {
        var register = try served()
        let service = try #require(register.events.last?.event[SanctionServed.self])
        #expect(service.route == "X" && service.stage == nil && service.remedyUntil == nil)
        try register.file("A-1", "X", "appeal", on: "2016-02-08")
        let filed = try register.filed("A-1")
        #expect(filed.case == "C-1" && filed.subject == "P-0003")
        #expect(filed.due == nil && filed.late == nil)
        try register.act("appeal.form-panel", "A-1", ["members": ["P-0091"]], on: "2016-02-10")
        try register.act("appeal.hear", "A-1", on: "2016-02-12")
        var other = register
        try register.decide("A-1", "maintained", on: "2016-02-20")
        try register.act("appeal.serve", "A-1", on: "2016-02-25")
        let told = try #require(register.events.last?.event[AppealServed.self])
        #expect(told.next == nil && told.nextUntil == nil)
        // A clock that cannot be computed says why.
        let filing = try #require(other.timeline(asOf: "2016-03-01").stages.first?.deciding)
        #expect(filing.state == .undetermined)
        expectReason(filing.fault, on: "2016-02-08")
        // What the law alone decides is refused with that reason: is it lighter, how long is more.
        for refusal in [
            other.refusalOfDeciding("A-1", "varied", ["measure": "demerit"], on: "2016-02-20"),
            other.refusal(
                "sanction.vary", "S-1", ["measure": "demerit", "by": "organ"],
                on: "2016-02-20", approvedBy: "chief.b"),
        ] {
            #expect(refusal == .law(.noRules(on: day("2016-02-20"), first: first)))
        }
        #expect(
            other.refusal("appeal.extend", "A-1", ["reason": "案情复杂（虚构）"], on: "2016-02-20")
                == .law(.noRules(on: day("2016-02-08"), first: first)))
    }

    @Test("of two facts that contradict each other the second is refused all the same")
    func contradictions() throws {
        var register = try served()
        func refusal(_ appeal: String, _ fields: [String: Tree]) -> Refusal? {
            register.refusal(
                "appeal.file", appeal, fields.merging(["sanction": "S-1"]) { $1 },
                on: "2016-02-09")
        }
        #expect(
            refusal("A-1", ["route": "Y", "stage": "appeal"])
                == .appeal(.routeNotTold(told: "X", asked: "Y")))
        #expect(
            refusal("A-1", ["route": "X", "stage": "appeal", "after": "A-9"])
                == .appeal(.notPrevious("A-9")))
        try register.file("A-1", "X", "appeal", on: "2016-02-08")
        #expect(
            refusal("A-2", ["route": "X", "stage": "appeal"])
                == .appeal(
                    .alreadyFiled(stage: StageName(unnamed: "appeal"), first: "A-1")))
        // Whether it was out of time the organ says, where no clock does.
        try register.act(
            "appeal.rule", "A-1", ["admitted": false, "reason": "outOfTime"], on: "2016-02-10")
        #expect(register.appealFile("A-1").course()?.ruling?.fact.due == nil)
    }

    @Test(
        "of a remedy told before, nobody can say that no law limits it; of route C the law says so")
    func remedyLimit() throws {
        func row(_ register: Register, on text: String) throws -> SanctionRow {
            try #require(
                register.file(Register.director).sanctionRows(on: day(text), under: register.law)
                    .first)
        }
        let before = try row(served(), on: "2016-02-01")
        #expect(before.remedyUntil == nil)
        expectReason(before.remedyFault, on: "2016-01-18")
        let open = try row(.sanctioned(route: "C"), on: "2024-02-01")
        #expect(open.remedyUntil == nil && open.remedyFault == nil)
        let limited = try row(.sanctioned(), on: "2024-02-01")
        #expect(limited.remedyUntil == day("2024-02-18") && limited.remedyFault == nil)
        let unserved = try row(.sanctioned(served: nil), on: "2024-02-01")
        #expect(unserved.remedyUntil == nil && unserved.remedyFault == nil)
    }

    // I14.
    @Test("a time that began before any body is not measured by a later one")
    func begunBefore() throws {
        var register = try Register.sanctioned(on: "2019-08-01", served: nil)
        try register.serve(on: "2019-08-20")
        try register.file("A-1", "A", "reexamination", on: "2021-01-10")
        let filed = try register.filed("A-1")
        #expect(filed.due == nil && filed.late == nil)
        expectReason(try register.timeline(asOf: "2021-01-10").filing?.fault, on: "2019-08-20")
    }

    // I14.
    @Test("in December the next year's calendar is not out: it is served and filed all the same")
    func december() throws {
        var register = try Register.sanctioned(on: "2026-11-30", served: nil)
        try register.serve(on: "2026-12-01")
        let service = try #require(register.events.last?.event[SanctionServed.self])
        #expect(service.stage == "reexamination" && service.remedyUntil == nil)
        #expect(
            try register.timeline(asOf: "2026-12-02").filing?.fault == .calendarMissing(2027))
        try register.file("A-1", "A", "reexamination", on: "2026-12-20")
        #expect(try register.filed("A-1").late == nil)
        try register.decide("A-1", "maintained", on: "2026-12-22")
        try register.act("appeal.serve", "A-1", on: "2026-12-23")
        let told = try #require(register.events.last?.event[AppealServed.self])
        #expect(told.next == "recheck" && told.nextUntil == nil)
        let rows = register.file(Register.director).sanctionRows(
            on: day("2026-12-24"), under: register.law)
        #expect(rows.count == 1 && rows.first?.isRemedyOpen == nil)
        #expect(rows.first?.remedyUntil == nil)
        #expect(rows.first?.remedyFault == .calendarMissing(2027))
    }
}
