/// Asks to withdraw a record (撤回), found in the file of `subject` or of `case`.
public struct WithdrawRecord: DomainCommand {
    public static let name = "withdrawRecord"

    /// The entry to withdraw.
    public let position: Position
    public let reason: Sealed
    public let subject: SubjectID?
    public let `case`: CaseID?
    public let circumstances: Circumstances

    public init(
        position: Position, reason: Sealed, subject: SubjectID? = nil, `case`: CaseID? = nil,
        circumstances: Circumstances = .init()
    ) {
        self.position = position
        self.reason = reason
        self.subject = subject
        self.case = `case`
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        position = try fields.position("position")
        reason = .clear(try fields.text("reason"))
        subject = try fields.optionalID("subject")
        self.case = try fields.optionalID("case")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { Tag.list(`case`?.tag, subject?.tag) }
}
