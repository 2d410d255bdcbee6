import Chain
import Foundation
import Law
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Records
@testable import Registry

/// A delivery of one file of people, written by the test.
final class SmallDelivery {
    private let scratch: Scratch
    var directory: URL { scratch.url }

    init(_ rows: [String]) throws {
        scratch = try Scratch()
        try write(rows)
    }

    func write(_ rows: [String]) throws {
        let lines = ["id,name,joined,left,note"] + rows
        try scratch.write("people.csv", lines.joined(separator: "\n") + "\n")
    }

    static let mapping = """
        {"format": 1, "title": "people", "delivery": "d", "actor": "import", "unit": "U-TEST",
         "basis": ["XZZ-2020-26-T8"], "dateFormats": ["YYYY-MM-DD"],
         "files": [{"name": "people.csv",
          "columns": {"id": "required", "name": "present", "joined": "present", "left": "present",
                      "note": "present"},
          "key": ["id"],
          "rows": [
           {"command": "registerSubject", "fields": {"subject": "id",
            "kind": {"constant": "person"}, "name": {"column": "name", "sealed": true}}},
           {"command": "beginEmployment", "when": {"column": "joined", "blank": false},
            "fields": {"subject": "id", "on": {"date": "joined"}}},
           {"command": "endEmployment", "when": {"column": "left", "blank": false},
            "fields": {"subject": "id", "reason": {"constant": "retired"},
             "on": {"date": "left"}}}]}]}
        """

    @discardableResult
    func run(
        into ledger: Ledger, mapping: String = SmallDelivery.mapping, dryRun: Bool = false,
        report: ImportReport? = nil,
        progress: (ImportRunner.Progress) -> Void = { _ in }
    ) throws -> ImportSummary {
        let runner = try ImportRunner(
            ledger, mapping: Mapping(parsing: Array(mapping.utf8)),
            directory: directory.path, report: report, words: { $0.code })
        return try runner.run(dryRun: dryRun, progress: progress)
    }
}

extension ImportSummary {
    /// Imported, corrected, already, refused.
    var counts: [Int] {
        [totals[.imported], totals[.corrected], totals[.already], totals[.refused]]
    }
}

@Suite("Every delivered row ends as events, as a refusal, or as already there")
struct ImportRunTests {
    static let rows = [
        "P-1,虚构甲,2001-01-01,,a", "P-2,虚构乙,2002-02-02,2012-02-02,b", "P-3,虚构丙,,,c",
    ]

    @Test("a second import appends nothing")
    func twice() throws {  // I10
        let place = try TestLedger()
        let delivery = try SmallDelivery(Self.rows)
        #expect(try delivery.run(into: place.ledger).counts == [3, 0, 0, 0])
        let lines = try place.lines()
        let again = try delivery.run(into: place.ledger)
        #expect(again.counts == [0, 0, 3, 0] && again.events == 0)
        #expect(try place.lines() == lines)
        #expect(try place.verify().damages == [])
    }

    @Test("a file of other lines in another order is the same delivery")
    func otherOrder() throws {
        let place = try TestLedger()
        let delivery = try SmallDelivery(Self.rows)
        try delivery.run(into: place.ledger)
        try delivery.write(Self.rows.reversed())
        #expect(try delivery.run(into: place.ledger).counts == [0, 0, 3, 0])
        // One more row at the front moves every line.
        try delivery.write(["P-0,虚构零,,,z"] + Self.rows.reversed())
        #expect(try delivery.run(into: place.ledger).counts == [1, 0, 3, 0])
    }

    @Test("a corrected row supersedes what it changes, withdraws what it drops, keeps the rest")
    func corrected() throws {
        let place = try TestLedger()
        let delivery = try SmallDelivery(Self.rows)
        try delivery.run(into: place.ledger)
        let before = try place.ledger.trail(of: "P-2" as SubjectID)
        try delivery.write([Self.rows[0], "P-2,虚构乙,2002-03-03,,b", Self.rows[2]])
        let summary = try delivery.run(into: place.ledger)
        #expect(summary.counts == [0, 1, 2, 0] && summary.events == 2)
        let after = try place.ledger.trail(of: "P-2" as SubjectID)
        #expect(Array(after.prefix(before.count)) == before)
        let added = after.dropFirst(before.count)
        #expect(
            added.map(\.event.type) == [EmploymentBegan.type, RecordWithdrawn.type.inVersion(3)])
        #expect(
            added.map(\.supersedes)
                == [EmploymentBegan.type, EmploymentEnded.type].map { type in
                    before.first { $0.event.type == type }?.position
                })
        // And it is known again.
        #expect(try delivery.run(into: place.ledger).counts == [0, 0, 3, 0])
        // Taken back: the third delivery says what the first said.
        try delivery.write(Self.rows)
        #expect(try delivery.run(into: place.ledger).counts == [0, 1, 2, 0])
        #expect(try delivery.run(into: place.ledger).counts == [0, 0, 3, 0])
        #expect(
            try place.ledger.page(of: "P-2", at: Times(asOf: day("2015-01-01")))?.status.employment
                == .left(reason: .retired, on: day("2012-02-02")))
        #expect(try place.verify().damages == [])
    }

    @Test("a row of which only unused columns changed keeps its new text, once")
    func restated() throws {
        let place = try TestLedger()
        let delivery = try SmallDelivery(["P-1,虚构甲,2001-01-01,,a"])
        try delivery.run(into: place.ledger)
        let before = try place.ledger.trail(of: "P-1" as SubjectID)
        try delivery.write(["P-1,虚构甲,2001-01-01,,b"])
        let summary = try delivery.run(into: place.ledger)
        #expect(summary.counts == [0, 0, 1, 0] && summary.events == 1)
        let after = try place.ledger.trail(of: "P-1" as SubjectID)
        #expect(Array(after.prefix(before.count)) == before && after.count == before.count + 1)
        #expect(after.last?.event[RowRestated.self]?.entry == before.first?.position)
        #expect(try delivery.run(into: place.ledger).events == 0)
        // What the row became is corrected afterwards as before.
        try delivery.write(["P-1,虚构甲,2002-01-01,,b"])
        let corrected = try delivery.run(into: place.ledger)
        #expect(corrected.counts == [0, 1, 0, 0] && corrected.events == 1)
        // That it was restated was none of what it became: nothing withdraws that.
        #expect(
            try !place.ledger.trail(of: "P-1" as SubjectID).contains { $0.event.isWithdrawal })
        #expect(try place.verify().damages == [])
    }

    @Test("a corrected row that is refused leaves what it said before, and is reported each time")
    func correctionRefused() throws {
        let place = try TestLedger()
        let delivery = try SmallDelivery(Self.rows)
        try delivery.run(into: place.ledger)
        // Somebody else has recorded since that this person left.
        try place.ledger.perform(
            EmploymentEnded(subject: "P-1", reason: .resigned), on("2005-01-01"))
        let lines = try place.lines()
        try delivery.write(["P-1,虚构甲,2001-01-01,2012-01-01,a"] + Self.rows.dropFirst())
        for _ in 0..<2 {
            let path = place.directory.appending(path: "report-\(UUID().uuidString).csv").path
            let summary = try delivery.run(into: place.ledger, report: ImportReport(path: path))
            #expect(summary.counts == [0, 0, 2, 1])
            let report = try String(contentsOfFile: path, encoding: .utf8)
            #expect(report.contains("people.csv,2,P-1,refused,"))
        }
        #expect(try place.lines() == lines)
    }

    @Test("the same row twice in one file is there already")
    func doubled() throws {
        let place = try TestLedger()
        let delivery = try SmallDelivery([Self.rows[0], Self.rows[1], Self.rows[0]])
        #expect(try delivery.run(into: place.ledger).counts == [2, 0, 1, 0])
        #expect(try delivery.run(into: place.ledger).counts == [0, 0, 3, 0])
    }

    @Test(
        "two rows of one key: neither is lost without a word, and a second import adds nothing",
        arguments: [
            ["P-1,虚构甲,2001-01-01,,", "P-1,虚构甲,2003-03-03,,"],
            ["P-1,虚构甲,2001-01-01,,", "P-1,虚构甲,2003-03-03,,", "P-1,虚构甲,2001-01-01,,"],
            ["P-1,虚构甲,2003-03-03,,", "P-1,虚构甲,2001-01-01,,", "P-1,虚构甲,2004-04-04,,"],
        ])
    func sameKey(_ rows: [String]) throws {  // I10
        let place = try TestLedger()
        // What was delivered before makes some of the rows corrections, some taken back.
        let delivery = try SmallDelivery([rows[1]])
        try delivery.run(into: place.ledger)
        try delivery.write([rows[0]])
        try delivery.run(into: place.ledger)
        try delivery.write(rows)
        let first = try delivery.run(into: place.ledger)
        #expect(first.totals.rows == rows.count)
        let size = try place.ledger.size()
        for _ in 0..<3 {
            let again = try delivery.run(into: place.ledger)
            #expect(again.totals.rows == rows.count && again.events == 0, "\(again.counts)")
        }
        #expect(try place.ledger.size() == size)
    }

    @Test("a row that adds nothing to what is known is already there, each time")
    func nothingNew() throws {
        let place = try TestLedger()
        try place.ledger.perform(
            SubjectRegistered(subject: "P-3", kind: .person, name: .clear("虚构丙")))
        let delivery = try SmallDelivery([Self.rows[2]])
        for _ in 0..<2 {
            let summary = try delivery.run(into: place.ledger)
            #expect(summary.totals[.already] + summary.totals[.refused] == 1)
            #expect(summary.events == 0)
        }
    }

    @Test("a dry run tells what would happen, and leaves the file as it was, byte for byte")
    func dryRun() throws {
        let place = try WholeLedger.copy()
        let delivery = try SmallDelivery((0..<2_500).map { "P-\($0),虚构,2001-01-01,," })
        let size = try place.ledger.size()
        let would = try delivery.run(into: place.ledger, dryRun: true)
        #expect(would.counts == [2_500, 0, 0, 0] && would.events == 5_000)
        #expect(try place.ledger.size() == size)
        #expect(try place.bytes() == WholeLedger.made.get().bytes)
        let left = try FileManager.default.contentsOfDirectory(atPath: place.directory.path)
        #expect(left == ["ledger"])
        // What the rehearsal put into memory is forgotten.
        let real = try WholeLedger.copy()
        try delivery.run(into: real.ledger, dryRun: true)
        #expect(try delivery.run(into: real.ledger).counts == would.counts)
        #expect(try real.verify().damages == [])
    }

    @Test("broken off in the middle of a batch and begun again, nothing is doubled or half there")
    func resumed() throws {  // I4, I10
        let rows = (0..<2_600).map { "P-\($0),虚构,2001-01-01,2010-01-01," }
        let delivery = try SmallDelivery(rows)
        let whole = try TestLedger()
        try delivery.run(into: whole.ledger)

        for breakAt in [1, 900, 2_750, 6_001] {
            let place = try TestLedger()
            let breaking = BreakingStore(place.store, after: breakAt)
            let ledger = try Ledger(
                breaking, clock: FixedClock(instant("2026-01-01T00:00:00.000Z")))
            let fault = #expect(throws: (any Error).self) { try delivery.run(into: ledger) }
            let kept = try place.ledger.size() - 1
            // How far it came is told, if it came anywhere.
            let told = fault as? ImportBrokenOff
            #expect(told?.entries ?? 0 == kept && told?.rows ?? 0 == kept / 3)
            #expect((told?.reason ?? fault) as? StoreFault == .diskFull(path: ""))
            #expect(kept % 3_000 == 0, "batches are whole: \(kept)")
            // The same ledger object goes on, and so does one opened afresh.
            breaking.mend()
            let summary = try delivery.run(into: breakAt == 900 ? place.ledger : ledger)
            #expect(summary.counts == [2_600 - kept / 3, 0, kept / 3, 0])
            #expect(try place.ledger.size() == whole.ledger.size())
            #expect(try place.verify().damages == [])
        }
    }
}
