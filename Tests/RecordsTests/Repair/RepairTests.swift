import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A repair takes its time, what was put right and a promise, and is decided by who confirmed")
struct RepairTests {
    /// A penalty of that day on the bureau by the police, in the national catalogue, entered by `clerk.a`
    /// and `chief.b`.
    static func penalised(
        _ dated: String, graded grade: String? = nil, on gradedOn: String? = nil
    ) throws -> Register {
        var register = try Register.credit()
        try register.act(
            "instrument.register", "I-1",
            Register.document(
                "administrativePenalty", of: "U-GA", dated: dated, naming: ["U-0005"]), on: dated)
        try register.act(
            "dishonesty.propose", "R-1",
            Register.proposal(
                on: "I-1", of: "U-0005", actOn: "2022-01-10",
                ["catalogue": "nationalBasic", "edition": "2025", "creditItem": "A-1"]),
            on: dated, by: "clerk.a", of: "U-GA")
        try register.act(
            "dishonesty.enter", "R-1", on: dated, by: "clerk.a", of: "U-GA", approvedBy: "chief.b")
        if let grade {
            try register.act(
                "dishonesty.grade", "R-1", ["grade": .string(grade), "standard": "示例标准"],
                on: gradedOn ?? dated, of: "U-GA")
        }
        return register
    }

    static func rectify(_ register: inout Register, on day: String) throws {
        try register.act(
            "dishonesty.rectify", "R-1", ["proof": "示例证明"], on: day, of: "U-GA")
    }

    static let application: [String: Tree] = ["record": "R-1", "promise": "示例承诺〔2026〕1号"]

    static func refusal(
        _ register: Register, on day: String, _ fields: [String: Tree] = application
    ) -> Refusal? {
        var register = register
        return register.refusal("repair.apply", "X-9", fields, on: day)
    }

    static func grant(
        _ register: inout Register, _ repair: String, applied: String, granted: String
    ) throws {
        try register.act("repair.apply", repair, application, on: applied)
        try register.act("repair.accept", repair, on: applied, of: "U-GA")
        try register.act(
            "repair.decide", repair, ["repairOutcome": "granted"], on: granted, by: "clerk.c",
            of: "U-GA", approvedBy: "chief.d")
    }

    private func clocks(_ register: Register, asOf day: String) -> [ClockReading] {
        ClockStory(register).readings(asOf: day).filter { $0.tag.kind == .repair }
    }

    @Test("S4 Repair under Order 36")
    func story4() throws {
        var register = try Self.penalised("2026-04-10", graded: "general")
        let early = try #require(Self.refusal(register, on: "2026-06-20"))
        #expect(early.code == "minimumRuns")
        #expect(early.message.values["until"] == .text("2026-07-10"))
        #expect(early.message.values["from"] == .text("2026-07-11"))
        try Self.rectify(&register, on: "2026-06-30")
        try register.act("repair.apply", "X-1", Self.application, on: "2026-07-13")
        let applied = try #require(register.repair("X-1")?.course()?.application.fact)
        #expect(applied.regime == "order36" && applied.earliest == day("2026-07-11"))
        #expect(applied.decider == "U-GA")
        try register.act("repair.accept", "X-1", on: "2026-07-14", of: "U-GA")
        let running = clocks(register, asOf: "2026-07-14")
        #expect(running.first { $0.clock == "repair.decide" }?.due == day("2026-07-17"))
        #expect(running.first { $0.clock == "repair.overall" }?.due == day("2026-07-27"))
        let granted = try register.act(
            "repair.decide", "X-1", ["repairOutcome": "granted"], on: "2026-07-16", by: "clerk.c",
            of: "U-GA", approvedBy: "chief.d")
        #expect(
            granted.map(\.event.type.name) == ["repair.decided.v1", "repair.effected.v1"])
        #expect(clocks(register, asOf: "2026-07-16").allSatisfy { $0.stateCode == "met" })
        #expect(register.standing("R-1", on: "2026-07-15")?.state == .entered)
        #expect(register.standing("R-1", on: "2026-07-16")?.state == .repaired)
        // Without repair it stops by itself.
        var stopped = try Self.penalised("2026-04-10", graded: "general")
        try Self.rectify(&stopped, on: "2026-06-30")
        #expect(stopped.standing("R-1", on: "2027-04-10")?.state == .entered)
        #expect(stopped.standing("R-1", on: "2027-04-11")?.state == .stopped)
    }

    @Test(
        "C1, its repair: the least time ends on a Saturday and does not roll; due 14 and 24 August")
    func storyC1() throws {
        var register = try Self.penalised("2026-05-08", graded: "general", on: "2026-05-21")
        try Self.rectify(&register, on: "2026-07-30")
        for on in ["2026-08-07", "2026-08-08"] {
            let early = try #require(Self.refusal(register, on: on))
            #expect(early.code == "minimumRuns")
            #expect(early.message.values["until"] == .text("2026-08-08"))
            #expect(early.message.values["from"] == .text("2026-08-09"))
        }
        #expect(Self.refusal(register, on: "2026-08-09") == nil)
        try register.act("repair.apply", "X-1", Self.application, on: "2026-08-10")
        try register.act("repair.accept", "X-1", on: "2026-08-11", of: "U-GA")
        let running = clocks(register, asOf: "2026-08-11")
        #expect(running.first { $0.clock == "repair.decide" }?.due == day("2026-08-14"))
        #expect(running.first { $0.clock == "repair.overall" }?.due == day("2026-08-24"))
        try register.act(
            "repair.decide", "X-1", ["repairOutcome": "granted"], on: "2026-08-13", by: "clerk.c",
            of: "U-GA", approvedBy: "chief.d")
        #expect(register.standing("R-1", on: "2026-08-13")?.state == .repaired)
    }

    @Test("A repaired record is not counted in the status and present on the trail")
    func invariant8() throws {
        var register = try Self.penalised("2026-04-10", graded: "general")
        try Self.rectify(&register, on: "2026-06-30")
        try Self.grant(&register, "X-1", applied: "2026-07-13", granted: "2026-07-16")
        func counts(_ date: String) -> [CreditRecordID] {
            register.file("U-0005").status(on: day(date), under: register.law).records
                .map(\.record)
        }
        #expect(counts("2026-07-15") == ["R-1"])
        #expect(counts("2026-07-16").isEmpty)
        let trail = register.trail("U-0005").items.map(\.recorded.event)
        #expect(trail.contains { $0.is(DishonestyEntered.self) })
        #expect(trail.contains { $0.is(RepairEffected.self) })
        #expect(trail.contains { $0.trailClass == .repair })
    }

    @Test(
        "Repair before the minimum is refused; nor before it was put right, nor without a promise")
    func invariant9() throws {
        var register = try Self.penalised("2026-03-02")
        // Under Order 58 three months from the document.
        #expect(Self.refusal(register, on: "2026-06-02")?.code == "minimumRuns")
        #expect(Self.refusal(register, on: "2026-06-03")?.code == "repairNotRectified")
        try Self.rectify(&register, on: "2026-06-10")
        #expect(Self.refusal(register, on: "2026-06-09")?.code == "repairNotRectified")
        #expect(
            Self.refusal(register, on: "2026-06-10", ["record": "R-1"])?.code == "repairNoPromise")
        #expect(Self.refusal(register, on: "2026-06-10") == nil)
        #expect(
            Self.refusal(register, on: "2026-06-10", ["record": "R-9", "promise": "示例"])?.code
                == "unknownDishonesty")
        // An application follows its own day; the least time that of the document.
        try register.act("repair.apply", "X-1", Self.application, on: "2026-06-10")
        #expect(register.repair("X-1")?.course()?.application.fact.regime == "order36")
        #expect(Self.refusal(register, on: "2026-06-11")?.code == "repairPending")
    }

    @Test(
        "a document of the days of Order 36 is graded first; a minor one is repaired once performed"
    )
    func grades() throws {
        var ungraded = try Self.penalised("2026-05-08")
        try Self.rectify(&ungraded, on: "2026-05-11")
        #expect(Self.refusal(ungraded, on: "2027-05-01")?.code == "repairNotGraded")
        var minor = try Self.penalised("2026-05-08", graded: "minor")
        #expect(Self.refusal(minor, on: "2026-05-11")?.code == "repairNotRectified")
        try Self.rectify(&minor, on: "2026-05-11")
        #expect(Self.refusal(minor, on: "2026-05-11") == nil)
        try minor.act("repair.apply", "X-1", Self.application, on: "2026-05-11")
        #expect(minor.repair("X-1")?.course()?.application.fact.earliest == nil)
        var serious = try Self.penalised("2026-05-08", graded: "serious")
        try Self.rectify(&serious, on: "2026-05-11")
        #expect(Self.refusal(serious, on: "2027-05-08")?.code == "minimumRuns")
        #expect(Self.refusal(serious, on: "2027-05-09") == nil)
    }

    @Test("a confirmed breach has no least time, and takes the confirming organ's certificate")
    func certificate() throws {
        var register = try Register.credit()
        try register.act(
            "instrument.register", "I-1",
            Register.document(
                "confirmedBreach", of: "U-SUP", dated: "2024-07-08", naming: ["U-0005"],
                [
                    "verifiedOn": "2024-04-22", "orderedOn": "2024-04-22",
                    "orderedUntil": "2024-06-21",
                ]), on: "2024-07-12")
        try register.act(
            "dishonesty.propose", "R-1", Register.proposal(on: "I-1", of: "U-0005"),
            on: "2024-07-12", by: "clerk.a", of: "U-SUP")
        try register.act(
            "dishonesty.enter", "R-1", on: "2024-07-12", by: "clerk.a", of: "U-SUP",
            approvedBy: "chief.b")
        #expect(Self.refusal(register, on: "2024-07-15")?.code == "repairNoCertificate")
        let certified = Self.application.merging(["certificate": "示例证明〔2024〕1号"]) { $1 }
        #expect(Self.refusal(register, on: "2024-07-15", certified) == nil)
        try register.act("repair.apply", "X-1", certified, on: "2024-07-15")
        #expect(register.repair("X-1")?.course()?.application.fact.regime == "ndrc1103")
        #expect(
            register.refusal("repair.accept", "X-1", on: "2024-07-16", of: "U-0005")?.code
                == "notConfirmingOrgan")
    }

    @Test(
        "decided by who confirmed, never by who recorded or approved the record; a denial says why")
    func decider() throws {
        var register = try Self.penalised("2026-04-10", graded: "general")
        try Self.rectify(&register, on: "2026-06-30")
        try register.act("repair.apply", "X-1", Self.application, on: "2026-07-13")
        func decide(
            _ outcome: String, by actor: Officer, _ approver: Officer, of unit: UnitID = "U-GA"
        ) -> String? {
            register.refusal(
                "repair.decide", "X-1", ["repairOutcome": .string(outcome)], on: "2026-07-16",
                by: actor, of: unit, approvedBy: approver)?.code
        }
        #expect(decide("granted", by: "clerk.c", "chief.d") == "repairNotAccepted")
        try register.act("repair.accept", "X-1", on: "2026-07-14", of: "U-GA")
        #expect(decide("granted", by: "clerk.c", "chief.d", of: "U-JW") == "notConfirmingOrgan")
        #expect(decide("granted", by: "Clerk.A", "chief.d") == "deciderRecorded")
        #expect(decide("granted", by: "clerk.c", "chief.b") == "deciderRecorded")
        #expect(decide("denied", by: "clerk.c", "chief.d") == "repairNoReason")
        try register.act(
            "repair.decide", "X-1", ["repairOutcome": "denied", "reason": "示例理由"],
            on: "2026-07-16", by: "clerk.c", of: "U-GA", approvedBy: "chief.d")
        #expect(register.standing("R-1", on: "2026-07-16")?.state == .entered)
        #expect(decide("granted", by: "clerk.c", "chief.d") == "repairDecidedAlready")
        // Denied, it can be applied for again.
        #expect(Self.refusal(register, on: "2026-07-17") == nil)
    }

    @Test("returned with everything that is missing at once; extended once, from the last day on")
    func course() throws {
        var register = try Self.penalised("2026-04-10", graded: "general")
        try Self.rectify(&register, on: "2026-06-30")
        try register.act("repair.apply", "X-1", Self.application, on: "2026-07-13")
        #expect(
            register.refusal("repair.refuse", "X-1", on: "2026-07-14", of: "U-GA")?.code
                == "repairNoPapers")
        #expect(
            register.refusal(
                "repair.extend", "X-1", ["reason": "示例理由"], on: "2026-07-14", of: "U-GA")?
                .code == "repairNotAccepted")
        var returned = register
        try returned.act(
            "repair.refuse", "X-1", ["papers": ["信用承诺书", "缴款凭证"]], on: "2026-07-14", of: "U-GA")
        #expect(clocks(returned, asOf: "2026-07-14").allSatisfy { !$0.isOpen })
        #expect(
            returned.refusal("repair.accept", "X-1", on: "2026-07-15", of: "U-GA")?.code
                == "repairRefusedAlready")
        try register.act("repair.accept", "X-1", on: "2026-07-14", of: "U-GA")
        try register.act(
            "repair.extend", "X-1", ["reason": "示例理由"], on: "2026-07-16", of: "U-GA")
        let extended = clocks(register, asOf: "2026-07-16").last {
            $0.start.slot == "repair.decide"
        }
        #expect(extended?.clock == "repair.extension" && extended?.due == day("2026-07-22"))
        let before = clocks(register, asOf: "2026-07-15").last { $0.start.slot == "repair.decide" }
        #expect(before?.clock == "repair.decide" && before?.due == day("2026-07-17"))
        #expect(
            register.refusal(
                "repair.extend", "X-1", ["reason": "示例理由"], on: "2026-07-17", of: "U-GA")?
                .code == "repairExtendedAlready")
    }

    @Test("revoked repair restores at most what remained, and bars for twelve months")
    func revoked() throws {
        var register = try Self.penalised("2026-04-10", graded: "general")
        try Self.rectify(&register, on: "2026-06-30")
        #expect(
            register.refusal(
                "repair.revoke", "X-1", ["revokedFor": "falseMaterial"], on: "2026-08-03",
                of: "U-GA", approvedBy: "chief.d")?.code == "unknownRepair")
        try Self.grant(&register, "X-1", applied: "2026-07-13", granted: "2026-07-16")
        #expect(Self.refusal(register, on: "2026-07-20")?.code == "repairedAlready")
        try register.act(
            "repair.revoke", "X-1", ["revokedFor": "falseMaterial"], on: "2026-08-03", of: "U-GA",
            approvedBy: "chief.d")
        #expect(register.standing("R-1", on: "2026-08-02")?.state == .repaired)
        #expect(register.standing("R-1", on: "2026-08-03")?.state == .entered)
        // The days it was not shown are not added.
        #expect(register.standing("R-1", on: "2026-08-03")?.maximum == day("2027-04-10"))
        #expect(register.standing("R-1", on: "2027-04-10")?.state == .entered)
        #expect(register.standing("R-1", on: "2027-04-11")?.state == .stopped)
        let barred = try #require(Self.refusal(register, on: "2027-08-03"))
        #expect(barred.code == "repairBarred")
        #expect(barred.message.values["from"] == .text("2027-08-04"))
        #expect(Self.refusal(register, on: "2027-08-04") == nil)
    }

    @Test("Flag, objection and repair never lengthen publication")
    func invariant13() throws {
        var register = try Self.penalised("2026-04-10", graded: "general")
        let before = register.standing("R-1", on: "2026-05-06")
        try register.act(
            "objection.file", "O-1", ["record": "R-1", "objectionGround": "overTime"],
            on: "2026-06-01", of: "U-GA")
        try register.act("objection.flag", "O-1", on: "2026-06-01", of: "U-GA")
        try Self.rectify(&register, on: "2026-06-30")
        try register.act("repair.apply", "X-1", Self.application, on: "2026-07-13")
        #expect(register.standing("R-1", on: "2026-07-13")?.maximum == before?.maximum)
        #expect(before?.maximum == day("2027-04-10"))
        #expect(register.standing("R-1", on: "2027-04-11")?.state == .stopped)
    }
}
