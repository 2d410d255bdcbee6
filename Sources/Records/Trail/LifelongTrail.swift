/// What an entry in a trail amounts to. Suspicion and finding are never one colour.
public enum TrailClass: String, Sendable, CaseIterable, Hashable {
    /// 登记: who the subject is.
    case registration
    /// 任职: posts and service.
    case post
    /// 程序: steps that say nothing about anybody's responsibility.
    case procedure
    /// 疑似: complaints, namings and recommendations. Never a finding.
    case suspected
    /// 认定属实: found responsible.
    case found
    /// 认定不属实、未能认定或免责: looked into, and not found responsible.
    case cleared
    /// 处分、处理: imposed, not executed or annulled.
    case sanction
    /// 更正、撤回.
    case correction
    /// 决策: a major decision the person had a part in. Says nothing about responsibility.
    case decision
    /// 救济: appeals, and what follows from an annulment.
    case remedy
}

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
    public var isImputed: Bool { recorded.onBasis != nil }
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
}

/// Builds trails out of the entries that carry a tag.
public enum LifelongTrail {
    /// The trail of `events`, in any order.
    ///
    /// - Parameters:
    ///   - subject: whose trail it is: the role held then is shown on decisions, too.
    ///   - asOf: leaves out what happened after that day; the undated stay. Nil: everything.
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
                    if case .recordWithdrawn = events[index].event {
                        .withdrawn(by: by)
                    } else {
                        .corrected(by: by)
                    }
            }
        }
        // A naming that no longer stands speaks only where no other does.
        var fallenRoles: [RoleKey: RoleSnapshot] = [:]
        for index in known {
            guard case .personNamed(let fact) = events[index].event else { continue }
            let key = RoleKey(person: fact.subject, file: fact.case)
            if standings[events[index].position] == nil {
                roles[key] = fact.role
            } else {
                fallenRoles[key] = fact.role
            }
        }

        let inDecisions = subject.map { decisionRoles(of: $0, known.map { events[$0] }, standings) }

        func item(_ index: Int) -> TrailItem {
            let meaning = events[index].event.meaning
            let inDecision = events[index].event.decision.flatMap { decision in
                inDecisions?[decision]?.last { role in
                    events[index].on.map { role.on <= $0 } ?? false
                }?.role
            }
            return TrailItem(
                recorded: events[index], kind: meaning.kind, caseID: meaning.file,
                role: meaning.named ?? meaning.key.flatMap { roles[$0] ?? fallenRoles[$0] }
                    ?? inDecision,
                standing: standings[events[index].position] ?? .stands)
        }
        let undated = known.filter { events[$0].on == nil }.map(item)
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
            guard case .decision(.meetingHeld(let fact)) = recorded.event, let on = recorded.on
            else { continue }
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

extension Event {
    /// The decision it is an event of.
    var decision: DecisionID? {
        guard case .decision(let event) = self else { return nil }
        return event.payload.tags.first { $0.kind == .decision }
            .map { DecisionID(wellFormed: $0.identifier) }
    }

    /// What the event amounts to in a trail.
    public var trailClass: TrailClass { meaning.kind }

    /// What the event amounts to in a trail, its case, the person in it, and the role it copies.
    fileprivate var meaning: (kind: TrailClass, file: CaseID?, key: RoleKey?, named: RoleSnapshot?)
    {
        func inCase(_ kind: TrailClass, _ person: SubjectID, _ file: CaseID)
            -> (kind: TrailClass, file: CaseID?, key: RoleKey?, named: RoleSnapshot?)
        {
            (kind, file, RoleKey(person: person, file: file), nil)
        }
        func inTags(_ kind: TrailClass)
            -> (kind: TrailClass, file: CaseID?, key: RoleKey?, named: RoleSnapshot?)
        {
            let tags = payload.tags
            guard let file = tags.first(where: { $0.kind == .case }),
                let person = tags.first(where: { $0.kind == .subject })
            else { return (kind, nil, nil, nil) }
            return inCase(
                kind, SubjectID(wellFormed: person.identifier),
                CaseID(wellFormed: file.identifier))
        }
        switch self {
        case .subjectRegistered: return (.registration, nil, nil, nil)
        case .positionAssumed, .positionTransferred, .positionSuspended, .positionReinstated,
            .employmentBegan, .employmentEnded:
            return (.post, nil, nil, nil)
        case .complaintReceived(let fact): return (.suspected, fact.case, nil, nil)
        case .caseOpened(let fact): return (.procedure, fact.case, nil, nil)
        case .personNamed(let fact): return (.suspected, fact.case, nil, fact.role)
        case .investigatorAssigned(let fact): return (.procedure, fact.case, nil, nil)
        case .findingRecommended(let fact): return inCase(.suspected, fact.subject, fact.case)
        case .findingMade(let fact):
            return inCase(fact.finding.kind, fact.subject, fact.case)
        case .caseClosed(let fact): return (.procedure, fact.case, nil, nil)
        case .sanctionRecommended(let fact): return inCase(.suspected, fact.subject, fact.case)
        case .sanctionImposed(let fact): return inCase(.sanction, fact.subject, fact.case)
        case .sanctionNotExecuted(let fact): return inCase(.sanction, fact.subject, fact.case)
        case .sanctionAnnulled(let fact): return inCase(.sanction, fact.subject, fact.case)
        case .recordWithdrawn(let fact): return (.correction, fact.case, nil, nil)
        case .decision(let event): return (event.trailClass, nil, nil, nil)
        case .proceeding(let event):
            let file = payload.tags.first { $0.kind == .case }
            return (event.trailClass, file.map { CaseID(wellFormed: $0.identifier) }, nil, nil)
        case .measure(let event): return inTags(event.trailClass)
        case .appeal(let event): return (event.trailClass, nil, nil, nil)
        case .organisation, .law: return (.procedure, nil, nil, nil)
        }
    }
}

extension TrailClass {
    /// What an entry of that type amounts to, told without reading its fact.
    ///
    /// - Parameter finding: The code of its finding; asked for only where the class depends on it.
    /// - Returns: Nil for a type that nobody knows, or a finding that is no code.
    public static func of(type: String, finding: () -> String?) -> TrailClass? {
        switch type {
        case SubjectRegistered.type.name: .registration
        case PositionAssumed.extended.name, PositionTransferred.extended.name: .post
        case CaseOpened.extended.name: .procedure
        case PersonNamed.extended.name: .suspected
        case FindingMade.extended.name: finding().flatMap(Finding.init(rawValue:))?.kind
        case SanctionImposed.extended.name: .sanction
        case RecordWithdrawn.extended.name: .correction
        case PositionAssumed.type.name, PositionTransferred.type.name,
            PositionSuspended.type.name, PositionReinstated.type.name, EmploymentBegan.type.name,
            EmploymentEnded.type.name:
            .post
        case CaseOpened.type.name, InvestigatorAssigned.type.name, CaseClosed.type.name: .procedure
        case ComplaintReceived.type.name, PersonNamed.type.name, FindingRecommended.type.name,
            SanctionRecommended.type.name:
            .suspected
        case FindingMade.type.name: finding().flatMap(Finding.init(rawValue:))?.kind
        case SanctionImposed.type.name, SanctionNotExecuted.type.name, SanctionAnnulled.type.name:
            .sanction
        case RecordWithdrawn.type.name: .correction
        default:
            DecisionEvent.trailClass(of: type) ?? ProceedingEvent.trailClass(of: type)
                ?? MeasureEvent.trailClass(of: type) ?? AppealEvent.trailClass(of: type)
                ?? OrganisationEvent.trailClass(of: type) ?? LawEvent.trailClass(of: type)
        }
    }
}

extension Finding {
    /// A finding that says nothing stays a suspicion in colour: it clears nobody and finds nobody.
    fileprivate var kind: TrailClass {
        switch self {
        case .sustained: .found
        case .notSustained, .unfounded, .exonerated, .noAffidavit: .cleared
        case .unexplained, .unknown: .suspected
        }
    }
}

extension Trail {
    /// Writes the trail as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("asOf", ifPresent: asOf)
        writer.array("dated", count: dated.count) { index, inner in
            dated[index].write(to: &inner)
        }
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.array("undated", count: undated.count) { index, inner in
            undated[index].write(to: &inner)
        }
    }
}

extension TrailItem {
    /// Writes one line of the trail.
    public func write(to writer: inout some FieldWriter) {
        writer.put("at", recorded.at.description)
        writer.put("basis", recorded.basis)
        writer.put("case", ifPresent: caseID)
        switch standing {
        case .stands: break
        case .corrected(let by): writer.put("correctedBy", by)
        case .withdrawn: break
        }
        writer.object("data") { recorded.event.write(to: &$0) }
        writer.put("kind", code: kind)
        writer.put("on", ifPresent: recorded.on)
        writer.put("onBasis", ifPresent: recorded.onBasis)
        writer.put("position", recorded.position)
        if let role { writer.object("role") { role.write(to: &$0) } }
        writer.put("supersedes", ifPresent: recorded.supersedes)
        writer.put("type", recorded.event.type.name)
        if case .withdrawn(let by) = standing { writer.put("withdrawnBy", by) }
    }
}
