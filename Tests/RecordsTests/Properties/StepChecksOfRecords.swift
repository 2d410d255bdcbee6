import Law
import Vocabulary

@testable import Records

extension StepChecks {
    /// 8, 18 and what may never lengthen publication, of what befalls a record of dishonesty.
    mutating func befalls(_ event: RecordedEvent) {
        let isOfRecords = [Duty.objection, .repair, .leniency].contains {
            event.event.belongs(to: $0)
        }
        guard isOfRecords else { return }
        for tag in event.tags where tag.kind == .dishonesty {
            let id = CreditRecordID(wellFormed: tag.identifier)
            shownNoLonger(id)
            if event.event.is(ObjectionDecided.self) || event.event.is(ObjectionReviewed.self)
                || event.event.is(RepairDecided.self)
            {
                decidedByOthers(id, event)
            }
            if let on = event.on, event.event.is(RepairEffected.self) { countsNot(id, on) }
        }
    }

    /// What is corrected by a decision may have another catalogue, and so another time.
    private mutating func shownNoLonger(_ id: CreditRecordID) {
        if events.contains(where: { $0.event.is(DishonestyCorrected.self) }) { return }
        let now = shownUntil(id, by: world.register.events)
        if let then = shownUntil(id, by: before.events) {
            expect(.neverLonger, now.map { $0 <= then } ?? false, "\(id) until \(then)")
        }
    }

    private func shownUntil(_ id: CreditRecordID, by events: [RecordedEvent]) -> CalendarDate? {
        let file = DishonestyFile(about: id, of: events.filter { $0.tags.contains(id.tag) })
        guard let course = file.course(),
            let document = world.register.instrument(course.proposal.fact.instrument)?
                .registration()
        else { return nil }
        return course.publicPeriod(
            ofDocumentDated: document.fact.dated, under: world.register.law
        ).maximum
    }

    private mutating func decidedByOthers(_ id: CreditRecordID, _ event: RecordedEvent) {
        let recorded = before.events.filter {
            $0.tags.contains(id.tag)
                && ($0.event.is(DishonestyProposed.self) || $0.event.is(DishonestyEntered.self))
        }
        func officers(_ event: RecordedEvent) -> Set<Officer> {
            Set([event.actor, event.approver].compactMap { $0 }.compactMap { Officer($0) })
        }
        expect(
            .deciderApart,
            recorded.allSatisfy { officers($0).isDisjoint(with: officers(event)) }, "\(id)")
    }

    private mutating func countsNot(_ id: CreditRecordID, _ day: CalendarDate) {
        let file = DishonestyFile(
            about: id, of: world.register.events.filter { $0.tags.contains(id.tag) })
        guard let course = file.course() else { return }
        let status = world.register.file(course.subject).status(
            on: day, under: world.register.law)
        expect(.repairedCountsNot, !status.records.contains { $0.record == id }, "\(id)")
        expect(
            .repairedCountsNot,
            world.register.trail(course.subject).items.contains {
                $0.recorded.event[DishonestyProposed.self]?.record == id
            }, "\(id) left the trail")
    }
}
