public import Law
public import Vocabulary

/// Whether a record still stands (记录状态).
public enum TrailStanding: Hashable, Sendable {
    /// 有效.
    case stands
    /// 已更正, by the entry at that position.
    case corrected(by: Position)
    /// 已撤回, by the entry at that position.
    case withdrawn(by: Position)
}

/// One line of a trail.
public struct TrailItem: Hashable, Sendable {
    public let recorded: RecordedEvent
    public let kind: TrailClass
    /// The case it belongs to.
    public let caseID: CaseID?
    /// What the person was when it happened, as copied when the person was named in that case.
    public let role: RoleSnapshot?
    public let standing: TrailStanding

    /// When it happened; nil for the undated.
    public var on: CalendarDate? { recorded.on }
    /// Whether `on` was imputed.
    public var isImputed: Bool {
        recorded.onBasis != nil && recorded.onBasis != precision.basis
    }
    /// How exactly the source gives `on`.
    public var precision: DayPrecision { DayPrecision(basis: recorded.onBasis) }
}

/// A whole life in the ledger (终身链): complete, internal, permanent.
///
/// Nothing is ever left out because it was corrected, annulled, expired, or because the person left.
public struct Trail: Hashable, Sendable {
    public let asOf: CalendarDate?
    public let knownAt: Instant?
    /// In the order in which it happened; things of one day in the order recorded.
    public let dated: [TrailItem]
    /// What nobody can date, in the order recorded.
    public let undated: [TrailItem]

    /// All items, the undated last.
    public var items: [TrailItem] { dated + undated }

    /// What happened last in it; where nothing is dated, what was recorded last.
    public var last: TrailItem? { dated.last ?? undated.last }
}

/// Builds trails out of the entries that carry a tag.
public enum LifelongTrail {
    /// The trail of `events`, in any order.
    ///
    /// - Parameters:
    ///   - subject: whose trail it is: the role held then is shown on decisions, too.
    ///   - asOf: leaves out what happened after that day, and what nobody can date and may have. Nil:
    ///     everything.
    ///   - knownAt: leaves out what was recorded after that moment, corrections too, so that the
    ///     answer is what the register said then. Nil: everything.
    public static func build(
        events: [RecordedEvent], of subject: SubjectID? = nil, asOf: CalendarDate? = nil,
        knownAt: Instant? = nil
    ) -> Trail {
        // Entries are large and mostly come sorted: order their indices, not them.
        var known = events.indices.filter { index in
            knownAt.map { events[index].at <= $0 } ?? true
        }
        known.sort { events[$0].position < events[$1].position }
        var standings: [Position: TrailStanding] = [:]
        var roles: [RoleKey: RoleSnapshot] = [:]
        for index in known {
            if let superseded = events[index].supersedes, standings[superseded] == nil {
                let by = events[index].position
                standings[superseded] =
                    events[index].event.isWithdrawal ? .withdrawn(by: by) : .corrected(by: by)
            }
        }
        // A naming that no longer stands speaks only where no other does.
        var fallenRoles: [RoleKey: RoleSnapshot] = [:]
        for index in known {
            guard let fact = events[index].event[PersonNamed.self] else { continue }
            let key = RoleKey(person: fact.subject, file: fact.case)
            if standings[events[index].position] == nil {
                roles[key] = fact.role
            } else {
                fallenRoles[key] = fact.role
            }
        }

        let inDecisions = subject.map { decisionRoles(of: $0, known.map { events[$0] }, standings) }

        func item(_ index: Int) -> TrailItem {
            let recorded = events[index]
            let place = recorded.event.kind?.trail
            let role: RoleSnapshot? =
                switch place?.role {
                case .own: recorded.event[PersonNamed.self]?.role
                case .named: recorded.roleKey.flatMap { roles[$0] ?? fallenRoles[$0] }
                case .ofDecision:
                    recorded.tags.first(DecisionID.self).flatMap { decision in
                        inDecisions?[decision]?.last { role in
                            recorded.on.map { role.on <= $0 } ?? false
                        }?.role
                    }
                case .some(.none), nil: nil
                }
            return TrailItem(
                recorded: recorded, kind: recorded.event.trailClass,
                caseID: place?.shows == CaseID.tagKind ? recorded.tags.first(CaseID.self) : nil,
                role: role, standing: standings[recorded.position] ?? .stands)
        }
        let undated = known.filter { index in
            events[index].on == nil
                && asOf.map { events[index].latest(knownAt: knownAt) <= $0 } ?? true
        }.map(item)
        let happened: [(on: CalendarDate, index: Int)] = known.compactMap { index in
            guard let on = events[index].on, asOf.map({ on <= $0 }) ?? true else { return nil }
            return (on, index)
        }
        let dated = happened.sorted { one, two in
            one.on == two.on
                ? events[one.index].position < events[two.index].position : one.on < two.on
        }.map { item($0.index) }
        return Trail(asOf: asOf, knownAt: knownAt, dated: dated, undated: undated)
    }
}

extension LifelongTrail {
    /// What the subject was in each meeting of each decision, in the order in which they were held.
    private static func decisionRoles(
        of subject: SubjectID, _ events: [RecordedEvent],
        _ standings: [Position: TrailStanding]
    ) -> [DecisionID: [(on: CalendarDate, role: RoleSnapshot)]] {
        var roles: [DecisionID: [(on: CalendarDate, role: RoleSnapshot)]] = [:]
        for recorded in events where standings[recorded.position] == nil {
            guard let fact = recorded.event[MeetingHeld.self], let on = recorded.on else {
                continue
            }
            let own = fact.attendees.first { $0.subject == subject }
            if let own, own.role.basis != .none {
                roles[fact.decision, default: []].append((on, own.role))
            }
        }
        return roles.mapValues { $0.sorted { $0.on < $1.on } }
    }
}

/// A person in a case.
struct RoleKey: Hashable {
    let person: SubjectID
    let file: CaseID
}

extension RecordedEvent {
    /// The person in the case that it is about.
    fileprivate var roleKey: RoleKey? {
        guard let file = tags.first(CaseID.self), let person = tags.first(SubjectID.self) else {
            return nil
        }
        return RoleKey(person: person, file: file)
    }
}
