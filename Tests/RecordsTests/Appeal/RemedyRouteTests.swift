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
}
