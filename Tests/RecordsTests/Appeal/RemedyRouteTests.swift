import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("The route follows from who decided and on whom; the stage from those before")
struct RemedyRouteTests {
    private func register(_ authority: String?, leads: Bool = false) throws -> Register {
        var register = try Reprimand.register()
        if leads { try register.lead() }
        try register.reprimand(
            .warning, as: "S-2024-10", authority.map { ["authority": .string($0)] } ?? [:])
        return register
    }

    private func told(
        _ authority: String?, leads: Bool = false, _ fields: [String: Tree] = [:]
    ) throws(Refusal) -> String? {
        var register = (try? register(authority, leads: leads)) ?? Register()
        let recorded = try register.act("sanction.serve", "S-2024-10", fields, on: "2024-01-19")
        return recorded.first?.event[SanctionServed.self]?.route
    }

    @Test(
        "left out it is derived, and told",
        arguments: [
            ("supervision", false, "A"), ("supervision", true, "A"), ("employer", false, "B"),
            ("employer", true, "C"),
        ])
    func derived(authority: String, leads: Bool, route: String) throws {
        #expect(try told(authority, leads: leads) == route)
        // As said, it is the same.
        #expect(try told(authority, leads: leads, ["route": .string(route)]) == route)
    }

    @Test("where nobody said who decided, it cannot be derived, and is taken as said")
    func unsaid() throws {
        #expect(throws: Refusal.sanction(.routeUnsaid("S-2024-10", ["A", "B", "C"]))) {
            try told(nil)
        }
        #expect(try told(nil, ["route": "B"]) == "B")
    }

    @Test("route C is for leading members alone, and for no supervision organ's decision")
    func leading() throws {
        #expect(
            throws: Refusal.sanction(.notLeading("S-2024-10", Reprimand.person, route: "C"))
        ) { try told("employer", ["route": "C"]) }
        #expect(
            throws: Refusal.sanction(
                .otherRoute("S-2024-10", .supervision, route: "C", ["A"]))
        ) { try told("supervision", leads: true, ["route": "C"]) }
    }

    @Test("an appeal goes the route that was told, at the stage that is next")
    func filed() throws {
        var register = try register("employer")
        try register.act("sanction.serve", "S-2024-10", on: "2024-01-19")
        func file(_ id: String, on day: String, _ fields: [String: Tree] = [:]) throws -> String {
            let recorded = try register.act(
                "appeal.file", id, ["sanction": "S-2024-10"].merging(fields) { $1 }, on: day)
            let fact = recorded.first?.event[AppealFiled.self]
            return "\(fact?.route ?? "") \(fact?.stage ?? "")"
        }
        #expect(try file("A-1", on: "2024-01-25") == "B review")
        // Asked again in the same words, and in all of them.
        #expect(try file("A-1", on: "2024-01-25") == " ")
        #expect(try file("A-1", on: "2024-01-25", ["route": "B", "stage": "review"]) == " ")
        try register.act(
            "appeal.decide", "A-1", ["outcome": "maintained"], on: "2024-02-05",
            approvedBy: "chief.b")
        try register.act("appeal.serve", "A-1", on: "2024-02-06")
        #expect(try file("A-2", on: "2024-02-10") == "B appeal")
        try register.act("appeal.withdraw", "A-2", on: "2024-02-11")
        #expect(try file("A-3", on: "2024-02-12") == "B appeal")
    }

    @Test("not yet served, it follows from who decided; and the wrong one is refused there, too")
    func unserved() throws {
        var register = try register("supervision")
        #expect(
            register.refusal(
                "appeal.file", "A-1",
                ["sanction": "S-2024-10", "route": "B", "stage": "review"], on: "2024-01-19")
                == .sanction(.otherRoute("S-2024-10", .supervision, route: "B", ["A"])))
        let recorded = try register.act(
            "appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-01-19")
        #expect(recorded.first?.event[AppealFiled.self]?.route == "A")
        #expect(recorded.first?.event[AppealFiled.self]?.stage == "reexamination")
    }

    @Test("the organ that decides is one that is registered; at first it is the one that imposed")
    func organ() throws {
        var register = try Reprimand.register()
        try register.reprimand(
            .warning, as: "S-2024-10", ["authority": "supervision", "organ": "U-JY"])
        let asked: [String: Tree] = ["sanction": "S-2024-10", "organ": "U-404"]
        #expect(
            register.refusal("appeal.file", "A-1", asked, on: "2024-01-19")
                == .unknownSubject("U-404"))
        let recorded = try register.act(
            "appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-01-19")
        #expect(recorded.first?.event[AppealFiled.self]?.organ == "U-JY")
    }

    /// Somebody who held a post when the employer decided on 15 January 2024, told of it.
    private func decided(
        _ post: String, as sort: PersonnelKind, on day: String = "2024-01-15",
        measure: Measure = .removal
    ) throws -> Register {
        var register = try Reprimand.register()
        register.now = instant("2025-06-01T01:00:00.000Z")
        try register.perform(
            TakePost(subject: Reprimand.person, unit: "U-JY", post: post, personnel: sort),
            Circumstances(on: RecordsTests.day("2020-01-01")))
        try register.reprimand(measure, as: "S-2024-10", on: day, ["authority": "employer"])
        return register
    }

    @Test("who was removed and moved goes the way that was told: the post at the decision counts")
    func moved() throws {
        var register = try decided("局长", as: .civilServant)
        // Moved the day after, served the day after that.
        try register.perform(
            TakePost(subject: Reprimand.person, unit: "U-JY", post: "科员", personnel: .civilServant),
            Circumstances(on: day("2024-01-16")))
        let served = try register.act("sanction.serve", "S-2024-10", on: "2024-01-17")
        #expect(served.first?.event[SanctionServed.self]?.route == "C")
        let filed = try register.act(
            "appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-03-20")
        #expect(filed.first?.event[AppealFiled.self]?.route == "C")
        // Who led nothing then and leads since goes the way of all.
        var risen = try decided("科员", as: .civilServant, measure: .warning)
        try risen.perform(
            TakePost(subject: Reprimand.person, unit: "U-JY", post: "局长", personnel: .civilServant),
            Circumstances(on: day("2024-01-16")))
        let told = try risen.act("sanction.serve", "S-2024-10", on: "2024-01-17")
        #expect(told.first?.event[SanctionServed.self]?.route == "B")
    }

    @Test(
        "an employer's decision on a manager of a state enterprise: one month, then one, from September 2024",
        arguments: [
            // Served 30 August: the rules are not in force, 30 days.
            ("2024-08-30", "B", "2024-09-29"), ("2024-09-10", "D", "2024-10-10"),
        ])
    func stateEnterprise(served: String, route: String, last: String) throws {
        var register = try decided(
            "副总经理", as: .stateEnterprise, on: "2024-08-26", measure: .demerit)
        let told = try register.act("sanction.serve", "S-2024-10", on: served)
        #expect(told.first?.event[SanctionServed.self]?.route == route)
        #expect(told.first?.event[SanctionServed.self]?.remedyUntil == day(last))
        let filed = try register.act(
            "appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-09-20")
        #expect(filed.first?.event[AppealFiled.self]?.route == route)
        let settings = try #require(register.row(on: served)).settings.map(\.code)
        #expect(settings.contains("routeBForOthers") == (route == "B"))
    }

    @Test("its second stage: one month, two from acceptance, one more, and nothing after it")
    func stateEnterpriseAppeal() throws {
        var register = try decided(
            "副总经理", as: .stateEnterprise, on: "2024-09-09", measure: .demerit)
        try register.act("sanction.serve", "S-2024-10", on: "2024-09-10")
        let first = try register.act(
            "appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-10-10")
        #expect(first.first?.event[AppealFiled.self]?.late == false)
        try register.act("appeal.rule", "A-1", ["admitted": true], on: "2024-10-11")
        try register.act(
            "appeal.decide", "A-1", ["outcome": "maintained"], on: "2024-11-05",
            approvedBy: "chief.b")
        let served = try register.act("appeal.serve", "A-1", on: "2024-11-06")
        #expect(served.first?.event[AppealServed.self]?.next == "appeal")
        #expect(served.first?.event[AppealServed.self]?.nextUntil == day("2024-12-06"))
        try register.act("appeal.file", "A-2", ["sanction": "S-2024-10"], on: "2024-12-06")
        try register.act("appeal.rule", "A-2", ["admitted": true], on: "2024-12-10")
        let deciding = ClockStory(register).readings(asOf: "2024-12-11").last {
            $0.clock == "D.appeal.decide"
        }
        #expect(deciding?.due == day("2025-02-10"))
        let longer = try register.act(
            "appeal.extend", "A-2", ["reason": "案情复杂（虚构）"], on: "2025-01-20")
        #expect(longer.first?.event[AppealExtended.self]?.until == day("2025-03-10"))
        try register.act(
            "appeal.decide", "A-2", ["outcome": "maintained"], on: "2025-02-20",
            approvedBy: "chief.b")
        let last = try register.act("appeal.serve", "A-2", on: "2025-02-21")
        #expect(last.first?.event[AppealServed.self]?.next == nil)
    }

    @Test("who leads an institution is no leading member of an organ, and its route is assumed")
    func institution() throws {
        var register = try decided("副院长", as: .institution, measure: .demerit)
        let told = try register.act("sanction.serve", "S-2024-10", on: "2024-01-17")
        #expect(told.first?.event[SanctionServed.self]?.route == "B")
        let settings = try #require(register.row(on: "2024-01-17")).settings.map(\.code)
        #expect(settings.contains("routeBForOthers"))
        var servant = try decided("副局长", as: .civilServant, measure: .demerit)
        try servant.act("sanction.serve", "S-2024-10", on: "2024-01-17")
        let named = try #require(servant.row(on: "2024-01-17")).settings.map(\.code)
        #expect(named.contains("leadingMemberPosts") && named.contains("routeCClock"))
        #expect(!named.contains("routeBForOthers"))
    }

    @Test("the Party's discipline has neither route nor time here")
    func party() throws {
        var register = try Reprimand.register()
        try register.reprimand(.partyWarning, as: "S-2024-10")
        #expect(
            register.refusal("sanction.serve", "S-2024-10", ["route": "A"], on: "2024-01-17")
                == .sanction(.partyRemedy("S-2024-10")))
        let served = try register.act("sanction.serve", "S-2024-10", on: "2024-01-17")
        #expect(served.first?.event[SanctionServed.self]?.route.isEmpty == true)
        #expect(ClockStory(register).readings(asOf: "2024-01-18").isEmpty)
        #expect(
            register.refusal("appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-01-18")
                == .sanction(.partyRemedy("S-2024-10")))
    }
}
