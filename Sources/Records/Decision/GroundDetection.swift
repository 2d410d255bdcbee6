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
}

extension DecisionPast {
    /// Every ground that the entries show, by the rules in force on the day of each adoption; those
    /// that run on a clock as of `today`.
    ///
    /// - Returns: Each ground once a round.
    func recognisedGrounds(under law: Law, today: CalendarDate?) -> [RecognisedGround] {
        rounds().flatMap { round -> [RecognisedGround] in
            guard let adoption = round.adoption, let on = adoption.on, let rules = law.rules(on: on)
            else { return [] }
            var shown: [(Rulebook.Trigger, CalendarDate, [Position], Bool)] = []
            for trigger in Rulebook.Trigger.allCases {
                guard
                    let (day, evidence) = evidence(
                        of: trigger, in: round, adoption, law, rules, today)
                else { continue }
                let claimed =
                    trigger == .adoptedAfterUnlawful
                    && facts(LegalityReviewCompleted.self, in: round).last?.payload
                        .exploratoryClaim == true
                shown.append((trigger, day, evidence, claimed))
            }
            var grounds: [RecognisedGround] = []
            for (trigger, day, evidence, claimed) in shown {
                for ground in rules.grounds(raisedBy: trigger)
                where ground.detectedBy != .people
                    && !grounds.contains(where: { $0.ground.code == ground.code })
                {
                    grounds.append(
                        RecognisedGround(
                            ground: ground, rulebook: "\(rules.code)/\(rules.version)",
                            round: round.number, on: day, evidence: evidence,
                            isExploratory: claimed))
                }
            }
            return rules.grounds.compactMap { rule in
                grounds.first { $0.ground.code == rule.code }
            }
        }
    }

    /// When the trigger was met and what shows it; nil when it is not met.
    private func evidence(
        of trigger: Rulebook.Trigger, in round: DecisionRound, _ adoption: Fact<DecisionAdopted>,
        _ law: Law, _ rules: Rulebook, _ today: CalendarDate?
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
            if opened.contains(where: { isLongEnough($0, in: round, on, law, rules) }) {
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
                .map(\.payload.opinion))
            let open = facts(OpinionReceived.self, in: round)
                .filter { !answered.contains($0.payload.opinion) }
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
            guard let last = facts(RiskAssessed.self, in: round).last, !last.payload.controllable
            else { return nil }
            let handled = facts(RiskConclusionHandled.self, in: round)
                .contains { (last.on, last.position) <% ($0.on, $0.position) }
            return handled ? nil : (on, [last.position])
        case .legalityReviewAbsent:
            return facts(LegalityReviewCompleted.self, in: round).isEmpty
                ? missing(.legalityReview) : nil
        case .adoptedAfterUnlawful:
            guard let last = facts(LegalityReviewCompleted.self, in: round).last,
                last.payload.conclusion == .unlawful
            else { return nil }
            return (on, [last.position])
        case .decidedOutOfOrder:
            guard let meeting = facts(MeetingHeld.self, in: round).last else {
                return missing(.collectiveDiscussion)
            }
            return meeting.payload.isOutOfOrder ? (on, [meeting.position]) : nil
        case .minutesAbsent:
            guard let meeting = facts(MeetingHeld.self, in: round).last,
                meeting.payload.minutesDigest == nil
            else { return nil }
            return (on, [meeting.position])
        case .notPublished: return unpublished(round, adoption, on, law, today)
        case .postEvaluationOverdue: return overdueEvaluation(round, today)
        }
    }

    /// Whether comments were invited long enough, or the shortening has its reason (713 Art. 15).
    private func isLongEnough(
        _ opened: Fact<ConsultationOpened>, in round: DecisionRound, _ adopted: CalendarDate,
        _ law: Law, _ rules: Rulebook
    ) -> Bool {
        if opened.payload.urgencyReason != nil { return true }
        guard let start = opened.on, let rule = rules.clock("consultationMinimum"),
            let due = try? law.calendars.deadline(rule, from: start).due
        else { return true }
        let closed = facts(ConsultationClosed.self, in: round)
            .first { (opened.on, opened.position) <% ($0.on, $0.position) }?.on
        let end = min(opened.payload.until, closed ?? opened.payload.until, adopted)
        return end >= due
    }

    /// Neither published nor lawfully withheld in time (追责制度 Art. 11).
    private func unpublished(
        _ round: DecisionRound, _ adoption: Fact<DecisionAdopted>, _ on: CalendarDate, _ law: Law,
        _ today: CalendarDate?
    ) -> (CalendarDate, [Position])? {
        guard let due = try? law.deadline("publication", from: on).due,
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
            let due = order.payload.due
            let completed = done.first { report in
                report.payload.evaluator == order.payload.evaluator
                    && (order.on, order.position) <% (report.on, report.position)
            }
            let isLate = completed?.on.map { $0 > due } ?? (today.map { $0 > due } ?? false)
            if isLate, let day = due.adding(days: 1) { return (day, [order.position]) }
        }
        return nil
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
