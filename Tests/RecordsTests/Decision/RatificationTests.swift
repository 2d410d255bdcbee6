import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("What is ratified afterwards stays what it was: no ground falls and no period moves")
struct RatificationTests {
    private let fields: [String: Tree] = ["organ": "U-ZF", "instrument": "会议纪要3号（虚构）"]

    private func dossier(_ register: Register, on day: String = "2021-07-01") throws -> Dossier {
        try #require(
            register.decision(WaterProject.decision)?.dossier(
                on: RecordsTests.day(day), under: register.law))
    }

    @Test("the grounds of the decision hold as before, with the ratification beside them")
    func decision() throws {
        var register = try WaterProject.told()
        let before = try dossier(register)
        #expect(before.ratifications.isEmpty && !before.grounds.isEmpty)
        let recorded = try register.act(
            "decision.ratify", "D-2021-001", fields, on: "2021-05-01", approvedBy: "chief.b")
        #expect(recorded.map(\.event.type) == [DecisionRatified.type])
        let after = try dossier(register)
        #expect(after.grounds == before.grounds && after.state == before.state)
        #expect(after.grounds.allSatisfy { $0.holds })
        #expect(after.ratifications.map(\.round) == [1])
        #expect(after.grounds.allSatisfy(after.ratifications[0].covers))
        // What arose after it, it could not have been about.
        try register.act(
            "decision.raise-ground", "D-2021-001", ["ground": "G10.3"], on: "2021-05-02")
        let later = try dossier(register).grounds.filter { !after.ratifications[0].covers($0) }
        #expect(later.map(\.ground) == ["G10.3"])
        #expect(!after.others.contains { $0.event.is(DecisionRatified.self) })
        #expect(try dossier(register, on: "2021-04-30").ratifications.isEmpty)
    }

    @Test("not before the adoption, once by each organ, and anew after an adjustment")
    func once() throws {
        var register = try WaterProject.told()
        func ratify(_ on: String, by organ: String = "U-ZF") -> Refusal? {
            var asked = fields
            asked["organ"] = .string(organ)
            let before = register.events.count
            do throws(Refusal) {
                try register.act(
                    "decision.ratify", "D-2021-001", asked, on: on, approvedBy: "chief.b")
                return nil
            } catch {
                precondition(register.events.count == before)
                return error
            }
        }
        let id = WaterProject.decision
        #expect(ratify("2021-04-19") == .decision(.notAdopted(id, by: day("2021-04-19"))))
        #expect(ratify("2021-05-02") == nil)
        // The other day may be told first: it is the same adoption.
        #expect(
            ratify("2021-04-20")
                == .decision(.ratifiedAlready(id, by: "U-ZF", on: day("2021-05-02"))))
        #expect(ratify("2021-05-02") == nil, "asked twice, recorded once")
        #expect(ratify("2021-05-03", by: "U-JW") == nil)
        #expect(ratify("2021-05-03", by: "U-404") == .unknownSubject("U-404"))
        try register.act("decision.adjust", "D-2021-001", ["reason": "调整"], on: "2021-06-01")
        #expect(
            ratify("2021-06-02")
                == .decision(.ratifiedAlready(id, by: "U-ZF", on: day("2021-05-02"))))
        try register.act("decision.adopt", "D-2021-001", ["decider": "U-ZF"], on: "2021-06-20")
        #expect(ratify("2021-06-21") == nil)
        #expect(try dossier(register).ratifications.map(\.round) == [1, 1, 2])
        #expect(
            register.refusal("decision.ratify", "D-2021-001", fields, on: "2021-07-01")
                == .needsApprover("decision.ratify"))
    }

    @Test("Party probation ratified by the higher committee runs from its own decision")
    func measure() throws {
        var register = try Register.withCase()
        register.law = try LawDocuments.law()
        try register.sustain(on: "2024-06-01")
        try register.impose(.partyProbation, months: 12, on: "2024-07-01")
        func life(_ on: String = "2024-09-01") throws -> SanctionLife {
            try #require(
                register.file(R.director).sanctionLives(by: day(on), under: register.law).first)
        }
        func ratify(_ on: String, by organ: String = "U-FOREST") -> Refusal? {
            do throws(Refusal) {
                try register.act(
                    "sanction.ratify", "S-1",
                    ["organ": .string(organ), "instrument": "县委批复1号（虚构）"], on: on,
                    approvedBy: "chief.b")
                return nil
            } catch { return error }
        }
        let before = try life()
        #expect(
            ratify("2024-06-30")
                == .sanction(.beforeImposition("S-1", imposed: day("2024-07-01"))))
        #expect(ratify("2024-08-01", by: "U-404") == .unknownSubject("U-404"))
        #expect(ratify("2024-08-01") == nil)
        #expect(
            ratify("2024-07-01")
                == .sanction(.ratifiedAlready("S-1", by: "U-FOREST", on: day("2024-08-01"))))
        #expect(ratify("2024-08-02", by: "U-WATER") == nil)
        let after = try life()
        #expect(after.ratifications.map(\.fact.organ) == ["U-FOREST", "U-WATER"])
        #expect(try life("2024-07-31").ratifications.isEmpty)
        #expect(after.since == before.since && after.term == before.term)
        #expect(after.state(on: day("2024-09-01")) == before.state(on: day("2024-09-01")))
        let marks = register.file(R.director).marks(by: day("2024-09-01"), under: register.law) {
            register.caseFile($0) ?? CaseFile(about: $0)
        }
        #expect(!marks.contains { $0.sanction == "S-1" && $0.code == .basisChanged })
        try register.perform(
            SanctionAnnulled(
                sanction: "S-1", case: R.file, subject: R.director, by: .board),
            on("2024-10-01"))
        #expect(ratify("2024-10-01", by: "U-TEST2") == .unknownSubject("U-TEST2"))
        try register.perform(SubjectRegistered(subject: "U-TEST2", kind: .unit, title: "丙"))
        #expect(ratify("2024-10-01", by: "U-TEST2") == .alreadyAnnulled("S-1"))
        // Told late, of a day on which it stood.
        #expect(ratify("2024-09-30", by: "U-TEST2") == nil)
    }
}
