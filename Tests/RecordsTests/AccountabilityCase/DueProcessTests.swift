import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A determination needs notification and defence first — 政务处分法 Art. 43 (D2 17, 18)")
struct DueProcessTests {
    @Test("found without having been told is refused, told without having been heard too")
    func toldAndHeard() throws {
        var register = try Proceedings.named()
        #expect(throws: Refusal.case(.notNotified("P-0003", Proceedings.file))) {
            try register.find("P-0003", .sustained, on: "2024-08-20")
        }
        try register.notify("P-0003")
        #expect(throws: Refusal.case(.notHeard("P-0003", Proceedings.file))) {
            try register.find("P-0003", .sustained, on: "2024-08-20")
        }
        try register.hear("P-0003")
        #expect(try register.find("P-0003", .sustained, on: "2024-08-20").count == 1)
    }

    @Test("what was heard after the day of the finding does not count for it")
    func heardLater() throws {
        var register = try Proceedings.heard()
        #expect(throws: Refusal.case(.notHeard("P-0003", Proceedings.file))) {
            try register.find("P-0003", .sustained, on: "2024-07-24")
        }
        #expect(throws: Refusal.case(.notNotified("P-0003", Proceedings.file))) {
            try register.find("P-0003", .sustained, on: "2024-07-14")
        }
    }

    @Test("the defence of one person is not that of another")
    func eachPerson() throws {
        var register = try Proceedings.heard("P-0003")
        #expect(throws: Refusal.case(.notNotified("P-0002", Proceedings.file))) {
            try register.find("P-0002", .exonerated, on: "2024-08-20")
        }
    }

    @Test("a recorded waiver stands in the place of the defence")
    func waiver() throws {
        var register = try Proceedings.named()
        try register.notify("P-0003")
        try register.act(
            "case.waive-defence", "C-2024-01", ["subject": "P-0003", "instrument": "放弃书（虚构）"],
            on: "2024-07-20")
        #expect(try register.find("P-0003", .sustained, on: "2024-08-20").count == 1)
    }

    @Test("who is told anew is heard anew")
    func toldAnew() throws {
        var register = try Proceedings.heard()
        try register.notify("P-0003", on: "2024-08-01")
        #expect(throws: Refusal.case(.notHeard("P-0003", Proceedings.file))) {
            try register.find("P-0003", .sustained, on: "2024-08-20")
        }
    }

    @Test("nobody is heard on what they were not told")
    func heardUntold() throws {
        var register = try Proceedings.named()
        #expect(throws: Refusal.case(.notNotified("P-0003", Proceedings.file))) {
            try register.hear("P-0003")
        }
        expectRefusal(
            register.refusal(
                "case.waive-defence", "C-2024-01",
                ["subject": "P-0003", "instrument": "放弃书（虚构）"], on: "2024-07-20"),
            code: "notNotified", source: "政务处分法#43")
    }

    @Test("the finding has a second person behind it, and another than who records it")
    func secondPerson() throws {
        var register = try Proceedings.heard()
        #expect(throws: Refusal.needsApprover("case.determine")) {
            try register.find("P-0003", .sustained, on: "2024-08-20", approvedBy: nil)
        }
        #expect(throws: Refusal.approverIsRecorder("clerk.a")) {
            try register.find("P-0003", .sustained, on: "2024-08-20", approvedBy: "clerk.a")
        }
        try register.find("P-0003", .sustained, on: "2024-08-20")
        #expect(throws: Refusal.needsApprover("sanction.impose")) {
            try register.sanction(.warning, approvedBy: nil)
        }
    }

    @Test(
        "a recused officer neither investigates nor notifies, hears or finds, in no place",
        arguments: ["investigator", "notify", "hear", "officer", "actor", "approver"])
    func recused(part: String) throws {
        var register = try Proceedings.heard()
        try register.act(
            "case.recuse", "C-2024-01", ["officer": "P-0007", "reason": "近亲属（虚构）"],
            on: "2024-08-01")
        let refused = Refusal.case(.recused("P-0007", since: day("2024-08-01")))
        func attempt(_ register: inout Register, on day: String) throws(Refusal) {
            switch part {
            case "investigator":
                try register.ask(
                    "assignInvestigator", ["case": "C-2024-01", "investigator": "P-0007"],
                    on: day)
            case "notify":
                try register.act(
                    "case.notify", "C-2024-01", ["subject": "P-0002", "officer": "P-0007"],
                    on: day)
            case "hear":
                try register.act(
                    "case.hear-defence", "C-2024-01",
                    ["subject": "P-0003", "officer": "P-0007"], on: day)
            case "officer":
                try register.find("P-0003", .sustained, on: day, ["officer": "P-0007"])
            case "actor": try register.find("P-0003", .sustained, on: day, by: "P-0007")
            default: try register.find("P-0003", .sustained, on: day, approvedBy: "P-0007")
            }
        }
        #expect(throws: refused) { try attempt(&register, on: "2024-08-01") }
        #expect(refused.source == "政务处分法#47")
        #expect(throws: Never.self) { try attempt(&register, on: "2024-07-31") }
    }

    @Test("a case delivered from elsewhere is recorded as it is")
    func delivered() throws {
        var register = try Register.withCase()
        register.law = try LawDocuments.law()
        try register.sustain(on: "2024-08-20")
        #expect(
            register.file(Register.director).status(on: day("2024-08-20"), under: register.law)
                .findings.count == 1)
    }
}

@Suite("Who has the power decides — 干部管理权限, 追责制度 Art. 14")
struct ManagementTests {
    /// The head's post names the city as the organ that manages it.
    private func managedByCity() throws -> Register {
        var register = try Proceedings.named()
        try register.perform(
            TakePost(
                subject: WaterProject.mayor, unit: "U-ZF", post: "旗长",
                managingAuthority: Proceedings.city), on("2019-01-01"))
        return register
    }

    @Test("an official whom another organ manages is handed over, not found upon")
    func handedOver() throws {
        var register = try managedByCity()
        try register.notify("P-0001")
        try register.hear("P-0001")
        let refused = Refusal.case(
            .managedElsewhere("P-0001", by: Proceedings.city, Proceedings.commission))
        #expect(throws: refused) { try register.find("P-0001", .sustained, on: "2024-08-20") }
        #expect(throws: refused) { try register.sanction(.admonition, of: "P-0001") }
        expectRefusal(refused, code: "managedElsewhere", source: "XZZ-2020-26#14")
    }

    @Test("the post held then tells who manages, not the one taken since")
    func thenNotNow() throws {
        var register = try Proceedings.heard()
        try register.perform(
            TakePost(
                subject: "P-0003", unit: "U-SLJ", post: "局长",
                managingAuthority: Proceedings.commission), on("2020-01-01"))
        try register.perform(
            TakePost(
                subject: "P-0003", unit: "U-OTHER", post: "副旗长", managingAuthority: Proceedings.city
            ), on("2023-01-01"))
        #expect(try register.find("P-0003", .sustained, on: "2024-08-20").count == 1)
    }

    @Test(
        "where the post held then names nobody, the latest that does tells, whichever was told first",
        arguments: [true, false], [true, false])
    func latestTells(isHereLast: Bool, isToldInOrder: Bool) throws {
        var register = try Proceedings.heard()
        let organs = isHereLast ? ["U-CITY", "U-JW"] : ["U-JW", "U-CITY"]
        let posts = [("2023-01-01", organs[0]), ("2024-01-01", organs[1])]
        for (begun, organ) in isToldInOrder ? posts : posts.reversed() {
            try register.perform(
                TakePost(
                    subject: "P-0003", unit: "U-OTHER", post: "副旗长",
                    managingAuthority: UnitID(wellFormed: organ)), on(begun))
        }
        let refused = Refusal.case(
            .managedElsewhere("P-0003", by: Proceedings.city, Proceedings.commission))
        do throws(Refusal) {
            try register.find("P-0003", .sustained, on: "2024-08-20")
            #expect(isHereLast)
        } catch {
            #expect(!isHereLast && error == refused)
        }
    }

    @Test("who was handed over is judged here no more, until the organ gives the matter back")
    func transferred() throws {
        var register = try Proceedings.heard()
        try register.transfer("P-0003", because: "disciplineOrLaw", on: "2024-08-01")
        let refused = Refusal.case(
            .transferred("P-0003", to: Proceedings.city, on: day("2024-08-01")))
        #expect(throws: refused) { try register.find("P-0003", .sustained, on: "2024-08-20") }
        #expect(throws: refused) { try register.sanction(.warning) }
        expectRefusal(refused, code: "personTransferred", source: "XZZ-2020-26#14")

        let answer: [String: Tree] = ["subject": "P-0003", "organ": "U-CITY"]
        try register.act(
            "case.answer-transfer", "C-2024-01", answer.merging(["outcome": "accepted"]) { $1 },
            on: "2024-08-10")
        #expect(throws: refused) { try register.find("P-0003", .sustained, on: "2024-08-20") }
        try register.act(
            "case.answer-transfer", "C-2024-01", answer.merging(["outcome": "returned"]) { $1 },
            on: "2024-08-15")
        #expect(try register.find("P-0003", .sustained, on: "2024-08-20").count == 1)
    }

    @Test("an answer to an earlier transfer does not end a later one, and on its day it holds")
    func transferredAgain() throws {
        var register = try Proceedings.heard()
        let answer: [String: Tree] = ["subject": "P-0003", "organ": "U-CITY"]
        func returned(on day: String) throws {
            try register.act(
                "case.answer-transfer", "C-2024-01",
                answer.merging(["outcome": "returned"]) { $1 }, on: day)
        }
        try register.transfer("P-0003", on: "2024-08-01")
        try returned(on: "2024-08-05")
        #expect(throws: Never.self) {
            var here = register
            try here.find("P-0003", .sustained, on: "2024-08-09")
        }
        try register.transfer("P-0003", on: "2024-08-10")
        let refused = Refusal.case(
            .transferred("P-0003", to: Proceedings.city, on: day("2024-08-10")))
        for day in ["2024-08-10", "2024-08-20"] {
            #expect(throws: refused) { try register.find("P-0003", .sustained, on: day) }
        }
        #expect(throws: Never.self) {
            var before = register
            try before.find("P-0003", .sustained, on: "2024-08-09")
        }
        try returned(on: "2024-08-15")
        #expect(try register.find("P-0003", .sustained, on: "2024-08-20").count == 1)
    }

    @Test("a transfer of the whole case takes everybody along")
    func whole() throws {
        var register = try Proceedings.heard()
        try register.act(
            "case.transfer", "C-2024-01", ["organ": "U-CITY", "reason": "managementAuthority"],
            on: "2024-08-01")
        #expect(
            throws: Refusal.case(
                .transferred("P-0003", to: Proceedings.city, on: day("2024-08-01")))
        ) { try register.find("P-0003", .sustained, on: "2024-08-20") }
        expectRefusal(
            register.refusal(
                "case.transfer", "C-2024-01",
                ["organ": "U-CITY", "reason": "otherJurisdiction"], on: "2024-08-02"),
            code: "caseTransferred", source: "XZZ-2020-26#14")
        #expect(register.view(on: "2024-08-01")?.state == .transferred)
    }

    @Test("an answer needs a transfer to that organ, of that person")
    func answers() throws {
        var register = try Proceedings.named()
        try register.transfer("P-0001", on: "2024-05-20")
        for (subject, organ) in [("P-0001", "U-OTHER"), ("P-0003", "U-CITY")] {
            expectRefusal(
                register.refusal(
                    "case.answer-transfer", "C-2024-01",
                    ["subject": .string(subject), "organ": .string(organ), "outcome": "accepted"],
                    on: "2024-06-01"),
                code: "notTransferred", source: "XZZ-2020-26#14")
        }
        expectRefusal(
            register.refusal(
                "case.transfer", "C-2024-01", ["organ": "U-JW", "reason": "managementAuthority"],
                on: "2024-06-01"),
            code: "transferToItself", source: "XZZ-2020-26#14")
    }
}
