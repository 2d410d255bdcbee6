import Foundation
import TestSupport
import Testing

@Suite("A clock that runs backwards")
struct ClockTests {
    @Test(
        "an import before the last entry is refused, and goes in when the clock is right",
        .enabled(
            if: BuiltProgram.installed("faketime") != nil, "apt-get install faketime runs this test"
        ))
    func backwards() throws {
        let faketime = try #require(BuiltProgram.installed("faketime"))
        let scratch = try Scratch()
        let ledger = try scratch.ledger("ledger", people: 30)
        let before = try Outsider.contents(of: ledger)
        let more = try Delivery(40).arguments(in: scratch, ledger: ledger, "more")
        let refused = try faketime.run(["-f", "-2d", BuiltProgram.stele.path] + more)
        #expect(refused.status == 75, "\(refused.errorText)")
        #expect(refused.errorText.contains("clock"))
        #expect(try Outsider.contents(of: ledger) == before)
        // A moment's slewing is no reason to stop.
        let slewed = try faketime.run(["-f", "-1s", BuiltProgram.stele.path] + more)
        #expect(slewed.status == 0 || slewed.status == 75, "\(slewed.errorText)")
        #expect(try BuiltProgram.stele.run(more).status == 0)
        #expect(try BuiltProgram.stele.verify(ledger).end.status == 0)
    }
}
