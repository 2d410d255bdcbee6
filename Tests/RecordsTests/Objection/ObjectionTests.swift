import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite(
    "An objection is to the record, is decided by others, and changes the record with the decision")
struct ObjectionTests {
    /// A record on a person by the discipline organ, recorded by `clerk.a` and approved by `chief.b`.
    static func onRecord(notified: Bool = false) throws -> Register {
        var register = try Register.credit()
        try register.act(
            "instrument.register", "I-1",
            Register.document(
                "accountability", of: "U-JW", dated: "2024-09-10", naming: ["P-0021", "U-0005"]),
            on: "2024-09-18")
        try register.act(
            "dishonesty.propose", "R-21", Register.proposal(on: "I-1", of: "P-0021"),
            on: "2024-09-18", by: "clerk.a", of: "U-JW")
        try register.act(
            "dishonesty.enter", "R-21", on: "2024-09-18", by: "clerk.a", of: "U-JW",
            approvedBy: "chief.b")
        if notified {
            try register.act(
                "dishonesty.notify", "R-21",
                ["channel": "当面", "objectionTold": true, "repairTold": true],
                on: "2024-09-19", of: "U-JW")
        }
        return register
    }

    static let filing: [String: Tree] = [
        "record": "R-21", "objectionGround": "wrongPerson", "statement": "示例说明",
    ]

    static func filed(on day: String = "2024-09-25") throws -> Register {
        var register = try onRecord(notified: true)
        try register.act("objection.file", "O-1", filing, on: day, of: "U-JW")
        return register
    }

    @Test("it is raised on a ground that the rules name, and re-argues no document")
    func filing() throws {
        var register = try Self.onRecord()
        func refused(_ changed: [String: Tree], on day: String = "2024-09-25") -> Refusal? {
            register.refusal(
                "objection.file", "O-X", Self.filing.merging(changed) { $1 }, on: day, of: "U-JW")
        }
        #expect(refused(["objectionGround": "unkind"])?.code == "unknownObjectionGround")
        let reargued = try #require(refused(["against": "instrument"]))
        #expect(reargued.code == "objectionReargues")
        #expect(
            reargued.message.values["remedy"]
                == .title(chinese: "复核或者申诉", english: "review or appeal"))
        #expect(refused(["record": "R-9"])?.code == "unknownDishonesty")
        #expect(refused([:], on: "2024-09-17")?.code == "recordBeforeStep")
        // By its Chinese name, too; asked twice it is there once.
        let named = Self.filing.merging(["objectionGround": "主体错误"]) { $1 }
        #expect(
            try register.act("objection.file", "O-1", named, on: "2024-09-25", of: "U-JW").count
                == 1)
        #expect(
            try register.act("objection.file", "O-1", Self.filing, on: "2024-09-25", of: "U-JW")
                .isEmpty)
        #expect(
            register.refusal(
                "objection.file", "O-1", Self.filing, on: "2024-09-26", of: "U-JW")?.code
                == "objectionFiledOtherwise")
        #expect(refused([:])?.code == "objectionPending")
        #expect(refused(["objectionGround": "overTime"]) == nil)
    }

    @Test("refused without a reason it is not refused; accepted, it is decided")
    func acceptance() throws {
        var register = try Self.filed()
        #expect(
            register.refusal("objection.refuse", "O-1", on: "2024-09-26", of: "U-JW")?.code
                == "missingField")
        #expect(
            register.refusal("objection.accept", "O-1", on: "2024-09-26", of: "U-0005")?.code
                == "objectionOtherUnit")
        #expect(
            register.refusal("objection.accept", "O-1", on: "2024-09-24", of: "U-JW")?.code
                == "objectionBeforeStep")
        var other = register
        try register.act("objection.accept", "O-1", on: "2024-09-26", of: "U-JW")
        #expect(
            register.refusal(
                "objection.refuse", "O-1", ["reason": "示例理由"], on: "2024-09-27", of: "U-JW")?.code
                == "objectionAcceptedAlready")
        try other.act(
            "objection.refuse", "O-1", ["reason": "示例理由"], on: "2024-09-26", of: "U-JW")
        #expect(
            other.refusal("objection.flag", "O-1", on: "2024-09-27", of: "U-JW")?.code
                == "objectionRefusedAlready")
        #expect(
            other.objection("O-1")?.course()?.state == .refused
                && register.objection("O-1")?.course()?.state == .accepted)
    }

    @Test(
        "the record is flagged while an objection is marked and not decided, and counts all the same"
    )
    func flagged() throws {
        var register = try Self.filed()
        #expect(register.standing("R-21", on: "2024-09-25")?.state == .notified)
        try register.act("objection.flag", "O-1", on: "2024-09-26", of: "U-JW")
        #expect(register.standing("R-21", on: "2024-09-25")?.state == .notified)
        #expect(register.standing("R-21", on: "2024-09-26")?.state == .flagged)
        #expect(DishonestyState.flagged.counts)
        try register.act(
            "objection.decide", "O-1", ["objectionOutcome": "rejected", "reason": "示例理由"],
            on: "2024-09-29", by: "clerk.c", of: "U-JW", approvedBy: "chief.d")
        #expect(register.standing("R-21", on: "2024-09-28")?.state == .flagged)
        #expect(register.standing("R-21", on: "2024-09-29")?.state == .notified)
    }

    @Test(
        "Objection decider ≠ recorder: whoever recorded or approved the record does not decide on it"
    )
    func invariant18() throws {
        var register = try Self.filed()
        func code(by actor: Officer, _ approver: Officer?) -> String? {
            register.refusal(
                "objection.decide", "O-1",
                ["objectionOutcome": "upheld", "reason": "示例理由", "annulledFor": "identity"],
                on: "2024-10-09", by: actor, of: "U-JW", approvedBy: approver)?.code
        }
        #expect(code(by: "clerk.a", "chief.d") == "deciderRecorded")
        #expect(code(by: "CLERK.A", "chief.d") == "deciderRecorded")
        #expect(code(by: "clerk.c", "chief.b") == "deciderRecorded")
        #expect(code(by: "clerk.c", nil) == "needsApprover")
        #expect(code(by: "clerk.c", "clerk.c") == "approverIsRecorder")
        #expect(code(by: "clerk.c", "chief.d") == nil)
    }

    @Test("Upheld objection: record annulled or corrected in the same decision, one of both")
    func invariant23() throws {
        let base = try Self.filed()
        func decide(_ fields: [String: Tree]) -> Refusal? {
            var register = base
            return register.refusal(
                "objection.decide", "O-1", fields.merging(["reason": "示例理由"]) { $1 },
                on: "2024-10-09", by: "clerk.c", of: "U-JW", approvedBy: "chief.d")
        }
        #expect(decide(["objectionOutcome": "upheld"])?.code == "objectionOneConsequence")
        #expect(
            decide([
                "objectionOutcome": "upheld", "annulledFor": "identity", "actOn": "2024-01-09",
            ])?.code == "objectionOneConsequence")
        #expect(
            decide(["objectionOutcome": "upheld", "annulledFor": "noBasis"])?.code
                == "notOneOfTheCodes")
        #expect(
            decide(["objectionOutcome": "rejected", "annulledFor": "identity"])?.code
                == "objectionNothingChanges")
        #expect(
            decide(["objectionOutcome": "unverifiable", "actOn": "2024-01-09"])?.code
                == "objectionNothingChanges")
        var register = base
        let corrected = try register.act(
            "objection.decide", "O-1",
            ["objectionOutcome": "upheld", "reason": "示例理由", "actOn": "2024-01-09"],
            on: "2024-10-09", by: "clerk.c", of: "U-JW", approvedBy: "chief.d")
        #expect(
            corrected.map(\.event.type.name) == [
                "objection.decided.v1", "dishonesty.corrected.v1",
            ])
        #expect(corrected.last?.cause == corrected.first?.position)
        #expect(register.course("R-21")?.actOn == day("2024-01-09"))
        #expect(register.standing("R-21", on: "2024-10-09")?.state == .notified)
        // Whoever corrected it by deciding had a hand in what it says now.
        try register.act(
            "objection.file", "O-2", Self.filing.merging(["objectionGround": "overTime"]) { $1 },
            on: "2024-10-10", of: "U-JW")
        #expect(
            register.refusal(
                "objection.decide", "O-2", ["objectionOutcome": "rejected", "reason": "示例理由"],
                on: "2024-10-11", by: "clerk.c", of: "U-JW", approvedBy: "chief.e")?.code
                == "deciderRecorded")
    }

    @Test("what cannot be verified changes nothing, and both views stay beside the record")
    func unverifiable() throws {
        var register = try Self.filed()
        try register.act(
            "objection.decide", "O-1", ["objectionOutcome": "unverifiable", "reason": "示例理由"],
            on: "2024-10-09", by: "clerk.c", of: "U-JW", approvedBy: "chief.d")
        let course = try #require(register.course("R-21"))
        #expect(course.unverifiable.map(\.objection) == ["O-1"])
        #expect(course.unverifiable.first?.filing.fact.statement != nil)
        #expect(register.standing("R-21", on: "2024-10-09")?.state == .notified)
        #expect(
            register.refusal(
                "objection.tell-viewers", "O-1", ["viewers": ["U-0005"]], on: "2024-10-10")?.code
                == "objectionNotUpheld")
    }

    @Test("an objection never adds publication time")
    func invariant6() throws {
        let before = try Self.onRecord().standing("R-21", on: "2024-09-25")
        var register = try Self.filed()
        try register.act("objection.flag", "O-1", on: "2024-09-26", of: "U-JW")
        let after = register.standing("R-21", on: "2024-09-26")
        #expect(before?.maximum == day("2025-09-10"))
        #expect(after?.maximum == before?.maximum && after?.minimum == before?.minimum)
        #expect(register.standing("R-21", on: "2025-09-10")?.state == .flagged)
        #expect(register.standing("R-21", on: "2025-09-11")?.state == .stopped)
    }

    @Test("the credit office reviews, unless it decided itself; what it upholds changes the record")
    func review() throws {
        var register = try Self.filed()
        func asked(_ reviewer: String, on day: String = "2024-10-10") -> String? {
            register.refusal(
                "objection.ask-review", "O-1", ["reviewer": .string(reviewer)], on: day)?.code
        }
        #expect(asked("U-XYB") == "objectionNotDecided")
        try register.act(
            "objection.decide", "O-1", ["objectionOutcome": "rejected", "reason": "示例理由"],
            on: "2024-10-09", by: "clerk.c", of: "U-JW", approvedBy: "chief.d")
        #expect(asked("U-GA") == "objectionReviewerUnfit")
        #expect(asked("U-XYB", on: "2024-10-08") == "objectionBeforeStep")
        let ruling: [String: Tree] = [
            "objectionOutcome": "upheld", "reason": "示例理由", "annulledFor": "objection",
        ]
        #expect(
            register.refusal(
                "objection.review", "O-1", ruling, on: "2024-10-11", by: "clerk.x", of: "U-XYB",
                approvedBy: "chief.y")?.code == "objectionReviewNotAsked")
        try register.act(
            "objection.ask-review", "O-1", ["reviewer": "U-XYB"], on: "2024-10-10")
        #expect(
            register.refusal(
                "objection.review", "O-1", ruling, on: "2024-10-11", by: "clerk.x", of: "U-JW",
                approvedBy: "chief.y")?.code == "objectionNotReviewer")
        #expect(
            register.refusal(
                "objection.review", "O-1", ruling, on: "2024-10-11", by: "clerk.a", of: "U-XYB",
                approvedBy: "chief.y")?.code == "deciderRecorded")
        let reviewed = try register.act(
            "objection.review", "O-1", ruling, on: "2024-10-11", by: "clerk.x", of: "U-XYB",
            approvedBy: "chief.y")
        #expect(reviewed.last?.event.type.name == "dishonesty.annulled.v1")
        #expect(register.standing("R-21", on: "2024-10-11")?.state == .annulled)
        #expect(register.objection("O-1")?.course()?.state == .reviewed)
    }

    @Test("the credit office that decided by itself does not review what it decided")
    func ownReview() throws {
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
            "dishonesty.propose", "R-21", Register.proposal(on: "I-1", of: "U-0005"),
            on: "2024-07-12", by: "clerk.a", of: "U-XYB")
        try register.act(
            "dishonesty.enter", "R-21", on: "2024-07-12", by: "clerk.a", of: "U-XYB",
            approvedBy: "chief.b")
        try register.act("objection.file", "O-1", Self.filing, on: "2024-07-15", of: "U-XYB")
        try register.act(
            "objection.decide", "O-1", ["objectionOutcome": "rejected", "reason": "示例理由"],
            on: "2024-07-16", by: "clerk.c", of: "U-XYB", approvedBy: "chief.d")
        #expect(
            register.refusal(
                "objection.ask-review", "O-1", ["reviewer": "U-XYB"], on: "2024-07-17")?.code
                == "objectionReviewerDecided")
    }
}
