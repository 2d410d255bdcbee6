import Records

/// What a line of a trail says of a major decision: whose trail it is, that person's part in it; of
/// a ground, that it is only suspected.
extension EventWording {
    func describe(_ event: DecisionEvent, _ item: TrailItem, in line: inout Line) {
        if let tag = event.payload.tags.first(where: { $0.kind == .decision }) {
            line.particulars.append(tag.identifier)
        }
        switch event {
        case .meetingHeld(let fact): meeting(fact, &line)
        case .decisionAdopted(let fact):
            line.particulars += [
                fact.decider.map { text("trace.by", ["subject": $0.text]) } ?? "",
                harmless(fact.number ?? ""),
            ]
            line.role = item.role.map(role)
        case .harmConfirmed(let fact):
            harm(fact, &line)
            line.role = item.role.map(role)
        case .groundDetected(let fact):
            ground(fact, on: item.on, &line)
            line.role = item.role.map(role)
        case .groundDismissed(let fact):
            says(harmless(fact.ground), &line)
            reason(fact.reason, &line)
        case .decisionDelayIdentified(let fact):
            line.particulars.append(text("trace.shouldDecide", ["on": "\(fact.shouldDecideOn)"]))
            document(fact.instrument, &line)
        default: prepared(event, &line)
        }
    }

    private func meeting(_ fact: MeetingHeld, _ line: inout Line) {
        if let own = fact.attendees.first(where: { $0.subject == subject }) {
            line.particulars += [
                text("trace.part", ["part": text.label(.part, own.part)]),
                text("trace.opinion", ["opinion": text.label(.opinion, own.opinion)]),
            ]
            line.role = role(own.role)
        } else {
            line.particulars.append(
                text("trace.participants", ["count": text.number(fact.attendees.count)]))
        }
    }

    private func harm(_ fact: HarmConfirmed, _ line: inout Line) {
        if fact.loss != .none { line.particulars.append(text.label(.lossDegree, fact.loss)) }
        if fact.influence != .none {
            line.particulars.append(text.label(.influenceDegree, fact.influence))
        }
        line.particulars.append(
            text("trace.attribution", ["what": text.label(.harmAttribution, fact.attribution)]))
        if let amount = fact.amount {
            line.particulars.append(text("dossier.amount", ["amount": text.yuan(amount)]))
        }
        document(fact.instrument, &line)
    }

    private func ground(_ fact: GroundDetected, on day: CalendarDate?, _ line: inout Line) {
        says(harmless(fact.ground), &line)
        line.particulars += [
            text("trace.onlySuspected"),
            rules(on: day)?.ground(fact.ground).map { text.choose($0.chinese, $0.english) } ?? "",
            text.label(.detection, fact.detectedBy),
        ]
        if !fact.evidence.isEmpty {
            line.particulars.append(text.evidence(fact.evidence.map(\.entry)))
        }
    }
}

/// The steps around the meeting, which a trail shows only to those who had a part in them.
extension EventWording {
    /// No `default:` here: a new kind of event does not compile until its words have been found.
    fileprivate func prepared(_ event: DecisionEvent, _ line: inout Line) {
        switch event {
        case .decisionProposed(let fact): line.particulars.append(harmless(fact.title))
        case .decisionInitiated(let fact): initiated(fact, &line)
        case .consultationOpened(let fact):
            line.particulars.append(text("trace.termUntil", ["until": "\(fact.until)"]))
            if fact.urgencyReason != nil { line.particulars.append(text("dossier.urgent")) }
        case .hearingRequired(let fact): cites(fact.rule, &line)
        case .hearingHeld(let fact):
            if let count = fact.participants {
                line.particulars.append(
                    text("trace.participants", ["count": text.number(count)]))
            }
        case .hearingNotHeld(let fact): reason(fact.reason, &line)
        case .opinionReceived(let fact):
            line.particulars += [
                harmless(fact.opinion), fact.from.map { text.label(.opinionOrigin, $0) } ?? "",
            ]
        case .opinionDisposed(let fact):
            line.particulars += [
                harmless(fact.opinion),
                fact.adopted ? text("dossier.opinionAdopted") : text("dossier.opinionDeclined"),
            ]
        case .expertReviewCompleted(let fact):
            if fact.experts.contains(subject) { line.particulars.append(text("trace.asExpert")) }
            if fact.conflict == true { line.particulars.append(text("trace.conflict")) }
        case .riskAssessed(let fact):
            says(text.label(.riskLevel, fact.level), &line)
            line.particulars.append(
                fact.controllable ? text("dossier.controllable") : text("dossier.uncontrollable"))
        case .riskConclusionHandled(let fact): line.particulars.append(words(fact.measures))
        case .stepWaived(let fact):
            says(text.label(.proceduralStep, fact.step), &line)
            reason(fact.ground, &line)
            cites(fact.rule, &line)
        case .legalityReviewSubmitted(let fact):
            line.particulars.append(
                fact.reviewer.map { text("trace.to", ["subject": $0.text]) } ?? "")
        case .legalityReviewCompleted(let fact):
            says(text.label(.legalityConclusion, fact.conclusion), &line)
        case .partyCommitteeReported(let fact): document(fact.reference, &line)
        case .decisionPublished(let fact):
            line.particulars.append(
                fact.channels.map(harmless).joined(separator: text("list.comma")))
        case .decisionWithheld(let fact):
            reason(fact.ground, &line)
            cites(fact.rule, &line)
        case .processArchived(let fact):
            line.particulars.append(
                text("trace.documents", ["count": text.number(fact.manifest.count)]))
        case .executionAssigned(let fact): assigned(fact, &line)
        case .executionReported(let fact): line.particulars.append(words(fact.report))
        case .decisionSuspended(let fact):
            reason(fact.reason, &line)
            if let by = fact.by { line.particulars.append(text("trace.by", ["subject": by.text])) }
        case .decisionAdjusted(let fact): reason(fact.reason, &line)
        case .postEvaluationOrdered(let fact):
            line.particulars += [
                named(fact.evaluator, as: text("trace.evaluator")),
                text("trace.due", ["on": "\(fact.due)"]),
            ]
        case .postEvaluationCompleted(let fact):
            line.particulars.append(named(fact.evaluator, as: text("trace.evaluator")))
        case .overridingLawCited(let fact): cites(fact.rule, &line)
        case .consultationClosed, .decisionRejected, .decisionDeferred, .decisionResumed,
            .decisionClosed:
            break
        case .meetingHeld, .decisionAdopted, .harmConfirmed, .groundDetected, .groundDismissed,
            .decisionDelayIdentified:
            break  // Said above.
        }
    }

    private func initiated(_ fact: DecisionInitiated, _ line: inout Line) {
        line.particulars += [
            named(fact.head, as: text.label(.part, Part.head)),
            named(fact.lead, as: text("trace.lead")),
        ]
        if let officer = fact.leadOfficer {
            line.particulars.append(named(officer, as: text("trace.leadOfficer")))
        }
    }

    private func assigned(_ fact: ExecutionAssigned, _ line: inout Line) {
        line.particulars.append(named(fact.executor, as: text("trace.executor")))
        if let officer = fact.officer {
            line.particulars.append(named(officer, as: text("trace.executionOfficer")))
        }
    }
}

/// What lines of several duties have in common.
extension EventWording {
    /// `行政首长 P-0001`, or, on the person's own trail, `任行政首长`.
    func named(_ somebody: SubjectID, as capacity: String) -> String {
        somebody == subject
            ? text("trace.in", ["capacity": capacity])
            : text("trace.named", ["capacity": capacity, "subject": somebody.text])
    }

    func reason(_ reason: Sealed?, _ line: inout Line) {
        if let reason {
            line.particulars.append(text("trace.ground", ["ground": words(reason)]))
        }
    }

    func cites(_ rule: String?, _ line: inout Line) {
        if let rule { line.particulars.append(text("trace.rule", ["rule": text.cited(rule)])) }
    }

    func document(_ number: String?, _ line: inout Line) {
        if let number {
            line.particulars.append(text("trace.document", ["document": harmless(number)]))
        }
    }

    /// The rules in force then, as far as they were handed in.
    func rules(on day: CalendarDate?) -> Rulebook? {
        guard let law else { return nil }
        return day.flatMap { law.rules(on: $0) } ?? law.rulebooks.last?.content
    }
}
