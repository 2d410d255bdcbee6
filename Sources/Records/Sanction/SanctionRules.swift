internal import Law
public import Vocabulary

extension SanctionRecommended {
    /// A recommendation binds nobody, so it may concern a person who left.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try check(days, "days", 1...36_500)
        let file = try past.named(subject, in: self.case)
        let isThere = file.standing(\.recommendedSanctions).contains {
            $0.on == circumstances.on && $0.fact == self
        }
        if isThere { return [] }  // Asked twice, recorded once.
        return [circumstances.draft(self, under: measure.rule)]
    }
}

extension SanctionNotExecuted {
    /// Only what was imposed can stay unexecuted.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let person = try past.sanctioned(subject, sanction, in: self.case)
        let isThere = person.standing(\.unexecuted).contains {
            $0.fact.sanction == sanction && $0.fact.reason == reason
                && $0.on == circumstances.on
        }
        if isThere { return [] }  // Asked twice, recorded once.
        try person.checkUndoing(sanction, circumstances, as: "sanction.not-executed")
        let rule = reason == .departed ? Basis.departed : Basis.measures
        return [circumstances.draft(self, under: rule)]
    }
}

extension SanctionAnnulled {
    /// Only what was imposed can be annulled, and only once.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let person = try past.sanctioned(subject, sanction, in: self.case)
        if let there = person.standing(\.annulments).first(where: { $0.fact.sanction == sanction })
        {
            let isSame =
                there.on == circumstances.on && there.fact.by == by
                && !there.fact.ground.isKnownToDiffer(from: ground)
            guard isSame else { throw .alreadyAnnulled(sanction) }
            return []  // Asked twice, recorded once.
        }
        let imposed = person.standing(\.sanctions).last { $0.fact.sanction == sanction }
        if let on = circumstances.on, let first = imposed?.on, on < first {
            throw .sanction(.beforeImposition(sanction, imposed: first))
        }
        try person.checkUndoing(sanction, circumstances, as: "sanction.annul")
        return [circumstances.draft(self, under: Basis.remedies)]
    }
}

extension SubjectFile {
    /// I15: what two imposed, one does not take away.
    fileprivate func checkUndoing(
        _ sanction: SanctionID, _ circumstances: Circumstances, as act: String
    ) throws(Refusal) {
        let imposed = standing(\.sanctions).last { $0.fact.sanction == sanction }
        let entry = imposed.flatMap { log.entry(at: $0.position) }
        if entry?.approver != nil { try circumstances.checkApprover(act) }
    }
}

extension Past {
    /// The person on whom that sanction stands in that case.
    func sanctioned(
        _ subject: SubjectID, _ sanction: SanctionID, in id: CaseID
    ) throws(Refusal) -> SubjectFile {
        let person = try person(subject)
        let isImposed = person.standing(\.sanctions).contains {
            $0.fact.sanction == sanction && $0.fact.case == id
        }
        guard isImposed else { throw .sanctionUnknown(sanction) }
        return person
    }
}

extension SubjectFile {
    /// Whether the latest finding on the person in that case, dated or not, is sustained, and neither
    /// annulled nor sent back since.
    func isSustained(
        in id: CaseID, known: Knowledge, by date: CalendarDate? = nil
    ) -> Bool {
        func counts<F: Fact>(_ fact: Recorded<F>) -> Bool {
            date.map { known.counts(fact, by: $0) } ?? known.counts(fact)
        }
        var latest: Recorded<FindingMade>?
        for fact in findings where fact.fact.case == id && counts(fact) {
            if latest.map({ $0.isBefore(fact) }) ?? true { latest = fact }
        }
        guard let latest, latest.fact.finding == .sustained else { return false }
        let course = course(of: latest, known: known, by: date)
        return !course.isAnnulled && !course.isSentBack
    }
}

extension Measure {
    /// The rule under which it is recorded.
    var rule: String {
        switch family {
        case .sanction: Basis.sanctions
        case .accountability: Basis.measures
        case .party: "中国共产党纪律处分条例#8"
        case .credit: Basis.integrityRecord
        case .delivered: Basis.integrityRecord
        }
    }
}

/// A number lies in the range that a rule, or the format, sets it.
func check(
    _ value: Int?, _ field: String, _ range: ClosedRange<Int>, source: String = "schema/events"
) throws(Refusal) {
    if let value, !range.contains(value) {
        throw .outOfRange(
            field: field, lowest: range.lowerBound, highest: range.upperBound, source: source)
    }
}

/// Combined, sanctions last 48 months at the most (政务处分法 Art. 15).
func check(months: Int?) throws(Refusal) {
    try check(months, "months", 1...48, source: "\(Basis.periods)、#15")
}
