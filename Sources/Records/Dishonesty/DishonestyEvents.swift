public import Law
public import Vocabulary

/// Somebody is proposed for a record of dishonesty on a document in force (提出列入政务失信记录).
///
/// - Invariant: D2 15: an effective document of a kind that the rules of its day admit, from an organ
///   and by a recorder that this kind allows, and an act of office.
/// - Units: `on` of the entry is the day of the proposal, `actOn` that of the act.
/// - Source: 新左政发〔2020〕26号 tasks 8 and 9.
public struct DishonestyProposed: DishonestyFact {
    public static let type: EventType = "dishonesty.proposed.v1"

    public let record: CreditRecordID
    public let instrument: InstrumentID
    public let subject: SubjectID
    public let actOn: CalendarDate
    /// What was done.
    public let act: Sealed
    public let nexus: Nexus
    public var catalogue: CatalogueScope
    /// Which edition of the catalogue, and which item of it.
    public var edition: String?
    public var item: String?
    /// Whether food, medicines, special equipment, work or fire safety are concerned.
    public var safety: Bool?
    /// The kind of the document.
    public var kind: String = ""
    /// What a person was on the day of the act.
    public var role: RoleSnapshot?
    /// The regime of the day of the document.
    public var regime: String = ""
    public var irregularities: [Irregularity] = []
}

extension DishonestyProposed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        instrument = try fields.given("instrument", \.instrument, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        actOn = try fields.given("actOn", \.actOn)
        act = try fields.given("act", \.act, owner: .person("subject"))
        nexus = try fields.given("nexus", \.nexus)
        catalogue = try fields.given("catalogue", \.catalogue, or: .outside)
        edition = try fields.given("edition", \.edition)
        item = try fields.given("creditItem", \.item)
        safety = try fields.given("safety", \.safety)
        kind = try fields.derived("kind", \.kind)
        role = try fields.derived("role", \.role)
        regime = try fields.derived("regime", \.regime)
        irregularities = try fields.derived("irregularities", \.irregularities)
    }
}

/// The record was entered (列入政务失信记录): a second officer of the same unit stands behind it.
///
/// - Units: `on` of the entry is the day on which it counts.
/// - Source: 新左政发〔2020〕26号 task 8.
public struct DishonestyEntered: DishonestyStep {
    public static let type: EventType = "dishonesty.entered.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
}

extension DishonestyEntered {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        subject = try fields.concerned()
    }
}

/// The one concerned was told of the record, how to object and how to be repaired (两书同达).
///
/// - Units: `on` of the entry is the day on which it was told.
/// - Source: 个人信息保护法 Art. 35; 国办发〔2025〕22号.
public struct DishonestyNotified: DishonestyStep {
    public static let type: EventType = "dishonesty.notified.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
    /// How it was told.
    public let channel: String
    public let objectionTold: Bool
    public let repairTold: Bool
}

extension DishonestyNotified {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        channel = try fields.given("channel", \.channel)
        objectionTold = try fields.given("objectionTold", \.objectionTold)
        repairTold = try fields.given("repairTold", \.repairTold)
        subject = try fields.concerned()
    }
}

/// How grave it is was graded (失信程度认定), where the regime of the day knows grades.
///
/// - Source: 信用修复管理办法 (2026).
public struct DishonestyGraded: DishonestyStep {
    public static let type: EventType = "dishonesty.graded.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
    public var grade: String
    /// The standard of the sector by which it was graded.
    public let standard: String
}

extension DishonestyGraded {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        grade = try fields.given("grade", \.grade)
        standard = try fields.given("standard", \.standard)
        subject = try fields.concerned()
    }
}

/// The one concerned stated something that stands beside the record (主体说明).
public struct DishonestyStated: DishonestyStep {
    public static let type: EventType = "dishonesty.stated.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
    public let statement: Sealed
}

extension DishonestyStated {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        statement = try fields.given("statement", \.statement, owner: .person("subject"))
        subject = try fields.concerned()
    }
}

/// The unit explained itself in writing and said what it does about it (书面说明).
///
/// - Source: 国发〔2016〕76号.
public struct DishonestyExplained: DishonestyStep {
    public static let type: EventType = "dishonesty.explained.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
    public let explanation: Sealed
    /// What it does so that it does not happen again.
    public let improvement: String
}

extension DishonestyExplained {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        explanation = try fields.given("explanation", \.explanation, owner: .person("subject"))
        improvement = try fields.given("improvement", \.improvement)
        subject = try fields.concerned()
    }
}

/// It was ordered to be put right by a day (责令限期整改).
///
/// - Source: 发改财金〔2023〕1103号; 国发〔2016〕76号.
public struct RectificationOrdered: DishonestyStep {
    public static let type: EventType = "dishonesty.rectificationOrdered.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
    public let until: CalendarDate
    public let organ: UnitID
}

extension RectificationOrdered {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        until = try fields.given("until", \.until)
        organ = try fields.given("organ", \.organ)
        subject = try fields.concerned()
    }
}

/// It was put right, and the organ that confirmed the breach says so (整改到位).
public struct DishonestyRectified: DishonestyStep {
    public static let type: EventType = "dishonesty.rectified.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
    /// The document that shows it.
    public let proof: String
}

extension DishonestyRectified {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        proof = try fields.given("proof", \.proof)
        subject = try fields.concerned()
    }
}
