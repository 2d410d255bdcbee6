import Law
import Testing
import Vocabulary

@testable import Records

/// The director's serious demerit of 2024-01-15 becomes a warning at the second stage.
@Suite("A review and a reduction, day by day — 监察法 Art. 49, 政务处分法 Art. 55 to 58")
struct ReviewStoryTests {
    /// The whole story, each entry recorded on its day.
    static func told() throws -> Register {
        var register = try Register.sanctioned(served: nil)
        func evening(_ day: String) -> Instant { instant("\(day)T10:00:00.000Z") }
        register.now = evening("2024-01-18")
        try register.serve(on: "2024-01-18")
        register.now = evening("2024-02-08")
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        register.now = evening("2024-03-05")
        try register.decide("A-1", "maintained", on: "2024-03-05")
        register.now = evening("2024-03-06")
        try register.act("appeal.serve", "A-1", on: "2024-03-06")
        register.now = evening("2024-04-07")
        try register.file("A-2", "A", "recheck", on: "2024-04-07")
        register.now = evening("2024-06-03")
        try register.decide("A-2", "varied", ["measure": "warning"], on: "2024-06-03")
        return register
    }

    @Test("the first time to file ends on Sunday 2024-02-18, a working day, and does not roll")
    func firstFiling() throws {  // D2 20
        let register = try Self.told()
        #expect(try register.filed("A-1").due == day("2024-02-18"))
        #expect(try register.filed("A-1").late == false)
        let filing = try #require(try register.timeline(asOf: "2024-02-01").filing)
        #expect(filing.due == day("2024-02-18") && filing.state == .running(left: 17))
        #expect(filing.deadline?.explanationChinese.contains("调休工作日") == true)
        var late = try Register.sanctioned()
        #expect(try late.file("A-1", "A", "reexamination", on: "2024-02-18").count == 1)
        var later = try Register.sanctioned()
        #expect(try later.file("A-1", "A", "reexamination", on: "2024-02-19").count == 2)
    }

    @Test("filed on 2024-02-08 it is to be decided by 2024-03-08, and was")
    func firstDeciding() throws {
        let register = try Self.told()
        let open = try #require(try register.timeline(asOf: "2024-03-01").stages.first?.deciding)
        #expect(open.due == day("2024-03-08") && open.state == .running(left: 7))
        let met = try #require(try register.timeline(asOf: "2024-03-06").stages.first?.deciding)
        #expect(met.state == .met(on: day("2024-03-05")))
    }

    @Test("the second ends on Qingming and rolls to Sunday 2024-04-07, a working day: in time")
    func secondFiling() throws {
        let register = try Self.told()
        let served = try #require(register.appealFile("A-1").course()?.service?.fact)
        #expect(served.next == "recheck" && served.nextUntil == day("2024-04-07"))
        let filed = try register.filed("A-2")
        #expect(filed.due == day("2024-04-07") && filed.late == false && filed.after == "A-1")
        let next = try #require(try register.timeline(asOf: "2024-03-20").stages.first?.next)
        #expect(next.due == day("2024-04-07"))
        #expect(next.deadline?.explanationChinese.contains("清明") == true)
    }

    @Test("filed on 2024-04-07 it is to be decided by 2024-06-07")
    func secondDeciding() throws {
        let deciding = try #require(
            try Self.told().timeline(asOf: "2024-05-01").stages.last?.deciding)
        #expect(deciding.due == day("2024-06-07"))
    }

    @Test("D2 5: it stays in effect whatever is pending, until the day it is varied")
    func inEffect() throws {  // D2 5
        let register = try Self.told()
        for day in ["2024-01-15", "2024-02-08", "2024-03-05", "2024-04-07", "2024-06-02"] {
            let status = register.file(Register.director).status(
                on: RecordsTests.day(day), under: register.law)
            #expect(status.sanctions.map(\.measure) == [.seriousDemerit], "\(day)")
        }
    }

    @Test("a proposal to make it a demotion is refused: a review never aggravates")
    func neverHeavier() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        let refusal = register.refusalOfDeciding(
            "A-1", "varied", ["measure": "demotion"], on: "2024-03-05")
        #expect(refusal?.code == "heavier")
        #expect(refusal?.source == "政务处分法#56")
    }

    @Test("the decision records with it what the sanction became, caused by it")
    func variation() throws {
        let register = try Self.told()
        let varied = try #require(register.events.last)
        guard let fact = varied.event[SanctionVaried.self] else {
            Issue.record("the last entry is no variation")
            return
        }
        #expect(fact.measure == .warning && fact.months == 6 && fact.by == .board)
        #expect(fact.appeal == "A-2" && fact.sanction == "S-1")
        #expect(fact.case == "C-1" && fact.subject == "P-0003")
        #expect(varied.cause == varied.position - 1)
    }

    @Test("on 1 May 2024 the register said serious demerit, pending; later entries change nothing")
    func knownThen() throws {  // D2 25
        let register = try Self.told()
        let then = try register.timeline(asOf: "2024-05-01", knownAt: "2024-05-01T15:59:59.999Z")
        #expect(then.measure == .seriousDemerit && then.isOpen)
        #expect(then.stages.last?.state == .filed)
        let now = try register.timeline(asOf: "2024-06-03")
        #expect(now.measure == .warning && now.months == 6)
        #expect(now.stages.last?.state == .varied && now.finalSince == day("2024-06-03"))
    }
}
