import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// An official under sanction (S2), told to a register: everybody in it is invented.
enum Reprimand {
    static let person: SubjectID = "P-0010"

    /// A register with the built-in law, and a case in which the official is named and found upon.
    static func register() throws -> Register {
        var register = Register(now: "2024-01-15T01:00:00.000Z")
        register.law = try LawDocuments.law()
        for (id, kind) in [("U-JY", SubjectKind.unit), ("P-0010", .person), ("P-0011", .person)] {
            try register.perform(SubjectRegistered(subject: SubjectID(wellFormed: id), kind: kind))
        }
        for id in [person, "P-0011"] {
            try register.perform(EmploymentBegan(subject: id), on("2010-07-01"))
            try register.perform(
                TakePost(subject: id, unit: "U-JY", post: "科长"), on("2018-01-01"))
        }
        for file in ["C-2024-10", "C-2024-11"] {
            let id = CaseID(wellFormed: file)
            try register.perform(CaseOpened(case: id, recordedFrom: "旧案卷"), on("2023-12-01"))
            for one in [person, "P-0011"] {
                try register.perform(
                    PersonNamed(case: id, subject: one, category: "违规（虚构）"), on("2023-12-01"))
            }
        }
        return register
    }

    /// 记大过 of 15 January 2024, announced in the unit and served on the 18th.
    static func served() throws -> Register {
        var register = try register()
        try register.reprimand(.seriousDemerit, as: "S-2024-10", on: "2024-01-15")
        register.now = instant("2024-01-18T01:00:00.000Z")
        try register.act("sanction.serve", "S-2024-10", ["route": "A"], on: "2024-01-18")
        return register
    }

    /// The same, varied to 警告 on 3 June.
    static func varied() throws -> Register {
        var register = try served()
        register.now = instant("2024-06-03T01:00:00.000Z")
        try register.vary("warning", on: "2024-06-03")
        return register
    }

    /// The same as served, annulled on 3 June.
    static func annulled() throws -> Register {
        var register = try served()
        try register.perform(
            SanctionAnnulled(sanction: "S-2024-10", case: "C-2024-10", subject: person, by: .board),
            approved("2024-06-03"))
        return register
    }
}

extension Register {
    /// The official leads a bureau by then.
    mutating func lead(on day: String = "2020-01-01") throws {
        try perform(
            TakePost(subject: Reprimand.person, unit: "U-JY", post: "副局长"),
            Circumstances(on: RecordsTests.day(day)))
    }

    @discardableResult
    mutating func reprimand(
        _ measure: Measure, as number: String, in file: String = "C-2024-10",
        on day: String = "2024-01-15", _ more: [String: Tree] = [:]
    ) throws(Refusal) -> [RecordedEvent] {
        try sanction(
            measure, of: "P-0010", as: number, in: file, on: day,
            ["announcedTo": "unit"].merging(more) { $1 })
    }

    @discardableResult
    mutating func vary(
        _ measure: String, on day: String, _ more: [String: Tree] = [:]
    ) throws(Refusal) -> [RecordedEvent] {
        try act(
            "sanction.vary", "S-2024-10",
            ["measure": .string(measure), "by": "board"].merging(more) { $1 }, on: day,
            approvedBy: "chief.b")
    }

    /// The measures in effect on a day, each with its last day.
    func inEffect(on text: String, knownAt moment: String? = nil) -> [String] {
        file(Reprimand.person).status(
            on: day(text), knownAt: moment.flatMap { Instant($0) }, under: law
        ).sanctions.map { one in
            guard case .until(let last) = one.term else { return one.measure.rawValue }
            return "\(one.measure.rawValue) \(last)"
        }
    }

    func row(
        _ number: SanctionID = "S-2024-10", on text: String, knownAt moment: Instant? = nil
    ) -> SanctionRow? {
        file(Reprimand.person).sanctionRows(on: day(text), knownAt: moment, under: law)
            .first { $0.sanction == number }
    }
}
