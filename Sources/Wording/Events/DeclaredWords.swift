public import Vocabulary

extension EventLine {
    /// What an event says, told by the declaration of its kind: each field by its label.
    ///
    /// - Parameter known: Identifiers that the line names already.
    mutating func declared(_ kind: EventKind, _ tree: FieldTree, besides known: [String]) {
        for field in kind.fields {
            guard let value = tree[field.name] else { continue }
            if field.form == .identifier, let name = tree.text(field.name), known.contains(name) {
                continue
            }
            add(text.telling(field, value))
        }
        tellsRole()
    }
}

extension Text {
    /// Everything that an event says, field by field: `颜色：红`.
    public func fields(of event: Event) -> [String] {
        let tree = event.tree
        return (event.kind?.fields ?? []).compactMap { field in
            tree[field.name].map { telling(field, $0) }
        }
    }

    /// `颜色：红`: a field by its label, and what it holds.
    func telling(_ field: Field, _ value: FieldTree.Value) -> String {
        self(
            "trace.says",
            ["heading": heading(of: field), "what": words(of: value, in: field)])
    }

    /// The word for a code of a field: that of the family of labels which has exactly the field's
    /// codes, or what the catalogue holds under `FIELD.CODE`. Nil where nobody has a word for it.
    public func word(for code: String, of field: Field) -> String? {
        if let codes = field.form.codes, let family = LabelFamily.of(codes),
            let word = lookUp("\(family).\(code)")
        {
            return word
        }
        return lookUp("\(field.name).\(code)")
    }

    private func words(of value: FieldTree.Value, in field: Field) -> String {
        func shown(_ text: String) -> String {
            field.form.codes.flatMap { _ in word(for: text, of: field) } ?? harmless(text)
        }
        switch value {
        case .text(let text): return shown(text)
        case .number(let number): return "\(number)"
        case .flag(let flag): return self(flag ? "trace.yes" : "trace.no")
        case .texts(let texts): return texts.map(shown).joined(separator: self("list.comma"))
        case .sealed(let value, _): return words(value)
        case .object(let tree): return words(of: tree, in: field.form.parts)
        case .objects(let trees):
            return trees.map { words(of: $0, in: field.form.parts) }
                .joined(separator: self("trace.semicolon"))
        }
    }

    private func words(of tree: FieldTree, in fields: [Field]) -> String {
        fields.compactMap { field in tree[field.name].map { telling(field, $0) } }
            .joined(separator: self("list.comma"))
    }
}

extension FieldForm {
    /// The closed list, where it is one.
    public var codes: [String]? {
        switch self {
        case .code(let codes), .codes(let codes): codes
        case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts, .object,
            .objects:
            nil
        }
    }

    /// The fields of its parts, where it has any.
    public var parts: [Field] {
        switch self {
        case .object(let fields), .objects(let fields): fields
        case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts, .code,
            .codes:
            []
        }
    }
}
