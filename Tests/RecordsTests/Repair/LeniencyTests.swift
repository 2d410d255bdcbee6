import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Leniency and reduction are monotone downward")
struct LeniencyTests {
    private let factor: [String: Tree] = [
        "record": "R-1", "leniencyFactor": "lossRecovered", "actOn": "2026-05-12", "proof": "示例证明",
    ]

    @Test("it leads to a lighter grade and never to a heavier one, or to one where there was none")
    func downward() throws {
        func recognised(_ from: String?, to grade: String?) throws -> (String?, Register) {
            var register = try RepairTests.penalised("2026-05-08", graded: from)
            var fields = factor
            if let grade {
                fields["grade"] = .string(grade)
                fields["standard"] = "示例标准"
            }
            let code = register.refusal(
                "leniency.recognise", "L-1", fields, on: "2026-05-13", of: "U-GA",
                approvedBy: "chief.d")?.code
            return (code, register)
        }
        let lighter = try recognised("serious", to: "general")
        #expect(lighter.0 == nil)
        #expect(lighter.1.course("R-1")?.gradings.last?.fact.grade == "general")
        #expect(lighter.1.standing("R-1", on: "2026-05-13")?.maximum == day("2027-05-08"))
        #expect(lighter.1.standing("R-1", on: "2026-05-12")?.maximum == day("2029-05-08"))
        #expect(try recognised("general", to: "serious").0 == "leniencyRaises")
        #expect(try recognised("general", to: "general").0 == "leniencyRaises")
        #expect(try recognised(nil, to: "minor").0 == "leniencyRaises")
        #expect(try recognised("general", to: "dire").0 == "unknownGrade")
        let alone = try recognised("general", to: nil)
        #expect(alone.0 == nil && alone.1.course("R-1")?.gradings.count == 1)
        #expect(alone.1.course("R-1")?.leniencies.map(\.fact.factor) == [.lossRecovered])
    }

    @Test("by the organ that confirmed the matter, by two, and of what was done by then")
    func who() throws {
        var register = try RepairTests.penalised("2026-05-08", graded: "general")
        func code(of unit: UnitID, on day: String, _ approver: Officer?) -> String? {
            register.refusal(
                "leniency.recognise", "L-1", factor, on: day, of: unit, approvedBy: approver)?.code
        }
        #expect(code(of: "U-JW", on: "2026-05-13", "chief.d") == "notConfirmingOrgan")
        #expect(code(of: "U-GA", on: "2026-05-11", "chief.d") == "leniencyActLater")
        #expect(code(of: "U-GA", on: "2026-05-13", nil) == "needsApprover")
        #expect(code(of: "U-GA", on: "2026-05-12", "chief.d") == nil)
        #expect(code(of: "U-GA", on: "2026-05-13", "chief.d") == "leniencyOtherwise")
    }
}
