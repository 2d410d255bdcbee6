public import Law
public import Vocabulary

/// Something about what is recorded of a person that cannot be as it stands, or should not have been
/// (疑点提示).
///
/// What an entry stores was marked when it was recorded; the rest is computed from all that stands, so
/// that it is there whatever was recorded first, and falls away when it is mended.
public struct Caution: Hashable, Sendable {
    public let code: Irregularity
    /// The entry at fault first, then those that show it.
    public let entries: [Position]
    /// The rule that it offends; nil: none, it only cannot be.
    public let rule: String?
    /// The sanction that it is about.
    public var sanction: SanctionID?

    public init(
        _ code: Irregularity, _ entries: [Position], rule: String? = nil,
        sanction: SanctionID? = nil
    ) {
        self.code = code
        self.entries = entries
        self.rule = rule ?? code.rule
        self.sanction = sanction
    }
}

extension Irregularity {
    /// The rule that it offends, where it does.
    public var rule: String? {
        switch self {
        case .sanctionWithoutSustainedFinding: "政务处分法#44"
        case .sanctionAfterLeaving, .afterDeath: "政务处分法#27"
        case .sanctionedTwice, .possiblySameAct: "政务处分法#16"
        case .heavierAfterAppeal: "政务处分法#56"
        case .measureNotForPersonnel: "政务处分法#22"
        case .notRelievedFirst, .possiblyNotRelievedFirst: "政务处分法#50"
        case .unheard: "政务处分法#43"
        case .beforeItsBasis: "政务处分法#44"
        case .promotedWhileBarred, .postWhileBarred: "政务处分法#19"
        case .movedUnderInvestigation, .leftUnderInvestigation, .sanctionedUnderInvestigation,
            .consentedAfterwards:
            "政务处分法#52"
        case .recruitedWhileBarred: "政务处分法#24"
        case .postAfterRemoval: "政务处分法#19"
        case .findingInDoubt, .notDecidedAnew: "政务处分法#57"
        case .heavierAfterEnd: "政务处分法#26"
        case .basisChanged: "政务处分法#49"
        case .belowCriminalFloor: "政务处分法#14"
        case .partyOfficial: "XZZ-2020-26#2"
        case .catalogueNotLoaded: "信用修复管理办法"
        case .closedBeforeReceived, .incidentAfterReceipt, .endedBeforeBegan, .namedAfterLeaving,
            .categoryMissing, .findingMissing, .investigatorIsAccused, .unitNotRegistered,
            .beginUnknown, .postAfterLeaving, .postsOverlap, .beforeUnit, .afterUnitEnded,
            .numberUnsound, .numberShared, .singleHanded, .endUnknown:
            nil
        }
    }
}

extension SubjectFile {
    /// The marks on a person by that day, as known at a moment, in the order of the entries at fault.
    ///
    /// - Parameter cases: The cases that name the person, so far as they are at hand.
    public func marks(
        by date: CalendarDate, knownAt moment: Instant? = nil, under law: Law,
        cases: (CaseID) -> CaseFile
    ) -> [Caution] {
        let known = knowledge(at: moment)
        let law = law.known(at: moment)
        let lives = sanctionLives(by: date, knownAt: moment, under: law)
        var marks = stored(by: date, known, under: law)
        for life in lives { marks += self.marks(on: life, by: date, known, under: law) }
        marks += careerMarks(by: date, known, lives, under: law)
        marks += investigationMarks(by: date, knownAt: moment, known, cases: cases)
        marks += deathMarks(by: date, known)
        marks += procedureMarks(by: date, known, lives, under: law, cases: cases)
        marks += findingMarks(by: date, known)
        var seen: Set<Caution> = []
        return marks.map { cited($0, under: law) }.filter { seen.insert($0).inserted }.sorted {
            ($0.entries.first ?? 0, $0.code.rawValue) < ($1.entries.first ?? 0, $1.code.rawValue)
        }
    }

    // MARK: What an entry stores

    private func stored(
        by date: CalendarDate, _ known: Knowledge, under law: Law
    ) -> [Caution] {
        func of<F: Fact>(
            _ facts: [Recorded<F>], _ irregularities: (F) -> [Irregularity]
        ) -> [Caution] {
            facts.filter { known.counts($0, by: date) }.flatMap { fact in
                irregularities(fact.fact).filter { !$0.isComputed && !$0.isLawful }
                    .map { Caution($0, [fact.position]) }
            }
        }
        return of(beginnings, \.irregularities) + of(assumptions, \.irregularities)
            + of(transfers, \.irregularities) + of(endings, \.irregularities)
            + of(namings, \.irregularities) + of(findings, \.irregularities)
            + sanctions.filter { known.counts($0, by: date) }.flatMap { fact in
                fact.fact.irregularities.filter {
                    !$0.isComputed
                        && !($0 == .sanctionAfterLeaving && fact.fact.measure.family == .party)
                }.map {
                    Caution(
                        $0, [fact.position], rule: rule(of: $0, on: fact, known, under: law),
                        sanction: fact.fact.sanction)
                }
            }
    }

    /// The rule that a mark on a sanction offends, where it is that of the person's sort; nil: as for
    /// everybody.
    private func rule(
        of mark: Irregularity, on imposed: Recorded<SanctionImposed>, _ known: Knowledge,
        under law: Law
    ) -> String? {
        guard mark == .measureNotForPersonnel, let on = imposed.on,
            let rules = law.bodies(on: on)
        else { return nil }
        return personnel(on: on, knownAt: known.moment, under: rules).lazy
            .compactMap(\.self).first { !$0.measures.contains(imposed.fact.measure.rawValue) }?
            .source
    }

    /// As the law of the day of the entry at fault cites the rule, of the organ whose sanction it is
    /// about; where nobody knows the organ, only what both kinds cite alike.
    private func cited(_ caution: Caution, under law: Law) -> Caution {
        // A post still shown is at fault since the removal, not since it was taken up.
        let fault =
            caution.code == .postAfterRemoval ? caution.entries.last : caution.entries.first
        guard let rule = caution.rule, let fault,
            let on = log.entry(at: fault)?.on, let rules = law.bodies(on: on)
        else { return caution }
        let authority = caution.sanction.flatMap { id in
            sanctions.last { $0.fact.sanction == id }?.fact.authority
        }
        let organ = authority.flatMap { Rulebook.DecidingOrgan(rawValue: $0.rawValue) }
        return Caution(
            caution.code, caution.entries, rule: rules.citation(of: rule, for: organ),
            sanction: caution.sanction)
    }

    // MARK: What a sanction rests on

    private func marks(
        on life: SanctionLife, by date: CalendarDate, _ known: Knowledge, under law: Law
    ) -> [Caution] {
        guard life.isValid, life.measure.family != .party else { return [] }
        let imposed = life.imposed
        let id = life.sanction
        var marks: [Caution] = []
        if imposed.fact.instrument == nil,
            !isSustained(in: imposed.fact.case, known: known, by: date)
        {
            // What had been found and was taken back, so far as it was known.
            let withdrawn = findings.filter { found in
                found.fact.case == imposed.fact.case
                    && known.moment.map { found.at <= $0 } ?? true
            }.map(\.position)
            marks.append(
                Caution(
                    .sanctionWithoutSustainedFinding, [imposed.position] + withdrawn,
                    sanction: id))
        }
        if let on = life.lastChangedOn ?? imposed.on,
            let below = belowFloor(imposed.fact, as: life.measure, on: on, known, under: law)
        {
            marks.append(
                Caution(
                    .belowCriminalFloor, [imposed.position, below.judgment.position],
                    rule: below.floor.source, sanction: id))
        }
        if life.hadEnded, let change = life.lastChange?.position {
            marks.append(Caution(.heavierAfterEnd, [change, imposed.position], sanction: id))
        }
        if let changed = life.basisChanges.last,
            !(life.variations.map(\.moment) + life.rectifications.map(\.moment)).contains(
                where: { changed.moment <% $0 })
        {
            marks.append(
                Caution(.basisChanged, [imposed.position, changed.position], sanction: id))
        }
        let decided = log.facts(AppealDecided.self).filter {
            $0.fact.sanction == id && known.counts($0, by: date)
        }
        if let last = decided.max(by: { $0.isBefore($1) }), last.fact.outcome == .remitted,
            life.replacement == nil
        {
            marks.append(Caution(.notDecidedAnew, [imposed.position, last.position], sanction: id))
        }
        return marks
    }

    // MARK: While a case is open

    private func investigationMarks(
        by date: CalendarDate, knownAt moment: Instant?, _ known: Knowledge,
        cases: (CaseID) -> CaseFile
    ) -> [Caution] {
        var marks: [Caution] = []
        for naming in namings where known.counts(naming, by: date) {
            let id = naming.fact.case
            let course = cases(id).past(by: date, knownAt: moment)
            guard course.isGoverned, let from = naming.on else { continue }
            let answered = findings.filter {
                $0.fact.case == id && $0.fact.finding.isAnswer && known.counts($0, by: date)
            }.compactMap(\.on)
            let cleared = course.facts(PersonCleared.self).filter { $0.fact.subject == subject }
                .compactMap(\.on)
            let closed = course.facts(CaseClosed.self).compactMap(\.on)
            let end = (answered + cleared + closed).filter { from <= $0 }.min()
            func isWithin(_ day: CalendarDate?) -> Bool {
                guard let day else { return false }
                return from < day && (end.map { day < $0 } ?? true)
            }
            func mark<F: Fact>(
                _ code: Irregularity, _ fact: Recorded<F>, unless matters: Set<ConsentMatter>
            ) {
                guard known.counts(fact, by: date), let on = fact.on, isWithin(on) else { return }
                let consents = course.consents(for: subject).filter {
                    matters.contains($0.fact.matter)
                }
                if consents.contains(where: { $0.on.map { $0 <= on } ?? false }) { return }
                marks.append(Caution(code, [fact.position, naming.position]))
                if let late = consents.first {
                    marks.append(Caution(.consentedAfterwards, [late.position, fact.position]))
                }
            }
            for fact in assumptions {
                mark(.movedUnderInvestigation, fact, unless: [.move, .promotion])
            }
            for fact in transfers {
                mark(.movedUnderInvestigation, fact, unless: [.move, .promotion])
            }
            for fact in sanctions
            where fact.fact.authority == .employer && fact.fact.case != id {
                mark(.sanctionedUnderInvestigation, fact, unless: [.sanction])
            }
            for fact in endings where [.retired, .resigned].contains(fact.fact.reason) {
                mark(
                    .leftUnderInvestigation, fact,
                    unless: [fact.fact.reason == .retired ? .retirement : .resignation])
            }
        }
        return marks
    }

    // MARK: After death

    /// What only the living can receive or do: a document, a hearing, a measure.
    private func deathMarks(by date: CalendarDate, _ known: Knowledge) -> [Caution] {
        guard let died = departure(on: date, known: known)?.died else { return [] }
        func late<F: Fact>(
            _ kind: F.Type, _ isAbout: (F) -> Bool = { _ in true },
            _ sanction: (F) -> SanctionID? = { _ in nil }
        ) -> [Caution] {
            log.facts(kind).filter { fact in
                known.counts(fact, by: date) && isAbout(fact.fact)
                    && fact.on.map { died < $0 } ?? false
            }.map { Caution(.afterDeath, [$0.position], sanction: sanction($0.fact)) }
        }
        return late(SanctionServed.self, { $0.subject == subject }, { $0.sanction })
            + late(SanctionImposed.self, { $0.subject == subject }, { $0.sanction })
            + late(FactsNotified.self, { $0.subject == subject })
            + late(DefenceHeard.self, { $0.subject == subject })
            + late(DefenceWaived.self, { $0.subject == subject })
            + late(PositionAssumed.self, { $0.subject == subject })
            + late(PositionTransferred.self, { $0.subject == subject })
            + late(EmploymentBegan.self, { $0.subject == subject })
            + late(PositionSuspended.self, { $0.subject == subject })
            + late(PositionReinstated.self, { $0.subject == subject })
    }

    // MARK: Findings whose sanction is gone

    private func findingMarks(by date: CalendarDate, _ known: Knowledge) -> [Caution] {
        findings.filter { known.counts($0, by: date) && $0.fact.finding == .sustained }
            .compactMap { finding in
                let course = course(of: finding, known: known, by: date)
                guard course.isInDoubt else { return nil }
                return Caution(
                    .findingInDoubt, [finding.position] + course.annulments.map(\.position))
            }
    }
}

extension Irregularity {
    /// Whether it is told from what stands rather than from what an entry stored.
    fileprivate var isComputed: Bool {
        self == .sanctionWithoutSustainedFinding || self == .belowCriminalFloor
    }
    /// Whether it offends nothing: leaving detaches nobody (追责制度 Art. 3).
    fileprivate var isLawful: Bool { self == .namedAfterLeaving }
}
