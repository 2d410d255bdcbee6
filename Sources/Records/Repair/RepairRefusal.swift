public import Law
public import Vocabulary

/// Why a repair is not applied for, decided or taken back.
public enum RepairRefusal: RefusalReason {
    case unknown(RepairID)
    /// The number belongs to another application.
    case appliedOtherwise(RepairID, at: Position)
    /// One for the same record waits to be decided.
    case pending(RepairID, record: CreditRecordID)
    case repairedAlready(CreditRecordID, on: CalendarDate)
    /// Its regime knows grades, and it was never graded.
    case notGraded(CreditRecordID)
    /// Its least time runs: the last day, and the first on which it can be applied for.
    case minimumRuns(until: CalendarDate, from: CalendarDate)
    /// It was not put right by then.
    case notRectified(CreditRecordID)
    /// Of a confirmed breach: without a certificate.
    case noCertificate(CreditRecordID)
    case noPromise
    /// A repair was taken back: the last day on which nothing can be applied for, and the first on which
    /// something can.
    case barred(until: CalendarDate, from: CalendarDate)
    /// Before what it follows.
    case beforeStep(RepairID, day: CalendarDate)
    /// The step was taken on another day, or otherwise.
    case stepTaken(RepairID, on: CalendarDate)
    case decidedAlready(RepairID, on: CalendarDate)
    case refusedAlready(RepairID, on: CalendarDate)
    case acceptedAlready(RepairID, on: CalendarDate)
    case notAccepted(RepairID)
    /// It was extended once, and is not again.
    case extendedAlready(RepairID, on: CalendarDate)
    /// Nothing is said of what is missing.
    case noPapers
    /// Denied without a reason.
    case noReason
    /// Who recorded or approved the record does not decide on it.
    case deciderRecorded(Officer, CreditRecordID)
    case notEffected(RepairID)

    public var message: Message {
        switch self {
        case .unknown(let id): .refusal("unknownRepair", Self.basis, ["repair": id])
        case .appliedOtherwise(let id, let position):
            .refusal("repairAppliedOtherwise", Self.basis, ["repair": id, "position": position])
        case .pending(let id, let record):
            .refusal("repairPending", Self.basis, ["repair": id, "record": record])
        case .repairedAlready(let record, let day):
            .refusal("repairedAlready", Self.basis, ["record": record, "day": day])
        case .notGraded(let record): .refusal("repairNotGraded", Self.order, ["record": record])
        case .minimumRuns(let until, let from):
            .refusal("minimumRuns", Self.order, ["until": until, "from": from])
        case .notRectified(let record):
            .refusal("repairNotRectified", Self.order, ["record": record])
        case .noCertificate(let record):
            .refusal("repairNoCertificate", "发改财金〔2023〕1103号", ["record": record])
        case .noPromise: .refusal("repairNoPromise", Self.order)
        case .barred(let until, let from):
            .refusal("repairBarred", Self.order, ["until": until, "from": from])
        case .beforeStep(let id, let day):
            .refusal("repairBeforeStep", Self.basis, ["repair": id, "day": day])
        case .stepTaken(let id, let day):
            .refusal("repairStepTaken", Self.basis, ["repair": id, "day": day])
        case .decidedAlready(let id, let day):
            .refusal("repairDecidedAlready", Self.basis, ["repair": id, "day": day])
        case .refusedAlready(let id, let day):
            .refusal("repairRefusedAlready", Self.basis, ["repair": id, "day": day])
        case .acceptedAlready(let id, let day):
            .refusal("repairAcceptedAlready", Self.basis, ["repair": id, "day": day])
        case .notAccepted(let id): .refusal("repairNotAccepted", Self.basis, ["repair": id])
        case .extendedAlready(let id, let day):
            .refusal("repairExtendedAlready", Self.notice, ["repair": id, "day": day])
        case .noPapers: .refusal("repairNoPapers", Self.notice)
        case .noReason: .refusal("repairNoReason", Self.basis)
        case .deciderRecorded(let officer, let record):
            .refusal(
                "deciderRecorded", Basis.dueProcess, ["person": officer, "record": record])
        case .notEffected(let id): .refusal("repairNotEffected", Self.order, ["repair": id])
        }
    }

    private static let basis = Basis.objection
    private static let order = "信用修复管理办法"
    private static let notice = "国办发〔2025〕22号"
}

extension Refusal {
    static func repair(_ reason: RepairRefusal) -> Refusal { Refusal(reason) }
}
