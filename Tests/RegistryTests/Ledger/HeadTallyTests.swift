import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("A tag's end that was set back is neither shown nor built upon")
struct HeadTallyTests {
    /// The head of the hero's trail as it was one entry earlier: plausible in itself.
    private static func setBack() throws -> String {
        let whole = try WholeLedger.copy()
        let trail = try whole.ledger.trail(of: WholeLedger.made.get().hero)
        let before = trail[trail.count - 2].position
        return
            "UPDATE tag_head SET last = \(before), count = count - 1 WHERE tag = 'subject:P-0001'"
    }

    @Test("the page is refused rather than shown without its newest entry")
    func reading() throws {
        let place = try WholeLedger.copy(meddling: Self.setBack())
        #expect(throws: LedgerFault.damagedHead(of: "subject:P-0001")) {
            try place.ledger.page(of: SubjectID(wellFormed: "P-0001"))
        }
    }

    @Test("nothing is sealed onto it; rebuilding mends it, and then writing goes on")
    func writing() throws {
        let place = try WholeLedger.copy(meddling: Self.setBack())
        #expect(throws: LedgerFault.damagedHead(of: "*")) {
            try place.ledger.fill(1, tag: "subject:P-0001")
        }
        #expect(try place.verify().damages.map(\.kind) == [.head])
        _ = try place.ledger.rebuild(cores: 2) { _, _ in }
        try place.ledger.fill(1, tag: "subject:P-0001")
        #expect(try place.verify().isSound)
    }

    @Test("what was appended since the note is reckoned in")
    func since() throws {
        let place = try WholeLedger.copy()
        try place.ledger.fill(5, tag: "subject:P-0001")
        let again = try place.opened(at: "2026-12-01T00:00:00.000Z")
        try again.fill(1, tag: "subject:P-0002")
        #expect(try place.verify().isSound)
    }

    @Test(
        "a note that was changed by one digit, spoilt or removed is named",
        arguments: [
            "UPDATE meta SET value = substr(value, 1, length(value) - 1) || CASE WHEN value LIKE '%0' THEN '1' ELSE '0' END WHERE name = 'heads'",
            "UPDATE meta SET value = '1' || value WHERE name = 'heads'",
            "UPDATE meta SET value = 'x' WHERE name = 'heads'",
            "DELETE FROM meta WHERE name = 'heads'",
        ])
    func note(sql: String) throws {
        let place = try WholeLedger.copy(meddling: sql)
        let damages = try place.verify().damages
        #expect(damages.map(\.kind) == [.identity] && damages.map(\.place) == ["heads"])
    }
}
