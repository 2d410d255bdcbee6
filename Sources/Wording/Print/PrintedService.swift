public import Law
public import Records
public import Registry
public import Vocabulary

/// A certificate of service (送达回证): of a sanction, or of the outcome of an appeal.
public struct PrintedService: Printed {
    public static let document = PrintDocument.service

    /// What is served.
    public enum Served: Sendable {
        case sanction(SanctionRow)
        case outcome(AppealTimeline, AppealTimeline.Stage)
    }

    public let times: Times
    public let served: Served
    public let person: PrintedPerson
    public let names: [SubjectID: String]
    public let law: Law

    public init(
        times: Times, served: Served, person: PrintedPerson, names: [SubjectID: String], law: Law
    ) {
        self.times = times
        self.served = served
        self.person = person
        self.names = names
        self.law = law
    }

    public func tell(_ values: inout PrintValues, in text: Text) {
        values.tell(person, in: text)
        switch served {
        case .sanction(let row): tell(row, &values, in: text)
        case .outcome(let timeline, let stage): tell(stage, of: timeline, &values, in: text)
        }
    }

    private func tell(_ row: SanctionRow, _ values: inout PrintValues, in text: Text) {
        let imposed = row.life.imposed
        let (fact, decided) = (imposed.fact, row.life.decision)
        // What is served is the decision that holds, not one that another took the place of.
        let entry = decided?.position ?? imposed.position
        values.set(
            .document,
            text(
                "print.served",
                [
                    "document": text.document(
                        imposing: decided?.measure ?? fact.measure, by: fact.authority),
                    "file": fact.sanction.text,
                ]), from: entry)
        values.set(.instrument, decided?.instrument ?? fact.instrument, from: entry)
        values.set(.organ, organ: fact.organ, names, from: imposed.position)
        values.set(
            .decidedOn,
            decided?.isOfChange == true
                ? decided?.on.map { text.written($0) } : text.written(imposed), from: entry)
        if fact.measure.family == .party {
            values.set(.asProvided, text("print.partyRemedy"), from: imposed.position)
        }
        guard let service = row.life.service else { return }
        values.set(.servedOn, text.written(service), from: service.position)
        if fact.measure.family == .party { return }
        values.tell(
            route: service.fact.route, stage: service.fact.stage, until: row.remedyUntil,
            rules: service.on.flatMap { law.bodies(on: $0) }, from: service.position, in: text)
    }

    private func tell(
        _ stage: AppealTimeline.Stage, of timeline: AppealTimeline, _ values: inout PrintValues,
        in text: Text
    ) {
        let course = stage.course
        let decision = course.decision
        values.set(
            .document,
            text(
                "print.served",
                [
                    "document": text(
                        "print.title.outcome",
                        ["stage": text.choose(stage.titleChinese, stage.titleEnglish)]),
                    "file": stage.appeal.text,
                ]), from: course.filing.position)
        values.set(.organ, organ: timeline.organ(of: stage), names, from: course.filing.position)
        values.set(.decidedOn, text.written(decision), from: decision?.position)
        guard let service = course.service else { return }
        values.set(.servedOn, text.written(service), from: service.position)
        if let next = service.fact.next {
            values.tell(
                route: course.filing.fact.route, stage: next, until: service.fact.nextUntil,
                rules: service.on.flatMap { law.bodies(on: $0) }, from: service.position,
                in: text)
        } else {
            values.set(.last, text("print.lastStage"), from: service.position)
        }
    }
}

extension AppealTimeline {
    /// The organ that decides a stage: as filed; of the first, the one that imposed the sanction.
    func organ(of stage: Stage) -> UnitID? {
        if let organ = stage.course.filing.fact.organ { return organ }
        return stages.first?.appeal == stage.appeal ? imposed.fact.organ : nil
    }
}
