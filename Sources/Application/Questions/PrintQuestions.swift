public import Law
public import Records
public import Registry
public import Vocabulary
public import Wording

/// A question that is answered with a document to hand out (打印文书).
public protocol PrintQuestion: Question where Reply == PrintAnswer<Paper> {
    associatedtype Paper: Printed
}

extension PrintQuestion {
    /// As it is asked for: `print decision`.
    public static var spoken: String { "print \(Paper.document.rawValue)" }
}

/// The decision that imposed a sanction (处分决定书).
public struct PrintDecision: PrintQuestion, TimedQuestion {
    public typealias Paper = PrintedDecision
    public static let about: String? = "sanction"
    public let sanction: SanctionID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> PrintAnswer<PrintedDecision>? {
        guard let row = try ledger.sanction(sanction, at: times) else { return nil }
        let imposed = row.life.imposed
        guard let person = try ledger.printed(row.subject, on: imposed.on, times) else {
            return nil
        }
        let file = try ledger.caseView(of: row.caseID, at: times)
        let recorded = try ledger.events(at: imposed.position..<imposed.position + 1)
        return PrintAnswer(
            PrintedDecision(
                times: ledger.asked(times), row: row, person: person,
                named: file?.persons.first { $0.subject == row.subject }, opening: file?.opening,
                basis: recorded.first?.basis ?? [],
                names: try ledger.names(of: [imposed.fact.organ], times),
                law: try ledger.law(knownAt: times.knownAt)))
    }
}

/// The certificate of service of a sanction, or of the outcome of an appeal (送达回证).
public struct PrintService: PrintQuestion, TimedQuestion {
    public typealias Paper = PrintedService
    public static let about: String? = "file"
    /// An appeal, or a sanction.
    public let file: FileID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        file = try fields.given("file", \.file)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> PrintAnswer<PrintedService>? {
        let appeal = AppealID(wellFormed: file.text)
        if let timeline = try ledger.appeals(with: appeal, at: times) {
            guard let stage = timeline.stages.first(where: { $0.appeal == appeal }),
                let decision = stage.course.decision
            else { return nil }
            return try answer(
                .outcome(timeline, stage), timeline.subject, on: decision.on,
                [stage.course.filing.fact.organ, timeline.imposed.fact.organ], in: ledger)
        }
        guard let row = try ledger.sanction(SanctionID(wellFormed: file.text), at: times) else {
            return nil
        }
        let imposed = row.life.imposed
        return try answer(
            .sanction(row), row.subject, on: imposed.on, [imposed.fact.organ], in: ledger)
    }

    private func answer(
        _ served: PrintedService.Served, _ subject: SubjectID, on: CalendarDate?,
        _ organs: [UnitID?], in ledger: Ledger
    ) throws -> PrintAnswer<PrintedService>? {
        guard let person = try ledger.printed(subject, on: on, times) else { return nil }
        return PrintAnswer(
            PrintedService(
                times: ledger.asked(times), served: served, person: person,
                names: try ledger.names(of: organs, times),
                law: try ledger.law(knownAt: times.knownAt)))
    }
}

/// The notice whether an appeal is examined (受理通知书).
public struct PrintAcceptance: PrintQuestion, TimedQuestion {
    public typealias Paper = PrintedAcceptance
    public static let about: String? = "appeal"
    public let appeal: AppealID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        appeal = try fields.given("appeal", \.appeal)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> PrintAnswer<PrintedAcceptance>? {
        guard let timeline = try ledger.appeals(with: appeal, at: times),
            let person = try ledger.printed(timeline.subject, on: nil, times)
        else { return nil }
        let organs =
            [timeline.imposed.fact.organ] + timeline.stages.map(\.course.filing.fact.organ)
        return PrintedAcceptance(
            times: ledger.asked(times), timeline: timeline, appeal: appeal, person: person,
            names: try ledger.names(of: organs, times),
            law: try ledger.law(knownAt: times.knownAt)
        ).map(PrintAnswer.init)
    }
}

/// What the register shows of somebody on a day, as known at a moment (证明).
public struct PrintCertificate: PrintQuestion {
    public typealias Paper = PrintedCertificate
    public static let about: String? = "subject"
    public let subject: SubjectID
    public let on: CalendarDate
    public let knownAt: Instant?

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject)
        on = try fields.given("on", \.on)
        knownAt = try fields.given("knownAt", { $0.knownAt.map(Moment.init) })?.instant
    }

    public func answer(in ledger: Ledger) throws -> PrintAnswer<PrintedCertificate>? {
        let times = Times(asOf: on, knownAt: knownAt)
        return try ledger.page(of: subject, at: times).map {
            PrintAnswer(PrintedCertificate(times: times, page: $0))
        }
    }
}

/// An extract of a trail (履历摘录).
public struct PrintTrail: PrintQuestion, TimedQuestion {
    public typealias Paper = PrintedTrail
    public static let about: String? = "subject"
    public let subject: SubjectID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> PrintAnswer<PrintedTrail>? {
        try ledger.page(of: subject, at: times).map {
            PrintAnswer(
                PrintedTrail(
                    times: times, page: $0, law: try ledger.law(knownAt: times.knownAt)))
        }
    }
}

extension Ledger {
    /// Whom a document is about, with the posts held on its day.
    func printed(
        _ subject: SubjectID, on day: CalendarDate?, _ times: Times
    ) throws -> PrintedPerson? {
        guard let page = try page(of: subject, at: times) else { return nil }
        let then = try day.flatMap {
            try self.page(of: subject, at: Times(asOf: $0, knownAt: times.knownAt))
        }
        return PrintedPerson(page, posts: then)
    }

    func names(of organs: [UnitID?], _ times: Times) throws -> [SubjectID: String] {
        try names(
            of: organs.compactMap { $0.map { SubjectID(wellFormed: $0.text) } }, at: times)
    }
}
