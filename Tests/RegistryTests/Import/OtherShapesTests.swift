import Foundation
import Law
import TestSupport
import Testing
import Vocabulary

@testable import Records
@testable import Registry

/// Deliveries as spreadsheets and foreign registers write them, each with a mapping alone.
@Suite("Deliveries of other shapes")
struct OtherShapesTests {
    private static func mapping(_ files: String, formats: String = #"["YYYY-MM-DD"]"#) -> String {
        """
        {"format": 1, "delivery": "d", "actor": "import", "unit": "U-TEST", "whole": false,
         "basis": ["XZZ-2020-26-T8"], "dateFormats": \(formats), "files": [\(files)]}
        """
    }

    private static let person = """
        {"command": "registerSubject", "fields": {"subject": "id", "kind": {"constant": "person"},
         "name": {"column": "name", "sealed": true}}}
        """

    private func take(
        _ files: [String: String], _ mapping: String
    ) throws -> (summary: ImportSummary, report: [String], place: TestLedger) {
        let place = try TestLedger()
        let scratch = try Scratch()
        for (name, text) in files { try scratch.write(name, text) }
        let path = scratch("report.csv")
        let runner = try ImportRunner(
            place.ledger, mapping: Mapping(parsing: Array(mapping.utf8)),
            directory: scratch.url.path, report: ImportReport(path: path), words: { $0.code })
        let summary = try runner.run(dryRun: false) { _ in }
        let report = try String(contentsOfFile: path, encoding: .utf8)
        return (summary, report.split(separator: "\r\n").map(String.init), place)
    }

    @Test(
        "what a spreadsheet pads says nothing; what stands there does",
        arguments: [
            ("id ,name\nP-1,甲\n", 1, 0), ("\u{3000}id,name,,\nP-1,甲,,\n", 1, 0),
            ("id,name\nP-1,甲,,\n", 1, 0), ("id,name\nP-1,甲\n,\n,,,\n \u{3000},\t\n", 1, 0),
            ("id,name\n,\nP-1,甲\n", 1, 0), ("id,name\nP-1,甲,乙\n", 0, 1),
            ("id,name\nP-1\n", 0, 1), ("id,name,,note\nP-1,甲,,x\n", -1, 0),
        ])
    func padded(_ csv: String, _ imported: Int, _ refused: Int) throws {
        let mapping = Self.mapping(
            #"{"name": "p.csv", "columns": {"id": "required", "name": "present"}, "key": ["id"],"#
                + #" "rows": [\#(Self.person)]}"#)
        if imported < 0 {
            // A column without a name in the middle is none that could be padding.
            #expect(throws: DeliveryFault.self) { try take(["p.csv": csv], mapping) }
            return
        }
        let taken = try take(["p.csv": csv], mapping)
        #expect(taken.summary.counts == [imported, 0, 0, refused], "\(csv)")
        #expect(taken.summary.totals.rows == imported + refused)
    }

    @Test("semicolons, bars and tabs stand between columns where the mapping says so")
    func delimiters() throws {
        for (name, mark) in [(";", ";"), ("|", "|"), ("tab", "\t"), (",", ",")] {
            let mapping = Self.mapping(
                #"{"name": "p.csv", "delimiter": "\#(name)", "columns": {"id": "required","#
                    + #" "name": "present"}, "key": ["id"], "rows": [\#(Self.person)]}"#)
            let other = mark == "," ? ";" : ","
            let csv = "id\(mark)name\nP-1\(mark)\"甲\(mark)乙\"\nP-2\(mark)丙\(other)丁\n"
            let taken = try take(["p.csv": csv], mapping)
            #expect(taken.summary.counts == [2, 0, 0, 0], "\(name)")
            let names = try ["P-1", "P-2"].map { id in
                try taken.place.ledger.trail(of: SubjectID(wellFormed: id).tag)
                    .compactMap { $0.event[SubjectRegistered.self]?.name?.text }
            }
            #expect(names == [["甲\(mark)乙"], ["丙\(other)丁"]], "\(name)")
        }
        #expect(throws: MappingFault.self) {
            try Mapping(
                parsing: Array(
                    Self.mapping(
                        #"{"name": "p.csv", "delimiter": "::", "columns": {"id": "required"},"#
                            + #" "key": ["id"], "rows": []}"#
                    ).utf8))
        }
    }

    private static let dated =
        #"{"name": "p.csv", "columns": {"id": "required", "on": "present"}, "key": ["id"],"#
        + #" "rows": [{"command": "registerSubject", "fields": {"subject": "id", "kind":"#
        + #" {"constant": "person"}}}, {"command": "beginEmployment", "when": {"column": "on","#
        + #" "blank": false}, "fields": {"subject": "id", "on": {"date": "on"}}}]}"#

    @Test(
        "dates are read in the form that is named, in any width, and in no other",
        arguments: [
            ("M/D/YYYY", "3/5/2019", "2019-03-05", nil), ("M/D/YYYY", "13/5/2019", nil, nil),
            ("YYYY-M-D", "2019-3-5", "2019-03-05", nil), ("YYYY-M-D", "2019-3", nil, nil),
            ("YYYY/M/D H:MM", "2010/7/1 0:00", "2010-07-01", nil),
            ("YYYY/M/D H:MM", "2010/7/1 23:59:59", "2010-07-01", nil),
            ("YYYY/M/D H:MM", "2010/7/1 24:00", nil, nil), ("YYYY/M/D", "2010/7/1 0:00", nil, nil),
            ("YYYY.M", "1985.07", "1985-07-01", "precision:month"),
            ("YYYY.M", "1985.13", nil, nil), ("YYYY.M", "1985.0", nil, nil),
            ("YYYY年M月", "２００１年１０月", "2001-10-01", "precision:month"),
            ("YYYY-M", "1985-07", "1985-07-01", "precision:month"),
            ("YYYYMM", "198507", "1985-07-01", "precision:month"),
            ("YYYY", "1985", "1985-01-01", "precision:year"), ("YYYY", "985", nil, nil),
            ("YYYY年M月D日", "2011年3月15日", "2011-03-15", nil),
            ("YYYY-MM-DD", "２０１１－０３－１５", "2011-03-15", nil),
            ("YYYY-MM-DD", "2011-02-29", nil, nil), ("YYYY-MM-DD", "2012-02-29", "2012-02-29", nil),
        ] as [(String, String, String?, String?)])
    func dates(_ format: String, _ text: String, _ day: String?, _ basis: String?) throws {
        let taken = try take(
            ["p.csv": "id,on\nP-1,\(text)\n"], Self.mapping(Self.dated, formats: "[\"\(format)\"]"))
        #expect(taken.summary.counts == (day == nil ? [0, 0, 0, 1] : [1, 0, 0, 0]), "\(text)")
        let begun = try taken.place.ledger.trail(of: "P-1" as SubjectID).first {
            $0.event.is(EmploymentBegan.self)
        }
        #expect(begun?.on?.description == day && begun?.onBasis == basis, "\(text)")
    }

    @Test("a month stays a month: it is told as one, is not imputed, and no day field takes it")
    func months() throws {
        let taken = try take(
            ["p.csv": "id,on\nP-1,1985.07\nP-2,1985.07.02\n"],
            Self.mapping(Self.dated, formats: #"["YYYY.M.D", "YYYY.M"]"#))
        #expect(taken.summary.counts == [2, 0, 0, 0])
        let page = try #require(try taken.place.ledger.page(of: "P-1"))
        let item = try #require(page.trail.dated.first { $0.on != nil })
        #expect(item.precision == .month && !item.isImputed)
        let other = try #require(try taken.place.ledger.page(of: "P-2")?.trail.dated.first)
        #expect(other.precision == .day && !other.isImputed)
        let until =
            #"{"name": "p.csv", "columns": {"id": "required", "on": "present"}, "key": ["id"],"#
            + #" "rows": [{"command": "registerSubject", "fields": {"subject": "id", "kind":"#
            + #" {"constant": "person"}}}, {"command": "takePost", "fields": {"subject": "id","#
            + #" "unit": {"constant": "U-1"}, "post": {"constant": "x"}, "until": {"date": "on"}}}]}"#
        let refused = try take(
            ["p.csv": "id,on\nP-1,1985.07\n"], Self.mapping(until, formats: #"["YYYY.M"]"#))
        #expect(refused.summary.counts == [0, 0, 0, 1])
        #expect(refused.report.contains { $0.contains("notADay") }, "\(refused.report)")
    }

    @Test("an identifier made from a text is the same for everything that reads the same")
    func madeIdentifiers() throws {
        let rows =
            #"{"name": "p.csv", "columns": {"id": "required", "unit": "required"}, "key": ["id"],"#
            + #" "rows": [{"command": "registerSubject", "fields": {"subject":"#
            + #" {"identifier": "unit", "prefix": "U-"}, "kind": {"constant": "unit"}}}]}"#
        let taken = try take(
            ["p.csv": "id,unit\n1,Sample Town PD (closed)\n2,SAMPLE  TOWN Pd（Closed）\n3,Other\n"],
            Self.mapping(rows))
        #expect(taken.summary.counts == [2, 0, 1, 0])
        // A digest of a text that stands here: it never changes.
        #expect(ReadText.digest(of: "示例旗财政局") == ReadText.digest(of: "示例 旗财政局"))
        #expect(ReadText.digest(of: "甲·乙") == ReadText.digest(of: "甲•乙"))
        #expect(ReadText.digest(of: "甲") != ReadText.digest(of: "乙"))
        #expect(ReadText.digest(of: "abc") == "ba7816bf8f01cfea")
    }

    @Test("a name means the one who is called so before the file begins, or nobody")
    func called() throws {
        let files =
            #"{"name": "people.csv", "columns": {"id": "required", "name": "required"},"#
            + #" "key": ["id"], "rows": [\#(Self.person)]},"#
            + #"{"name": "cases.csv", "optional": true, "columns": {"case": "required","#
            + #" "first": "present", "last": "present"}, "key": ["case", "last"], "rows": ["#
            + #" {"command": "openCase", "fields": {"case": "case"}},"#
            + #" {"command": "namePerson", "fields": {"case": "case", "subject":"#
            + #" {"called": {"template": "{first} {last}"}, "kind": "person"}}}]}"#
        let people = "id,name\nP-1,FARO Sample\nP-2,Alda Primer\nP-3,ALDA PRIMER\n"
        let cases = "case,first,last\nC-1,Faro,Sample\nC-2,Alda,Primer\nC-3,No,Body\nC-4,Hugo,\n"
        let taken = try take(
            ["people.csv": people, "cases.csv": cases], Self.mapping(files))
        #expect(taken.summary.counts == [4, 0, 0, 3])
        let named = try taken.place.ledger.trail(of: CaseID(wellFormed: "C-1")).compactMap {
            $0.event[PersonNamed.self]?.subject
        }
        #expect(named == ["P-1"])
        for code in ["nobodyCalled", "severalCalled"] {
            #expect(taken.report.contains { $0.contains(code) }, "\(taken.report)")
        }
        // Nothing of a row that is refused is taken.
        #expect(try taken.place.ledger.trail(of: CaseID(wellFormed: "C-2")).isEmpty)
        // A file that may be missing may.
        #expect(
            try take(["people.csv": people], Self.mapping(files)).summary.counts == [3, 0, 0, 0])
        #expect(throws: DeliveryFault.self) {
            try take(["cases.csv": cases], Self.mapping(files))
        }
    }

    @Test("a part of a cell, a cell that has a pattern, and one that has not its form")
    func cells() throws {
        let file =
            #"{"name": "p.csv", "columns": {"id": "required", "both": "present", "on": "present"},"#
            + #" "key": ["id"], "rows": [{"command": "registerSubject", "when": {"column": "id","#
            + #" "matches": "P-##"}, "fields": {"subject": "id", "kind": {"constant": "unit"},"#
            + #" "title": {"column": "both", "split": "/", "part": 2}}}, {"command":"#
            + #" "registerSubject", "when": {"column": "id", "matches": "Q*"}, "fields": {"subject":"#
            + #" {"constant": "P-77"}, "kind": {"constant": "person"}}}, {"command":"#
            + #" "beginEmployment", "when": {"column": "id", "matches": "Q*"}, "fields": {"subject":"#
            + #" {"constant": "P-77"}, "on": {"date": "on", "malformed": "leaveOut"}}}]}"#
        let csv = "id,both,on\nP-10,甲 / 乙,x\nP-1,丙/丁,x\nQ,,soon\nP-11,戊,x\n"
        let taken = try take(["p.csv": csv], Self.mapping(file))
        #expect(taken.summary.counts == [3, 0, 1, 0], "\(taken.report)")
        let titles = try ["P-10", "P-11"].map { id in
            try taken.place.ledger.trail(of: SubjectID(wellFormed: id))
                .compactMap { $0.event[SubjectRegistered.self] }.map(\.title)
        }
        #expect(titles == [["乙"], [nil]])
        #expect(
            taken.report.contains { $0.hasPrefix("p.csv,4,Q,imported,leftOut") },
            "\(taken.report)")
        let pattern = TextPattern("\\#*-@?")
        #expect(
            pattern.matches("#12-a.") && !pattern.matches("#12-1.") && !pattern.matches("12-a."))
    }

    @Test("two rows of one key that differ: both are refused, the other row's line is named")
    func keyTwice() throws {
        let file =
            #"{"name": "p.csv", "columns": {"id": "required", "name": "present"}, "key": ["id"],"#
            + #" REPEATS "rows": [\#(Self.person)]}"#
        let csv = "id,name\nP-1,甲\nP-2,乙\nP-1,丙\nP-2,乙\n"
        let refused = try take(
            ["p.csv": csv], Self.mapping(file.replacing("REPEATS", with: "")))
        #expect(refused.summary.counts == [1, 0, 1, 2])
        #expect(refused.report.count { $0.contains("keyTwice") } == 2)
        #expect(try refused.place.ledger.trail(of: "P-1" as SubjectID).isEmpty)
        let last = try take(
            ["p.csv": csv], Self.mapping(file.replacing("REPEATS", with: #""repeats": "last","#)))
        #expect(last.summary.counts == [2, 0, 1, 0] && last.summary.totals[.overtaken] == 1)
        let names = try last.place.ledger.trail(of: SubjectID(wellFormed: "P-1").tag)
            .compactMap { $0.event[SubjectRegistered.self]?.name?.text }
        #expect(names == ["丙"])
    }
}
