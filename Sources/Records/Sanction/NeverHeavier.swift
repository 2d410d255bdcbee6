internal import Law
internal import Vocabulary

extension SanctionImposed {
    /// Nobody is sanctioned more heavily after their own appeal, by whatever organ, in whatever case
    /// (政务处分法 Art. 56; 公务员法 Art. 96). Where it is said to be for another act, and what the two rest on
    /// is one, it is marked.
    ///
    /// - Parameter isGoverned: Whether an organ here decides: then no earlier day makes it one of before
    ///   the appeal.
    func heavierAfterAppeal(
        _ person: SubjectFile, _ past: some Past, on day: CalendarDate?, isGoverned: Bool
    ) -> [OtherSanctions.Flaw] {
        guard let day, let rules = past.law.bodies(on: day) else { return [] }
        var flaws: [OtherSanctions.Flaw] = []
        // What was corrected in the ledger had been imposed all the same.
        for prior in person.log.facts(SanctionImposed.self).map(\.fact)
        where prior.subject == subject && prior.measure.family == .sanction {
            let isOther = prior.sanction != sanction && act(of: prior) == .another
            guard !isOther || overlaps(prior, of: person),
                let file = past.sanction(prior.sanction),
                let appeal = file.contested(by: isGoverned ? nil : day).first
            else { continue }
            let before =
                file.change(under: past.law).map { ($0.measure, $0.months) }
                ?? (prior.measure, prior.months)
            guard
                rules.isHeavier((measure.rawValue, months), than: (before.0.rawValue, before.1))
                    == true
            else { continue }
            flaws.append(
                OtherSanctions.Flaw(
                    mark: isOther ? .possiblySameAct : .heavierAfterAppeal,
                    refusal: .sanction(
                        .heavierAfterAppeal(
                            appeal.fact.appeal, by: authority,
                            before: MeasureName(before.0, before.1, in: rules),
                            proposed: MeasureName(measure, months, in: rules))),
                    isForbidden: !isOther))
        }
        return flaws.last { $0.isForbidden }.map { [$0] } ?? Array(flaws.prefix(1))
    }

    /// Whether two that are said to be for different acts rest on one thing all the same: one case, or
    /// what the person is said to have done in both.
    func overlaps(_ other: SanctionImposed, of person: SubjectFile) -> Bool {
        guard sanction != other.sanction, act(of: other) == .another else { return false }
        if self.case == other.case { return true }
        if act != nil && other.act != nil { return false }
        func categories(_ id: CaseID) -> Set<String> {
            Set(
                person.standing(\.namings).filter { $0.fact.case == id }.compactMap {
                    $0.fact.categoryCode ?? $0.fact.category
                })
        }
        return !categories(self.case).isDisjoint(with: categories(other.case))
    }
}

extension Past {
    /// Through no door does a sanction become heavier after the person's own appeal: not by correcting
    /// the entry that imposed it, where an organ here did; recorded from elsewhere it is marked
    /// (政务处分法 Art. 56).
    func checkCorrected(
        _ imposed: SanctionImposed, at standing: RecordedEvent, to draft: inout Draft,
        _ circumstances: Circumstances
    ) throws(Refusal) {
        guard var corrected = draft.event[SanctionImposed.self] else { return }
        let course = caseFile(imposed.case)?.past()
        if !circumstances.isDelivered && draft.on != standing.on {
            try checkOrder(of: imposed.sanction, from: draft.on)
        }
        guard let rules = (draft.on ?? standing.on).flatMap(law.bodies(on:)),
            let appeal = sanction(imposed.sanction)?.contested().first
        else { return }
        let isHeavier = rules.isHeavier(
            (corrected.measure.rawValue, corrected.months),
            than: (imposed.measure.rawValue, imposed.months))
        guard isHeavier == true else { return }
        guard course?.isGoverned == true else {
            if !corrected.irregularities.contains(.heavierAfterAppeal) {
                corrected.irregularities.append(.heavierAfterAppeal)
                draft.event = Event(corrected)
            }
            return
        }
        throw .sanction(
            .heavierAfterAppeal(
                appeal.fact.appeal, by: corrected.authority,
                before: MeasureName(imposed.measure, imposed.months, in: rules),
                proposed: MeasureName(corrected.measure, corrected.months, in: rules)))
    }

    /// What was served, executed, changed or appealed on a day had been imposed by then.
    private func checkOrder(of id: SanctionID, from day: CalendarDate?) throws(Refusal) {
        guard let day, let log = sanction(id)?.log else { return }
        let later = log.standing.filter {
            !$0.event.is(SanctionImposed.self) && !$0.event.isWithdrawal
        }.compactMap(\.on).min()
        if let later, later < day { throw .sanction(.imposedLater(id, than: later)) }
    }
}
