public import Law
public import Vocabulary

/// Where a sanction stands (处分状态).
public enum SanctionState: String, Code {
    /// 已作出: imposed, not served, and nothing runs on.
    case imposed
    /// 已送达: served, and nothing runs on.
    case served
    /// 处分期内、已期满.
    case inEffect, expired
    /// 已变更, and in effect as varied.
    case varied
    /// 已撤销.
    case annulled
    /// 已合并: another of the same kind took it up.
    case combined
    /// 已吸收: decided together with a heavier one, which alone is executed.
    case absorbed
    /// 已重新作出: sent back, and another took its place.
    case replaced
    /// 未执行.
    case notExecuted
}

/// The life of one sanction as of a day, as known at a moment: computed, never waited for.
///
/// - Invariant: Neither a ground nor an appeal under way changes it (D2 5, 12): only a variation, a
///   correction, an annulment, another sanction or the end of its term does.
/// - Source: 政务处分法 Art. 8, 15, 26, 55, 56, 60; 处分条例 Art. 10.
public struct SanctionLife: Hashable, Sendable {
    public let imposed: Recorded<SanctionImposed>
    /// First day; of one that nobody can date, the day by which it had been imposed.
    public let since: CalendarDate
    /// What it is on the day: as imposed, or as varied last.
    public let measure: Measure
    public let months: Int?
    public let term: SanctionTerm
    /// Why nobody can say how long it lasts, where neither its decision nor any rules of its day do.
    public let termFault: LawFault?
    /// In the order in which they happened.
    public let variations: [Recorded<SanctionVaried>]
    public let rectifications: [Recorded<SanctionRectified>]
    public let basisChanges: [Recorded<SanctionBasisChanged>]
    /// By whom it was ratified afterwards; nothing else of it changes by that.
    public let ratifications: [Recorded<SanctionRatified>]
    /// The act that made it what it is.
    let lastChange: Change?
    /// Whether its period was over when it was made heavier.
    let hadEnded: Bool
    /// The decisions of the organ on it, in the order in which they were made.
    let decisions: [SanctionDecision]
    /// Each service, of each decision on it, in the order in which they were made.
    public let services: [Recorded<SanctionServed>]
    public let execution: Recorded<SanctionExecuted>?
    public let annulment: Recorded<SanctionAnnulled>?
    public let unexecuted: Recorded<SanctionNotExecuted>?
    /// The one that took it up.
    public let combination: Recorded<SanctionImposed>?
    /// The heavier one that was decided together with it.
    public let absorption: Recorded<SanctionImposed>?
    /// The one that was decided anew in its place.
    public let replacement: Recorded<SanctionImposed>?
    /// The one whose remainder counts on in it.
    public let remainder: Remainder?
    public let restoration: Recorded<ReputationRestored>?
    public let compensations: [Recorded<CompensationPaid>]

    /// What was left of a sanction that ran when this one was imposed.
    public struct Remainder: Hashable, Sendable {
        public let sanction: SanctionID
        /// Its last day.
        public let until: CalendarDate
    }

    public var sanction: SanctionID { imposed.fact.sanction }
    /// Whether nobody can date it.
    public var isUndated: Bool { imposed.on == nil }

    /// Whether nothing has ended it but, perhaps, its term.
    var stands: Bool { isValid && combination == nil && absorption == nil && replacement == nil }
    /// Whether nothing took its force.
    var isValid: Bool { annulment == nil && unexecuted == nil }

    /// Whether it runs on that day.
    public func isInEffect(on date: CalendarDate) -> Bool {
        stands && since <= date && term.covers(date, since: runsSince)
    }

    /// Its last day, where it has one.
    public var lastDay: CalendarDate? {
        if absorption != nil { return nil }
        if let ended = (combination ?? replacement)?.on {
            // Taken up on its first day it never ran by itself.
            return ended.adding(days: -1).flatMap { $0 < since ? nil : $0 }
        }
        if case .until(let last) = term { return last }
        return nil
    }

    /// How the decision that holds was served.
    public var service: Recorded<SanctionServed>? {
        span.flatMap { span in services.last(where: span.holds) }
    }
    /// How decisions were served that another took the place of.
    public var formerServices: [Recorded<SanctionServed>] {
        span.map { span in services.filter { !span.holds($0) } } ?? []
    }

    /// The day from which it is what it is: its first, or that of the decision that made it heavier.
    public var becameOn: CalendarDate {
        guard let lastChange, lastChange.restarts, let on = lastChange.on else { return since }
        return max(since, on)
    }
    /// From when it runs: a period that was made longer from its first day, since what was served
    /// counts; what has no period from when it became that.
    public var runsSince: CalendarDate {
        if case .until = term { return since }
        return becameOn
    }

    /// The day on which it became what it is, where a later act made it another than it was.
    var lastChangedOn: CalendarDate? {
        (variations.map(\.on) + rectifications.map(\.on)).compactMap(\.self).max()
    }

    /// The entry of the act that made it what it is; nil: it is as it was imposed.
    public var lastChangeEntry: Position? { lastChange?.position }

    /// Whether a later act made it another than it was.
    var isChanged: Bool { !variations.isEmpty || !rectifications.isEmpty }

    public func state(on date: CalendarDate) -> SanctionState {
        if annulment != nil { return .annulled }
        if unexecuted != nil { return .notExecuted }
        if combination != nil { return .combined }
        if replacement != nil { return .replaced }
        if absorption != nil { return .absorbed }
        if case .until(let last) = term, last < date { return .expired }
        if isInEffect(on: date) { return isChanged ? .varied : .inEffect }
        return service == nil ? .imposed : .served
    }
}

extension Law {
    /// Why no rules say how long a measure lasts whose decision does not; nil where it is known, where
    /// there are rules of those days, and of what other law delivers.
    ///
    /// - Parameter days: Those of the act and of the decision.
    func fault(
        of term: SanctionTerm, _ measure: Measure, givenOn days: [CalendarDate]
    ) -> LawFault? {
        guard term == .unknown, measure.family != .delivered,
            let day = days.first(where: { bodies(on: $0) == nil })
        else { return nil }
        return .noRules(on: day, first: firstDay)
    }
}

extension SanctionTerm {
    /// A period whose first day nobody knows has no last day that anybody could know.
    func from(_ first: CalendarDate?) -> SanctionTerm {
        switch self {
        case .until where first == nil, .momentary where first == nil: .unknown
        case .until, .momentary, .indefinite, .unknown: self
        }
    }

    var hasLastDay: Bool { if case .until = self { true } else { false } }

    func covers(_ date: CalendarDate, since: CalendarDate) -> Bool {
        switch self {
        case .until(let last): date <= last
        case .indefinite: true
        case .momentary: date == since
        case .unknown: false
        }
    }
}

extension SubjectFile {
    /// The sanctions imposed on the person by that day, in the order in which they began; those
    /// that nobody can date from the day by which they had been imposed.
    ///
    /// - Parameter law: It says how long a measure lasts, and its settings what the law leaves open:
    ///   whether a period includes its first day, and whether a varied one keeps its start.
    public func sanctionLives(
        by date: CalendarDate, knownAt moment: Instant? = nil, under law: Law
    ) -> [SanctionLife] {
        if sanctions.isEmpty { return [] }
        return SanctionCourses(
            of: self, by: date, knownAt: moment, under: law.known(at: moment)
        ).lives()
    }
}
