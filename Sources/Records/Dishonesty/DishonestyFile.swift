public import Law
public import Vocabulary

/// All that is recorded about one record of dishonesty.
public struct DishonestyFile: FileView {
    public typealias ID = CreditRecordID
    public let file: RecordFile
    public init(_ file: RecordFile) { self.file = file }

    public var record: CreditRecordID { id }

    /// How it went until a day, by what was known at a moment; nil where nothing was proposed.
    public func course(
        by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> DishonestyCourse? {
        func facts<F: Fact>(_ kind: F.Type) -> [Recorded<F>] {
            log.standing(kind, by: date, knownAt: moment)
        }
        guard let proposal = facts(DishonestyProposed.self).last(where: { $0.fact.record == id })
        else { return nil }
        return DishonestyCourse(
            proposal: proposal, entry: facts(DishonestyEntered.self).first,
            notification: facts(DishonestyNotified.self).first,
            gradings: facts(DishonestyGraded.self), statements: facts(DishonestyStated.self),
            explanations: facts(DishonestyExplained.self),
            orders: facts(RectificationOrdered.self),
            rectification: facts(DishonestyRectified.self).first,
            corrections: facts(DishonestyCorrected.self),
            variations: facts(DishonestyVaried.self),
            annulment: facts(DishonestyAnnulled.self).first,
            links: facts(DishonestyLinked.self),
            restorations: facts(CreditReputationRestored.self),
            compensations: facts(CreditCompensated.self),
            objections: log.objections(to: id, by: date, knownAt: moment),
            repairs: log.repairs(of: id, by: date, knownAt: moment),
            leniencies: facts(LeniencyRecognised.self))
    }
}

/// How a record went (记录经过).
public struct DishonestyCourse: Hashable, Sendable {
    public let proposal: Recorded<DishonestyProposed>
    public let entry: Recorded<DishonestyEntered>?
    public let notification: Recorded<DishonestyNotified>?
    /// In the order in which they happened, as all lists here.
    public let gradings: [Recorded<DishonestyGraded>]
    public let statements: [Recorded<DishonestyStated>]
    public let explanations: [Recorded<DishonestyExplained>]
    public let orders: [Recorded<RectificationOrdered>]
    public let rectification: Recorded<DishonestyRectified>?
    public let corrections: [Recorded<DishonestyCorrected>]
    public let variations: [Recorded<DishonestyVaried>]
    public let annulment: Recorded<DishonestyAnnulled>?
    public let links: [Recorded<DishonestyLinked>]
    public let restorations: [Recorded<CreditReputationRestored>]
    public let compensations: [Recorded<CreditCompensated>]
    /// What was objected to it, in the order of filing.
    public let objections: [ObjectionCourse]
    /// What was applied for, in that order.
    public let repairs: [RepairCourse]
    public let leniencies: [Recorded<LeniencyRecognised>]

    public var record: CreditRecordID { proposal.fact.record }
    public var subject: SubjectID { proposal.fact.subject }

    /// Whether it is marked as objected to (异议标注): somebody objects, and nothing is decided.
    public var isFlagged: Bool { objections.contains(where: \.marksRecord) }
    /// The application by which it is repaired, unless that was taken back.
    public var repair: RepairCourse? { repairs.first(where: \.holds) }
    /// Those of which nobody could say who is right: both views stay beside the record.
    public var unverifiable: [ObjectionCourse] {
        objections.filter { $0.outcome == .unverifiable }
    }

    /// What the record says of the act now.
    public var actOn: CalendarDate {
        corrections.last { $0.fact.actOn != nil }?.fact.actOn ?? proposal.fact.actOn
    }
    public var act: Sealed {
        corrections.last { $0.fact.act != nil }?.fact.act ?? proposal.fact.act
    }
    public var concernsSafety: Bool {
        corrections.last { $0.fact.safety != nil }?.fact.safety ?? proposal.fact.safety ?? false
    }
    /// To which catalogue it belongs now, its edition and its item.
    public var catalogue: (scope: CatalogueScope, edition: String?, item: String?) {
        if let last = corrections.last(where: { $0.fact.catalogue != nil })?.fact,
            let scope = last.catalogue
        {
            return (scope, last.edition, last.item)
        }
        let fact = proposal.fact
        return (fact.catalogue, fact.edition, fact.item)
    }
}

extension Past {
    /// Nil when nothing is recorded under the identifier.
    func dishonesty(_ id: CreditRecordID) -> DishonestyFile? { view(id) }

    /// The record as it went until a day.
    func proposed(
        _ id: CreditRecordID
    ) throws(Refusal) -> (file: DishonestyFile, course: DishonestyCourse) {
        guard let file = dishonesty(id), let course = file.course() else {
            throw .dishonesty(.unknown(id))
        }
        return (file, course)
    }
}
