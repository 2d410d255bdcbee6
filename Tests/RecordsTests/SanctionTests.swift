import Law
import Testing
import Vocabulary

@testable import Records

@Suite("Sanctions and findings — 政务处分法 Art. 7, 8, 57; 追责制度 Art. 14")
struct SanctionTests {
    private func inEffect(_ register: Register, on text: String) -> Int {
        register.file(R.director).status(on: day(text), under: register.law).sanctions.count
    }

    @Test("a suspension of 15 days from 1 March is over on the 16th")
    func days() throws {
        var register = try R.withCase()
        try register.impose(.suspension, days: 15, on: "2025-03-01")
        #expect(inEffect(register, on: "2025-02-28") == 0)
        #expect(inEffect(register, on: "2025-03-01") == 1)
        #expect(inEffect(register, on: "2025-03-15") == 1)
        #expect(inEffect(register, on: "2025-03-16") == 0)
    }

    @Test("six months from 15 January end on 14 July")
    func months() throws {
        var register = try R.withCase()
        let imposed = try register.impose(.warning, on: "2025-01-15")
        guard let fact = imposed.first?.event[SanctionImposed.self] else {
            Issue.record("nothing was imposed")
            return
        }
        #expect(fact.months == 6)
        #expect(inEffect(register, on: "2025-07-14") == 1)
        #expect(inEffect(register, on: "2025-07-15") == 0)
    }

    @Test("six months from 31 August end with February")
    func shortMonth() {
        #expect(day("2025-08-31").lastDay(ofMonths: 6) == day("2026-02-28"))
        #expect(day("2023-08-31").lastDay(ofMonths: 6) == day("2024-02-29"))
        #expect(day("2025-08-28").lastDay(ofMonths: 6) == day("2026-02-27"))
        #expect(day("2025-12-01").lastDay(ofMonths: 1) == day("2025-12-31"))
    }

    @Test("a suspension whose length the source does not give is shown, not counted")
    func unknownTerm() throws {
        var register = try R.withCase()
        try register.impose(.suspension, on: "2025-03-01")
        let status = register.file(R.director).status(on: day("2025-03-01"), under: register.law)
        #expect(status.sanctions.isEmpty)
        #expect(status.sanctionsOfUnknownTerm.count == 1)
    }

    @Test("a dismissal stays in effect until it is annulled, and both stay in the trail")
    func annulment() throws {
        var register = try R.withCase()
        try register.sustain(on: "2024-08-20")
        try register.impose(.dismissal, on: "2024-09-01")
        let annulled = try register.perform(
            SanctionAnnulled(sanction: "S-1", case: R.file, subject: R.director, by: .court),
            on("2025-03-10"))
        #expect(inEffect(register, on: "2025-03-09") == 1)
        #expect(inEffect(register, on: "2025-03-10") == 0)
        let kinds = register.trail(R.director).items.filter { $0.kind == .sanction }
        #expect(kinds.count == 2 && kinds.allSatisfy { $0.standing == .stands })
        #expect(annulled.first?.basis.first == "XZZ-2020-26#16")
    }

    @Test("annulling twice is refused when it differs and gives nothing when it does not")
    func annulledTwice() throws {
        var register = try R.withCase()
        try register.impose(.dismissal, on: "2024-09-01")
        let annul = SanctionAnnulled(sanction: "S-1", case: R.file, subject: R.director, by: .board)
        #expect(try register.perform(annul, on("2025-03-10")).count == 1)
        #expect(try register.perform(annul, on("2025-03-10")).isEmpty)
        #expect(throws: Refusal.alreadyAnnulled("S-1")) {
            try register.perform(
                SanctionAnnulled(sanction: "S-1", case: R.file, subject: R.director, by: .court),
                on("2025-04-10"))
        }
    }

    @Test("a sanction that was not executed no longer counts from that day")
    func notExecuted() throws {
        var register = try R.withCase()
        try register.impose(.suspension, days: 30, on: "2025-03-01")
        try register.perform(
            SanctionNotExecuted(
                sanction: "S-1", case: R.file, subject: R.director, reason: .departed),
            on("2025-03-01"))
        #expect(inEffect(register, on: "2025-03-01") == 0)
    }

    @Test("what was never imposed can be neither annulled nor left unexecuted")
    func unknownSanction() throws {
        var register = try R.withCase()
        #expect(throws: Refusal.sanctionUnknown("S-9")) {
            try register.perform(
                SanctionAnnulled(sanction: "S-9", case: R.file, subject: R.director, by: .organ))
        }
        #expect(throws: Refusal.sanctionUnknown("S-9")) {
            try register.perform(
                SanctionNotExecuted(
                    sanction: "S-9", case: R.file, subject: R.director, reason: .other))
        }
    }

    @Test("a finding recommended is not a finding")
    func recommendation() throws {
        var register = try R.withCase()
        try register.perform(
            FindingRecommended(case: R.file, subject: R.director, finding: .sustained),
            on("2024-07-01"))
        let status = register.file(R.director).status(on: day("2024-12-31"), under: register.law)
        #expect(status.findings.isEmpty)
        #expect(status.suspicions.map(\.fact.case) == [R.file])
        #expect(register.trail(R.director).items.allSatisfy { $0.kind != .found })
    }

    @Test(
        "of two findings the later made counts, whichever was recorded later",
        arguments: [true, false])
    func laterFinding(isToldInOrder: Bool) throws {
        var register = try R.withCase()
        let made: [(Finding, String)] = [(.sustained, "2024-08-20"), (.notSustained, "2024-10-01")]
        for (finding, on) in isToldInOrder ? made : made.reversed() {
            try register.perform(
                FindingMade(case: R.file, subject: R.director, finding: finding),
                RecordsTests.on(on))
        }
        func findings(_ text: String) -> Int {
            register.file(R.director).status(on: day(text), under: register.law).findings.count
        }
        #expect(findings("2024-08-20") == 1 && findings("2024-09-30") == 1)
        #expect(findings("2024-10-01") == 0)
    }

    @Test("a finding that says something ends the suspicion, and only a sustained one counts")
    func finding() throws {
        for finding in Finding.allCases {
            var register = try R.withCase()
            try register.perform(
                FindingMade(case: R.file, subject: R.director, finding: finding), on("2024-08-20"))
            let file = register.file(R.director)
            #expect(file.status(on: day("2024-08-19"), under: register.law).suspicions.count == 1)
            // A source that gives no conclusion clears nobody.
            let isOpen =
                file.status(on: day("2024-08-20"), under: register.law).suspicions.count == 1
            #expect(isOpen == (finding == .unknown || finding == .unexplained))
            let counted = file.status(on: day("2024-08-20"), under: register.law).findings
            #expect(counted.count == (finding == .sustained ? 1 : 0))
            #expect(counted.allSatisfy { $0.role?.unit == R.waterBureau })
        }
    }

    @Test("the latest finding in a case is the one that counts")
    func laterFinding() throws {
        var register = try R.withCase()
        try register.sustain(on: "2024-08-20")
        try register.perform(
            FindingMade(case: R.file, subject: R.director, finding: .exonerated), on("2025-01-10"))
        let file = register.file(R.director)
        #expect(file.status(on: day("2025-01-09"), under: register.law).findings.count == 1)
        #expect(file.status(on: day("2025-01-10"), under: register.law).findings.isEmpty)
        #expect(register.trail(R.director).items.filter { $0.kind == .found }.count == 1)
    }

    @Test("a sanction without a sustained finding is recorded and marked")
    func withoutFinding() throws {
        var register = try R.withCase()
        let imposed = try register.impose(.reprimand, on: "2024-09-01")
        guard let fact = imposed.first?.event[SanctionImposed.self] else {
            Issue.record("the sanction was dropped")
            return
        }
        #expect(fact.irregularities == [.sanctionWithoutSustainedFinding])
    }

    @Test("the number of a sanction belongs to one sanction")
    func numberTaken() throws {
        var register = try R.withCase()
        try register.impose(.warning, on: "2024-09-01")
        #expect(throws: Refusal.sanctionNumberTaken("S-1")) {
            try register.impose(.demerit, on: "2024-09-01")
        }
    }

    @Test("a period lasts 1 to 48 months, and a sanction of the six needs its day")
    func periods() throws {
        var register = try R.withCase()
        #expect(
            throws: Refusal.outOfRange(
                field: "months", lowest: 1, highest: 48, source: "政务处分法#8、#15")
        ) {
            try register.impose(.demerit, months: 49, on: "2024-09-01")
        }
        #expect(throws: Refusal.outOfRange(field: "days", lowest: 1, highest: 36_500)) {
            try register.impose(.suspension, days: 0, on: "2024-09-01")
        }
        #expect(throws: Refusal.missing("on")) {
            try register.perform(
                SanctionImposed(
                    sanction: "S-1", case: R.file, subject: R.director, measure: .demerit))
        }
        #expect(try register.impose(.demerit, months: 48, on: "2024-09-01").count == 1)
    }

    @Test("nobody is found responsible or sanctioned in a case that does not name them")
    func notNamed() throws {
        var register = try R.withDirector()
        try register.openCase()
        let refusal = Refusal.notNamedInCase(R.director, R.file)
        #expect(throws: refusal) { try register.sustain(on: "2024-08-20") }
        #expect(throws: refusal) { try register.impose(.warning, on: "2024-08-20") }
    }
}
