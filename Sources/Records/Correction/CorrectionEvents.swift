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

    /// Why, in a sentence: a narrative, so sealed.
    public let reason: Sealed
    public let subject: SubjectID?
    public let `case`: CaseID?
    public let complaint: ComplaintID?
    public let sanction: SanctionID?

    public init(
        reason: Sealed, subject: SubjectID? = nil, `case`: CaseID? = nil,
        complaint: ComplaintID? = nil, sanction: SanctionID? = nil
    ) {
        self.reason = reason
        self.subject = subject
        self.case = `case`
        self.complaint = complaint
        self.sanction = sanction
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        guard let reason = reader.sealed("reason") else { throw .missing("reason") }
        self.reason = reason
        subject = try fields.optionalID("subject")
        self.case = try fields.optionalID("case")
        complaint = try fields.optionalID("complaint")
        sanction = try fields.optionalID("sanction")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("case", ifPresent: self.case)
        writer.put("complaint", ifPresent: complaint)
        writer.put("reason", reason)
        writer.put("sanction", ifPresent: sanction)
        writer.put("subject", ifPresent: subject)
    }

    public var tags: [Tag] { Tag.list(`case`?.tag, complaint?.tag, sanction?.tag, subject?.tag) }
}
