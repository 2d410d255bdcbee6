import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Who conducts a case is not changed by one, nor what was decided in it hidden — I15")
struct ConductTests {
    private static let file = "C-2024-01"

    private func withdraw(
        _ position: Position, about tree: [String: Tree], in register: inout Register,
        _ approver: Officer? = nil
    ) -> Refusal? {
        var fields = tree
        fields["position"] = .integer(position)
        fields["reason"] = "登记有误"
        do throws(Refusal) {
            try register.ask("withdrawRecord", fields, on: "2024-12-01", approvedBy: approver)
            return nil
        } catch { return error }
    }

    private func last(_ type: EventType, in register: Register) throws -> Position {
        try #require(register.events.last { $0.event.type.base == type.base }?.position)
    }

    private func marks(_ register: Register, of person: SubjectID) -> [Irregularity] {
        register.file(person).marks(by: day("2025-06-01"), under: register.law) {
            register.caseFile($0) ?? CaseFile(about: $0)
        }.map(\.code)
    }

    @Test(
        "a case of an organ here becomes a recorded one, or back, by two, whatever is decided in it"
    )
    func conduct() throws {
        var register = try Reprimand.register()
        let told = try #require(
            register.events.first { $0.event[CaseOpened.self]?.case == "C-2024-10" }?.position)
        let conducted = try Register.command(
            "openCase", "C-2024-10", ["authority": "U-JY"], on: "2023-12-01")
        for approver in [nil, "clerk.a"] as [Officer?] {
            #expect(throws: Refusal.self) {
                try register.correct(
                    told, with: conducted.signed(by: "clerk.a", approvedBy: approver))
            }
        }
        try register.correct(told, with: conducted.signed(by: "clerk.a", approvedBy: "chief.b"))
        let opened = try last(CaseOpened.type, in: register)
        let recorded = try Register.command(
            "openCase", "C-2024-10", ["recordedFrom": "旧案卷"], on: "2023-12-01")
        #expect(throws: Refusal.needsApprover("openCase")) {
            try register.correct(opened, with: recorded.signed(by: "clerk.a", approvedBy: nil))
        }
        try register.correct(opened, with: recorded.signed(by: "clerk.a", approvedBy: "chief.b"))
    }

    @Test(
        "another number of the file is corrected by one; an opening beneath a naming falls by two")
    func opening() throws {
        var register = try Proceedings.named()
        let opened = try last(CaseOpened.type, in: register)
        #expect(
            withdraw(opened, about: ["case": "C-2024-01"], in: &register)
                == .needsApprover("withdraw"))
        let numbered = try Register.command(
            "openCase", Self.file,
            ["authority": "U-JW", "decision": "D-2021-001", "instrument": "立〔2024〕1号"],
            on: "2024-05-20")
        #expect(
            try register.correct(opened, with: numbered.signed(by: "clerk.a", approvedBy: nil))
                .count == 1)
        var empty = try Proceedings.opened()
        let alone = try last(CaseOpened.type, in: empty)
        #expect(withdraw(alone, about: ["case": "C-2024-01"], in: &empty) == nil)
    }

    @Test(
        "once it is conducted here, what was decided unheard and by one is marked; before, it is not"
    )
    func marked() throws {
        var register = try Reprimand.register()
        try register.perform(
            FindingMade(case: "C-2024-10", subject: "P-0010", finding: .sustained),
            on("2024-01-10"))
        try register.sanction(
            .warning, of: "P-0010", in: "C-2024-10", on: "2024-01-15",
            ["authority": "supervision"], approvedBy: nil)
        #expect(!marks(register, of: "P-0010").contains(.unheard))
        #expect(!marks(register, of: "P-0010").contains(.singleHanded))
        let opened = try #require(
            register.events.first { $0.event[CaseOpened.self]?.case == "C-2024-10" }?.position)
        let conducted = try Register.command(
            "openCase", "C-2024-10", ["authority": "U-JY"], on: "2023-12-01")
        try register.correct(opened, with: conducted.signed(by: "clerk.a", approvedBy: "chief.b"))
        let found = marks(register, of: "P-0010")
        #expect(found.count { $0 == .unheard } == 2 && found.count { $0 == .singleHanded } == 2)
        // In one that kept to the law, nothing is.
        var lawful = try Proceedings.found()
        try lawful.sanction(.warning)
        #expect(Set(marks(lawful, of: "P-0003")).isDisjoint(with: [.unheard, .singleHanded]))
        // A hearing that two took away leaves the finding unheard.
        let heard = try last(DefenceHeard.type, in: lawful)
        #expect(withdraw(heard, about: ["case": "C-2024-01"], in: &lawful, "chief.b") == nil)
        #expect(marks(lawful, of: "P-0003").contains(.unheard))
    }

    /// A warning served and appealed against; the ruling late or in time.
    private func appealed(on day: String = "2024-09-02") throws -> Register {
        var register = try Proceedings.found()
        try register.sanction(.demerit)
        try register.act("sanction.serve", "S-1", ["route": "A"], on: "2024-08-22")
        try register.act("appeal.file", "A-1", ["sanction": "S-1"], on: day)
        return register
    }

    @Test("an appeal, its admission and its being taken back are taken out of the record by two")
    func appeal() throws {
        var register = try appealed()
        let about: [String: Tree] = ["appeal": "A-1"]
        let filed = try last(AppealFiled.type, in: register)
        #expect(withdraw(filed, about: about, in: &register) == .needsApprover("withdraw"))
        try register.act("appeal.rule", "A-1", ["admitted": true], on: "2024-09-03")
        let ruled = try last(AdmissibilityRuled.type, in: register)
        #expect(withdraw(ruled, about: about, in: &register) == .needsApprover("withdraw"))
        // Nor is it ruled out by correcting the ruling.
        let out = try Register.command(
            "appeal.rule", "A-1", ["admitted": false, "reason": "notEntitled"], on: "2024-09-03")
        #expect(throws: Refusal.needsApprover("appeal.rule")) {
            try register.correct(ruled, with: out.signed(by: "clerk.a", approvedBy: nil))
        }
        try register.act("appeal.withdraw", "A-1", on: "2024-09-04")
        let taken = try last(AppealWithdrawn.type, in: register)
        #expect(withdraw(taken, about: about, in: &register) == .needsApprover("withdraw"))
    }

    @Test("erased by two, an appeal lets the sanction become heavier, and that is marked")
    func erased() throws {
        var register = try appealed()
        let filed = try last(AppealFiled.type, in: register)
        func rectify(_ register: inout Register) throws(Refusal) {
            try register.act(
                "sanction.rectify", "S-1",
                ["measure": "removal", "by": "superior", "ground": "定性有误"], on: "2024-09-10",
                approvedBy: "chief.b")
        }
        #expect(throws: Refusal.self) { try rectify(&register) }
        #expect(withdraw(filed, about: ["appeal": "A-1"], in: &register, "chief.b") == nil)
        try rectify(&register)
        #expect(marks(register, of: "P-0003").contains(.heavierAfterAppeal))
        // Nobody appealed, nothing is marked.
        var other = try Proceedings.found()
        try other.sanction(.demerit)
        try rectify(&other)
        #expect(!marks(other, of: "P-0003").contains(.heavierAfterAppeal))
    }

    @Test("what follows from a decision that stands neither falls nor changes alone, even by two")
    func consequences() throws {
        for (outcome, more, type) in [
            ("varied", ["measure": "warning"], SanctionVaried.type),
            ("annulled", [:], SanctionAnnulled.type),
        ] as [(String, [String: Tree], EventType)] {
            var register = try appealed()
            try register.act(
                "appeal.decide", "A-1", more.merging(["outcome": .string(outcome)]) { $1 },
                on: "2024-09-20", approvedBy: "chief.b")
            let decided = try last(AppealDecided.type, in: register)
            let consequence = try last(type, in: register)
            let about: [String: Tree] = ["case": "C-2024-01"]
            #expect(
                withdraw(consequence, about: about, in: &register, "chief.b")
                    == .correction(.followsFrom(consequence, cause: decided)))
            #expect(withdraw(decided, about: ["appeal": "A-1"], in: &register, "chief.b") == nil)
            #expect(withdraw(consequence, about: about, in: &register, "chief.b") == nil)
            #expect(register.events.count { $0.supersedes == consequence } == 1)
        }
        // A late filing and the ruling on it are one, too.
        var late = try appealed(on: "2024-11-02")
        let filed = try last(AppealFiled.type, in: late)
        #expect(
            withdraw(filed + 1, about: ["appeal": "A-1"], in: &late, "chief.b")
                == .correction(.followsFrom(filed + 1, cause: filed)))
    }
}
