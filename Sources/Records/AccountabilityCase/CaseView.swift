/// A case on one page, as of a day, by what was known at a moment (案卷).
public struct CaseView: Hashable, Sendable {
    /// One entry of the case.
    public struct Step: Hashable, Sendable {
        public let position: Position
        public let on: CalendarDate?
        public let event: Event
        /// The person it concerns; nil: the case.
        public let subject: SubjectID?
    }

    /// An expert or agency whose department was told of its conduct (追责制度 Art. 15).
    public struct Expert: Hashable, Sendable {
        public let notice: Fact<ExpertConductNotified>
        public let answer: Fact<ExpertConductAnswered>?
    }

    /// A transfer to another organ, and what it answered.
    public struct Transfer: Hashable, Sendable {
        public let fact: Fact<CaseTransferred>
        public let answers: [Fact<TransferAnswered>]
    }

    public let `case`: CaseID
    public let date: CalendarDate
    public let knownAt: Instant?
    public let state: CaseState
    public let opening: Fact<CaseOpened>?
    public let complaints: [Fact<ComplaintReceived>]
    public let investigators: [Fact<InvestigatorAssigned>]
    public let recusals: [Fact<RecusalDeclared>]
    /// In the order in which they were named.
    public let persons: [CasePerson]
    public let transfers: [Transfer]
    public let experts: [Expert]
    public let closing: Fact<CaseClosed>?
    /// Everything that had happened by the day, in the order in which it happened, the undated last.
    public let steps: [Step]
}

/// Somebody named in a case: the role then, the whereabouts now, and how far it has come.
///
/// - Invariant: The role is the one copied when the person was named; nothing that came later changes
///   it (D2 13).
public struct CasePerson: Hashable, Sendable {
    public let subject: SubjectID
    /// The naming that counts.
    public let naming: Fact<PersonNamed>
    public let state: CaseState
    /// The entry of the meeting in which the person dissented (713 Art. 38).
    public let dissent: Position?
    public let whereabouts: Whereabouts
    /// What the unit of the role became, where it was merged or replaced since.
    public let successor: UnitID?
    public let notification: Fact<FactsNotified>?
    /// The defence after it, or its waiver.
    public let defence: Defence?
    public let mitigations: [Fact<MitigationFound>]
    /// In the order in which they were made; the last counts.
    public let findings: [Fact<FindingMade>]
    public let sanctions: [SanctionRow]
    /// The transfer by which the person lies with another organ.
    public let transfer: Fact<CaseTransferred>?
    public let benefitAdvice: [Fact<BenefitAdjustmentRecommended>]
    public let clearing: Fact<PersonCleared>?

    /// How the person answered.
    public enum Defence: Hashable, Sendable {
        case heard(Fact<DefenceHeard>)
        case waived(Fact<DefenceWaived>)
    }
}

extension CaseFile {
    /// The case on that day, by what was known at the moment; nil where nothing was known of it.
    ///
    /// - Parameters:
    ///   - decision: The file of the decision it was opened on.
    ///   - file: Gives the file of a person or unit; nil when nothing is recorded.
    public func view<Failure: Error>(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law,
        decision: (DecisionID) throws(Failure) -> DecisionFile?,
        file: (SubjectID) throws(Failure) -> SubjectFile?
    ) throws(Failure) -> CaseView? {
        let course = past(by: date, knownAt: moment)
        let steps = steps(by: date, knownAt: moment)
        if steps.isEmpty { return nil }
        var participants: [Participation] = []
        if let id = course.opening?.payload.decision, let decided = try decision(id) {
            participants = decided.past(by: date, knownAt: moment).participants()
        }
        var persons: [CasePerson] = []
        for subject in course.persons {
            guard let naming = course.naming(of: subject) else { continue }
            let person = try file(subject)
            var successor: UnitID?
            if let unit = naming.payload.role.unit {
                successor = try DecisionFile.successor(of: unit, date, moment, file)
            }
            persons.append(
                CasePerson(
                    subject: subject, naming: naming, state: course.state(of: subject),
                    dissent: participants.first { $0.subject == subject }?.dissent,
                    whereabouts: person?.whereabouts(
                        since: naming.payload.role, on: date, knownAt: moment) ?? .unknown,
                    successor: successor, notification: course.notification(to: subject),
                    defence: course.answer(of: subject),
                    mitigations: course.mitigations(for: subject),
                    findings: course.counting(findings).filter { $0.payload.subject == subject },
                    sanctions: person?.sanctionRows(on: date, knownAt: moment, under: law).filter {
                        $0.caseID == self.case
                    } ?? [],
                    transfer: course.transfer(of: subject),
                    benefitAdvice: course.facts(BenefitAdjustmentRecommended.self).filter {
                        $0.payload.subject == subject
                    },
                    clearing: course.facts(PersonCleared.self).last {
                        $0.payload.subject == subject
                    }))
        }
        let answers = course.facts(TransferAnswered.self)
        let replies = course.facts(ExpertConductAnswered.self)
        return CaseView(
            case: self.case, date: date, knownAt: moment, state: course.state,
            opening: course.opening, complaints: course.counting(complaints),
            investigators: course.counting(investigators),
            recusals: course.facts(RecusalDeclared.self), persons: persons,
            transfers: course.facts(CaseTransferred.self).map { transfer in
                CaseView.Transfer(
                    fact: transfer,
                    answers: answers.filter { answer in
                        answer.payload.organ == transfer.payload.organ
                            && transfer.moment <% answer.moment
                            && (transfer.payload.subject == nil
                                || transfer.payload.subject == answer.payload.subject)
                    })
            },
            experts: course.facts(ExpertConductNotified.self).map { notice in
                CaseView.Expert(
                    notice: notice,
                    answer: replies.last {
                        $0.payload.expert == notice.payload.expert
                            && $0.payload.department == notice.payload.department
                    })
            },
            closing: course.closing, steps: steps)
    }

    /// Where the case stands; nil where nothing was known of it.
    public func state(on date: CalendarDate, knownAt moment: Instant? = nil) -> CaseState? {
        steps(by: date, knownAt: moment).isEmpty ? nil : past(by: date, knownAt: moment).state
    }

    private func steps(by date: CalendarDate, knownAt moment: Instant?) -> [CaseView.Step] {
        let known = supersessions.knowledge(at: moment)
        var steps: [CaseView.Step] = []
        func add<Payload: EventPayload>(
            _ facts: Facts<Payload>, _ event: (Payload) -> Event, _ subject: (Payload) -> SubjectID?
        ) {
            for fact in facts.all where known.counts(fact) && fact.on.map({ $0 <= date }) ?? true {
                steps.append(
                    CaseView.Step(
                        position: fact.position, on: fact.on, event: event(fact.payload),
                        subject: subject(fact.payload)))
            }
        }
        add(complaints, Event.complaintReceived) { _ in nil }
        add(openings, Event.caseOpened) { _ in nil }
        add(namings, Event.personNamed) { $0.subject }
        add(investigators, Event.investigatorAssigned) { $0.investigator }
        add(recommendedFindings, Event.findingRecommended) { $0.subject }
        add(findings, Event.findingMade) { $0.subject }
        add(recommendedSanctions, Event.sanctionRecommended) { $0.subject }
        add(sanctions, Event.sanctionImposed) { $0.subject }
        add(unexecuted, Event.sanctionNotExecuted) { $0.subject }
        add(annulments, Event.sanctionAnnulled) { $0.subject }
        add(closings, Event.caseClosed) { _ in nil }
        for recorded in acts.entries {
            if known.superseded.contains(recorded.position) { continue }
            if let moment, recorded.at > moment { continue }
            if let on = recorded.on, on > date { continue }
            let subject = recorded.event.tags.first { $0.kind == .subject }
            steps.append(
                CaseView.Step(
                    position: recorded.position, on: recorded.on, event: recorded.event,
                    subject: subject.map { SubjectID(wellFormed: $0.identifier) }))
        }
        return steps.sorted { ($0.on, $0.position) <% ($1.on, $1.position) }
    }
}

extension CasePast {
    func answer(of subject: SubjectID) -> CasePerson.Defence? {
        guard let at = defence(of: subject)?.1 else { return nil }
        if let heard = facts(DefenceHeard.self).first(where: { $0.position == at }) {
            return .heard(heard)
        }
        return facts(DefenceWaived.self).first { $0.position == at }.map { .waived($0) }
    }

    /// How far it has come with one person.
    func state(of subject: SubjectID) -> CaseState {
        if transfer(of: subject) != nil { return .transferred }
        if finding(on: subject)?.payload.finding.isAnswer == true { return .determined }
        if defence(of: subject) != nil { return .defended }
        return notification(to: subject) == nil ? .open : .notified
    }

    /// How far it has come with whoever lags behind least far: what is left to do shows on the persons.
    var state: CaseState {
        guard opening != nil else { return .suspected }
        if closing != nil { return .closed }
        if wholeTransfer != nil { return .transferred }
        if isJustReopened { return .reopened }
        let states = persons.map(state(of:))
        if states.isEmpty { return .open }
        if states.allSatisfy({ $0 == .transferred }) { return .transferred }
        let here = states.filter { $0 != .transferred }
        if here.allSatisfy({ $0 == .determined }) { return .determined }
        if here.contains(where: { $0 == .determined || $0 == .defended }) { return .defended }
        return here.contains(.notified) ? .notified : .open
    }

    private var isJustReopened: Bool {
        guard let reopened = facts(CaseReopened.self).last?.moment else { return false }
        let later =
            facts(FactsNotified.self).map(\.moment) + facts(DefenceHeard.self).map(\.moment)
            + facts(DefenceWaived.self).map(\.moment) + facts(CaseTransferred.self).map(\.moment)
            + counting(file.findings).map(\.moment)
        return !later.contains { reopened <% $0 }
    }
}
