import Chain
import Law
import Store
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("What the register said at a moment, it says for ever")
struct KnownAtTests {
    /// Everything of a page that a reader could tell apart.
    private struct Said: Hashable {
        let trail: Trail
        let status: CurrentStatus
        let registration: SubjectRegistered?

        init(_ page: SubjectPage) {
            trail = page.trail
            status = page.status
            registration = page.registration
        }
    }

    @Test("asked without a day, it is judged by the day of the moment, not by today's")
    func withoutDay() throws {  // I25
        let place = try WholeLedger.copy()
        let hero = try WholeLedger.made.get().hero
        let moment = instant("2020-08-01T00:00:00.000Z")
        let pages = try ["2026-12-01T00:00:00.000Z", "2031-01-01T00:00:00.000Z"].map { today in
            try #require(try place.opened(at: today).page(of: hero, at: Times(knownAt: moment)))
        }
        #expect(pages.map(\.status.date) == [day("2020-08-01"), day("2020-08-01")])
        #expect(Said(pages[0]) == Said(pages[1]))
        // The warning of July 2020 ran then; today it has long ended.
        #expect(pages[0].status.sanctions.count == 1)
    }

    @Test(
        "pages known at a moment are the same after everything that came later",
        arguments: [UInt64(1), 5])
    func settled(_ seed: UInt64) throws {  // I25
        let place = try TestLedger(at: "2019-01-01T00:00:00.000Z", law: BuiltInLaw.documents)
        let script = DemoScript(seed: seed)
        let people = Set(
            try script.events().flatMap { $0.event.tags }
                .filter { $0.kind == .subject }.map { SubjectID(wellFormed: $0.identifier) })
        let sample = Array(people.sorted().prefix(12)) + [script.hero]
        var said: [(subject: SubjectID, at: Instant, page: Said?)] = []
        let asOf = day("2024-01-01")
        var turn = 0
        _ = try place.ledger.play(script) { done, _ in
            guard done % 150 == 0 else { return }
            #expect(throws: Never.self) {
                let moment = script.steps[done - 1].at
                // Another entry of the same millisecond would still belong to that moment.
                if done < script.steps.count, script.steps[done].at == moment { return }
                for subject in sample {
                    turn += 1
                    let page = try place.ledger.page(
                        of: subject, at: Times(asOf: asOf, knownAt: moment))
                    said.append((subject, moment, page.map(Said.init)))
                }
            }
        }
        #expect(turn > 30)
        for one in said {
            let page = try place.ledger.page(
                of: one.subject, at: Times(asOf: asOf, knownAt: one.at))
            guard let then = one.page else {
                // Nobody by that name then: nothing was known.
                #expect(page?.trail.items.isEmpty ?? true)
                continue
            }
            #expect(page.map(Said.init) == then, "seed \(seed), \(one.subject) at \(one.at)")
        }
    }

    @Test("a role stays what it was when the person was named, whatever became of the person")
    func roleSnapshot() throws {
        let place = try TestLedger()
        let ledger = place.ledger
        try ledger.perform([
            Command(SubjectRegistered(subject: "U-1", kind: .unit, title: "水利局(虚构)")),
            Command(SubjectRegistered(subject: "P-1", kind: .person, name: .clear("虚构甲"))),
            Command(EmploymentBegan(subject: "P-1"), on("2010-01-01")),
            Command(TakePost(subject: "P-1", unit: "U-1", post: "局长"), on("2018-01-01")),
            Command(
                ComplaintReceived(
                    complaint: ComplaintID(wellFormed: "T-1"), case: CaseID(wellFormed: "C-1"),
                    incidentOn: day("2019-05-01"), filedBy: .public), on("2019-06-01")),
            Command(
                CaseOpened(case: CaseID(wellFormed: "C-1"), recordedFrom: "旧案卷"), on("2019-06-02")),
            Command(
                PersonNamed(case: CaseID(wellFormed: "C-1"), subject: "P-1"), on("2019-06-03")),
        ])
        let later = try place.opened(at: "2027-01-01T00:00:00.000Z")
        try later.perform(
            EmploymentEnded(subject: "P-1", reason: .resigned), on("2019-07-01"))
        try later.perform(
            FindingMade(case: CaseID(wellFormed: "C-1"), subject: "P-1", finding: .sustained),
            on("2019-09-01"))
        let page = try #require(try later.page(of: "P-1"))
        let finding = try #require(page.trail.items.first { $0.kind == .found })
        #expect(finding.role?.post == "局长")
        #expect(page.trail.items.contains { $0.recorded.event.is(CaseOpened.self) })
        let before = try #require(
            try later.page(of: "P-1", at: Times(knownAt: instant("2026-06-01T00:00:00.000Z"))))
        #expect(!before.trail.items.contains { $0.kind == .found })
    }

    @Test("somebody only mentioned has a page, and somebody unknown none")
    func mentioned() throws {
        let place = try TestLedger()
        try place.ledger.fill(2, tag: "subject:P-FILL")
        let page = try #require(try place.ledger.page(of: "P-FILL"))
        #expect(page.registration == nil && page.trail.items.count == 2)
        let nobody = try place.ledger.page(of: "P-NOBODY")
        #expect(nobody?.trail == nil)
    }

    @Test("a trail with a hole in it is never passed off as whole")
    func hole() throws {
        let place = try WholeLedger.copy(
            meddling: "UPDATE tag_head SET count = count + 1 WHERE tag = 'subject:R001'")
        #expect(throws: LedgerFault.self) { try place.ledger.page(of: "R001") }
        #expect(throws: LedgerFault.self) { try place.ledger.trail(of: "R001" as SubjectID) }
    }

    @Test("sealed names are opened for the page, and are told as destroyed once they are")
    func opened() throws {
        let place = try WholeLedger.copy()
        #expect(try place.ledger.page(of: "R001")?.registration?.name == .clear("阿拉坦㐂"))
        let ledger = place.ledger
        let by = try ledger.destroy(
            "name", at: ledger.registration(of: "R001"), on: "2026-11-30")
        guard
            case .destroyed(_, on: "2026-11-30", by: by) =
                try ledger.page(of: "R001")?.registration?.name
        else {
            Issue.record("a destroyed name is a commitment, and says what became of it")
            return
        }
    }
}
