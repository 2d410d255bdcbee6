import Records

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
        for event in events { months(event) }
        guard asked.corrects == nil else { return }
        for event in events {
            switch event.event {
            case .decision(.decisionAdopted(let fact)): adoption(fact, event)
            case .decision(.groundDetected(let fact)): once(fact)
            case .sanctionImposed(let fact): imposition(fact, event)
            case .sanctionAnnulled(let fact): annulment(fact, event)
            case .personNamed(let fact): naming(fact)
            case .findingMade(let fact): finding(fact, event)
            case .measure(let fact): measure(fact, event)
            case .appeal(let fact): appeal(fact, event)
            case .proceeding(let fact): proceeding(fact, event)
            default: break
            }
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
            if case .recordWithdrawn = event.event {
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
        let isDecision = events.allSatisfy { if case .decision = $0.event { true } else { false } }
        let isPlainAppeal = events.allSatisfy {
            switch $0.event {
            case .appeal: true
            case .proceeding(.defenceHeard), .proceeding(.defenceWaived): true
            default: false
            }
        }
        let isRemedy = events.contains {
            switch $0.event {
            case .appeal, .proceeding(.defenceHeard), .measure: true
            default: false
            }
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

    /// 21.
    private mutating func months(_ event: RecordedEvent) {
        switch event.event {
        case .sanctionImposed(let fact):
            expect(.fortyEightMonths, (1...48).contains(fact.months ?? 1), "\(event)")
        case .measure(.sanctionVaried(let fact)):
            expect(.fortyEightMonths, (1...48).contains(fact.months ?? 1), "\(event)")
        default: break
        }
    }

    /// 18: who approves is not who records; a second person is there where one is needed.
    private mutating func fourEyes() {
        guard let act = Acts.all.first(where: { $0.act.name == asked.name }) else { return }
        if act.act.needsApprover {
            expect(
                .fourEyes, asked.approver != nil && asked.approver != asked.actor,
                "\(asked.approver ?? "nobody")")
        }
    }

    // MARK: helpers for the other checks

    /// The facts that stand, in the order in which they happened.
    func standing<Payload: EventPayload>(
        _ kind: Payload.Type, in log: [RecordedEvent]
    ) -> [(fact: Payload, recorded: RecordedEvent)] {
        let fallen = Set(log.compactMap(\.supersedes))
        return log.compactMap { recorded -> (Payload, RecordedEvent)? in
            guard !fallen.contains(recorded.position), recorded.on != nil else { return nil }
            return (recorded.event.payload as? Payload).map { ($0, recorded) }
        }.sorted {
            ($0.1.on ?? world.today, $0.1.position) < ($1.1.on ?? world.today, $1.1.position)
        }
    }

    func log(_ tag: Records.Tag) -> [RecordedEvent] { world.register.events(about: tag) }
}
