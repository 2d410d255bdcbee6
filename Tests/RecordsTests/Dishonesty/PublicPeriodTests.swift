import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("How long a record is shown, and from when it can be repaired")
struct PublicPeriodTests {
    /// A penalty of that day on the bureau, recorded by the police, in the national catalogue or outside.
    private func entered(
        _ dated: String, inside: Bool = true, kind: String = "administrativePenalty",
        of organ: String = "U-GA", safety: Bool = false
    ) throws -> Register {
        var register = try Register.credit()
        try register.act(
            "instrument.register", "I-1",
            Register.document(kind, of: organ, dated: dated, naming: ["U-0005"]),
            on: dated)
        var fields = Register.proposal(on: "I-1", of: "U-0005", actOn: "2022-01-10")
        if inside {
            fields["catalogue"] = "nationalBasic"
            fields["edition"] = "2025"
            fields["creditItem"] = "A-1"
        }
        if safety { fields["safety"] = true }
        try register.act(
            "dishonesty.propose", "R-1", fields, on: dated, of: UnitID(wellFormed: organ))
        try register.act(
            "dishonesty.enter", "R-1", on: dated, of: UnitID(wellFormed: organ),
            approvedBy: "chief.b")
        return register
    }

    private func grade(_ register: inout Register, _ grade: String, on day: String) throws {
        try register.act(
            "dishonesty.grade", "R-1", ["grade": .string(grade), "standard": "示例标准"], on: day,
            of: "U-GA")
    }

    @Test(
        "under Order 58 three months and three years from the document; twelve months where safety is concerned"
    )
    func order58() throws {
        let plain = try entered("2026-03-02").standing("R-1", on: "2026-04-01")
        #expect(plain?.minimum == day("2026-06-02") && plain?.maximum == day("2029-03-02"))
        let safe = try entered("2026-03-02", safety: true).standing("R-1", on: "2026-04-01")
        #expect(safe?.minimum == day("2027-03-02") && safe?.maximum == day("2029-03-02"))
    }

    @Test("no grade exists without a graded event; grading never lengthens publication")
    func grading() throws {
        var register = try entered("2026-03-02")
        try grade(&register, "general", on: "2026-09-10")
        #expect(register.standing("R-1", on: "2026-09-09")?.maximum == day("2029-03-02"))
        #expect(register.standing("R-1", on: "2026-09-10")?.maximum == day("2027-03-02"))
        // Serious lasts as long as Order 58 does, and no longer.
        var serious = try entered("2026-03-02")
        try grade(&serious, "serious", on: "2026-09-10")
        #expect(serious.standing("R-1", on: "2026-09-10")?.maximum == day("2029-03-02"))
        #expect(serious.standing("R-1", on: "2026-09-10")?.minimum == day("2027-03-02"))
        // Ungraded under the rules that know grades: nobody can say.
        let ungraded = try entered("2026-05-08")
        #expect(ungraded.standing("R-1", on: "2026-05-08")?.maximum == nil)
        #expect(ungraded.course("R-1")?.gradings.isEmpty == true)
        var outside = try entered("2026-06-02", inside: false, kind: "accountability", of: "U-JW")
        #expect(
            outside.refusal(
                "dishonesty.grade", "R-1", ["grade": "general", "standard": "示例标准"],
                on: "2026-09-10", of: "U-JW")?
                .code == "noGrades")
        var early = try entered("2026-03-02")
        #expect(
            early.refusal(
                "dishonesty.grade", "R-1", ["grade": "general", "standard": "示例标准"],
                on: "2026-03-31", of: "U-GA")?
                .code == "noGrades")
        #expect(
            early.refusal(
                "dishonesty.grade", "R-1", ["grade": "dire", "standard": "示例标准"], on: "2026-04-01",
                of: "U-GA")?
                .code == "unknownGrade")
        #expect(
            early.refusal(
                "dishonesty.grade", "R-1", ["grade": "minor", "standard": "示例标准"], on: "2026-04-01",
                of: "U-JW")?
                .code == "notConfirmingOrgan")
    }

    @Test(
        "publication never outlasts the maximum, save rectification absent and a sector rule earlier than that day"
    )
    func stops() throws {
        func graded() throws -> Register {
            var register = try entered("2026-05-08")
            try grade(&register, "general", on: "2026-05-21")
            return register
        }
        var register = try graded()
        #expect(register.standing("R-1", on: "2026-05-21")?.minimum == day("2026-08-08"))
        #expect(register.standing("R-1", on: "2027-05-08")?.state == .entered)
        #expect(register.standing("R-1", on: "2027-05-09")?.state == .stopped)
        let rule: [String: Tree] = [
            "organ": "U-GA", "title": "示例行业规定", "number": "示例规〔2027〕1号",
            "provides": "unrectifiedContinues",
        ]
        // In force and registered by then.
        register.now = instant("2027-03-01T04:00:00.000Z")
        try register.act("rule.in-force", "G-1", rule, on: "2027-03-01")
        #expect(register.standing("R-1", on: "2027-05-09")?.state == .entered)
        // In force only later.
        var late = try graded()
        late.now = instant("2027-03-01T04:00:00.000Z")
        try late.act("rule.in-force", "G-1", rule, on: "2027-05-09")
        #expect(late.standing("R-1", on: "2027-05-09")?.state == .stopped)
        // In force, and registered only later.
        var unregistered = try graded()
        unregistered.now = instant("2027-05-10T04:00:00.000Z")
        try unregistered.act("rule.in-force", "G-1", rule, on: "2027-03-01")
        #expect(unregistered.standing("R-1", on: "2027-05-09")?.state == .stopped)
        // Another organ's.
        var other = try graded()
        other.now = instant("2027-03-01T04:00:00.000Z")
        var theirs = rule
        theirs["organ"] = "U-JW"
        try other.act("rule.in-force", "G-1", theirs, on: "2027-03-01")
        #expect(other.standing("R-1", on: "2027-05-09")?.state == .stopped)
        // Put right: it stops, whatever a rule says.
        var right = register
        try right.act("dishonesty.rectify", "R-1", ["proof": "示例证明"], on: "2026-07-30", of: "U-GA")
        #expect(right.standing("R-1", on: "2027-05-09")?.state == .stopped)
        // Repealed before the day.
        try register.act("rule.repeal", "G-1", on: "2027-05-08")
        #expect(register.standing("R-1", on: "2027-05-09")?.state == .stopped)
    }

    @Test("outside of the catalogues twelve months, by a setting that the days say they hang on")
    func local() throws {
        let register = try entered("2026-06-02", inside: false, kind: "accountability", of: "U-JW")
        #expect(register.standing("R-1", on: "2027-06-02")?.state == .entered)
        #expect(register.standing("R-1", on: "2027-06-03")?.state == .stopped)
        let course = try #require(register.course("R-1"))
        let period = course.publicPeriod(ofDocumentDated: day("2026-06-02"), under: register.law)
        #expect(period.settings.map(\.code) == ["localMaximumMonths", "lastDayShown"])
        #expect(period.minimum == nil)
    }
}
