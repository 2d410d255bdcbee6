import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite(
    "A complaint of credit work is answered by whom it does not concern, and puts nobody on record")
struct CreditComplaintTests {
    private let filing: [String: Tree] = [
        "concerned": "U-0005", "handler": "U-XYB", "narrative": "示例内容",
    ]

    @Test("never by the unit or the officer whom it concerns, nor by who took over from it")
    func answered() throws {
        var register = try Register.credit()
        func filed(_ changed: [String: Tree]) -> String? {
            register.refusal(
                "credit-complaint.file", "K-X", filing.merging(changed) { $1 }, on: "2024-10-08")?
                .code
        }
        #expect(filed(["handler": "U-0005"]) == "answeredByConcerned")
        #expect(filed(["handler": "U-NEW"]) == "answeredByConcerned")
        #expect(filed(["concerned": "U-9"]) == "unknownSubject")
        try register.act("credit-complaint.file", "K-1", filing, on: "2024-10-08")
        #expect(
            try register.act("credit-complaint.file", "K-1", filing, on: "2024-10-08").isEmpty)
        func answer(by actor: Officer, of unit: UnitID, on day: String = "2024-10-21") -> String? {
            register.refusal(
                "credit-complaint.answer", "K-1", ["answer": "示例答复"], on: day, by: actor, of: unit)?
                .code
        }
        #expect(answer(by: "clerk.x", of: "U-0005") == "answeredByConcerned")
        #expect(answer(by: "clerk.x", of: "U-NEW") == "answeredByConcerned")
        #expect(
            answer(by: "clerk.x", of: "U-XYB", on: "2024-10-07") == "creditComplaintBeforeFiling")
        #expect(answer(by: "clerk.x", of: "U-XYB") == nil)
        try register.act(
            "credit-complaint.file", "K-2", filing.merging(["concerned": "P-0021"]) { $1 },
            on: "2024-10-08")
        #expect(
            register.refusal(
                "credit-complaint.answer", "K-2", ["answer": "示例答复"], on: "2024-10-21",
                by: "p-0021", of: "U-XYB")?.code == "answeredByConcerned")
        // Neither whom it concerns nor anybody else has it on the trail.
        #expect(
            register.trail("P-0021").items.allSatisfy {
                $0.recorded.event.kind?.name != "creditComplaint.filed"
            })
    }

    @Test("within thirty days from receipt, the day of receipt not counted")
    func clock() throws {
        var register = try Register.credit()
        try register.act("credit-complaint.file", "K-1", filing, on: "2024-10-08")
        func reading(_ asOf: String) -> ClockReading? {
            ClockStory(register).readings(asOf: asOf).first {
                $0.clock == "creditComplaint.answer"
            }
        }
        #expect(reading("2024-10-08")?.due == day("2024-11-07"))
        #expect(reading("2024-10-08")?.start.unit == "U-XYB")
        #expect(reading("2024-11-07")?.daysOver == nil)
        #expect(reading("2024-11-08")?.daysOver == 1)
        try register.act(
            "credit-complaint.answer", "K-1", ["answer": "示例答复"], on: "2024-11-07", of: "U-XYB")
        #expect(reading("2024-11-08")?.stateCode == "met")
    }
}
