public import Law
public import Vocabulary

/// A ground that a machine recognises in the file of a decision (疑似情形).
///
/// - Invariant: Suspected, never found: it touches no status and no record of anybody.
public struct RecognisedGround: Hashable, Sendable {
    public let ground: Rulebook.Ground
    /// `XZZ-2020-26/1`.
    public let rulebook: String
    public let round: Int
    /// The day on which it arose.
    public let on: CalendarDate
    /// The entries it rests on; a step that is missing rests on the adoption.
    public let evidence: [Position]
    /// Whether an exploratory reform was claimed (713 Art. 28).
    public let isExploratory: Bool
    let name: GroundName
}

extension DecisionPast {
    /// The law by which it is judged: as it was known when the decision was closed, once it is.
    ///
    /// I13: what is finished stays finished. Where nothing was law then, nothing was judged.
    func judging(_ law: Law) -> Law {
        guard let closed = log.standing(DecisionClosed.self, knownAt: moment).last else {
            return law
        }
        let then = law.known(at: closed.at)
        return then.firstDay == nil ? law : then
    }

    /// Every ground that the entries show, by every body that claims the decision: those in force on
    /// the day of each adoption. What runs on a clock is as of `today`.
    ///
    /// - Returns: Each ground of each body once a round; none of a matter that is excluded (713 Art. 3).
    func recognisedGrounds(under law: Law, today: CalendarDate?) -> [RecognisedGround] {
        if exclusion != nil { return [] }
        let law = judging(law)
        return rounds().flatMap { round -> [RecognisedGround] in
            guard let adoption = round.adoption, let on = adoption.on,
                let rules = law.decisionBodies(on: on)
            else { return [] }
            return rules.grounds.compactMap { body, ground in
                guard let trigger = ground.trigger, ground.detectedBy != .people,
                    let (day, evidence) = evidence(
                        of: trigger, in: round, adoption, law, (body, rules), today)
                else { return nil }
                let isExploratory =
                    trigger == .adoptedAfterUnlawful
                    && facts(LegalityReviewCompleted.self, in: round).last?.fact
                        .exploratoryClaim == true
                return RecognisedGround(
                    ground: ground, rulebook: body.edition, round: round.number, on: day,
                    evidence: evidence, isExploratory: isExploratory,
                    name: GroundName(ground.code, of: body.code))
            }
        }
    }

    /// The body whose ground it is, among all that are in force.
    private typealias Claim = (body: Rulebook, rules: Bodies)

    /// When the trigger was met and what shows it; nil when it is not met.
    private func evidence(
        of trigger: Rulebook.Trigger, in round: DecisionRound,
        _ adoption: Recorded<DecisionAdopted>, _ law: Law, _ claim: Claim,
        _ today: CalendarDate?
    ) -> (CalendarDate, [Position])? {
        guard let on = adoption.on else { return nil }
        func missing(_ step: ProceduralStep) -> (CalendarDate, [Position])? {
            isWaived(step, in: round) == nil ? (on, [adoption.position]) : nil
        }
        switch trigger {
        case .consultationAbsentOrShort:
            if isWaived(.participation, in: round) != nil { return nil }
            let opened = facts(ConsultationOpened.self, in: round)
            if opened.isEmpty { return (on, [adoption.position]) }
            if opened.contains(where: { isLongEnough($0, in: round, on, law, claim) }) {
                return nil
            }
            let closed = facts(ConsultationClosed.self, in: round)
            return (on, (opened.map(\.position) + closed.map(\.position)).sorted())
        case .opinionsUnanswered:
            // What comes after the matter went to the meeting answers nobody in time.
            let submitted = facts(MeetingHeld.self, in: round).first?.on ?? on
            let answered = Set(
                facts(OpinionDisposed.self, in: round).filter {
                    $0.on.map { $0 <= submitted } ?? false
                }
                .map(\.fact.opinion))
            let open = facts(OpinionReceived.self, in: round)
                .filter { !answered.contains($0.fact.opinion) }
            return open.isEmpty ? nil : (on, open.map(\.position))
        case .mandatoryHearingNotHeld:
            let required = facts(HearingRequired.self, in: round)
            if required.isEmpty || !facts(HearingHeld.self, in: round).isEmpty { return nil }
            let refused = facts(HearingNotHeld.self, in: round)
            return (on, (required.map(\.position) + refused.map(\.position)).sorted())
        case .expertReviewAbsent:
            return facts(ExpertReviewCompleted.self, in: round).isEmpty
                ? missing(.expertReview) : nil
        case .expertInterest: return nil  // It assists people; by itself it raises nothing.
        case .riskAssessmentAbsent:
            return facts(RiskAssessed.self, in: round).isEmpty ? missing(.riskAssessment) : nil
        case .riskConclusionNotHandled:
            guard let last = facts(RiskAssessed.self, in: round).last, !last.fact.controllable
            else { return nil }
            let handled = facts(RiskConclusionHandled.self, in: round)
                .contains { (last.on, last.position) <% ($0.on, $0.position) }
            return handled ? nil : (on, [last.position])
        case .legalityReviewAbsent:
            return facts(LegalityReviewCompleted.self, in: round).isEmpty
                ? missing(.legalityReview) : nil
        case .adoptedAfterUnlawful:
            guard let last = facts(LegalityReviewCompleted.self, in: round).last,
                last.fact.conclusion == .unlawful
            else { return nil }
            return (on, [last.position])
        case .decidedOutOfOrder:
            guard let meeting = facts(MeetingHeld.self, in: round).last else {
                return missing(.collectiveDiscussion)
            }
            return meeting.fact.isOutOfOrder ? (on, [meeting.position]) : nil
        case .minutesAbsent:
            guard let meeting = facts(MeetingHeld.self, in: round).last,
                meeting.fact.minutesDigest == nil
            else { return nil }
            return (on, [meeting.position])
        case .notPublished: return unpublished(round, adoption, on, law, claim, today)
        case .postEvaluationOverdue: return overdueEvaluation(round, today)
        }
    }

    /// Whether comments were invited long enough, or the shortening has its reason (713 Art. 15).
    private func isLongEnough(
        _ opened: Recorded<ConsultationOpened>, in round: DecisionRound, _ adopted: CalendarDate,
        _ law: Law, _ claim: Claim
    ) -> Bool {
        if opened.fact.urgencyReason != nil { return true }
        guard let start = opened.on,
            let rule = claim.rules.clock("consultationMinimum", judgingBy: claim.body),
            let due = try? law.calendars.deadline(rule, from: start).due
        else { return true }
        let closed = facts(ConsultationClosed.self, in: round)
            .first { (opened.on, opened.position) <% ($0.on, $0.position) }?.on
        let end = min(opened.fact.until, closed ?? opened.fact.until, adopted)
        return end >= due
    }

    /// Neither published nor lawfully withheld in time (追责制度 Art. 11).
    private func unpublished(
        _ round: DecisionRound, _ adoption: Recorded<DecisionAdopted>, _ on: CalendarDate,
        _ law: Law, _ claim: Claim, _ today: CalendarDate?
    ) -> (CalendarDate, [Position])? {
        guard let due = try? law.publicationDue(on, by: claim.body, among: claim.rules),
            let late = due.adding(days: 1)
        else { return nil }
        let published = facts(DecisionPublished.self).first { followed($0.on, round) }
        let withheld = facts(DecisionWithheld.self).first { followed($0.on, round) }
        let done = [published?.on, withheld?.on].compactMap { $0 }.min()
        if let done { return done <= due ? nil : (late, [adoption.position]) }
        if let until = round.until, until <= due { return nil }
        guard let today, today > due else { return nil }
        return (late, [adoption.position])
    }

    /// An evaluation that was ordered and is not there on its day (追责制度 Art. 11).
    private func overdueEvaluation(
        _ round: DecisionRound, _ today: CalendarDate?
    ) -> (CalendarDate, [Position])? {
        let orders = facts(PostEvaluationOrdered.self).filter { followed($0.on, round) }
        let done = facts(PostEvaluationCompleted.self)
        for order in orders {
            let due = order.fact.due
            let completed = done.first { report in
                report.fact.evaluator == order.fact.evaluator
                    && (order.on, order.position) <% (report.on, report.position)
            }
            let isLate = completed?.on.map { $0 > due } ?? (today.map { $0 > due } ?? false)
            if isLate, let day = due.adding(days: 1) { return (day, [order.position]) }
        }
        return nil
    }
}

extension Law {
    /// The last day to publish what was adopted on that day, as a body has it; nil where the law
    /// fixes none.
    func publicationDue(
        _ adopted: CalendarDate, by body: Rulebook, among rules: Bodies
    ) throws(CalendarMissing) -> CalendarDate? {
        guard let rule = rules.clock("publication", judgingBy: body) else { return nil }
        return try calendars.deadline(rule, from: adopted).due
    }
}

extension MeetingHeld {
    /// The head did not speak last, or went against the majority and gave no reasons (713 Art. 30).
    var isOutOfOrder: Bool {
        if headSpokeLast == false { return true }
        guard headReasons == nil, let head = attendees.first(where: { $0.part == .head }) else {
            return false
        }
        let others = attendees.filter { $0.part != .observer && $0.subject != head.subject }
        let agree = others.count { $0.opinion == .agree }
        let disagree = others.count { $0.opinion == .disagree }
        switch head.opinion {
        case .agree: return disagree > agree
        case .disagree: return agree > disagree
        case .reserved, .abstained, .unstated: return false
        }
    }
}
