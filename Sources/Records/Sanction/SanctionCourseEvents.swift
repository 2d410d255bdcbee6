public import Law
public import Vocabulary

/// The decision was handed to the person, who was told how to object and until when (送达).
///
/// - Units: `on` of the entry is the day of service: the clock of the remedy starts.
/// - Source: 政务处分法 Art. 46, 55; 公务员法 Art. 95; 追责制度 Art. 16.
public struct SanctionServed: SanctionStep {
    public static let type: EventType = "sanction.served.v1"
    public static let rule = "XZZ-2020-26#16"

    public let sanction: SanctionID
    public var `case`: CaseID?
    public var subject: SubjectID?
    /// Route of remedy told: `A`, `B` or `C`; left out, the one that follows from who decided, and on
    /// whom.
    public var route: String
    /// First stage of the route.
    public var stage: String?
    /// Last day to object, as told; absent on a route without a clock.
    public var remedyUntil: CalendarDate?
}

extension SanctionServed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        route = try fields.given("route", \.route, or: "")
        (self.case, subject) = try fields.concerned()
        stage = try fields.derived("stage", \.stage)
        remedyUntil = try fields.derived("remedyUntil", \.remedyUntil)
    }
}

/// What the decision orders was done: post, grade, pay, dossier (执行).
///
/// - Units: `on` of the entry is the day of execution.
/// - Source: 政务处分法 Art. 54.
public struct SanctionExecuted: SanctionStep {
    public static let type: EventType = "sanction.executed.v1"

    public let sanction: SanctionID
    public var `case`: CaseID?
    public var subject: SubjectID?
    /// What was done.
    public var note: Sealed?
}

extension SanctionExecuted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        note = try fields.given("note", \.note, owner: .person("subject"))
        (self.case, subject) = try fields.concerned()
    }
}

/// A later lawful act made it lighter; the trail keeps both (变更).
///
/// - Units: `on` of the entry is the day of that act.
/// - Source: 政务处分法 Art. 58, 60; 追责制度 Art. 16.
public struct SanctionVaried: SanctionChange {
    public static let type: EventType = "sanction.varied.v1"

    public let sanction: SanctionID
    public var `case`: CaseID?
    public var subject: SubjectID?
    /// What it became.
    public let measure: Measure
    /// Its period in months; absent: that of the rulebook.
    public var months: Int?
    /// Who varied it.
    public let by: AnnulledBy
    /// The appeal it follows from.
    public var appeal: AppealID?
}

extension SanctionVaried {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        measure = try fields.given("measure", \.measure)
        months = try fields.given("months", \.months)
        by = try fields.given("by", \.by)
        appeal = try fields.given("appeal", \.appeal, .tag)
        (self.case, subject) = try fields.concerned()
    }
}

/// The organ, or its superior, found its own decision wrong and corrected it, without any appeal; it may
/// become heavier (自行纠正).
///
/// - Units: `on` of the entry is the day of that decision. What was served counts.
/// - Source: 政务处分法 Art. 55(2), 56; 公务员法 Art. 97.
public struct SanctionRectified: SanctionChange {
    public static let type: EventType = "sanction.rectified.v1"

    public let sanction: SanctionID
    public var `case`: CaseID?
    public var subject: SubjectID?
    /// What it became.
    public let measure: Measure
    /// Its period in months; absent: that of the rulebook.
    public var months: Int?
    public let by: RectifiedBy
    /// The number of the new decision.
    public var instrument: String?
    /// What was wrong, as the decision words it.
    public let ground: Sealed
}

extension SanctionRectified {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        measure = try fields.given("measure", \.measure)
        by = try fields.given("by", \.by)
        ground = try fields.given("ground", \.ground, owner: .person("subject"))
        months = try fields.given("months", \.months)
        instrument = try fields.given("instrument", \.instrument)
        (self.case, subject) = try fields.concerned()
    }
}

/// The judgment or penalty that a sanction rests on was changed: it is to be dealt with anew
/// (依据文书改变).
///
/// - Units: `on` of the entry is the day on which the changed document took effect.
/// - Source: 政务处分法 Art. 49(3).
public struct SanctionBasisChanged: SanctionStep {
    public static let type: EventType = "sanction.basisChanged.v1"

    public let sanction: SanctionID
    public var `case`: CaseID?
    public var subject: SubjectID?
    /// The number of the document that changes the former one.
    public let instrument: String
    public var note: Sealed?
}

extension SanctionBasisChanged {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        instrument = try fields.given("instrument", \.instrument)
        note = try fields.given("note", \.note, owner: .person("subject"))
        (self.case, subject) = try fields.concerned()
    }
}

/// An organ ratified the sanction or measure after it had been imposed (事后追认): Party probation that
/// the higher committee had to approve, a decision beyond the powers of who made it.
///
/// - Invariant: Nothing moves by it: the sanction runs from its own decision (政务处分法 Art. 8), and an
///   approval that had to come before it (Art. 44) was not there. What speaks against it still does.
/// - Units: `on` of the entry is the day of the ratification.
/// - Refusals: ``SanctionRefusal/unknown(_:)``, ``SanctionRefusal/beforeImposition(_:imposed:)``,
///   ``SanctionRefusal/alreadyAnnulled(_:)``, ``SanctionRefusal/ratifiedAlready(_:by:on:)``,
///   ``SubjectRefusal``: a unit that is not registered.
/// - Source: 政务处分法 Art. 8, 44. The rules of the Party are not at hand.
public struct SanctionRatified: SanctionStep {
    public static let type: EventType = "sanction.ratified.v1"

    public let sanction: SanctionID
    public var `case`: CaseID?
    public var subject: SubjectID?
    /// The organ that ratified it.
    public let organ: UnitID
    /// Number of the document.
    public let instrument: String
}

extension SanctionRatified {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        organ = try fields.given("organ", \.organ)
        instrument = try fields.given("instrument", \.instrument)
        (self.case, subject) = try fields.concerned()
    }
}

/// After an annulment the person's reputation was restored (恢复名誉).
///
/// - Units: `on` of the entry is the day of that.
/// - Source: 政务处分法 Art. 60.
public struct ReputationRestored: SanctionStep {
    public static let type: EventType = "sanction.reputationRestored.v1"

    public let sanction: SanctionID
    public var `case`: CaseID?
    public var subject: SubjectID?
    /// How far it was made known: as far as the sanction had been.
    public let range: AnnouncementRange
}

extension ReputationRestored {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        range = try fields.given("range", \.range)
        (self.case, subject) = try fields.concerned()
    }
}

/// Compensation was paid after an annulment or variation (赔偿).
///
/// - Units: `on` of the entry is the day of payment.
/// - Source: 政务处分法 Art. 60.
public struct CompensationPaid: SanctionStep {
    public static let type: EventType = "sanction.compensationPaid.v1"

    public let sanction: SanctionID
    public var `case`: CaseID?
    public var subject: SubjectID?
    /// Fen (分).
    public let amount: Int
}

extension CompensationPaid {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction, .tag)
        amount = try fields.given("amount", \.amount)
        (self.case, subject) = try fields.concerned()
    }
}
