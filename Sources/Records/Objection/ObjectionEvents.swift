public import Law
public import Vocabulary

/// Whoever is on record objected to that (提出异议).
///
/// - Units: `on` of the entry is the day of receipt.
/// - Source: 新左政发〔2020〕26号 task 12; 政府信息公开条例 Art. 41; 个人信息保护法 Art. 46.
public struct ObjectionFiled: ObjectionFact {
    public static let type: EventType = "objection.filed.v1"

    public let objection: ObjectionID
    public let record: CreditRecordID
    /// A code of the rules: `wrongPerson`, `overTime` …
    public var ground: String
    public let target: ObjectionTarget
    public let by: ObjectionBy
    public let channel: ObjectionChannel
    /// What is objected.
    public var statement: Sealed?
    public var subject: SubjectID?
    /// The unit that recorded it, whose time runs.
    public var recordingUnit: UnitID?
}

extension ObjectionFiled {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        record = try fields.given("record", \.record, .tag)
        ground = try fields.given("objectionGround", \.ground)
        target = try fields.given("against", \.target, or: .record)
        by = try fields.given("objector", \.by, or: .`self`)
        channel = try fields.given("objectionChannel", \.channel, or: .unit)
        statement = try fields.given("statement", \.statement, owner: .person("subject"))
        subject = try fields.derived("subject", \.subject, .tag)
        recordingUnit = try fields.derived("recordingUnit", \.recordingUnit)
    }
}

/// The objection is examined (受理异议).
public struct ObjectionAccepted: ObjectionStep {
    public static let type: EventType = "objection.accepted.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
}

extension ObjectionAccepted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        (record, subject) = try fields.concerned()
    }
}

/// The objection is not examined, with the reason (不予受理异议).
public struct ObjectionRefused: ObjectionStep {
    public static let type: EventType = "objection.refused.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    public let reason: Sealed
}

extension ObjectionRefused {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        (record, subject) = try fields.concerned()
    }
}

/// The record was marked as objected to, on the page and on the platform (异议标注).
///
/// - Source: 河南省社会信用条例 Art. 41, 深圳 Art. 50, as patterns.
public struct ObjectionFlagged: ObjectionStep {
    public static let type: EventType = "objection.flagged.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
}

extension ObjectionFlagged {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        (record, subject) = try fields.concerned()
    }
}

/// Whoever gave the information was asked (向来源单位核查). The longer time to decide runs, from receipt.
///
/// - Source: 河南省社会信用条例 Art. 41, as a pattern.
public struct ObjectionSourceAsked: ObjectionStep {
    public static let type: EventType = "objection.sourceAsked.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    public let source: UnitID
    /// The day of receipt, from which the time to decide runs.
    public var filedOn: CalendarDate?
}

extension ObjectionSourceAsked {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        source = try fields.given("sourceUnit", \.source)
        (record, subject) = try fields.concerned()
        filedOn = try fields.derived("filedOn", \.filedOn)
    }
}

/// The source answered (来源单位答复).
public struct ObjectionSourceAnswered: ObjectionStep {
    public static let type: EventType = "objection.sourceAnswered.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    public let source: UnitID
    public let answer: Sealed
}

extension ObjectionSourceAnswered {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        source = try fields.given("sourceUnit", \.source)
        answer = try fields.given("answer", \.answer, owner: .person("subject"))
        (record, subject) = try fields.concerned()
    }
}

/// Something is appraised; meanwhile the time to decide does not run (检验、检测、鉴定开始).
///
/// - Source: 河南省社会信用条例 Art. 41, as a pattern.
public struct ObjectionAppraisalBegan: ObjectionStep {
    public static let type: EventType = "objection.appraisalBegan.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    /// What is appraised.
    public let matter: String
}

extension ObjectionAppraisalBegan {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        matter = try fields.given("appraisal", \.matter)
        (record, subject) = try fields.concerned()
    }
}

/// The appraisal ended; from the day after, the time to decide runs again (检验、检测、鉴定结束).
public struct ObjectionAppraisalEnded: ObjectionStep {
    public static let type: EventType = "objection.appraisalEnded.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
}

extension ObjectionAppraisalEnded {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        (record, subject) = try fields.concerned()
    }
}
