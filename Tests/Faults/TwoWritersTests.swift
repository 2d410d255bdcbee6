import Foundation
import Glibc
import TestSupport
import Testing

@Suite("One writer, many readers")
struct TwoWritersTests {
    @Test("a second importer is refused by name and process id; readers go on; both end sound")
    func second() throws {
        let scratch = try Scratch()
        let stele = BuiltProgram.stele
        let ledger = try scratch.ledger("ledger", people: 30)
        let first = try stele.start(
            Delivery(20_000).arguments(in: scratch, ledger: ledger, "large"))
        let deadline = ContinuousClock.now + .seconds(20)
        while (FileManager.default.contents(atPath: ledger + ".writer") ?? Data()).isEmpty {
            try #require(
                ContinuousClock.now < deadline && !first.hasEnded(), "the first importer works")
            usleep(5_000)
        }
        let more = try Delivery(31).arguments(in: scratch, ledger: ledger, "more")
        for arguments in [
            more, ["checkpoint", "--ledger", ledger], ["rebuild", "--ledger", ledger],
        ] {
            let refused = try stele.run(arguments + ["--wait", "0"])
            #expect(refused.status == 75)
            #expect(refused.errorText.contains("stele import"))
            #expect(refused.errorText.contains("\(first.pid)"))
        }
        #expect(try stele.verify(ledger).end.status == 0)
        #expect(try stele.run("trace", "--ledger", ledger, "P-0001").status == 0)
        #expect(try stele.run("export", "--ledger", ledger, "--to", scratch("bundle")).status == 0)
        #expect(!first.hasEnded(), "all this happened while the first importer worked")
        first.stop(SIGKILL)
        let after = try stele.run(more)
        #expect(after.status == 0, "nobody is in the way any more: \(after.errorText)")
        #expect(try stele.verify(ledger).end.status == 0)
    }
}
