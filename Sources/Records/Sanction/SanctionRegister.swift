public import Law
public import Vocabulary

/// Every sanction and measure, and where it stands on a day by what was known at a moment
/// (处分台账).
public struct SanctionRegister: Hashable, Sendable {
    public let date: CalendarDate
    public let knownAt: Instant?
    /// In the order in which they began.
    public let rows: [SanctionRow]
    /// How many follow that were not looked at, by identifier; and the last that was.
    public let more: Int
    public let next: String?

    public init(
        date: CalendarDate, knownAt: Instant?, rows: [SanctionRow], more: Int = 0,
        next: String? = nil
    ) {
        self.more = more
        self.next = next
        self.date = date
        self.knownAt = knownAt
        self.rows = rows.sorted {
            ($0.life.since, $0.life.imposed.position) < ($1.life.since, $1.life.imposed.position)
        }
    }
}

/// The duty to restore a person's reputation after an annulment (恢复名誉).
public enum RestorationDuty: Hashable, Sendable {
    /// Nothing was annulled.
    case none
    /// 待恢复; nil where its last day cannot be computed.
    case open(until: CalendarDate?)
    /// 已恢复.
    case done(on: CalendarDate)

    /// Stable, for machines.
    public var code: String {
        switch self {
        case .none: "none"
        case .open: "open"
        case .done: "done"
        }
    }
}

/// One line of the register.
public struct SanctionRow: Hashable, Sendable {
    public let life: SanctionLife
    public let state: SanctionState
    public let isInEffect: Bool
    /// The unit of the role held when it happened, or on the day of the sanction.
    public let unit: UnitID?
    public let restoration: RestorationDuty
    /// Whether the person can still object, at the stage that is next: nil before service, on a
    /// route without a clock, and where its last day could not be computed.
    public let isRemedyOpen: Bool?
    /// The last day to object that was told at service or, where none could be told, follows from what
    /// is law by now; nil before service and where no law fixes one.
    public let remedyUntil: CalendarDate?
    /// Why no such day can be computed, where a law may fix one.
    public let remedyFault: LawFault?
    /// The route that follows from who decided and from who the person was then, as long as none was
    /// told; nil: none follows, or one was told.
    public let openRoute: OpenRoute?
    /// What it keeps the person from, and until when.
    public let effects: [EffectPeriod]
    /// The settings on which its last day and its remedy hang, where the law itself does not say
    /// (推定的设定).
    public let settings: [Rulebook.Setting]

    public var sanction: SanctionID { life.sanction }
    public var subject: SubjectID { life.imposed.fact.subject }
    public var caseID: CaseID { life.imposed.fact.case }
}

extension SubjectFile {
    /// The lines of the register that are about the person.
    public func sanctionRows(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law
    ) -> [SanctionRow] {
        let known = log.knowledge(at: moment)
        let law = law.known(at: moment)
        return sanctionLives(by: date, knownAt: moment, under: law).map { life in
            let remedy = life.remedy(under: law)
            let routes = remedyRoutes(against: life, on: date, under: law)
            let naming = namings.last {
                $0.fact.case == life.imposed.fact.case && known.counts($0, by: date)
            }
            return SanctionRow(
                life: life, state: life.state(on: date), isInEffect: life.isInEffect(on: date),
                unit: naming?.fact.role.unit ?? post(on: life.since, knownAt: moment)?.post.unit,
                restoration: life.restorationDuty(under: law),
                isRemedyOpen: isRemedyOpen(of: life, on: date, known),
                remedyUntil: life.service?.fact.remedyUntil ?? remedy.due,
                remedyFault: remedy.fault,
                openRoute: life.service == nil ? routes?.open : nil,
                effects: effectPeriods(of: life, knownAt: moment, under: law).filter {
                    !$0.bars.isEmpty
                },
                settings: life.settings(under: law)
                    + [settingOfUncovered(life, knownAt: moment, under: law)].compactMap(\.self)
                    + life.remedySettings(routes, on: date, under: law))
        }
    }
}

extension SubjectFile {
    /// The routes that are open against it by that day; nil: none, or nobody knows.
    fileprivate func remedyRoutes(
        against life: SanctionLife, on date: CalendarDate, under law: Law
    ) -> RemedyRoutes? {
        let fact = life.imposed.fact
        guard fact.authority != nil, fact.measure.family != .party,
            let decided = life.decision?.on
        else { return nil }
        let asked = life.service?.on ?? date
        guard let rules = law.bodies(on: asked) else { return nil }
        return RemedyRoutes(
            against: fact, decidedOn: decided, askedOn: asked, under: rules, of: self)
    }
}

extension SubjectFile {
    /// Told at service until when; a filing uses that up, and the service of an outcome tells anew.
    private func isRemedyOpen(
        of life: SanctionLife, on date: CalendarDate, _ known: Knowledge
    ) -> Bool? {
        guard let span = life.span, let told = life.service?.fact.remedyUntil else { return nil }
        if life.annulment != nil { return false }
        func facts<F: Fact>(_ kind: F.Type) -> [Recorded<F>] {
            log.facts(kind).filter { known.counts($0, by: date) }
        }
        let foreign = Set(
            facts(AdmissibilityRuled.self).filter {
                !$0.fact.admitted && $0.fact.reason?.leavesStageOpen == true
            }.map(\.fact.appeal))
        let filed = facts(AppealFiled.self).filter {
            $0.fact.sanction == life.sanction && !foreign.contains($0.fact.appeal)
                && span.holds($0)
        }
        guard !filed.isEmpty else { return date <= told }
        let carriedOn = Set(filed.compactMap(\.fact.after))
        let outcomes = facts(AppealServed.self).filter { served in
            let appeal = served.fact.appeal
            return filed.contains { $0.fact.appeal == appeal } && !carriedOn.contains(appeal)
        }
        if outcomes.contains(where: { $0.fact.nextUntil.map { date <= $0 } ?? false }) {
            return true
        }
        // A stage follows whose last day could not be computed.
        return outcomes.contains { $0.fact.next != nil && $0.fact.nextUntil == nil } ? nil : false
    }
}

extension SanctionLife {
    /// Until when the person served can object. I14: of a day before any rules nobody can say whether
    /// there is a limit.
    fileprivate func remedy(under law: Law) -> TimeLimit {
        guard let service, let on = service.on, service.fact.remedyUntil == nil,
            !service.fact.route.isEmpty
        else {
            return .none
        }
        guard let rules = law.bodies(on: on) else {
            return .unknown(.noRules(on: on, first: law.firstDay))
        }
        let stages = rules.route(service.fact.route)?.stages
        let stage = stages?.first { $0.code == service.fact.stage } ?? stages?.first
        return law.limit(stage?.fileClock, from: on, askedOn: on)
    }

    fileprivate func restorationDuty(under law: Law) -> RestorationDuty {
        if let done = restoration?.on { return .done(on: done) }
        // What was delivered from elsewhere is recorded, not governed by the law here.
        guard imposed.fact.isExtended || service != nil else { return .none }
        guard let annulled = annulment?.on else { return .none }
        let deadline = try? law.deadline("reputationRestoration", from: annulled)
        return .open(until: deadline?.due)
    }
}
