import Chain
import Store
import Testing

@testable import Registry

@Suite("A file in which everything is damaged is verified like any other")
struct FloodedFileTests {
    @Test("rows far apart are one gap each")
    func sparse() throws {
        let place = try TestLedger()
        try place.ledger.fill(9)
        let sparse = try TestLedger(
            copy: place.bytes(), key: place.key,
            meddling: "UPDATE entry SET seq = -seq * 4096; UPDATE entry SET seq = -seq")
        for cores in [1, 2] {
            let missing = try sparse.verify(cores: cores).damages.filter { $0.kind == .missing }
            #expect(
                missing.map { [$0.entry, $0.through] }
                    == (0..<9).map { [$0 * 4_096 + 1, $0 * 4_096 + 4_095] })
        }
    }

    @Test("a gap across two runs is one")
    func acrossRuns() throws {
        let place = try TestLedger()
        try place.ledger.fill(9_000)
        let holed = try TestLedger(
            copy: place.bytes(), key: place.key,
            meddling: "DELETE FROM entry WHERE seq BETWEEN 4000 AND 5000")
        let missing = try holed.verify().damages.filter { $0.kind == .missing }
        #expect(missing.map { [$0.entry, $0.through] } == [[4_000, 5_000]])
    }

    @Test("every tile that was emptied is named once, and no entry for it")
    func zeroedTiles() throws {
        let place = try WholeLedger.copy(meddling: "UPDATE tile SET hashes = zeroblob(1024)")
        let size = try WholeLedger.made.get().size
        let damages = try place.verify().damages
        #expect(damages == (0..<size / 256).map { Damage(.tile, place: "0/\($0)") })
    }

    @Test("of damages without number so many are kept, and the rest is counted")
    func everyLine() throws {
        let place = try TestLedger()
        try place.ledger.fill(3_000)
        let spoilt = try TestLedger(
            copy: place.bytes(), key: place.key,
            meddling: "UPDATE entry SET line = CAST('x' AS BLOB) WHERE seq > 0")
        let report = try spoilt.verify()
        #expect(report.damages.count == LedgerVerifier.listed)
        #expect(report.unlisted + report.damages.count >= 3_000)
    }
}
