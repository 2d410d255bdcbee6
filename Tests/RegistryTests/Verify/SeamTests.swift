import Chain
import Foundation
import Store
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("Where two runs of a verification meet, everything is named as what it is")
struct SeamTests {
    /// The first entry of the second run.
    private static let seam = LedgerVerifier.chunk

    private struct Made: Sendable {
        let bytes: Data
        let key: SigningKey

        init() throws {
            let place = try TestLedger()
            try place.ledger.fill(SeamTests.seam + 300)
            key = place.key
            bytes = try place.bytes()
        }
    }
    private static let made = Result { try Made() }

    private func damages(_ cores: Int, meddling sql: String? = nil) throws -> [Damage] {
        let made = try Self.made.get()
        return try TestLedger(copy: made.bytes, key: made.key, meddling: sql)
            .verify(cores: cores).damages
    }

    @Test("sound, it is sound")
    func sound() throws {
        for cores in [1, 2] { #expect(try damages(cores) == []) }
    }

    @Test("an entry that was changed on either side is named, and no other", arguments: -2...1)
    func changed(_ distance: Int) throws {
        let entry = Self.seam + distance
        let sql = DamageTests.change("\"actor\":\"test\"", "\"actor\":\"Test\"", at: entry)
        for cores in [1, 2] {
            let found = try damages(cores, meddling: sql)
            #expect(found.map(\.kind) == [.link] && found.map(\.entry) == [entry])
        }
    }

    @Test(
        "time that goes back across it is named, whichever side was changed",
        arguments: [(-1, "2046"), (0, "2006")])
    func time(_ distance: Int, year: String) throws {
        let sql = DamageTests.change(
            "\"at\":\"2026", "\"at\":\"\(year)", at: Self.seam + distance)
        for cores in [1, 2] {
            let found = try damages(cores, meddling: sql)
            #expect(found.filter { $0.kind == .time }.map(\.entry) == [Self.seam])
            #expect(
                found.filter { $0.kind == .link }.map(\.entry) == [Self.seam + distance])
        }
    }

    @Test("a wrong clock that is corrected just there is no damage")
    func clockCorrected() async throws {
        let place = try TestLedger(at: "2026-01-01T00:00:00.000Z")
        try place.ledger.fill(Self.seam - 2)
        try place.opened(at: "2046-01-01T00:00:00.000Z").fill(1)
        let right = try place.opened(at: "2026-01-02T00:00:00.000Z")
        let receipt = try await right.submit(
            Command(ClockCorrected(entry: Self.seam - 1, reason: "电池耗尽"), in: Duties.register),
            actor: "clerk.a", unit: "U-TEST")
        #expect(receipt.positions == Self.seam..<Self.seam + 1)
        try right.fill(5)
        for cores in [1, 2] { #expect(try place.verify(cores: cores).damages == []) }
    }
}
