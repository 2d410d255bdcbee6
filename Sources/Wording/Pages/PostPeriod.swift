public import Law
public import Records
public import Vocabulary

/// A post as a period, for people: from when, until when, and which entry says so.
public struct PostPeriod: Equatable, Sendable {
    public let position: Position
    public let post: Post
    public let since: CalendarDate?
    public let isImputed: Bool
    /// How exactly the source gives `since`.
    public let precision: DayPrecision
    /// The last day; nil while it lasts or where no end is recorded.
    public let until: CalendarDate?
    /// Whether the post was held when the record ends.
    public let isOpen: Bool

    /// The standing posts of one trail, in the order in which they began; undated last.
    ///
    /// A post ends with the last day the source gives, else on the day before the next post begins,
    /// else on the day the post was ended or the person left, whichever comes first.
    ///
    /// - Parameter ended: The day on which service ended, as status knows it: a dismissal ends it, too,
    ///   and no entry of the trail says so by itself.
    public static func all(
        in trail: Trail, of subject: SubjectID, ended: CalendarDate?
    ) -> [PostPeriod] {
        var begun: [(item: TrailItem, post: Post, until: CalendarDate?)] = []
        var departures = ended.map { [$0] } ?? []
        var endings: [(on: CalendarDate, fact: PositionEnded)] = []
        for item in trail.items where item.standing == .stands {
            let event = item.recorded.event
            if let fact = event[PositionAssumed.self], fact.subject == subject {
                begun.append((item, fact.asPost, fact.until))
            } else if let fact = event[PositionTransferred.self], fact.subject == subject {
                begun.append((item, fact.asPost, fact.until))
            } else if let fact = event[EmploymentEnded.self], fact.subject == subject {
                if let on = item.on { departures.append(on) }
            } else if let fact = event[PositionEnded.self], fact.subject == subject {
                if let on = item.on { endings.append((on, fact)) }
            }
        }
        departures.sort()
        let beginnings = begun.compactMap(\.item.on).sorted()
        return begun.map { item, post, until in
            var ends = until.map { [$0] } ?? []
            if let since = item.on {
                if until == nil, let next = beginnings.first(where: { $0 > since }),
                    let before = next.adding(days: -1)
                {
                    ends.append(before)
                }
                if let left = departures.first(where: { $0 >= since }) { ends.append(left) }
                ends += endings.filter { $0.on >= since && $0.fact.ends(post) }.map(\.on)
            }
            return PostPeriod(
                position: item.recorded.position, post: post, since: item.on,
                isImputed: item.isImputed, precision: item.precision, until: ends.min(),
                isOpen: ends.isEmpty && item.on != nil
                    && departures.allSatisfy { left in
                        item.on.map { left < $0 } ?? false
                    })
        }
    }
}
