import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// I15: every door through which one person could undo what two decided is tried.
@Suite("Undoing is guarded like doing, whichever verb undoes it — I15")
struct UndoingTests {
    private static let file = "C-2024-01"

    private func sanctioned() throws -> Register {
        var register = try Proceedings.found()
        try register.sanction(.warning)
        return register
    }

    private func position(
        of type: EventType, _ person: String? = nil, in register: Register
    ) throws -> Position {
        try #require(
            register.events.last { recorded in
                recorded.event.type.base == type.base
                    && (person.map { recorded.tags.contains(SubjectID(wellFormed: $0).tag) } ?? true)
            }?.position)
    }

    /// What `stele withdraw` says of an entry of the case, without and with a second person.
    private func withdraw(
        _ position: Position, about tree: [String: Tree], in register: inout Register,
        _ approver: Officer? = nil
    ) -> Refusal? {
        var fields = tree
        fields["position"] = .integer(position)
        fields["reason"] = "登记有误"
        do throws(Refusal) {
            try register.ask(
                "withdrawRecord", fields, on: "2024-10-01", approvedBy: approver)
            return nil
        } catch { return error }
    }

    @Test("the opening, the naming, the hearing beneath a finding of two are not taken away by one")
    func beneath() throws {
        for type in [
            CaseOpened.type, PersonNamed.type, FactsNotified.type, DefenceHeard.type,
            FindingMade.type, SanctionImposed.type,
        ] {
            var register = try sanctioned()
            let about: [String: Tree] = ["case": .string(Self.file)]
            let entry = try position(
                of: type, type == CaseOpened.type ? nil : "P-0003", in: register)
            #expect(
                withdraw(entry, about: about, in: &register) == .needsApprover("withdraw"),
                "\(type)")
            #expect(
                withdraw(entry, about: about, in: &register, "clerk.a")
                    == .approverIsRecorder("clerk.a"))
            #expect(withdraw(entry, about: about, in: &register, "chief.b") == nil)
        }
        // Of somebody of whom nothing is decided, and before anything is, one may.
        var register = try sanctioned()
        let other = try position(of: PersonNamed.type, "P-0002", in: register)
        #expect(withdraw(other, about: ["case": .string(Self.file)], in: &register) == nil)
        var heard = try Proceedings.heard()
        let notice = try position(of: FactsNotified.type, "P-0003", in: heard)
        #expect(withdraw(notice, about: ["case": .string(Self.file)], in: &heard) == nil)
    }

    @Test("nor corrected: a case of an organ here does not become one recorded from elsewhere")
    func opening() throws {
        var register = try sanctioned()
        let entry = try position(of: CaseOpened.type, in: register)
        let command = try Register.command(
            "openCase", Self.file, ["recordedFrom": "旧案卷", "decision": "D-2021-001"],
            on: "2024-05-20")
        #expect(throws: Refusal.needsApprover("openCase")) {
            try register.correct(entry, with: command.signed(by: "clerk.a", approvedBy: nil))
        }
        try register.correct(entry, with: command.signed(by: "clerk.a", approvedBy: "chief.b"))
    }

    @Test("a closing is withdrawn by two, as a case is reopened by two")
    func closing() throws {
        var register = try Proceedings.opened()
        try register.ask("closeCase", ["case": .string(Self.file)], on: "2024-09-01")
        let closed = try position(of: CaseClosed.type, in: register)
        #expect(
            register.refusal("case.reopen", Self.file, ["reason": "新证据"], on: "2024-09-02")
                == .needsApprover("case.reopen"))
        #expect(
            withdraw(closed, about: ["case": .string(Self.file)], in: &register)
                == .needsApprover("withdraw"))
        #expect(
            withdraw(closed, about: ["case": .string(Self.file)], in: &register, "chief.b") == nil)
    }

    @Test("who was excluded is not let in again by one")
    func recusal() throws {
        var register = try Proceedings.named()
        try register.act(
            "case.recuse", Self.file, ["officer": "P-0007", "reason": "近亲属（虚构）"],
            on: "2024-06-01")
        let recused = try position(of: RecusalDeclared.type, in: register)
        let about: [String: Tree] = ["case": .string(Self.file)]
        #expect(withdraw(recused, about: about, in: &register) == .needsApprover("withdraw"))
        // Corrected, it excludes all the same.
        try register.correct(
            recused,
            with: try Register.command(
                "case.recuse", Self.file, ["officer": "P-0007", "reason": "近亲属（虚构）"],
                on: "2024-06-02"
            ).signed(by: "clerk.a", approvedBy: nil))
        let moved = try position(of: RecusalDeclared.type, in: register)
        #expect(withdraw(moved, about: about, in: &register, "chief.b") == nil)
    }

    @Test("a ground is not withdrawn by who could not dismiss it, nor falls with its adoption")
    func grounds() throws {
        var register = try WaterProject.told()
        let about: [String: Tree] = ["decision": "D-2021-001"]
        let ground = try position(of: GroundDetected.type, in: register)
        #expect(
            register.refusal(
                "decision.dismiss-ground", "D-2021-001", ["ground": "G8.1", "reason": "已评估"],
                on: "2021-06-01") == .needsApprover("decision.dismiss-ground"))
        #expect(withdraw(ground, about: about, in: &register) == .needsApprover("withdraw"))
        let adopted = try position(of: DecisionAdopted.type, in: register)
        #expect(withdraw(adopted, about: about, in: &register) == .needsApprover("withdraw"))
        // A correction from which the same follows takes nothing away.
        try register.correct(
            adopted,
            with: try Register.command(
                "decision.adopt", "D-2021-001", ["decider": "U-ZF", "number": "云政发1号"],
                on: "2021-04-20"
            ).signed(by: "clerk.a", approvedBy: nil))
        #expect(withdraw(ground, about: about, in: &register, "chief.b") == nil)
        // One from which less follows does.
        var lawful = try WaterProject.told()
        let before = try position(of: DecisionAdopted.type, in: lawful)
        let early = try Register.command(
            "decision.adopt", "D-2021-001", ["decider": "U-ZF"], on: "2021-04-12")
        #expect(throws: Refusal.needsApprover("decision.adopt")) {
            try lawful.correct(before, with: early.signed(by: "clerk.a", approvedBy: nil))
        }
        #expect(
            !(try lawful.correct(before, with: early.signed(by: "clerk.a", approvedBy: "chief.b")))
                .isEmpty)
    }

    @Test("what two imposed, one neither annuls nor leaves unexecuted nor clears")
    func sanction() throws {
        let fields: [String: Tree] = [
            "sanction": "S-1", "case": .string(Self.file), "subject": "P-0003",
        ]
        for (name, more, called) in [
            ("annulSanction", ["by": "organ"], "sanction.annul"),
            ("recordNotExecuted", ["reason": "other"], "sanction.not-executed"),
        ] as [(String, [String: Tree], String)] {
            var register = try sanctioned()
            let asked = fields.merging(more) { $1 }
            #expect(
                register.refusal(asking: name, asked, on: "2024-09-10") == .needsApprover(called))
            #expect(
                register.refusal(asking: name, asked, on: "2024-09-10", approvedBy: "clerk.a")
                    == .approverIsRecorder("clerk.a"))
            try register.ask(name, asked, on: "2024-09-10", approvedBy: "chief.b")
            // Asked twice, recorded once, whoever asks.
            #expect(try register.ask(name, asked, on: "2024-09-10").isEmpty)
        }
        var register = try Proceedings.heard("P-0002")
        #expect(
            register.refusal(
                "case.clear", Self.file, ["subject": "P-0002", "range": "unit"], on: "2024-09-01")
                == .needsApprover("case.clear"))
        try register.act(
            "case.clear", Self.file, ["subject": "P-0002", "range": "unit"], on: "2024-09-01",
            approvedBy: "chief.b")
    }

    @Test("a sanction is not made heavier by correcting it after the person's own appeal")
    func correction() throws {
        var register = try sanctioned()
        try register.act("sanction.serve", "S-1", ["route": "A"], on: "2024-08-22")
        let imposed = try position(of: SanctionImposed.type, "P-0003", in: register)
        try register.act(
            "appeal.file", "A-1",
            ["sanction": "S-1", "route": "A", "stage": "reexamination"], on: "2024-09-02")
        let heavier = try Register.command(
            "imposeSanction", "S-1",
            [
                "case": .string(Self.file), "subject": "P-0003", "measure": "removal",
                "authority": "supervision",
            ], on: "2024-08-20")
        do throws(Refusal) {
            try register.correct(
                imposed, with: heavier.signed(by: "clerk.a", approvedBy: "chief.b"))
            Issue.record("it became heavier")
        } catch {
            #expect(error.code == "heavierAfterAppeal")
        }
        // A lighter one was wrong, too, and so was the day.
        let lighter = try Register.command(
            "imposeSanction", "S-1",
            [
                "case": .string(Self.file), "subject": "P-0003", "measure": "warning",
                "authority": "supervision",
            ], on: "2024-08-21")
        let corrected = try register.correct(
            imposed, with: lighter.signed(by: "clerk.a", approvedBy: "chief.b"))
        #expect(corrected.count == 1)
    }

    @Test("the panel and the hearing beneath an outcome of two stay, too")
    func appeal() throws {
        var register = try sanctioned()
        try register.act("sanction.serve", "S-1", ["route": "A"], on: "2024-08-22")
        try register.act(
            "appeal.file", "A-1",
            ["sanction": "S-1", "route": "A", "stage": "reexamination"], on: "2024-09-02")
        try register.act("appeal.rule", "A-1", ["admitted": true], on: "2024-09-03")
        let ruled = try #require(register.events.last?.position)
        try register.act(
            "appeal.decide", "A-1", ["outcome": "maintained"], on: "2024-09-20",
            approvedBy: "chief.b")
        #expect(
            withdraw(ruled, about: ["appeal": "A-1"], in: &register) == .needsApprover("withdraw"))
        #expect(withdraw(ruled, about: ["appeal": "A-1"], in: &register, "chief.b") == nil)
    }
}
