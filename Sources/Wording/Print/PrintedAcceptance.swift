public import Law
public import Records
public import Registry
public import Vocabulary

/// A notice whether an appeal is examined (受理通知书): 复审, 复核, 申诉 and 再申诉 by their own names.
public struct PrintedAcceptance: Printed {
    public static let document = PrintDocument.acceptance

    public let times: Times
    public let timeline: AppealTimeline
    public let stage: AppealTimeline.Stage
    public let ruling: Recorded<AdmissibilityRuled>
    public let person: PrintedPerson
    public let names: [SubjectID: String]
    public let law: Law

    /// Nil while nobody has ruled on it: no notice says what was not decided.
    public init?(
        times: Times, timeline: AppealTimeline, appeal: AppealID, person: PrintedPerson,
        names: [SubjectID: String], law: Law
    ) {
        guard let stage = timeline.stages.first(where: { $0.appeal == appeal }),
            let ruling = stage.course.ruling
        else { return nil }
        self.times = times
        self.timeline = timeline
        self.stage = stage
        self.ruling = ruling
        self.person = person
        self.names = names
        self.law = law
    }

    public func tell(_ values: inout PrintValues, in text: Text) {
        values.tell(person, in: text)
        let course = stage.course
        let filing = course.filing
        let title = text.choose(stage.titleChinese, stage.titleEnglish)
        values.set(.stage, title)
        values.set(
            .title,
            text(
                ruling.fact.admitted ? "print.title.accepted" : "print.title.notAccepted",
                ["stage": title]))
        values.set(.appeal, stage.appeal.text, from: filing.position)
        values.set(
            .by,
            filing.fact.by.map { text("print.by", ["by": text.label(.appealBy, $0)]) } ?? "")
        values.set(.filedOn, text.written(filing), from: filing.position)
        values.set(.organ, organ: timeline.organ(of: stage), names, from: filing.position)
        let rules = filing.on.flatMap { law.bodies(on: $0) }
        let route = rules?.route(filing.fact.route)
        values.set(
            .route,
            route.map { text.choose($0.titleChinese, $0.titleEnglish) } ?? filing.fact.route,
            from: filing.position)
        values.set(
            .remedy, text.label(.remedyAct, filing.fact.stage), from: filing.position)
        tellSanction(&values, in: text)
        tellRuling(&values, in: text)
    }

    private func tellSanction(_ values: inout PrintValues, in text: Text) {
        let imposed = timeline.imposed
        let (fact, entry) = (imposed.fact, imposed.position)
        values.set(.decider, organ: fact.organ, names, from: entry)
        values.set(.decidedOn, text.written(imposed), from: entry)
        values.set(.document, text.document(imposing: fact.measure, by: fact.authority))
        values.set(.sanction, fact.sanction.text, from: entry)
        values.set(.measure, text.label(.measure, fact.measure), from: entry)
    }

    private func tellRuling(_ values: inout PrintValues, in text: Text) {
        let course = stage.course
        values.set(.ruledOn, text.written(ruling), from: ruling.position)
        if ruling.fact.admitted {
            values.set(.admitted, "", from: ruling.position)
            values.set(
                .due, stage.deciding?.due.map { text.written($0) },
                from: course.extensions.last?.position)
        } else {
            values.set(
                .reason, ruling.fact.reason.map { text.label(.inadmissibleReason, $0) },
                from: ruling.position)
            values.set(.filingDue, ruling.fact.due.map { text.written($0) })
        }
        let ended = course.decision?.position ?? course.withdrawal?.position
        if let ended {
            values.set(.state, text.label(.appealState, stage.state), from: ended)
        }
    }
}
