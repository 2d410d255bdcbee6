public import Law
public import Vocabulary

/// One clock as it stands on a day, by what the register knew at a moment.
public struct ClockReading: Hashable, Sendable {
    /// What happens when it runs out.
    public enum Nature: String, Sendable, CaseIterable, Hashable {
        /// Somebody has to act; afterwards it is overdue.
        case duty
        /// Somebody may act; afterwards the right has lapsed, and nothing is overdue.
        case right
        /// A least time: before it is over nothing may be concluded.
        case minimum
        /// A time that binds only an organ of one kind, while no entry says of which kind this one
        /// is: it is told, and never overdue.
        case indicative
    }

    /// How it stands. Days are calendar days.
    public enum State: Hashable, Sendable {
        /// So many days are left, the last day included: 0 on the last day.
        case running(left: Int)
        case met(on: CalendarDate)
        case metLate(on: CalendarDate, over: Int)
        case overdue(by: Int)
        /// 逾期未申请: nobody used the right, and the decision is final.
        case lapsed(by: Int)
        /// 逾期申请: somebody did, after the time to do it, which uses no right.
        case filedLate(on: CalendarDate, over: Int)
        /// A time that is over and makes nothing overdue, while what it protects is still under way.
        case reached
        /// The law gives no answer.
        case undetermined
        /// No day is fixed yet.
        case open
    }

    /// The file it belongs to.
    public let tag: Tag
    public let start: ClockStart
    /// The last day.
    public let due: CalendarDate?
    public let end: ClockEnd?
    public let state: State
    /// Since when it does not count, where it does not yet again.
    public let pausedSince: CalendarDate?
    /// What the law says of it; shared by all clocks of its kind that start on its day, because ten
    /// thousand of them are moved about at once.
    let law: ClockLaw

    /// The clock of the rulebook, or the name of a day that was given.
    public var clock: String { law.terms.code }
    public var titleChinese: String { law.terms.titleChinese }
    public var titleEnglish: String { law.terms.titleEnglish }
    /// As it was computed; nil where the day was given.
    public var deadline: Deadline? { law.terms.deadline }
    /// The last day at the very longest, where the rulebook has one beside.
    public var maximum: CalendarDate? { law.terms.maximum }
    /// How sure the rulebook is of its length (可信度).
    public var confidence: Confidence { law.terms.confidence }
    /// Why the law gives no day.
    public var fault: LawFault? { law.terms.fault }
    /// Why it begins there, where that is not what the entry tells by itself.
    public var beginning: Beginning? { law.terms.beginning }
    /// The sort of organ before which it comes, where it is overdue and its rule says so (升级督办).
    public var escalatedTo: CreditRules.Organ? {
        if case .overdue = state { law.terms.escalation } else { nil }
    }
    /// By which setting the days that do not count are told, where some do not.
    public var pausing: Rulebook.Setting? { law.terms.pausing }
    /// Whom alone it binds; nil: whoever it is.
    public var boundOrgan: Rulebook.DecidingOrgan? { law.terms.authority }
    public var nature: Nature { law.nature(of: start, end) }

    /// Why a time to decide begins where it begins (起算).
    public enum Beginning: Hashable, Sendable {
        /// From the day of acceptance, as the law says (受理之日).
        case acceptance
        /// As the law says; no acceptance is recorded, and no time runs yet.
        case awaitingAcceptance
        /// From the day of acceptance, as a setting says.
        case acceptanceBySetting(String)
        /// As that setting says, and no acceptance is recorded: from filing for the time being.
        case filingForNow(String)
    }
    /// Whether the law says when it runs out, or has to; not the entry that started it.
    public var isOfLaw: Bool { deadline != nil || fault != nil }

    /// Whether something can or must still be done.
    public var isOpen: Bool {
        switch state {
        case .running, .overdue, .reached, .undetermined, .open: end == nil
        case .met, .metLate, .lapsed, .filedLate: false
        }
    }
}

/// Computes readings. The law is that known at the moment; deadlines are computed once for each
/// clock and first day, because ten thousand clocks are asked for at once.
///
/// - Invariant: I13: a clock that ended is judged by the law as it was known when its end was
///   recorded. What became law later, or a calendar that came later, makes nothing late that was in
///   time; where the law gave no day then, nothing is late.
public struct ClockReader {
    private struct Key: Hashable {
        let clock: String
        let on: CalendarDate
        let basis: ClockReading.Beginning?
        let pauses: [ClosedDays]
        /// By how many of the law's documents.
        let known: Int
    }

    private struct ClosedDays: Hashable {
        let began: CalendarDate
        let ended: CalendarDate
    }

    private let law: Law
    private let asOf: CalendarDate
    private let knownAt: Instant?
    /// When each document of the law became known, earliest first.
    private let moments: [Instant]
    /// The law as it was known by so many of them.
    private var laws: [Int: Law] = [:]
    /// Nil: the law fixes no such time.
    private var computed: [Key: ClockLaw?] = [:]
    private var given: [String: ClockLaw] = [:]

    /// - Parameter law: As the ledger knows it now; what it knew at the moment is taken of it.
    public init(law: Law, asOf: CalendarDate, knownAt: Instant? = nil) {
        let law = law.known(at: knownAt)
        self.law = law
        self.asOf = asOf
        self.knownAt = knownAt
        moments = law.moments.sorted()
    }

    /// Every clock of a file that had started by the day, in the order in which they started.
    public mutating func readings(of log: ClockLog, under tag: Tag) -> [ClockReading] {
        var readings: [ClockReading] = []
        let facts = ClockFacts(log.settled, by: asOf, knownAt: knownAt)
        for run in facts.runs {
            if let reading = read(run, facts, under: tag) { readings.append(reading) }
        }
        if readings.count > 1 {
            readings.sort {
                ($0.start.on, $0.start.position) < ($1.start.on, $1.start.position)
            }
        }
        return readings
    }

    private mutating func read(_ run: ClockFacts.Run, _ facts: ClockFacts, under tag: Tag)
        -> ClockReading?
    {
        let start = run.start
        if start.clock == ClockName.opinion {
            return reading(
                run, tag, Given.opinion, due: facts.commentsEnd.map { max($0, start.on) })
        }
        if let due = start.due {
            return reading(run, tag, Given.named(start.clock), due: due)
        }
        if let end = run.end {
            let begun = begin(run, facts, knownAt: end.at)
            guard let then = compute(begun, facts.route, knownAt: end.at) else { return nil }
            if then.terms.fault == nil { return reading(begun.run, tag, then) }
        }
        let begun = begin(run, facts, knownAt: nil)
        let now = compute(begun, facts.route, knownAt: nil)
        return now.flatMap { reading(begun.run, tag, $0, isJudged: run.end == nil) }
    }

    private typealias Begun = (run: ClockFacts.Run, beginning: ClockReading.Beginning?)

    /// Where a time begins by the law that was known at a moment: that to decide an appeal with its
    /// acceptance, where the law or a setting says so.
    private mutating func begin(
        _ run: ClockFacts.Run, _ facts: ClockFacts, knownAt moment: Instant?
    ) -> Begun {
        let path = run.start.clock
        guard run.start.slot.hasPrefix(ClockName.decidingPrefix),
            let rules = law(knownAt: moment).bodies(on: run.start.first),
            let stage = rules.stage(at: path)
        else { return (run, nil) }
        var begun = run
        // The organ that decided decides first; which is above it, the register does not know.
        if begun.start.unit == nil, let organ = facts.organ, rules.isFirst(stage, at: path) {
            begun.start = begun.start.owned(by: organ)
        }
        guard rules.decideStart(stage) == .acceptance else { return (begun, nil) }
        if let accepted = run.accepted { begun.start = begun.start.accepted(by: accepted) }
        switch (stage.decideFrom, run.accepted) {
        case (.event, .some): return (begun, .acceptance)
        case (.event, nil): return (begun, .awaitingAcceptance)
        case (.setting(let code), .some): return (begun, .acceptanceBySetting(code))
        case (.setting(let code), nil): return (begun, .filingForNow(code))
        }
    }

    /// - Parameter isJudged: Whether its last day was known in time to hold anybody to it.
    private func reading(
        _ run: ClockFacts.Run, _ tag: Tag, _ law: ClockLaw, isJudged: Bool = true
    ) -> ClockReading? {
        guard let run = law.bound(run) else { return nil }
        let due = law.terms.deadline?.due
        return ClockReading(
            tag: tag, start: run.start, due: due, end: run.end,
            state: state(
                of: run, law.nature(of: run.start, run.end), due: isJudged ? due : nil,
                isUndetermined: law.terms.fault != nil),
            pausedSince: run.end == nil ? run.pauses.last { $0.ended == nil }?.began : nil,
            law: law)
    }

    private mutating func reading(
        _ run: ClockFacts.Run, _ tag: Tag, _ kind: Given, due: CalendarDate?
    ) -> ClockReading {
        let law =
            given[kind.code]
            ?? ClockLaw(
                ClockLaw.Terms(
                    code: kind.code, titleChinese: kind.chinese, titleEnglish: kind.english))
        given[kind.code] = law
        return ClockReading(
            tag: tag, start: run.start, due: due, end: run.end,
            state: state(
                of: run, law.nature(of: run.start, run.end), due: due, isUndetermined: false),
            pausedSince: nil, law: law)
    }

    private func state(
        of run: ClockFacts.Run, _ nature: ClockReading.Nature, due: CalendarDate?,
        isUndetermined: Bool
    ) -> ClockReading.State {
        if let end = run.end {
            guard let due, end.on > due, nature == .duty || nature == .right else {
                return .met(on: end.on)
            }
            let over = end.on.ordinal - due.ordinal
            return nature == .right
                ? .filedLate(on: end.on, over: over) : .metLate(on: end.on, over: over)
        }
        if isUndetermined { return .undetermined }
        guard let due else { return .open }
        let left = due.ordinal - asOf.ordinal
        if left >= 0 { return .running(left: left) }
        switch nature {
        case .duty: return .overdue(by: -left)
        case .right: return .lapsed(by: -left)
        case .minimum, .indicative: return .reached
        }
    }

    /// - Parameter moment: By what was law then; nil: by all that is.
    private mutating func compute(
        _ begun: Begun, _ route: String?, knownAt moment: Instant?
    ) -> ClockLaw? {
        let clock = begun.run.start.clock
        // A route that its file knows makes another clock of it.
        let key = Key(
            clock: clock.hasPrefix("/") ? (route ?? "") + clock : clock,
            on: begun.run.start.first, basis: begun.beginning,
            pauses: begun.run.pauses.map { .init(began: $0.began, ended: $0.ended ?? asOf) },
            known: known(at: moment))
        if let known = computed[key] { return known }
        var found = resolve(key, by: law(knownAt: moment))
        found?.beginning = begun.beginning
        if begun.beginning == .awaitingAcceptance {
            found?.deadline = nil
            found?.maximum = nil
            found?.fault = nil
        }
        let law = found.map(ClockLaw.init)
        computed[key] = .some(law)
        return law
    }

    /// By how many documents was judged at a moment; nil: by all.
    private func known(at moment: Instant?) -> Int {
        guard let moment, let last = moments.last, moment < last else { return moments.count }
        return moments.count { $0 <= moment }
    }

    private mutating func law(knownAt moment: Instant?) -> Law {
        law(known: known(at: moment), at: moment)
    }

    private mutating func law(known count: Int, at moment: Instant?) -> Law {
        guard count < moments.count else { return law }
        if let law = laws[count] { return law }
        let then = law.known(at: moment)
        laws[count] = then
        return then
    }

    private func resolve(_ key: Key, by law: Law) -> ClockLaw.Terms? {
        let (clock, start) = (key.clock, key.on)
        guard let rules = law.bodies(on: start) else {
            return .init(code: clock, fault: .noRules(on: start, first: law.firstDay))
        }
        var code = clock
        if clock.contains("/") {
            guard let named = rules.clock(atStage: clock) else { return nil }
            code = named
        }
        // A clock that no body in force has is none that the law fixes.
        guard let rule = rules.clock(code) else { return nil }
        var found = ClockLaw.Terms(
            code: code, titleChinese: rule.titleChinese, titleEnglish: rule.titleEnglish)
        found.authority = rule.authority
        found.measures = rule.measures
        found.confidence = rule.confidence
        found.escalation = rule.escalatesTo.flatMap { rules.credit?.organ($0) }
        let pauses = pauses(key.pauses, under: rules)
        if !pauses.isEmpty { found.pausing = rules.setting(Self.pausing) }
        do throws(CalendarMissing) {
            found.deadline = try law.calendars.deadline(rule, from: start, pausing: pauses)
            if let longest = rules.clock(code + "Maximum") {
                // Known later than the first: no reason to hide that one.
                found.maximum =
                    (try? law.calendars.deadline(longest, from: start, pausing: pauses))?
                    .due
            }
        } catch {
            found.fault = .calendarMissing(error.year)
        }
        return found
    }
}

extension ClockReader {
    private static let pausing = "appraisalExcludesFirstDay"

    /// The days that do not count: whether the one on which an appraisal began does, a setting says.
    private func pauses(_ days: [ClosedDays], under rules: Bodies) -> [Pause] {
        let isCounted = rules.flag(Self.pausing) ?? true
        return days.compactMap { one in
            let first = isCounted ? one.began.next : one.began
            return first.flatMap { Pause(first: $0, last: one.ended) }
        }
    }
}

extension ClockReading {
    /// `running`, `met`, `metLate`, `overdue`, `lapsed`, `filedLate`, `reached`, `undetermined`, `open`.
    public var stateCode: String {
        switch state {
        case .running: "running"
        case .met: "met"
        case .metLate: "metLate"
        case .overdue: "overdue"
        case .lapsed: "lapsed"
        case .filedLate: "filedLate"
        case .reached: "reached"
        case .undetermined: "undetermined"
        case .open: "open"
        }
    }

    /// How many days it is over; nil when it is not.
    public var daysOver: Int? {
        switch state {
        case .overdue(let days), .lapsed(let days), .metLate(_, let days), .filedLate(_, let days):
            days
        case .running, .met, .reached, .undetermined, .open: nil
        }
    }

    /// Clocks with one and the same are explained alike; nil: it is explained alone.
    public var explained: ObjectIdentifier? {
        deadline == nil || escalatedTo != nil ? nil : ObjectIdentifier(law)
    }
}
