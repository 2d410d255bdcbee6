/// What is activated in the ledger: the rulebooks and calendars by which it judges.
///
/// Nothing else is law here: a ledger in which nothing was activated computes no deadline.
public struct Law: Hashable, Sendable {
    /// A document of law that an entry put in force.
    public struct Activation<Content: Hashable & Sendable>: Hashable, Sendable {
        public let content: Content
        /// SHA-256 of the document, 64 lower-case hexadecimal digits.
        public let digest: String
        /// The entry that activated it.
        public let position: Position
        /// When that was recorded.
        public let at: Instant
        /// Who activated it.
        public let by: String

        public init(
            _ content: Content, digest: String, position: Position, at: Instant, by: String
        ) {
            self.content = content
            self.digest = digest
            self.position = position
            self.at = at
            self.by = by
        }
    }

    /// In the order in which they were activated.
    public private(set) var rulebooks: [Activation<Rulebook>] = []
    /// In the order in which they were loaded.
    public private(set) var loadedCalendars: [Activation<WorkCalendar>] = []
    /// Of each year the one loaded last.
    public private(set) var calendars = Calendars()

    public init() {}

    public mutating func activate(_ rulebook: Activation<Rulebook>) { rulebooks.append(rulebook) }

    public mutating func load(_ calendar: Activation<WorkCalendar>) {
        loadedCalendars.append(calendar)
        calendars.load(calendar.content)
    }

    /// The law as the ledger knew it at that moment; nil: as it knows it now.
    public func known(at moment: Instant?) -> Law {
        guard let moment else { return self }
        var law = Law()
        law.rulebooks = rulebooks.filter { $0.at <= moment }
        for calendar in loadedCalendars where calendar.at <= moment { law.load(calendar) }
        return law
    }

    /// What was activated of the edition in force on a day: of those in force the latest; of two
    /// in force from one day the one activated last.
    public func activation(on day: CalendarDate) -> Activation<Rulebook>? {
        var latest: Activation<Rulebook>?
        for one in rulebooks where one.content.inForceFrom <= day {
            if let found = latest, found.content.inForceFrom > one.content.inForceFrom { continue }
            latest = one
        }
        return latest
    }

    /// The rules in force on a day; nil before the first.
    public func rules(on day: CalendarDate) -> Rulebook? { activation(on: day)?.content }

    /// The rules for an act of one day on which is decided on another: those of the act's day,
    /// and the lighter measure where the two differ (从旧兼从轻). 政务处分法 Art. 67.
    public func rules(judging act: CalendarDate, on decision: CalendarDate) -> JudgingRules? {
        guard let then = rules(on: act), let now = rules(on: decision) else { return nil }
        return JudgingRules(ofTheAct: then, ofTheDecision: now)
    }

    /// The deadline that a clock sets, by the rules in force on a day (the start, if none is
    /// given).
    public func deadline(_ clock: String, from start: CalendarDate, on day: CalendarDate? = nil)
        throws(LawFault) -> Deadline
    {
        guard let rules = rules(on: day ?? start) else { throw .noRules(on: day ?? start) }
        guard let rule = rules.clock(clock) else { throw .unknownClock(clock) }
        do throws(CalendarMissing) {
            return try calendars.deadline(rule, from: start)
        } catch {
            throw .calendarMissing(error.year)
        }
    }

    /// ``Rulebook/isHeavier(_:than:)`` under the rules in force on a day.
    public func isHeavier(
        _ one: Rulebook.Imposed, than other: Rulebook.Imposed, on day: CalendarDate
    ) -> Bool? {
        rules(on: day)?.isHeavier(one, than: other)
    }
}

/// The rules by which one act is judged.
public struct JudgingRules: Hashable, Sendable {
    /// In force when it was done: what was wrong with it is read here, and only here.
    public let ofTheAct: Rulebook
    /// In force when it is decided on.
    public let ofTheDecision: Rulebook

    /// The measure as the lighter of the two rules has it; nil where either does not know it: what
    /// could not be imposed then is not imposed now, nor what was abolished since.
    public func measure(_ code: String) -> Rulebook.MeasureRule? {
        guard let then = ofTheAct.measure(code), let now = ofTheDecision.measure(code) else {
            return nil
        }
        return then.isHeavier(than: now) ? now : then
    }

    /// The rules that ``measure(_:)`` was taken from.
    public func rules(of code: String) -> Rulebook? {
        guard let then = ofTheAct.measure(code), let now = ofTheDecision.measure(code) else {
            return nil
        }
        return then.isHeavier(than: now) ? ofTheDecision : ofTheAct
    }
}

/// Why the law gives no answer.
public enum LawFault: Error, Hashable, Sendable {
    /// The year has no calendar, so its rest days are not known.
    case calendarMissing(Int)
    /// No rules were activated that were in force on the day.
    case noRules(on: CalendarDate)
    /// The rules in force know no clock of this code.
    case unknownClock(String)

    /// Stable, for machines.
    public var code: String {
        switch self {
        case .calendarMissing: "calendarMissing"
        case .noRules: "noRules"
        case .unknownClock: "unknownClock"
        }
    }

    public var source: String {
        switch self {
        case .calendarMissing: "民法典#203"
        case .noRules: "XZZ-2020-26#17"
        case .unknownClock: "schema/rules"
        }
    }

    public var messageChinese: String { "\(wording.chinese)（\(Basis.chinese(source))）" }
    public var messageEnglish: String { "\(wording.english) (\(Basis.english(source)))" }

    var chinese: String { wording.chinese }
    var english: String { wording.english }

    private var wording: (chinese: String, english: String) {
        switch self {
        case .calendarMissing(let year):
            (
                "没有载入 \(year) 年的放假安排，无法判断休息日。请用 `stele rules calendar FILE` 载入国务院公布的安排。",
                "The calendar of \(year) is not loaded, so its rest days are not known. Load the "
                    + "published arrangement with `stele rules calendar FILE`."
            )
        case .noRules(let day):
            (
                "\(day) 没有施行中的规则。请用 `stele rules activate FILE` 载入当时施行的规则。",
                "No rules in force on \(day) were activated. Activate those of that day with "
                    + "`stele rules activate FILE`."
            )
        case .unknownClock(let code):
            (
                "施行中的规则没有时限 \(code)。请核对代码：`stele rules show`。",
                "The rules in force know no clock \(code). Check the code: `stele rules show`."
            )
        }
    }
}
