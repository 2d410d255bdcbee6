import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// I13: what is finished stays finished.
@Suite("Law that comes later judges what is open, and nothing that is finished")
struct LaterLawTests {
    private let id = SecondBody.id

    private func closed(_ register: Register, at moment: String) throws -> Register {
        var register = register
        register.now = instant(moment)
        try register.act("decision.close", id, on: "2021-05-10")
        return register
    }

    // I13.
    @Test(
        "a body activated later, with an earlier first day, claims what is open, not what is closed"
    )
    func laterBody() throws {
        let open = try SecondBody.adopted(under: LawDocuments.law(since: SecondBody.opened))
        let mine = ["G6.1", "G8.1", "G9.2"].map { "XZZ-2020-26 \($0) open" }
        for (register, claims) in [
            (open, true), (try closed(open, at: "2021-05-10T01:00:00.000Z"), false),
        ] {
            var register = register
            #expect(try SecondBody.states(register) == mine)
            try LawDocuments.activate(
                LawDocuments.region(parent: "713", from: "2021-01-01"),
                at: "2021-06-01T01:00:00.000Z", in: &register.law)
            let states = try SecondBody.states(register)
            #expect(states.contains("U-1 G9.2 due") == claims)
            #expect(states.filter { $0.hasPrefix("XZZ") } == mine)
            let raised = try DetectGrounds(decision: WaterProject.decision)
                .decide(over: register, under: on("2021-06-02"))
            #expect(raised.isEmpty == !claims)
            let file = try #require(register.decision(WaterProject.decision))
            #expect(file.isOpen(adoptedOn: day("2021-04-20")...day("2021-04-20")) == claims)
            #expect(!file.isOpen(adoptedOn: day("2021-04-21")...day("2025-05-31")))
            // By what was known before it was activated nothing is said of it.
            let then = try SecondBody.dossier(register, knownAt: "2021-05-31T00:00:00.000Z")
            #expect(then.grounds.allSatisfy { $0.name.body == .notice })
        }
    }

    @Test(
        "a newer edition judges from its first day; the day before is the older one's",
        arguments: [("2025-05-31", "XZZ-2020-26/7"), ("2025-06-01", "XZZ-2020-26/8")])
    func newerEdition(adopted: String, edition: String) throws {
        var register = try WaterProject.register()
        try WaterProject.open(&register)
        let events = try register.act("decision.adopt", id, ["decider": "U-ZF"], on: adopted)
        let raised = events.compactMap { $0.event[GroundDetected.self]?.rulebook }
        #expect(Set(raised) == [edition] && raised.count == 5)
        // The same ground under either edition: what was raised is not raised again.
        let adoption = try #require(events.first).position
        let other = adopted == "2025-05-31" ? "2025-06-01" : "2025-05-31"
        let corrected = try register.correct(
            adoption,
            with: Register.command("decision.adopt", id, ["decider": "U-ZF"], on: other))
        #expect(corrected.count == 6)
        #expect(corrected.allSatisfy { $0.supersedes != nil })
    }

    // I13.
    @Test(
        "filed in time by the calendar of its day, an appeal is not late by one that came later",
        arguments: ["2024-02-20T01:00:00.000Z", "2024-02-23T01:00:00.000Z"])
    func laterCalendar(known: String) throws {
        var register = try Register.sanctioned(on: "2024-01-15", served: "2024-01-22")
        register.now = instant("2024-02-23T01:00:00.000Z")
        // The last day, Thursday the 22nd, is made a day off, so that Friday is in time.
        register.law.load(
            .init(
                try calendar(off: "2024-02-22"), digest: "", position: 90,
                at: instant(known), by: "P-0001"))
        try register.file("A-1", "A", "reexamination", on: "2024-02-23")
        #expect(try register.filed("A-1").late == false)
        register.law.load(
            .init(
                try LawDocuments.calendar(2024), digest: "", position: 91,
                at: instant("2024-02-25T01:00:00.000Z"), by: "P-0001"))
        let filing = try #require(register.timeline(asOf: "2024-03-01").filing)
        #expect(filing.state == .met(on: day("2024-02-23")))
        #expect(filing.due == day("2024-02-23"))
        // What still runs is judged by the calendar of now.
        var open = try Register.sanctioned(on: "2024-01-15", served: "2024-01-22")
        open.law = register.law
        let running = try #require(open.timeline(asOf: "2024-02-23").filing)
        #expect(running.due == day("2024-02-22") && running.state == .lapsed(by: 1))
    }

    // I13.
    @Test(
        "of two clocks, one that ended when a calendar came is judged by it, one before it is not")
    func atTheVeryMoment() throws {
        var story = ClockStory(try Register.sanctioned(on: "2024-01-15", served: "2024-01-22"))
        story.register.now = instant("2024-02-10T01:00:00.000Z")
        try story.act(
            "decision.initiate", "D-1", ["lead": "U-WATER", "head": "P-0003"], on: "2024-01-02")
        try story.act("decision.adopt", "D-1", ["decider": "U-GOV"], on: "2024-01-25")
        try story.act("decision.publish", "D-1", ["channels": ["政府网站"]], on: "2024-02-05")
        let before = try story.reading("publication", asOf: "2024-03-01").due
        story.register.now = instant("2024-02-23T01:00:00.000Z")
        for (moment, calendar) in [
            ("2024-02-23T01:00:00.000Z", try calendar(off: "2024-02-22")),
            ("2024-02-25T01:00:00.000Z", try LawDocuments.calendar(2024)),
        ] {
            story.register.law.load(
                .init(
                    calendar, digest: "", position: 90, at: instant(moment), by: "P-0001"))
        }
        story.recordAct(
            "appeal.file", "A-1", ["sanction": "S-1", "route": "A", "stage": "reexamination"],
            on: "2024-02-23")
        let remedy = try #require(
            story.readings(asOf: "2024-03-01").first { $0.start.slot == ClockName.remedy })
        #expect(remedy.due == day("2024-02-23"))
        #expect(remedy.state == .met(on: day("2024-02-23")))
        #expect(try story.reading("publication", asOf: "2024-03-01").due == before)
    }

    // I13.
    @Test("an edition that shortens a time does not make late what was done under the longer one")
    func shorterTime() throws {
        var story = try ClockStory()
        try story.act(
            "decision.initiate", "D-1", ["lead": "U-WATER", "head": "P-0003"], on: "2024-01-02")
        try story.act("decision.adopt", "D-1", on: "2024-06-03")
        story.register.now = instant("2024-07-02T01:00:00.000Z")
        try story.act("decision.publish", "D-1", ["channels": ["网站（虚构）"]], on: "2024-07-02")
        try story.act(
            "decision.initiate", "D-2", ["lead": "U-WATER", "head": "P-0003"], on: "2024-01-02")
        try story.act("decision.adopt", "D-2", on: "2024-06-03")
        var shorter = try LawDocuments.tree("rules/xzz-2020-26.json")
        shorter.set("version", 3)
        shorter.set("inForceFrom", "2024-06-01")
        shorter.edit("clocks", "publication") { $0["span"] = "5 workingDays" }
        try LawDocuments.activate(
            shorter, at: "2024-07-10T01:00:00.000Z", in: &story.register.law)
        let readings = story.readings(asOf: "2024-07-12").filter { $0.clock == "publication" }
        #expect(readings.map(\.due) == [day("2024-07-02"), day("2024-06-11")])
        #expect(readings.map(\.state) == [.met(on: day("2024-07-02")), .overdue(by: 31)])
    }

    @Test("what ended while the law gave no day is late by no law that came afterwards")
    func firstJudged() throws {
        var story = try ClockStory()
        story.register.law = Law()
        try story.act(
            "decision.initiate", "D-1", ["lead": "U-WATER", "head": "P-0003"], on: "2024-01-02")
        try story.act("decision.adopt", "D-1", on: "2024-06-03")
        try story.act("decision.publish", "D-1", ["channels": ["网站（虚构）"]], on: "2024-12-31")
        story.register.law = try LawDocuments.law(since: "2025-01-02T01:00:00.000Z")
        let reading = try story.reading("publication", asOf: "2025-01-03")
        #expect(reading.state == .met(on: day("2024-12-31")))
        #expect(reading.due == day("2024-07-02"))
    }

    private func calendar(off day: String) throws -> WorkCalendar {
        var document = try LawDocuments.tree("calendars/2024.json")
        document.edit("rest") {
            $0.append(["name": "示例节（虚构）", "from": .string(day), "to": .string(day)])
        }
        return try WorkCalendar(from: #require(TreeReader(document)))
    }
}
