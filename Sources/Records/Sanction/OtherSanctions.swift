public import Law
internal import Vocabulary

/// What a sanction that is to be imposed meets on the same person (同一违法行为).
///
/// - Source: 政务处分法 Art. 16, 20 to 23, 50, 56.
struct OtherSanctions {
    /// Something that the law does not allow: refused where an organ here decides, marked where it is
    /// told.
    struct Flaw {
        let mark: Irregularity
        let refusal: Refusal
        /// False: it is only marked, since nobody can be sure.
        var isForbidden = true
    }

    /// Those for the same act that were sent back and that nothing has replaced yet.
    let sentBack: [SanctionID]
    let flaws: [Flaw]
    /// One for the same act by another kind of organ.
    let twiceByAnotherOrgan: Refusal?

    init(
        than fact: SanctionImposed, of person: SubjectFile, over past: some Past,
        on day: CalendarDate?
    ) {
        guard fact.measure.family == .sanction else {
            sentBack = []
            flaws = []
            twiceByAnotherOrgan = nil
            return
        }
        let annulled = Set(person.standing(\.annulments).map(\.fact.sanction))
        let unexecuted = Set(person.standing(\.unexecuted).map(\.fact.sanction))
        let others = person.standing(\.sanctions).filter {
            $0.fact.measure.family == .sanction && $0.fact.sanction != fact.sanction
                && !annulled.contains($0.fact.sanction)
        }
        let replaced = Set(others.flatMap(\.fact.replaces))
        let related = others.filter {
            fact.act(of: $0.fact) != .another && !replaced.contains($0.fact.sanction)
        }
        let sentBack = related.filter { past.sanction($0.fact.sanction)?.isSentBack == true }
            .map(\.fact.sanction).sorted()
        self.sentBack = sentBack

        var flaws: [Flaw] = []
        var twice: Refusal?
        let taken = Set(sentBack + fact.combines)
        for other in related where !taken.contains(other.fact.sanction) {
            let refusal = Refusal.sanction(.sanctionedTwice(by: other.fact.sanction))
            let isByAnother =
                fact.authority != nil && other.fact.authority != nil
                && fact.authority != other.fact.authority
            switch fact.act(of: other.fact) {
            case .same where isByAnother, .unknown where isByAnother: twice = twice ?? refusal
            case .same where !unexecuted.contains(other.fact.sanction):
                flaws.append(Flaw(mark: .sanctionedTwice, refusal: refusal))
            case .unknown where other.on != day && fact.authority != nil:
                flaws.append(
                    Flaw(mark: .possiblySameAct, refusal: refusal, isForbidden: false))
            case .same, .unknown, .another: break
            }
        }
        twiceByAnotherOrgan = twice
        if let heavier = fact.heavierAfterAppeal(person, past, on: day) { flaws.append(heavier) }
        flaws += fact.beyond(person, past, on: day)
        if let flaw = fact.belowFloor(person, past, on: day) { flaws.append(flaw) }
        self.flaws = flaws
    }
}

/// Whether two sanctions are for one act.
enum ActRelation {
    case same, another
    /// Neither says, and both stand in one case.
    case unknown
}

extension SanctionImposed {
    /// By the number of the act, where both give one, however it is written; else by its day; else one
    /// case may be about one act.
    func act(of other: SanctionImposed) -> ActRelation {
        if let act, let number = other.act {
            return act.asActNumber == number.asActNumber ? .same : .another
        }
        if act == nil && other.act == nil, let actOn, let day = other.actOn {
            guard actOn == day else { return .another }
            return .same
        }
        return other.case == self.case ? .unknown : .another
    }

    /// Nobody is sanctioned more heavily after their own appeal, by whatever organ, in whatever case
    /// (政务处分法 Art. 56; 公务员法 Art. 96).
    fileprivate func heavierAfterAppeal(
        _ person: SubjectFile, _ past: some Past, on day: CalendarDate?
    ) -> OtherSanctions.Flaw? {
        guard let day, let rules = past.law.bodies(on: day) else { return nil }
        // What was corrected in the ledger had been imposed all the same.
        for prior in person.log.facts(SanctionImposed.self).map(\.fact)
        where prior.subject == subject && prior.measure.family == .sanction {
            guard let file = past.sanction(prior.sanction),
                prior.sanction == sanction || act(of: prior) != .another,
                let appeal = file.contested(by: day).first
            else { continue }
            let before =
                file.change(under: past.law).map { ($0.measure, $0.months) } ?? (
                    prior.measure, prior.months
                )
            if rules.isHeavier((measure.rawValue, months), than: (before.0.rawValue, before.1))
                == true
            {
                return OtherSanctions.Flaw(
                    mark: .heavierAfterAppeal,
                    refusal: .sanction(
                        .heavierAfterAppeal(
                            appeal.fact.appeal, by: authority,
                            before: MeasureName(before.0, before.1, in: rules),
                            proposed: MeasureName(measure, months, in: rules))))
            }
        }
        return nil
    }

    /// What the person, by the posts held, cannot receive, or only once relieved of a post.
    fileprivate func beyond(
        _ person: SubjectFile, _ past: some Past, on day: CalendarDate?
    ) -> [OtherSanctions.Flaw] {
        guard let day, let rules = past.law.bodies(on: day) else { return [] }
        let name = MeasureName(measure, nil, in: rules)
        let sorts = person.personnel(on: day, under: rules)
        var flaws: [OtherSanctions.Flaw] = []
        if !sorts.isEmpty,
            sorts.allSatisfy({ $0.map { !$0.measures.contains(measure.rawValue) } ?? false }),
            let sort = sorts.compactMap(\.self).first
        {
            flaws.append(
                OtherSanctions.Flaw(
                    mark: .measureNotForPersonnel,
                    refusal: .sanction(
                        .notForPersonnel(
                            name, PersonnelName(sort),
                            sort.measures.map {
                                Measure(rawValue: $0).map { MeasureName($0, nil, in: rules) }
                            }.compactMap(\.self), source: sort.source))))
        }
        if measure == .removal || measure == .dismissal,
            let sort = sorts.compactMap(\.self).first(where: \.isRelievedFirst)
        {
            flaws.append(
                OtherSanctions.Flaw(
                    mark: .notRelievedFirst,
                    refusal: .sanction(
                        .relieveFirst(subject, name, source: sort.source))))
        }
        return flaws
    }
}

extension SanctionImposed {
    /// Lighter than what follows from a judgment (政务处分法 Art. 14).
    fileprivate func belowFloor(
        _ person: SubjectFile, _ past: some Past, on day: CalendarDate?
    ) -> OtherSanctions.Flaw? {
        guard let day, let rules = past.law.bodies(on: day),
            let below = person.belowFloor(
                self, as: measure, on: day, person.knowledge(), under: past.law)
        else { return nil }
        func name(_ code: String?) -> MeasureName? {
            code.flatMap(Measure.init(rawValue:)).map { MeasureName($0, nil, in: rules) }
        }
        guard let least = name(below.floor.measure) else { return nil }
        return OtherSanctions.Flaw(
            mark: .belowCriminalFloor,
            refusal: .sanction(
                .belowCriminalFloor(
                    MeasureName(measure, nil, in: rules), least: least,
                    approved: name(below.floor.measureApproved),
                    judgment: below.judgment.fact.instrument, source: below.floor.source)))
    }
}

extension Past {
    /// Through no door does a sanction become heavier after the person's own appeal: not by correcting
    /// the entry that imposed it, where an organ here did (政务处分法 Art. 56).
    func checkCorrected(
        _ imposed: SanctionImposed, on day: CalendarDate?, to draft: Draft
    ) throws(Refusal) {
        guard let corrected = draft.event[SanctionImposed.self],
            caseFile(imposed.case)?.past().isGoverned == true,
            let rules = (draft.on ?? day).flatMap(law.bodies(on:)),
            let appeal = sanction(imposed.sanction)?.contested().first
        else { return }
        let isHeavier = rules.isHeavier(
            (corrected.measure.rawValue, corrected.months),
            than: (imposed.measure.rawValue, imposed.months))
        guard isHeavier == true else { return }
        throw .sanction(
            .heavierAfterAppeal(
                appeal.fact.appeal, by: corrected.authority,
                before: MeasureName(imposed.measure, imposed.months, in: rules),
                proposed: MeasureName(corrected.measure, corrected.months, in: rules)))
    }
}

extension SanctionFile {
    /// Whether the last word of an appeal on it is that it be decided anew (责令重新作出决定).
    var isSentBack: Bool {
        log.latest(AppealDecided.self)?.fact.outcome == .remitted
            && log.latest(SanctionAnnulled.self) == nil
    }
}

extension SubjectFile {
    /// Whether every post held that day says a sort of public servant of whom the rules know nothing:
    /// what they say of others does not bind them.
    func isUncovered(
        on day: CalendarDate, knownAt moment: Instant? = nil, under rules: Bodies
    ) -> Bool {
        let held = posts(on: day, known: knowledge(at: moment), leavingDayCounts: true)
        return !rules.personnel.isEmpty && !held.isEmpty
            && held.allSatisfy { post in
                saidSort(of: post).map { rules.personnel($0.rawValue) == nil } ?? false
            }
    }

    private func saidSort(of held: PostHeld) -> PersonnelKind? {
        log.entry(at: held.position).flatMap { entry in
            entry[PositionAssumed.self]?.fact.personnel
                ?? entry[PositionTransferred.self]?.fact.personnel
        }
    }

    /// The sorts of public servant that the person belongs to on a day, one for each post held; nil where
    /// a post tells none.
    func personnel(
        on day: CalendarDate, knownAt moment: Instant? = nil, under rules: Bodies
    ) -> [Rulebook.Personnel?] {
        posts(on: day, known: knowledge(at: moment), leavingDayCounts: true).map { held in
            if let said = saidSort(of: held) { return rules.personnel(said.rawValue) }
            return held.post.post.flatMap(rules.personnel(titled:))
                ?? held.post.unitTitle.flatMap(rules.personnel(titled:))
        }
    }
}

/// A sort of public servant as a refusal names it.
public struct PersonnelName: Nameable, Hashable, Sendable {
    public let named: Named

    init(_ sort: Rulebook.Personnel) {
        named = .title(chinese: sort.titleChinese, english: sort.titleEnglish)
    }
}

extension String {
    /// The number of an act, however it is written: full width, in another case or with spaces.
    var asActNumber: String {
        Officer.shaped(self).lowercased().filter { !$0.isWhitespace }
    }
}
