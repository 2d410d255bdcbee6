import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Two times: what was true on a day, and what the register said then")
struct TwoTimesTests {
    @Test("known-at shows what the register said then")
    func knownAt() throws {
        var register = try R.withCase()
        try register.sustain(on: "2024-08-20")
        try register.impose(.demerit, on: "2024-09-01")
        register.now = R.summer
        try register.perform(
            SanctionAnnulled(sanction: "S-1", case: R.file, subject: R.director, by: .board),
            on("2024-10-01"))
        let file = register.file(R.director)
        let date = day("2024-12-01")
        #expect(file.status(on: date, knownAt: R.spring, under: register.law).sanctions.count == 1)
        #expect(file.status(on: date, knownAt: R.summer, under: register.law).sanctions.isEmpty)
        #expect(file.status(on: date, under: register.law).sanctions.isEmpty)
        #expect(
            register.trail(R.director, knownAt: R.spring).items.count + 1
                == register.trail(R.director).items.count)
    }

    @Test("an answer as of a day, known at a moment, never changes afterwards")
    func settled() throws {
        var register = try R.withCase()
        try register.sustain(on: "2024-08-20")
        let imposed = try register.impose(.warning, on: "2024-09-01")
        let before = register.file(R.director).status(
            on: day("2024-12-01"), knownAt: R.spring, under: register.law)
        let trail = register.trail(R.director, asOf: day("2024-12-01"), knownAt: R.spring)
        register.now = R.summer
        try register.correct(#require(imposed.first), to: .demerit)
        try register.retire(on: "2024-11-01")
        #expect(
            register.file(R.director).status(
                on: day("2024-12-01"), knownAt: R.spring, under: register.law) == before)
        #expect(register.trail(R.director, asOf: day("2024-12-01"), knownAt: R.spring) == trail)
        #expect(
            register.file(R.director).status(on: day("2024-12-01"), under: register.law) != before)
    }

    @Test("a correction replaces in status and stays in the trail")
    func correction() throws {
        var register = try R.withCase()
        try register.sustain(on: "2024-08-20")
        let wrong = try #require(try register.impose(.warning, on: "2024-09-01").first)
        register.now = R.summer
        let right = try #require(try register.correct(wrong, to: .demerit).first)
        #expect(right.supersedes == wrong.position)
        let status = register.file(R.director).status(on: day("2024-10-01"), under: register.law)
        #expect(status.sanctions.map(\.fact.measure) == [.demerit])
        let trail = register.trail(R.director)
        let old = trail.items.first { $0.recorded == wrong }
        #expect(old?.standing == .corrected(by: right.position))
        #expect(trail.items.first { $0.recorded == right }?.standing == .stands)
        #expect(
            register.trail(R.director, knownAt: R.spring).items
                .first { $0.recorded == wrong }?.standing == .stands)
    }

    @Test("a correction is known from the very moment it is recorded, and not before")
    func momentOfCorrection() throws {
        var register = try R.withCase()
        let wrong = try #require(try register.impose(.suspension, days: 9, on: "2024-09-01").first)
        register.now = R.summer
        try register.correct(wrong, to: .suspension, days: 5)
        func days(_ moment: Instant) -> [Int?] {
            register.file(R.director).status(
                on: day("2024-09-02"), knownAt: moment, under: register.law
            )
            .sanctions.map(\.fact.days)
        }
        #expect(days(Instant(milliseconds: R.summer.milliseconds - 1)) == [9])
        #expect(days(R.summer) == [5])
    }

    @Test("of two entries that supersede one, the trail names the first")
    func supersededTwice() throws {
        var register = try R.withDirector()
        let post = try #require(register.events.first { $0.event.type == PositionAssumed.type })
        let draft = Draft(
            event: post.event, on: post.on, basis: post.basis, supersedes: post.position)
        register.record([draft, draft])
        let first = register.events.count - 2
        let items = register.trail(R.director).items.filter { $0.kind == .post }
        #expect(items.filter { $0.standing == .corrected(by: first) }.count == 1)
        #expect(items.filter { $0.standing == .corrected(by: first + 1) }.isEmpty)
    }

    @Test("a correction that changes nothing is not recorded")
    func sameAgain() throws {
        var register = try R.withCase()
        let imposed = try #require(try register.impose(.reprimand, on: "2024-09-01").first)
        #expect(try register.correct(imposed, to: .reprimand).isEmpty)
    }

    @Test("a corrected entry is corrected no more, and an unknown one not at all")
    func onlyOnce() throws {
        var register = try R.withDirector()
        let post = try #require(register.events.first { $0.event.type == PositionAssumed.type })
        let right = Command(
            TakePost(subject: R.director, unit: R.waterBureau, post: "副局长"), on("2018-01-01"))
        try register.correct(post.position, with: right)
        #expect(
            throws: Refusal.alreadySuperseded(post.position, by: register.events.count - 1)
        ) { try register.correct(post.position, with: right) }
        #expect(throws: Refusal.unknownEntry(999)) {
            try register.correct(999, with: right)
        }
        let corrected = register.events.count - 1
        #expect(throws: Refusal.correctionOfAnotherKind(corrected)) {
            try register.correct(
                corrected, with: Command(EmploymentBegan(subject: R.director, rank: "科员")))
        }
    }

    @Test("a withdrawn record leaves status, and every trail that shows it shows the withdrawal")
    func withdrawal() throws {
        var register = try R.withCase()
        let named = try #require(register.events.first { $0.event.type == PersonNamed.type })
        register.now = R.summer
        let withdraw = WithdrawRecord(
            position: named.position, reason: .clear("同名误录"), subject: R.director)
        let withdrawn = try #require(try register.perform(withdraw, on("2026-06-01")).first)
        #expect(withdrawn.event.tags == named.event.tags)
        #expect(withdrawn.supersedes == named.position)
        #expect(try register.perform(withdraw, on("2026-06-01")).isEmpty)
        let file = register.file(R.director)
        #expect(file.status(on: day("2026-07-01"), under: register.law).suspicions.isEmpty)
        #expect(
            file.status(on: day("2026-07-01"), knownAt: R.spring, under: register.law).suspicions
                .count == 1)
        #expect(register.caseFile(R.file)?.names(R.director) == false)
        let item = register.trail(R.director).items.first { $0.recorded == named }
        #expect(item?.standing == .withdrawn(by: withdrawn.position))
        #expect(item?.role?.unit == R.waterBureau)
    }

    @Test(
        "what is undated stands in the trail under its own heading and counts once it was recorded")
    func undated() throws {
        var register = try R.withCase()
        try register.perform(FindingMade(case: R.file, subject: R.director, finding: .sustained))
        try register.perform(
            SanctionImposed(
                sanction: "S-1", case: R.file, subject: R.director, measure: .suspensionIndefinite))
        let recorded = register.now.dateInChina
        let before = try #require(recorded.adding(days: -1))
        func status(_ day: CalendarDate) -> CurrentStatus {
            register.file(R.director).status(on: day, under: register.law)
        }
        #expect(status(recorded).findings.map(\.isUndated) == [true])
        #expect(status(recorded).sanctions.map(\.isUndated) == [true])
        #expect(status(before).findings.isEmpty && status(before).sanctions.isEmpty)
        let trail = register.trail(R.director, asOf: recorded)
        #expect(trail.undated.map(\.kind) == [.registration, .found, .sanction])
        #expect(!register.trail(R.director, asOf: before).undated.contains { $0.kind == .found })
    }

    @Test("a trail as of a day leaves out what happened later, and keeps its order")
    func asOf() throws {
        var register = try R.withCase()
        try register.retire(on: "2024-06-30")
        let trail = register.trail(R.director, asOf: day("2018-01-01"))
        #expect(
            trail.dated.map(\.recorded.event.type) == [EmploymentBegan.type, PositionAssumed.type])
        let whole = register.trail(R.director).dated.compactMap(\.on)
        #expect(whole == whole.sorted())
    }

    @Test("an imputed day says from what, and without a day there is nothing to impute")
    func imputed() throws {
        var register = try R.withCase()
        try register.perform(
            FindingMade(case: R.file, subject: R.director, finding: .sustained),
            Circumstances(on: day("2024-09-01"), onBasis: "closed_date"))
        let finding = register.trail(R.director).items.first { $0.kind == .found }
        #expect(finding?.isImputed == true)
        #expect(finding?.recorded.onBasis == "closed_date")
        #expect(
            register.file(R.director).status(on: day("2024-09-01"), under: register.law).findings
                .first?.isImputed
                == true)
        #expect(Circumstances(on: nil, onBasis: "closed_date").onBasis == nil)
    }

    @Test("in a trail, suspicion, finding and clearing are told apart")
    func classes() throws {
        var register = try R.withCase()
        try register.perform(
            FindingRecommended(case: R.file, subject: R.director, finding: .sustained),
            on("2024-06-01"))
        try register.sustain(on: "2024-06-02")
        try register.perform(
            FindingMade(case: R.file, subject: R.director, finding: .unfounded), on("2024-06-03"))
        try register.perform(
            FindingMade(case: R.file, subject: R.director, finding: .unknown), on("2024-06-04"))
        let kinds = register.trail(R.director).dated.filter { $0.caseID == R.file }.map(\.kind)
        #expect(kinds == [.suspected, .suspected, .found, .cleared, .suspected])
    }

    @Test("what followed from an entry falls with it, and what was withdrawn before not once more")
    func withdrawnConsequence() throws {
        var register = try WaterProject.told()
        func position(_ ground: String) throws -> Position {
            try #require(
                register.events.first { $0.event[GroundDetected.self]?.ground == ground }
            ).position
        }
        func withdraw(_ position: Position) throws -> [RecordedEvent] {
            try register.ask(
                "withdrawRecord",
                ["position": .integer(position), "reason": "误录（虚构）", "decision": "D-2021-001"],
                on: "2021-06-01", approvedBy: "chief.b")
        }
        let (first, second, third) = (
            try position("G6.1"), try position("G8.1"), try position("G9.2")
        )
        let adopted = try #require(register.events.first { $0.event.is(DecisionAdopted.self) })
        #expect(try withdraw(second).compactMap(\.supersedes) == [second])
        #expect(
            try withdraw(adopted.position).compactMap(\.supersedes)
                == [adopted.position, first, third])
        #expect(try withdraw(adopted.position).isEmpty)
    }
}
