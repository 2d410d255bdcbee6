public import Law
public import Vocabulary

/// For how long a record is shown at the most, and from when it can be repaired (公示期).
///
/// - Units: days; each counts from the day of the document, which does not count, to the corresponding
///   day, and never rolls.
/// - Source: 信用修复管理办法 (2023, 2026); 民法典 Art. 201, 202.
public struct PublicPeriod: Hashable, Sendable {
    /// The regime of the day of the document, or of the grading.
    public let regime: CreditRules.Profile?
    public let grade: CreditRules.Grade?
    /// The last day of the least time; nil: none has to pass.
    public let minimum: CalendarDate?
    /// The last day on which it is shown; nil: nobody can say.
    public let maximum: CalendarDate?
    /// Why nobody can say: not graded yet, or the rules of then are not known.
    public let isUngraded: Bool
    /// The settings that the days hang on.
    public let settings: [Rulebook.Setting]
}

extension DishonestyCourse {
    /// - Parameters:
    ///   - dated: The day of the document.
    ///   - law: As it is known at the moment asked about.
    public func publicPeriod(ofDocumentDated dated: CalendarDate, under law: Law) -> PublicPeriod {
        let inside = catalogue.scope.isInside
        let kind = proposal.fact.kind
        let creditLaw = law.creditLaw(on: dated)
        let own = creditLaw?.credit.profile(inside: inside, kind: kind, on: dated)
        var limits = own.map { creditLaw?.limits(of: $0, safety: concernsSafety) ?? .none } ?? .none
        var settings =
            limits.settings + (creditLaw.map { [$0.rules.setting("lastDayShown")] } ?? [])
        var regime = own
        var grade: CreditRules.Grade?
        if let graded = gradings.last, let day = graded.on, let laterLaw = law.creditLaw(on: day),
            let later = laterLaw.credit.profile(inside: inside, kind: kind, on: day),
            let found = later.grade(graded.fact.grade)
        {
            grade = found
            regime = later
            let isOfLaterRules = later.code != own?.code
            // Never longer by being graded.
            let most = [limits.most, found.maximumMonths].compactMap(\.self).min()
            limits = Limits(least: found.minimumMonths, most: most, settings: limits.settings)
            if isOfLaterRules { settings.append(laterLaw.rules.setting("periodTransition")) }
        }
        func day(_ months: Int?) -> CalendarDate? { months.flatMap(dated.adding(months:)) }
        return PublicPeriod(
            regime: regime, grade: grade, minimum: day(limits.least), maximum: day(limits.most),
            isUngraded: grade == nil && regime.map { !$0.grades.isEmpty } ?? false,
            settings: settings.compactMap(\.self).filter { $0.confidence != .high })
    }
}

/// Months, least and most, and what they hang on.
private struct Limits {
    var least: Int?
    var most: Int?
    var settings: [Rulebook.Setting?]

    static let none = Limits(least: nil, most: nil, settings: [])
}

extension CreditLaw {
    fileprivate func limits(of profile: CreditRules.Profile, safety: Bool) -> Limits {
        Limits(
            least: safety
                ? profile.safetyMinimumMonths ?? profile.minimumMonths
                : profile.minimumMonths,
            most: profile.maximumMonths ?? profile.maximumSetting.flatMap(rules.number),
            settings: [profile.maximumSetting.flatMap(rules.setting)])
    }
}

extension DishonestyCourse {
    /// Whether it goes on being shown beyond its longest time, and by which rule: never put right, and a
    /// rule of the organ that was in force and registered by that day says so.
    ///
    /// - Parameter organ: The log of the organ that issued the document.
    public func continuing(
        beyond maximum: CalendarDate, by organ: EventLog?, knownAt moment: Instant? = nil
    ) -> Recorded<RuleInForce>? {
        if rectification != nil { return nil }
        return organ?.rules(for: .unrectifiedContinues, on: maximum, knownAt: moment).first {
            $0.at.dateInChina <= maximum
        }
    }

    /// Where it stands at the end of a day.
    ///
    /// - Parameters:
    ///   - period: As of that day.
    ///   - continues: Whether a rule keeps it shown beyond the longest time.
    public func state(
        on date: CalendarDate, _ period: PublicPeriod, continues: Bool
    ) -> DishonestyState {
        if annulment != nil { return .annulled }
        if entry == nil { return .proposed }
        if repair != nil { return .repaired }
        if let maximum = period.maximum, maximum < date, !continues { return .stopped }
        if isFlagged { return .flagged }
        return notification == nil ? .entered : .notified
    }
}
