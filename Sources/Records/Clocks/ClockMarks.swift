/// What an entry does to a clock of the file with that tag.
public struct ClockMark: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case start(ClockStart)
        case end(ClockEnd)
    }

    public let tag: Tag
    public let kind: Kind
}

/// The names of clocks that the rulebook does not have, and the places of all within their files.
enum ClockName {
    static let publication = "publication"
    static let consultation = "consultation"
    static let opinion = "opinionAnswer"
    static let legality = "legalityReviewMinimum"
    static let evaluation = "postEvaluation"
    static let employer = "employerDecision"
    static let transfer = "transferAnswer"
    static let expert = "expertAnswer"
    static let personnel = "personnelChange"
    static let reputation = "reputationRestoration"
    static let remedy = "remedy"

    /// The time of a stage to decide.
    static func deciding(_ appeal: AppealID) -> String { "\(decidingPrefix)\(appeal)" }
    static let decidingPrefix = "decide/"
    /// Ends a filing that was no use of the right, as if it had not been made.
    static func void(_ appeal: AppealID) -> String { "\(voidPrefix)\(appeal)" }
    static let voidPrefix = "void/"
    /// One comment of a consultation; the name alone ends those that are not answered.
    static func opinion(_ number: String) -> String { "\(opinionPrefix)\(number)" }
    static let opinionPrefix = "\(opinion)/"
    /// An evaluation is ordered of several, each for itself.
    static func evaluation(_ evaluator: SubjectID) -> String { "\(evaluation)/\(evaluator)" }
    /// A clock that the rulebook names at a stage of a route; no stage: the first.
    static func stage(_ route: String, _ stage: String, _ step: ClockStep) -> String {
        "\(route)/\(stage)/\(step.rawValue)"
    }
}

/// Which clock of a stage: to file, to decide, or the extension.
enum ClockStep: String {
    case file, decide, extension_ = "extend"
}

extension ClockMark {
    /// The types of entries that start or end a clock.
    public static let types: Set<String> = Set(
        [
            ConsultationOpened.type, ConsultationClosed.type, OpinionReceived.type,
            OpinionDisposed.type, LegalityReviewSubmitted.type, LegalityReviewCompleted.type,
            DecisionAdopted.type, DecisionRejected.type, DecisionPublished.type,
            DecisionWithheld.type,
            PostEvaluationOrdered.type, PostEvaluationCompleted.type, CaseOpened.extended,
            CaseReopened.type, CaseClosed.type, CaseTransferred.type, TransferAnswered.type,
            ExpertConductNotified.type, ExpertConductAnswered.type, SanctionImposed.type,
            SanctionImposed.extended, SanctionServed.type, SanctionExecuted.type,
            SanctionAnnulled.type, ReputationRestored.type, AppealFiled.type,
            AdmissibilityRuled.type, AppealExtended.type, AppealDecided.type, AppealServed.type,
            AppealWithdrawn.type,
        ].map(\.name))

    /// The kinds of files that have clocks.
    public static func hasClocks(_ kind: Tag.Kind) -> Bool {
        switch kind {
        case .decision, .case, .sanction: true
        case .appeal, .calendar, .complaint, .rulebook, .subject: false
        }
    }
}

extension RecordedEvent {
    /// What it starts and ends. What nobody can date starts nothing.
    public var clockMarks: [ClockMark] {
        guard let on else { return [] }
        switch event {
        case .decision(let event): return marks(of: event, on)
        case .proceeding(let event): return marks(of: event, on)
        case .measure(let event): return marks(of: event, on)
        case .appeal(let event): return marks(of: event, on)
        case .caseOpened(let fact):
            guard let authority = fact.authority else { return [] }
            return [start(fact.case.tag, ClockName.employer, on, unit: authority)]
        case .caseClosed(let fact): return [end(fact.case.tag, ClockName.employer, on)]
        case .sanctionImposed(let fact):
            // It decides on one person; the case is decided when it is closed.
            guard version == SanctionImposed.extended, fact.measure.family == .sanction else {
                return []
            }
            return [
                start(
                    fact.sanction.tag, ClockName.personnel, on, unit: fact.organ ?? ownUnit,
                    subject: fact.subject)
            ]
        case .sanctionAnnulled(let fact):
            return [
                end(fact.sanction.tag, ClockName.remedy, on),
                end(fact.sanction.tag, ClockName.personnel, on),
                start(
                    fact.sanction.tag, ClockName.reputation, on, unit: ownUnit,
                    subject: fact.subject, isOfOldKind: true),
            ]
        case .subjectRegistered, .employmentBegan, .positionAssumed, .positionTransferred,
            .positionSuspended, .positionReinstated, .employmentEnded, .complaintReceived,
            .personNamed, .investigatorAssigned, .findingRecommended, .findingMade,
            .sanctionRecommended, .sanctionNotExecuted, .recordWithdrawn, .organisation, .law:
            return []
        }
    }

    private var version: EventType { event.type }

    /// The unit that recorded it, where the fact names none.
    private var ownUnit: UnitID? { UnitID(unit) }

    private func marks(of event: DecisionEvent, _ on: CalendarDate) -> [ClockMark] {
        switch event {
        case .consultationOpened(let fact):
            return [
                start(
                    fact.decision.tag, ClockName.consultation, on, due: fact.until, unit: ownUnit)
            ]
        case .consultationClosed(let fact):
            return [end(fact.decision.tag, ClockName.consultation, on)]
        case .opinionReceived(let fact):
            return [
                start(
                    fact.decision.tag, ClockName.opinion(fact.opinion), on,
                    clock: ClockName.opinion, unit: ownUnit)
            ]
        case .opinionDisposed(let fact):
            return [end(fact.decision.tag, ClockName.opinion(fact.opinion), on)]
        case .legalityReviewSubmitted(let fact):
            return [
                start(fact.decision.tag, ClockName.legality, on, unit: fact.reviewer ?? ownUnit)
            ]
        case .legalityReviewCompleted(let fact):
            return [end(fact.decision.tag, ClockName.legality, on)]
        case .decisionAdopted(let fact):
            // What was not finished by then is a suspected ground, and waits for nobody any more.
            return [
                end(fact.decision.tag, ClockName.consultation, on),
                end(fact.decision.tag, ClockName.legality, on),
                end(fact.decision.tag, ClockName.opinion, on),
                start(
                    fact.decision.tag, ClockName.publication, on, unit: fact.decider ?? ownUnit),
            ]
        case .decisionRejected(let fact):
            return [
                end(fact.decision.tag, ClockName.consultation, on),
                end(fact.decision.tag, ClockName.legality, on),
                end(fact.decision.tag, ClockName.opinion, on),
            ]
        case .decisionPublished(let fact):
            return [end(fact.decision.tag, ClockName.publication, on)]
        case .decisionWithheld(let fact):
            return [end(fact.decision.tag, ClockName.publication, on)]
        case .postEvaluationOrdered(let fact):
            return [
                start(
                    fact.decision.tag, ClockName.evaluation(fact.evaluator), on,
                    clock: ClockName.evaluation, due: fact.due, unit: fact.evaluator)
            ]
        case .postEvaluationCompleted(let fact):
            return [end(fact.decision.tag, ClockName.evaluation(fact.evaluator), on)]
        case .decisionProposed, .decisionInitiated, .hearingRequired, .hearingHeld, .hearingNotHeld,
            .expertReviewCompleted, .riskAssessed, .riskConclusionHandled, .stepWaived,
            .meetingHeld, .partyCommitteeReported, .decisionDeferred,
            .processArchived, .executionAssigned, .executionReported, .decisionSuspended,
            .decisionResumed, .decisionAdjusted, .harmConfirmed, .decisionDelayIdentified,
            .overridingLawCited, .decisionClosed, .groundDetected, .groundDismissed:
            return []
        }
    }

    private func marks(of event: ProceedingEvent, _ on: CalendarDate) -> [ClockMark] {
        switch event {
        case .caseReopened(let fact):
            return [start(fact.case.tag, ClockName.employer, on, unit: ownUnit)]
        case .caseTransferred(let fact):
            let handedOver = start(
                fact.case.tag, Self.slot(ClockName.transfer, fact.organ, fact.subject), on,
                clock: ClockName.transfer, unit: fact.organ, subject: fact.subject)
            // The whole case: from now on another decides it.
            return fact.subject == nil
                ? [end(fact.case.tag, ClockName.employer, on), handedOver] : [handedOver]
        case .transferAnswered(let fact):
            return [
                end(fact.case.tag, Self.slot(ClockName.transfer, fact.organ, fact.subject), on)
            ]
        case .expertConductNotified(let fact):
            return [
                start(
                    fact.case.tag, Self.slot(ClockName.expert, fact.department, fact.expert), on,
                    clock: ClockName.expert, unit: fact.department, subject: fact.expert)
            ]
        case .expertConductAnswered(let fact):
            return [
                end(fact.case.tag, Self.slot(ClockName.expert, fact.department, fact.expert), on)
            ]
        case .recusalDeclared, .factsNotified, .defenceHeard, .defenceWaived, .mitigationFound,
            .benefitAdjustmentRecommended, .personCleared:
            return []
        }
    }

    private func marks(of event: MeasureEvent, _ on: CalendarDate) -> [ClockMark] {
        switch event {
        case .sanctionServed(let fact):
            return [
                start(
                    fact.sanction.tag, ClockName.remedy, on,
                    clock: ClockName.stage(fact.route, fact.stage ?? "", .file),
                    person: fact.subject, subject: fact.subject)
            ]
        case .sanctionExecuted(let fact):
            return [end(fact.sanction.tag, ClockName.personnel, on)]
        case .reputationRestored(let fact):
            return [end(fact.sanction.tag, ClockName.reputation, on)]
        case .sanctionVaried, .compensationPaid: return []
        }
    }

    private func marks(of event: AppealEvent, _ on: CalendarDate) -> [ClockMark] {
        switch event {
        case .appealFiled(let fact):
            return [
                end(fact.sanction.tag, ClockName.remedy, on),
                start(
                    fact.sanction.tag, ClockName.deciding(fact.appeal), on,
                    clock: ClockName.stage(fact.route, fact.stage, .decide), unit: ownUnit,
                    subject: fact.subject),
            ]
        case .admissibilityRuled(let fact):
            guard let sanction = fact.sanction, !fact.admitted else { return [] }
            let ruled = end(sanction.tag, ClockName.deciding(fact.appeal), on)
            guard fact.reason?.leavesStageOpen == true else { return [ruled] }
            return [ruled, end(sanction.tag, ClockName.void(fact.appeal), on)]
        case .appealExtended(let fact):
            guard let sanction = fact.sanction, let until = fact.until else { return [] }
            return [
                start(
                    sanction.tag, ClockName.deciding(fact.appeal), on,
                    clock: ClockStep.extension_.rawValue, due: until, unit: ownUnit,
                    subject: fact.subject)
            ]
        case .appealDecided(let fact):
            guard let sanction = fact.sanction else { return [] }
            return [end(sanction.tag, ClockName.deciding(fact.appeal), on)]
        case .appealServed(let fact):
            guard let sanction = fact.sanction, let next = fact.next else { return [] }
            // The route is that of the stage before, which the log of the clock knows.
            return [
                start(
                    sanction.tag, ClockName.remedy, on,
                    clock: ClockName.stage("", next, .file), person: fact.subject,
                    subject: fact.subject)
            ]
        case .appealWithdrawn(let fact):
            guard let sanction = fact.sanction else { return [] }
            return [end(sanction.tag, ClockName.deciding(fact.appeal), on)]
        case .panelFormed, .panelRecusalDeclared, .appealHeard: return []
        }
    }

    private static func slot(_ name: String, _ unit: UnitID, _ subject: SubjectID?) -> String {
        "\(name)/\(unit)/\(subject?.text ?? "")"
    }

    private func start(
        _ tag: Tag, _ slot: String, _ on: CalendarDate, clock: String? = nil,
        due: CalendarDate? = nil, unit: UnitID? = nil, person: SubjectID? = nil,
        subject: SubjectID? = nil, isOfOldKind: Bool = false
    ) -> ClockMark {
        ClockMark(
            tag: tag,
            kind: .start(
                ClockStart(
                    position: position, at: at, on: on, slot: slot, clock: clock ?? slot,
                    due: due, unit: unit, person: person, subject: subject,
                    isOfOldKind: isOfOldKind)))
    }

    private func end(_ tag: Tag, _ slot: String, _ on: CalendarDate) -> ClockMark {
        ClockMark(
            tag: tag,
            kind: .end(ClockEnd(position: position, at: at, on: on, slot: slot)))
    }
}
