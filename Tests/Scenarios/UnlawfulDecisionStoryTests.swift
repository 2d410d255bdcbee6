import TestSupport
import Testing

/// Story S1: an unlawful decision, and its people found years later.
@Suite("An unlawful decision, a transfer, a retirement — 追责制度 Art. 3", .serialized)
struct UnlawfulDecisionStoryTests {
    private static let decision = "D-2021-001"
    private static let article27 = (chinese: "政务处分法第27条", english: "政务处分法 Art. 27")
    private static let people = ["P-0001", "P-0002", "P-0003"]

    private struct DossierAnswer: Decodable {
        struct Ground: Decodable {
            let ground: String
            let state: String
        }
        struct Step: Decodable {
            let step: String
            let state: String
        }
        let lifelong: Bool
        let grounds: [Ground]
        let steps: [Step]
    }

    private struct BackTraceAnswer: Decodable {
        struct Person: Decodable {
            struct Role: Decodable {
                let post: String?
                let unit: String?
            }
            struct Whereabouts: Decodable { let state: String }
            let subject: String
            let basis: String
            let role: Role
            let dissent: Int?
            let whereabouts: Whereabouts
        }
        let persons: [Person]
    }

    private struct TrailAnswer: Decodable {
        struct Item: Decodable {
            struct Role: Decodable { let post: String? }
            let type: String
            let on: String?
            let role: Role?
        }
        struct Trail: Decodable { let dated: [Item] }
        let trail: Trail
    }

    private static let meeting = Result { try prepared() }
    private static let whole = Result { try told() }

    private func prepared() throws -> PracticeLedger { try .init(copyOf: Self.meeting.get()) }
    private func told() throws -> PracticeLedger { try .init(copyOf: Self.whole.get()) }

    /// Up to the meeting of 2021-04-20.
    private static func prepared() throws -> PracticeLedger {
        let ledger = try PracticeLedger(madeOn: "2021-01-04")
        for (unit, title) in [
            ("U-ZF", "云上旗人民政府（虚构）"), ("U-SLJ", "云上旗水利局（虚构）"),
            ("U-JW", "云上旗纪委监委（虚构）"), ("U-CJW", "云上市纪委监委（虚构）"),
            ("U-OTHER", "望海旗水利局（虚构）"),
        ] {
            try ledger.unit(unit, title, on: "2021-01-04")
        }
        for (id, unit, post, organ) in [
            ("P-0001", "U-ZF", "旗长", "U-CJW"), ("P-0002", "U-ZF", "副旗长", "U-JW"),
            ("P-0003", "U-SLJ", "局长", "U-JW"),
        ] {
            try ledger.official(id, "示例·\(id)", unit, post, managedBy: organ, on: "2021-01-04")
        }
        func decide(_ day: String, _ verb: String, _ more: [String] = []) throws {
            let words = ["decision", verb, Self.decision] + more
            try ledger.record(day, words)
        }
        try decide("2021-03-01", "propose", ["--title", "云上旗供水工程（虚构）"])
        try decide(
            "2021-03-01", "initiate",
            ["--lead", "U-SLJ", "--head", "P-0001", "--lead-officer", "P-0003"])
        try decide("2021-03-10", "open-consultation", ["--until", "2021-03-24"])
        try decide("2021-03-15", "receive-opinion", ["--opinion", "Y-1"])
        try decide("2021-03-26", "dispose-opinion", ["--opinion", "Y-1", "--adopted"])
        try decide("2021-03-28", "review-by-experts")
        try decide("2021-04-01", "submit-for-legality")
        try decide("2021-04-13", "review-legality", ["--conclusion", "unlawful"])
        try decide(
            "2021-04-20", "discuss",
            [
                "--attendee", "subject=P-0001,part=head,opinion=agree",
                "--attendee", "subject=P-0002,part=leader,opinion=disagree",
                "--attendee", "subject=P-0003,part=lead,opinion=agree",
                "--head-spoke-last", "--minutes-digest", String(repeating: "9f", count: 32),
            ])
        return ledger
    }

    /// The whole story.
    private static func told() throws -> PracticeLedger {
        let ledger = try PracticeLedger(copyOf: meeting.get())
        try ledger.record("2021-04-20", "decision", "adopt", Self.decision, "--decider", "U-ZF")
        try ledger.record("2021-04-25", "decision", "publish", Self.decision, "--channel", "网站")
        try ledger.record(
            "2022-07-01", "subject", "take-post", "P-0003", "--unit", "U-OTHER", "--post", "局长")
        try ledger.record("2023-02-28", "subject", "leave", "P-0001", "--reason", "retired")
        try ledger.record(
            "2024-05-10", "decision", "confirm-harm", Self.decision, "--loss", "major",
            "--influence", "none", "--attribution", "decisionError", "--instrument",
            "云上审〔2024〕1号（虚构）", "--approver", "clerk.b")
        try ledger.record(
            "2024-05-20", "case", "open", "C-2024-001", "--authority", "U-JW", "--decision",
            Self.decision, "--ground", "G9.2")
        for person in Self.people {
            try ledger.record("2024-05-20", "case", "name", "C-2024-001", "--subject", person)
        }
        try ledger.record(
            "2024-05-20", "case", "transfer", "C-2024-001", "--subject", "P-0001", "--organ",
            "U-CJW", "--reason", "managementAuthority")
        for (day, verb) in [("2024-07-15", "notify"), ("2024-07-25", "hear-defence")] {
            for person in ["P-0002", "P-0003"] {
                try ledger.record(day, "case", verb, "C-2024-001", "--subject", person)
            }
        }
        return ledger
    }

    @Test("exactly G6.1, G8.1 and G9.2 follow from the adoption, and no status changes")
    func grounds() throws {
        let ledger = try prepared()
        func statuses() throws -> [StatusAnswer] {
            try Self.people.map {
                try ledger.answer(StatusAnswer.self, "status", $0, "--as-of", "2021-05-01")
            }
        }
        let before = try statuses()
        let receipt = try ledger.record(
            "2021-04-20", "decision", "adopt", Self.decision, "--decider", "U-ZF")
        let adoption = try #require(receipt.recorded.first)
        let raised = receipt.recorded.dropFirst()
        #expect(raised.map { $0.data["ground"] } == ["G6.1", "G8.1", "G9.2"].map { .text($0) })
        #expect(raised.allSatisfy { $0.cause == adoption.entry && $0.on == "2021-04-20" })
        #expect(try statuses() == before)
        #expect(before.allSatisfy { $0.findings.isEmpty && $0.suspicions.isEmpty })

        let again = try ledger.record(
            "2021-04-20", "decision", "adopt", Self.decision, "--decider", "U-ZF")
        #expect(again.recorded.isEmpty)
        let looked = try ledger.record(
            "2021-04-25", "decision", "publish", Self.decision, "--channel", "网站")
        #expect(looked.types == ["decision.published.v1"])
        #expect(try statuses() == before)
        let dossier = try ledger.answer(
            DossierAnswer.self, "decision", "show", Self.decision, "--as-of", "2021-05-01")
        #expect(dossier.grounds.map(\.ground) == ["G6.1", "G8.1", "G9.2"])
        #expect(dossier.steps.count == 5)
        let page = try ledger.ask("decision", "show", Self.decision).text
        for ground in ["G6.1", "G8.1", "G9.2"] { #expect(page.contains(ground)) }
        for ground in ["G6.2", "G7.1", "G9.1", "G10.2", "G11.1"] {
            #expect(!page.contains(ground))
        }
    }

    @Test("the trails of those who left list the decision with the roles of 2021")
    func rolesThen() throws {
        let ledger = try told()
        for (person, post) in [("P-0001", "旗长"), ("P-0003", "局长")] {
            let items = try ledger.answer(TrailAnswer.self, "trace", person).trail.dated
            for type in ["decision.discussed.v1", "decision.adopted.v1", "ground.detected.v1"] {
                let item = try #require(items.first { $0.type == type })
                #expect(item.on == "2021-04-20" && item.role?.post == post)
            }
            let page = try ledger.ask("trace", person).text
            #expect(page.contains(Self.decision))
            // Each ground names the body that raised it.
            let ground = try #require(page.firstRange(of: "G6.1"))
            let said = page[ground.upperBound...].prefix(250).split(separator: " ").joined()
            #expect(said.contains("XZZ-2020-26/"), "\(said)")
        }
        let unit = try ledger.ask("trace", "P-0003").text
        #expect(unit.contains("then 云上旗水利局（虚构） 局长"))
        let answer = try ledger.answer(
            BackTraceAnswer.self, "decision", "responsible", Self.decision, "--as-of",
            "2024-05-20")
        #expect(answer.persons.map(\.subject) == Self.people)
        #expect(answer.persons.map(\.basis) == ["head", "leader", "lead"])
        #expect(answer.persons.map(\.role.post) == ["旗长", "副旗长", "局长"])
        #expect(answer.persons.map(\.role.unit) == ["U-ZF", "U-ZF", "U-SLJ"])
        #expect(
            answer.persons.map(\.whereabouts.state) == ["retired", "samePost", "transferred"])
        #expect(answer.persons.map { $0.dissent != nil } == [false, true, false])
    }

    @Test("removal of the retired head is refused with Art. 27, and nothing is written")
    func retired() throws {
        let ledger = try told()
        for measure in ["dutyRemoval", "blamedResignation", "warning"] {
            let sentence = try ledger.refuse(
                "2024-08-20", "sanction", "impose", "S-2024-009", "--case", "C-2024-001",
                "--subject", "P-0001", "--measure", measure, "--approver", "clerk.b",
                article: Self.article27)
            #expect(sentence.contains("2023-02-28") && sentence.contains("retired"))
        }
        let receipt = try ledger.record(
            "2024-08-20", "case", "recommend-benefits", "C-2024-001", "--subject", "P-0001",
            "--fitting", "removal")
        #expect(receipt.types == ["case.benefitAdjustmentRecommended.v1"])
    }

    @Test("pursued for life from 10 May 2024, not the day before")
    func lifelong() throws {
        let ledger = try told()
        for (day, expected) in [("2024-05-09", false), ("2024-05-10", true), ("2026-01-01", true)] {
            let dossier = try ledger.answer(
                DossierAnswer.self, "decision", "show", Self.decision, "--as-of", day)
            #expect(dossier.lifelong == expected, "\(day)")
            let known = try ledger.answer(
                DossierAnswer.self, "decision", "show", Self.decision, "--as-of", "2024-05-10",
                "--known-at", day)
            #expect(known.lifelong == expected, "\(day)")
        }
    }

    @Test("the director is admonished and the dissenter exempted, after they were heard")
    func determined() throws {
        let ledger = try told()
        try ledger.refuse(
            "2024-08-20", "case", "determine", "C-2024-001", "--subject", "P-0001", "--finding",
            "sustained", "--approver", "clerk.b",
            article: ("追责制度第14条", "Accountability Rules Art. 14"))
        let exempt = try ledger.record(
            "2024-08-20", "case", "determine", "C-2024-001", "--subject", "P-0002", "--finding",
            "exonerated", "--approver", "clerk.b")
        #expect(exempt.types == ["finding.made.v2"])
        try ledger.record(
            "2024-08-20", "case", "determine", "C-2024-001", "--subject", "P-0003", "--finding",
            "sustained", "--approver", "clerk.b")
        try ledger.record(
            "2024-08-20", "sanction", "impose", "S-2024-001", "--case", "C-2024-001",
            "--subject", "P-0003", "--measure", "admonition", "--approver", "clerk.b")
        let page = try ledger.ask("trace", "P-0002").text
        #expect(page.contains("Mitigation") || page.contains("mitigation"))
        let director = try ledger.answer(StatusAnswer.self, "status", "P-0003")
        #expect(director.findings.count == 1)
        let deputy = try ledger.answer(StatusAnswer.self, "status", "P-0002")
        #expect(deputy.findings.isEmpty && deputy.suspicions.isEmpty)
    }
}
