public import Law
public import Records
public import Registry
public import Vocabulary

/// The notice that somebody was put on record, how to object and how to be repaired (列入告知书): 两书同达.
public struct PrintedRecordNotice: Printed {
    public static let document = PrintDocument.recordNotice

    public let times: Times
    public let view: DishonestyView
    public let entry: Recorded<DishonestyEntered>
    public let person: PrintedPerson
    public let names: [SubjectID: String]
    public let law: Law

    /// Nil while it is not entered: nobody is told of what was only proposed.
    public init?(
        times: Times, view: DishonestyView, person: PrintedPerson, names: [SubjectID: String],
        law: Law
    ) {
        guard let entry = view.course.entry else { return nil }
        self.times = times
        self.view = view
        self.entry = entry
        self.person = person
        self.names = names
        self.law = law
    }

    public func tell(_ values: inout PrintValues, in text: Text) {
        values.tell(person, in: text)
        let proposed = view.course.proposal
        values.set(.record, view.record.text, from: proposed.position)
        values.set(.organ, organ: view.recordingUnit, names, from: proposed.position)
        values.set(.since, text.written(entry), from: entry.position)
        values.set(.act, text.words(view.course.act), from: proposed.position)
        values.set(.actOn, text.written(view.course.actOn), from: proposed.position)
        if let document = view.document {
            values.set(.decider, organ: document.fact.organ, names, from: document.position)
            values.set(.decidedOn, text.written(document.fact.dated), from: document.position)
            values.set(.instrument, document.fact.number, from: document.position)
            let kinds = law.bodies(on: document.fact.dated)?.credit
            if let kind = kinds?.instrumentKind(document.fact.kind) {
                values.set(.document, text.choose(kind.chinese, kind.english))
                values.set(.remedy, kind.remedy.map { text.choose($0.chinese, $0.english) })
            }
        }
        guard let period = view.period else { return }
        values.set(.regime, period.regime.map { text.choose($0.chinese, $0.english) })
        values.set(.shownUntil, view.shownUntil.map { text.written($0) })
        values.set(.repairFrom, period.minimum?.next.map { text.written($0) })
        if period.isUngraded { values.set(.reason, text("dishonesty.ungraded")) }
        values.tell(period.settings, in: text)
        if view.course.annulment != nil || view.course.repair != nil {
            values.set(.state, text.label(.dishonestyState, view.state))
        }
    }
}

/// What was decided on an objection, at first or on review (异议处理决定书).
public struct PrintedObjection: Printed {
    public static let document = PrintDocument.objectionDecision

    public let times: Times
    public let view: ObjectionView
    public let person: PrintedPerson
    public let names: [SubjectID: String]

    /// Nil while nothing was decided.
    public init?(
        times: Times, view: ObjectionView, person: PrintedPerson, names: [SubjectID: String]
    ) {
        guard view.course.outcome != nil else { return nil }
        self.times = times
        self.view = view
        self.person = person
        self.names = names
    }

    public func tell(_ values: inout PrintValues, in text: Text) {
        values.tell(person, in: text)
        let course = view.course
        let filing = course.filing
        values.set(.objection, view.objection.text, from: filing.position)
        values.set(.record, course.record.text, from: filing.position)
        values.set(.filedOn, text.written(filing), from: filing.position)
        values.set(
            .ground, view.ground.map { text.choose($0.chinese, $0.english) } ?? filing.fact.ground,
            from: filing.position)
        if let review = course.review {
            values.set(.title, text("print.title.objectionReview"))
            values.set(
                .organ, organ: course.reviewAsked?.fact.reviewer, names, from: review.position)
            tell(review, review.fact.outcome, review.fact.reason, &values, in: text)
        } else if let decision = course.decision {
            values.set(.title, text("print.title.objection"))
            values.set(.organ, organ: filing.fact.recordingUnit, names, from: decision.position)
            values.set(.remedy, text("print.objectionReview"))
            tell(decision, decision.fact.outcome, decision.fact.reason, &values, in: text)
        }
        values.list(
            .consequence, view.changes.map { (text.heading(of: $0.event), $0.position) })
    }

    private func tell(
        _ ruling: Recorded<some Fact>, _ outcome: ObjectionOutcome, _ reason: Sealed,
        _ values: inout PrintValues, in text: Text
    ) {
        values.set(.decidedOn, text.written(ruling), from: ruling.position)
        values.set(.outcome, text.label(.objectionOutcome, outcome), from: ruling.position)
        values.set(.reason, text.words(reason), from: ruling.position)
    }
}

/// What was decided on an application for repair (信用修复决定书).
public struct PrintedRepair: Printed {
    public static let document = PrintDocument.repairDecision

    public let times: Times
    public let view: RepairView
    public let decision: Recorded<RepairDecided>
    public let person: PrintedPerson
    public let names: [SubjectID: String]

    /// Nil while nothing was decided.
    public init?(
        times: Times, view: RepairView, person: PrintedPerson, names: [SubjectID: String]
    ) {
        guard let decision = view.course.decision else { return nil }
        self.times = times
        self.view = view
        self.decision = decision
        self.person = person
        self.names = names
    }

    public func tell(_ values: inout PrintValues, in text: Text) {
        values.tell(person, in: text)
        let applied = view.course.application
        values.set(.repair, view.repair.text, from: applied.position)
        values.set(.record, view.course.record.text, from: applied.position)
        values.set(.filedOn, text.written(applied), from: applied.position)
        values.set(.organ, organ: applied.fact.decider, names, from: applied.position)
        values.set(.regime, view.regime.map { text.choose($0.chinese, $0.english) })
        values.set(.decidedOn, text.written(decision), from: decision.position)
        values.set(
            .outcome, text.label(.repairOutcome, decision.fact.outcome), from: decision.position)
        values.set(.reason, decision.fact.reason.map(text.words), from: decision.position)
        if let effect = view.course.effect {
            values.set(.since, text.written(effect), from: effect.position)
        }
        if let revoked = view.course.revocation {
            values.set(
                .state, text.label(.repairState, view.course.state), from: revoked.position)
        }
    }
}
