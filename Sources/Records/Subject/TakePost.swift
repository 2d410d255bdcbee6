public import Law
public import Vocabulary

/// Asks to record a post (任职、转任). Whether it was assumed or transferred to follows from the past.
public struct TakePost: Act {
    public let subject: SubjectID
    public let unit: UnitID
    /// Title of the unit on that day, copied, not joined.
    public var unitTitle: String?
    public var post: String?
    public var rank: String?
    /// Last day in the post, that day included, where the source gives one.
    public var until: CalendarDate?
    /// Whether the person only acts in the post (主持工作).
    public var isActing: Bool?
    /// The organ that manages the official (干部管理权限).
    public var managingAuthority: UnitID?
    /// What sort of public servant the post makes (人员类别).
    public var personnel: PersonnelKind?
}

extension TakePost {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject, .tag)
        unit = try fields.given("unit", \.unit)
        unitTitle = try fields.given("unitTitle", \.unitTitle)
        post = try fields.given("post", \.post)
        rank = try fields.given("rank", \.rank)
        until = try fields.given("until", \.until)
        isActing = try fields.given("isActing", \.isActing)
        managingAuthority = try fields.given("managingAuthority", \.managingAuthority)
        personnel = try fields.given("personnel", \.personnel)
    }

    public var acting: Acting { .none }
    public var concerns: [Tag] { Tag.list(subject.tag, unit.tag) }

    /// The first post is assumed, every later one transferred to; whether it begins after leaving,
    /// overlaps another, or lies in a unit that is not registered or was not there, is marked, not
    /// refused.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let person = try past.person(subject)
        let known = person.knowledge()
        let registeredUnit = past.subject(unit)?.registration
        if isThere(with: person, on: circumstances.on) { return [] }

        if let on = circumstances.on, let until, until < on, !circumstances.isDelivered {
            throw .decision(
                .endBeforeStart(field: "until", start: on, end: until, source: Basis.lifelong))
        }
        var marks: [Irregularity] = []
        if circumstances.on == nil { marks.append(.beginUnknown) }
        if let on = circumstances.on, let left = person.departure(on: on, known: known) {
            marks.append(left.died == nil ? .postAfterLeaving : .afterDeath)
        }
        if registeredUnit == nil { marks.append(.unitNotRegistered) }
        if let on = circumstances.on {
            marks += past.subject(unit)?.marks(ofPostSince: on) ?? []
            if person.overlaps(from: on, until: until, known: known) { marks.append(.postsOverlap) }
        }

        let title =
            unitTitle ?? past.subject(unit)?.registration(on: circumstances.on)?.title
        guard let previous = person.postBefore(circumstances.on, known: known) else {
            let fact = PositionAssumed(
                subject: subject, unit: unit, unitTitle: title, post: post, rank: rank,
                until: until, irregularities: marks, isActing: isActing,
                managingAuthority: managingAuthority, personnel: personnel)
            return [circumstances.draft(fact, under: Basis.lifelong)]
        }
        let fact = PositionTransferred(
            subject: subject, unit: unit, unitTitle: title, post: post, rank: rank, until: until,
            previous: previous, irregularities: marks, isActing: isActing,
            managingAuthority: managingAuthority, personnel: personnel)
        return [circumstances.draft(fact, under: Basis.lifelong)]
    }

    /// Asked twice, recorded once, by whatever title the unit was called.
    private func isThere(with person: SubjectFile, on day: CalendarDate?) -> Bool {
        func isThis(_ there: Recorded<some PostTaken>) -> Bool {
            let held = there.fact
            return there.on == day && held.unit == unit && held.post == post && held.rank == rank
                && held.until == until && held.isActing == isActing
                && held.managingAuthority == managingAuthority && held.personnel == personnel
        }
        return person.standing(\.assumptions).contains { isThis($0) }
            || person.standing(\.transfers).contains { isThis($0) }
    }
}

extension SubjectFile {
    /// What is to be said of a post that begins on that day in this unit: before the day as of which it
    /// is registered, or once it had ended in another.
    fileprivate func marks(ofPostSince day: CalendarDate) -> [Irregularity] {
        var marks: [Irregularity] = []
        // Dated back, a registration says since when there is a unit; of its own day, only when it was
        // entered.
        if let registered = standingRegistration(), let since = registered.on, day < since,
            since < registered.at.dateInChina
        {
            marks.append(.beforeUnit)
        }
        let hasEnded = log.standing(OrganisationRestructured.self, by: day).contains {
            $0.fact.predecessor == id && $0.on != nil
        }
        if hasEnded { marks.append(.afterUnitEnded) }
        return marks
    }

    /// Whether a post from that day on shares days with another: of two, the later ends the earlier,
    /// unless a last day is given.
    fileprivate func overlaps(
        from day: CalendarDate, until: CalendarDate?, known: Knowledge
    ) -> Bool {
        func shares(_ other: Recorded<some PostTaken>) -> Bool {
            guard let since = other.on, known.counts(other) else { return false }
            if since <= day { return other.fact.until.map { day <= $0 } ?? false }
            return until.map { since <= $0 } ?? false
        }
        return assumptions.contains { shares($0) } || transfers.contains { shares($0) }
    }
}
