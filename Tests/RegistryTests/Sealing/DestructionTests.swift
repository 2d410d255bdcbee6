import Foundation
import Law
import Store
import StoreSQLite
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("A sealed value is destroyed by law, and only by law")
struct DestructionTests {
    /// What nobody is to find afterwards: long enough never to stand there by chance.
    private static let name = "示例·往事如烟不复可寻"

    /// A ledger in which that person is registered at entry 1.
    private func registered() throws -> TestLedger {
        let place = try TestLedger()
        try place.ledger.perform(
            SubjectRegistered(
                subject: "P-1", kind: .person, name: .clear(Self.name),
                idNumber: .clear("150726190001010011")))
        return place
    }

    private func command(
        _ path: String = "name", of entry: Position = 1,
        ground: DestructionGround = .retentionExpired, on day: String = "2026-01-01"
    ) -> Command {
        Command(
            ValueDestroyed(entry: entry, path: path, ground: ground, organ: "U-TEST"), on(day))
    }

    private func holds(_ path: String, _ text: String) -> Bool {
        guard let bytes = FileManager.default.contents(atPath: path) else { return false }
        return bytes.range(of: Data(text.utf8)) != nil
    }

    @Test("by a second person and on a ground: sound, counted once, and told with entry and day")
    func destroyed() async throws {
        let place = try registered()
        let receipt = try await place.ledger.submit(
            command(), actor: "clerk.a", unit: "U-TEST", approver: "clerk.b")
        #expect(receipt.positions == 2..<3)
        for cores in [1, 2] {
            let report = try place.verify(cores: cores)
            #expect(report.damages == [] && report.destroyed == 1)
        }
        let page = try #require(try place.ledger.page(of: "P-1"))
        #expect(page.trail.dated.map(\.recorded.position) == [2])
        #expect(page.trail.undated.map(\.recorded.position) == [1])
        let recorded = try #require(try place.ledger.events(at: 2..<3).first)
        let fact = try #require(recorded.event[ValueDestroyed.self])
        #expect(fact.ground == .retentionExpired && recorded.approver == "clerk.b")
        #expect(
            recorded.tags == ["destruction:1", "subject:P-1"].compactMap { Vocabulary.Tag($0) })
        // Only the name: the number stays open.
        let registration = try #require(page.registration)
        #expect(registration.idNumber == .clear("150726190001010011"))
        guard case .destroyed(let commitment, on: "2026-01-01", by: 2) = registration.name else {
            Issue.record("the page says what became of the name")
            return
        }
        let line = try #require(try place.ledger.line(at: 1))
        #expect(String(decoding: line, as: UTF8.self).contains(commitment))
        // Found by number still, not by name; and what became of the name is said there, too.
        #expect(
            try place.ledger.subjects(matching: "P-1", limit: 9).map(\.name)
                == [.destroyed(commitment: commitment, on: "2026-01-01", by: 2)])
        #expect(try place.ledger.subjects(matching: "往事", limit: 9).isEmpty)
        try place.ledger.followViews(cores: 2)
        #expect(try place.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
        #expect(try place.verify().isSound)
    }

    @Test("of a value among many, not one byte is left in the file or the log beside it")
    func gone() throws {
        let place = try TestLedger()
        let people = 600
        // Values of many lengths, so that pages of the vault split at every place.
        try place.ledger.perform(
            (0..<people).map { number in
                Command(
                    SubjectRegistered(
                        subject: SubjectID(wellFormed: "P-\(number)"), kind: .person,
                        name: .clear(
                            "\(Self.name)·\(number)·" + String(repeating: "某", count: number % 53)))
                )
            })
        let doomed = stride(from: 7, to: people, by: 31)
        for number in doomed { #expect(holdsAnywhere(place, number)) }
        for number in doomed { try place.ledger.destroy("name", at: 1 + number) }
        #expect(try place.verify().destroyed == doomed.reduce(0) { sum, _ in sum + 1 })
        try place.store.close()
        for number in doomed { #expect(!holdsAnywhere(place, number), "\(number)") }
        #expect(holdsAnywhere(place, 8))
    }

    private func holdsAnywhere(_ place: TestLedger, _ number: Int) -> Bool {
        ["", "-wal"].contains { holds(place.path + $0, "\(Self.name)·\(number)·") }
    }

    @Test("nor the delivered row that the value came in")
    func row() throws {
        let place = try TestLedger()
        let delivery = try SmallDelivery(["P-1,\(Self.name),2001-01-01,,a"])
        try delivery.run(into: place.ledger)
        let before = try place.ledger.size()
        let said = try place.ledger.destroy("name", at: 1)
        // The row holds the name, too: one order, two entries, the second because of the first.
        let entries = try place.ledger.events(at: said..<place.ledger.size())
        #expect(
            said == before
                && entries.compactMap { $0.event[ValueDestroyed.self]?.path } == [
                    "name", "source.row",
                ])
        #expect(entries.map(\.cause) == [nil, said])
        #expect(try place.verify().destroyed == 2)
        try place.store.close()
        #expect(!holds(place.path, Self.name) && !holds(place.path + "-wal", Self.name))
    }

    @Test("nor the row of which it became a later entry")
    func laterEntry() throws {
        let place = try TestLedger()
        let delivery = try SmallDelivery([
            "P-1,\(Self.name),2001-01-01,,a", "P-2,示例·乙,2001-01-01,,b",
        ])
        let mapping = SmallDelivery.mapping.replacing(
            "\"kind\": {\"constant\": \"person\"}, \"name\": {\"column\": \"name\", \"sealed\": true}}}",
            with: """
                "kind": {"constant": "person"}}},
                {"command": "receiveComplaint", "fields": {"complaint": {"template": "T-{id}"},
                 "filedBy": {"constant": "public"},
                 "narrative": {"column": "name", "sealed": true}}}
                """)
        try delivery.run(into: place.ledger, mapping: mapping)
        let size = try place.ledger.size()
        // Registered at 1, the complaint at 2 with what is sealed; the row stands with the first.
        try place.ledger.destroy("narrative", at: 2)
        let said = try place.ledger.events(at: size..<place.ledger.size())
            .compactMap { $0.event[ValueDestroyed.self] }
        #expect(said.map(\.entry) == [2, 1] && said.map(\.path) == ["narrative", "source.row"])
        // The row after it is left alone.
        #expect(try place.verify().destroyed == 2 && place.verify().isSound)
        try place.store.close()
        #expect(!holds(place.path, Self.name) && !holds(place.path + "-wal", Self.name))
        #expect(holds(place.path, "示例·乙"))
    }

    @Test("an entry that no second person stands behind destroys nothing by law")
    func alone() throws {
        for approver in [nil, "clerk.a", "CLERK.A"] {
            let place = try registered()
            let recorder = LedgerTransaction.Recorder(
                actor: "clerk.a", unit: "U-TEST", approver: approver)
            try place.ledger.transact { transaction in
                let signed = command().signed(by: "clerk.a", approvedBy: "clerk.b")
                for draft in try transaction.decide(signed) {
                    transaction.stage(draft, by: recorder)
                }
                transaction.keep(by: recorder)
            }
            let report = try place.verify()
            #expect(report.destroyed == 0)
            #expect(report.damages.map(\.kind) == [.sealedMissing])
            #expect(throws: LedgerFault.damagedValue(entry: 1)) {
                try place.ledger.page(of: "P-1")
            }
        }
    }

    @Test("on the day of the entry at the earliest")
    func tooEarly() async throws {
        let place = try registered()
        #expect(
            try await refusal(place, command(on: "2025-12-31"), approver: "clerk.b")
                == .destruction(
                    .beforeTheEntry(1, recorded: day("2026-01-01"), on: day("2025-12-31"))))
        #expect(try await refusal(place, command(on: "2026-01-01"), approver: "clerk.b") == nil)
    }

    @Test("a value that is missing without such an entry is damage, and reading it stops")
    func missing() throws {
        let whole = try registered()
        let robbed = try TestLedger(
            copy: whole.bytes(), key: whole.key,
            meddling: "DELETE FROM vault WHERE seq = 1 AND path = 'name'")
        let report = try robbed.verify()
        #expect(report.damages.map(\.kind) == [.sealedMissing])
        #expect(report.damages.map(\.entry) == [1] && report.damages.map(\.place) == ["name"])
        #expect(report.destroyed == 0)
        #expect(throws: LedgerFault.damagedValue(entry: 1)) { try robbed.ledger.page(of: "P-1") }
        #expect(throws: LedgerFault.damagedValue(entry: 1)) {
            try robbed.ledger.subjects(matching: "P-1", limit: 9)
        }
        #expect(throws: LedgerFault.damagedValue(entry: 1)) {
            try robbed.ledger.events(at: 1..<2)
        }
    }

    @Test("a value that was destroyed and stands in the vault again is named")
    func back() throws {
        let whole = try registered()
        let path = whole.path
        try TestLedger.meddle(path, "CREATE TABLE kept AS SELECT * FROM vault")
        try whole.ledger.destroy("name", at: 1)
        let again = try TestLedger(
            copy: whole.bytes(), key: whole.key,
            meddling: """
                INSERT INTO vault SELECT * FROM kept WHERE seq = 1 AND path = 'name';
                DROP TABLE kept
                """)
        let report = try again.verify()
        #expect(report.damages.map(\.kind) == [.sealedUnknown])
        #expect(report.damages.map(\.entry) == [1] && report.damages.map(\.place) == ["name"])
    }

    private func refusal(_ place: TestLedger, _ command: Command, approver: Officer?) async throws
        -> Refusal?
    {
        let before = try place.ledger.size()
        do {
            _ = try await place.ledger.submit(
                command, actor: "clerk.a", unit: "U-TEST", approver: approver)
            return nil
        } catch let refusal as Refusal {
            #expect(try place.ledger.size() == before && place.verify().isSound)
            return refusal
        }
    }

    @Test("refused without a second person, where nothing is sealed, and otherwise than it was")
    func refused() async throws {
        let place = try registered()
        #expect(
            try await refusal(place, command(), approver: nil) == .needsApprover("destroyValue"))
        #expect(
            try await refusal(place, command(), approver: "CLERK.A")
                == .approverIsRecorder("clerk.a"))
        #expect(
            try await refusal(place, command("title"), approver: "clerk.b")
                == .destruction(
                    .nothingSealed(1, path: "title", ["idNumber", "name", "source.row"])))
        #expect(
            try await refusal(place, command(of: 9), approver: "clerk.b")
                == .destruction(.unknownEntry(9)))
        #expect(try await refusal(place, command(), approver: "clerk.b") == nil)
        // Asked twice, recorded once; asked otherwise, refused.
        #expect(try await refusal(place, command(), approver: "clerk.b") == nil)
        #expect(try place.ledger.size() == 3)
        #expect(
            try await refusal(
                place, command(ground: .consentWithdrawn), approver: "clerk.b")
                == .destruction(.destroyedAlready(1, by: 2)))
        #expect(try place.verify().destroyed == 1)
    }

    @Test("what somebody took out or altered is not covered up by destroying it")
    func coveredUp() throws {
        let whole = try registered()
        let bytes = try whole.bytes()
        for change in [
            "DELETE FROM vault WHERE path = 'name'",
            "UPDATE vault SET value = CAST('冒名' AS BLOB) WHERE path = 'name'",
        ] {
            let robbed = try TestLedger(copy: bytes, key: whole.key, meddling: change)
            #expect(throws: LedgerFault.damagedValue(entry: 1)) {
                try robbed.ledger.destroy("name", at: 1)
            }
            #expect(try robbed.ledger.size() == 2 && !robbed.verify().isSound)
        }
    }

    @Test("a row that no delivery brought cannot be destroyed")
    func noRow() async throws {
        let place = try registered()
        #expect(
            try await refusal(place, command("source.row"), approver: "clerk.b")
                == .destruction(.nothingSealed(1, path: "source.row", ["idNumber", "name"])))
    }
}

@Suite("Where a salt ends and the value begins is not open to doubt")
struct SaltTests {
    /// The commitment stays the same: a byte moves from the salt into the value or back.
    @Test(
        "a salt of 15 bytes and one of 17 are refused by whoever reads and whoever verifies",
        arguments: [
            "salt = substr(salt, 1, 15), value = CAST(substr(salt, 16, 1) || value AS BLOB)",
            "salt = CAST(salt || substr(value, 1, 1) AS BLOB), value = substr(value, 2)",
        ])
    func length(change: String) throws {
        let place = try WholeLedger.copy(
            meddling: "UPDATE vault SET \(change) WHERE seq = 52 AND path = 'name'")
        let lengths = try place.store.read { (reader) throws in
            try reader.sealed(seq: 52, path: "name")?.salt.count
        }
        #expect(lengths == 15 || lengths == 17)
        #expect(throws: LedgerFault.damagedValue(entry: 52)) {
            try place.ledger.page(of: "P-0001")
        }
        let damages = try place.verify().damages
        #expect(damages.map(\.kind) == [.sealedValue] && damages.map(\.entry) == [52])
    }
}

@Suite("A value stands under its owner")
struct VaultOwnerTests {
    private func owners(_ place: TestLedger) throws -> [String: String?] {
        try place.store.read { (reader) throws in
            var owners: [String: String?] = [:]
            try reader.scanSealed(0..<Int.max) { value in
                owners["\(value.seq)/\(value.path)"] = value.subject
            }
            return owners
        }
    }

    @Test("the person, the complainant, the unit or the officer, as the kind declares")
    func declared() throws {
        let place = try WholeLedger.copy()
        #expect(try owners(place)["52/name"] == "person:P-0001")
        let roles = Set(
            try owners(place).values.compactMap { owner in
                owner?.split(separator: ":").first.map(String.init)
            })
        #expect(roles.isSuperset(of: ["person", "complainant", "officer"]), "\(roles)")
        #expect(try place.verify().isSound)
    }

    @Test("what is of nobody else is of the officer who wrote it: no value is without an owner")
    func author() async throws {
        let place = try TestLedger()
        let opened = CaseID(wellFormed: "C-1")
        try place.ledger.perform(
            ComplaintReceived(
                complaint: ComplaintID(wellFormed: "T-1"), case: opened, filedBy: .public,
                narrative: .clear("举报内容（虚构）")))
        let written = try place.store.read { try $0.size() } - 1
        _ = try await place.ledger.submit(
            Command(WithdrawRecord(position: written, reason: .clear("误录（虚构）"), case: opened)),
            actor: "clerk.b", unit: "U-TEST", approver: nil)
        #expect(try owners(place)["\(written + 1)/reason"] == "officer:clerk.b")
        #expect(try owners(place).values.allSatisfy { $0 != nil })
        #expect(try place.verify().isSound)
    }

    @Test("as ledgers of before have it, under the bare subject, it verifies and reads the same")
    func bare() throws {
        let place = try WholeLedger.copy(
            meddling: "UPDATE vault SET subject = substr(subject, 8) WHERE subject LIKE 'person:%'")
        #expect(try owners(place)["52/name"] == "P-0001")
        #expect(try place.verify().damages == [])
        let whole = try WholeLedger.copy()
        #expect(
            try place.ledger.page(of: "P-0001")?.registration
                == whole.ledger.page(of: "P-0001")?.registration)
    }

    @Test(
        "under anybody else it is damage",
        arguments: ["'P-0002'", "'person:P-0002'", "'officer:P-0001'", "'unit:P-0001'", "NULL"])
    func foreign(owner: String) throws {
        let place = try WholeLedger.copy(
            meddling: "UPDATE vault SET subject = \(owner) WHERE seq = 52 AND path = 'name'")
        let damages = try place.verify().damages
        #expect(damages.map(\.kind) == [.sealedValue] && damages.map(\.entry) == [52])
    }
}
