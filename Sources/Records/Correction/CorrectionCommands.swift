/// Asks to withdraw a record (撤回), found in the file of one of what is given.
public struct WithdrawRecord: DomainCommand, SignedCommand {
    public static let name = "withdrawRecord"

    /// The entry to withdraw.
    public let position: Position
    public let reason: Sealed
    public let subject: SubjectID?
    public let `case`: CaseID?
    public let decision: DecisionID?
    public let appeal: AppealID?
    public internal(set) var circumstances: Circumstances

    public init(
        position: Position, reason: Sealed, subject: SubjectID? = nil, `case`: CaseID? = nil,
        decision: DecisionID? = nil, appeal: AppealID? = nil,
        circumstances: Circumstances = .init()
    ) {
        self.position = position
        self.reason = reason
        self.subject = subject
        self.case = `case`
        self.decision = decision
        self.appeal = appeal
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        position = try fields.position("position")
        reason = .clear(try fields.text("reason"))
        subject = try fields.optionalID("subject")
        self.case = try fields.optionalID("case")
        decision = try fields.optionalID("decision")
        appeal = try fields.optionalID("appeal")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] {
        Tag.list(appeal?.tag, `case`?.tag, decision?.tag, subject?.tag)
    }
}
