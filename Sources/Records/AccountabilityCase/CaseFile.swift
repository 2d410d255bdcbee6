/// All that is recorded about one case, with or without a known person.
///
/// A fold that cannot refuse and forgets nothing; see ``SubjectFile``.
///
/// - Invariant: whatever the order in which entries arrive, the content is the same.
/// - Cost: `apply` is O(1) amortised in the order of positions.
public struct CaseFile: Hashable, Sendable {
    public let `case`: CaseID
    /// Complaints filed under the case (投诉举报).
    public private(set) var complaints = Facts<ComplaintReceived>()
    /// Openings (立案).
    public private(set) var openings = Facts<CaseOpened>()
    /// Persons named: suspicions.
    public private(set) var namings = Facts<PersonNamed>()
    /// Who investigates (调查人).
    public private(set) var investigators = Facts<InvestigatorAssigned>()
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
    /// Closings (结案).
    public private(set) var closings = Facts<CaseClosed>()
    /// What the other duties recorded about it.
    public private(set) var acts = EventLog()
    /// What no longer stands, and since when.
    public private(set) var supersessions = Supersessions()

    /// Nothing is known yet.
    public init(case: CaseID) { self.case = `case` }

    /// I5: cannot fail; an event about something else changes nothing.
    public mutating func apply(_ recorded: RecordedEvent) {
        switch recorded.event {
        case .complaintReceived(let fact):
            guard fact.case == self.case else { return }
            complaints.insert(Fact(recorded, fact))
        case .caseOpened(let fact):
            guard fact.case == self.case else { return }
            openings.insert(Fact(recorded, fact))
        case .personNamed(let fact):
            guard fact.case == self.case else { return }
            namings.insert(Fact(recorded, fact))
        case .investigatorAssigned(let fact):
            guard fact.case == self.case else { return }
            investigators.insert(Fact(recorded, fact))
        case .findingRecommended(let fact):
            guard fact.case == self.case else { return }
            recommendedFindings.insert(Fact(recorded, fact))
        case .findingMade(let fact):
            guard fact.case == self.case else { return }
            findings.insert(Fact(recorded, fact))
        case .caseClosed(let fact):
            guard fact.case == self.case else { return }
            closings.insert(Fact(recorded, fact))
        case .sanctionRecommended(let fact):
            guard fact.case == self.case else { return }
            recommendedSanctions.insert(Fact(recorded, fact))
        case .sanctionImposed(let fact):
            guard fact.case == self.case else { return }
            sanctions.insert(Fact(recorded, fact))
        case .sanctionNotExecuted(let fact):
            guard fact.case == self.case else { return }
            unexecuted.insert(Fact(recorded, fact))
        case .sanctionAnnulled(let fact):
            guard fact.case == self.case else { return }
            annulments.insert(Fact(recorded, fact))
        case .recordWithdrawn:
            guard recorded.event.tags.contains(`case`.tag) else { return }
            acts.note(recorded)
        case .subjectRegistered, .employmentBegan, .positionAssumed, .positionTransferred,
            .positionSuspended, .positionReinstated, .employmentEnded:
            return
        case .decision, .proceeding, .measure, .appeal, .organisation, .law:
            guard recorded.event.tags.contains(`case`.tag) else { return }
            acts.insert(recorded)
        }
        supersessions.apply(recorded)
    }

    /// The file as if these entries had never been recorded, nor what they superseded.
    public func removing(_ positions: some Sequence<Position>) -> Self {
        let gone = Set(positions)
        var file = self
        file.complaints.remove(gone)
        file.openings.remove(gone)
        file.namings.remove(gone)
        file.investigators.remove(gone)
        file.recommendedFindings.remove(gone)
        file.findings.remove(gone)
        file.recommendedSanctions.remove(gone)
        file.sanctions.remove(gone)
        file.unexecuted.remove(gone)
        file.annulments.remove(gone)
        file.closings.remove(gone)
        file.acts.remove(gone)
        file.supersessions.remove(gone)
        return file
    }

    /// The event recorded at that position and its day, if it is in this file.
    public func entry(at position: Position) -> (event: Event, on: CalendarDate?)? {
        if let fact = complaints[position] { return (.complaintReceived(fact.payload), fact.on) }
        if let fact = openings[position] { return (.caseOpened(fact.payload), fact.on) }
        if let fact = namings[position] { return (.personNamed(fact.payload), fact.on) }
        if let fact = investigators[position] {
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
        if let fact = closings[position] { return (.caseClosed(fact.payload), fact.on) }
        return acts.entry(at: position)
    }
}
