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
            let rule = try lighter(than: appealed, by: rules, on: on)
            let varied = SanctionVaried(
                following: fact, of: appealed.imposed.payload, to: rule, for: months)
            return [
                decided,
                circumstances.consequence(
                    .measure(.sanctionVaried(varied)), under: SanctionVaried.rule),
            ]
        }
    }

    /// The measure it is varied to: known to the rules, of the same family, not heavier.
    private func lighter(
        than appealed: AppealedSanction, by rules: Rulebook, on day: CalendarDate
    ) throws(Refusal) -> Rulebook.MeasureRule {
        guard let measure else { throw .missing("measure") }
        if let months, !(1...48).contains(months) {
            throw .outOfRange(field: "months", lowest: 1, highest: 48)
        }
        guard let proposed = rules.measure(measure.rawValue) else {
            throw .appeal(.measureUnknown(measure, on: day, rules.measures.map(\.code)))
        }
        let (now, term) = appealed.current
        let isHeavier = rules.isHeavier((proposed.code, months), than: (now.rawValue, term))
        let before = MeasureName(now, term, in: rules)
        let after = MeasureName(measure, months, in: rules)
        guard let isHeavier else {
            throw .appeal(.otherFamily(appealed: before, proposed: after))
        }
        if isHeavier { throw .appeal(.heavier(appealed: before, proposed: after)) }
        return proposed
    }

    private func says(what there: AppealDecided) -> Bool {
        there.outcome == outcome && there.measure == measure && there.months == months
            && there.officers == officers
    }
}

extension SanctionVaried {
    /// What an appeal made of a sanction.
    init(
        following decision: AppealDecided, of imposed: SanctionImposed,
        to rule: Rulebook.MeasureRule, for months: Int?
    ) {
        sanction = imposed.sanction
        self.case = imposed.case
        subject = imposed.subject
        measure = decision.measure ?? imposed.measure
        self.months = months ?? rule.months
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
