import Records

/// A command as it is asked in the world.
struct Asked: CustomStringConvertible {
    let name: String
    let fields: [String: Tree]
    let actor: String
    let approver: String?
    /// The entry that it is to correct.
    let corrects: Position?

    var description: String {
        let correction = corrects.map { " correcting \($0)" } ?? ""
        return "\(name) \(Tree.object(fields).json)\(correction)"
    }

    func command() throws(Refusal) -> Command {
        guard let reader = TreeReader(.object(fields)) else {
            preconditionFailure("an object can be read")
        }
        return try Command(name: name, reader: reader).signed(by: actor, approvedBy: approver)
    }
}

/// The fields of the commands that are no acts.
enum CommandFields {
    private static let person = CommandField("subject", .identifier, isRequired: true)
    private static let file = CommandField("case", .identifier, isRequired: true)
    private static let sanction = CommandField("sanction", .identifier, isRequired: true)
    private static let measure = CommandField(
        "measure", .code(codes(Measure.self)), isRequired: true)
    private static let finding = CommandField("finding", .code(codes(Finding.self)))

    private static func codes<Code: RawRepresentable<String> & CaseIterable>(_ kind: Code.Type)
        -> [String]
    {
        kind.allCases.map(\.rawValue)
    }

    /// Of the command of that name.
    static func of(_ name: String) -> [CommandField] {
        if let act = Acts.all.first(where: { $0.act.name == name }) { return act.fields }
        return table[name] ?? []
    }

    /// Every command that can be called for.
    static let names = Command.names + Acts.all.map { $0.act.name }

    private static let table: [String: [CommandField]] = [
        RegisterSubject.name: [
            person, CommandField("kind", .code(codes(SubjectKind.self)), isRequired: true),
        ],
        BeginEmployment.name: [person],
        TakePost.name: [
            person, CommandField("unit", .identifier, isRequired: true),
            CommandField("post", .text), CommandField("managingAuthority", .identifier),
        ],
        SuspendPost.name: [person], ReinstatePost.name: [person],
        EndEmployment.name: [
            person, CommandField("reason", .code(codes(Departure.self)), isRequired: true),
        ],
        ReceiveComplaint.name: [
            CommandField("complaint", .identifier, isRequired: true),
            CommandField("case", .identifier), CommandField("incidentOn", .date),
            CommandField("filedBy", .code(codes(ComplaintOrigin.self))),
            CommandField("narrative", .sealed),
        ],
        OpenCase.name: [
            file, CommandField("complaint", .identifier), CommandField("authority", .identifier),
            CommandField("decision", .identifier), CommandField("grounds", .texts),
        ],
        NamePerson.name: [
            file, person, CommandField("recordedUnit", .identifier),
            CommandField("categoryCode", .text),
        ],
        AssignInvestigator.name: [
            file, CommandField("investigator", .identifier, isRequired: true),
        ],
        RecommendFinding.name: [file, person, finding],
        MakeFinding.name: [
            file, person, finding, CommandField("officer", .identifier),
            CommandField("mitigations", .texts),
        ],
        CloseCase.name: [file],
        RecommendSanction.name: [file, person, measure],
        ImposeSanction.name: [
            sanction, file, person, measure, CommandField("months", .integer),
            CommandField("days", .integer), CommandField("act", .text),
            CommandField("actOn", .date), CommandField("organ", .identifier),
            CommandField("authority", .code(codes(Authority.self))),
            CommandField("announcedTo", .code(codes(AnnouncementRange.self))),
            CommandField("combines", .identifiers),
        ],
        RecordNotExecuted.name: [
            sanction, file, person,
            CommandField("reason", .code(codes(NotExecutedReason.self)), isRequired: true),
        ],
        AnnulSanction.name: [
            sanction, file, person,
            CommandField("by", .code(codes(AnnulledBy.self)), isRequired: true),
        ],
        WithdrawRecord.name: [
            CommandField("position", .integer, isRequired: true),
            CommandField("reason", .sealed, isRequired: true), person,
            CommandField("case", .identifier), CommandField("decision", .identifier),
        ],
        DetectGrounds.name: [CommandField("decision", .identifier, isRequired: true)],
    ]
}

extension World {
    /// A command with fields at random around the focus; the overrides win, nil takes a field away.
    mutating func ask(_ name: String, _ overrides: [String: Tree?] = [:]) -> Asked {
        var fields = members(of: CommandFields.of(name))
        for (field, value) in overrides { fields[field] = value }
        if name == WithdrawRecord.name { aim(&fields) }
        if name == RegisterSubject.name, random.chance(2) {
            fields["subject"] = .string("P-\(Int.random(in: 13...19, using: &random))")
        }
        if random.chance(16) { spoil(&fields) }
        if let on = occurrence() { fields["on"] = .string(on.description) }
        let needsApprover = Acts.all.contains { $0.act.name == name && $0.act.needsApprover }
        let weighty = needsApprover || name == MakeFinding.name || name == ImposeSanction.name
        let approver =
            weighty && !random.chance(6)
            ? "clerk.b" : random.maybe(["clerk.a", "clerk.b", focus.officer])
        return Asked(
            name: name, fields: fields, actor: random.chance(20) ? focus.officer : "clerk.a",
            approver: approver, corrects: random.chance(60) ? number("position") : nil)
    }

    /// The same act again for another day or with other words: what was recorded was wrong.
    mutating func correction() -> Asked? {
        guard let wrong = register.events.randomElement(using: &random),
            let act = wrong.event.payload as? any Act, !random.chance(8),
            case .object(var fields) = Tree.of(wrong.event.write)
        else { return nil }
        let again = members(of: type(of: act).fields)
        if let name = again.keys.sorted().randomElement(using: &random) {
            fields[name] = again[name]
        }
        let on = random.chance(2) ? wrong.on : occurrence()
        if let on { fields["on"] = .string(on.description) }
        return Asked(
            name: type(of: act).act.name, fields: fields, actor: "clerk.a", approver: "clerk.b",
            corrects: wrong.position)
    }

    /// Points a withdrawal at an entry with the things that the entry is about.
    private mutating func aim(_ fields: inout [String: Tree]) {
        guard let wrong = register.events.randomElement(using: &random) else { return }
        fields["position"] = .integer(wrong.position)
        for tag in wrong.event.tags {
            switch tag.kind {
            case .subject, .case, .decision, .appeal:
                fields[tag.kind.rawValue] = .string(tag.identifier)
            case .calendar, .complaint, .rulebook, .sanction: break
            }
        }
    }

    /// One field that no careful officer would give.
    private mutating func spoil(_ fields: inout [String: Tree]) {
        guard let name = fields.keys.sorted().randomElement(using: &random) else { return }
        fields[name] = random.pick([
            nil, "", "P-404", "2021-02-30", .integer(-7), .bool(true), [], ["P-01", "P-01"],
            "虚 构",
        ])
    }
}
