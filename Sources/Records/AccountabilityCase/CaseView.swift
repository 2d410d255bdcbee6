public import Law
public import Vocabulary

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
        public let notice: Recorded<ExpertConductNotified>
        public let answer: Recorded<ExpertConductAnswered>?
    }

    /// A transfer to another organ, and what it answered.
    public struct Transfer: Hashable, Sendable {
        public let fact: Recorded<CaseTransferred>
        public let answers: [Recorded<TransferAnswered>]
    }

    public let `case`: CaseID
    public let date: CalendarDate
    public let knownAt: Instant?
    public let state: CaseState
    public let opening: Recorded<CaseOpened>?
    /// Whence it is recorded, where no organ here conducts it.
    public let elsewhere: RecordedElsewhere?
    public let complaints: [Recorded<ComplaintReceived>]
    public let investigators: [Recorded<InvestigatorAssigned>]
    public let recusals: [Recorded<RecusalDeclared>]
    /// In the order in which they were named.
    public let persons: [CasePerson]
    /// Units that answer beside them, in the order in which they were named.
    public let units: [CaseUnit]
    public let transfers: [Transfer]
    public let experts: [Expert]
    public let closing: Recorded<CaseClosed>?
    /// Everything that had happened by the day, in the order in which it happened, the undated last.
    public let steps: [Step]
}

/// Somebody named in a case: the role then, the whereabouts now, and how far it has come.
///
/// - Invariant: A role that was copied when the person was named is changed by nothing that came later
///   (D2 13).
public struct CasePerson: Hashable, Sendable {
    public let subject: SubjectID
    /// The naming that counts.
    public let naming: Recorded<PersonNamed>
    /// What the person was when it happened: the role copied then; where none was known then, what the
    /// register shows of the day of the incident since.
    public let role: RoleSnapshot
    public let state: CaseState
    /// The entry of the meeting in which the person dissented (713 Art. 38).
    public let dissent: Position?
    public let whereabouts: Whereabouts
    /// What the unit of the role became, where it was merged or replaced since.
    public let successor: UnitID?
    public let notification: Recorded<FactsNotified>?
    /// The defence after it, or its waiver.
    public let defence: Defence?
    public let mitigations: [Recorded<MitigationFound>]
    /// In the order in which they were made; the last counts.
    public let findings: [Recorded<FindingMade>]
    public let sanctions: [SanctionRow]
    /// The transfer by which the person lies with another organ.
    public let transfer: Recorded<CaseTransferred>?
    public let benefitAdvice: [Recorded<BenefitAdjustmentRecommended>]
    /// What was decided about the benefits, the last decision last.
    public let benefits: [Recorded<BenefitsAdjusted>]
    public let clearing: Recorded<PersonCleared>?
    /// What was judged of the person, in the order in which it took effect.
    public let judgments: [Recorded<JudgmentRecorded>]
    /// What the investigating organ consented to.
    public let consents: [Recorded<ConsentGiven>]
    /// What became of the finding that counts.
    public let course: FindingCourse?
    /// What in the case cannot be as it stands, or should not have been.
    public let marks: [Caution]

    /// How the person answered.
    public enum Defence: Hashable, Sendable {
        case heard(Recorded<DefenceHeard>)
        case waived(Recorded<DefenceWaived>)
    }
}

extension CaseFile {
    /// The case on that day, by what was known at the moment; nil where nothing was known of it.
    ///
    /// - Parameters:
    ///   - decision: The file of the decision it was opened on.
    ///   - complaint: Gives what is recorded of a complaint that was not filed under the case.
    ///   - file: Gives the file of a person or unit; nil when nothing is recorded.
    public func view<Failure: Error>(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law,
        decision: (DecisionID) throws(Failure) -> DecisionFile?,
        complaint: (ComplaintID) throws(Failure) -> RecordFile?,
        file: (SubjectID) throws(Failure) -> SubjectFile?
    ) throws(Failure) -> CaseView? {
        let course = past(by: date, knownAt: moment)
        let steps = steps(by: date, knownAt: moment)
        if steps.isEmpty { return nil }
        var participants: [Participation] = []
        if let id = course.opening?.fact.decision, let decided = try decision(id) {
            participants = decided.past(by: date, knownAt: moment).participants()
        }
        var complaints = course.facts(ComplaintReceived.self)
        for id in complaintsElsewhere(by: date, knownAt: moment) {
            complaints +=
                try complaint(id)?.log.standing(
                    ComplaintReceived.self, by: date, knownAt: moment) ?? []
        }
        let incident = complaints.lazy.compactMap(\.fact.incidentOn).first
        var persons: [CasePerson] = []
        let own = Set(steps.map(\.position))
        for subject in course.persons {
            guard let naming = course.naming(of: subject) else { continue }
            let person = try file(subject)
            var role = naming.fact.role
            if role.basis == .none, let incident,
                let known = person?.role(on: incident, knownAt: moment)
            {
                role = known
            }
            var successor: UnitID?
            if let unit = role.unit {
                successor = try DecisionFile.successor(of: unit, date, moment, file)
            }
            let marks =
                person?.marks(
                    by: date, knownAt: moment, under: law,
                    cases: { $0 == self.case ? self : CaseFile(about: $0) }
                ).filter { !own.isDisjoint(with: $0.entries) } ?? []
            let isRemitted = marks.contains { $0.code == .notDecidedAnew }
            persons.append(
                CasePerson(
                    subject: subject, naming: naming, role: role,
                    state: course.state(of: subject).reopened(if: isRemitted),
                    dissent: participants.first { $0.subject == subject }?.dissent,
                    whereabouts: person?.whereabouts(
                        since: role, on: date, knownAt: moment) ?? .unknown,
                    successor: successor, notification: course.notification(to: subject),
                    defence: course.answer(of: subject),
                    mitigations: course.mitigations(for: subject),
                    findings: course.facts(FindingMade.self).filter { $0.fact.subject == subject },
                    sanctions: person?.sanctionRows(on: date, knownAt: moment, under: law).filter {
                        $0.caseID == self.case
                    } ?? [],
                    transfer: course.transfer(of: subject),
                    benefitAdvice: course.facts(BenefitAdjustmentRecommended.self).filter {
                        $0.fact.subject == subject
                    },
                    benefits: course.facts(BenefitsAdjusted.self).filter {
                        $0.fact.subject == subject
                    },
                    clearing: course.facts(PersonCleared.self).last {
                        $0.fact.subject == subject
                    },
                    judgments: course.facts(JudgmentRecorded.self).filter {
                        $0.fact.subject == subject
                    },
                    consents: course.consents(for: subject),
                    course: course.finding(on: subject).flatMap {
                        person?.course(
                            of: $0, known: log.knowledge(at: moment), by: date)
                    },
                    marks: marks))
        }
        var units: [CaseUnit] = []
        for unit in course.units {
            units.append(
                CaseUnit(
                    unit: unit,
                    namings: course.facts(UnitNamed.self).filter { $0.fact.unit == unit },
                    findings: course.facts(UnitFindingMade.self).filter { $0.fact.unit == unit },
                    successor: try DecisionFile.successor(of: unit, date, moment, file)))
        }
        let answers = course.facts(TransferAnswered.self)
        let replies = course.facts(ExpertConductAnswered.self)
        return CaseView(
            case: self.case, date: date, knownAt: moment,
            state: course.state.reopened(if: persons.contains { $0.state == .reopened }),
            opening: course.opening, elsewhere: course.recordedElsewhere, complaints: complaints,
            investigators: course.facts(InvestigatorAssigned.self),
            recusals: course.facts(RecusalDeclared.self), persons: persons,
            units: units,
            transfers: course.facts(CaseTransferred.self).map { transfer in
                CaseView.Transfer(
                    fact: transfer,
                    answers: answers.filter { answer in
                        answer.fact.organ == transfer.fact.organ
                            && transfer.moment <% answer.moment
                            && (transfer.fact.subject == nil
                                || transfer.fact.subject == answer.fact.subject)
                    })
            },
            experts: course.facts(ExpertConductNotified.self).map { notice in
                CaseView.Expert(
                    notice: notice,
                    answer: replies.last {
                        $0.fact.expert == notice.fact.expert
                            && $0.fact.department == notice.fact.department
                    })
            },
            closing: course.closing, steps: steps)
    }

    /// Where the case stands; nil where nothing was known of it.
    public func state(on date: CalendarDate, knownAt moment: Instant? = nil) -> CaseState? {
        steps(by: date, knownAt: moment).isEmpty ? nil : past(by: date, knownAt: moment).state
    }

    private func steps(by date: CalendarDate, knownAt moment: Instant?) -> [CaseView.Step] {
        let fallen = log.knowledge(at: moment).superseded
        return log.entries.filter { recorded in
            !recorded.event.isWithdrawal && !fallen.contains(recorded.position)
                && (moment.map { recorded.at <= $0 } ?? true)
                && recorded.latest(knownAt: moment) <= date
        }.map { recorded in
            CaseView.Step(
                position: recorded.position, on: recorded.on, event: recorded.event,
                subject: recorded.tags.first(SubjectID.self))
        }.sorted { ($0.on, $0.position) <% ($1.on, $1.position) }
    }
}

extension CaseState {
    /// What was decided, and is to be decided anew, is under way again.
    func reopened(if isRemitted: Bool) -> CaseState {
        isRemitted && (self == .determined || self == .closed) ? .reopened : self
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
        if let made = finding(on: subject), made.fact.finding.isAnswer {
            return isSentBack(made) ? .reopened : .determined
        }
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
        if here.contains(.reopened) { return .reopened }
        if here.allSatisfy({ $0 == .determined }) { return .determined }
        if here.contains(where: { $0 == .determined || $0 == .defended }) { return .defended }
        return here.contains(.notified) ? .notified : .open
    }

    private var isJustReopened: Bool {
        guard let reopened = facts(CaseReopened.self).last?.moment else { return false }
        let later =
            facts(FactsNotified.self).map(\.moment) + facts(DefenceHeard.self).map(\.moment)
            + facts(DefenceWaived.self).map(\.moment) + facts(CaseTransferred.self).map(\.moment)
            + facts(FindingMade.self).map(\.moment)
        return !later.contains { reopened <% $0 }
    }
}
