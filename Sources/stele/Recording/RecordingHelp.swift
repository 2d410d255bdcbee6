import ArgumentParser
import Records
import Vocabulary
import Wording

/// The help page of a recording verb: every field with what it holds and what it says.
struct RecordingHelp {
    private let verb: RecordingVerb
    private let text: Text

    /// Display columns of a page, and of its flags.
    private static let width = 78
    private static let flags = 26

    init(_ verb: RecordingVerb, in text: Text) {
        self.verb = verb
        self.text = text
    }

    /// What its line in a list of commands says.
    var abstract: String {
        verb.name == "decision.detectGrounds"
            ? text("help.decision.detectGrounds") : text.heading(of: verb.records)
    }

    /// The whole page.
    var page: String {
        HelpPage.inLanguage(
            of: text,
            "OVERVIEW: \(abstract)\n\nUSAGE: \(usage)\n\n\(fields(text).joined(separator: "\n"))\n")
    }

    private var usage: String {
        var words = ["stele", verb.spoken, "<\(verb.about.flag)>"]
        for field in verb.fields + verb.circumstances
        where field.isRequired && field != verb.about {
            words += ["--" + (field.flagOfOne ?? field.flag), "…"]
        }
        return words.joined(separator: " ")
    }

    private func fields(_ text: Text) -> [String] {
        var lines = [text("help.fields")]
        lines += entry("<\(verb.about.flag)>", verb.about, text)
        for field in verb.fields where field != verb.about { lines += flag(field, text) }
        lines += ["", text("help.circumstances")]
        for field in verb.circumstances + RecordingVerb.orders {
            lines += flag(field, text, says: field.name == "unit" ? "recorderUnit" : field.name)
        }
        return lines
    }

    /// - Parameter label: Under what name the field is described, if not under its own.
    private func flag(
        _ field: Field, _ text: Text, says label: String? = nil
    ) -> [String] {
        var shown = "--" + (field.flagOfOne ?? field.flag)
        if field.form != .flag { shown += " <\(text.label(.fieldKind, field.form.name))>" }
        return entry(shown, field, text, says: label)
    }

    private func entry(
        _ shown: String, _ field: Field, _ text: Text, says label: String? = nil
    ) -> [String] {
        var says = text.label(.field, label ?? field.name)
        if field.isRequired { says = text("help.required", ["what": says]) }
        if field.isRepeated { says = text("help.repeated", ["what": says]) }
        switch field.form {
        case .sealed: says = text("help.sealed", ["what": says])
        case .code(let codes), .codes(let codes):
            says = text(
                "help.oneOf", ["what": says, "codes": Self.words(for: codes, of: field, text)])
        case .object(let inner), .objects(let inner):
            let example = inner.map { "\($0.flag)=…" }.joined(separator: ",")
            says = text("help.object", ["what": says, "example": example])
            for one in inner {
                if let codes = one.form.codes {
                    says = text(
                        "help.part",
                        [
                            "what": says, "name": one.flag,
                            "codes": Self.words(for: codes, of: one, text),
                        ])
                }
            }
        case .identifier, .text, .integer, .flag, .date, .identifiers, .texts: break
        }
        let space = String(repeating: " ", count: Self.flags)
        var wrapped = Layout.wrap(says, to: Self.width - Self.flags)
        let head = "  " + shown
        if DisplayWidth.of(head) < Self.flags {
            wrapped[0] = Layout.pad(head, to: Self.flags) + wrapped[0]
            return [wrapped[0]] + wrapped.dropFirst().map { space + $0 }
        }
        return [head] + wrapped.map { space + $0 }
    }

    /// The codes with their words, where anybody has words for them.
    private static func words(for codes: [String], of field: Field, _ text: Text) -> String {
        codes.map { code in
            guard text.language == .chinese, let word = text.word(for: code, of: field) else {
                return code
            }
            return "\(code) \(word)"
        }.joined(separator: text("help.comma"))
    }
}

extension FieldForm {
    /// The closed list, where it is one.
    var codes: [String]? {
        switch self {
        case .code(let codes), .codes(let codes): codes
        case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts, .object,
            .objects:
            nil
        }
    }
}
