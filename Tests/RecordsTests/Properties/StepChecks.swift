import Law
import Vocabulary

@testable import Records

/// What the register said before a command was recorded, as far as the command can change it.
struct Before {
    let dates: [CalendarDate]
    let statuses: [SubjectID: [CurrentStatus]]
    let events: [RecordedEvent]

    init(of drafts: [Draft], in world: World) {
        var dates = [world.today, world.today.adding(days: 150) ?? world.today]
        for draft in drafts {
            guard let on = draft.on else { continue }
            dates += [on, on.adding(days: -1) ?? on]
        }
        let people = Set(
            drafts.flatMap { $0.event.tags }.filter { $0.kind == .subject }
                .map { SubjectID(wellFormed: $0.identifier) })
        self.dates = dates
        statuses = Self.statuses(of: people, on: dates, in: world)
        events = world.register.events
    }

    static func statuses(
        of people: some Sequence<SubjectID>, on dates: [CalendarDate], in world: World
    ) -> [SubjectID: [CurrentStatus]] {
        var statuses: [SubjectID: [CurrentStatus]] = [:]
        for id in people {
            statuses[id] = dates.map {
                world.register.file(id).status(on: $0, under: world.register.law)
            }
        }
        return statuses
    }
}

/// The promises that one recorded command could break.
struct StepChecks {
    let asked: Asked
    let events: [RecordedEvent]
    let before: Before
    let world: World
    private(set) var violations: [(Campaign.Promise, String)] = []
    private(set) var checks: [Campaign.Promise: Int] = [:]

    init(asked: Asked, events: [RecordedEvent], before: Before, world: World) {
        self.asked = asked
        self.events = events
        self.before = before
        self.world = world
    }

    mutating func expect(_ promise: Campaign.Promise, _ holds: Bool, _ text: String = "") {
        checks[promise, default: 0] += 1
        if !holds { violations.append((promise, text)) }
    }

    mutating func run() {
        appendOnly()
        statuses()
        undone()
        for event in events { months(event) }
        guard asked.corrects == nil else { return }
        for event in events {
            let fact = event.event
            if let fact = fact[DecisionAdopted.self] { adoption(fact, event) }
            if let fact = fact[GroundDetected.self] { once(fact) }
            if let fact = fact[SanctionImposed.self] { imposition(fact, event) }
            if let fact = fact[SanctionAnnulled.self] { annulment(fact, event) }
            if let fact = fact[PersonNamed.self] { naming(fact) }
            if let fact = fact[FindingMade.self] { finding(fact, event) }
            measure(event)
            appeal(event)
            proceeding(event)
            befalls(event)
        }
        fourEyes()
    }

    // MARK: every command

    /// 3: what was recorded stays; what corrects or withdraws says what it takes the place of.
    private mutating func appendOnly() {
        expect(.appendOnly, world.register.events.starts(with: before.events))
        if let corrected = asked.corrects {
            expect(.appendOnly, events.first?.supersedes == corrected, "no supersedes")
        }
        for event in events {
            if event.event.is(RecordWithdrawn.self) {
                expect(.appendOnly, event.supersedes != nil, "withdraws nothing")
            } else if asked.corrects == nil {
                expect(.appendOnly, event.supersedes == nil, "supersedes by itself")
            }
        }
        for id in before.statuses.keys {
            let count = world.register.events(about: id.tag).count
            expect(.rolesStay, world.register.trail(id).items.count == count, "\(id) lost an entry")
        }
    }

    /// 5, 6, 12: what a decision, a defence or an appeal may do to a status.
    private mutating func statuses() {
        guard asked.corrects == nil else { return }
        let after = Before.statuses(of: before.statuses.keys, on: before.dates, in: world)
        let isDecision = events.allSatisfy { $0.event.belongs(to: .decision) }
        let isPlainAppeal = events.allSatisfy {
            $0.event.belongs(to: .appeal) || $0.event.is(DefenceHeard.self)
                || $0.event.is(DefenceWaived.self)
        }
        let isRemedy = events.contains {
            $0.event.belongs(to: .appeal) || $0.event.is(DefenceHeard.self)
                || $0.event.isCourseOfSanction
        }
        for (id, then) in before.statuses {
            for (old, new) in zip(then, after[id] ?? []) {
                if isDecision { expect(.groundsTouchNothing, old == new, "\(id) on \(old.date)") }
                if isPlainAppeal {
                    expect(.inEffectMeanwhile, old.sanctions == new.sanctions, "\(id)")
                }
                if isRemedy { notLonger(old, new) }
            }
        }
    }

    private mutating func notLonger(_ old: CurrentStatus, _ new: CurrentStatus) {
        for sanction in new.sanctions {
            let known = old.sanctions.first { $0.fact.sanction == sanction.fact.sanction }
            expect(.neverAggravated, known != nil, "\(sanction.fact.sanction) came into effect")
            if case .until(let last)? = known?.term, case .until(let now) = sanction.term {
                expect(.neverAggravated, now <= last, "\(now) after \(last)")
            }
        }
        expect(.neverAggravated, new.sanctions.count <= old.sanctions.count)
    }

    /// I15: whatever takes the place of an entry that two signed, annuls what two imposed, or withdraws
    /// a closing, is signed by two.
    private mutating func undone() {
        let isOfTwo = asked.approver != nil && asked.approver != asked.actor
        for event in events {
            let annulled =
                event.event[SanctionAnnulled.self]?.sanction
                ?? event.event[SanctionNotExecuted.self]?.sanction
            let fallen = event.supersedes.flatMap { world.register.entry($0) }
            let imposed = annulled.flatMap { id in
                standing(SanctionImposed.self, in: log(id.tag)).last?.recorded
            }
            for one in [fallen, imposed].compactMap(\.self) where one.approver != nil {
                expect(.undoneByTwo, isOfTwo, "\(one.event.type) of two undone by one")
            }
            if event.event.is(RecordWithdrawn.self), fallen?.event.is(CaseClosed.self) == true {
                expect(.undoneByTwo, isOfTwo, "reopened by one")
            }
        }
    }

    /// 21.
    private mutating func months(_ event: RecordedEvent) {
        let imposed = event.event[SanctionImposed.self].map { $0.months ?? 1 }
        let varied = event.event[SanctionVaried.self].map { $0.months ?? 1 }
        guard let months = imposed ?? varied else { return }
        expect(.fortyEightMonths, (1...48).contains(months), "\(event)")
    }

    /// 18: who approves is not who records; a second person is there where one is needed.
    private mutating func fourEyes() {
        if Duties.register.verb(named: asked.name)?.second == .required {
            expect(
                .fourEyes, asked.approver != nil && asked.approver != asked.actor,
                "\(asked.approver ?? "nobody")")
        }
    }

    // MARK: helpers for the other checks

    /// The facts that stand, in the order in which they happened.
    func standing<F: Fact>(
        _ kind: F.Type, in log: [RecordedEvent]
    ) -> [(fact: F, recorded: RecordedEvent)] {
        let fallen = Set(log.compactMap(\.supersedes))
        return log.compactMap { recorded -> (F, RecordedEvent)? in
            guard !fallen.contains(recorded.position), recorded.on != nil else { return nil }
            return recorded.event[F.self].map { ($0, recorded) }
        }.sorted {
            ($0.1.on ?? world.today, $0.1.position) < ($1.1.on ?? world.today, $1.1.position)
        }
    }

    func log(_ tag: Vocabulary.Tag) -> [RecordedEvent] { world.register.events(about: tag) }
}

extension Event {
    func belongs(to duty: Duty) -> Bool { duty.kinds.contains { $0 === kind } }

    /// What is recorded of a sanction between its imposition and its end.
    fileprivate var isCourseOfSanction: Bool {
        self.is(SanctionServed.self) || self.is(SanctionExecuted.self)
            || self.is(SanctionVaried.self) || self.is(ReputationRestored.self)
            || self.is(CompensationPaid.self)
    }
}
