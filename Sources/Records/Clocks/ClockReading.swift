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
    /// Why the law gives no day.
    public var fault: LawFault? { law.terms.fault }
    public var nature: Nature { start.nature }
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
        /// By how many of the law's documents.
        let known: Int
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
            let then = compute(start.clock, from: start.on, facts.route, knownAt: end.at)
            guard let then else { return nil }
            if then.terms.fault == nil { return reading(run, tag, then) }
        }
        let now = compute(start.clock, from: start.on, facts.route, knownAt: nil)
        return now.map { reading(run, tag, $0, isJudged: run.end == nil) }
    }

    /// - Parameter isJudged: Whether its last day was known in time to hold anybody to it.
    private func reading(
        _ run: ClockFacts.Run, _ tag: Tag, _ law: ClockLaw, isJudged: Bool = true
    ) -> ClockReading {
        let due = law.terms.deadline?.due
        return ClockReading(
            tag: tag, start: run.start, due: due, end: run.end,
            state: state(
                of: run, due: isJudged ? due : nil, isUndetermined: law.terms.fault != nil),
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
            state: state(of: run, due: due, isUndetermined: false), law: law)
    }

    private func state(of run: ClockFacts.Run, due: CalendarDate?, isUndetermined: Bool)
        -> ClockReading.State
    {
        let nature = run.start.nature
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
        _ clock: String, from start: CalendarDate, _ route: String?, knownAt moment: Instant?
    ) -> ClockLaw? {
        let known = moment.map { moment in
            moments.last.map { $0 <= moment } ?? true
                ? moments.count : moments.count { $0 <= moment }
        }
        // A route that its file knows makes another clock of it.
        let key = Key(
            clock: clock.hasPrefix("/") ? (route ?? "") + clock : clock, on: start,
            known: known ?? moments.count)
        if let known = computed[key] { return known }
        let found = resolve(key.clock, from: start, by: law(known: key.known, at: moment))
            .map(ClockLaw.init)
        computed[key] = .some(found)
        return found
    }

    private mutating func law(known count: Int, at moment: Instant?) -> Law {
        guard count < moments.count else { return law }
        if let law = laws[count] { return law }
        let then = law.known(at: moment)
        laws[count] = then
        return then
    }

    private func resolve(_ clock: String, from start: CalendarDate, by law: Law)
        -> ClockLaw.Terms?
    {
        guard let rules = law.bodies(on: start) else {
            return .init(code: clock, fault: .noRules(on: start, first: law.firstDay))
        }
        var code = clock
        if clock.contains("/") {
            guard let named = rules.clock(atStage: clock) else { return nil }
            code = named
        }
        guard let rule = rules.clock(code) else {
            return .init(code: code, fault: .unknownClock(code))
        }
        var found = ClockLaw.Terms(
            code: code, titleChinese: rule.titleChinese, titleEnglish: rule.titleEnglish)
        do throws(CalendarMissing) {
            found.deadline = try law.calendars.deadline(rule, from: start)
            if let longest = rules.clock(code + "Maximum") {
                // Known later than the first: no reason to hide that one.
                found.maximum = (try? law.calendars.deadline(longest, from: start))?.due
            }
        } catch {
            found.fault = .calendarMissing(error.year)
        }
        return found
    }
}

/// What the law says of a clock that starts on a day.
final class ClockLaw: Hashable, Sendable {
    struct Terms: Hashable, Sendable {
        let code: String
        let titleChinese: String
        let titleEnglish: String
        var deadline: Deadline?
        var maximum: CalendarDate?
        var fault: LawFault?

        init(code: String, titleChinese: String, titleEnglish: String) {
            self.code = code
            self.titleChinese = titleChinese
            self.titleEnglish = titleEnglish
        }

        init(code: String, fault: LawFault) {
            self.init(code: code, titleChinese: code, titleEnglish: code)
            self.fault = fault
        }
    }

    let terms: Terms

    init(_ terms: Terms) { self.terms = terms }

    static func == (one: ClockLaw, other: ClockLaw) -> Bool {
        one === other || one.terms == other.terms
    }

    func hash(into hasher: inout Hasher) { hasher.combine(terms) }
}

/// A clock whose day an entry gives.
private enum Given {
    case opinion, consultation, evaluation, extension_, other(String)

    static func named(_ name: String) -> Given {
        switch name {
        case ClockName.consultation: .consultation
        case ClockName.evaluation: .evaluation
        case ClockStep.extension_.rawValue: .extension_
        // Open: a duty names its clocks itself.
        default: .other(name)
        }
    }

    var code: String {
        switch self {
        case .opinion: ClockName.opinion
        case .consultation: ClockName.consultation
        case .evaluation: ClockName.evaluation
        case .extension_: "extension"
        case .other(let name): name
        }
    }

    var chinese: String {
        switch self {
        case .opinion: "意见处理（征求意见结束前）"
        case .consultation: "公开征求意见截止"
        case .evaluation: "决策后评估期限"
        case .extension_: "延长后的办理期限"
        case .other(let name): name
        }
    }

    var english: String {
        switch self {
        case .opinion: "Answering a comment before the consultation ends"
        case .consultation: "End of the consultation"
        case .evaluation: "Post-evaluation"
        case .extension_: "Deciding, as extended"
        case .other(let name): name
        }
    }
}

extension ClockStart {
    var nature: ClockReading.Nature {
        switch slot {
        case ClockName.remedy: .right
        case ClockName.legality: .minimum
        case ClockName.employer: .indicative
        // Open: a duty names its clocks itself.
        default: .duty
        }
    }
}

extension Bodies {
    /// The clock that `route/stage/step` means; nil where the law fixes none.
    fileprivate func clock(atStage path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let route = route(parts[0]) else { return nil }
        let stage = parts[1].isEmpty ? route.stages.first : route.stage(parts[1])
        switch ClockStep(rawValue: parts[2]) {
        case .file: return stage?.fileClock
        case .decide: return stage?.decideClock
        case .extension_: return stage?.extensionClock
        case nil: return nil
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
    public var explained: ObjectIdentifier? { deadline == nil ? nil : ObjectIdentifier(law) }
}
