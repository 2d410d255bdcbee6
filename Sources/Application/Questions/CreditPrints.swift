internal import Law
public import Records
public import Registry
public import Vocabulary
public import Wording

/// The notice that somebody was put on record (列入告知书).
public struct PrintRecordNotice: PrintQuestion, TimedQuestion {
    public typealias Paper = PrintedRecordNotice
    public static let about: String? = "record"
    public let record: CreditRecordID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> PrintAnswer<PrintedRecordNotice>? {
        guard let view = try ledger.dishonesty(record, at: times),
            let person = try ledger.printed(view.subject, on: nil, times)
        else { return nil }
        return PrintedRecordNotice(
            times: ledger.asked(times), view: view, person: person,
            names: try ledger.names(of: [view.recordingUnit, view.document?.fact.organ], times),
            law: try ledger.law(knownAt: times.knownAt)
        ).map(PrintAnswer.init)
    }
}

/// What was decided on an objection (异议处理决定书).
public struct PrintObjectionDecision: PrintQuestion, TimedQuestion {
    public typealias Paper = PrintedObjection
    public static let about: String? = "objection"
    public let objection: ObjectionID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> PrintAnswer<PrintedObjection>? {
        guard let view = try ledger.objection(objection, at: times),
            let subject = view.course.subject,
            let person = try ledger.printed(subject, on: nil, times)
        else { return nil }
        let organs = [
            view.course.filing.fact.recordingUnit, view.course.reviewAsked?.fact.reviewer,
        ]
        return PrintedObjection(
            times: ledger.asked(times), view: view, person: person,
            names: try ledger.names(of: organs, times)
        ).map(PrintAnswer.init)
    }
}

/// What was decided on an application for repair (信用修复决定书).
public struct PrintRepairDecision: PrintQuestion, TimedQuestion {
    public typealias Paper = PrintedRepair
    public static let about: String? = "repair"
    public let repair: RepairID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        repair = try fields.given("repair", \.repair)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> PrintAnswer<PrintedRepair>? {
        guard let view = try ledger.repair(repair, at: times), let subject = view.course.subject,
            let person = try ledger.printed(subject, on: nil, times)
        else { return nil }
        return PrintedRepair(
            times: ledger.asked(times), view: view, person: person,
            names: try ledger.names(of: [view.course.application.fact.decider], times)
        ).map(PrintAnswer.init)
    }
}
