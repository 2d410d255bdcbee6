/// All that is recorded about one subject: a person, an organisation or a unit.
///
/// A fold that cannot refuse. It forgets nothing: what was corrected or withdrawn stays among the
/// facts and is named in `supersessions`; what counts on a day is asked of ``status(on:knownAt:)``.
///
/// - Invariant: whatever the order in which entries arrive, the content is the same.
/// - Cost: `apply` is O(1) amortised in the order of positions.
public struct SubjectFile: Hashable, Sendable {
    public let subject: SubjectID
    /// Registrations (主体登记).
    public private(set) var registrations = Facts<SubjectRegistered>()
    /// Beginnings of service (入职).
    public private(set) var beginnings = Facts<EmploymentBegan>()
    /// Posts taken up (任职).
    public private(set) var assumptions = Facts<PositionAssumed>()
    /// Posts transferred to (调任).
    public private(set) var transfers = Facts<PositionTransferred>()
    /// Suspensions from duty (停职).
    public private(set) var suspensions = Facts<PositionSuspended>()
    /// Returns to duty (复职).
    public private(set) var reinstatements = Facts<PositionReinstated>()
    /// Ends of service (离任).
    public private(set) var endings = Facts<EmploymentEnded>()
    /// Cases the person was named in, with the role then: suspicions.
    public private(set) var namings = Facts<PersonNamed>()
    /// Cases the person investigated.
    public private(set) var investigations = Facts<InvestigatorAssigned>()
    /// Findings recommended: not findings.
    public private(set) var recommendedFindings = Facts<FindingRecommended>()
    /// Findings made (责任认定).
    public private(set) var findings = Facts<FindingMade>()
    /// Sanctions recommended: not sanctions.
    public private(set) var recommendedSanctions = Facts<SanctionRecommended>()
    /// Sanctions imposed (处分、处理).
    public private(set) var sanctions = Facts<SanctionImposed>()
    /// Sanctions that were not executed.
    public private(set) var unexecuted = Facts<SanctionNotExecuted>()
    /// Sanctions annulled (撤销).
    public private(set) var annulments = Facts<SanctionAnnulled>()
    /// What the other duties recorded about it.
    public private(set) var acts = EventLog()
    /// What no longer stands, and since when.
    public private(set) var supersessions = Supersessions()

    /// Nothing is known yet.
    public init(subject: SubjectID) { self.subject = subject }

    /// I5: cannot fail; an event about something else changes nothing.
    public mutating func apply(_ recorded: RecordedEvent) {
        switch recorded.event {
        case .subjectRegistered(let fact):
            guard fact.subject == subject else { return }
            registrations.insert(Fact(recorded, fact))
        case .employmentBegan(let fact):
            guard fact.subject == subject else { return }
            beginnings.insert(Fact(recorded, fact))
        case .positionAssumed(let fact):
            guard fact.subject == subject else { return }
            assumptions.insert(Fact(recorded, fact))
        case .positionTransferred(let fact):
            guard fact.subject == subject else { return }
            transfers.insert(Fact(recorded, fact))
        case .positionSuspended(let fact):
            guard fact.subject == subject else { return }
            suspensions.insert(Fact(recorded, fact))
        case .positionReinstated(let fact):
            guard fact.subject == subject else { return }
            reinstatements.insert(Fact(recorded, fact))
        case .employmentEnded(let fact):
            guard fact.subject == subject else { return }
            endings.insert(Fact(recorded, fact))
        case .personNamed(let fact):
            guard fact.subject == subject else { return }
            namings.insert(Fact(recorded, fact))
        case .investigatorAssigned(let fact):
            guard fact.investigator == subject else { return }
            investigations.insert(Fact(recorded, fact))
        case .findingRecommended(let fact):
            guard fact.subject == subject else { return }
            recommendedFindings.insert(Fact(recorded, fact))
        case .findingMade(let fact):
            guard fact.subject == subject else { return }
            findings.insert(Fact(recorded, fact))
        case .sanctionRecommended(let fact):
            guard fact.subject == subject else { return }
            recommendedSanctions.insert(Fact(recorded, fact))
        case .sanctionImposed(let fact):
            guard fact.subject == subject else { return }
            sanctions.insert(Fact(recorded, fact))
        case .sanctionNotExecuted(let fact):
            guard fact.subject == subject else { return }
            unexecuted.insert(Fact(recorded, fact))
        case .sanctionAnnulled(let fact):
            guard fact.subject == subject else { return }
            annulments.insert(Fact(recorded, fact))
        case .recordWithdrawn:
            guard recorded.event.tags.contains(subject.tag) else { return }
            acts.note(recorded)
        case .complaintReceived, .caseOpened, .caseClosed:
            return
        case .decision, .proceeding, .measure, .appeal, .organisation, .law:
            guard recorded.event.tags.contains(subject.tag) else { return }
            acts.insert(recorded)
        }
        supersessions.apply(recorded)
    }

    /// The file as if these entries had never been recorded, nor what they superseded.
    public func removing(_ positions: some Sequence<Position>) -> Self {
        let gone = Set(positions)
        var file = self
        file.registrations.remove(gone)
        file.beginnings.remove(gone)
        file.assumptions.remove(gone)
        file.transfers.remove(gone)
        file.suspensions.remove(gone)
        file.reinstatements.remove(gone)
        file.endings.remove(gone)
        file.namings.remove(gone)
        file.investigations.remove(gone)
        file.recommendedFindings.remove(gone)
        file.findings.remove(gone)
        file.recommendedSanctions.remove(gone)
        file.sanctions.remove(gone)
        file.unexecuted.remove(gone)
        file.annulments.remove(gone)
        file.acts.remove(gone)
        file.supersessions.remove(gone)
        return file
    }

    /// The event recorded at that position and its day, if it is in this file.
    public func entry(at position: Position) -> (event: Event, on: CalendarDate?)? {
        if let fact = registrations[position] { return (.subjectRegistered(fact.payload), fact.on) }
        if let fact = beginnings[position] { return (.employmentBegan(fact.payload), fact.on) }
        if let fact = assumptions[position] { return (.positionAssumed(fact.payload), fact.on) }
        if let fact = transfers[position] { return (.positionTransferred(fact.payload), fact.on) }
        if let fact = suspensions[position] { return (.positionSuspended(fact.payload), fact.on) }
        if let fact = reinstatements[position] {
            return (.positionReinstated(fact.payload), fact.on)
        }
        if let fact = endings[position] { return (.employmentEnded(fact.payload), fact.on) }
        if let fact = namings[position] { return (.personNamed(fact.payload), fact.on) }
        if let fact = investigations[position] {
            return (.investigatorAssigned(fact.payload), fact.on)
        }
        if let fact = recommendedFindings[position] {
            return (.findingRecommended(fact.payload), fact.on)
        }
        if let fact = findings[position] { return (.findingMade(fact.payload), fact.on) }
        if let fact = recommendedSanctions[position] {
            return (.sanctionRecommended(fact.payload), fact.on)
        }
        if let fact = sanctions[position] { return (.sanctionImposed(fact.payload), fact.on) }
        if let fact = unexecuted[position] { return (.sanctionNotExecuted(fact.payload), fact.on) }
        if let fact = annulments[position] { return (.sanctionAnnulled(fact.payload), fact.on) }
        return acts.entry(at: position)
    }
}
