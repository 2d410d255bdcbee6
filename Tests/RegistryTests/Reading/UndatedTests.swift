import Foundation
import Law
import TestSupport
import Testing
import Vocabulary

@testable import Records
@testable import Registry

/// A finding and a sanction that nobody can date, in a case of 2013 that was recorded in 2026.
@Suite("What nobody can date counts from the day by which it had happened, in every answer alike")
struct UndatedTests {
    private let place: TestLedger

    init() throws { place = try TestLedger(at: "2026-06-01T04:00:00.000Z") }

    private func record(closed: String? = "2013-09-01") throws {
        let mapping = """
            {"format": 1, "delivery": "d", "actor": "import", "unit": "U-TEST",
             "basis": ["XZZ-2020-26-T8"], "files": [{"name": "c.csv", "key": ["case"],
              "columns": {"case": "required", "person": "required", "closed": "present"}, "rows": [
              {"command": "registerSubject", "fields": {"subject": "person",
               "kind": {"constant": "person"}}},
              {"command": "openCase", "fields": {"case": "case",
               "on": {"constant": "2013-02-01"}}},
              {"command": "namePerson", "fields": {"case": "case", "subject": "person",
               "on": {"constant": "2013-02-01"}}},
              {"command": "makeFinding", "fields": {"case": "case", "subject": "person",
               "finding": {"constant": "sustained"}}},
              {"command": "imposeSanction", "fields": {"sanction": {"template": "S-{case}"},
               "case": "case", "subject": "person", "measure": {"constant": "suspensionIndefinite"}}},
              {"command": "closeCase", "when": {"column": "closed", "blank": false},
               "fields": {"case": "case", "on": {"date": "closed"}}}]}]}
            """
        let scratch = try Scratch()
        try scratch.write("c.csv", "case,person,closed\nC-1,P-1,\(closed ?? "")\n")
        let runner = try ImportRunner(
            place.ledger, mapping: Mapping(parsing: Array(mapping.utf8)),
            directory: scratch.url.path, report: nil, words: { $0.code })
        let summary = try runner.run(dryRun: false) { _ in }
        try #require(summary.counts == [1, 0, 0, 0])
    }

    /// Whether a finding and a sanction count in the status, the register and the trail as of a day.
    private func counted(_ day: String, knownAt: String? = nil) throws -> [Bool] {
        let times = Times(asOf: CalendarDate(day), knownAt: knownAt.map { instant($0) })
        let page = try #require(try place.ledger.page(of: "P-1", at: times))
        let classes = page.trail.undated.map(\.kind)
        return [
            !page.status.findings.isEmpty,
            !(page.status.sanctions + page.status.sanctionsOfUnknownTerm).isEmpty,
            try !place.ledger.sanctions(at: times).rows.isEmpty,
            classes.contains(.found), classes.contains(.sanction),
        ]
    }

    @Test("from the closing of its case, where that is known; a day before, it does not")
    func closing() throws {
        try record()
        let all = [true, true, true, true, true]
        let none = [false, false, false, false, false]
        #expect(try counted("2013-09-01") == all)
        #expect(try counted("2013-08-31") == none)
        #expect(try counted("2026-06-01") == all)
        #expect(try counted("1970-01-01") == none)
        let page = try #require(
            try place.ledger.page(of: "P-1", at: Times(asOf: CalendarDate("2013-08-31"))))
        // Until then the person is suspected.
        #expect(page.status.suspicions.map(\.fact.case.text) == ["C-1"])
        let now = try #require(try place.ledger.page(of: "P-1"))
        #expect(now.status.suspicions.isEmpty)
        let finding = try #require(now.status.findings.first)
        #expect(finding.isUndated && finding.on == day("2013-09-01"))
    }

    @Test("from its recording at the latest, where the case is open")
    func recording() throws {
        try record(closed: nil)
        #expect(try counted("2026-06-01").allSatisfy { $0 })
        #expect(try counted("2026-05-31").allSatisfy { !$0 })
    }

    @Test("a closing that is recorded later changes no answer of before")
    func knownThen() throws {
        try record(closed: nil)
        let then = "2026-06-02T00:00:00.000Z"
        let before = try counted("2020-01-01", knownAt: then)
        let later = try place.opened(at: "2026-06-03T04:00:00.000Z")
        try later.perform(
            Command(
                name: "closeCase", reader: MappedFields.of(["case": "C-1", "on": "2014-01-01"]),
                in: Duties.register))
        #expect(try counted("2020-01-01", knownAt: then) == before)
        #expect(before.allSatisfy { !$0 })
        #expect(try counted("2020-01-01").allSatisfy { $0 })
    }

    @Test("no case stands in a list as of a day before it can have begun")
    func cases() throws {
        try record()
        #expect(try place.ledger.cases(at: Times(asOf: CalendarDate("1985-01-01"))).rows.isEmpty)
        #expect(try place.ledger.cases(at: Times(asOf: CalendarDate("2013-01-31"))).rows.isEmpty)
        #expect(try place.ledger.cases(at: Times(asOf: CalendarDate("2013-02-01"))).rows.count == 1)
    }

    @Test("a case that was closed without a stated finding says so")
    func closedWithout() throws {
        try place.ledger.perform([
            Command(
                name: "registerSubject",
                reader: MappedFields.of(["subject": "P-2", "kind": "person"]), in: Duties.register),
            Command(
                name: "openCase",
                reader: MappedFields.of([
                    "case": "C-2", "on": "2015-01-01", "recordedFrom": "旧案卷",
                ]),
                in: Duties.register),
            Command(
                name: "namePerson",
                reader: MappedFields.of(["case": "C-2", "subject": "P-2", "on": "2015-01-01"]),
                in: Duties.register),
            Command(
                name: "closeCase", reader: MappedFields.of(["case": "C-2", "on": "2015-06-01"]),
                in: Duties.register),
        ])
        func closedOn(_ day: String) throws -> [CalendarDate?] {
            try #require(
                try place.ledger.page(of: "P-2", at: Times(asOf: CalendarDate(day)))
            ).status.suspicions.map { $0.closing?.on }
        }
        #expect(try closedOn("2015-05-31") == [nil])
        #expect(try closedOn("2015-06-01") == [day("2015-06-01")])
    }
}

extension MappedFields {
    /// Text fields alone.
    fileprivate static func of(_ fields: [String: String]) -> MappedFields {
        var made = MappedFields(FieldLayout(fields.keys.sorted()))
        for (name, text) in fields { made.set(name, .text(text)) }
        return made
    }
}
