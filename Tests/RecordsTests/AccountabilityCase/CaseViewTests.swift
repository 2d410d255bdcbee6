import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A case on one page: the role then, the whereabouts now (D2 12, 13, 25)")
struct CaseViewTests {
    @Test("roles, opinions and bases are those of the meeting, wherever the people went since")
    func roles() throws {
        let view = try #require(Proceedings.named().view(on: "2024-05-20"))
        #expect(view.persons.map(\.subject) == ["P-0001", "P-0002", "P-0003"])
        #expect(view.persons.map(\.naming.fact.role.post) == ["旗长", "副旗长", "局长"])
        #expect(view.persons.map(\.naming.fact.role.unit) == ["U-ZF", "U-ZF", "U-SLJ"])
        #expect(view.persons.map(\.naming.fact.responsibility) == [.head, .leader, .lead])
        #expect(view.persons.map(\.naming.fact.opinion) == [.agree, .disagree, .agree])
        #expect(view.persons.allSatisfy { $0.naming.fact.decision == "D-2021-001" })
        #expect(view.persons.map(\.whereabouts.code) == ["retired", "samePost", "transferred"])
        #expect(view.opening?.fact.grounds == ["G6.1", "G8.1", "G9.2"])
    }

    @Test("who was not at the meeting has the role of the day of adoption")
    func absent() throws {
        var register = try Proceedings.opened()
        try register.perform(EmploymentBegan(subject: "P-0007"), on("2010-01-01"))
        try register.perform(
            TakePost(subject: "P-0007", unit: "U-SLJ", post: "科长"), on("2019-01-01"))
        try register.perform(
            TakePost(subject: "P-0007", unit: "U-ZF", post: "副主任"), on("2022-01-01"))
        try register.ask(
            "namePerson", ["case": "C-2024-01", "subject": "P-0007", "responsibility": "lead"],
            on: "2024-05-20")
        let person = try #require(register.view(on: "2024-05-20")?.persons.first)
        #expect(person.naming.fact.role.post == "科长")
        #expect(person.naming.fact.opinion == nil)
        #expect(person.naming.fact.responsibility == .lead)
    }

    @Test("a merger, a retirement, a death change no role and remove nothing")
    func nothingDetaches() throws {
        var register = try Proceedings.found()
        let before = register.trail("P-0003").items.map(\.recorded.position)
        let role = register.view(on: "2024-08-20")?.persons.last?.naming.fact.role
        try register.act(
            "subject.restructure", "U-SLJ", ["successor": "U-OTHER"], on: "2024-09-01",
            approvedBy: "clerk.b")
        try register.perform(
            EmploymentEnded(subject: "P-0003", reason: .resigned), on("2024-10-01"))
        try register.perform(EmploymentEnded(subject: "P-0003", reason: .died), on("2025-01-01"))
        let after = try #require(register.view(on: "2025-01-02")?.persons.last)
        #expect(after.naming.fact.role == role)
        #expect(after.successor == "U-OTHER")
        #expect(after.whereabouts == .deceased(on: day("2025-01-01")))
        let trail = Set(register.trail("P-0003").items.map(\.recorded.position))
        #expect(Set(before).isSubset(of: trail))
        #expect(
            register.file("P-0003").status(on: day("2025-01-02"), under: register.law).findings
                .count == 1)
    }

    @Test("the state follows the steps, on any day, and never waits for a clock")
    func states() throws {
        var register = try Proceedings.found()
        try register.notify("P-0001", on: "2024-08-01")
        for (date, state) in [
            ("2024-05-19", nil), ("2024-05-20", CaseState.open), ("2024-07-14", .open),
            ("2024-07-15", .notified), ("2024-07-25", .defended), ("2024-08-20", .defended),
        ] {
            #expect(register.view(on: date)?.state == state, "\(date)")
        }
        for person in ["P-0001", "P-0002"] {
            if person == "P-0002" { try register.notify(person) }
            try register.hear(person, on: "2024-08-05")
            try register.find(person, .exonerated, on: "2024-08-20")
        }
        #expect(register.view(on: "2024-08-20")?.state == .determined)
        #expect(register.view(on: "2024-08-19")?.state == .defended)
        #expect(
            register.view(on: "2024-08-20")?.persons.map(\.state)
                == [.determined, .determined, .determined])
    }

    @Test("what was known stays known as it was, whatever is recorded afterwards")
    func knownThen() throws {
        var register = try Proceedings.heard()
        let moment = instant("2024-07-31T16:00:00.000Z")
        let before = register.view(on: "2024-07-31", knownAt: moment)
        register.now = instant("2024-08-20T01:00:00.000Z")
        try register.find("P-0003", .sustained, on: "2024-07-30")
        try register.sanction(.warning, on: "2024-07-30")
        try register.ask("closeCase", ["case": "C-2024-01"], on: "2024-07-31")
        #expect(register.view(on: "2024-07-31", knownAt: moment) == before)
        #expect(register.view(on: "2024-07-31") != before)
    }

    @Test("it names its decision and its organ, and a person without a finding has none")
    func whole() throws {
        let view = try #require(Proceedings.found().view(on: "2024-08-20"))
        let opening = try #require(view.opening).fact
        #expect(opening.decision == "D-2021-001" && opening.authority == "U-JW")
        let (first, last) = (try #require(view.persons.first), try #require(view.persons.last))
        #expect(first.findings.isEmpty && first.state == .open)
        #expect(last.findings.count == 1 && last.state == .determined)
        #expect(last.naming.fact.responsibility == .lead)
    }
}

@Suite("Neither defence nor mitigation makes anything heavier — 政务处分法 Art. 43 (D2 6)")
struct NeverHeavierTests {
    /// Recommended 记过, told, and then heard.
    private func recommended() throws -> Register {
        var register = try Proceedings.named()
        try register.ask(
            "recommendSanction",
            ["case": "C-2024-01", "subject": "P-0003", "measure": "demerit"], on: "2024-07-10")
        try register.notify("P-0003")
        return register
    }

    @Test("heard, the sanction is at most the one recommended before")
    func defence() throws {
        var register = try recommended()
        try register.hear("P-0003")
        for measure in [Measure.seriousDemerit, .demotion, .removal, .dismissal] {
            var refused: Refusal?
            do throws(Refusal) { try register.sanction(measure) } catch { refused = error }
            expectRefusal(refused, code: "heavierThanAnnounced", source: "政务处分法#43")
        }
        try register.find("P-0003", .sustained, on: "2024-08-20")
        var lighter = register
        #expect(try lighter.sanction(.warning).count == 1)
        #expect(try register.sanction(.demerit).count == 1)
    }

    @Test("a mitigation found afterwards does not raise it either")
    func mitigation() throws {
        var register = try recommended()
        try register.hear("P-0003", on: "2024-07-18")
        try register.act(
            "case.find-mitigation", "C-2024-01", ["subject": "P-0003", "code": "selfDisclosure"],
            on: "2024-07-20")
        var refused: Refusal?
        do throws(Refusal) { try register.sanction(.dismissal) } catch { refused = error }
        expectRefusal(refused, code: "heavierThanAnnounced", source: "政务处分法#43")
    }

    @Test("heard after having waived it: the hearing counts, and what was recommended before it")
    func heardAfterWaiver() throws {
        var register = try recommended()
        try register.act(
            "case.waive-defence", "C-2024-01", ["subject": "P-0003", "instrument": "放弃书（虚构）"],
            on: "2024-07-18")
        try register.ask(
            "recommendSanction",
            ["case": "C-2024-01", "subject": "P-0003", "measure": "warning"], on: "2024-07-20")
        guard case .waived? = register.view(on: "2024-07-24")?.persons.last?.defence else {
            Issue.record("until then it is the waiver that counts")
            return
        }
        try register.hear("P-0003", on: "2024-07-25")
        guard case .heard? = register.view(on: "2024-07-25")?.persons.last?.defence else {
            Issue.record("the later of the two counts")
            return
        }
        var refused: Refusal?
        do throws(Refusal) { try register.sanction(.demerit) } catch { refused = error }
        expectRefusal(refused, code: "heavierThanAnnounced", source: "政务处分法#43")
        try register.find("P-0003", .sustained, on: "2024-08-20")
        #expect(try register.sanction(.warning).count == 1)
    }

    @Test("with new facts it is recommended, told and heard anew")
    func anew() throws {
        var register = try recommended()
        try register.hear("P-0003")
        try register.ask(
            "recommendSanction",
            ["case": "C-2024-01", "subject": "P-0003", "measure": "demotion"], on: "2024-08-01")
        #expect(throws: Refusal.self) { try register.sanction(.demotion) }
        try register.notify("P-0003", on: "2024-08-02")
        try register.hear("P-0003", on: "2024-08-10")
        try register.find("P-0003", .sustained, on: "2024-08-20")
        #expect(try register.sanction(.demotion).count == 1)
    }
}
