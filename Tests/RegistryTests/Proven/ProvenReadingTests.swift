import Chain
import Law
import Store
import StoreSQLite
import Testing
import Vocabulary

@testable import Records
@testable import Registry

// I11: nothing derived decides; what is read is proven before it is shown or decided over.
@Suite("A reader believes nothing")
struct ProvenReadingTests {
    private static let hero = SubjectID(wellFormed: "P-0001")

    /// An entry of the hero's trail with a word changed in it, and its trails.
    private static func altered() throws -> (position: Int, trails: [String], sql: String) {
        let place = try WholeLedger.copy()
        let trail = try place.ledger.trail(of: hero)
        let entry = try #require(trail.first { $0.event.is(FindingMade.self) })
        return (
            entry.position, entry.tags.map(\.description).sorted(),
            DamageTests.change("\"actor\":\"", "\"actor\":\"x", at: entry.position)
        )
    }

    @Test("a changed line is no answer; what is wrong, its entry and its trails are")
    func altered() throws {
        let (position, trails, sql) = try Self.altered()
        let place = try WholeLedger.copy(meddling: sql)
        #expect(throws: LedgerFault.damaged(entry: position)) {
            try place.ledger.page(of: Self.hero)
        }
        #expect(
            throws: LedgerFault.unsound(
                [Damage(.link, entry: position, trails: trails)], more: 0)
        ) {
            try place.ledger.atOneMoment { try $0.page(of: Self.hero) }
        }
    }

    @Test("without a checkpoint a changed line is found by tile, link and the note of the last")
    func unsigned() throws {
        let (position, _, sql) = try Self.altered()
        let none = "; DELETE FROM checkpoint; DELETE FROM meta WHERE name = 'checkpoints'"
        let place = try WholeLedger.copy(meddling: sql + none)
        #expect(throws: LedgerFault.damaged(entry: position)) {
            try place.ledger.page(of: Self.hero)
        }
        // By the tile and the link alone, as in a ledger that is too large to be read whole.
        try place.ledger.read { (reader) throws in
            #expect(try reader.signed() == nil)
            #expect(throws: LedgerFault.damaged(entry: position)) { try reader.line(at: position) }
            #expect(try reader.line(at: position + 1) != nil)
        }
        let last = try WholeLedger.made.get().size - 1
        let edge = DamageTests.change("\"actor\":\"", "\"actor\":\"x", at: last)
        let tail = try WholeLedger.copy(meddling: edge + none)
        try tail.ledger.read { (reader) throws in
            #expect(throws: LedgerFault.damaged(entry: last)) { try reader.line(at: last) }
            #expect(try reader.line(at: last - 1) != nil)
        }
    }

    @Test("what is under the checkpoint ends with its last entry, and every answer says where")
    func reach() throws {
        let place = try WholeLedger.copy()
        let size = try WholeLedger.made.get().size
        try place.ledger.fill(2)
        let standing = try place.ledger.standing()
        #expect(standing.signed?.size == size && standing.size == size + 2)
        // Signed on the last day of November, read on the first of December.
        #expect(standing.signed?.days == 1)
        #expect(try standing.root == place.verify().root)
        let young = try TestLedger()
        #expect(try young.ledger.standing().signed == nil)
        try place.ledger.read { (reader) throws in
            let signed = try #require(try reader.signed())
            #expect(signed.size == size && signed.subtrees.count == size / 256)
            #expect(signed.edge.count == size % 256)
        }
    }

    @Test("nothing is recorded over a past that is damaged, and nothing is written")
    func recording() throws {
        let (position, _, sql) = try Self.altered()
        let place = try WholeLedger.copy(meddling: sql)
        let size = try place.ledger.size()
        let ending = EmploymentEnded(subject: Self.hero, reason: .retired)
        #expect(throws: LedgerFault.damaged(entry: position)) {
            try place.ledger.perform(ending, on("2026-11-01"))
        }
        #expect(try place.ledger.size() == size)
    }

    @Test("a head that was set back with its tally made anew is found by the lines")
    func headAndTally() throws {
        let place = try WholeLedger.copy()
        let trail = try place.ledger.trail(of: Self.hero)
        try place.store.write { (writer) throws in
            try writer.put(heads: [
                TaggedHead(
                    tag: Self.hero.tag.description,
                    head: TagHead(last: trail[trail.count - 2].position, count: trail.count - 1))
            ])
            var digest = DigestContext(.sha256)
            let sum = try HeadTally.ofTable(writer, using: &digest)
            try writer.setFact(
                HeadTally.factName, "\(writer.size()):\(String(sum, radix: 16))")
        }
        let again = try place.opened(at: "2026-12-01T00:00:00.000Z")
        #expect(throws: LedgerFault.damagedHead(of: Self.hero.tag.description)) {
            try again.page(of: Self.hero)
        }
        #expect(throws: LedgerFault.self) { try again.cases() }
        #expect(throws: LedgerFault.self) { try again.fill(1, tag: "subject:P-0001") }
    }

    @Test("the link of a line is read where it stands, whatever its data say")
    func links() throws {
        let place = try WholeLedger.copy()
        var last: Digest?
        var digest = DigestContext(.sha256)
        for line in try place.lines() {
            line.withUnsafeBytes { bytes in
                #expect(LineLink.of(bytes) == last)
                last = digest.leaf(bytes)
            }
        }
        let hex = String(repeating: "ab", count: 32)
        let decoy = Array(#"{"data":{"prev":"\#(hex)"},"prev":null,"seq":0}"#.utf8)
        // No entry of ours; one that begins a ledger has nothing to be compared with.
        #expect(decoy.withUnsafeBytes { LineLink.of($0) } == Digest(hex: hex))
        #expect(LineLink.of(UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
    }

    @Test("a ledger too large to be read whole compares heads with their tally, others with lines")
    func large() throws {
        let place = try TestLedger()
        try place.ledger.fill(ProvenReader.comparedWhole, tag: "subject:P-FILL")
        try place.ledger.fill(3, tag: "subject:P-1")
        try place.ledger.followViews(cores: 2)
        #expect(try place.ledger.trail(of: "P-1" as SubjectID).count == 3)
        #expect(try place.ledger.trails(of: SubjectID.tagKind).rows.count == 2)
        let size = try place.ledger.size()
        let bytes = try place.bytes()
        for (bound, named) in [(size - 1, "*"), (size, "subject:P-1")] {
            let meddled = try TestLedger(
                copy: bytes, key: place.key,
                meddling: "DELETE FROM tag_head WHERE tag = 'subject:P-1'")
            #expect(throws: LedgerFault.damagedHead(of: named)) {
                try meddled.ledger.unnamed(comparing: .upTo(bound)) {
                    try $0.trail(of: "P-2" as SubjectID)
                }
            }
            #expect(throws: LedgerFault.damagedHead(of: "subject:P-1")) {
                try meddled.ledger.unnamed(comparing: .upTo(bound), listing: true) {
                    try $0.trails(of: SubjectID.tagKind)
                }
            }
        }
    }
}
