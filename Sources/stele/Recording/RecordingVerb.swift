import Records
import Registry
import Vocabulary
import Wording

/// Something that can be recorded, as the command line knows it: `stele decision adopt D-2021-001`.
struct RecordingVerb: Sendable {
    let verb: Verb

    init(_ verb: Verb) { self.verb = verb }

    var name: String { verb.name }
    /// What it records.
    var records: EventType { verb.records }
    /// What is particular to it, the field it is about first.
    var fields: [Field] { verb.fields }
    /// Whether the day must be given.
    var isDated: Bool { verb.dating == .required }
    /// As it is typed: `decision adopt`.
    var spoken: String { verb.spoken }

    /// The field that stands first and needs no flag.
    var about: Field {
        guard let field = fields.first(where: { $0.name == verb.about }) else {
            preconditionFailure("\(name) is about a field that it does not have")
        }
        return field
    }

    /// What every recording takes: when it happened, on what it rests, who records it.
    ///
    /// Where the fact itself has a unit, the recorder's is called `--recorder-unit`.
    var circumstances: [Field] {
        let unit = fields.contains { $0.name == "unit" } ? "recorderUnit" : "unit"
        return [
            Field("on", .date, isRequired: isDated),
            Field("onBasis", .text),
            Field("basis", .texts),
            Field("actor", .text),
            Field(unit, .identifier),
            Field("approver", .text, isRequired: verb.second == .required),
        ]
    }

    /// What is said to the program and is not part of the fact.
    static let orders = [
        Field("correct", .integer),
        Field("now", .text),
        Field("file", .text),
    ]

    /// Everything that may be typed.
    var everything: [Field] { fields + circumstances + Self.orders }

    /// The field that a flag such as `--attendee` means.
    func field(flag: some StringProtocol) -> Field? {
        everything.first { $0.flag == flag }
            ?? everything.first { $0.flagOfOne.map { $0 == flag } ?? false }
    }
}

extension Field {
    /// `urgencyReason` as it is typed: `urgency-reason`.
    var flag: String { Self.kebab(name) }

    /// A list's flag gives one element at a time, so it may be called by what one is.
    var flagOfOne: String? {
        isRepeated && name.hasSuffix("s") && !name.hasSuffix("is") ? String(flag.dropLast()) : nil
    }

    /// Whether its flag may be given more than once.
    var isRepeated: Bool {
        switch form {
        case .identifiers, .texts, .codes, .objects: true
        case .identifier, .text, .sealed, .integer, .flag, .date, .code, .object: false
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
