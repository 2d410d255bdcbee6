/// Asks to enter a person, organisation or unit in the register (主体登记).
public struct RegisterSubject: DomainCommand, SignedCommand {
    public static let name = "registerSubject"

    public let subject: SubjectID
    public let kind: SubjectKind
    public let name: Sealed?
    public let title: String?
    public let idNumber: Sealed?
    public let code: String?
    public let predecessor: UnitID?
    public let rank: String?
    public internal(set) var circumstances: Circumstances

    public init(
        subject: SubjectID, kind: SubjectKind, name: Sealed? = nil, title: String? = nil,
        idNumber: Sealed? = nil, code: String? = nil, predecessor: UnitID? = nil,
        rank: String? = nil, circumstances: Circumstances = .init()
    ) {
        self.subject = subject
        self.kind = kind
        self.name = name
        self.title = title
        self.idNumber = idNumber
        self.code = code
        self.predecessor = predecessor
        self.rank = rank
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let fields = reader.command
        subject = try fields.id("subject")
        kind = try fields.code("kind")
        name = reader.sealed("name")
        title = fields.optionalText("title")
        idNumber = reader.sealed("idNumber")
        code = fields.optionalText("code")
        predecessor = try fields.optionalID("predecessor")
        rank = fields.optionalText("rank")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { Tag.list(subject.tag, predecessor?.tag) }
}
