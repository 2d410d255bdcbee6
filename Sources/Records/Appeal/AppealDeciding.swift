extension AppealDecided {
    /// D2 4: never heavier than what is appealed; and what it changes is recorded with it, so that
    /// the status follows from the same entry.
    ///
    /// - Source: 政务处分法 Art. 56 to 58; 公务员法 Art. 96.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard let on = circumstances.on else { throw .missing("on") }
        let course = try past.filed(appeal, on: on)
        if let there = course.decision, there.on == on, says(what: there.payload) { return [] }
        _ = try past.pending(appeal, on: on)
        let filing = course.filing.payload
        let appealed = try past.appealed(filing.sanction)
        let rules = try past.rules(inForceOn: on)
        if rules.requiresPanel(at: filing.stage) && course.panel == nil {
            throw .appeal(.noPanel(appeal))
        }
        if let member = course.excluded { throw .appeal(.panelIncomplete(appeal, member)) }
        try past.checkImpartial(officers, in: course)
        if let annulment = appealed.annulment, outcome == .varied || outcome == .annulled {
            throw .appeal(.nothingLeft(filing.sanction, annulled: annulment.on ?? on))
        }

        var fact = self
        fact.subject = filing.subject
        fact.sanction = filing.sanction
        let decided = circumstances.draft(.appeal(.appealDecided(fact)), under: Self.rule)
        switch outcome {
        case .maintained, .remitted:
            if measure != nil { throw .appeal(.measureNotVaried(outcome)) }
            return [decided]
        case .annulled:
            if measure != nil { throw .appeal(.measureNotVaried(outcome)) }
            let annulled = SanctionAnnulled(
                sanction: filing.sanction, case: appealed.imposed.payload.case,
                subject: appealed.imposed.payload.subject, by: .board, ground: ground)
            return [
                decided,
                circumstances.consequence(.sanctionAnnulled(annulled), under: Basis.annulment),
            ]
        case .varied:
            let variation = try lighter(than: appealed, on: on, under: past.law)
            let varied = SanctionVaried(
                following: fact, of: appealed.imposed.payload, to: variation)
            return [
                decided,
                circumstances.consequence(
                    .measure(.sanctionVaried(varied)), under: SanctionVaried.rule),
            ]
        }
    }

    /// The measure it is varied to, by the same rule as any variation, in the words of an appeal.
    private func lighter(
        than appealed: AppealedSanction, on day: CalendarDate, under law: Law
    ) throws(Refusal) -> Variation {
        guard let measure else { throw .missing("measure") }
        do throws(Refusal) {
            return try appealed.file.variation(to: measure, for: months, on: day, under: law)
        } catch {
            switch error {
            case .measure(.measureUnknown(let measure, let day, let known)):
                throw .appeal(.measureUnknown(measure, on: day, known))
            case .measure(.otherFamily(let now, let proposed)):
                throw .appeal(.otherFamily(appealed: now, proposed: proposed))
            case .measure(.notLighter(let now, let proposed)):
                throw .appeal(
                    now == proposed
                        ? .unchanged(now) : .heavier(appealed: now, proposed: proposed))
            default: throw error
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
        following decision: AppealDecided, of imposed: SanctionImposed, to variation: Variation
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

/// A measure as a refusal names it.
public struct MeasureName: Hashable, Sendable {
    public let measure: Measure
    public let months: Int?
    let titleChinese: String
    let titleEnglish: String

    init(_ measure: Measure, _ months: Int?, in rules: Rulebook) {
        let rule = rules.measure(measure.rawValue)
        self.measure = measure
        self.months = months ?? rule?.months
        titleChinese = rule?.titleChinese ?? measure.rawValue
        titleEnglish = rule?.titleEnglish ?? measure.rawValue
    }

    var chinese: String { months.map { "\(titleChinese)（\($0) 个月）" } ?? titleChinese }
    var english: String { months.map { "\(titleEnglish) (\($0) months)" } ?? titleEnglish }
}
