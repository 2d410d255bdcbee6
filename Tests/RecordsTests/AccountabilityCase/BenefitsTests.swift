import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Benefits adjusted in the place of a sanction — 政务处分法 Art. 27; 处分条例 Art. 52")
struct BenefitsTests {
    /// A head who retired on 1 March 2023, found responsible on 3 June 2024 in a case recorded from
    /// its document.
    private func register(finding: Bool = true) throws -> Register {
        var register = Register(now: "2024-12-01T01:00:00.000Z")
        register.law = try LawDocuments.law()
        for id in ["U-JW", "U-RS"] {
            try register.perform(SubjectRegistered(subject: SubjectID(wellFormed: id), kind: .unit))
        }
        try register.perform(SubjectRegistered(subject: "P-0010", kind: .person))
        try register.perform(EmploymentBegan(subject: "P-0010"), on("2005-07-01"))
        try register.perform(
            EmploymentEnded(subject: "P-0010", reason: .retired), on("2023-03-01"))
        try register.perform(
            CaseOpened(case: "C-8", recordedFrom: "旧案卷（虚构）"), on("2024-01-08"))
        try register.perform(
            PersonNamed(case: "C-8", subject: "P-0010", category: "违规（虚构）"), on("2024-01-08"))
        if finding {
            try register.act(
                "makeFinding", "C-8", ["subject": "P-0010", "finding": "sustained"],
                on: "2024-06-03", approvedBy: "chief.b")
        }
        return register
    }

    private static let fields: [String: Tree] = [
        "subject": "P-0010", "fitting": "removal", "authority": "supervision", "organ": "U-JW",
        "formerBenefits": "正处级退休待遇（虚构）", "newBenefits": "科级退休待遇（虚构）",
        "paidFrom": "2024-07-01", "executor": "U-RS", "servedOn": "2024-06-12",
    ]

    private func refusal(
        _ register: inout Register, _ changes: [String: Tree?], on day: String = "2024-06-10"
    ) -> String? {
        var fields = Self.fields
        for (name, value) in changes { fields[name] = value }
        return register.refusal(
            "case.adjust-benefits", "C-8", fields, on: day, approvedBy: "chief.b"
        )?.code
    }

    // 监察法 49: one month from receipt; 12 July 2024 is a Friday.
    @Test("the decision says from what, to what, since when, by whom, and until when to object")
    func decided() throws {
        var register = try register()
        let recorded = try register.act(
            "case.adjust-benefits", "C-8", Self.fields, on: "2024-06-10", approvedBy: "chief.b")
        let fact = try #require(recorded.first?.event[BenefitsAdjusted.self])
        #expect(recorded.first?.basis == ["政务处分法#27"])
        #expect(fact.route == "A" && fact.remedyUntil == day("2024-07-12"))
        #expect(fact.paidFrom == day("2024-07-01") && fact.executor == "U-RS")
        // Asked twice, recorded once.
        #expect(
            try register.act(
                "case.adjust-benefits", "C-8", Self.fields, on: "2024-06-10",
                approvedBy: "chief.b"
            ).isEmpty)
        // A later decision stands beside it: the last counts.
        var again = Self.fields
        again["newBenefits"] = "取消（虚构）"
        again["servedOn"] = "2024-08-12"
        try register.act(
            "case.adjust-benefits", "C-8", again, on: "2024-08-10", approvedBy: "chief.b")
        let view = try #require(
            register.caseFile("C-8")?.view(
                on: day("2024-09-01"), under: register.law, decision: { register.decision($0) },
                complaint: { register.file($0.tag) }, file: { register.subject($0) }))
        #expect(view.persons.first?.benefits.map(\.on) == [day("2024-06-10"), day("2024-08-10")])
        #expect(view.persons.first?.benefitAdvice.isEmpty == true)
    }

    // 公务员法 95: thirty days; 12 June 2024 + 30 = 12 July.
    @Test("of an employer's decision the remedy is the employer's; unserved, no day is told")
    func employer() throws {
        for (served, until) in [("2024-06-12", "2024-07-12"), (nil, nil)] as [(String?, String?)] {
            var register = try register()
            var fields = Self.fields
            fields["authority"] = "employer"
            fields["servedOn"] = served.map { .string($0) }
            let fact = try register.act(
                "case.adjust-benefits", "C-8", fields, on: "2024-06-10", approvedBy: "chief.b"
            ).first?.event[BenefitsAdjusted.self]
            #expect(fact?.route == "B" && fact?.remedyUntil == until.map(day))
        }
    }

    @Test("both sides of each boundary")
    func boundaries() throws {
        var register = try register()
        // In service until the day of retirement.
        #expect(refusal(&register, [:], on: "2023-02-28") == "stillInService")
        for (fitting, code) in [
            ("seriousDemerit", "fittingTooLight"), ("demotion", nil), ("dismissal", nil),
        ] as [(String, String?)] {
            var copy = register
            #expect(refusal(&copy, ["fitting": .string(fitting)]) == code)
        }
        for (field, day, code) in [
            ("servedOn", "2024-06-09", "endBeforeStart"), ("servedOn", "2024-06-10", nil),
            ("paidFrom", "2023-02-28", "endBeforeStart"), ("paidFrom", "2023-03-01", nil),
            ("executor", "U-XX", "unknownSubject"), ("organ", "U-XX", "unknownSubject"),
        ] as [(String, String, String?)] {
            var copy = register
            #expect(refusal(&copy, [field: .string(day)]) == code, "\(field) \(day)")
        }
        // Nobody decides alone.
        let alone = register.refusal(
            "case.adjust-benefits", "C-8", Self.fields, on: "2024-06-10")
        #expect(alone?.code == "needsApprover")
    }

    @Test("it rests on a finding, or on a document that was decided elsewhere")
    func rests() throws {
        var register = try register(finding: false)
        #expect(refusal(&register, [:]) == "noFinding")
        #expect(refusal(&register, ["instrument": "示决〔2024〕8号"]) == nil)
    }
}
