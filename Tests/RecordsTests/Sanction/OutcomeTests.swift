import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("What is decided on a sanction reaches what it rests on — 政务处分法 Art. 56, 57, 60")
struct OutcomeTests {
    private static let director: SubjectID = "P-0003"

    /// A demerit of 20 August 2024 for act 1, served and appealed against on the 26th.
    private func appealed() throws -> Register {
        var register = try Proceedings.found()
        try register.sanction(.demerit, ["act": "1", "organ": "U-JW"])
        try register.act("sanction.serve", "S-1", on: "2024-08-21")
        try register.act("appeal.file", "A-1", ["sanction": "S-1"], on: "2024-08-26")
        try register.act("appeal.rule", "A-1", ["admitted": true], on: "2024-08-26")
        return register
    }

    private func decided(
        _ outcome: String, _ more: [String: Tree] = [:], on day: String = "2024-09-10"
    ) throws -> Register {
        var register = try appealed()
        try register.act(
            "appeal.decide", "A-1", more.merging(["outcome": .string(outcome)]) { $1 }, on: day,
            approvedBy: "chief.b")
        return register
    }

    private func annulled(_ fate: String?) throws -> Register {
        var register = try Proceedings.found()
        try register.sanction(.demerit, ["act": "1"])
        var fields: [String: Tree] = [
            "sanction": "S-1", "case": "C-2024-01", "subject": "P-0003", "by": "organ",
        ]
        fields["finding"] = fate.map(Tree.string)
        try register.ask("annulSanction", fields, on: "2024-09-10", approvedBy: "chief.b")
        return register
    }

    private func status(_ register: Register, on text: String) -> CurrentStatus {
        register.file(Self.director).status(
            on: day(text), under: register.law,
            beside: register.events.filter { $0.tags.contains(Proceedings.file.tag) })
    }

    @Test("annulled with its sanction, the finding counts until that day and no longer")
    func falls() throws {
        let register = try annulled("annulled")
        #expect(status(register, on: "2024-09-09").findings.count == 1)
        let after = status(register, on: "2024-09-10")
        #expect(after.findings.isEmpty && after.suspicions.isEmpty)
        #expect(after.fallenFindings.map(\.fact.case) == [Proceedings.file])
        #expect(
            register.file(Self.director).isSustained(
                in: Proceedings.file, known: register.file(Self.director).knowledge()) == false)
        // Who is found responsible no longer can be cleared.
        var cleared = register
        #expect(throws: Never.self) {
            try cleared.act(
                "case.clear", "C-2024-01", ["subject": "P-0003", "range": "unit"],
                on: "2024-09-11", approvedBy: "chief.b")
        }
    }

    @Test("sent back, it is a suspicion again, and nobody is cleared or sanctioned on it")
    func remitted() throws {
        var register = try annulled("remitted")
        let after = status(register, on: "2024-09-10")
        #expect(after.findings.isEmpty && after.suspicions.map(\.fact.case) == [Proceedings.file])
        let clearing = register.refusal(
            asking: "case.clear",
            ["case": "C-2024-01", "subject": "P-0003", "range": "unit"], on: "2024-09-11",
            approvedBy: "chief.b")
        expectRefusal(clearing, code: "foundResponsible", source: Basis.dueProcess)
        #expect(throws: Refusal.sanction(.noFinding("P-0003", Proceedings.file))) {
            try register.sanction(.warning, as: "S-2", on: "2024-09-12", ["act": "2"])
        }
        try register.find("P-0003", .sustained, on: "2024-09-12", ["outcome": "重新认定"])
        #expect(
            try register.sanction(.warning, as: "S-2", on: "2024-09-12", ["act": "2"]).count == 1)
    }

    @Test("where the decision says nothing of it, the page says that all resting on it is gone")
    func inDoubt() throws {
        let register = try annulled(nil)
        let after = status(register, on: "2024-09-10")
        #expect(after.findings.first?.course.annulments.map(\.fact.sanction) == ["S-1"])
        #expect(after.marks.map(\.code).contains(.findingInDoubt))
        #expect(!status(register, on: "2024-09-09").marks.map(\.code).contains(.findingInDoubt))
        // Where it is said to stand, nothing is in doubt.
        let stands = try status(annulled("stands"), on: "2024-09-10")
        #expect(stands.findings.count == 1)
        #expect(!stands.marks.map(\.code).contains(.findingInDoubt))
    }

    @Test("sent back, a sanction stands until one takes its place, which is not heavier")
    func replaced() throws {
        var register = try decided("remitted")
        func row(_ id: SanctionID, _ text: String) -> SanctionRow? {
            register.file(Self.director).sanctionRows(on: day(text), under: register.law)
                .first { $0.sanction == id }
        }
        #expect(row("S-1", "2024-10-31")?.state == .inEffect)
        #expect(
            status(register, on: "2024-10-31").marks.map(\.code).contains(.notDecidedAnew))
        var refused: Refusal?
        do throws(Refusal) {
            try register.sanction(.seriousDemerit, as: "S-2", on: "2024-11-01", ["act": "1"])
        } catch { refused = error }
        expectRefusal(refused, code: "heavierAfterAppeal", source: "政务处分法#56")
        try register.sanction(.warning, as: "S-2", on: "2024-11-01", ["act": "1"])
        #expect(row("S-1", "2024-11-01")?.state == .replaced)
        #expect(row("S-1", "2024-11-01")?.life.lastDay == day("2024-10-31"))
        // What was served counts: six months from 20 August 2024.
        #expect(row("S-2", "2024-11-01")?.life.lastDay == day("2025-02-19"))
        #expect(
            !status(register, on: "2024-11-01").marks.map(\.code).contains(.notDecidedAnew))
    }

    @Test("after an own appeal nothing is heavier, be it in another case or by the other organ")
    func neverHeavier() throws {
        let register = try decided("annulled")
        for (act, isRefused) in [("1", true), (" １ ", true), ("2", false)] {
            var other = register
            var refused: Refusal?
            do throws(Refusal) {
                try other.sanction(
                    .demotion, as: "S-2", on: "2024-11-01",
                    ["act": .string(act), "authority": "employer"])
            } catch { refused = error }
            #expect((refused != nil) == isRefused, "\(act)")
            if isRefused { expectRefusal(refused, code: "heavierAfterAppeal", source: "公务员法#96") }
        }
        var same = register
        #expect(try same.sanction(.demerit, as: "S-2", on: "2024-11-01", ["act": "1"]).count == 1)
    }

    @Test("an organ corrects itself upwards only where nobody appealed, and what was served counts")
    func rectified() throws {
        var register = try Proceedings.found()
        try register.sanction(.warning, ["act": "1"])
        try register.act(
            "sanction.rectify", "S-1", ["measure": "demerit", "by": "superior", "ground": "定性有误"],
            on: "2024-09-20", approvedBy: "chief.b")
        let row = register.file(Self.director)
            .sanctionRows(on: day("2024-09-20"), under: register.law).first
        // Twelve months from 20 September, less the 31 days from 20 August to 19 September.
        #expect(row?.life.lastDay == day("2025-08-19") && row?.state == .varied)
        var contested = try appealed()
        var refused: Refusal?
        do throws(Refusal) {
            try contested.act(
                "sanction.rectify", "S-1",
                ["measure": "demotion", "by": "organ", "ground": "定性有误"], on: "2024-09-20",
                approvedBy: "chief.b")
        } catch { refused = error }
        expectRefusal(refused, code: "contested", source: "政务处分法#56")
        // Withdrawn, it is as if it had not been filed.
        try contested.act("appeal.withdraw", "A-1", on: "2024-09-01")
        #expect(throws: Never.self) {
            try contested.act(
                "sanction.rectify", "S-1",
                ["measure": "demotion", "by": "organ", "ground": "定性有误"], on: "2024-09-20",
                approvedBy: "chief.b")
        }
    }
}
