import Records
import Registry

/// Something that can be recorded, as the command line knows it: `stele decision adopt D-2021-001`.
struct RecordingVerb: Sendable {
    /// The name of the command.
    let name: String
    let act: ActName
    /// What it records.
    let records: EventType
    /// What is particular to it, the field it is about first.
    let fields: [CommandField]
    /// Whether the day must be given.
    let isDated: Bool

    init(_ act: any Act.Type) {
        name = act.act.name
        self.act = act.act
        records = act.type
        fields = act.fields
        isDated = true
    }

    init(_ spelling: CommandSpelling) {
        name = spelling.name
        act = spelling.act
        records = spelling.records
        fields = spelling.fields
        // What runs on a clock is due on a day.
        isDated = spelling.name == DetectGrounds.name
    }

    /// As it is typed: `decision adopt`.
    var spoken: String { act.noun.isEmpty ? act.verb : "\(act.noun) \(act.verb)" }

    /// The field that stands first and needs no flag.
    var about: CommandField {
        guard let field = fields.first(where: { $0.name == act.about }) else {
            preconditionFailure("\(name) is about a field that it does not have")
        }
        return field
    }

    /// What every recording takes: when it happened, on what it rests, who records it.
    ///
    /// Where the fact itself has a unit, the recorder's is called `--recorder-unit`.
    var circumstances: [CommandField] {
        let unit = fields.contains { $0.name == "unit" } ? "recorderUnit" : "unit"
        return [
            CommandField("on", .date, isRequired: isDated),
            CommandField("onBasis", .text),
            CommandField("basis", .texts),
            CommandField("actor", .text),
            CommandField(unit, .identifier),
            CommandField("approver", .text, isRequired: act.needsApprover),
        ]
    }

    /// What is said to the program and is not part of the fact.
    static let orders = [
        CommandField("correct", .integer),
        CommandField("now", .text),
        CommandField("file", .text),
    ]

    /// Everything that may be typed.
    var everything: [CommandField] { fields + circumstances + Self.orders }

    /// Every verb there is.
    static let all = CommandSpelling.all.map(RecordingVerb.init) + Acts.all.map(RecordingVerb.init)

    /// The names of all fields of all verbs, and of what their objects hold.
    static var fieldNames: [String] {
        func names(_ fields: [CommandField]) -> [String] {
            fields.flatMap { field in
                if case .objects(let inner) = field.kind {
                    [field.name] + names(inner)
                } else {
                    [field.name]
                }
            }
        }
        return Set(all.flatMap { names($0.everything) }).sorted()
    }

    /// The field that a flag such as `--attendee` means.
    func field(flag: some StringProtocol) -> CommandField? {
        everything.first { $0.flag == flag }
            ?? everything.first { $0.flagOfOne.map { $0 == flag } ?? false }
    }
}

extension CommandField {
    /// `urgencyReason` as it is typed: `urgency-reason`.
    var flag: String { Self.kebab(name) }

    /// A list's flag gives one element at a time, so it may be called by what one is.
    var flagOfOne: String? {
        isRepeated && name.hasSuffix("s") && !name.hasSuffix("is") ? String(flag.dropLast()) : nil
    }

    /// Whether its flag may be given more than once.
    var isRepeated: Bool {
        switch kind {
        case .identifiers, .texts, .objects: true
        case .identifier, .text, .sealed, .integer, .flag, .date, .code: false
        }
    }

    static func kebab(_ name: String) -> String {
        var flag = ""
        for character in name {
            if character.isUppercase { flag.append("-") }
            flag += character.lowercased()
        }
        return flag
    }
}
