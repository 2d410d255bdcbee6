import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A decision is judged by every body of law that claims it — 追责制度 Art. 17")
struct GroundsOfBodiesTests {
    private let id = SecondBody.id
    private let dismissal: [String: Tree] = ["reason": "另案评估（虚构）"]

    private func dismissing(_ ground: String) -> [String: Tree] {
        dismissal.merging(["ground": .string(ground)]) { $1 }
    }

    private func dismiss(_ ground: String, in register: inout Register) throws -> GroundDismissed {
        let events = try register.act(
            "decision.dismiss-ground", id, dismissing(ground), on: "2021-06-01",
            approvedBy: "clerk.b")
        return try #require(events.first?.event[GroundDismissed.self])
    }

    @Test("two bodies with one code raise each their own ground, once, and each names its edition")
    func both() throws {
        var register = try SecondBody.adopted(under: SecondBody.law())
        let codes = ["G6.1", "G8.1", "G9.2"]
        #expect(
            SecondBody.grounds(register.events)
                == codes.map { "XZZ-2020-26/7 \($0)" } + codes.map { "U-1/1 \($0)" })
        #expect(try WaterProject.adopt(&register).isEmpty)
        let detect = DetectGrounds(decision: WaterProject.decision)
        #expect(try detect.decide(over: register, under: on("2021-05-10")).isEmpty)
        var again = FoldedPast()
        again.law = register.law
        for event in register.events { again.apply(event) }
        #expect(try detect.decide(over: again, under: on("2021-05-10")).isEmpty)
        #expect(
            try SecondBody.states(register)
                == codes.flatMap { ["U-1 \($0) open", "XZZ-2020-26 \($0) open"] })
    }

    @Test("each ground names its body with its title, and the dossier every body that judged")
    func named() throws {
        let law = try SecondBody.law()
        let dossier = try SecondBody.dossier(SecondBody.adopted(under: law))
        #expect(dossier.bodies.map(\.edition) == ["XZZ-2020-26/7", "713/6", "U-1/1"])
        let titles = law.rulebooks.map { [$0.content.titleChinese, $0.content.titleEnglish] }
        #expect(
            dossier.bodies.allSatisfy { body in
                titles.contains([body.titleChinese ?? "", body.titleEnglish ?? ""])
            })
        #expect(
            dossier.grounds.map { "\($0.body.edition) \($0.ground)" } == [
                "U-1/1 G6.1", "XZZ-2020-26/7 G6.1", "U-1/1 G8.1", "XZZ-2020-26/7 G8.1",
                "U-1/1 G9.2", "XZZ-2020-26/7 G9.2",
            ])
        #expect(dossier.grounds.allSatisfy { dossier.bodies.contains($0.body) })
        // One that the ledger does not carry is named as the entry names it.
        let unknown = law.name(ofEdition: "U-9/12")
        #expect(unknown.code == "U-9" && unknown.version == 12 && unknown.titleChinese == nil)
        #expect(unknown.edition == "U-9/12")
        #expect(law.name(ofEdition: "U-9").edition == "U-9")
    }

    @Test(
        "a body claims what was adopted from its first day, and nothing of the day before",
        arguments: [("2021-04-20", true), ("2021-04-21", false)])
    func firstDay(from: String, claims: Bool) throws {
        let register = try SecondBody.adopted(under: SecondBody.law(from: from))
        let raised = SecondBody.grounds(register.events)
        #expect(raised.contains("XZZ-2020-26/7 G9.2"))
        #expect(raised.contains("U-1/1 G9.2") == claims)
    }

    @Test("a body judges by its own time: thirty days are enough for one, and not for the other")
    func ownClock() throws {
        var register = try WaterProject.lawful()
        register.law = try SecondBody.law()
        #expect(SecondBody.grounds(try WaterProject.adopt(&register)) == ["U-1/1 G6.1"])
        // Twenty working days to publish under the notice, ninety days under the region.
        func detect(_ day: String) throws -> [String] {
            SecondBody.grounds(
                try register.perform(
                    DetectGrounds(decision: WaterProject.decision), on(day)))
        }
        #expect(try detect("2021-05-20") == ["XZZ-2020-26/7 G11.1"])
        #expect(try detect("2021-07-19").isEmpty)
        #expect(try detect("2021-07-20") == ["U-1/1 G11.1"])
    }

    @Test("which of them is dismissed must be said, and the other stays open")
    func dismissed() throws {
        var register = try SecondBody.adopted(under: SecondBody.law())
        let refusal = register.refusal(
            "decision.dismiss-ground", id, dismissing("G8.1"), on: "2021-06-01",
            approvedBy: "clerk.b")
        let names = ["XZZ-2020-26:G8.1", "U-1:G8.1"]
        #expect(refusal == .decision(.groundOfSeveral("G8.1", names)))
        let first = try dismiss("U-1:G8.1", in: &register)
        #expect(first.ground == "G8.1" && first.rulebook == "U-1/1" && first.round == 1)
        #expect(first.version == "ground.dismissed.v2")
        #expect(
            try SecondBody.states(register).filter { $0.contains("G8.1") }
                == ["U-1 G8.1 dismissed", "XZZ-2020-26 G8.1 open"])
        #expect(
            register.refusal(
                "decision.dismiss-ground", id, dismissing("U-1:G8.1"), on: "2021-06-02",
                approvedBy: "clerk.b") == .decision(.groundNotOpen("U-1:G8.1")))
        // Only one is left: its code alone is enough, and its body is written all the same.
        #expect(try dismiss("G8.1", in: &register).rulebook == "XZZ-2020-26/7")
        let states = try SecondBody.states(register).filter { $0.contains("G8.1") }
        #expect(states == ["U-1 G8.1 dismissed", "XZZ-2020-26 G8.1 dismissed"])
    }

    @Test("of one body alone a dismissal is written as it always was")
    func asBefore() throws {
        var register = try WaterProject.told()
        let fact = try dismiss("G8.1", in: &register)
        #expect(fact.rulebook == nil && fact.version == GroundDismissed.type)
        var other = try WaterProject.told()
        #expect(try dismiss("XZZ-2020-26:G8.1", in: &other) == fact)
    }

    @Test("a case takes up the ground of the body that it names, and of no other")
    func takenUp() throws {
        var register = try SecondBody.adopted(under: SecondBody.law())
        func opening(_ grounds: Tree...) -> [String: Tree] {
            ["authority": "U-JW", "decision": .string(id), "grounds": .array(grounds)]
        }
        #expect(
            register.refusal("openCase", "C-1", opening("G8.1", "U-1:G9.2"), on: "2021-05-20")
                == .decision(.groundOfSeveral("G8.1", ["XZZ-2020-26:G8.1", "U-1:G8.1"])))
        let asked = opening("XZZ-2020-26/7:G8.1", "U-1:G9.2")
        let opened = try register.act("openCase", "C-1", asked, on: "2021-05-20")
        #expect(try register.act("openCase", "C-1", asked, on: "2021-05-20").isEmpty)
        #expect(
            opened.first?.event[CaseOpened.self]?.grounds == ["XZZ-2020-26/7:G8.1", "U-1:G9.2"])
        #expect(
            try SecondBody.states(register) == [
                "U-1 G6.1 open", "XZZ-2020-26 G6.1 open", "U-1 G8.1 open",
                "XZZ-2020-26 G8.1 takenUp", "U-1 G9.2 takenUp", "XZZ-2020-26 G9.2 open",
            ])
    }

    @Test("where one of two is dismissed, the code alone means the other, and says so")
    func onlyOneOpen() throws {
        var register = try SecondBody.adopted(under: SecondBody.law())
        _ = try dismiss("XZZ-2020-26:G8.1", in: &register)
        let opened = try register.act(
            "openCase", "C-1",
            ["authority": "U-JW", "decision": .string(id), "grounds": ["G8.1"]], on: "2021-06-02")
        #expect(opened.first?.event[CaseOpened.self]?.grounds == ["U-1:G8.1"])
        #expect(
            try SecondBody.states(register, on: "2021-06-02").filter { $0.contains("G8.1") }
                == ["U-1 G8.1 takenUp", "XZZ-2020-26 G8.1 dismissed"])
    }

    @Test("a case opened before the second body was known keeps to the ground of the first")
    func openedBefore() throws {
        var register = try SecondBody.adopted(under: LawDocuments.law(since: SecondBody.opened))
        try register.act(
            "openCase", "C-1",
            ["authority": "U-JW", "decision": .string(id), "grounds": ["G9.2"]], on: "2021-05-20")
        register.law = try SecondBody.law()
        try register.perform(DetectGrounds(decision: WaterProject.decision), on("2021-06-01"))
        let states = try SecondBody.states(register).filter { $0.contains("G9.2") }
        #expect(states == ["U-1 G9.2 open", "XZZ-2020-26 G9.2 takenUp"])
    }

    @Test("an official says under which body a ground is suspected, where two have its code")
    func byPeople() throws {
        var register = try SecondBody.adopted(under: SecondBody.law())
        func raise(_ ground: String) throws -> [RecordedEvent] {
            try register.act(
                "decision.raise-ground", id, ["ground": .string(ground)], on: "2021-06-01")
        }
        #expect(
            register.refusal(
                "decision.raise-ground", id, ["ground": "G10.3"], on: "2021-06-01")
                == .decision(.groundOfSeveral("G10.3", ["XZZ-2020-26:G10.3", "U-1:G10.3"])))
        #expect(SecondBody.grounds(try raise("U-1:G10.3")) == ["U-1/1 G10.3"])
        #expect(try raise("U-1/1:G10.3").isEmpty)
        #expect(SecondBody.grounds(try raise("XZZ-2020-26:G10.3")) == ["XZZ-2020-26/7 G10.3"])
        // What only one of them has needs no more than its code.
        #expect(SecondBody.grounds(try raise("U6.9")) == ["U-1/1 U6.9"])
        let unknown = register.refusal(
            "decision.raise-ground", id, ["ground": "U-1:G9.9"], on: "2021-06-01")
        guard case .unknownGround("U-1:G9.9", let known)? = unknown?.reason(DecisionRefusal.self)
        else {
            Issue.record("no body has it: \(unknown?.code ?? "recorded")")
            return
        }
        #expect(Set(known).isSuperset(of: ["XZZ-2020-26:G10.3", "U-1:G10.3", "U6.9"]))
        #expect(!known.contains("G10.3"))
    }

    @Test("a corrected adoption replaces the ground of each body by its own, and adds a new body's")
    func corrected() throws {
        var register = try SecondBody.adopted(
            under: SecondBody.lawOfTheRegionFirst(from: "2021-04-21"))
        let adoption = try #require(
            register.events.first { $0.event.is(DecisionAdopted.self) }
        ).position
        let raised = register.events.filter { $0.event.is(GroundDetected.self) }
        #expect(SecondBody.grounds(raised).allSatisfy { $0.hasPrefix("XZZ-2020-26/7 ") })
        let later = try Register.command(
            "decision.adopt", id, ["decider": "U-ZF"], on: "2021-04-21")
        let events = try register.correct(adoption, with: later)
        for old in raised {
            let new = events.filter { $0.supersedes == old.position }
            #expect(SecondBody.grounds(new) == SecondBody.grounds([old]))
        }
        let added = events.filter { $0.supersedes == nil }
        #expect(SecondBody.grounds(added) == ["U-1/1 G6.1", "U-1/1 G8.1", "U-1/1 G9.2"])
        // The new body's grounds fall: no more than by dismissing them, by one person alone.
        let back = try Register.command("decision.adopt", id, ["decider": "U-ZF"], on: "2021-04-20")
            .signed(by: "clerk.a", approvedBy: "chief.b")
        try register.correct(try #require(events.first).position, with: back)
        #expect(
            try SecondBody.states(register) == [
                "XZZ-2020-26 G6.1 open", "XZZ-2020-26 G8.1 open", "XZZ-2020-26 G9.2 open",
            ])
    }

    @Test("a second body without steps, grounds or clocks switches nothing off")
    func empty() throws {
        var document = try LawDocuments.region(code: "CREDIT-2022", parent: nil, from: "2021-01-01")
        for list in ["steps", "grounds", "clocks", "routes", "measures", "mitigations"] {
            document.edit(list) { $0.removeAll() }
        }
        var law = try LawDocuments.law(since: SecondBody.opened)
        try LawDocuments.activate(document, at: SecondBody.opened, in: &law)
        var register = try WaterProject.register()
        register.law = law
        try WaterProject.open(&register)
        #expect(
            SecondBody.grounds(try WaterProject.adopt(&register))
                == ["G6.1", "G7.1", "G8.1", "G9.1", "G10.1"].map { "XZZ-2020-26/7 \($0)" })
        let dossier = try SecondBody.dossier(register)
        #expect(dossier.bodies.map(\.edition) == ["XZZ-2020-26/7", "713/6"])
        #expect(dossier.steps.allSatisfy { $0.source?.isEmpty == false })
        #expect(
            register.refusal(
                "decision.waive", id, ["step": "legalityReview", "ground": "无（虚构）"],
                on: "2021-04-20", approvedBy: "clerk.b")
                == .decision(.stepNotWaivable(.legalityReview, source: "713#25")))
    }

    @Test("a ground is found by its code, by its body and by any edition of it")
    func names() {
        let name = GroundName("G9.2", of: "XZZ-2020-26")
        for text in ["G9.2", "XZZ-2020-26:G9.2", "XZZ-2020-26/7:G9.2", "XZZ-2020-26/12:G9.2"] {
            #expect(name.isMeant(by: text))
        }
        for text in ["9.2", "U-1:G9.2", "XZZ-2020-26/:G9.2", ":G9.2", "XZZ-2020-26 G9.2", "g9.2"] {
            #expect(!name.isMeant(by: text))
        }
    }
}
