import ArgumentParser
import Records

/// The help page of a recording verb: every field with what it holds and what it says.
struct RecordingHelp {
    private let verb: RecordingVerb
    /// Nil where nobody speaks: the parser then looks only for the verb's name.
    private let text: Text?

    /// Display columns of a page, and of its flags.
    private static let width = 78
    private static let flags = 26

    init(_ verb: RecordingVerb) {
        self.verb = verb
        text = SpokenHelp.text
    }

    var configuration: CommandConfiguration {
        guard let text else { return CommandConfiguration(commandName: verb.act.verb) }
        let what =
            verb.name == DetectGrounds.name
            ? text("help.decision.detectGrounds")
            : text.label(.eventKind, LabelFamily.code(of: verb.records))
        return CommandConfiguration(
            commandName: verb.act.verb, abstract: what, usage: usage,
            discussion: fields(text).joined(separator: "\n"))
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
        _ field: CommandField, _ text: Text, says label: String? = nil
    ) -> [String] {
        var shown = "--" + (field.flagOfOne ?? field.flag)
        if field.kind != .flag { shown += " <\(text.label(.fieldKind, field.kind.code))>" }
        return entry(shown, field, text, says: label)
    }

    private func entry(
        _ shown: String, _ field: CommandField, _ text: Text, says label: String? = nil
    ) -> [String] {
        var says = text.label(.field, label ?? field.name)
        if field.isRequired { says = text("help.required", ["what": says]) }
        if field.isRepeated { says = text("help.repeated", ["what": says]) }
        switch field.kind {
        case .sealed: says = text("help.sealed", ["what": says])
        case .code(let codes):
            says = text("help.oneOf", ["what": says, "codes": Self.words(for: codes, text)])
        case .objects(let inner):
            let example = inner.map { "\($0.flag)=…" }.joined(separator: ",")
            says = text("help.object", ["what": says, "example": example])
            for one in inner {
                if case .code(let codes) = one.kind {
                    says = text(
                        "help.part",
                        ["what": says, "name": one.flag, "codes": Self.words(for: codes, text)])
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

    /// The codes with their words, where a family of labels has them.
    private static func words(for codes: [String], _ text: Text) -> String {
        let family = LabelFamily.allCases.first {
            $0 != .fieldKind && Set($0.codes) == Set(codes)
        }
        return codes.map { code in
            guard text.language == .chinese, let family else { return code }
            return "\(code) \(text.label(family, code))"
        }.joined(separator: text("help.comma"))
    }
}
