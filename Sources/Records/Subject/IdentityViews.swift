public import Law
public import Vocabulary

/// What somebody was called, or by which number they went, and is not on the day asked about.
public struct OtherName: Hashable, Sendable {
    /// Why it is not the one of the day.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// 曾用名: until the day before another.
        case former
        /// 更正前: what was recorded before a correction.
        case corrected
        /// 后用名: only since a later day.
        case later
    }

    /// The entry that says it: its sealed values lie under that position.
    public let position: Position
    public let reason: Reason
    /// Its last day, or, of a later one, its first; nil where that is not known, or it never was.
    public let day: CalendarDate?
    public let name: Sealed?
    public let title: String?
}

extension SubjectFile {
    /// Changes of a name, a title or a number (更名).
    public var renamings: [Recorded<SubjectRenamed>] {
        log.facts(SubjectRenamed.self).filter { $0.fact.subject == id }
    }

    /// The registration as it reads on that day: with the names and numbers of the day.
    ///
    /// - Parameter date: Nil: with the latest.
    public func registration(
        on date: CalendarDate?, knownAt moment: Instant? = nil
    ) -> SubjectRegistered? {
        guard var whole = registration(knownAt: moment) else { return nil }
        for change in changes(by: date, knownAt: moment) {
            whole.name = change.fact.name ?? whole.name
            whole.idNumber = change.fact.idNumber ?? whole.idNumber
            whole.title = change.fact.title ?? whole.title
            whole.code = change.fact.code ?? whole.code
        }
        return whole
    }

    /// The entry that gives the value of the day: the last change of it, else the registration.
    public func entry(
        giving says: (SubjectRenamed) -> Bool, on date: CalendarDate?,
        knownAt moment: Instant? = nil
    ) -> Position? {
        changes(by: date, knownAt: moment).last { says($0.fact) }?.position
            ?? standingRegistration(knownAt: moment)?.position
    }

    /// The entries that say what it is called on a day: its registration and each change since.
    public func identifying(
        on date: CalendarDate?, knownAt moment: Instant? = nil
    ) -> [Position] {
        [standingRegistration(knownAt: moment)?.position].compactMap(\.self)
            + changes(by: date, knownAt: moment).map(\.position)
    }

    /// In the order in which they took effect.
    private func changes(
        by date: CalendarDate?, knownAt moment: Instant?
    ) -> [Recorded<SubjectRenamed>] {
        log.standing(SubjectRenamed.self, by: date, knownAt: moment).filter {
            $0.fact.subject == id
        }
    }

    /// What it was called, or will be, and is not on that day; corrected ones first.
    public func otherNames(
        on date: CalendarDate, knownAt moment: Instant? = nil
    ) -> [OtherName] {
        let known = knowledge(at: moment)
        let all = changes(by: nil, knownAt: moment).filter {
            $0.fact.name != nil || $0.fact.title != nil
        }
        let current = all.last { known.counts($0, by: date) }
        var names: [OtherName] = []
        for fact in registrations where known.moment.map({ fact.at <= $0 }) ?? true {
            let isStanding = known.counts(fact)
            // The one that stands is former once something took its place.
            if isStanding && current == nil { continue }
            let next = all.first?.on
            names.append(
                OtherName(
                    position: fact.position, reason: isStanding ? .former : .corrected,
                    day: isStanding ? next?.adding(days: -1) : nil, name: fact.fact.name,
                    title: fact.fact.title))
        }
        for (index, fact) in all.enumerated() where fact.position != current?.position {
            let isLater = !known.counts(fact, by: date)
            let next = index + 1 < all.count ? all[index + 1].on : nil
            names.append(
                OtherName(
                    position: fact.position, reason: isLater ? .later : .former,
                    day: isLater ? fact.on : next?.adding(days: -1), name: fact.fact.name,
                    title: fact.fact.title))
        }
        for fact in renamings
        where !known.counts(fact) && (known.moment.map { fact.at <= $0 } ?? true) {
            names.append(
                OtherName(
                    position: fact.position, reason: .corrected, day: nil, name: fact.fact.name,
                    title: fact.fact.title))
        }
        return names
    }
}
