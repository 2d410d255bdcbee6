import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A page of the mapped file that the disk does not give")
struct LostPageTests {
    @Test("is a read that failed, not damage and not a crash", arguments: [false, true])
    func lost(asJSON: Bool) throws {
        let scratch = try Scratch()
        let stele = BuiltProgram.stele
        let ledger = try scratch.ledger("ledger", people: 30)
        let arguments = try Delivery(20_000).arguments(in: scratch, ledger: ledger, "large")
        let importer = try stele.start(
            arguments.filter { $0 != "--json" } + (asJSON ? ["--json"] : []))
        let deadline = ContinuousClock.now + .seconds(20)
        while (FileManager.default.contents(atPath: ledger + ".writer") ?? Data()).isEmpty {
            try #require(
                ContinuousClock.now < deadline && !importer.hasEnded(), "the importer works")
            usleep(5_000)
        }
        importer.stop(SIGBUS)
        let end = try importer.finish()
        #expect(end.status == 74)
        #expect(end.errorText.contains("says nothing of the ledger"))
        #expect(end.errorText.hasPrefix("{\"error\":{") == asJSON)
        #expect(end.errorText.split(separator: "\n").count == 1)
        #expect(try stele.verify(ledger).end.status == 0)
    }
}
