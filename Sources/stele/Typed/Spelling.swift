import Vocabulary
import Wording

/// What may be typed: the words that name it, the field that stands first, the options that follow.
struct Spelling: Sendable {
    /// `appeal show`.
    let spoken: String
    /// The field that stands first and needs no flag.
    let about: Field?
    /// Every other field, in the order of a help page.
    let options: [Field]
    /// Whether it records: a flag may then say `true` or `false`, a mistake is said of the verb.
    let isVerb: Bool

    /// What all commands on a ledger take.
    static let common = [
        Field("ledger", .text), Field("json", .flag),
        Field("lang", .code(Language.allCases.map(\.rawValue))),
    ]
    /// What all commands take that write to a ledger.
    static let writing = [Field("wait", .integer), Field("clockConfirmed", .flag)]
    /// What time it is, in a practice ledger.
    static let now = Field("now", .text)

    var words: [String] { spoken.split(separator: " ").map(String.init) }

    /// The field that a flag such as `--attendee` means.
    func field(flag: some StringProtocol) -> Field? {
        options.first { $0.flag == flag }
            ?? options.first { $0.flagOfOne.map { $0 == flag } ?? false }
            ?? about.flatMap { $0.flag == flag && isVerb ? $0 : nil }
    }

    /// `<subject>`, `--mapping <mapping>`: as a usage line shows a field.
    func shown(_ field: Field) -> String {
        if field == about { return "<\(field.flag)>" }
        return field.form == .flag
            ? "--\(field.shownFlag)" : "--\(field.shownFlag) <\(field.shownFlag)>"
    }
}

extension Field {
    /// `urgencyReason` as it is typed: `urgency-reason`.
    var flag: String { Self.kebab(name) }

    /// A list's flag gives one element at a time, so it may be called by what one is.
    var flagOfOne: String? {
        isRepeated && name.hasSuffix("s") && !name.hasSuffix("is") ? String(flag.dropLast()) : nil
    }

    /// The flag as help shows it.
    var shownFlag: String { flagOfOne ?? flag }

    /// The same, where it may be left out.
    var asOptional: Field {
        Field(
            name, form, origin: origin, since: since, isTag: isTag, tagKind: tagKind,
            isDigest: isDigest, owner: owner, recorded: recordedForm, unoffered: unoffered)
    }

    /// Whether its flag may be given more than once.
    var isRepeated: Bool {
        switch form {
        case .identifiers, .texts, .codes, .objects: true
        case .identifier, .text, .sealed, .integer, .flag, .date, .code, .object: false
        }
    }

    private static func kebab(_ name: String) -> String {
        var flag = ""
        for character in name {
            if character.isUppercase { flag.append("-") }
            flag += character.lowercased()
        }
        return flag
    }
}
