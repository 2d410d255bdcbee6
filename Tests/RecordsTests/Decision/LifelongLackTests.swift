import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite(
    "What is lacking for lifelong accountability is told as it is, and nothing is left out of a dossier"
)
struct LifelongLackTests {
    private func adopted() throws -> Register {
        var register = try WaterProject.register()
        try WaterProject.prepare(&register)
        try WaterProject.discuss(&register)
        try WaterProject.adopt(&register)
        register.now = instant("2024-05-01T01:00:00.000Z")
        return register
    }

    private func lack(_ register: Register, on day: String = "2024-06-01") throws -> LifelongLack? {
        let dossier = try dossier(register, on: day)
        #expect(dossier.trigger == nil && dossier.triggerFault == nil)
        return dossier.triggerLack
    }

    private func dossier(_ register: Register, on day: String = "2024-06-01") throws -> Dossier {
        try #require(
            register.decision(WaterProject.decision)?.dossier(
                on: RecordsTests.day(day), under: register.law))
    }

    private func harm(
        _ loss: String, _ influence: String, _ attribution: String, in register: inout Register
    ) throws {
        try register.act(
            "decision.confirm-harm", WaterProject.decision.text,
            [
                "loss": .string(loss), "influence": .string(influence),
                "attribution": .string(attribution), "instrument": "文1号",
            ], on: "2023-05-08", approvedBy: "chief.b")
    }

    @Test("no harm, not great, attributed to nothing that counts, no delay identified; or nothing")
    func lacks() throws {
        var register = try adopted()
        #expect(try lack(register) == .noHarm)
        try harm("general", "general", "decisionError", in: &register)
        #expect(try lack(register) == .notGreat)
        // What was confirmed later was not known before.
        #expect(try lack(register, on: "2023-05-07") == .noHarm)
        try harm("major", "none", "execution", in: &register)
        #expect(try lack(register) == .notAttributed)
        try harm("none", "severe", "undueDelay", in: &register)
        #expect(try lack(register) == .noDelay)
        try harm("major", "severe", "decisionError", in: &register)
        let whole = try dossier(register)
        #expect(whole.trigger != nil && whole.triggerLack == nil)
    }

    @Test("every entry of a decision stands on its page, once")
    func whole() throws {
        var register = try adopted()
        try register.act(
            "decision.assign-execution", WaterProject.decision.text, ["executor": "U-SLJ"],
            on: "2021-05-10")
        try register.act(
            "decision.report-execution", WaterProject.decision.text, ["report": "已开工"],
            on: "2021-06-10")
        try register.act(
            "decision.archive", WaterProject.decision.text,
            ["manifest": [.string(String(repeating: "5e", count: 32))]], on: "2021-06-18")
        let page = try dossier(register)
        let told = Set(page.others.map(\.event.type))
        #expect(
            told.isSuperset(of: [
                ExecutionAssigned.type, ExecutionReported.type, ProcessArchived.type,
            ]))
        // Nothing twice: what has a part of its own is not told again.
        #expect(!told.contains(DecisionAdopted.type) && !told.contains(MeetingHeld.type))
        let steps = Set(page.steps.flatMap(\.entries).map(\.position))
        #expect(steps.isDisjoint(with: page.others.map(\.position)))
        // Of a day before, there was nothing more.
        let before = try dossier(register, on: "2021-05-09")
        #expect(!before.others.contains { $0.event.is(ExecutionAssigned.self) })
    }
}
