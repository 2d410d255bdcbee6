import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Served, varied, annulled — 政务处分法 Art. 45, 54 to 60 (D2 4 to 7)")
struct SanctionCourseTests {
    @Test("service derives case, person, stage and the last day to object")
    func service() throws {
        var register = try Reprimand.register()
        try register.reprimand(.seriousDemerit, as: "S-2024-10")
        let recorded = try register.act(
            "sanction.serve", "S-2024-10", ["route": "A"], on: "2024-01-18")
        guard let fact = recorded.first?.event[SanctionServed.self] else {
            Issue.record("nothing was served")
            return
        }
        #expect(fact.case == "C-2024-10" && fact.subject == "P-0010")
        #expect(fact.stage == "reexamination")
        // A working Sunday: nothing rolls.
        #expect(fact.remedyUntil == day("2024-02-18"))
        #expect(register.row(on: "2024-02-18")?.isRemedyOpen == true)
        #expect(register.row(on: "2024-02-19")?.isRemedyOpen == false)
    }

    @Test("the right to object is used up by a filing, told anew with an outcome, over at the end")
    func remedyOpen() throws {
        var register = try Reprimand.served()
        func isOpen(_ day: String) -> Bool? { register.row(on: day)?.isRemedyOpen }
        func file(_ appeal: String, _ stage: String, on day: String) throws {
            try register.act(
                "appeal.file", appeal,
                ["sanction": "S-2024-10", "route": "A", "stage": .string(stage)], on: day)
        }
        try file("A-0", "reexamination", on: "2024-01-22")
        #expect(isOpen("2024-01-23") == false)
        try register.act(
            "appeal.rule", "A-0", ["admitted": false, "reason": "notEntitled"], on: "2024-01-25")
        #expect(isOpen("2024-01-24") == false && isOpen("2024-01-25") == true)
        try file("A-1", "reexamination", on: "2024-02-08")
        #expect(isOpen("2024-02-07") == true && isOpen("2024-02-08") == false)
        try register.act(
            "appeal.decide", "A-1", ["outcome": "maintained"], on: "2024-03-05",
            approvedBy: "chief.b")
        #expect(isOpen("2024-03-05") == false)
        try register.act("appeal.serve", "A-1", on: "2024-03-06")
        #expect(isOpen("2024-03-06") == true && isOpen("2024-04-07") == true)
        #expect(isOpen("2024-04-08") == false)
        try file("A-2", "recheck", on: "2024-03-20")
        #expect(isOpen("2024-03-19") == true && isOpen("2024-03-20") == false)
        try register.act(
            "appeal.decide", "A-2", ["outcome": "maintained"], on: "2024-04-01",
            approvedBy: "chief.b")
        try register.act("appeal.serve", "A-2", on: "2024-04-02")
        #expect(isOpen("2024-04-02") == false)

        var annulled = try Reprimand.served()
        try annulled.perform(
            SanctionAnnulled(
                sanction: "S-2024-10", case: "C-2024-10", subject: Reprimand.person, by: .organ),
            approved("2024-02-01"))
        #expect(annulled.row(on: "2024-01-31")?.isRemedyOpen == true)
        #expect(annulled.row(on: "2024-02-01")?.isRemedyOpen == false)
    }

    @Test("route B runs thirty days, route C has no clock that the law fixes")
    func routes() throws {
        for (route, until) in [("B", "2024-02-18"), ("C", nil)] {
            var register = try Reprimand.register()
            try register.lead()
            try register.reprimand(.warning, as: "S-2024-10")
            try register.act(
                "sanction.serve", "S-2024-10", ["route": .string(route)], on: "2024-01-19")
            let service = register.row(on: "2024-01-19")?.life.service
            #expect(service?.fact.remedyUntil == until.map(day))
        }
    }

    @Test(
        "the person is told the route of the organ that decided, or of leading members",
        arguments: [
            ("supervision", "A", true), ("supervision", "B", false), ("supervision", "C", false),
            ("employer", "A", false), ("employer", "B", true), ("employer", "C", true),
        ])
    func routeOfTheOrgan(authority: String, route: String, isRight: Bool) throws {
        var register = try Reprimand.register()
        try register.lead()
        try register.reprimand(
            .warning, as: "S-2024-10", ["authority": .string(authority)])
        let refusal = register.refusal(
            "sanction.serve", "S-2024-10", ["route": .string(route)], on: "2024-01-19")
        #expect((refusal == nil) == isRight)
        if let refusal {
            #expect(refusal.code == "otherRoute" && refusal.source.contains("#"))
        }
    }

    @Test("served once, not before imposition, on a route that exists")
    func serviceRefused() throws {
        var register = try Reprimand.served()
        #expect(
            try register.act("sanction.serve", "S-2024-10", ["route": "A"], on: "2024-01-18")
                .isEmpty)
        expectRefusal(
            register.refusal("sanction.serve", "S-2024-10", ["route": "B"], on: "2024-01-19"),
            code: "servedAlready", source: "政务处分法#46")
        try register.reprimand(.warning, as: "S-2", on: "2026-12-15")
        expectRefusal(
            register.refusal("sanction.serve", "S-2", ["route": "A"], on: "2026-12-14"),
            code: "beforeImposition", source: "政务处分法#45")
        expectRefusal(
            register.refusal("sanction.serve", "S-2", ["route": "Z"], on: "2026-12-15"),
            code: "unknownRoute", source: "XZZ-2020-26#16")
        expectRefusal(
            register.refusal("sanction.serve", "S-404", ["route": "A"], on: "2026-12-15"),
            code: "unknownMeasure", source: "XZZ-2020-26#16")
    }

    @Test("记大过 of 15 January varied to 警告 keeps its start: lifted on 15 July 2024")
    func variation() throws {
        let register = try Reprimand.varied()
        #expect(register.inEffect(on: "2024-06-02") == ["seriousDemerit 2025-07-14"])
        #expect(register.inEffect(on: "2024-06-03") == ["warning 2024-07-14"])
        #expect(register.inEffect(on: "2024-07-14") == ["warning 2024-07-14"])
        #expect(register.inEffect(on: "2024-07-15").isEmpty)
        #expect(register.row(on: "2024-06-03")?.state == .varied)
        #expect(register.row(on: "2024-07-15")?.state == .expired)
    }

    @Test("what was known on 1 May 2024 stays known as it was (D2 25)")
    func knownThen() throws {
        let register = try Reprimand.varied()
        let moment = "2024-05-01T15:59:59.999Z"
        #expect(
            register.inEffect(on: "2024-05-01", knownAt: moment) == ["seriousDemerit 2025-07-14"])
        #expect(
            register.inEffect(on: "2025-07-14", knownAt: moment) == ["seriousDemerit 2025-07-14"])
        #expect(register.inEffect(on: "2025-07-15", knownAt: moment).isEmpty)
    }

    @Test("where the setting says so, a varied sanction runs from the variation")
    func variationStart() throws {
        var register = try Reprimand.served()
        register.law = try LawDocuments.law(setting: "variationKeepsOriginalStart", to: false)
        try register.vary("warning", on: "2024-06-03")
        #expect(register.inEffect(on: "2024-07-15") == ["warning 2024-12-02"])
    }

    @Test(
        "a variation is never heavier, nor equal, nor of another family",
        arguments: [
            ("demotion", "notLighter", "政务处分法#55、#56"), ("dismissal", "notLighter", "政务处分法#55、#56"),
            ("seriousDemerit", "notLighter", "政务处分法#55、#56"),
            ("admonition", "otherFamily", "政务处分法#58"),
            ("partyWarning", "otherFamily", "政务处分法#58"),
        ])
    func heavier(measure: String, code: String, source: String) throws {
        var register = try Reprimand.served()
        expectRefusal(
            register.refusal(
                "sanction.vary", "S-2024-10", ["measure": .string(measure), "by": "organ"],
                on: "2024-06-03", approvedBy: "chief.b"), code: code, source: source)
        #expect(register.inEffect(on: "2024-06-03") == ["seriousDemerit 2025-07-14"])
    }

    @Test("a combined period may be shortened to no less than one period")
    func shortened() throws {
        var register = try Reprimand.register()
        try register.reprimand(.warning, as: "S-1", on: "2024-01-15")
        try register.reprimand(
            .warning, as: "S-2024-10", in: "C-2024-11", on: "2024-01-15",
            ["combines": ["S-1"], "months": 12])
        for months in [5, 12, 13] {
            #expect(throws: Refusal.self) {
                try register.vary("warning", on: "2024-02-01", ["months": .integer(months)])
            }
        }
        try register.vary("warning", on: "2024-02-01", ["months": 8])
        #expect(register.inEffect(on: "2024-02-01") == ["warning 2024-09-14"])
    }

    @Test("an appeal under way changes nothing: it stays in effect")
    func appealed() throws {
        var register = try Reprimand.served()
        let before = register.inEffect(on: "2024-03-01")
        try register.act(
            "appeal.file", "A-1",
            [
                "sanction": "S-2024-10", "route": "A", "stage": "reexamination", "by": "self",
                "grounds": "量纪过重（虚构）",
            ], on: "2024-02-08")
        #expect(register.inEffect(on: "2024-03-01") == before)
        #expect(before == ["seriousDemerit 2025-07-14"])
    }

    @Test("annulment ends it from its day, opens the duty to restore, and the trail keeps both")
    func annulment() throws {
        var register = try Reprimand.annulled()
        #expect(register.inEffect(on: "2024-06-02").count == 1)
        #expect(register.inEffect(on: "2024-06-03").isEmpty)
        let row = try #require(register.row(on: "2024-06-03"))
        #expect(row.state == .annulled)
        #expect(row.restoration == .open(until: day("2024-07-03")))
        let kinds = register.trail("P-0010").items.map(\.recorded.event.type)
        #expect(
            kinds.contains(SanctionImposed.type.inVersion(2))
                && kinds.contains(SanctionAnnulled.type))

        expectRefusal(
            register.refusal(
                "sanction.restore-reputation", "S-2024-10", ["range": "person"],
                on: "2024-06-10"), code: "otherRange", source: "政务处分法#60")
        try register.act(
            "sanction.restore-reputation", "S-2024-10", ["range": "unit"], on: "2024-06-10")
        #expect(register.row(on: "2024-06-10")?.restoration == .done(on: day("2024-06-10")))
        expectRefusal(
            register.refusal(
                "sanction.restore-reputation", "S-2024-10", ["range": "unit"],
                on: "2024-06-11"), code: "restoredAlready", source: "政务处分法#60")
    }

    @Test("nothing is restored or compensated where nothing was annulled or varied")
    func notAnnulled() throws {
        var register = try Reprimand.served()
        expectRefusal(
            register.refusal(
                "sanction.restore-reputation", "S-2024-10", ["range": "unit"],
                on: "2024-06-10"), code: "notAnnulled", source: "政务处分法#60")
        expectRefusal(
            register.refusal(
                "sanction.pay-compensation", "S-2024-10", ["amount": 100_000],
                on: "2024-06-10"), code: "nothingToCompensate", source: "政务处分法#60")
        var varied = try Reprimand.varied()
        #expect(
            varied.refusal(
                "sanction.pay-compensation", "S-2024-10", ["amount": 0], on: "2024-06-10")?.code
                == "outOfRange")
        try varied.act(
            "sanction.pay-compensation", "S-2024-10", ["amount": 100_000], on: "2024-06-10")
        #expect(varied.row(on: "2024-06-10")?.life.compensations.count == 1)
    }

    @Test("an annulled sanction is neither served, executed nor varied")
    func afterAnnulment() throws {
        var register = try Reprimand.annulled()
        let refused = Refusal.alreadyAnnulled("S-2024-10")
        #expect(register.refusal("sanction.execute", "S-2024-10", on: "2024-06-04") == refused)
        #expect(throws: refused) { try register.vary("warning", on: "2024-06-04") }
    }

    @Test("an annulled sanction is not served, from the day of its annulment on")
    func annulledUnserved() throws {
        var register = try Reprimand.register()
        try register.reprimand(.seriousDemerit, as: "S-2024-10")
        try register.perform(
            SanctionAnnulled(
                sanction: "S-2024-10", case: "C-2024-10", subject: Reprimand.person, by: .board),
            approved("2024-06-03"))
        for day in ["2024-06-03", "2024-06-04"] {
            #expect(
                register.refusal("sanction.serve", "S-2024-10", ["route": "A"], on: day)
                    == .alreadyAnnulled("S-2024-10"))
        }
        // That it was served before is recorded whenever it is told.
        #expect(
            try register.act("sanction.serve", "S-2024-10", ["route": "A"], on: "2024-06-02").count
                == 1)
    }

    @Test("asked twice, recorded once")
    func twice() throws {
        var register = try Reprimand.varied()
        #expect(try register.vary("warning", on: "2024-06-03").isEmpty)
        try register.act("sanction.execute", "S-2024-10", on: "2024-02-01")
        #expect(try register.act("sanction.execute", "S-2024-10", on: "2024-02-01").isEmpty)
    }

    @Test("withdrawn, a variation no longer counts")
    func withdrawn() throws {
        var register = try Reprimand.varied()
        let position = try #require(register.events.last).position
        try register.perform(
            WithdrawRecord(position: position, reason: .clear("登记错误（虚构）"), subject: "P-0010"),
            approved("2024-06-05"))
        #expect(register.inEffect(on: "2024-06-10") == ["seriousDemerit 2025-07-14"])
    }
}

@Suite("One act, one sanction — 政务处分法 Art. 16 (D2 16)")
struct DoubleSanctionTests {
    @Test("not both the supervision organ and the employer for one act")
    func both() throws {
        var register = try Reprimand.register()
        try register.reprimand(
            .warning, as: "S-1", ["authority": "supervision", "act": "W-1"])
        #expect(throws: Refusal.sanction(.sanctionedTwice(by: "S-1"))) {
            try register.reprimand(
                .demerit, as: "S-2", in: "C-2024-11", ["authority": "employer", "act": "W-1"])
        }
        #expect(Refusal.sanction(.sanctionedTwice(by: "S-1")).source == "政务处分法#16")
        #expect(
            try register.reprimand(
                .demerit, as: "S-2", in: "C-2024-11", ["authority": "employer", "act": "W-2"]
            ).count == 1)
    }

    @Test("without a number of the act, one case is one act")
    func noNumber() throws {
        var register = try Reprimand.register()
        try register.reprimand(.warning, as: "S-1", ["authority": "employer"])
        #expect(throws: Refusal.sanction(.sanctionedTwice(by: "S-1"))) {
            try register.reprimand(.warning, as: "S-2", ["authority": "supervision"])
        }
        #expect(
            try register.reprimand(
                .demerit, as: "S-2", in: "C-2024-11", ["authority": "supervision"]
            ).count == 1)
    }

    @Test("an accountability measure may stand beside it, and another after its annulment")
    func beside() throws {
        var register = try Reprimand.register()
        try register.reprimand(
            .warning, as: "S-1", ["authority": "supervision", "act": "W-1"])
        try register.reprimand(
            .admonition, as: "S-2", ["authority": "employer", "act": "W-1"])
        try register.perform(
            SanctionAnnulled(sanction: "S-1", case: "C-2024-10", subject: "P-0010", by: .court),
            approved("2024-03-01"))
        #expect(
            try register.reprimand(
                .warning, as: "S-3", on: "2024-03-02", ["authority": "employer", "act": "W-1"]
            ).count == 1)
    }
}
