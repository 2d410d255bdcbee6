public import Law
public import Vocabulary

/// The objection was decided by two who had no hand in the record (异议处理决定).
///
/// - Invariant: D2 18, 23: upheld, what it makes of the record is recorded with it.
/// - Source: 新左政发〔2020〕26号 task 12; of what cannot be verified 征信业管理条例 Art. 25, as a pattern.
public struct ObjectionDecided: ObjectionRuling {
    public static let type: EventType = "objection.decided.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    public let outcome: ObjectionOutcome
    public let reason: Sealed
    /// Upheld, and the record annulled: why; or what it says instead.
    public var annulledFor: DishonestyFall?
    public var act: Sealed?
    public var actOn: CalendarDate?
    public var catalogue: CatalogueScope?
    public var edition: String?
    public var item: String?
    public var safety: Bool?
}

extension ObjectionDecided {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        outcome = try fields.given("objectionOutcome", \.outcome)
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        annulledFor = try fields.given(
            "annulledFor", \.annulledFor, .oneOf(ObjectionFall.codes))
        act = try fields.given("act", \.act, owner: .person("subject"))
        actOn = try fields.given("actOn", \.actOn)
        catalogue = try fields.given("catalogue", \.catalogue)
        edition = try fields.given("edition", \.edition)
        item = try fields.given("creditItem", \.item)
        safety = try fields.given("safety", \.safety)
        (record, subject) = try fields.concerned()
    }
}

/// Those who had looked the record up were told (告知此前的查询人).
///
/// - Source: 征信业管理条例 Art. 25, as a pattern.
public struct ObjectionViewersTold: ObjectionStep {
    public static let type: EventType = "objection.viewersTold.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    /// Units, or persons.
    public let viewers: [SubjectID]
}

extension ObjectionViewersTold {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        viewers = try fields.given("viewers", \.viewers)
        (record, subject) = try fields.concerned()
    }
}

/// Whoever is on record asked for a review (申请复核).
public struct ObjectionReviewAsked: ObjectionStep {
    public static let type: EventType = "objection.reviewAsked.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    /// The credit office that reviews it.
    public let reviewer: UnitID
}

extension ObjectionReviewAsked {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        reviewer = try fields.given("reviewer", \.reviewer)
        (record, subject) = try fields.concerned()
    }
}

/// The credit office reviewed what was decided, by two (复核决定).
///
/// - Source: 新左政发〔2020〕26号 task 12.
public struct ObjectionReviewed: ObjectionRuling {
    public static let type: EventType = "objection.reviewed.v1"

    public let objection: ObjectionID
    public var record: CreditRecordID?
    public var subject: SubjectID?
    public let outcome: ObjectionOutcome
    public let reason: Sealed
    public var annulledFor: DishonestyFall?
    public var act: Sealed?
    public var actOn: CalendarDate?
    public var catalogue: CatalogueScope?
    public var edition: String?
    public var item: String?
    public var safety: Bool?
}

extension ObjectionReviewed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        objection = try fields.given("objection", \.objection, .tag)
        outcome = try fields.given("objectionOutcome", \.outcome)
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        annulledFor = try fields.given(
            "annulledFor", \.annulledFor, .oneOf(ObjectionFall.codes))
        act = try fields.given("act", \.act, owner: .person("subject"))
        actOn = try fields.given("actOn", \.actOn)
        catalogue = try fields.given("catalogue", \.catalogue)
        edition = try fields.given("edition", \.edition)
        item = try fields.given("creditItem", \.item)
        safety = try fields.given("safety", \.safety)
        (record, subject) = try fields.concerned()
    }
}

/// Why a record is annulled on an objection: nothing else is for one to say.
enum ObjectionFall {
    static let codes = [DishonestyFall.identity, .objection].map(\.rawValue)
}

/// What is decided on an objection, at first or on review.
protocol ObjectionRuling: ObjectionStep {
    var outcome: ObjectionOutcome { get }
    var annulledFor: DishonestyFall? { get }
    var act: Sealed? { get }
    var actOn: CalendarDate? { get }
    var catalogue: CatalogueScope? { get }
    var edition: String? { get }
    var item: String? { get }
    var safety: Bool? { get }
}
