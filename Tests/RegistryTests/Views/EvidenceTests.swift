import Chain
import Law
import Store
import Testing

@testable import Records
@testable import Registry

@Suite("A rebuild looks first, and mends no evidence away")
struct EvidenceTests {
    struct Deed: CustomTestStringConvertible, Sendable {
        let what: String
        let sql: String
        /// What the refusal names.
        let kind: Damage.Kind

        var testDescription: String { what }
    }

    static let deeds: [Deed] = [
        Deed(
            what: "a checkpoint of several removed", sql: "DELETE FROM checkpoint WHERE number = 1",
            kind: .identity),
        Deed(
            what: "the last checkpoint removed", sql: "DELETE FROM checkpoint WHERE number = 2",
            kind: .identity),
        Deed(what: "every checkpoint removed", sql: "DELETE FROM checkpoint", kind: .identity),
        Deed(
            what: "how many there were, removed",
            sql: "DELETE FROM meta WHERE name = 'checkpoints'", kind: .identity),
        Deed(
            what: "a checkpoint mangled",
            sql: "UPDATE checkpoint SET note = x'00' WHERE number = 1",
            kind: .checkpointMalformed),
        Deed(
            what: "the last entry noted otherwise, and no checkpoint",
            sql: """
                UPDATE meta SET value = replace(value, substr(value, -3), 'abc') WHERE name = 'edge';
                DELETE FROM checkpoint; DELETE FROM meta WHERE name = 'checkpoints'
                """, kind: .edge),
        Deed(
            what: "a tile that says otherwise, and no checkpoint",
            sql: """
                UPDATE tile SET hashes = zeroblob(1024) WHERE key = 2;
                DELETE FROM checkpoint; DELETE FROM meta WHERE name = 'checkpoints'
                """, kind: .tile),
        Deed(
            what: "a tile of entries that are not there",
            sql: "INSERT INTO tile VALUES (8000, zeroblob(1024))", kind: .tile),
        Deed(
            what: "the end of a trail behind the last entry",
            sql: "UPDATE tag_head SET last = 900000 WHERE tag = 'subject:R001'", kind: .head),
        Deed(
            what: "views that followed further than the entries go",
            sql: """
                UPDATE view_position SET position = 900000 WHERE name = 'case';
                UPDATE meta SET value = replace(value, substr(value, -4), ':900000')
                WHERE name = 'view.case'
                """, kind: .view),
    ]

    @Test("it refuses, names what it would destroy, and changes nothing", arguments: deeds)
    func refuses(deed: Deed) throws {
        let place = try WholeLedger.copy(meddling: deed.sql)
        let before = try place.verify().damages
        #expect(!before.isEmpty)
        let fault = #expect(throws: LedgerFault.self) {
            try place.ledger.rebuild(cores: 2) { _, _ in }
        }
        guard case .evidence(let damages) = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(damages.contains { $0.kind == deed.kind }, "\(damages)")
        #expect(try place.verify().damages == before)
    }

    @Test(
        "views that are followed move a note of the last entry on, and leave one that is not true")
    func followed() throws {
        func note(_ place: TestLedger) throws -> String? {
            try place.store.read { try $0.fact(LedgerEdge.factName) }
        }
        let bare =
            "DELETE FROM view; DELETE FROM view_position; DELETE FROM meta WHERE name LIKE 'view.%'"
        let sound = try WholeLedger.copy(meddling: bare)
        try sound.ledger.followViews(cores: 1)
        #expect(try sound.verify().isSound)
        let altered = try WholeLedger.copy(
            meddling: bare
                + "; UPDATE meta SET value = replace(value, substr(value, -3), 'abc') WHERE name = 'edge'"
        )
        let before = try note(altered)
        try altered.ledger.followViews(cores: 1)
        #expect(try note(altered) == before && before?.hasSuffix("abc") == true)
        #expect(try altered.verify().damages.contains { $0.place == LedgerEdge.factName })
    }

    static let mendable = [
        "UPDATE tile SET hashes = zeroblob(1024) WHERE key = 2", "DELETE FROM tile",
        "DELETE FROM tile; DELETE FROM checkpoint; DELETE FROM meta WHERE name = 'checkpoints'",
        "DELETE FROM meta WHERE name = 'edge'",
        "UPDATE meta SET value = replace(value, substr(value, -3), 'abc') WHERE name = 'edge'",
        "UPDATE tag_head SET last = 3 WHERE tag = 'subject:R001'", "DELETE FROM view",
        "UPDATE source_span SET count = -1 WHERE key = 'R001'",
    ]

    @Test(
        "what only follows from the entries, or what a checkpoint proves, it mends",
        arguments: mendable)
    func mends(sql: String) throws {
        let place = try WholeLedger.copy(meddling: sql)
        #expect(try !place.verify().isSound)
        _ = try place.ledger.rebuild(cores: 2) { _, _ in }
        #expect(try place.verify().damages == [])
    }
}

@Suite("What a file holds never stops the program: it is told as damage")
struct StoredValueTests {
    static let deeds = [
        "DELETE FROM entry WHERE seq = (SELECT max(seq) - 3 FROM entry)",
        "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)",
        "UPDATE entry SET seq = 17592186044416 WHERE seq = (SELECT max(seq) FROM entry)",
        "UPDATE entry SET seq = 9223372036854775807 WHERE seq = 5",
        "UPDATE entry SET seq = -9223372036854775808 WHERE seq = 5",
        "UPDATE entry SET line = x'7b7d' WHERE seq = (SELECT max(seq) FROM entry)",
        "UPDATE entry SET line = x'' WHERE seq = (SELECT max(seq) FROM entry)",
        "UPDATE source_span SET count = 9223372036854775807",
        "UPDATE source_span SET count = -9223372036854775808",
        "UPDATE source_span SET position = 9223372036854775807",
        "UPDATE source_span SET position = -9223372036854775808, count = -5",
        "UPDATE tag_head SET last = 9223372036854775807, count = 9223372036854775807",
        "UPDATE tag_head SET last = -9223372036854775808, count = -9223372036854775808",
        "UPDATE view_position SET position = 9223372036854775807",
        "UPDATE view_position SET position = -9223372036854775808",
        """
        UPDATE view_position SET position = -9223372036854775808;
        UPDATE meta SET value = '5:aa:-9223372036854775808' WHERE name LIKE 'view.%'
        """,
        "UPDATE meta SET value = '-9223372036854775808:0:' || (SELECT max(seq) + 1 FROM entry)"
            + " WHERE name LIKE 'view.%'",
        "UPDATE meta SET value = '9223372036854775807:0:' || (SELECT max(seq) + 1 FROM entry)"
            + " WHERE name LIKE 'view.%'",
        "UPDATE meta SET value = '9223372036854775807:' || substr(value, -64) WHERE name = 'edge'",
        "UPDATE meta SET value = '9223372036854775807:ffffffffffffffff' WHERE name = 'heads'",
        "UPDATE checkpoint SET size = -9223372036854775808",
        "UPDATE checkpoint SET size = 9223372036854775807",
        "INSERT INTO tile VALUES (-9223372036854775808, x'00')",
        "UPDATE vault SET seq = 9223372036854775807 WHERE seq = (SELECT max(seq) FROM vault)",
        "UPDATE view SET position = -9223372036854775808",
    ]

    @Test(
        "reading, writing, importing, rebuilding and signing end with an answer", arguments: deeds)
    func answers(sql: String) throws {
        let place = try WholeLedger.copy(meddling: sql)
        #expect(try !place.verify().isSound)
        let ledger = place.ledger
        let tries: [() throws -> Void] = [
            { _ = try ledger.standing() },
            { _ = try ledger.page(of: "R001") },
            { _ = try ledger.subjects(matching: "", limit: 50) },
            { _ = try ledger.deadlines() },
            { try ledger.followViews(cores: 2) },
            { _ = try ledger.checkViews(cores: 2) { _, _ in } },
            { _ = try ledger.proveInclusion(of: 3) },
            { try ledger.fill(1) },
            { try ledger.fill(300, tag: "subject:R001") },
            { _ = try ledger.checkpoint(signingWith: place.key, cores: 2) { _, _ in } },
            { _ = try ledger.rebuild(cores: 2) { _, _ in } },
            {
                let runner = try ImportRunner(
                    ledger, mapping: FixtureDeliveryTests.mapping(),
                    directory: FixtureDeliveryTests.directory, report: nil, words: { $0.code })
                _ = try runner.run(dryRun: false) { _ in }
            },
        ]
        for one in tries {
            do {
                try one()
            } catch is LedgerFault {
            } catch is StoreFault {
            } catch is TileFault {
            } catch is ImportBrokenOff {
            }
        }
    }
}
