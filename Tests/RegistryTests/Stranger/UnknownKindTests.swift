import Chain
import Foundation
import Law
import Store
import StoreSQLite
import Stranger
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("A kind that nobody here knows is no damage")
struct UnknownKindTests {
    /// A ledger into which a newer program wrote: about P-1, about the case C-1, with a sealed value.
    private func ledger() throws -> (place: TestLedger, thing: Position, opened: Position) {
        let place = try TestLedger(at: "2026-03-20T01:00:00.000Z", law: BuiltInLaw.documents)
        for person in ["P-1", "P-2"] as [SubjectID] {
            try place.ledger.perform(SubjectRegistered(subject: person, kind: .person))
        }
        let (opening, commitment) = DigestSeal(.sha256, random: SplitMix64(seed: 7))
            .close("未来之事", path: "story", owner: "future:P-1")
        let thing = try place.ledger.append([
            UnsealedEntry(
                id: "01900000-0000-7000-8000-000000000001", type: "future.thing.v1",
                actor: "clerk.z", unit: "U-TEST", basis: ["未来之法#1"], on: "2026-03-01",
                tags: ["subject:P-1", "thing:X-1"],
                data: Array(
                    #"{"story":{"sealed":"\#(commitment.hex)"},"subject":"P-1","thing":"X-1"}"#.utf8
                ),
                openings: [opening])
        ])
        let opened = try place.ledger.append([
            UnsealedEntry(
                id: "01900000-0000-7000-8000-000000000002", type: "case.opened.v9",
                actor: "clerk.z", unit: "U-TEST", basis: ["XZZ-2020-26#4"], on: "2026-03-02",
                tags: ["case:C-1"], data: Array(#"{"case":"C-1"}"#.utf8))
        ])
        return (place, thing.positions.lowerBound, opened.positions.lowerBound)
    }

    @Test("it verifies, and stands in the trail as an opaque line with its type")
    func trail() throws {
        let (place, thing, opened) = try ledger()
        for cores in [1, 2] { #expect(try place.verify(cores: cores).damages == []) }
        let page = try #require(try place.ledger.page(of: "P-1"))
        let item = try #require(page.trail.dated.last)
        #expect(item.recorded.position == thing && item.kind == .opaque)
        #expect(item.recorded.event.type == "future.thing.v1" && item.recorded.event.isOpaque)
        #expect(item.recorded.tags.map(\.description) == ["subject:P-1", "thing:X-1"])
        let file = try place.ledger.trail(of: CaseID(wellFormed: "C-1"))
        #expect(file.map(\.position) == [opened] && file.map(\.event.type) == ["case.opened.v9"])
        #expect(try place.ledger.trails(of: "thing").rows.map(\.tag.description) == ["thing:X-1"])
        #expect(try place.ledger.subjects(matching: "P-1", limit: 9).map(\.entries) == [2])
    }

    @Test("its sealed value is held to its commitment all the same")
    func sealed() throws {
        let (place, thing, _) = try ledger()
        let bytes = try place.bytes()
        let altered = try TestLedger(
            copy: bytes, key: place.key,
            meddling: "UPDATE vault SET value = CAST('x' AS BLOB) WHERE path = 'story'")
        #expect(try altered.verify().damages.map(\.kind) == [.sealedValue])
        let robbed = try TestLedger(
            copy: bytes, key: place.key, meddling: "DELETE FROM vault WHERE path = 'story'")
        let damages = try robbed.verify().damages
        #expect(damages.map(\.kind) == [.sealedMissing] && damages.map(\.entry) == [thing])
    }

    @Test("it is opened, followed, rebuilt and exported; nothing differs")
    func derived() throws {
        let (place, _, _) = try ledger()
        try place.ledger.followViews(cores: 2)
        #expect(try place.verify().damages == [])
        #expect(try place.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
        let rows = try ViewTests.rows(place)
        #expect(rows["view.unknown"] == Array("case.opened.v9 future.thing.v1".utf8))
        #expect(try place.ledger.rebuild(cores: 2) { _, _ in }.differing == [])
        #expect(try ViewTests.rows(place) == rows)
        #expect(try place.ledger.checkViews(cores: 1) { _, _ in }.differing == [])
        #expect(try place.verify().damages == [])
        let again = try TestLedger(copy: place.bytes(), key: place.key)
        let target = again.directory.appending(path: "bundle").path
        _ = try again.ledger.export(to: target, progress: { _, _ in })
        let lines = try String(contentsOfFile: target + "/entries.jsonl", encoding: .utf8)
        #expect(lines.contains("future.thing.v1") && lines.contains("case.opened.v9"))
        _ = try again.ledger.checkpoint(signingWith: again.key, cores: 2) { _, _ in }
        #expect(try again.verify().isSound)
    }

    @Test("only deciding over it is refused, by name; about others everything goes on")
    func deciding() async throws {
        let (place, thing, opened) = try ledger()
        let ledger = place.ledger
        func refusal(_ command: Command, superseding: Position? = nil) async throws -> Refusal? {
            let lines = try place.lines()
            do {
                _ = try await ledger.submit(
                    command, superseding: superseding, actor: "clerk.a", unit: "U-TEST")
                return nil
            } catch let refusal as Refusal {
                #expect(try place.lines() == lines)
                return refusal
            }
        }
        let aboutThing = Refusal.opaqueEntry(thing, type: "future.thing.v1")
        let aboutCase = Refusal.opaqueEntry(opened, type: "case.opened.v9")
        #expect(
            try await refusal(Command(EmploymentBegan(subject: "P-1"), on("2010-01-01")))
                == aboutThing)
        #expect(
            try await refusal(
                Command(CaseClosed(case: CaseID(wellFormed: "C-1")), on("2026-03-03")))
                == aboutCase)
        // Neither is it corrected or withdrawn.
        #expect(
            try await refusal(
                Command(
                    WithdrawRecord(position: thing, reason: .clear("误录"), subject: "P-1")))
                == aboutThing)
        #expect(
            try await refusal(
                Command(
                    CaseOpened(case: CaseID(wellFormed: "C-1"), recordedFrom: "旧案卷"),
                    on("2026-03-03")),
                superseding: opened) == aboutCase)
        #expect(
            try await refusal(Command(EmploymentBegan(subject: "P-2"), on("2010-01-01"))) == nil)
        #expect(
            try await refusal(
                Command(
                    CaseOpened(case: CaseID(wellFormed: "C-2"), recordedFrom: "旧案卷"),
                    on("2026-03-03")))
                == nil)
        #expect(aboutCase.message.values["type"] == .text("case.opened.v9"))
        #expect(try place.verify().isSound)
    }
}

@Suite("Views that a program made without knowing a kind are made anew by one that knows it")
struct OutgrownViewTests {
    private let moment = "2026-03-20T01:00:00.000Z"

    /// What a program that always knew everything makes of the same entries.
    private func expected(_ loans: Loans) throws -> [String: [UInt8]] {
        var rows: [String: [UInt8]] = [:]
        let projector = Projector(
            store: loans.place.store, suite: .sha256, duties: Registers.lending, cores: 2)
        let fold = try projector.fold(0..<loans.ledger.size()) { _ in }
        for view in ViewName.all {
            for key in fold.rows(of: view).keys {
                if let row = fold.rows(of: view).row(key) { rows["\(view)/\(key)"] = row.body }
            }
        }
        return rows
    }

    private func stored(_ loans: Loans) throws -> [String: [UInt8]] {
        try loans.place.store.read { (reader) throws in
            var rows: [String: [UInt8]] = [:]
            for view in ViewName.all {
                try reader.scanView(view) { key, _, row in
                    rows["\(view)/\(key)"] = Array(row.dropFirst(CheckedRow.checkBytes))
                }
            }
            return rows
        }
    }

    private func unknown(_ loans: Loans) throws -> String? {
        try loans.place.store.read { (reader) throws in try reader.fact("view.unknown") }
    }

    @Test("the board is right at once, and the views when they are followed")
    func outgrown() async throws {
        let loans = try Loans()
        try await loans.lend("L-1")
        let older = try loans.place.opened(at: moment, duties: Registers.ours)
        try older.followViews(cores: 2)
        #expect(try unknown(loans) == "loan.lent.v1")
        #expect(try loans.board(of: older) == [])
        // Whoever looks, and whatever they know, nothing is damaged.
        try loans.check(older)
        try loans.check()
        #expect(try stored(loans) != expected(loans))
        // A clock that nobody would see is worse than a slow answer.
        #expect(try loans.board() == ["loan:L-1 2026-02-05 overdue"])
        #expect(try loans.ledger.subjects(matching: "P-1", limit: 9).map(\.entries) == [2])
        try loans.ledger.followViews(cores: 2)
        #expect(try stored(loans) == expected(loans))
        #expect(try unknown(loans) == "")
        #expect(try loans.board() == ["loan:L-1 2026-02-05 overdue"])
        try loans.check()
        try loans.check(older)
    }

    @Test("two programs in turn never leave rows of two makings")
    func inTurn() async throws {
        let loans = try Loans()
        let older = try loans.place.opened(at: moment, duties: Registers.ours)
        for number in 1...3 {
            try await loans.lend("L-\(number)")
            try loans.ledger.followViews(cores: 2)
            #expect(try stored(loans) == expected(loans))
            try loans.check(older)
            // What the older one knows it adds; what it does not know makes it begin anew.
            try older.perform(EmploymentBegan(subject: "P-2"), on("201\(number)-01-01"))
            try older.followViews(cores: 2)
            try loans.check(older)
            try loans.check()
            try await loans.ask("loan.notice", #"{"loan":"L-\#(number)","on":"2026-03-01"}"#)
            try older.followViews(cores: 2)
            #expect(try unknown(loans)?.contains("loan.overdueNoticed.v1") == true)
            try loans.check(older)
            try loans.check()
            #expect(try loans.board().count == number)
        }
        try loans.ledger.followViews(cores: 2)
        #expect(try stored(loans) == expected(loans))
    }

    @Test("a row of views that were outgrown is still held to the entries")
    func doctored() async throws {
        let loans = try Loans()
        try await loans.lend("L-1")
        let older = try loans.place.opened(at: moment, duties: Registers.ours)
        try older.followViews(cores: 2)
        try loans.place.store.doctorRow(of: "P-2")
        for ledger in [older, loans.ledger] {
            #expect(try ledger.checkViews(cores: 2) { _, _ in }.differing == ["subject/P-2"])
        }
    }

    @Test("what the store says of unknown kinds is checked")
    func fact() async throws {
        let loans = try Loans()
        try await loans.lend("L-1")
        let older = try loans.place.opened(at: moment, duties: Registers.ours)
        try older.followViews(cores: 2)
        let bytes = try loans.place.bytes()
        func meddled(_ sql: String) throws -> TestLedger {
            try TestLedger(
                copy: bytes, key: loans.place.key, duties: Registers.lending, meddling: sql)
        }
        let spoilt = try meddled("UPDATE meta SET value = 'b a' WHERE name = 'view.unknown'")
        let damages = try spoilt.verify().damages
        #expect(damages.map(\.kind) == [.view] && damages.map(\.place) == ["view.unknown"])
        #expect(throws: LedgerFault.damagedView("view.unknown")) {
            try spoilt.ledger.followViews(cores: 1)
        }
        // Without it, the views would pass for a making that knew everything.
        let gone = try meddled("DELETE FROM meta WHERE name = 'view.unknown'")
        let differing = try gone.ledger.checkViews(cores: 2) { _, _ in }.differing
        #expect(differing.sorted() == ["deadline/loan:L-1", "file/loan:L-1", "subject/P-1"])
        _ = try gone.ledger.rebuild(cores: 2) { _, _ in }
        #expect(try gone.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
        let more = try meddled(
            "UPDATE meta SET value = 'loan.lent.v1 never.met.v1' WHERE name = 'view.unknown'")
        #expect(
            try more.ledger.checkViews(cores: 2) { _, _ in }.differing == ["fact/view.unknown"])
    }
}
