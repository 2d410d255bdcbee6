import Chain
import Store
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("What is decided is sealed onto the chain")
struct SealingTests {
    @Test(
        "positions are contiguous, links are leaf hashes, tags point back",
        arguments: Suite.allCases)
    func chain(_ suite: Suite) throws {  // I1
        let place = try TestLedger(suite)
        try place.ledger.fill(3)
        try place.ledger.fill(2, tag: "case:C-1")
        try place.ledger.fill(2)
        var digest = DigestContext(suite)
        var tape = LineTape()
        var previous: Digest?
        var heads: [String: Int] = [:]
        for (position, line) in try place.lines().enumerated() {
            try line.withUnsafeBytes { (line) throws in
                let entry = try EntryView.read(line, tape: &tape)
                #expect(entry.seq == position)
                #expect(entry.prev == previous)
                for link in entry.tags {
                    #expect(link.previous == heads[link.tag])
                    heads[link.tag] = position
                }
                previous = digest.leaf(line)
            }
        }
        #expect(heads == ["subject:P-FILL": 7, "case:C-1": 5])
        try place.store.read { (reader) throws in
            #expect(try reader.head(of: "subject:P-FILL") == TagHead(last: 7, count: 5))
            #expect(try reader.head(of: "case:C-1") == TagHead(last: 5, count: 2))
        }
    }

    @Test(
        "tiles are stored when they are full, in whatever pieces the entries come",
        arguments: [255, 256, 257, 511, 512, 513])
    func tiles(_ size: Int) throws {
        let pieces = try TestLedger()
        var left = size - 1
        var piece = 1
        while left > 0 {
            let count = min(piece, left)
            // Every other piece is sealed by a ledger that was opened afresh: the edge is read.
            let ledger =
                piece % 2 == 0 ? pieces.ledger : try pieces.opened(at: "2026-01-01T00:00:01.000Z")
            try ledger.fill(count)
            left -= count
            piece = piece % 90 + 13
        }
        #expect(try pieces.ledger.size() == size)
        #expect(try pieces.verify().damages == [])
        try pieces.store.read { (reader) throws in
            for index in 0..<3 {
                let tile = try reader.tile(TileAddress(level: 0, index: index))
                #expect((tile != nil) == (size >= (index + 1) * 256))
            }
        }
    }

    @Test("the tile above is stored when 256 are full: 65,536 entries")
    func upperTile() throws {
        let place = try TestLedger()
        try place.ledger.fill(65_534)
        #expect(try place.store.read { try $0.tile(TileAddress(level: 1, index: 0)) } == nil)
        try place.ledger.fill(2)
        #expect(
            try place.store.read { try $0.tile(TileAddress(level: 1, index: 0)) }?.count == 8_192)
        let report = try place.verify()
        #expect(report.damages == [] && report.size == 65_537)
        let proof = try place.ledger.proveInclusion(of: 65_535)
        #expect(proof.root == report.root)
    }

    @Test("values in the vault open their commitments, and no salt is used twice")
    func salts() throws {
        let place = try TestLedger()
        try place.ledger.perform(
            (1...200).map { number in
                Command(
                    SubjectRegistered(
                        subject: SubjectID(wellFormed: "P-\(number)"), kind: .person,
                        name: .clear("虚构甲"), idNumber: .clear("护照-\(number)")))
            })
        var digest = DigestContext(.sha256)
        var salts: Set<[UInt8]> = []
        var values = 0
        let lines = try place.lines().map { String(decoding: $0, as: UTF8.self) }
        try place.store.read { (reader) throws in
            try reader.scanSealed(0..<Int.max) { value in
                values += 1
                salts.insert(value.salt)
                let commitment = value.salt.withUnsafeBytes { salt in
                    value.value.withUnsafeBytes { digest.commitment(salt: salt, value: $0) }
                }
                #expect(value.salt.count == 16)
                #expect(lines[value.seq].contains(commitment.hex))
                #expect(!lines[value.seq].contains("虚构甲"))
            }
        }
        #expect(values == 400 && salts.count == 400)
        #expect(try place.verify().isSound)
    }

    @Test("beyond its limit the memory of heads starts afresh, and no trail notices")
    func manyHeads() throws {
        let place = try TestLedger()
        func fill(_ files: Range<Int>) throws {
            try place.ledger.transact { transaction in
                transaction.keep(
                    files.map { file in
                        var data = CanonicalObject()
                        data.set("case", "C-\(file)")
                        return UnsealedEntry(
                            id: "01900000-0000-7000-8000-000000000000", type: "case.closed.v1",
                            actor: "test", unit: "U-TEST", basis: ["XZZ-2020-26"],
                            tags: ["case:C-\(file)"], data: data.bytes)
                    })
            }
        }
        let limit = 50_000
        try fill(0..<limit + 1)
        // One that was known, one from the middle, and new ones, twice.
        for round in 1...2 {
            try fill(0..<1)
            try fill(limit / 2..<limit / 2 + 1)
            try fill(limit + round..<limit + round + 1)
        }
        try place.store.read { (reader) throws in
            #expect(try reader.head(of: "case:C-0") == TagHead(last: limit + 5, count: 3))
            #expect(
                try reader.head(of: "case:C-\(limit / 2)") == TagHead(last: limit + 6, count: 3))
            #expect(try reader.head(of: "case:C-1") == TagHead(last: 2, count: 1))
        }
        #expect(try place.verify().damages == [])
    }

    @Test("nothing is sealed onto a last entry that was changed")
    func changedEdge() throws {
        let last = try WholeLedger.made.get().size - 1
        let place = try WholeLedger.copy(
            meddling: DamageTests.change("\"actor\":\"import\"", "\"actor\":\"Import\"", at: last))
        #expect(throws: LedgerFault.damaged(entry: last)) { try place.ledger.fill(1) }
        #expect(try place.ledger.size() == last + 1)
    }
}
