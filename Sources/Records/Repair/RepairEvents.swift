public import Law
public import Vocabulary

/// Whoever is on record applied for repair (申请信用修复).
///
/// - Invariant: D2 9: never before the least time is over, nor before it was put right.
/// - Units: `on` of the entry is the day of the application: its clocks and its regime follow it.
/// - Source: 新左政发〔2020〕26号 task 12; 信用修复管理办法; 国办发〔2025〕22号.
public struct RepairApplied: RepairFact {
    public static let type: EventType = "repair.applied.v1"

    public let repair: RepairID
    public let record: CreditRecordID
    /// The document in which it promises (信用承诺书).
    public var promise: String?
    /// What shows that it was put right.
    public var proof: String?
    /// The certificate of the organ that confirmed the breach, where the regime asks for one.
    public var certificate: String?
    public let channel: RepairChannel
    public var subject: SubjectID?
    /// The organ that decides: it confirmed what is repaired.
    public var decider: UnitID?
    /// The regime of the day of the application.
    public var regime: String?
    /// The first day on which it could be applied for; absent: no least time runs.
    public var earliest: CalendarDate?
}

extension RepairApplied {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        repair = try fields.given("repair", \.repair, .tag)
        record = try fields.given("record", \.record, .tag)
        promise = try fields.given("promise", \.promise)
        proof = try fields.given("proof", \.proof)
        certificate = try fields.given("certificate", \.certificate)
        channel = try fields.given("repairChannel", \.channel, or: .unit)
        subject = try fields.derived("subject", \.subject, .tag)
        decider = try fields.derived("decider", \.decider)
        regime = try fields.derived("regime", \.regime)
        earliest = try fields.derived("earliest", \.earliest)
    }
}

/// The application is examined (受理修复申请).
public struct RepairAccepted: RepairStep {
    public static let type: EventType = "repair.accepted.v1"

    public let repair: RepairID
    public var record: CreditRecordID?
    public var subject: SubjectID?
}

extension RepairAccepted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        repair = try fields.given("repair", \.repair, .tag)
        (record, subject) = try fields.concerned()
    }
}

/// The application is not examined until what is missing is handed in: all of it is said at once
/// (一次性告知补正).
///
/// - Source: 国办发〔2025〕22号.
public struct RepairRefused: RepairStep {
    public static let type: EventType = "repair.refused.v1"

    public let repair: RepairID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    /// Every paper that is missing.
    public let papers: [String]
}

extension RepairRefused {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        repair = try fields.given("repair", \.repair, .tag)
        papers = try fields.given("papers", \.papers, .required)
        (record, subject) = try fields.concerned()
    }
}

/// The time to decide was extended, once (延长办理期限).
///
/// - Source: 国办发〔2025〕22号.
public struct RepairExtended: RepairStep {
    public static let type: EventType = "repair.extended.v1"

    public let repair: RepairID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    public let reason: Sealed
    /// The last day before, from which the extension runs.
    public var extendedFrom: CalendarDate?
}

extension RepairExtended {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        repair = try fields.given("repair", \.repair, .tag)
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        (record, subject) = try fields.concerned()
        extendedFrom = try fields.derived("extendedFrom", \.extendedFrom)
    }
}

/// Repair was granted or denied by two of the organ that had confirmed the matter (谁认定、谁修复).
///
/// - Source: 新左政发〔2020〕26号 task 12; 信用修复管理办法.
public struct RepairDecided: RepairStep {
    public static let type: EventType = "repair.decided.v1"

    public let repair: RepairID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    public let outcome: RepairOutcome
    /// Why it was denied.
    public var reason: Sealed?
}

extension RepairDecided {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        repair = try fields.given("repair", \.repair, .tag)
        outcome = try fields.given("repairOutcome", \.outcome)
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        (record, subject) = try fields.concerned()
    }
}

/// The record is repaired (修复生效): from its day it counts for nothing and is shown no more; the trail
/// keeps it. Never without a decision that granted it.
///
/// - Invariant: D2 8.
public struct RepairEffected: Fact {
    public static let type: EventType = "repair.effected.v1"
    public static var duty: Duty { .repair }

    public let repair: RepairID
    public let record: CreditRecordID
    public let subject: SubjectID
}

extension RepairEffected {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        repair = try fields.derived("repair", \.repair, .tag)
        record = try fields.derived("record", \.record, .tag)
        subject = try fields.derived("subject", \.subject, .tag)
    }
}

/// The repair was taken back by two: it is shown again for what remains of its time, and for some time
/// nothing of the one concerned is repaired (撤销修复).
///
/// - Source: 信用修复管理办法.
public struct RepairRevoked: RepairStep {
    public static let type: EventType = "repair.revoked.v1"

    public let repair: RepairID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    public let ground: RepairFall
    /// The last day on which nothing can be applied for.
    public var barredUntil: CalendarDate?
}

extension RepairRevoked {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        repair = try fields.given("repair", \.repair, .tag)
        ground = try fields.given("revokedFor", \.ground)
        (record, subject) = try fields.concerned()
        barredUntil = try fields.derived("barredUntil", \.barredUntil)
    }
}
