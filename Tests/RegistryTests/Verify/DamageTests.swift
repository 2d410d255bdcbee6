import Chain
import Foundation
import Store
import StoreSQLite
import Testing

@testable import Records
@testable import Registry

/// One way of damaging a ledger, and what `verify` must say of it.
struct Meddling: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String
    let kind: Damage.Kind
    var entry: Int?
    var place: String?
    /// A trail that must be named.
    var trail: String?
    var testDescription: String { name }
}

@Suite("Verify names what was done to a ledger")
struct DamageTests {
    /// SQL that replaces words in a line.
    static func change(_ old: String, _ new: String, at position: Int) -> String {
        let quoted = (old.replacing("'", with: "''"), new.replacing("'", with: "''"))
        return
            "UPDATE entry SET line = CAST(replace(CAST(line AS TEXT), '\(quoted.0)', '\(quoted.1)') AS BLOB) WHERE seq = \(position)"
    }

    /// Entry 300 of the demonstration: in a tile, with a successor, under both checkpoints.
    static let victim = 300

    static let meddlings: [Meddling] = [
        Meddling(
            name: "a line that is no longer canonical",
            sql: change("\"actor\":", "\"actor\" :", at: victim), kind: .line, entry: victim),
        Meddling(
            name: "a changed word", sql: change("\"actor\":\"demo", "\"actor\":\"dEmo", at: victim),
            kind: .link, entry: victim),
        Meddling(
            name: "a changed position", sql: change("\"seq\":300", "\"seq\":301", at: victim),
            kind: .sequence, entry: victim),
        Meddling(
            name: "a removed entry", sql: "DELETE FROM entry WHERE seq = 300", kind: .missing,
            entry: victim),
        Meddling(
            name: "an earlier time", sql: change("\"at\":\"20", "\"at\":\"19", at: victim),
            kind: .time, entry: victim),
        Meddling(
            name: "an entry at a negative position",
            sql: "INSERT INTO entry SELECT -1, line FROM entry WHERE seq = 5", kind: .sequence,
            place: "entry -1"),
        Meddling(
            name: "an entry beyond a wide hole",
            sql: "INSERT INTO entry SELECT 1000000000000000, line FROM entry WHERE seq = 5",
            kind: .sequence, place: "entry 1000000000000000"),
        Meddling(
            name: "a head turned back",
            sql: "UPDATE tag_head SET last = last - 1 WHERE tag = 'subject:P-0001'", kind: .head),
        Meddling(
            name: "a head miscounted",
            sql:
                "UPDATE tag_head SET count = count + 1 WHERE tag = (SELECT min(tag) FROM tag_head)",
            kind: .head),
        Meddling(
            name: "a head removed",
            sql: "DELETE FROM tag_head WHERE tag = (SELECT max(tag) FROM tag_head)", kind: .head),
        Meddling(
            name: "a tile's byte",
            sql:
                "UPDATE tile SET hashes = CAST(substr(hashes, 1, 99) || CASE substr(hashes, 100, 1) WHEN x'00' THEN x'01' ELSE x'00' END || substr(hashes, 101) AS BLOB) WHERE key = 8",
            kind: .tile, place: "0/1"),
        Meddling(
            name: "a tile removed", sql: "DELETE FROM tile WHERE key < 8", kind: .tile,
            place: "0/0"),
        Meddling(
            name: "a tile too many", sql: "INSERT INTO tile SELECT 8000, hashes FROM tile LIMIT 1",
            kind: .tile, place: "0/1000"),
        Meddling(
            name: "a tile under a negative key",
            sql: "INSERT INTO tile SELECT -8, hashes FROM tile LIMIT 1", kind: .tile),
        Meddling(
            name: "a changed name in the vault",
            sql: "UPDATE vault SET value = CAST(value || 'x' AS BLOB) WHERE rowid_of = 0".replacing(
                "rowid_of = 0",
                with: "seq = (SELECT min(seq) FROM vault WHERE path = 'name') AND path = 'name'"),
            kind: .sealedValue, place: "name"),
        Meddling(
            name: "a changed salt",
            sql:
                "UPDATE vault SET salt = zeroblob(16) WHERE seq = (SELECT max(seq) FROM vault) AND path = 'source.row'",
            kind: .sealedValue, place: "source.row"),
        Meddling(
            name: "a value filed under another person",
            sql: "UPDATE vault SET subject = 'P-OTHER' WHERE seq = (SELECT min(seq) FROM vault)",
            kind: .sealedValue),
        Meddling(
            name: "a value filed under nobody",
            sql: "UPDATE vault SET subject = NULL WHERE seq = (SELECT min(seq) FROM vault)",
            kind: .sealedValue),
        Meddling(
            name: "a value removed from the vault",
            sql: "DELETE FROM vault WHERE seq = (SELECT min(seq) FROM vault)", kind: .sealedMissing
        ),
        Meddling(
            name: "a value too many in the vault",
            sql: "INSERT INTO vault SELECT seq, 'other', subject, salt, value FROM vault LIMIT 1",
            kind: .sealedUnknown, place: "other"),
        Meddling(
            name: "a value for an entry that is not there",
            sql: "INSERT INTO vault SELECT 5000, path, subject, salt, value FROM vault LIMIT 1",
            kind: .sealedUnknown),
        Meddling(
            name: "a delivered row that became more",
            sql: "UPDATE source_span SET count = count + 1 WHERE key = 'R001'", kind: .source),
        Meddling(
            name: "a delivered row forgotten", sql: "DELETE FROM source_span WHERE key = 'R002'",
            kind: .source),
        Meddling(
            name: "a view's row",
            sql:
                "UPDATE view SET body = CAST(body || ' ' AS BLOB) WHERE name = 'subject' AND key = 'R001'",
            kind: .view, place: "subject/R001"),
        Meddling(
            name: "a view's row removed",
            sql:
                "DELETE FROM view WHERE name = 'case' AND key = (SELECT min(key) FROM view WHERE name = 'case')",
            kind: .view, place: "case"),
        Meddling(
            name: "a view's position turned back",
            sql: "UPDATE view_position SET position = position - 256 WHERE name = 'subject'",
            kind: .view, place: "subject"),
        Meddling(
            name: "a view's position under another name",
            sql: "UPDATE view_position SET name = 'subjecu' WHERE name = 'subject'", kind: .view,
            place: "subject"),
        Meddling(
            name: "another origin", sql: "UPDATE meta SET value = 'other' WHERE name = 'origin'",
            kind: .identity, place: "origin"),
        Meddling(
            name: "a fact too many", sql: "INSERT INTO meta VALUES ('motto', 'x')",
            kind: .identity, place: "motto"),
        Meddling(
            name: "the note of the last entry removed",
            sql: "DELETE FROM meta WHERE name = 'edge'", kind: .identity, place: "edge"),
        Meddling(
            name: "the note of the last entry",
            sql:
                "UPDATE meta SET value = substr(value, 1, length(value) - 1) || CASE WHEN value LIKE '%0' THEN '1' ELSE '0' END WHERE name = 'edge'",
            kind: .identity, place: "edge"),
        Meddling(
            name: "a signature",
            sql:
                "UPDATE checkpoint SET note = CAST(replace(CAST(note AS TEXT), char(10) || '— ', char(10) || '— x') AS BLOB) WHERE number = 1",
            kind: .checkpointSignature),
        Meddling(
            name: "a checkpoint's size",
            sql: "UPDATE checkpoint SET size = size + 1 WHERE number = 2",
            kind: .checkpointName),
        Meddling(
            name: "a checkpoint's number", sql: "UPDATE checkpoint SET number = 3 WHERE number = 2",
            kind: .structure),
        Meddling(
            name: "a cut tail",
            sql: "DELETE FROM entry WHERE seq >= (SELECT max(seq) FROM entry) - 2",
            kind: .checkpointBeyondEnd),
    ]

    @Test("a sound ledger is sound, and its own checkpoints prove all of it", arguments: [1, 2, 5])
    func sound(_ cores: Int) throws {
        let place = try WholeLedger.copy()
        let report = try place.verify(cores: cores)
        let made = try WholeLedger.made.get()
        #expect(report.damages == [] && report.size == made.size)
        #expect(report.coherentThrough == made.size - 1)
        #expect(report.checkpoints == 2)
        #expect(report.proven.first?.last == made.size - 1)
    }

    @Test("each meddling is found, and named for what it is", arguments: meddlings)
    func named(_ meddling: Meddling) throws {  // I8
        let place = try WholeLedger.copy(meddling: meddling.sql)
        let report = try place.verify()
        #expect(!report.isSound)
        #expect(
            report.damages.contains { damage in
                damage.kind == meddling.kind
                    && (meddling.entry == nil || damage.entry == meddling.entry)
                    && (meddling.place == nil || damage.place == meddling.place)
            }, "\(report.damages)")
        // One core says the same.
        #expect(try place.verify(cores: 1).damages == report.damages)
    }

    @Test("a changed entry is named alone, with its trails, and the rest stays proven")
    func whatIsStillProven() throws {
        let place = try WholeLedger.copy(
            meddling: Self.change("\"actor\":\"demo", "\"actor\":\"dEmo", at: Self.victim))
        let report = try place.verify()
        let size = try WholeLedger.made.get().size
        #expect(report.damages.map(\.entry) == [Self.victim])
        let tags = try place.store.read { (reader) throws in
            try reader.withLine(at: Self.victim) { line in
                var tape = LineTape()
                return try EntryView.read(line, tape: &tape).trails
            }
        }
        #expect(report.damages.first?.trails == tags)
        #expect(report.coherentThrough == Self.victim - 1)
        #expect(
            report.proven.filter { $0.checkpoint == size }.map { [$0.first, $0.last] }.sorted {
                $0[0] < $1[0]
            } == [[0, Self.victim - 1], [Self.victim + 1, size - 1]])
    }

    @Test("a last entry that was changed is found by the note of it alone")
    func lastEntry() throws {
        let last = try WholeLedger.made.get().size - 1
        let place = try WholeLedger.copy(
            meddling: Self.change("\"actor\":\"import\"", "\"actor\":\"Import\"", at: last)
                + "; DELETE FROM checkpoint; DELETE FROM meta WHERE name = 'checkpoints'")
        let report = try place.verify()
        #expect(report.damages.map(\.kind) == [.edge])
        #expect(report.damages.map(\.entry) == [last])
        #expect(report.coherentThrough == last - 1)
    }

    @Test("a tail cut by somebody who knows all tables is found by a checkpoint kept elsewhere")
    func cutTail() throws {
        let made = try WholeLedger.made.get()
        let whole = try WholeLedger.copy()
        // What is left is exactly the ledger as it was under the first checkpoint.
        let first = try Checkpoint.open(made.notes[0], trusting: [made.key.verifier]).size
        let kept = OutsideCheckpoint(name: "kept.note", note: made.notes[1])
        let cut = try TestLedger(
            copy: made.bytes, key: made.key,
            meddling: """
                DELETE FROM entry WHERE seq >= \(first); DELETE FROM vault WHERE seq >= \(first);
                DELETE FROM checkpoint WHERE size > \(first)
                """)
        let report = try cut.verify(against: [kept])
        #expect(
            report.damages.contains { $0.kind == .checkpointBeyondEnd && $0.place == "kept.note" })
        #expect(report.proven.contains { $0.first == 0 && $0.last == first - 1 })
        #expect(try whole.verify(against: [kept]).isSound)
    }

    @Test("another history of the same length is found by a checkpoint kept elsewhere")
    func rewritten() throws {
        let one = try TestLedger()
        try one.ledger.fill(300)
        let kept = try one.ledger.checkpoint(signingWith: one.key, cores: 1) { _, _ in }
        // The same key signs another history: whoever holds it can.
        let other = try TestLedger(
            copy: one.bytes(), key: one.key,
            meddling: "DELETE FROM checkpoint; DELETE FROM meta WHERE name = 'checkpoints'")
        #expect(try other.verify(against: [.init(name: "a", note: kept)]).isSound)
        let rewritten = try TestLedger(at: "2026-01-01T00:00:00.001Z")
        try rewritten.ledger.fill(300)
        let report = try rewritten.verify(against: [.init(name: "a", note: kept)])
        #expect(report.damages.map(\.kind) == [.checkpointSignature])
    }

    @Test("with its own key, a rewritten ledger is another history")
    func rewrittenWithKey() throws {
        let made = try WholeLedger.made.get()
        let place = try WholeLedger.copy()
        let identity = place.ledger.identity
        let forged = try Checkpoint(
            origin: identity.origin, size: 10,
            root: place.verify().root, extensions: []
        ).signed(by: made.key).bytes
        let report = try place.verify(against: [.init(name: "forged", note: forged)])
        #expect(report.damages.map(\.kind) == [.checkpointRoot])
        #expect(report.damages.map(\.size) == [10])
    }

    @Test("a reference to an entry that does not come before, and a trail link that leads nowhere")
    func forgedReferences() throws {
        let place = try TestLedger()
        try place.ledger.transact { transaction in
            transaction.keep([Self.entry(supersedes: 7)])
        }
        #expect(try place.verify().damages.map(\.kind) == [.reference])
        #expect(try place.verify().damages.first?.trails == ["subject:P-1"])
        // A whole chain, sealed anew by somebody, whose trail leaves entry 1 out.
        let forged = try TestLedger()
        try forged.ledger.fill(1)  // From here on the writer knows where it stands.
        try forged.store.write { (writer) throws in
            try writer.put(heads: [
                TaggedHead(tag: "subject:P-1", head: TagHead(last: 0, count: 1))
            ])
        }
        try forged.ledger.transact { $0.keep([Self.entry()]) }
        let kinds = try forged.verify().damages.map(\.kind)
        #expect(kinds.contains(.tagLink))
    }

    private static func entry(supersedes: Int? = nil) -> UnsealedEntry {
        UnsealedEntry(
            id: "01900000-0000-7000-8000-000000000000", type: "position.assumed.v1",
            actor: "test", unit: "U-TEST", basis: ["XZZ-2020-26"], supersedes: supersedes,
            tags: ["subject:P-1"], data: Array(#"{"subject":"P-1","unit":"U-1"}"#.utf8))
    }

    @Test("every kind of damage is produced by some test here")
    func allKinds() {
        let elsewhere: Set<Damage.Kind> = [
            .edge, .reference, .tagLink, .checkpointRoot, .checkpointLineEnds,
            .checkpointMalformed, .checkpointOrigin,
        ]
        #expect(
            Set(Self.meddlings.map(\.kind)).union(elsewhere) == Set(Damage.Kind.allCases))
    }
}
