import Law
import LawSupport
import Vocabulary

@testable import Records

/// The story of an unlawful decision (S1), told to a register: everybody in it is invented.
enum WaterProject {
    static let decision: DecisionID = "D-2021-001"
    static let mayor: SubjectID = "P-0001"
    static let deputy: SubjectID = "P-0002"
    static let director: SubjectID = "P-0003"

    /// A register with the built-in law, the units and the three officials in their posts.
    static func register() throws -> Register {
        var register = Register(now: "2021-01-04T01:00:00.000Z")
        register.law = try LawDocuments.law()
        for (unit, title) in [
            ("U-ZF", "云上旗人民政府（虚构）"), ("U-SLJ", "云上旗水利局（虚构）"),
            ("U-JW", "云上旗纪委监委（虚构）"), ("U-OTHER", "望海旗水利局（虚构）"),
        ] {
            try register.perform(
                SubjectRegistered(subject: SubjectID(wellFormed: unit), kind: .unit, title: title))
        }
        for (person, unit, post) in [
            (mayor, "U-ZF", "旗长"), (deputy, "U-ZF", "副旗长"), (director, "U-SLJ", "局长"),
        ] {
            try register.perform(SubjectRegistered(subject: person, kind: .person))
            try register.perform(
                EmploymentBegan(subject: person), on("2010-01-01"))
            try register.perform(
                TakePost(subject: person, unit: UnitID(wellFormed: unit), post: post),
                on("2018-01-01"))
        }
        return register
    }

    static let attendees: Tree = [
        ["subject": "P-0001", "part": "head", "opinion": "agree"],
        ["subject": "P-0002", "part": "leader", "opinion": "disagree"],
        ["subject": "P-0003", "part": "lead", "opinion": "agree"],
    ]
    static let digest = Tree.string(String(repeating: "9f", count: 32))

    static func open(_ register: inout Register) throws {
        try register.act(
            "decision.initiate", "D-2021-001",
            ["lead": "U-SLJ", "head": "P-0001", "leadOfficer": "P-0003"], on: "2021-03-01")
    }

    /// The preparation as it went: too short a consultation, no risk assessment, found unlawful.
    static func prepare(_ register: inout Register) throws {
        try open(&register)
        let id = "D-2021-001"
        try register.act(
            "decision.open-consultation", id, ["until": "2021-03-24"], on: "2021-03-10")
        try register.act("decision.receive-opinion", id, ["opinion": "Y-1"], on: "2021-03-15")
        try register.act(
            "decision.dispose-opinion", id, ["opinion": "Y-1", "adopted": true], on: "2021-03-26")
        try register.act("decision.review-by-experts", id, [:], on: "2021-03-28")
        try register.act("decision.submit-for-legality", id, [:], on: "2021-04-01")
        try register.act(
            "decision.review-legality", id, ["conclusion": "unlawful"], on: "2021-04-13")
    }

    static func discuss(_ register: inout Register) throws {
        try register.act(
            "decision.discuss", "D-2021-001",
            ["attendees": attendees, "minutesDigest": digest, "headSpokeLast": true],
            on: "2021-04-20")
    }

    @discardableResult
    static func adopt(_ register: inout Register) throws -> [RecordedEvent] {
        try register.act("decision.adopt", "D-2021-001", ["decider": "U-ZF"], on: "2021-04-20")
    }

    /// All of it, adopted and published.
    static func told() throws -> Register {
        var register = try register()
        try prepare(&register)
        try discuss(&register)
        try adopt(&register)
        try register.act(
            "decision.publish", "D-2021-001", ["channels": ["云上旗政府网站（虚构）"]],
            on: "2021-04-25")
        return register
    }

    /// Prepared as it should be, up to the meeting.
    static func lawful() throws -> Register {
        var register = try register()
        try open(&register)
        let id = "D-2021-001"
        try register.act(
            "decision.open-consultation", id, ["until": "2021-04-09"], on: "2021-03-10")
        try register.act("decision.review-by-experts", id, [:], on: "2021-03-28")
        try register.act(
            "decision.assess-risk", id, ["level": "low", "controllable": true], on: "2021-04-01")
        try register.act("decision.submit-for-legality", id, [:], on: "2021-04-01")
        try register.act(
            "decision.review-legality", id, ["conclusion": "lawful"], on: "2021-04-13")
        try discuss(&register)
        return register
    }

    static func grounds(_ events: [RecordedEvent]) -> [String] {
        events.compactMap { recorded in
            guard let fact = recorded.event[GroundDetected.self] else { return nil }
            return fact.ground
        }
    }
}
