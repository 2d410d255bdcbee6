import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records
@testable import Wording

@Suite("What a line of a trail says of a decision")
struct DecisionLineTests {
    private let text: Text

    init() throws { text = try Text(.english) }

    private func particulars(_ fact: some Fact, on day: String = "2026-03-01") throws -> [String] {
        let recorded = RecordedEvent(
            position: 7, at: Instant(written: "2026-03-01T00:00:00.000Z"),
            on: CalendarDate(written: day), actor: "clerk", unit: "U-1", basis: ["713#15"],
            event: Event(fact))
        let item = try #require(LifelongTrail.build(events: [recorded]).items.first)
        return EventWording(
            text: text, subject: SubjectID(wellFormed: "P-1"), law: try LawDocuments.law()
        ).line(item).particulars
    }

    @Test("a comment that was taken up is told as adopted, one that was not as not adopted")
    func opinion() throws {
        for (adopted, words) in [(true, "adopted"), (false, "not adopted")] {
            let fact = OpinionDisposed(
                decision: DecisionID(wellFormed: "D-1"), opinion: "Y-1", adopted: adopted)
            let told = try particulars(fact)
            #expect(told.contains("Y-1") && told.contains(words), "\(told)")
        }
    }

    @Test(
        "a ground is told with the title of its edition while that is in force, else by its number")
    func edition() throws {
        let fact = GroundDetected(
            decision: DecisionID(wellFormed: "D-1"), ground: "G9.2", rulebook: "XZZ-2020-26/7",
            detectedBy: .machine, round: 1)
        let then = try particulars(fact, on: "2025-05-31")
        let later = try particulars(fact, on: "2025-06-01")
        #expect(then.contains { $0.hasPrefix("XZZ-2020-26/7 ") })
        #expect(later.contains("XZZ-2020-26/7"))
        #expect(!later.contains { $0.contains("XZZ-2020-26/8") })
    }

    @Test("fen are told in yuan with both places, and thousands apart")
    func yuan() {
        for (fen, words) in [
            (0, "0.00"), (9, "0.09"), (10, "0.10"), (99, "0.99"), (100, "1.00"), (109, "1.09"),
            (123_456_789, "1,234,567.89"),
        ] {
            #expect(text.yuan(fen) == words)
        }
    }
}
