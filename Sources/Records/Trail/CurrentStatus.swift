public import Law
public import Vocabulary

/// Where a person stands in the service.
public enum EmploymentState: Hashable, Sendable {
    /// 在职: holds a post.
    case inPost
    /// 在职,岗位不明: in service; the register shows no post for the day.
    case inService
    /// 停职.
    case suspended
    /// 已离任.
    case left(reason: Departure, on: CalendarDate)
    /// 已去世.
    case deceased(on: CalendarDate)
    /// 不明: nothing is known, or the dates delivered contradict each other.
    case unknown

    /// The day on which service ended, whatever ended it; nil while it lasts or nobody knows.
    public var ended: CalendarDate? {
        switch self {
        case .left(_, let on), .deceased(let on): on
        case .inPost, .inService, .suspended, .unknown: nil
        }
    }
}

/// A sanction that counts, or whose length nobody knows.
public struct SanctionInEffect: Hashable, Sendable {
    /// The entry that imposed it.
    public let position: Position
    /// First day; of one that nobody can date, the day by which it had been imposed.
    public let since: CalendarDate
    public let isImputed: Bool
    /// How exactly the source gives it.
    public let precision: DayPrecision
    /// Whether nobody can date it.
    public let isUndated: Bool
    public let term: SanctionTerm
    /// Why nobody can say how long it lasts, where neither its decision nor any rules of its day do.
    public let termFault: LawFault?
    public let fact: SanctionImposed
    /// What it is on the day: as imposed, or as varied last.
    public let measure: Measure
    /// The entry that varied it last.
    public let variedBy: Position?
}

/// A finding of responsibility that counts.
public struct SustainedFinding: Hashable, Sendable {
    public let position: Position
    /// Of one that nobody can date, the day by which it had been made.
    public let on: CalendarDate
    public let isImputed: Bool
    /// How exactly the source gives it.
    public let precision: DayPrecision
    /// Whether nobody can date it.
    public let isUndated: Bool
    public let fact: FindingMade
    /// What the person was when it happened, from the naming in that case.
    public let role: RoleSnapshot?
    /// What was decided since on the sanctions that rest on it.
    public let course: FindingCourse
}

/// A case that names the person and in which nothing has been found: a suspicion, no more.
public struct OpenSuspicion: Hashable, Sendable {
    public let position: Position
    /// Of one that nobody can date, the day by which the person had been named.
    public let on: CalendarDate
    public let isImputed: Bool
    /// How exactly the source gives it.
    public let precision: DayPrecision
    /// Whether nobody can date it.
    public let isUndated: Bool
    /// That the case was closed all the same; nil while it is open.
    public let closing: Closing?
    public let fact: PersonNamed

    /// The closing of a case (结案), with what is known of its day.
    public struct Closing: Hashable, Sendable {
        /// Of one that nobody can date, the day by which it had been closed.
        public let on: CalendarDate
        public let isImputed: Bool
        /// How exactly the source gives it.
        public let precision: DayPrecision
        /// Whether nobody can date it.
        public let isUndated: Bool

        init(_ closed: Recorded<CaseClosed>, knownAt moment: Instant?) {
            on = closed.latest(knownAt: moment)
            isImputed = closed.isImputed
            precision = closed.precision
            isUndated = closed.on == nil
        }
    }
}

/// What counts for a person on a day, by what the register knew at a moment (现行状态).
///
/// Never the trail: expiry, annulment and withdrawal take something out of here and nothing out of
/// there. What nobody can date counts from the day by which it had happened, and says so. Suspicion and finding are kept apart.
///
/// - Invariant: For `knownAt` in the past the answer never changes, whatever is recorded later.
public struct CurrentStatus: Hashable, Sendable {
    public let subject: SubjectID
    /// True on this day …
    public let date: CalendarDate
    /// … by what was recorded up to this moment; nil means all that is recorded.
    public let knownAt: Instant?
    public let employment: EmploymentState
    /// The entries that show it, in order; none where nothing is known.
    public let employmentEvidence: [Position]
    /// The posts held, in the order in which they began. After leaving: those the source goes on
    /// naming, all begun after the day of leaving.
    public let posts: [PostHeld]
    /// In effect on the day, in the order in which they began.
    public let sanctions: [SanctionInEffect]
    /// Imposed, not annulled, and of a length the source does not give.
    public let sanctionsOfUnknownTerm: [SanctionInEffect]
    /// The findings of responsibility that stand, one per case.
    public let findings: [SustainedFinding]
    /// Those that were annulled, or sent back and not made anew.
    public let fallenFindings: [SustainedFinding]
    /// The records of dishonesty that count (政务失信记录).
    public let records: [DishonestyView]
    /// What keeps the person from something on the day, and until when (影响期).
    public let bars: [EffectPeriod]
    /// The settings on which the last days of all sanctions that stand and of what they bar hang, also
    /// of those that have ended: that they have hangs on them, too.
    public let settings: [Rulebook.Setting]
    /// What cannot be as it stands, or should not have been.
    public let marks: [Caution]
    /// Cases that name the person without a finding, be they open or closed.
    public let suspicions: [OpenSuspicion]
    /// The cases in which something counts and which no organ here conducts.
    public let elsewhere: [RecordedElsewhere]
}

extension SubjectFile {
    /// What counts on that day, by what the register knew at `moment`.
    ///
    /// - Parameters:
    ///   - law: It says how long a sanction lasts, and its settings how a period runs where the law leaves
    ///     that open.
    ///   - course: The entries of the cases that name the person: a case that was closed is not open.
    ///   - organ: The log of an organ: by its rules a record may be shown beyond its longest time.
    public func status(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law,
        beside course: [RecordedEvent] = [], organ: (UnitID) -> EventLog? = { _ in nil }
    ) -> CurrentStatus {
        let known = knowledge(at: moment)
        let (employment, posts) = service(on: date, knownAt: moment)
        let lives = sanctionLives(by: date, knownAt: moment, under: law)
        let standing = lives.filter(\.stands)
        let imposed = standing.map(SanctionInEffect.init)
        let rules = law.known(at: moment)
        let effects = effectPeriods(of: standing, knownAt: moment, under: rules).filter {
            !$0.bars.isEmpty
        }
        let records = records(on: date, knownAt: moment, under: law, organ: organ)
        let made = sustainedFindings(by: date, known)
        func file(_ id: CaseID) -> CaseFile {
            CaseFile(about: id, of: course.filter { $0.tags.contains(id.tag) })
        }
        return CurrentStatus(
            subject: subject, date: date, knownAt: moment,
            employment: employment,
            employmentEvidence: evidence(of: employment, holding: posts, on: date, known),
            posts: posts,
            sanctions: imposed.filter { $0.isInEffect(on: date) },
            sanctionsOfUnknownTerm: imposed.filter { $0.term == .unknown },
            findings: made.filter { !$0.course.isAnnulled && !$0.course.isSentBack },
            fallenFindings: made.filter { $0.course.isAnnulled || $0.course.isSentBack },
            records: records.filter(\.state.counts),
            bars: effects.filter { $0.covers(date) },
            settings: rules.settings(behind: standing, effects, records)
                + standing.compactMap { settingOfUncovered($0, knownAt: moment, under: rules) }
                .prefix(1),
            marks: marks(by: date, knownAt: moment, under: law, cases: file),
            suspicions: openSuspicions(by: date, known) { id in
                file(id).past(by: date, knownAt: moment).closing
                    .map { OpenSuspicion.Closing($0, knownAt: moment) }
            },
            elsewhere: Set(made.map(\.fact.case) + standing.map(\.imposed.fact.case)).sorted()
                .compactMap { file($0).recordedElsewhere(by: date, knownAt: moment) })
    }

    /// Where the person stands in the service, and the posts held; no law is needed to tell.
    public func service(
        on date: CalendarDate, knownAt moment: Instant? = nil
    ) -> (employment: EmploymentState, posts: [PostHeld]) {
        let known = knowledge(at: moment)
        let posts = posts(on: date, known: known, leavingDayCounts: false)
        return (employment(on: date, holding: posts, known), posts)
    }

    /// The findings of responsibility that stand on that day, one per case; no law is needed to tell.
    public func findingsInForce(
        on date: CalendarDate, knownAt moment: Instant? = nil
    ) -> [SustainedFinding] {
        sustainedFindings(by: date, knowledge(at: moment)).filter {
            !$0.course.isAnnulled && !$0.course.isSentBack
        }
    }

    private func employment(
        on date: CalendarDate, holding posts: [PostHeld], _ known: Knowledge
    ) -> EmploymentState {
        if let left = departure(on: date, known: known) {
            if let died = left.died { return .deceased(on: died) }
            return .left(reason: left.reason, on: left.since)
        }
        // An end before every beginning proves that the person left and not when.
        let isContradictory = endings.contains { ending in
            known.counts(ending, by: date)
                && ending.fact.irregularities.contains(.endedBeforeBegan)
        }
        if isContradictory { return .unknown }
        if isSuspended(on: date, known: known) { return .suspended }
        if !posts.isEmpty { return .inPost }
        let hasBegun =
            beginnings.contains { known.counts($0, by: date) }
            || assumptions.contains { known.counts($0, by: date) }
            || transfers.contains { known.counts($0, by: date) }
        return hasBegun ? .inService : .unknown
    }

    private func sustainedFindings(
        by date: CalendarDate, _ known: Knowledge
    ) -> [SustainedFinding] {
        var latest: [CaseID: Recorded<FindingMade>] = [:]
        for fact in findings where known.counts(fact, by: date) {
            if let other = latest[fact.fact.case], fact.isBefore(other) { continue }
            latest[fact.fact.case] = fact
        }
        var list: [SustainedFinding] = []
        for fact in latest.values where fact.fact.finding == .sustained {
            let naming = namings.last {
                $0.fact.case == fact.fact.case && known.counts($0, by: date)
            }
            list.append(
                SustainedFinding(
                    position: fact.position, on: fact.latest(knownAt: known.moment),
                    isImputed: fact.isImputed, precision: fact.precision, isUndated: fact.on == nil,
                    fact: fact.fact, role: naming?.fact.role,
                    course: course(of: fact, known: known, by: date)))
        }
        return list.sorted { ($0.on, $0.position) < ($1.on, $1.position) }
    }

    private func openSuspicions(
        by date: CalendarDate, _ known: Knowledge, closing: (CaseID) -> OpenSuspicion.Closing?
    ) -> [OpenSuspicion] {
        var decided: Set<CaseID> = []
        for fact in findings
        where known.counts(fact, by: date) && fact.fact.finding.isAnswer
            && !course(of: fact, known: known, by: date).isSentBack
        {
            decided.insert(fact.fact.case)
        }
        var list: [OpenSuspicion] = []
        for fact in namings where known.counts(fact, by: date) {
            guard !decided.contains(fact.fact.case) else { continue }
            list.append(
                OpenSuspicion(
                    position: fact.position, on: fact.latest(knownAt: known.moment),
                    isImputed: fact.isImputed, precision: fact.precision, isUndated: fact.on == nil,
                    closing: closing(fact.fact.case), fact: fact.fact))
        }
        return list.sorted { ($0.on, $0.position) < ($1.on, $1.position) }
    }
}

extension SanctionInEffect {
    init(_ life: SanctionLife) {
        self.init(
            position: life.imposed.position, since: life.runsSince,
            isImputed: life.imposed.isImputed,
            precision: life.imposed.precision,
            isUndated: life.isUndated,
            term: life.term, termFault: life.termFault, fact: life.imposed.fact,
            measure: life.measure,
            variedBy: [life.variations.last?.position, life.rectifications.last?.position]
                .compactMap(\.self).max())
    }

    /// Whether it runs on that day.
    func isInEffect(on date: CalendarDate) -> Bool { term.covers(date, since: since) }
}

extension EmploymentState {
    /// Stable, for machines.
    public var code: String {
        switch self {
        case .inPost: "inPost"
        case .inService: "inService"
        case .suspended: "suspended"
        case .left: "left"
        case .deceased: "deceased"
        case .unknown: "unknown"
        }
    }
}
