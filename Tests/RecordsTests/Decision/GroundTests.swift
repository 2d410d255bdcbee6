import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Suspected grounds — 追责制度 Art. 6 to 11")
struct GroundTests {
    private let id = "D-2021-001"

    @Test("the unlawful water project raises exactly G6.1, G8.1 and G9.2, with their evidence")
    func story() throws {
        var register = try WaterProject.register()
        try WaterProject.prepare(&register)
        try WaterProject.discuss(&register)
        let events = try WaterProject.adopt(&register)
        #expect(WaterProject.grounds(events) == ["G6.1", "G8.1", "G9.2"])
        let adoption = try #require(events.first).position
        #expect(events.dropFirst().allSatisfy { $0.cause == adoption })
        #expect(events.dropFirst().allSatisfy { $0.on == day("2021-04-20") })
        let opened = try #require(
            register.events.first { $0.event.type == ConsultationOpened.type })
        guard let first = events[1].event[GroundDetected.self] else {
            Issue.record("the first consequence is a ground")
            return
        }
        #expect(first.evidence == [Evidence(opened.position)])
        #expect(first.rulebook == "XZZ-2020-26/7")
    }

    // D2 10.
    @Test(
        "adopted after the latest conclusion was unlawful raises exactly one G9.2, also on replay")
    func unlawfulOnce() throws {
        var register = try WaterProject.told()
        #expect(WaterProject.grounds(register.events).count { $0 == "G9.2" } == 1)
        #expect(try WaterProject.adopt(&register).isEmpty)
        var again = FoldedPast()
        again.law = register.law
        for event in register.events { again.apply(event) }
        let detect = DetectGrounds(decision: WaterProject.decision)
        #expect(try detect.decide(over: again, under: on("2021-06-01")).isEmpty)
        #expect(try detect.decide(over: register, under: on("2021-06-01")).isEmpty)
    }

    @Test("a resubmission concluded lawful before adoption raises no G9.2")
    func resubmitted() throws {
        var register = try WaterProject.register()
        try WaterProject.prepare(&register)
        try register.act("decision.submit-for-legality", id, [:], on: "2021-04-14")
        try register.act("decision.review-legality", id, ["conclusion": "lawful"], on: "2021-04-19")
        try WaterProject.discuss(&register)
        #expect(WaterProject.grounds(try WaterProject.adopt(&register)) == ["G6.1", "G8.1"])
    }

    @Test("an exploratory reform is told beside G9.2, which it does not take away")
    func exploratory() throws {
        var register = try WaterProject.lawful()
        try register.act(
            "decision.review-legality", id,
            ["conclusion": "unlawful", "exploratoryClaim": true], on: "2021-04-16")
        let events = try WaterProject.adopt(&register)
        #expect(WaterProject.grounds(events) == ["G9.2"])
        guard let fact = events.last?.event[GroundDetected.self] else { return }
        #expect(fact.exploratoryClaim == true)
    }

    // D2 11.
    @Test("a missing step without a waiver raises its ground at adoption")
    func missing() throws {
        var register = try WaterProject.register()
        try WaterProject.open(&register)
        let events = try WaterProject.adopt(&register)
        #expect(WaterProject.grounds(events) == ["G6.1", "G7.1", "G8.1", "G9.1", "G10.1"])
    }

    @Test("a lawful waiver with ground and second approver raises none")
    func waived() throws {
        var register = try WaterProject.register()
        try WaterProject.open(&register)
        for step in ["participation", "expertReview", "riskAssessment"] {
            try register.act(
                "decision.waive", id, ["step": .string(step), "ground": "依法不予公开（虚构）"],
                on: "2021-03-05", approvedBy: "clerk.b")
        }
        try register.act("decision.review-legality", id, ["conclusion": "lawful"], on: "2021-04-13")
        try WaterProject.discuss(&register)
        #expect(WaterProject.grounds(try WaterProject.adopt(&register)).isEmpty)
    }

    @Test("a decision prepared as the law asks raises nothing")
    func clean() throws {
        var register = try WaterProject.lawful()
        #expect(WaterProject.grounds(try WaterProject.adopt(&register)).isEmpty)
    }

    @Test(
        "thirty days of comments are enough, twenty-nine are not, unless the reason is stated",
        arguments: [
            ("2021-04-09", nil, true), ("2021-04-08", nil, false),
            ("2021-03-20", "汛期将至（虚构）", true),
        ] as [(String, String?, Bool)])
    func thirtyDays(until: String, reason: String?, enough: Bool) throws {
        var register = try WaterProject.register()
        try WaterProject.open(&register)
        var fields: [String: Tree] = ["until": .string(until)]
        if let reason { fields["urgencyReason"] = .string(reason) }
        try register.act("decision.open-consultation", id, fields, on: "2021-03-10")
        let grounds = WaterProject.grounds(try WaterProject.adopt(&register))
        #expect(grounds.contains("G6.1") == !enough)
    }

    @Test("closing early shortens the time for comments")
    func closedEarly() throws {
        var register = try WaterProject.lawful()
        try register.act("decision.close-consultation", id, [:], on: "2021-04-01")
        #expect(WaterProject.grounds(try WaterProject.adopt(&register)) == ["G6.1"])
    }

    @Test(
        "each trigger raises its own ground and no other",
        arguments: [
            ("decision.receive-opinion", ["opinion": "Y-9"], "G6.2"),
            ("decision.require-hearing", ["rule": "某地方性法规第8条（虚构）"], "G6.3"),
            ("decision.assess-risk", ["level": "high", "controllable": false], "G8.2"),
        ] as [(String, [String: Tree], String)])
    func triggers(act: String, fields: [String: Tree], ground: String) throws {
        var register = try WaterProject.lawful()
        try register.act(act, id, fields, on: "2021-04-15")
        #expect(WaterProject.grounds(try WaterProject.adopt(&register)) == [ground])
    }

    @Test("an answered opinion, a held hearing and a handled conclusion raise none")
    func answered() throws {
        var register = try WaterProject.lawful()
        try register.act("decision.receive-opinion", id, ["opinion": "Y-9"], on: "2021-04-14")
        try register.act(
            "decision.dispose-opinion", id, ["opinion": "Y-9", "adopted": false],
            on: "2021-04-15")
        try register.act(
            "decision.require-hearing", id, ["rule": "某地方性法规第8条（虚构）"], on: "2021-04-10")
        try register.act("decision.hold-hearing", id, [:], on: "2021-04-18")
        try register.act(
            "decision.assess-risk", id, ["level": "high", "controllable": false],
            on: "2021-04-15")
        try register.act("decision.handle-risk", id, ["measures": "缩减规模（虚构）"], on: "2021-04-16")
        #expect(WaterProject.grounds(try WaterProject.adopt(&register)).isEmpty)
    }

    @Test(
        "a comment answered on the day of the meeting is answered, one answered after it is not",
        arguments: [("2021-04-20", []), ("2021-04-21", ["G6.2"])] as [(String, [String])])
    func answeredAfterTheMeeting(answered: String, raised: [String]) throws {
        var register = try WaterProject.lawful()
        try register.act("decision.receive-opinion", id, ["opinion": "Y-9"], on: "2021-04-14")
        try register.act(
            "decision.dispose-opinion", id, ["opinion": "Y-9", "adopted": true], on: answered)
        let events = try register.act("decision.adopt", id, ["decider": "U-ZF"], on: "2021-04-22")
        #expect(WaterProject.grounds(events) == raised)
    }

    @Test(
        "risks are handled on the day of their assessment or later, not before it",
        arguments: [("2021-04-14", ["G8.2"]), ("2021-04-15", []), ("2021-04-16", [])]
            as [(String, [String])])
    func handledBefore(handled: String, raised: [String]) throws {
        var register = try WaterProject.lawful()
        try register.act(
            "decision.assess-risk", id, ["level": "high", "controllable": false],
            on: "2021-04-15")
        try register.act("decision.handle-risk", id, ["measures": "缩减规模（虚构）"], on: handled)
        #expect(WaterProject.grounds(try WaterProject.adopt(&register)) == raised)
    }

    @Test("no minutes raise G10.2; a head who did not speak last raises G10.1")
    func meeting() throws {
        var register = try WaterProject.lawful()
        try register.act(
            "decision.discuss", id,
            ["attendees": WaterProject.attendees, "headSpokeLast": false], on: "2021-04-20")
        #expect(WaterProject.grounds(try WaterProject.adopt(&register)) == ["G10.1", "G10.2"])
    }

    @Test(
        "a head against the majority gives reasons, or G10.1 is raised", arguments: [true, false])
    func majority(reasons: Bool) throws {
        var register = try WaterProject.lawful()
        var fields: [String: Tree] = [
            "attendees": [
                ["subject": "P-0001", "part": "head", "opinion": "agree"],
                ["subject": "P-0002", "part": "leader", "opinion": "disagree"],
                ["subject": "P-0003", "part": "member", "opinion": "disagree"],
            ],
            "minutesDigest": WaterProject.digest,
        ]
        if reasons { fields["headReasons"] = "民生急需（虚构）" }
        try register.act("decision.discuss", id, fields, on: "2021-04-20")
        let grounds = WaterProject.grounds(try WaterProject.adopt(&register))
        #expect(grounds == (reasons ? [] : ["G10.1"]))
    }

    @Test(
        "observers have no voice in the majority, on either side",
        arguments: [("disagree", "agree", ["G10.1"]), ("agree", "disagree", [])]
            as [(String, String, [String])])
    func observers(leader: String, observer: String, raised: [String]) throws {
        var register = try WaterProject.lawful()
        try register.perform(SubjectRegistered(subject: "P-0004", kind: .person))
        try register.act(
            "decision.discuss", id,
            [
                "attendees": [
                    ["subject": "P-0001", "part": "head", "opinion": "agree"],
                    ["subject": "P-0002", "part": "leader", "opinion": .string(leader)],
                    ["subject": "P-0003", "part": "observer", "opinion": .string(observer)],
                    ["subject": "P-0004", "part": "observer", "opinion": .string(observer)],
                ], "minutesDigest": WaterProject.digest,
            ], on: "2021-04-20")
        #expect(WaterProject.grounds(try WaterProject.adopt(&register)) == raised)
    }

    @Test("an unpublished decision raises G11.1 the day after its twentieth working day, once")
    func unpublished() throws {
        var register = try WaterProject.lawful()
        try WaterProject.adopt(&register)
        // Twenty working days after 2021-04-20, past May Day and two adjusted days: 05-19.
        func detect(_ day: String) throws -> [String] {
            WaterProject.grounds(
                try register.perform(
                    DetectGrounds(decision: WaterProject.decision), on(day)))
        }
        #expect(try detect("2021-05-19").isEmpty)
        #expect(try detect("2021-05-20") == ["G11.1"])
        #expect(try detect("2021-05-21").isEmpty)
    }

    @Test("published late raises G11.1 by itself; lawfully withheld raises none")
    func late() throws {
        var register = try WaterProject.lawful()
        try WaterProject.adopt(&register)
        var other = register
        let events = try register.act(
            "decision.publish", id, ["channels": ["网站（虚构）"]], on: "2021-06-30")
        #expect(WaterProject.grounds(events) == ["G11.1"])
        try other.act(
            "decision.withhold", id, ["ground": "涉密（虚构）", "rule": "713#32"],
            on: "2021-04-21")
        let detect = DetectGrounds(decision: WaterProject.decision)
        #expect(try detect.decide(over: other, under: on("2022-01-04")).isEmpty)
    }

    @Test(
        "published or withheld on the last day raises none, on the day after it does",
        arguments: ["publish", "withhold"], [("2021-05-19", []), ("2021-05-20", ["G11.1"])])
    func lastDayToPublish(how: String, when: (day: String, raised: [String])) throws {
        var register = try WaterProject.lawful()
        try WaterProject.adopt(&register)
        let fields: [String: Tree] =
            how == "publish"
            ? ["channels": ["网站（虚构）"]] : ["ground": "涉密（虚构）", "rule": "713#32"]
        let events = try register.act("decision.\(how)", id, fields, on: when.day)
        #expect(WaterProject.grounds(events) == when.raised)
    }

    @Test("an evaluation ordered and not there on its day raises G11.2")
    func evaluation() throws {
        var register = try WaterProject.lawful()
        try WaterProject.adopt(&register)
        try register.act("decision.publish", id, ["channels": ["网站（虚构）"]], on: "2021-04-25")
        try register.act(
            "decision.order-evaluation", id, ["evaluator": "P-0009", "due": "2022-04-20"],
            on: "2022-01-10")
        func due(_ day: String) throws -> [String] {
            WaterProject.grounds(
                try register.perform(
                    DetectGrounds(decision: WaterProject.decision), on(day)))
        }
        #expect(try due("2022-04-20").isEmpty)
        #expect(try due("2022-04-21") == ["G11.2"])
    }

    @Test("a step recorded late, with its day before the adoption, raises what it shows, once")
    func recordedLate() throws {
        var register = try WaterProject.lawful()
        try WaterProject.adopt(&register)
        let events = try register.act(
            "decision.review-legality", id, ["conclusion": "unlawful"], on: "2021-04-19")
        #expect(WaterProject.grounds(events) == ["G9.2"])
        #expect(events.last?.cause == events.first?.position)
    }

    @Test("a decision of before the notice raises none of its grounds: Art. 17")
    func notRetroactive() throws {
        var register = try WaterProject.register()
        try register.act(
            "decision.initiate", "D-2020-001", ["lead": "U-SLJ", "head": "P-0001"],
            on: "2020-03-01")
        let before = try register.act("decision.adopt", "D-2020-001", [:], on: "2020-12-22")
        #expect(WaterProject.grounds(before).isEmpty)
    }

    // D2 12.
    @Test("grounds never change a status, and are no record of anybody")
    func statusUntouched() throws {
        let register = try WaterProject.told()
        #expect(WaterProject.grounds(register.events) == ["G6.1", "G8.1", "G9.2"])
        for person in [WaterProject.mayor, WaterProject.deputy, WaterProject.director] {
            let status = register.file(person).status(on: day("2021-05-01"), under: register.law)
            #expect(status.findings.isEmpty && status.suspicions.isEmpty)
            #expect(status.sanctions.isEmpty)
        }
    }

    @Test("an adjustment makes the steps due again, and its adoption raises its own grounds")
    func adjusted() throws {
        var register = try WaterProject.lawful()
        try WaterProject.adopt(&register)
        try register.act("decision.publish", id, ["channels": ["网站（虚构）"]], on: "2021-04-25")
        try register.act("decision.adjust", id, ["reason": "水源变化（虚构）"], on: "2021-09-01")
        let events = try register.act("decision.adopt", id, ["number": "2"], on: "2021-10-08")
        #expect(WaterProject.grounds(events) == ["G6.1", "G7.1", "G8.1", "G9.1", "G10.1"])
        let rounds = events.compactMap { recorded -> Int? in
            if let fact = recorded.event[GroundDetected.self] {
                fact.round
            } else {
                nil
            }
        }
        #expect(Set(rounds) == [2])
    }

    @Test("a dismissed ground stays dismissed, and needs a second person")
    func dismissed() throws {
        var register = try WaterProject.told()
        let fields: [String: Tree] = ["ground": "G8.1", "reason": "另案评估（虚构）"]
        #expect(
            register.refusal("decision.dismiss-ground", id, fields, on: "2021-06-01")
                == .needsApprover("decision.dismiss-ground"))
        #expect(
            register.refusal(
                "decision.dismiss-ground", id, fields, on: "2021-06-01", by: "clerk.a",
                approvedBy: "clerk.a") == .approverIsRecorder("clerk.a"))
        try register.act(
            "decision.dismiss-ground", id, fields, on: "2021-06-01", approvedBy: "clerk.b")
        let dossier = try #require(
            register.decision(WaterProject.decision)?
                .dossier(on: day("2021-07-01"), under: register.law))
        #expect(dossier.grounds.map(\.state) == [.open, .dismissed, .open])
        let detect = DetectGrounds(decision: WaterProject.decision)
        #expect(try detect.decide(over: register, under: on("2021-07-01")).isEmpty)
        #expect(
            register.refusal(
                "decision.dismiss-ground", id, fields, on: "2021-06-02", approvedBy: "clerk.b")
                == .decision(.groundNotOpen("G8.1")))
    }

    @Test("a ground raised again after its dismissal is open, and can be dismissed again")
    func raisedAgain() throws {
        var register = try WaterProject.told()
        let fields: [String: Tree] = ["ground": "G8.1", "reason": "另案评估（虚构）"]
        func states(_ register: Register) -> [GroundState]? {
            register.decision(WaterProject.decision)?
                .dossier(on: day("2021-07-01"), under: register.law)?.grounds
                .filter { $0.ground == "G8.1" }.map(\.state)
        }
        try register.act(
            "decision.dismiss-ground", id, fields, on: "2021-06-01", approvedBy: "clerk.b")
        #expect(states(register) == [.dismissed])
        #expect(
            try register.act("decision.raise-ground", id, ["ground": "G8.1"], on: "2021-06-10")
                .count == 1)
        #expect(states(register) == [.dismissed, .open])
        // Open already: asked twice, recorded once.
        #expect(
            try register.act("decision.raise-ground", id, ["ground": "G8.1"], on: "2021-06-11")
                .isEmpty)
        try register.act(
            "decision.dismiss-ground", id, fields, on: "2021-06-20", approvedBy: "clerk.b")
        #expect(states(register) == [.dismissed, .dismissed])
    }
}
