internal import Law
internal import Vocabulary

/// What the law says of a measure on a day.
struct MeasureFacts: Hashable, Sendable {
    /// Whether only a person in service can receive it. 政务处分法 Art. 27.
    let needsService: Bool
    /// The period the law gives it, in calendar months.
    let months: Int?
    /// How long it lasts where neither days nor months are given.
    let term: SanctionTerm
}

extension Law {
    /// Of the rules in force, where they know the measure; for an act of another day the lighter of the
    /// two (政务处分法 Art. 67). The program's own table speaks only where no rules do: for what other
    /// law delivers, for the undated, and in a ledger without rules of that day.
    func facts(
        of measure: Measure, on day: CalendarDate?, act: CalendarDate? = nil
    ) -> MeasureFacts {
        guard measure.family != .delivered, let day, let now = bodies(on: day),
            let rule = rules(judging: act ?? day, on: day)?.measure(measure.rawValue)
                ?? now.measure(measure.rawValue)
        else {
            return MeasureFacts(
                needsService: measure.needsService, months: measure.statutoryMonths,
                term: measure.termWithoutPeriod)
        }
        return MeasureFacts(
            needsService: rule.needsService, months: rule.months, term: rule.termWithoutPeriod)
    }
}

extension Rulebook.MeasureRule {
    /// What the decision leaves open stays unknown: nothing is invented.
    fileprivate var termWithoutPeriod: SanctionTerm {
        switch term {
        case .momentary: .momentary
        case .indefinite: .indefinite
        case .period, .asDecided: .unknown
        }
    }
}
