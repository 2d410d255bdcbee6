public import Vocabulary

/// The page of the event dictionary on one duty, made from what the duty declares: what is written
/// there cannot differ from what is read and written.
public struct DictionaryPage: Sendable {
    private let chinese: Text
    private let english: Text

    public init(chinese: Text, english: Text) {
        self.chinese = chinese
        self.english = english
    }

    /// The page, in Markdown.
    public func page(of duty: Duty) -> String {
        var lines = [
            "# \(duty.noun.name)", "",
            "Written by `tools/dictionary` from the declaration of the duty; the conventions are in",
            "[README.md](README.md), the codes in [codes.md](codes.md).",
        ]
        for kind in duty.kinds { lines += ["", section(on: kind, of: duty)] }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(on kind: EventKind, of duty: Duty) -> String {
        let types = kind.types.map { "`\($0)`" }.joined(separator: ", ")
        var lines = [
            "## \(types) \(chinese.label(.eventKind, kind.name))", "",
            "\(english.label(.eventKind, kind.name)). Source: \(kind.source). "
                + "In a trail: \(classes(of: kind)).",
        ]
        let asked = duty.verbs.filter { $0.records == kind.type }
        if !asked.isEmpty {
            lines.append(
                "Asked for by "
                    + asked.map { "`stele \($0.spoken)` (`\($0.name)`)" }
                    .joined(separator: ", ") + ".")
        }
        if !kind.clocks.starts.isEmpty {
            lines.append("Starts: \(list(kind.clocks.starts)).")
        }
        if !kind.clocks.ends.isEmpty { lines.append("Ends: \(list(kind.clocks.ends)).") }
        lines += ["", "| field | form | | 中文 | English |", "|---|---|---|---|---|"]
        lines += rows(kind.fields.sorted { $0.name < $1.name }, within: "")
        return lines.joined(separator: "\n")
    }

    private func rows(_ fields: [Field], within place: String) -> [String] {
        fields.flatMap { field -> [String] in
            let row =
                "| `\(place)\(field.name)` | \(field.form.name) | \(remarks(on: field)) "
                + "| \(chinese.label(of: field)) | \(english.label(of: field)) |"
            switch field.form {
            case .object(let inner):
                return [row] + rows(inner, within: "\(place)\(field.name).")
            case .objects(let inner):
                return [row] + rows(inner, within: "\(place)\(field.name)[].")
            case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts, .code,
                .codes:
                return [row]
            }
        }
    }

    private func remarks(on field: Field) -> String {
        var remarks: [String] = []
        switch field.origin {
        case .derived: remarks.append("derived")
        case .given: if field.isRequired { remarks.append("required") }
        }
        if field.isTag { remarks.append("tag") }
        if field.isDigest { remarks.append("SHA-256") }
        if field.since > 1 { remarks.append("since v\(field.since)") }
        if let owner = field.owner { remarks.append("of the \(owner.role) in `\(owner.field)`") }
        return remarks.joined(separator: ", ")
    }

    private func classes(of kind: EventKind) -> String {
        switch kind.trail.class {
        case .always(let one): one.rawValue
        case .by(let field, let classes):
            "by `\(field)`: "
                + classes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.rawValue)" }
                .joined(separator: ", ")
        }
    }

    private func list(_ clocks: [String]) -> String {
        clocks.map { "`\($0)`" }.joined(separator: ", ")
    }
}
