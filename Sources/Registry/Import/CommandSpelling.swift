public import Records

/// How a command that is no act is called, and the fields it takes: the one place that says so, to
/// mappings and to the command line alike.
public struct CommandSpelling: Sendable {
    /// The name by which mappings call it.
    public let name: String
    /// How the command line calls it.
    public let act: ActName
    /// What it records.
    public let records: EventType
    /// What may be given beside `on`, `onBasis` and `basis`, in the order in which one would give it.
    public let fields: [CommandField]

    private init(
        _ name: String, _ act: ActName, records: EventType, _ fields: [CommandField]
    ) {
        self.name = name
        self.act = act
        self.records = records
        self.fields = fields
    }

    /// Every command but the acts, in the order of a case's life.
    public static let all: [CommandSpelling] = people + cases + sanctions + corrections

    private static let people = [
        CommandSpelling(
            RegisterSubject.name, ActName("subject", "register", about: "subject"),
            records: SubjectRegistered.type,
            [
                CommandField("subject", .identifier, isRequired: true),
                CommandField("kind", .code(SubjectKind.codes), isRequired: true),
                CommandField("name", .sealed),
                CommandField("idNumber", .sealed),
                CommandField("title", .text),
                CommandField("code", .text),
                CommandField("predecessor", .identifier),
                CommandField("rank", .text),
            ]),
        CommandSpelling(
            BeginEmployment.name, ActName("subject", "begin", about: "subject"),
            records: EmploymentBegan.type,
            [
                CommandField("subject", .identifier, isRequired: true),
                CommandField("rank", .text),
            ]),
        CommandSpelling(
            TakePost.name, ActName("subject", "take-post", about: "subject"),
            records: PositionAssumed.type,
            [
                CommandField("subject", .identifier, isRequired: true),
                CommandField("unit", .identifier, isRequired: true),
                CommandField("unitTitle", .text),
                CommandField("post", .text),
                CommandField("rank", .text),
                CommandField("until", .date),
                CommandField("isActing", .flag),
                CommandField("managingAuthority", .identifier),
            ]),
        CommandSpelling(
            SuspendPost.name, ActName("subject", "suspend", about: "subject"),
            records: PositionSuspended.type,
            [
                CommandField("subject", .identifier, isRequired: true),
                CommandField("sanction", .identifier),
            ]),
        CommandSpelling(
            ReinstatePost.name, ActName("subject", "reinstate", about: "subject"),
            records: PositionReinstated.type,
            [
                CommandField("subject", .identifier, isRequired: true),
                CommandField("sanction", .identifier),
            ]),
        CommandSpelling(
            EndEmployment.name, ActName("subject", "leave", about: "subject"),
            records: EmploymentEnded.type,
            [
                CommandField("subject", .identifier, isRequired: true),
                CommandField("reason", .code(Departure.codes)),
                CommandField("lastUnit", .identifier),
            ]),
    ]

    private static let cases = [
        CommandSpelling(
            ReceiveComplaint.name, ActName("complaint", "receive", about: "complaint"),
            records: ComplaintReceived.type,
            [
                CommandField("complaint", .identifier, isRequired: true),
                CommandField("case", .identifier),
                CommandField("incidentOn", .date),
                CommandField("category", .text),
                CommandField("filedBy", .code(ComplaintOrigin.codes)),
                CommandField("narrative", .sealed),
            ]),
        CommandSpelling(
            OpenCase.name, ActName("case", "open", about: "case"), records: CaseOpened.type,
            [
                CommandField("case", .identifier, isRequired: true),
                CommandField("complaint", .identifier),
                CommandField("authority", .identifier),
                CommandField("decision", .identifier),
                CommandField("grounds", .texts),
            ]),
        CommandSpelling(
            NamePerson.name, ActName("case", "name", about: "case"), records: PersonNamed.type,
            [
                CommandField("case", .identifier, isRequired: true),
                CommandField("subject", .identifier, isRequired: true),
                CommandField("recordedUnit", .identifier),
                CommandField("category", .text),
                CommandField("categoryCode", .text),
                CommandField("decision", .identifier),
                CommandField("responsibility", .code(Part.bases.map(\.rawValue))),
            ]),
        CommandSpelling(
            AssignInvestigator.name, ActName("case", "assign-investigator", about: "case"),
            records: InvestigatorAssigned.type,
            [
                CommandField("case", .identifier, isRequired: true),
                CommandField("investigator", .identifier, isRequired: true),
            ]),
        CommandSpelling(
            RecommendFinding.name, ActName("case", "recommend", about: "case"),
            records: FindingRecommended.type, finding),
        CommandSpelling(
            MakeFinding.name, ActName("case", "determine", about: "case"),
            records: FindingMade.type,
            finding + [
                CommandField("officer", .identifier),
                CommandField("mitigations", .texts),
            ]),
        CommandSpelling(
            CloseCase.name, ActName("case", "close", about: "case"), records: CaseClosed.type,
            [CommandField("case", .identifier, isRequired: true)]),
    ]

    private static let finding = [
        CommandField("case", .identifier, isRequired: true),
        CommandField("subject", .identifier, isRequired: true),
        CommandField("finding", .code(Finding.codes)),
        CommandField("sourceCode", .text),
        CommandField("outcome", .text),
        CommandField("outcomeClass", .text),
    ]

    private static let sanctions = [
        CommandSpelling(
            RecommendSanction.name, ActName("sanction", "recommend", about: "case"),
            records: SanctionRecommended.type,
            [
                CommandField("case", .identifier, isRequired: true),
                CommandField("subject", .identifier, isRequired: true),
                CommandField("measure", .code(Measure.codes), isRequired: true),
                CommandField("days", .integer),
                CommandField("sourceText", .text),
            ]),
        CommandSpelling(
            ImposeSanction.name, ActName("sanction", "impose", about: "sanction"),
            records: SanctionImposed.type,
            [
                CommandField("sanction", .identifier, isRequired: true),
                CommandField("case", .identifier, isRequired: true),
                CommandField("subject", .identifier, isRequired: true),
                CommandField("measure", .code(Measure.codes), isRequired: true),
                CommandField("days", .integer),
                CommandField("months", .integer),
                CommandField("sourceText", .text),
                CommandField("authority", .code(Authority.codes)),
                CommandField("organ", .identifier),
                CommandField("act", .text),
                CommandField("actOn", .date),
                CommandField("announcedTo", .code(AnnouncementRange.codes)),
                CommandField("combines", .identifiers),
            ]),
        CommandSpelling(
            RecordNotExecuted.name, ActName("sanction", "not-executed", about: "sanction"),
            records: SanctionNotExecuted.type,
            [
                CommandField("sanction", .identifier, isRequired: true),
                CommandField("case", .identifier, isRequired: true),
                CommandField("subject", .identifier, isRequired: true),
                CommandField("reason", .code(NotExecutedReason.codes), isRequired: true),
            ]),
        CommandSpelling(
            AnnulSanction.name, ActName("sanction", "annul", about: "sanction"),
            records: SanctionAnnulled.type,
            [
                CommandField("sanction", .identifier, isRequired: true),
                CommandField("case", .identifier, isRequired: true),
                CommandField("subject", .identifier, isRequired: true),
                CommandField("by", .code(AnnulledBy.codes), isRequired: true),
                CommandField("ground", .sealed),
            ]),
    ]

    private static let corrections = [
        CommandSpelling(
            WithdrawRecord.name, ActName("", "withdraw", about: "position"),
            records: RecordWithdrawn.type,
            [
                CommandField("position", .integer, isRequired: true),
                CommandField("reason", .text, isRequired: true),
                CommandField("decision", .identifier),
                CommandField("appeal", .identifier),
                CommandField("case", .identifier),
                CommandField("subject", .identifier),
            ]),
        CommandSpelling(
            DetectGrounds.name, ActName("decision", "detect-grounds", about: "decision"),
            records: GroundDetected.type,
            [CommandField("decision", .identifier, isRequired: true)]),
    ]
}
