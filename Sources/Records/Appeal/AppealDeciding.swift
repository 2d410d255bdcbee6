public import Law
public import Vocabulary

extension AppealDecided {
    /// D2 4: never heavier than what is appealed; and what it changes is recorded with it, so that
    /// the status follows from the same entry. I14: before any rules nobody can say whether a panel
    /// had to decide; a variation compares measures, and is refused without them.
    ///
    /// - Source: 政务处分法 Art. 56 to 58; 公务员法 Art. 96.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: appeal, circumstances)
        if let there = course.decision, there.on == on, says(what: there.fact) { return [] }
        try course.checkPending(on: on)
        let filing = course.filing.fact
        let appealed = try past.appealed(filing.sanction)
        if let rules = past.law.bodies(on: on),
            rules.requiresPanel(at: filing.stage, of: filing.route),
            course.panel == nil
        {
            throw .appeal(.noPanel(appeal))
        }
        if let member = course.excluded { throw .appeal(.panelIncomplete(appeal, member)) }
        try past.checkImpartial(officers, in: course)
        if let annulment = appealed.annulment, outcome == .varied || outcome == .annulled {
            throw .appeal(.nothingLeft(filing.sanction, annulled: annulment.on ?? on))
        }

        let decided = drafts(in: course, circumstances)
        if measure != nil && outcome != .varied { throw .appeal(.measureNotVaried(outcome)) }
        switch outcome {
        case .maintained, .remitted: return decided
        case .annulled:
            let annulled = SanctionAnnulled(
                sanction: filing.sanction, case: appealed.imposed.fact.case,
                subject: appealed.imposed.fact.subject, by: .board, ground: ground)
            return decided + [circumstances.consequence(annulled, under: Basis.annulment)]
        case .varied:
            let variation = try lighter(than: appealed, on: on, under: past.law)
            let varied = SanctionVaried(following: self, of: appealed.imposed.fact, to: variation)
            return decided + [circumstances.consequence(varied, under: SanctionVaried.rule)]
        }
    }

    /// The measure it is varied to, by the same rule as any variation, in the words of an appeal.
    private func lighter(
        than appealed: AppealedSanction, on day: CalendarDate, under law: Law
    ) throws(Refusal) -> ProposedChange {
        guard let measure else { throw .missing("measure") }
        do throws(Refusal) {
            return try appealed.file.variation(to: measure, for: months, on: day, under: law)
        } catch {
            switch error.reason(SanctionRefusal.self) {
            case .measureUnknown(let measure, let day, let known):
                throw .appeal(.measureUnknown(measure, on: day, known))
            case .otherFamily(let now, let proposed):
                throw .appeal(.otherFamily(appealed: now, proposed: proposed))
            case .notLighter(let now, let proposed):
                throw .appeal(
                    now == proposed
                        ? .unchanged(now) : .heavier(appealed: now, proposed: proposed))
            case .some, nil: throw error
            }
        }
    }

    private func says(what there: AppealDecided) -> Bool {
        there.outcome == outcome && there.measure == measure && there.months == months
            && there.officers == officers
    }
}

extension SanctionVaried {
    /// What an appeal made of a sanction.
    init(
        following decision: AppealDecided, of imposed: SanctionImposed, to variation: ProposedChange
    ) {
        sanction = imposed.sanction
        self.case = imposed.case
        subject = imposed.subject
        measure = decision.measure ?? imposed.measure
        months = variation.months
        by = .board
        appeal = decision.appeal
    }
}

/// A measure as a refusal names it: with its months, where it has any.
public struct MeasureName: Nameable, Hashable, Sendable {
    public let measure: Measure
    public let months: Int?
    public let named: Named

    init(_ measure: Measure, _ months: Int?, in rules: Bodies) {
        let rule = rules.measure(measure.rawValue)
        let title: Named =
            rule.map { .title(chinese: $0.titleChinese, english: $0.titleEnglish) }
            ?? .text(measure.rawValue)
        self.measure = measure
        self.months = months ?? rule?.months
        named =
            self.months.map { .words("said.lasting", ["measure": title, "months": $0.named]) }
            ?? title
    }
}
