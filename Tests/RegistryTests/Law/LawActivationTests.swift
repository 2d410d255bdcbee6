import Chain
import Law
import Store
import StoreSQLite
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("The law lies in the ledger: a ledger alone says by what rules it judged")
struct LawActivationTests {
    @Test("the built-in law is seven rulebooks in the order of their force, and twenty years")
    func builtIn() throws {
        let named = BuiltInLaw.documents.map { document in
            switch document.content {
            case .rulebook(let book): "\(book.code) \(book.version)"
            case .calendar(let calendar): "\(calendar.year)"
            }
        }
        #expect(
            named == [
                "495 4", "495 5", "495 6", "713 6", "713 7", "XZZ-2020-26 7", "XZZ-2020-26 8",
            ] + (2007...2026).map(String.init))
    }

    @Test(
        "a ledger without law has none; activating writes it once, and asking again writes nothing")
    func activate() throws {
        let place = try TestLedger()
        #expect(try place.ledger.law() == Law())
        for _ in 1...2 {
            for document in BuiltInLaw.documents {
                _ = try place.ledger.activate(document, actor: "test", unit: "U-TEST")
            }
            #expect(try place.ledger.size() == 28)
        }
        let law = try place.ledger.law()
        #expect(law.rulebooks.map(\.position) == Array(1...7))
        #expect(law.loadedCalendars.map(\.position) == Array(8...27))
        #expect(law.rulebooks.allSatisfy { $0.by == "test" })
        let deadline = try law.deadline(
            "A.reexamination.file", from: #require(CalendarDate("2024-01-18")))
        #expect(deadline.due == CalendarDate("2024-02-18"))
    }

    @Test("a ledger founded with law holds it from entry 1, and verifies")
    func founded() throws {
        let place = try TestLedger(law: BuiltInLaw.documents)
        #expect(try place.ledger.size() == 28)
        #expect(try place.ledger.law().rulebooks.count == 7)
        #expect(try place.ledger.law().calendars.years == Array(2007...2026))
        let text = try #require(BuiltInLaw.documents.last?.text)
        #expect(text.hasSuffix("}\n"))
        let last = try place.ledger.law().loadedCalendars.last
        var digest = DigestContext(.sha256)
        let expected = Array(text.utf8).withUnsafeBytes { digest.digest($0) }.hex
        #expect(last?.digest == expected)
    }

    @Test("what was activated later was not known before")
    func known() throws {
        let place = try TestLedger(at: "2024-01-01T00:00:00.000Z")
        let before = try #require(Instant("2024-05-01T00:00:00.000Z"))
        let later = try place.opened(at: "2025-12-01T00:00:00.000Z")
        _ = try place.ledger.activate(
            BuiltInLaw.rulebook("XZZ-2020-26/7"), actor: "test", unit: "U-TEST")
        _ = try later.activate(
            BuiltInLaw.rulebook("XZZ-2020-26/8"), actor: "test", unit: "U-TEST")
        let day = try #require(CalendarDate("2025-07-01"))
        #expect(try later.law().rules(.notice, on: day)?.version == 8)
        #expect(try later.law(knownAt: before).rules(.notice, on: day)?.version == 7)
        // The ledger that was open meanwhile sees what another wrote.
        #expect(try place.ledger.law().rules(.notice, on: day)?.version == 8)
    }

    private func calendar(_ work: String) throws -> LawDocument {
        try LawDocument(
            calendar: Array(
                """
                {"year": 2027, "source": "国办发明电〔2026〕1号", "work": [\(work)],
                 "rest": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-01"}]}
                """.utf8))
    }

    @Test("next year's calendar is loaded, and a revision of it takes its place")
    func nextYear() throws {
        let place = try TestLedger(law: BuiltInLaw.documents)
        let day = try #require(CalendarDate("2026-12-20"))
        #expect(throws: LawFault.calendarMissing(2027)) {
            try place.ledger.law().deadline("A.recheck.file", from: day)
        }
        let sunday = try #require(CalendarDate("2027-01-03"))
        _ = try place.ledger.activate(calendar(""), actor: "test", unit: "U-TEST")
        #expect(try place.ledger.law().calendars.isRestDay(sunday))
        #expect(try place.ledger.law().deadline("A.recheck.file", from: day).due.year == 2027)
        _ = try place.ledger.activate(calendar("\"2027-01-03\""), actor: "test", unit: "U-TEST")
        #expect(try place.ledger.law().calendars.isWorkingDay(sunday))
        // And back again: the last arrangement counts, whatever was loaded before.
        let back = try place.ledger.activate(calendar(""), actor: "test", unit: "U-TEST").receipt
        #expect(back.positions.count == 1)
        #expect(try place.ledger.law().calendars.isRestDay(sunday))
    }

    @Test("an edition is never activated with another text, and nothing is written")
    func otherText() throws {
        let place = try TestLedger(law: BuiltInLaw.documents)
        let carried = try BuiltInLaw.rulebook("XZZ-2020-26/8")
        let other = try LawDocument(rulebook: Array((carried.text + "\n").utf8))
        let size = try place.ledger.size()
        #expect(
            throws: LawDocumentFault.activatedOtherwise(rulebook: "XZZ-2020-26", version: 8, at: 7)
        ) { try place.ledger.activate(other, actor: "test", unit: "U-TEST") }
        #expect(try place.ledger.size() == size)
    }

    @Test(
        "what is no document of law is refused with its reason",
        arguments: [
            "", "[]", "{", "{\"year\": 1.5}", "\u{FEFF}{}", "{\"a\":1,\"a\":2}", "null",
        ])
    func notADocument(text: String) throws {
        func isNotJSON(_ problem: any Error) -> Bool {
            guard case .notJSON? = problem as? LawDocumentFault else { return false }
            return true
        }
        let bytes = Array(text.utf8)
        #expect { try LawDocument(rulebook: bytes) } throws: { isNotJSON($0) }
        #expect { try LawDocument(calendar: bytes) } throws: { isNotJSON($0) }
        #expect(throws: LawDocumentFault.self) { try LawDocument(rulebook: Array("{}".utf8)) }
    }

    @Test("deciders see what is activated, in the same transaction and after it")
    func past() throws {
        let place = try TestLedger()
        let day = try #require(CalendarDate("2026-01-01"))
        try place.ledger.transact { transaction in
            #expect(transaction.past.law == Law())
            try transaction.activate(
                [BuiltInLaw.rulebook("713/7"), BuiltInLaw.rulebook("XZZ-2020-26/7")],
                by: .init(actor: "test", unit: "U-TEST"))
            #expect(transaction.past.law.rules(.notice, on: day)?.version == 7)
        }
        try place.ledger.transact { transaction in
            #expect(transaction.past.law.rules(.notice, on: day)?.version == 7)
            try transaction.activate(
                [BuiltInLaw.rulebook("XZZ-2020-26/8")], by: .init(actor: "test", unit: "U-TEST"))
            #expect(transaction.past.law.rules(.notice, on: day)?.version == 8)
        }
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try place.ledger.transact { transaction in
                try transaction.activate(
                    [BuiltInLaw.calendar(2025)], by: .init(actor: "test", unit: "U-TEST"))
                #expect(transaction.past.law.calendars.years == [2025])
                throw Stop()
            }
        }
        try place.ledger.transact { transaction in
            #expect(transaction.past.law.calendars.years.isEmpty)
        }
    }

    @Test(
        "a document that is not what its entry says is damage, named by its entry",
        arguments: [
            ("digest", String(repeating: "0", count: 64)), ("document", "{}"),
            ("calendarYear", "2020"),
        ])
    func damaged(member: String, value: String) throws {
        let place = try TestLedger()
        let document = try calendar("")
        var fact = ["digest": document.digest, "document": document.text, "calendarYear": "2027"]
        fact[member] = value
        let loaded = CalendarLoaded(
            calendarYear: try #require(Int(fact["calendarYear"] ?? "")),
            digest: fact["digest"] ?? "", document: fact["document"] ?? "")
        var object = CanonicalObject()
        object.set("calendarYear", loaded.calendarYear)
        object.set("digest", loaded.digest)
        object.set("document", loaded.document)
        _ = try place.ledger.append([
            UnsealedEntry(
                id: "00000000-0000-7000-8000-000000000000", type: CalendarLoaded.type.name,
                actor: "test", unit: "U-TEST", basis: ["民法典#203"],
                tags: loaded.tags.map(\.description), data: object.bytes)
        ])
        #expect(throws: LedgerFault.damaged(entry: 1)) { try place.ledger.law() }
    }

    @Test(
        "so is a rulebook that is another edition, or other letters, than its entry says",
        arguments: ["digest", "document", "rulebook", "version", nil])
    func damagedRulebook(member: String?) throws {
        let place = try TestLedger()
        let document = try BuiltInLaw.rulebook("XZZ-2020-26/7")
        var object = CanonicalObject()
        object.set(
            "digest", member == "digest" ? String(repeating: "0", count: 64) : document.digest)
        object.set("document", document.text + (member == "document" ? " " : ""))
        let code = member == "rulebook" ? "713" : "XZZ-2020-26"
        object.set("rulebook", code)
        object.set("version", member == "version" ? 8 : 7)
        _ = try place.ledger.append([
            UnsealedEntry(
                id: "00000000-0000-7000-8000-000000000000", type: RulebookActivated.type.name,
                actor: "test", unit: "U-TEST", basis: ["XZZ-2020-26"], tags: ["rulebook:" + code],
                data: object.bytes)
        ])
        // Written just so, it is law.
        guard member != nil else {
            #expect(try place.ledger.law().rulebooks.map(\.content.edition) == ["XZZ-2020-26/7"])
            return
        }
        #expect(throws: LedgerFault.damaged(entry: 1)) { try place.ledger.law() }
        #expect(throws: LedgerFault.damaged(entry: 1)) {
            try place.ledger.activate(
                BuiltInLaw.rulebook("713/6"), actor: "test", unit: "U-TEST")
        }
        #expect(try place.ledger.size() == 2)
    }
}
