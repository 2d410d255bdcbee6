internal import Law
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
        on day: CalendarDate?, isGoverned: Bool
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
        let overlapping = others.filter {
            !replaced.contains($0.fact.sanction) && fact.overlaps($0.fact, of: person)
        }
        var flaws: [Flaw] = []
        var sentBack: [SanctionID] = []
        for other in related + overlapping {
            guard let remitted = past.sanction(other.fact.sanction)?.remittal else { continue }
            let refusal = Refusal.sanction(
                .beforeRemittal(other.fact.sanction, remitted: remitted.on))
            // Nothing takes the place of what has not been sent back yet.
            if let day, let sent = remitted.on, day < sent {
                flaws.append(
                    Flaw(
                        mark: .possiblySameAct, refusal: refusal,
                        isForbidden: fact.act(of: other.fact) != .another))
                continue
            }
            if fact.act(of: other.fact) == .another {
                flaws.append(
                    Flaw(mark: .possiblySameAct, refusal: refusal, isForbidden: false))
                if fact.act != nil && other.fact.act != nil { continue }
            }
            sentBack.append(other.fact.sanction)
        }
        sentBack.sort()
        self.sentBack = sentBack

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
        flaws += fact.heavierAfterAppeal(person, past, on: day, isGoverned: isGoverned)
        flaws += person.flaws(of: fact.measure, on: day, under: past.law)
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

extension SanctionFile {
    /// The decision on appeal by which it was sent back (责令重新作出决定), where that is the last word.
    var remittal: Recorded<AppealDecided>? { remittal() }

    /// The same by a day, as known at a moment.
    func remittal(
        by day: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> Recorded<AppealDecided>? {
        guard let last = log.latest(AppealDecided.self, by: day, knownAt: moment),
            last.fact.outcome == .remitted,
            log.latest(SanctionAnnulled.self, by: day, knownAt: moment) == nil
        else { return nil }
        return last
    }
}

extension String {
    /// The number of an act, however it is written: full width, in another case or with spaces.
    var asActNumber: String {
        Officer.shaped(self).lowercased().filter { !$0.isWhitespace }
    }
}
