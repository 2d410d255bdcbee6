/// What is activated in the ledger: the rulebooks and calendars by which it judges.
///
/// Nothing else is law here: a ledger in which nothing was activated computes no deadline.
public struct Law: Hashable, Sendable {
    /// A document of law that an entry put in force.
    public struct Activation<Content: Hashable & Sendable>: Hashable, Sendable {
        public let content: Content
        /// SHA-256 of the document, 64 lower-case hexadecimal digits.
        public let digest: String
        /// The position of the entry that activated it, from 0.
        public let position: Int
        /// When that was recorded.
        public let at: Instant
        /// Who activated it.
        public let by: String

        public init(
            _ content: Content, digest: String, position: Int, at: Instant, by: String
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

    /// The days on which something changes, earliest first, and what is in force from each.
    public private(set) var periods: [Period] = []

    /// What is in force from a day, until the next such day.
    public struct Period: Hashable, Sendable {
        public let from: CalendarDate
        /// Nil where everything that was in force has ended, and nothing has followed yet.
        public let bodies: Bodies?
    }

    public init() {}

    public mutating func activate(_ rulebook: Activation<Rulebook>) {
        rulebooks.append(rulebook)
        periods = Self.periods(of: rulebooks)
    }

    public mutating func load(_ calendar: Activation<WorkCalendar>) {
        loadedCalendars.append(calendar)
        calendars.load(calendar.content)
    }

    /// When each of its documents became known, in no order.
    public var moments: [Instant] { rulebooks.map(\.at) + loadedCalendars.map(\.at) }

    /// The law as the ledger knew it at that moment; nil: as it knows it now.
    public func known(at moment: Instant?) -> Law {
        guard let moment, moments.contains(where: { moment < $0 }) else { return self }
        var law = Law()
        law.rulebooks = rulebooks.filter { $0.at <= moment }
        law.periods = Self.periods(of: law.rulebooks)
        for calendar in loadedCalendars where calendar.at <= moment { law.load(calendar) }
        return law
    }

    private static func periods(of rulebooks: [Activation<Rulebook>]) -> [Period] {
        var codes: [RulebookCode] = []
        for one in rulebooks where !codes.contains(one.content.code) {
            codes.append(one.content.code)
        }
        let starts = rulebooks.map(\.content.inForceFrom)
        let ends = rulebooks.compactMap { $0.content.inForceUntil?.adding(days: 1) }
        return Set(starts + ends).sorted().map { day in
            Period(
                from: day, bodies: Bodies(codes.compactMap { latest($0, of: rulebooks, on: day) }))
        }
    }

    private static func latest(
        _ code: RulebookCode, of rulebooks: [Activation<Rulebook>], on day: CalendarDate
    ) -> Activation<Rulebook>? {
        var latest: Activation<Rulebook>?
        for one in rulebooks where one.content.code == code && one.content.inForceFrom <= day {
            if let found = latest, found.content.inForceFrom > one.content.inForceFrom { continue }
            latest = one
        }
        // What has ended does not make an edition of before it answer again.
        return latest?.content.isInForce(on: day) == true ? latest : nil
    }
}

extension Rulebook {
    fileprivate func isInForce(on day: CalendarDate) -> Bool {
        inForceFrom <= day && inForceUntil.map { day <= $0 } ?? true
    }
}

// MARK: Questions

extension Law {
    /// The first day on which any body is in force; nil when none was activated.
    public var firstDay: CalendarDate? { periods.first?.from }

    /// Every body in force on a day; nil before ``firstDay``, and where all of them have ended.
    public func bodies(on day: CalendarDate) -> Bodies? {
        periods.last { $0.from <= day }?.bodies
    }

    /// The first day on which a body claims decisions; nil when none was activated that does.
    public var firstDecisionDay: CalendarDate? {
        periods.first { $0.bodies?.judging.isEmpty == false }?.from
    }

    /// Every body in force on a day on which one of them says how decisions are made (决策程序): before
    /// that, the law of sanctions alone claims no decision.
    ///
    /// - Returns: Nil where ``decisionFault(on:)`` says why.
    public func decisionBodies(on day: CalendarDate) -> Bodies? {
        bodies(on: day).flatMap { $0.judging.isEmpty ? nil : $0 }
    }

    /// Why no rules judge how a decision of that day was made; nil where some do.
    public func decisionFault(on day: CalendarDate) -> LawFault? {
        guard let bodies = bodies(on: day) else { return .noRules(on: day, first: firstDay) }
        return bodies.judging.isEmpty
            ? .noDecisionRules(on: day, first: firstDecisionDay) : nil
    }

    /// Every body in force on a day.
    ///
    /// - Throws: ``LawFault/noRules(on:first:)`` before ``firstDay``.
    public func inForce(on day: CalendarDate) throws(LawFault) -> Bodies {
        guard let bodies = bodies(on: day) else { throw .noRules(on: day, first: firstDay) }
        return bodies
    }

    /// The edition of that code in force on a day; nil before its first.
    public func rules(_ code: RulebookCode, on day: CalendarDate) -> Rulebook? {
        bodies(on: day)?.edition(of: code)
    }

    /// The rules for an act of one day on which is decided on another: those of the act's day,
    /// and the lighter measure where the two differ (从旧兼从轻). 政务处分法 Art. 67.
    public func rules(judging act: CalendarDate, on decision: CalendarDate) -> JudgingRules? {
        guard let then = bodies(on: act), let now = bodies(on: decision) else { return nil }
        return JudgingRules(ofTheAct: then, ofTheDecision: now)
    }

    /// The deadline that a clock sets, by the rules in force on a day (the start, if none is
    /// given).
    public func deadline(_ clock: String, from start: CalendarDate, on day: CalendarDate? = nil)
        throws(LawFault) -> Deadline
    {
        guard let rule = try inForce(on: day ?? start).clock(clock) else {
            throw .unknownClock(clock)
        }
        do throws(CalendarMissing) {
            return try calendars.deadline(rule, from: start)
        } catch {
            throw .calendarMissing(error.year)
        }
    }

    /// ``Bodies/isHeavier(_:than:)`` under the rules in force on a day.
    public func isHeavier(
        _ one: Rulebook.Imposed, than other: Rulebook.Imposed, on day: CalendarDate
    ) -> Bool? {
        bodies(on: day)?.isHeavier(one, than: other)
    }
}

// MARK: What a new edition would change

extension Law {
    /// An edition that gives way to another of its code.
    public struct Replacement: Hashable, Sendable {
        public let replaced: Activation<Rulebook>
        /// The first day that is judged by the new edition instead.
        public let from: CalendarDate
        /// The last such day; nil: no later edition of the code is known.
        public let through: CalendarDate?
    }

    /// What activating an edition would replace; nil where no edition of its code is in force on
    /// its first day. Bodies of other codes are never replaced.
    public func replacement(by edition: Rulebook) -> Replacement? {
        let from = edition.inForceFrom
        guard let replaced = bodies(on: from)?.activation(of: edition.code) else { return nil }
        return Replacement(replaced: replaced, from: from, through: lastDay(of: edition))
    }

    /// The last day on which an edition is in force: the one before the next edition of its code, or
    /// its own last day where that comes first; nil where none is known.
    public func lastDay(of edition: Rulebook) -> CalendarDate? {
        let next = rulebooks.lazy.map(\.content)
            .filter { $0.code == edition.code && $0.inForceFrom > edition.inForceFrom }
            .map(\.inForceFrom).min().flatMap { $0.adding(days: -1) }
        return [next, edition.inForceUntil].compactMap(\.self).min()
    }
}
