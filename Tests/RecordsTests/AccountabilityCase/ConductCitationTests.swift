import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A refusal cites what binds the organ whose act it is, on its day")
struct ConductCitationTests {
    /// Named in a case of the unit in which the director serves, or of another organ.
    private func opened(by organ: UnitID) throws -> Register {
        var register = try Register.withDirector(now: "2024-02-01T01:00:00.000Z")
        register.law = try LawDocuments.law(since: "2023-12-01T01:00:00.000Z")
        try register.act(
            "openCase", "C-7", ["authority": .string(organ.text)], on: "2024-01-02")
        try register.act("namePerson", "C-7", ["subject": "P-0003"], on: "2024-01-03")
        return register
    }

    private func unheard(_ register: Register) -> Refusal? {
        var register = register
        return register.refusal(
            "makeFinding", "C-7", ["subject": "P-0003", "finding": "sustained"], on: "2024-01-10",
            approvedBy: "chief.b")
    }

    @Test("told and heard: of an employer 公务员法 63, of others 政务处分法 43")
    func hearing() throws {
        let own = try #require(
            try Register.withDirector(now: "2024-02-01T01:00:00.000Z").subject("P-0003")?
                .post(on: day("2024-01-10"))?.post.unit)
        let employer = try #require(unheard(try opened(by: own)))
        #expect(employer.code == "notNotified" && employer.source == "公务员法#63、处分条例#39")
        let other = try #require(unheard(try opened(by: "U-JW")))
        #expect(other.code == "notNotified" && other.source == "政务处分法#43")
    }

    @Test("what is recorded rests on it, too")
    func recorded() throws {
        let own = try #require(
            try Register.withDirector(now: "2024-02-01T01:00:00.000Z").subject("P-0003")?
                .post(on: day("2024-01-10"))?.post.unit)
        var register = try opened(by: own)
        let told = try register.act("case.notify", "C-7", ["subject": "P-0003"], on: "2024-01-05")
        #expect(told.first?.basis == ["公务员法#63", "处分条例#39"])
    }

    @Test(
        "never heavier after an appeal: 公务员法 96 of an employer, 政务处分法 56 of others",
        arguments: [
            ("employer", "公务员法#96、处分条例#48"), ("supervision", "政务处分法#56"),
        ])
    func aggravation(authority: String, source: String) throws {
        var register = try Reprimand.register()
        try register.reprimand(.warning, as: "S-2024-10", ["authority": .string(authority)])
        try register.act("sanction.serve", "S-2024-10", on: "2024-01-19")
        try register.act("appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-01-20")
        let refusal = register.refusal(
            "appeal.decide", "A-1", ["outcome": "varied", "measure": "demerit"],
            on: "2024-02-10", approvedBy: "chief.b")
        #expect(refusal?.code == "heavier" && refusal?.source == source)
    }

    @Test("a citation of several laws is read law by law")
    func words() {
        #expect(Basis.chinese("公务员法#63、处分条例#39") == "公务员法第63条、处分条例第39条")
        #expect(Basis.english("政务处分法#57、#58") == "政务处分法 Art. 57、58")
        #expect(Basis.chinese("处分条例#49、#50") == "处分条例第49、50条")
    }

    @Test("a body that says nothing of it leaves the rule as it is named")
    func silent() throws {
        var tree = try LawDocuments.tree("rules/xzz-2020-26.json")
        tree.set("conduct", nil)
        var law = Law()
        try LawDocuments.activate(tree, at: "2023-12-01T01:00:00.000Z", in: &law)
        let bodies = try #require(law.bodies(on: day("2024-01-10")))
        #expect(bodies.citation(of: "政务处分法#43", for: .employer) == "政务处分法#43")
        let built = try #require(try LawDocuments.law().bodies(on: day("2024-01-10")))
        #expect(built.citation(of: "政务处分法#43", for: .employer) == "公务员法#63、处分条例#39")
        #expect(built.citation(of: "政务处分法#16", for: .employer) == "政务处分法#16")
    }
}
