public import Law
public import Vocabulary

/// Where a person of the decision is now (现在去向).
public enum Whereabouts: Hashable, Sendable {
    /// 仍任原职.
    case samePost(Post)
    /// 已转任.
    case transferred(Post, since: CalendarDate)
    /// 停职.
    case suspended(Post?)
    /// 离任.
    case left(Departure, on: CalendarDate)
    /// 去世.
    case deceased(on: CalendarDate)
    /// 在职, the register shows no post.
    case inService
    /// 不明.
    case unknown

    /// Stable, for machines.
    public var code: String {
        switch self {
        case .samePost: "samePost"
        case .transferred: "transferred"
        case .suspended: "suspended"
        case .left(let reason, _): reason == .retired ? "retired" : "left"
        case .deceased: "deceased"
        case .inService: "inService"
        case .unknown: "unknown"
        }
    }
}

/// Somebody who answers for a decision, wherever they went since (责任倒查).
///
/// - Invariant: The role is the one copied when it happened; nothing that came later changes it.
/// - Source: 追责制度 Art. 3; 713 Art. 38.
public struct ResponsiblePerson: Hashable, Sendable {
    public let subject: SubjectID
    /// On which of the three bases: head, other leader, directly responsible.
    public let basis: Part
    /// What the person was then.
    public let role: RoleSnapshot
    /// What the person said of it; nil if not at the meeting.
    public let opinion: Opinion?
    /// The entries that show it.
    public let evidence: [Position]
    /// The dissent that lessens or lifts the responsibility (713 Art. 38); its entry.
    public let dissent: Position?
    public let whereabouts: Whereabouts
    /// The unit of the role then, where it was merged or replaced since, and what it became.
    public let successor: UnitID?
    /// Whether the person was an official of a Party organ then: for other rules than these (追责制度
    /// Art. 2), and on the page all the same.
    public let isOfParty: Bool
}

/// From a decision to everyone who answers for it (责任倒查).
public struct BackTrace: Hashable, Sendable {
    public let decision: DecisionID
    public let date: CalendarDate
    public let knownAt: Instant?
    public let adoption: Recorded<DecisionAdopted>?
    public let trigger: LifelongTrigger?
    /// Why nobody can say whether it is pursued for life, though its elements are recorded.
    public let triggerFault: LawFault?
    /// What is lacking for it; nil where it is, and where nobody can say.
    public let triggerLack: LifelongLack?
    /// Heads, then other leaders, then those directly responsible.
    public let persons: [ResponsiblePerson]
    /// Who else sat in the meeting and answers on none of the three bases.
    public let others: [ResponsiblePerson]
    /// The units that answer beside them: organising, executing, supervising (713 Art. 34, 39, 40).
    public let units: [ResponsibleUnit]
    /// What was lost, with what it caused.
    public let loss: Loss
    /// Another law that prevails (追责制度 Art. 3 para. 2, 12).
    public let overridingRules: [String]
}

extension DecisionFile {
    /// Who answers for the decision, and where they are on that day.
    ///
    /// - Parameters:
    ///   - decision: Gives the file of another decision; nil when nothing is recorded.
    ///   - file: Gives the file of a person or unit; nil when nothing is recorded.
    public func backTrace<Failure: Error>(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law,
        decision: (DecisionID) throws(Failure) -> DecisionFile?,
        file: (SubjectID) throws(Failure) -> SubjectFile?
    ) throws(Failure) -> BackTrace {
        let past = past(by: date, knownAt: moment)
        var persons: [ResponsiblePerson] = []
        var others: [ResponsiblePerson] = []
        for one in past.participants() {
            let person = try file(one.subject)
            let role =
                one.role.basis != .none
                ? one.role
                : person?.role(on: past.decisiveDay ?? date, knownAt: moment)
                    ?? RoleSnapshot(basis: .none)
            var successor: UnitID?
            if let unit = role.unit { successor = try Self.successor(of: unit, date, moment, file) }
            let found = ResponsiblePerson(
                subject: one.subject, basis: one.part, role: role, opinion: one.opinion,
                evidence: one.evidence.sorted(), dissent: one.dissent,
                whereabouts: person?.whereabouts(since: role, on: date, knownAt: moment)
                    ?? .unknown,
                successor: successor,
                isOfParty: role.isOfParty(under: law.known(at: moment).scope(on: past.decisiveDay)))
            switch one.part {
            case .head, .leader, .lead: persons.append(found)
            case .member, .observer: others.append(found)
            }
        }
        var units: [ResponsibleUnit] = []
        for one in past.units() {
            units.append(
                ResponsibleUnit(
                    unit: one.unit, capacity: one.capacity, evidence: one.evidence.sorted(),
                    successor: try Self.successor(of: one.unit, date, moment, file)))
        }
        let lifelong = past.lifelong(under: past.judging(law.known(at: moment)))
        let order = Part.allCases
        func rank(_ person: ResponsiblePerson) -> (Int, String) {
            (order.firstIndex(of: person.basis) ?? order.count, person.subject.text)
        }
        return BackTrace(
            decision: self.decision, date: date, knownAt: moment,
            adoption: past.round.adoption ?? past.rounds().last { $0.adoption != nil }?.adoption,
            trigger: lifelong.trigger, triggerFault: lifelong.fault, triggerLack: lifelong.lack,
            persons: persons.sorted { rank($0) < rank($1) },
            others: others.sorted { rank($0) < rank($1) }, units: units,
            loss: try loss(on: date, knownAt: moment, decision: decision),
            overridingRules: past.facts(OverridingLawCited.self).map(\.fact.rule))
    }

    /// The unit that took over at the end of every merger up to that day.
    static func successor<Failure: Error>(
        of unit: UnitID, _ date: CalendarDate, _ moment: Instant?,
        _ file: (SubjectID) throws(Failure) -> SubjectFile?
    ) throws(Failure) -> UnitID? {
        var current = unit
        var seen: Set<UnitID> = [unit]
        while let next = try file(current)?.log.standing(
            OrganisationRestructured.self, by: date, knownAt: moment
        ).last(where: { $0.fact.predecessor == current })?.fact.successor {
            guard seen.insert(next).inserted else { break }
            current = next
        }
        return current == unit ? nil : current
    }
}

/// One person's part in a decision, gathered over its entries.
struct Participation {
    let subject: SubjectID
    var part: Part
    var role = RoleSnapshot(basis: .none)
    var opinion: Opinion?
    var evidence: Set<Position> = []
    var dissent: Position?
}

extension DecisionPast {
    /// The day on which it was decided, or the meeting's, or the opening's.
    var decisiveDay: CalendarDate? {
        round.adoption?.on ?? rounds().last { $0.adoption != nil }?.adoption?.on
            ?? facts(MeetingHeld.self).last?.on ?? facts(DecisionInitiated.self).last?.on
    }

    /// Everyone with a part in it, each once, on the weightiest basis.
    ///
    /// Every adopted round counts: who adopted first answers for that, whatever was adjusted later.
    func participants() -> [Participation] {
        var found: [SubjectID: Participation] = [:]
        func note(_ subject: SubjectID, _ part: Part, at position: Position) {
            let weight = { (part: Part) in Part.allCases.firstIndex(of: part) ?? 0 }
            var one = found[subject] ?? Participation(subject: subject, part: part)
            if weight(part) < weight(one.part) { one.part = part }
            one.evidence.insert(position)
            found[subject] = one
        }
        for fact in facts(DecisionInitiated.self) {
            note(fact.fact.head, .head, at: fact.position)
            if let role = fact.fact.headRole { found[fact.fact.head]?.role = role }
            guard let officer = fact.fact.leadOfficer else { continue }
            note(officer, .lead, at: fact.position)
            if let role = fact.fact.leadOfficerRole, found[officer]?.role.basis == RoleBasis.none {
                found[officer]?.role = role
            }
        }
        let rounds = rounds()
        let adopted = rounds.filter { $0.adoption != nil }
        for round in adopted.isEmpty ? rounds : adopted {
            var last: [SubjectID: (meeting: Position, opinion: Opinion)] = [:]
            for meeting in facts(MeetingHeld.self, in: round) {
                for attendee in meeting.fact.attendees {
                    note(attendee.subject, attendee.part, at: meeting.position)
                    last[attendee.subject] = (meeting.position, attendee.opinion)
                    // What the person was when it began; no later meeting changes it (D2 13).
                    if found[attendee.subject]?.role.basis == RoleBasis.none {
                        found[attendee.subject]?.role = attendee.role
                    }
                }
            }
            // The last word before an adoption; dissent from one adoption is not undone by assent to
            // the next.
            for (subject, (meeting, opinion)) in last {
                found[subject]?.opinion = opinion
                if opinion == .disagree || opinion == .reserved {
                    found[subject]?.dissent = meeting
                }
            }
        }
        let executes = facts(HarmConfirmed.self).contains { $0.fact.attribution == .execution }
        if executes {
            for fact in facts(ExecutionAssigned.self) {
                if let officer = fact.fact.officer { note(officer, .lead, at: fact.position) }
            }
        }
        return found.values.sorted { $0.subject < $1.subject }
    }
}

extension SubjectFile {
    /// What the person was on that day, as the register showed it at the moment.
    func role(on day: CalendarDate, knownAt moment: Instant? = nil) -> RoleSnapshot {
        guard let held = post(on: day, knownAt: moment)?.post else {
            return RoleSnapshot(basis: .none)
        }
        return RoleSnapshot(
            unit: held.unit, unitTitle: held.unitTitle, post: held.post, rank: held.rank,
            basis: .postHeldOnIncident)
    }

    /// Where a person who had that role is on a later day.
    public func whereabouts(
        since role: RoleSnapshot, on date: CalendarDate, knownAt moment: Instant? = nil
    ) -> Whereabouts {
        let status = service(on: date, knownAt: moment)
        let held = status.posts.last
        switch status.employment {
        case .deceased(let on): return .deceased(on: on)
        case .left(let reason, let on): return .left(reason, on: on)
        case .suspended: return .suspended(held?.post)
        case .inService: return .inService
        case .unknown: return .unknown
        case .inPost:
            guard let held else { return .inService }
            let same = status.posts.first {
                $0.post.unit == role.unit && $0.post.post == role.post
            }
            if let same { return .samePost(same.post) }
            return .transferred(held.post, since: held.since)
        }
    }
}
