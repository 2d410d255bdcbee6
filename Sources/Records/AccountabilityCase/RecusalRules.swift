extension Command {
    /// D2 18: who is excluded from a case takes no further part in it (回避), whatever the step, be it
    /// as the officer, at the keyboard or as the second person. Asked once, before any step is decided.
    func checkRecusals(over past: some Past) throws(Refusal) {
        guard let id = stepIn(past), let file = past.caseFile(id) else { return }
        try file.checkNobodyJudgesThemselves(circumstances, officers)
        if file.acts.facts(RecusalDeclared.self).isEmpty { return }
        try file.past().checkOfficers(circumstances, officers, on: circumstances.on)
    }

    /// The case in which it is a step; nil where it is none.
    private func stepIn(_ past: some Past) -> CaseID? {
        switch self {
        case .registerSubject, .beginEmployment, .takePost, .suspendPost, .reinstatePost,
            .endEmployment, .detectGrounds:
            nil
        // Intake stands open to whoever complains; what is withdrawn is known when it is found.
        case .receiveComplaint, .withdrawRecord: nil
        case .openCase(let command): command.case
        case .namePerson(let command): command.case
        case .assignInvestigator(let command): command.case
        case .recommendFinding(let command): command.case
        case .makeFinding(let command): command.case
        case .closeCase(let command): command.case
        case .recommendSanction(let command): command.case
        case .imposeSanction(let command): command.case
        case .recordNotExecuted(let command): command.case
        case .annulSanction(let command): command.case
        case .act(let act):
            switch act.event {
            // Somebody excluded may declare just that.
            case .proceeding(.recusalDeclared(let fact))
            where fact.officer.text == act.circumstances.actor:
                nil
            case .proceeding(let event): event.case
            case .measure(let event): past.sanction(event.sanction)?.caseID
            default: nil
            }
        }
    }

    /// The officials whom the command itself names as acting.
    private var officers: [SubjectID] {
        switch self {
        case .assignInvestigator(let command): [command.investigator]
        case .makeFinding(let command): command.officer.map { [$0] } ?? []
        case .act(let act):
            switch act.event {
            case .proceeding(.factsNotified(let fact)): fact.officer.map { [$0] } ?? []
            case .proceeding(.defenceHeard(let fact)): fact.officer.map { [$0] } ?? []
            default: []
            }
        default: []
        }
    }
}

extension ProceedingEvent {
    fileprivate var `case`: CaseID {
        switch self {
        case .recusalDeclared(let fact): fact.case
        case .factsNotified(let fact): fact.case
        case .defenceHeard(let fact): fact.case
        case .defenceWaived(let fact): fact.case
        case .mitigationFound(let fact): fact.case
        case .caseTransferred(let fact): fact.case
        case .transferAnswered(let fact): fact.case
        case .expertConductNotified(let fact): fact.case
        case .expertConductAnswered(let fact): fact.case
        case .benefitAdjustmentRecommended(let fact): fact.case
        case .personCleared(let fact): fact.case
        case .caseReopened(let fact): fact.case
        }
    }
}

extension MeasureEvent {
    fileprivate var sanction: SanctionID {
        switch self {
        case .sanctionServed(let fact): fact.sanction
        case .sanctionExecuted(let fact): fact.sanction
        case .sanctionVaried(let fact): fact.sanction
        case .reputationRestored(let fact): fact.sanction
        case .compensationPaid(let fact): fact.sanction
        }
    }
}

extension SanctionFile {
    /// The case it was imposed in.
    fileprivate var caseID: CaseID? { log.latest(SanctionImposed.self)?.payload.case }
}

extension CaseFile {
    /// Nobody acts in the case in which they are named. What is delivered about cases elsewhere is
    /// marked, not refused.
    fileprivate func checkNobodyJudgesThemselves(
        _ circumstances: Circumstances, _ officers: [SubjectID]
    ) throws(Refusal) {
        let course = past()
        guard let opening = course.opening?.payload,
            opening.authority != nil || opening.decision != nil
        else { return }
        for naming in course.counting(namings) {
            let person = naming.payload.subject
            let acts =
                officers.contains(person) || circumstances.actor == person.text
                || circumstances.approver == person.text
            if acts { throw .proceeding(.ownCase(person)) }
        }
    }
}

extension CasePast {
    /// D2 18: no excluded official is among those who act, sign or approve.
    func checkOfficers(
        _ circumstances: Circumstances, _ officers: [SubjectID] = [], on day: CalendarDate?
    ) throws(Refusal) {
        for recusal in facts(RecusalDeclared.self) {
            if let day, let since = recusal.on, day < since { continue }
            let excluded = recusal.payload.officer
            let isHere =
                officers.contains(excluded) || circumstances.actor == excluded.text
                || circumstances.approver == excluded.text
            if isHere { throw .proceeding(.recused(excluded, since: recusal.on)) }
        }
    }
}
