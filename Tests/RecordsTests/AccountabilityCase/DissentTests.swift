import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Recorded dissent always surfaces in that person's case — 713 Art. 38 (D2 19)")
struct DissentTests {
    /// The entry of the meeting.
    private func meeting(_ register: Register) throws -> Position {
        try #require(
            register.events.last { $0.event.is(MeetingHeld.self) }
        ).position
    }

    @Test("naming who dissented records it as mitigation, with the meeting as evidence, at once")
    func onNaming() throws {
        var register = try Proceedings.opened()
        let recorded = try register.ask(
            "namePerson", ["case": "C-2024-01", "subject": "P-0002"], on: "2024-05-20")
        #expect(recorded.count == 2)
        let fact = try #require(recorded.mitigations.first)
        #expect(fact.code == "dissent" && fact.subject == "P-0002")
        #expect(fact.evidence == [Evidence(try meeting(register))])
        #expect(recorded.last?.cause == recorded.first?.position)
        #expect(recorded.last?.basis.first == "713#38")
        #expect(recorded.last?.on == day("2024-05-20"))
    }

    @Test("who agreed, or was not there, has none")
    func onlyDissent() throws {
        var register = try Proceedings.opened()
        for person in ["P-0001", "P-0003", "P-0007"] {
            let recorded = try register.ask(
                "namePerson",
                ["case": "C-2024-01", "subject": .string(person), "responsibility": "lead"],
                on: "2024-05-20")
            #expect(recorded.count == 1)
        }
    }

    @Test(
        "a reservation is a dissent; an abstention is none", arguments: ["reserved", "abstained"])
    func reserved(opinion: String) throws {
        var register = try WaterProject.register()
        try WaterProject.prepare(&register)
        try register.act(
            "decision.discuss", "D-2021-001",
            [
                "attendees": [
                    ["subject": "P-0002", "part": "leader", "opinion": .string(opinion)]
                ], "minutesDigest": WaterProject.digest,
            ], on: "2021-04-20")
        try WaterProject.adopt(&register)
        try register.ask(
            "openCase", ["case": "C-2024-01", "decision": "D-2021-001"], on: "2024-05-20")
        let recorded = try register.ask(
            "namePerson", ["case": "C-2024-01", "subject": "P-0002"], on: "2024-05-20")
        #expect(recorded.mitigations.count == (opinion == "reserved" ? 1 : 0))
    }

    @Test("never twice: not by a later naming, a notification, a finding or by hand")
    func once() throws {
        var register = try Proceedings.named()
        try register.ask(
            "namePerson", ["case": "C-2024-01", "subject": "P-0002", "category": "再次列明（虚构）"],
            on: "2024-06-01")
        try register.notify("P-0002")
        try register.hear("P-0002")
        try register.act(
            "case.find-mitigation", "C-2024-01", ["subject": "P-0002", "code": "dissent"],
            on: "2024-07-30")
        try register.find("P-0002", .exonerated, on: "2024-08-20")
        #expect(register.events.mitigations.count { $0.code == "dissent" } == 1)
    }

    @Test(
        "minutes corrected after the naming bring it to light with the next step, whichever it is")
    func correctedMinutes() throws {
        var register = try Proceedings.named()
        let attendees: Tree = [
            ["subject": "P-0001", "part": "head", "opinion": "agree"],
            ["subject": "P-0002", "part": "leader", "opinion": "disagree"],
            ["subject": "P-0003", "part": "lead", "opinion": "reserved"],
        ]
        let corrected = try Register.command(
            "decision.discuss", "D-2021-001",
            ["attendees": attendees, "minutesDigest": WaterProject.digest, "headSpokeLast": true],
            on: "2021-04-20")
        try register.correct(try meeting(register), with: corrected)
        #expect(register.events.mitigations.map(\.subject) == ["P-0002"])
        try register.notify("P-0003")
        #expect(register.events.mitigations.map(\.subject) == ["P-0002", "P-0003"])
        #expect(register.events.mitigations.last?.evidence == [Evidence(try meeting(register))])
        try register.hear("P-0003")
        #expect(register.events.mitigations.count == 2)
        let view = try #require(register.view(on: "2024-08-01"))
        #expect(view.persons.last?.dissent == (try meeting(register)))
    }

    @Test("a correction of the naming repeats nothing and loses nothing")
    func correctedNaming() throws {
        var register = try Proceedings.named()
        let naming = try #require(
            register.events.last { recorded in
                if let fact = recorded.event[PersonNamed.self] {
                    fact.subject == "P-0002"
                } else {
                    false
                }
            })
        let reader = try #require(
            TreeReader(
                .object([
                    "case": "C-2024-01", "subject": "P-0002", "category": "更正后（虚构）",
                    "on": "2024-05-20",
                ])))
        try register.correct(
            naming.position,
            with: try Command(name: "namePerson", reader: reader, in: Duties.register))
        #expect(register.events.mitigations.count { $0.subject == "P-0002" } == 1)
        let view = try #require(register.view(on: "2024-08-01"))
        #expect(view.persons.count == 3)
        #expect(view.persons.first { $0.subject == "P-0002" }?.mitigations.count == 1)
    }

    @Test("the finding weighs it, and nothing that was not found")
    func weighed() throws {
        var register = try Proceedings.heard("P-0002")
        #expect(throws: Refusal.case(.mitigationNotFound("slight", "P-0002"))) {
            try register.find(
                "P-0002", .exonerated, on: "2024-08-20", ["mitigations": ["slight"]])
        }
        let recorded = try register.find("P-0002", .exonerated, on: "2024-08-20")
        guard let fact = recorded.first?.event[FindingMade.self] else {
            Issue.record("no finding")
            return
        }
        #expect(fact.mitigations == ["dissent"])
    }

    @Test("a determined exemption is not a finding of responsibility")
    func exemption() throws {
        var register = try Proceedings.heard("P-0002")
        try register.find("P-0002", .exonerated, on: "2024-08-20")
        let status = register.file("P-0002").status(on: day("2024-08-20"), under: register.law)
        #expect(status.findings.isEmpty && status.suspicions.isEmpty)
    }
}
