import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A matter that the Order excludes is recorded as excluded, and no procedural ground arises")
struct ExclusionTests {
    private let id = "D-2021-001"
    private let fields: [String: Tree] = [
        "ground": "legislation", "decidedBy": "U-ZF", "instrument": "云政发〔2021〕9号（虚构）",
    ]

    private func dossier(_ register: Register, on day: String = "2021-07-01") throws -> Dossier {
        try #require(
            register.decision(WaterProject.decision)?.dossier(
                on: RecordsTests.day(day), under: register.law))
    }

    private func exclude(
        _ register: inout Register, on day: String = "2021-02-01", ground: String = "legislation"
    ) throws -> [RecordedEvent] {
        var told = fields
        told["ground"] = .string(ground)
        return try register.act("decision.exclude", id, told, on: day, approvedBy: "chief.b")
    }

    @Test("nothing is raised, before the adoption or after it, and no clock runs")
    func excludedFirst() throws {
        var register = try WaterProject.register()
        // Nobody needs to have proposed it.
        #expect(try exclude(&register).count == 1)
        try WaterProject.prepare(&register)
        try WaterProject.discuss(&register)
        #expect(WaterProject.grounds(try WaterProject.adopt(&register)).isEmpty)
        let detect = DetectGrounds(decision: WaterProject.decision)
        #expect(try detect.decide(over: register, under: on("2021-07-01")).isEmpty)
        let dossier = try dossier(register)
        #expect(dossier.state == .excluded && dossier.grounds.isEmpty)
        #expect(dossier.exclusion?.item?.chinese == "政府立法决策")
        #expect(dossier.triggerLack == .excluded && dossier.groundsFault == nil)
        #expect(dossier.publicationNotes.isEmpty)
        #expect(!dossier.steps.contains { $0.state == .missing || !$0.notes.isEmpty })
        #expect(!clocks(register).contains { $0.isOpen })
        #expect(
            register.refusal("decision.raise-ground", id, ["ground": "G8.1"], on: "2021-06-10")
                == .decision(.excluded(WaterProject.decision, by: position(register))))
    }

    @Test("what was raised before falls with it and is not deleted; before that day it stood")
    func excludedLater() throws {
        var register = try WaterProject.told()
        let before = try dossier(register)
        #expect(before.grounds.map(\.state) == [.open, .open, .open] && before.exclusion == nil)
        #expect(try exclude(&register, on: "2021-06-01").count == 1)
        let after = try dossier(register, on: "2021-06-01")
        #expect(after.grounds.map(\.ground) == before.grounds.map(\.ground))
        #expect(after.grounds.map(\.state) == [.excluded, .excluded, .excluded])
        #expect(after.grounds.allSatisfy { !$0.holds })
        let dayBefore = try dossier(register, on: "2021-05-31")
        #expect(dayBefore.grounds.map(\.state) == [.open, .open, .open])
        #expect(dayBefore.exclusion == nil && dayBefore.state != .excluded)
    }

    @Test("a clock runs until the day, and what had ended before it stays")
    func clocksEnd() throws {
        var register = try WaterProject.register()
        try WaterProject.prepare(&register)
        try WaterProject.discuss(&register)
        try WaterProject.adopt(&register)
        #expect(clocks(register, on: "2021-05-01").contains { $0.isOpen })
        _ = try exclude(&register, on: "2021-05-02")
        #expect(clocks(register, on: "2021-05-01").contains { $0.isOpen })
        #expect(!clocks(register, on: "2021-05-02").contains { $0.isOpen })
        #expect(clocks(register, on: "2021-05-02").contains { $0.end != nil })
    }

    @Test(
        "asked twice it is recorded once; another ground is a correction; withdrawn, all is as before"
    )
    func twice() throws {
        var register = try WaterProject.told()
        _ = try exclude(&register, on: "2021-06-01")
        let entry = position(register)
        #expect(try exclude(&register, on: "2021-06-01").isEmpty)
        var other = fields
        other["ground"] = "emergency"
        #expect(
            register.refusal(
                "decision.exclude", id, other, on: "2021-06-01", approvedBy: "chief.b")
                == .decision(
                    .recordedOtherwise(
                        WaterProject.decision, DecisionExcluded.type, on: day("2021-06-01"))))
        register.record([
            on("2021-06-02").withdrawal(
                of: entry, tags: register.events[entry].tags, .clear("认定有误（虚构）"))
        ])
        let dossier = try dossier(register)
        #expect(dossier.exclusion == nil)
        #expect(dossier.grounds.map(\.state) == [.open, .open, .open])
    }

    @Test("refused: a ground the catalogue has not, no second person, no unit, nothing said")
    func refused() throws {
        var register = try WaterProject.told()
        func refusal(_ change: [String: Tree], by approver: String? = "chief.b") -> Refusal? {
            register.refusal(
                "decision.exclude", id, fields.merging(change) { $1 }, on: "2021-06-01",
                approvedBy: approver.map(Officer.init(named:)))
        }
        #expect(
            refusal(["ground": "plan"])
                == .decision(
                    .notAnExclusion("plan", ["macroControl", "legislation", "emergency"])))
        #expect(refusal(["ground": ""]) == .missing("ground"))
        #expect(refusal(["instrument": ""]) == .missing("instrument"))
        #expect(refusal(["decidedBy": "U-404"]) == .unknownSubject("U-404"))
        #expect(refusal(["decidedBy": "P-0001"]) == .notAUnit("P-0001"))
        #expect(refusal([:], by: nil) == .needsApprover("decision.exclude"))
        #expect(refusal([:]) == nil)
    }

    @Test("a case hangs on it")
    func case_() throws {
        var register = try WaterProject.register()
        _ = try exclude(&register)
        try register.act(
            "openCase", "C-1", ["decision": .string(id)], on: "2021-03-01",
            approvedBy: "chief.b")
        #expect(try dossier(register).cases == ["C-1"])
    }

    private func position(_ register: Register) -> Position {
        register.events.last { $0.event.is(DecisionExcluded.self) }?.position ?? -1
    }

    private func clocks(_ register: Register, on day: String = "2021-07-01") -> [ClockReading] {
        var log = ClockLog()
        let tag = WaterProject.decision.tag
        for event in register.events(about: tag) { log.apply(event, under: tag) }
        var reader = ClockReader(law: register.law, asOf: RecordsTests.day(day))
        return reader.readings(of: log, under: tag)
    }
}

@Suite("What says nothing is missing, and what is asked twice is recorded once")
struct EmptyValueTests {
    private let id = "D-2021-001"

    @Test("an empty text where one is required is a missing field, alone, in a list, sealed")
    func empty() throws {
        var register = try WaterProject.told()
        func refusal(_ verb: String, _ fields: [String: Tree]) -> Refusal? {
            register.refusal(verb, id, fields, on: "2021-06-01", approvedBy: "chief.b")
        }
        #expect(
            refusal("decision.dismiss-ground", ["ground": "", "reason": "虚构"])
                == .missing("ground"))
        #expect(
            refusal("decision.dismiss-ground", ["ground": "G8.1", "reason": ""])
                == .missing("reason"))
        #expect(refusal("decision.raise-ground", ["ground": ""]) == .missing("ground"))
        #expect(
            refusal("decision.dispose-opinion", ["opinion": "", "adopted": true])
                == .missing("opinion"))
        #expect(refusal("decision.publish", ["channels": [""]]) == .missing("channels"))
    }

    @Test(
        "a dismissal asked twice is recorded once; for another reason or of another day it is not")
    func dismissedTwice() throws {
        var register = try WaterProject.told()
        let fields: [String: Tree] = ["ground": "G8.1", "reason": "另案评估（虚构）"]
        func dismiss(_ fields: [String: Tree], _ day: String) throws -> Int {
            try register.act(
                "decision.dismiss-ground", id, fields, on: day, approvedBy: "chief.b"
            ).count
        }
        #expect(try dismiss(fields, "2021-06-01") == 1)
        #expect(try dismiss(fields, "2021-06-01") == 0)
        for (fields, day) in [
            (fields, "2021-06-02"),
            (["ground": "G8.1", "reason": "另一理由（虚构）"], "2021-06-01"),
        ] {
            #expect(
                register.refusal(
                    "decision.dismiss-ground", id, fields, on: day, approvedBy: "chief.b")
                    == .decision(.groundNotOpen("G8.1")))
        }
        // Raised again and dismissed again on the same day: a second act.
        try register.act("decision.raise-ground", id, ["ground": "G8.1"], on: "2021-06-01")
        #expect(try dismiss(fields, "2021-06-01") == 1)
    }
}
