import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// The water project's consequences (S1): the case of the banner's commission, told to a register.
enum Proceedings {
    static let file: CaseID = "C-2024-01"
    static let commission: UnitID = "U-JW"
    static let city: UnitID = "U-CITY"

    /// The decision adopted, the director transferred, the head retired, and the case opened on it.
    static func opened() throws -> Register {
        var register = try WaterProject.told()
        register.now = instant("2024-05-20T01:00:00.000Z")
        for (person, kind) in [
            ("U-CITY", SubjectKind.unit), ("P-0007", .person), ("P-0008", .person),
            ("X-0001", .person),
        ] {
            try register.perform(
                SubjectRegistered(subject: SubjectID(wellFormed: person), kind: kind))
        }
        try register.perform(
            TakePost(subject: WaterProject.director, unit: "U-OTHER", post: "局长"), on("2022-07-01"))
        try register.perform(
            EmploymentEnded(subject: WaterProject.mayor, reason: .retired), on("2023-02-28"))
        try register.ask(
            "openCase",
            [
                "case": "C-2024-01", "authority": "U-JW", "decision": "D-2021-001",
                "grounds": ["G6.1", "G8.1", "G9.2"],
            ], on: "2024-05-20")
        return register
    }

    /// All three named.
    static func named() throws -> Register {
        var register = try opened()
        for person in ["P-0001", "P-0002", "P-0003"] {
            try register.ask(
                "namePerson", ["case": "C-2024-01", "subject": .string(person)], on: "2024-05-20")
        }
        return register
    }

    /// The director told and heard.
    static func heard(_ person: String = "P-0003") throws -> Register {
        var register = try named()
        try register.notify(person)
        try register.hear(person)
        return register
    }

    /// The director found responsible.
    static func found() throws -> Register {
        var register = try heard()
        try register.find("P-0003", .sustained, on: "2024-08-20")
        return register
    }
}

extension Register {
    /// Asks for a command that is no act, by name, as an officer with a second person would.
    @discardableResult
    mutating func ask(
        _ name: String, _ fields: [String: Tree], on day: String?, by actor: Officer = "clerk.a",
        approvedBy approver: Officer? = nil
    ) throws(Refusal) -> [RecordedEvent] {
        var members = fields
        if let day { members["on"] = .string(day) }
        guard let reader = TreeReader(.object(members)) else {
            preconditionFailure("an object can be read")
        }
        return record(
            try Command(name: name, reader: reader, in: Duties.register)
                .signed(by: actor, approvedBy: approver).decide(over: self),
            approvedBy: approver)
    }

    /// The refusal of a command, and that nothing was recorded.
    mutating func refusal(
        asking name: String, _ fields: [String: Tree], on day: String?,
        by actor: Officer = "clerk.a", approvedBy approver: Officer? = nil
    ) -> Refusal? {
        let before = events.count
        do throws(Refusal) {
            try ask(name, fields, on: day, by: actor, approvedBy: approver)
            return nil
        } catch {
            precondition(events.count == before, "a refusal records nothing")
            return error
        }
    }

    mutating func notify(_ person: String, on day: String = "2024-07-15") throws(Refusal) {
        try act("case.notify", "C-2024-01", ["subject": .string(person)], on: day)
    }

    mutating func hear(_ person: String, on day: String = "2024-07-25") throws(Refusal) {
        try act("case.hear-defence", "C-2024-01", ["subject": .string(person)], on: day)
    }

    /// Hands one person over to the city.
    mutating func transfer(
        _ person: String, because reason: String = "managementAuthority", on day: String
    ) throws {
        try act(
            "case.transfer", "C-2024-01",
            ["subject": .string(person), "organ": "U-CITY", "reason": .string(reason)], on: day)
    }

    @discardableResult
    mutating func find(
        _ person: String, _ finding: Finding, on day: String, _ more: [String: Tree] = [:],
        by actor: Officer = "clerk.a", approvedBy approver: Officer? = "chief.b"
    ) throws(Refusal) -> [RecordedEvent] {
        var fields: [String: Tree] = [
            "case": "C-2024-01", "subject": .string(person), "finding": .string(finding.rawValue),
        ]
        fields.merge(more) { $1 }
        return try ask("makeFinding", fields, on: day, by: actor, approvedBy: approver)
    }

    @discardableResult
    mutating func sanction(
        _ measure: Measure, of person: String = "P-0003", as number: String = "S-1",
        in file: String = "C-2024-01", on day: String = "2024-08-20", _ more: [String: Tree] = [:],
        approvedBy approver: Officer? = "chief.b"
    ) throws(Refusal) -> [RecordedEvent] {
        var fields: [String: Tree] = [
            "sanction": .string(number), "case": .string(file), "subject": .string(person),
            "measure": .string(measure.rawValue),
        ]
        // In a case of an organ the six say who imposes them.
        if file == "C-2024-01" && measure.family == .sanction {
            fields["authority"] = "supervision"
        }
        fields.merge(more) { $1 }
        return try ask("imposeSanction", fields, on: day, approvedBy: approver)
    }

    /// The case as of a day.
    func view(
        _ id: CaseID = Proceedings.file, on text: String, knownAt moment: Instant? = nil
    ) -> CaseView? {
        caseFile(id)?.view(
            on: day(text), knownAt: moment, under: law, decision: { decision($0) },
            complaint: { file($0.tag) },
            file: { subject($0) })
    }
}

extension [RecordedEvent] {
    /// The circumstances found, each with the entries it rests on.
    var mitigations: [MitigationFound] {
        compactMap { recorded in
            guard let fact = recorded.event[MitigationFound.self] else { return nil }
            return fact
        }
    }
}

/// What a refusal must say, beside what it is.
func expectRefusal(
    _ refusal: Refusal?, code: String, source: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let refusal else {
        Issue.record("nothing was refused", sourceLocation: sourceLocation)
        return
    }
    #expect(refusal.code == code, sourceLocation: sourceLocation)
    #expect(refusal.source == source, sourceLocation: sourceLocation)
}
