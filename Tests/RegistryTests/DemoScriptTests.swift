import Law
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("The demonstration banner")
struct DemoScriptTests {
    let script = DemoScript(seed: 1)

    @Test("the same seed tells the same stories, another seed others")
    func deterministic() {
        #expect(DemoScript(seed: 1) == script)
        #expect(DemoScript(seed: 2) != script)
        #expect(DemoScript(seed: 2).hero == script.hero)
    }

    @Test("no step is recorded before the one above it, and all between 2019 and 2026")
    func chronological() {
        for (earlier, later) in zip(script.steps, script.steps.dropFirst()) {
            #expect(earlier.at <= later.at)
        }
        for step in script.steps { #expect((2019...2026).contains(step.at.dateUTC.year)) }
    }

    @Test("whatever the seed, no step is refused", arguments: UInt64(0)..<20)
    func nothingRefused(_ seed: UInt64) throws {
        let events = try DemoScript(seed: seed).events()
        #expect((500...1_500).contains(events.count))
    }

    @Test("no step is in vain: each records an entry, and what follows names it")
    func everyStepRecords() throws {
        let events = try script.events()
        #expect(events.count { $0.cause == nil } == script.steps.count)
        #expect(events.allSatisfy { ($0.cause ?? 0) < $0.position })
    }

    /// Records of dishonesty, what is objected to them and repaired: told in stories of their own.
    private static let credit = Set(
        [
            Duty.instrument, .dishonesty, .objection, .creditComplaint, .repair, .leniency, .rule,
        ].flatMap(\.kinds).map(\.type.name))

    @Test("every kind of event occurs")
    func everyKind() throws {
        let kinds = Set(try script.events().map { $0.event.type.name })
        // The law comes with the founding of the ledger; its clock is right; nobody's values are destroyed in a story that
        // is told in memory; no two bodies of law in it have a ground of one code; and what only
        // earlier programs wrote is not written any more.
        let elsewhere = Self.credit.union([
            RulebookActivated.type.name, CalendarLoaded.type.name, ValueDestroyed.type.name,
            ClockCorrected.type.name, SubjectRenamed.type.name, "subject.registered.v2",
            "ground.dismissed.v2", "record.withdrawn.v1", "record.withdrawn.v2",
            "record.restated.v1", "decision.excluded.v1",
            "decision.supervisionAssigned.v1", "case.unitNamed.v1", "finding.unitMade.v1",
            // Told in stories of their own.
            "case.opened.v1", "position.assumed.v3", "position.transferred.v3",
            PositionEnded.type.name, "sanction.imposed.v3", "sanction.annulled.v2",
            SanctionRectified.type.name, SanctionBasisChanged.type.name,
            SanctionRatified.type.name, DecisionRatified.type.name, DecisionCaused.type.name,
            ConsentGiven.type.name, JudgmentRecorded.type.name, BenefitsAdjusted.type.name,
            "case.unitNamed.v2",
            "decision.harmConfirmed.v2", "decision.initiated.v2", "sanction.imposed.v4",
        ])
        #expect(kinds.isDisjoint(with: elsewhere))
        #expect(kinds.union(elsewhere) == Set(Duties.register.types.map(\.name)))
    }

    @Test(
        "nothing is recorded before it happened, and every second entry of a unit has its account")
    func plausible() throws {
        for event in try script.events() {
            if let on = event.on { #expect(on <= event.at.dateUTC) }
            #expect(event.actor.hasPrefix("demo-"))
            #expect(event.approver != event.actor)
        }
    }

    @Test("about sixty people and the units of the annex, none of whom exists")
    func fictional() throws {
        var people = 0
        var units = 0
        for event in try script.events() {
            guard let fact = event.event[SubjectRegistered.self] else { continue }
            if fact.kind == .person {
                people += 1
                guard case .clear(let name) = fact.name, case .clear(let number) = fact.idNumber
                else {
                    Issue.record("a person without name and number")
                    continue
                }
                #expect(name.hasPrefix("示例·"))
                #expect(number.dropFirst(6).hasPrefix("19000101"))
            } else {
                units += 1
                #expect(fact.title?.hasPrefix("虚构旗") == true)
                #expect(fact.code?.contains("FAKE") == true)
            }
        }
        #expect(people == 60)
        #expect(units == 24)
    }
}

@Suite("The hero of the demonstration")
struct DemoHeroTests {
    let hero: SubjectID
    let events: [RecordedEvent]
    let file: SubjectFile
    let law: Law

    init() throws {
        let script = DemoScript(seed: 1)
        hero = script.hero
        let all = try script.events()
        events = all.filter { [hero] in $0.event.tags.contains(hero.tag) }
        var past = FoldedPast()
        for event in all { past.apply(event) }
        law = past.law
        var file = SubjectFile(about: hero)
        for event in events { file.apply(event) }
        self.file = file
    }

    private func status(on day: String, knownAt moment: String? = nil) throws -> CurrentStatus {
        let day = try #require(CalendarDate(day))
        return file.status(on: day, knownAt: moment.flatMap { Instant($0) }, under: law)
    }

    @Test("is in the water bureau when deciding, and the case of 2024 still says so")
    func roleThen() throws {
        let naming = try #require(
            file.namings.last { $0.fact.case.text == "C-2024-903" })
        #expect(naming.fact.role.unitTitle == "虚构旗水利局")
        #expect(naming.fact.role.post == "局长")
        #expect(naming.fact.role.basis == .postHeldOnIncident)
        #expect(naming.fact.irregularities == [.namedAfterLeaving])
    }

    @Test("is retired when the case opens, suspected first and found responsible later")
    func suspectedThenFound() throws {
        let before = try status(on: "2024-06-30")
        #expect(before.suspicions.map(\.fact.case.text) == ["C-2024-903"])
        #expect(before.employment.code == "left")
        let after = try status(on: "2024-09-30")
        #expect(after.suspicions.isEmpty)
        #expect(after.findings.map(\.fact.case.text).contains("C-2024-903"))
    }

    @Test("both measures were annulled on appeal and bind nobody today")
    func annulled() throws {
        #expect(file.sanctions.count == 2)
        #expect(file.annulments.count == 2)
        #expect(try status(on: "2026-10-30").sanctions.isEmpty)
        #expect(try status(on: "2020-08-01").sanctions.count == 1)
    }

    @Test("the register of July 2021 gives another day for the transfer than that of today")
    func corrected() throws {
        let then = try status(on: "2021-07-05", knownAt: "2021-08-01T00:00:00.000Z")
        #expect(then.posts.first?.post.unitTitle == "虚构旗水利局")
        let now = try status(on: "2021-07-05")
        #expect(now.posts.last?.post.unitTitle == "虚构旗住房和城乡建设局")
    }

    @Test("a naming that meant somebody else is withdrawn and counts nowhere")
    func withdrawn() throws {
        #expect(try status(on: "2022-06-30").suspicions.isEmpty)
        let then = try status(on: "2022-05-01", knownAt: "2022-05-10T00:00:00.000Z")
        #expect(then.suspicions.map(\.fact.case.text) == ["C-2022-902"])
    }
}

@Suite("Identifiers of the demonstration — GB 11643, GB 32100")
struct DemoIdentifierTests {
    @Test("are the published fixtures, so their check characters are right")
    func fixtures() {
        #expect(DemoIdentifiers.residentID(1) == "150726190001010011")
        #expect(DemoIdentifiers.residentID(2) == "15072619000101002X")
        #expect(DemoIdentifiers.residentID(3) == "150726190001010038")
        #expect(DemoIdentifiers.creditCode(1) == "11150726FAKE000134")
        #expect(DemoIdentifiers.creditCode(2) == "11150726FAKE00021Y")
        #expect(DemoIdentifiers.creditCode(3) == "11150726FAKE0003XN")
        #expect(DemoIdentifiers.creditCode(4) == "11150726FAKE00048N")
    }

    @Test("one digit changed, and the check fails")
    func checkDigit() {
        for number in 1...60 {
            let id = DemoIdentifiers.residentID(number)
            #expect(isSound(id))
            var wrong = Array(id)
            wrong[16] = wrong[16] == "9" ? "0" : "9"
            if wrong != Array(id) { #expect(!isSound(String(wrong))) }
        }
    }

    /// ISO 7064 MOD 11-2 by its definition, not by the table of weights.
    private func isSound(_ id: String) -> Bool {
        var sum = 0
        for character in id {
            sum = (sum * 2 + (character == "X" ? 10 : Int(String(character)) ?? 99)) % 11
        }
        return sum == 1
    }

    @Test("are all different")
    func distinct() {
        #expect(Set((1...60).map(DemoIdentifiers.residentID)).count == 60)
        #expect(Set((1...60).map(DemoIdentifiers.creditCode)).count == 60)
        #expect(Set((0..<60).map(DemoPeople.name)).count == 60)
    }
}
