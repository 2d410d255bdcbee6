extension RecommendSanction {
    /// A recommendation binds nobody, so it may concern a person who left.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        try check(days, "days", 1...36_500)
        let file = try past.named(subject, in: self.case)
        let known = file.supersessions.knowledge(at: nil)
        let fact = SanctionRecommended(
            case: self.case, subject: subject, measure: measure, days: days,
            sourceText: sourceText)
        let isThere = file.recommendedSanctions.all.contains {
            $0.on == circumstances.on && $0.payload == fact && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        return [circumstances.draft(.sanctionRecommended(fact), under: measure.rule)]
    }
}

extension RecordNotExecuted {
    /// Only what was imposed can stay unexecuted.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let person = try past.sanctioned(subject, sanction, in: self.case)
        let known = person.supersessions.knowledge(at: nil)
        let isThere = person.unexecuted.all.contains {
            $0.payload.sanction == sanction && $0.payload.reason == reason
                && $0.on == circumstances.on && known.counts($0)
        }
        if isThere { return [] }  // Asked twice, recorded once.
        let fact = SanctionNotExecuted(
            sanction: sanction, case: self.case, subject: subject, reason: reason)
        let rule = reason == .departed ? Basis.departed : Basis.measures
        return [circumstances.draft(.sanctionNotExecuted(fact), under: rule)]
    }
}

extension AnnulSanction {
    /// Only what was imposed can be annulled, and only once.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let person = try past.sanctioned(subject, sanction, in: self.case)
        let known = person.supersessions.knowledge(at: nil)
        for fact in person.annulments.all
        where fact.payload.sanction == sanction && known.counts(fact) {
            let isOther =
                if let one = fact.payload.ground, let two = ground {
                    one.isKnownToDiffer(from: two)
                } else {
                    (fact.payload.ground == nil) != (ground == nil)
                }
            let isSame = fact.on == circumstances.on && fact.payload.by == by && !isOther
            guard isSame else { throw .alreadyAnnulled(sanction) }
            return []  // Asked twice, recorded once.
        }
        let imposed = person.sanctions.all.last {
            $0.payload.sanction == sanction && known.counts($0)
        }
        if let on = circumstances.on, let first = imposed?.on, on < first {
            throw .measure(.beforeImposition(sanction, imposed: first))
        }
        let fact = SanctionAnnulled(
            sanction: sanction, case: self.case, subject: subject, by: by, ground: ground)
        return [circumstances.draft(.sanctionAnnulled(fact), under: Basis.remedies)]
    }
}

extension Past {
    /// The person on whom that sanction stands in that case.
    func sanctioned(
        _ subject: SubjectID, _ sanction: SanctionID, in id: CaseID
    ) throws(Refusal) -> SubjectFile {
        let person = try person(subject)
        let known = person.supersessions.knowledge(at: nil)
        let isImposed = person.sanctions.all.contains {
            $0.payload.sanction == sanction && $0.payload.case == id && known.counts($0)
        }
        guard isImposed else { throw .sanctionUnknown(sanction) }
        return person
    }
}

extension SubjectFile {
    /// Whether the latest finding on the person in that case, dated or not, is sustained.
    func isSustained(in id: CaseID, known: Knowledge) -> Bool {
        var latest: Fact<FindingMade>?
        for fact in findings.all where fact.payload.case == id && known.counts(fact) {
            if latest.map({ $0.isBefore(fact) }) ?? true { latest = fact }
        }
        return latest?.payload.finding == .sustained
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

func check(
    _ value: Int?, _ field: String, _ range: ClosedRange<Int>
) throws(Refusal) {
    if let value, !range.contains(value) {
        throw .outOfRange(field: field, lowest: range.lowerBound, highest: range.upperBound)
    }
}
