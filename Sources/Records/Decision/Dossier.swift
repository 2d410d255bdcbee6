public import Law
public import Vocabulary

/// Where a decision stands (决策状态).
public enum DecisionState: String, Code {
    /// 已提出、已启动.
    case proposed, initiated
    /// 不属于重大行政决策事项, whatever was done in it.
    case excluded
    /// 办理中: at least one of the five steps was taken.
    case drafting
    /// 已合法性审查、已讨论、已决定、不予通过、暂缓、已公布.
    case reviewed, discussed, adopted, rejected, deferred, published
    /// 执行中、中止执行、调整中、已后评估、已办结.
    case executing, suspended, adjusted, evaluated, closed
}

/// How one of the five steps stands.
public enum StepState: String, Code {
    /// 已履行、进行中.
    case done, underWay
    /// 不适用, with ground and approver.
    case waived
    /// 未履行: the decision was adopted without it.
    case missing
    /// 尚未履行: nothing is adopted yet.
    case pending
    /// 无从判断: nothing was recorded of it, and no body of law in force on the day asks for it.
    case notJudged
}

/// One of the five steps in a dossier.
public struct DossierStep: Hashable, Sendable {
    /// One entry of a step.
    public struct Entry: Hashable, Sendable {
        public let position: Position
        public let on: CalendarDate?
        public let event: Event

        init(_ recorded: Recorded<some Fact>) {
            position = recorded.position
            on = recorded.on
            event = Event(recorded.fact)
        }
    }

    public let step: ProceduralStep
    public let state: StepState
    /// In the order in which it happened.
    public let entries: [Entry]
    /// What people should look at; none of it is a ground.
    public let notes: [DossierNote]
    /// The rule the step stands in, as the first body of the day that asks for it cites it; nil where
    /// none does.
    public let source: String?
}

/// Something about a step that a reader should see: no ground, no finding.
public enum DossierNote: Hashable, Sendable {
    /// 征求意见不足规定期限: the minimum would have ended on that day.
    case consultationShort(until: CalendarDate, minimumUntil: CalendarDate)
    /// 合法性审查时间不足: seven working days would have ended on that day.
    case legalityReviewShort(minimumUntil: CalendarDate)
    /// 专家有利害关系: assists the question of falsification (G7.2).
    case expertInterest
    /// 会议早于合法性审查意见、附条件合法.
    case discussedBeforeLegality, conditionalLegality
    /// 公布期限: due on that day.
    case publicationDue(CalendarDate)
    /// 日历未载入: the day cannot be computed.
    case calendarMissing(Int)

    /// Stable, for machines.
    public var code: String {
        switch self {
        case .consultationShort: "consultationShort"
        case .legalityReviewShort: "legalityReviewShort"
        case .expertInterest: "expertInterest"
        case .discussedBeforeLegality: "discussedBeforeLegality"
        case .conditionalLegality: "conditionalLegality"
        case .publicationDue: "publicationDue"
        case .calendarMissing: "calendarMissing"
        }
    }
}

/// What became of a suspected ground.
public enum GroundState: String, Code {
    /// 待核查、已排除、已立案.
    case open, dismissed, takenUp
    /// 随事项排除而不再适用: it was raised, and the matter is excluded.
    case excluded
    /// 未登记: the entries show it, and nobody has recorded it yet.
    case due
}

/// A suspected ground on a decision (疑似情形): never a finding.
public struct DossierGround: Hashable, Sendable {
    public let ground: String
    /// The body whose ground it is, in the edition it was raised under.
    public let body: BodyName
    /// The item's official words, by the rulebook it was raised under.
    public let chinese: String
    public let english: String
    /// The article it stands in.
    public let source: String
    public let round: Int
    public let state: GroundState
    public let detectedBy: Detection
    public let on: CalendarDate?
    /// The entry that raised it; nil while it is only due.
    public let position: Position?
    /// The entries it rests on, the one that led to it among them.
    public let evidence: [Position]
    public let isExploratory: Bool
    /// Whether the entries still show it: what was recorded since may have answered it.
    public let holds: Bool
    /// The case that took it up.
    public let caseID: CaseID?
    let name: GroundName
}

/// Everything that is known of a decision, on one page (决策档案).
public struct Dossier: Hashable, Sendable {
    public let decision: DecisionID
    public let date: CalendarDate
    public let knownAt: Instant?
    public let title: String?
    public let catalogueItem: String?
    public let state: DecisionState
    /// That the Order does not govern the matter, where that was decided.
    public let exclusion: Exclusion?
    public let initiation: Recorded<DecisionInitiated>?
    /// By what decision it was made necessary.
    public let cause: Recorded<DecisionCaused>?
    /// Which round the page shows: the decision in force, or the first while none is adopted.
    public let round: Int
    /// Every body that judges it: those in force on the day of adoption, or of the question, the one
    /// that is asked first first. Empty where there is a ``fault``.
    public let bodies: [BodyName]
    public let steps: [DossierStep]
    /// The five steps of the adjustment under way; empty while none is.
    public let adjustment: [DossierStep]
    public let meeting: Recorded<MeetingHeld>?
    public let adoption: Recorded<DecisionAdopted>?
    /// Who was an official of a Party organ when it was decided, by the roles copied then (追责制度
    /// Art. 2); in the order of the page.
    public let ofParty: [SubjectID]
    public let publication: DossierStep.Entry?
    public let publicationNotes: [DossierNote]
    public let grounds: [DossierGround]
    /// Why no body of law judges it: none that the ledger carries was in force on the day of adoption,
    /// or of the question.
    public let fault: LawFault?
    public let trigger: LifelongTrigger?
    /// Why nobody can say whether it is pursued for life, though its elements are recorded.
    public let triggerFault: LawFault?
    /// What is lacking for it; nil where it is, and where nobody can say.
    public let triggerLack: LifelongLack?
    public let harms: [Recorded<HarmConfirmed>]
    /// What those amount to, with the decisions that this one made necessary.
    public let loss: Loss
    /// Whatever was ratified afterwards: no ground falls by it.
    public let ratifications: [Ratification]
    public let cases: [CaseID]
    /// Everything recorded, in the order in which it happened.
    public let entries: [RecordedEvent]
}

extension Dossier {
    /// What is recorded and belongs to none of the parts above: the page tells it all the same.
    public var others: [RecordedEvent] {
        var told = Set((steps + adjustment).flatMap(\.entries).map(\.position))
        told.formUnion(harms.map(\.position))
        told.formUnion(loss.caused.map(\.position))
        told.formUnion(ratifications.map(\.fact.position))
        told.formUnion(grounds.compactMap(\.position))
        for one in [
            exclusion?.fact.position, initiation?.position, cause?.position, meeting?.position,
            adoption?.position,
        ] {
            if let one { told.insert(one) }
        }
        if let publication { told.insert(publication.position) }
        return entries.filter { !told.contains($0.position) }
    }

    /// Everyone and every unit that the page names.
    public var subjects: [SubjectID] {
        [exclusion?.fact.fact.decidedBy, initiation?.fact.head, initiation?.fact.lead]
            .compactMap { $0 }
            + (meeting?.fact.attendees.map(\.subject) ?? []) + ofParty
            + ratifications.map(\.fact.fact.organ)
    }
}

extension Dossier {
    /// Why nobody can say which grounds an adopted decision shows; nil where somebody looked, where
    /// grounds were raised all the same, and where the matter is excluded.
    public var groundsFault: LawFault? {
        adoption == nil || exclusion != nil || !grounds.isEmpty ? nil : fault
    }
}

extension DecisionFile {
    /// The dossier on that day, by what was known at the moment; the closure gives the files of others.
    public func dossier<Failure: Error>(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law,
        decision: (DecisionID) throws(Failure) -> DecisionFile?
    ) throws(Failure) -> Dossier? {
        let known = log.entries.filter { recorded in moment.map { recorded.at <= $0 } ?? true }
        if known.isEmpty { return nil }
        let past = past(by: date, knownAt: moment)
        let titles = law.known(at: moment)
        let law = past.judging(titles)
        let round = past.roundInForce
        let next = past.round
        let adopted = round.adoption
        let judged = adopted?.on ?? date
        let rules = law.decisionBodies(on: judged)
        let lifelong = past.lifelong(under: law)
        let published = past.publication(in: round)
        let opened = past.openings()
        return Dossier(
            decision: self.decision, date: date, knownAt: moment,
            title: past.facts(DecisionProposed.self).last?.fact.title
                ?? past.exclusion?.fact.title,
            catalogueItem: past.facts(DecisionProposed.self).last?.fact.catalogueItem,
            state: past.state(next), exclusion: past.exclusion(under: titles),
            initiation: past.facts(DecisionInitiated.self).last,
            cause: past.cause(of: self.decision),
            round: round.number, bodies: rules?.judging.map(BodyName.init) ?? [],
            steps: ProceduralStep.allCases.map { past.step($0, round, law, rules) },
            adjustment: next.number == round.number
                ? []
                : ProceduralStep.allCases.map {
                    past.step($0, next, law, law.decisionBodies(on: date))
                },
            meeting: past.facts(MeetingHeld.self, in: round).last, adoption: adopted,
            ofParty: past.ofParty(in: round, under: titles.scope(on: adopted?.on ?? date)),
            publication: published,
            publicationNotes: past.publicationNotes(round, published, law),
            grounds: past.grounds(under: law, titled: titles, today: date, takenUp: opened),
            fault: law.decisionFault(on: judged),
            trigger: lifelong.trigger, triggerFault: lifelong.fault,
            triggerLack: lifelong.lack, harms: past.facts(HarmConfirmed.self),
            loss: try loss(on: date, knownAt: moment, decision: decision),
            ratifications: past.ratifications(),
            cases: opened.map(\.fact.case),
            entries: known.filter { $0.on.map { $0 <= date } ?? true }.sorted {
                ($0.on, $0.position) <% ($1.on, $1.position)
            })
    }
}

extension DecisionPast {
    /// Those of a Party organ among who opened the procedure and who met.
    func ofParty(in round: DecisionRound, under rules: Bodies?) -> [SubjectID] {
        var roles: [(SubjectID, RoleSnapshot?)] = []
        if let opened = facts(DecisionInitiated.self).last?.fact {
            roles.append((opened.head, opened.headRole))
            if let officer = opened.leadOfficer { roles.append((officer, opened.leadOfficerRole)) }
        }
        let met = facts(MeetingHeld.self, in: round).last?.fact.attendees ?? []
        roles += met.map { ($0.subject, $0.role) }
        var found: [SubjectID] = []
        for (subject, role) in roles where role?.isOfParty(under: rules) == true {
            if !found.contains(subject) { found.append(subject) }
        }
        return found
    }

    /// Cases opened on the decision.
    func openings() -> [Recorded<CaseOpened>] { facts(CaseOpened.self) }

    /// Where the last round stands: what an earlier one went through is over.
    func state(_ round: DecisionRound) -> DecisionState {
        if exclusion != nil { return .excluded }
        if !facts(DecisionClosed.self).isEmpty { return .closed }
        guard round.adoption != nil else { return stateBeforeAdoption(round) }
        func has<F: Fact>(_ kind: F.Type) -> Bool {
            facts(kind).contains { followed($0.on, round) }
        }
        if has(PostEvaluationCompleted.self) { return .evaluated }
        if isSuspended { return .suspended }
        if has(ExecutionAssigned.self) || has(ExecutionReported.self) { return .executing }
        return publication(in: round) == nil ? .adopted : .published
    }

    private func stateBeforeAdoption(_ round: DecisionRound) -> DecisionState {
        // The last word of a meeting counts.
        var last: (moment: (CalendarDate?, Position), state: DecisionState)?
        func consider<F: Fact>(_ kind: F.Type, _ state: DecisionState) {
            for fact in facts(kind, in: round) {
                let moment = (fact.on, fact.position)
                if last.map({ $0.moment <% moment }) ?? true { last = (moment, state) }
            }
        }
        consider(MeetingHeld.self, .discussed)
        consider(DecisionRejected.self, .rejected)
        consider(DecisionDeferred.self, .deferred)
        if let last { return last.state }
        if round.number > 1 { return .adjusted }
        if !facts(LegalityReviewCompleted.self, in: round).isEmpty { return .reviewed }
        let begun = ProceduralStep.allCases.contains { !entries(of: $0, in: round).isEmpty }
        if begun { return .drafting }
        return facts(DecisionInitiated.self).isEmpty ? .proposed : .initiated
    }

    /// The publication of a round's adoption, or the lawful decision not to publish.
    func publication(in round: DecisionRound) -> DossierStep.Entry? {
        if let fact = facts(DecisionPublished.self).first(where: { followed($0.on, round) }) {
            return .init(fact)
        }
        return facts(DecisionWithheld.self).first { followed($0.on, round) }.map { .init($0) }
    }

    func publicationNotes(
        _ round: DecisionRound, _ published: DossierStep.Entry?, _ law: Law
    ) -> [DossierNote] {
        guard let adopted = round.adoption?.on, published == nil, exclusion == nil else {
            return []
        }
        do throws(LawFault) {
            return [.publicationDue(try law.deadline("publication", from: adopted).due)]
        } catch {
            if case .calendarMissing(let year) = error { return [.calendarMissing(year)] }
            return []
        }
    }

    /// The suspected grounds: those raised, and those whose clock ran out unnoticed.
    ///
    /// - Parameter titles: Holds every edition that a ground may have been raised under.
    func grounds(
        under law: Law, titled titles: Law, today: CalendarDate,
        takenUp cases: [Recorded<CaseOpened>]
    ) -> [DossierGround] {
        let recognised = recognisedGrounds(under: law, today: today)
        let dismissed = facts(GroundDismissed.self)
        var raised: [DossierGround] = []
        for fact in facts(GroundDetected.self) {
            let name = GroundName(fact.fact)
            let round = fact.fact.round
            let isDismissed = dismissed.contains { $0.dismisses(fact) }
            let first = firstBody(raising: name.code)
            let taken = cases.first { $0.fact.takesUp(name, first: first) }
            let rule = rule(of: name.code, raisedUnder: fact.fact.rulebook, titles)
            let cause = log.entries.first { $0.position == fact.position }?.cause
            let evidence = Set(fact.fact.evidence.map(\.entry) + [cause].compactMap { $0 })
            raised.append(
                DossierGround(
                    ground: name.code, body: titles.name(ofEdition: fact.fact.rulebook),
                    chinese: rule?.chinese ?? name.code,
                    english: rule?.english ?? name.code,
                    source: rule?.source ?? "XZZ-2020-26#6", round: round,
                    state: isDismissed
                        ? .dismissed
                        : exclusion != nil ? .excluded : taken == nil ? .open : .takenUp,
                    detectedBy: fact.fact.detectedBy, on: fact.on, position: fact.position,
                    evidence: evidence.sorted(),
                    isExploratory: fact.fact.exploratoryClaim == true,
                    holds: exclusion == nil && fact.fact.detectedBy == .people
                        || recognised.contains { $0.name == name && $0.round == round },
                    caseID: taken?.fact.case, name: name))
        }
        for one in recognised
        where !raised.contains(where: { $0.name == one.name && $0.round == one.round }) {
            raised.append(
                DossierGround(
                    ground: one.ground.code, body: titles.name(ofEdition: one.rulebook),
                    chinese: one.ground.chinese,
                    english: one.ground.english, source: one.ground.source, round: one.round,
                    state: .due, detectedBy: .machine, on: one.on, position: nil,
                    evidence: one.evidence, isExploratory: one.isExploratory, holds: true,
                    caseID: nil, name: one.name))
        }
        // In the order of the articles: `G10.1` comes after `G9.2`; of two bodies, by their code.
        return raised.sorted {
            ($0.round, $0.order, $0.name.body.text) < ($1.round, $1.order, $1.name.body.text)
        }
    }

    private func rule(
        of code: String, raisedUnder rulebook: String, _ law: Law
    ) -> Rulebook.Ground? {
        law.rulebooks.last { $0.content.edition == rulebook }?
            .content.ground(code)
    }
}

extension DossierGround {
    /// `G10.1` as 10001: article, then item.
    fileprivate var order: Int {
        let parts = ground.drop { !$0.isNumber }.split(separator: ".").compactMap { Int($0) }
        guard let article = parts.first else { return .max }
        return article * 1000 + (parts.count > 1 ? parts[1] : 0)
    }
}
