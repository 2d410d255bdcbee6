import Records

/// The kinds of events that are no acts: those of the first duties.
extension RandomEvents {
    private mutating func length() -> Int? {
        random.maybe([0, 1, 15, 48, -1, Int.max, Int.min])
    }

    private mutating func marks() -> [Irregularity] {
        random.chance(4) ? [random.pick(Irregularity.allCases)] : []
    }

    private mutating func last() -> CalendarDate? {
        random.maybe([day("0001-01-01"), day("2019-05-20")])
    }

    private mutating func post() -> Post {
        Post(
            unit: random.pick(Self.units), unitTitle: random.maybe(["虚构局"]),
            post: random.maybe(["科员"]))
    }

    mutating func first(_ type: EventType) -> Event {
        let person = random.pick(Self.people)
        let unit = random.pick(Self.units)
        switch type {
        case SubjectRegistered.type:
            return .subjectRegistered(
                .init(
                    subject: person, kind: random.pick(SubjectKind.allCases),
                    name: random.maybe([
                        .clear("虚构"), .commitment(String(repeating: "a", count: 64)),
                    ]),
                    predecessor: random.maybe(Self.units)))
        case PositionAssumed.type, PositionAssumed.extended:
            return .positionAssumed(
                .init(
                    subject: person, unit: unit, until: last(), irregularities: marks(),
                    isActing: type == PositionAssumed.extended ? random.chance(2) : nil))
        case PositionTransferred.type, PositionTransferred.extended:
            return .positionTransferred(
                .init(
                    subject: person, unit: unit, until: last(), previous: random.maybe([post()]),
                    managingAuthority: type == PositionTransferred.extended ? unit : nil))
        case PositionSuspended.type:
            return .positionSuspended(
                .init(subject: person, sanction: random.maybe(Self.numbers)))
        case PositionReinstated.type: return .positionReinstated(.init(subject: person))
        case EmploymentBegan.type:
            return .employmentBegan(.init(subject: person, rank: random.maybe(["科员"])))
        case EmploymentEnded.type:
            return .employmentEnded(
                .init(
                    subject: person, reason: random.pick(Departure.allCases),
                    irregularities: marks()))
        default: return caseEvent(type, person)
        }
    }

    private mutating func caseEvent(_ type: EventType, _ person: SubjectID) -> Event {
        let file = random.pick(Self.cases)
        switch type {
        case ComplaintReceived.type:
            return .complaintReceived(
                .init(
                    complaint: "T-1", case: random.maybe(Self.cases), incidentOn: last(),
                    filedBy: random.pick(ComplaintOrigin.allCases), irregularities: marks()))
        case CaseOpened.type, CaseOpened.extended:
            return .caseOpened(
                .init(
                    case: file,
                    decision: type == CaseOpened.extended ? random.pick(Self.decisions) : nil))
        case PersonNamed.type, PersonNamed.extended:
            return .personNamed(
                .init(
                    case: file, subject: person,
                    role: RoleSnapshot(
                        unit: random.pick(Self.units), basis: random.pick(RoleBasis.allCases)),
                    decision: type == PersonNamed.extended ? random.pick(Self.decisions) : nil))
        case InvestigatorAssigned.type:
            return .investigatorAssigned(.init(case: file, investigator: person))
        case FindingRecommended.type:
            return .findingRecommended(
                .init(case: file, subject: person, finding: random.pick(Finding.allCases)))
        case FindingMade.type, FindingMade.extended:
            return .findingMade(
                .init(
                    case: file, subject: person, finding: random.pick(Finding.allCases),
                    officer: type == FindingMade.extended ? random.pick(Self.people) : nil))
        case CaseClosed.type:
            return .caseClosed(.init(case: file, irregularities: marks()))
        default: return sanctionEvent(type, person, in: file)
        }
    }

    private mutating func sanctionEvent(
        _ type: EventType, _ person: SubjectID, in file: CaseID
    ) -> Event {
        let number = random.pick(Self.numbers)
        switch type {
        case SanctionRecommended.type:
            return .sanctionRecommended(
                .init(
                    case: file, subject: person, measure: random.pick(Measure.allCases),
                    days: length()))
        case SanctionImposed.type, SanctionImposed.extended:
            return .sanctionImposed(
                .init(
                    sanction: number, case: file, subject: person,
                    measure: random.pick(Measure.allCases), days: length(), months: length(),
                    authority: type == SanctionImposed.extended
                        ? random.pick(Authority.allCases) : nil))
        case SanctionNotExecuted.type:
            return .sanctionNotExecuted(
                .init(
                    sanction: number, case: file, subject: person,
                    reason: random.pick(NotExecutedReason.allCases)))
        case SanctionAnnulled.type:
            return .sanctionAnnulled(
                .init(
                    sanction: number, case: file, subject: person,
                    by: random.pick(AnnulledBy.allCases)))
        case RecordWithdrawn.type, RecordWithdrawn.extended:
            return .recordWithdrawn(
                .init(
                    reason: .clear("误录"), subject: random.maybe(Self.people),
                    case: random.maybe(Self.cases),
                    decision: type == RecordWithdrawn.extended
                        ? random.pick(Self.decisions) : nil))
        default: preconditionFailure("\(type) is written down nowhere here")
        }
    }
}
