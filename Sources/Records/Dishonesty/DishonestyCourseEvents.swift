public import Law
public import Vocabulary

/// What the record says was corrected by two (记录更正): the act, its day, the catalogue. Whom it is on
/// never is: that is another record.
///
/// - Source: 征信业管理条例 Art. 25, as a pattern; 个人信息保护法 Art. 46.
public struct DishonestyCorrected: DishonestyStep {
    public static let type: EventType = "dishonesty.corrected.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
    public let reason: String
    public var act: Sealed?
    public var actOn: CalendarDate?
    public var catalogue: CatalogueScope?
    public var edition: String?
    public var item: String?
    public var safety: Bool?
}

extension DishonestyCorrected {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        reason = try fields.given("reason", \.reason)
        act = try fields.given("act", \.act, owner: .person("subject"))
        actOn = try fields.given("actOn", \.actOn)
        catalogue = try fields.given("catalogue", \.catalogue)
        edition = try fields.given("edition", \.edition)
        item = try fields.given("creditItem", \.item)
        safety = try fields.given("safety", \.safety)
        subject = try fields.concerned()
    }
}

/// The record was annulled (记录撤销): it should not have been, or its document is gone.
///
/// - Units: `on` of the entry is the day from which it counts no more.
/// - Source: 山东省社会信用条例 Art. 40, as a pattern; 政务处分法 Art. 60.
public struct DishonestyAnnulled: DishonestyStep {
    public static let type: EventType = "dishonesty.annulled.v1"

    public let record: CreditRecordID
    public let ground: DishonestyFall
    public var subject: SubjectID?
}

extension DishonestyAnnulled {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        ground = try fields.given("ground", \.ground)
        subject = try fields.concerned()
    }
}

/// The document on which the record rests was changed, and the record with it (记录随文书变更). Never
/// without that.
public struct DishonestyVaried: Fact {
    public static let type: EventType = "dishonesty.varied.v1"
    public static var duty: Duty { .dishonesty }

    public let record: CreditRecordID
    public let instrument: InstrumentID
    public let subject: SubjectID
    /// What remains of the document.
    public let remains: String
}

extension DishonestyVaried {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.derived("record", \.record, .tag)
        instrument = try fields.derived("instrument", \.instrument, .tag)
        subject = try fields.derived("subject", \.subject, .tag)
        remains = try fields.derived("remains", \.remains)
    }
}

/// The record was linked with a person, a unit, a decision or a project (记录关联). A link is no record of
/// its own, and counts for nothing.
///
/// - Units: `inPostOn` is the day of which the link speaks: the role held then is copied.
/// - Source: 新左政发〔2020〕26号 tasks 11 and 14.
public struct DishonestyLinked: DishonestyStep {
    public static let type: EventType = "dishonesty.linked.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
    public let relation: LinkRelation
    public var person: SubjectID?
    public var unit: UnitID?
    public var decision: DecisionID?
    /// By its name or number.
    public var project: String?
    public var inPostOn: CalendarDate?
    public var role: RoleSnapshot?
}

extension DishonestyLinked {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        relation = try fields.given("relation", \.relation)
        person = try fields.given("person", \.person, .tag)
        unit = try fields.given("linkedUnit", \.unit, .tag)
        decision = try fields.given("decision", \.decision, .tag)
        project = try fields.given("project", \.project)
        inPostOn = try fields.given("inPostOn", \.inPostOn)
        subject = try fields.concerned()
        role = try fields.derived("role", \.role)
    }
}

/// Reputation was restored after a record was annulled, as far as the record had been announced
/// (恢复名誉).
///
/// - Source: 政务处分法 Art. 60, as a pattern.
public struct CreditReputationRestored: DishonestyStep {
    public static let type: EventType = "dishonesty.reputationRestored.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
    public let range: AnnouncementRange
    /// Who else had been linked with it; absent: the one concerned.
    public var person: SubjectID?
}

extension CreditReputationRestored {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        range = try fields.given("range", \.range)
        person = try fields.given("person", \.person, .tag)
        subject = try fields.concerned()
    }
}

/// Compensation was paid for a wrong record (赔偿).
///
/// - Units: `amount` in fen.
/// - Source: 政务处分法 Art. 60, as a pattern.
public struct CreditCompensated: DishonestyStep {
    public static let type: EventType = "dishonesty.compensated.v1"

    public let record: CreditRecordID
    public var subject: SubjectID?
    public let amount: Int
    public var person: SubjectID?
}

extension CreditCompensated {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        record = try fields.given("record", \.record, .tag)
        amount = try fields.given("amount", \.amount)
        person = try fields.given("person", \.person, .tag)
        subject = try fields.concerned()
    }
}
