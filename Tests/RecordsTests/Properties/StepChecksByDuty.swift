import Law
import Vocabulary

@testable import Records

extension StepChecks {
    // MARK: decisions

    /// 10 and 11, by a way of counting that is not the product's: only of decisions that were never
    /// adjusted, whose rounds need no telling apart.
    mutating func adoption(_ fact: DecisionAdopted, _ event: RecordedEvent) {
        guard let on = event.on, on >= day("2020-12-23") else { return }
        let log = log(fact.decision.tag)
        guard standing(DecisionAdjusted.self, in: log).isEmpty,
            standing(DecisionExcluded.self, in: log).isEmpty
        else { return }
        let raised = standing(GroundDetected.self, in: log).map(\.fact.ground)
        func first<F: Fact>(_ kind: F.Type) -> [F] {
            standing(kind, in: log).filter { ($0.recorded.on ?? on) <= on }.map(\.fact)
        }
        let conclusion = first(LegalityReviewCompleted.self).last?.conclusion
        let isUnlawful = conclusion == .unlawful
        let count = raised.count { $0 == "G9.2" }
        expect(
            .groundsOnce, isUnlawful ? count == 1 : count <= 1, "G9.2 \(count) times: \(raised)")
        let waived = Set(first(StepWaived.self).map(\.step))
        func missing(_ isDone: Bool, _ step: ProceduralStep, _ ground: String) {
            let isDue = !isDone && !waived.contains(step)
            expect(.missingStep, !isDue || raised.contains(ground), "\(ground) not raised")
        }
        missing(!first(ConsultationOpened.self).isEmpty, .participation, "G6.1")
        missing(!first(ExpertReviewCompleted.self).isEmpty, .expertReview, "G7.1")
        missing(!first(RiskAssessed.self).isEmpty, .riskAssessment, "G8.1")
        missing(conclusion != nil, .legalityReview, "G9.1")
    }

    /// Each ground once a round, by the machine; whoever raised it before.
    mutating func once(_ fact: GroundDetected) {
        let same = standing(GroundDetected.self, in: log(fact.decision.tag)).filter {
            $0.fact.ground == fact.ground && $0.fact.round == fact.round
                && $0.fact.detectedBy == .machine
        }
        expect(.groundsOnce, same.count <= 1, "\(fact.ground) round \(fact.round)")
    }

    // MARK: sanctions

    /// 14 and 16.
    mutating func imposition(_ fact: SanctionImposed, _ event: RecordedEvent) {
        if fact.measure.needsService, let on = event.on {
            let file = world.register.file(fact.subject)
            let known = file.knowledge()
            let left = file.recordedDeparture(on: on, known: known)?.since
            // What is decided together with a dismissal was decided while in service.
            let dismissed = file.dismissal(by: on, known).flatMap { $0 < on ? $0 : nil }
            let since = [left, dismissed].compactMap(\.self).min()
            expect(.nobodyDeparted, since.map { on < $0 } ?? true, "\(fact.subject) had left")
        }
        guard fact.measure.family == .sanction, let act = fact.act, let authority = fact.authority
        else { return }
        let others = standing(SanctionImposed.self, in: log(fact.subject.tag)).filter {
            $0.fact.act == act && $0.fact.measure.family == .sanction
                && $0.fact.authority != nil && $0.fact.authority != authority
                && !isAnnulled($0.fact.sanction)
        }
        expect(.sanctionedOnce, others.isEmpty, "\(act) by both")
    }

    func isAnnulled(_ sanction: SanctionID) -> Bool {
        // One that nobody can date counts, too.
        let log = log(sanction.tag)
        let fallen = Set(log.compactMap(\.supersedes))
        return log.contains { $0.event.is(SanctionAnnulled.self) && !fallen.contains($0.position) }
    }

    /// 7: out of the status from its day, untouched before it; both in the trail.
    mutating func annulment(_ fact: SanctionAnnulled, _ event: RecordedEvent) {
        guard let on = event.on else { return }
        let file = world.register.file(fact.subject)
        let status = file.status(on: on, under: world.register.law)
        expect(
            .annulment, !status.sanctions.contains { $0.fact.sanction == fact.sanction },
            "\(fact.sanction) in effect on \(on)")
        if let eve = on.adding(days: -1), let index = before.dates.lastIndex(of: eve) {
            let old = before.statuses[fact.subject]?[index].sanctions
            expect(
                .annulment, old == file.status(on: eve, under: world.register.law).sanctions,
                "the day before changed")
        }
        let shown = world.register.trail(fact.subject).items.map(\.recorded.event)
        expect(
            .annulment,
            shown.contains(event.event)
                && shown.contains { $0[SanctionImposed.self]?.sanction == fact.sanction },
            "the trail does not show both")
    }

    mutating func measure(_ recorded: RecordedEvent) {
        if let until = recorded.event[SanctionServed.self]?.remedyUntil {
            workday(until)
            if let on = recorded.on { expect(.calendar, until > on, "\(until) not after \(on)") }
        }
        if let fact = recorded.event[SanctionVaried.self] { lighter(fact, recorded) }
        if let fact = recorded.event[ReputationRestored.self] {
            expect(.annulment, isAnnulled(fact.sanction), "restored what stands")
        }
    }

    /// 4, by the order in which the measures are written down, lightest first.
    private mutating func lighter(_ fact: SanctionVaried, _ recorded: RecordedEvent) {
        let log = log(fact.sanction.tag).filter { $0.position < recorded.position }
        guard let imposed = standing(SanctionImposed.self, in: log).last?.fact else { return }
        let varied = standing(SanctionVaried.self, in: log).last?.recorded[SanctionVaried.self]
        let rectified = standing(SanctionRectified.self, in: log).last?
            .recorded[SanctionRectified.self]
        var changed = varied.map { ($0.moment, measure: $0.fact.measure, months: $0.fact.months) }
        if let rectified, changed.map({ $0.0 <% rectified.moment }) ?? true {
            changed = (rectified.moment, rectified.fact.measure, rectified.fact.months)
        }
        let now = changed?.measure ?? imposed.measure
        let months = changed?.months ?? imposed.months ?? 0
        expect(.neverHeavier, now.family == fact.measure.family, "another family")
        guard let old = Measure.allCases.firstIndex(of: now),
            let new = Measure.allCases.firstIndex(of: fact.measure)
        else { return }
        expect(
            .neverHeavier, new < old || new == old && (fact.months ?? 0) <= months,
            "\(now) \(months) to \(fact.measure) \(fact.months ?? 0)")
    }

    /// 20: no time limit runs out on a rest day, nor in a year whose calendar nobody loaded.
    private mutating func workday(_ due: CalendarDate) {
        do {
            let nature = try world.register.law.calendars.nature(of: due)
            expect(.calendar, !nature.isRestDay, "\(due) is a rest day")
        } catch {
            expect(.calendar, false, "no calendar for \(due)")
        }
    }

    // MARK: appeals

    mutating func appeal(_ recorded: RecordedEvent) {
        let event = recorded.event
        if let fact = event[AppealFiled.self], let due = fact.due, let on = recorded.on {
            workday(due)
            expect(.calendar, fact.late == (on > due), "late is \(fact.late ?? false)")
            let isRuledOut = events.compactMap { $0.event[AdmissibilityRuled.self] }.contains {
                !$0.admitted && $0.reason == .outOfTime && $0.due == due
            }
            expect(.calendar, isRuledOut == (on > due), "ruled out \(isRuledOut)")
        }
        if let fact = event[PanelFormed.self] {
            let log = log(fact.appeal.tag)
            let recused = Set(standing(PanelRecusalDeclared.self, in: log).map(\.fact.officer))
            expect(.fourEyes, recused.isDisjoint(with: fact.members), "recused in the panel")
            expect(.fourEyes, fact.members.count % 2 == 1, "an even panel")
        }
        if let until = event[AppealExtended.self]?.until { workday(until) }
        if let until = event[AppealServed.self]?.nextUntil { workday(until) }
    }

    // MARK: cases

    /// 17 and 19. Cases opened by an organ or on a decision keep the person's rights step by step;
    /// what foreign sources deliver is recorded as delivered.
    mutating func finding(_ fact: FindingMade, _ event: RecordedEvent) {
        let log = log(fact.case.tag).filter { $0.position < event.position }
        guard let opening = standing(CaseOpened.self, in: log).last?.fact,
            opening.authority != nil || opening.decision != nil, opening.recordedFrom == nil
        else { return }
        let told = standing(FactsNotified.self, in: log).contains {
            $0.fact.subject == fact.subject
        }
        let heard =
            standing(DefenceHeard.self, in: log).contains { $0.fact.subject == fact.subject }
            || standing(DefenceWaived.self, in: log).contains { $0.fact.subject == fact.subject }
        expect(.heardFirst, told && heard, "\(fact.subject) told \(told) heard \(heard)")
        expect(
            .fourEyes, asked.approver != nil && asked.approver != asked.actor, "determined alone")
        unrecused(fact.officer, in: fact.case, event)
        if let decision = opening.decision {
            dissent(of: fact.subject, on: decision, in: fact.case)
        }
    }

    mutating func naming(_ fact: PersonNamed) {
        if let decision = fact.decision { dissent(of: fact.subject, on: decision, in: fact.case) }
    }

    private mutating func dissent(
        of subject: SubjectID, on decision: DecisionID, in file: CaseID
    ) {
        let told = log(decision.tag)
        guard standing(DecisionAdjusted.self, in: told).isEmpty,
            let adopted = standing(DecisionAdopted.self, in: told).last?.recorded.on,
            let meeting = standing(MeetingHeld.self, in: told).last(where: {
                ($0.recorded.on ?? adopted) <= adopted
            })?.fact,
            let opinion = meeting.attendees.first(where: { $0.subject == subject })?.opinion,
            opinion == .disagree || opinion == .reserved
        else { return }
        let surfaces = standing(MitigationFound.self, in: log(file.tag)).contains {
            $0.fact.subject == subject && $0.fact.code == "dissent"
        }
        expect(.dissentSurfaces, surfaces, "\(subject) dissented from \(decision)")
    }

    mutating func proceeding(_ recorded: RecordedEvent) {
        if let fact = recorded.event[FactsNotified.self] {
            unrecused(fact.officer, in: fact.case, recorded)
        }
        if let fact = recorded.event[DefenceHeard.self] {
            unrecused(fact.officer, in: fact.case, recorded)
        }
    }

    private mutating func unrecused(
        _ officer: SubjectID?, in file: CaseID, _ event: RecordedEvent
    ) {
        let recused = standing(RecusalDeclared.self, in: log(file.tag)).filter {
            ($0.recorded.on ?? world.today) <= (event.on ?? world.today)
                && $0.recorded.position < event.position
        }.map(\.fact.officer)
        let hands = [officer?.text, asked.actor, asked.approver].compactMap(\.self)
        expect(.fourEyes, !recused.contains { hands.contains($0.text) }, "recused, and acting")
    }
}
