import Chain
import Foundation
import Law
import Store
import Stranger
import TestSupport
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("A duty of which nothing in the house has heard is recorded like ours")
struct StrangerTests {
    @Test("it is declared without a fault")
    func declared() {
        let statutes = Statute.all + [.loans]
        #expect(Registers.lending.faults(citing: statutes).isEmpty)
        #expect(Registers.lendingAgain.faults(citing: statutes).isEmpty)
        #expect(Registers.lending.faults(citing: Statute.all).count == 4)
        #expect(Registers.ours.verb(named: "loan.lend") == nil)
        #expect(Registers.lending.verb(named: "loan.lend")?.spoken == "loan lend")
    }

    @Test("asked for by name, it is recorded, and what is sealed lies under its owner")
    func recorded() async throws {
        let loans = try Loans()
        let entry = try await loans.lend(
            "L-1", more: #","purpose":"测河道","accessories":["脚架","标尺"]"#)
        let recorded = try #require(try loans.ledger.events(at: entry..<entry + 1).first)
        let fact = try #require(recorded.event[LoanLent.self])
        #expect(fact.borrower == "P-1" && fact.accessories == ["脚架", "标尺"])
        #expect(fact.purpose == .clear("测河道") && recorded.event.type == "loan.lent.v1")
        #expect(recorded.tags.map(\.description) == ["loan:L-1", "subject:P-1"])
        #expect(recorded.basis == ["器具借用办法#3"] && recorded.actor == "clerk.a")
        let line = String(decoding: try #require(try loans.ledger.line(at: entry)), as: UTF8.self)
        #expect(!line.contains("测河道"))
        let value = try loans.place.store.read { (reader) throws in
            try reader.sealed(seq: entry, path: "purpose")
        }
        #expect(value?.subject == "person:P-1")
        // Asked twice, recorded once.
        let again = try await loans.ask(
            "loan.lend",
            """
            {"loan":"L-1","borrower":"P-1","lender":"U-TEST","device":"水准仪","purpose":"测河道",
             "accessories":["脚架","标尺"],"due":"2026-02-05","on":"2026-01-05"}
            """)
        #expect(again.positions.isEmpty)
        try loans.check()
    }

    @Test("refused, it names its article, and nothing is recorded")
    func refused() async throws {
        let loans = try Loans()
        #expect(
            try await loans.refusal {
                try await loans.ask(
                    "loan.return", #"{"loan":"L-1","condition":"intact","on":"2026-01-06"}"#)
            } == .loan(.unknown(LoanID(wellFormed: "L-1"))))
        let entry = try await loans.lend("L-1")
        let refusal = try #require(
            try await loans.refusal {
                try await loans.ask("loan.notice", #"{"loan":"L-1","on":"2026-02-05"}"#)
            })
        #expect(refusal == .loan(.notOverdue(LoanID(wellFormed: "L-1"), due: day("2026-02-05"))))
        #expect(refusal.code == "loanNotOverdue" && refusal.source == "器具借用办法#6")
        #expect(
            try await loans.refusal { try await loans.lend("L-1", to: "P-2") }
                == .loan(.lentAlready(LoanID(wellFormed: "L-1"), by: entry)))
        // What the house holds everybody to, it holds strangers to.
        #expect(
            try await loans.refusal {
                try await loans.ask("loan.lose", #"{"loan":"L-1","on":"2026-02-06"}"#)
            }
                == .needsApprover("loan.lose"))
        #expect(
            try await loans.refusal { try await loans.ask("loan.notice", #"{"loan":"L-1"}"#) }
                == .missing("on"))
        #expect(
            try await loans.refusal {
                try await loans.ask(
                    "loan.return", #"{"loan":"L-1","condition":"eaten","on":"2026-02-06"}"#)
            } == .notOneOf("condition", ["intact", "damaged"]))
    }

    @Test("on the trail of whom it concerns, each kind with its class")
    func trail() async throws {
        let loans = try Loans()
        try await loans.lend("L-1", on: "2026-01-05")
        try await loans.ask(
            "loan.return", #"{"loan":"L-1","condition":"damaged","on":"2026-01-20"}"#)
        try await loans.lend("L-2", on: "2026-01-21")
        try await loans.ask("loan.notice", #"{"loan":"L-2","on":"2026-02-20"}"#)
        try await loans.ask(
            "loan.lose", #"{"loan":"L-2","account":"落水","on":"2026-02-21"}"#, approver: "clerk.b")
        let page = try #require(try loans.ledger.page(of: "P-1"))
        #expect(
            page.trail.dated.map(\.kind) == [.procedure, .cleared, .procedure, .suspected, .found])
        #expect(page.trail.undated.map(\.kind) == [.registration])
        #expect(page.trail.dated.last?.recorded.event[LoanLost.self]?.account == .clear("落水"))
        // A class alone makes nobody responsible of anything: no finding of ours was made.
        #expect(page.status.findings.isEmpty)
        #expect(try loans.ledger.page(of: "P-2")?.trail.items.count == 1)
        #expect(
            try loans.ledger.subjects(matching: "P-1", limit: 1).map(\.entries) == [6])
        let before = try #require(
            try loans.ledger.page(of: "P-1", at: Times(asOf: day("2026-01-10"))))
        #expect(before.trail.dated.map(\.kind) == [.procedure])
    }

    @Test("its clock stands on the board until it ends, from the log and from the view")
    func clock() async throws {
        let loans = try Loans()
        try await loans.lend("L-1", due: "2026-02-05")
        try await loans.lend("L-2", due: "2026-03-05")
        let running = ["loan:L-1 2026-02-05 overdue", "loan:L-2 2026-03-05 dueSoon"]
        #expect(try loans.board() == running)
        try loans.ledger.followViews(cores: 2)
        #expect(try loans.board() == running)
        let item = try #require(
            try loans.ledger.deadlines(at: Times(asOf: day("2026-03-01"))).items.first)
        #expect(item.reading.start.subject == "P-1" && item.reading.start.unit == "U-TEST")
        #expect(item.reading.clock == "instrumentReturn" && item.daysLeft == -24)
        try await loans.ask(
            "loan.return", #"{"loan":"L-2","condition":"intact","on":"2026-02-28"}"#)
        #expect(try loans.board() == [running[0]])
        try await loans.ask("loan.lose", #"{"loan":"L-1","on":"2026-02-20"}"#, approver: "clerk.b")
        try loans.ledger.followViews(cores: 2)
        #expect(try loans.board() == [])
        try loans.check()
    }

    @Test("corrected, the old line stays, struck through, and the clock moves")
    func corrected() async throws {
        let loans = try Loans()
        let wrong = try await loans.lend("L-1", due: "2026-02-05")
        let right = try await loans.lend("L-1", due: "2026-04-05", superseding: wrong)
        #expect(right == wrong + 1)
        #expect(try loans.board() == ["loan:L-1 2026-04-05 later"])
        let page = try #require(try loans.ledger.page(of: "P-1"))
        #expect(page.trail.dated.map(\.standing) == [.corrected(by: right), .stands])
        // Whom it is about is not corrected.
        #expect(
            try await loans.refusal {
                try await loans.lend("L-1", to: "P-2", superseding: right)
            } == .correctionOfOthers(right))
        #expect(
            try await loans.refusal {
                try await loans.ask(
                    "loan.return", #"{"loan":"L-1","condition":"intact","on":"2026-02-06"}"#,
                    superseding: right)
            } != nil)
        try loans.ledger.followViews(cores: 2)
        try loans.check()
    }

    @Test("withdrawn by the third version, which carries all its tags; then it is as if never lent")
    func withdrawn() async throws {
        let loans = try Loans()
        let entry = try await loans.lend("L-1")
        let receipt = try await loans.ask(
            "withdrawRecord",
            #"{"position":\#(entry),"about":["loan:L-1"],"reason":"误录","on":"2026-03-01"}"#)
        let recorded = try #require(try loans.ledger.events(at: receipt.positions).first)
        #expect(recorded.event.type == "record.withdrawn.v3" && recorded.supersedes == entry)
        #expect(recorded.tags.map(\.description) == ["loan:L-1", "subject:P-1"])
        #expect(try loans.board() == [])
        let page = try #require(try loans.ledger.page(of: "P-1"))
        #expect(page.trail.dated.first?.standing == .withdrawn(by: recorded.position))
        #expect(page.trail.dated.map(\.kind) == [.procedure, .correction])
        #expect(
            try await loans.refusal {
                try await loans.ask("loan.notice", #"{"loan":"L-1","on":"2026-03-01"}"#)
            }
                == .loan(.unknown(LoanID(wellFormed: "L-1"))))
        // The number is free again.
        try await loans.lend("L-1", to: "P-2")
        try loans.ledger.followViews(cores: 2)
        try loans.check()
    }

    @Test("listed, exported, verified, rebuilt, and destroyed where it was sealed")
    func leaving() async throws {
        let loans = try Loans()
        let entry = try await loans.lend("L-1", more: #","purpose":"测河道""#)
        try await loans.lend("L-2", to: "P-2")
        try await loans.ask("loan.notice", #"{"loan":"L-1","on":"2026-03-01"}"#)
        let listed = try loans.ledger.trails(of: .loan).rows
        #expect(listed.map(\.tag.description) == ["loan:L-1", "loan:L-2"])
        #expect(listed.map(\.trail.items.count) == [2, 1])
        try loans.ledger.destroy("purpose", at: entry, on: "2026-03-20")
        #expect(try loans.place.verify().destroyed == 1)
        try loans.ledger.followViews(cores: 2)
        try loans.check()
        let rows = try ViewTests.rows(loans.place)
        #expect(rows.keys.contains { $0.hasPrefix("deadline/loan:L-1/") })
        let summary = try loans.ledger.rebuild(cores: 2) { _, _ in }
        #expect(summary.differing == [])
        #expect(try ViewTests.rows(loans.place) == rows)
        let target = loans.place.directory.appending(path: "bundle").path
        let exported = try loans.ledger.export(to: target, progress: { _, _ in })
        #expect(try exported.entries == loans.ledger.size())
        let lines = try String(contentsOfFile: target + "/entries.jsonl", encoding: .utf8)
        #expect(lines.contains("loan.overdueNoticed.v1") && !lines.contains("测河道"))
        _ = try loans.ledger.checkpoint(signingWith: loans.place.key, cores: 2) { _, _ in }
    }
}

@Suite("A delivery may name the verbs of a duty that nothing in the house has heard of")
struct StrangersDeliveryTests {
    private static let mapping = """
        {"format": 1, "delivery": "loans", "actor": "import", "unit": "U-TEST",
         "basis": ["XZZ-2020-26-T8"], "dateFormats": ["YYYY-MM-DD"],
         "files": [{"name": "loans.csv",
          "columns": {"id": "required", "who": "required", "what": "present", "lent": "required",
                      "due": "required", "back": "present", "why": "present"},
          "key": ["id", "who"],
          "rows": [
           {"command": "loan.lend", "fields": {"loan": "id", "borrower": "who",
            "lender": {"constant": "U-TEST"}, "device": "what", "due": {"date": "due"},
            "purpose": {"column": "why", "sealed": true}, "on": {"date": "lent"}}},
           {"command": "loan.return", "when": {"column": "back", "blank": false},
            "fields": {"loan": "id", "condition": {"constant": "intact"},
                       "on": {"date": "back"}}}]}]}
        """

    private func run(
        _ rows: [String], into ledger: Ledger, dryRun: Bool = false
    ) throws -> ImportSummary {
        let delivery = try Scratch()
        let lines = ["id,who,what,lent,due,back,why"] + rows
        try delivery.write("loans.csv", lines.joined(separator: "\n") + "\n")
        let runner = try ImportRunner(
            ledger, mapping: Mapping(parsing: Array(Self.mapping.utf8), for: ledger.duties),
            directory: delivery.path, report: nil, words: { $0.code })
        return try runner.run(dryRun: dryRun) { _ in }
    }

    @Test("a program that does not know the duty says which command it does not know")
    func unknown() {
        #expect(
            throws: MappingFault.unknownCommand(
                at: "files[0].rows[0].command", name: "loan.lend")
        ) { try Mapping(parsing: Array(Self.mapping.utf8)) }
    }

    @Test("delivered, delivered again, and corrected: what a row changes supersedes what it said")
    func delivered() throws {
        let loans = try Loans()
        let rows = [
            "L-1,P-1,水准仪,2026-01-05,2026-02-05,,测河道",
            "L-2,P-2,全站仪,2026-01-06,2026-02-06,2026-01-20,",
        ]
        #expect(try run(rows, into: loans.ledger, dryRun: true).counts == [2, 0, 0, 0])
        #expect(try run(rows, into: loans.ledger).counts == [2, 0, 0, 0])
        #expect(try run(rows, into: loans.ledger).counts == [0, 0, 2, 0])
        #expect(try loans.board() == ["loan:L-1 2026-02-05 overdue"])
        // Another last day, and it never came back.
        let corrected = [rows[0], "L-2,P-2,全站仪,2026-01-06,2026-02-20,,"]
        let first = try loans.ledger.trail(of: LoanID(wellFormed: "L-2"))
        #expect(try run(corrected, into: loans.ledger).counts == [0, 1, 1, 0])
        let added = try loans.ledger.trail(of: LoanID(wellFormed: "L-2")).dropFirst(first.count)
        #expect(added.map(\.event.type) == ["loan.lent.v1", "record.withdrawn.v3"])
        #expect(added.map(\.supersedes) == first.map(\.position))
        #expect(
            try loans.board() == ["loan:L-1 2026-02-05 overdue", "loan:L-2 2026-02-20 overdue"])
        #expect(try run(corrected, into: loans.ledger).counts == [0, 0, 2, 0])
        try loans.ledger.followViews(cores: 2)
        try loans.check()
    }

    @Test("a correction that is refused hides nothing: what the row said before stands")
    func correctionRefused() throws {
        let loans = try Loans()
        let rows = ["L-1,P-1,水准仪,2026-01-05,2026-02-05,,"]
        #expect(try run(rows, into: loans.ledger).counts == [1, 0, 0, 0])
        let lines = try loans.place.lines()
        // Due before it was lent. The same batch then brings back what the ledger still holds.
        let wrong = [
            "L-1,P-1,水准仪,2026-01-05,2026-01-01,,", "L-1,P-2,水准仪,2026-01-05,2026-02-05,,",
        ]
        #expect(try run(wrong, into: loans.ledger).counts == [0, 0, 0, 2])
        #expect(try loans.place.lines() == lines)
        #expect(try loans.board() == ["loan:L-1 2026-02-05 overdue"])
    }

    @Test("what a refused row staged is not in the past of the next one")
    func staged() throws {
        let loans = try Loans()
        // The first lends, and is refused because it came back before; the second may have the number.
        let summary = try run(
            [
                "L-1,P-1,水准仪,2026-01-05,2026-02-05,2026-01-01,",
                "L-1,P-2,水准仪,2026-01-06,2026-02-06,,",
            ], into: loans.ledger)
        #expect(summary.counts == [1, 0, 0, 1])
        #expect(
            try loans.ledger.trail(of: LoanID(wellFormed: "L-1")).map {
                $0.event[LoanLent.self]?.borrower
            } == ["P-2"])
        #expect(try loans.ledger.page(of: "P-1")?.trail.items.count == 1)
    }
}

@Suite("A kind gets one field more, and what was written before reads as it was")
struct SecondEditionTests {
    /// The member `data` of a line.
    private func data(_ ledger: Ledger, at position: Position) throws -> String {
        let line = String(decoding: try #require(try ledger.line(at: position)), as: UTF8.self)
        let from = try #require(line.range(of: #""data":"#))
        let to = try #require(line.range(of: #","id":"#))
        return String(line[from.upperBound..<to.lowerBound])
    }

    @Test("old entries are read by the new program, written back byte for byte; new ones are v2")
    func both() async throws {
        let loans = try Loans()
        let old = try await loans.lend("L-1", more: #","purpose":"测河道""#)
        let newer = try loans.place.opened(
            at: "2026-03-20T01:00:00.000Z", duties: Registers.lendingAgain)
        let same = try await loans.lend("L-2", of: newer)
        let more = try await loans.lend("L-3", more: #","uses":3"#, of: newer)
        let events = try newer.events(at: old..<more + 1)
        #expect(events.map(\.event.type) == ["loan.lent.v1", "loan.lent.v1", "loan.lent.v2"])
        #expect(events.map { $0.event[LoanLentForUses.self]?.uses } == [nil, nil, 3])
        #expect(events[0].event[LoanLentForUses.self]?.purpose == .clear("测河道"))
        // As read from the line, its sealed values closed, it is written as it stands there.
        for recorded in try newer.trail(of: "P-1" as SubjectID).dropFirst() {
            let bytes = ViewWriter.bytes { recorded.event.write(to: &$0) }
            #expect(
                try String(decoding: bytes, as: UTF8.self) == data(newer, at: recorded.position))
        }
        #expect(same == old + 1)
        #expect(
            try newer.page(of: "P-1")?.trail.dated.map(\.kind) == [
                .procedure, .procedure, .procedure,
            ])
        #expect(try loans.board(of: newer).count == 3)
        try newer.followViews(cores: 2)
        try loans.check(newer)
    }

    @Test("the program of before sees the second version as a kind that it does not know")
    func before() async throws {
        let loans = try Loans()
        let newer = try loans.place.opened(
            at: "2026-03-20T01:00:00.000Z", duties: Registers.lendingAgain)
        let entry = try await loans.lend("L-3", more: #","uses":3"#, of: newer)
        let page = try #require(try loans.ledger.page(of: "P-1"))
        let item = try #require(page.trail.dated.last)
        #expect(item.kind == .opaque && item.recorded.event.type == "loan.lent.v2")
        #expect(
            try await loans.refusal {
                try await loans.ask("loan.notice", #"{"loan":"L-3","on":"2026-03-01"}"#)
            }
                == .opaqueEntry(entry, type: "loan.lent.v2"))
        try loans.check()
    }
}
