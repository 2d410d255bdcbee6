import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("The times of an objection: flag, own matter, source, appraisal, escalation")
struct ObjectionClockTests {
    private func readings(_ register: Register, asOf day: String) -> [ClockReading] {
        ClockStory(register).readings(asOf: day).filter { $0.tag.kind == .objection }
    }

    private func due(_ register: Register, _ clock: String, asOf day: String) -> CalendarDate? {
        readings(register, asOf: day).last { $0.clock == clock }?.due
    }

    @Test("S3: flag by 26 September, own matter by a worked Sunday, with the source by 10 October")
    func limits() throws {
        var register = try ObjectionTests.filed()
        #expect(due(register, "objection.flag", asOf: "2024-09-25") == day("2024-09-26"))
        #expect(due(register, "objection.own", asOf: "2024-09-25") == day("2024-09-29"))
        #expect(due(register, "objection.source", asOf: "2024-09-25") == nil)
        try register.act(
            "objection.ask-source", "O-1", ["sourceUnit": "U-FY"], on: "2024-09-27", of: "U-JW")
        // From receipt, whenever the source was asked; until then the shorter time ran.
        #expect(due(register, "objection.source", asOf: "2024-09-27") == day("2024-10-10"))
        #expect(due(register, "objection.own", asOf: "2024-09-27") == nil)
        #expect(due(register, "objection.own", asOf: "2024-09-26") == day("2024-09-29"))
        #expect(due(register, "objection.sourceAnswer", asOf: "2024-09-27") == day("2024-10-08"))
        let asked = readings(register, asOf: "2024-09-27")
        #expect(asked.last { $0.clock == "objection.sourceAnswer" }?.start.unit == "U-FY")
        #expect(asked.last { $0.clock == "objection.source" }?.start.unit == "U-JW")
    }

    @Test("unanswered on its day it comes before the credit office, without an entry")
    func escalation() throws {
        let register = try ObjectionTests.filed()
        func reading(_ day: String) throws -> ClockReading {
            try #require(readings(register, asOf: day).last { $0.clock == "objection.own" })
        }
        #expect(try reading("2024-09-29").escalatedTo == nil)
        #expect(try reading("2024-09-30").escalatedTo?.code == "creditOffice")
        // The time to flag is nobody's but the unit's.
        let flag = readings(register, asOf: "2024-10-08").last { $0.clock == "objection.flag" }
        #expect(flag?.daysOver != nil && flag?.escalatedTo == nil)
        func level(_ asOf: String) -> DeadlineBoard.Level? {
            ClockStory(register).board(asOf: asOf).items
                .first { $0.reading.clock == "objection.own" }?.level
        }
        #expect(level("2024-09-29") == .dueSoon)
        #expect(level("2024-09-30") == .escalated)
        var office = DeadlineBoard.Selection(unit: "U-XYB")
        #expect(ClockStory(register).board(asOf: "2024-09-30", office).items.isEmpty)
        office.sorts = ["creditOffice"]
        #expect(
            ClockStory(register).board(asOf: "2024-09-30", office).items.map(\.reading.clock)
                == ["objection.own"])
        #expect(ClockStory(register).board(asOf: "2024-09-29", office).items.isEmpty)
    }

    @Test("days of an appraisal are not counted, from the day after it began to the day it ended")
    func appraisal() throws {
        // Monday, with seven working days: to Wednesday of the week after.
        var register = try ObjectionTests.filed(on: "2024-11-04")
        try register.act(
            "objection.ask-source", "O-1", ["sourceUnit": "U-FY"], on: "2024-11-04", of: "U-JW")
        #expect(due(register, "objection.source", asOf: "2024-11-04") == day("2024-11-13"))
        #expect(
            register.refusal("objection.end-appraisal", "O-1", on: "2024-11-06", of: "U-JW")?.code
                == "noAppraisal")
        try register.act(
            "objection.begin-appraisal", "O-1", ["appraisal": "笔迹"], on: "2024-11-06", of: "U-JW")
        #expect(
            register.refusal(
                "objection.begin-appraisal", "O-1", ["appraisal": "印章"], on: "2024-11-07",
                of: "U-JW")?.code == "appraisalRuns")
        // While it goes on the last day moves with the days, and nothing falls due.
        let during = try #require(
            readings(register, asOf: "2024-12-02").last { $0.clock == "objection.source" })
        #expect(during.pausedSince == day("2024-11-06"))
        #expect(during.daysOver == nil)
        try register.act("objection.end-appraisal", "O-1", on: "2024-11-08", of: "U-JW")
        // Two working days, the 7th and the 8th, do not count; the 6th does.
        let after = try #require(
            readings(register, asOf: "2024-11-08").last { $0.clock == "objection.source" })
        #expect(after.due == day("2024-11-15"))
        #expect(after.pausedSince == nil)
        #expect(after.pausing?.code == "appraisalExcludesFirstDay")
        let pause = try #require(Pause(first: day("2024-11-07"), last: day("2024-11-08")))
        #expect(after.deadline?.pauses == [pause])
        // Known before it began, the answer is as it was.
        #expect(due(register, "objection.source", asOf: "2024-11-05") == day("2024-11-13"))
    }

    @Test("an appraisal that began after the last day makes nothing less late")
    func lateAppraisal() throws {
        var register = try ObjectionTests.filed(on: "2024-11-04")
        try register.act(
            "objection.begin-appraisal", "O-1", ["appraisal": "笔迹"], on: "2024-11-08", of: "U-JW")
        let own = try #require(
            readings(register, asOf: "2024-11-11").last { $0.clock == "objection.own" })
        #expect(own.due == day("2024-11-07") && own.daysOver == 4)
    }

    @Test(
        "decided in time or late; upheld, those who looked it up are told within three working days"
    )
    func decided() throws {
        for (on, state) in [("2024-09-29", "met"), ("2024-09-30", "metLate")] {
            var register = try ObjectionTests.filed()
            try register.act(
                "objection.decide", "O-1",
                ["objectionOutcome": "upheld", "reason": "示例理由", "annulledFor": "identity"],
                on: on, by: "clerk.c", of: "U-JW", approvedBy: "chief.d")
            let own = readings(register, asOf: "2024-10-08").last { $0.clock == "objection.own" }
            #expect(own?.stateCode == state)
            let told = readings(register, asOf: "2024-10-08").last {
                $0.clock == "objection.tellViewers"
            }
            #expect(told?.due == day(on == "2024-09-29" ? "2024-10-09" : "2024-10-10"))
            try register.act(
                "objection.tell-viewers", "O-1", ["viewers": ["U-0005", "P-0022"]],
                on: "2024-10-09", of: "U-JW")
            #expect(readings(register, asOf: "2024-10-09").allSatisfy { !$0.isOpen })
        }
    }
}
