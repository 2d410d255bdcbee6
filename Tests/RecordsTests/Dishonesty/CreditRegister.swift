import Law
import LawSupport
import Vocabulary

@testable import Records

/// Units, people and documents of records of dishonesty. All of them are invented.
extension Register {
    static let discipline: UnitID = "U-JW"
    static let court: UnitID = "U-FY"
    static let bureau: UnitID = "U-0005"
    static let office: UnitID = "U-XYB"

    static func credit(now: String = "2026-12-01T00:00:00.000Z") throws -> Register {
        var register = Register(now: now)
        register.law = try LawDocuments.law()
        for (unit, title) in [
            ("U-JW", "示例旗纪委监委"), ("U-FY", "示例旗人民法院"), ("U-GA", "示例旗公安局"),
            ("U-0005", "示例旗市容局"), ("U-SUP", "示例市住建局"), ("U-XYB", "示例旗信用办"),
            ("U-NEW", "示例旗城管局"),
        ] {
            var fields: [String: Tree] = ["kind": "unit", "title": .string(title)]
            if unit == "U-NEW" { fields["predecessor"] = "U-0005" }
            try register.act("registerSubject", unit, fields, on: "2010-01-04")
        }
        for person in ["P-0021", "P-0022"] {
            try register.act(
                "registerSubject", person, ["kind": "person", "name": "示例甲"], on: "2010-01-04")
            try register.act(
                "takePost", person, ["unit": "U-0005", "post": "科长"], on: "2015-05-06")
        }
        return register
    }

    /// A document as it is registered.
    static func document(
        _ kind: String, of organ: String, dated: String, naming subjects: [String],
        _ more: [String: Tree] = [:]
    ) -> [String: Tree] {
        var fields: [String: Tree] = [
            "kind": .string(kind), "organ": .string(organ), "number": "示例字〔2026〕1号",
            "dated": .string(dated), "subjects": .array(subjects.map { .string($0) }),
        ]
        for (name, value) in more { fields[name] = value }
        return fields
    }

    /// A proposal as it is recorded.
    static func proposal(
        on document: String, of subject: String, actOn: String = "2024-01-08",
        _ more: [String: Tree] = [:]
    ) -> [String: Tree] {
        var fields: [String: Tree] = [
            "instrument": .string(document), "subject": .string(subject),
            "actOn": .string(actOn), "act": "示例行为", "nexus": "inOffice",
        ]
        for (name, value) in more { fields[name] = value }
        return fields
    }

    func course(_ record: String, by date: String? = nil) -> DishonestyCourse? {
        DishonestyFile(about: CreditRecordID(wellFormed: record), of: events)
            .course(by: date.map(day))
    }

    /// Where a record stands at the end of a day, and the last day on which it is shown.
    func standing(
        _ record: String, on date: String
    ) -> (state: DishonestyState, minimum: CalendarDate?, maximum: CalendarDate?)? {
        guard let course = course(record, by: date),
            let document = instrument(course.proposal.fact.instrument)?.registration()?.fact
        else { return nil }
        let period = course.publicPeriod(ofDocumentDated: document.dated, under: law)
        let rule = period.maximum.flatMap {
            course.continuing(beyond: $0, by: file(document.organ.tag)?.log)
        }
        return (
            course.state(on: day(date), period, continues: rule != nil), period.minimum,
            period.maximum
        )
    }
}
