public import Law
public import Vocabulary

/// A post as held over a period.
public struct PostHeld: Hashable, Sendable {
    /// The entry that recorded it.
    public let position: Position
    public let post: Post
    /// First day.
    public let since: CalendarDate
    /// Last day, included; nil while open or unknown.
    public let until: CalendarDate?
    /// Whether `since` was imputed.
    public let isImputed: Bool
    /// How exactly the source gives `since`.
    public let precision: DayPrecision
    /// What cannot be as it stands.
    public let irregularities: [Irregularity]
}

/// That a person left, as of some day.
public struct Left: Hashable, Sendable {
    /// The day of leaving; on it the person has left.
    public let since: CalendarDate
    public let reason: Departure
    /// The day of death, when it is known, in office or after.
    public let died: CalendarDate?
}

extension SubjectFile {
    /// The standing registration, the latest one if there are several.
    public var registration: SubjectRegistered? { registration(knownAt: nil) }

    /// The registration that stood in the register at that moment.
    public func registration(knownAt moment: Instant?) -> SubjectRegistered? {
        standingRegistration(knownAt: moment)?.fact
    }

    /// The registration that stands, with its entry, by all that the register knows at `moment`.
    public func standingRegistration(knownAt moment: Instant? = nil) -> Recorded<SubjectRegistered>?
    {
        let known = knowledge(at: moment)
        return registrations.last { known.counts($0) }
    }

    /// The post held on that day, by all that the register knows at `moment`.
    ///
    /// Where several cover the day, the one begun last. The day of leaving still counts: an act of
    /// that day was done in the post.
    public func post(on date: CalendarDate, knownAt moment: Instant? = nil) -> PostHeld? {
        posts(on: date, known: knowledge(at: moment), leavingDayCounts: true).last
    }

    /// Whether and how the person had left by that day; the day of leaving counts as left.
    ///
    /// Nil while in service, when nothing is known, and when the end delivered lies before the
    /// beginning, so that nothing can be concluded from it.
    public func departure(on date: CalendarDate, knownAt moment: Instant? = nil) -> Left? {
        departure(on: date, known: knowledge(at: moment))
    }

    func departure(on date: CalendarDate, known: Knowledge) -> Left? {
        guard let left = recordedDeparture(on: date, known: known) else {
            return dismissal(by: date, known).map { Left(since: $0, reason: .expelled, died: nil) }
        }
        guard let dismissed = dismissal(by: date, known), dismissed < left.since else {
            return left
        }
        return Left(since: dismissed, reason: .expelled, died: left.died)
    }

    /// The day on which a dismissal that stands ended the service (政务处分法 Art. 26), unless the person
    /// entered it again since: that of its own decision, also where that made it of a lighter sanction.
    func dismissal(by date: CalendarDate, _ known: Knowledge) -> CalendarDate? {
        var last: (CalendarDate?, Position)?
        for fact in sanctions where known.counts(fact, by: date) {
            let id = fact.fact.sanction
            let isGone =
                annulments.contains { $0.fact.sanction == id && known.counts($0, by: date) }
                || unexecuted.contains { $0.fact.sanction == id && known.counts($0, by: date) }
            if isGone { continue }
            guard let dismissed = dismissed(by: fact, date, known), dismissed.0 != nil else {
                continue
            }
            if last.map({ $0 <% dismissed }) ?? true { last = dismissed }
        }
        guard let last else { return nil }
        let cameBack = beginnings.contains { began in
            known.counts(began, by: date) && last <% began.moment && began.on != last.0
        }
        return cameBack ? nil : last.0
    }

    /// When a sanction became a dismissal; nil: it is none.
    private func dismissed(
        by imposed: Recorded<SanctionImposed>, _ date: CalendarDate, _ known: Knowledge
    ) -> (CalendarDate?, Position)? {
        let id = imposed.fact.sanction
        let varied = log.facts(SanctionVaried.self).filter {
            $0.fact.sanction == id && known.counts($0, by: date)
        }.map { ($0.moment, $0.fact.measure) }
        let rectified = log.facts(SanctionRectified.self).filter {
            $0.fact.sanction == id && known.counts($0, by: date)
        }.map { ($0.moment, $0.fact.measure) }
        let acts = (varied + rectified).sorted { $0.0 <% $1.0 }
        var since = imposed.fact.measure == .dismissal ? imposed.moment : nil
        for (moment, measure) in acts {
            if measure != .dismissal { since = nil } else if since == nil { since = moment }
        }
        return since
    }

    /// The same as far as somebody recorded that the person left.
    func recordedDeparture(on date: CalendarDate, known: Knowledge) -> Left? {
        let endings = endings
        if endings.isEmpty { return nil }
        var begun: Recorded<EmploymentBegan>?
        for fact in beginnings where known.counts(fact, by: date) {
            if begun.map({ $0.isBefore(fact) }) ?? true { begun = fact }
        }
        var first: Recorded<EmploymentEnded>?
        var died: CalendarDate?
        for fact in endings where known.counts(fact, by: date) {
            if fact.fact.reason == .died {
                let on = fact.latest(knownAt: known.moment)
                died = died.map { min($0, on) } ?? on
            }
            if let begun, fact.moment <% begun.moment, fact.on != begun.on { continue }
            if first.map({ fact.isBefore($0) }) ?? true { first = fact }
        }
        if let first {
            // Of an end that nobody can date, the day by which it had come.
            let since = first.latest(knownAt: known.moment)
            return Left(since: since, reason: first.fact.reason, died: died)
        }
        // Nobody comes back from death, whatever the source says began afterwards.
        return died.map { Left(since: $0, reason: .died, died: $0) }
    }

    /// The posts that cover the day, in the order in which they began.
    ///
    /// A post with a last day covers the days up to it. An open one ends with the next post to begin,
    /// in whatever order the two were recorded, and with the end of service if it began before that.
    func posts(on date: CalendarDate, known: Knowledge, leavingDayCounts: Bool) -> [PostHeld] {
        var last: (CalendarDate?, Position)?
        func follow(_ taken: Recorded<some PostTaken>) {
            guard taken.on != nil, known.counts(taken, by: date) else { return }
            if last.map({ $0 <% taken.moment }) ?? true { last = taken.moment }
        }
        for fact in assumptions { follow(fact) }
        for fact in transfers { follow(fact) }
        let ends =
            endings.filter { known.counts($0, by: date) }.map { $0.latest(knownAt: known.moment) }
            + [dismissal(by: date, known)].compactMap(\.self)
        let ended = postEndings.filter { known.counts($0, by: date) }
        var held: [PostHeld] = []
        func add(_ taken: Recorded<some PostTaken>) {
            guard let since = taken.on, known.counts(taken, by: date) else { return }
            if let until = taken.fact.until {
                if until < date { return }
            } else if let last, taken.moment <% last {
                return
            }
            let isOver = ends.contains { $0 >= since && ($0 < date || !leavingDayCounts) }
            if isOver { return }
            let hasEnded = ended.contains { ending in
                guard let on = ending.on, ending.fact.ends(taken.fact.asPost) else { return false }
                return on >= since && (on < date || !leavingDayCounts)
            }
            if hasEnded { return }
            held.append(
                PostHeld(
                    position: taken.position, post: taken.fact.asPost, since: since,
                    until: taken.fact.until, isImputed: taken.isImputed, precision: taken.precision,
                    irregularities: taken.fact.irregularities))
        }
        for fact in assumptions { add(fact) }
        for fact in transfers { add(fact) }
        return held.sorted { ($0.since, $0.position) < ($1.since, $1.position) }
    }

    /// The post begun last before a post beginning on `date`, whether or not it had ended; undated
    /// ones come before everything. Nil when there is none since service last began.
    func postBefore(_ date: CalendarDate?, known: Knowledge) -> Post? {
        var latest: (on: CalendarDate?, position: Position)?
        var post: Post?
        func consider(_ taken: Recorded<some PostTaken>) {
            guard known.counts(taken) else { return }
            let (on, position) = taken.moment
            if let on, let date, on > date { return }
            if let latest {
                // Undated posts are the weakest evidence of what came before.
                let isLater =
                    switch (latest.on, on) {
                    case (nil, nil): latest.position < position
                    case (nil, _?): true
                    case (_?, nil): false
                    case (let one?, let two?): (one, latest.position) < (two, position)
                    }
                if !isLater { return }
            }
            latest = (on, position)
            post = taken.fact.asPost
        }
        for fact in assumptions { consider(fact) }
        for fact in transfers { consider(fact) }
        guard let since = latest?.on else { return post }
        let cameBack = beginnings.contains { began in
            guard known.counts(began), let on = began.on, on > since else { return false }
            return date.map { on <= $0 } ?? true
        }
        return cameBack ? nil : post
    }
}
