import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records
@testable import Wording

@Suite("A clock says why it runs out on its day")
struct ClockSentenceTests {
    let chinese: Text
    let english: Text
    let rules: Law

    init() throws {
        chinese = try Text(.chinese)
        english = try Text(.english)
        rules = try LawDocuments.law()
    }

    private func reading(
        _ slot: String, due: CalendarDate? = nil, deadline: Deadline? = nil, fault: LawFault? = nil
    ) throws -> ClockReading {
        var terms = ClockLaw.Terms(code: slot, titleChinese: slot, titleEnglish: slot)
        terms.deadline = deadline
        terms.fault = fault
        let at = try #require(Instant("2024-05-20T01:00:00.000Z"))
        return ClockReading(
            tag: ("D-1" as DecisionID).tag,
            start: ClockStart(
                position: 7, at: at, on: day("2024-05-20"), slot: slot, clock: slot, due: due,
                unit: nil, person: nil, subject: nil, isOfOldKind: false),
            due: due, end: nil, state: .open, pausedSince: nil, law: ClockLaw(terms))
    }

    @Test("a day that an entry gave: by which entry")
    func given() throws {
        let given = try reading("postEvaluation", due: day("2025-03-31"))
        #expect(chinese.explanation(of: given) == "由第 7 号记录载明，期限至 2025-03-31（含当日）")
        #expect(english.explanation(of: given) == "Recorded in entry 7, to 2025-03-31")
        let open = try reading("postEvaluation")
        #expect(chinese.explanation(of: open) == "由第 7 号记录载明，尚未定期限")
        #expect(english.explanation(of: open) == "Recorded in entry 7; no day is fixed yet")
    }

    @Test("a day of the law: from when and by which rule; whom it binds, where it binds some only")
    func computed() throws {
        let deadline = try rules.deadline("publication", from: day("2024-05-20"))
        let all = try reading("publication", deadline: deadline)
        #expect(chinese.explanation(of: all) == deadline.explanationChinese)
        let some = try reading(ClockName.employer, deadline: deadline)
        #expect(
            chinese.explanation(of: some) == deadline.explanationChinese + "；适用于任免机关、单位")
        #expect(
            english.explanation(of: some)
                == deadline.explanationEnglish + "; for employers (任免机关、单位) only")
    }

    @Test("no day: what to load")
    func none() throws {
        let missing = try reading("publication", fault: .calendarMissing(2027))
        #expect(chinese.explanation(of: missing).contains("`stele rules calendar FILE`"))
        #expect(english.explanation(of: missing).contains("`stele rules calendar FILE`"))
    }
}
