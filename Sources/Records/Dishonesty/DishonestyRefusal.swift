public import Law
public import Vocabulary

/// Why a record of dishonesty is not proposed, entered, told of or changed.
public enum DishonestyRefusal: RefusalReason {
    case unknown(CreditRecordID)
    /// The number belongs to another record.
    case proposedOtherwise(CreditRecordID, at: Position)
    /// The document has effect only from a later day.
    case notEffective(InstrumentID, from: CalendarDate)
    case instrumentAnnulled(InstrumentID, on: CalendarDate)
    /// The document does not name the one concerned; those whom it names.
    case wrongSubject(SubjectID, InstrumentID)
    /// The act was none of office.
    case notInOffice
    /// The act lies after the document.
    case actAfterInstrument(dated: CalendarDate)
    /// Nobody said for which unit it is recorded.
    case nobodyRecords
    /// The unit does not record on such documents; which do.
    case notEntitled(UnitID, kind: String, recorders: [String])
    /// The same document put the same subject on record already.
    case recordedAlready(SubjectID, as: CreditRecordID)
    /// The loaded edition has no such item.
    case unknownItem(String, edition: String)
    /// A catalogue without edition and item, or an item outside of all catalogues.
    case itemMissing
    case itemOutside
    /// The step is not the next one.
    case notEntered(CreditRecordID)
    case enteredAlready(CreditRecordID, on: CalendarDate)
    case annulledAlready(CreditRecordID, on: CalendarDate)
    case notAnnulled(CreditRecordID)
    /// Before what it follows.
    case beforeStep(CreditRecordID, day: CalendarDate)
    /// Another unit proposed it.
    case otherUnit(CreditRecordID, unit: String)
    /// Who proposed it does not approve it.
    case approverProposed(Officer)
    /// The one concerned is not told how to object, or how to be repaired.
    case objectionUntold
    case repairUntold(from: CalendarDate)
    case notifiedAlready(CreditRecordID, on: CalendarDate)
    /// The regime of that day knows no grades.
    case noGrades(regime: String)
    case unknownGrade(String, known: [String])
    /// Only the organ that issued the document does that.
    case notConfirmingOrgan(UnitID)
    /// The order's day lies behind it.
    case orderBehind(until: CalendarDate)
    case rectifiedAlready(CreditRecordID, on: CalendarDate)
    case nothingCorrected
    /// A link with nothing, or with several things.
    case oneLink
    /// The person held no post on that day.
    case postNotHeld(SubjectID, on: CalendarDate)
    /// The range is narrower than the record was announced.
    case rangeTooNarrow(published: String)
    /// Neither the one concerned nor linked.
    case notLinked(SubjectID, CreditRecordID)
    case notAnAmount
    /// Only a unit explains itself.
    case notAUnit(SubjectID)

    public var message: Message {
        switch self {
        case .unknown(let id): .refusal("unknownDishonesty", Self.task8, ["record": id])
        case .proposedOtherwise(let id, let position):
            .refusal("proposedOtherwise", Self.task8, ["record": id, "position": position])
        case .notEffective(let id, let from):
            .refusal("instrumentNotEffective", Self.task8, ["instrument": id, "from": from])
        case .instrumentAnnulled(let id, let day):
            .refusal("instrumentAnnulledBefore", Self.task8, ["instrument": id, "day": day])
        case .wrongSubject(let subject, let id):
            .refusal("wrongSubject", Self.task8, ["subject": subject, "instrument": id])
        case .notInOffice: .refusal("notInOffice", Self.task8)
        case .actAfterInstrument(let dated):
            .refusal("actAfterInstrument", Self.task8, ["dated": dated])
        case .nobodyRecords: .refusal("nobodyRecords", Self.task8)
        case .notEntitled(let unit, let kind, let recorders):
            .refusal(
                "recorderNotEntitled", Self.task8,
                ["unit": unit, "kind": kind, "recorders": recorders])
        case .recordedAlready(let subject, let id):
            .refusal("recordedAlready", Self.task8, ["subject": subject, "record": id])
        case .unknownItem(let item, let edition):
            .refusal("unknownCatalogueItem", Self.order, ["item": item, "edition": edition])
        case .itemMissing: .refusal("catalogueItemMissing", Self.order)
        case .itemOutside: .refusal("catalogueItemOutside", Self.order)
        case .notEntered(let id): .refusal("recordNotEntered", Self.task8, ["record": id])
        case .enteredAlready(let id, let day):
            .refusal("recordEnteredAlready", Self.task8, ["record": id, "day": day])
        case .annulledAlready(let id, let day):
            .refusal("recordAnnulledAlready", Self.task8, ["record": id, "day": day])
        case .notAnnulled(let id): .refusal("recordNotAnnulled", Self.restored, ["record": id])
        case .beforeStep(let id, let day):
            .refusal("recordBeforeStep", Self.task8, ["record": id, "day": day])
        case .otherUnit(let id, let unit):
            .refusal("recordOtherUnit", Self.task8, ["record": id, "unit": unit])
        case .approverProposed(let officer):
            .refusal("approverProposed", Basis.dueProcess, ["person": officer])
        case .objectionUntold: .refusal("objectionUntold", Self.told)
        case .repairUntold(let from):
            .refusal("repairUntold", "国办发〔2025〕22号", ["from": from])
        case .notifiedAlready(let id, let day):
            .refusal("recordNotifiedAlready", Self.told, ["record": id, "day": day])
        case .noGrades(let regime): .refusal("noGrades", Self.order, ["regime": regime])
        case .unknownGrade(let grade, let known):
            .refusal("unknownGrade", Self.order, ["grade": grade, "known": known])
        case .notConfirmingOrgan(let organ):
            .refusal("notConfirmingOrgan", Self.order, ["organ": organ])
        case .orderBehind(let until): .refusal("orderBehind", Self.explained, ["until": until])
        case .rectifiedAlready(let id, let day):
            .refusal("rectifiedAlready", Self.explained, ["record": id, "day": day])
        case .nothingCorrected: .refusal("nothingCorrected", "个人信息保护法#46")
        case .oneLink: .refusal("oneLink", "XZZ-2020-26-T11")
        case .postNotHeld(let person, let day):
            .refusal("postNotHeld", "XZZ-2020-26-T11", ["person": person, "day": day])
        case .rangeTooNarrow(let published):
            .refusal("rangeTooNarrow", Self.restored, ["published": published])
        case .notLinked(let person, let id):
            .refusal("notLinked", Self.restored, ["person": person, "record": id])
        case .notAnAmount: .refusal("notAnAmount", Self.restored)
        case .notAUnit(let subject):
            .refusal("explainerNotAUnit", Self.explained, ["subject": subject])
        }
    }

    private static let task8 = Basis.integrityRecord
    private static let order = "信用修复管理办法"
    private static let told = "个人信息保护法#35"
    private static let explained = "国发〔2016〕76号"
    private static let restored = "政务处分法#60"
}

extension Refusal {
    static func dishonesty(_ reason: DishonestyRefusal) -> Refusal { Refusal(reason) }
}
