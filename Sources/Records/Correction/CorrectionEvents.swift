public import Vocabulary

/// A record was withdrawn (撤回): it should never have been made, and nothing takes its place.
///
/// The entry's `supersedes` names the record. A record that was merely wrong is corrected instead, by
/// the same type again with `supersedes`. Either way the old one leaves status and stays in the trail;
/// it never comes back: what is right after all is recorded anew.
///
/// - Invariant: Carries the tags of what it withdraws, so that every trail that shows the record shows
///   its withdrawal. The first two versions name those that there were then, each in a field of its
///   own; they are read and written back as they are.
/// - Units: `on` of the entry is the day of the withdrawal.
/// - Refusals: ``CorrectionRefusal``.
/// - Source: 新左政发〔2020〕26号 task 12.
public struct RecordWithdrawn: IrrevocableFact {
    public static let type: EventType = "record.withdrawn.v1"

    /// Why, in a sentence: a narrative, so sealed.
    public var reason: Sealed
    /// Every tag of what it withdraws, whatever the kind.
    var carried: [TagText] = []
    public var subject: SubjectID?
    public var `case`: CaseID?
    public var complaint: ComplaintID?
    public var sanction: SanctionID?
    public var decision: DecisionID?
    public var appeal: AppealID?
    /// The subjects beside ``subject`` that the record was about.
    public var others: [SubjectID] = []
}

/// A delivered row came again with another text that changes nothing of what it became (重述): its
/// new text is kept beside the entry, so that nothing delivered is lost.
///
/// - Invariant: Carries the tags of the first entry that the row became.
/// - Source: 新左政发〔2020〕26号 task 12.
public struct RowRestated: IrrevocableFact {
    public static let type: EventType = "record.restated.v1"

    /// The first entry that the row became.
    public let entry: Position
    var carried: [TagText] = []

    public init(of entry: Position, tags: [Tag]) {
        self.entry = entry
        carried = Tag.list(tags).map(TagText.init(tag:))
    }
}

extension RowRestated {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        entry = try fields.derived("entry", \.entry)
        carried = try fields.derived("tags", \.carried, .tag)
    }

    public static var duty: Duty { .correction }
}

extension RecordWithdrawn {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        carried = try fields.derived("tags", \.carried, .tag, .since(3))
        subject = try fields.derived("subject", \.subject, .tag)
        self.case = try fields.derived("case", \.case, .tag)
        complaint = try fields.derived("complaint", \.complaint, .tag)
        sanction = try fields.derived("sanction", \.sanction, .tag)
        decision = try fields.derived("decision", \.decision, .tag, .since(2))
        appeal = try fields.derived("appeal", \.appeal, .tag, .since(2))
        others = try fields.derived("others", \.others, .tag, .since(2))
    }

    public static var duty: Duty { .correction }
}
