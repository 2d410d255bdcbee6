/// A record was withdrawn (撤回): it should never have been made, and nothing takes its place.
///
/// The entry's `supersedes` names the record. A record that was merely wrong is corrected instead, by
/// the same type again with `supersedes`. Either way the old one leaves status and stays in the trail;
/// it never comes back: what is right after all is recorded anew.
///
/// - Invariant: Carries the tags of what it withdraws, so that every trail that shows the record shows
///   its withdrawal.
/// - Units: `on` of the entry is the day of the withdrawal.
/// - Refusals: ``Refusal/unknownEntry(_:)``, ``Refusal/alreadySuperseded(_:by:)``.
/// - Source: 新左政发〔2020〕26号 task 12.
public struct RecordWithdrawn: EventPayload {
    public static let type: EventType = "record.withdrawn.v1"
    /// With what only this version can say: a decision, an appeal, more than one subject.
    public static let extended: EventType = "record.withdrawn.v2"

    /// Why, in a sentence: a narrative, so sealed.
    public let reason: Sealed
    public let subject: SubjectID?
    public let `case`: CaseID?
    public let complaint: ComplaintID?
    public let sanction: SanctionID?
    public let decision: DecisionID?
    public let appeal: AppealID?
    /// The subjects beside ``subject`` that the record was about.
    public let others: [SubjectID]

    public init(
        reason: Sealed, subject: SubjectID? = nil, `case`: CaseID? = nil,
        complaint: ComplaintID? = nil, sanction: SanctionID? = nil,
        decision: DecisionID? = nil, appeal: AppealID? = nil, others: [SubjectID] = []
    ) {
        self.reason = reason
        self.subject = subject
        self.case = `case`
        self.complaint = complaint
        self.sanction = sanction
        self.decision = decision
        self.appeal = appeal
        self.others = others
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        guard let reason = reader.sealed("reason") else { throw .missing("reason") }
        self.reason = reason
        subject = try fields.optionalID("subject")
        self.case = try fields.optionalID("case")
        complaint = try fields.optionalID("complaint")
        sanction = try fields.optionalID("sanction")
        decision = try fields.optionalID("decision")
        appeal = try fields.optionalID("appeal")
        others = try fields.ids("others")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("appeal", ifPresent: appeal)
        writer.put("case", ifPresent: self.case)
        writer.put("complaint", ifPresent: complaint)
        writer.put("decision", ifPresent: decision)
        writer.put(ids: "others", others)
        writer.put("reason", reason)
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] {
        Tag.list(
            [appeal?.tag, `case`?.tag, complaint?.tag, decision?.tag, sanction?.tag, subject?.tag]
                .compactMap { $0 } + others.map(\.tag))
    }

    public var version: EventType {
        decision == nil && appeal == nil && others.isEmpty ? Self.type : Self.extended
    }
}
