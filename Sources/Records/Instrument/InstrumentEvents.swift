public import Law
public import Vocabulary

/// A document on which somebody may be put on record was registered (依据文书登记): a judgment, a penalty,
/// a sanction, an accountability decision, a confirmed breach.
///
/// - Invariant: Its kind is one that the rules of its day admit; nobody is named in it whom that kind
///   does not concern.
/// - Units: `on` of the entry is the day of registration.
/// - Source: 新左政发〔2020〕26号 task 8.
public struct InstrumentRegistered: InstrumentFact {
    public static let type: EventType = "instrument.registered.v1"

    public let instrument: InstrumentID
    /// A code of the rules: `judgment`, `administrativePenalty` …
    public var kind: String
    /// The organ that issued it.
    public let organ: UnitID
    /// 文号.
    public let number: String
    public let dated: CalendarDate
    /// From when it has effect; absent: from its day.
    public var effectiveOn: CalendarDate?
    /// Everybody whom it names.
    public let subjects: [SubjectID]
    /// The provision under which it was issued, where its kind asks for one.
    public var provision: String?
    /// Of a confirmed breach: when it was verified, when it was ordered to be put right and until when,
    /// and when that was refused.
    public var verifiedOn: CalendarDate?
    public var orderedOn: CalendarDate?
    public var orderedUntil: CalendarDate?
    public var refusedOn: CalendarDate?
    /// The sanctions whose decision it is, where they are kept here.
    public var sanctions: [SanctionID] = []

    /// The first day on which it has effect.
    public var effectiveFrom: CalendarDate { effectiveOn ?? dated }
}

extension InstrumentRegistered {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        instrument = try fields.given("instrument", \.instrument, .tag)
        kind = try fields.given("kind", \.kind)
        organ = try fields.given("organ", \.organ)
        number = try fields.given("number", \.number)
        dated = try fields.given("dated", \.dated)
        effectiveOn = try fields.given("effectiveOn", \.effectiveOn)
        subjects = try fields.given("subjects", \.subjects, .tag, .required)
        provision = try fields.given("provision", \.provision)
        verifiedOn = try fields.given("verifiedOn", \.verifiedOn)
        orderedOn = try fields.given("orderedOn", \.orderedOn)
        orderedUntil = try fields.given("orderedUntil", \.orderedUntil)
        refusedOn = try fields.given("refusedOn", \.refusedOn)
        sanctions = try fields.derived("sanctions", \.sanctions, .tag)
    }
}

/// The document was changed (依据文书变更): what it says now carries the records that rest on it.
///
/// - Units: `on` of the entry is the day of the change.
/// - Source: 山东省社会信用条例 Art. 40, as a pattern.
public struct InstrumentVaried: InstrumentFact {
    public static let type: EventType = "instrument.varied.v1"

    public let instrument: InstrumentID
    /// The organ that changed it: its own, or the one above.
    public let organ: UnitID
    public let number: String
    /// What remains of it.
    public let remains: String
    /// Those whom it names no longer; their records fall.
    public let released: [SubjectID]
}

extension InstrumentVaried {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        instrument = try fields.given("instrument", \.instrument, .tag)
        organ = try fields.given("organ", \.organ)
        number = try fields.given("number", \.number)
        remains = try fields.given("remains", \.remains)
        released = try fields.given("released", \.released)
    }
}

/// The document was annulled (依据文书撤销): no record stands on it any more.
///
/// - Units: `on` of the entry is the day of the annulment.
/// - Source: 山东省社会信用条例 Art. 40, as a pattern; 政务处分法 Art. 57.
public struct InstrumentAnnulled: InstrumentFact {
    public static let type: EventType = "instrument.annulled.v1"

    public let instrument: InstrumentID
    /// The organ that annulled it: its own, or the one above.
    public let organ: UnitID
    public let number: String
}

extension InstrumentAnnulled {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        instrument = try fields.given("instrument", \.instrument, .tag)
        organ = try fields.given("organ", \.organ)
        number = try fields.given("number", \.number)
    }
}

/// What happened to a document.
protocol InstrumentFact: Fact, Act {
    var instrument: InstrumentID { get }
}

extension InstrumentFact {
    public static var duty: Duty { .instrument }
    public var acting: Acting { .none }
}
