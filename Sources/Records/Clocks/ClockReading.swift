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
    }

    /// How it stands. Days are calendar days.
    public enum State: Hashable, Sendable {
        /// So many days are left, the last day included: 0 on the last day.
        case running(left: Int)
        case met(on: CalendarDate)
        case metLate(on: CalendarDate, over: Int)
        case overdue(by: Int)
        /// 逾期未申请: the decision is final.
        case lapsed(by: Int)
        /// A least time that is over, while what it protects is still under way.
        case reached
        /// The law gives no answer.
        case undetermined
        /// No day is fixed yet.
        case open
    }

    /// The file it belongs to.
    public let tag: Tag
    public let start: ClockStart
    /// The clock of the rulebook, or the name of a day that was given.
    public let clock: String
    public let titleChinese: String
    public let titleEnglish: String
    public let nature: Nature
    /// The last day.
    public let due: CalendarDate?
    /// As it was computed; nil where the day was given.
    public let deadline: Deadline?
    /// The last day at the very longest, where the rulebook has one beside.
    public let maximum: CalendarDate?
    /// Why the law gives no day.
    public let fault: LawFault?
    public let end: ClockEnd?
    public let state: State

    /// Whether something can or must still be done.
    public var isOpen: Bool {
        switch state {
        case .running, .overdue, .reached, .undetermined, .open: end == nil
        case .met, .metLate, .lapsed: false
        }
    }

    /// `自 2024-03-06 起算（当日不计），一个月，至 …`; where a day was given, by which entry; where the law
    /// gives none, what to load.
    public var explanationChinese: String {
        if let deadline { return deadline.explanationChinese }
        if let fault { return fault.messageChinese }
        guard let due else { return "第 \(start.position) 条登记，尚未定期限" }
        return "第 \(start.position) 条登记，期限至 \(due)"
    }

    /// The same in English.
    public var explanationEnglish: String {
        if let deadline { return deadline.explanationEnglish }
        if let fault { return fault.messageEnglish }
        guard let due else { return "Recorded in entry \(start.position); no day is fixed yet" }
        return "Recorded in entry \(start.position), to \(due)"
    }
}

/// Computes readings. The law is that known at the moment; deadlines are computed once for each
/// clock and first day, because ten thousand clocks are asked for at once.
public struct ClockReader {
    private struct Key: Hashable {
        let clock: String
        let on: CalendarDate
    }

    /// What the law says of a clock that starts on a day.
    private struct Computed {
        var code: String
        var rule: ClockRule?
        var deadline: Deadline?
        var maximum: CalendarDate?
        var fault: LawFault?
        /// The law fixes no such time.
        var isNone = false
    }

    private let law: Law
    private let asOf: CalendarDate
    private let knownAt: Instant?
    private var computed: [Key: Computed] = [:]

    /// - Parameter law: As the ledger knows it now; what it knew at the moment is taken of it.
    public init(law: Law, asOf: CalendarDate, knownAt: Instant? = nil) {
        self.law = law.known(at: knownAt)
        self.asOf = asOf
        self.knownAt = knownAt
    }

    /// Every clock of a file that had started by the day, in the order in which they started.
    public mutating func readings(of log: ClockLog, under tag: Tag) -> [ClockReading] {
        var readings: [ClockReading] = []
        let facts = ClockFacts(log.settled, by: asOf, knownAt: knownAt)
        for run in facts.runs {
            if let reading = read(run, facts, under: tag) { readings.append(reading) }
        }
        return readings.sorted {
            ($0.start.on, $0.start.position) < ($1.start.on, $1.start.position)
        }
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
        let law = compute(start.clock, from: start.on, route: facts.route)
        if law.isNone { return nil }
        let title =
            law.rule.map { ($0.titleChinese, $0.titleEnglish) } ?? (law.code, law.code)
        return ClockReading(
            tag: tag, start: start, clock: law.code, titleChinese: title.0, titleEnglish: title.1,
            nature: start.nature, due: law.deadline?.due, deadline: law.deadline,
            maximum: law.maximum, fault: law.fault, end: run.end,
            state: state(of: run, due: law.deadline?.due, isUndetermined: law.fault != nil))
    }

    private func reading(
        _ run: ClockFacts.Run, _ tag: Tag, _ given: Given, due: CalendarDate?
    ) -> ClockReading {
        ClockReading(
            tag: tag, start: run.start, clock: given.code, titleChinese: given.chinese,
            titleEnglish: given.english, nature: run.start.nature, due: due, deadline: nil,
            maximum: nil, fault: nil, end: run.end,
            state: state(of: run, due: due, isUndetermined: false))
    }

    private func state(of run: ClockFacts.Run, due: CalendarDate?, isUndetermined: Bool)
        -> ClockReading.State
    {
        let nature = run.start.nature
        if let end = run.end {
            guard let due, end.on > due, nature != .minimum else { return .met(on: end.on) }
            let over = end.on.ordinal - due.ordinal
            // What was done after the time to do it is no use of the right.
            return nature == .right
                ? .lapsed(by: asOf.ordinal - due.ordinal) : .metLate(on: end.on, over: over)
        }
        if isUndetermined { return .undetermined }
        guard let due else { return .open }
        let left = due.ordinal - asOf.ordinal
        if left >= 0 { return .running(left: left) }
        switch nature {
        case .duty: return .overdue(by: -left)
        case .right: return .lapsed(by: -left)
        case .minimum: return .reached
        }
    }

    private mutating func compute(_ clock: String, from start: CalendarDate, route: String?)
        -> Computed
    {
        // A route that its file knows makes another clock of it.
        let key = Key(
            clock: clock.hasPrefix("/") ? (route ?? "") + clock : clock, on: start)
        if let known = computed[key] { return known }
        let found = resolve(key.clock, from: start)
        computed[key] = found
        return found
    }

    private func resolve(_ clock: String, from start: CalendarDate) -> Computed {
        guard let rules = law.rules(on: start) else {
            return Computed(code: clock, fault: .noRules(on: start))
        }
        var code = clock
        if clock.contains("/") {
            guard let named = rules.clock(atStage: clock) else {
                return Computed(code: clock, isNone: true)
            }
            code = named
        }
        guard let rule = rules.clock(code) else {
            return Computed(code: code, fault: .unknownClock(code))
        }
        var found = Computed(code: code, rule: rule)
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

/// A clock whose day an entry gives.
private enum Given {
    case opinion, consultation, evaluation, extension_, other(String)

    static func named(_ name: String) -> Given {
        switch name {
        case ClockName.consultation: .consultation
        case ClockName.evaluation: .evaluation
        case ClockStep.extension_.rawValue: .extension_
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
        default: .duty
        }
    }
}

extension Rulebook {
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
